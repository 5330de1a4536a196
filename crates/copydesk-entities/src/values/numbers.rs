//! Numbers in digits and words: `1,000`, `2.5 million`, `twenty-one`, `two and a half`,
//! `half a million`, `three dozen`.
//!
//! This is what expressions of time count with; [`written`] reads amounts and fractions, [`all`]
//! lists every number of a text. Known misses: `nineteen hundred and six` as a year.

pub(super) mod all;
pub(super) mod written;

use super::{
    atoms::{Atoms, Kind, Shape},
    lexicon::Lex,
};

/// Longest number in words, in atoms: bounds the work on floods of number words.
const MAX_ATOMS: usize = 16;

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    pub(super) value: f64,
    /// The atom after it.
    pub(super) next: usize,
    /// Whether it begins with digits.
    pub(super) digits: bool,
}

/// What the last word of a number was: decides which word may follow.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    Start,
    Small,
    Tens,
    Hundred,
    Scale,
}

/// Reads the number at atom `i`.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<Number> {
    match atoms.kind(i) {
        Kind::Number { value, shape, .. } if shape != Shape::Odd => {
            let (value, next) = scales(atoms, value, i + 1);
            let (value, next) = and_a_half(atoms, value, next);
            Some(Number {
                value,
                next,
                digits: true,
            })
        }
        Kind::Word(Lex::Half) => {
            // `half a million`, `half a dozen`
            let scale = scale_at(atoms, i + 2).filter(|_| atoms.lex(i + 1) == Lex::A)?;
            Some(Number {
                value: scale / 2.0,
                next: i + 3,
                digits: false,
            })
        }
        Kind::Word(Lex::A) => {
            let scale = scale_at(atoms, i + 1)?;
            let (value, next) = scales(atoms, scale, i + 2);
            Some(Number {
                value,
                next,
                digits: false,
            })
        }
        Kind::Word(Lex::Small(_) | Lex::Tens(_)) => words(atoms, i),
        _ => None,
    }
}

/// What a scale word multiplies with.
fn scale_at(atoms: &Atoms<'_>, i: usize) -> Option<f64> {
    match atoms.lex(i) {
        Lex::Hundred => Some(100.0),
        Lex::Dozen => Some(12.0),
        Lex::Scale(power) => Some(10_f64.powi(i32::from(power))),
        _ => None,
    }
}

/// Multiplies with the scale words that follow: `2.5 million`, `two hundred thousand`.
fn scales(atoms: &Atoms<'_>, mut value: f64, mut next: usize) -> (f64, usize) {
    for _ in 0..3 {
        let at = atoms.after_hyphen(next);
        let Some(scale) = scale_at(atoms, at).filter(|_| !atoms.glued(at) || at > next) else {
            break;
        };
        value *= scale;
        next = at + 1;
    }
    (value, next)
}

/// Adds one half: `two and a half`, `two-and-a-half`.
fn and_a_half(atoms: &Atoms<'_>, value: f64, next: usize) -> (f64, usize) {
    let and = atoms.after_hyphen(next);
    let a = atoms.after_hyphen(and + 1);
    let half = atoms.after_hyphen(a + 1);
    if atoms.is_word(and, "and") && atoms.lex(a) == Lex::A && atoms.lex(half) == Lex::Half {
        let scaled = scale_at(atoms, half + 1);
        return match scaled {
            Some(scale) => ((value + 0.5) * scale, half + 2),
            None => (value + 0.5, half + 1),
        };
    }
    (value, next)
}

fn words(atoms: &Atoms<'_>, start: usize) -> Option<Number> {
    let (mut total, mut current) = (0.0, 0.0);
    let mut last_scale = f64::INFINITY;
    let mut step = Step::Start;
    let mut i = start;
    let mut end = start;
    while i < start + MAX_ATOMS {
        let at = if step == Step::Start {
            i
        } else {
            atoms.after_hyphen(i)
        };
        match (atoms.lex(at), step) {
            (Lex::Small(n), Step::Start | Step::Hundred | Step::Scale) => {
                current += f64::from(n);
                step = Step::Small;
            }
            (Lex::Small(n @ 1..=9), Step::Tens) => {
                current += f64::from(n);
                step = Step::Small;
            }
            (Lex::Tens(n), Step::Start | Step::Hundred | Step::Scale) => {
                current += f64::from(n);
                step = Step::Tens;
            }
            (Lex::Hundred, Step::Small | Step::Tens) if current < 100.0 => {
                current *= 100.0;
                step = Step::Hundred;
            }
            (Lex::Dozen, Step::Small | Step::Tens) => {
                current *= 12.0;
                end = at + 1;
                break;
            }
            (Lex::Scale(power), Step::Small | Step::Tens | Step::Hundred) => {
                let scale = 10_f64.powi(i32::from(power));
                if scale >= last_scale {
                    break;
                }
                last_scale = scale;
                total += current * scale;
                current = 0.0;
                step = Step::Scale;
            }
            (Lex::And, Step::Hundred | Step::Scale)
                if matches!(atoms.lex(at + 1), Lex::Small(_) | Lex::Tens(_)) =>
            {
                i = at + 1;
                continue;
            }
            _ => break,
        }
        i = at + 1;
        end = i;
    }
    if end == start {
        return None;
    }
    let (value, next) = and_a_half(atoms, total + current, end);
    Some(Number {
        value,
        next,
        digits: false,
    })
}

/// The ordinal at atom `i` and the atom after it: `third`, `twenty-first`, `2nd`.
pub(super) fn ordinal(atoms: &Atoms<'_>, i: usize) -> Option<(u32, usize)> {
    match atoms.kind(i) {
        Kind::Word(Lex::Ordinal(n)) => Some((u32::from(n), i + 1)),
        Kind::Word(Lex::SecondWord) => Some((2, i + 1)),
        Kind::Word(Lex::Tens(tens)) => {
            let at = atoms.after_hyphen(i + 1);
            if at == i + 1 {
                return None;
            }
            match atoms.lex(at) {
                Lex::Ordinal(n @ 1..=9) => Some((u32::from(tens) + u32::from(n), at + 1)),
                Lex::SecondWord => Some((u32::from(tens) + 2, at + 1)),
                _ => None,
            }
        }
        Kind::Number { .. } => {
            let (value, _) = atoms.plain(i)?;
            let suffix = atoms.glued(i + 1)
                && ["st", "nd", "rd", "th"]
                    .iter()
                    .any(|suffix| atoms.is_word(i + 1, suffix));
            suffix.then_some((value, i + 2))
        }
        _ => None,
    }
}
