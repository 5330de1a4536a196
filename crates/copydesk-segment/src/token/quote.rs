//! Apostrophes inside a word, straight or curly: clitics are cut off, other letters go on.
//!
//! Example: `don't` → `do`, `n't`; `Kim's` → `Kim`, `'s`; `O'Neill` stays; `boys'` →
//! `boys`, `'`.

use crate::bytes::{at as byte_at, is_word};
use crate::chars::char_at;

/// What an apostrophe does.
pub(super) enum Inside {
    /// The word is cut at the first byte; the second part ends at the second.
    Cut(usize, usize),
    /// The word goes on after it.
    GoOn,
    /// The word ends before it.
    End,
}

/// Judges the apostrophe at `mark`, `width` bytes wide, in the word that starts at `start`.
pub(super) fn inside(text: &str, start: usize, mark: usize, width: usize) -> Inside {
    let bytes = text.as_bytes();
    let after = mark + width;
    if let Some(stop) = clitic(bytes, after) {
        let negated = stop == after + 1
            && bytes[after] | 0x20 == b't'
            && mark > start
            && bytes[mark - 1] | 0x20 == b'n';
        if negated {
            return Inside::Cut(mark - 1, stop);
        }
        if bytes[after] | 0x20 != b't' && !decade(bytes, start, mark, after) {
            return Inside::Cut(mark, stop);
        }
    }
    if char_at(text, after).is_some_and(char::is_alphabetic) {
        Inside::GoOn
    } else {
        Inside::End
    }
}

/// The end of a clitic (`s`, `m`, `d`, `t`, `re`, `ve`, `ll`) at a byte.
pub(super) fn clitic(bytes: &[u8], at: usize) -> Option<usize> {
    let first = byte_at(bytes, at) | 0x20;
    let second = byte_at(bytes, at + 1);
    let len = match (first, second | 0x20) {
        (b'r' | b'v', b'e') | (b'l', b'l') => 2,
        (b's' | b'm' | b'd' | b't', _) if !is_word(second) => 1,
        _ => return None,
    };
    let next = byte_at(bytes, at + len);
    (!is_word(next)).then_some(at + len)
}

/// `80's`: a decade is one word.
fn decade(bytes: &[u8], start: usize, mark: usize, after: usize) -> bool {
    bytes[after] == b's'
        && bytes[mark - 1] == b'0'
        && bytes[start..mark].iter().all(u8::is_ascii_digit)
}

/// The end of a word that starts with the apostrophe before `after`: `'em`, `'90s`, `'tis`, and a
/// clitic that stands apart, `Kim 's`.
pub(super) fn leading(bytes: &[u8], after: usize) -> Option<usize> {
    if let Some(stop) = clitic(bytes, after) {
        return Some(stop);
    }
    let end = crate::bytes::word_end(bytes, after);
    let word = &bytes[after..end];
    let decade = word.len() == 3 && word[2] == b's' && word[..2].iter().all(u8::is_ascii_digit);
    let elided = ["em", "til", "cause", "cos", "bout", "round", "n"]
        .iter()
        .any(|form| form.as_bytes().eq_ignore_ascii_case(word));
    (decade || elided).then_some(end)
}
