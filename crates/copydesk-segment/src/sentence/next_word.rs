//! The word after a possible sentence end: its case, and whether it likes to start a sentence.
//!
//! Why: `the U.S. Government` and `in the U.S. He left` differ in nothing else.
//!
//! Known misses: a name that equals a starter (`U.S. It Company`), a sentence that starts with
//! a name after an abbreviation.

use super::words;
use crate::bytes::alphanumeric_end;
use crate::chars::{char_at, is_opener};

/// How the text goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Opening {
    Upper,
    Lower,
    Number,
    /// A letter of a script without case.
    Uncased,
    /// A comma, colon, closing mark.
    Punctuation,
    Dash,
    /// Anything else: an emoji, a bullet, a currency sign, `@`.
    Symbol,
}

/// The next word.
pub(super) struct NextWord<'t> {
    pub(super) opening: Opening,
    /// The word itself, without the marks before it.
    pub(super) word: &'t str,
    /// Its first byte.
    pub(super) start: usize,
    /// Whether an opening quote or the like stands before it.
    pub(super) opened: bool,
    /// Whether an opening bracket does.
    pub(super) bracketed: bool,
}

/// The longest word looked at, in bytes.
const LONGEST: usize = 32;

/// The word at or after a byte that is no white space.
pub(super) fn at(text: &str, from: usize) -> NextWord<'_> {
    let mut start = from;
    if text
        .as_bytes()
        .get(from)
        .is_some_and(u8::is_ascii_uppercase)
    {
        return NextWord {
            opening: Opening::Upper,
            word: word_at(text, from),
            start,
            opened: false,
            bracketed: false,
        };
    }
    // At most eight marks: a sentence does not open with more, and the scan stays linear.
    for _ in 0..8 {
        match char_at(text, start) {
            Some(c) if is_opener(c) => start += c.len_utf8(),
            Some(' ') if start > from => start += 1,
            _ => break,
        }
    }
    let first = char_at(text, start);
    let opening = match first {
        Some(c) if c.is_uppercase() => Opening::Upper,
        Some(c) if c.is_lowercase() => {
            if is_camel(text, start) {
                Opening::Upper
            } else {
                Opening::Lower
            }
        }
        Some(c) if c.is_numeric() => Opening::Number,
        Some(c) if c.is_alphabetic() => Opening::Uncased,
        Some(
            ',' | ';' | ':' | ')' | ']' | '}' | '/' | '|' | '%' | '&' | '=' | '+' | '\u{201D}'
            | '\u{2019}' | '\u{BB}' | '\u{3001}' | '\u{FF0C}',
        ) => Opening::Punctuation,
        Some('-' | '\u{2010}'..='\u{2015}') => Opening::Dash,
        Some('.' | '!' | '?' | '\u{2026}') => return after_dots(text, start),
        None | Some(_) => Opening::Symbol,
    };
    let word = word_at(text, start);
    let opening = if matches!(word, "http" | "https" | "www") {
        Opening::Symbol
    } else {
        opening
    };
    NextWord {
        opening,
        word,
        start,
        opened: start > from,
        bracketed: text[from..start].contains(['(', '[', '{']),
    }
}

/// Dots before the word: `... the practice` goes on as its word does.
fn after_dots(text: &str, from: usize) -> NextWord<'_> {
    let mut start = from;
    for _ in 0..8 {
        match char_at(text, start) {
            Some(c @ ('.' | '!' | '?' | '\u{2026}' | ' ')) => start += c.len_utf8(),
            _ => break,
        }
    }
    let opening = match char_at(text, start) {
        Some(c) if c.is_uppercase() => Opening::Upper,
        _ => Opening::Lower,
    };
    NextWord {
        opening,
        word: word_at(text, start),
        start,
        opened: false,
        bracketed: false,
    }
}

/// A lower-case letter before an upper-case one: `iPhone`, `eBay` open a sentence as they are.
fn is_camel(text: &str, start: usize) -> bool {
    let bytes = text.as_bytes();
    bytes.get(start + 1).is_some_and(u8::is_ascii_uppercase)
        && bytes.get(start + 2).is_some_and(u8::is_ascii_lowercase)
}

/// The letters and digits at a byte, up to a bounded length.
pub(super) fn word_at(text: &str, start: usize) -> &str {
    let bytes = text.as_bytes();
    let mut end = alphanumeric_end(bytes, start, start + LONGEST);
    if bytes.get(end).is_none_or(u8::is_ascii) {
        return &text[start..end];
    }
    while end < start + LONGEST {
        match char_at(text, end) {
            Some(c) if c.is_alphanumeric() => end += c.len_utf8(),
            _ => break,
        }
    }
    &text[start..end]
}

impl NextWord<'_> {
    /// Whether the word is one that starts a sentence far oftener than it is part of a name.
    pub(super) fn is_starter(&self) -> bool {
        !self.bracketed && (self.opened || words::is_starter(self.word))
    }

    /// Whether it is a lower-case pronoun or article, as careless writers start sentences.
    pub(super) fn is_careless_starter(&self) -> bool {
        const CARELESS: &[&str] = &[
            "he", "i", "im", "ive", "it", "its", "she", "the", "there", "they", "this", "we", "you",
        ];
        !self.opened && CARELESS.contains(&self.word)
    }

    /// `I`, upper-case everywhere, says nothing about a sentence start.
    pub(super) fn is_pronoun_i(&self) -> bool {
        !self.opened && self.word == "I"
    }

    /// Whether it begins a name or pronoun that a verb of saying follows: `“Why?” Osei asked`.
    pub(super) fn is_speaker(&self, text: &str) -> bool {
        if self.opened || !text[self.start..].starts_with(char::is_alphabetic) {
            return false;
        }
        let mut at = self.start;
        for _ in 0..5 {
            let word = word_at(text, at);
            if words::SAYING.contains(&word) {
                return true;
            }
            at += word.len();
            // Names, titles with their full stop, apostrophes.
            at += match text.as_bytes().get(at..) {
                Some([b'.', b' ', ..]) if word.len() < 5 => 2,
                Some([b' ', ..]) => 1,
                _ => return false,
            };
            if !char_at(text, at)
                .is_some_and(|c| c.is_uppercase() || words::SAYING.contains(&word_at(text, at)))
            {
                return false;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::{Opening, at};

    #[test]
    fn openings() {
        for (text, opening) in [
            ("The", Opening::Upper),
            ("\u{201C}the", Opening::Lower),
            ("iPhones", Opening::Upper),
            ("12", Opening::Number),
            (", and", Opening::Punctuation),
            ("\u{2013} and", Opening::Dash),
            ("... but", Opening::Lower),
            ("\u{661F}", Opening::Uncased),
            ("", Opening::Symbol),
        ] {
            assert_eq!(at(text, 0).opening, opening, "{text}");
        }
    }

    #[test]
    fn speakers() {
        assert!(at("Mr. Osei asked why", 0).is_speaker("Mr. Osei asked why"));
        assert!(at("He said", 0).is_speaker("He said"));
        assert!(!at("The crowd cheered", 0).is_speaker("The crowd cheered"));
    }
}
