//! What the Penn Treebank cuts in another way than Universal Dependencies: compounds, words with a
//! slash, numbers with a unit and spans of numbers are one token each.
//!
//! Why: taggers and parsers learnt from newswire of the Penn Treebank expect its tokens.
//!
//! Example: `high-ranking`, `and/or`, `30-year`, `8gb`, `13-17` and `C$5` → `C$`, `5`; `'tis` →
//! `'t`, `is`. Contractions and possessives are cut as in UD, `dont` stays whole. Handles and
//! hashtags, which the treebank does not know, are one token as in UD.
//!
//! Known misses: rare contractions (`d'ye`, `more'n`).

use copydesk_core::TokenClass;

use super::{Found, Scan};
use crate::bytes::{at as byte_at, is_word};
use crate::chars::char_at;

/// Where the word goes on behind the mark at `end`, if the mark joins: a hyphen or slash between
/// letters or digits, a separator between digits.
pub(super) fn joined(text: &str, start: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let before = *bytes.get(end.checked_sub(1)?)?;
    let next = end + 1;
    let joins = match *bytes.get(end)? {
        b'-' | b'/' => end > start && char_at(text, next).is_some_and(char::is_alphanumeric),
        b'.' | b',' | b':' => before.is_ascii_digit() && byte_at(bytes, next).is_ascii_digit(),
        0xE2 => {
            let hyphen = matches!(char_at(text, end), Some('\u{2010}' | '\u{2011}'));
            let goes_on = char_at(text, end + 3).is_some_and(char::is_alphanumeric);
            return (hyphen && goes_on).then_some(end + 3);
        }
        _ => false,
    };
    joins.then_some(next)
}

/// The number that starts at a digit, with what is written close to it.
pub(super) fn number(scan: &mut Scan<'_>, start: usize) -> Found {
    let bytes = scan.bytes;
    let mut found = scan.underscored(start);
    let end = if found.second == 0 {
        found.end
    } else {
        found.second
    };
    let plain = |byte: &u8| !byte.is_ascii_alphabetic() && byte.is_ascii();
    if found.class == TokenClass::Word && bytes[start..end].iter().all(plain) {
        found.class = TokenClass::Number;
    }
    found
}

/// `C$5`, `US$5`: the letters before a currency sign belong to it.
pub(super) fn is_currency(bytes: &[u8], start: usize, sign: usize) -> bool {
    (1..=3).contains(&(sign - start))
        && bytes[start..sign].iter().all(u8::is_ascii_uppercase)
        && byte_at(bytes, sign + 1).is_ascii_digit()
}

/// `'tis` and `'twas`: the pronoun and the verb, from the apostrophe at `start`.
pub(super) fn elided(bytes: &[u8], start: usize) -> Option<Found> {
    let word = bytes.get(start + 1..)?;
    let length = word.iter().take(5).take_while(|b| is_word(**b)).count();
    let tis = ["tis", "twas"]
        .iter()
        .any(|form| form.as_bytes().eq_ignore_ascii_case(&word[..length]));
    tis.then(|| Found {
        second: start + 1 + length,
        ..Found::new(start + 2, TokenClass::Word)
    })
}
