//! Parts of a period: `early June`, `mid-July`, `late 2024`, `the end of last year`, `later
//! this month`, `earlier today`.
//!
//! *What*: a word for a part, then any date with a period. *Why*: TIMEX3 keeps the part as a
//! modifier of the period's value. *Example*: `late September` → `XXXX-09`, `END`.
//! *Known misses*: `the turn of the century`, `the first days of May`.

use super::{
    super::{
        atoms::Atoms,
        lexicon::{Lex, Part, Unit},
    },
    absolute, deictic,
    expression::{Expression, Meaning, Point, part_modifier},
    seasons, years,
};

/// The expression at atom `i`.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    match atoms.lex(i) {
        Lex::PartAdjective(part) => adjective(atoms, i, i, part),
        Lex::The => match atoms.lex(i + 1) {
            Lex::PartAdjective(part) => adjective(atoms, i, i + 1, part),
            Lex::PartNoun(part) => noun(atoms, i, i + 1, part),
            _ => None,
        },
        Lex::PartNoun(part) => noun(atoms, i, i, part),
        Lex::Earlier => adverb(atoms, i, Part::Start),
        Lex::Later => adverb(atoms, i, Part::End),
        _ => None,
    }
}

/// `early`, `mid` and `late`, alone or as in `mid-to-late`.
fn adjective(atoms: &Atoms<'_>, first: usize, i: usize, part: Part) -> Option<Expression> {
    let mut at = atoms.after_hyphen(i + 1);
    let mut part = part;
    if atoms.lex(at) == Lex::To
        && let Lex::PartAdjective(to) = atoms.lex(atoms.after_hyphen(at + 1))
    {
        part = to;
        at = atoms.after_hyphen(atoms.after_hyphen(at + 1) + 1);
    }
    // `early in the morning` and `late on Friday` keep the preposition.
    if matches!(atoms.lex(at), Lex::In | Lex::On) {
        at += 1;
    }
    inner(atoms, first, at, part)
}

/// `the end of June`, `the beginning of next week`, `end of the year`
fn noun(atoms: &Atoms<'_>, first: usize, i: usize, part: Part) -> Option<Expression> {
    if atoms.lex(i + 1) != Lex::Of {
        return None;
    }
    let at = i + 2;
    if atoms.lex(at) == Lex::The
        && let Lex::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade)) =
            atoms.lex(at + 1)
    {
        let point = Point::Shift { unit, by: 0 };
        return Some(
            Expression::new(first, at + 2, Meaning::Point(point))
                .modified(Some(part_modifier(part))),
        );
    }
    inner(atoms, first, at, part)
}

/// `earlier this week`, `later today`, `later in the day` without the last.
fn adverb(atoms: &Atoms<'_>, i: usize, part: Part) -> Option<Expression> {
    let at = if matches!(atoms.lex(i + 1), Lex::In | Lex::On) {
        i + 2
    } else {
        i + 1
    };
    inner(atoms, i, at, part)
}

fn inner(atoms: &Atoms<'_>, first: usize, at: usize, part: Part) -> Option<Expression> {
    let found = absolute::read(atoms, at)
        .map(|(expression, _)| expression)
        .or_else(|| deictic::read(atoms, at))
        .or_else(|| seasons::read(atoms, at))
        .or_else(|| years::read(atoms, at))?;
    if matches!(found.meaning, Meaning::Duration { .. }) || found.modifier.is_some() {
        return None;
    }
    Some(Expression {
        first,
        ..found.modified(Some(part_modifier(part)))
    })
}
