//! Numbers: digits with separators are one token; a unit written close to them is another.
//!
//! Example: `1,000.5`, `08:02`, `3/9/2005`, `713-664-7478` are one; `13-17` is three; `8gb` is
//! `8`, `gb`; `4th`, `1990s`, `3G` are one.

use copydesk_core::{TokenClass, TokenMode};

use super::{Found, Scan, treebank, web};
use crate::bytes::{Byte, at as byte_at, class, word_end};

/// The number that starts at a digit.
pub(super) fn at(scan: &mut Scan<'_>, start: usize) -> Found {
    if scan.mode == TokenMode::Ptb {
        return treebank::number(scan, start);
    }
    let bytes = scan.bytes;
    let end = separated(bytes, start);
    let next = byte_at(bytes, end);
    if class(next) != Byte::Letter {
        if next == b'@'
            && let Some(found) = web::at(scan, start, end)
        {
            return found;
        }
        if matches!(next, b'\'' | 0xE2)
            && let Some(stop) = decade(scan.text, start, end)
        {
            return Found::new(stop, TokenClass::Number);
        }
        return Found::new(end, TokenClass::Number);
    }
    let stop = word_end(bytes, end);
    let letters = &bytes[end..stop];
    let touching = byte_at(bytes, stop);
    if matches!(touching, b'.' | b'@' | b':')
        && let Some(found) = web::at(scan, start, stop)
    {
        return found;
    }
    if is_ordinal(letters) {
        return Found::new(stop, TokenClass::Number);
    }
    let time =
        letters.len() == 1 && matches!(letters[0], b'a' | b'p') && bytes[stop..].starts_with(b".m");
    if time || is_unit(letters) {
        return Found::new(end, TokenClass::Number);
    }
    if end == word_end(bytes, start) {
        // `3G`, `4x4`, `5S`: letters and digits in one, which may go on like any word.
        return scan.underscored(start);
    }
    Found::new(stop, TokenClass::Number)
}

/// The end of the digits at a byte, over their separators.
fn separated(bytes: &[u8], start: usize) -> usize {
    let mut end = digits_end(bytes, start);
    let mut group = start;
    loop {
        let mark = byte_at(bytes, end);
        let next = digits_end(bytes, end + 1);
        if next == end + 1 || !matches!(mark, b'.' | b',' | b':' | b'/' | b'-') {
            return end;
        }
        match mark {
            b'/' | b'-' => match grouped(bytes, group, end, mark) {
                Some(stop) => return stop,
                None => return end,
            },
            _ => {}
        }
        group = if mark == b'.' || mark == b',' {
            group
        } else {
            end + 1
        };
        end = next;
    }
}

/// Dates and telephone numbers: the end of all groups, if they are one token.
fn grouped(bytes: &[u8], first: usize, first_end: usize, mark: u8) -> Option<usize> {
    let mut lengths = [first_end - first, 0, 0, 0, 0];
    let mut count = 1;
    let mut end = first_end;
    while byte_at(bytes, end) == mark && count < lengths.len() {
        let next = digits_end(bytes, end + 1);
        if next == end + 1 {
            break;
        }
        lengths[count] = next - end - 1;
        count += 1;
        end = next;
    }
    let one = match (mark, count) {
        // 3/9/2005; a fraction 1/2, but not 24/7.
        (b'/', 3) => true,
        (b'/', 2) if lengths[0] == 1 && lengths[1] <= 2 => {
            lengths[1] == 2 || bytes[first] < bytes[first_end + 1]
        }
        (b'/', _) => false,
        // 2005-03-09, 713-664-7478.
        (_, 3..) => true,
        // 853-3242, 16802-6601, 36-01; not 13-17, 80-100, 1998-2001.
        _ => (lengths[1] == 4 && matches!(lengths[0], 1 | 3 | 5)) || bytes[first_end + 1] == b'0',
    };
    one.then_some(end)
}

fn digits_end(bytes: &[u8], from: usize) -> usize {
    let mut end = from;
    while end < bytes.len() && bytes[end].is_ascii_digit() {
        end += 1;
    }
    crate::work::count(end - from.min(end));
    end
}

/// `80's`: a decade written with an apostrophe.
fn decade(text: &str, start: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let after = if bytes[end] == b'\'' {
        end + 1
    } else if bytes[end..].starts_with("\u{2019}".as_bytes()) {
        end + 3
    } else {
        return None;
    };
    let tens = bytes[end - 1] == b'0' && matches!(end - start, 2 | 4);
    (tens && byte_at(bytes, after) == b's' && !crate::bytes::is_word(byte_at(bytes, after + 1)))
        .then_some(after + 1)
}

fn is_ordinal(letters: &[u8]) -> bool {
    ["st", "nd", "rd", "th", "s"]
        .iter()
        .any(|form| form.as_bytes().eq_ignore_ascii_case(letters))
}

/// Units that are words of their own even when no space stands before them.
fn is_unit(letters: &[u8]) -> bool {
    const UNITS: &[&str] = &[
        "am", "pm", "k", "m", "mm", "cm", "km", "kg", "g", "mg", "lb", "lbs", "oz", "ft", "in",
        "mi", "mph", "kph", "gb", "mb", "kb", "tb", "ghz", "mhz", "hz", "kw", "mw", "gw", "bn",
        "mn", "tn", "min", "mins", "hr", "hrs", "h", "sec", "secs", "ms", "yr", "yrs", "day",
        "days", "week", "weeks", "year", "years", "month", "months", "hours", "minutes", "million",
        "billion", "p", "ml", "l",
    ];
    // `3G`, `5S` and `10MM` are names; the units among them are written in lower case.
    let lower = letters.iter().all(u8::is_ascii_lowercase)
        || matches!(
            letters,
            b"K" | b"GB" | b"MB" | b"AM" | b"PM" | b"MHz" | b"GHz" | b"kW" | b"MW"
        );
    lower
        && UNITS
            .iter()
            .any(|unit| unit.as_bytes().eq_ignore_ascii_case(letters))
}
