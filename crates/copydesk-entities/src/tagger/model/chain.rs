//! Arithmetic of a linear chain: the best labels, and how likely each name is.
//!
//! Scores are logarithms. A chain starts after a word that is outside of every name, so it
//! never starts with an inside label.

use super::labels::{Class, LABELS, OUTSIDE, may_follow};

/// The scores of the labels of one word.
pub(crate) type Scores = [f32; LABELS];

/// The score of each label after each label.
pub(crate) type Transitions = [Scores; LABELS];

/// A score that no sum of others makes up for.
const NEVER: f32 = -1.0e9;

/// Looks for the best labels of chains; keeps its memory between them.
#[derive(Debug, Default)]
pub(crate) struct Chain {
    /// The label before each label of each word.
    back: Vec<[u8; LABELS]>,
    path: Vec<u8>,
}

impl Chain {
    /// The labels with the highest sum of scores.
    pub(crate) fn viterbi(&mut self, words: &[Scores], transitions: &Transitions) -> &[u8] {
        self.back.clear();
        let mut best = [NEVER; LABELS];
        best[usize::from(OUTSIDE)] = 0.0;
        for scores in words {
            let mut next = [NEVER * 2.0; LABELS];
            let mut from = [0; LABELS];
            for label in 0..LABELS {
                for before in (0..LABELS).filter(|&before| may_follow(before, label)) {
                    let score = best[before] + transitions[before][label];
                    if score > next[label] {
                        next[label] = score;
                        from[label] = before as u8;
                    }
                }
                next[label] += scores[label];
            }
            self.back.push(from);
            best = next;
        }
        let mut label = 0;
        for other in 1..LABELS {
            if best[other] > best[label] {
                label = other;
            }
        }
        self.path.clear();
        for from in self.back.iter().rev() {
            self.path.push(label as u8);
            label = usize::from(from[label]);
        }
        self.path.reverse();
        &self.path
    }
}

/// Forward and backward sums of a chain, each word scaled to sum to one.
#[derive(Debug, Default)]
pub struct Lattice {
    /// `exp` of the scores of each word, the largest of a word being one.
    weights: Vec<Scores>,
    /// `exp` of the scores of transitions, nothing where one is impossible.
    transitions: Transitions,
    forward: Vec<Scores>,
    backward: Vec<Scores>,
    /// What each word was divided by.
    scales: Vec<f32>,
    /// The largest score of each word, summed.
    shift: f64,
}

impl Lattice {
    /// A lattice for chains with these transitions.
    pub fn new(transitions: &[[f32; LABELS]; LABELS]) -> Self {
        let mut lattice = Self::default();
        lattice.set(transitions);
        lattice
    }

    /// Changes the transitions.
    pub fn set(&mut self, transitions: &[[f32; LABELS]; LABELS]) {
        for (from, row) in transitions.iter().enumerate() {
            for (to, score) in row.iter().enumerate() {
                self.transitions[from][to] = if may_follow(from, to) {
                    score.exp()
                } else {
                    0.0
                };
            }
        }
    }

    /// Sums over all labels of a chain.
    pub fn sum(&mut self, words: &[[f32; LABELS]]) {
        self.weights.clear();
        self.forward.clear();
        self.scales.clear();
        self.shift = 0.0;
        let mut before = [0.0; LABELS];
        before[usize::from(OUTSIDE)] = 1.0;
        for scores in words {
            let largest = scores.iter().copied().fold(f32::MIN, f32::max);
            self.shift += f64::from(largest);
            let weights = scores.map(|score| (score - largest).exp());
            let mut sums: Scores = [0.0; LABELS];
            for (share, row) in before.iter().zip(&self.transitions) {
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum += share * weight;
                }
            }
            for (sum, weight) in sums.iter_mut().zip(&weights) {
                *sum *= weight;
            }
            let scale = sums.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            before = sums.map(|sum| sum / scale);
            self.weights.push(weights);
            self.forward.push(before);
            self.scales.push(scale);
        }
        self.backward.clear();
        self.backward.resize(words.len(), [1.0; LABELS]);
        for at in (1..words.len()).rev() {
            let after = self.backward[at];
            let mut row = [0.0; LABELS];
            for (label, sum) in row.iter_mut().enumerate() {
                let steps = self.transitions[label].iter().zip(&self.weights[at]);
                *sum = steps
                    .zip(&after)
                    .map(|((step, weight), after)| step * weight * after)
                    .sum();
                *sum /= self.scales[at];
            }
            self.backward[at - 1] = row;
        }
    }

    /// The logarithm of the sum over all labels.
    pub fn log_sum(&self) -> f64 {
        let scales: f64 = self.scales.iter().map(|&scale| f64::from(scale).ln()).sum();
        self.shift + scales
    }

    /// How likely word `at` has `label`.
    pub fn marginal(&self, at: usize, label: usize) -> f32 {
        self.forward[at][label] * self.backward[at][label]
    }

    /// How likely word `at` has label `to`, and the one before it `from`.
    pub fn pair(&self, at: usize, from: usize, to: usize) -> f32 {
        let before = match at.checked_sub(1) {
            Some(before) => self.forward[before][from],
            None => f32::from(u8::from(from == usize::from(OUTSIDE))),
        };
        before * self.step(at, from, to) * self.backward[at][to]
    }

    /// How likely the words from `first` up to `end` are one name of `class`, and no more.
    pub fn name(&self, first: usize, end: usize, class: Class) -> f32 {
        let (begin, inside) = (usize::from(class.begin()), usize::from(class.inside()));
        let mut chance = self.forward[first][begin];
        let mut label = begin;
        for at in first + 1..end {
            chance *= self.step(at, label, inside);
            label = inside;
        }
        let mut after = self.backward[end - 1][label];
        if end < self.weights.len() {
            after -= self.step(end, label, inside) * self.backward[end][inside];
        }
        (chance * after).clamp(0.0, 1.0)
    }

    fn step(&self, at: usize, from: usize, to: usize) -> f32 {
        self.transitions[from][to] * self.weights[at][to] / self.scales[at]
    }
}

