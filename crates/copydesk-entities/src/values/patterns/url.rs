//! Web addresses: with a scheme, with `www.`, or a host with a known ending and a path.
//!
//! *What*: `https://…`, `www.…`, `example.org/page`, and defanged ones such as
//! `hxxp://bad[.]example[.]com`. *Why*: the value is the address that was meant. *Example*:
//! `(see https://example.org/a_(b)).` → `https://example.org/a_(b)`: the full stop and the
//! unbalanced bracket stay outside. *Known misses*: `example.org` alone, which is as often the
//! name of a company, unless the reader is told to `visit` it; addresses broken over lines.

use copydesk_core::record::PatternKind;

use super::{Found, host, starts_word};

/// An address whose scheme or `www.` starts at byte `i`.
pub(super) fn with_scheme(text: &str, i: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    let rest = &bytes[i..];
    let has = |prefix: &[u8]| {
        rest.len() >= prefix.len() && rest[..prefix.len()].eq_ignore_ascii_case(prefix)
    };
    let (scheme, len) = if has(b"http") || has(b"hxxp") {
        ("http", 4)
    } else if has(b"ftp://") {
        ("ftp", 3)
    } else if has(b"www") && host::dot(bytes, i + 3) > 0 {
        let read = host::read(text, i)?;
        let ending = &text[read.last..read.end];
        if read.labels < 3 || !ending.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return None;
        }
        return finish(text, i, read.end, None);
    } else {
        return None;
    };
    let secure = matches!(bytes.get(i + len), Some(b's' | b'S'));
    let mut at = i + len + usize::from(secure);
    let colon: &[u8] = if bytes.get(at) == Some(&b'[') {
        b"[:]"
    } else {
        b":"
    };
    if bytes.get(at..at + colon.len()) != Some(colon) {
        return None;
    }
    at += colon.len();
    if bytes.get(at..at + 2) != Some(b"//") {
        return None;
    }
    at += 2;
    let scheme_end = i + len + usize::from(secure);
    let written = &text[i..scheme_end];
    let scheme = match (scheme, secure) {
        ("http", true) => "https",
        (scheme, _) => scheme,
    };
    let replaced = (written != scheme).then_some((scheme, scheme_end));
    // A host, after an optional `user@`, or a host beyond ASCII.
    let first = text[at..].chars().next()?;
    if !first.is_alphanumeric() && first != '[' {
        return None;
    }
    let host = host::read(text, at);
    let end = host.map_or(at + first.len_utf8(), |host| host.end);
    // A single label is no host, but for one on the own network, with a port or path.
    let single = host.is_some_and(|host| host.labels == 1)
        && !text[end..].starts_with(|c: char| !c.is_ascii());
    let local = text[at..end].eq_ignore_ascii_case("localhost")
        || first.is_alphabetic() && text[end..].starts_with([':', '/', '@']);
    if single && !local {
        return None;
    }
    finish(text, i, end, replaced)
}

/// A host without a scheme, found by its first dot at byte `i`.
pub(super) fn bare(text: &str, i: usize, floor: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    if host::dot(bytes, i) == 0 {
        return None;
    }
    let mut start = i;
    let reach = floor.max(i.saturating_sub(64));
    while start > reach && host::is_label_byte(bytes[start - 1]) {
        start -= 1;
    }
    if start == i
        || !text.is_char_boundary(start)
        || text[..start]
            .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '@' | '/' | '.' | '\\'))
    {
        return None;
    }
    let read = host::read(text, start)?;
    let ending = &text[read.last..read.end];
    let invited = read.labels == 2
        && ending.bytes().all(|byte| byte.is_ascii_lowercase())
        && (ending.len() == 2 || host::is_known_ending(ending))
        && !is_clock(&text[start..i], ending)
        && invited(text, start);
    if read.labels < 2 || !(invited || host::is_known_ending(ending)) {
        return None;
    }
    let port = bytes.get(read.end) == Some(&b':')
        && bytes.get(read.end + 1).is_some_and(u8::is_ascii_digit);
    let path = bytes.get(read.end) == Some(&b'/')
        && bytes
            .get(read.end + 1)
            .is_none_or(|&byte| !matches!(byte, b'/' | b'.' | b','));
    // `news.example.org` alone is an address, `example.org` as often the name of a company.
    let long = read.labels > 2 && !bytes[start..read.end].contains(&b'_');
    let local = bytes.get(read.end) == Some(&b'@');
    if local || !(path || port || long || invited || read.defanged) || !starts_word(bytes, start) {
        return None;
    }
    finish(text, start, read.end, None)
}

