//! What the command tells of itself: examples that run, completions, man pages.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const COMMANDS: [&str; 9] = [
    "read",
    "show",
    "explain",
    "duplicates",
    "stories",
    "report",
    "schema",
    "completions",
    "man",
];

fn copydesk() -> Command {
    Command::new(env!("CARGO_BIN_EXE_copydesk"))
}

fn told(arguments: &[&str]) -> String {
    let output = copydesk().args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The lines of the examples in a help text.
fn examples(help: &str) -> Vec<String> {
    let (_, examples) = help
        .split_once("\nExamples:\n")
        .expect("there are examples");
    let lines = examples.lines().take_while(|line| !line.is_empty());
    let lines = lines.filter(|line| !line.starts_with("      "));
    lines.map(|line| line.trim().to_owned()).collect()
}

fn all_examples() -> Vec<String> {
    let mut all = examples(&told(&["--help"]));
    for command in COMMANDS {
        let help = told(&[command, "--help"]);
        assert_eq!(help, told(&["help", command]));
        let of_command = examples(&help);
        assert!(!of_command.is_empty(), "{command}");
        all.extend(of_command);
    }
    all
}

/// A folder that holds what the examples name, made of the seeds.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("examples");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("pages")).unwrap();
    fs::create_dir_all(folder.join("crawl")).unwrap();
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let copy = |seed: &str, name: &str| {
        fs::copy(seeds.join(seed), folder.join(name)).unwrap();
    };
    for (index, seed) in [
        "port-strike-01-full-furniture",
        "port-strike-03-syndicated-retitled",
    ]
    .iter()
    .enumerate()
    {
        copy(
            &format!("{seed}/source.html"),
            &format!("pages/{index}.html"),
        );
    }
    copy("port-strike-02-agency-microdata/source.html", "page.html");
    // A name says how a file is compressed, its bytes decide.
    copy("summit-06-warc-many-records/source.warc", "crawl.warc.gz");
    copy("summit-06-warc-many-records/source.warc", "crawl/0.warc.gz");
    fs::write(
        folder.join("companies.csv"),
        "name,type\nQuayside Examiner,ORG\n",
    )
    .unwrap();
    folder
}

#[cfg(unix)]
#[test]
fn every_example_runs() {
    let folder = folder();
    let home = folder.join("home");
    for made in [
        ".local/share/bash-completion/completions",
        ".zfunc",
        ".config/fish/completions",
    ] {
        fs::create_dir_all(home.join(made)).unwrap();
    }
    let binary = Path::new(env!("CARGO_BIN_EXE_copydesk")).parent().unwrap();
    let path = env::join_paths(
        std::iter::once(binary.to_owned()).chain(env::split_paths(&env::var_os("PATH").unwrap())),
    )
    .unwrap();
    let examples = all_examples();
    assert!(examples.len() > 20);
    for example in examples {
        let missing = ["less", "man"]
            .iter()
            .any(|program| example.contains(&format!("| {program}")) && !has(program));
        if missing {
            eprintln!("not run, its pager is missing: {example}");
            continue;
        }
        let output = Command::new("bash")
            .args(["-o", "pipefail", "-c", &example])
            .current_dir(&folder)
            .env("HOME", &home)
            .env("PATH", &path)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert!(output.status.success(), "{example}: {output:?}");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(!errors.contains("copydesk:"), "{example}: {errors}");
    }
    assert!(folder.join("out.parquet/_manifest.json").is_file());
    assert!(home.join(".local/share/man/man1/copydesk-read.1").is_file());
}

#[test]
fn help_tells_defaults_and_groups() {
    let help = told(&["help", "read"]);
    for expected in [
        "\nOutput:\n",
        "\nWork on a document:\n",
        "\nNames of your own:\n",
        "\nFilters and limits:\n",
        "\nLook of the output:\n",
        "[default: canonical]",
        "[default: auto]",
    ] {
        assert!(help.contains(expected), "{expected}\n{help}");
    }
    assert!(told(&["--help"]).contains("\nExit status:\n"));
}

#[test]
fn scripts_for_all_shells() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = told(&["completions", shell]);
        for expected in [
            "duplicates",
            "web-annotation",
            "ascii_punctuation",
            "no-labels",
        ] {
            assert!(script.contains(expected), "{shell}: {expected}");
        }
    }
    let output = copydesk().args(["completions", "tcsh"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn bash_completes_commands_formats_and_files() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("completions");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("copydesk.bash"), told(&["completions", "bash"])).unwrap();
    fs::write(folder.join("page-of-today.html"), "").unwrap();
    let check = |words: &[&str], expected: &[&str]| {
        // What readline does: the words, the last of which is being typed.
        let last = words.len() - 1;
        let before = words[last.saturating_sub(1)];
        let quoted = words.iter().map(|word| format!("'{word}'"));
        let program = format!(
            "set -eu; bash -n copydesk.bash; set +u; source ./copydesk.bash\n\
             COMP_WORDS=({}); COMP_CWORD={last}\n\
             _copydesk copydesk '{}' '{before}' || true\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"",
            quoted.collect::<Vec<_>>().join(" "),
            words[last],
        );
        let output = Command::new("bash")
            .args(["-c", &program])
            .current_dir(&folder)
            .output()
            .unwrap();
        assert!(output.status.success(), "{words:?}: {output:?}");
        let found = String::from_utf8(output.stdout).unwrap();
        assert_eq!(found.lines().collect::<Vec<_>>(), expected, "{words:?}");
    };
    check(&["copydesk", "st"], &["stories"]);
    check(&["copydesk", "read", "--format", "ma"], &["markdown"]);
    check(&["copydesk", "show", "--color", "al"], &["always"]);
    check(&["copydesk", "show", "--no-l"], &["--no-labels"]);
    check(
        &["copydesk", "read", "--gazetteer", "page"],
        &["page-of-today.html"],
    );
}

#[test]
fn a_man_page_for_each_command() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("man");
    let _ = fs::remove_dir_all(&folder);
    told(&["man", "-o", folder.to_str().unwrap()]);
    let mut pages = vec!["copydesk.1".to_owned()];
    pages.extend(COMMANDS.map(|command| format!("copydesk-{command}.1")));
    for page in &pages {
        let path = folder.join(page);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{page}: {error}"));
        for expected in [".SH EXAMPLES", ".SH \"EXIT STATUS\"", ".SH OPTIONS"] {
            assert!(text.contains(expected), "{page}: {expected}");
        }
        if !has("groff") {
            eprintln!("{page} was not formatted: groff is missing");
            continue;
        }
        let formatted = Command::new("groff")
            .args(["-man", "-Tutf8", "-ww", "-z", "-rLL=80n"])
            .arg(&path)
            .output()
            .unwrap();
        let warnings = String::from_utf8_lossy(&formatted.stderr);
        assert!(
            formatted.status.success() && warnings.is_empty(),
            "{page}: {warnings}"
        );
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), pages.len());
    assert_eq!(
        told(&["man"]),
        fs::read_to_string(folder.join("copydesk.1")).unwrap()
    );
}

/// Whether a program is there.
fn has(program: &str) -> bool {
    let found = Command::new(program).arg("--version").output();
    found.is_ok()
}
