//! Zstd and brotli: files, web archives with and without a dictionary, bodies of responses.

#![cfg(all(feature = "zstd", feature = "brotli"))]

use crate::fixtures::{
    Chunked, Dir, gz, html, limited, read, read_with, response, show, zst, zst_with,
};
use copydesk_io::Sources;
use proptest::prelude::*;

const HTML: &str = "Content-Type: text/html";
/// `<p>The harvest was good.</p>` three times.
const BROTLI: &[u8] = b"\x1b\x53\x00\xf8\x1d\x07\x76\x4c\xf8\x8d\x0f\x2f\xaa\x9a\x92\xc7\x87\x4a\
    \x4f\x96\xea\x43\xa2\x16\x1f\x8d\x61\x54\xd8\x5b\x7c\x15\x2b\x2c\x54\x07\x11\xfa\x38\x8b\x37\
    \xf0\x69\x42\x2b";
/// Three MiB of spaces.
const BROTLI_BOMB: &[u8] = b"\x9b\xff\xff\x2f\xf8\x25\x40\xe2\xb1\x40\x20\xf7\xfe\x05";

/// A frame that is passed over.
fn skippable(kind: u8, bytes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(bytes.len()).unwrap().to_le_bytes();
    [&[kind, 0x2A, 0x4D, 0x18], &length[..], bytes].concat()
}

#[test]
fn any_file_may_be_zstd() {
    let dir = Dir::new();
    dir.write("a.html.zst", zst(b"<p>A"));
    dir.write("b.html", zst(b"<p>B"));
    dir.write(
        "c.jsonl.zst",
        zst(b"{\"text\": \"C.\"}\n{\"text\": \"D.\"}\n"),
    );
    dir.write(
        "d.warc.zst",
        [zst(&html("u", "<p>U")), zst(&html("v", "<p>V"))].concat(),
    );
    let lines = dir.open(&["."]);
    let lines: Vec<_> = lines.iter().map(|line| line.replace("./", "")).collect();
    assert_eq!(
        lines,
        [
            "a.html.zst | <p>A",
            "b.html | <p>B",
            "c.jsonl.zst#1 | C.",
            "c.jsonl.zst#2 | D.",
            "u | <p>U",
            "v | <p>V",
        ]
    );
}

#[test]
fn frames_may_share_a_dictionary() {
    let dictionary = "<p>The harvest was good, said the minister of agriculture.".repeat(20);
    let dictionary = dictionary.as_bytes();
    let page = "<p>The harvest was good, said the minister of health.";
    let frames: Vec<_> = ["a", "b", "c"]
        .map(|uri| zst_with(&html(uri, page), dictionary))
        .into();
    let expected: Vec<_> = ["a", "b", "c"].map(|uri| format!("{uri} | {page}")).into();
    for stored in [dictionary.to_vec(), zst(dictionary)] {
        let first = skippable(0x5D, &stored);
        let whole = [&first[..], &frames.concat()].concat();
        assert_eq!(show(&read("x.warc.zst", &whole)), expected);
        // The frame behind a damaged one needs the dictionary as well.
        let mut damaged = whole.clone();
        damaged[first.len() + frames[0].len() - 10] ^= 1;
        let lines = show(&read("x.warc.zst", &damaged));
        assert_eq!(lines[1..], expected[1..]);
        let place = format!("at compressed byte {}: ", first.len());
        assert!(lines[0].contains(&place), "{lines:?}");
        for cut in 0..first.len() {
            let lines = show(&read("x.warc.zst", &whole[..cut]));
            assert!(
                cut < 4 || lines.len() == 1 && lines[0].starts_with("cannot"),
                "{lines:?}"
            );
        }
    }
    let without = show(&read("x.warc.zst", &frames.concat()));
    assert!(without[0].contains("damaged zstd data"), "{without:?}");
    let broken = [skippable(0x5D, &zst(dictionary)[..40]), frames.concat()].concat();
    let lines = show(&read("x.warc.zst", &broken));
    assert_eq!(lines.len(), 1);
    assert!(
        lines[0].contains("the dictionary of the archive is damaged"),
        "{lines:?}"
    );
}

