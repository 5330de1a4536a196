//! Times of the day: `10:30 p.m.`, `8am GMT`, `noon`, `12:00 UTC Monday`, `in the morning`.
//!
//! *What*: digits with a colon or `a.m.`/`p.m.`, noon and midnight, parts of the day. *Why*:
//! a time belongs to a day, which stands next to it or was mentioned before. *Example*:
//! `18:00 UTC` after `Tuesday` → `2009-12-15T18:00Z`. Only UTC, GMT and what is counted from
//! them are written into the value. *Known misses*: `half past nine`, `at eight`.

use super::{
    super::{
        atoms::{Atoms, Kind},
        lexicon::{DayPart, Lex},
    },
    absolute, deictic,
    expression::{Clock, Expression, Meaning, Point, Zone},
};

/// The expression at atom `i`.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    // `at night`: any night.
    if let Lex::DayPart(part @ DayPart::Night) = atoms.lex(i)
        && atoms.lex_before(i) == Lex::At
    {
        return Some(Expression::new(i, i + 1, Meaning::EveryPart(part)));
    }
    if matches!(atoms.surface(i), "overnight" | "Overnight") {
        let clock = Clock::Part(DayPart::Night);
        return Some(Expression::new(
            i,
            i + 1,
            Meaning::Time { day: None, clock },
        ));
    }
    let (clock, next) = clock(atoms, i)?;
    let (day, last) =
        day_behind(atoms, next, clock).map_or((None, next), |(day, last)| (Some(day), last));
    // `the morning` needs a word before it that a time follows, or its day behind it.
    let the = atoms.lex(i) == Lex::The;
    if the && day.is_none() && !matches!(atoms.lex_before(i), Lex::In | Lex::TimePreposition) {
        return None;
    }
    Some(Expression::new(i, last, Meaning::Time { day, clock }))
}

/// The day behind a time: `12:00 UTC Monday`, `8 p.m. today`, `the night of May 3`.
fn day_behind(atoms: &Atoms<'_>, next: usize, clock: Clock) -> Option<(Point, usize)> {
    // `9 a.m. on May 3` is two expressions.
    let at = match clock {
        Clock::Time { .. } => next,
        _ if atoms.lex(next) == Lex::Of => next + 1,
        _ => return None,
    };
    let found = match absolute::read(atoms, at) {
        Some((found, None)) => found,
        Some(_) => return None,
        None if matches!(
            atoms.lex(at),
            Lex::Today | Lex::Yesterday | Lex::Tomorrow | Lex::Weekday(_)
        ) =>
        {
            deictic::read(atoms, at)?
        }
        None => return None,
    };
    match found.meaning {
        Meaning::Point(
            point @ (Point::Weekday { .. } | Point::Shift { .. } | Point::Day { .. }),
        ) => Some((point, found.last)),
        _ => None,
    }
}

/// `eight o'clock`; the hour is at atom `i`.
pub(super) fn in_words(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let Lex::Small(hour @ 1..=12) = atoms.lex(i) else {
        return None;
    };
    let next = o_clock(atoms, i + 1)?;
    let clock = Clock::Time {
        hour,
        minute: 0,
        second: None,
        zone: Zone::Local,
    };
    let (day, last) =
        day_behind(atoms, next, clock).map_or((None, next), |(day, last)| (Some(day), last));
    Some(Expression::new(i, last, Meaning::Time { day, clock }))
}

/// The atom after `o'clock`.
fn o_clock(atoms: &Atoms<'_>, i: usize) -> Option<usize> {
    (atoms.is_word(i, "o") && atoms.is_apostrophe(i + 1) && atoms.is_word(i + 2, "clock"))
        .then_some(i + 3)
}

fn clock(atoms: &Atoms<'_>, i: usize) -> Option<(Clock, usize)> {
    let time = |hour| Clock::Time {
        hour,
        minute: 0,
        second: None,
        zone: Zone::Local,
    };
    match atoms.kind(i) {
        Kind::Word(Lex::Noon) => Some((time(12), i + 1)),
        Kind::Word(Lex::Midnight) => Some((time(0), i + 1)),
        Kind::Word(Lex::DayPart(part)) if atoms.is_lower(i) => {
            let alone = matches!(
                atoms.lex_before(i),
                Lex::The | Lex::In | Lex::PartAdjective(_)
            );
            let next = if atoms.is_word(i + 1, "hours") {
                i + 2
            } else {
                i + 1
            };
            alone.then_some((Clock::Part(part), next))
        }
        Kind::Word(Lex::The) => match atoms.lex(i + 1) {
            Lex::DayPart(part) => Some((Clock::Part(part), i + 2)),
            _ => None,
        },
        Kind::Number { .. } => digits(atoms, i),
        _ => None,
    }
}

