//! What there is to know about a letter before a word is looked at, as bits of one table load.

use super::table;
use crate::{
    scan::decode,
    scripts::{Script, script},
};

/// Letters of the Latin script, of a foreign one (`FOREIGN`, one bit each), and marks on letters.
pub(super) const LATIN: u16 = 1;
pub(super) const FOREIGN: u16 = ((1 << Script::FOREIGN) - 1) << 1;
pub(super) const MARK: u16 = 1 << 8;
/// A foreign letter that reads as a Latin one.
pub(super) const LOOKS_LATIN: u16 = 1 << 9;
/// A foreign letter that is only a rough likeness of a Latin one.
pub(super) const ROUGH: u16 = 1 << 10;
/// A small Greek letter that passes between small Latin ones.
pub(super) const SMALL_GREEK: u16 = 1 << 11;
/// A Latin letter that does not read as a Cyrillic one.
pub(super) const ONLY_LATIN: u16 = 1 << 12;

/// A foreign letter that is like a Latin one in none of these ways.
pub(super) const LIKE_NOTHING: u16 = 1 << 13;

/// All characters of two bytes have a place each.
const DENSE: usize = 0x800;
static TRAITS: [u16; DENSE] = {
    let mut table = [0; DENSE];
    let mut code = 0;
    while code < DENSE {
        if let Some(letter) = char::from_u32(code as u32) {
            table[code] = work_out(letter);
        }
        code += 1;
    }
    table
};

/// The traits of a character.
#[inline]
pub(super) fn traits(letter: char) -> u16 {
    match TRAITS.get(letter as usize) {
        Some(&traits) => traits,
        None => traits_beyond(letter),
    }
}

/// The traits of the character at a place, and where it ends.
#[expect(
    clippy::inline_always,
    reason = "a survey is hardly more than these calls"
)]
#[inline(always)]
pub(super) fn traits_at(bytes: &[u8], at: usize) -> Option<(u16, usize)> {
    let byte = *bytes.get(at)?;
    if byte.is_ascii() {
        return Some((TRAITS[usize::from(byte)], at + 1));
    }
    let next = *bytes.get(at + 1)?;
    if byte < 0xe0 {
        let code = usize::from(byte & 0x1f) << 6 | usize::from(next & 0x3f);
        return Some((TRAITS[code], at + 2));
    }
    let (code, len) = decode(bytes, at);
    let traits = char::from_u32(code).map_or(0, traits_beyond);
    Some((traits, at + len))
}

/// The foreign script of traits that have one of them.
pub(super) fn script_of(traits: u16) -> Script {
    let place = ((traits & FOREIGN) >> 1).trailing_zeros() as usize;
    Script::BY_PLACE
        .get(place)
        .copied()
        .unwrap_or(Script::Other)
}

#[inline(never)]
fn traits_beyond(letter: char) -> u16 {
    match letter {
        // Punctuation and symbols, ideographs, Hangul: no letters that are compared.
        '\u{2000}'..='\u{2bff}'
        | '\u{3000}'..='\u{9fff}'
        | '\u{ac00}'..='\u{ffff}'
        | '\u{1f000}'.. => 0,
        _ => work_out(letter),
    }
}

const fn work_out(letter: char) -> u16 {
    let script = script(letter);
    match script {
        Script::Latin if table::cyrillic(letter).is_some() => LATIN,
        Script::Latin => LATIN | ONLY_LATIN,
        Script::Other if matches!(letter, '\u{300}'..='\u{36f}') => MARK,
        Script::Other => 0,
        _ => {
            let mut traits = 2 << script.place();
            if table::latin(letter).is_some() {
                traits |= LOOKS_LATIN;
            }
            if table::rough_latin(letter).is_some() {
                traits |= ROUGH;
            }
            if table::latin_inside_word(letter).is_some() {
                traits |= SMALL_GREEK;
            }
            if traits & (LOOKS_LATIN | ROUGH | SMALL_GREEK) == 0 {
                traits |= LIKE_NOTHING;
            }
            traits
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{script_of, traits, traits_at, work_out};
    use crate::scripts::script;

    #[test]
    fn shortcuts_agree() {
        for letter in '\0'..=char::MAX {
            assert_eq!(traits(letter), work_out(letter), "{letter:?}");
            if script(letter).is_foreign() {
                assert_eq!(script_of(traits(letter)), script(letter));
            }
            let spelling = letter.to_string();
            let found = traits_at(spelling.as_bytes(), 0);
            assert_eq!(found, Some((work_out(letter), letter.len_utf8())));
        }
    }
}
