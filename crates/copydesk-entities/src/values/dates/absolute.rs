//! Dates with a month: `September 12, 2023`, `12 September`, `Sept. 13`, `September 2023`.
//!
//! *What*: a month name with the day and year around it, and a weekday before it. *Why*: the
//! commonest full dates of news. *Example*: `Friday, 12 May 2023` → `2023-05-12`. A range
//! such as `May 3–5` gives two dates. May and March need a day, a year or a word before them
//! that only a time follows. *Known misses*: `12th inst.`, roman numerals, other languages.

use super::{
    super::{
        atoms::{Atoms, Kind},
        lexicon::{Lex, Rel, Unit},
        numbers::ordinal,
    },
    cues::direction,
    expression::{Direction, Expression, Meaning, Point, Year},
};

/// A month word and the atom after it, its full stop included.
pub(super) fn month(atoms: &Atoms<'_>, i: usize) -> Option<(i8, usize)> {
    let (month, next) = match atoms.lex(i) {
        Lex::Month(month) | Lex::WeakMonth(month) => (month, i + 1),
        Lex::ShortMonth(month) if atoms.is_capital(i) => {
            let dotted = atoms.is_mark(i + 1, '.') && atoms.glued(i + 1);
            (month, if dotted { i + 2 } else { i + 1 })
        }
        _ => return None,
    };
    Some((month.cast_signed(), next))
}

/// A day of a month in digits, with or without `th`, and the atom after it.
fn day(atoms: &Atoms<'_>, i: usize) -> Option<(i8, usize)> {
    let (value, len) = atoms.plain(i)?;
    if len > 2 || !(1..=31).contains(&value) {
        return None;
    }
    // `10:30`, `5%`, `12km` are not days.
    let next = ordinal(atoms, i).map_or(i + 1, |(_, next)| next);
    if next == i + 1 && atoms.glued(next) && (atoms.is_any_word(next) || atoms.is_mark(next, '%')) {
        return None;
    }
    if atoms.is_mark(next, ':') && atoms.glued(next) && atoms.is_number(next + 1) {
        return None;
    }
    Some((i8::try_from(value).ok()?, next))
}

/// The year of a date, with its comma or `of`.
pub(super) fn year_after(atoms: &Atoms<'_>, i: usize) -> Option<(Year, usize)> {
    let at = if atoms.is_mark(i, ',') || atoms.lex(i) == Lex::Of || atoms.is_hyphen(i) {
        i + 1
    } else {
        i
    };
    if let Some((value, 4)) = atoms.plain(at).filter(|_| !atoms.is_mark(i, ',') || at > i)
        && (1000..=2999).contains(&value)
        && !follows_as_count(atoms, at + 1)
    {
        return Some((Year::Given(i16::try_from(value).ok()?), at + 1));
    }
    if matches!(atoms.surface(at), "fiscal" | "financial") && at == i + 1 {
        let year = if atoms.is_word(at + 1, "year") {
            at + 2
        } else {
            at + 1
        };
        return year_after(atoms, year).filter(|_| atoms.is_number(year));
    }
    // `October of that year`, `in May of the same year`
    let the = usize::from(atoms.lex(at) == Lex::The);
    if at > i
        && matches!(
            (the, atoms.lex(at + the)),
            (0, Lex::Rel(Rel::That)) | (1, Lex::Rel(Rel::Same))
        )
        && atoms.is_word(at + the + 1, "year")
        && atoms.lex(i) == Lex::Of
    {
        return Some((Year::Mentioned, at + the + 2));
    }
    if atoms.is_apostrophe(at)
        && atoms.glued(at + 1)
        && let Some((value, 2)) = atoms.plain(at + 1)
    {
        let century = if value < 50 { 2000 } else { 1900 };
        return Some((Year::Given(century + i16::try_from(value).ok()?), at + 2));
    }
    if let Lex::Rel(rel) = atoms.lex(at)
        && atoms.is_word(at + 1, "year")
        && (at == i || !atoms.is_mark(i, ','))
    {
        let by = match rel {
            Rel::This | Rel::Current => 0,
            Rel::Last => -1,
            Rel::Next => 1,
            _ => return None,
        };
        return Some((Year::Shift(by), at + 2));
    }
    None
}

/// Whether the number before `i` counts or measures something rather than naming a year.
fn follows_as_count(atoms: &Atoms<'_>, i: usize) -> bool {
    atoms.glued(i) && (atoms.is_any_word(i) || atoms.is_mark(i, '%'))
}

/// The expressions that open with a month, a day before a month, or a weekday before either.
/// The second one is the end of a range.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<(Expression, Option<Expression>)> {
    let start = weekday_prefix(atoms, i).unwrap_or(i);
    month_first(atoms, i, start).or_else(|| day_first(atoms, i, start))
}

