//! Character references: `&amp;`, `&#8217;`, `&#x2019;`, `&copy 2024`.

use std::borrow::Cow;

use super::entity_table::ENTITIES;

/// The longest name that may stand without a semicolon, such as `frac12`, `Ccedil`, `thetasym`.
const LONGEST_BARE: usize = 6;

/// The character that the reference at the start of `text` (a `&`) stands for, and its length.
///
/// `in_attribute`: there, `&copy=1` in a URL is not a reference.
pub(crate) fn decode_at(text: &str, in_attribute: bool) -> Option<(char, usize)> {
    let body = text.as_bytes().get(1..)?;
    if body.first() == Some(&b'#') {
        return numeric(body);
    }
    let len = body
        .iter()
        .take(32)
        .position(|byte| !byte.is_ascii_alphanumeric())
        .unwrap_or(body.len().min(32));
    let name = text.get(1..=len)?;
    let closed = body.get(len) == Some(&b';');
    if closed && let Some((character, _)) = lookup(name) {
        return Some((character, len + 2));
    }
    for bare in (2..=len.min(LONGEST_BARE)).rev() {
        if let Some((character, true)) = lookup(&name[..bare]) {
            let next = body.get(bare).copied().unwrap_or(b' ');
            if in_attribute && (next == b'=' || next.is_ascii_alphanumeric()) {
                return None;
            }
            return Some((character, bare + 1));
        }
    }
    None
}

/// `text` with its references decoded; `None` of them costs nothing.
pub(crate) fn decode(text: &str, in_attribute: bool) -> Cow<'_, str> {
    if memchr::memchr(b'&', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((character, len)) = decode_at(rest, in_attribute) {
            out.push(character);
            rest = &rest[len..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn lookup(name: &str) -> Option<(char, bool)> {
    let at = ENTITIES.binary_search_by(|entry| entry.0.cmp(name)).ok()?;
    Some((ENTITIES[at].1, ENTITIES[at].2))
}

/// `#` and what follows.
fn numeric(body: &[u8]) -> Option<(char, usize)> {
    let hex = matches!(body.get(1), Some(b'x' | b'X'));
    let (from, radix) = if hex { (2, 16) } else { (1, 10) };
    let mut code = 0u32;
    let mut at = from;
    while let Some(digit) = body
        .get(at)
        .and_then(|&byte| char::from(byte).to_digit(radix))
    {
        code = code.saturating_mul(radix).saturating_add(digit);
        at += 1;
    }
    if at == from {
        return None;
    }
    let len = 1 + at + usize::from(body.get(at) == Some(&b';'));
    let character = match code {
        0x80..=0x9F => WINDOWS_1252[code as usize - 0x80],
        0 => char::REPLACEMENT_CHARACTER,
        _ => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    };
    Some((character, len))
}

/// What browsers make of `&#128;` to `&#159;`: authors meant windows-1252.
const WINDOWS_1252: [char; 32] = [
    '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{2c6}', '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}',
    '\u{90}', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}',
    '\u{2dc}', '\u{2122}', '\u{161}', '\u{203a}', '\u{153}', '\u{9d}', '\u{17e}', '\u{178}',
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ENTITIES, decode};

    fn check(text: &str, expected: &str) {
        assert_eq!(decode(text, false), expected, "{text}");
    }

    #[test]
    fn references() {
        check("Tom &amp; Ann &lt;3", "Tom & Ann <3");
        check(
            "&#8217;&#x2014;&#147;&#0;&#x110000;",
            "\u{2019}\u{2014}\u{201c}\u{fffd}\u{fffd}",
        );
        check(
            "&copy 2024 &eacutecole &notit; &nbsp;",
            "\u{a9} 2024 \u{e9}cole \u{ac}it; \u{a0}",
        );
        check(
            "AT&T &unknown; & &; &#; &#x;",
            "AT&T &unknown; & &; &#; &#x;",
        );
        check(
            "&rarr;&Alpha;&infin;&hellip;",
            "\u{2192}\u{391}\u{221e}\u{2026}",
        );
        check("&rarr", "&rarr");
    }

    #[test]
    fn urls_in_attributes_stay_whole() {
        assert_eq!(
            decode("/a?b=1&copy=2&reg3&amp;c", true),
            "/a?b=1&copy=2&reg3&c"
        );
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(ENTITIES.is_sorted_by(|a, b| a.0 < b.0));
        assert!(ENTITIES.len() >= 250);
        assert!(
            ENTITIES
                .iter()
                .filter(|e| e.2)
                .all(|e| e.0.len() <= super::LONGEST_BARE)
        );
    }

    proptest! {
        #[test]
        fn any_text(text in "(&|#|x|;|amp|[0-9]|\\PC){0,30}") {
            let _ = decode(&text, false);
        }
    }
}
