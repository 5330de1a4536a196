//! Salutations and closing phrases of letters and mails: `Dear Ama,` and `Best regards,`.
//!
//! Why: each has a line of its own and ends with a comma; where the line breaks were lost, the
//! letter starts, or the name of the writer follows, with a capital.
//!
//! Example: `Dear Ms. Osei, The pump is broken. Regards, Tom Hale` is four; `Dear friends, we meet`
//! and `Thanks, however, to them` go on.
//!
//! Known misses: where the signature ends.

use super::next_word::{self, Opening, word_at};
use crate::bytes::at as byte_at;

/// The end of the phrase that a sentence starting at `start` consists of, if it is one.
pub(super) fn end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    // Most sentences are sent away by their first bytes.
    if !matches!(
        bytes.get(start..start + 3)?,
        b"All"
            | b"Bes"
            | b"Che"
            | b"Cor"
            | b"Dea"
            | b"Hel"
            | b"Hey"
            | b"Hi "
            | b"Kin"
            | b"Lov"
            | b"Man"
            | b"Reg"
            | b"Res"
            | b"Sin"
            | b"Tak"
            | b"Tha"
            | b"Thx"
            | b"Ver"
            | b"War"
            | b"Wit"
            | b"You"
    ) {
        return None;
    }
    let first = word_at(text, start);
    let comma = if matches!(first, "Dear" | "Hello" | "Hi" | "Hey") {
        names_end(text, start + first.len())?
    } else if !matches!(
        first,
        "All"
            | "Best"
            | "Cheers"
            | "Cordially"
            | "Kind"
            | "Love"
            | "Many"
            | "Regards"
            | "Respectfully"
            | "Sincerely"
            | "Take"
            | "Thank"
            | "Thanks"
            | "Thx"
            | "Very"
            | "Warm"
            | "Warmly"
            | "Warmest"
            | "With"
            | "Yours"
    ) {
        return None;
    } else {
        let rest = &text[start..];
        let phrase = CLOSING.iter().find(|phrase| {
            rest.as_bytes()
                .get(..phrase.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(phrase.as_bytes()))
                && byte_at(bytes, start + phrase.len()) == b','
        })?;
        start + phrase.len()
    };
    let next = super::skip_blank(text, comma + 1);
    let word = next_word::at(text, next);
    (next > comma + 1 && word.opening == Opening::Upper).then_some(comma + 1)
}

/// The comma after one to four names or titles.
fn names_end(text: &str, mut at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    for _ in 0..4 {
        if byte_at(bytes, at) != b' ' {
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
