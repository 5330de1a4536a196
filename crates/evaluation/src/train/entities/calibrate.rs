//! Makes the confidence of names as often right as it says, on texts that the weights have not
//! seen.

use copydesk::stage;
use copydesk_entities::training::{self, Calibration, Class, INPUTS, Inputs, Weights};

use crate::eval::{self, conll::Document};

/// A name of a development set.
struct Name {
    inputs: Inputs,
    right: bool,
    /// One for all names of a set together, however many they are.
    weight: f64,
    /// The half of the documents it is in.
    half: usize,
}

/// The weights with the calibration that gives the development sets, each counting the same, the
/// highest likelihood. Prints how it does on the half of the documents that it was not fitted on.
pub(super) fn calibrated(weights: Weights, dev: &[(&str, Vec<Document>)]) -> Weights {
    let mut names = Vec::new();
    for (_, documents) in dev {
        let first = names.len();
        for (at, document) in documents.iter().enumerate() {
            names.extend(self::names(&weights, document, at % 2));
        }
        let share = 1.0 / (names.len() - first).max(1) as f64;
        names[first..]
            .iter_mut()
            .for_each(|name| name.weight = share);
    }
    let mut bins = eval::calibration::Calibration::default();
    for half in 0..2 {
        let others: Vec<_> = names.iter().filter(|name| name.half != half).collect();
        let calibration = fit(&others);
        for name in names.iter().filter(|name| name.half == half) {
            bins.add(calibration.apply(&name.inputs), name.right);
        }
    }
    let calibration = fit(&names.iter().collect::<Vec<_>>());
    eprintln!("{calibration:?}\non documents it was not fitted on:\n{bins}");
    weights.calibrated(calibration)
}

fn names(weights: &Weights, document: &Document, half: usize) -> impl Iterator<Item = Name> {
    let text = &document.text;
    training::inputs(weights, text, &stage::sentences(text), &stage::tokens(text))
        .into_iter()
        .filter_map(move |(span, class, inputs)| {
            let class = match class {
                Class::Person => "PER",
                Class::Location => "LOC",
                Class::Organisation => "ORG",
                Class::Misc => return None,
            };
            Some(Name {
                inputs,
                right: document.gold.contains(&(span.start, span.end, class)),
                weight: 0.0,
                half,
            })
        })
}

/// Steps of Newton's method; five do.
const STEPS: usize = 12;

/// Keeps weights of inputs that never vary from running away.
const RIDGE: f64 = 1.0e-4;

/// Logistic regression.
fn fit(names: &[&Name]) -> Calibration {
    let mut weights = [0.0f64; INPUTS];
    for _ in 0..STEPS {
        let mut slopes = weights.map(|weight| -RIDGE * weight);
        let mut curves = [[0.0f64; INPUTS]; INPUTS];
        for (at, row) in curves.iter_mut().enumerate() {
            row[at] = RIDGE;
        }
        for name in names {
            let inputs = name.inputs.map(f64::from);
            let odds: f64 = weights
                .iter()
                .zip(&inputs)
                .map(|(one, other)| one * other)
                .sum();
            let chance = 1.0 / (1.0 + (-odds).exp());
            let wrong = f64::from(u8::from(name.right)) - chance;
            for (row, input) in inputs.iter().enumerate() {
                slopes[row] += name.weight * wrong * input;
                for (column, other) in inputs.iter().enumerate() {
                    curves[row][column] += name.weight * chance * (1.0 - chance) * input * other;
                }
            }
        }
        let step = solved(curves, slopes);
        for (weight, step) in weights.iter_mut().zip(step) {
            *weight += step;
        }
    }
    Calibration(weights.map(|weight| weight as f32))
}

/// The solution of a system of linear equations with a positive definite matrix.
fn solved(mut matrix: [[f64; INPUTS]; INPUTS], mut right: [f64; INPUTS]) -> [f64; INPUTS] {
    for pivot in 0..INPUTS {
        for row in pivot + 1..INPUTS {
            let share = matrix[row][pivot] / matrix[pivot][pivot];
            let from = matrix[pivot];
            for (one, other) in matrix[row].iter_mut().zip(from) {
                *one -= share * other;
            }
            right[row] -= share * right[pivot];
        }
    }
    for row in (0..INPUTS).rev() {
        for column in row + 1..INPUTS {
            right[row] -= matrix[row][column] * right[column];
        }
        right[row] /= matrix[row][row];
    }
    right
}
