//! From what an expression means to its value: counts from the day of writing and from the
//! date mentioned before.
//!
//! *Why late*: the order of day and month in digits, and whether the text tells a story of the
//! past, are known from all its expressions. *Example*: `On June 3` after `in 1915` in such a
//! story → `1915-06-03`; in news it belongs to the year of writing. *Known misses*: a story that
//! counts from today as well, or names fewer than five years, is read as news.

use copydesk_core::{
    Span,
    record::{Anchor, DateRole, Place, Reading, Temporal, TemporalKind},
};
use jiff::{ToSpan, civil::Date};

use super::{
    super::lexicon::{DayPart, Unit},
    calendar::{
        Period, century_period, day_period, decade_period, easter, half_period, iso, length,
        month_period, nth_weekday, quarter_period, season_code, season_period, season_start,
        shifted, unknown, week_of_month, year_period,
    },
    expression::{Clock, Direction, Expression, Meaning, Point, Year, Zone},
};

/// How far apart a time and its day may stand, in atoms.
const DAY_REACH: usize = 40;

/// What is known while the expressions of a text are resolved in order.
#[derive(Debug)]
pub(super) struct Resolver {
    reference: Option<Date>,
    /// Whether the text tells of years long past, so that a date without a year belongs to the
    /// year mentioned before and not to that of the reference.
    narrative: bool,
    /// Whether dates in digits begin with the month, as other dates of the text show.
    month_first: Option<bool>,
    /// The period mentioned last.
    mentioned: Option<Period>,
    /// The single day mentioned last, and where.
    day: Option<(Date, usize)>,
}

impl Resolver {
    pub(super) fn new(reference: Option<&str>, expressions: &[Expression]) -> Self {
        let reference = reference
            .and_then(|day| day.get(..10).and_then(|day| day.parse::<Date>().ok()))
            .filter(|day| day.year() > 0);
        Self {
            reference,
            narrative: reference.is_some_and(|day| is_narrative(expressions, day.year())),
            month_first: month_first(expressions),
            mentioned: None,
            day: None,
        }
    }

    /// Resolves one expression; `next` is the one behind it, whose day a time may belong to.
    pub(super) fn resolve(
        &mut self,
        expression: &Expression,
        next: Option<&Expression>,
        span: Span,
    ) -> Temporal {
        let (anchor, alternatives) = match expression.meaning {
            Meaning::Point(point) => (self.anchor(point), self.alternatives(point)),
            Meaning::Time {
                day: Some(point), ..
            } => (self.anchor(point), Vec::new()),
            Meaning::Time { day: None, .. } => (Some(Anchor::Mentioned), Vec::new()),
            _ => (None, Vec::new()),
        };
        let (kind, period) = match expression.meaning {
            Meaning::Vague(value) => (TemporalKind::Date, Period::unresolved(value)),
            Meaning::Point(point) => {
                let period = self.point(point);
                self.remember(&period, expression.last);
                (TemporalKind::Date, period)
            }
            Meaning::Time { day, clock } => {
                (TemporalKind::Time, self.time(expression, day, clock, next))
            }
            Meaning::Duration { amount, unit } => (
                TemporalKind::Duration,
                Period::unresolved(length(amount, unit)),
            ),
            Meaning::Every { amount, unit } => (
                TemporalKind::Set,
                Period::unresolved(length(Some(amount), unit)),
            ),
            Meaning::EveryWeekday(weekday) => (
                TemporalKind::Set,
                Period::unresolved(format!("XXXX-WXX-{weekday}")),
            ),
            Meaning::Age { amount, unit } => (
                TemporalKind::Duration,
                Period::unresolved(length(Some(amount), unit)),
            ),
            Meaning::EveryPart(part) => (
                TemporalKind::Set,
                Period::unresolved(format!("XXXX-XX-XXT{}", part_code(part))),
            ),
        };
        Temporal {
            place: Place::Text(span),
            kind,
            value: period.value,
            modifier: expression.modifier.map(str::to_owned),
            interval: period.days.map(|(first, next)| [iso(first), iso(next)]),
            role: DateRole::Content,
            anchor,
            alternatives,
        }
    }

