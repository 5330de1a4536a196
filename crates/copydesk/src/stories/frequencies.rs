//! How rare a term is: what was seen, and a small prior.
//!
//! *What*: in how many articles each term was, together with a table of the stems that are common
//! in English text, as if [`PRIOR`] more articles had been seen. Without the prior the first
//! articles of a stream, or five files, would not tell `the` from `Vladivostok`.
//!
//! *Why so few*: what all articles of a set name says nothing about their stories: five articles
//! about two countries are told apart by the rest. With thousands of prior articles the countries
//! would outweigh it.
//!
//! *Bounds*: at most [`MOST`] terms are kept; when there are more, the rarest are forgotten.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::sketch;

/// Articles that the prior counts for.
const PRIOR: f32 = 5.0;
/// Share of the prior's articles from which on a word says nothing in a headline.
const COMMON: f32 = 0.15;
/// Terms that are kept.
const MOST: usize = 1 << 18;

/// Lines of a share and the stems that this share of texts has.
static TABLE: LazyLock<FxHashMap<u32, f32>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for line in include_str!("prior.tsv").lines() {
        let Some((share, stems)) = line.split_once('\t') else {
            continue;
        };
        let Ok(share) = share.parse() else { continue };
        table.extend(stems.split(' ').map(|stem| (sketch::key(stem), share)));
    }
    table
});

/// Whether a stem is so common that it says nothing in a headline.
pub(super) fn is_common(key: u32) -> bool {
    TABLE.get(&key).is_some_and(|&share| share >= COMMON)
}

/// In how many articles terms were.
#[derive(Clone, Debug, Default)]
pub(super) struct Frequencies {
    articles: u32,
    of: FxHashMap<u32, u32>,
}

impl Frequencies {
    /// Counts an article.
    pub(super) fn learn(&mut self, keys: impl Iterator<Item = u32>) {
        self.articles += 1;
        for key in keys {
            *self.of.entry(key).or_default() += 1;
        }
        let mut least = 1;
        while self.of.len() > MOST {
            self.of.retain(|_, count| *count > least);
            least += 1;
        }
    }

    /// How much a term weighs: the logarithm of one by its share.
    pub(super) fn weight(&self, key: u32) -> f32 {
        let seen = self.of.get(&key).copied().unwrap_or(1).max(1) as f32;
        let share = TABLE.get(&key).copied().unwrap_or(0.001);
        let articles = self.articles as f32 + PRIOR + 1.0;
        (articles / (PRIOR * share + seen)).ln().max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_terms_weigh_more() {
        let mut frequencies = Frequencies::default();
        let word = sketch::key;
        assert!(frequencies.weight(word("the")) < 0.1);
        assert!(frequencies.weight(word("vladivostok")) > 1.5);
        for _ in 0..50 {
            frequencies.learn([word("vladivostok")].into_iter());
        }
        assert!(frequencies.weight(word("vladivostok")) < 1.0);
    }

    #[test]
    fn the_terms_are_bounded() {
        let mut frequencies = Frequencies::default();
        frequencies.learn([7].into_iter());
        frequencies.learn([7].into_iter());
        frequencies.learn(0..MOST as u32 + 10);
        assert_eq!(frequencies.of.len(), 1);
    }
}
