//! Two sentences run together: `he said.The president left`.
//!
//! Why: text taken out of pages loses the space where two elements met.
//!
//! Example: `said.The` ends after the full stop; `Newsfeed.Com`, `node.Js.org` and
//! `example.Com/x` do not.
//!
//! Known misses: a name before the full stop and a name after it (`in Accra.Osei left`).

use super::Context;
use super::full_stop::REACH;
use super::next_word::word_at;
use crate::abbreviations::{self, Kind};
use crate::bytes::at as byte_at;

/// Whether the space after a terminator was lost: `said.The president`.
///
/// The word before must be plain and lower-case (or a number or a closing mark) and the word
/// after capitalised and not part of an address: `example.Com/x`, `node.Js.org`.
pub(super) fn ends(context: &Context<'_>, start: usize, run_end: usize, closed: usize) -> bool {
    let bytes = context.bytes;
    let next = word_at(context.text, closed);
    let mut letters = next.chars();
    let capitalised = letters.next().is_some_and(char::is_uppercase)
        && (letters.clone().next().is_some() || matches!(next, "I" | "A"))
        && letters.all(char::is_lowercase);
    let after = byte_at(bytes, closed + next.len());
    let plain_after = match after {
        b'.' => !crate::bytes::is_word(byte_at(bytes, closed + next.len() + 1)),
        b' ' | b',' | b'\'' | b'\n' | b'-' | b'!' | b'?' | b':' | b';' | 0x80.. => true,
        _ => false,
    };
    if !capitalised || !plain_after {
        return false;
    }
    if closed > run_end {
        return true;
    }
    let floor = context.start.max(start.saturating_sub(REACH));
    let mut word = start;
    while word > floor && !bytes[word - 1].is_ascii_whitespace() {
        word -= 1;
    }
    let before = &bytes[word..start];
    let number = before.iter().all(|b| b.is_ascii_digit() || *b == b',');
    let plain = before.len() > 1
        && before.iter().all(|b| {
            b.is_ascii_lowercase() || matches!(b, b'-' | b'\'' | b'"' | b'(' | b')' | 0x80..)
        });
    let name = before.len() > 2
        && (before[0].is_ascii_uppercase() && before[1..].iter().all(u8::is_ascii_lowercase));
    let title = after == b'.' && abbreviations::kind(next.as_bytes()) == Some(Kind::Leading);
    // After a name only a word that starts sentences: `Newsfeed.Com` is a host.
    !before.is_empty() && (number || plain || (name && (title || STARTING.contains(&next))))
}

/// Words after which a lost space is believed even behind a name.
static STARTING: &[&str] = &[
    "The", "He", "She", "It", "They", "We", "But", "In", "On", "This", "That", "A", "An",
    "However", "I", "You",
];
