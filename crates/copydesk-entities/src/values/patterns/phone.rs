//! Phone numbers: `+1 (555) 010-9999`, `0123 456 7890`, `(0161) 123 4567 ext. 12`.
//!
//! *What*: groups of digits with single separators, judged by how they are grouped and by the
//! words before them. *Why*: a phone number is page furniture, and its groups must not become
//! amounts. *Example*: `+44 (0)20 7946 0000` → `+442079460000`. Dates, ISBNs, scores and numbers
//! with thousands separators are grouped otherwise. Behind `phone number is` any grouping goes;
//! before `is not a phone number` none does, and none is part of a bank account, be its check digits
//! wrong. The [numbering plans](super::plans) tell whether a number is valid, for numbers without a
//! country code in the regions that the document speaks for. *Known misses*: seven digits without a
//! word such as `tel` before them; `555-FLOWERS`.

use copydesk_core::record::PatternKind;

use super::{Found, identifier, region::Regions};

/// Most digits of a phone number: `00` and the 15 of E.164.
const MAX_DIGITS: usize = 17;
/// Most groups.
const MAX_GROUPS: usize = 8;
/// How far before a number a word that announces it may stand, in bytes.
const REACH: usize = 64;

/// A group of digits.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    start: usize,
    end: usize,
    /// The separator before it; 0 for none.
    separator: u8,
    /// Whether it stands in brackets.
    bracketed: bool,
    /// Where the number ends if this is the last group.
    close: usize,
}

impl Group {
    fn len(&self) -> usize {
        self.end - self.start
    }
}

