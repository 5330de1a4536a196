//! E-mail addresses: `desk@example.org`, `desk[at]example[.]org` only with a real `@`.
//!
//! *What*: a local part, `@` and a host with an ending of letters. *Example*: `mailto:a.b@c.de`
//! → `a.b@c.de`. *Known misses*: quoted local parts, `name at example dot org`.

use copydesk_core::record::PatternKind;

use super::{Found, host};

/// Longest local part, in bytes.
const MAX_LOCAL: usize = 64;

/// The address around the `@` at byte `i`.
pub(super) fn at(text: &str, i: usize, floor: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    let reach = floor.max(i.saturating_sub(MAX_LOCAL));
    let mut start = i;
    while start > reach && is_local(bytes[start - 1]) {
        start -= 1;
    }
    while start < i && matches!(bytes[start], b'.' | b'-' | b'+' | b'%' | b'\'' | b'#') {
        start += 1;
    }
    if start == i || matches!(bytes[i - 1], b'.') || !text.is_char_boundary(start) {
        return None;
    }
    if let Some(end) = literal(bytes, i + 1) {
        return Some(Found {
            start,
            end,
            kind: PatternKind::Email,
            value: text[start..end].to_owned(),
            ..Found::default()
        });
    }
    if text[start..i].contains("..") {
        return None;
    }
    let host = host::read(text, i + 1)?;
    // `desk@example.中国`
    if let Some(rest) = text[host.end..].strip_prefix('.')
        && let label = rest
            .chars()
            .take(16)
            .take_while(|c| c.is_alphabetic() && !c.is_ascii())
        && let length @ 2.. = label.map(char::len_utf8).sum()
    {
        let end = host.end + 1 + length;
        return Some(Found {
            start,
            end,
            kind: PatternKind::Email,
            value: host::refang(&text[start..end]),
            ..Found::default()
        });
    }
    let ending = &text[host.last..host.end];
    // Names of hosts have no underscore.
    if text[i + 1..host.end].contains('_')
        || host.labels < 2
        || ending.len() < 2
        || !ending.starts_with(|c: char| c.is_ascii_alphabetic())
        || !ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    {
        return None;
    }
    Some(Found {
        start,
        end: host.end,
        kind: PatternKind::Email,
        value: host::refang(&text[start..host.end]),
        ..Found::default()
    })
}

/// Where the address in brackets ends that starts at byte `at`: `[192.0.2.17]`.
fn literal(bytes: &[u8], at: usize) -> Option<usize> {
    if bytes.get(at) != Some(&b'[') {
        return None;
    }
    let inner = bytes.get(at + 1..)?;
    let len = inner.iter().take(16).position(|&byte| byte == b']')?;
    let address = core::str::from_utf8(&inner[..len]).ok()?;
    address
        .parse::<core::net::Ipv4Addr>()
        .is_ok()
        .then_some(at + len + 2)
}

fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-' | b'\'' | b'#')
}
