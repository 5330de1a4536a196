//! Money, percentages, quantities, ordinals and other numbers, in one pass.
//!
//! At each number, currency or word that qualifies a number, the families are asked in the
//! order money, percent, quantity, number; the first answer wins. What belongs to an
//! expression of time or a phone number is stepped over.

mod bare;
mod counted;
mod currencies;
mod measures;
mod modifiers;
mod money;
pub(super) mod named;
mod percent;
mod units;

use std::borrow::Cow;

use copydesk_core::record::{Amount, AmountKind, Dimension, Modifier, Pattern, Place};

use measures::Measure;

use super::{
    atoms::{Atoms, Kind},
    dates::Expression,
    lexicon::{Lex, Unit},
    numbers::written,
};
use crate::shapes::Shapes;

/// What a number turned out to be: atoms `first..last`.
#[derive(Clone, Debug, PartialEq)]
struct Reading {
    first: usize,
    last: usize,
    kind: AmountKind,
    value: f64,
    unit: Option<Cow<'static, str>>,
    measure: Option<Measure>,
    magnitude: Option<f64>,
    range: Option<[f64; 2]>,
}

impl Reading {
    fn new(
        first: usize,
        last: usize,
        kind: AmountKind,
        value: f64,
        unit: Option<Cow<'static, str>>,
    ) -> Self {
        Self {
            first,
            last,
            kind,
            value,
            unit,
            measure: None,
            magnitude: None,
            range: None,
        }
    }
}

/// What follows a number: its kind, what to multiply it with, what to add then, its unit, and
/// the atom after.
#[derive(Clone, Debug, PartialEq)]
struct Suffix {
    kind: AmountKind,
    factor: f64,
    plus: f64,
    unit: Option<Cow<'static, str>>,
    measure: Option<Measure>,
    last: usize,
}

impl Suffix {
    fn new(kind: AmountKind, unit: Option<Cow<'static, str>>, last: usize) -> Self {
        Self {
            kind,
            factor: 1.0,
            plus: 0.0,
            unit,
            measure: None,
            last,
        }
    }

    /// The value of a number with this behind it.
    fn applied(&self, value: f64) -> f64 {
        value * self.factor + self.plus.copysign(value)
    }
}

/// The amounts of a text, in order, without overlap. `taken` are its expressions of time,
/// `patterns` what has a fixed form in it, both in order.
pub(super) fn amounts(
    atoms: &Atoms<'_>,
    taken: &[Expression],
    patterns: &[Pattern],
) -> Vec<Amount> {
    let mut amounts = Vec::new();
    let mut taken = taken.iter().peekable();
    let mut patterns = patterns
        .iter()
        .filter_map(|pattern| pattern.place.span())
        .peekable();
    let mut i = 0;
    while i < atoms.len() {
        while taken.next_if(|time| time.last <= i).is_some() {}
        if let Some(time) = taken.peek().filter(|time| time.first <= i) {
            match measured_time(atoms, i, time.last) {
                Some((at, found)) if at == i => {
                    i = found.last;
                    amounts.push(amount(atoms, at, found, None));
                }
                Some((at, _)) => i = at,
                None => i = time.last.max(i + 1),
            }
            continue;
        }
        let end = taken.peek().map_or(usize::MAX, |time| time.first);
        let here = atoms.span(i, i + 1);
        while patterns.next_if(|span| span.end <= here.start).is_some() {}
        if patterns.peek().is_some_and(|span| span.overlaps(here)) {
            i += 1;
            continue;
        }
        if !may_open(atoms, i) {
            i += 1;
            continue;
        }
        let (start, modifier) = modifiers::read(atoms, i);
        let modifier = modifier.filter(|_| !is_place_under(atoms, i, start));
        // `10 km per hour` is a speed, though `per hour` is how often; so are ages.
        let fits = |reading: &Reading| {
            let timed = reading.measure.as_ref().is_some_and(|measure| {
                matches!(measure.dimension, Dimension::Speed | Dimension::Age)
            });
            reading.last <= end || timed && reading.first < end
        };
        match read(atoms, start).filter(|(first, _)| fits(first)) {
            Some((first, second)) => {
                i = first.last.max(i + 1);
                let span_start = if first.kind == AmountKind::Ordinal {
                    start
                } else {
                    start
                        .min(first.first)
                        .min(modifier.map_or(start, |(at, _)| at))
                };
                amounts.push(amount(atoms, span_start, first, modifier.map(|(_, m)| m)));
                if let Some(second) = second.filter(fits) {
                    i = second.last;
                    let at = second.first;
                    amounts.push(amount(atoms, at, second, None));
                }
            }
            None => i += 1,
        }
    }
    amounts
}

