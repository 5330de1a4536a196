//! A heading that lost its line break: `Floods in Kumasi They came at night.`
//!
//! Why: a text often begins with its headline, which has no full stop. In running text, a word
//! such as `They` has a capital only where a sentence starts, or in a name whose other words
//! have capitals as well.
//!
//! Example: `Floods in Kumasi They came at night.` is two; `Yesterday The Times wrote` and `He
//! was in The Hague` go on.
//!
//! Known misses: headings after the first sentence of a text, where each capital would have to be
//! looked at; first sentences that start with `I` or a name.

use super::next_word::word_at;
use super::words::UNFINISHED;
use crate::bytes::at as byte_at;
use crate::chars::char_at;

/// The most words of a heading.
const WORDS: usize = 12;

/// The end of the heading that the text starts with, if one is run together with a sentence.
pub(super) fn end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut before = "";
    for count in 0..WORDS {
        let word = word_at(text, at);
        let end = at + word.len();
        if word.is_empty() {
            return None;
        }
        if count > 0
            && OPENING.binary_search(&word).is_ok()
            && !UNFINISHED.contains(&before)
            && is_small(text, end)
        {
            return Some(at);
        }
        before = word;
        at = match bytes.get(end)? {
            b' ' => end + 1,
            b'\'' | b'-' if byte_at(bytes, end + 1).is_ascii_alphanumeric() => end + 1,
            _ => return None,
        };
    }
    None
}

/// Whether a lower-case word follows, or what a pronoun is contracted with.
fn is_small(text: &str, end: usize) -> bool {
    match char_at(text, end) {
        Some(' ') => char_at(text, end + 1).is_some_and(char::is_lowercase),
        Some('\'' | '\u{2019}') => true,
        _ => false,
    }
}

/// Words that have a capital only at the start of a sentence or in a name. Sorted.
static OPENING: &[&str] = &[
    "Although", "He", "How", "If", "It", "Our", "She", "That", "Their", "There", "These", "They",
    "This", "Those", "We", "What", "When", "Where", "Why", "You", "Your",
];

#[cfg(test)]
mod tests {
    #[test]
    fn opening_words_are_sorted() {
        assert!(super::OPENING.is_sorted());
    }
}
