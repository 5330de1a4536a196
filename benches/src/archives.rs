//! The same pages in the containers that the readers know.

use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};

/// One JSON object a line.
pub fn jsonl(pages: &[String]) -> Vec<u8> {
    let mut out = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let url = format!("https://news.example/{index}");
        let row = serde_json::json!({ "url": url, "html": page });
        out.extend_from_slice(row.to_string().as_bytes());
        out.push(b'\n');
    }
    out
}

/// A web archive: a request and a response for each page, as a crawler writes them.
pub fn warc(pages: &[String]) -> Vec<u8> {
    pages.iter().enumerate().flat_map(records).collect()
}

/// The same archive with a gzip member for each page, as the public archives are stored.
pub fn warc_gz(pages: &[String]) -> Vec<u8> {
    let members = pages.iter().enumerate().map(records);
    members.flat_map(|records| gzip(&records)).collect()
}

/// One gzip member.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.expect("writing to memory does not fail")
}

/// The request and the response of one page.
fn records((index, page): (usize, &String)) -> Vec<u8> {
    let request = format!("GET /{index} HTTP/1.1\r\nHost: news.example\r\n\r\n");
    let response = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\r\n{page}",
        page.len()
    );
    let mut out = Vec::with_capacity(page.len() + 1024);
    for (kind, body) in [("request", request), ("response", response)] {
        let head = format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://news.example/{index}\r\n\
             WARC-Date: 2024-10-16T07:05:00Z\r\nContent-Type: application/http; msgtype={kind}\r\n\
             Content-Length: {}\r\n\r\n",
            body.len()
        );
        out.extend_from_slice(head.as_bytes());
        out.extend_from_slice(body.as_bytes());
        out.extend_from_slice(b"\r\n\r\n");
    }
    out
}
