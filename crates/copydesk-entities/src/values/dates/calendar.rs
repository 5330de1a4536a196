//! Periods of the calendar: their TIMEX3 values, and the days they cover.

use jiff::{
    ToSpan,
    civil::{Date, ISOWeekDate, Weekday},
};

use super::super::lexicon::{Season, Unit};

/// A period: its value, and its first day and the day after the last one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) value: String,
    pub(super) days: Option<(Date, Date)>,
}

impl Period {
    pub(super) fn unresolved(value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            days: None,
        }
    }

    /// The same part of a year so many years away: 2010-02 from 2009-02.
    pub(super) fn in_year(&self, by: i16) -> Option<Self> {
        let year: i16 = self.value.get(..4)?.parse().ok()?;
        let rest = self.value.get(4..)?;
        let year = year
            .checked_add(by)
            .filter(|year| (1..=9999).contains(year))?;
        let moved = |day: Date| day.checked_add(i32::from(by).years()).ok();
        let days = self
            .days
            .and_then(|(first, next)| Some((moved(first)?, moved(next)?)));
        Some(Self {
            value: format!("{year:04}{rest}"),
            days,
        })
    }
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

fn days_after(date: Date, days: i32) -> Option<Date> {
    date.checked_add(days.days()).ok()
}

pub(super) fn day_period(day: Date) -> Period {
    Period {
        value: iso(day),
        days: days_after(day, 1).map(|next| (day, next)),
    }
}

/// `YYYY-MM-DD`
pub(super) fn iso(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// The months from `month` on, as one period.
fn months(value: String, year: i16, month: i8, count: i32) -> Period {
    let days = date(year, month, 1).and_then(|first| {
        let next = first.checked_add(count.months()).ok()?;
        Some((first, next))
    });
    Period { value, days }
}

pub(super) fn month_period(year: i16, month: i8) -> Period {
    months(format!("{year:04}-{month:02}"), year, month, 1)
}

pub(super) fn year_period(year: i16) -> Period {
    months(format!("{year:04}"), year, 1, 12)
}

pub(super) fn decade_period(first_year: i16) -> Period {
    let value = format!("{:03}", first_year.div_euclid(10));
    months(value, first_year.div_euclid(10) * 10, 1, 120)
}

pub(super) fn century_period(first_year: i16) -> Period {
    let value = format!("{:02}", first_year.div_euclid(100));
    let first = first_year.div_euclid(100) * 100;
    months(value, first, 1, 1200)
}

pub(super) fn quarter_period(year: i16, quarter: i8) -> Period {
    let value = format!("{year:04}-Q{quarter}");
    months(value, year, (quarter - 1) * 3 + 1, 3)
}

pub(super) fn half_period(year: i16, half: i8) -> Period {
    let value = format!("{year:04}-H{half}");
    months(value, year, (half - 1) * 6 + 1, 6)
}

pub(super) fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

/// The first month of a season, in the northern hemisphere.
pub(super) fn season_start(season: Season) -> i8 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    }
}

pub(super) fn season_period(year: i16, season: Season) -> Period {
    let value = format!("{year:04}-{}", season_code(season));
    months(value, year, season_start(season), 3)
}

/// The ISO week that holds a day.
pub(super) fn week_period(day: Date) -> Option<Period> {
    let week = day.iso_week_date();
    let monday = ISOWeekDate::new(week.year(), week.week(), Weekday::Monday)
        .ok()?
        .date();
    Some(Period {
        value: format!("{:04}-W{:02}", week.year(), week.week()),
        days: days_after(monday, 7).map(|next| (monday, next)),
    })
}

/// The weekend at the end of the ISO week that holds a day.
fn weekend_period(day: Date) -> Option<Period> {
    let week = week_period(day)?;
    let (monday, next) = week.days?;
    Some(Period {
        value: format!("{}-WE", week.value),
        days: days_after(monday, 5).map(|saturday| (saturday, next)),
    })
}

