//! Lengths of time, and dates a length away: `three days`, `two-year`, `two weeks ago`.
//!
//! *What*: a number and a unit, with what qualifies it before and `ago`, `later`, `earlier`,
//! `before` or `after` behind. *Why*: `two years` is a length, `two years ago` is a date.
//! *Example*: `almost two and a half years` → `P2.5Y`, `APPROX`. `19-year-old` is the length of
//! a life, `P19Y`, and its number an amount as well. *Known misses*: `close to two years`,
//! `one-and-a-half-year`.

use super::{
    super::{
        atoms::{Atoms, Kind},
        lexicon::{Lex, Rel, Unit},
        numbers,
    },
    expression::{Clock, Expression, Meaning, Point},
};

/// The expressions at atom `i`; the second one is the end of `60 to 90 days`.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<(Expression, Option<Expression>)> {
    let (start, modifier) = qualifier(atoms, i);
    let (start, rel) = the_next(atoms, i, start);
    if let Some(found) = bare_plural(atoms, i) {
        return Some((found, None));
    }
    let (amount, next) = amount(atoms, start)?;
    let unit_at = atoms.after_hyphen(next);
    let Some((unit, after)) = unit(atoms, unit_at, amount) else {
        return range(atoms, i, start, next, amount).map(|(a, b)| (a, Some(b)));
    };
    let hyphen = unit_at > next;
    if !atoms.opens(i) || !atoms.opens(start) {
        return None;
    }
    if let Some(last) = age_end(atoms, after) {
        // `a century-old house`: the article is not part of it.
        if atoms.lex(start) == Lex::A && atoms.is_hyphen(after) {
            return None;
        }
        let meaning = Meaning::Age {
            amount: amount?,
            unit,
        };
        let first = if atoms.lex(i) == Lex::The { start } else { i };
        return Some((
            Expression::new(first, last, meaning).modified(modifier),
            None,
        ));
    }
    let (amount, unit) = halved(amount, unit);
    let (amount, after) = match amount {
        Some(value) if !hyphen && and_half(atoms, after) => (Some(value + 0.5), after + 3),
        _ => (amount, after),
    };
    // `three-quarters of the capital`
    if unit == Unit::Quarter && atoms.lex(after) == Lex::Of {
        return None;
    }
    let long = atoms.after_hyphen(after);
    let after = if atoms.is_word(long, "long") && (hyphen || long == after) {
        // `a year-long trial`: the article is not part of it.
        if atoms.lex(start) == Lex::A {
            return None;
        }
        long + 1
    } else if long > after && atoms.is_word(long, "long") {
        return None;
    } else {
        after
    };
    // `the nine months`, but `the two-year deal` without the article.
    if hyphen && atoms.lex(i) == Lex::The && start == i + 1 {
        return None;
    }
    // `24 hours news`, `24/7`: the name of a kind of service.
    if unit == Unit::Hour
        && amount == Some(24.0)
        && matches!(atoms.surface(after), "news" | "channel" | "service")
    {
        return None;
    }
    let duration = Expression::new(i, after, Meaning::Duration { amount, unit }).modified(modifier);
    if hyphen || rel {
        return Some((duration, None));
    }
    Some((anchored(atoms, duration, amount, unit), None))
}