/// `7.am`: a time with a full stop.
fn is_clock(label: &str, ending: &str) -> bool {
    matches!(ending, "am" | "pm") && label.parse::<u8>().is_ok_and(|hour| hour <= 12)
}

/// Whether the words before byte `start` send the reader to a site: `Please visit example.org`.
fn invited(text: &str, start: usize) -> bool {
    let mut from = start.saturating_sub(40);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text[from..start].to_ascii_lowercase();
    let sentence = before.rsplit(['\n', '!', '?']).next().unwrap_or_default();
    ["visit ", "website", "web site", "log on to ", "go to "]
        .iter()
        .any(|cue| sentence.contains(cue))
}

/// Extends an address from the end of its host to its own end, and gives its value.
fn finish(
    text: &str,
    start: usize,
    host_end: usize,
    scheme: Option<(&str, usize)>,
) -> Option<Found> {
    let bytes = text.as_bytes();
    let mut end = host_end;
    let mut open = 0_usize;
    let mut surplus = 0_usize;
    for (at, c) in text[host_end..].char_indices() {
        let at = host_end + at;
        let stop = c.is_whitespace()
            || c.is_control()
            || matches!(
                c,
                '<' | '>'
                    | '"'
                    | '`'
                    | '|'
                    | '{'
                    | '}'
                    | '\\'
                    | '^'
                    | '\u{201C}'
                    | '\u{201D}'
                    | '\u{00AB}'
                    | '\u{00BB}'
                    | '\u{2026}'
                    | '\u{3002}'
                    | '\u{FF0C}'
            )
            || (matches!(c, '[' | ']') && !defanged_mark(bytes, at));
        if stop {
            break;
        }
        match c {
            '(' => open += 1,
            ')' if open > 0 => open -= 1,
            ')' => surplus += 1,
            _ => {}
        }
        end = at + c.len_utf8();
    }
    // Punctuation at the end belongs to the sentence; a bracket does unless it was opened.
    while end > host_end {
        let last = text[..end].chars().next_back()?;
        let drop = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '\u{2019}'
            | '\u{2018}' => !(last == '_' && text[..end - 1].ends_with('(')),
            ')' if surplus > 0 => {
                surplus -= 1;
                true
            }
            '(' => true,
            _ => false,
        };
        if !drop {
            break;
        }
        end -= last.len_utf8();
    }
    let mut value = host::refang(&text[start..end]);
    if let Some((scheme, scheme_end)) = scheme {
        value = format!("{scheme}{}", host::refang(&text[scheme_end..end]));
    }
    Some(Found {
        start,
        end,
        kind: PatternKind::Url,
        value,
        ..Found::default()
    })
}

/// Whether a bracket at `i` is part of `[.]`, `[:]` or the like.
fn defanged_mark(bytes: &[u8], i: usize) -> bool {
    let opens = |at: usize| {
        matches!(bytes.get(at + 1), Some(b'.' | b':' | b'/')) && bytes.get(at + 2) == Some(&b']')
    };
    match bytes.get(i) {
        Some(b'[') => opens(i),
        Some(b']') => i >= 2 && bytes[i - 2] == b'[' && opens(i - 2),
        _ => false,
    }
}
