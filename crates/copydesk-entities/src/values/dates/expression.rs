//! What the grammars read: an expression of time that is not resolved yet.

use super::super::lexicon::{DayPart, Part, Rel, Season, Unit};

/// Which way a weekday, day or month without a year is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::values) enum Direction {
    /// `last Friday`, `were killed in May`
    Past,
    /// `next Friday`, `will meet in May`
    Future,
    /// `the year ended March 31`: not after the reference.
    Over,
    /// Nothing says.
    Unknown,
    /// `last`, `next`: never the day or month of the reference itself.
    StrictlyPast,
    /// See [`Direction::StrictlyPast`].
    StrictlyFuture,
}

/// Which year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::values) enum Year {
    Unknown,
    Given(i16),
    /// Years from that of the reference.
    Shift(i16),
    /// That of the date mentioned before: `October of that year`.
    Mentioned,
}

/// A period of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::values) enum Point {
    Day {
        year: Year,
        month: i8,
        day: i8,
        direction: Direction,
    },
    Month {
        year: Year,
        month: i8,
        direction: Direction,
    },
    Year(Year),
    /// A day in digits, whose order the document decides.
    Numeric {
        year: i16,
        first: i8,
        second: i8,
        /// Whether the first one is the month, where nothing decides.
        month_first: bool,
    },
    /// The first year of ten.
    Decade(i16),
    /// The first year of a hundred.
    Century(i16),
    /// A year before the common era.
    Bce(i16),
    Quarter {
        year: Year,
        quarter: i8,
    },
    Half {
        year: Year,
        half: i8,
    },
    Season {
        year: Year,
        season: Season,
    },
    Weekday {
        weekday: i8,
        direction: Direction,
        /// Weeks from that of the reference: `Monday of last week`.
        week: Option<i16>,
    },
    /// The n-th week of a month, 0 for the last one.
    WeekOfMonth {
        week: i8,
        month: i8,
        year: Year,
    },
    /// The first Sunday after the first full moon of spring.
    Easter {
        year: Year,
    },
    /// The n-th weekday of a month, 0 for the last one, for feasts.
    NthWeekday {
        month: i8,
        weekday: i8,
        nth: i8,
        year: Year,
    },
    /// The weekend before or after the reference.
    Weekend(Direction),
    /// A day of the month mentioned before: `on the 5th`.
    DayOfMentioned(i8),
    /// What was mentioned before, or an unknown past: `at that time`.
    Mentioned,
    /// What was mentioned before, so many years away: `the same period last year`.
    SameIn(i16),
    /// Units from the reference: `today`, `last week`, `two months ago`.
    Shift {
        unit: Unit,
        by: i32,
    },
    /// Units from the date mentioned before: `three weeks later`, `the next day`.
    FromMentioned {
        unit: Unit,
        by: i32,
    },
}

/// The zone of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::values) enum Zone {
    /// None, or one that is only named: `10 p.m. EST`.
    Local,
    Utc,
    /// Minutes from UTC.
    Offset(i16),
}

/// A time of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::values) enum Clock {
    Time {
        hour: u8,
        minute: u8,
        second: Option<u8>,
        zone: Zone,
    },
    Part(DayPart),
    /// Some time of the day: `three hours later`.
    Open,
}

/// What an expression means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::values) enum Meaning {
    /// A value that needs no resolution, such as `PAST_REF`.
    Vague(&'static str),
    Point(Point),
    Time {
        day: Option<Point>,
        clock: Clock,
    },
    /// A length; `None` for an unknown number.
    Duration {
        amount: Option<f64>,
        unit: Unit,
    },
    /// Something that recurs every so many units.
    Every {
        amount: f64,
        unit: Unit,
    },
    EveryWeekday(i8),
    EveryPart(DayPart),
    /// How old someone is.
    Age {
        amount: f64,
        unit: Unit,
    },
}

/// An expression of time: atoms `first..last`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::values) struct Expression {
    pub(in crate::values) first: usize,
    pub(in crate::values) last: usize,
    pub(in crate::values) meaning: Meaning,
    pub(in crate::values) modifier: Option<&'static str>,
}

impl Expression {
    pub(super) fn new(first: usize, last: usize, meaning: Meaning) -> Self {
        Self {
            first,
            last,
            meaning,
            modifier: None,
        }
    }

    /// Whether it is an age, which is an amount as well.
    pub(in crate::values) fn is_age(&self) -> bool {
        matches!(self.meaning, Meaning::Age { .. })
    }

    pub(super) fn modified(mut self, modifier: Option<&'static str>) -> Self {
        self.modifier = modifier.or(self.modifier);
        self
    }
}

/// The TIMEX3 modifier of a part.
pub(super) fn part_modifier(part: Part) -> &'static str {
    match part {
        Part::Start => "START",
        Part::Mid => "MID",
        Part::End => "END",
    }
}

/// How many units a word such as `last` moves, and whether from the reference.
pub(super) fn shift_of(rel: Rel) -> (i32, bool) {
    match rel {
        Rel::This | Rel::Current => (0, true),
        Rel::Last | Rel::Past | Rel::Previous => (-1, true),
        Rel::Next | Rel::Coming => (1, true),
        Rel::Following => (1, false),
        Rel::Same | Rel::That => (0, false),
    }
}
