//! The writer: whole files or none.

use std::fs;

use crate::fixtures::Dir;
use copydesk_core::{ErrorKind, record::Article};
use copydesk_io::{JsonlWriter, to_line};

fn names(dir: &Dir) -> Vec<String> {
    let entries = fs::read_dir(dir.root()).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn the_file_appears_when_it_is_finished() {
    let dir = Dir::new();
    let path = dir.write("out.jsonl", "old\n");
    let mut writer = JsonlWriter::create(&*path).unwrap();
    writer.write(&Article::default()).unwrap();
    writer.write_line("{}").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "old\n");
    assert_eq!(names(&dir).len(), 2);
    assert_eq!(writer.finish().unwrap(), 2);
    assert_eq!(names(&dir), ["out.jsonl"]);
    let expected = format!("{}\n{{}}\n", to_line(&Article::default()));
    assert_eq!(fs::read_to_string(&path).unwrap(), expected);
}

#[test]
fn a_dropped_writer_leaves_nothing() {
    let dir = Dir::new();
    let path = dir.write("out.jsonl", "old\n");
    let mut writer = JsonlWriter::create(&*path).unwrap();
    writer.write(&"new").unwrap();
    drop(writer);
    assert_eq!(names(&dir), ["out.jsonl"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), "old\n");
}

#[test]
fn articles_come_back() {
    let mut article = Article {
        text: "Żółw \u{2028} \"quoted\"\n\nend".to_owned(),
        ..Article::default()
    };
    article.set_id();
    let back: Article = serde_json::from_str(&to_line(&article)).unwrap();
    assert_eq!(back, article);
}

#[test]
fn an_item_that_is_no_json_leaves_no_half_line() {
    let dir = Dir::new();
    let path = dir.path("out.jsonl");
    let mut writer = JsonlWriter::create(&*path).unwrap();
    let bad = std::collections::BTreeMap::from([((1, 2), 3)]);
    assert_eq!(writer.write(&bad).unwrap_err().kind(), ErrorKind::Write);
    assert_eq!(
        writer.write_line("{\n}").unwrap_err().kind(),
        ErrorKind::Write
    );
    writer.write(&1).unwrap();
    assert_eq!(writer.finish().unwrap(), 1);
    assert_eq!(fs::read_to_string(&path).unwrap(), "1\n");
}

#[test]
fn what_cannot_be_written_is_said_at_once() {
    let dir = Dir::new();
    let check = |name: &str, why: &str| {
        let path = dir.path(name);
        let error = JsonlWriter::create(&*path).unwrap_err();
        assert_eq!(error.to_string(), format!("cannot write {path}: {why}"));
        assert_eq!(error.kind(), ErrorKind::Write);
    };
    check(
        "no/such/out.jsonl",
        "no such file or directory; check the path",
    );
    check("", "it is a directory; name a file in it");
}

#[cfg(unix)]
#[test]
fn devices_are_not_replaced_and_links_stay() {
    use std::os::unix::fs::{FileTypeExt, symlink};
    let mut writer = JsonlWriter::create("/dev/null").unwrap();
    writer.write(&1).unwrap();
    writer.finish().unwrap();
    assert!(
        fs::metadata("/dev/null")
            .unwrap()
            .file_type()
            .is_char_device()
    );

    let dir = Dir::new();
    let target = dir.write("real.jsonl", "old\n");
    let link = dir.path("link.jsonl");
    symlink(&target, &link).unwrap();
    let mut writer = JsonlWriter::create(&*link).unwrap();
    writer.write(&1).unwrap();
    writer.finish().unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&target).unwrap(), "1\n");
}
