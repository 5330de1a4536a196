//! A model laid out for scoring many rows at once.
//!
//! *What:* the same sums as [`Model::score`], to the bit: each row adds up the same leaves in
//! the same order. But the outer loop goes over the trees and the inner one over the rows, so
//! that a tree is fetched once for many, and nodes are numbered from 1 in arrays of a power of
//! two, so that no step down needs a check of bounds.
//!
//! *Why:* a page has some 80 blocks to score and a tree sum was the largest part of the work.

use super::model::Model;

/// Levels of inner nodes, and leaves, of each tree.
const DEPTH: u8 = 5;
const LEAVES: usize = 1 << DEPTH;

/// Features of a row, padded so that any index of 7 bits is one.
const PADDED: usize = 128;

/// Rows that are scored together: they and a tree fit in a cache.
const ROWS: usize = 128;

/// One tree: the children of inner node `n` are `2n` and `2n + 1`, node 1 is the root.
#[derive(Clone, Debug)]
struct Tree {
    features: [u8; LEAVES],
    thresholds: [f32; LEAVES],
    leaves: [f32; LEAVES],
}

/// A sum of trees.
#[derive(Clone, Debug)]
pub(crate) struct Forest {
    bias: f32,
    trees: Vec<Tree>,
}

impl Forest {
    /// `None` where the model is empty or its trees are of another make than those that ship.
    pub(crate) fn of(model: &Model) -> Option<Self> {
        let fits = model.depth == DEPTH
            && !model.is_empty()
            && model
                .splits
                .iter()
                .all(|split| usize::from(split.feature) < PADDED);
        if !fits {
            return None;
        }
        let trees = model
            .splits
            .chunks_exact(LEAVES - 1)
            .zip(model.leaves.chunks_exact(LEAVES))
            .map(|(splits, leaves)| {
                let mut tree = Tree {
                    features: [0; LEAVES],
                    thresholds: [0.0; LEAVES],
                    leaves: [0.0; LEAVES],
                };
                tree.leaves.copy_from_slice(leaves);
                for (at, split) in splits.iter().enumerate() {
                    tree.features[at + 1] = split.feature;
                    tree.thresholds[at + 1] = split.threshold;
                }
                tree
            })
            .collect();
        Some(Self {
            bias: model.bias,
            trees,
        })
    }

    /// Log-odds that each of the rows belongs to the article.
    pub(crate) fn scores<const COUNT: usize>(&self, rows: &[[f32; COUNT]]) -> Vec<f32> {
        const { assert!(COUNT <= PADDED) };
        let mut sums = vec![self.bias; rows.len()];
        let mut padded = vec![[0.0; PADDED]; rows.len().min(ROWS)];
        for (rows, sums) in rows.chunks(ROWS).zip(sums.chunks_mut(ROWS)) {
            for (row, padded) in rows.iter().zip(&mut padded) {
                padded[..COUNT].copy_from_slice(row);
            }
            for tree in &self.trees {
                for (row, sum) in padded.iter().zip(&mut *sums) {
                    *sum += tree.value(row);
                }
            }
        }
        sums
    }
}

impl Tree {
    fn value(&self, row: &[f32; PADDED]) -> f32 {
        let mut at = 1;
        for _ in 0..DEPTH {
            let node = at % LEAVES;
            let value = row[usize::from(self.features[node]) % PADDED];
            at = 2 * at + usize::from(value > self.thresholds[node]);
        }
        self.leaves[at % LEAVES]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Forest, Model};

    /// Features of a row in these tests.
    const COUNT: usize = 90;

    fn check(model: &Model, features: &[f32; COUNT]) {
        let forest = Forest::of(model).expect("the model ships");
        let mut rows = vec![[0.0; COUNT]; 300];
        rows[0] = *features;
        rows[299] = *features;
        let scores = forest.scores(&rows);
        let expected = model.score(features).to_bits();
        assert_eq!(scores[0].to_bits(), expected);
        assert_eq!(scores[299].to_bits(), expected);
        assert_eq!(scores[1].to_bits(), model.score(&[]).to_bits());
    }

    proptest! {
        #[test]
        fn sums_are_those_of_the_model(row in proptest::collection::vec(-5.0f32..200.0, COUNT)) {
            let mut features = [0.0; COUNT];
            features.copy_from_slice(&row);
            check(crate::content::refine::model(), &features);
            check(crate::plain::refine::model(), &features);
        }
    }
}
