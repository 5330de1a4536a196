//! Gradient boosting with logistic loss over binned features; perfect trees of one depth.
//!
//! Histogram boosting as in `LightGBM` (Ke et al. 2017), second-order gains as in `XGBoost` (Chen
//! and Guestrin 2016), made small: one thread, a fixed seed, sums in `f64` and in one order, so
//! the same rows give the same bytes.

use copydesk_parse::training::{Model, Split};

/// Most bins of a feature.
const BINS: usize = 48;

/// A row of `N` features to learn from.
#[derive(Clone, Debug)]
pub(crate) struct Row<const N: usize> {
    pub(crate) features: [f32; N],
    pub(crate) label: bool,
    pub(crate) weight: f32,
}

/// How to learn; the defaults are those of the shipped models.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Default: 160 for blocks, 80 for lines.
    #[arg(long)]
    trees: Option<usize>,
    /// Default: 0.1 for blocks, 0.15 for lines.
    #[arg(long)]
    rate: Option<f64>,
    #[arg(long, default_value_t = 5)]
    depth: u8,
    /// L2 penalty of leaves.
    #[arg(long, default_value_t = 4.0)]
    penalty: f64,
    /// Least sum of second derivatives in a leaf.
    #[arg(long, default_value_t = 2.0)]
    least: f64,
    /// Share of the rows that a tree sees.
    #[arg(long, default_value_t = 0.6)]
    rows: f64,
    /// Share of the features that a tree sees.
    #[arg(long, default_value_t = 0.5)]
    features: f64,
}

impl Arguments {
    /// The settings of a model that has this many trees and this rate where nothing else is
    /// asked for.
    pub(crate) fn settings(self, trees: usize, rate: f64) -> Settings {
        Settings {
            trees: self.trees.unwrap_or(trees),
            rate: self.rate.unwrap_or(rate),
            depth: self.depth,
            penalty: self.penalty,
            least: self.least,
            rows: self.rows,
            features: self.features,
        }
    }
}

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    trees: usize,
    rate: f64,
    depth: u8,
    penalty: f64,
    least: f64,
    rows: f64,
    features: f64,
}

#[derive(Clone, Copy, Default)]
struct Sum {
    gradient: f64,
    hessian: f64,
}

/// Learns a model.
pub(crate) fn learn<const N: usize>(rows: &[Row<N>], settings: Settings) -> Model {
    let thresholds: Vec<Vec<f32>> = (0..N).map(|f| quantiles(rows, f)).collect();
    let binned: Vec<[u8; N]> = rows
        .iter()
        .map(|row| {
            std::array::from_fn(|f| {
                thresholds[f].partition_point(|threshold| *threshold < row.features[f]) as u8
            })
        })
        .collect();
    let (positive, total) = rows.iter().fold((0.0, 0.0), |(positive, total), row| {
        let weight = f64::from(row.weight);
        (
            positive + if row.label { weight } else { 0.0 },
            total + weight,
        )
    });
    let bias = (positive / (total - positive)).ln();
    let mut model = Model {
        depth: settings.depth,
        bias: bias as f32,
        ..Model::default()
    };
    let mut scores = vec![bias; rows.len()];
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut gradients = vec![Sum::default(); rows.len()];
    for _ in 0..settings.trees {
        for ((row, score), sum) in rows.iter().zip(&scores).zip(&mut gradients) {
            let chance = 1.0 / (1.0 + (-score).exp());
            let weight = f64::from(row.weight);
            sum.gradient = weight * (chance - f64::from(u8::from(row.label)));
            sum.hessian = weight * chance * (1.0 - chance);
        }
        let seen: Vec<u32> = (0..rows.len() as u32)
            .filter(|_| random.chance() < settings.rows)
            .collect();
        let features: Vec<usize> = (0..N)
            .filter(|f| !thresholds[*f].is_empty() && random.chance() < settings.features)
            .collect();
        let tree = grow(&binned, &gradients, &seen, &features, settings);
        for (bins, score) in binned.iter().zip(&mut scores) {
            *score += tree.value(bins, settings.depth);
        }
        for split in &tree.splits {
            model.splits.push(match *split {
                Some((feature, bin)) => Split {
                    feature: feature as u8,
                    threshold: thresholds[feature][bin],
                },
                None => Split {
                    feature: 0,
                    threshold: f32::MAX,
                },
            });
        }
        model
            .leaves
            .extend(tree.leaves.iter().map(|leaf| *leaf as f32));
    }
    model
}

struct Tree {
    /// Feature and the last bin that goes to the left; `None` sends all to the left.
    splits: Vec<Option<(usize, usize)>>,
    leaves: Vec<f64>,
}

impl Tree {
    fn step<const N: usize>(&self, at: usize, bins: &[u8; N]) -> usize {
        let right = self.splits[at].is_some_and(|(f, bin)| usize::from(bins[f]) > bin);
        2 * at + 1 + usize::from(right)
    }

