//! The same bytes from the same documents: with 1, 2 and 7 threads, from each process anew, and as they
//! were when `determinism/hashes.txt` was written.
//!
//! The documents are those of `seeds/` and the hostile ones that `determinism/hostile.json` tells how to
//! make. `cargo xtask bless` writes the hashes. `python/tests/test_determinism.py` computes them with
//! the module that was built for release: debug and release do not differ either.

#![cfg(feature = "parquet")] // as the binary is released

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// What is written of all documents together, by the name of the line: the arguments of the command.
const WRITTEN: [(&str, &[&str]); 15] = [
    ("text", &["read", "-f", "text"]),
    ("markdown", &["read", "-f", "markdown"]),
    ("html", &["read", "-f", "html"]),
    ("web-annotation", &["read", "-f", "web-annotation"]),
    ("conllu", &["read", "-f", "conllu"]),
    ("dolma", &["read", "-f", "dolma"]),
    ("news-article", &["read", "-f", "news-article"]),
    ("arrow", &["read", "-f", "arrow"]),
    ("parquet", &["read", "-f", "parquet"]),
    ("tokens", &["read", "--tokens"]),
    ("explain", &["explain", "--all", "--color", "never"]),
    ("show", &["show", "--color", "never"]),
    ("duplicates", &["duplicates", "--color", "never"]),
    ("stories", &["stories", "--color", "never"]),
    ("report", &["report"]),
];

/// Surroundings that must not matter; the test in Python has others.
const AROUND: [(&str, &str); 3] = [
    ("TZ", "Asia/Tokyo"),
    ("LC_ALL", "tr_TR.UTF-8"),
    ("COLUMNS", "100"),
];

fn here(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// A folder with `seeds` and `hostile` in it, so that the documents have the same names everywhere.
fn documents() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("determinism");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("hostile")).unwrap();
    for seed in fs::read_dir(here("../../seeds")).unwrap() {
        let seed = seed.unwrap().path();
        for file in fs::read_dir(&seed).into_iter().flatten() {
            let file = file.unwrap().path();
            let name = file.file_name().unwrap().to_string_lossy();
            if name.starts_with("source.") {
                let to = folder.join("seeds").join(seed.file_name().unwrap());
                fs::create_dir_all(&to).unwrap();
                fs::copy(&file, to.join(&*name)).unwrap();
            }
        }
    }
    let recipes = fs::read(here("tests/determinism/hostile.json")).unwrap();
    let recipes: Vec<Value> = serde_json::from_slice(&recipes).unwrap();
    for recipe in recipes {
        let part = |name: &str| recipe[name].as_str().unwrap_or_default();
        let times = recipe["times"].as_u64().unwrap() as usize;
        let text = [part("head"), &part("unit").repeat(times), part("tail")].concat();
        let bytes = if recipe["latin-1"] == true {
            text.chars()
                .map(|letter| u8::try_from(letter).unwrap())
                .collect()
        } else {
            text.into_bytes()
        };
        fs::write(folder.join("hostile").join(part("name")), bytes).unwrap();
    }
    folder
}

/// What a process of the command writes to its standard output.
fn written(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .current_dir(folder)
        .envs(AROUND)
        .args(arguments)
        .args(["seeds", "hostile"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    output.stdout
}

/// The records, with a number of threads.
fn records(folder: &Path, threads: &str) -> Vec<u8> {
    written(folder, &["read", "--threads", threads])
}

fn hash(bytes: &[u8]) -> String {
    let mut hex = String::new();
    for byte in &Sha256::digest(bytes)[..8] {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// A line for each record: the name of its document, which of several it is, and the hash.
fn hashes(records: &[u8]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut last = (String::new(), 0);
    for line in records
        .split(|&byte| byte == b'\n')
        .filter(|line| !line.is_empty())
    {
        let record: Value = serde_json::from_slice(line).unwrap();
        let name = record["source"]["uri"].as_str().unwrap().replace('\\', "/");
        last = if last.0 == name {
            (name, last.1 + 1)
        } else {
            (name, 0)
        };
        lines.push(format!("{}#{} {}", last.0, last.1, hash(line)));
    }
    lines
}

#[track_caller]
fn check_same(expected: &[String], found: &[String], what: &str) {
    let first = (0..expected.len().max(found.len())).find(|&at| expected.get(at) != found.get(at));
    if let Some(at) = first {
        let show = |lines: &[String]| lines.get(at).map_or("nothing", String::as_str).to_owned();
        panic!(
            "{what}: the first difference is in line {}, {} instead of {}",
            at + 1,
            show(found),
            show(expected)
        );
    }
}

#[test]
fn the_same_bytes_whatever_the_threads_and_the_process() {
    let folder = documents();
    let one = records(&folder, "1");
    let mut lines = hashes(&one);
    assert!(lines.len() > 70, "only {} records", lines.len());
    for threads in ["2", "7", "1"] {
        check_same(
            &lines,
            &hashes(&records(&folder, threads)),
            &format!("{threads} threads"),
        );
    }
    for (name, arguments) in WRITTEN {
        lines.push(format!("{name} {}", hash(&written(&folder, arguments))));
    }
    let path = here("tests/determinism/hashes.txt");
    if env::var_os("COPYDESK_BLESS").is_some() {
        fs::write(&path, lines.join("\n") + "\n").unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap();
    let expected: Vec<String> = expected.lines().map(str::to_owned).collect();
    check_same(
        &expected,
        &lines,
        "since the hashes were written; if that is right, run `cargo xtask bless`",
    );
}
