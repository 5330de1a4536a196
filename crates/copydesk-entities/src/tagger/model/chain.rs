//! Arithmetic of a linear chain: the best labels, and how likely each name is.
//!
//! Scores are logarithms. A chain starts after a word that is outside of every name, so it
//! never starts with an inside label.

use super::labels::{ALL, Class, LABELS, Labels, OUTSIDE, may_follow};

/// The scores of the labels of one word.
pub type Scores = [f32; LABELS];

/// The score of each label after each label.
pub type Transitions = [Scores; LABELS];

/// A score that no sum of others makes up for.
const NEVER: f32 = -1.0e9;

/// The labels with the highest sum of scores. `allowed` narrows the labels of each word; it is
/// empty where nothing does.
pub(crate) fn viterbi(
    words: &[Scores],
    transitions: &Transitions,
    allowed: &[Labels],
    path: &mut Vec<u8>,
) {
    path.clear();
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(words.len());
    let mut best = [NEVER; LABELS];
    best[usize::from(OUTSIDE)] = 0.0;
    for (at, scores) in words.iter().enumerate() {
        let allowed = allowed.get(at).copied().unwrap_or(ALL);
        let mut next = [NEVER * 2.0; LABELS];
        let mut from = [0; LABELS];
        for label in (0..LABELS).filter(|label| allowed >> label & 1 == 1) {
            for before in (0..LABELS).filter(|&before| may_follow(before, label)) {
                let score = best[before] + transitions[before][label];
                if score > next[label] {
                    next[label] = score;
                    from[label] = before as u8;
                }
            }
            next[label] += scores[label];
        }
        back.push(from);
        best = next;
    }
    let mut label = 0;
    for other in 1..LABELS {
        if best[other] > best[label] {
            label = other;
        }
    }
    for from in back.iter().rev() {
        path.push(label as u8);
        label = usize::from(from[label]);
    }
    path.reverse();
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
    pub fn new(transitions: &Transitions) -> Self {
        let mut lattice = Self::default();
        lattice.set(transitions);
        lattice
    }

    /// Changes the transitions.
    pub fn set(&mut self, transitions: &Transitions) {
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
    pub fn sum(&mut self, words: &[Scores]) {
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
                for next in 0..LABELS {
                    *sum += self.transitions[label][next] * self.weights[at][next] * after[next];
                }
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
    use super::{Lattice, Scores, Transitions, viterbi};
    use crate::tagger::model::labels::{Class, LABELS, may_follow};

    /// Numbers without a pattern, the same in every run.
    struct Numbers(u64);

    impl Numbers {
        fn next(&mut self) -> f32 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
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
            let mut path = Vec::new();
            viterbi(&words, &transitions, &[], &mut path);
            let all = paths(&words, &transitions);
            let best = all.iter().max_by(|one, other| one.1.total_cmp(&other.1));
            assert_eq!(Some(&path), best.map(|(path, _)| path));
        }
    }

    #[test]
    fn allowed_labels_bind_the_path() {
        let mut numbers = Numbers(11);
        let transitions = numbers.transitions();
        let words: Vec<Scores> = (0..4).map(|_| numbers.scores()).collect();
        let allowed = [0b1, 0b10, 0b100, 0b1];
        let mut path = Vec::new();
        viterbi(&words, &transitions, &allowed, &mut path);
        assert_eq!(path, [0, 1, 2, 0]);
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
            for (first, end) in (0..len).flat_map(|first| (first + 1..=len).map(move |end| (first, end))) {
                for class in Class::ALL {
                    let expected = share(&|path| {
                        path[first] == class.begin()
                            && path[first + 1..end].iter().all(|&label| label == class.inside())
                            && path.get(end) != Some(&class.inside())
                    });
                    near(lattice.name(first, end, class), expected);
                }
            }
        }
    }
}
