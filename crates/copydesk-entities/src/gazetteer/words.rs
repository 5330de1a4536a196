//! Single words with a meaning of their own: given names, common words, heads of names.

use copydesk_core::characters;

use super::table::Table;
use crate::shapes::Shapes;

/// Words that open sentences and letters, and that counts over news miss.
const FUNCTION_WORDS: &[&str] = &[
    "A",
    "An",
    "Dear",
    "Dude",
    "Fun",
    "Glad",
    "Hello",
    "Hey",
    "Hi",
    "I",
    "Luckily",
    "Oh",
    "Thank",
    "Thanks",
    "Therefore",
    "Wow",
];

/// Lists of single words, as flags of a key of the compiled lists.
pub(super) mod flags {
    /// Given names.
    pub(in crate::gazetteer) const GIVEN_NAME: u16 = 1;
    /// Given names that are also words.
    pub(in crate::gazetteer) const GIVEN_NAME_AND_WORD: u16 = 1 << 1;
    /// Words that news prints in lower case.
    pub(in crate::gazetteer) const COMMON: u16 = 1 << 2;
    /// Last words of names of organisations: `Ministry`, `Bank`.
    pub(in crate::gazetteer) const ORGANISATION_LAST: u16 = 1 << 3;
    /// First words of names of organisations: `Ministry` of …, `Bank` of ….
    pub(in crate::gazetteer) const ORGANISATION_FIRST: u16 = 1 << 4;
    /// Last words of names of events.
    pub(in crate::gazetteer) const EVENT_LAST: u16 = 1 << 5;
    /// Last words of names of places.
    pub(in crate::gazetteer) const LOCATION_LAST: u16 = 1 << 6;
    /// First words of names of places: `Gulf` of …, `Mount` ….
    pub(in crate::gazetteer) const LOCATION_FIRST: u16 = 1 << 7;
    /// Last words of names of buildings.
    pub(in crate::gazetteer) const FACILITY_LAST: u16 = 1 << 8;
}

/// Sets of single words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    pub(super) table: Table,
}

impl Words {
    /// The lists that have `word`.
    pub(crate) fn of(&self, word: &str) -> Lists {
        Lists(self.table.find(word.as_bytes()).map_or(0, |key| key.flags))
    }

    /// Which lists have `word`, one bit each: given names, given names, the same with those that are
    /// words as well, common words, and first and last words of names in the order of [`flags`].
    pub(crate) fn signs(&self, word: &str) -> u16 {
        let mut signs = self.of(word).0 & !flags::COMMON;
        if signs & flags::GIVEN_NAME != 0 {
            signs |= flags::GIVEN_NAME_AND_WORD;
        }
        if self.is_common(word) {
            signs |= flags::COMMON;
        }
        signs
    }

    /// Whether news prints `word`, in whatever case it is given, in lower case.
    pub(crate) fn is_common(&self, word: &str) -> bool {
        static SHAPES: Shapes = Shapes::of(FUNCTION_WORDS);
        if word.len() > 24 {
            return false;
        }
        if SHAPES.may_hold(word) && FUNCTION_WORDS.contains(&word) {
            return true;
        }
        // Stack buffer instead of `to_lowercase`: this is asked for every capitalised word.
        let mut buffer = [0u8; 24];
        let Some(lower) = buffer.get_mut(..word.len()) else {
            return false;
        };
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        (self.table.find(lower)).is_some_and(|key| key.flags & flags::COMMON != 0)
    }
}

/// The lists of single words that have a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lists(u16);

impl Lists {
    fn any(self, flags: u16) -> bool {
        self.0 & flags != 0
    }

    /// Whether it is a given name and hardly anything else.
    pub(crate) fn is_given_name(self) -> bool {
        self.any(flags::GIVEN_NAME)
    }

    /// Whether it is a given name, also where it is a word as well (`Will`, `Rose`).
    pub(crate) fn may_be_given_name(self) -> bool {
        self.any(flags::GIVEN_NAME | flags::GIVEN_NAME_AND_WORD)
    }

    /// Whether a name that ends with it is an organisation.
    pub(crate) fn ends_organisation(self) -> bool {
        self.any(flags::ORGANISATION_LAST)
    }

    /// Whether a name that starts with it and `of` is an organisation.
    pub(crate) fn starts_organisation(self) -> bool {
        self.any(flags::ORGANISATION_FIRST)
    }

    /// Whether a name that ends with it is an event.
    pub(crate) fn ends_event(self) -> bool {
        self.any(flags::EVENT_LAST)
    }

    /// Whether a name that ends with it is a place.
    pub(crate) fn ends_location(self) -> bool {
        self.any(flags::LOCATION_LAST)
    }

    /// Whether a name that starts with it is a place.
    pub(crate) fn starts_location(self) -> bool {
        self.any(flags::LOCATION_FIRST)
    }

    /// Whether a name that ends with it is a building.
    pub(crate) fn ends_facility(self) -> bool {
        self.any(flags::FACILITY_LAST)
    }
}

/// Whether `letter` belongs to a word.
pub(super) fn is_word_char(letter: char) -> bool {
    characters::is_alphanumeric(letter)
}

/// Whether `word` starts with an upper-case letter.
pub(crate) fn capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(characters::is_uppercase)
}
