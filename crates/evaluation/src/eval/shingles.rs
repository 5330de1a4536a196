//! Agreement of two texts by their shingles of four tokens.
//!
//! The measure of scrapinghub/article-extraction-benchmark: tokens are runs of letters and
//! digits; precision is averaged over pages with an answer, recall over pages with gold, and F1
//! is of the two averages.

use std::collections::HashMap;

const SHINGLE: usize = 4;

/// Shingles of one page.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Overlap {
    pub(crate) shared: usize,
    pub(crate) found: usize,
    pub(crate) gold: usize,
}

impl Overlap {
    pub(crate) fn of(found: &str, gold: &str) -> Self {
        let (found, gold) = (shingles(found), shingles(gold));
        let shared = found
            .iter()
            .filter_map(|(shingle, count)| Some(*count.min(gold.get(shingle)?)))
            .sum();
        Self {
            shared,
            found: found.values().sum(),
            gold: gold.values().sum(),
        }
    }
}

/// Runs of letters and digits.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_alphanumeric() || letter == '_'))
        .filter(|token| !token.is_empty())
}

fn shingles(text: &str) -> HashMap<Vec<&str>, usize> {
    let tokens: Vec<&str> = tokens(text).collect();
    let mut counts = HashMap::new();
    if tokens.is_empty() {
        return counts;
    }
    for shingle in tokens.windows(SHINGLE.min(tokens.len())) {
        *counts.entry(shingle.to_vec()).or_default() += 1;
    }
    counts
}

/// Means over pages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Means {
    pub(crate) precision: f64,
    pub(crate) recall: f64,
}

impl Means {
    pub(crate) fn of<'a>(pages: impl Iterator<Item = &'a Overlap>) -> Self {
        let (mut precision, mut answers, mut recall, mut golds) = (0.0, 0.0, 0.0, 0.0);
        for page in pages {
            if page.found > 0 {
                precision += page.shared as f64 / page.found as f64;
                answers += 1.0;
            }
            if page.gold > 0 {
                recall += page.shared as f64 / page.gold as f64;
                golds += 1.0;
            }
        }
        Self {
            precision: precision / f64::max(answers, 1.0),
            recall: recall / f64::max(golds, 1.0),
        }
    }

    pub(crate) fn f1(self) -> f64 {
        let sum = self.precision + self.recall;
        if sum == 0.0 {
            0.0
        } else {
            2.0 * self.precision * self.recall / sum
        }
    }
}

/// Standard deviation of F1 by bootstrap over pages.
pub(crate) fn deviation(pages: &[Overlap]) -> f64 {
    const ROUNDS: usize = 200;
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut draw = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        &pages[(state % pages.len() as u64) as usize]
    };
    let scores: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let sample: Vec<&Overlap> = (0..pages.len()).map(|_| draw()).collect();
            Means::of(sample.into_iter()).f1()
        })
        .collect();
    let mean = scores.iter().sum::<f64>() / ROUNDS as f64;
    let variance = scores
        .iter()
        .map(|score| (score - mean).powi(2))
        .sum::<f64>();
    (variance / ROUNDS as f64).sqrt()
}

#[cfg(test)]
mod tests {
    use super::{Means, Overlap};

    #[test]
    fn a_page_with_too_much_and_too_little() {
        let overlap = Overlap::of("a b c d e", "b c d e f g");
        assert_eq!((overlap.shared, overlap.found, overlap.gold), (1, 2, 3));
        let means = Means::of([overlap].iter());
        assert!((means.precision - 0.5).abs() < 1e-9);
        assert!((means.recall - 1.0 / 3.0).abs() < 1e-9);
        assert_eq!(Overlap::of("", "").found, 0);
    }
}
