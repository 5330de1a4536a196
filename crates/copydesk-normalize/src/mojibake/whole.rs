//! Lines and words that are wholly UTF-8 read in one charset.
//!
//! That every character beyond ASCII belongs to a valid sequence is much evidence: in sound
//! text single accented letters stand between plain ones, and capitals touch small letters. It
//! is no proof where there are few such characters. So each piece is weighed by how unlike
//! sound text its characters are (a currency sign behind a letter, a small letter before a
//! capital, a frame beside a letter, two scripts in one word), each kind of piece once, and the
//! sum must reach [`ENOUGH`]. What the pieces give counts too: where letters of two scripts
//! touch in it, the charset is the wrong one.
//!
//! Where several charsets read a line wholly, the one with the least unlikely result is taken,
//! then the more common one.

use std::ops::Range;

use super::{
    Unit,
    charsets::{CHARSETS, like_windows_1252, roles, windows_1252},
    evidence::Strength,
    looks::{
        Company, breaks_capitals, clash, ends_in_two_blanks, is_misfit, is_rare, looks_sound,
        may_be_signs, strangeness,
    },
    sequence,
};
use crate::{beyond_ascii::first_beyond_ascii, homoglyphs::reads_as_latin};

/// How much evidence is enough. A piece that looks sound is worth one.
pub(super) const ENOUGH: u32 = 3;
/// How many kinds of pieces are told apart.
const MOST_KINDS: usize = 32;
/// By how much the result of a charset must be less strange than that of a more common one.
const MARGIN: u32 = 4;
/// More evidence than this is not counted.
const PLENTY: u32 = 24;

/// Reads a whole line. Says whether it is damaged as a whole; then `units` are its pieces.
pub(super) fn line(line: &str, units: &mut Vec<Unit>, scratch: &mut Vec<Unit>) -> bool {
    let reading = best(line, 0..line.len(), true, units, scratch);
    reading.is_some_and(|reading| reading.evidence >= ENOUGH)
}

/// Reads the words of a line one by one and puts the pieces of those that are damaged in place
/// of what `units` has there.
///
/// Beside a word that is surely damaged, less evidence is enough for the others that the same
/// charset reads wholly: some, where they look odd, and any, where no more words with characters
/// beyond ASCII are sound than damaged.
pub(super) fn words(line: &str, units: &mut Vec<Unit>, scratch: &mut Vec<Unit>) {
    let (mut found, mut word) = (Vec::new(), Vec::new());
    let mut proven = [0; CHARSETS];
    let mut sound = 0;
    let bytes = line.as_bytes();
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n');
    let mut at = 0;
    while let Some(ahead) = first_beyond_ascii(&bytes[at..]) {
        let rough = at + ahead;
        let blank = bytes[at..rough].iter().rposition(is_blank);
        let start = blank.map_or(at, |blank| at + blank + 1);
        let blank = bytes[rough..].iter().position(is_blank);
        at = blank.map_or(bytes.len(), |blank| rough + blank + 1);
        let range = start..at;
        match best(line, range, false, &mut word, scratch) {
            Some(reading) => {
                proven[word[0].charset] += u32::from(reading.evidence >= ENOUGH);
                found.extend(word.iter().map(|unit| (reading.evidence, *unit)));
            }
            None => sound += 1,
        }
    }
    if proven == [0; CHARSETS] {
        return;
    }
    found.retain(|(evidence, unit)| match evidence {
        ENOUGH.. => true,
        2 => proven[unit.charset] > 0,
        1 => proven[unit.charset] > 0 && proven[unit.charset] >= sound,
        _ => proven[unit.charset] > sound,
    });
    units.retain(|unit| {
        let next = found.partition_point(|(_, piece)| piece.end <= unit.start);
        found
            .get(next)
            .is_none_or(|(_, piece)| piece.start >= unit.end)
    });
    units.extend(found.into_iter().map(|(_, unit)| unit));
    units.sort_by_key(|unit| unit.start);
}

/// How a charset reads a text.
#[derive(Clone, Copy)]
struct Reading {
    evidence: u32,
    /// Pieces that give what does not fit beside its neighbours.
    misfits: u32,
}

