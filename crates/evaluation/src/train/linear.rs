//! Logistic regression over sparse tokens: what a name or a word weighs by itself.
//!
//! FTRL-Proximal (`McMahan` et al. 2013), which leaves most weights at nothing; rows in one order,
//! so the same rows give the same weights.

use std::collections::HashMap;

use copydesk_parse::training::Weights;

/// Passes over the rows.
const PASSES: usize = 6;
/// How fast a weight moves at first, and how soon it slows down.
const RATE: f64 = 0.1;
const SLOWNESS: f64 = 1.0;

/// A row to learn from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Example<'a> {
    pub(crate) tokens: &'a [u32],
    pub(crate) label: bool,
    pub(crate) weight: f32,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    z: f64,
    n: f64,
}

impl Slot {
    fn weight(self, lasso: f64, ridge: f64) -> f64 {
        if self.z.abs() <= lasso {
            return 0.0;
        }
        let slow = (SLOWNESS + self.n.sqrt()) / RATE + ridge;
        -(self.z - lasso.copysign(self.z)) / slow
    }

    fn learn(&mut self, gradient: f64, weight: f64) {
        let square = gradient * gradient;
        let step = ((self.n + square).sqrt() - self.n.sqrt()) / RATE;
        self.z += gradient - step * weight;
        self.n += square;
    }
}

/// Learns the weights of the tokens that `known` allows. `lasso` is the L1 and `ridge` the L2
/// penalty.
pub(crate) fn learn(
    rows: &[Example<'_>],
    known: impl Fn(u32) -> bool,
    lasso: f64,
    ridge: f64,
) -> Weights {
    let mut slots: HashMap<u32, Slot> = HashMap::new();
    let mut bias = Slot::default();
    for _ in 0..PASSES {
        for row in rows {
            let mut sum = bias.weight(0.0, 0.0);
            let tokens = || row.tokens.iter().copied().filter(|token| known(*token));
            for token in tokens() {
                if let Some(slot) = slots.get(&token) {
                    sum += slot.weight(lasso, ridge);
                }
            }
            let chance = 1.0 / (1.0 + (-sum).exp());
            let gradient = f64::from(row.weight) * (chance - f64::from(u8::from(row.label)));
            let weight = bias.weight(0.0, 0.0);
            bias.learn(gradient, weight);
            for token in tokens() {
                let slot = slots.entry(token).or_default();
                slot.learn(gradient, slot.weight(lasso, ridge));
            }
        }
    }
    slots
        .into_iter()
        .map(|(token, slot)| (token, slot.weight(lasso, ridge) as f32))
        .filter(|(_, weight)| *weight != 0.0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Example, learn};

    #[test]
    fn tokens_that_tell_get_weight() {
        let (yes, no, both) = ([1, 3], [2, 3], [3]);
        let rows: Vec<Example<'_>> = (0..300)
            .map(|at| Example {
                tokens: match at % 3 {
                    0 => &yes,
                    1 => &no,
                    _ => &both,
                },
                label: at % 3 == 0 || at % 6 == 2,
                weight: 1.0,
            })
            .collect();
        let weights = learn(&rows, |_| true, 0.5, 1.0);
        assert!(weights[&1] > 1.0, "{weights:?}");
        assert!(weights[&2] < -1.0, "{weights:?}");
        let known = learn(&rows, |token| token != 1, 0.5, 1.0);
        assert!(!known.contains_key(&1));
    }
}
