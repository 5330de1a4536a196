//! Names that the document has explained once.
//!
//! *What*: what a rule took for an organisation, a place or an event is that at every other
//! place of the document where the same words stand with the same capitals.
//! *Why*: only one of the mentions has the sign beside it (`the company …`, `in …`).
//! *Example*: `the group Red Lantern … Red Lantern has denied it` → both ORG.
//! *Known misses*: a short form of the name (`Lantern`); a single word that is common.

use std::collections::BTreeSet;

use copydesk_core::record::Label;
use rustc_hash::FxHashMap;

use super::{Found, Tagger};

impl Tagger<'_> {
    pub(super) fn repeated(&mut self, headlines: bool) {
        // First word of a name → the lengths of the names that start with it; name → what it is.
        let mut lengths: FxHashMap<&str, BTreeSet<usize>> = FxHashMap::default();
        let mut names: FxHashMap<&str, Found> = FxHashMap::default();
        for found in &self.findings.found {
            let sheet = &self.sheet;
            let first = sheet.words[found.first];
            let single = found.end == found.first + 1;
            let taught = matches!(
                found.label,
                Label::Org | Label::Gpe | Label::Loc | Label::Event | Label::Fac
            ) && (found.entry.is_none() || found.confidence < 0.9)
                && first.capital
                && !(single && self.lists.words.is_common(sheet.surface(found.first)));
            if taught {
                let name = sheet.span(found.first, found.end).of(sheet.text);
                let first = sheet.surface(found.first);
                lengths
                    .entry(first)
                    .or_default()
                    .insert(found.end - found.first);
                names.entry(name).or_insert_with(|| found.clone());
            }
        }
        for at in 0..self.sheet.words.len() {
            let word = self.sheet.words[at];
            if !word.capital || word.headline != headlines || self.findings.is_taken(at) {
                continue;
            }
            let Some(lengths) = lengths.get(self.sheet.surface(at)) else {
                continue;
            };
            let again = lengths.iter().rev().find_map(|&len| {
                let taught = (at..at + len)
                    .all(|word| self.is_free(at, word))
                    .then(|| names.get(self.sheet.span(at, at + len).of(self.sheet.text)))??;
                Some((len, taught.clone()))
            });
            if let Some((len, taught)) = again {
                self.findings.add(Found {
                    first: at,
                    end: at + len,
                    why: "rule:known-name",
                    ..taught
                });
            }
        }
    }
}
