//! The lists that ship with the crate: countries, cities, organisations, offices and the rest.
//!
//! The lists are tab-separated text in `data/` (see its README for origin and licence), compiled
//! into the crate and read once, on first use, into one hash map from the first word of a
//! phrase to the phrases that start with it.

mod load;
mod matcher;
mod words;

use std::sync::OnceLock;

use copydesk_core::record::{Identifiers, Label};
use rustc_hash::FxHashMap;

pub(crate) use words::{Words, capitalised};

/// What a phrase of the lists stands for.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Canonical name.
    pub(crate) name: &'static str,
    /// Type of a mention of this phrase.
    pub(crate) label: Label,
    /// The list it comes from, as given in `Mention::why`.
    pub(crate) list: &'static str,
    /// ISO 3166 code, empty where there is none.
    pub(crate) country: &'static str,
    /// Wikidata item, empty where there is none.
    pub(crate) wikidata: &'static str,
    /// GeoNames id, 0 where there is none.
    pub(crate) geonames: u32,
    /// Latitude and longitude.
    pub(crate) coordinates: Option<[f64; 2]>,
    /// Whether the surface is often something else, so that context has to speak for it.
    pub(crate) ambiguous: bool,
    /// For offices: whether it stands directly before a name.
    pub(crate) before_name: bool,
    /// For offices: whether a capital is part of it (`Lawyer`), so that at the start of a
    /// sentence it is a word like others.
    pub(crate) capital_only: bool,
    /// For offices: whether it is one (`Mr.` is not).
    pub(crate) office: bool,
}

impl Entry {
    /// What the lists know about the thing outside the document.
    pub(crate) fn identifiers(&self) -> Identifiers {
        let text = |value: &str| (!value.is_empty()).then(|| value.to_owned());
        Identifiers {
            country: text(self.country),
            wikidata: text(self.wikidata),
            geonames: (self.geonames != 0).then_some(self.geonames),
            coordinates: self.coordinates,
            id: None,
        }
    }
}

/// One way of writing an entry.
#[derive(Clone, Copy, Debug)]
struct Phrase {
    surface: &'static str,
    entry: u32,
}

/// All lists. See the [module documentation](self).
#[derive(Debug, Default)]
pub(crate) struct Gazetteer {
    entries: Vec<Entry>,
    /// First word of a phrase to the phrases that start with it, longest first.
    phrases: FxHashMap<&'static str, Vec<Phrase>>,
    /// Single words with a meaning of their own.
    pub(crate) words: Words,
}

impl Gazetteer {
    /// The lists of the crate.
    pub(crate) fn shared() -> &'static Self {
        static SHARED: OnceLock<Gazetteer> = OnceLock::new();
        SHARED.get_or_init(load::load)
    }

    /// The entry with index `id`.
    pub(crate) fn entry(&self, id: u32) -> &Entry {
        &self.entries[id as usize]
    }
}
