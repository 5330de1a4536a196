//! What a first reading of the document took each word for, at its other places.
//!
//! *What*: the label that a word got most often elsewhere, how often, and whether always.
//! *Example*: `Krone` in `Krone fell` is a person where `Ada Krone said` stands before it.
//! *Why*: the places that explain a name decide about those that do not.
//! *Known misses*: two things of one name.

use rustc_hash::FxHashMap;

use super::{atoms::feature, labels::LABELS};

/// The kind of the first feature; see `features.rs` for those before it.
const FIRST: u8 = 80;

/// The labels of the words of a document, by the hashes of their lower-case forms.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    labels: FxHashMap<u32, [u16; LABELS]>,
}

impl Memory {
    /// Adds a word with its label. Words with hash 0 are not remembered.
    pub(crate) fn add(&mut self, word: u32, label: u8) {
        if word != 0 {
            let count = &mut self.labels.entry(word).or_default()[usize::from(label)];
            *count = count.saturating_add(1);
        }
    }

    /// What the other places of a word say that has `own` label here; 0 where there are none.
    fn others(&self, word: u32, own: u8) -> u32 {
        let Some(labels) = self.labels.get(&word) else {
            return 0;
        };
        let (mut best, mut most, mut all) = (0, 0, 0);
        for (label, &count) in labels.iter().enumerate() {
            let count = count - u16::from(label == usize::from(own));
            all += count;
            if count > most {
                (best, most) = (label as u32, count);
            }
        }
        if all == 0 {
            return 0;
        }
        1 + best * 8 + u32::from(most.min(3)) * 2 + u32::from(most == all)
    }

    /// Adds the features of word `at` of a chain, `words` being its hashes and `labels` what the
    /// first reading gave.
    pub(crate) fn features(
        &self,
        at: usize,
        words: &[u32],
        labels: &[u8],
        features: &mut Vec<u32>,
    ) {
        let others = |at: usize| match (words.get(at), labels.get(at)) {
            (Some(&word), Some(&label)) if word != 0 => self.others(word, label),
            _ => 0,
        };
        let this = others(at);
        let before = if at == 0 { 0 } else { others(at - 1) };
        let after = others(at + 1);
        if this == 0 && before == 0 && after == 0 {
            return;
        }
        let own = u32::from(labels[at]);
        features.push(feature(FIRST, this, 0));
        features.push(feature(FIRST + 1, this, own));
        features.push(feature(FIRST + 2, before / 8, this / 8));
        features.push(feature(FIRST + 3, this / 8, after / 8));
    }
}
