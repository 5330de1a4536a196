//! Confidence that is as often right as it says.
//!
//! *What*: a logistic function of the log-odds that the chain gives a name, of those of the other
//! names of the document, and of what kind of name it is (Platt 1999, with more inputs than one).
//! *Why*: in clean news nineteen names of twenty are right, in chatter two of three; how sure the
//! chain is of the whole document tells which of the two it is.
//! *Known misses*: a sure name in a document of doubtful ones says less than it could.

use super::labels::Class;

/// How many inputs there are.
pub const INPUTS: usize = 8;

/// What is known of one name.
pub type Inputs = [f32; INPUTS];

/// The weight of each input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibration(pub Inputs);

impl Default for Calibration {
    /// The chance of the chain as it is.
    fn default() -> Self {
        let mut weights = [0.0; INPUTS];
        weights[LOG_ODDS] = 1.0;
        Self(weights)
    }
}

const LOG_ODDS: usize = 1;
const OTHERS: usize = 2;
const BOTH: usize = 4;

impl Calibration {
    /// The calibrated probability.
    pub fn apply(self, inputs: &Inputs) -> f32 {
        let odds: f32 = self
            .0
            .iter()
            .zip(inputs)
            .map(|(one, other)| one * other)
            .sum();
        1.0 / (1.0 + (-odds).exp())
    }
}

/// The inputs of a name by itself; [`among`] adds what the others say.
pub(super) fn inputs(chance: f32, class: Class, listed: bool, open: bool) -> Inputs {
    let chance = chance.clamp(1.0e-4, 1.0 - 1.0e-4);
    let sign = |holds: bool| f32::from(u8::from(holds));
    [
        1.0,
        (chance / (1.0 - chance)).ln(),
        0.0,
        sign(listed),
        0.0,
        sign(class == Class::Person),
        sign(class == Class::Organisation),
        sign(open),
    ]
}

/// Fills in the mean log-odds of the other names of the document, and what both say together.
pub(super) fn among<'n>(names: impl Iterator<Item = &'n mut Inputs>) {
    let mut names: Vec<_> = names.collect();
    let sum: f32 = names.iter().map(|inputs| inputs[LOG_ODDS]).sum();
    let others = names.len().saturating_sub(1).max(1) as f32;
    for inputs in &mut names {
        inputs[OTHERS] = (sum - inputs[LOG_ODDS]) / others;
        inputs[BOTH] = inputs[LOG_ODDS] * inputs[OTHERS];
    }
}

#[cfg(test)]
mod tests {
    use super::{Calibration, among, inputs};
    use crate::tagger::model::Class;

    #[test]
    fn without_weights_of_its_own_the_chance_stays() {
        for chance in [0.1, 0.5, 0.93] {
            let inputs = inputs(chance, Class::Person, true, false);
            assert!((Calibration::default().apply(&inputs) - chance).abs() < 1e-5);
        }
    }

    #[test]
    fn names_see_the_mean_of_the_others() {
        let name = |chance| inputs(chance, Class::Location, false, false);
        let mut names = [name(0.5), name(0.5), name(0.9)];
        among(names.iter_mut());
        assert!(names[2][2].abs() < 1e-6);
        assert!((names[0][2] - 0.9f32.ln() / 2.0 + 0.1f32.ln() / 2.0).abs() < 1e-5);
    }
}
