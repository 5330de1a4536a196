//! National bodies whose name ends in the country: `Météo-France`.
//!
//! *What*: an unknown capitalised word, a hyphen and a country, without blanks, is one
//! organisation.
//! *Why*: the list would take the country out of the name.
//! *Example*: `Anses-France warned` → `Anses-France` ORG.
//! *Known misses*: countries and peoples side by side (`Iran-Iraq`), forms that combine
//! (`Franco-German`, `Pro-Russia`) and people (`Putin-China`) are kept apart, so a name that
//! looks like these is missed.

use copydesk_core::record::Label;

use super::{Found, Tagger};

impl Tagger<'_> {
    pub(super) fn hyphenated(&self, at: usize) -> Option<Found> {
        let sheet = &self.sheet;
        let surface = sheet.surface(at);
        let word = sheet.words[at];
        let glued = |at: usize| sheet.words.get(at).is_some_and(|word| word.glued);
        if sheet.after(at, at + 1) != "-" || !glued(at + 1) || !glued(at + 2) {
            return None;
        }
        let known = word.all_capitals
            || surface.ends_with('o')
            || self.lists.words.is_common(surface)
            || self.lists.words.of(surface).may_be_given_name()
            || self.best_match(at).is_some()
            || surface.chars().count() < 4;
        if known || !self.is_free(at, at + 2) {
            return None;
        }
        let country = self.best_match(at + 2)?;
        let entry = self.lists.entry(country.entry?);
        // `Tvir-Russia talks` goes on, a name does not.
        (entry.list == "countries" && sheet.after(at, country.end) != "-").then_some(Found {
            first: at,
            end: country.end,
            label: Label::Org,
            entry: None,
            confidence: 0.7,
            why: "rule:hyphen-and-country",
        })
    }
}
