//! Salutations and closing phrases of letters and mails: `Dear Ama,` and `Best regards,`.
//!
//! Why: each has a line of its own and ends with a comma; where the line breaks were lost, the
//! letter starts, or the name of the writer follows, with a capital.
//!
//! Example: `Dear Ms. Osei, The pump is broken. Regards, Tom Hale` is four; `Dear friends, we meet`
//! and `Thank you, Mr. Speaker.` go on.
//!
//! Known misses: where the signature ends.

use super::next_word::{self, Opening, word_at};
use crate::bytes::at as byte_at;

/// The end of the phrase that a sentence starting at `start` consists of, if it is one.
#[inline]
pub(super) fn end(text: &str, start: usize) -> Option<usize> {
    // Nearly every sentence is sent away by its first four letters.
    let first = *text.as_bytes().get(start..)?.first_chunk::<4>()?;
    let bit = bit(first);
    if STARTS[bit / 64] & (1 << (bit % 64)) == 0 {
        return None;
    }
    phrase_end(text, start)
}

/// The same where the first letters are those of a phrase.
#[inline(never)]
fn phrase_end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let first = word_at(text, start);
    let comma = if OPENING.contains(&first) {
        names_end(text, start + first.len())?
    } else {
        let rest = &text[start..];
        let phrase = CLOSING.iter().find(|phrase| {
            rest.as_bytes()
                .get(..phrase.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(phrase.as_bytes()))
                && byte_at(bytes, start + phrase.len()) == b','
        })?;
        let comma = start + phrase.len();
        if addresses(text, comma + 1) {
            return None;
        }
        comma
    };
    let next = super::skip_blank(text, comma + 1);
    let word = next_word::at(text, next);
    (next > comma + 1 && word.opening == Opening::Upper).then_some(comma + 1)
}

/// Whether somebody is thanked in speech, `Thank you, Mr. Speaker.`: a signature has no full stop.
fn addresses(text: &str, comma: usize) -> bool {
    let bytes = text.as_bytes();
    let mut at = comma;
    for _ in 0..4 {
        if bytes.get(at) != Some(&b' ') {
            break;
        }
        let word = word_at(text, at + 1);
        if !word.starts_with(char::is_uppercase) {
            break;
        }
        at += 1 + word.len();
    }
    matches!(byte_at(bytes, at), b'.' | b'!' | b'?' | b',')
}

/// The comma after one to four names or titles.
fn names_end(text: &str, mut at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    for _ in 0..4 {
        if bytes.get(at) != Some(&b' ') {
            return None;
        }
        let word = word_at(text, at + 1);
        if !word.starts_with(char::is_uppercase) {
            return None;
        }
        at += 1 + word.len();
        at += usize::from(byte_at(bytes, at) == b'.');
        if byte_at(bytes, at) == b',' {
            return Some(at);
        }
    }
    None
}

/// The bit in [`STARTS`] for four letters, whatever their case; of shorter phrases, for what they
/// have.
const fn bit(first: [u8; 4]) -> usize {
    let [a, b, c, d] = first;
    let c = if c.is_ascii_alphabetic() { c } else { b' ' };
    let d = if c != b' ' && d.is_ascii_alphabetic() {
        d
    } else {
        b' '
    };
    let key = u32::from_be_bytes([a, b, c, d]) | 0x2020_2020;
    (key.wrapping_mul(0x9E37_79B1) >> 20) as usize
}

/// A bit for the first letters of each phrase. Comparing the letters with those of every phrase took
/// six per cent of the time of the stage, and as much when three letters sent fewer away.
static STARTS: [u64; 64] = {
    let mut bits = [0; 64];
    let mut index = 0;
    while index < CLOSING.len() + OPENING.len() {
        let phrase = if index < OPENING.len() {
            OPENING[index].as_bytes()
        } else {
            CLOSING[index - OPENING.len()].as_bytes()
        };
        let mut first = [b' '; 4];
        let mut at = 0;
        while at < 4 && at < phrase.len() {
            first[at] = phrase[at];
            at += 1;
        }
        let bit = bit(first);
        bits[bit / 64] |= 1 << (bit % 64);
        index += 1;
    }
    bits
};

/// Words before the name of the reader.
static OPENING: &[&str] = &["Dear", "Hello", "Hey", "Hi"];

/// Phrases before the name of the writer.
static CLOSING: &[&str] = &[
    "All the best",
    "Best",
    "Best regards",
    "Best wishes",
    "Cheers",
    "Cordially",
    "Kind regards",
    "Love",
    "Many thanks",
    "Regards",
    "Respectfully",
    "Sincerely",
    "Sincerely yours",
    "Take care",
    "Thank you",
    "Thanks",
    "Thanks again",
    "Thanks in advance",
    "Thx",
    "Very truly yours",
    "Warm regards",
    "Warmly",
    "Warmest regards",
    "With best regards",
    "With kind regards",
    "Yours faithfully",
    "Yours sincerely",
    "Yours truly",
];
