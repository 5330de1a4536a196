//! WARC: records, codings, damage, chunk invariance.

use std::io::Write;

use crate::fixtures::{Chunked, Item, gz, html, limited, read, read_with, record, response, show};
use copydesk_core::{Format, Unit};
use copydesk_io::{ReadOptions, ReadPlace, Sources};
use flate2::{
    Compression,
    write::{DeflateEncoder, ZlibEncoder},
};
use proptest::prelude::*;

const HTML: &str = "Content-Type: text/html";

fn info() -> Vec<u8> {
    record(
        "warcinfo",
        "",
        "application/warc-fields",
        b"software: test\r\n",
    )
}

fn bytes(items: &[Item]) -> Vec<&[u8]> {
    items
        .iter()
        .flatten()
        .map(|document| &*document.bytes)
        .collect()
}

#[test]
fn a_response_becomes_a_document() {
    let fields = [
        "content-TYPE: Text/HTML; Charset=\"windows-1251\"",
        "Server: x",
    ];
    let body = b"<p>\xCF\xF0\xE8";
    let items = read(
        "a.warc",
        &[
            info(),
            response("http://a.example/x", "200 OK", &fields, body),
        ]
        .concat(),
    );
    let [Ok(page)] = &*items else {
        panic!("{items:?}")
    };
    assert_eq!(page.bytes, body);
    assert_eq!(page.uri.as_deref(), Some("http://a.example/x"));
    assert_eq!(page.media_type.as_deref(), Some("text/html"));
    assert_eq!(page.charset.as_deref(), Some("windows-1251"));
    assert_eq!(page.fetched.as_deref(), Some("2021-03-04T05:06:07Z"));
    assert_eq!((page.format, page.unit), (Format::Html, Unit::Byte));
}

#[test]
fn wet_and_resources() {
    let wet = record(
        "conversion",
        "http://a.example/",
        "text/plain",
        "Grüße".as_bytes(),
    );
    let file = record("resource", "<file:///a.html>", "text/html", b"<p>");
    let image = record("resource", "file:///a.png", "image/png", b"png");
    let items = read("a.warc.wet", &[wet, file, image].concat());
    let [Ok(text), Ok(page)] = &*items else {
        panic!("{items:?}")
    };
    assert_eq!(
        (text.format, text.charset.as_deref()),
        (Format::PlainText, Some("utf-8"))
    );
    assert_eq!((page.format, page.charset.as_deref()), (Format::Html, None));
    assert_eq!(page.uri.as_deref(), Some("file:///a.html"));
}

#[test]
fn what_holds_no_page_is_counted() {
    let records = [
        info(),
        response("a", "404 Not Found", &[HTML], b"<p>no"),
        response("b", "206 Partial Content", &[HTML], b"<p>half"),
        response("c", "200 OK", &["Content-Type: image/png"], b"png"),
        response("d", "200", &["Content-Type: text/css"], b"p {}"),
        record(
            "response",
            "dns:a.example",
            "text/dns",
            b"a.example. 1 IN A 127.0.0.1",
        ),
        record(
            "request",
            "e",
            "application/http",
            b"GET / HTTP/1.1\r\n\r\n",
        ),
        response("f", "200 OK", &[], b"<p>no type"),
    ]
    .concat();
    let open = |options| {
        let records = std::io::Cursor::new(records.clone());
        Sources::from_reader("a.warc", records, options).unwrap()
    };
    let mut sources = open(ReadOptions::default());
    let items: Vec<_> = sources.by_ref().collect();
    assert_eq!(show(&items), ["f | <p>no type"]);
    let skipped = sources.skipped();
    let counts = (
        skipped.record_types(),
        skipped.statuses(),
        skipped.media_types(),
    );
    assert_eq!(counts, (2, 2, 3));

    let mut options = ReadOptions::default();
    options.every_status = true;
    let items: Vec<_> = open(options).collect();
    assert_eq!(show(&items), ["a | <p>no", "b | <p>half", "f | <p>no type"]);
}

