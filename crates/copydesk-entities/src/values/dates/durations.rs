//! Lengths of time, and dates a length away: `three days`, `two-year`, `two weeks ago`.
//!
//! *What*: a number and a unit, with what qualifies it before and `ago`, `later`, `earlier`,
//! `before` or `after` behind. *Why*: `two years` is a length, `two years ago` is a date.
//! *Example*: `almost two and a half years` → `P2.5Y`, `APPROX`. `19-year-old` is an age and
//! left to the amounts. *Known misses*: `a year and a half`, `one-and-a-half-year`.

use super::{
    super::{
        atoms::{Atoms, Kind},
        lexicon::{Lex, Rel, Unit},
        numbers,
    },
    expression::{Expression, Meaning, Point},
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
    if is_age(atoms, after) || !atoms.opens(i) || !atoms.opens(start) {
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
        let value = match (from_reference, sign) {
            (true, -1) => "PAST_REF",
            (true, _) => "FUTURE_REF",
            _ if unit < Unit::Day => return duration,
            (false, -1) => "PAST_REF",
            (false, _) => "FUTURE_REF",
        };
        return Expression::new(duration.first, last, Meaning::Vague(value))
            .modified(duration.modifier);
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
    let at = if start == i && atoms.lex(i) == Lex::The {
        i + 1
    } else {
        start
    };
    match atoms.lex(at) {
        Lex::Rel(
            Rel::Next | Rel::Last | Rel::Past | Rel::Previous | Rel::Coming | Rel::Following,
        ) => (at + 1, true),
        _ => (start, false),
    }
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
    if is_age(atoms, last) {
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
                || matches!(word, "for" | "within" | "takes" | "take" | "took" | "spent"))
        }
        _ => false,
    };
    let closed = !the
        && unit >= Unit::Hour
        && (matches!(atoms.lex(at + 1), Lex::Ago | Lex::Later | Lex::Earlier)
            || (atoms.lex(at + 1) == Lex::Of
                && !matches!(
                    atoms.before(i),
                    Kind::Word(Lex::Other) | Kind::Number { .. }
                )));
    let counted = matches!(
        atoms.lex_before(i),
        Lex::Rel(_) | Lex::Recent | Lex::Several | Lex::Scale(_) | Lex::Dozen | Lex::Hundred
    );
    if (!open && !closed) || counted {
        return None;
    }
    let duration = Expression::new(i, at + 1, Meaning::Duration { amount: None, unit });
    if the {
        return Some(duration);
    }
    Some(anchored(atoms, duration, None, unit))
}

/// Whether `old` or `of age` follows.
fn is_age(atoms: &Atoms<'_>, i: usize) -> bool {
    let at = atoms.after_hyphen(i);
    matches!(atoms.surface(at), "old" | "olds")
        || (atoms.lex(i) == Lex::Of && atoms.is_word(i + 1, "age"))
}