    /// What a point is counted from.
    fn anchor(&self, point: Point) -> Option<Anchor> {
        let of_year = |year| match year {
            Year::Given(_) => None,
            Year::Mentioned => Some(Anchor::Mentioned),
            Year::Unknown if self.narrative && self.mentioned.is_some() => Some(Anchor::Mentioned),
            Year::Unknown | Year::Shift(_) => Some(Anchor::Reference),
        };
        match point {
            Point::Day { year, .. }
            | Point::Month { year, .. }
            | Point::Year(year)
            | Point::Quarter { year, .. }
            | Point::Half { year, .. }
            | Point::Season { year, .. }
            | Point::WeekOfMonth { year, .. }
            | Point::Easter { year }
            | Point::NthWeekday { year, .. } => of_year(year),
            Point::Numeric { .. } | Point::Decade(_) | Point::Century(_) | Point::Bce(_) => None,
            Point::Weekday { .. } | Point::Weekend(_) | Point::Shift { .. } => {
                Some(Anchor::Reference)
            }
            Point::DayOfMentioned(_)
            | Point::Mentioned
            | Point::SameIn(_)
            | Point::FromMentioned { .. } => Some(Anchor::Mentioned),
        }
    }

    /// Other readings of a point that nothing decides.
    fn alternatives(&self, point: Point) -> Vec<Reading> {
        let other = match point {
            Point::Weekday {
                weekday,
                direction: Direction::Unknown,
                week: None,
            } => {
                let day = self.weekday(weekday, Direction::Future, None);
                day.map(|day| (day_period(day), 0.2))
            }
            Point::Day {
                year: Year::Unknown,
                direction: Direction::Unknown,
                ..
            }
            | Point::Month {
                year: Year::Unknown,
                direction: Direction::Unknown,
                ..
            } if !self.narrative => self.other_year(point),
            Point::Numeric {
                year,
                first,
                second,
                month_first,
            } => {
                let turned = !self.month_first.unwrap_or(month_first);
                let confidence = if self.month_first.is_some() {
                    0.05
                } else {
                    0.4
                };
                numeric(year, first, second, turned).map(|day| (day_period(day), confidence))
            }
            _ => None,
        };
        let first = self.point(point);
        other
            .filter(|(period, _)| period.value != first.value)
            .map(|(period, confidence)| Reading {
                interval: period.days.map(|(first, next)| [iso(first), iso(next)]),
                value: period.value,
                confidence,
            })
            .into_iter()
            .collect()
    }

    /// The same day or month on the other side of the reference, where it is not far.
    fn other_year(&self, point: Point) -> Option<(Period, f32)> {
        let reference = self.reference?;
        let first = self.point(point).days?.0;
        let by = if first <= reference { 1 } else { -1_i64 };
        let day = first.checked_add(by.years()).ok()?;
        let far = (day - reference).get_days().abs() > 245;
        let period = match point {
            Point::Day { .. } => day_period(day),
            _ => month_period(day.year(), day.month()),
        };
        (!far).then_some((period, 0.15))
    }

    fn remember(&mut self, period: &Period, at: usize) {
        let Some((first, next)) = period.days else {
            return;
        };
        self.mentioned = Some(period.clone());
        if first.checked_add(1.day()).ok() == Some(next) {
            self.day = Some((first, at));
        }
    }

    fn time(
        &mut self,
        expression: &Expression,
        day: Option<Point>,
        clock: Clock,
        next: Option<&Expression>,
    ) -> Period {
        let period = match day {
            Some(point) => self.point(point),
            None => self.day_of(expression, next),
        };
        if day.is_some() {
            self.remember(&period, expression.last);
        }
        let clock = match clock {
            Clock::Part(part) => part_code(part).to_owned(),
            Clock::Open => "XX".to_owned(),
            Clock::Time {
                hour,
                minute,
                second,
                zone,
            } => {
                let second = second.map_or_else(String::new, |second| format!(":{second:02}"));
                let zone = match zone {
                    Zone::Local => String::new(),
                    Zone::Utc => "Z".to_owned(),
                    Zone::Offset(minutes) => {
                        let sign = if minutes < 0 { '-' } else { '+' };
                        let minutes = minutes.unsigned_abs();
                        format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
                    }
                };
                format!("{hour:02}:{minute:02}{second}{zone}")
            }
        };
        Period {
            value: format!("{}T{clock}", period.value),
            days: period.days,
        }
    }

