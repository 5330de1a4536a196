//! An HTTP response as archived: status, fields and the body without its transfer codings.

#[cfg(feature = "brotli")]
use std::io::Read as _;

#[cfg(feature = "brotli")]
use brotli_decompressor::Decompressor;
use flate2::{Decompress, FlushDecompress, Status};

use super::fields::{Fields, block_end};
use crate::{
    unzip::{BreakKind, is_compressed},
    window::Window,
};

/// Content codings over one another, at most; servers use one, misconfigured proxies two.
const MAX_CODINGS: usize = 4;

/// A response, its body still coded.
#[derive(Debug)]
pub(super) struct Response<'a> {
    pub(super) status: u16,
    pub(super) fields: Fields<'a>,
    body: &'a [u8],
}

/// What a body came to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Body {
    Whole(Vec<u8>),
    /// What was decoded before the damage, and what the damage is.
    Cut(Vec<u8>, String),
    /// Nothing, and why.
    Unread(String),
    TooLarge,
}

/// Reads status line and fields; `None` where it is no HTTP response.
pub(super) fn parse(block: &[u8]) -> Option<Response<'_>> {
    if !block.starts_with(b"HTTP/") {
        return None;
    }
    // Servers have been seen that send no blank line where there is no body.
    let (head, body) = block_end(block).unwrap_or((block.len(), block.len()));
    let line = block[..head].split(|&byte| byte == b'\n').next()?;
    let mut words = line
        .split(u8::is_ascii_whitespace)
        .filter(|word| !word.is_empty());
    let status = std::str::from_utf8(words.nth(1)?).ok()?.parse().ok()?;
    Some(Response {
        status,
        fields: Fields::parse(&block[line.len()..head]),
        body: &block[body..],
    })
}

impl Response<'_> {
    /// The body, decoded to at most `limit` bytes.
    pub(super) fn body(&self, limit: usize) -> Body {
        let chunked = self.fields.get("transfer-encoding");
        let chunked = chunked.is_some_and(|codings| has_coding(&codings, "chunked"));
        let (unchunked, mut damage) = match chunked.then(|| unchunk(self.body)).flatten() {
            Some((bytes, whole)) => (Some(bytes), (!whole).then(|| CUT_CHUNKS.to_owned())),
            None => (None, None),
        };
        let mut bytes = unchunked.unwrap_or_else(|| self.body.to_vec());
        let codings = self.fields.get("content-encoding").unwrap_or_default();
        if codings.split(',').count() > MAX_CODINGS {
            return Body::Unread(format!(
                "more than {MAX_CODINGS} content-encodings over one another; repair the archive"
            ));
        }
        // The last coding was applied last.
        for coding in codings.rsplit(',') {
            match decode(&coding.trim().to_ascii_lowercase(), bytes, limit) {
                Body::Whole(decoded) => bytes = decoded,
                Body::Cut(decoded, why) => {
                    bytes = decoded;
                    damage.get_or_insert(why);
                }
                unread => return unread,
            }
        }
        match damage {
            _ if bytes.len() > limit => Body::TooLarge,
            None => Body::Whole(bytes),
            Some(why) if bytes.is_empty() => Body::Unread(why),
            Some(why) => Body::Cut(bytes, why),
        }
    }
}

/// The content codings that are undone, in words.
const KNOWN: &str = match (cfg!(feature = "brotli"), cfg!(feature = "zstd")) {
    (true, true) => "gzip, deflate, br and zstd",
    (true, false) => "gzip, deflate and br",
    (false, true) => "gzip, deflate and zstd",
    (false, false) => "gzip and deflate",
};
const CUT_CHUNKS: &str = "the chunked body breaks off; the page is cut there";

fn has_coding(codings: &str, name: &str) -> bool {
    codings
        .split(',')
        .any(|coding| coding.trim().eq_ignore_ascii_case(name))
}