#[test]
fn frames_without_data_are_passed_over() {
    let index = skippable(0x5E, &vec![7; 100_000]);
    let parts = [
        &index[..],
        &zst(&html("a", "<p>A")),
        &index,
        &zst(&html("b", "<p>B")),
        &index,
    ];
    assert_eq!(
        show(&read("x.warc.zst", &parts.concat())),
        ["a | <p>A", "b | <p>B"]
    );
}

#[test]
fn bodies_are_decoded() {
    let page = "<p>The harvest was good.</p>".repeat(3);
    let check = |fields: &[&str], body: &[u8], expected: &str| {
        let record = response("u", "200 OK", &[&[HTML], fields].concat(), body);
        assert_eq!(
            show(&read("a.warc", &record)),
            [format!("u | {expected}")],
            "{fields:?}"
        );
    };
    check(&["Content-Encoding: br"], BROTLI, &page);
    check(&["Content-Encoding: BR, gzip"], &gz(BROTLI), &page);
    check(&["Content-Encoding: br"], page.as_bytes(), &page);
    check(&["Content-Encoding: zstd"], &zst(page.as_bytes()), &page);
    check(&["Content-Encoding: zstd"], page.as_bytes(), &page);
    let size = format!("{:x}\r\n", BROTLI.len());
    let chunked = [size.as_bytes(), BROTLI, b"\r\n0\r\n\r\n"];
    let fields = ["Transfer-Encoding: chunked", "Content-Encoding: br"];
    check(&fields, &chunked.concat(), &page);
}

#[test]
fn bodies_that_break_off_are_told() {
    let page = "<p>The harvest was good.</p>".repeat(90_000);
    let zstd = zst(page.as_bytes());
    for (coding, body) in [("br", &BROTLI[..30]), ("zstd", &zstd[..zstd.len() - 3])] {
        let fields = [HTML, &format!("Content-Encoding: {coding}")];
        let items = read("a.warc", &response("u", "200 OK", &fields, body));
        let (last, parts) = items.split_last().unwrap();
        let failure = last.as_ref().unwrap_err().to_string();
        assert!(failure.contains("damaged or cut;"), "{failure}");
        for part in parts {
            assert!(page.as_bytes().starts_with(&part.as_ref().unwrap().bytes));
        }
    }
}

#[test]
fn bombs_are_refused() {
    let bomb = zst(&vec![b' '; 3 << 20]);
    for (coding, body) in [("br", BROTLI_BOMB), ("zstd", &bomb)] {
        let fields = [HTML, &format!("Content-Encoding: {coding}")];
        let records = [response("u", "200 OK", &fields, body), html("v", "<p>")].concat();
        let items = show(&read_with("a.warc", &records, limited(1 << 20)));
        assert!(
            items[0].contains("larger than the limit of 1048576 bytes"),
            "{items:?}"
        );
        assert_eq!(items[1], "v | <p>");
    }
    let items = show(&read_with("a.html.zst", &bomb, limited(1 << 20)));
    assert_eq!(items.len(), 1);
    assert!(
        items[0].contains("larger than the limit of 1048576 bytes"),
        "{items:?}"
    );
    // A dictionary that is one.
    let zeros = zst(&vec![0; 40 << 20]);
    let items = show(&read("a.warc.zst", &skippable(0x5D, &zeros)));
    assert!(
        items[0].contains("the dictionary of the archive is damaged"),
        "{items:?}"
    );
}

