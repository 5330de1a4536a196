//! Code points above ASCII: letters of any script, Han, kana, quotes, dashes, emoji.
//!
//! Example: a run of Hangul is a token, an emoji with its modifiers and joiners is one, a pair of
//! regional indicators (a flag) is one; words of scripts without spaces are found by `unspaced`.

use copydesk_core::{TokenClass, characters::is_alphanumeric};

use super::{Found, Scan, quote, unspaced};
use crate::bytes::word_end;
use crate::chars::{
    char_at, is_blank, is_currency, is_emoji, is_extender, is_ideograph, is_wide_punctuation,
};

/// What a code point does inside a word.
pub(super) enum Inside {
    /// It belongs to the word, which goes on at this byte.
    Letter(usize),
    /// An apostrophe of this many bytes.
    Apostrophe(usize),
    /// A hyphen of this many bytes.
    Hyphen(usize),
    /// The word ends.
    End,
}

/// Judges the code point at a byte inside a word.
pub(super) fn inside(text: &str, at: usize) -> Inside {
    match char_at(text, at) {
        Some('\u{2019}' | '\u{2BC}' | '\u{FF07}' | '\u{B4}') => {
            Inside::Apostrophe(char_at(text, at).map_or(1, char::len_utf8))
        }
        Some('\u{2010}' | '\u{2011}') => Inside::Hyphen(3),
        Some(c) if is_letter(c) => Inside::Letter(at + c.len_utf8()),
        _ => Inside::End,
    }
}

/// Letters that words are made of, and what belongs to them.
fn is_letter(c: char) -> bool {
    (is_alphanumeric(c) && unspaced::script_of(c).is_none()) || is_extender(c)
}

/// The token that starts at a code point above ASCII, or the end of the blank that stands there.
#[inline]
pub(super) fn at(scan: &mut Scan<'_>, start: usize) -> Result<Found, usize> {
    // The quotation marks of every other sentence.
    if let Some([0xE2, 0x80, 0x9A..=0x9F]) = scan.bytes.get(start..start + 3) {
        return Ok(Found::new(start + 3, TokenClass::Punctuation));
    }
    other(scan, start)
}

/// The same for all but quotation marks.
fn other(scan: &mut Scan<'_>, start: usize) -> Result<Found, usize> {
    let text = scan.text;
    let Some(c) = char_at(text, start) else {
        return Err(start + 1);
    };
    let end = start + c.len_utf8();
    if is_blank(c) {
        return Err(end);
    }
    if let Some(script) = unspaced::script_of(c) {
        return Ok(Found::new(
            scan.unspaced.word_end(text, start, script),
            TokenClass::Word,
        ));
    }
    Ok(match c {
        '\u{2019}' | '\u{2018}' => match quote::leading(scan.bytes, end) {
            Some(stop) if c == '\u{2019}' => Found::new(stop, TokenClass::Word),
            _ => Found::new(end, TokenClass::Punctuation),
        },
        '\u{2026}' | '\u{2014}' | '\u{2013}' => {
            Found::new(run(text, end, |next| next == c), TokenClass::Punctuation)
        }
        c if c.is_numeric() && !c.is_alphabetic() => number(text, end),
        c if is_letter(c) => scan.marked_word(start, word_end(scan.bytes, end)),
        c if is_emoji(c) => Found::new(emoji_end(text, c, end), TokenClass::Emoji),
        c if is_currency(c) => Found::new(end, TokenClass::Currency),
        c if is_wide_punctuation(c) => Found::new(end, TokenClass::Punctuation),
        _ => Found::new(run(text, end, is_extender), TokenClass::Symbol),
    })
}

/// The end of the code points at a byte that belong.
fn run(text: &str, from: usize, belongs: impl Fn(char) -> bool) -> usize {
    let mut end = from;
    while let Some(c) = char_at(text, end) {
        if !belongs(c) {
            break;
        }
        end += c.len_utf8();
    }
    crate::work::count(end - from);
    end
}

/// Digits of any script with their separators.
fn number(text: &str, from: usize) -> Found {
    let mut end = from;
    while let Some(c) = char_at(text, end) {
        let width = c.len_utf8();
        let separator = matches!(c, '.' | ',' | '\u{66B}' | '\u{66C}')
            && char_at(text, end + width).is_some_and(|c| c.is_numeric() && !is_ideograph(c));
        if !(separator || (c.is_numeric() && !is_ideograph(c))) {
            break;
        }
        end += width;
    }
    Found::new(end, TokenClass::Number)
}

/// The end of an emoji: modifiers, joined emoji, the second half of a flag.
fn emoji_end(text: &str, first: char, from: usize) -> usize {
    let mut end = from;
    let regional = |c: char| matches!(c, '\u{1F1E6}'..='\u{1F1FF}');
    if regional(first)
        && let Some(c) = char_at(text, end)
        && regional(c)
    {
        return end + c.len_utf8();
    }
    loop {
        match char_at(text, end) {
            Some(
                c @ ('\u{FE0F}'
                | '\u{FE0E}'
                | '\u{20E3}'
                | '\u{1F3FB}'..='\u{1F3FF}'
                | '\u{E0020}'..='\u{E007F}'),
            ) => end += c.len_utf8(),
            Some('\u{200D}') => match char_at(text, end + 3) {
                Some(c) if is_emoji(c) => end += 3 + c.len_utf8(),
                _ => return end + 3,
            },
            _ => return end,
        }
    }
}