/// The atom after `Friday,` before a date.
fn weekday_prefix(atoms: &Atoms<'_>, i: usize) -> Option<usize> {
    let mut next = match atoms.lex(i) {
        Lex::Weekday(_) => i + 1,
        Lex::ShortWeekday(_) if atoms.is_capital(i) => i + 1,
        _ => return None,
    };
    if atoms.is_mark(next, '.') && atoms.glued(next) {
        next += 1;
    }
    if atoms.is_mark(next, ',') {
        next += 1;
    }
    if atoms.lex(next) == Lex::The && ordinal(atoms, next + 1).is_some() {
        next += 1;
    }
    Some(next)
}

fn make(
    atoms: &Atoms<'_>,
    (first, last): (usize, usize),
    year: Year,
    month: i8,
    day: Option<i8>,
) -> Expression {
    let direction = if year == Year::Unknown {
        direction(atoms, first, last)
    } else {
        Direction::Unknown
    };
    let point = match day {
        Some(day) => Point::Day {
            year,
            month,
            day,
            direction,
        },
        None => Point::Month {
            year,
            month,
            direction,
        },
    };
    Expression::new(first, last, Meaning::Point(point))
}

fn days_of(month: i8) -> i8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The second day of a range: after a dash, `to` or `and`.
fn range_end(atoms: &Atoms<'_>, i: usize, from: i8, month: i8) -> Option<(usize, i8, usize)> {
    let linked = atoms.is_dash(i) || matches!(atoms.lex(i), Lex::And | Lex::To);
    let (to, next) = day(atoms, i + 1).filter(|_| linked)?;
    (from < to && to <= days_of(month)).then_some((i + 1, to, next))
}

fn month_first(
    atoms: &Atoms<'_>,
    first: usize,
    i: usize,
) -> Option<(Expression, Option<Expression>)> {
    let (month, after_month) = month(atoms, i)?;
    let bare = |lex| matches!(lex, Lex::Month(_));
    let day_at = atoms.after_hyphen(after_month);
    let the_day = if atoms.lex(day_at) == Lex::The && ordinal(atoms, day_at + 1).is_some() {
        day_at + 1
    } else {
        day_at
    };
    if let Some((from, after_day)) = day(atoms, the_day).filter(|&(day, _)| day <= days_of(month))
        && (atoms.is_capital(i) || bare(atoms.lex(i)))
        && !(after_day == the_day + 1 && counts_people(atoms, first, after_day))
    {
        if let Some((to_first, to, after_to)) = range_end(atoms, after_day, from, month)
            && !counts_people(atoms, first, after_to)
        {
            let (year, last) = year_after(atoms, after_to).unwrap_or((Year::Unknown, after_to));
            return Some((
                make(atoms, (first, after_day), year, month, Some(from)),
                Some(make(atoms, (to_first, last), year, month, Some(to))),
            ));
        }
        let (year, last) = year_after(atoms, after_day).unwrap_or((Year::Unknown, after_day));
        return Some((make(atoms, (first, last), year, month, Some(from)), None));
    }
    if i != first {
        return None; // `Friday, March` is two things
    }
    if let Some((year, last)) = year_after(atoms, after_month)
        && (atoms.is_capital(i) || bare(atoms.lex(i)))
    {
        return Some((make(atoms, (first, last), year, month, None), None));
    }
    if !bare_month(atoms, i, after_month) {
        return None;
    }
    // The full stop of `in Sept.` belongs to the sentence where the sentence ends there.
    Some((
        make(atoms, (first, i + 1), Year::Unknown, month, None),
        None,
    ))
}

/// Whether the number before `i` counts something: `in September 12 people died`.
fn counts_people(atoms: &Atoms<'_>, month_at: usize, i: usize) -> bool {
    let word = atoms.surface(i);
    atoms.lex_before(month_at) == Lex::In
        && atoms.is_lower(i)
        && (word == "people" || (word.len() > 3 && word.ends_with('s')))
}

