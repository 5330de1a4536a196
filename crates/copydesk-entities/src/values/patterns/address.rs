//! IP addresses: `192.0.2.17`, `192[.]0[.]2[.]17`, `2001:db8::1`.
//!
//! *What*: four numbers up to 255 between dots, or what the standard library reads as IPv6.
//! *Known misses*: version numbers of four parts look the same and are taken for addresses.

use core::net::Ipv6Addr;

use copydesk_core::record::PatternKind;

use super::{Found, host};

/// The IPv4 address whose first dot stands at byte `i`.
pub(super) fn v4(text: &str, i: usize, floor: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    let mut start = i;
    while start > floor && i - start < 4 && bytes[start - 1].is_ascii_digit() {
        start -= 1;
    }
    if start == i
        || i - start > 3
        || (start > 0 && matches!(bytes[start - 1], b'.' | b'-' | b'/' | b'v' | b'V'))
        || text[..start].ends_with(char::is_alphanumeric)
    {
        return None;
    }
    let mut at = start;
    let mut value = String::new();
    for part in 0..4 {
        let digits = at;
        while at < bytes.len() && at - digits < 4 && bytes[at].is_ascii_digit() {
            at += 1;
        }
        let number = &text[digits..at];
        if number.is_empty() || number.len() > 3 || number.parse::<u16>().is_ok_and(|n| n > 255) {
            return None;
        }
        // `08.008.08.08`: leading zeros are no octal numbers here.
        let zeros = number.len() - number.trim_start_matches('0').len();
        value.push_str(&number[zeros.min(number.len() - 1)..]);
        if part < 3 {
            let dot = host::dot(bytes, at);
            if dot == 0 {
                return None;
            }
            value.push('.');
            at += dot;
        }
    }
    let longer = host::dot(bytes, at) > 0
        && bytes
            .get(at + host::dot(bytes, at))
            .is_some_and(u8::is_ascii_digit);
    if longer || text[at..].starts_with(|c: char| c.is_alphanumeric() || c == '-') {
        return None;
    }
    Some(Found {
        start,
        end: at,
        kind: PatternKind::Ip,
        value,
        ..Found::default()
    })
}

/// The IPv6 address whose first colon stands at byte `i`.
pub(super) fn v6(text: &str, i: usize, floor: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    let mut start = i;
    while start > floor && i - start < 5 && bytes[start - 1].is_ascii_hexdigit() {
        start -= 1;
    }
    if text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ':' | '.')) {
        return None;
    }
    let mut end = i;
    while end < bytes.len()
        && end - start < 46
        && (bytes[end].is_ascii_hexdigit() || matches!(bytes[end], b':' | b'.'))
    {
        end += 1;
    }
    if text[end..].starts_with(char::is_alphanumeric) {
        return None;
    }
    while end > start && matches!(bytes[end - 1], b'.') {
        end -= 1;
    }
    if end > start + 1 && bytes[end - 1] == b':' && bytes[end - 2] != b':' {
        end -= 1;
    }
    // `::` alone only where an address is spoken of.
    let named = || {
        let before = &text.as_bytes()[start.saturating_sub(20)..start];
        before.windows(2).any(|pair| pair == b"IP")
    };
    if end < start + 3 {
        return (end == start + 2 && &text[start..end] == "::" && named()).then(|| Found {
            start,
            end,
            kind: PatternKind::Ip,
            value: "::".to_owned(),
            ..Found::default()
        });
    }
    let candidate = &text[start..end];
    // `a::b` is more often code than an address, and `10:30` a time.
    let digits = candidate.bytes().any(|byte| byte.is_ascii_digit());
    let colons = candidate.bytes().filter(|&byte| byte == b':').count();
    let likely = digits && (candidate.contains("::") || candidate.len() > 5 && colons > 2);
    let address = candidate.parse::<Ipv6Addr>().ok().filter(|_| likely)?;
    Some(Found {
        start,
        end,
        kind: PatternKind::Ip,
        value: address.to_string(),
        ..Found::default()
    })
}
