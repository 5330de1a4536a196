//! Files, directories, globs: what is found, in which order, and what is said where nothing is.

use std::{
    fs,
    io::Write,
    process::{Command, Stdio},
};

use crate::fixtures::{Dir, gz, html, limited, read, read_with, show};
use copydesk_core::{ErrorKind, Format, Unit};
use copydesk_io::{ReadOptions, ReadPlace, Sources};

fn names(items: &[String]) -> Vec<&str> {
    items
        .iter()
        .map(|line| line.split(" | ").next().unwrap())
        .collect()
}

#[test]
fn a_directory_is_walked_by_name_depth_first() {
    let dir = Dir::new();
    for name in [
        "b.html",
        "a.txt",
        "c/z.htm",
        "c/a/deep.text",
        "d.XHTML",
        "e.html.gz",
        "B.txt",
        "skip.json",
        "skip.md",
        ".hidden.html",
        ".git/x.html",
        "c.txt",
    ] {
        dir.write(name, "x");
    }
    assert_eq!(
        names(&dir.open(&[""])),
        [
            "B.txt",
            "a.txt",
            "b.html",
            "c/a/deep.text",
            "c/z.htm",
            "c.txt",
            "d.XHTML",
            "e.html.gz"
        ]
    );
    let sources = Sources::open([dir.root().to_str().unwrap()], ReadOptions::default()).unwrap();
    let skipped = sources.skipped();
    assert_eq!(sources.count(), 8);
    assert_eq!((skipped.files(), skipped.total()), (4, 4));
}

#[test]
fn containers_in_a_directory_are_opened() {
    let dir = Dir::new();
    dir.write("a.warc.gz", gz(&html("http://a.example/", "<p>A")));
    dir.write("b.jsonl.gz", gz(b"{\"text\": \"B\"}\n"));
    dir.write("c.ndjson", "{\"text\": \"C\", \"id\": 3}");
    assert_eq!(
        dir.open(&[""]),
        ["http://a.example/ | <p>A", "b.jsonl.gz#1 | B", "3 | C"]
    );
}

#[test]
fn a_named_file_is_read_whatever_its_extension() {
    let dir = Dir::new();
    dir.write("page.json", "{\n \"a\": 1}");
    dir.write(".hidden", "h");
    dir.write("rows", "{\"text\": \"T\", \"url\": \"u\"}\n");
    dir.write("archive.bin", gz(&html("http://a.example/", "<p>A")));
    assert_eq!(
        dir.open(&["page.json", ".hidden", "rows", "archive.bin"]),
        [
            "page.json | {\n \"a\": 1}",
            ".hidden | h",
            "u | T",
            "http://a.example/ | <p>A"
        ]
    );
}

#[test]
fn pages_keep_their_bytes() {
    let bytes = b"\xFF\xFE<\x00\r\n\x00";
    let items = read("a/page.html", bytes);
    let page = items[0].as_ref().unwrap();
    assert_eq!(page.bytes, bytes);
    assert_eq!((page.format, page.unit), (Format::Html, Unit::Byte));
    assert_eq!(
        (&page.media_type, &page.charset, &page.fetched),
        (&None, &None, &None)
    );
    assert_eq!(read("a.txt", b"")[0].as_ref().unwrap().bytes, b"");
    // Gzip is told by its bytes, not by the name.
    assert_eq!(show(&read("a.html", &gz(b"zipped"))), ["a.html | zipped"]);
    assert_eq!(show(&read("a.html.gz", b"plain")), ["a.html.gz | plain"]);
    let two = [gz(b"one "), gz(b""), gz(b"two"), vec![0; 700]].concat();
    assert_eq!(show(&read("a.txt", &two)), ["a.txt | one two"]);
}

