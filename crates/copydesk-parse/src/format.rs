//! Whether a document is HTML, plain text, or no text at all.
//!
//! *What:* the caller's word, the media type, then the first bytes and the density of known
//! tags; the name of the file decides only where the bytes do not.
//!
//! *Why:* saved pages come without a media type, and scraped text contains a stray `<`.
//!
//! *Example:* `Profits fell <5 % in May.` is text; `<div><p>Profits fell` is HTML.
//!
//! *Known misses:* a text that quotes a lot of HTML.

use std::borrow::Cow;

use copydesk_core::{Format, RawDocument};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use crate::charset;

/// How much of the document is looked at.
const SNIFF_BYTES: usize = 8192;

/// Decides the format of `raw`; never [`Format::Auto`].
pub(crate) fn decide(raw: &RawDocument) -> Format {
    if raw.format != Format::Auto {
        return raw.format;
    }
    if looks_like_html(&raw.bytes) {
        return Format::Html;
    }
    let media_type = raw
        .media_type
        .as_deref()
        .unwrap_or_default()
        .to_ascii_lowercase();
    if media_type.contains("html") {
        return Format::Html;
    }
    if media_type.starts_with("text/") || media_type.contains("json") {
        return Format::PlainText;
    }
    let name = raw.uri.as_deref().unwrap_or_default();
    let name = name.split(['?', '#']).next().unwrap_or_default();
    let is_page = [".html", ".htm", ".xhtml", ".shtml"]
        .iter()
        .any(|end| name.len() > end.len() && name.to_ascii_lowercase().ends_with(end));
    if is_page && memchr::memchr(b'<', &raw.bytes).is_some() {
        Format::Html
    } else {
        Format::PlainText
    }
}

/// What a document is that holds no text, or `None`. `charset` is what the caller says.
pub(crate) fn not_text(bytes: &[u8], charset: Option<&str>) -> Option<&'static str> {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"%PDF-", "a PDF file"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"\x89PNG\r\n", "a PNG image"),
        (b"GIF8", "a GIF image"),
        (b"\xff\xd8\xff", "a JPEG image"),
        (b"\x1f\x8b", "gzip data"),
        (b"\x28\xb5\x2f\xfd", "zstd data"),
        (b"RIFF", "a RIFF file"),
        (b"OggS", "an Ogg file"),
        (b"ID3", "an MP3 file"),
        (b"\x7fELF", "a program"),
        (b"PAR1", "a Parquet file"),
        (b"SQLite format 3\0", "a database"),
        (b"\xd0\xcf\x11\xe0", "an Office file"),
        (b"wOF", "a font"),
    ];
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        // A text may begin with the letters; a file of that kind also has bytes no text has.
        let prefix = &bytes[..bytes.len().min(SNIFF_BYTES)];
        let is_letters =
            bytes.starts_with(b"ID3") || bytes.starts_with(b"RIFF") || bytes.starts_with(b"PAR1");
        if !is_letters || control_bytes(prefix) > 0 {
            return Some(name);
        }
    }
    if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) {
        return None; // UTF-16 is full of NULs
    }
    let prefix = &bytes[..bytes.len().min(SNIFF_BYTES)];
    let controls = control_bytes(prefix);
    // Every second byte of UTF-16 is half of a character: U+2014 holds 0x14.
    let utf16 = charset
        .and_then(|label| Encoding::for_label_no_replacement(label.as_bytes()))
        .filter(|&encoding| encoding == UTF_16LE || encoding == UTF_16BE)
        .or_else(|| charset::utf16_without_mark(prefix));
    if let Some(encoding) = utf16 {
        let control_characters = prefix
            .chunks_exact(2)
            .map(|pair| {
                let pair = [pair[0], pair[1]];
                if encoding == UTF_16LE {
                    u16::from_le_bytes(pair)
                } else {
                    u16::from_be_bytes(pair)
                }
            })
            .filter(|&unit| u8::try_from(unit).is_ok_and(is_control))
            .count();
        if control_characters * 40 <= prefix.len() {
            return None;
        }
    }
    (controls * 20 > prefix.len()).then_some("binary data")
}

fn control_bytes(bytes: &[u8]) -> usize {
    // Counted in bytes, and without branches, so that many are tested at once.
    let of_chunk =
        |chunk: &[u8]| -> u8 { chunk.iter().map(|&byte| u8::from(is_control(byte))).sum() };
    bytes
        .chunks(usize::from(u8::MAX))
        .map(|chunk| usize::from(of_chunk(chunk)))
        .sum()
}

