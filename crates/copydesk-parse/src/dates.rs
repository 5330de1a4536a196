//! Calendar dates and times as pages write them.
//!
//! *What*: [`parse_date`] finds the first full date in a short text, [`date_line`] says whether
//! a line is nothing but dates, [`from_url`] reads the date in an address.
//! *Why*: a publication date is written in a dozen forms and seven languages.
//! *Example*: `Sept. 12 2023, 4:05 p.m. EDT` → `2023-09-12T16:05:00-04:00`.
//! *Known misses*: dates without a year; relative dates; `12/09/2023`, which may be two days,
//! is read as its [`Order`] says; a day over 12, dots and hyphens make it day first.

mod scan;
mod words;

pub(crate) use scan::Order;
use scan::{Token, TokenKind, date_at, time_at, tokenize, zone_at};
use words::{Label, is_weekday, label};

use crate::{byline, lexicon};

/// Longest text that is searched, in characters.
const LONGEST: usize = 300;

/// Longest line that may be a date line.
const LONGEST_LINE: usize = 140;

/// A line that is nothing but dates and what belongs to them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DateLine {
    /// The date labelled as that of publication, or the one without a label.
    pub(crate) published: Option<String>,
    /// The date labelled as that of an update.
    pub(crate) modified: Option<String>,
    /// Whether a label says which date it is.
    pub(crate) labelled: bool,
}

/// The first date in `text`, as `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SS` with the zone behind it
/// where the text says it.
pub(crate) fn parse_date(text: &str) -> Option<String> {
    parse_date_in(text, Order::default())
}

/// [`parse_date`] for a page whose language says how a date with slashes is read.
pub(crate) fn parse_date_in(text: &str, order: Order) -> Option<String> {
    let folded = lexicon::fold(text, LONGEST);
    if !folded.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let tokens = tokenize(&folded);
    (0..tokens.len()).find_map(|at| moment_at(&tokens, at, order).map(|(date, _)| date))
}

/// What the line says, where it is nothing but one or two dates, their labels, and furniture or
/// a byline behind them.
pub(crate) fn date_line(line: &str) -> Option<DateLine> {
    date_line_in(line, Order::default())
}

/// [`date_line`] for a page whose language says how a date with slashes is read.
pub(crate) fn date_line_in(line: &str, order: Order) -> Option<DateLine> {
    let line = line.trim();
    if line.len() > LONGEST_LINE
        || !line.bytes().any(|byte| byte.is_ascii_digit())
        || !may_open_date_line(line)
    {
        return None;
    }
    let folded = lexicon::fold(line, LONGEST);
    let tokens = tokenize(&folded);
    let mut found = DateLine::default();
    let mut kind = Label::Neither;
    let (mut dates, mut updates) = (0, 0);
    let mut at = 0;
    while at < tokens.len() {
        if let Some((date, next)) = moment_at(&tokens, at, order) {
            dates += 1;
            let slot = match kind {
                Label::Modified => &mut found.modified,
                _ => &mut found.published,
            };
            if slot.is_none() {
                *slot = Some(date);
            }
            found.labelled |= kind != Label::Neither;
            kind = Label::Neither;
            at = next;
            continue;
        }
        if let Some((_, next)) = time_at(&tokens, at) {
            at = zone_at(&tokens, next).map_or(next, |(_, next)| next);
            // `Updated at 15.50 GMT`: a line of a live blog.
            updates += usize::from(kind == Label::Modified);
            continue;
        }
        match tokens[at].kind {
            TokenKind::Mark(_) => {}
            TokenKind::Word(word) if is_weekday(word) || words::zone(word).is_some() => {}
            TokenKind::Word(word) => match label(word) {
                Some(Label::Neither) => {}
                Some(said) => kind = said,
                None => break,
            },
            TokenKind::Number { .. } => break,
        }
        at += 1;
    }
    if dates == 0 && updates == 0 {
        return None;
    }
    if let Some(token) = tokens.get(at) {
        let rest = folded[token.start..].trim();
        let known = |rest: &str| lexicon::classify_near(rest).is_some() || byline::is_byline(rest);
        if !known(rest)
            && !rest
                .split(['|', '\u{B7}', '\u{2022}'])
                .all(|part| known(part.trim()))
        {
            return None;
        }
    }
    Some(found)
}