/// Whether a month name without day and year is a month here.
fn bare_month(atoms: &Atoms<'_>, i: usize, next: usize) -> bool {
    let before = atoms.lex_before(i);
    let time_before = matches!(
        before,
        Lex::In | Lex::TimePreposition | Lex::Rel(_) | Lex::PartAdjective(_)
    ) && before != Lex::Rel(Rel::That)
        || (i > 1 && atoms.is_hyphen(i - 1) && matches!(atoms.lex(i - 2), Lex::PartAdjective(_)))
        || (before == Lex::Of
            && matches!(
                atoms.lex_before(i - 1),
                Lex::PartNoun(_) | Lex::Unit(Unit::Month)
            ));
    let loose_before = time_before
        || matches!(
            before,
            Lex::By | Lex::From | Lex::To | Lex::Of | Lex::Between | Lex::After | Lex::Before
        );
    match atoms.lex(i) {
        Lex::Month(month) => {
            if !atoms.is_capital(i) {
                return month != 8 && time_before;
            }
            // Given names and parts of names: `April Stone`, `Black September Group`.
            let given_name = matches!(month, 1 | 4 | 6 | 8)
                && atoms.is_capital(next)
                && atoms.lex(next) == Lex::Other;
            let part_of_name = atoms.is_capital(i.wrapping_sub(1))
                && before == Lex::Other
                && !atoms.starts_sentence(i - 1)
                && matches!(month, 4 | 6 | 8);
            time_before || !given_name && !part_of_name
        }
        Lex::WeakMonth(month) => {
            let joined = matches!(before, Lex::And | Lex::To) && is_month(atoms, i.wrapping_sub(2))
                || (matches!(before, Lex::Between | Lex::From)
                    && matches!(atoms.lex(i + 1), Lex::And | Lex::To)
                    && is_month(atoms, i + 2));
            atoms.is_capital(i)
                && !atoms.is_capital(next)
                && (time_before || joined || (month == 3 && loose_before))
        }
        Lex::ShortMonth(_) => time_before && next == i + 2 && !atoms.is_capital(next),
        _ => false,
    }
}

fn is_month(atoms: &Atoms<'_>, i: usize) -> bool {
    month(atoms, i).is_some()
}

/// `the Fourth of July`
fn ordinal_of_month(atoms: &Atoms<'_>, first: usize, i: usize) -> Option<Expression> {
    let (day, of) = ordinal(atoms, i).filter(|&(_, of)| atoms.lex(of) == Lex::Of)?;
    let (month, next) = month(atoms, of + 1).filter(|_| atoms.is_capital(of + 1))?;
    let day = i8::try_from(day)
        .ok()
        .filter(|&day| day <= days_of(month))?;
    let (year, last) = year_after(atoms, next).unwrap_or((Year::Unknown, next));
    Some(make(atoms, (first, last), year, month, Some(day)))
}

/// Whether a day with its month ends before the dash at `i`: `5 September-12 September`.
fn behind_date(atoms: &Atoms<'_>, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    let dated = |month_at: usize, day_at: usize| {
        month(atoms, month_at).is_some()
            && atoms.is_capital(month_at)
            && day(atoms, day_at).is_some()
    };
    dated(before, before.wrapping_sub(1)) || dated(before.wrapping_sub(1), before)
}

fn day_first(
    atoms: &Atoms<'_>,
    first: usize,
    i: usize,
) -> Option<(Expression, Option<Expression>)> {
    let the = atoms.lex(i) == Lex::The;
    let day_at = if the { i + 1 } else { i };
    if the && atoms.is_any_word(day_at) {
        return ordinal_of_month(atoms, first, day_at).map(|found| (found, None));
    }
    let (from, after_day) = day(atoms, day_at)?;
    if the && after_day == day_at + 1 {
        return None;
    }
    let ranged = atoms.is_dash(i.wrapping_sub(1)) && behind_date(atoms, i - 1);
    if !atoms.opens(i) && !ranged {
        return None;
    }
    // `on the 5th`, but `on the 5th floor`
    let bare = match atoms.kind(after_day) {
        Kind::Word(lex) => matches!(
            lex,
            Lex::PastCue | Lex::FutureCue | Lex::ClauseOpener | Lex::The | Lex::To | Lex::By
        ),
        Kind::Mark(mark) => mark != '-',
        _ => false,
    };
    if the && atoms.lex_before(i) == Lex::On && bare {
        let point = Point::DayOfMentioned(from);
        return Some((
            Expression::new(first, after_day, Meaning::Point(point)),
            None,
        ));
    }
    let joined = |at: usize| {
        let of = atoms.after_hyphen(at);
        let of = if atoms.lex(of) == Lex::Of { of + 1 } else { of };
        month(atoms, of).filter(|_| atoms.is_capital(of) || matches!(atoms.lex(of), Lex::Month(_)))
    };
    let linked = atoms.is_dash(after_day) || matches!(atoms.lex(after_day), Lex::And | Lex::To);
    if linked
        && let Some((to, after_to)) = day(atoms, after_day + 1)
        && let Some((month, after_month)) = joined(after_to)
        && from < to
        && to <= days_of(month)
    {
        let (year, last) = year_after(atoms, after_month).unwrap_or((Year::Unknown, after_month));
        return Some((
            make(atoms, (first, after_day), year, month, Some(from)),
            Some(make(atoms, (after_day + 1, last), year, month, Some(to))),
        ));
    }
    let (month, after_month) = joined(after_day)?;
    if from > days_of(month) {
        return None;
    }
    let (year, last) = year_after(atoms, after_month).unwrap_or((Year::Unknown, after_month));
    Some((make(atoms, (first, last), year, month, Some(from)), None))
}
