//! Identifiers in hexadecimal digits and with check digits: GUIDs, file hashes, IBANs, ISBNs.
//!
//! *What*: `{123e4567-e89b-12d3-a456-426655440000}`, with or without hyphens and what wraps it;
//! MD5, SHA-1 and SHA-256 sums by their length; bank accounts and books whose check digits are
//! right. *Why*: reports of attacks list hashes, and the digits of any of these are no amounts.
//! *Example*: 32 digits without hyphens are a GUID where version and variant fit one, else an
//! MD5 sum; a word such as `MD5` before them decides. *Known misses*: hashes of other lengths.

use copydesk_core::record::PatternKind;

use super::Found;

/// What stands around a digit.
pub(super) enum Digits {
    Found(Found),
    /// Nothing; the run of hexadecimal digits ends here.
    End(usize),
}

/// The identifier around the digit at byte `i`.
pub(super) fn at(text: &str, i: usize, floor: usize) -> Digits {
    let bytes = text.as_bytes();
    let mut start = i;
    while start > floor && i - start < 65 && bytes[start - 1].is_ascii_hexdigit() {
        start -= 1;
    }
    let mut end = i;
    while end < bytes.len() && bytes[end].is_ascii_hexdigit() {
        end += 1;
    }
    // The `7B` of `%7B` is no part of what it wraps.
    if start > floor && bytes[start - 1] == b'%' {
        start = (start + 2).min(end);
    }
    let nothing = Digits::End(end.max(i + 1));
    if let Some(found) = account(text, i, floor).or_else(|| bare_isbn(text, i)) {
        return Digits::Found(found);
    }
    if preceded(bytes, start) || start + 65 <= i {
        return nothing;
    }
    let found = match end - start {
        8 => guid(text, start),
        32 | 40 | 64 if !followed(bytes, end) => Some(sum(text, start, end)),
        _ => None,
    };
    found.map_or(nothing, Digits::Found)
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

/// Whether a word sticks to what starts at `start`; the `%7B` of an address does not.
fn preceded(bytes: &[u8], start: usize) -> bool {
    start > 0
        && is_word(bytes[start - 1])
        && !bytes[..start].ends_with(b"%7B")
        && !bytes[..start].ends_with(b"%7b")
}

fn followed(bytes: &[u8], end: usize) -> bool {
    bytes
        .get(end)
        .is_some_and(|&byte| is_word(byte) || byte == b'-')
}

/// A GUID with hyphens whose first group starts at byte `start`.
fn guid(text: &str, start: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    let mut at = start;
    for (k, &size) in [8, 4, 4, 4, 12].iter().enumerate() {
        if k > 0 {
            if bytes.get(at) != Some(&b'-') {
                return None;
            }
            at += 1;
        }
        let group = bytes.get(at..at + size)?;
        if !group.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        at += size;
    }
    if followed(bytes, at) || bytes[..start].ends_with(b"-") {
        return None;
    }
    Some(wrapped(
        text,
        start,
        at,
        text[start..at].to_ascii_lowercase(),
    ))
}

/// The GUID at `start..end` with what wraps it: braces, `urn:uuid:`, `X'…'`.
fn wrapped(text: &str, start: usize, end: usize, value: String) -> Found {
    let (before, after) = (&text[..start], &text[end..]);
    let wraps = [
        ("{", "}"),
        ("%7B", "%7D"),
        ("%7b", "%7d"),
        ("X'", "'"),
        ("x'", "'"),
    ];
    let wrap = wraps
        .iter()
        .find(|(open, close)| before.ends_with(open) && after.starts_with(close));
    let (start, end) = match wrap {
        Some((open, close)) => (start - open.len(), end + close.len()),
        None if before.ends_with("urn:uuid:") || before.ends_with("URN:UUID:") => (start - 9, end),
        None => (start, end),
    };
    Found {
        start,
        end,
        kind: PatternKind::Guid,
        value,
        ..Found::default()
    }
}

/// 32, 40 or 64 hexadecimal digits: a hash, or a GUID without hyphens.
fn sum(text: &str, start: usize, end: usize) -> Found {
    let digits = text[start..end].to_ascii_lowercase();
    let found = Found {
        start,
        end,
        kind: PatternKind::Hash,
        value: digits.clone(),
        ..Found::default()
    };
    let bytes = digits.as_bytes();
    if digits.len() != 32 || announced(text, start) {
        return found;
    }
    let version = matches!(bytes[12], b'1'..=b'5');
    let variant = matches!(bytes[16], b'8' | b'9' | b'a' | b'b');
    let decimal = bytes.iter().all(u8::is_ascii_digit);
    let wrap = text[..start].ends_with('{') || text[..start].ends_with('\'');
    if !(wrap || version && (variant || decimal)) {
        return found;
    }
    let value = [
        &digits[..8],
        &digits[8..12],
        &digits[12..16],
        &digits[16..20],
        &digits[20..],
    ]
    .join("-");
    wrapped(text, start, end, value)
}

/// Whether a word shortly before says that a hash follows.
fn announced(text: &str, start: usize) -> bool {
    let mut from = start.saturating_sub(24);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text[from..start].to_ascii_lowercase();
    ["md5", "hash", "checksum"]
        .iter()
        .any(|word| before.contains(word))
}

/// The IBAN whose first check digit stands at byte `i`: `GB82 WEST 1234 5698 7654 32`.
fn account(text: &str, i: usize, floor: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    let start = i.checked_sub(2).filter(|&start| start >= floor)?;
    if !bytes[start..i].iter().all(u8::is_ascii_uppercase)
        || !bytes.get(i + 1).is_some_and(u8::is_ascii_digit)
        || (start > 0 && is_word(bytes[start - 1]))
    {
        return None;
    }
    let mut value = String::with_capacity(34);
    let mut at = start;
    while value.len() < 34 {
        match bytes.get(at) {
            Some(byte) if byte.is_ascii_uppercase() || byte.is_ascii_digit() => {
                value.push(char::from(*byte));
                at += 1;
            }
            // Groups of four.
            Some(b' ') if value.len().is_multiple_of(4) => at += 1,
            _ => break,
        }
    }
    // A word behind the number may have been taken for a group: the longest that checks.
    for len in (15..=value.len()).rev() {
        let candidate = &value[..len];
        let end = end_of(bytes, start, len);
        let apart = !bytes.get(end).is_some_and(|&byte| is_word(byte));
        if apart && known_length(&value[..2]).is_none_or(|known| known == len) && mod_97(candidate)
        {
            return Some(Found {
                start,
                end,
                kind: PatternKind::Iban,
                value: candidate.to_owned(),
                ..Found::default()
            });
        }
    }
    None
}

/// Whether the groups of four before byte `i` begin as an IBAN does: `GB82 WEST `. The check digits may
/// be wrong: a number with a slip is no phone number either.
pub(super) fn in_account(bytes: &[u8], i: usize) -> bool {
    /// The longest IBAN has 34 letters and digits.
    const MAX_GROUPS: usize = 8;
    let mut end = i;
    for _ in 0..MAX_GROUPS {
        let Some(start) = end.checked_sub(5) else {
            return false;
        };
        let group = &bytes[start..end - 1];
        let apart = start == 0 || !is_word(bytes[start - 1]);
        let whole = group
            .iter()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if bytes[end - 1] != b' ' || !whole || !apart {
            return false;
        }
        let country = std::str::from_utf8(&group[..2]).unwrap_or_default();
        if group[2..].iter().all(u8::is_ascii_digit) && known_length(country).is_some() {
            return true;
        }
        end = start;
    }
    false
}

/// Where the first `len` letters and digits from byte `start` end.
fn end_of(bytes: &[u8], start: usize, len: usize) -> usize {
    let mut seen = 0;
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        seen += usize::from(byte.is_ascii_alphanumeric());
        if seen == len {
            return at + 1;
        }
    }
    bytes.len()
}