    /// The day of a time that has none of its own: mentioned right behind, or shortly before,
    /// or the day of writing.
    fn day_of(&self, expression: &Expression, next: Option<&Expression>) -> Period {
        if let Some(next) = next
            && next.first <= expression.last + 2
            && let Meaning::Point(
                point @ (Point::Day { .. }
                | Point::Numeric { .. }
                | Point::Weekday { .. }
                | Point::Shift {
                    unit: Unit::Day, ..
                }),
            ) = next.meaning
        {
            return self.point(point);
        }
        let near = self
            .day
            .filter(|&(_, at)| expression.first.saturating_sub(at) <= DAY_REACH);
        match near.map(|(day, _)| day).or(self.reference) {
            Some(day) => day_period(day),
            None => Period::unresolved("XXXX-XX-XX"),
        }
    }

    fn point(&self, point: Point) -> Period {
        match point {
            Point::Day {
                year,
                month,
                day,
                direction,
            } => {
                let dated = |year| Date::new(year, month, day).ok();
                let ahead = |date: &Date| self.reference.is_some_and(|today| *date > today);
                self.year_or_nearest(year, direction, |year| {
                    dated(year).filter(|date| direction != Direction::Over || !ahead(date))
                })
                .and_then(dated)
                .map_or_else(
                    || Period::unresolved(format!("XXXX-{month:02}-{day:02}")),
                    day_period,
                )
            }
            Point::Month {
                year,
                month,
                direction,
            } => self
                .year_or_nearest(year, direction, |year| Date::new(year, month, 15).ok())
                .map_or_else(
                    || Period::unresolved(format!("XXXX-{month:02}")),
                    |year| month_period(year, month),
                ),
            Point::Numeric {
                year,
                first,
                second,
                month_first,
            } => {
                let order = self.month_first.unwrap_or(month_first);
                numeric(year, first, second, order)
                    .or_else(|| numeric(year, first, second, !order))
                    .map_or_else(|| year_period(year), day_period)
            }
            Point::Year(year) => self
                .year(year)
                .map_or_else(|| Period::unresolved("XXXX"), year_period),
            Point::Decade(first) => decade_period(first),
            Point::Century(first) => century_period(first),
            Point::Bce(year) => Period::unresolved(format!("BC{year:04}")),
            Point::Quarter { year, quarter } => self.part_of_year(year, quarter, 4).map_or_else(
                || Period::unresolved(format!("XXXX-Q{quarter}")),
                |year| quarter_period(year, quarter),
            ),
            Point::Half { year, half } => self.part_of_year(year, half, 2).map_or_else(
                || Period::unresolved(format!("XXXX-H{half}")),
                |year| half_period(year, half),
            ),
            Point::Season { year, season } => {
                let start = season_start(season);
                self.season_year(year, start).map_or_else(
                    || Period::unresolved(format!("XXXX-{}", season_code(season))),
                    |year| season_period(year, season),
                )
            }
            Point::Weekday {
                weekday,
                direction,
                week,
            } => self.weekday(weekday, direction, week).map_or_else(
                || Period::unresolved(format!("XXXX-WXX-{weekday}")),
                day_period,
            ),
            Point::WeekOfMonth { week, month, year } => self
                .year_or_nearest(year, Direction::Unknown, |year| {
                    Date::new(year, month, 15).ok()
                })
                .and_then(|year| week_of_month(year, month, week))
                .unwrap_or_else(|| Period::unresolved("XXXX-WXX")),
            Point::Easter { year } => self
                .year_or_nearest(year, Direction::Unknown, easter)
                .and_then(easter)
                .map_or_else(|| Period::unresolved("XXXX-XX-XX"), day_period),
            Point::NthWeekday {
                month,
                weekday,
                nth,
                year,
            } => {
                let dated = |year| nth_weekday(year, month, weekday, nth);
                self.year_or_nearest(year, Direction::Unknown, dated)
                    .and_then(dated)
                    .map_or_else(
                        || Period::unresolved(format!("XXXX-{month:02}")),
                        day_period,
                    )
            }
            Point::Weekend(direction) => {
                let back = self.reference.is_some_and(|day| {
                    day.weekday().to_monday_one_offset() < 6 && direction != Direction::Future
                });
                let (unit, by) = (Unit::Weekend, -i32::from(back));
                self.reference
                    .and_then(|day| shifted(day, unit, by))
                    .unwrap_or_else(|| Period::unresolved(unknown(unit)))
            }
            Point::DayOfMentioned(day) => self
                .first_mentioned()
                .or(self.reference)
                .and_then(|near| Date::new(near.year(), near.month(), day).ok())
                .map_or_else(
                    || Period::unresolved(format!("XXXX-XX-{day:02}")),
                    day_period,
                ),
            Point::Mentioned => self
                .mentioned
                .clone()
                .unwrap_or_else(|| Period::unresolved("PAST_REF")),
            Point::SameIn(by) => self
                .mentioned
                .as_ref()
                .and_then(|period| period.in_year(by))
                .or_else(|| shifted(self.reference?, Unit::Year, i32::from(by)))
                .unwrap_or_else(|| Period::unresolved("XXXX")),
            // `the next year` of a story is not that of its writing.
            Point::Shift { unit, by } => self
                .first_mentioned()
                .filter(|_| self.narrative && unit >= Unit::Week && by.abs() < 2)
                .or(self.reference)
                .and_then(|day| shifted(day, unit, by))
                .unwrap_or_else(|| Period::unresolved(unknown(unit))),
            // `the same day` after `by 2026` is no first of January.
            Point::FromMentioned { unit, by } => self
                .day
                .map(|(day, _)| day)
                .filter(|_| unit == Unit::Day)
                .or_else(|| {
                    self.first_mentioned()
                        .filter(|_| self.narrative || by.abs() > 1 || self.fits(unit))
                })
                .or(self.reference)
                .and_then(|day| shifted(day, unit, by))
                .unwrap_or_else(|| Period::unresolved(unknown(unit))),
        }
    }

