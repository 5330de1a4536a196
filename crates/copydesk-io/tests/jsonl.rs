//! JSONL: fields, names, bad lines, chunk invariance.

use crate::fixtures::{Chunked, gz, limited, read, read_with, show};
use copydesk_core::{Format, Unit};
use copydesk_io::{ReadOptions, ReadPlace, Sources};
use proptest::prelude::*;

fn check(line: &str, expected: &str) {
    let items = show(&read("rows.jsonl", line.as_bytes()));
    assert_eq!(items, [expected], "{line}");
}

#[test]
fn fields_and_names() {
    check(r#"{"text": "T"}"#, "rows.jsonl#1 | T");
    check(r#"{"html": "<p>H", "text": "T", "id": "x"}"#, "x | T");
    check(
        r#"{"body": "B", "content": "C", "uri": "u", "id": 5}"#,
        "u | C",
    );
    check(r#"{"body": "B", "text": null, "id": -5}"#, "-5 | B");
    check(r#"{"text": 3, "html": "H", "url": "", "id": "i"}"#, "i | H");
    check(
        r#"{"text": "caf\u00e9 \ud83d\ude00", "meta": {"a": [1, {}]}}"#,
        "rows.jsonl#1 | café 😀",
    );
    check(r#"{"text": "a", "text": "b"}"#, "rows.jsonl#1 | b");
    check("\u{FEFF}{\"text\": \"T\"}\r\n\r\n  \n", "rows.jsonl#1 | T");
    check(r#"{"te\u0078t": "T", "url": null}"#, "rows.jsonl#1 | T");
    check(r#"{"text": "T", "other": "\ud800"}"#, "rows.jsonl#1 | T");
}

#[test]
fn format_and_unit() {
    let items = read("r.jsonl", b"{\"html\": \"<p>\"}\n{\"content\": \"c\"}");
    let (html, text) = (items[0].as_ref().unwrap(), items[1].as_ref().unwrap());
    assert_eq!((html.format, text.format), (Format::Html, Format::Auto));
    assert_eq!((html.unit, text.unit), (Unit::Char, Unit::Char));
    assert_eq!(text.charset.as_deref(), Some("utf-8"));
}

#[test]
fn a_field_of_the_callers_choice() {
    let with = |line: &str| {
        let mut options = ReadOptions::default();
        options.jsonl_field = Some("article".to_owned());
        show(&read_with("r.jsonl", line.as_bytes(), options))
    };
    assert_eq!(
        with(r#"{"text": "T", "article": "A", "url": "u"}"#),
        ["u | A"]
    );
    assert_eq!(
        with(r#"{"text": "T"}"#),
        [
            "cannot read r.jsonl at line 1: no field `article`; name the field with the text in \
          jsonl_field"
        ]
    );
    let mut options = ReadOptions::default();
    options.jsonl_field = Some("url".to_owned());
    assert_eq!(
        show(&read_with("r.jsonl", b"{\"url\": \"u\"}", options)),
        ["u | u"]
    );
}

#[test]
fn bad_lines_say_where_and_what_to_do() {
    let bad = |line: &str, why: &str| {
        check(line, &format!("cannot read rows.jsonl at line 1: {why}"));
    };
    bad(
        "{\"text\": ",
        "invalid JSON in column 9: EOF while parsing a value; write one JSON object a line",
    );
    bad(
        "{\"text\": \"a\"} x",
        "invalid JSON in column 15: trailing characters; write one JSON object a line",
    );
    bad(
        "[1]",
        "invalid type: sequence, expected an object; write one JSON object a line",
    );
    bad(
        r#"{"text": 1}"#,
        "the field `text` is a number; it has to be a string",
    );
    bad(
        r#"{"content": ["a"]}"#,
        "the field `content` is a list; it has to be a string",
    );
    bad(
        r#"{"a": "b"}"#,
        "none of the fields `text`, `html`, `content`, `body`; name the field with the text in \
         jsonl_field",
    );
    for escape in [
        r"\ud800",
        r"\ud800x",
        r"\ud800\n",
        r"\udc00",
        r"\ud800\u0041",
    ] {
        let items = read("r.jsonl", format!("{{\"text\": \"{escape}\"}}").as_bytes());
        let failure = items[0].as_ref().unwrap_err();
        assert!(
            failure.message.starts_with("half of a surrogate pair"),
            "{escape}: {failure}"
        );
    }
    let items = show(&read("r.jsonl", b"{\"text\": \"a\xFFb\"}"));
    assert_eq!(
        items,
        [
            "cannot read r.jsonl at line 1: invalid UTF-8 in byte 12 of the line; write the file as UTF-8"
        ]
    );
}

#[test]
fn other_lines_go_on() {
    let rows = b"{\"text\": \"a\"}\n\noops\n{\"text\": \"b\"}\n{\"text\": \"too long\"}\n{\"text\": \"c\"}";
    let items = read_with("r.jsonl", rows, limited(15));
    assert_eq!(items[0].as_ref().unwrap().bytes, b"a");
    assert_eq!(
        items[1].as_ref().unwrap_err().place,
        Some(ReadPlace::Line(3))
    );
    assert_eq!(items[2].as_ref().unwrap().uri.as_deref(), Some("r.jsonl#4"));
    let failure = items[3].as_ref().unwrap_err();
    assert_eq!(failure.place, Some(ReadPlace::Line(5)));
    assert!(
        failure
            .message
            .starts_with("larger than the limit of 15 bytes")
    );
    assert_eq!(items[4].as_ref().unwrap().bytes, b"c");
    assert_eq!(items.len(), 5);
}

#[test]
fn deep_nesting_does_no_harm() {
    let deep = format!(
        "{{\"a\": {}, \"text\": \"T\"}}\n{{\"text\": \"U\"}}",
        "[".repeat(1 << 20)
    );
    let items = read("r.jsonl", deep.as_bytes());
    assert!(items[0].is_err());
    assert_eq!(items[1].as_ref().unwrap().bytes, b"U");
}

#[test]
fn a_cut_file_delivers_its_whole_lines() {
    let rows: Vec<_> = (0..200)
        .map(|n| format!("{{\"text\": \"row {n}\"}}\n"))
        .collect();
    let rows = rows.concat();
    let whole = gz(rows.as_bytes());
    for end in (3..whole.len()).step_by(7) {
        let items = read("r.jsonl.gz", &whole[..end]);
        let (last, before) = items.split_last().unwrap();
        assert!(last.as_ref().unwrap_err().message.contains("gzip"), "{end}");
        for (n, item) in before.iter().enumerate() {
            assert_eq!(item.as_ref().unwrap().bytes, format!("row {n}").as_bytes());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn chunks_do_not_matter(
        lines in prop::collection::vec("\\{\"text\": \"[a-c\u{E9}]{0,20}\"\\}|[{}a\"\r ]{0,30}", 0..20),
        sizes in prop::collection::vec(1usize..40, 1..8),
        zipped: bool,
        cut in 0usize..30,
        end: bool,
    ) {
        let mut bytes = lines.join("\n").into_bytes();
        if end {
            bytes.push(b'\n');
        }
        if zipped {
            bytes = gz(&bytes);
        }
        bytes.truncate(bytes.len().saturating_sub(cut));
        let whole = read_with("r.jsonl", &bytes, limited(25));
        let chunked = Chunked::new(bytes, sizes);
        let chunked: Vec<_> = Sources::from_reader("r.jsonl", chunked, limited(25)).unwrap().collect();
        prop_assert_eq!(show(&whole), show(&chunked));
    }

    #[test]
    fn arbitrary_bytes_do_not_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        read("r.jsonl", &bytes);
        read("-", &bytes);
    }
}