/// `three weeks ago`, `a day later`, `two years before`: the date that a length leads to.
fn anchored(
    atoms: &Atoms<'_>,
    duration: Expression,
    amount: Option<f64>,
    unit: Unit,
) -> Expression {
    let after = duration.last;
    let whole = amount.filter(|amount| amount.fract() == 0.0 && *amount < 10_000.0);
    let (sign, from_reference) = match atoms.lex(after) {
        Lex::Ago => (-1, true),
        Lex::Later | Lex::After => (1, false),
        Lex::Earlier | Lex::Before => (-1, false),
        Lex::From if atoms.is_word(after + 1, "now") => (1, true),
        _ => return duration,
    };
    let last = if atoms.lex(after) == Lex::From {
        after + 2
    } else {
        after + 1
    };
    // `a day after the crash`: the length, measured from an event.
    if matches!(atoms.lex(after), Lex::After | Lex::Before) && atoms.is_any_word(after + 1) {
        return duration;
    }
    let Some(whole) = whole.filter(|_| unit >= Unit::Day) else {
        let meaning = if unit < Unit::Day {
            let day = if from_reference {
                Point::Shift {
                    unit: Unit::Day,
                    by: 0,
                }
            } else {
                Point::FromMentioned {
                    unit: Unit::Day,
                    by: 0,
                }
            };
            Meaning::Time {
                day: Some(day),
                clock: Clock::Open,
            }
        } else {
            Meaning::Vague(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" })
        };
        return Expression::new(duration.first, last, meaning).modified(duration.modifier);
    };
    let by = sign * whole as i32;
    let point = if from_reference {
        Point::Shift { unit, by }
    } else {
        Point::FromMentioned { unit, by }
    };
    Expression::new(duration.first, last, Meaning::Point(point)).modified(duration.modifier)
}

/// What qualifies a length, and the atom after it.
fn qualifier(atoms: &Atoms<'_>, i: usize) -> (usize, Option<&'static str>) {
    match (atoms.lex(i), atoms.lex(i + 1)) {
        (Lex::Approximate, _) => (i + 1, Some("APPROX")),
        (Lex::More, Lex::Than) => (i + 2, Some("MORE_THAN")),
        (Lex::Less, Lex::Than) => (i + 2, Some("LESS_THAN")),
        (Lex::Over, next) if next != Lex::The => (i + 1, Some("MORE_THAN")),
        (Lex::Under, _) => (i + 1, Some("LESS_THAN")),
        (Lex::At, _) if atoms.is_word(i + 1, "least") => (i + 2, Some("EQUAL_OR_MORE")),
        (Lex::At, _) if atoms.is_word(i + 1, "most") => (i + 2, Some("EQUAL_OR_LESS")),
        _ if atoms.is_word(i, "up") && atoms.lex(i + 1) == Lex::To => {
            (i + 2, Some("EQUAL_OR_LESS"))
        }
        _ => (i, None),
    }
}

/// Steps over `the next`, `the last`, `past` before a number.
fn the_next(atoms: &Atoms<'_>, i: usize, start: usize) -> (usize, bool) {
    let the = start == i && atoms.lex(i) == Lex::The;
    let at = if the { i + 1 } else { start };
    match atoms.lex(at) {
        // `the nine months`, `the first six months`
        Lex::Small(_) | Lex::Tens(_) if the => (at, false),
        Lex::Other if the && atoms.is_number(at) => (at, false),
        Lex::Ordinal(1) if the && is_count(atoms, at + 1) => (at + 1, true),
        Lex::Other if the && atoms.is_word(at, "final") && is_count(atoms, at + 1) => {
            (at + 1, true)
        }
        Lex::Rel(
            Rel::Next | Rel::Last | Rel::Past | Rel::Previous | Rel::Coming | Rel::Following,
        ) => (at + 1, true),
        _ => (start, false),
    }
}

/// Whether a number of two or more stands at atom `i`.
fn is_count(atoms: &Atoms<'_>, i: usize) -> bool {
    atoms.is_number(i) || matches!(atoms.lex(i), Lex::Small(2..) | Lex::Tens(_) | Lex::Several)
}

/// `half an hour` is `PT30M`, `half a century` fifty years.
fn halved(amount: Option<f64>, unit: Unit) -> (Option<f64>, Unit) {
    let (parts, smaller) = match unit {
        Unit::Minute => (30.0, Unit::Second),
        Unit::Hour => (30.0, Unit::Minute),
        Unit::Day => (12.0, Unit::Hour),
        Unit::Year => (6.0, Unit::Month),
        Unit::Decade => (5.0, Unit::Year),
        Unit::Century => (50.0, Unit::Year),
        _ => return (amount, unit),
    };
    if amount == Some(0.5) {
        (Some(parts), smaller)
    } else {
        (amount, unit)
    }
}

/// `and a half`, behind the unit.
fn and_half(atoms: &Atoms<'_>, i: usize) -> bool {
    atoms.is_word(i, "and") && atoms.lex(i + 1) == Lex::A && atoms.lex(i + 2) == Lex::Half
}

/// `week-long`, `months-long`, `yearlong`, `decades-old`: a length without a number.
pub(super) fn lasting(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let (unit, amount, last) = match (atoms.lex(i), atoms.surface(i)) {
        (Lex::Unit(unit), _) => (unit, Some(1.0), i + 3),
        (Lex::Units(unit), _) => (unit, None, i + 3),
        (_, "daylong") => (Unit::Day, Some(1.0), i + 1),
        (_, "weeklong") => (Unit::Week, Some(1.0), i + 1),
        (_, "monthlong") => (Unit::Month, Some(1.0), i + 1),
        (_, "yearlong") => (Unit::Year, Some(1.0), i + 1),
        (_, "decadelong") => (Unit::Decade, Some(1.0), i + 1),
        _ => return None,
    };
    let joined =
        last == i + 1 || atoms.is_hyphen(i + 1) && matches!(atoms.surface(i + 2), "long" | "old");
    (joined && atoms.opens(i)).then(|| Expression::new(i, last, Meaning::Duration { amount, unit }))
}

/// The number of units; `Some((None, _))` for `several`.
fn amount(atoms: &Atoms<'_>, i: usize) -> Option<(Option<f64>, usize)> {
    if let Some(number) = numbers::read(atoms, i) {
        // `dozens of hours`
        return Some((Some(number.value), number.next));
    }
    match atoms.lex(i) {
        Lex::A if atoms.lex(i + 1) == Lex::Couple => {
            let of = if atoms.lex(i + 2) == Lex::Of {
                i + 3
            } else {
                i + 2
            };
            Some((Some(2.0), of))
        }
        Lex::A if atoms.lex(i + 1) == Lex::Several => Some((None, i + 2)),
        Lex::A if atoms.lex(i + 1) == Lex::Half => (atoms.is_hyphen(i + 2)
            || matches!(atoms.lex(i + 2), Lex::Unit(_)))
        .then_some((Some(0.5), i + 2)),
        Lex::Half if atoms.lex(i + 1) == Lex::A => Some((Some(0.5), i + 2)),
        Lex::A => Some((Some(1.0), i + 1)),
        Lex::Several => Some((None, i + 1)),
        _ => None,
    }
}

/// The unit at atom `i`, an adjective such as `full` stepped over.
fn unit(atoms: &Atoms<'_>, i: usize, amount: Option<f64>) -> Option<(Unit, usize)> {
    let at = if matches!(
        atoms.surface(i),
        "full"
            | "whole"
            | "more"
            | "consecutive"
            | "straight"
            | "long"
            | "entire"
            | "short"
            | "additional"
            | "further"
            | "other"
            | "business"
            | "working"
            | "calendar"
    ) {
        i + 1
    } else {
        i
    };
    match atoms.lex(at) {
        Lex::Unit(Unit::Quarter | Unit::Weekend) if amount == Some(1.0) => None,
        Lex::Unit(unit) | Lex::Units(unit) => Some((unit, at + 1)),
        Lex::SecondWord if atoms.is_hyphen(at.wrapping_sub(1)) => Some((Unit::Second, at + 1)),
        _ => None,
    }
}

/// `60 to 90 days`, `two or three weeks`: two lengths.
fn range(
    atoms: &Atoms<'_>,
    first: usize,
    start: usize,
    next: usize,
    amount: Option<f64>,
) -> Option<(Expression, Expression)> {
    let linked = atoms.is_dash(next) || matches!(atoms.lex(next), Lex::And | Lex::To);
    let second = numbers::read(atoms, next + 1).filter(|_| linked)?;
    if amount.is_none_or(|from| from >= second.value) || !atoms.opens(start) {
        return None;
    }
    let unit_at = atoms.after_hyphen(second.next);
    let (unit, last) = unit(atoms, unit_at, Some(second.value))?;
    if age_end(atoms, last).is_some() {
        return None;
    }
    let length = |amount| Meaning::Duration { amount, unit };
    Some((
        Expression::new(first, next, length(amount)),
        Expression::new(next + 1, last, length(Some(second.value))),
    ))
}

/// `for years`, `over the years`, `decades ago`, `months of talks`.
fn bare_plural(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let (at, the) = if atoms.lex(i) == Lex::The {
        (i + 1, true)
    } else {
        (i, false)
    };
    let Lex::Units(unit) = atoms.lex(at) else {
        return None;
    };
    let open = match atoms.before(i) {
        Kind::Word(Lex::In | Lex::Over) => true,
        Kind::Word(lex) => {
            let word = atoms.surface(i - 1);
            !the && (matches!(lex, Lex::After | Lex::TimePreposition)
                || matches!(
                    word,
                    "for" | "For" | "within" | "Within" | "takes" | "take" | "took" | "spent"
                ))
        }
        _ => false,
    } || (!the && unit >= Unit::Decade);
    let closed = !the
        && unit >= Unit::Hour
        && (matches!(
            atoms.lex(at + 1),
            Lex::Ago | Lex::Later | Lex::Earlier | Lex::After | Lex::Before
        ) || (atoms.lex(at + 1) == Lex::Of
            && !matches!(
                atoms.before(i),
                Kind::Word(Lex::Other | Lex::Small(_) | Lex::Tens(_)) | Kind::Number { .. }
            )));
    let counted = matches!(
        atoms.lex_before(i),
        Lex::Rel(_)
            | Lex::PartAdjective(_)
            | Lex::Recent
            | Lex::Several
            | Lex::Scale(_)
            | Lex::Dozen
            | Lex::Hundred
    );
    if (!open && !closed) || counted || !atoms.opens(i) {
        return None;
    }
    let duration = Expression::new(i, at + 1, Meaning::Duration { amount: None, unit });
    if the {
        return Some(duration);
    }
    Some(anchored(atoms, duration, None, unit))
}

/// The atom after `old` or `of age`.
fn age_end(atoms: &Atoms<'_>, i: usize) -> Option<usize> {
    let at = atoms.after_hyphen(i);
    if matches!(atoms.surface(at), "old" | "olds") {
        return Some(at + 1);
    }
    (atoms.lex(i) == Lex::Of && atoms.is_word(i + 1, "age")).then_some(i + 2)
}
