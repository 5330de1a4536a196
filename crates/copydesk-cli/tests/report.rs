//! `copydesk report` as it is run.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

const PAGE: &str = "<title>Port of Tema reopens</title><nav><a href=/>Home</a></nav><article>\
    <h1>Port of Tema reopens</h1><p>Ghana&rsquo;s Transport Minister Kofi Mensah said on Friday that \
    the port of Tema had reopened after a strike of nine days.</p></article>";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("pages")).unwrap();
    fs::write(folder.join("pages/tema.html"), PAGE).unwrap();
    folder
}

fn copydesk(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn a_folder_becomes_one_page() {
    let folder = folder("report-page");
    let output = copydesk(
        &folder,
        &[
            "report",
            "pages",
            "-o",
            "report.html",
            "--title",
            "Tema & Co",
        ],
    );
    assert!(output.status.success(), "{output:?}");
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.starts_with("1 article in 1 story, 0 copies, ")
            && said.contains(" in report.html, 0."),
        "{said}"
    );
    let page = fs::read_to_string(folder.join("report.html")).unwrap();
    assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"));
    assert!(page.contains("<title>Tema &amp; Co</title>"));
    // The source itself stands beside the article.
    assert!(page.contains("\\u003cp\\u003eGhana\\u0026rsquo;s Transport Minister"));
    let again = copydesk(&folder, &["report", "pages", "--title", "Tema & Co"]);
    assert_eq!(String::from_utf8(again.stdout).unwrap(), page);
}

#[test]
fn finished_records_are_taken_as_they_are() {
    let folder = folder("report-records");
    assert!(
        copydesk(&folder, &["read", "pages", "-o", "records.jsonl"])
            .status
            .success()
    );
    let output = copydesk(&folder, &["report", "records.jsonl", "-o", "report.html"]);
    assert!(output.status.success(), "{output:?}");
    let page = fs::read_to_string(folder.join("report.html")).unwrap();
    assert!(page.contains("data-raw=\"rebuilt\"") && page.contains("Kofi Mensah"));
    assert!(!page.contains("\\u003cp\\u003eGhana"));
}

#[test]
fn what_cannot_be_read_is_in_the_page_and_in_the_exit_status() {
    let folder = folder("report-failures");
    fs::write(folder.join("pages/broken.html"), [0, 1, 2, 3, 0]).unwrap();
    let output = copydesk(
        &folder,
        &["report", "pages", "missing.html", "-o", "report.html"],
    );
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let page = fs::read_to_string(folder.join("report.html")).unwrap();
    assert!(page.contains("2 documents could not be read"));
    assert!(page.contains("Port of Tema reopens"));
}

#[test]
fn what_is_left_out_is_said_on_standard_error() {
    let folder = folder("report-left-out");
    fs::write(folder.join("pages/lome.html"), PAGE.replace("Tema", "Lome")).unwrap();
    let output = copydesk(
        &folder,
        &[
            "report",
            "pages",
            "-o",
            "report.html",
            "--max-articles",
            "1",
        ],
    );
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("left out: 1 of 2 articles"), "{said}");
}

#[test]
fn a_page_that_cannot_be_written_leaves_nothing() {
    let folder = folder("report-unwritable");
    let output = copydesk(&folder, &["report", "pages", "-o", "nowhere/report.html"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("cannot write nowhere/report.html"), "{said}");
}
