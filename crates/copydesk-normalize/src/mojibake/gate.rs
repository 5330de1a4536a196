//! Where the rule has to look.
//!
//! Two characters that could be damage are not always worth the whole rule. A French
//! `l\u{2019}\u{e9}` could be two bytes of `MacRoman`, but the Armenian letter that they make
//! does not stand between Latin ones. The scan asks here at each pair, so that the rule does not
//! read every French text.

use std::cell::OnceCell;

use super::{PIECEWISE, Strength, evidence, looks::is_misfit, roles, sequence, whole};
use crate::{
    mojibake::charsets::CHARSETS,
    rewrite::{Rewrite, Rewriter, lines},
};

/// Repairs a text in which pieces that may be damaged start at the `places` only. Lines are
/// judged alone, but for the proof that all of a document is damaged.
pub(crate) fn repair_at(
    text: &str,
    places: Option<impl Iterator<Item = usize> + Clone>,
) -> Option<Rewrite> {
    let Some(places) = places else {
        return super::repair(text);
    };
    let mut rewriter = Rewriter::new(text);
    let mut units = [Vec::new(), Vec::new()];
    let damaged = OnceCell::new();
    let all_damaged = || *damaged.get_or_init(|| super::is_all_damaged(text));
    let mut pairs = places.clone().peekable();
    for line in lines(text, places) {
        let spelling = &text[line.clone()];
        let mut in_line = std::iter::from_fn(|| pairs.next_if(|&pair| pair < line.end));
        let only = match (in_line.next(), in_line.next()) {
            (Some(pair), None) => Some(pair - line.start),
            _ => None,
        };
        in_line.for_each(drop);
        super::repair_line(
            &mut rewriter,
            &mut units,
            line.start,
            spelling,
            all_damaged,
            only,
        );
    }
    rewriter.finish()
}

/// Whether the piece whose second character stands at `second`, if it is the only one of its line
/// that may be damaged, says too little to be repaired: a French quotation that ends in an accented
/// letter, `\u{e9}\u{a0}\u{bb}`, is three bytes of an ideograph. Not where it is all of the line
/// beyond ASCII.
pub(super) fn proves_nothing(line: &str, second: usize) -> bool {
    let (Some((at, lead)), Some(next)) = (
        line[..second].char_indices().next_back(),
        line[second..].chars().next(),
    ) else {
        return false;
    };
    let (before, rest) = (&line[..at], &line[at..]);
    let left = before.chars().next_back();
    let is_ascii = |letter: Option<char>| letter.is_none_or(|letter| letter.is_ascii());
    let charsets = roles(lead).0 & roles(next).1;
    let mut longest = 0;
    let mut last = None;
    let says_little = |charset| {
        let Some(found) = sequence::read(rest, charset, false, before) else {
            return true;
        };
        longest = longest.max(found.len);
        let right = rest[found.len..].chars().next();
        let piece = &rest[..found.len];
        let unit = found.unit(at, charset, lead, Strength::None);
        // Most charsets read the same where one does.
        let is_light = last.replace(found) == Some(found)
            || whole::weight(left, piece, right, found.decoded) < whole::ENOUGH;
        is_light
            && is_ascii(right)
            && (charset >= PIECEWISE || evidence::strength(line, &unit) <= Strength::Weak)
    };
    charsets != 0
        && is_ascii(left)
        && !matches!(next, '\u{80}'..='\u{9f}' | '\u{c2}' | '\u{c3}')
        && (0..CHARSETS)
            .filter(|charset| charsets & 1 << charset != 0)
            .all(says_little)
        && !(before.is_ascii() && rest[longest..].is_ascii())
}

/// How far before a piece its line is looked at.
const NEAR: usize = 64;

/// Whether the rule could take what starts at `at` for a damaged piece.
pub(crate) fn may_be_damaged(text: &str, at: usize) -> bool {
    let (before, rest) = text.split_at(at);
    let mut chars = rest.chars();
    let Some(lead) = chars.next() else {
        return false;
    };
    let charsets = roles(lead).0 & chars.next().map_or((0, 0), roles).1;
    (0..CHARSETS)
        .filter(|charset| charsets & 1 << charset != 0)
        .any(|charset| {
            // What is mended is read only where something else in the line proves damage.
            let Some(found) = sequence::read(rest, charset, false, before) else {
                return false;
            };
            // What stands beside it may be damaged as well, and then it is something else.
            let neighbours = (before.chars().next_back(), rest[found.len..].chars().next());
            let known = |letter: Option<char>| letter.is_none_or(|letter| letter.is_ascii());
            if !known(neighbours.0)
                || !known(neighbours.1)
                || !is_misfit(neighbours.0, found.decoded, neighbours.1)
            {
                return true;
            }
            if charset >= PIECEWISE {
                return false;
            }
            let start = line_start(text, at);
            let unit = found.unit(at - start, charset, lead, Strength::None);
            let line = &text[start..];
            evidence::strength(line, &unit) != Strength::None
        })
}

/// Where the line starts that `at` is in, or what of it is near: a flood on one line must not cost
/// more than its length.
fn line_start(text: &str, at: usize) -> usize {
    let near = at.saturating_sub(NEAR);
    let near = (near..at)
        .find(|&near| text.is_char_boundary(near))
        .unwrap_or(at);
    let newline = text[near..at].rfind('\n');
    newline.map_or(near, |newline| near + newline + 1)
}
