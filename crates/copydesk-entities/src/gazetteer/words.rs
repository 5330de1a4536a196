//! Single words with a meaning of their own: given names, common words, heads of names.

use rustc_hash::FxHashSet;

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

/// Sets of single words.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_field_names,
    reason = "`given_names_and_words` says what it holds"
)]
pub(crate) struct Words {
    /// Given names.
    pub(super) given_names: FxHashSet<&'static str>,
    /// Given names that are also words.
    pub(super) given_names_and_words: FxHashSet<&'static str>,
    /// Words that news prints in lower case.
    pub(super) common: FxHashSet<&'static str>,
    /// Last words of names of organisations: `Ministry`, `Bank`.
    pub(super) organisation_last: FxHashSet<&'static str>,
    /// First words of names of organisations: `Ministry` of …, `Bank` of ….
    pub(super) organisation_first: FxHashSet<&'static str>,
    /// Last words of names of events.
    pub(super) event_last: FxHashSet<&'static str>,
    /// Last words of names of places.
    pub(super) location_last: FxHashSet<&'static str>,
    /// First words of names of places: `Gulf` of …, `Mount` ….
    pub(super) location_first: FxHashSet<&'static str>,
    /// Last words of names of buildings.
    pub(super) facility_last: FxHashSet<&'static str>,
}

impl Words {
    /// Whether `word` is a given name and hardly anything else.
    pub(crate) fn is_given_name(&self, word: &str) -> bool {
        self.given_names.contains(word)
    }

    /// Whether `word` is a given name, also where it is a word as well (`Will`, `Rose`).
    pub(crate) fn may_be_given_name(&self, word: &str) -> bool {
        self.is_given_name(word) || self.given_names_and_words.contains(word)
    }

    /// Whether news prints `word`, in whatever case it is given, in lower case.
    pub(crate) fn is_common(&self, word: &str) -> bool {
        if word.len() > 24 {
            return false;
        }
        if FUNCTION_WORDS.contains(&word) {
            return true;
        }
        // Stack buffer instead of `to_lowercase`: this is asked for every capitalised word.
        let mut buffer = [0u8; 24];
        let Some(lower) = buffer.get_mut(..word.len()) else {
            return false;
        };
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        str::from_utf8(lower).is_ok_and(|word| self.common.contains(word))
    }

    /// Whether a name that ends with `word` is an organisation.
    pub(crate) fn ends_organisation(&self, word: &str) -> bool {
        self.organisation_last.contains(word)
    }

    /// Whether a name that starts with `word` and `of` is an organisation.
    pub(crate) fn starts_organisation(&self, word: &str) -> bool {
        self.organisation_first.contains(word)
    }

    /// Whether a name that ends with `word` is an event.
    pub(crate) fn ends_event(&self, word: &str) -> bool {
        self.event_last.contains(word)
    }

    /// Whether a name that ends with `word` is a place.
    pub(crate) fn ends_location(&self, word: &str) -> bool {
        self.location_last.contains(word)
    }

    /// Whether a name that starts with `word` is a place.
    pub(crate) fn starts_location(&self, word: &str) -> bool {
        self.location_first.contains(word)
    }

    /// Whether a name that ends with `word` is a building.
    pub(crate) fn ends_facility(&self, word: &str) -> bool {
        self.facility_last.contains(word)
    }
}

/// Whether `letter` belongs to a word.
pub(super) fn is_word_char(letter: char) -> bool {
    letter.is_alphanumeric()
}

/// Whether `word` starts with an upper-case letter.
pub(crate) fn capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}