/// How long the IBANs of a country are.
fn known_length(country: &str) -> Option<usize> {
    Some(match country {
        "NO" => 15,
        "BE" => 16,
        "DK" | "FI" | "NL" | "FO" | "GL" => 18,
        "MK" | "SI" => 19,
        "AT" | "EE" | "KZ" | "LT" | "LU" => 20,
        "CH" | "HR" | "LI" | "LV" => 21,
        "BG" | "BH" | "DE" | "GB" | "GE" | "IE" | "ME" | "RS" => 22,
        "AE" | "GI" | "IL" => 23,
        "CZ" | "ES" | "MD" | "PK" | "RO" | "SA" | "SE" | "SK" | "TN" | "VG" => 24,
        "PT" => 25,
        "IS" | "TR" => 26,
        "FR" | "GR" | "IT" | "MC" | "SM" => 27,
        "AL" | "AZ" | "CY" | "DO" | "GT" | "HU" | "LB" | "PL" => 28,
        "BR" | "EG" | "PS" | "QA" | "UA" => 29,
        "JO" | "KW" | "MU" => 30,
        "MT" => 31,
        _ => return None,
    })
}

/// The check of ISO 7064: with its head at its end, the number is 1 modulo 97.
fn mod_97(iban: &str) -> bool {
    let rest = iban.bytes().skip(4).chain(iban.bytes().take(4));
    let remainder = rest.fold(0_u32, |sum, byte| match byte {
        b'0'..=b'9' => (sum * 10 + u32::from(byte - b'0')) % 97,
        _ => (sum * 100 + u32::from(byte - b'A') + 10) % 97,
    });
    remainder == 1
}

