//! Coreference scores: MUC, B³, CEAF-e and their mean.

use std::{collections::BTreeMap, fmt};

/// Counts over groups of documents: clusters never reach over a group.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scores {
    pub(super) mentions: usize,
    muc: [Ratio; 2],
    cubed: [Ratio; 2],
    entity: [Ratio; 2],
}

#[derive(Clone, Copy, Debug, Default)]
struct Ratio {
    right: f64,
    all: f64,
}

impl Ratio {
    fn add(&mut self, right: f64, all: f64) {
        self.right += right;
        self.all += all;
    }

    fn value(self) -> f64 {
        if self.all > 0.0 {
            self.right / self.all
        } else {
            0.0
        }
    }
}

fn f1([precision, recall]: [Ratio; 2]) -> f64 {
    let (precision, recall) = (precision.value(), recall.value());
    if precision + recall > 0.0 {
        2.0 * precision * recall / (precision + recall)
    } else {
        0.0
    }
}

impl Scores {
    /// Adds the mentions of a group, each with the names of its gold and its found cluster.
    pub(super) fn add(&mut self, pairs: &[(String, String)]) {
        self.mentions += pairs.len();
        let (gold, gold_of) = clusters(pairs.iter().map(|(gold, _)| gold));
        let (found, found_of) = clusters(pairs.iter().map(|(_, found)| found));
        let mut shared: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for at in 0..pairs.len() {
            *shared.entry((gold_of[at], found_of[at])).or_default() += 1.0;
        }
        for (&(gold_at, found_at), &both) in &shared {
            self.cubed[0].add(both * both / found[found_at], 0.0);
            self.cubed[1].add(both * both / gold[gold_at], 0.0);
        }
        for ratio in &mut self.cubed {
            ratio.all += pairs.len() as f64;
        }
        for (side, sizes, part) in [(0, &found, 1), (1, &gold, 0)] {
            let mut pieces = vec![0.0; sizes.len()];
            for &(gold_at, found_at) in shared.keys() {
                pieces[if part == 0 { gold_at } else { found_at }] += 1.0;
            }
            for (size, pieces) in sizes.iter().zip(pieces) {
                self.muc[side].add(size - pieces, size - 1.0);
            }
        }
        let mut gains = vec![vec![0.0; found.len()]; gold.len()];
        for (&(gold_at, found_at), &both) in &shared {
            gains[gold_at][found_at] = 2.0 * both / (gold[gold_at] + found[found_at]);
        }
        let best = assignment(&gains);
        self.entity[0].add(best, found.len() as f64);
        self.entity[1].add(best, gold.len() as f64);
    }

    /// F1 of B³.
    pub(super) fn cubed(&self) -> f64 {
        f1(self.cubed)
    }

    /// The mean of the three.
    pub(super) fn conll(&self) -> f64 {
        (f1(self.muc) + self.cubed() + f1(self.entity)) / 3.0
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:>8} {:>6.1} {:>6.1} {:>6.1} {:>6.1} {:>7.1} {:>6.1}",
            self.mentions,
            100.0 * f1(self.muc),
            100.0 * self.cubed[0].value(),
            100.0 * self.cubed[1].value(),
            100.0 * self.cubed(),
            100.0 * f1(self.entity),
            100.0 * self.conll()
        )
    }
}

/// The sizes of the clusters, and which one each mention is in.
fn clusters<'n>(names: impl Iterator<Item = &'n String>) -> (Vec<f64>, Vec<usize>) {
    let mut by_name: BTreeMap<&str, usize> = BTreeMap::new();
    let mut sizes = Vec::new();
    let of = names
        .map(|name| {
            let at = *by_name.entry(name).or_insert_with(|| {
                sizes.push(0.0);
                sizes.len() - 1
            });
            sizes[at] += 1.0;
            at
        })
        .collect();
    (sizes, of)
}

/// The largest sum of gains of pairs of a row and a column, each used once (Kuhn and Munkres).
fn assignment(gains: &[Vec<f64>]) -> f64 {
    let columns = gains.first().map_or(0, Vec::len);
    if columns == 0 {
        return 0.0;
    }
    let size = gains.len().max(columns);
    let cost = |row: usize, column: usize| {
        -gains
            .get(row)
            .and_then(|row| row.get(column))
            .copied()
            .unwrap_or(0.0)
    };
    let mut rows = vec![0.0; size + 1];
    let mut cols = vec![0.0; size + 1];
    let mut matched = vec![0_usize; size + 1];
    let mut way = vec![0_usize; size + 1];
    for row in 1..=size {
        matched[0] = row;
        let mut least = vec![f64::INFINITY; size + 1];
        let mut used = vec![false; size + 1];
        let mut column = 0;
        loop {
            used[column] = true;
            let at = matched[column];
            let (mut delta, mut next) = (f64::INFINITY, 0);
            for other in 1..=size {
                if used[other] {
                    continue;
                }
                let reduced = cost(at - 1, other - 1) - rows[at] - cols[other];
                if reduced < least[other] {
                    least[other] = reduced;
                    way[other] = column;
                }
                if least[other] < delta {
                    delta = least[other];
                    next = other;
                }
            }
            for other in 0..=size {
                if used[other] {
                    rows[matched[other]] += delta;
                    cols[other] -= delta;
                } else {
                    least[other] -= delta;
                }
            }
            column = next;
            if matched[column] == 0 {
                break;
            }
        }
        while column != 0 {
            matched[column] = matched[way[column]];
            column = way[column];
        }
    }
    (1..=size)
        .map(|column| -cost(matched[column] - 1, column - 1))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::{Scores, assignment};

    #[test]
    fn the_best_pairs_are_found() {
        assert!((assignment(&[vec![1.0, 0.9], vec![0.9, 0.1]]) - 1.8).abs() < 1e-9);
        assert!((assignment(&[vec![0.5, 0.2, 0.7]]) - 0.7).abs() < 1e-9);
    }

    #[test]
    fn clusters_alike_score_one_and_split_ones_less() {
        let pairs = |found: [&str; 4]| -> Vec<(String, String)> {
            let gold = ["a", "a", "a", "b"].map(str::to_owned);
            gold.into_iter().zip(found.map(str::to_owned)).collect()
        };
        let mut same = Scores::default();
        same.add(&pairs(["x", "x", "x", "y"]));
        assert!((same.conll() - 1.0).abs() < 1e-9);
        let mut split = Scores::default();
        split.add(&pairs(["x", "x", "z", "y"]));
        assert!((split.cubed() - 2.0 * (2.0 / 3.0) / (1.0 + 2.0 / 3.0)).abs() < 1e-9);
    }
}
