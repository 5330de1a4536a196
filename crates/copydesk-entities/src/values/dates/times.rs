//! Times of the day: `10:30 p.m.`, `8am GMT`, `noon`, `12:00 UTC Monday`, `in the morning`.
//!
//! *What*: digits with a colon or `a.m.`/`p.m.`, noon and midnight, parts of the day. *Why*:
//! a time belongs to a day, which stands next to it or was mentioned before. *Example*:
//! `18:00 UTC` after `Tuesday` → `2009-12-15T18:00Z`. Only UTC and GMT are written into the
//! value. *Known misses*: `half past nine`, `at eight`, offsets such as `(GMT+8)`.

use super::{
    super::{
        atoms::{Atoms, Kind},
        lexicon::Lex,
    },
    deictic,
    expression::{Clock, Expression, Meaning, Point},
};

/// The expression at atom `i`.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let (clock, next) = clock(atoms, i)?;
    // `12:00 UTC Monday`, `8 p.m. today`
    if matches!(clock, Clock::Time { .. })
        && matches!(
            atoms.lex(next),
            Lex::Today | Lex::Yesterday | Lex::Tomorrow | Lex::Weekday(_)
        )
        && let Some(day) = deictic::read(atoms, next)
        && let Meaning::Point(point) = day.meaning
        && matches!(point, Point::Weekday { .. } | Point::Shift { .. })
    {
        return Some(Expression::new(
            i,
            day.last,
            Meaning::Time {
                day: Some(point),
                clock,
            },
        ));
    }
    Some(Expression::new(i, next, Meaning::Time { day: None, clock }))
}

fn clock(atoms: &Atoms<'_>, i: usize) -> Option<(Clock, usize)> {
    let time = |hour, minute, second, utc| Clock::Time {
        hour,
        minute,
        second,
        utc,
    };
    match atoms.kind(i) {
        Kind::Word(Lex::Noon) => Some((time(12, 0, None, false), i + 1)),
        Kind::Word(Lex::Midnight) => Some((time(0, 0, None, false), i + 1)),
        Kind::Word(Lex::DayPart(part)) if atoms.is_lower(i) => {
            let alone = matches!(
                atoms.lex_before(i),
                Lex::The | Lex::In | Lex::PartAdjective(_) | Lex::A
            );
            alone.then_some((Clock::Part(part), i + 1))
        }
        Kind::Word(Lex::The) => match atoms.lex(i + 1) {
            Lex::DayPart(part) if matches!(atoms.lex_before(i), Lex::In | Lex::TimePreposition) => {
                Some((Clock::Part(part), i + 2))
            }
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
    let half = half_of_day(atoms, next);
    if let Some((afternoon, after)) = half {
        if hour > 12 {
            return None;
        }
        hour = hour % 12 + if afternoon { 12 } else { 0 };
        next = after;
    } else if !colon {
        return None;
    } else if atoms.glued(next) && (atoms.is_any_word(next) || atoms.is_number(next))
        || (atoms.is_mark(next, ':') && atoms.glued(next) && atoms.is_number(next + 1))
    {
        // `John 3:16b`, `1:2:3:4`
        return None;
    }
    let (utc, next) = zone(atoms, next);
    Some((
        Clock::Time {
            hour,
            minute,
            second,
            utc,
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

/// The time zone behind a time, and whether it is UTC.
fn zone(atoms: &Atoms<'_>, i: usize) -> (bool, usize) {
    if !atoms.is_shouted(i) {
        let local = atoms.is_word(i, "local") && atoms.is_word(i + 1, "time");
        return (false, if local { i + 2 } else { i });
    }
    match atoms.surface(i) {
        "UTC" | "GMT" => (true, i + 1),
        "ET" | "EST" | "EDT" | "CT" | "CST" | "CDT" | "MT" | "MST" | "MDT" | "PT" | "PST"
        | "PDT" | "BST" | "CET" | "CEST" | "EET" | "EEST" | "MSK" | "IST" | "JST" | "KST"
        | "HKT" | "SGT" | "WAT" | "EAT" | "SAST" | "AEST" | "AEDT" => (false, i + 1),
        _ => (false, i),
    }
}
