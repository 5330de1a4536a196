//! The learned weights: how they are stored and asked.
//!
//! A feature is a number below 2²¹. A bitmap says which features have weights, and how many
//! stand before a word of it, which row is whose: features that were never learned, most of
//! those of a new text, cost one look at the bitmap.
//!
//! The file holds, behind the numbers that stand alone, what a wheel packs best: the bitmap; how
//! many sets of labels there are (`u16`) and these, the most frequent first; for each row in order
//! the number of its set, 255 and above as [`MORE`] with the rest in bytes that follow; and the
//! weights of all rows of a set one behind the other, small sets first, a byte for each label.

use std::{cmp::Reverse, collections::BTreeMap, mem};

use super::{calibration::Calibration, chain::Transitions, clusters::Clusters, labels::LABELS};

/// Bits of a feature.
pub(crate) const FEATURE_BITS: u32 = 21;

/// How many features there can be.
pub const FEATURES: usize = 1 << FEATURE_BITS;

const MAGIC: &[u8; 4] = b"CDE4";

/// Room for the labels of a row; a power of two, so that rows can be added as vectors.
const ROW: usize = 16;

/// Stands for a set of labels with a larger number.
const MORE: u8 = 0xff;

/// Learned weights, of the features and of each label behind another.
#[derive(Debug)]
pub struct Weights {
    scale: f32,
    /// What makes of a probability one that is as often right as it says.
    calibration: Calibration,
    transitions: Transitions,
    clusters: Clusters,
    known: Vec<u64>,
    before: Vec<u32>,
    rows: Vec<[i8; ROW]>,
}

impl Weights {
    /// Weights from the numbers that learning ends with: `scores[feature]` is all nothing for
    /// most features. The largest weight becomes 127, and the others what is nearest.
    pub fn quantized(scores: &[[f32; LABELS]], transitions: &[[f32; LABELS]; LABELS]) -> Self {
        let largest = scores
            .iter()
            .flatten()
            .fold(0f32, |largest, weight| largest.max(weight.abs()));
        let scale = if largest > 0.0 { largest / 127.0 } else { 1.0 };
        let mut weights = Self::empty(scale, transitions);
        for (feature, row) in scores.iter().enumerate() {
            let row = row.map(|weight| (weight / scale).round() as i8);
            if row.iter().any(|&weight| weight != 0) {
                weights.push(feature, row);
            }
        }
        weights.count();
        weights
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote; `None` where the bytes are something else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut bytes = bytes.strip_prefix(MAGIC)?;
        let scale = float(&mut bytes)?;
        let mut calibration = Calibration::default();
        for weight in &mut calibration.0 {
            *weight = float(&mut bytes)?;
        }
        let mut transitions = [[0.0; LABELS]; LABELS];
        for weight in transitions.iter_mut().flatten() {
            *weight = float(&mut bytes)?;
        }
        let mut weights = Self::empty(scale, &transitions);
        weights.calibration = calibration;
        let clusters = u32::from_le_bytes(take(&mut bytes)?) as usize;
        let (head, rest) = bytes.split_at_checked(clusters)?;
        weights.clusters = Clusters::from_bytes(head)?;
        bytes = rest;
        let (known, rest) = bytes.split_at_checked(FEATURES / 8)?;
        bytes = rest;
        for (known, &eight) in weights.known.iter_mut().zip(known.as_chunks().0) {
            *known = u64::from_le_bytes(eight);
        }
        let rows = weights.count() as usize;
        let mut sets = Vec::new();
        for _ in 0..u16::from_le_bytes(take(&mut bytes)?) {
            let set = u16::from_le_bytes(take(&mut bytes)?);
            sets.push(Some(set).filter(|set| set >> LABELS == 0)?);
        }
        let (numbers, rest) = bytes.split_at_checked(rows)?;
        let more = (numbers.iter())
            .map(|&number| usize::from(number == MORE))
            .sum();
        let (more, values) = rest.split_at_checked(more)?;
        let numbers = || {
            let mut more = more.iter();
            numbers.iter().map(move |&number| match number {
                MORE => usize::from(MORE) + more.next().map_or(0, |&more| usize::from(more)),
                number => usize::from(number),
            })
        };
        // Where the next weights of each set are.
        let mut next = vec![0; sets.len()];
        for number in numbers() {
            let labels = sets.get(number)?.count_ones();
            next[number] += labels as usize;
        }
        let mut sum = 0;
        for number in by_size(&sets) {
            sum += mem::replace(&mut next[number], sum);
        }
        if sum != values.len() {
            return None;
        }
        weights.rows.reserve(rows);
        for number in numbers() {
            // A row is read from a window of a length that is known, label by label without a
            // branch: guesses at which labels it has were most of the time of loading.
            let values = values.get(next[number]..)?;
            let mut padded = [0; ROW];
            let window = values.first_chunk().unwrap_or_else(|| {
                padded[..values.len()].copy_from_slice(values);
                &padded
            });
            let mut at = 0;
            let mut row = [0; ROW];
            for (label, weight) in row.iter_mut().take(LABELS).enumerate() {
                let has = sets[number] >> label & 1;
                *weight = window[at % ROW].cast_signed() * has as i8;
                at += usize::from(has);
            }
            next[number] += at;
            weights.rows.push(row);
        }
        Some(weights)
    }

