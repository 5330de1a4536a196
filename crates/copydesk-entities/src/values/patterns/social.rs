//! Handles and hashtags: `@desk`, `#Ghana`.
//!
//! *What*: `@` or `#` with a name behind it and no word before it. *Why*: tags and credits at
//! the end of an article are no part of its sentences. *Example*: `#Ghana2024` → `Ghana2024`;
//! `#IceBucket` has
//! two words; `#1` has no letter and is a rank. *Known misses*: full-width `\u{FF03}`.

use copydesk_core::record::PatternKind;

use super::{Found, host};

/// Longest name, in bytes.
const MAX_NAME: usize = 280;

/// The handle that the `@` at byte `i` opens.
pub(super) fn handle(text: &str, i: usize) -> Option<Found> {
    if sticks(text, i) {
        return None;
    }
    let end = name_end(text, i, |c| c.is_ascii_alphanumeric() || c == '_')?;
    let name = &text[i + 1..end];
    let host = text[end..].starts_with('.')
        && text[end + 1..].starts_with(char::is_alphanumeric)
        && text[..i].ends_with(char::is_alphanumeric);
    if host || name.len() > 64 || !name.contains(|c: char| c.is_ascii_alphabetic()) {
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
        ..Found::default()
    })
}

/// The hashtag that the `#` at byte `i` opens.
pub(super) fn hashtag(text: &str, i: usize) -> Option<Found> {
    if text[..i].ends_with(char::is_alphanumeric) {
        return None;
    }
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
        words: words(name),
        ..Found::default()
    })
}

/// Whether the `@` at byte `i` sticks to more than a word of letters: `Hi@desk` greets, while
/// `root@localhost` and `a.b@c` name a host.
fn sticks(text: &str, i: usize) -> bool {
    let word = text[..i]
        .bytes()
        .rev()
        .take(16)
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let before = &text[..i - word];
    text[..i].ends_with(char::is_alphanumeric)
        && (!(1..16).contains(&word)
            || before
                .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+'))
            || text[i + 1..].starts_with("localhost"))
}

/// The words of a hashtag that is written as one, by capitals, digits and underscores; none
/// where it is one word.
fn words(name: &str) -> Vec<String> {
    let class = |c: char| (c.is_lowercase(), c.is_uppercase(), c.is_numeric());
    let chars: Vec<(usize, char)> = name.char_indices().collect();
    let mut words = Vec::new();
    let mut start = 0;
    for (k, &(at, c)) in chars.iter().enumerate() {
        let before = k.checked_sub(1).map(|k| chars[k].1);
        let after = chars.get(k + 1).map(|&(_, c)| c);
        // `IceBucket`, `NATOSummit`, `vote2024`
        let cut = before.is_some_and(|before| {
            c == '_'
                || before == '_'
                || c.is_numeric() != before.is_numeric()
                || before.is_lowercase() && c.is_uppercase()
                || class(before) == class(c)
                    && c.is_uppercase()
                    && after.is_some_and(char::is_lowercase)
        });
        if cut {
            words.push(&name[start..at]);
            start = at;
        }
    }
    words.push(&name[start..]);
    words.retain(|word| !word.trim_matches('_').is_empty());
    if words.len() < 2 {
        return Vec::new();
    }
    words.into_iter().map(str::to_owned).collect()
}

fn name_end(text: &str, i: usize, is_name: impl Fn(char) -> bool) -> Option<usize> {
    // `a#b` and `&#39;` open nothing.
    if text[..i].ends_with(['_', '&', '/', '#', '@']) {
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