#[test]
fn what_the_filter_does_not_let_pass_is_counted() {
    let languages = |uri: &str, code: &str| {
        let record = String::from_utf8(html(uri, "<p>")).unwrap();
        let field = format!("WARC-Identified-Content-Language: {code}\r\nContent-Length");
        record.replacen("Content-Length", &field, 1).into_bytes()
    };
    let tagged = |uri: &str, code: &str| {
        let field = format!("Content-Language: {code}");
        response(uri, "200 OK", &[HTML, &field], b"<p>")
    };
    let records = [
        info(),
        html("https://a.example/news/1", "<p>"),
        html("https://a.example/shop/1", "<p>"),
        html("https://a.example/news/live/1", &"<p>".repeat(1000)),
        response(
            "https://a.example/news/404",
            "404 Not Found",
            &[HTML],
            b"<p>",
        ),
        response("https://a.example/news/200", "201 Created", &[HTML], b"<p>"),
        response(
            "https://a.example/news/text",
            "200 OK",
            &["Content-Type: text/plain"],
            b"text",
        ),
        languages("https://a.example/news/zho", "zho,rus"),
        languages("https://a.example/news/eng", "rus,eng"),
        tagged("https://a.example/news/de", "de-AT"),
        tagged("https://a.example/news/en", "en-GB"),
        record(
            "conversion",
            "https://a.example/news/wet",
            "text/plain",
            b"text",
        ),
    ];
    let mut options = limited(2000);
    options.filter.statuses = vec![200, 404];
    options.filter.media_types = vec!["text/html".to_owned()];
    options.filter.urls = vec!["https://*/news/*".to_owned()];
    options.filter.not_urls = vec!["*/live/*".to_owned()];
    options.filter.languages = vec!["en".to_owned()];
    let records = std::io::Cursor::new(records.concat());
    let mut sources = Sources::from_reader("a.warc", records, options).unwrap();
    let uris: Vec<_> = sources
        .by_ref()
        .map(|item| item.unwrap().uri.unwrap())
        .collect();
    let names: Vec<_> = uris
        .iter()
        .filter_map(|uri| uri.rsplit('/').next())
        .collect();
    assert_eq!(names, ["1", "404", "eng", "en"]);
    let skipped = sources.skipped();
    assert_eq!((skipped.urls(), skipped.languages()), (2, 2));
    assert_eq!((skipped.statuses(), skipped.media_types()), (1, 2));
    assert_eq!(skipped.total(), 1 + 7);
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn codings_are_undone() {
    let check = |fields: &[&str], body: &[u8], expected: &[&str]| {
        let record = response("u", "200 OK", &[&[HTML], fields].concat(), body);
        assert_eq!(show(&read("a.warc", &record)), expected, "{fields:?}");
    };
    let page = &b"<p>The harvest was good."[..];
    let whole = ["u | <p>The harvest was good."];
    let chunks = b"5;a=b\r\n<p>Th\r\nA\r\ne harvest \r\n9\r\nwas good.\r\n0\r\n\r\n";
    check(&["Transfer-Encoding: Chunked"], chunks, &whole);
    check(&["Transfer-Encoding: chunked"], page, &whole);
    check(&["Content-Encoding: gzip"], &gz(page), &whole);
    check(
        &["Content-Encoding: x-gzip"],
        &[gz(page), b"\r\n".to_vec()].concat(),
        &whole,
    );
    check(&["Content-Encoding: gzip"], page, &whole);
    check(&["Content-Encoding: deflate"], &zlib(page), &whole);
    check(&["Content-Encoding: deflate"], &deflate(page), &whole);
    check(&["Content-Encoding: deflate"], page, &whole);
    check(&["Content-Encoding: identity"], page, &whole);
    check(
        &["Content-Encoding: deflate, gzip"],
        &gz(&zlib(page)),
        &whole,
    );
    let zipped = gz(page);
    let (a, b) = zipped.split_at(7);
    let mut both = Vec::new();
    for part in [a, b, b""] {
        both.extend_from_slice(format!("{:x}\r\n", part.len()).as_bytes());
        both.extend_from_slice(part);
        both.extend_from_slice(b"\r\n");
    }
    check(
        &["Transfer-Encoding: chunked", "Content-Encoding: gzip"],
        &both,
        &whole,
    );
    check(
        &["Content-Encoding: compress"],
        b"\x1f\x9d",
        &[
            "cannot read a.warc at byte 0: u: content-encoding `compress` is not supported (gzip, \
             deflate, br and zstd are); decode the archive with its crawler's tools first",
        ],
    );
    check(
        &["Transfer-Encoding: chunked"],
        &chunks[..20],
        &[
            "u | <p>The h",
            "cannot read a.warc at byte 0: u: the chunked body breaks off; the page is cut there",
        ],
    );
    for body in [gz(page), zlib(page)] {
        let coding = if body[0] == 0x1F { "gzip" } else { "deflate" };
        let record = response(
            "u",
            "200 OK",
            &[HTML, &format!("Content-Encoding: {coding}")],
            &body[..body.len() - 6],
        );
        let items = read("a.warc", &record);
        let [Ok(part), Err(failure)] = &*items else {
            panic!("{items:?}")
        };
        assert!(page.starts_with(&part.bytes));
        assert!(failure.message.contains("damaged or cut;"), "{failure}");
    }
}

#[test]
fn bombs_are_refused() {
    let bomb = vec![b' '; 3 << 20];
    for (coding, body) in [("gzip", gz(&bomb)), ("deflate", zlib(&bomb))] {
        let fields = [HTML, &format!("Content-Encoding: {coding}")];
        let records = [response("u", "200 OK", &fields, &body), html("v", "<p>")].concat();
        let items = show(&read_with("a.warc", &records, limited(1 << 20)));
        assert!(
            items[0].contains("larger than the limit of 1048576 bytes"),
            "{items:?}"
        );
        assert_eq!(items[1], "v | <p>");
    }
    let many = format!("Content-Encoding: {}", ["gzip"; 5].join(","));
    let items = show(&read(
        "a.warc",
        &response("u", "200 OK", &[HTML, &many], b"x"),
    ));
    assert!(
        items[0].contains("more than 4 content-encodings"),
        "{items:?}"
    );
}

#[test]
fn too_large_records_are_passed_over() {
    let large = html("big", &"x\r\n".repeat(100_000));
    let image = record("metadata", "m", "text/plain", &vec![b'y'; 300_000]);
    for zip in [false, true] {
        let parts = [info(), large.clone(), image.clone(), html("v", "<p>")];
        let records = if zip {
            parts.iter().flat_map(|part| gz(part)).collect()
        } else {
            parts.concat()
        };
        let items = show(&read_with("a.warc", &records, limited(1000)));
        assert_eq!(items.len(), 2, "{items:?}");
        assert!(
            items[0].contains("big: larger than the limit of 1000 bytes"),
            "{items:?}"
        );
        assert_eq!(items[1], "v | <p>");
    }
    // A length that is only claimed does not cost the records behind it.
    let lies =
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nHTTP\r\n\r\n";
    let items = show(&read("a.warc", &[lies.to_vec(), html("v", "<p>")].concat()));
    assert_eq!(items.len(), 2);
    assert_eq!(items[1], "v | <p>");
}

#[test]
fn damaged_records_cost_only_themselves() {
    let check = |damaged: &[u8], why: &str| {
        let records = [&*html("a", "<p>A"), damaged, &*html("c", "<p>C")].concat();
        let items = read("x.warc", &records);
        let lines = show(&items);
        let offset = html("a", "<p>A").len() as u64;
        assert_eq!(lines.len(), 3, "{lines:?}");
        assert_eq!((&*lines[0], &*lines[2]), ("a | <p>A", "c | <p>C"));
        let failure = items[1].as_ref().unwrap_err();
        assert!(failure.message.starts_with(why), "{failure}");
        assert_eq!(failure.place, Some(ReadPlace::Byte(offset)));
        assert_eq!(failure.uri, "x.warc");
    };
    let text = String::from_utf8(html("b", "<p>B")).unwrap();
    let wrong = |from: &str, to: &str| text.replacen(from, to, 1).into_bytes();
    let length = |length: &str| {
        let (head, tail) = text.split_once("Content-Length: ").unwrap();
        let (_, tail) = tail.split_once("\r\n").unwrap();
        format!("{head}Content-Length: {length}\r\n{tail}").into_bytes()
    };
    check(b"noise\r\n", "no WARC record where one should begin;");
    check(b"WARC/1.0\r\n\r\n", "a record without Content-Length;");
    check(
        &wrong("Content-Length", "Content-Lenght"),
        "a record without Content-Length;",
    );
    check(&length("12x"), "Content-Length `12x` is not a number;");
    check(&length("+12"), "Content-Length `+12` is not a number;");
    check(
        &length("12"),
        "b: the record does not end after the 12 bytes",
    );
    check(
        &length("90"),
        "b: the record does not end after the 90 bytes",
    );
    check(
        &length("9000"),
        "b: the record says that it has 9000 bytes, and ",
    );
    check(
        &wrong("HTTP/1.1", "HTMP/1.1"),
        "b: no HTTP response in a response record;",
    );
    check(
        &text.as_bytes()[..text.len() - 8],
        "b: the record does not end after",
    );
}

#[test]
fn line_ends_are_taken_as_they_come() {
    let text = String::from_utf8([html("a", "<p>A"), html("b", "<p>B")].concat()).unwrap();
    let expected = ["a | <p>A", "b | <p>B"];
    let check = |text: &str| assert_eq!(show(&read("a.warc", text.as_bytes())), expected, "{text}");
    check(&text);
    check(text.trim_end());
    check(&format!("\r\n{text}\n\n\n"));
    check(&text.replace("\r\n\r\nWARC/1.0", "\nWARC/1.1"));
    check(&text.replace("\r\n\r\nWARC/1.0", "WARC/1.0"));
    check(&text.replace("WARC-Type: response", "WARC-Type:\r\n response"));
}

#[test]
fn a_damaged_member_costs_only_itself() {
    let members: Vec<_> = ["a", "b", "c"]
        .map(|uri| {
            gz(&html(
                uri,
                &format!("<p>{}", format!("{uri} one two three ").repeat(30)),
            ))
        })
        .into();
    let whole = members.concat();
    let all = show(&read("x.warc.gz", &whole));
    let (start, end) = (members[0].len(), members[0].len() + members[1].len());
    for at in start..end {
        for bit in [1, 0x80] {
            let mut bytes = whole.clone();
            bytes[at] ^= bit;
            let items = read("x.warc.gz", &bytes);
            let lines = show(&items);
            assert_eq!(lines.first(), all.first(), "{at}");
            assert_eq!(lines.last(), all.last(), "{at}");
            // Some fields of the gzip header, such as the time, mean nothing.
            if lines != all {
                let failures: Vec<_> = items
                    .iter()
                    .filter_map(|item| item.as_ref().err())
                    .collect();
                assert_eq!(failures.len(), 1, "{at}: {lines:?}");
                assert_eq!(items.len(), 3, "{start}..{end} {at} {bit}: {failures:?}");
                assert_eq!(
                    failures[0].place,
                    Some(ReadPlace::CompressedByte(start as u64))
                );
            }
        }
    }
}

#[test]
fn cut_at_every_byte() {
    let records = [
        html("a", "<p>A"),
        info(),
        html("b", "<p>B"),
        html("c", "<p>C"),
    ];
    for zip in [false, true] {
        let members: Vec<_> = records
            .iter()
            .map(|record| if zip { gz(record) } else { record.clone() })
            .collect();
        let whole = members.concat();
        for cut in 0..=whole.len() {
            let items = read("x.warc", &whole[..cut]);
            let mut end = 0;
            let complete = members.iter().zip(&records).filter_map(|(member, record)| {
                end += member.len();
                (end <= cut).then(|| show(&read("x.warc", record)))
            });
            let complete: Vec<String> = complete.flatten().collect();
            let lines = show(&items);
            assert_eq!(lines[..complete.len()], complete, "{zip} {cut}");
            // At most the record that lost only its end, and one failure.
            assert!(lines.len() <= complete.len() + 2, "{zip} {cut}: {lines:?}");
            assert!(
                items.iter().filter(|item| item.is_err()).count() <= 1,
                "{zip} {cut}"
            );
        }
    }
}

#[test]
fn one_member_around_a_whole_archive() {
    let records = [html("a", "<p>A"), html("b", "<p>B")].concat();
    assert_eq!(
        show(&read("x.warc.gz", &gz(&records))),
        ["a | <p>A", "b | <p>B"]
    );
    let cut = gz(&records);
    let items = read("x.warc.gz", &cut[..cut.len() - 1]);
    assert_eq!(bytes(&items), [b"<p>A", b"<p>B"]);
    assert_eq!(items.len(), 3);
}

#[test]
fn hostile_archives_take_linear_time() {
    let header = "WARC/1.0\r\nContent-Length: 200000000\r\n\r\n";
    let bytes = header.repeat(60_000);
    assert_eq!(read("a.warc", bytes.as_bytes()).len(), 60_000);
    let bytes = "WARC/1.0\n".repeat(200_000);
    assert!(!read("a.warc", bytes.as_bytes()).is_empty());
    // Headers of gzip members without end, in which further ones begin.
    let nested: Vec<u8> = (0..30_000)
        .flat_map(|_| *b"\x1f\x8b\x08\0\0\0\0\0\0\0\0\xff\xff\0\0WARC/1.")
        .collect();
    assert!(!read("a.warc", &nested).is_empty());
}

fn archive() -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![
        4 => "[a-z]{1,3}".prop_map(|uri| html(&uri, &format!("<p>{uri}\r\nWARC/1.0 is a format"))),
        1 => Just(info()),
        1 => "[ -~\r\n]{0,40}".prop_map(String::into_bytes),
        1 => "WARC/1.[01]\r\n(Content-Length: [0-9]{1,3}\r\n)?(\r\n)?[a-z\r\n]{0,20}".prop_map(String::into_bytes),
    ];
    (
        prop::collection::vec((part, any::<bool>()), 0..6),
        any::<bool>(),
    )
        .prop_map(|(parts, plain)| {
            let zip = |(part, zip): &(Vec<u8>, bool)| match plain || !zip {
                true if plain => part.clone(),
                true => gz(&[&**part, b"\r\n"].concat()),
                false => gz(part),
            };
            parts.iter().flat_map(zip).collect()
        })
}

