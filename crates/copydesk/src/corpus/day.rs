//! Days as numbers, so that how near two documents are is a subtraction.

use std::ops::Range;

/// The days from 1 January 1970 to an ISO date, which may have a time behind it.
pub(crate) fn parse(date: &str) -> Option<i32> {
    let number = |range: Range<usize>| date.get(range)?.parse::<i32>().ok();
    let bytes = date.as_bytes();
    if bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
        return None;
    }
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // A year that begins in March has its leap day at its end.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let of_year = (153 * month + 2) / 5 + day - 1;
    let of_era = year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(of_era + of_year - 719_468)
}

/// A number of days between two dates, bounded so that sums cannot overflow.
pub(crate) fn count(days: u32) -> i32 {
    i32::try_from(days).unwrap_or(i32::MAX).min(1_000_000)
}

/// The ISO date of a number of days from 1 January 1970.
pub(crate) fn format(days: i32) -> String {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (carry, month) = if month < 10 {
        (0, month + 3)
    } else {
        (1, month - 9)
    };
    format!("{:04}-{month:02}-{day:02}", year + era * 400 + carry)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted() {
        assert_eq!(parse("1970-01-01"), Some(0));
        assert_eq!(parse("2024-03-01T08:00:00Z"), Some(19_783));
        assert_eq!(parse("2024-02-29"), Some(19_782));
        assert_eq!(parse("2024-13-01"), None);
        assert_eq!(parse("2024"), None);
        assert_eq!(parse("no date é"), None);
    }

    #[test]
    fn days_come_back_as_dates() {
        for day in (-800_000..800_000).step_by(317) {
            if day > -719_000 {
                assert_eq!(parse(&format(day)), Some(day));
            }
        }
    }
}
