//! Normalization forms cluster by cluster, for `nfc` and `nfkc`.
//!
//! The text is cut before characters that never attach to what stands before them, and each cut
//! piece that changes is normalized alone, so that an edit is no longer than what changed.

use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::{
    CodePointMapData, CodePointMapDataBorrowed,
    props::{CanonicalCombiningClass, GeneralCategory},
};

use crate::rewrite::{Rewrite, Rewriter};

/// A normalization form, and what tells where its clusters start.
pub(crate) struct Form {
    normalizer: ComposingNormalizerBorrowed<'static>,
    class: CodePointMapDataBorrowed<'static, CanonicalCombiningClass>,
    category: CodePointMapDataBorrowed<'static, GeneralCategory>,
    /// Letters beyond those of [`attaches`] that attach to what stands before them.
    also_attaches: fn(char) -> bool,
}

impl Form {
    pub(crate) fn new(
        normalizer: ComposingNormalizerBorrowed<'static>,
        also_attaches: fn(char) -> bool,
    ) -> Self {
        Self {
            normalizer,
            class: CodePointMapData::<CanonicalCombiningClass>::new(),
            category: CodePointMapData::<GeneralCategory>::new(),
            also_attaches,
        }
    }

    /// Rewrites the clusters that are not in this form.
    pub(crate) fn compose(&self, text: &str) -> Option<Rewrite> {
        let mut rewriter = Rewriter::new(text);
        let mut done = 0;
        while done < text.len() {
            let hit = text.len() - self.normalizer.split_normalized(&text[done..]).1.len();
            if hit == text.len() {
                break;
            }
            let cluster = self.cluster(text, done, hit);
            done = cluster.end;
            rewriter.replace(cluster.clone(), &self.normalizer.normalize(&text[cluster]));
        }
        rewriter.finish()
    }

    /// The cluster around the character at `hit`, not before `from`: back to where it starts, on
    /// to the start of the next one.
    fn cluster(&self, text: &str, from: usize, hit: usize) -> Range<usize> {
        let mut before = text[from..hit].char_indices().rev();
        let starts_at_hit = text[hit..].starts_with(|letter| self.starts(letter));
        let start = if starts_at_hit {
            hit
        } else {
            let start = before.find(|&(_, letter)| self.starts(letter));
            // With a line break nothing is composed.
            start.map_or(from, |(at, letter)| from + at + usize::from(letter == '\n'))
        };
        let mut after = text[hit..].char_indices().skip(1);
        let end = after.find(|&(_, letter)| self.starts(letter));
        start..end.map_or(text.len(), |(at, _)| hit + at)
    }

    /// Whether nothing before `letter` can change with it, nor with what it becomes. Marks never
    /// start a piece, even the few that could: a longer piece is only slower.
    fn starts(&self, letter: char) -> bool {
        if letter < '\u{300}' {
            return true;
        }
        !attaches(letter)
            && !(self.also_attaches)(letter)
            && self.class.get(letter) == CanonicalCombiningClass::NotReordered
            && !matches!(
                self.category.get(letter),
                GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark
            )
    }
}

/// Vowels and finals of conjoining Hangul and of Kirat Rai are letters that attach.
fn attaches(letter: char) -> bool {
    matches!(letter, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7ff}' | '\u{16d63}'..='\u{16d6a}')
}