#[test]
fn a_page_cut_anywhere_delivers_what_there_is_and_says_so() {
    let text = "The ferry to the island will not sail before Monday. ".repeat(40);
    let whole = gz(text.as_bytes());
    for end in 3..whole.len() {
        let items = read("page.html.gz", &whole[..end]);
        let (last, before) = items.split_last().unwrap();
        let failure = last.as_ref().unwrap_err();
        let there = match before {
            [] => 0,
            [Ok(page)] => {
                assert!(text.as_bytes().starts_with(&page.bytes));
                page.bytes.len()
            }
            other => panic!("{other:?}"),
        };
        assert_eq!(failure.place, Some(ReadPlace::Byte(there as u64)), "{end}");
        assert!(
            failure.message.contains("ends inside its gzip data;"),
            "{failure}"
        );
    }
    let mut wrong = whole.clone();
    let checksum = whole.len() - 6;
    wrong[checksum] ^= 1;
    let items = read("page.html.gz", &wrong);
    assert_eq!(items[0].as_ref().unwrap().bytes, text.as_bytes());
    assert!(
        items[1]
            .as_ref()
            .unwrap_err()
            .message
            .starts_with("damaged gzip data;")
    );
    let behind = [whole, b"<!-- cached -->".to_vec()].concat();
    let items = read("page.html.gz", &behind);
    assert_eq!(items[0].as_ref().unwrap().bytes, text.as_bytes());
    assert!(
        items[1]
            .as_ref()
            .unwrap_err()
            .message
            .starts_with("something that is not gzip")
    );
}

#[test]
fn large_documents_are_refused_with_the_limit() {
    let message = "cannot read a.txt: larger than the limit of 10 bytes for one document; \
                   raise max_document_bytes if it is meant to be so large";
    assert_eq!(
        show(&read_with("a.txt", b"12345678901", limited(10))),
        [message]
    );
    assert_eq!(
        show(&read_with("a.txt", b"1234567890", limited(10))),
        ["a.txt | 1234567890"]
    );
    let bomb = gz(&vec![b' '; 50 << 20]);
    assert_eq!(show(&read_with("a.txt", &bomb, limited(10))), [message]);

    // A file says its length: it is not read to be refused.
    let dir = Dir::new();
    let path = dir.path("huge.txt");
    fs::File::create(&path).unwrap().set_len(40 << 30).unwrap();
    let small = dir.write("small.txt", "s");
    let items: Vec<_> = Sources::open([&path, &small], limited(u64::MAX))
        .unwrap()
        .collect();
    assert_eq!(
        show(&items),
        [
            format!(
                "cannot read {path}: larger than 4294967294 bytes, the most that a document can \
                 have; split it"
            ),
            format!("{small} | s"),
        ]
    );
}

#[test]
fn one_failure_does_not_end_the_rest() {
    let dir = Dir::new();
    dir.write("a.html", "A");
    dir.write("empty/notes.md", "m");
    dir.write("z.html", "Z");
    // Which tables are read depends on the features.
    let lines = dir.open(&["a.html", "missing.html", "empty", "a.html/", "z.html"]);
    let lines: Vec<_> = lines
        .iter()
        .map(|line| line.split(", and .arrow").next().unwrap_or_default())
        .collect();
    assert_eq!(
        lines,
        [
            "a.html | A",
            "cannot read missing.html: no such file or directory; check the path",
            "cannot read empty: no readable file in this directory; copydesk reads .html, .htm, \
             .xhtml, .txt, .text, .warc, .wet, .jsonl and .ndjson, each also with .gz or .zst",
            "cannot read a.html/: a part of the path is a file, not a directory; check the path",
            "z.html | Z",
        ]
    );
    let items: Vec<_> = Sources::open(["https://a.example/"], ReadOptions::default())
        .unwrap()
        .collect();
    assert_eq!(
        show(&items),
        [
            "cannot read https://a.example/: copydesk does not fetch; save the page and give the file"
        ]
    );
}

