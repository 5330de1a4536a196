//! Quarters, halves, weeks of a month, seasons and feasts: `Q3 2023`, `the first half of
//! 2022`, `the last week of March`, `summer 2024`, `Christmas Eve`.
//!
//! *What*: parts of a year that have a name. *Why*: business news counts in quarters. *Example*
//! (in 2009): `the third quarter of this year` → `2009-Q3`. `Summer Olympics` and `fall of
//! Kabul` are none. *Known misses*: feasts of other calendars, such as Eid.

use super::{
    super::{
        atoms::Atoms,
        lexicon::{Lex, Rel, Season, Unit},
        numbers::ordinal,
    },
    absolute::{month, year_after},
    deictic::with_day_part,
    expression::{Direction, Expression, Meaning, Point, Year},
};
use crate::shapes::Shapes;

/// The expression at atom `i`, an article included.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let the = atoms.lex(i) == Lex::The;
    let at = if the { i + 1 } else { i };
    let fiscal = matches!(atoms.surface(at), "fiscal" | "Fiscal");
    let part = if fiscal { at + 1 } else { at };
    if let Some((point, last)) = quarter(atoms, part).or_else(|| week_of_month(atoms, part)) {
        return Some(Expression::new(i, last, Meaning::Point(point)));
    }
    if let Some((point, last)) = season(atoms, at, the) {
        return Some(Expression::new(i, last, Meaning::Point(point)));
    }
    let (point, last) = feast(atoms, at).filter(|_| !the)?;
    Some(with_day_part(atoms, i, last, point))
}

/// `Q3 2023`, `third quarter of last year`, `first half of 2022`, `H1`
fn quarter(atoms: &Atoms<'_>, i: usize) -> Option<(Point, usize)> {
    let (number, half, mut last) = if matches!(atoms.surface(i), "Q" | "H") {
        let (number, 1) = atoms.plain(i + 1).filter(|_| atoms.glued(i + 1))? else {
            return None;
        };
        // `H1N1`
        if atoms.glued(i + 2) && (atoms.is_any_word(i + 2) || atoms.is_number(i + 2)) {
            return None;
        }
        (number, atoms.is_word(i, "h"), i + 2)
    } else {
        let (number, next) = if matches!(atoms.surface(i), "final" | "latter")
            || atoms.lex(i) == Lex::Rel(Rel::Last)
        {
            (0, i + 1)
        } else {
            ordinal(atoms, i)?
        };
        let at = atoms.after_hyphen(next);
        match atoms.lex(at) {
            // `last quarter` leans on the day of writing.
            Lex::Unit(Unit::Quarter)
                if number > 0 || atoms.lex(i) == Lex::Other || atoms.lex(at + 1) == Lex::Of =>
            {
                (if number == 0 { 4 } else { number }, false, at + 1)
            }
            Lex::Half if atoms.lex(at + 1) == Lex::Of || of_business(atoms, next, at + 1) => {
                (if number == 0 { 2 } else { number }, true, at + 1)
            }
            _ => return None,
        }
    };
    if number == 0 || number > if half { 2 } else { 4 } {
        return None;
    }
    let year = if let Some((year, next)) = year_after(atoms, last) {
        last = next;
        year
    } else if atoms.lex(last) == Lex::Of
        && atoms.lex(last + 1) == Lex::The
        && atoms.is_word(last + 2, "year")
    {
        last += 3;
        Year::Shift(0)
    } else if half && atoms.lex(last) == Lex::Of {
        return None; // `the first half of the match`
    } else {
        Year::Unknown
    };
    let number = i8::try_from(number).ok()?;
    let point = if half {
        Point::Half { year, half: number }
    } else {
        Point::Quarter {
            year,
            quarter: number,
        }
    };
    Some((point, last))
}

/// `first-half profit`, which is no half of a match.
fn of_business(atoms: &Atoms<'_>, hyphen: usize, i: usize) -> bool {
    atoms.is_hyphen(hyphen)
        && matches!(
            atoms.surface(i),
            "profit"
                | "profits"
                | "net"
                | "earnings"
                | "results"
                | "sales"
                | "revenue"
                | "revenues"
                | "loss"
                | "losses"
                | "income"
                | "figures"
        )
}