/// The period of one unit that lies `by` units from that of `day`.
pub(super) fn shifted(day: Date, unit: Unit, by: i32) -> Option<Period> {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Some(day_period(day)),
        Unit::Day => days_after(day, by).map(day_period),
        Unit::Week => week_period(days_after(day, by.checked_mul(7)?)?),
        Unit::Fortnight => week_period(days_after(day, by.checked_mul(14)?)?),
        Unit::Weekend => weekend_period(days_after(day, by.checked_mul(7)?)?),
        Unit::Month => {
            let first = date(day.year(), day.month(), 1)?;
            let month = first.checked_add(by.months()).ok()?;
            Some(month_period(month.year(), month.month()))
        }
        Unit::Quarter => {
            let first = date(day.year(), day.month(), 1)?;
            let month = first.checked_add(by.checked_mul(3)?.months()).ok()?;
            Some(quarter_period(month.year(), (month.month() - 1) / 3 + 1))
        }
        Unit::Year => year_shift(day, by).map(year_period),
        Unit::Decade => year_shift(day, by.checked_mul(10)?).map(decade_period),
        Unit::Century => year_shift(day, by.checked_mul(100)?).map(century_period),
    }
}

fn year_shift(day: Date, by: i32) -> Option<i16> {
    i16::try_from(i32::from(day.year()).checked_add(by)?)
        .ok()
        .filter(|year| (1..=9999).contains(year))
}

/// The form of a period of one unit that could not be resolved.
pub(super) fn unknown(unit: Unit) -> &'static str {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
    }
}

/// `P3D`, `PT30M`, `PXY`: the value of a length.
pub(super) fn length(amount: Option<f64>, unit: Unit) -> String {
    let amount = amount.filter(|amount| amount.is_finite());
    let amount = match unit {
        Unit::Fortnight => amount.map(|amount| amount * 2.0),
        _ => amount,
    };
    let number = amount.map_or_else(|| "X".to_owned(), |amount| amount.to_string());
    match unit {
        Unit::Second => format!("PT{number}S"),
        Unit::Minute => format!("PT{number}M"),
        Unit::Hour => format!("PT{number}H"),
        Unit::Day => format!("P{number}D"),
        Unit::Weekend => format!("P{number}WE"),
        Unit::Week | Unit::Fortnight => format!("P{number}W"),
        Unit::Month => format!("P{number}M"),
        Unit::Quarter => format!("P{number}Q"),
        Unit::Year => format!("P{number}Y"),
        Unit::Decade => format!("P{number}DE"),
        Unit::Century => format!("P{number}CE"),
    }
}

/// Easter Sunday of a year, after the anonymous Gregorian computus.
#[expect(
    clippy::many_single_char_names,
    reason = "the letters under which the computus is published"
)]
pub(super) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    date(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}

/// The n-th such weekday of a month, 0 for the last one.
pub(super) fn nth_weekday(year: i16, month: i8, weekday: i8, nth: i8) -> Option<Date> {
    let first = date(year, month, 1)?;
    if nth == 0 {
        let last = date(year, month, first.days_in_month())?;
        let back = (last.weekday().to_monday_one_offset() - weekday).rem_euclid(7);
        return days_after(last, -i32::from(back));
    }
    let ahead = (weekday - first.weekday().to_monday_one_offset()).rem_euclid(7);
    days_after(first, i32::from(ahead) + 7 * (i32::from(nth) - 1))
}

/// The n-th week of a month, 0 for the last one that lies mostly in it.
pub(super) fn week_of_month(year: i16, month: i8, week: i8) -> Option<Period> {
    let first = date(year, month, 1)?;
    let day = if week == 0 {
        days_after(first, i32::from(first.days_in_month()) - 4)?
    } else {
        days_after(first, 3 + 7 * (i32::from(week) - 1))?
    };
    week_period(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moving_feasts() {
        assert_eq!(easter(2024).map(iso).as_deref(), Some("2024-03-31"));
        assert_eq!(easter(2011).map(iso).as_deref(), Some("2011-04-24"));
        assert_eq!(
            nth_weekday(2023, 11, 4, 4).map(iso).as_deref(),
            Some("2023-11-23")
        );
    }

    #[test]
    fn a_week_belongs_to_the_year_of_its_thursday() {
        let period = week_period(Date::constant(2027, 1, 2)).expect("a week");
        assert_eq!(period.value, "2026-W53");
    }
}