/// Whether the first word may be that of a date line; nearly all lines fail here, before anything
/// is folded. What is not ASCII is left to folding.
fn may_open_date_line(line: &str) -> bool {
    const LONGEST_WORD: usize = 24;
    let bytes = line.as_bytes();
    let marks = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
    let start = bytes.iter().take_while(|byte| marks(byte)).count();
    let word = &bytes[start..];
    let letters = word.iter().take_while(|byte| byte.is_ascii_alphabetic());
    let len = letters.count();
    if len == 0 || word.get(len).is_some_and(|byte| !byte.is_ascii()) {
        return true;
    }
    let mut lower = [0; LONGEST_WORD];
    let Some(lower) = lower.get_mut(..len) else {
        return false;
    };
    lower.copy_from_slice(&word[..len]);
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).is_ok_and(|word| is_date_word(word) || words::zone(word).is_some())
}

/// The date that a paragraph opens with, set off from its first sentence: `01.02.2022 - The
/// river`, `(12 May 2023) The river`, `Press release of 12 May 2023 | Oslo - The river`.
pub(crate) fn leading_date(text: &str, order: Order) -> Option<String> {
    /// Where the date begins at the latest, in bytes of the folded text.
    const LATEST: usize = 32;
    const LOOKED_AT: usize = 90;
    let head: String = text.chars().take(LOOKED_AT).collect();
    if !head.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let folded = lexicon::fold(&head, LOOKED_AT);
    let tokens = tokenize(&folded);
    let (at, (date, next)) = tokens
        .iter()
        .take_while(|token| token.start <= LATEST)
        .enumerate()
        .find_map(|(at, _)| Some((at, moment_at(&tokens, at, order)?)))?;
    let opens = matches!(tokens.get(next)?.kind, TokenKind::Mark(c)
        if "-\u{2013}\u{2014}|:)/\u{2022}\u{B7}\"\u{201E}\u{201C}\u{AB}".contains(c));
    // In a sentence a preposition stands before it.
    let labelled = tokens[..at].iter().all(|token| match token.kind {
        TokenKind::Word(word) => !matches!(word, "on" | "since" | "until" | "seit" | "bis" | "ab"),
        TokenKind::Mark(mark) => mark != '.',
        TokenKind::Number { .. } => true,
    });
    (opens && labelled).then_some(date)
}

/// Whether a folded word names a month or a day of the week, or is the label of a date.
pub(crate) fn is_date_word(word: &str) -> bool {
    is_weekday(word) || words::month(word).is_some() || label(word).is_some()
}

/// Whether a line that holds a date says that it is that of an update, and of nothing else.
pub(crate) fn is_update(line: &str) -> bool {
    let folded = lexicon::fold(line, LONGEST);
    let mut update = false;
    for token in tokenize(&folded) {
        if let TokenKind::Word(word) = token.kind {
            match label(word) {
                Some(Label::Published) => return false,
                Some(Label::Modified) => update = true,
                _ => {}
            }
        }
    }
    update
}

/// `local`, an ISO date and time without a zone, with the zone in which it is the same moment as
/// `known`, where there is one.
pub(crate) fn with_zone(local: &str, known: &str) -> Option<String> {
    /// Places are at most so many minutes ahead of Greenwich and behind it.
    const AHEAD: i64 = 14 * 60;
    const BEHIND: i64 = -12 * 60;
    if local.len() != 19 {
        return None;
    }
    let offset = minutes(local)? - minutes(known)?;
    let is_zone = offset % 15 == 0 && (BEHIND..=AHEAD).contains(&offset);
    is_zone.then(|| {
        let sign = if offset < 0 { '-' } else { '+' };
        let offset = offset.abs();
        format!("{local}{sign}{:02}:{:02}", offset / 60, offset % 60)
    })
}

/// Whether two ISO dates with zones are the same moment, give or take some minutes: one of them
/// may have been written when the page was saved.
pub(crate) fn is_same_moment(one: &str, other: &str) -> bool {
    const APART: i64 = 10;
    let zoned = |date: &str| date.len() > 19;
    zoned(one)
        && zoned(other)
        && minutes(one)
            .zip(minutes(other))
            .is_some_and(|(one, other)| (one - other).abs() <= APART)
}

