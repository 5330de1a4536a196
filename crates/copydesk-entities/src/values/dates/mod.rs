//! Expressions of time, found in one pass and resolved in a second one.
//!
//! Each family of expressions is one file with a `read(atoms, i)`: the meaning of the
//! expression that opens at atom `i`, if one does. The word or mark at `i` decides which
//! families are asked, and the first answer wins.

mod absolute;
mod calendar;
mod cues;
mod deictic;
mod durations;
mod expression;
mod numeric;
mod parts;
mod resolve;
mod seasons;
mod sets;
mod times;
mod vague;
mod years;

use copydesk_core::record::Temporal;

use super::{
    atoms::{Atoms, Kind},
    lexicon::Lex,
};
pub(super) use expression::Expression;
use resolve::Resolver;

/// The expressions of a text, in order, without overlap.
pub(super) fn expressions(atoms: &Atoms<'_>) -> Vec<Expression> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < atoms.len() {
        let Some((first, second)) = at(atoms, i) else {
            i += 1;
            continue;
        };
        let first = if second.is_none() {
            seasons::of_year(atoms, first)
        } else {
            first
        };
        i = first.last.max(i + 1);
        found.push(first);
        if let Some(second) = second {
            i = second.last.max(i);
            found.push(second);
        }
    }
    found
}

/// The values of expressions.
pub(super) fn resolve(
    atoms: &Atoms<'_>,
    expressions: &[Expression],
    reference: Option<&str>,
) -> Vec<Temporal> {
    let mut resolver = Resolver::new(reference, expressions);
    expressions
        .iter()
        .enumerate()
        .map(|(k, expression)| {
            let span = atoms.span(expression.first, expression.last);
            resolver.resolve(expression, expressions.get(k + 1), span)
        })
        .collect()
}

type Found = Option<(Expression, Option<Expression>)>;

fn one(expression: Option<Expression>) -> Found {
    expression.map(|expression| (expression, None))
}

/// What opens at atom `i`.
fn at(atoms: &Atoms<'_>, i: usize) -> Found {
    match atoms.kind(i) {
        Kind::Word(lex) => word(atoms, i, lex),
        Kind::Number { .. } => one(numeric::read(atoms, i))
            .or_else(|| one(times::read(atoms, i)))
            .or_else(|| absolute::read(atoms, i))
            .or_else(|| durations::read(atoms, i))
            .or_else(|| one(years::read(atoms, i)))
            .or_else(|| one(seasons::read(atoms, i))),
        Kind::Mark('\'' | '\u{2019}' | '\u{2018}') => one(years::read(atoms, i)),
        Kind::Mark(_) | Kind::Opaque => None,
    }
}

fn word(atoms: &Atoms<'_>, i: usize, lex: Lex) -> Found {
    match lex {
        Lex::Other => other(atoms, i),
        Lex::WeakMonth(5) => one(seasons::read(atoms, i)).or_else(|| absolute::read(atoms, i)),
        Lex::Month(_) | Lex::WeakMonth(_) | Lex::ShortMonth(_) => absolute::read(atoms, i),
        Lex::Weekday(_) | Lex::ShortWeekday(_) => one(sets::read(atoms, i))
            .or_else(|| absolute::read(atoms, i))
            .or_else(|| one(deictic::read(atoms, i))),
        Lex::Today | Lex::Yesterday | Lex::Tomorrow | Lex::Tonight => one(deictic::read(atoms, i)),
        Lex::Rel(_) => one(seasons::read(atoms, i))
            .or_else(|| durations::read(atoms, i))
            .or_else(|| one(deictic::read(atoms, i)))
            .or_else(|| one(vague::read(atoms, i))),
        Lex::The => one(parts::read(atoms, i))
            .or_else(|| one(seasons::read(atoms, i)))
            .or_else(|| one(years::read(atoms, i)))
            .or_else(|| absolute::read(atoms, i))
            .or_else(|| durations::read(atoms, i))
            .or_else(|| one(deictic::read(atoms, i)))
            .or_else(|| one(vague::read(atoms, i)))
            .or_else(|| one(times::read(atoms, i)))
            .or_else(|| one(parts::rest(atoms, i))),
        Lex::PartAdjective(_) | Lex::PartNoun(_) | Lex::Earlier | Lex::Later => {
            one(parts::read(atoms, i))
        }
        Lex::Unit(_) => one(parts::year_end(atoms, i))
            .or_else(|| one(deictic::year_earlier(atoms, i)))
            .or_else(|| one(durations::lasting(atoms, i))),
        Lex::Small(_) if atoms.is_word(i + 1, "o") => one(times::in_words(atoms, i)),
        Lex::Units(_) => one(durations::lasting(atoms, i)).or_else(|| durations::read(atoms, i)),
        Lex::Small(_)
        | Lex::Several
        | Lex::Half
        | Lex::Approximate
        | Lex::Over
        | Lex::Under
        | Lex::More
        | Lex::Less => durations::read(atoms, i),
        Lex::A => one(sets::read(atoms, i)).or_else(|| durations::read(atoms, i)),
        Lex::Tens(_) => one(years::read(atoms, i)).or_else(|| durations::read(atoms, i)),
        Lex::At => durations::read(atoms, i).or_else(|| one(vague::read(atoms, i))),
        Lex::Ordinal(_) | Lex::SecondWord => {
            one(seasons::read(atoms, i)).or_else(|| one(years::read(atoms, i)))
        }
        Lex::To => one(vague::read(atoms, i)),
        Lex::DayPart(_) | Lex::Noon | Lex::Midnight => one(times::read(atoms, i)),
        Lex::Season(_) => one(seasons::read(atoms, i)),
        Lex::Present | Lex::Past | Lex::Future | Lex::Recent => one(vague::read(atoms, i)),
        Lex::Every | Lex::Per | Lex::Regular(_) => one(sets::read(atoms, i)),
        _ => None,
    }
}

/// Words that open an expression too seldom to be listed. Most words of a text come here, so
/// that the length of a word is asked first.
fn other(atoms: &Atoms<'_>, i: usize) -> Found {
    let surface = atoms.surface(i);
    let found = match (surface.len(), surface) {
        (2, "up") => return durations::read(atoms, i),
        (4, "very" | "long" | "Long") | (5, "these" | "These" | "right" | "Right") => {
            vague::read(atoms, i)
        }
        (5, "final") | (6, "latter") => seasons::read(atoms, i),
        (6, "fiscal" | "Fiscal") => years::fiscal(atoms, i).or_else(|| seasons::read(atoms, i)),
        (7, "midweek" | "midyear") | (8, "midmonth") => parts::read(atoms, i),
        (7, "daylong") | (8, "weeklong" | "yearlong") | (9, "monthlong") | (10, "decadelong") => {
            durations::lasting(atoms, i)
        }
        (9, "overnight" | "Overnight") => times::read(atoms, i),
        _ if surface.starts_with(|c: char| c.is_ascii_uppercase()) => {
            seasons::read(atoms, i).or_else(|| era(atoms, i))
        }
        _ => None,
    };
    one(found)
}

/// `AD 79`, `FY 2023`: a year with a word before it.
fn era(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    (atoms.is_shouted(i) && atoms.is_number(i + 1))
        .then(|| years::read(atoms, i))
        .flatten()
}