#[test]
fn globs_select() {
    let dir = Dir::new();
    for name in [
        "p/a.html",
        "p/b.json",
        "p/q/c.html",
        "p/q/d.page",
        "p/.h/e.html",
        "x[1].html",
        "r.txt",
    ] {
        dir.write(name, "x");
    }
    let check = |pattern: &str, expected: &[&str]| {
        assert_eq!(names(&dir.open(&[pattern])), expected, "{pattern}");
    };
    check("p/*.html", &["p/a.html"]);
    check("p//*.html", &["p/a.html"]);
    check("p/**", &["p/a.html", "p/q/c.html"]);
    check("**/*.html", &["p/a.html", "p/q/c.html", "x[1].html"]);
    check("p/*", &["p/a.html"]);
    check("p/*.json", &["p/b.json"]);
    check("p/*/*.{html,page}", &["p/q/c.html", "p/q/d.page"]);
    check("{p/a,r}.{html,txt}", &["p/a.html", "r.txt"]);
    check("p/.h/*", &["p/.h/e.html"]);
    check("p/.*/*.html", &["p/.h/e.html"]);
    // A file of that very name comes first.
    check("x[1].html", &["x[1].html"]);
    check("?.txt", &["r.txt"]);
    assert_eq!(
        dir.open(&["nowhere/*.html", "r.txt"]),
        [
            "cannot read nowhere/*.html: no readable file matches; check the pattern, and use ** \
             to go into directories",
            "r.txt | x",
        ]
    );
}

#[test]
fn configuration_is_checked_at_once() {
    let error = Sources::open(["a/[b.html"], ReadOptions::default()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    let error = Sources::open(["a.html"], limited(0)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
}

#[test]
fn sources_can_go_to_another_thread() {
    fn check<T: Iterator + Send + std::fmt::Debug + 'static>(_: &T) {}
    check(&Sources::open(["a.html"], ReadOptions::default()).unwrap());
}

/// Standard input belongs to a process, so the test runs itself as another one.
#[test]
fn standard_input_is_sniffed() {
    const CHILD: &str = "COPYDESK_IO_TEST_CHILD";
    if std::env::var_os(CHILD).is_some() {
        let items: Vec<_> = Sources::open(["-"], ReadOptions::default())
            .unwrap()
            .collect();
        let lines = show(&items);
        println!("\n[{}]", lines.join("]["));
        return;
    }
    let check = |input: &[u8], expected: &str| {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "files::standard_input_is_sniffed", "--nocapture"])
            .env(CHILD, "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        let output = child.wait_with_output().unwrap();
        let output = String::from_utf8(output.stdout).unwrap();
        assert!(output.contains(&format!("\n{expected}\n")), "{output}");
    };
    check(b"<p>Rain.", "[- | <p>Rain.]");
    check(
        &gz(&html("http://a.example/", "<p>A")),
        "[http://a.example/ | <p>A]",
    );
    check(
        b"{\"text\": \"a\"}\n{",
        "[-#1 | a][cannot read standard input at line 2: invalid JSON in column 1: EOF while \
         parsing an object; write one JSON object a line]",
    );
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn loops_end_and_other_trees_are_entered_once() {
        let outside = Dir::new();
        outside.write("far.html", "far");
        let dir = Dir::new();
        dir.write("a/one.html", "1");
        let at = |name: &str| dir.root().join(name);
        symlink(dir.root(), at("a/loop")).unwrap();
        symlink(at("a"), at("again")).unwrap();
        symlink(outside.root(), at("link1")).unwrap();
        symlink(outside.root(), at("link2")).unwrap();
        symlink(dir.root().parent().unwrap(), at("up")).unwrap();
        symlink(at("a/one.html"), at("file.html")).unwrap();
        symlink(at("nothing"), at("gone.html")).unwrap();
        symlink(at("self"), at("self")).unwrap();
        assert_eq!(
            dir.open(&[""]),
            [
                "a/one.html | 1",
                "file.html | 1",
                "cannot read gone.html: no such file or directory; check the path",
                "link1/far.html | far",
            ]
        );
    }

    #[test]
    fn what_may_not_be_read_is_said() {
        let dir = Dir::new();
        let path = dir.write("a.html", "A");
        dir.write("b.html", "B");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        let expected = if fs::File::open(&path).is_ok() {
            "a.html | A" // The superuser may read everything.
        } else {
            "cannot read a.html: permission denied; change its permissions or run as its owner"
        };
        assert_eq!(dir.open(&[""]), [expected, "b.html | B"]);
    }
}
