//! **What** UTF-8 that was read as another charset becomes what it was, one to three layers deep:
//! windows-1252, ISO 8859-1, windows-1250, windows-1251, KOI8-R, `MacRoman`, code page 437, ISO
//! 8859-2 and -15, windows-1253, -1254 and -1257. C1 controls become the windows-1252 marks that
//! they are bytes of.
//!
//! **Why** The most common damage in archives of scraped text; several layers of it occur, and
//! one line often mixes damaged and sound pieces.
//!
//! **Example** `It\u{e2}\u{20ac}\u{2122}s` becomes `It\u{2019}s`; `r\u{413}\u{a9}gion`, read
//! as windows-1251, becomes `r\u{e9}gion`.
//!
//! A piece is a sequence of characters whose bytes are one valid UTF-8 sequence. That alone
//! proves nothing (`NESTL\u{c9}\u{ae}` is valid), so evidence is weighed, in this order:
//!
//! 1. A line of which every character beyond ASCII belongs to pieces of one charset is repaired
//!    when its pieces together are unlike sound text (see [`whole`] and [`looks`]).
//! 2. Else each of its words is judged like that, and one that is surely damaged speaks for the
//!    others that the same charset reads.
//! 3. Else single pieces are judged by their neighbours (see [`evidence`]), as in a word with
//!    sound and damaged letters.
//!
//! Bytes that were lost or became blanks are made up for as far as the others tell (see
//! [`sequence`]). Text damaged more than once is repaired layer by layer.
//!
//! **Known misses** A single damaged letter at the end of a word in capitals that looks like a
//! capital with a quote, a dash or a sign behind it (`K\u{c3}\u{2013}LN`). A single piece of two letters
//! of one script, or of a mark and a letter (`\u{2026}\u{ee}` for `\u{254}` in `MacRoman`), in a short line.
//! Where two charsets read a line and what both give is plausible, the more common one is
//! believed (`\u{c3}\u{b1}` is windows-1252, never `MacRoman`; `\u{102}\u{104}` is windows-1250, not ISO 8859-2).
//! Text from which a cleaner removed bytes, closing quotation marks aside.

mod charsets;
mod evidence;
mod gate;
mod looks;
mod sequence;
mod whole;

pub(crate) use charsets::{group_roles, windows_1252};
pub(crate) use gate::{may_be_damaged, repair_at};

use std::cell::OnceCell;

use charsets::{CHARSETS, roles};
use evidence::Strength;

use crate::{
    beyond_ascii::beyond_ascii,
    rewrite::{Rewrite, Rewriter},
};

/// The charsets, from the first, of which single pieces are known by their neighbours.
const PIECEWISE: usize = 5;

/// One character that was read as several.
#[derive(Clone, Copy, Debug)]
struct Unit {
    start: usize,
    end: usize,
    charset: usize,
    /// What was read first, and what last.
    lead: char,
    last: char,
    /// What it was.
    decoded: char,
    strength: Strength,
}

pub(crate) fn repair(text: &str) -> Option<Rewrite> {
    let mut rewriter = Rewriter::new(text);
    let mut units = [Vec::new(), Vec::new()];
    // Only single pieces ask for it.
    let damaged = OnceCell::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if is_suspect(line) {
            let all_damaged = || *damaged.get_or_init(|| is_all_damaged(text));
            repair_line(&mut rewriter, &mut units, start, line, all_damaged, None);
        }
        start += line.len();
    }
    rewriter.finish()
}

/// Whether a line has two characters that could be bytes of one sequence, or what such leave.
fn is_suspect(line: &str) -> bool {
    let bytes = line.as_bytes();
    let (mut starts, mut is_leftover) = (0, false);
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at].is_ascii() {
            if is_leftover && bytes[at] == b' ' {
                return true;
            }
            (starts, is_leftover) = (0, false);
            at += 1;
            continue;
        }
        let Some(letter) = line[at..].chars().next() else {
            break;
        };
        let (start, continues) = roles(letter);
        if starts & continues != 0 || matches!(letter, '\u{80}'..='\u{9f}') {
            return true;
        }
        (starts, is_leftover) = (start, matches!(letter, '\u{c2}' | '\u{c3}'));
        at += letter.len_utf8();
    }
    false
}

/// Whether a document has several pieces that do not look sound, and nothing else beyond ASCII.
fn is_all_damaged(text: &str) -> bool {
    let units = &mut Vec::new();
    let mut fair = 0;
    for line in text.split_inclusive('\n').filter(|line| !line.is_ascii()) {
        find_units(line, units);
        if !evidence::nothing_else_is_left(line, units) {
            return false;
        }
        fair += evidence::fair(units);
    }
    fair >= 4
}

