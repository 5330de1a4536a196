//! `copydesk read` as it is run: formats and where they go.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// A folder of its own for a test, with two pages in it.
struct Pages(PathBuf);

impl Pages {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("pages")).unwrap();
        for (file, title) in [("a.html", "Quays closed"), ("b.html", "Quays open * again")] {
            let page = format!(
                "<title>{title}</title><article><h1>{title}</h1><p>The harbour office of the town \
                 said on Monday that this was because of the storm, and of nothing else.</p>\
                 <h2>Ships</h2><p>No ship left the harbour before the end of the week, said \
                 the office, which has 12 people.</p></article>"
            );
            fs::write(folder.join("pages").join(file), page).unwrap();
        }
        Self(folder)
    }

    fn read(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_copydesk"))
            .current_dir(&self.0)
            .args(["read", "pages", "--threads", "1"])
            .args(arguments)
            .output()
            .unwrap()
    }

    fn file(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }
}

fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn records_by_default() {
    let pages = Pages::new("records");
    let lines = stdout(&pages.read(&[]));
    assert_eq!(lines.lines().count(), 2);
    assert!(lines.lines().all(|line| line.starts_with("{\"schema\"")));
    assert!(lines.contains("\"mentions\":[{"), "all stages have run");
}

#[test]
fn articles_alone() {
    let pages = Pages::new("alone");
    let first = "The harbour office of the town said on Monday that this was because of the storm, \
                 and of nothing else.";
    let second = "No ship left the harbour before the end of the week, said the office, which has 12 \
                  people.";
    let page = |title: &str| format!("# {title}\n\n{first}\n\n## Ships\n\n{second}\n");
    let expected = format!(
        "{}\n---\n\n{}",
        page("Quays closed"),
        page("Quays open \\* again")
    );
    assert_eq!(stdout(&pages.read(&["--format", "markdown"])), expected);

    let page = |title: &str| format!("{title}\n\n{first}\n\nShips\n\n{second}\n");
    let expected = format!("{}\n\n{}", page("Quays closed"), page("Quays open * again"));
    assert_eq!(stdout(&pages.read(&["-f", "text", "-q"])), expected);

    let html = stdout(&pages.read(&["--format", "html", "--stages", "parse"]));
    assert_eq!(html.matches("<article").count(), 2);
    assert!(
        html.contains("<h1>Quays closed</h1>\n<p>The harbour"),
        "{html}"
    );
}

#[test]
fn the_name_of_the_file_says_the_format() {
    let pages = Pages::new("names");
    let output = pages.read(&["-o", "out.md"]);
    assert!(
        stdout(&output).contains("2 records to out.md"),
        "{output:?}"
    );
    assert!(pages.file("out.md").starts_with("# Quays closed\n"));
    pages.read(&["-o", "out.HTML"]);
    assert!(pages.file("out.HTML").starts_with("<article"));
    pages.read(&["-o", "out.jsonl"]);
    assert!(pages.file("out.jsonl").starts_with("{\"schema\""));
}

#[test]
fn a_name_that_promises_another_format_is_refused() {
    let pages = Pages::new("refused");
    for arguments in [
        ["-o", "out.jsonl", "-f", "html"].as_slice(),
        &["-o", "out.csv"],
        &["-f", "word"],
    ] {
        let output = pages.read(arguments);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(!output.stderr.is_empty());
    }
    assert_eq!(fs::read_dir(&pages.0).unwrap().count(), 1);
}

#[test]
fn what_cannot_be_read_is_told_and_left_out() {
    let pages = Pages::new("failed");
    fs::write(pages.0.join("pages/c.html"), b"%PDF-1.7\n%\x80\x81\n").unwrap();
    let output = pages.read(&["--format", "text"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("c.html"));
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.matches("The harbour office").count(), 2);
    assert!(!text.contains("PDF"));
}

#[test]
fn names_of_the_user_are_found() {
    let pages = Pages::new("gazetteer");
    fs::write(
        pages.0.join("offices.csv"),
        "name,type,id,aliases\nHarbour Office,ORG,o-1,harbour office|Storm\n",
    )
    .unwrap();
    let json = r#"[{"name": "storm", "type": "EVENT", "id": 2}]"#;
    fs::write(pages.0.join("events.json"), json).unwrap();
    let lines = stdout(&pages.read(&["--gazetteer", "offices.csv", "--gazetteer", "events.json"]));
    for expected in [
        "\"why\":\"gazetteer:offices\"",
        "\"why\":\"gazetteer:events\"",
        "\"name\":\"Harbour Office\"",
        "\"id\":\"o-1\"",
        "\"id\":\"2\"",
    ] {
        assert!(lines.contains(expected), "{expected}: {lines}");
    }
    let lines = stdout(&pages.read(&["--gazetteer", "offices.csv", "--gazetteer-ignore-case"]));
    assert_eq!(lines.matches("gazetteer:offices").count(), 4, "{lines}");
    let error = |arguments: &[&str]| {
        let output = pages.read(arguments);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    fs::write(pages.0.join("wrong.csv"), "name,type\nHarbour,PORT\n").unwrap();
    let wrong = error(&["--gazetteer", "wrong.csv"]);
    assert!(
        wrong.contains("line 2 of wrong.csv: type \"PORT\" is unknown"),
        "{wrong}"
    );
    let missing = error(&["--gazetteer", "missing.csv"]);
    assert!(
        missing.contains("cannot read missing.csv: no such file"),
        "{missing}"
    );
    error(&["--gazetteer-ignore-case"]);
}

#[test]
fn records_are_written_as_a_table() {
    let pages = Pages::new("arrow");
    let output = pages.read(&["--output", "out.arrow"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let table = fs::read(pages.0.join("out.arrow")).unwrap();
    assert!(table.starts_with(b"ARROW1") && table.ends_with(b"ARROW1"));
    // The stages run as they do for JSONL: a table without mentions would be smaller.
    let output = pages.read(&["--format", "arrow", "--stages", "parse,normalize"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stdout.starts_with(b"ARROW1") && output.stdout.len() < table.len());
    let output = pages.read(&["--format", "arrow", "--output", "out.jsonl"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
}