/// The best reading of a range by a charset that reads it wholly; its pieces are in `units`.
fn best(
    line: &str,
    range: Range<usize>,
    mended: bool,
    units: &mut Vec<Unit>,
    scratch: &mut Vec<Unit>,
) -> Option<Reading> {
    units.clear();
    let mut possible = (1u16 << CHARSETS) - 1;
    let mut alike = possible;
    let bytes = &line.as_bytes()[..range.end];
    // What may stand for a byte that is beyond ASCII.
    let is_mark = |byte: u8| mended && matches!(byte, b' ' | b'?');
    let mut at = range.start;
    // The charsets in which the character before is a first byte.
    let mut begun = 0;
    while let Some(ascii) = first_beyond_ascii(&bytes[at..]) {
        let is_first = ascii > 0 && !is_mark(bytes[at + ascii - 1]) || at == range.start;
        at += ascii;
        let Some(letter) = line[at..].chars().next() else {
            break;
        };
        at += letter.len_utf8();
        let (starts, continues) = roles(letter);
        possible &= starts | continues;
        // Behind a first byte comes another one.
        if ascii == 0 {
            possible &= continues | !begun;
        }
        begun = starts;
        // At either end of a run stand the ends of sequences.
        if is_first && letter != '\u{fffd}' {
            possible &= starts;
        }
        if bytes
            .get(at)
            .is_none_or(|&next| next.is_ascii() && !is_mark(next))
        {
            possible &= continues;
        }
        alike &= like_windows_1252(letter);
        if possible == 0 {
            return None;
        }
    }
    // What reads these characters as windows-1252 does says nothing new.
    if possible & 1 != 0 {
        possible &= !alike | 1;
    }
    let mut best: Option<Reading> = None;
    for charset in (0..CHARSETS).filter(|charset| possible & 1 << charset != 0) {
        if !read(line, range.clone(), charset, mended, scratch) {
            continue;
        }
        // Nearly always the same pieces as those of a charset that is more common.
        if best.is_some() && same(units, scratch) {
            continue;
        }
        let reading = weigh(line, scratch);
        if reading.misfits * 4 > scratch.len() as u32 {
            continue;
        }
        let better = best.is_none_or(|best| {
            let enough = reading.evidence >= ENOUGH;
            let is_plainer =
                || strangeness_of(line, scratch) + MARGIN <= strangeness_of(line, units);
            enough && (best.evidence < ENOUGH || is_plainer())
        });
        if better {
            best = Some(reading);
            std::mem::swap(units, scratch);
        }
    }
    best
}

fn same(one: &[Unit], other: &[Unit]) -> bool {
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|(one, other)| one.decoded == other.decoded)
}

/// Reads a range in one charset. Says whether all of it is pieces and ASCII.
fn read(
    line: &str,
    range: Range<usize>,
    charset: usize,
    mended: bool,
    units: &mut Vec<Unit>,
) -> bool {
    units.clear();
    let mut at = range.start;
    let text = &line[..range.end];
    while let Some(ascii) = first_beyond_ascii(&text.as_bytes()[at..]) {
        at += ascii;
        let rest = &text[at..];
        let Some(lead) = rest.chars().next() else {
            break;
        };
        let before = &line[..at];
        let sequence = sequence::read(rest, charset, false, before)
            .or_else(|| mended.then(|| sequence::read(rest, charset, true, before))?);
        match sequence {
            Some(sequence) => {
                units.push(sequence.unit(at, charset, lead, Strength::Strong));
                at += sequence.len;
            }
            // What was lost altogether is no evidence for or against.
            None if lead == '\u{fffd}' => at += lead.len_utf8(),
            None => return false,
        }
    }
    !units.is_empty()
}

/// Weighs the pieces of a reading.
fn weigh(line: &str, units: &[Unit]) -> Reading {
    let mut reading = Reading {
        evidence: 0,
        misfits: 0,
    };
    let disguised = units.iter().all(|unit| spells_latin(line, unit));
    let mut seen: Vec<(Option<char>, char, char)> = Vec::new();
    for (index, unit) in units.iter().enumerate() {
        let before = line[..unit.start].chars().next_back();
        let after = line[unit.end..].chars().next();
        let (written_before, written_after) = written_around(line, units, index);
        if is_misfit(written_before, unit.decoded, written_after)
            || is_stray_control(unit, written_before)
            || disguised
        {
            reading.misfits += 1;
        }
        if reading.evidence < PLENTY {
            let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
            let stands_alone = !is_letter(written_before) && !is_letter(written_after);
            let may_be_sound = breaks_capitals(&line[..unit.start], unit.lead, unit.decoded, after)
                || stands_alone && may_be_signs(unit.last, unit.decoded);
            let weight = match weight(before, &line[unit.start..unit.end], after, unit.decoded) {
                weight if may_be_sound => weight.min(1),
                weight => weight,
            };
            let neighbour = before.filter(|_| weight >= 2);
            let kind = (neighbour, unit.lead, unit.decoded);
            // The same piece again proves no more; in another word it does, unless it looks sound.
            if seen.len() < MOST_KINDS && !seen.contains(&kind) {
                seen.push(kind);
                reading.evidence += weight;
            }
        }
    }
    reading
}

