//! `copydesk show`, `explain`, `stories` and `duplicates` as they look: colours, width, hostile pages.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A page that tries to steer the terminal wherever words of it are shown.
const HOSTILE: &str = "<html><head><title>Port \u{1b}]0;owned\u{7} of Tema</title>\
    <meta name='author' content='Ama \u{9b}31m Owusu'>\
    <meta property='og:site_name' content='Harbour \u{202e}tsoP\u{202c} &#27;[2J Post'></head>\
    <body><nav>Home \u{1b}[31m red \u{2066}menu</nav><article><h1>Port \u{1b}[5m of \u{202e}Tema</h1>\
    <p>Kofi Mensah of the Harbour Union said on Thursday that &#155;31m 340 dockers were on strike in \
    Ghana.\u{1b}[2J The quays \u{202e}are shut\u{202c}, he told reporters.</p>\
    <p>The strike shut the port of Tema for a second day \u{7}\u{8}\u{0} and the union &#x202e; denied that \
    it would end before the week is out, a spokesman said.</p></article></body></html>";

fn page(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let name = if cfg!(unix) {
        "page\u{1b}[31m.html"
    } else {
        "page.html"
    };
    fs::write(folder.join(name), HOSTILE).unwrap();
    folder
}

fn run(arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(arguments)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .env_remove("COLUMNS")
        .env("TERM", "xterm-256color")
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// A seed of the project.
fn seed(name: &str) -> String {
    format!("{}/../../seeds/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// What moves the cursor, colours, or turns the direction of writing.
fn steers(letter: char) -> bool {
    letter != '\n' && letter.is_control()
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn nothing_of_a_page_steers_the_terminal() {
    let folder = page("hostile");
    let path = folder.to_str().unwrap();
    for command in [
        ["show", path, "--dropped"].as_slice(),
        &["explain", path, "--all"],
        &["stories", path],
        &["duplicates", path],
    ] {
        let shown = run(command, &[]);
        assert!(!shown.contains(steers), "{command:?}: {shown:?}");
        // With colours, every escape sequence is one of ours.
        let shown = run(command, &[("CLICOLOR_FORCE", "1")]);
        for sequence in shown.split('\u{1b}').skip(1) {
            let end = sequence.find('m').unwrap_or(0);
            let codes = sequence[..end].strip_prefix('[');
            let codes = codes.unwrap_or_else(|| panic!("{command:?}: {sequence:?}"));
            assert!(
                codes.split(';').all(|code| code.parse::<u8>().is_ok()),
                "{sequence:?}"
            );
        }
    }
}

/// Names of files and rows end up in messages.
#[test]
fn nothing_of_a_name_steers_the_terminal() {
    let folder = page("names");
    let rows = folder.join("rows.jsonl");
    let row = r#"{"id": "\u001b[31m\u009b\u202eid", "text": "\u0000\u0001\u0002", "html": 5}"#;
    fs::write(&rows, format!("{row}\n{{\u{1b}[2J\u{202e}\n")).unwrap();
    fs::write(folder.join("broken\u{9b}2J\u{202e}.html"), b"\0\x01\x02").unwrap();
    let missing = folder.join("missing\u{1b}]0;owned\u{7}\u{202e}.html");
    let (folder, missing) = (folder.to_str().unwrap(), missing.to_str().unwrap());
    for command in [
        ["read", folder, missing, "-o", "/dev/null"].as_slice(),
        &["show", folder, missing],
        &["explain", folder, missing],
        &["stories", folder, missing],
        &["duplicates", folder, missing],
        &["report", folder, missing, "-o", "/dev/null"],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_copydesk"))
            .args(command)
            .output()
            .unwrap();
        let shown = String::from_utf8(output.stderr).unwrap();
        assert!(shown.contains("owned"), "{command:?}: {shown:?}");
        assert!(!shown.contains(steers), "{command:?}: {shown:?}");
    }
}

#[test]
fn colours_are_for_terminals_and_for_those_who_ask() {
    let page = seed("missiles-03-denials/source.txt");
    let coloured = |arguments: &[&str], variables: &[(&str, &str)]| {
        let arguments = [&["show", &page], arguments].concat();
        run(&arguments, variables).contains('\u{1b}')
    };
    // Standard output is a pipe here.
    assert!(!coloured(&[], &[]));
    assert!(coloured(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[], &[("CLICOLOR_FORCE", "0")]));
    assert!(!coloured(
        &[],
        &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]
    ));
    assert!(coloured(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")]));
    assert!(coloured(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(!coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
}

#[test]
fn colours_change_no_word() {
    let page = seed("missiles-03-denials/source.txt");
    let coloured = run(&["explain", &page, "--color", "always"], &[]);
    let mut words = String::new();
    for (index, part) in coloured.split('\u{1b}').enumerate() {
        words.push_str(if index == 0 {
            part
        } else {
            &part[part.find('m').unwrap() + 1..]
        });
    }
    assert_eq!(words, run(&["explain", &page], &[]));
}

#[test]
fn what_colours_say_is_written_too() {
    let page = seed("missiles-03-denials/source.txt");
    let shown = run(&["show", &page], &[]);
    for expected in [
        "Cemal Aydar [PERSON]",
        "Libya [GPE] [alleged 4]",
        "Labels  PERSON people 3 · ",
        "Marks   quote 11 · ",
        "  title         line 1, byte 0–68\n",
        "\n   4 alleged   transfer of air-defence missiles to Libya (source not told; “alleged”)\n",
    ] {
        assert!(shown.contains(expected), "{expected}\n{shown}");
    }
    let bare = run(&["show", &page, "--no-labels"], &[]);
    assert!(!bare.contains("[PERSON]") && !bare.contains("Labels "));
}

#[test]
fn lines_keep_to_the_width() {
    let seeds = seed("");
    for width in ["40", "80", "140"] {
        for command in ["show", "stories", "duplicates"] {
            let shown = run(&[command, &seeds, "--width", width], &[]);
            let most: usize = width.parse().unwrap();
            for line in shown.lines() {
                // Ideographs and Hangul take two columns.
                let wide = line
                    .chars()
                    .filter(|&letter| ('\u{2e80}'..='\u{ffe6}').contains(&letter));
                let columns = line.chars().count() + wide.count();
                let marks = line
                    .chars()
                    .filter(|&it| matches!(it, '\u{fe0f}' | '\u{300}'..='\u{36f}'));
                assert!(columns - marks.count() <= most, "{command} {width}: {line}");
            }
        }
    }
    let narrow = run(&["show", &seeds], &[("COLUMNS", "50")]);
    assert!(narrow.lines().all(|line| line.chars().count() <= 50));
}