    /// The bytes of the file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.scale.to_le_bytes());
        for weight in self.calibration.0 {
            bytes.extend(weight.to_le_bytes());
        }
        for weight in self.transitions.iter().flatten() {
            bytes.extend(weight.to_le_bytes());
        }
        let clusters = self.clusters.to_bytes();
        bytes.extend((clusters.len() as u32).to_le_bytes());
        bytes.extend(clusters);
        bytes.extend(self.known.iter().flat_map(|known| known.to_le_bytes()));
        let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
        for row in &self.rows {
            *counts.entry(set(row)).or_default() += 1;
        }
        let mut sets: Vec<u16> = counts.keys().copied().collect();
        sets.sort_by_key(|set| Reverse(counts[set]));
        bytes.extend((sets.len() as u16).to_le_bytes());
        bytes.extend(sets.iter().flat_map(|set| set.to_le_bytes()));
        let mut more = Vec::new();
        for row in &self.rows {
            let number = sets.iter().position(|&known| known == set(row));
            let number = number.unwrap_or_default();
            bytes.push(number.min(usize::from(MORE)) as u8);
            more.extend(number.checked_sub(usize::from(MORE)).map(|more| more as u8));
        }
        bytes.extend(more);
        for number in by_size(&sets) {
            let rows = self.rows.iter().filter(|row| set(row) == sets[number]);
            let values = rows.flatten().filter(|&&weight| weight != 0);
            bytes.extend(values.map(|weight| weight.cast_unsigned()));
        }
        bytes
    }

    /// The same weights with probabilities calibrated.
    #[must_use]
    pub fn calibrated(mut self, calibration: Calibration) -> Self {
        self.calibration = calibration;
        self
    }

    /// How many features have weights.
    pub fn features(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn calibration(&self) -> Calibration {
        self.calibration
    }

    /// The same weights with the clusters that they were learned with.
    #[must_use]
    pub fn clustered(mut self, clusters: Clusters) -> Self {
        self.clusters = clusters;
        self
    }

    pub(crate) fn clusters(&self) -> &Clusters {
        &self.clusters
    }

    pub(crate) fn transitions(&self) -> &Transitions {
        &self.transitions
    }

    /// The scores of a word with these features.
    pub fn scores(&self, features: &[u32]) -> [f32; LABELS] {
        let mut sums = [0i16; ROW];
        for &feature in features {
            let feature = feature as usize % FEATURES;
            let word = self.known[feature / 64];
            let bit = 1u64 << (feature % 64);
            if word & bit == 0 {
                continue;
            }
            let row = self.before[feature / 64] + (word & (bit - 1)).count_ones();
            for (sum, weight) in sums.iter_mut().zip(&self.rows[row as usize]) {
                *sum = sum.wrapping_add(i16::from(*weight));
            }
        }
        std::array::from_fn(|label| f32::from(sums[label]) * self.scale)
    }

    fn empty(scale: f32, transitions: &Transitions) -> Self {
        Self {
            scale,
            calibration: Calibration::default(),
            transitions: *transitions,
            clusters: Clusters::default(),
            known: vec![0; FEATURES / 64],
            before: vec![0; FEATURES / 64],
            rows: Vec::new(),
        }
    }

    fn push(&mut self, feature: usize, row: [i8; LABELS]) {
        self.known[feature / 64] |= 1 << (feature % 64);
        let mut wide = [0; ROW];
        wide[..LABELS].copy_from_slice(&row);
        self.rows.push(wide);
    }

    /// Counts the features before each word of the bitmap, and all of them.
    fn count(&mut self) -> u32 {
        let mut before = 0;
        for (known, count) in self.known.iter().zip(&mut self.before) {
            *count = before;
            before += known.count_ones();
        }
        before
    }
}

/// The labels that a row has weights for, one bit each.
fn set(row: &[i8; ROW]) -> u16 {
    (0..LABELS)
        .filter(|&label| row[label] != 0)
        .fold(0, |set, label| set | 1 << label)
}

/// The numbers of the sets, those of few labels first: their weights are alike.
fn by_size(sets: &[u16]) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..sets.len()).collect();
    numbers.sort_by_key(|&number| (sets[number].count_ones(), sets[number]));
    numbers
}

fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (head, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(*head)
}

fn float(bytes: &mut &[u8]) -> Option<f32> {
    take(bytes).map(f32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::{FEATURES, LABELS, Weights};

    #[test]
    fn bytes_give_the_same_weights() {
        let mut scores = vec![[0.0; LABELS]; FEATURES];
        scores[3][1] = 1.27;
        scores[70_000][0] = -0.5;
        scores[FEATURES - 1][8] = 0.25;
        let weights = Weights::quantized(&scores, &[[0.5; LABELS]; LABELS]);
        let bytes = weights.to_bytes();
        let again = Weights::from_bytes(&bytes).expect("just written");
        assert_eq!(again.to_bytes(), bytes);
        assert_eq!(again.features(), 3);
        let sums = again.scores(&[3, 5, 70_000, 2_097_151]);
        for (sum, expected) in [(sums[1], 1.27), (sums[0], -0.5), (sums[8], 0.25)] {
            assert!((sum - expected).abs() < 1e-6, "{sum} {expected}");
        }
        for len in (0..bytes.len())
            .step_by(4_001)
            .chain(bytes.len() - 20..bytes.len())
        {
            assert!(Weights::from_bytes(&bytes[..len]).is_none());
        }
        for at in (0..400).chain(bytes.len() - 20..bytes.len()) {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0xff;
            if let Some(weights) = Weights::from_bytes(&damaged) {
                weights.scores(&[3, 2_097_151]);
            }
        }
        assert!(Weights::from_bytes(b"something else").is_none());
    }
}
