//! Phone numbers: `+1 (555) 010-9999`, `0123 456 7890`, `555-010-1234`.
//!
//! *What*: groups of digits with single separators, judged by how they are grouped. *Why*: a
//! phone number is page furniture, and its groups must not become amounts. *Example*:
//! `+44 (0)20 7946 0000` → `+442079460000`. Dates, ISBNs, scores and numbers with thousands
//! separators are grouped otherwise. *Known misses*: seven digits without a word such as `tel`
//! before them; extensions.

use copydesk_core::record::PatternKind;

use super::Found;

/// Most digits of a phone number (E.164).
const MAX_DIGITS: usize = 15;
/// Most groups.
const MAX_GROUPS: usize = 7;

/// A group of digits.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    start: usize,
    end: usize,
    /// The separator before it; 0 for the first one.
    separator: u8,
    /// Whether it stands in brackets.
    bracketed: bool,
    /// Where the number ends if this is the last group.
    close: usize,
}

/// The phone numbers of a text, outside of what was `found` before.
pub(super) fn find(text: &str, found: &[Found]) -> Vec<Found> {
    let bytes = text.as_bytes();
    let mut phones = Vec::new();
    let mut taken = found.iter().peekable();
    let mut i = 0;
    while i < bytes.len() {
        while taken.next_if(|found| found.end <= i).is_some() {}
        if let Some(found) = taken.peek().filter(|found| found.start <= i) {
            i = found.end;
            continue;
        }
        let opens = bytes[i].is_ascii_digit()
            || (matches!(bytes[i], b'+' | b'(')
                && bytes
                    .get(i + 1)
                    .is_some_and(|&byte| byte.is_ascii_digit() || byte == b'('));
        if !opens {
            i += 1;
            continue;
        }
        let limit = taken.peek().map_or(bytes.len(), |found| found.start);
        if boundary_before(text, i)
            && let Some(phone) = at(text, i, limit)
        {
            i = phone.end;
            phones.push(phone);
            continue;
        }
        i += 1;
        // The rest of a run of digits opens nothing.
        while i < bytes.len() && bytes[i - 1].is_ascii_digit() && bytes[i].is_ascii_digit() {
            i += 1;
        }
    }
    phones
}

/// Whether a number may start at byte `i`.
fn boundary_before(text: &str, i: usize) -> bool {
    !text[..i].ends_with(|c: char| {
        c.is_alphanumeric()
            || matches!(
                c,
                '$' | '\u{20AC}'
                    | '\u{00A3}'
                    | '\u{00A5}'
                    | '#'
                    | '@'
                    | '.'
                    | ','
                    | '-'
                    | '/'
                    | '_'
                    | '='
                    | '&'
                    | '+'
                    | '%'
                    | '\u{2013}'
                    | '*'
            )
    })
}

fn at(text: &str, i: usize, limit: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    let plus = bytes[i] == b'+';
    let mut groups = [Group::default(); MAX_GROUPS];
    let count = split(&bytes[..limit], i + usize::from(plus), &mut groups);
    let groups = &groups[..count];
    for n in (1..=count).rev() {
        let group = groups[n - 1];
        if n < count && !matches!(groups[n].separator, b' ') {
            continue; // a number does not end inside `555-010-1234-9`
        }
        if !boundary_after(text, group.close) {
            continue;
        }
        let candidate = &groups[..n];
        if plausible(text, i, candidate, plus) {
            return Some(Found {
                start: i,
                end: group.close,
                kind: PatternKind::Phone,
                value: value(text, candidate, plus),
            });
        }
    }
    None
}

/// Whether a number may end before byte `end`.
fn boundary_after(text: &str, end: usize) -> bool {
    let mut rest = text[end..].chars();
    match rest.next() {
        None => true,
        Some(c) if c.is_alphanumeric() || matches!(c, '%' | '_' | '@' | '\u{00B0}') => false,
        Some(',' | '.' | ':' | '-' | '/') => !rest.next().is_some_and(|c| c.is_ascii_digit()),
        Some(_) => true,
    }
}