    fn value<const N: usize>(&self, bins: &[u8; N], depth: u8) -> f64 {
        let at = (0..depth).fold(0, |at, _| self.step(at, bins));
        self.leaves[at - self.splits.len()]
    }
}

fn grow<const N: usize>(
    binned: &[[u8; N]],
    gradients: &[Sum],
    seen: &[u32],
    features: &[usize],
    settings: Settings,
) -> Tree {
    let inner = (1usize << settings.depth) - 1;
    let mut tree = Tree {
        splits: vec![None; inner],
        leaves: vec![0.0; inner + 1],
    };
    let mut node_of = vec![0u32; seen.len()];
    for level in 0..settings.depth {
        let first = (1usize << level) - 1;
        let width = 1usize << level;
        let mut sums = vec![Sum::default(); width * features.len() * BINS];
        for (&row, &node) in seen.iter().zip(&node_of) {
            let bins = &binned[row as usize];
            let gradient = gradients[row as usize];
            let base = (node as usize - first) * features.len() * BINS;
            for (at, &feature) in features.iter().enumerate() {
                let sum = &mut sums[base + at * BINS + usize::from(bins[feature])];
                sum.gradient += gradient.gradient;
                sum.hessian += gradient.hessian;
            }
        }
        for node in 0..width {
            let base = node * features.len() * BINS;
            tree.splits[first + node] = best_split(
                &sums[base..base + features.len() * BINS],
                features,
                settings,
            );
        }
        for (&row, node) in seen.iter().zip(&mut node_of) {
            *node = tree.step(*node as usize, &binned[row as usize]) as u32;
        }
    }
    let mut sums = vec![Sum::default(); inner + 1];
    for (&row, &node) in seen.iter().zip(&node_of) {
        let sum = &mut sums[node as usize - inner];
        sum.gradient += gradients[row as usize].gradient;
        sum.hessian += gradients[row as usize].hessian;
    }
    for (leaf, sum) in tree.leaves.iter_mut().zip(&sums) {
        *leaf = -settings.rate * sum.gradient / (sum.hessian + settings.penalty);
    }
    tree
}

fn best_split(sums: &[Sum], features: &[usize], settings: Settings) -> Option<(usize, usize)> {
    let gain = |sum: Sum| sum.gradient * sum.gradient / (sum.hessian + settings.penalty);
    let mut best: Option<(f64, (usize, usize))> = None;
    for (bins, &feature) in sums.chunks_exact(BINS).zip(features) {
        let total = bins.iter().fold(Sum::default(), |mut total, sum| {
            total.gradient += sum.gradient;
            total.hessian += sum.hessian;
            total
        });
        let mut left = Sum::default();
        for (bin, sum) in bins.iter().enumerate().take(BINS - 1) {
            left.gradient += sum.gradient;
            left.hessian += sum.hessian;
            let right = Sum {
                gradient: total.gradient - left.gradient,
                hessian: total.hessian - left.hessian,
            };
            if left.hessian < settings.least || right.hessian < settings.least {
                continue;
            }
            let gained = gain(left) + gain(right) - gain(total);
            if gained > best.map_or(1e-6, |(most, _)| most) {
                best = Some((gained, (feature, bin)));
            }
        }
    }
    best.map(|(_, split)| split)
}

/// Thresholds that part the rows of a feature evenly.
fn quantiles<const N: usize>(rows: &[Row<N>], feature: usize) -> Vec<f32> {
    let mut values: Vec<f32> = rows.iter().map(|row| row.features[feature]).collect();
    values.sort_by(f32::total_cmp);
    let mut cuts: Vec<f32> = (1..BINS - 1)
        .map(|at| values[at * (values.len() - 1) / (BINS - 1)])
        .collect();
    cuts.dedup();
    // The greatest value parts nothing.
    cuts.retain(|cut| values.last().is_some_and(|last| cut < last));
    cuts
}

/// xorshift64*.
struct Random(u64);

impl Random {
    fn chance(&mut self) -> f64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11) as f64 / (1u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::{Row, Settings, learn};

    #[test]
    fn what_is_learned_is_used() {
        let rows: Vec<Row<8>> = (0..400)
            .map(|at| {
                let mut features = [0.0; 8];
                features[3] = (at % 20) as f32;
                features[5] = (at % 7) as f32;
                Row {
                    features,
                    label: (at % 20 > 9) != (at % 7 > 3),
                    weight: 1.0,
                }
            })
            .collect();
        let settings = Settings {
            trees: 40,
            depth: 5,
            rate: 0.1,
            penalty: 4.0,
            least: 2.0,
            rows: 0.6,
            features: 0.5,
        };
        let model = learn(&rows, settings);
        assert_eq!(
            model,
            learn(&rows, settings),
            "the same rows, the same model"
        );
        assert_eq!(model.leaves.len(), 40 << settings.depth);
        let right = rows
            .iter()
            .filter(|row| (model.score(&row.features) > 0.0) == row.label)
            .count();
        assert!(right > 390, "{right} of 400");
    }
}
