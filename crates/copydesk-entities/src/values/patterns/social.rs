//! Handles and hashtags: `@desk`, `#Ghana`.
//!
//! *What*: `@` or `#` with a name behind it and no word before it. *Why*: tags and credits at
//! the end of an article are no part of its sentences. *Example*: `#Ghana2024` → `Ghana2024`;
//! `#1` has no letter and is a rank. *Known misses*: full-width `\u{FF03}`.

use copydesk_core::record::PatternKind;

use super::{Found, host};

/// Longest name, in bytes.
const MAX_NAME: usize = 280;

/// The handle that the `@` at byte `i` opens.
pub(super) fn handle(text: &str, i: usize) -> Option<Found> {
    let end = name_end(text, i, |c| c.is_ascii_alphanumeric() || c == '_')?;
    let name = &text[i + 1..end];
    if name.len() > 64 || !name.contains(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    // `@desk@example.org` on a federated service.
    let federated = text[end..]
        .starts_with('@')
        .then(|| host::read(text, end + 1))
        .flatten();
    let end = federated
        .filter(|host| host.labels > 1)
        .map_or(end, |host| host.end);
    Some(Found {
        start: i,
        end,
        kind: PatternKind::Handle,
        value: text[i..end].to_owned(),
    })
}

/// The hashtag that the `#` at byte `i` opens.
pub(super) fn hashtag(text: &str, i: usize) -> Option<Found> {
    let end = name_end(text, i, |c| c.is_alphanumeric() || c == '_')?;
    let name = &text[i + 1..end];
    if !name.contains(char::is_alphabetic) {
        return None;
    }
    Some(Found {
        start: i,
        end,
        kind: PatternKind::Hashtag,
        value: name.to_owned(),
    })
}

fn name_end(text: &str, i: usize, is_name: impl Fn(char) -> bool) -> Option<usize> {
    // `a#b` and `&#39;` open nothing.
    if text[..i]
        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '&' | '/' | '#' | '@'))
    {
        return None;
    }
    let mut end = i + 1;
    for c in text[i + 1..].chars() {
        if !is_name(c) {
            break;
        }
        end += c.len_utf8();
        if end - i > MAX_NAME {
            return None;
        }
    }
    (end > i + 1).then_some(end)
}