#[cfg(test)]
mod tests {
    use super::{Chain, Lattice, Scores, Transitions};
    use crate::tagger::model::labels::{Class, LABELS, may_follow};

    /// Numbers without a pattern, the same in every run.
    struct Numbers(u64);

    impl Numbers {
        fn next(&mut self) -> f32 {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (self.0 >> 40) as f32 / (1u64 << 24) as f32 * 4.0 - 2.0
        }

        fn scores(&mut self) -> Scores {
            std::array::from_fn(|_| self.next())
        }

        fn transitions(&mut self) -> Transitions {
            std::array::from_fn(|_| self.scores())
        }
    }

    /// Every possible path of a chain with its score.
    fn paths(words: &[Scores], transitions: &Transitions) -> Vec<(Vec<u8>, f64)> {
        let mut paths = vec![(Vec::new(), 0.0)];
        for scores in words {
            paths = paths
                .iter()
                .flat_map(|(path, score): &(Vec<u8>, f64)| {
                    let before = path.last().map_or(0, |&label| usize::from(label));
                    (0..LABELS)
                        .filter(move |&label| may_follow(before, label))
                        .map(move |label| {
                            let mut path = path.clone();
                            path.push(label as u8);
                            let step = transitions[before][label] + scores[label];
                            (path, score + f64::from(step))
                        })
                })
                .collect();
        }
        paths
    }

    #[test]
    fn the_best_path_is_that_of_brute_force() {
        let mut numbers = Numbers(7);
        for len in 1..=4 {
            let transitions = numbers.transitions();
            let words: Vec<Scores> = (0..len).map(|_| numbers.scores()).collect();
            let mut chain = Chain::default();
            let path = chain.viterbi(&words, &transitions);
            let all = paths(&words, &transitions);
            let best = all.iter().max_by(|one, other| one.1.total_cmp(&other.1));
            assert_eq!(Some(path), best.map(|(path, _)| path.as_slice()));
        }
    }

    #[test]
    fn sums_are_those_of_brute_force() {
        let mut numbers = Numbers(3);
        for len in 1..=4 {
            let transitions = numbers.transitions();
            let words: Vec<Scores> = (0..len).map(|_| numbers.scores()).collect();
            let all = paths(&words, &transitions);
            let total: f64 = all.iter().map(|(_, score)| score.exp()).sum();
            let share = |holds: &dyn Fn(&[u8]) -> bool| {
                let sum: f64 = all
                    .iter()
                    .filter(|(path, _)| holds(path))
                    .map(|(_, score)| score.exp())
                    .sum();
                (sum / total) as f32
            };
            let mut lattice = Lattice::new(&transitions);
            lattice.sum(&words);
            assert!((lattice.log_sum() - total.ln()).abs() < 1e-4);
            let near = |one: f32, other: f32| assert!((one - other).abs() < 1e-5, "{one} {other}");
            for at in 0..len {
                for label in 0..LABELS {
                    let expected = share(&|path| usize::from(path[at]) == label);
                    near(lattice.marginal(at, label), expected);
                    for from in (0..LABELS).filter(|_| at > 0) {
                        let expected = share(&|path| {
                            usize::from(path[at - 1]) == from && usize::from(path[at]) == label
                        });
                        near(lattice.pair(at, from, label), expected);
                    }
                }
            }
            for (first, end) in
                (0..len).flat_map(|first| (first + 1..=len).map(move |end| (first, end)))
            {
                for class in Class::ALL {
                    let expected = share(&|path| {
                        path[first] == class.begin()
                            && path[first + 1..end]
                                .iter()
                                .all(|&label| label == class.inside())
                            && path.get(end) != Some(&class.inside())
                    });
                    near(lattice.name(first, end, class), expected);
                }
            }
        }
    }
}
