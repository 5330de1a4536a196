//! Time stamps of mails and posts: `Ama Osei 04/26/2001 07:17 AM Will you come?`.
//!
//! Why: the head of a mail or post has no full stop, and where its line breaks were lost the
//! date and time are what is left of them. A stamp is a date in digits and a time after it.
//!
//! Example: `Ama Osei 04/26/2001 07:17 AM Will you come?` is three sentences, but
//! `It sank on 04/26/2001 at 07:17 AM Moscow time` is one.
//!
//! Known misses: stamps with the month as a word; a place or name after a stamp in a sentence.

use super::next_word::{self, Opening, word_at};
use super::{Context, Verdict, dotted};
use crate::bytes::at as byte_at;
use crate::chars::char_before;

/// Judges the colon between hour and minute; `None` where it is none, or no date stands before.
pub(super) fn judge(context: &Context<'_>, colon: usize) -> Option<Verdict> {
    let bytes = context.bytes;
    let hour = digits_before(bytes, colon, 2)?;
    let mut end = digits_after(bytes, colon + 1, 2)?;
    if byte_at(bytes, end) == b':' {
        end = digits_after(bytes, end + 1, 2)?;
    }
    let date = date_before(bytes, hour)?;
    if date < context.start {
        return None;
    }
    if matches!(
        bytes.get(end..end + 3),
        Some(b" AM" | b" PM" | b" am" | b" pm")
    ) {
        end += 3;
    }
    if date > context.start && parts(context, date) {
        return Some(Verdict::End(date));
    }
    let next = super::skip_blank(context.text, end);
    let word = next_word::at(context.text, next);
    let goes_on = match word.opening {
        Opening::Punctuation | Opening::Dash | Opening::Uncased => true,
        Opening::Lower => date > context.start,
        Opening::Upper => dotted::is_zone(word.word),
        Opening::Number | Opening::Symbol => false,
    };
    Some(if goes_on || next == end {
        Verdict::Resume(end)
    } else {
        Verdict::End(end)
    })
}

/// Whether what stands before the date is a name or address, and not a clause that the date
/// belongs to.
fn parts(context: &Context<'_>, date: usize) -> bool {
    let end = super::trim_end(context.text, context.start, date);
    if end == date || end == context.start {
        return false;
    }
    if char_before(context.text, end) == Some('>') {
        return true;
    }
    let floor = context.start.max(end.saturating_sub(40));
    let space = context.bytes[floor..end]
        .iter()
        .rposition(u8::is_ascii_whitespace);
    let start = match space {
        Some(space) => floor + space + 1,
        None if floor == context.start => floor,
        // Longer than any name.
        None => return false,
    };
    bytes_are_name(&context.bytes[start..end])
        && context.bytes[start].is_ascii_uppercase()
        && !dotted::is_zone(word_at(context.text, start))
}

/// A word that no mark follows: `Osei`, `Osei@EXAMPLE`, `Osei/WIRE@example`.
fn bytes_are_name(word: &[u8]) -> bool {
    word.last().is_some_and(u8::is_ascii_alphanumeric)
}

/// The start of a run of 1 to `most` digits that ends at a byte.
fn digits_before(bytes: &[u8], end: usize, most: usize) -> Option<usize> {
    let count = bytes[..end]
        .iter()
        .rev()
        .take(most + 1)
        .take_while(|b| b.is_ascii_digit())
        .count();
    (1..=most).contains(&count).then(|| end - count)
}

/// The end of exactly `count` digits at a byte.
fn digits_after(bytes: &[u8], start: usize, count: usize) -> Option<usize> {
    let end = start + count;
    let digits = bytes.get(start..end)?.iter().all(u8::is_ascii_digit);
    (digits && !byte_at(bytes, end).is_ascii_digit()).then_some(end)
}

/// The start of a date (`04/26/2001`, `2001-04-26`) before the hour.
fn date_before(bytes: &[u8], hour: usize) -> Option<usize> {
    let mut end = hour.checked_sub(1)?;
    if bytes[end] != b' ' {
        return None;
    }
    if end > 0 && bytes[end - 1] == b',' {
        end -= 1;
    }
    let last = digits_before(bytes, end, 4)?;
    let mark = *bytes.get(last.checked_sub(1)?)?;
    if !matches!(mark, b'/' | b'-' | b'.') {
        return None;
    }
    let middle = digits_before(bytes, last - 1, 2)?;
    if bytes.get(middle.checked_sub(1)?) != Some(&mark) {
        return None;
    }
    digits_before(bytes, middle - 1, 4)
}