/// The year's quarter or half behind `'s`: `last year's third quarter`, `2012's first quarter`.
pub(super) fn of_year(atoms: &Atoms<'_>, year: Expression) -> Expression {
    let at = year.last;
    let given = match year.meaning {
        Meaning::Point(Point::Year(given)) => given,
        Meaning::Point(Point::Shift {
            unit: Unit::Year,
            by,
        }) => match i16::try_from(by) {
            Ok(by) => Year::Shift(by),
            Err(_) => return year,
        },
        _ => return year,
    };
    if !atoms.is_apostrophe(at) || !atoms.is_word(at + 1, "s") {
        return year;
    }
    match quarter(atoms, at + 2) {
        Some((
            Point::Quarter {
                year: Year::Unknown,
                quarter,
            },
            last,
        )) => Expression {
            last,
            meaning: Meaning::Point(Point::Quarter {
                year: given,
                quarter,
            }),
            ..year
        },
        _ => year,
    }
}

/// `last week of March`, `first week of June 2021`
fn week_of_month(atoms: &Atoms<'_>, i: usize) -> Option<(Point, usize)> {
    let (week, next) = match atoms.lex(i) {
        Lex::Rel(Rel::Last) => (0, i + 1),
        _ => ordinal(atoms, i).filter(|&(nth, _)| (1..=5).contains(&nth))?,
    };
    if atoms.lex(next) != Lex::Unit(Unit::Week) || atoms.lex(next + 1) != Lex::Of {
        return None;
    }
    let (month, after) = month(atoms, next + 2).filter(|_| atoms.is_capital(next + 2))?;
    let (year, last) = year_after(atoms, after).unwrap_or((Year::Unknown, after));
    let week = i8::try_from(week).ok()?;
    Some((Point::WeekOfMonth { week, month, year }, last))
}

fn season(atoms: &Atoms<'_>, i: usize, the: bool) -> Option<(Point, usize)> {
    let Lex::Season(season) = atoms.lex(i) else {
        return None;
    };
    if let Some((year, last)) = year_after(atoms, i + 1) {
        return Some((Point::Season { year, season }, last));
    }
    let before = if the {
        atoms.lex_before(i - 1)
    } else {
        atoms.lex_before(i)
    };
    let timed = matches!(
        before,
        Lex::In | Lex::TimePreposition | Lex::By | Lex::PartAdjective(_)
    ) || the && (before == Lex::Over || atoms.is_word(i.wrapping_sub(2), "for"));
    // Common words: `a fall of 3%`, `hot spring`, `spring rolls`; names: `Summer Olympics`.
    let common = matches!(season, Season::Spring | Season::Autumn) && !atoms.is_word(i, "autumn");
    let named = atoms.is_capital(i) && (atoms.is_capital(i + 1) || !timed);
    if named
        || atoms.lex(i + 1) == Lex::Of
        || (common
            && !(the && atoms.lex(i + 1) == Lex::And && matches!(atoms.lex(i + 2), Lex::Season(_)))
            && (!timed || !(the || before == Lex::In || before == Lex::By)))
        || (!timed && the && common && atoms.lex(i + 1) != Lex::And)
        || atoms.lex_before(i) == Lex::A
        || !(timed || the) && atoms.is_lower(i + 1) && atoms.lex(i + 1) == Lex::Other
        || !the && atoms.is_hyphen(i.wrapping_sub(1))
    {
        return None;
    }
    Some((
        Point::Season {
            year: Year::Unknown,
            season,
        },
        i + 1,
    ))
}

/// How a feast is found in a year.
#[derive(Clone, Copy)]
enum Feast {
    /// Month and day.
    Fixed(i8, i8),
    /// Month, weekday and which one, 0 for the last.
    Nth(i8, i8, i8),
    /// The Sunday that `easter` works out.
    Easter,
}

