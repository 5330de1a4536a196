//! Which long lines may be a notice.
//!
//! *Why*: nearly every long line is a paragraph of the article. To see that it holds no phrase
//! of the lexicon, it need not be folded: the words with which a phrase could begin are few.
//! There are false positives, and no false negatives.

use rustc_hash::FxHashMap;

use super::{LONGEST_NOTICE, Lexicon, fold, fold::fold_digits};
use crate::letters::{LOWER, is_alphanumeric};

/// Characters in front of a phrase at the beginning, and behind it, that are folded with it.
const AROUND_START: usize = 40;

impl Lexicon {
    /// Whether `line`, which is trimmed, may be more than a long paragraph.
    pub(super) fn may_be_notice(&self, line: &str) -> bool {
        line.starts_with('\u{A9}') || self.may_hold_inside(line) || self.may_start(line)
    }

    /// Whether a phrase that begins a line may begin this one, in which no letter only looks like
    /// one of a phrase.
    fn may_start(&self, line: &str) -> bool {
        let inner = line.trim_start_matches(|c: char| !is_alphanumeric(c));
        let may_begin = |text: &str| {
            let bytes = text.as_bytes();
            bytes
                .first()
                .is_none_or(|first| first.is_ascii_digit() || *first >= 0x80)
                || self.starts_by_byte.may_begin(bytes)
        };
        if !may_begin(line) && !may_begin(inner) {
            return false;
        }
        let beginning = fold(line, self.longest_start + AROUND_START);
        let beginning = fold_digits(&beginning);
        let inner = beginning.trim_start_matches(|c: char| !is_alphanumeric(c));
        // Too much of it was punctuation or digits to hold the longest phrase and its end.
        inner.len() <= self.longest_start || self.start(&beginning, true).is_some()
    }

    /// Whether a phrase that may stand anywhere may stand in `line`.
    fn may_hold_inside(&self, line: &str) -> bool {
        let bytes = line.as_bytes();
        let mut limit = LONGEST_NOTICE;
        let mut in_word = false;
        for (at, &byte) in bytes.iter().enumerate() {
            if at >= limit {
                break;
            }
            if byte >= 0x80 {
                // The bytes that continue a character do not count.
                let is_first = line.is_char_boundary(at);
                if is_first && !line[at..].chars().next().is_some_and(is_usual) {
                    return true;
                }
                limit += usize::from(!is_first);
                in_word = false;
                continue;
            }
            let is_letter = LOWER[usize::from(byte)] != 0;
            if is_letter
                && !in_word
                && self
                    .inside_pairs
                    .may_begin(byte, bytes.get(at + 1).copied())
                && self.may_be_inside(&bytes[at..])
            {
                return true;
            }
            in_word = is_letter;
        }
        false
    }

    fn may_be_inside(&self, rest: &[u8]) -> bool {
        self.inside_prefixes.may_begin(&unfolded_beginning(rest))
            && self.inside_by_byte.may_begin(rest)
    }
}

/// Phrases by their first byte.
#[derive(Debug, Default)]
pub(super) struct ByFirstByte(FxHashMap<u8, Vec<&'static str>>);

impl ByFirstByte {
    pub(super) fn insert(&mut self, phrase: &'static str) {
        if let Some(&first) = phrase.as_bytes().first() {
            self.0.entry(first).or_default().push(phrase);
        }
    }

    /// Whether `text`, which begins with a letter of ASCII, may begin with one of them once it is
    /// folded.
    fn may_begin(&self, text: &[u8]) -> bool {
        let first = text.first().map_or(0, u8::to_ascii_lowercase);
        let phrases = self.0.get(&first);
        phrases.is_some_and(|phrases| phrases.iter().any(|phrase| may_be(phrase, text)))
    }
}

/// The first bytes of a text as they may be once it is folded.
fn unfolded_beginning(text: &[u8]) -> [u8; 3] {
    let mut beginning = [b' '; 3];
    for (place, &byte) in beginning.iter_mut().zip(text) {
        // Most blanks and marks beyond ASCII begin so.
        if !matches!(byte, 0xC2 | 0xE2) {
            *place = byte.to_ascii_lowercase();
        }
    }
    beginning
}

/// Whether the character is one that no phrase needs to be folded for: it shows something, and
/// it becomes no letter of ASCII and no look-alike of one.
fn is_usual(letter: char) -> bool {
    match letter {
        '\u{AD}' | '\u{130}' => false,
        _ => matches!(
            letter,
            '\u{A0}'..='\u{17F}'
                | '\u{590}'..='\u{DFF}'
                | '\u{2010}'..='\u{2027}'
                | '\u{2030}'..='\u{203A}'
                | '\u{20AC}'
                | '\u{3001}'..='\u{9FFF}'
                | '\u{AC00}'..='\u{D7A3}'
        ),
    }
}

/// Whether `line` may begin with `phrase` once it is folded. What is not ASCII is not compared.
fn may_be(phrase: &str, line: &[u8]) -> bool {
    let mut at = 0;
    for expected in phrase.bytes() {
        let Some(&byte) = line.get(at) else {
            return true;
        };
        if byte >= 0x80 || expected == b'0' && byte.is_ascii_digit() {
            return true;
        }
        if expected == b' ' {
            let blanks = &line[at..];
            at += blanks.len() - blanks.trim_ascii_start().len();
            if !byte.is_ascii_whitespace() {
                return false;
            }
        } else if byte.to_ascii_lowercase() == expected {
            at += 1;
        } else {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{LEXICON, folded_notice};

    #[test]
    fn phrases_begin_as_is_looked_for() {
        for phrase in LEXICON.inside.values().flatten() {
            let beginning = &phrase.text.as_bytes()[..3];
            let plain = beginning
                .iter()
                .all(|byte| byte.is_ascii_lowercase() || *byte == b' ');
            let foreign = beginning[0] >= 0xCE;
            assert!(plain || foreign, "{}", phrase.text);
        }
    }

    proptest! {
        #[test]
        fn no_notice_is_missed(line in "(All|alle|is|a|IS|staff|Senior|writer|rights|rechte|vorbehalten|reserved|appeared|\u{5d0}\u{5d1}|\u{4e00}\u{3002}|\u{d55c}|first|on|can|be reached at|the|R\u{e9}serv\u{e9}s|Tous|droits|we use cookies|12|\u{a9}|\u{2019}|\u{a0}|\u{ad}|\u{430}| |  |,|\\.|\n){100,140}") {
            let line = line.trim();
            if !LEXICON.may_be_notice(line) {
                prop_assert_eq!(folded_notice(line), None);
            }
        }
    }
}