#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches the loop over bytes is vectorised"
)]
fn is_control(byte: u8) -> bool {
    (byte < 0x20)
        & (byte != b'\t')
        & (byte != b'\n')
        & (byte != b'\r')
        & (byte != 0x0C)
        & (byte != 0x1B)
}

fn looks_like_html(bytes: &[u8]) -> bool {
    // In UTF-16 every second byte is NUL; markup is ASCII, so leaving them out is enough here.
    let mut prefix = Cow::Borrowed(&bytes[..bytes.len().min(SNIFF_BYTES)]);
    if memchr::memchr(0, &prefix).is_some() {
        prefix.to_mut().retain(|&byte| byte != 0);
    }
    let start = prefix
        .iter()
        .position(|&byte| !byte.is_ascii_whitespace() && byte < 0x80)
        .unwrap_or(0);
    let head: Vec<u8> = prefix[start..]
        .iter()
        .take(14)
        .map(u8::to_ascii_lowercase)
        .collect();
    if [&b"<!doctype html"[..], b"<html", b"<head", b"<body"]
        .iter()
        .any(|tag| head.starts_with(tag))
    {
        return true;
    }
    let tags = count_tags(&prefix);
    // One known tag per 400 bytes, and at least two: `a < b` never comes to that.
    if tags >= 2 && tags * 400 >= prefix.len() {
        return true;
    }
    // A page may open with a long script or comment.
    head.first() == Some(&b'<') && tags >= 1
}

/// Known tags in `bytes`.
fn count_tags(bytes: &[u8]) -> usize {
    const NAMES: &[&[u8]] = &[
        b"p",
        b"a",
        b"div",
        b"span",
        b"br",
        b"html",
        b"head",
        b"body",
        b"meta",
        b"title",
        b"script",
        b"style",
        b"link",
        b"h1",
        b"h2",
        b"h3",
        b"ul",
        b"ol",
        b"li",
        b"table",
        b"tr",
        b"td",
        b"img",
        b"article",
        b"section",
        b"header",
        b"footer",
        b"nav",
        b"main",
        b"b",
        b"i",
        b"em",
        b"strong",
        b"font",
        b"center",
        b"blockquote",
    ];
    let mut count = 0;
    let mut rest = bytes;
    while let Some(at) = memchr::memchr(b'<', rest) {
        rest = &rest[at + 1..];
        let name = rest.strip_prefix(b"/").unwrap_or(rest);
        let end = name
            .iter()
            .position(|byte| !byte.is_ascii_alphanumeric())
            .unwrap_or(name.len());
        let closes = matches!(
            name.get(end),
            Some(b'>' | b' ' | b'/' | b'\n' | b'\t' | b'\r')
        );
        if closes
            && end <= 10
            && NAMES
                .iter()
                .any(|known| known.eq_ignore_ascii_case(&name[..end]))
        {
            count += 1;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use copydesk_core::{Format, RawDocument};

    use super::{decide, not_text};

    fn check(text: &str, uri: Option<&str>, expected: Format) {
        let raw = RawDocument {
            uri: uri.map(str::to_owned),
            ..RawDocument::from_bytes(text)
        };
        assert_eq!(decide(&raw), expected, "{text:?}");
    }

    #[test]
    fn formats() {
        check("\n <!DOCTYPE html><title>x</title>", None, Format::Html);
        check("<div><p>Profits fell", None, Format::Html);
        check("<!-- saved --><p>Rain", None, Format::Html);
        check("Profits fell <5 % in May, x<y.", None, Format::PlainText);
        check("Use <b> with care.", None, Format::PlainText);
        check("Only words.", Some("page.html"), Format::PlainText);
        check("", None, Format::PlainText);
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert_eq!(not_text(b"%PDF-1.4 ...", None), Some("a PDF file"));
        assert_eq!(not_text(b"\x89PNG\r\n\x1a\n", None), Some("a PNG image"));
        assert_eq!(not_text(&[0; 50], None), Some("binary data"));
        assert_eq!(not_text(b"RIFF raff in the harbour", None), None);
        assert_eq!(not_text(b"o\0k\0a\0y\0", None), None);
        assert_eq!(
            not_text(b"plain\x00text with one NUL in a long enough line", None),
            None
        );
    }

    #[test]
    fn utf16_may_hold_low_bytes_of_controls() {
        let bytes =
            |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        let dashes = bytes("rain \u{2014} and wind \u{2014} in Oslo");
        assert_eq!(not_text(&dashes, None), None);
        let cyrillic = bytes("\u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430} \u{2014} \u{41e}");
        assert_eq!(not_text(&cyrillic, Some("utf-16le")), None);
        assert_eq!(not_text(&[0; 50], Some("utf-16le")), Some("binary data"));
    }
}