/// What a time expression took that is an amount: an age (`eighteen months of age`), or a part
/// of a scale (`three quarters billion dollars`). The atom it begins at, and what it is.
fn measured_time(atoms: &Atoms<'_>, from: usize, last: usize) -> Option<(usize, Reading)> {
    (from..last.min(from + 8)).find_map(|i| {
        if !matches!(
            atoms.kind(i),
            Kind::Number { .. } | Kind::Word(Lex::Small(_) | Lex::Tens(_) | Lex::A)
        ) || !atoms.opens(i)
        {
            return None;
        }
        let (found, _) = read(atoms, i)?;
        let age =
            (found.measure.as_ref()).is_some_and(|measure| measure.dimension == Dimension::Age);
        let scaled = found.last > last && found.magnitude.is_some();
        (age || scaled).then_some((i, found))
    })
}

/// `published under two titles`: `under` a few things is a place or a rule, while `under two
/// minutes` and `under 40 ships` are less than that.
fn is_place_under(atoms: &Atoms<'_>, i: usize, start: usize) -> bool {
    atoms.lex(i) == Lex::Under
        && written::read(atoms, start).is_some_and(|number| {
            !number.digits
                && number.value < 13.0
                && suffix(atoms, number.next, number.value).is_none()
        })
}

fn amount(atoms: &Atoms<'_>, first: usize, reading: Reading, modifier: Option<Modifier>) -> Amount {
    // A bare number keeps its own span: only what is measured includes its qualifier.
    let first = match reading.kind {
        AmountKind::Cardinal | AmountKind::Ordinal => reading.first,
        _ => first,
    };
    let si = reading.measure.as_ref();
    Amount {
        place: Place::Text(atoms.span(first, reading.last)),
        kind: reading.kind,
        value: reading.value,
        si: si.and_then(|measure| measure.si(reading.value)),
        dimension: si.map(|measure| measure.dimension),
        unit: reading.unit.map(Cow::into_owned),
        modifier: modifier.filter(|_| reading.kind != AmountKind::Ordinal),
        magnitude: reading.magnitude,
        range: reading.range,
    }
}

/// Whether an amount may open at atom `i`: keeps the grammars away from most words.
fn may_open(atoms: &Atoms<'_>, i: usize) -> bool {
    match atoms.kind(i) {
        Kind::Number { .. } => true,
        Kind::Mark(mark) => {
            currencies::by_sign(mark).is_some()
                || atoms.is_dash(i)
                || written::vulgar(mark).is_some()
                || mark == '.' && atoms.is_number(i + 1)
        }
        Kind::Opaque => false,
        Kind::Word(lex) => match lex {
            Lex::Other => {
                currencies::opens(atoms, i)
                    || modifiers::opens(atoms, i)
                    || percent::opens(atoms, i)
                    || minus(atoms, i)
            }
            Lex::Small(_)
            | Lex::Tens(_)
            | Lex::A
            | Lex::Half
            | Lex::Unit(Unit::Quarter)
            | Lex::Ordinal(_)
            | Lex::ScaleOrdinal(_)
            | Lex::SecondWord
            | Lex::Approximate
            | Lex::Over
            | Lex::Under
            | Lex::More
            | Lex::Less
            | Lex::Per
            | Lex::At => true,
            _ => false,
        },
    }
}

/// `minus five percent`: a sign in words before a number.
fn minus(atoms: &Atoms<'_>, i: usize) -> bool {
    static SHAPES: Shapes = Shapes::of(&["minus", "negative"]);
    let word = atoms.surface(i);
    SHAPES.may_hold(word)
        && matches!(word, "minus" | "Minus" | "negative" | "Negative")
        && matches!(
            atoms.kind(i + 1),
            Kind::Number { .. } | Kind::Word(Lex::Small(_) | Lex::Tens(_))
        )
}