/// What stands around a piece when all pieces are repaired.
fn written_around(line: &str, units: &[Unit], index: usize) -> (Option<char>, Option<char>) {
    let unit = &units[index];
    let before = match index.checked_sub(1).map(|index| units[index]) {
        Some(previous) if previous.end == unit.start => Some(previous.decoded),
        _ => line[..unit.start].chars().next_back(),
    };
    let after = match units.get(index + 1) {
        Some(next) if next.start == unit.end => Some(next.decoded),
        _ => line[unit.end..].chars().next(),
    };
    (before, after)
}

/// How strange the letters are that the pieces of a reading give.
fn strangeness_of(line: &str, units: &[Unit]) -> u32 {
    let mut sum = 0;
    let mut company = Company::default();
    let (mut marks, mut controls) = (false, false);
    for (index, unit) in units.iter().enumerate() {
        let (before, after) = written_around(line, units, index);
        sum += strangeness(before, unit.decoded, after);
        company.add(unit.decoded);
        for letter in line[unit.start..unit.end].chars() {
            marks |= letter > '\u{ff}';
            controls |= windows_1252(letter).is_some();
        }
    }
    // Marks of windows-1252 and the control characters of ISO 8859 do not come from one charset.
    let is_1252 = units.first().is_some_and(|unit| unit.charset == 0);
    let inconsistent = is_1252 && marks && controls;
    sum + company.strangeness() + MARGIN * u32::from(inconsistent)
}

/// Whether a piece is what a Latin word is spelt with in letters that look alike: `D\u{435}\u{455}\u{456}gn`
/// holds a valid sequence of windows-1251 by chance. So does a damaged `\u{17e}`, but hardly as
/// the only letter of its line.
fn spells_latin(line: &str, unit: &Unit) -> bool {
    let is_latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphabetic());
    (is_latin(line[..unit.start].chars().next_back()) || is_latin(line[unit.end..].chars().next()))
        && line[unit.start..unit.end].chars().all(reads_as_latin)
}

/// Leaves out the pieces of a charset that has none in the line but such as [`spells_latin`].
pub(super) fn drop_disguised(line: &str, units: &mut Vec<Unit>) {
    let mut proven = 0u16;
    for unit in units.iter().filter(|unit| !spells_latin(line, unit)) {
        proven |= 1 << unit.charset;
    }
    units.retain(|unit| proven & 1 << unit.charset != 0);
}

/// Whether a piece gives a control character that is no part of another layer of damage.
fn is_stray_control(unit: &Unit, before: Option<char>) -> bool {
    unit.charset != 0
        && matches!(unit.decoded, '\u{80}'..='\u{9f}')
        && before.is_none_or(|before| before.is_ascii())
}

/// How much a piece is unlike sound text.
pub(super) fn weight(before: Option<char>, piece: &str, after: Option<char>, decoded: char) -> u32 {
    // What was mended is read because of the others.
    if piece.ends_with([' ', '?']) {
        return 0;
    }
    let mut most = 0;
    let mut left = before;
    let mut rest = piece.chars().peekable();
    while let Some(letter) = rest.next() {
        let next = rest.peek().copied().or(after);
        most = most.max(clash(left, letter, next));
        left = Some(letter);
    }
    most = most.max(clash(left, after.unwrap_or(' '), None));
    if joins_words(before, piece) {
        most = most.max(1 + u32::from(after.is_some_and(char::is_alphabetic)));
    }
    // A sum or a temperature behind a no-break space.
    if piece.starts_with('\u{a0}') && !before.is_some_and(char::is_alphabetic) {
        return 0;
    }
    let controls = piece.contains(|letter| matches!(letter, '\u{80}'..='\u{9f}'));
    if is_rare(decoded) && !controls {
        return most.min(1);
    }
    let base = match decoded.len_utf8() {
        _ if decoded == '\u{fffd}' || most < 2 && looks_sound(piece) => 0,
        2 => 1 + 2 * u32::from(ends_in_two_blanks(piece, after)),
        3 => 2,
        _ => 4,
    };
    base + most
}

/// Whether a mark stands between two words without a blank, the second of which starts with an
/// accented letter.
fn joins_words(before: Option<char>, piece: &str) -> bool {
    let mut letters = piece.chars();
    matches!(
        letters.next(),
        Some('\u{2026}' | '\u{2013}' | '\u{2014}' | '\u{a0}')
    ) && letters.next().is_some_and(char::is_lowercase)
        && before.is_some_and(char::is_alphabetic)
}
