//! Where the rule has to look.
//!
//! Two characters that could be damage are not always worth the whole rule. A French `l\u{2019}\u{e9}` could be two bytes of `MacRoman`, but the Armenian letter that
//! they make is never what was damaged. The scan asks here at each pair, so that the rule does
//! not read every French text.

use super::{Strength, Unit, decode, evidence, roles};
use crate::{
    mojibake::charsets::{CHARSETS, MAC},
    rewrite::{Rewrite, Rewriter, lines},
};

/// Repairs a text in which pieces that may be damaged start at the `places` only.
///
/// Lines are judged alone, but for the proof that all of a document is damaged. A line with
/// something sound in it refutes that, and then the other lines need not be read.
pub(crate) fn repair_at(
    text: &str,
    places: Option<impl Iterator<Item = usize> + Clone>,
) -> Option<Rewrite> {
    let Some(places) = places else {
        return super::repair(text);
    };
    let mut sound = 0;
    let refuted = lines(text, places.clone()).any(|line| {
        let between = &text[std::mem::replace(&mut sound, line.end)..line.start];
        !between.is_ascii()
    });
    if !refuted && text[sound..].is_ascii() {
        return super::repair(text);
    }
    let (mut rewriter, mut units) = (Rewriter::new(text), Vec::new());
    for line in lines(text, places) {
        let spelling = &text[line.clone()];
        super::repair_line(&mut rewriter, &mut units, line.start, spelling, false);
    }
    rewriter.finish()
}

/// [`roles`] as far as the scan has to know them: the quotes of `MacRoman` stand before accented
/// letters all over French text and start no piece of two bytes that the rule believes in.
pub(crate) const fn roles_in_scan(letter: char) -> (u8, u8) {
    let (starts, continues) = roles(letter);
    match letter {
        '\u{2018}'..='\u{201d}' => (starts & !(1 << MAC), continues),
        _ => (starts, continues),
    }
}

/// How far before a piece its line is looked at.
const NEAR: usize = 64;

/// Whether the rule could take what starts at `at` for a damaged piece.
pub(crate) fn may_be_damaged(text: &str, at: usize) -> bool {
    // Its line, or what of it is near: a flood on one line must not cost more than its length.
    let near = at.saturating_sub(NEAR);
    let near = (near..at)
        .find(|&near| text.is_char_boundary(near))
        .unwrap_or(at);
    let start = text[near..at]
        .rfind('\n')
        .map_or(near, |newline| near + newline + 1);
    let line = &text[start..];
    let rest = &text[at..];
    let mut chars = rest.chars();
    let Some(lead) = chars.next() else {
        return false;
    };
    let charsets = roles(lead).0 & chars.next().map_or((0, 0), roles).1;
    (0..CHARSETS)
        .filter(|charset| charsets & 1 << charset != 0)
        .any(|charset| {
            decode(rest, charset).is_some_and(|(len, last, decoded)| {
                let unit = Unit {
                    start: at - start,
                    end: at - start + len,
                    charset,
                    lead,
                    last,
                    decoded,
                    strength: Strength::None,
                };
                evidence::strength(line, &unit) != Strength::None
            })
        })
}