/// The amount at atom `i`, and the second one of a range.
fn read(atoms: &Atoms<'_>, i: usize) -> Option<(Reading, Option<Reading>)> {
    if let Some(found) = money::read(atoms, i) {
        return Some(found);
    }
    if let Some(found) = percent::read(atoms, i) {
        return Some((found, None));
    }
    let glued = (atoms.is_dash(i) && atoms.glued(i + 1) && !atoms.glued(i))
        && (atoms.is_number(i + 1) || atoms.is_mark(i + 1, '.'));
    let negative = glued || minus(atoms, i);
    let at = if negative { i + 1 } else { i };
    if !negative && !atoms.opens(i) {
        return None;
    }
    let number = decimal(atoms, at).or_else(|| written::read(atoms, at));
    // `a third` is a part where nothing is counted behind it; else an ordinal.
    let part = number.is_some_and(|number| number.fraction && !number.digits);
    if !part && let Some(found) = bare::ordinal(atoms, i) {
        return Some((found, None));
    }
    let Some(number) = number else {
        // `half a mile`
        let part = written::part_of_unit(atoms, at)?;
        let suffix = suffix(atoms, part.next, part.value)?;
        let reading = Reading {
            measure: suffix.measure.clone(),
            ..Reading::new(
                i,
                suffix.last,
                suffix.kind,
                suffix.applied(part.value),
                suffix.unit,
            )
        };
        return Some((reading, None));
    };
    let value = if negative {
        -number.value
    } else {
        number.value
    };
    let reading = |value: f64, first, suffix: Suffix| Reading {
        magnitude: number
            .magnitude
            .or(Some(suffix.factor).filter(|&factor| factor >= 1e3)),
        measure: suffix.measure.clone(),
        ..Reading::new(
            first,
            suffix.last,
            suffix.kind,
            suffix.applied(value),
            suffix.unit,
        )
    };
    if let Some(suffix) = suffix(atoms, number.next, number.value) {
        return Some((reading(value, i, suffix), None));
    }
    if let Some((first, second)) = range(atoms, i, value, number.next) {
        return Some((first, Some(second)));
    }
    if let Some(suffix) = counted::read(atoms, at, &number) {
        return Some((reading(value, i, suffix), None));
    }
    bare::cardinal(atoms, i, at, &number, value).map(|found| (found, None))
}

/// `.25`: a decimal without its zero.
fn decimal(atoms: &Atoms<'_>, i: usize) -> Option<written::Written> {
    let opens = atoms.is_mark(i, '.') && atoms.glued(i + 1) && !atoms.glued(i);
    let digits = atoms.surface(i + 1);
    if !opens || !digits.bytes().all(|byte| byte.is_ascii_digit()) || digits.is_empty() {
        return None;
    }
    Some(written::Written {
        value: format!("0.{digits}").parse().ok()?,
        next: i + 2,
        digits: true,
        fraction: false,
        magnitude: None,
    })
}

/// What follows a number and says what it measures.
fn suffix(atoms: &Atoms<'_>, next: usize, value: f64) -> Option<Suffix> {
    percent::suffix(atoms, next)
        .or_else(|| money::suffix(atoms, next))
        .or_else(|| units::read(atoms, next, value))
}

/// `5-10%`, `three to five miles`: two numbers that share what follows the second one.
fn range(atoms: &Atoms<'_>, first: usize, value: f64, next: usize) -> Option<(Reading, Reading)> {
    if !(atoms.is_dash(next) || matches!(atoms.lex(next), Lex::To | Lex::And)) {
        return None;
    }
    let second = written::read(atoms, next + 1)?;
    let suffix = suffix(atoms, second.next, second.value)?;
    let magnitude = Some(suffix.factor).filter(|&factor| factor >= 1e3);
    // `two and 5%` are two amounts, no range: the ends of a range rise.
    let ends = [suffix.applied(value), suffix.applied(second.value)];
    let range = (ends[0] <= ends[1]).then_some(ends);
    let reading = |first, last, value, magnitude| Reading {
        measure: suffix.measure.clone(),
        magnitude,
        range,
        ..Reading::new(first, last, suffix.kind, value, suffix.unit.clone())
    };
    Some((
        reading(first, next, ends[0], magnitude),
        reading(
            next + 1,
            suffix.last,
            ends[1],
            second.magnitude.or(magnitude),
        ),
    ))
}
