//! Full stops that belong to a word: abbreviations and initials.
//!
//! Example: `U.S.`, `Mr.`, `p.m.`, `Ph.D.` and the `K.` of `J. K. Rowling` keep theirs; the
//! last word of a sentence does not, unless it is an abbreviation.

use crate::abbreviations::{self, Kind};
use crate::bytes::{at as byte_at, is_word, word_end};
use crate::chars::char_at;

/// The end of the abbreviation that starts at `start` and has a full stop at `stop`; `part` is
/// where its last part starts.
pub(super) fn belongs(text: &str, start: usize, part: usize, stop: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if let Some(end) = dotted(bytes, start, stop) {
        return Some(end);
    }
    let after = byte_at(bytes, stop + 1);
    let word = &bytes[part..stop];
    if after == b'.' || is_word(after) {
        return None;
    }
    let next = next_char(text, stop + 1);
    if word.len() == 1 {
        let initial = match word[0] {
            b'I' => false,
            b'A'..=b'Z' => {
                next.is_some_and(|c| c.is_uppercase() || c == ',' || c == '\'')
                    && !before_starter(text, stop + 1)
            }
            b'c' | b'p' | b'v' | b'b' | b'd' => next.is_some_and(char::is_alphanumeric),
            _ => false,
        };
        return initial.then_some(stop + 1);
    }
    let kind = abbreviations::kind(word)?;
    let name_or_number = next.is_some_and(|c| c.is_uppercase() || c.is_numeric());
    let number = next.is_some_and(char::is_numeric);
    let goes_on = next.is_some_and(|c| c.is_lowercase() || c == ',');
    let upper = word[0].is_ascii_uppercase();
    let keeps = if abbreviations::is_ambiguous(word) {
        match kind {
            Kind::Numbered | Kind::Unit => number || (kind == Kind::Numbered && goes_on && upper),
            Kind::Calendar => upper && (number || goes_on),
            Kind::Leading => upper && name_or_number,
            Kind::Trailing | Kind::Closing => goes_on || (upper && name_or_number) || word == b"al",
        }
    } else {
        match kind {
            Kind::Unit | Kind::Numbered => goes_on || number,
            Kind::Leading => {
                upper || matches!(word, b"vs" | b"ca" | b"cf" | b"approx" | b"esp" | b"viz")
            }
            Kind::Calendar => upper,
            Kind::Trailing | Kind::Closing => true,
        }
    };
    keeps.then_some(stop + 1)
}

/// `U.S.`, `p.m.`, `Ph.D.`, `J.K.`: parts of one or two letters, each with its full stop.
fn dotted(bytes: &[u8], start: usize, stop: usize) -> Option<usize> {
    if stop - start > 2 {
        return None;
    }
    let mut end = stop + 1;
    let mut parts = 1;
    // No abbreviation has more than eight parts; the bound also keeps `a.a.a.…` linear.
    while parts < 8 {
        let next = word_end(bytes, end);
        let part = &bytes[end..next];
        let short = part.len() == 1 || (part.len() == 2 && part[0].is_ascii_uppercase());
        if !short || !part.iter().all(u8::is_ascii_alphabetic) {
            break;
        }
        if byte_at(bytes, next) != b'.' {
            // `U.S` and `Ph.D` without the last full stop.
            let upper = bytes[start].is_ascii_uppercase()
                && part.len() == 1
                && part[0].is_ascii_uppercase();
            return (upper || parts > 1).then_some(next);
        }
        end = next + 1;
        parts += 1;
    }
    // Two parts of two letters are two short sentences (`No.It`), not an abbreviation.
    let single = stop - start == 1 || bytes[start].is_ascii_uppercase();
    (parts > 1 && single).then_some(end)
}

/// The first character after one space or none.
fn next_char(text: &str, at: usize) -> Option<char> {
    let at = if byte_at(text.as_bytes(), at) == b' ' {
        at + 1
    } else {
        at
    };
    char_at(text, at)
}

/// Whether a word follows that starts sentences: `Plan B. The`.
fn before_starter(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let end = word_end(bytes, at + 1);
    matches!(
        bytes.get(at + 1..end),
        Some(b"The" | b"He" | b"She" | b"It" | b"They" | b"We" | b"This" | b"But" | b"In")
    )
}
