//! Dates that lean on the day of writing: `today`, `last week`, `Friday`, `the next day`.
//!
//! *What*: words such as `yesterday`; `this`, `last`, `next` and their like before a unit, a
//! weekday, a month or a season; bare weekdays; `the weekend`, `the day before`, `that time`,
//! `the same month last year`. *Why*: most dates in news are of this kind.
//! *Example* (on Thursday 2023-10-19): `last week` → `2023-W41`. `TODAY` in capitals and `USA
//! Today` are outlets. *Known misses*: `a week on Monday`.

use super::{
    super::{
        atoms::{Atoms, Kind},
        lexicon::{DayPart, Lex, Rel, Unit},
    },
    absolute::month,
    cues::direction,
    expression::{Clock, Direction, Expression, Meaning, Point, Year, shift_of},
};

/// The expression at atom `i`.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let point = match atoms.lex(i) {
        Lex::Today | Lex::Yesterday | Lex::Tomorrow if names_an_outlet(atoms, i) => return None,
        Lex::Today => day_shift(0),
        Lex::Yesterday => day_shift(-1),
        Lex::Tomorrow => day_shift(1),
        Lex::Tonight => {
            return Some(Expression::new(
                i,
                i + 1,
                part(day_shift(0), DayPart::Night),
            ));
        }
        Lex::Weekday(_) | Lex::ShortWeekday(_) => return weekday(atoms, i),
        Lex::Rel(_) => return relative(atoms, i, i),
        Lex::The if matches!(atoms.lex(i + 1), Lex::Rel(_)) => {
            return relative(atoms, i, i + 1);
        }
        Lex::The => return the_unit(atoms, i).or_else(|| the_time(atoms, i)),
        _ => return None,
    };
    Some(with_day_part(atoms, i, i + 1, point))
}

fn day_shift(by: i32) -> Point {
    Point::Shift {
        unit: Unit::Day,
        by,
    }
}

fn part(day: Point, part: DayPart) -> Meaning {
    Meaning::Time {
        day: Some(day),
        clock: Clock::Part(part),
    }
}

/// `Tuesday morning`, `yesterday evening`, `today at noon` without the last.
pub(super) fn with_day_part(
    atoms: &Atoms<'_>,
    first: usize,
    next: usize,
    point: Point,
) -> Expression {
    match atoms.lex(next) {
        Lex::DayPart(day_part) => Expression::new(first, next + 1, part(point, day_part)),
        _ => Expression::new(first, next, Meaning::Point(point)),
    }
}

/// Whether `Today` is part of a name: all capitals among small letters, or a capital after or
/// before another name word.
fn names_an_outlet(atoms: &Atoms<'_>, i: usize) -> bool {
    if atoms.is_shouted(i) {
        // A headline in capitals has more of them than `USA TODAY said`.
        let near = [i.wrapping_sub(2), i.wrapping_sub(1), i + 1, i + 2];
        return near.iter().filter(|&&at| atoms.is_shouted(at)).count() < 2;
    }
    atoms.is_capital(i)
        && !atoms.starts_sentence(i)
        && i > 0
        && atoms.is_capital(i - 1)
        && matches!(atoms.lex(i - 1), Lex::Other | Lex::The)
}

/// `the weekend`, `the day before`, `the year previous`, `the day after tomorrow`, `the
/// year-earlier period`.
fn the_unit(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let Lex::Unit(unit) = atoms.lex(i + 1) else {
        return None;
    };
    let shift = match atoms.lex(i + 2) {
        Lex::Before | Lex::Earlier | Lex::Rel(Rel::Previous) => -1,
        Lex::After | Lex::Later => 1,
        _ if unit == Unit::Weekend && !atoms.is_hyphen(i + 2) => {
            let point = Point::Weekend(direction(atoms, i, i + 2));
            return Some(Expression::new(i, i + 2, Meaning::Point(point)));
        }
        _ => {
            return year_earlier(atoms, i + 1).map(|found| Expression { first: i, ..found });
        }
    };
    if unit < Unit::Day {
        return None;
    }
    match (atoms.lex(i + 3), unit, shift) {
        (Lex::Yesterday, Unit::Day, -1) => {
            return Some(Expression::new(i, i + 4, Meaning::Point(day_shift(-2))));
        }
        (Lex::Tomorrow, Unit::Day, 1) => {
            return Some(Expression::new(i, i + 4, Meaning::Point(day_shift(2))));
        }
        _ => {}
    }
    // `the week before last`
    let twice = matches!(
        (shift, atoms.lex(i + 3)),
        (-1, Lex::Rel(Rel::Last)) | (1, Lex::Rel(Rel::Next))
    );
    if twice && !matches!(atoms.lex(i + 4), Lex::Unit(_) | Lex::Weekday(_)) {
        let point = Point::Shift {
            unit,
            by: 2 * shift,
        };
        return Some(Expression::new(i, i + 4, Meaning::Point(point)));
    }
    // `the day before the vote` counts from an event.
    let to_event = matches!(atoms.lex(i + 2), Lex::Before | Lex::After);
    if to_event && atoms.is_any_word(i + 3) {
        return None;
    }
    let point = Point::FromMentioned { unit, by: shift };
    Some(Expression::new(i, i + 3, Meaning::Point(point)))
}