/// `10:30`, `10.30pm`, `8 a.m.`, `18:00:05 UTC`
fn digits(atoms: &Atoms<'_>, i: usize) -> Option<(Clock, usize)> {
    if !atoms.opens(i) {
        return None;
    }
    let (mut hour, minute, mut next, colon) = hour_minute(atoms, i)?;
    let mut second = None;
    if colon
        && atoms.is_mark(next, ':')
        && atoms.glued(next)
        && let Some((value @ 0..=59, 2)) = atoms.plain(next + 1)
    {
        second = u8::try_from(value).ok();
        next += 2;
    }
    // `8 o'clock`, `0930 GMT`
    let sharp = o_clock(atoms, next).filter(|_| !colon && minute == 0);
    next = sharp.unwrap_or(next);
    let military = matches!(atoms.plain(i), Some((_, 4)));
    let half = half_of_day(atoms, next);
    if let Some((afternoon, after)) = half {
        if hour > 12 {
            return None;
        }
        hour = hour % 12 + if afternoon { 12 } else { 0 };
        next = after;
    } else if military && !matches!(atoms.surface(next), "GMT" | "UTC" | "EST" | "EDT")
        || !(colon || sharp.is_some() || military)
    {
        return None;
    } else if atoms.glued(next) && (atoms.is_any_word(next) || atoms.is_number(next))
        || (atoms.is_mark(next, ':') && atoms.glued(next) && atoms.is_number(next + 1))
    {
        // `John 3:16b`, `1:2:3:4`
        return None;
    }
    let (zone, next) = zone(atoms, next);
    Some((
        Clock::Time {
            hour,
            minute,
            second,
            zone,
        },
        next,
    ))
}

/// Hour, minute, the atom after them, and whether a colon stood between them.
fn hour_minute(atoms: &Atoms<'_>, i: usize) -> Option<(u8, u8, usize, bool)> {
    let surface = atoms.surface(i);
    if let Some((hour, minute)) = surface.split_once('.') {
        // `10.30pm`: only before a.m. or p.m., which the caller looks for.
        if minute.len() != 2 || hour.len() > 2 {
            return None;
        }
        let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
        return (hour < 13 && minute < 60).then_some((hour, minute, i + 1, false));
    }
    let (hour, len) = atoms.plain(i)?;
    if len == 4 && hour < 2400 && hour % 100 < 60 {
        let minute = u8::try_from(hour % 100).ok()?;
        return Some((u8::try_from(hour / 100).ok()?, minute, i + 1, false));
    }
    if len > 2 || hour > 24 {
        return None;
    }
    let hour = u8::try_from(hour).ok()?;
    if atoms.is_mark(i + 1, ':')
        && atoms.glued(i + 1)
        && atoms.glued(i + 2)
        && let Some((minute @ 0..=59, 2)) = atoms.plain(i + 2)
    {
        return Some((hour, u8::try_from(minute).ok()?, i + 3, true));
    }
    Some((hour, 0, i + 1, false))
}

/// `am`, `a.m.`, `PM`: whether it is the afternoon, and the atom after it.
fn half_of_day(atoms: &Atoms<'_>, i: usize) -> Option<(bool, usize)> {
    match atoms.surface(i) {
        "am" | "AM" | "Am" => return Some((false, i + 1)),
        "pm" | "PM" | "Pm" => return Some((true, i + 1)),
        _ => {}
    }
    let afternoon = match atoms.surface(i) {
        "a" | "A" => false,
        "p" | "P" => true,
        _ => return None,
    };
    let dotted = atoms.is_mark(i + 1, '.')
        && atoms.glued(i + 1)
        && atoms.is_word(i + 2, "m")
        && atoms.glued(i + 2);
    if !dotted {
        return None;
    }
    let closed = atoms.is_mark(i + 3, '.') && atoms.glued(i + 3);
    Some((afternoon, if closed { i + 4 } else { i + 3 }))
}

/// The time zone behind a time: `GMT`, `EST`, `(GMT +8)`, `UTC+5:30`.
fn zone(atoms: &Atoms<'_>, i: usize) -> (Zone, usize) {
    let bracket = atoms.is_mark(i, '(');
    let at = if bracket { i + 1 } else { i };
    let (zone, next) = match atoms.surface(at) {
        "UTC" | "GMT" => offset(atoms, at + 1).unwrap_or((Zone::Utc, at + 1)),
        "ET" | "EST" | "EDT" | "CT" | "CST" | "CDT" | "MT" | "MST" | "MDT" | "PT" | "PST"
        | "PDT" | "BST" | "CET" | "CEST" | "EET" | "EEST" | "MSK" | "IST" | "JST" | "KST"
        | "HKT" | "SGT" | "WAT" | "EAT" | "SAST" | "AEST" | "AEDT" => (Zone::Local, at + 1),
        "local" if atoms.is_word(at + 1, "time") => (Zone::Local, at + 2),
        _ => return (Zone::Local, i),
    };
    match (bracket, atoms.is_mark(next, ')')) {
        (true, true) => (zone, next + 1),
        (true, false) => (Zone::Local, i),
        (false, _) => (zone, next),
    }
}

/// `+8` or `-5:30` behind `GMT`.
fn offset(atoms: &Atoms<'_>, i: usize) -> Option<(Zone, usize)> {
    let sign = match atoms.kind(i) {
        Kind::Mark('+') => 1,
        Kind::Mark('-' | '\u{2212}') => -1,
        _ => return None,
    };
    let (hours @ 0..=14, 1..=2) = atoms.plain(i + 1).filter(|_| atoms.glued(i + 1))? else {
        return None;
    };
    let hours = i16::try_from(hours).ok()?;
    if atoms.is_mark(i + 2, ':')
        && atoms.glued(i + 2)
        && let Some((minutes @ 0..=59, 2)) = atoms.plain(i + 3)
    {
        let minutes = i16::try_from(minutes).ok()?;
        return Some((Zone::Offset(sign * (hours * 60 + minutes)), i + 4));
    }
    Some((Zone::Offset(sign * hours * 60), i + 2))
}
