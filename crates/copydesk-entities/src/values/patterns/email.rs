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
    while start < i && matches!(bytes[start], b'.' | b'-' | b'+' | b'%' | b'\'') {
        start += 1;
    }
    if start == i || matches!(bytes[i - 1], b'.') || !text.is_char_boundary(start) {
        return None;
    }
    let host = host::read(text, i + 1)?;
    let ending = &text[host.last..host.end];
    if host.labels < 2 || ending.len() < 2 || !ending.bytes().all(|byte| byte.is_ascii_alphabetic())
    {
        return None;
    }
    Some(Found {
        start,
        end: host.end,
        kind: PatternKind::Email,
        value: host::refang(&text[start..host.end]),
    })
}

fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-' | b'\'')
}