/// Feasts by their words; an apostrophe and the `s` behind it are left out. The longer name
/// stands first.
const FEASTS: &[(&[&str], Feast)] = &[
    (&["Christmas", "Eve"], Feast::Fixed(12, 24)),
    (&["Christmas", "Day"], Feast::Fixed(12, 25)),
    (&["Christmas"], Feast::Fixed(12, 25)),
    (&["Boxing", "Day"], Feast::Fixed(12, 26)),
    (&["New", "Year", "Eve"], Feast::Fixed(12, 31)),
    (&["New", "Year", "Day"], Feast::Fixed(1, 1)),
    (&["Valentine", "Day"], Feast::Fixed(2, 14)),
    (&["May", "Day"], Feast::Fixed(5, 1)),
    (&["Bastille", "Day"], Feast::Fixed(7, 14)),
    (&["Halloween"], Feast::Fixed(10, 31)),
    (&["Armistice", "Day"], Feast::Fixed(11, 11)),
    (&["Veterans", "Day"], Feast::Fixed(11, 11)),
    (&["Easter", "Sunday"], Feast::Easter),
    (&["Easter"], Feast::Easter),
    (&["Thanksgiving", "Day"], Feast::Nth(11, 4, 4)),
    (&["Thanksgiving"], Feast::Nth(11, 4, 4)),
    (&["Memorial", "Day"], Feast::Nth(5, 1, 0)),
    (&["Labor", "Day"], Feast::Nth(9, 1, 1)),
    (&["Columbus", "Day"], Feast::Nth(10, 1, 2)),
    (&["Presidents", "Day"], Feast::Nth(2, 1, 3)),
    (&["Martin", "Luther", "King", "Day"], Feast::Nth(1, 1, 3)),
    (&["Mother", "Day"], Feast::Nth(5, 7, 2)),
    (&["Father", "Day"], Feast::Nth(6, 7, 3)),
];

/// The first words of feasts.
static FIRST_WORDS: Shapes = {
    let mut shapes = Shapes::of(&[]);
    let mut at = 0;
    while at < FEASTS.len() {
        shapes.insert(FEASTS[at].0[0]);
        at += 1;
    }
    shapes
};

/// Feasts on a fixed day, on a weekday of a month, and Easter.
fn feast(atoms: &Atoms<'_>, i: usize) -> Option<(Point, usize)> {
    if !atoms.is_capital(i)
        || atoms.lex(i) != Lex::Other && !matches!(atoms.lex(i), Lex::WeakMonth(5))
    {
        return None;
    }
    let first = atoms.surface(i);
    if !FIRST_WORDS.may_hold(first) {
        return None;
    }
    let (words, feast, next) = FEASTS
        .iter()
        .filter(|(words, _)| words.first() == Some(&first))
        .find_map(|(words, feast)| Some((words, feast, words_after(atoms, i, words)?)))?;
    // `Christmas Island`, `Easter Rising`: names.
    if words.len() == 1 && atoms.is_capital(next) {
        return None;
    }
    let (year, last) = year_after(atoms, next).unwrap_or((Year::Unknown, next));
    let point = match *feast {
        Feast::Fixed(month, day) => Point::Day {
            year,
            month,
            day,
            direction: Direction::Unknown,
        },
        Feast::Nth(month, weekday, nth) => Point::NthWeekday {
            month,
            weekday,
            nth,
            year,
        },
        Feast::Easter => Point::Easter { year },
    };
    Some((point, last))
}

/// The atom after the words of a name, `'s` stepped over.
fn words_after(atoms: &Atoms<'_>, i: usize, words: &[&str]) -> Option<usize> {
    let mut at = i;
    for (k, word) in words.iter().enumerate() {
        if k > 0 && atoms.is_apostrophe(at) {
            at += if atoms.is_word(at + 1, "s") { 2 } else { 1 };
        }
        if atoms.surface(at) != *word {
            return None;
        }
        at += 1;
    }
    Some(at)
}
