//! The learned weights: how they are stored and asked.
//!
//! A feature is a number below 2²¹. A bitmap says which features have weights, and how many
//! stand before a word of it, which row is whose: features that were never learned, most of
//! those of a new text, cost one look at the bitmap. The file holds, for each feature in order,
//! the distance from the one before it, the set of its labels and a byte for each of these.

use super::{calibration::Calibration, chain::Transitions, clusters::Clusters, labels::LABELS};

/// Bits of a feature.
pub(crate) const FEATURE_BITS: u32 = 21;

/// How many features there can be.
pub const FEATURES: usize = 1 << FEATURE_BITS;

const MAGIC: &[u8; 4] = b"CDE3";

/// Room for the labels of a row; a power of two, so that rows can be added as vectors.
const ROW: usize = 16;

/// Bytes that hold any row: a distance, a set of labels and a weight for each.
const WINDOW: usize = 32;

/// Bytes of most rows, or less.
const BYTES_OF_A_ROW: usize = 5;

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
        weights.rows.reserve(bytes.len() / BYTES_OF_A_ROW);
        let mut feature = 0;
        while !bytes.is_empty() {
            // A row is read from a window of a length that is known, label by label without a
            // branch: guesses at which labels it has were most of the time of loading.
            let mut padded = [0; WINDOW];
            let window = bytes.first_chunk().unwrap_or_else(|| {
                padded[..bytes.len()].copy_from_slice(bytes);
                &padded
            });
            let mut rest = window.as_slice();
            feature += distance(&mut rest)?;
            let labels = u16::from_le_bytes(take(&mut rest)?);
            let mut at = WINDOW - rest.len();
            let mut row = [0; LABELS];
            for (label, weight) in row.iter_mut().enumerate() {
                let has = labels >> label & 1;
                *weight = window[at % WINDOW].cast_signed() * has as i8;
                at += usize::from(has);
            }
            bytes = bytes.get(at..)?;
            if feature >= FEATURES {
                return None;
            }
            weights.push(feature, row);
        }
        weights.count();
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
        let mut last = 0;
        let features = (0..FEATURES).filter(|&feature| self.knows(feature));
        for (feature, row) in features.zip(&self.rows) {
            let mut rest = feature - last;
            last = feature;
            while rest >= 0x80 {
                bytes.push(rest as u8 | 0x80);
                rest >>= 7;
            }
            bytes.push(rest as u8);
            let labels = (0..LABELS)
                .filter(|&label| row[label] != 0)
                .fold(0u16, |labels, label| labels | 1 << label);
            bytes.extend(labels.to_le_bytes());
            bytes.extend(
                row.iter()
                    .filter(|&&weight| weight != 0)
                    .map(|weight| weight.cast_unsigned()),
            );
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

    fn knows(&self, feature: usize) -> bool {
        self.known[feature / 64] >> (feature % 64) & 1 == 1
    }

    fn push(&mut self, feature: usize, row: [i8; LABELS]) {
        // A distance of nothing, which only damaged bytes have, would make two rows of one.
        if self.knows(feature) {
            return;
        }
        self.known[feature / 64] |= 1 << (feature % 64);
        let mut wide = [0; ROW];
        wide[..LABELS].copy_from_slice(&row);
        self.rows.push(wide);
    }

    fn count(&mut self) {
        let mut before = 0;
        for (known, count) in self.known.iter().zip(&mut self.before) {
            *count = before;
            before += known.count_ones();
        }
    }
}

fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (head, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(*head)
}

fn float(bytes: &mut &[u8]) -> Option<f32> {
    take(bytes).map(f32::from_le_bytes)
}

/// A number in groups of seven bits, the lowest first.
fn distance(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for shift in [0, 7, 14] {
        let [byte] = take(bytes)?;
        number |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
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
        for len in 0..bytes.len() {
            let _ = Weights::from_bytes(&bytes[..len]);
        }
        assert!(Weights::from_bytes(b"something else").is_none());
    }
}
