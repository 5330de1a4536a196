//! What there is to know about a letter before a word is looked at, as bits of one table load.

use super::table;
use crate::scripts::{Script, script};

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
/// A Latin letter that reads as a Cyrillic one.
pub(super) const LOOKS_CYRILLIC: u16 = 1 << 12;

/// A foreign letter that is like a Latin one in none of these ways.
pub(super) const LIKE_NOTHING: u16 = 1 << 13;

/// Latin, Greek, Cyrillic and Armenian have a place each.
const DENSE: usize = 0x590;
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

/// The traits of the character with a code.
#[inline]
pub(super) fn traits(code: u32) -> u16 {
    match TRAITS.get(code as usize) {
        Some(&traits) => traits,
        None => traits_beyond(code),
    }
}

fn traits_beyond(code: u32) -> u16 {
    match code {
        // Punctuation and symbols, ideographs, Hangul: no letters that are compared.
        0x2000..=0x2bff | 0x3000..=0x9fff | 0xac00..=0xffff | 0x1f000.. => 0,
        _ => char::from_u32(code).map_or(0, work_out),
    }
}

const fn work_out(letter: char) -> u16 {
    let script = script(letter);
    match script {
        Script::Latin if table::cyrillic(letter).is_some() => LATIN | LOOKS_CYRILLIC,
        Script::Latin => LATIN,
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
    use super::{traits, work_out};

    #[test]
    fn shortcuts_agree() {
        for letter in '\0'..=char::MAX {
            assert_eq!(traits(letter as u32), work_out(letter), "{letter:?}");
        }
    }
}
