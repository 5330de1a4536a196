//! **What** UTF-8 that was read as windows-1252, ISO 8859-1, windows-1250, windows-1251,
//! `MacRoman` or code page 437 becomes what it was; C1 controls become the windows-1252 marks
//! that they are bytes of.
//!
//! **Why** The most common damage in archives of scraped text; several layers of it occur, and
//! one page often mixes damaged and sound pieces, so each piece is judged alone.
//!
//! **Example** `It\u{e2}\u{20ac}\u{2122}s` becomes `It\u{2019}s`.
//!
//! A piece is a sequence of characters whose bytes are one valid UTF-8 sequence. That alone
//! proves nothing (`NESTL\u{c9}\u{ae}` is valid), so a piece is repaired where sound text would
//! not look like this (see [`evidence`]), or where the same line holds such pieces.
//! Text damaged more than once is repaired layer by layer, one per round of all rules.
//!
//! **Known misses** A damaged last letter of a word in capitals that looks like a capital with
//! a quote, a dash or a trademark sign behind it. Text from which a cleaner removed bytes.

mod charsets;
mod evidence;
mod gate;

pub(crate) use charsets::windows_1252;
pub(crate) use gate::{may_be_damaged, repair_at, roles_in_scan};

use charsets::{CHARSETS, byte, roles};
use evidence::Strength;

use crate::rewrite::{Rewrite, Rewriter};

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
    let mut units = Vec::new();
    let damaged = is_all_damaged(text, &mut units);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if !line.is_ascii() {
            repair_line(&mut rewriter, &mut units, start, line, damaged);
        }
        start += line.len();
    }
    rewriter.finish()
}

/// Whether a document has several pieces that do not look sound, and nothing else beyond ASCII.
fn is_all_damaged(text: &str, units: &mut Vec<Unit>) -> bool {
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

fn repair_line(
    rewriter: &mut Rewriter<'_>,
    units: &mut Vec<Unit>,
    start: usize,
    line: &str,
    all_damaged: bool,
) {
    find_units(line, units);
    evidence::judge(line, units, all_damaged);
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
    let mut chars = line.char_indices();
    while let Some((at, letter)) = chars.next() {
        if letter.is_ascii() {
            continue;
        }
        while units.next_if(|unit| unit.start < at).is_some() {}
        if let Some(unit) =
            units.next_if(|unit| unit.start == at && unit.strength == Strength::Strong)
        {
            place(rewriter, unit.start, unit.end, unit.decoded);
            while chars.offset() < unit.end {
                chars.next();
            }
        } else if let Some(mark) = windows_1252(letter) {
            place(rewriter, at, at + letter.len_utf8(), mark);
        } else if letter == '\u{c3}' || letter == '\u{c2}' {
            let (len, with) = remnant(line, at, letter, damaged);
            if len > 0 {
                place(rewriter, at, at + len, with);
                while chars.offset() < at + len {
                    chars.next();
                }
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
    for (at, lead) in line.char_indices() {
        if lead.is_ascii() {
            continue;
        }
        let (starts, _) = roles(lead);
        if starts == 0 {
            continue;
        }
        let rest = &line[at..];
        // The next character rules most of them out.
        let next = rest[lead.len_utf8()..].chars().next().map_or((0, 0), roles);
        let charsets = starts & next.1;
        let mut best: Option<Unit> = None;
        for charset in (0..CHARSETS).filter(|charset| charsets & 1 << charset != 0) {
            if let Some((len, last, decoded)) = decode(rest, charset) {
                let mut unit = Unit {
                    start: at,
                    end: at + len,
                    charset,
                    lead,
                    last,
                    decoded,
                    strength: Strength::None,
                };
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

/// Reads the start of `text` as bytes of `charset` that are one UTF-8 sequence: its length in
/// `text`, its last character, and what it encodes.
fn decode(text: &str, charset: usize) -> Option<(usize, char, char)> {
    let mut chars = text.char_indices();
    let (_, lead) = chars.next()?;
    let mut bytes = [byte(lead, charset)?, 0, 0, 0];
    let count = match bytes[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let (mut end, mut last) = (0, lead);
    for slot in &mut bytes[1..count] {
        let (at, letter) = chars.next()?;
        // The closing quote ends in a byte that windows-1252 has no character for: it is the
        // one that is often lost.
        *slot = match byte(letter, charset) {
            Some(byte) => byte,
            None if letter == '\u{fffd}' && charset == 0 && lead == '\u{e2}' => 0x9d,
            None => return None,
        };
        (end, last) = (at + letter.len_utf8(), letter);
    }
    let decoded = std::str::from_utf8(&bytes[..count]).ok()?.chars().next()?;
    (last != '\u{fffd}' || decoded == '\u{201d}').then_some((end, last, decoded))
}

#[cfg(test)]
mod tests {
    use super::repair;

    fn check(input: &str, expected: &str) {
        let output = repair(input).map_or_else(|| input.to_owned(), |rewrite| rewrite.text);
        assert_eq!(output, expected, "{input:?}");
    }

    /// What `text` looks like after its UTF-8 was read as ISO 8859-1.
    fn damaged(text: &str) -> String {
        text.bytes().map(char::from).collect()
    }

    #[test]
    fn repairs() {
        check("they\u{e2}\u{20ac}\u{2122}re", "they\u{2019}re");
        check("na\u{c3}\u{af}ve \u{c3}\u{89}tat", "na\u{ef}ve \u{c9}tat");
        check("r\u{221a}\u{a9}sum\u{221a}\u{a9}", "r\u{e9}sum\u{e9}");
        check("it\u{393}\u{c7}\u{d6}s", "it\u{2019}s");
        check("it\u{432}\u{402}\u{2122}s", "it\u{2019}s");
        check("L\u{102}\u{a9}a", "L\u{e9}a");
        check("\u{93}no\u{94}", "\u{201c}no\u{201d}");
        for text in [
            "\u{41c}\u{438}\u{440}",
            "\u{5e9}\u{5dc}\u{5d5}\u{5dd}",
            "\u{6771}\u{4eac}",
            "\u{1f600}",
            "\u{201c}x\u{201d}",
        ] {
            check(&damaged(text), text);
        }
    }

    #[test]
    fn leaves() {
        for sound in [
            "CAF\u{c9}\u{ae} and CAF\u{c9}\u{2026}",
            "S\u{c3}O PAULO \u{2014} MA\u{c7}\u{c3}\u{2014}A",
            "no\u{eb}l\u{2026}\u{201d}",
            "5\u{d7}\u{a3}3",
            "\u{413}\u{43e}\u{432}\u{43e}\u{440}\u{438}\u{442} \u{ab}\u{420}\u{418}\u{410}\u{bb}",
            "\u{221a}\u{3c0} and \u{2206}\u{b0}",
        ] {
            check(sound, sound);
        }
    }
}
