//! The full stop: end of a sentence, or part of an abbreviation, initial or number?
//!
//! Example: `Gen. Osei`, `J. K. Rowling`, `the U.S. Senate`, `No. 5` go on; `in the U.S. He
//! left` ends.
//!
//! Known misses: an abbreviation at the very end of a sentence before a name
//! (`works for Acme Inc. Osei left`), and unknown abbreviations before a name.

use super::next_word::{NextWord, Opening};
use super::{Context, dotted};
use crate::abbreviations::{self, Kind};
use crate::bytes::{Byte, at as byte_at, class};
use crate::chars::char_before;

/// How far back the word before a full stop is looked for, in bytes.
pub(super) const REACH: usize = 40;

/// The word that a byte follows directly: ASCII letters, digits and inner marks. `None` where
/// there is none, or it is longer than any abbreviation, written in another script, or the `t`
/// of a `don’t`.
pub(super) fn word_before<'t>(context: &Context<'t>, at: usize) -> Option<&'t [u8]> {
    let bytes = context.bytes;
    let floor = context.start.max(at.saturating_sub(REACH));
    let mut start = at;
    while start > floor && IN_WORD[bytes[start - 1] as usize] {
        start -= 1;
    }
    if start > floor
        && class(bytes[start - 1]) == Byte::Wide
        && char_before(context.text, start).is_some_and(|c| c.is_alphanumeric() || c == '\u{2019}')
    {
        return None;
    }
    (start < at).then(|| &bytes[start..at])
}

/// Letters, digits, and the marks inside words.
static IN_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = (byte as u8).is_ascii_alphanumeric()
            || matches!(byte as u8, b'_' | b'.' | b'-' | b'\'' | b'&' | b'/');
        byte += 1;
    }
    table
};

/// Whether the full stop at a byte ends the sentence when `next` follows, upper-case or a number.
pub(super) fn ends(context: &Context<'_>, at: usize, next: &NextWord<'_>) -> bool {
    // Half of all sentences end with a word that is longer than any abbreviation.
    let tail = context.bytes[context.start..at].last_chunk::<8>();
    if tail.is_some_and(|tail| tail.iter().all(u8::is_ascii_lowercase)) {
        return true;
    }
    let Some(word) = word_before(context, at) else {
        // `N°. 12`
        let numbered = next.opening == Opening::Number
            && context.text[..at].ends_with(['\u{B0}', '\u{BA}', '\u{2116}']);
        return !(numbered || spaced(context, at, next));
    };
    let start = at - word.len();
    if start <= context.body && is_marker(word) {
        return false;
    }
    // The part after the last hyphen or apostrophe decides: `vice-pres.`, `L'Inc.`.
    let tail = word
        .rsplit(|b| matches!(b, b'-' | b'\'' | b'/'))
        .next()
        .unwrap_or(word);
    // `Osei's.` and `plan-B.` are words; the `P.` of `J.-P. Osei` is an initial.
    if tail.is_empty() || (tail.len() == 1 && tail.len() < word.len() && !word.contains(&b'.')) {
        return true;
    }
    if tail.len() == 1 && tail[0].is_ascii_alphabetic() {
        return after_letter(context, start, tail[0], next);
    }
    if tail.contains(&b'.') {
        return dotted::ends(context, start, tail, next);
    }
    match abbreviations::kind(tail) {
        None | Some(Kind::Closing) => true,
        Some(_) if next.opening == Opening::Uncased => true,
        // State codes are written without a full stop, titles with a capital.
        Some(Kind::Trailing) if tail.len() == 2 && tail.iter().all(u8::is_ascii_uppercase) => true,
        Some(Kind::Leading) => {
            let small = matches!(
                tail,
                b"vs" | b"ca" | b"cf" | b"approx" | b"esp" | b"st" | b"viz"
            );
            !small && tail[0].is_ascii_lowercase()
        }
        Some(Kind::Numbered) => next.opening != Opening::Number && !is_roman(next.word),
        // `5 ft. 6 in.`, but `pouring in. 43 men`
        Some(Kind::Unit) => next.opening != Opening::Number || !after_digit(context, start),
        Some(Kind::Calendar) if abbreviations::is_ambiguous(tail) => {
            next.opening != Opening::Number || tail[0].is_ascii_lowercase()
        }
        Some(Kind::Trailing)
            if abbreviations::is_ambiguous(tail)
                && tail[0].is_ascii_lowercase()
                && tail != b"al" =>
        {
            true
        }
        Some(Kind::Calendar | Kind::Trailing) => next.is_starter(),
    }
}

/// Whether an abbreviation or a single letter stands before the full stop at a byte.
pub(super) fn is_abbreviated(context: &Context<'_>, at: usize) -> bool {
    word_before(context, at)
        .is_some_and(|word| word.len() == 1 || abbreviations::kind(word).is_some())
}

/// `Hello Mr . Osei`, `the U.S . Senate`: tokenized text puts a space before the full stop of an
/// abbreviation.
fn spaced(context: &Context<'_>, at: usize, next: &NextWord<'_>) -> bool {
    if at <= context.start || context.bytes[at - 1] != b' ' {
        return false;
    }
    word_before(context, at - 1).is_some_and(|word| {
        let title =
            word[0].is_ascii_uppercase() && abbreviations::kind(word) == Some(Kind::Leading);
        let tail = word.rsplit(|b| *b == b'/').next().unwrap_or(word);
        let dotted = matches!(tail, [first, b'.', second] if first.is_ascii_uppercase() && second.is_ascii_uppercase());
        title || (dotted && !next.is_starter())
    })
}

/// Whether a digit and a space stand before a byte.
fn after_digit(context: &Context<'_>, start: usize) -> bool {
    start >= context.start + 2
        && context.bytes[start - 1] == b' '
        && context.bytes[start - 2].is_ascii_digit()
}

/// `Vol. II`
fn is_roman(word: &str) -> bool {
    !word.is_empty()
        && word != "I"
        && word
            .bytes()
            .all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
}

/// A list marker at the start of a sentence: `12.`, `b.`
fn is_marker(word: &[u8]) -> bool {
    (word.len() <= 3 && word.iter().all(u8::is_ascii_digit))
        || (word.len() == 1 && word[0].is_ascii_alphabetic())
}

/// A single letter: an initial, unless something says otherwise.
fn after_letter(context: &Context<'_>, start: usize, letter: u8, next: &NextWord<'_>) -> bool {
    let before = start
        .checked_sub(1)
        .and_then(|end| word_before(context, end));
    if letter.is_ascii_lowercase() {
        // `p. 55`, `Osei v. Hale`, `5 a. m. The`
        let abbreviated = matches!(
            letter,
            b'b' | b'c' | b'd' | b'm' | b'n' | b'p' | b's' | b'v'
        );
        return next.opening != Opening::Number && (!abbreviated || next.is_starter());
    }
    if next.opening == Opening::Number {
        return !matches!(letter, b'P' | b'C' | b'N' | b'S' | b'E' | b'W');
    }
    if letter == b'I' {
        // The pronoun ends a sentence after `and`, `than`, a verb; the initial follows a name.
        return next.is_starter() || before.is_some_and(|word| word[0].is_ascii_lowercase());
    }
    next.is_starter() && !(next.word.len() == 1 && byte_at(context.bytes, next.start + 1) == b'.')
}
