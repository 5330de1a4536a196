//! ASCII marks: punctuation, runs of one mark, emoticons, hashtags, handles.
//!
//! Example: `...`, `--`, `!!`, `?!` and `***` are one token each; `.”` is two; `#Ghana` and
//! `@desk` are one.

use copydesk_core::{TokenClass, TokenMode};

use super::{Found, Scan, quote, treebank, web};
use crate::bytes::{at as byte_at, is_word, word_end};
use crate::chars::{char_at, char_before, is_extender};

/// The token that starts at an ASCII mark.
#[inline]
pub(super) fn at(scan: &mut Scan<'_>, start: usize) -> Found {
    let mark = scan.bytes[start];
    // Always alone, and the most frequent of all.
    if matches!(mark, b',' | b'"' | b'(' | b')' | b'[' | b']' | b'{' | b'}') {
        return Found::new(start + 1, TokenClass::Punctuation);
    }
    other(scan, start)
}

/// The token that starts at a mark that others may belong to.
fn other(scan: &mut Scan<'_>, start: usize) -> Found {
    let bytes = scan.bytes;
    let mark = bytes[start];
    let next = byte_at(bytes, start + 1);
    if matches!(next, b' ' | b'\n') || start + 1 == bytes.len() {
        return Found::new(start + 1, class_of(mark));
    }
    match mark {
        b'.' | b'-' | b'=' | b'*' | b'~' | b'+' | b'\\' | b'/' | b'$' | b'<' | b'>' | b'`'
            if next == mark =>
        {
            if let Some(end) = ruler(bytes, start) {
                return Found::new(end, TokenClass::Punctuation);
            }
            return Found::new(run_end(bytes, start, |b| b == mark), class_of(mark));
        }
        b'!' | b'?' => {
            return Found::new(
                run_end(bytes, start, |b| matches!(b, b'!' | b'?')),
                TokenClass::Punctuation,
            );
        }
        b'.' if is_word(next) && !before_is_word(scan.text, start) => {
            // `.doc`, `.50`
            if let Some(found) = dotted(bytes, start) {
                return found;
            }
        }
        b'\'' if next == b'\'' => return Found::new(start + 2, TokenClass::Punctuation),
        b'\'' => {
            if scan.mode == TokenMode::Ptb
                && let Some(found) = treebank::elided(bytes, start)
            {
                return found;
            }
            if let Some(end) = quote::leading(bytes, start + 1) {
                return Found::new(end, TokenClass::Word);
            }
        }
        b'#' if next.is_ascii_alphabetic() || next >= 0x80 => {
            let end = tag_end(scan.text, start + 1);
            if end > start + 1 {
                return Found::new(end, TokenClass::Hashtag);
            }
        }
        b'@' if is_word(next) && !before_is_word(scan.text, start) => {
            let mut end = word_end(bytes, start + 1);
            while byte_at(bytes, end) == b'.' && is_word(byte_at(bytes, end + 1)) {
                end = word_end(bytes, end + 1);
            }
            return Found::new(end, TokenClass::Handle);
        }
        b':' | b';' | b'<' | b'=' => {
            if let Some(end) = emoticon(bytes, start) {
                return Found::new(end, TokenClass::Symbol);
            }
        }
        _ => {}
    }
    Found::new(start + 1, class_of(mark))
}

fn class_of(mark: u8) -> TokenClass {
    match mark {
        b'$' => TokenClass::Currency,
        b'+' | b'<' | b'=' | b'>' | b'^' | b'`' | b'|' | b'~' | b'%' | b'&' | b'@' | b'#' => {
            TokenClass::Symbol
        }
        _ => TokenClass::Punctuation,
    }
}

fn run_end(bytes: &[u8], start: usize, belongs: impl Fn(u8) -> bool) -> usize {
    let length = bytes[start..].iter().take_while(|b| belongs(**b)).count();
    crate::work::count(length);
    start + length
}

/// A drawn line of several marks, `----==`: one token.
fn ruler(bytes: &[u8], start: usize) -> Option<usize> {
    let end = run_end(bytes, start, |b| matches!(b, b'-' | b'=' | b'_'));
    (end >= start + 4).then_some(end)
}

/// `.doc` and `.50` after a space.
fn dotted(bytes: &[u8], start: usize) -> Option<Found> {
    let end = word_end(bytes, start + 1);
    let rest = &bytes[start + 1..end];
    if rest.iter().all(u8::is_ascii_digit) {
        return Some(Found::new(end, TokenClass::Number));
    }
    web::is_extension(rest).then(|| Found::new(end, TokenClass::Word))
}

fn before_is_word(text: &str, start: usize) -> bool {
    char_before(text, start).is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '_'))
}

/// Letters, digits and `_` of any script.
fn tag_end(text: &str, start: usize) -> usize {
    let mut end = start;
    while let Some(c) = char_at(text, end) {
        if !(c.is_alphanumeric() || c == '_' || is_extender(c)) {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// `:)`, `;-)`, `:P`, `<3` with nothing after them that would make them something else.
fn emoticon(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    if bytes[start] == b'<' {
        return (byte_at(bytes, at) == b'3' && !is_word(byte_at(bytes, at + 1))).then_some(at + 1);
    }
    if matches!(byte_at(bytes, at), b'-' | b'\'' | b'^') {
        at += 1;
    }
    let mouth = byte_at(bytes, at);
    let after = byte_at(bytes, at + 1);
    let is_mouth = matches!(mouth, b')' | b'(')
        || (matches!(
            mouth,
            b'D' | b'P' | b'p' | b'O' | b'o' | b'/' | b'|' | b'\\'
        ) && !is_word(after)
            && after != b'/');
    let free = start == 0 || !bytes[start - 1].is_ascii_digit();
    // `(see:)` is not one, but then an opening bracket was near; such text is rare.
    (is_mouth && free).then(|| run_end(bytes, at, |b| b == mouth))
}
