//! The conformance test of the Unicode consortium for normalization forms.
//!
//! Reads `NormalizationTest.txt` of Debian's package `unicode-data`, plain or packed with bzip2 as
//! Debian has it, from `/usr/share/unicode` or the folder or file that `UNICODE_DATA` names.
//! Where it is not there, the test says so and passes.

use std::{
    env, fs,
    io::Read,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use copydesk_core::NormalizeOptions;
use copydesk_normalize::normalize;

/// The text of the test file.
fn test_file() -> Option<String> {
    let given = env::var_os("UNICODE_DATA").map_or("/usr/share/unicode".into(), PathBuf::from);
    let name = "NormalizationTest.txt";
    let candidates = [
        given.clone(),
        given.join(name),
        given.join(format!("{name}.bz2")),
    ];
    let path = candidates.iter().find(|path| path.is_file())?;
    if path.extension().is_some_and(|extension| extension == "bz2") {
        unpack(path)
    } else {
        fs::read_to_string(path).ok()
    }
}

/// Debian unpacks nothing; its own tool does.
fn unpack(path: &Path) -> Option<String> {
    let mut child = Command::new("bzip2")
        .arg("-dc")
        .arg(path)
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut text = String::new();
    child.stdout.take()?.read_to_string(&mut text).ok()?;
    child.wait().ok()?.success().then_some(text)
}

/// A row: source, NFC, NFD, NFKC, NFKD.
fn columns(line: &str) -> Option<[String; 5]> {
    let line = line.split('#').next()?.trim();
    if line.is_empty() || line.starts_with('@') {
        return None;
    }
    let mut columns = line.split(';').map(|column| {
        let code = |code| u32::from_str_radix(code, 16).expect("a code point in hex");
        let letters = column.split(' ').map(|hex| char::from_u32(code(hex)));
        letters.collect::<Option<String>>().expect("characters")
    });
    Some([(); 5].map(|()| columns.next().expect("five columns")))
}

/// Checks that each column of each row becomes the column that `wanted` has in its place.
fn check(text: &str, options: &NormalizeOptions, wanted: [usize; 5]) {
    let (mut checks, mut failures) = (0, Vec::new());
    for line in text.lines() {
        let Some(columns) = columns(line) else {
            continue;
        };
        for (input, wanted) in columns.iter().zip(wanted) {
            checks += 1;
            let output = normalize(input, options).text;
            if output != columns[wanted] {
                failures.push(format!("{line}: {output:?}"));
            }
        }
    }
    println!("{} failures of {checks}", failures.len());
    assert!(checks > 50_000, "the file is not cut off");
    assert_eq!(failures, [""; 0]);
}

/// The text of the test file, or a word about its absence.
fn text() -> Option<String> {
    let text = test_file();
    if text.is_none() {
        println!(
            "SKIPPED: no NormalizationTest.txt; install Debian's unicode-data or set UNICODE_DATA"
        );
    }
    text
}

#[test]
fn nfc() {
    let Some(text) = text() else { return };
    let options = NormalizeOptions::lossless();
    check(&text, &options, [1, 1, 1, 3, 3]);
    // Every character that has no row of its own in part 1 stays as it is.
    let part = text.split("@Part1").nth(1).expect("part 1");
    let part = part.split("@Part2").next().expect("part 1 ends");
    let mut listed: Vec<char> = part
        .lines()
        .filter_map(columns)
        .filter_map(|[source, ..]| source.chars().next())
        .collect();
    listed.sort_unstable();
    for letter in ('\0'..=char::MAX).filter(|letter| listed.binary_search(letter).is_err()) {
        let letter = letter.to_string();
        assert_eq!(normalize(&letter, &options).text, letter);
    }
}

#[test]
fn nfkc() {
    let Some(text) = text() else { return };
    let mut options = NormalizeOptions::lossless();
    options.nfkc = true;
    check(&text, &options, [3, 3, 3, 3, 3]);
}
