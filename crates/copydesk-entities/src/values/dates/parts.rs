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
    seasons, times, years,
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
        Lex::Other => midyear(atoms, i),
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
        if let Some(found) = the_unit(atoms, first, at, part) {
            return Some(found);
        }
    }
    inner(atoms, first, at, part)
}

/// `later in [the year]`
fn the_unit(atoms: &Atoms<'_>, first: usize, at: usize, part: Part) -> Option<Expression> {
    let (Lex::The, Lex::Unit(unit)) = (atoms.lex(at), atoms.lex(at + 1)) else {
        return None;
    };
    let point = Point::FromMentioned { unit, by: 0 };
    (unit >= Unit::Day).then(|| {
        Expression::new(first, at + 2, Meaning::Point(point)).modified(Some(part_modifier(part)))
    })
}

/// `midyear`
fn midyear(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let unit = match atoms.surface(i) {
        "midweek" => Unit::Week,
        "midmonth" => Unit::Month,
        "midyear" => Unit::Year,
        _ => return None,
    };
    let meaning = Meaning::Point(Point::Shift { unit, by: 0 });
    Some(Expression::new(i, i + 1, meaning).modified(Some(part_modifier(Part::Mid))))
}

/// `year-end`, `year-end 2012`
pub(super) fn year_end(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let Lex::Unit(unit @ (Unit::Month | Unit::Quarter | Unit::Year)) = atoms.lex(i) else {
        return None;
    };
    // `at month's end`
    if atoms.is_apostrophe(i + 1) && atoms.is_word(i + 2, "s") && atoms.is_word(i + 3, "end") {
        let meaning = Meaning::Point(Point::FromMentioned { unit, by: 0 });
        return Some(Expression::new(i, i + 4, meaning).modified(Some(part_modifier(Part::End))));
    }
    if !atoms.is_hyphen(i + 1) || !atoms.is_word(i + 2, "end") {
        return None;
    }
    let (point, last) = match absolute::year_after(atoms, i + 3) {
        Some((year, last)) if unit == Unit::Year => (Point::Year(year), last),
        _ => (Point::Shift { unit, by: 0 }, i + 3),
    };
    Some(Expression::new(i, last, Meaning::Point(point)).modified(Some(part_modifier(Part::End))))
}

/// `the entire year`, `the rest of the week`, `the fiscal year`
pub(super) fn rest(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let whole = |unit| Point::FromMentioned { unit, by: 0 };
    // `for the year`, `during the week`
    if let Lex::Unit(unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year)) =
        atoms.lex(i + 1)
    {
        let spent = i > 0 && matches!(atoms.surface(i - 1), "for" | "For" | "during" | "During");
        let ends = !atoms.is_any_word(i + 2) && !atoms.is_hyphen(i + 2)
            || matches!(
                atoms.lex(i + 2),
                Lex::And | Lex::To | Lex::In | Lex::PastCue
            )
            || matches!(atoms.surface(i + 2), "ended" | "ending");
        return (spent && ends && atoms.is_lower(i + 1))
            .then(|| Expression::new(i, i + 2, Meaning::Point(whole(unit))));
    }
    match (atoms.surface(i + 1), atoms.lex(i + 2)) {
        ("entire" | "whole" | "full" | "fiscal", Lex::Unit(unit @ (Unit::Month | Unit::Year))) => {
            Some(Expression::new(i, i + 3, Meaning::Point(whole(unit))))
        }
        // In a report of today the latest week is the one that is over.
        ("latest", Lex::Unit(unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year))) => {
            let point = Point::Shift { unit, by: -1 };
            Some(Expression::new(i, i + 3, Meaning::Point(point)))
        }
        ("rest" | "remainder", Lex::Of) => match (atoms.lex(i + 3), atoms.lex(i + 4)) {
            (Lex::The, Lex::Unit(unit)) if unit >= Unit::Day => {
                Some(Expression::new(i, i + 5, Meaning::Point(whole(unit))))
            }
            (Lex::The, _) => None,
            _ => inner(atoms, i, i + 3, Part::End),
        },
        _ => None,
    }
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
    the_unit(atoms, i, at, part)
        .filter(|_| at == i + 2)
        .or_else(|| inner(atoms, i, at, part))
}

fn inner(atoms: &Atoms<'_>, first: usize, at: usize, part: Part) -> Option<Expression> {
    let found = absolute::read(atoms, at)
        .map(|(expression, _)| expression)
        .or_else(|| deictic::read(atoms, at))
        .or_else(|| seasons::read(atoms, at))
        .or_else(|| years::read(atoms, at))
        .or_else(|| times::read(atoms, at))?;
    if matches!(found.meaning, Meaning::Duration { .. }) || found.modifier.is_some() {
        return None;
    }
    Some(Expression {
        first,
        ..found.modified(Some(part_modifier(part)))
    })
}