/// The phone numbers of a text, outside of what was `found` before.
pub(super) fn find(text: &str, found: &[Found]) -> Vec<Found> {
    let bytes = text.as_bytes();
    let mut phones = Vec::new();
    let mut taken = found.iter().peekable();
    let mut i = 0;
    while i < bytes.len() {
        let opens = match bytes[i] {
            b'0'..=b'9' => true,
            b'+' => bytes.get(i + 1).is_some_and(u8::is_ascii_digit),
            b'(' => bytes
                .get(i + 1)
                .is_some_and(|&byte| byte.is_ascii_digit() || byte == b'+' || byte == b'('),
            _ => false,
        };
        if !opens {
            i += 1;
            continue;
        }
        while taken.next_if(|found| found.end <= i).is_some() {}
        if let Some(found) = taken.peek().filter(|found| found.start <= i) {
            i = found.end;
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
    if !phones.is_empty() {
        Regions::of(found).settle(&mut phones);
    }
    phones
}

/// Whether a number may start at byte `i`.
fn boundary_before(text: &str, i: usize) -> bool {
    let before = &text[..i];
    let Some(last) = before.chars().next_back() else {
        return true;
    };
    match last {
        // `is+45 12 34 56 78`, `call:(516)733-3989`
        _ if last.is_alphabetic() => !text.as_bytes()[i].is_ascii_digit(),
        // `#Name#-(123) 456-7890`, `#Name#@123.456.7890`
        '-' | '@' => {
            before[..i - 1].ends_with(['#', ' ', '\n']) && last != '-'
                || before[..i - 1].ends_with('#')
        }
        '$' | '\u{20AC}' | '\u{00A3}' | '\u{00A5}' | '#' | '.' | ',' | '/' | '_' | '=' | '&'
        | '+' | '%' | '\u{2013}' | '*' => false,
        _ => !last.is_alphanumeric(),
    }
}

fn at(text: &str, i: usize, limit: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    let mut groups = [Group::default(); MAX_GROUPS];
    let open = usize::from(bytes[i] == b'(' && bytes.get(i + 1) == Some(&b'+'));
    let plus = bytes[i + open] == b'+';
    let count = split(&bytes[..limit], i, plus, &mut groups);
    let groups = &groups[..count];
    let total: usize = groups.iter().map(Group::len).sum();
    if total < 7 {
        return None;
    }
    let mut cue = None;
    for n in (1..=count).rev() {
        let close = groups[n - 1].close;
        if n < count && groups[n].separator != b' ' {
            continue; // a number does not end inside `555-010-1234-9`
        }
        let extension = extension(&bytes[..limit], close);
        let end = extension.unwrap_or(close);
        if !boundary_after(text, end) {
            continue;
        }
        let candidate = &groups[..n];
        if plausible(text, candidate, plus)
            || possible(text, candidate) && *cue.get_or_insert_with(|| called(text, i))
        {
            if denied(text, end) || identifier::in_account(bytes, i) {
                return None;
            }
            return Some(Found {
                start: i,
                end,
                kind: PatternKind::Phone,
                value: value(text, candidate, plus, extension.map(|end| close..end)),
                ..Found::default()
            });
        }
    }
    None
}

/// Where an extension ends that follows a number which ends at byte `close`: `ext. 12`, `x638`.
fn extension(bytes: &[u8], close: usize) -> Option<usize> {
    let mut at = close;
    while bytes.get(at) == Some(&b' ') && at < close + 2 {
        at += 1;
    }
    let rest = bytes.get(at..)?;
    at += if rest.len() >= 3 && rest[..3].eq_ignore_ascii_case(b"ext") {
        3
    } else if matches!(rest.first(), Some(b'x' | b'X')) {
        1
    } else {
        return None;
    };
    while matches!(bytes.get(at), Some(b'.' | b' ' | b':')) && at < close + 8 {
        at += 1;
    }
    let digits = at;
    while at < bytes.len() && at - digits < 7 && bytes[at].is_ascii_digit() {
        at += 1;
    }
    (1..=6).contains(&(at - digits)).then_some(at)
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
fn split(bytes: &[u8], mut i: usize, plus: bool, groups: &mut [Group; MAX_GROUPS]) -> usize {
    let (mut count, mut digits, mut separator) = (0, 0, 0);
    // Once a number has hyphens or full stops, a blank ends it: `555-010-1234 2 times`.
    let mut marked = false;
    if plus && bytes[i] == b'+' {
        i += 1;
    }
    while count < MAX_GROUPS {
        let bracketed = bytes.get(i) == Some(&b'(');
        let signed = bracketed && count == 0 && plus;
        let start = i + usize::from(bracketed) + usize::from(signed);
        let mut end = start;
        while end < bytes.len() && end - start <= MAX_DIGITS && bytes[end].is_ascii_digit() {
            end += 1;
        }
        digits += end - start;
        let closed = bytes.get(end) == Some(&b')');
        if end == start || (bracketed && !closed) || digits > MAX_DIGITS {
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
        if !bracketed && closed {
            break;
        }
        // One separator; none after or before a bracket; a blank before or after a hyphen or
        // slash belongs to it.
        separator = match bytes.get(i) {
            Some(b'(') => b' ',
            Some(byte) if bracketed && byte.is_ascii_digit() => b' ',
            Some(b' ')
                if matches!(bytes.get(i + 1), Some(b'-' | b'/'))
                    && bytes.get(i + 2).is_some_and(u8::is_ascii_digit) =>
            {
                i += 2;
                b'-'
            }
            Some(&byte @ (b'-' | b'/'))
                if bytes.get(i + 1) == Some(&b' ')
                    && bytes.get(i + 2).is_some_and(u8::is_ascii_digit) =>
            {
                i += 2;
                byte
            }
            Some(&byte @ (b' ' | b'-' | b'.' | b'/')) => {
                i += 1;
                byte
            }
            Some(0xC2) if bytes.get(i + 1) == Some(&0xA0) => {
                i += 2;
                b' '
            }
            _ => break,
        };
        if separator == b' ' && marked {
            let next = bytes[i.min(bytes.len())..].iter().take(4);
            let len = next.take_while(|byte| byte.is_ascii_digit()).count();
            // `0176-1234 5678`
            if len < 3 || digits > 8 {
                break;
            }
        }
        marked |= matches!(separator, b'-' | b'.');
    }
    count
}

/// Whether the groups look like those of a phone number, whatever stands before.
fn plausible(text: &str, groups: &[Group], plus: bool) -> bool {
    let len = |k: usize| groups.get(k).map_or(0, Group::len);
    let total: usize = (0..groups.len()).map(len).sum();
    let first = text.get(groups[0].start..groups[0].end).unwrap_or_default();
    let brackets = groups.iter().filter(|group| group.bracketed).count();
    if plus {
        return brackets <= 2
            && (7..=15).contains(&total)
            && !first.starts_with('0')
            && (total > len(0) && total >= 8 || groups.len() == 1 && total >= 9);
    }
    // `(0045) 12-34-56-78`
    let dialled = first.starts_with("00") && len(0) >= 4;
    if brackets > 1 && !dialled {
        return false;
    }
    let zeros = first.bytes().all(|byte| byte == b'0') && first != "00";
    if !(7..=16).contains(&total) || is_date(groups) || is_social(groups) || zeros {
        return false;
    }
    let separators = || groups[1..].iter().map(|group| group.separator);
    if separators().any(|byte| byte == b'/') && !(groups.len() == 2 && first.starts_with('0')) {
        return false;
    }
    let same = separators().all(|byte| byte == groups.get(1).map_or(0, |group| group.separator));
    let sized = (0..groups.len()).all(|k| (2..=5).contains(&len(k)));
    if groups[0].bracketed {
        return groups.len() > 1 && (2..=6).contains(&len(0)) && total <= 12 + len(0);
    }
    let shape = |sizes: &[usize]| {
        groups.len() == sizes.len() && sizes.iter().enumerate().all(|(k, &size)| len(k) == size)
    };
    // `1(516)733-3989`
    let marked = groups.get(1).is_some_and(|group| group.separator != b' ');
    let american = shape(&[3, 3, 4])
        && same
        && brackets == 0
        && (marked || !first.starts_with('1'))
        && !first.starts_with('0')
        || (shape(&[1, 3, 3, 4]) && first == "1");
    if american || brackets > 0 {
        return american;
    }
    let toll_free = matches!(first, "1800" | "1300" | "1900") && total == 10 && groups.len() > 1;
    // `0044 20 7946 0000` and `0123 456 7890`
    let international = first.starts_with("00") && groups.len() > 1 && (10..=16).contains(&total);
    let national = first.starts_with('0')
        && groups.len() > 1
        && (9..=12).contains(&total)
        && (sized || groups.len() == 2)
        && (same || groups.len() <= 3);
    toll_free || international || national
}

/// Whether the groups may be a phone number where the words before say that one follows.
fn possible(text: &str, groups: &[Group]) -> bool {
    let total: usize = groups.iter().map(Group::len).sum();
    let first = text.get(groups[0].start..groups[0].end).unwrap_or_default();
    // `112-3333` is no local number.
    let local = groups.len() == 2 && total == 7 && first.starts_with('1');
    let brackets = groups.iter().filter(|group| group.bracketed).count();
    (7..=16).contains(&total)
        && brackets <= 2
        && !is_social(groups)
        && !local
        && !(is_date(groups) && groups[0].len() != 4)
        && groups
            .iter()
            .skip(1)
            .all(|group| group.separator != b'.' || total >= 9)
}

/// `911-67-0060`: the shape of a number of social security.
fn is_social(groups: &[Group]) -> bool {
    groups.len() == 3 && [3, 2, 4].iter().zip(groups).all(|(n, g)| g.len() == *n)
}

/// `2023-09-12`, `12.09.2023`: the shapes of a date.
fn is_date(groups: &[Group]) -> bool {
    let len = |k: usize| groups[k].len();
    groups.len() == 3
        && matches!(
            (len(0), len(1), len(2)),
            (4, 1..=2, 1..=2) | (1..=2, 1..=2, 4) | (2, 2, 2)
        )
}

/// Whether the words before byte `start` say that a phone number follows: `Tel.:`, `phone number
/// is`, `call us on`. `not` takes it back.
fn called(text: &str, start: usize) -> bool {
    let mut from = start.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text[from..start].to_ascii_lowercase();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let words = line
        .rsplit(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    for word in words {
        match word {
            "tel" | "telephone" | "telephones" | "phone" | "phones" | "call" | "fax" | "mobile"
            | "cell" | "cellphone" | "hotline" | "dial" | "whatsapp" | "helpline" | "ring"
            | "sms" | "office" | "landline" => return !line.contains("not "),
            "number" | "numbers" | "no" | "nr" | "is" | "are" | "was" | "at" | "on" | "us"
            | "me" | "them" | "our" | "the" | "or" | "and" | "line" | "to" | "prefered"
            | "preferred" | "of" | "free" | "toll" | "direct" | "desk" => {}
            _ => return false,
        }
    }
    false
}

/// Whether the words behind byte `end` say that this is no phone number.
fn denied(text: &str, end: usize) -> bool {
    let mut to = text.len().min(end + REACH);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let behind = text[end..to].to_ascii_lowercase();
    let line = behind.split(['\n', ';']).next().unwrap_or_default();
    line.find("phone number").is_some_and(|at| {
        let between = &line[..at];
        between.len() < 40 && (between.contains(" not ") || between.contains("n't "))
    })
}

fn value(
    text: &str,
    groups: &[Group],
    plus: bool,
    extension: Option<core::ops::Range<usize>>,
) -> String {
    let mut value = String::with_capacity(MAX_DIGITS + 1);
    for (k, group) in groups.iter().enumerate() {
        let digits = text.get(group.start..group.end).unwrap_or_default();
        // The `(0)` of `+44 (0)20` is dialled only at home.
        if k > 0 && group.bracketed && digits == "0" {
            continue;
        }
        value.push_str(digits);
    }
    if plus {
        value.insert(0, '+');
    } else if value.starts_with("00") && value.len() >= 10 {
        value.replace_range(..2, "+");
    }
    if let Some(extension) = extension {
        let digits = text.get(extension).unwrap_or_default();
        value.push_str(";ext=");
        value.extend(digits.chars().filter(char::is_ascii_digit));
    }
    value
}
