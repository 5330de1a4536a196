//! The shipped model, laid out for scoring all blocks of a page.
//!
//! *What:* the same sums as [`Model::score`], to the bit: each block adds up the same leaves in
//! the same order. But the outer loop goes over the trees and the inner one over the blocks, so
//! that a tree is fetched once per page, and nodes are numbered from 1 in arrays of a power of
//! two, so that no step down needs a check of bounds.
//!
//! *Why:* a page has some 80 blocks to score and a tree sum was the largest part of the work.

use std::sync::LazyLock;

use super::{
    features::{COUNT, Features},
    model::Model,
};

/// Levels of inner nodes, and leaves, of each tree.
const DEPTH: u8 = 5;
const LEAVES: usize = 1 << DEPTH;

/// Features of a block, padded so that any index of 7 bits is one.
const PADDED: usize = COUNT.next_power_of_two();

static FOREST: LazyLock<Option<Forest>> = LazyLock::new(|| Forest::of(Model::shipped()));

/// One tree: the children of inner node `n` are `2n` and `2n + 1`, node 1 is the root.
#[derive(Clone, Debug)]
struct Tree {
    features: [u8; LEAVES],
    thresholds: [f32; LEAVES],
    leaves: [f32; LEAVES],
}

/// A sum of trees.
#[derive(Clone, Debug)]
pub(super) struct Forest {
    bias: f32,
    trees: Vec<Tree>,
}

impl Forest {
    /// The shipped model; `None` where there is none.
    pub(super) fn shipped() -> Option<&'static Self> {
        FOREST.as_ref()
    }

    /// `None` where the model is empty or its trees are of another make than those that ship.
    fn of(model: &Model) -> Option<Self> {
        let fits = model.depth == DEPTH
            && !model.is_empty()
            && model
                .splits
                .iter()
                .all(|split| usize::from(split.feature) < COUNT);
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

    /// Log-odds that each of the blocks belongs to the article.
    pub(super) fn scores(&self, rows: &[Features]) -> Vec<f32> {
        let rows: Vec<[f32; PADDED]> = rows
            .iter()
            .map(|row| {
                let mut padded = [0.0; PADDED];
                padded[..COUNT].copy_from_slice(row);
                padded
            })
            .collect();
        let mut sums = vec![self.bias; rows.len()];
        for tree in &self.trees {
            for (row, sum) in rows.iter().zip(&mut sums) {
                let mut at = 1;
                for _ in 0..DEPTH {
                    let node = at % LEAVES;
                    let value = row[usize::from(tree.features[node]) % PADDED];
                    at = 2 * at + usize::from(value > tree.thresholds[node]);
                }
                *sum += tree.leaves[at % LEAVES];
            }
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{COUNT, Forest, Model};

    proptest! {
        #[test]
        fn sums_are_those_of_the_model(row in proptest::collection::vec(-5.0f32..200.0, COUNT)) {
            let mut features = [0.0; COUNT];
            features.copy_from_slice(&row);
            let forest = Forest::shipped().expect("a model ships");
            let scores = forest.scores(&[features, [0.0; COUNT], features]);
            let expected = Model::shipped().score(&features).to_bits();
            prop_assert_eq!(scores[0].to_bits(), expected);
            prop_assert_eq!(scores[2].to_bits(), expected);
        }
    }
}
