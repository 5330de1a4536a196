//! Dates in digits: `2023-09-12`, `2023/09/12`, `12.09.2023`, `9/12/2023`, `12/9/23`.
//!
//! *What*: three numbers with one separator. *Why*: datelines, tables and page furniture.
//! *Example*: `25/12/2023` → `2023-12-25`. Where both parts may be a month, other dates of the
//! document decide; without any the order is month, day for slashes and for two digits of the
//! year, as in the American press, and day, month for full stops and hyphens. The other order is
//! kept as an alternative.
//! *Known misses*: two-number forms such as `9/11`, which are read as nothing.

use super::{
    super::atoms::{Atoms, Kind},
    expression::{Clock, Direction, Expression, Meaning, Point, Year, Zone},
};

/// The date, and the time of an ISO date-time, at atom `i`.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    if !atoms.is_number(i) || !atoms.opens(i) {
        return None;
    }
    if let Some(point) = dotted(atoms.surface(i)) {
        return Some(Expression::new(i, i + 1, Meaning::Point(point)));
    }
    let Kind::Mark(separator @ ('-' | '/' | '\u{2010}' | '\u{2011}')) = atoms.kind(i + 1) else {
        return None;
    };
    if !(1..5).all(|k| atoms.glued(i + k)) || !atoms.is_mark(i + 3, separator) {
        return None;
    }
    let (a, a_len) = atoms.plain(i)?;
    let (b, b_len) = atoms.plain(i + 2)?;
    let (c, c_len) = atoms.plain(i + 4)?;
    let next = i + 5;
    // A fourth part: a part number, a phone number or a path.
    if atoms.glued(next) && atoms.is_mark(next, separator) && atoms.glued(next + 1) {
        return None;
    }
    let point = if a_len == 4 && b_len <= 2 && c_len <= 2 {
        point(a, b, c)?
    } else if a_len <= 2
        && b_len <= 2
        && (c_len == 4 || (c_len == 2 && (separator == '/' || a_len == 2 && b_len == 2)))
    {
        let year = if c_len == 4 { c } else { short_year(c) };
        // `02-13-98` is American, `13-02-1998` is not.
        either_order(year, a, b, separator == '/' || c_len == 2)?
    } else {
        return None;
    };
    Some(
        iso_time(atoms, i, next, point)
            .unwrap_or_else(|| Expression::new(i, next, Meaning::Point(point))),
    )
}

fn short_year(year: u32) -> u32 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

fn point(year: u32, month: u32, day: u32) -> Option<Point> {
    let (year, month, day) = (
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    );
    jiff::civil::Date::new(year, month, day)
        .ok()
        .filter(|_| (1000..=2999).contains(&year))?;
    Some(Point::Day {
        year: Year::Given(year),
        month,
        day,
        direction: Direction::Unknown,
    })
}

/// A day whose first number is the month or the second one.
fn either_order(year: u32, first: u32, second: u32, month_first: bool) -> Option<Point> {
    point(year, first, second).or_else(|| point(year, second, first))?;
    Some(Point::Numeric {
        year: i16::try_from(year).ok()?,
        first: i8::try_from(first).ok()?,
        second: i8::try_from(second).ok()?,
        month_first,
    })
}

/// `12.09.2023` and `2023.09.12`, which are one number token.
fn dotted(surface: &str) -> Option<Point> {
    if !(8..=10).contains(&surface.len()) {
        return None;
    }
    let mut parts = surface.split('.');
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let read = |part: &str| part.parse::<u32>().ok();
    match (a.len(), b.len(), c.len()) {
        (4, 1..=2, 1..=2) => point(read(a)?, read(b)?, read(c)?),
        (1..=2, 1..=2, 4) => either_order(read(c)?, read(a)?, read(b)?, false),
        _ => None,
    }
}

/// The `T10:30:00Z` of an ISO date-time; a blank may stand for the `T`.
fn iso_time(atoms: &Atoms<'_>, first: usize, i: usize, day: Point) -> Option<Expression> {
    let t = atoms.is_word(i, "t") && atoms.glued(i) && atoms.glued(i + 1);
    let i = if t { i + 1 } else { i };
    let (hour, 2) = atoms.plain(i)? else {
        return None;
    };
    let (minute, 2) = atoms.plain(i + 2).filter(|_| atoms.is_mark(i + 1, ':'))? else {
        return None;
    };
    let mut last = i + 3;
    let mut second = None;
    if atoms.is_mark(last, ':')
        && let Kind::Number { value, .. } = atoms.kind(last + 1)
        && value < 60.0
    {
        #[expect(clippy::cast_sign_loss, reason = "digits have no sign")]
        let whole = value as u8;
        second = Some(whole);
        last += 2;
    }
    let utc = atoms.is_word(last, "z") && atoms.glued(last);
    if utc {
        last += 1;
    } else if matches!(atoms.kind(last), Kind::Mark('+' | '-'))
        && atoms.glued(last)
        && atoms.is_number(last + 1)
    {
        last += 2;
        if atoms.is_mark(last, ':') && atoms.glued(last) && atoms.is_number(last + 1) {
            last += 2;
        }
    }
    if hour > 23 || minute > 59 {
        return None;
    }
    Some(Expression::new(
        first,
        last,
        Meaning::Time {
            day: Some(day),
            clock: Clock::Time {
                hour: u8::try_from(hour).ok()?,
                minute: u8::try_from(minute).ok()?,
                second,
                zone: if utc { Zone::Utc } else { Zone::Local },
            },
        },
    ))
}
