//! Boosted trees over features: how a model is read, written and asked.
//!
//! All trees are perfect trees of one depth, so that going down one is a loop without a branch.
//! Format, little-endian: depth `u8`, trees `u16`, bias `f32`; for each tree its inner nodes in
//! level order (feature `u8`, threshold `f32`: the right child where the value is greater) and
//! its leaves (`f32`, log-odds).

/// An inner node.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Split {
    /// Which feature.
    pub feature: u8,
    /// Up to this value to the left.
    pub threshold: f32,
}

/// A sum of trees.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// Levels of inner nodes of each tree.
    pub depth: u8,
    /// Log-odds before the first tree.
    pub bias: f32,
    /// Inner nodes, `2^depth - 1` for each tree.
    pub splits: Vec<Split>,
    /// Leaves, `2^depth` for each tree.
    pub leaves: Vec<f32>,
}

impl Model {
    /// Whether there is nothing to ask.
    pub fn is_empty(&self) -> bool {
        self.leaves.is_empty()
    }

    /// Log-odds that what has these features belongs to the article. A feature that is not
    /// there is 0.
    pub fn score(&self, features: &[f32]) -> f32 {
        let depth = u32::from(self.depth);
        let (inner, leaves) = ((1usize << depth) - 1, 1usize << depth);
        let trees = self.splits.chunks_exact(inner.max(1));
        let mut sum = self.bias;
        for (splits, leaves) in trees.zip(self.leaves.chunks_exact(leaves)) {
            let mut at = 0;
            for _ in 0..depth {
                let split = splits[at];
                let value = features.get(usize::from(split.feature)).unwrap_or(&0.0);
                let right = *value > split.threshold;
                at = 2 * at + 1 + usize::from(right);
            }
            sum += leaves[at - inner];
        }
        sum
    }

    /// Writes the model.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = vec![self.depth];
        let trees = self.leaves.len() >> self.depth;
        out.extend((trees as u16).to_le_bytes());
        out.extend(self.bias.to_le_bytes());
        let inner = (1usize << self.depth) - 1;
        for tree in 0..trees {
            for split in &self.splits[tree * inner..(tree + 1) * inner] {
                out.push(split.feature);
                out.extend(split.threshold.to_le_bytes());
            }
            let leaves = tree << self.depth;
            for leaf in &self.leaves[leaves..=leaves + inner] {
                out.extend(leaf.to_le_bytes());
            }
        }
        out
    }

    /// Reads a model; `None` where the bytes are none.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        let [depth] = bytes.take()?;
        if depth > 12 {
            return None;
        }
        let trees = u16::from_le_bytes(bytes.take()?);
        let mut model = Self {
            depth,
            bias: f32::from_le_bytes(bytes.take()?),
            ..Self::default()
        };
        for _ in 0..trees {
            for _ in 1..1usize << depth {
                let [feature] = bytes.take()?;
                let threshold = f32::from_le_bytes(bytes.take()?);
                model.splits.push(Split { feature, threshold });
            }
            for _ in 0..1usize << depth {
                model.leaves.push(f32::from_le_bytes(bytes.take()?));
            }
        }
        Some(model)
    }
}

struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*head)
    }
}

#[cfg(test)]
mod tests {
    use super::{Model, Split};

    #[test]
    fn models_round_trip_and_sum_their_trees() {
        let model = Model {
            depth: 1,
            bias: 0.5,
            splits: vec![
                Split {
                    feature: 2,
                    threshold: 1.0,
                },
                Split {
                    feature: 0,
                    threshold: 0.0,
                },
            ],
            leaves: vec![-1.0, 1.0, 0.25, 4.0],
        };
        assert_eq!(Model::from_bytes(&model.to_bytes()), Some(model.clone()));
        let mut features = [0.0; 4];
        assert!((model.score(&features) + 0.25).abs() < 1e-6);
        features[2] = 2.0;
        assert!((model.score(&features) - 1.75).abs() < 1e-6);
        assert_eq!(Model::from_bytes(&[3, 1]), None);
    }
}