/// A name that ends in `.gz` is wrong however few bytes a stream gives at once.
#[test]
fn an_archive_that_is_not_compressed_whatever_its_name_says() {
    let bytes = html("u", "<p>The river rose.");
    for size in 1..9 {
        let pieces = Chunked::new(bytes.clone(), vec![size]);
        let sources = Sources::from_reader("x.warc.gz", pieces, ReadOptions::default()).unwrap();
        let items: Vec<_> = sources.collect();
        assert_eq!(show(&items), ["u | <p>The river rose."], "{size} at once");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn chunks_do_not_matter(
        mut bytes in archive(),
        sizes in prop::collection::vec(1usize..60, 1..8),
        flip in prop::option::of((any::<prop::sample::Index>(), 1u8..)),
        cut in prop_oneof![Just(0usize), 0usize..100],
    ) {
        bytes.truncate(bytes.len().saturating_sub(cut));
        if let (Some((at, bits)), false) = (flip, bytes.is_empty()) {
            let at = at.index(bytes.len());
            bytes[at] ^= bits;
        }
        let whole = read_with("a.warc", &bytes, limited(200));
        let chunked = Chunked::new(bytes, sizes);
        let chunked: Vec<_> = Sources::from_reader("a.warc", chunked, limited(200)).unwrap().collect();
        prop_assert_eq!(show(&whole), show(&chunked));
    }

    #[test]
    fn arbitrary_bytes_do_not_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        body in prop::collection::vec(any::<u8>(), 0..100),
        coding in "gzip|deflate|chunked",
    ) {
        read("a.warc", &bytes);
        read("a.warc", &[b"\x1f\x8b\x08".to_vec(), bytes].concat());
        let field = match &*coding {
            "chunked" => "Transfer-Encoding: chunked".to_owned(),
            _ => format!("Content-Encoding: {coding}"),
        };
        read("a.warc", &response("u", "200 OK", &[HTML, &field], &body));
    }
}
