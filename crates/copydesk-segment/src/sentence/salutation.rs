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
pub(super) fn end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    // Nearly every sentence is sent away by its first three letters.
    let [a, b, c] = *bytes.get(start..)?.first_chunk::<3>()?;
    let prefix = prefix(a, b, c);
    if STARTS[prefix / 64] & (1 << (prefix % 64)) == 0 {
        return None;
    }
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

/// Three letters as a number: five bits of each.
const fn prefix(a: u8, b: u8, c: u8) -> usize {
    ((a & 0x1F) as usize) << 10 | ((b & 0x1F) as usize) << 5 | (c & 0x1F) as usize
}

/// A bit for each prefix of a phrase. Comparing the letters with those of every phrase took six per
/// cent of the time of the stage.
static STARTS: [u64; 512] = {
    let mut bits = [0; 512];
    let mut index = 0;
    while index < CLOSING.len() + OPENING.len() {
        let phrase = if index < OPENING.len() {
            OPENING[index].as_bytes()
        } else {
            CLOSING[index - OPENING.len()].as_bytes()
        };
        // `Hi` is followed by a space.
        let third = if phrase.len() > 2 { phrase[2] } else { b' ' };
        let prefix = prefix(phrase[0], phrase[1], third);
        bits[prefix / 64] |= 1 << (prefix % 64);
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
