//! Parts of names: `Putin` where `Vladimir Putin` was named, `Kim` where `Kim Jong Un` was.
//!
//! *What*: a capitalised word that is the first or last part of the name of a person of this
//! document is that person.
//! *Why*: after the first mention, news uses the surname alone.
//! *Known misses*: two people of one surname are told apart later, by the entities.

use copydesk_core::record::Label;
use rustc_hash::FxHashSet;

use super::{Found, Tagger, lexicon::NAME_PARTICLES};

/// The names of the people of the document.
#[derive(Debug, Default)]
pub(super) struct People<'a> {
    /// Parts that stand for a person alone.
    parts: FxHashSet<&'a str>,
    /// Whole names as they are written.
    names: FxHashSet<&'a str>,
}

impl<'a> Tagger<'a> {
    /// The people found so far.
    pub(super) fn known_people(&self) -> People<'a> {
        let mut people = People::default();
        for found in &self.findings.found {
            if found.label != Label::Person {
                continue;
            }
            people
                .names
                .insert(self.sheet.span(found.first, found.end).of(self.sheet.text));
            for at in [found.first, found.end - 1] {
                let part = self.sheet.surface(at);
                if part.chars().count() > 1
                    && !NAME_PARTICLES.contains(&part)
                    && !self.lists.words.is_common(part)
                {
                    people.parts.insert(part);
                }
            }
        }
        people
    }

    /// Tags what is left of these people in headlines, or outside of them.
    pub(super) fn parts_of_names(&mut self, people: &People<'_>, headlines: bool) {
        for at in 0..self.sheet.words.len() {
            let word = self.sheet.words[at];
            if !word.capital || word.headline != headlines || self.findings.is_taken(at) {
                continue;
            }
            if !people.parts.contains(self.sheet.surface(at)) {
                continue;
            }
            let whole = (at + 2..=at + 5).rev().find(|&end| {
                self.sheet.same_sentence(at, end - 1)
                    && people
                        .names
                        .contains(self.sheet.span(at, end).of(self.sheet.text))
            });
            self.findings.add(Found {
                first: at,
                end: whole.unwrap_or(at + 1),
                label: Label::Person,
                entry: None,
                confidence: 0.85,
                why: "rule:known-name",
            });
        }
    }
}