/// Repairs a line. `only` is where the second character of a piece stands, if no other one of the
/// line may be damaged.
fn repair_line(
    rewriter: &mut Rewriter<'_>,
    [units, scratch]: &mut [Vec<Unit>; 2],
    start: usize,
    line: &str,
    all_damaged: impl Fn() -> bool,
    only: Option<usize>,
) {
    if !whole::line(line, units, scratch) {
        if only.is_some_and(|second| gate::proves_nothing(line, second)) {
            return;
        }
        let all_damaged = all_damaged();
        find_units(line, units);
        evidence::judge(line, units, all_damaged);
        whole::words(line, units, scratch);
    }
    whole::drop_disguised(line, units);
    let strong = units.iter().any(|unit| unit.strength == Strength::Strong);
    let leftovers = |letter| matches!(letter, '\u{80}'..='\u{9f}' | '\u{c2}' | '\u{c3}');
    if !strong && !line.contains(leftovers) {
        return;
    }
    let damaged = units
        .iter()
        .any(|unit| unit.charset == 0 && unit.strength == Strength::Strong);
    let mut units = units.iter().peekable();
    let mut run: Option<(usize, usize)> = None;
    let mut place = |rewriter: &mut Rewriter<'_>, from: usize, to: usize, with: char| {
        rewriter.substitute(start + from..start + to, with.encode_utf8(&mut [0; 4]));
        match &mut run {
            Some((_, end)) if *end == from => *end = to,
            _ => {
                if let Some((from, to)) = run.replace((from, to)) {
                    rewriter.note(start + from..start + to);
                }
            }
        }
    };
    let mut done = 0;
    for (at, letter) in beyond_ascii(line) {
        if at < done {
            continue;
        }
        while units.next_if(|unit| unit.start < at).is_some() {}
        if let Some(unit) =
            units.next_if(|unit| unit.start == at && unit.strength == Strength::Strong)
        {
            place(rewriter, unit.start, unit.end, unit.decoded);
            done = unit.end;
        } else if let Some(mark) = windows_1252(letter) {
            place(rewriter, at, at + letter.len_utf8(), mark);
        } else if letter == '\u{c3}' || letter == '\u{c2}' {
            let (len, with) = remnant(line, at, letter, damaged);
            if len > 0 {
                place(rewriter, at, at + len, with);
                done = at + len;
            }
        }
    }
    if let Some((from, to)) = run {
        rewriter.note(start + from..start + to);
    }
}

/// The remnant of a piece whose second byte, a no-break space, was made a plain one: how many
/// bytes to replace, and with what. In a line that is not known to be `damaged`, a capital
/// behind a small letter at the end of a word is proof enough.
fn remnant(line: &str, at: usize, letter: char, damaged: bool) -> (usize, char) {
    let (before, after) = (&line[..at], &line[at + 2..]);
    let ends_word = before.ends_with(char::is_lowercase);
    let proof = ends_word || damaged && !before.ends_with(char::is_alphanumeric);
    if !after.starts_with(' ') || !proof {
        (0, ' ')
    } else if letter == '\u{c2}' {
        // It was the no-break space; the plain one behind it went with it.
        (3, ' ')
    } else if after.starts_with(" s ") {
        // Portuguese: the space was the letter's.
        (3, '\u{e0}')
    } else {
        (2, '\u{e0}')
    }
}

/// Finds all pieces of a line that decode, with the first charset that decodes them best.
fn find_units(line: &str, units: &mut Vec<Unit>) {
    units.clear();
    for (at, lead) in beyond_ascii(line) {
        let (starts, _) = roles(lead);
        if starts == 0 {
            continue;
        }
        let rest = &line[at..];
        // The next character rules most of them out.
        let next = rest[lead.len_utf8()..].chars().next().map_or((0, 0), roles);
        let charsets = starts & next.1 & ((1 << PIECEWISE) - 1);
        if charsets == 0 {
            continue;
        }
        let mut best: Option<Unit> = None;
        for charset in (0..PIECEWISE).filter(|charset| charsets & 1 << charset != 0) {
            if let Some(sequence) = sequence::read(rest, charset, false, &line[..at]) {
                let mut unit = sequence.unit(at, charset, lead, Strength::None);
                unit.strength = evidence::strength(line, &unit);
                if unit.strength > best.map_or(Strength::None, |best| best.strength) {
                    best = Some(unit);
                }
            }
        }
        let Some(unit) = best else { continue };
        // Pieces that could be sound give way to one that is damage.
        if unit.strength == Strength::Strong {
            while units
                .pop_if(|last| last.end > at && last.strength != Strength::Strong)
                .is_some()
            {}
        }
        if units.last().is_none_or(|last| last.end <= at) {
            units.push(unit);
        }
    }
}

#[cfg(test)]
mod tests;