/// The book that the word at byte `i` announces: `ISBN 978-3-16-148410-0`, `ISBN-10: 0-306-…`.
pub(super) fn isbn(text: &str, i: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    if !bytes.get(i..i + 4)?.eq_ignore_ascii_case(b"isbn") {
        return None;
    }
    let mut at = i + 4;
    for label in [&b"-10"[..], b"-13"] {
        let behind = bytes.get(at + label.len());
        if bytes[at..].starts_with(label) && matches!(behind, Some(b':' | b' ' | b')')) {
            at += label.len();
            break;
        }
    }
    while at < i + 10 && matches!(bytes.get(at), Some(b':' | b' ' | b'.')) {
        at += 1;
    }
    book(text, at)
}

/// A book without a word before it, whose number begins at byte `i`: 13 digits in groups.
fn bare_isbn(text: &str, i: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    let prefix = bytes.get(i..i + 4)?;
    if !matches!(&prefix[..3], b"978" | b"979")
        || prefix[3] != b'-'
        || (i > 0 && (is_word(bytes[i - 1]) || matches!(bytes[i - 1], b'-' | b'.' | b'+')))
    {
        return None;
    }
    book(text, i)
}

/// The book whose number begins at byte `start`, its check digit right.
fn book(text: &str, start: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    let mut digits = String::with_capacity(13);
    let mut at = start;
    let mut end = start;
    while digits.len() < 13 {
        match bytes.get(at) {
            Some(byte) if byte.is_ascii_digit() => {
                digits.push(char::from(*byte));
                end = at + 1;
            }
            Some(b'x' | b'X') if digits.len() == 9 => {
                digits.push('X');
                end = at + 1;
            }
            Some(b'-' | b' ') if end == at && at > start => {}
            _ => break,
        }
        at += 1;
        let apart = !bytes.get(end).is_some_and(|&byte| is_word(byte));
        let more = bytes
            .get(end)
            .is_some_and(|byte| matches!(byte, b'-' | b' '))
            && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        let right = apart && end == at && (digits.len() == 13 || digits.len() == 10 && !more);
        if right && checks(&digits) {
            return Some(Found {
                start,
                end,
                kind: PatternKind::Isbn,
                value: digits,
                ..Found::default()
            });
        }
    }
    None
}

fn checks(isbn: &str) -> bool {
    let digit = |byte: u8| {
        if byte == b'X' {
            10
        } else {
            u32::from(byte - b'0')
        }
    };
    let sum: u32 = if isbn.len() == 13 {
        let weighted = isbn.bytes().zip([1, 3].into_iter().cycle());
        return isbn.starts_with("97")
            && weighted
                .map(|(byte, weight)| digit(byte) * weight)
                .sum::<u32>()
                .is_multiple_of(10);
    } else {
        (1..=10)
            .rev()
            .zip(isbn.bytes())
            .map(|(weight, byte)| weight * digit(byte))
            .sum()
    };
    sum.is_multiple_of(11)
}