/// Days from the first ISO date to the second.
pub(crate) fn days_between(from: &str, to: &str) -> Option<i64> {
    Some(day_number(to)? - day_number(from)?)
}

/// Whether two ISO dates are the two readings of one date with slashes.
pub(crate) fn is_swapped(one: &str, other: &str) -> bool {
    let part = |date: &str, range: std::ops::Range<usize>| date.get(range).map(str::to_owned);
    part(one, 0..4) == part(other, 0..4)
        && part(one, 5..7) == part(other, 8..10)
        && part(one, 8..10) == part(other, 5..7)
}

/// Minutes of an ISO date and time, counted from some day long ago; without a zone as if in
/// Greenwich.
fn minutes(date: &str) -> Option<i64> {
    let number = |range: std::ops::Range<usize>| date.get(range)?.parse::<i64>().ok();
    let clock = number(11..13)? * 60 + number(14..16)?;
    let offset = match date.as_bytes().get(19) {
        Some(sign) => {
            let minutes = number(20..22)? * 60 + number(23..25)?;
            if *sign == b'-' { -minutes } else { minutes }
        }
        None => 0,
    };
    Some(day_number(date)? * 1440 + clock - offset)
}

/// The moment that a number of seconds or milliseconds since 1970 is, in the time of Greenwich.
pub(crate) fn from_epoch(digits: &str) -> Option<String> {
    let digits = digits.trim();
    let number: u64 = digits.parse().ok()?;
    let seconds = match digits.len() {
        10 => number,
        13 => number / 1000,
        _ => return None,
    };
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    // Days since the first of March of the year 0; a cycle is 400 years, a leap day ends each.
    let day = days + 719_468;
    let of_cycle = day % 146_097;
    let year = (of_cycle - of_cycle / 1_460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
    let of_year = of_cycle - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day_of_month = of_year - (153 * month + 2) / 5 + 1;
    let (month, year) = if month < 10 {
        (month + 3, year)
    } else {
        (month - 9, year + 1)
    };
    let year = year + day / 146_097 * 400;
    Some(format!(
        "{year:04}-{month:02}-{day_of_month:02}T{:02}:{:02}:{:02}+00:00",
        rest / 3600,
        rest / 60 % 60,
        rest % 60
    ))
}

/// The number of the day of an ISO date, counted from some day long ago.
fn day_number(date: &str) -> Option<i64> {
    let number = |range: std::ops::Range<usize>| date.get(range)?.parse::<i64>().ok();
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    // Years begin in March, so that the leap day is the last one.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    Some(year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day)
}

/// The date in the path of an address: `/2023/09/12/`, `/2023/sep/12/`, `/2023-09-12-`,
/// `/20230912/`.
pub(crate) fn from_url(url: &str) -> Option<String> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = path.split_once('/').map_or(path, |(_, path)| path);
    let lower = path.get(..path.len().min(400))?.to_ascii_lowercase();
    let pieces: Vec<&str> = lower.split(['/', '-', '_', '.']).take(64).collect();
    for (at, &piece) in pieces.iter().enumerate() {
        if let (4, Ok(year), Some(&month), Some(&day)) = (
            piece.len(),
            piece.parse::<u32>(),
            pieces.get(at + 1),
            pieces.get(at + 2),
        ) {
            let month = match month.parse::<u32>() {
                Ok(number) if month.len() <= 2 => Some(number),
                _ => words::month(month),
            };
            if let (Some(month), Ok(day), true) = (month, day.parse::<u32>(), day.len() <= 2)
                && scan::is_date(year, month, day)
            {
                return Some(format!("{year:04}-{month:02}-{day:02}"));
            }
        }
        if piece.len() == 8
            && let Ok(number) = piece.parse::<u32>()
            && scan::is_date(number / 10_000, number / 100 % 100, number % 100)
        {
            let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
            return Some(format!("{year:04}-{month:02}-{day:02}"));
        }
    }
    None
}