/// `at the time`, where nothing says of what.
fn the_time(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let ends = matches!(atoms.kind(i + 2), Kind::Mark(_)) || atoms.lex(i + 2) == Lex::And;
    (atoms.lex_before(i) == Lex::At && atoms.is_word(i + 1, "time") && ends)
        .then(|| Expression::new(i, i + 2, Meaning::Point(Point::Mentioned)))
}

/// `year-earlier`, `year-ago quarter`, `month-ago`: the same time a unit before.
pub(super) fn year_earlier(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let Lex::Unit(unit @ (Unit::Year | Unit::Month | Unit::Week)) = atoms.lex(i) else {
        return None;
    };
    if !atoms.is_hyphen(i + 1) || !matches!(atoms.lex(i + 2), Lex::Earlier | Lex::Ago) {
        return None;
    }
    let last = match atoms.lex(i + 3) {
        Lex::Unit(Unit::Quarter | Unit::Month | Unit::Week) => i + 4,
        _ if atoms.is_word(i + 3, "period") => i + 4,
        _ => i + 3,
    };
    let point = if unit == Unit::Year {
        Point::SameIn(-1)
    } else {
        Point::FromMentioned { unit, by: -1 }
    };
    Some(Expression::new(i, last, Meaning::Point(point)))
}

/// `that time`, `the same period`, `the same month a year ago`, after the word at `i`.
fn same_time(atoms: &Atoms<'_>, first: usize, i: usize, rel: Rel) -> Option<Expression> {
    let noun = i + 1;
    let unit = matches!(
        atoms.lex(noun),
        Lex::Unit(Unit::Day | Unit::Week | Unit::Month | Unit::Quarter)
    );
    let period = matches!(atoms.surface(noun), "time" | "period" | "date");
    if rel == Rel::Same && (unit || period) {
        let at = match atoms.lex(noun + 1) {
            Lex::Of | Lex::In => noun + 2,
            _ => noun + 1,
        };
        let year = match (atoms.lex(at), atoms.lex(at + 1), atoms.lex(at + 2)) {
            (Lex::A, Lex::Unit(Unit::Year), Lex::Ago | Lex::Earlier | Lex::Before) => Some(at + 3),
            (Lex::Rel(Rel::Last), Lex::Unit(Unit::Year), _) => Some(at + 2),
            (Lex::The, Lex::Rel(Rel::Previous), Lex::Unit(Unit::Year)) => Some(at + 3),
            _ => None,
        };
        if let Some(last) = year {
            return Some(Expression::new(
                first,
                last,
                Meaning::Point(Point::SameIn(-1)),
            ));
        }
    }
    let timed = matches!(
        atoms.lex_before(first),
        Lex::At | Lex::By | Lex::In | Lex::From | Lex::TimePreposition | Lex::Before | Lex::After
    );
    // `at the same time` joins sentences more often than it dates them.
    let joins = rel == Rel::Same && atoms.is_word(noun, "time");
    (period && timed && !joins && matches!(rel, Rel::That | Rel::This | Rel::Same))
        .then(|| Expression::new(first, noun + 1, Meaning::Point(Point::Mentioned)))
}

/// A bare weekday: the nearest past one, or the next one where the clause looks ahead.
fn weekday(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let (day, mut next) = match atoms.lex(i) {
        Lex::Weekday(day) if atoms.is_capital(i) => (day, i + 1),
        Lex::ShortWeekday(day)
            if atoms.is_capital(i)
                && !atoms.is_capital(i + 1)
                && matches!(
                    atoms.lex_before(i),
                    Lex::On | Lex::Rel(Rel::Last | Rel::Next)
                ) =>
        {
            (day, i + 1)
        }
        _ => return None,
    };
    // `Black Friday`, `Sunday Times`, `Sheffield Wednesday`: names.
    if atoms.is_capital(next)
        && atoms.lex(next) == Lex::Other
        && !matches!(atoms.lex_before(i), Lex::On)
        && !atoms.is_shouted(next)
        && atoms.lex_before(i) == Lex::The
    {
        return None;
    }
    let mut week = None;
    let of = if atoms.lex(next) == Lex::Of {
        next + 1
    } else {
        next
    };
    if let Lex::Rel(rel @ (Rel::This | Rel::Last | Rel::Next)) = atoms.lex(of)
        && atoms.lex(of + 1) == Lex::Unit(Unit::Week)
    {
        week = i16::try_from(shift_of(rel).0).ok();
        next = of + 2;
    }
    let point = Point::Weekday {
        weekday: day.cast_signed(),
        direction: direction(atoms, i, next),
        week,
    };
    Some(with_day_part(atoms, i, next, point))
}