    /// Whether the period mentioned last is no longer than a unit: after `in 2019`, `the next
    /// month` is not February.
    fn fits(&self, unit: Unit) -> bool {
        let longest = match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => 1,
            Unit::Weekend | Unit::Week => 7,
            Unit::Fortnight => 14,
            Unit::Month => 31,
            Unit::Quarter => 92,
            Unit::Year => 366,
            Unit::Decade => 3_660,
            Unit::Century => 36_600,
        };
        let days = self.mentioned.as_ref().and_then(|period| period.days);
        days.is_some_and(|(first, next)| (next - first).get_days() <= longest)
    }

    fn first_mentioned(&self) -> Option<Date> {
        Some(self.mentioned.as_ref()?.days?.0)
    }

    fn year(&self, year: Year) -> Option<i16> {
        match year {
            Year::Unknown => None,
            Year::Given(year) => Some(year),
            Year::Shift(by) => self.reference?.year().checked_add(by),
            Year::Mentioned => Some(self.first_mentioned().or(self.reference)?.year()),
        }
    }

    /// The given year, or the one that brings the date closest to the reference: news is about
    /// the recent past, so without a cue at most four months ahead.
    fn year_or_nearest(
        &self,
        year: Year,
        direction: Direction,
        dated: impl Fn(i16) -> Option<Date>,
    ) -> Option<i16> {
        if year != Year::Unknown {
            return self.year(year);
        }
        let reference = self.reference?;
        if self.narrative
            && direction != Direction::Future
            && let Some(day) = self.first_mentioned()
        {
            return Some(day.year());
        }
        let range = match direction {
            Direction::Unknown => -245..=120,
            Direction::Past => -320..=45,
            Direction::Over => -366..=14,
            Direction::Future => -90..=275,
            Direction::StrictlyPast => -366 - 15..=-16,
            Direction::StrictlyFuture => 16..=366 + 15,
        };
        [0, -1, 1]
            .into_iter()
            .filter_map(|by| {
                let year = reference.year().checked_add(by)?;
                let days = (dated(year)? - reference).get_days();
                range.contains(&days).then_some((days.abs(), year))
            })
            .min()
            .map(|(_, year)| year)
    }

    /// The year of a quarter or half: that of the reference, unless the period lies more than
    /// one ahead.
    fn part_of_year(&self, year: Year, part: i8, parts: i8) -> Option<i16> {
        if year != Year::Unknown {
            return self.year(year);
        }
        let reference = self.reference?;
        let now = (reference.month() - 1) / (12 / parts) + 1;
        let back = i16::from(part > now + 1);
        Some(reference.year() - back)
    }

    fn season_year(&self, year: Year, start: i8) -> Option<i16> {
        match year {
            Year::Given(_) | Year::Mentioned => self.year(year),
            Year::Unknown => self.year_or_nearest(year, Direction::Unknown, |year| {
                Date::new(year, start, 1).ok()?.checked_add(45.days()).ok()
            }),
            Year::Shift(by) => {
                let reference = self.reference?;
                // `last summer` in spring is that of the year before; in autumn that of this one.
                let over = reference.month() >= start + 3;
                let ahead = reference.month() < start;
                let by = match by {
                    -1 if over => 0,
                    1 if ahead => 0,
                    by => by,
                };
                reference.year().checked_add(by)
            }
        }
    }

    fn weekday(&self, weekday: i8, direction: Direction, week: Option<i16>) -> Option<Date> {
        let reference = self.reference?;
        let today = reference.weekday().to_monday_one_offset();
        let ahead = i32::from((weekday - today).rem_euclid(7));
        let days = match (week, direction) {
            (Some(week), _) => i32::from(weekday - today) + 7 * i32::from(week),
            (None, Direction::Future) => ahead,
            (None, Direction::StrictlyFuture) if ahead == 0 => 7,
            (None, Direction::StrictlyFuture) => ahead,
            (None, Direction::StrictlyPast) => ahead - 7,
            (None, Direction::Past | Direction::Over | Direction::Unknown) if ahead == 0 => 0,
            (None, Direction::Past | Direction::Over | Direction::Unknown) => ahead - 7,
        };
        reference.checked_add(days.days()).ok()
    }
}

