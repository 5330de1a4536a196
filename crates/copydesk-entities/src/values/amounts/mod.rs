//! Money, percentages, quantities, ordinals and other numbers, in one pass.
//!
//! At each number, currency or word that qualifies a number, the families are asked in the
//! order money, percent, quantity, number; the first answer wins. What belongs to an
//! expression of time or a phone number is stepped over.

mod bare;
mod counted;
mod currencies;
mod modifiers;
mod money;
mod percent;
mod units;

use copydesk_core::{
    Span,
    record::{Amount, AmountKind, Modifier, Place},
};

use super::{
    atoms::{Atoms, Kind},
    dates::Expression,
    lexicon::Lex,
    numbers,
};

/// What a number turned out to be: atoms `first..last`.
#[derive(Clone, Debug, PartialEq)]
struct Reading {
    first: usize,
    last: usize,
    kind: AmountKind,
    value: f64,
    unit: Option<String>,
}

/// What follows a number: its kind, what to multiply it with, its unit, and the atom after.
#[derive(Clone, Debug, PartialEq)]
struct Suffix {
    kind: AmountKind,
    factor: f64,
    unit: Option<String>,
    last: usize,
}

/// The amounts of a text, in order, without overlap. `taken` are its expressions of time,
/// `phones` its phone numbers, both in order.
pub(super) fn amounts(atoms: &Atoms<'_>, taken: &[Expression], phones: &[Span]) -> Vec<Amount> {
    let mut found = Vec::new();
    let mut taken = taken.iter().peekable();
    let mut phones = phones.iter().peekable();
    let mut i = 0;
    while i < atoms.len() {
        while taken.next_if(|time| time.last <= i).is_some() {}
        if let Some(time) = taken.peek().filter(|time| time.first <= i) {
            i = time.last;
            continue;
        }
        let end = taken.peek().map_or(usize::MAX, |time| time.first);
        let here = atoms.span(i, i + 1);
        while phones.next_if(|phone| phone.end <= here.start).is_some() {}
        if phones.peek().is_some_and(|phone| phone.overlaps(here)) {
            i += 1;
            continue;
        }
        if !may_open(atoms, i) {
            i += 1;
            continue;
        }
        let (start, modifier) = modifiers::read(atoms, i);
        let modifier = modifier.filter(|_| !is_place_under(atoms, i, start));
        match read(atoms, start).filter(|(first, _)| first.last <= end) {
            Some((first, second)) => {
                i = first.last.max(i + 1);
                let span_start = if first.kind == AmountKind::Ordinal {
                    start
                } else {
                    start
                        .min(first.first)
                        .min(modifier.map_or(start, |(at, _)| at))
                };
                found.push(amount(atoms, span_start, first, modifier.map(|(_, m)| m)));
                if let Some(second) = second.filter(|second| second.last <= end) {
                    i = second.last;
                    let at = second.first;
                    found.push(amount(atoms, at, second, None));
                }
            }
            None => i += 1,
        }
    }
    found
}

/// `published under two titles`: `under` a few things is a place or a rule, while `under two
/// minutes` and `under 40 ships` are less than that.
fn is_place_under(atoms: &Atoms<'_>, i: usize, start: usize) -> bool {
    atoms.lex(i) == Lex::Under
        && numbers::read(atoms, start).is_some_and(|number| {
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
    Amount {
        place: Place::Text(atoms.span(first, reading.last)),
        kind: reading.kind,
        value: reading.value,
        unit: reading.unit,
        modifier: modifier.filter(|_| reading.kind != AmountKind::Ordinal),
    }
}

/// Whether an amount may open at atom `i`: keeps the grammars away from most words.
fn may_open(atoms: &Atoms<'_>, i: usize) -> bool {
    match atoms.kind(i) {
        Kind::Number { .. } => true,
        Kind::Mark(mark) => currencies::by_sign(mark).is_some() || atoms.is_dash(i),
        Kind::Opaque => false,
        Kind::Word(lex) => match lex {
            Lex::Other => {
                (atoms.is_shouted(i) && (atoms.is_number(i + 1) || currencies::opens(atoms, i)))
                    || modifiers::opens(atoms, i)
            }
            Lex::Small(_)
            | Lex::Tens(_)
            | Lex::A
            | Lex::Half
            | Lex::Ordinal(_)
            | Lex::SecondWord
            | Lex::Approximate
            | Lex::Over
            | Lex::Under
            | Lex::More
            | Lex::Less
            | Lex::At => true,
            _ => false,
        },
    }
}

/// The amount at atom `i`, and the second one of a range.
fn read(atoms: &Atoms<'_>, i: usize) -> Option<(Reading, Option<Reading>)> {
    if let Some(found) = money::read(atoms, i) {
        return Some(found);
    }
    if let Some(found) = bare::ordinal(atoms, i) {
        return Some((found, None));
    }
    let negative = atoms.is_dash(i) && atoms.glued(i + 1) && !atoms.glued(i);
    let at = if negative { i + 1 } else { i };
    if !negative && !atoms.opens(i) {
        return None;
    }
    if negative && !atoms.is_number(at) {
        return None;
    }
    let number = numbers::read(atoms, at)?;
    let value = if negative {
        -number.value
    } else {
        number.value
    };
    let reading = |value: f64, first, suffix: Suffix| Reading {
        first,
        last: suffix.last,
        kind: suffix.kind,
        value: value * suffix.factor,
        unit: suffix.unit,
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

/// What follows a number and says what it measures.
fn suffix(atoms: &Atoms<'_>, next: usize, value: f64) -> Option<Suffix> {
    percent::read(atoms, next)
        .or_else(|| money::suffix(atoms, next))
        .or_else(|| units::read(atoms, next, value))
}

/// `5-10%`, `three to five miles`: two numbers that share what follows the second one.
fn range(atoms: &Atoms<'_>, first: usize, value: f64, next: usize) -> Option<(Reading, Reading)> {
    if !(atoms.is_dash(next) || matches!(atoms.lex(next), Lex::To | Lex::And)) {
        return None;
    }
    let second = numbers::read(atoms, next + 1)?;
    let suffix = suffix(atoms, second.next, second.value)?;
    let shared = Reading {
        first,
        last: next,
        kind: suffix.kind,
        value: value * suffix.factor,
        unit: suffix.unit.clone(),
    };
    let last = Reading {
        first: next + 1,
        last: suffix.last,
        kind: suffix.kind,
        value: second.value * suffix.factor,
        unit: suffix.unit,
    };
    Some((shared, last))
}
