//! Names of people: how far a name reaches.
//!
//! *What*: a run of capitalised words, with particles (`Ursula von der Leyen`), hyphens
//! (`Jean-Luc`, `Son-hui`), initials (`J. K.`) and suffixes (`Jr.`).
//! *Known misses*: names in lower case; names that hold a common word in a headline.

use super::{
    Tagger,
    lexicon::{NAME_PARTICLES, NAME_SUFFIXES},
};
use copydesk_core::record::Label;

/// Words of a name, at most.
const LONGEST: usize = 6;

impl Tagger<'_> {
    /// The end of the name of a person that starts at `first`; `first` where there is none.
    pub(super) fn person_end(&self, first: usize) -> usize {
        let sheet = &self.sheet;
        let mut end = first;
        while end < first + LONGEST && self.is_free(first, end) {
            let word = sheet.words[end];
            let surface = sheet.surface(end);
            if end > first && word.glued && surface == "-" {
                // Jean-Luc; Son-hui, but not Putin-led.
                let next = end + 1;
                let joins = self.is_free(first, next)
                    && sheet.words[next].glued
                    && sheet.words[next].is_word
                    && (sheet.words[next].capital
                        || end > first + 1 && !self.lists.words.is_common(sheet.surface(next)));
                if !joins {
                    break;
                }
                end += 2;
                continue;
            }
            if end > first && NAME_PARTICLES.contains(&surface) {
                // `Abu Musab al-Zarqawi`, `al Zarqawi`.
                let hyphen = usize::from(
                    self.sheet.after(first, end + 1) == "-" && sheet.words[end + 1].glued,
                );
                let mut next = end + 1 + hyphen;
                while self.is_free(first, next) && NAME_PARTICLES.contains(&sheet.surface(next)) {
                    next += 1;
                }
                let capital = self.is_free(first, next) && sheet.words[next].capital;
                if !capital || self.lists.words.is_common(sheet.surface(next)) {
                    break;
                }
                end = next + 1;
                continue;
            }
            if end > first && NAME_SUFFIXES.contains(&surface) {
                return end + 1;
            }
            if !word.capital || (end > first && word.all_capitals && surface.len() > 3) {
                break;
            }
            let common = self.lists.words.is_common(surface);
            if common
                && (word.headline || word.first)
                && !self.lists.words.of(surface).may_be_given_name()
            {
                break;
            }
            if end > first && self.starts_something_else(end) {
                break;
            }
            end += 1;
        }
        end
    }

    /// Whether word `at` can belong to a mention that starts at `first`.
    pub(super) fn is_free(&self, first: usize, at: usize) -> bool {
        !self.findings.is_taken(at) && self.sheet.same_sentence(first, at)
    }

    /// Whether the lists have something at `at` that is no part of a person's name.
    fn starts_something_else(&self, at: usize) -> bool {
        let surface = self.sheet.surface(at);
        self.best_match(at).is_some_and(|found| {
            let entry = self.lists.entry(found.entry.unwrap_or_default());
            let longer = found.end > at + 1;
            match found.label {
                Label::Title => entry.before_name && self.sheet.words[at].capital,
                Label::Gpe | Label::Org | Label::Loc => {
                    longer
                        || entry.list == "countries"
                            && !self.lists.words.of(surface).may_be_given_name()
                }
                Label::Norp => entry.list == "demonyms" && !self.sheet.words[at].first,
                _ => longer,
            }
        })
    }
}