fn numeric(year: i16, first: i8, second: i8, month_first: bool) -> Option<Date> {
    let (month, day) = if month_first {
        (first, second)
    } else {
        (second, first)
    };
    Date::new(year, month, day).ok()
}

/// Whether the dates in digits of a text that can be read in one order only have the month first.
fn month_first(expressions: &[Expression]) -> Option<bool> {
    let (mut month, mut day) = (0, 0);
    for expression in expressions {
        if let Meaning::Point(Point::Numeric { first, second, .. }) = expression.meaning {
            month += usize::from(second > 12);
            day += usize::from(first > 12);
        }
    }
    (month != day).then_some(month > day)
}

/// How many years of a text must be past for a story of the past.
const NARRATIVE: usize = 5;

/// Whether the dates of a text that name their year lie more than two years before the
/// reference, nearly all, and no more than a few count from the day of writing.
fn is_narrative(expressions: &[Expression], reference: i16) -> bool {
    let (mut past, mut near, mut deictic) = (0, 0, 0);
    for expression in expressions {
        let (Meaning::Point(point)
        | Meaning::Time {
            day: Some(point), ..
        }) = expression.meaning
        else {
            continue;
        };
        match point {
            Point::Day {
                year: Year::Given(year),
                ..
            }
            | Point::Month {
                year: Year::Given(year),
                ..
            }
            | Point::Season {
                year: Year::Given(year),
                ..
            }
            | Point::Year(Year::Given(year)) => {
                if year < reference - 2 {
                    past += 1;
                } else {
                    near += 1;
                }
            }
            Point::Bce(_) => past += 1,
            // `the next year` is as common in stories.
            Point::Shift { unit, by: 1 } if unit > Unit::Day => {}
            Point::Shift { .. } | Point::Weekday { .. } => deictic += 1,
            _ => {}
        }
    }
    past >= NARRATIVE && past > 3 * near && past > 8 * deictic
}

fn part_code(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "MO",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night => "NI",
    }
}