/// `this week`, `last Friday`, `next May`, `the previous year`, `last summer`; `first` is the
/// article or the word itself.
fn relative(atoms: &Atoms<'_>, first: usize, i: usize) -> Option<Expression> {
    let Lex::Rel(rel) = atoms.lex(i) else {
        return None;
    };
    if let Some(found) = same_time(atoms, first, i, rel) {
        return Some(found);
    }
    let (by, from_reference) = shift_of(rel);
    // `this last week` and `this past weekend`
    let (i, by) = match (rel, atoms.lex(i + 1)) {
        (Rel::This, Lex::Rel(Rel::Past | Rel::Last)) => (i + 1, -1),
        (Rel::This, Lex::Rel(Rel::Coming | Rel::Next)) => (i + 1, 1),
        _ => (i, by),
    };
    // `this very day`, `the same calendar year`
    let noun = if matches!(
        atoms.surface(i + 1),
        "very" | "calendar" | "fiscal" | "financial"
    ) || (rel == Rel::That && atoms.lex(i + 1) == Lex::Rel(Rel::Same))
    {
        i + 2
    } else {
        i + 1
    };
    let needs_article =
        matches!(rel, Rel::Previous | Rel::Same | Rel::Current) || (rel == Rel::Coming && by == 1);
    if needs_article && first == i {
        return None;
    }
    let the = first < i && atoms.lex(first) == Lex::The;
    match atoms.lex(noun) {
        Lex::Unit(unit) => {
            if unit < Unit::Day {
                return None;
            }
            // `the past year` and `the past decade` are lengths, `last year` is a year.
            if rel == Rel::Past && by == -1 && first + 1 == i || rel == Rel::Past && the {
                return Some(Expression::new(
                    first,
                    noun + 1,
                    Meaning::Duration {
                        amount: Some(1.0),
                        unit,
                    },
                ));
            }
            let point = if !from_reference || (the && unit == Unit::Day) {
                Point::FromMentioned { unit, by }
            } else {
                Point::Shift { unit, by }
            };
            let last = noun + 1;
            Some(with_day_part(atoms, first, last, point))
        }
        Lex::DayPart(day_part) if rel != Rel::Current => {
            let point = if from_reference && matches!(rel, Rel::This | Rel::Last) {
                day_shift(by)
            } else {
                Point::FromMentioned {
                    unit: Unit::Day,
                    by,
                }
            };
            Some(Expression::new(first, noun + 1, part(point, day_part)))
        }
        Lex::Weekday(day) if from_reference || rel == Rel::Following => {
            let (direction, week) = match by {
                0 => (Direction::Future, Some(0)),
                -1 => (Direction::StrictlyPast, None),
                _ => (Direction::StrictlyFuture, None),
            };
            let point = Point::Weekday {
                weekday: day.cast_signed(),
                direction,
                week,
            };
            Some(with_day_part(atoms, first, noun + 1, point))
        }
        Lex::Season(season)
            if from_reference && matches!(rel, Rel::This | Rel::Last | Rel::Next) =>
        {
            let year = Year::Shift(i16::try_from(by).ok()?);
            Some(Expression::new(
                first,
                noun + 1,
                Meaning::Point(Point::Season { year, season }),
            ))
        }
        Lex::Month(_) | Lex::WeakMonth(_) | Lex::ShortMonth(_)
            if atoms.is_capital(noun) && from_reference && (!the || rel == Rel::Previous) =>
        {
            let (month, next) = month(atoms, noun)?;
            // `last May 3` is a day.
            if atoms.plain(next).is_some_and(|(_, len)| len <= 2) {
                return None;
            }
            let (year, direction) = match by {
                0 => (Year::Shift(0), Direction::Unknown),
                -1 => (Year::Unknown, Direction::StrictlyPast),
                _ => (Year::Unknown, Direction::StrictlyFuture),
            };
            Some(Expression::new(
                first,
                next,
                Meaning::Point(Point::Month {
                    year,
                    month,
                    direction,
                }),
            ))
        }
        _ => None,
    }
}