/// Splits what starts at byte `i` into groups; returns how many there are.
fn split(bytes: &[u8], mut i: usize, groups: &mut [Group; MAX_GROUPS]) -> usize {
    let mut count = 0;
    let mut digits = 0;
    let mut separator = 0;
    while count < MAX_GROUPS {
        let bracketed = bytes.get(i) == Some(&b'(');
        let start = i + usize::from(bracketed);
        let mut end = start;
        while end < bytes.len() && end - start <= MAX_DIGITS && bytes[end].is_ascii_digit() {
            end += 1;
        }
        digits += end - start;
        let closed = bytes.get(end) == Some(&b')');
        if end == start || bracketed != closed || digits > MAX_DIGITS {
            break;
        }
        let close = end + usize::from(bracketed);
        groups[count] = Group {
            start,
            end,
            separator,
            bracketed,
            close,
        };
        count += 1;
        i = close;
        // One separator; none after or before a bracket; a blank around a hyphen is none.
        separator = match bytes.get(i) {
            Some(&byte @ (b' ' | b'-' | b'.' | b'/')) => {
                i += 1;
                byte
            }
            Some(0xC2) if bytes.get(i + 1) == Some(&0xA0) => {
                i += 2;
                b' '
            }
            Some(b'(') => b' ',
            Some(byte) if bracketed && byte.is_ascii_digit() => b' ',
            _ => break,
        };
    }
    count
}

/// Whether the groups look like those of a phone number.
fn plausible(text: &str, start: usize, groups: &[Group], plus: bool) -> bool {
    let len = |k: usize| groups.get(k).map_or(0, |group| group.end - group.start);
    let total: usize = (0..groups.len()).map(len).sum();
    let first = text.get(groups[0].start..groups[0].end).unwrap_or_default();
    if groups.iter().filter(|group| group.bracketed).count() > 1 {
        return false;
    }
    if plus {
        return (8..=MAX_DIGITS).contains(&total) && !first.starts_with('0') && total > len(0)
            || (groups.len() == 1 && (9..=MAX_DIGITS).contains(&total));
    }
    if !(7..=14).contains(&total) || is_date(groups) || first == "0" {
        return false;
    }
    let separators = || groups[1..].iter().map(|group| group.separator);
    if separators().any(|byte| byte == b'/') && !(groups.len() == 2 && first.starts_with('0')) {
        return false;
    }
    let same = separators().all(|byte| byte == groups.get(1).map_or(0, |group| group.separator));
    let sized = (0..groups.len()).all(|k| (2..=5).contains(&len(k)));
    if groups[0].bracketed {
        return total >= 7 && groups.len() > 1 && (2..=5).contains(&len(0)) && total <= 12;
    }
    if groups.iter().any(|group| group.bracketed) {
        return false;
    }
    let shape = |sizes: &[usize]| {
        groups.len() == sizes.len() && sizes.iter().enumerate().all(|(k, &size)| len(k) == size)
    };
    let american = shape(&[3, 3, 4]) && same && !first.starts_with(['0', '1'])
        || (shape(&[1, 3, 3, 4]) && first == "1");
    let toll_free = matches!(first, "1800" | "1300" | "1900") && total == 10 && groups.len() > 1;
    // `0044 20 7946 0000` and `0123 456 7890`
    let international = first.starts_with("00") && groups.len() > 1 && (10..=14).contains(&total);
    let national = first.starts_with('0')
        && groups.len() > 1
        && (9..=12).contains(&total)
        && (sized || groups.len() == 2)
        && (same || groups.len() <= 3);
    american
        || toll_free
        || international
        || national
        || (called(text, start) && (7..=12).contains(&total))
}

/// `2023-09-12`, `12.09.2023`: the shapes of a date.
fn is_date(groups: &[Group]) -> bool {
    let len = |k: usize| groups[k].end - groups[k].start;
    groups.len() == 3
        && matches!(
            (len(0), len(1), len(2)),
            (4, 1..=2, 1..=2) | (1..=2, 1..=2, 4) | (2, 2, 2)
        )
}

/// Whether a word that announces a phone number stands shortly before.
fn called(text: &str, start: usize) -> bool {
    let mut from = start.saturating_sub(16);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text[from..start].to_ascii_lowercase();
    let before = before.trim_end_matches([' ', ':', '.', '\u{A0}']);
    let word = before
        .rsplit(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default();
    matches!(
        word,
        "tel"
            | "telephone"
            | "phone"
            | "call"
            | "fax"
            | "mobile"
            | "cell"
            | "hotline"
            | "dial"
            | "whatsapp"
            | "helpline"
            | "ring"
            | "sms"
    ) || before.ends_with("call us on")
        || before.ends_with("call on")
}

fn value(text: &str, groups: &[Group], plus: bool) -> String {
    let mut value = String::with_capacity(MAX_DIGITS + 1);
    for (k, group) in groups.iter().enumerate() {
        let digits = text.get(group.start..group.end).unwrap_or_default();
        // The `(0)` of `+44 (0)20` is dialled only at home.
        if plus && k > 0 && group.bracketed && digits == "0" {
            continue;
        }
        value.push_str(digits);
    }
    if plus {
        value.insert(0, '+');
    } else if value.starts_with("00") && value.len() >= 10 {
        value.replace_range(..2, "+");
    }
    value
}
