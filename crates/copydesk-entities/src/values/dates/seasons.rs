//! Quarters, halves, weeks of a month, seasons and feasts: `Q3 2023`, `the first half of
//! 2022`, `the last week of March`, `summer 2024`, `Christmas Eve`.
//!
//! *What*: parts of a year that have a name. *Why*: business news counts in quarters. *Example*
//! (in 2009): `the third quarter of this year` → `2009-Q3`. `Summer Olympics` and `fall of
//! Kabul` are none. *Known misses*: moving feasts other than Easter and Thanksgiving.

use super::{
    super::{
        atoms::Atoms,
        lexicon::{Lex, Rel, Season, Unit},
        numbers::ordinal,
    },
    absolute::{month, year_after},
    expression::{Direction, Expression, Meaning, Point, Year},
};

/// The expression at atom `i`, an article included.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let the = atoms.lex(i) == Lex::The;
    let at = if the { i + 1 } else { i };
    let (point, last) = quarter(atoms, at)
        .or_else(|| week_of_month(atoms, at))
        .or_else(|| season(atoms, at, the))
        .or_else(|| feast(atoms, at).filter(|_| !the))?;
    Some(Expression::new(i, last, Meaning::Point(point)))
}

/// `Q3 2023`, `third quarter of last year`, `first half of 2022`, `H1`
fn quarter(atoms: &Atoms<'_>, i: usize) -> Option<(Point, usize)> {
    let (number, half, mut last) = if matches!(atoms.surface(i), "Q" | "H") {
        let (number, 1) = atoms.plain(i + 1).filter(|_| atoms.glued(i + 1))? else {
            return None;
        };
        (number, atoms.is_word(i, "h"), i + 2)
    } else {
        let (number, next) = if atoms.is_word(i, "final") || atoms.lex(i) == Lex::Rel(Rel::Last) {
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
            Lex::Half if atoms.lex(at + 1) == Lex::Of => {
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
    );
    // Common words: `a fall of 3%`, `hot spring`, `spring rolls`; names: `Summer Olympics`.
    let common = matches!(season, Season::Spring | Season::Autumn) && !atoms.is_word(i, "autumn");
    let named = atoms.is_capital(i) && (atoms.is_capital(i + 1) || !timed);
    if named
        || atoms.lex(i + 1) == Lex::Of
        || (common && (!timed || !(the || before == Lex::In || before == Lex::By)))
        || (!timed && the)
        || atoms.lex_before(i) == Lex::A
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

/// Feasts on a fixed day, Easter, and Thanksgiving in the United States.
fn feast(atoms: &Atoms<'_>, i: usize) -> Option<(Point, usize)> {
    if !atoms.is_capital(i)
        || atoms.lex(i) != Lex::Other && !matches!(atoms.lex(i), Lex::WeakMonth(5))
    {
        return None;
    }
    let fixed = |month, day, last| {
        let (year, last) = year_after(atoms, last).unwrap_or((Year::Unknown, last));
        let point = Point::Day {
            year,
            month,
            day,
            direction: Direction::Unknown,
        };
        (point, last)
    };
    let next_is = |word| atoms.is_word(i + 1, word);
    let named = atoms.is_capital(i + 1);
    Some(match atoms.surface(i) {
        "Christmas" if next_is("Eve") => fixed(12, 24, i + 2),
        "Christmas" if next_is("Day") => fixed(12, 25, i + 2),
        "Christmas" if !named => fixed(12, 25, i + 1),
        "Boxing" if next_is("Day") => fixed(12, 26, i + 2),
        "Halloween" if !named => fixed(10, 31, i + 1),
        "May" if next_is("Day") => fixed(5, 1, i + 2),
        "New" if next_is("Year") && atoms.is_apostrophe(i + 2) && atoms.is_word(i + 3, "s") => {
            if atoms.is_word(i + 4, "Eve") {
                fixed(12, 31, i + 5)
            } else if atoms.is_word(i + 4, "Day") {
                fixed(1, 1, i + 5)
            } else {
                return None;
            }
        }
        "Easter" if !named || next_is("Sunday") => {
            let last = if named { i + 2 } else { i + 1 };
            let (year, last) = year_after(atoms, last).unwrap_or((Year::Unknown, last));
            (Point::Easter { year }, last)
        }
        "Thanksgiving" if !named || next_is("Day") => {
            let last = if named { i + 2 } else { i + 1 };
            let (year, last) = year_after(atoms, last).unwrap_or((Year::Unknown, last));
            let point = Point::NthWeekday {
                month: 11,
                weekday: 4,
                nth: 4,
                year,
            };
            (point, last)
        }
        _ => return None,
    })
}