/// A date at token `at`, with the time behind it where there is one, and where it ends.
fn moment_at(tokens: &[Token<'_>], at: usize, order: Order) -> Option<(String, usize)> {
    let ((year, month, day), mut next) = date_at(tokens, at, order)?;
    let mut moment = format!("{year:04}-{month:02}-{day:02}");
    let glue = scan::skip_glue(tokens, next);
    if let Some(((hour, minute, second), behind)) = time_at(tokens, glue) {
        use std::fmt::Write as _;
        next = behind;
        // Writing to a string cannot fail.
        let _ = write!(moment, "T{hour:02}:{minute:02}:{second:02}");
        if let Some((offset, behind)) = zone_at(tokens, next) {
            next = behind;
            if let Some(offset) = offset {
                let sign = if offset < 0 { '-' } else { '+' };
                let offset = offset.abs();
                let _ = write!(moment, "{sign}{:02}:{:02}", offset / 60, offset % 60);
            }
        }
    }
    Some((moment, next))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        DateLine, Order, date_line, from_epoch, from_url, is_same_moment, leading_date, parse_date,
        parse_date_in, with_zone,
    };

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let expected = (!expected.is_empty()).then(|| expected.to_owned());
        assert_eq!(parse_date(text), expected, "{text:?}");
    }

    #[test]
    fn forms() {
        check("September 12, 2023", "2023-09-12");
        check("Sept. 12 2023, 4:05 p.m. EDT", "2023-09-12T16:05:00-04:00");
        check("12 September 2023", "2023-09-12");
        check("September 12th, 2023", "2023-09-12");
        check("12.09.2023", "2023-09-12");
        check("12.09.2023, 14:05 Uhr", "2023-09-12T14:05:00");
        check("12. September 2023 um 8:30 Uhr", "2023-09-12T08:30:00");
        check("2023-09-12T08:00:00+02:00", "2023-09-12T08:00:00+02:00");
        check("2023-09-12T08:00:00.123Z", "2023-09-12T08:00:00+00:00");
        check("2023-09-12T08:00:00-0430", "2023-09-12T08:00:00-04:30");
        check("2023-09-12 08:00", "2023-09-12T08:00:00");
        check("2023/09/12", "2023-09-12");
        check("20230912", "2023-09-12");
        check("20230912T080000Z", "2023-09-12T08:00:00+00:00");
        check("12/09/2023", "2023-12-09");
        check("22/09/2023", "2023-09-22");
        check("12-09-2023", "2023-09-12");
        check("12-Sep-2023", "2023-09-12");
        check("Tue, 12 Sep 2023 08:00:00 GMT", "2023-09-12T08:00:00+00:00");
        check(
            "Published: Tuesday, September 12, 2023 at 12:10 AM",
            "2023-09-12T00:10:00",
        );
        check("Updated on 12 Sep 2023", "2023-09-12");
        check("mardi 12 septembre 2023 à 14h05", "2023-09-12T14:05:00");
        check("1er janvier 2024", "2024-01-01");
        check("12 de septiembre de 2023", "2023-09-12");
        check("12 settembre 2023 ore 9:15", "2023-09-12T09:15:00");
        check("12 de setembro de 2023 às 18h30", "2023-09-12T18:30:00");
        check("12 сентября 2023 г.", "2023-09-12");
        check("2023年9月12日", "2023-09-12");
        check("It rained on 3 May 2021 in Bergen", "2021-05-03");
    }

    #[test]
    fn short_years() {
        check("Anna Lind | 31.10.23", "2023-10-31");
        check("28.01.22 / 0 comments", "2022-01-28");
        check("06.12.34.56.78", "");
        check("version 10.02.22-1", "");
        check("12/10/22 and more", "");
    }

    #[test]
    fn days_first() {
        let check = |order, expected: &str| {
            assert_eq!(
                parse_date_in("12/09/2023", order).as_deref(),
                Some(expected)
            );
        };
        check(Order::DayFirst, "2023-09-12");
        check(Order::MonthFirst, "2023-12-09");
    }

    #[test]
    fn paragraphs_that_open_with_a_date() {
        let check = |text: &str, expected: Option<&str>| {
            let found = leading_date(text, Order::default());
            assert_eq!(found.as_deref(), expected, "{text}");
        };
        check("27.1.2022 - Bei der Feier am Hafen", Some("2022-01-27"));
        check("01.02.2022 \u{201E}Der Pegel steigt", Some("2022-02-01"));
        check("(12 May 2023) The river rose", Some("2023-05-12"));
        check(
            "Press release of 12 May 2023 | Oslo - The river",
            Some("2023-05-12"),
        );
        check("On 12 May 2023, the river rose", None);
        check("The river rose. 12 May 2023 - a day to remember", None);
        check(
            "The council met for the first time 12 May 2023 - and left",
            None,
        );
    }

    #[test]
    fn moments_and_zones() {
        let known = "2023-05-12T22:30:00+00:00";
        let zone = |local: &str| with_zone(local, known);
        assert_eq!(
            zone("2023-05-13T00:30:00").as_deref(),
            Some("2023-05-13T00:30:00+02:00")
        );
        assert_eq!(
            zone("2023-05-12T18:00:00").as_deref(),
            Some("2023-05-12T18:00:00-04:30")
        );
        assert_eq!(zone("2023-05-13T00:37:00"), None);
        assert_eq!(zone("2023-05-14T00:30:00"), None);
        assert_eq!(zone("2023-05-13"), None);
        assert!(is_same_moment(known, "2023-05-13T00:34:00+02:00"));
        assert!(!is_same_moment(known, "2023-05-13T00:30:00+00:00"));
        assert!(!is_same_moment(known, "2023-05-12"));
    }

    #[test]
    fn seconds_since_1970() {
        let check = |digits: &str, expected: Option<&str>| {
            assert_eq!(from_epoch(digits).as_deref(), expected, "{digits}");
        };
        check("1683930600", Some("2023-05-12T22:30:00+00:00"));
        check("1709164800000", Some("2024-02-29T00:00:00+00:00"));
        check("946684799", None);
        check("0951782400", Some("2000-02-29T00:00:00+00:00"));
        check("x", None);
    }

    #[test]
    fn no_dates() {
        check("February 30, 2023", "");
        check("12 September 1875", "");
        check("31.04.2023", "");
        check("version 10.2.2", "");
        check("0800 555 0199", "");
        check("September 2023", "");
        check("", "");
    }

    #[test]
    fn whole_lines() {
        let line = |published: &str, modified: &str, labelled| {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            Some(DateLine {
                published: some(published),
                modified: some(modified),
                labelled,
            })
        };
        assert_eq!(date_line("October 23, 2024"), line("2024-10-23", "", false));
        assert_eq!(
            date_line("Posted: Sep 19, 2024 | Updated: Sep 20, 2024"),
            line("2024-09-19", "2024-09-20", true)
        );
        assert_eq!(
            date_line("7 August 2024, 14:20"),
            line("2024-08-07T14:20:00", "", false)
        );
        assert_eq!(
            date_line("Mis à jour le 7 août 2024 à 9h30"),
            line("", "2024-08-07T09:30:00", true)
        );
        assert_eq!(
            date_line("December 9, 2025 No Comments"),
            line("2025-12-09", "", false)
        );
        assert_eq!(date_line("On October 23, 2024 the bridge fell"), None);
        assert_eq!(date_line("The bridge fell on October 23, 2024"), None);
        assert_eq!(date_line("14:20"), None);
    }

    #[test]
    fn addresses() {
        let check = |url: &str, expected: Option<&str>| {
            assert_eq!(from_url(url).as_deref(), expected, "{url}");
        };
        check("https://a.example/2023/09/12/eel", Some("2023-09-12"));
        check("https://a.example/news/2023/sep/12/eel", Some("2023-09-12"));
        check("https://a.example/2023-09-12-eel.html", Some("2023-09-12"));
        check("https://a.example/x/20230912/eel", Some("2023-09-12"));
        check("https://a.example/2023/09/eel", None);
        check("https://a.example/id/20239912", None);
    }

    proptest! {
        #[test]
        fn any_text_is_safe(text in "[0-9A-Za-z:/., \\-+年月\u{430}-\u{44f}]{0,60}") {
            let _ = date_line(&text);
            let _ = from_url(&text);
            if let Some(date) = parse_date(&text) {
                prop_assert_eq!(parse_date(&date), Some(date));
            }
        }
    }
}