/// Joins the chunks of a chunked body, and says whether the last one was there. `None` where
/// the body is not chunked at all: many archives keep the field but not the coding.
fn unchunk(body: &[u8]) -> Option<(Vec<u8>, bool)> {
    let mut joined = Vec::with_capacity(body.len());
    let mut rest = body;
    let mut first = true;
    loop {
        let Some(line) = rest.iter().position(|&byte| byte == b'\n') else {
            return (!first).then_some((joined, false));
        };
        let size = rest[..line]
            .split(|&byte| byte == b';')
            .next()
            .unwrap_or_default();
        let size = std::str::from_utf8(size.trim_ascii()).unwrap_or_default();
        let digits = !size.is_empty() && size.bytes().all(|byte| byte.is_ascii_hexdigit());
        let Some(size) = usize::from_str_radix(size, 16).ok().filter(|_| digits) else {
            return (!first).then_some((joined, false));
        };
        rest = &rest[line + 1..];
        if size == 0 {
            return Some((joined, true));
        }
        joined.extend_from_slice(&rest[..size.min(rest.len())]);
        if size > rest.len() {
            return Some((joined, false));
        }
        rest = &rest[size..];
        rest = rest.strip_prefix(b"\r").unwrap_or(rest);
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        first = false;
    }
}

/// Undoes one content coding. A body that is evidently not coded so stays as it is: archives
/// and proxies decode bodies and keep the field.
fn decode(coding: &str, bytes: Vec<u8>, limit: usize) -> Body {
    match coding {
        "" | "identity" | "none" => Body::Whole(bytes),
        _ if bytes.is_empty() => Body::Whole(bytes),
        "gzip" | "x-gzip" | "zstd" if is_compressed(&bytes) => unzip(&bytes, limit),
        "gzip" | "x-gzip" | "zstd" => Body::Whole(bytes),
        #[cfg(feature = "brotli")]
        "br" => match unbrotli(&bytes, limit) {
            // Bare text is no brotli but by chance.
            Body::Unread(_) if bytes.trim_ascii_start().starts_with(b"<") => Body::Whole(bytes),
            decoded => decoded,
        },
        "deflate" if is_zlib(&bytes) => inflate(&bytes, true, limit),
        // Some servers send bare deflate data under that name.
        "deflate" => match inflate(&bytes, false, limit) {
            Body::Unread(_) if bytes.trim_ascii_start().starts_with(b"<") => Body::Whole(bytes),
            decoded => decoded,
        },
        _ => Body::Unread(format!(
            "content-encoding `{coding}` is not supported ({KNOWN} are); \
             decode the archive with its crawler's tools first"
        )),
    }
}

fn is_zlib(bytes: &[u8]) -> bool {
    match *bytes {
        [method, flags, ..] => {
            method & 0x0F == 8 && (u16::from(method) << 8 | u16::from(flags)) % 31 == 0
        }
        _ => false,
    }
}

fn unzip(bytes: &[u8], limit: usize) -> Body {
    let mut window = Window::new(bytes);
    if window.fill(limit.saturating_add(1)) {
        return Body::TooLarge;
    }
    // Browsers as well ignore what stands behind the compressed data.
    let damage = window
        .take_broken()
        .filter(|broken| broken.kind != BreakKind::Foreign);
    finish(window.take(), damage.is_none())
}

#[cfg(feature = "brotli")]
fn unbrotli(bytes: &[u8], limit: usize) -> Body {
    let mut decoder = Decompressor::new(bytes, 4 << 10);
    let mut out = Vec::new();
    let read = decoder
        .by_ref()
        .take(limit as u64 + 1)
        .read_to_end(&mut out);
    if out.len() > limit {
        return Body::TooLarge;
    }
    finish(out, read.is_ok())
}

fn inflate(bytes: &[u8], zlib: bool, limit: usize) -> Body {
    let mut decoder = Decompress::new(zlib);
    let mut out = Vec::new();
    loop {
        out.reserve(bytes.len().clamp(4 << 10, 64 << 10));
        let before = (decoder.total_in(), out.len());
        let rest = &bytes[decoder.total_in() as usize..];
        let status = decoder.decompress_vec(rest, &mut out, FlushDecompress::None);
        if out.len() > limit {
            return Body::TooLarge;
        }
        match status {
            Ok(Status::StreamEnd) => return finish(out, true),
            Ok(_) if (decoder.total_in(), out.len()) != before => {}
            Ok(_) | Err(_) => return finish(out, false),
        }
    }
}

fn finish(bytes: Vec<u8>, whole: bool) -> Body {
    let why = || "the compressed body is damaged or cut; fetch the page again".to_owned();
    match whole {
        true => Body::Whole(bytes),
        false if bytes.is_empty() => Body::Unread(why()),
        false => Body::Cut(bytes, why()),
    }
}