#[test]
fn bombs_within_bombs_are_refused() {
    const REFUSED: &str = "larger than the limit of 1048576 bytes";
    let blanks = vec![b' '; 64 << 20];
    // What is packed twice packs sixty-four MiB into less than a kB.
    let once = [gz(&blanks), zst(&blanks)];
    let twice = [
        ("gzip, gzip", gz(&once[0])),
        ("zstd, gzip", gz(&once[1])),
        ("gzip, zstd", zst(&once[0])),
        ("zstd, zstd", zst(&once[1])),
    ];
    for (codings, body) in twice {
        assert!(body.len() < 1000, "{codings}: {}", body.len());
        let fields = [HTML, &format!("Content-Encoding: {codings}")];
        let records = [response("u", "200 OK", &fields, &body), html("v", "<p>")].concat();
        let items = show(&read_with("a.warc", &records, limited(1 << 20)));
        assert!(items[0].contains(REFUSED), "{codings}: {items:?}");
        assert_eq!(items[1], "v | <p>");
        // In a file one packing is undone, and what is in it is a document of a few bytes.
        let items = read_with("a.html", &body, limited(1 << 20));
        let document = items[0].as_ref().unwrap();
        assert!(document.bytes.len() < 70_000, "{}", document.bytes.len());
    }
    // Many small ones after each other.
    for member in [gz(&blanks[..1000]), zst(&blanks[..1000])] {
        for name in ["a.html", "a.jsonl"] {
            let items = show(&read_with(name, &member.repeat(2000), limited(1 << 20)));
            assert_eq!(items.len(), 1, "{name}");
            assert!(items[0].contains(REFUSED), "{name}: {items:?}");
        }
    }
}

/// A frame may ask the reader to keep as many bytes as it likes in memory.
#[test]
fn windows_beyond_any_use_are_refused() {
    for exponent in [18, 21] {
        // A window of two to the power of ten more, and a block of the same byte, 16 times.
        let window = exponent << 3;
        let frame = [0x28, 0xb5, 0x2f, 0xfd, 0, window, 0x83, 0, 0, b'x'];
        let items = show(&read("a.html", &frame));
        assert!(items[0].contains("damaged zstd data"), "{items:?}");
    }
    // One as large as compressors make on request is read.
    let frame = [0x28, 0xb5, 0x2f, 0xfd, 0, 17 << 3, 0x83, 0, 0, b'x'];
    assert_eq!(
        show(&read("a.html", &frame)),
        [format!("a.html | {}", "x".repeat(16))]
    );
}

#[test]
fn hostile_archives_take_linear_time() {
    // Beginnings of frames whose only block is never whole.
    let start = b"\x28\xb5\x2f\xfd\x20\xff\x05\x00\x08";
    let bytes = [&zst(&html("a", "<p>A"))[..], &start.repeat(400_000)].concat();
    assert_eq!(show(&read("a.warc.zst", &bytes))[0], "a | <p>A");
    let skipped = skippable(0x50, b"").repeat(400_000);
    assert!(read("a.warc.zst", &skipped).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn chunks_do_not_matter(
        words in prop::collection::vec("[a-z]{1,3}", 0..6),
        dictionary in prop::option::of("[a-z<>]{20,40}"),
        sizes in prop::collection::vec(1usize..60, 1..8),
        flip in prop::option::of((any::<prop::sample::Index>(), 1u8..)),
        cut in prop_oneof![Just(0usize), 0usize..100],
    ) {
        let dictionary = dictionary.unwrap_or_default();
        let frame = |word: &String| zst_with(&html(word, &format!("<p>{word}")), dictionary.as_bytes());
        let mut bytes = skippable(0x5D, dictionary.as_bytes());
        bytes.extend(words.iter().flat_map(frame));
        bytes.truncate(bytes.len().saturating_sub(cut));
        if let (Some((at, bits)), false) = (flip, bytes.is_empty()) {
            let at = at.index(bytes.len());
            bytes[at] ^= bits;
        }
        let whole = read_with("a.warc.zst", &bytes, limited(200));
        let chunked = Chunked::new(bytes, sizes);
        let chunked: Vec<_> =
            Sources::from_reader("a.warc.zst", chunked, limited(200)).unwrap().collect();
        prop_assert_eq!(show(&whole), show(&chunked));
    }

    #[test]
    fn arbitrary_bytes_do_not_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for start in [&b"\x28\xb5\x2f\xfd"[..], b"\x5d\x2a\x4d\x18\x10\0\0\0", b"\x50\x2a\x4d\x18"] {
            read("a.warc", &[start, &bytes].concat());
            read("a.html", &[start, &bytes].concat());
        }
        for coding in ["br", "zstd"] {
            let field = format!("Content-Encoding: {coding}");
            read("a.warc", &response("u", "200 OK", &[HTML, &field], &bytes));
            let magic = [b"\x28\xb5\x2f\xfd", &bytes[..]].concat();
            read("a.warc", &response("u", "200 OK", &[HTML, &field], &magic));
        }
    }
}
