//! Containers of documents, packed and plain, whole and damaged.

use std::io::Cursor;

use copydesk_benches::archives;
use copydesk_io::{ReadOptions, Sources};

use super::Case;

/// A name that tells the kind of the container, what is in it again and again, and how that is
/// packed.
type Container = (&'static str, &'static str, fn(usize) -> Vec<u8>);

const CONTAINERS: [Container; 21] = [
    ("empty-members", "a.warc.gz", |n| repeated(&gzip(b""), n)),
    ("members-of-a-byte", "a.html.gz", |n| {
        repeated(&gzip(b"x"), n)
    }),
    ("member-of-blanks", "a.html.gz", |n| {
        gzip(&vec![b' '; 16 * n])
    }),
    ("members-cut-off", "a.warc.gz", |n| {
        repeated(b"\x1f\x8b\x08\0\0\0\0\0\0\0\0\xff\xff\0\0WARC/1.", n)
    }),
    ("beginnings-of-members", "a.warc.gz", |n| {
        repeated(b"\x1f\x8b\x08\0\0\0\0\0\0\x03", n)
    }),
    ("records-packed", "a.warc.gz", |n| {
        repeated(&gzip(&record("", b"<p>x")), n)
    }),
    ("records-of-blanks", "a.warc.gz", |n| {
        repeated(&gzip(&record("", &[b' '; 100_000])), n)
    }),
    ("frames-of-a-byte", "a.html.zst", |n| {
        repeated(&zstd(b"x"), n)
    }),
    ("frames-cut-off", "a.warc.zst", |n| {
        repeated(b"\x28\xb5\x2f\xfd\x04\0", n)
    }),
    ("frame-of-blanks", "a.html.zst", |n| {
        zstd(&vec![b' '; 16 * n])
    }),
    ("records-in-frames", "a.warc.zst", |n| {
        repeated(&zstd(&record("", b"<p>x")), n)
    }),
    ("records", "a.warc", |n| repeated(&record("", b"<p>x"), n)),
    ("bodies-packed", "a.warc", |n| {
        let packed = gzip(&[b' '; 100_000]);
        repeated(&record("Content-Encoding: gzip\r\n", &packed), n)
    }),
    ("body-in-chunks", "a.warc", |n| {
        record(
            "Transfer-Encoding: chunked\r\n",
            &repeated(b"1\r\nx\r\n", n),
        )
    }),
    ("header-of-lines", "a.warc", |n| {
        [b"WARC/1.0\r\n", &*repeated(b"a: b\r\n", n)].concat()
    }),
    ("header-of-a-line", "a.warc", |n| {
        [b"WARC/1.0\r\na:", &*repeated(b" b", n)].concat()
    }),
    ("headers-cut-off", "a.warc", |n| {
        repeated(b"WARC/1.0\r\nContent-Length: 200000000\r\n\r\n", n)
    }),
    ("beginnings-of-records", "a.warc", |n| {
        repeated(b"WARC/1.0\n", n)
    }),
    ("one-line", "a.jsonl", |n| {
        [b"{\"text\": \"", &*repeated(b"\\u00e9\\n", n), b"\"}"].concat()
    }),
    ("lists-in-a-line", "a.jsonl", |n| repeated(b"[", n)),
    ("empty-lines", "a.jsonl", |n| repeated(b"{}\n", n)),
];

pub(super) fn all() -> Vec<Case> {
    CONTAINERS
        .map(|(name, file, made)| {
            Case::new(name, move |bytes, stages| {
                let container = made(bytes);
                stages.run("reader", bytes, || {
                    let reader = Cursor::new(container);
                    let sources = Sources::from_reader(file, reader, ReadOptions::default());
                    sources.expect("the options are valid").count()
                });
            })
        })
        .into()
}

fn repeated(unit: &[u8], bytes: usize) -> Vec<u8> {
    unit.repeat(bytes.div_ceil(unit.len()))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    archives::gzip(bytes)
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    zstd::encode_all(bytes, 3).expect("writing to memory does not fail")
}

/// A response of a web archive with a field in its HTTP header.
fn record(field: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{field}\r\n");
    let length = head.len() + body.len();
    let mut out = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/\r\n\
         Content-Type: application/http\r\nContent-Length: {length}\r\n\r\n{head}"
    )
    .into_bytes();
    out.extend_from_slice(body);
    out.extend_from_slice(b"\r\n\r\n");
    out
}
