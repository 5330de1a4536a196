//! Tokens of a date, and the readers of a date, a time and a zone at a token.

use super::words::{month, zone};
use crate::letters::is_alphabetic;

/// Tokens looked at; a date stands at the beginning of what carries it.
const MOST_TOKENS: usize = 120;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind<'a> {
    Number { value: u32, digits: u8 },
    Word(&'a str),
    Mark(char),
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) kind: TokenKind<'a>,
    /// Byte offset in the folded text.
    pub(super) start: usize,
    /// Whether a blank stands before it.
    spaced: bool,
}

/// Splits folded text into numbers, words and marks.
pub(super) fn tokenize(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut letters = text.char_indices().peekable();
    let mut spaced = false;
    while let Some((start, letter)) = letters.next() {
        if letter == ' ' {
            spaced = true;
            continue;
        }
        if tokens.len() == MOST_TOKENS {
            break;
        }
        let digit = letter.is_ascii_digit();
        let word = is_alphabetic(letter) && !is_ideograph(letter);
        let mut end = start + letter.len_utf8();
        if digit || word {
            while let Some(&(at, next)) = letters.peek() {
                let same = if digit {
                    next.is_ascii_digit()
                } else {
                    is_alphabetic(next) && !is_ideograph(next)
                };
                if !same {
                    break;
                }
                end = at + next.len_utf8();
                letters.next();
            }
        }
        let piece = &text[start..end];
        let kind = if digit {
            TokenKind::Number {
                // A number of more digits is no part of a date.
                value: piece.parse().unwrap_or(u32::MAX),
                digits: piece.len().min(255) as u8,
            }
        } else if word || is_ideograph(letter) {
            TokenKind::Word(piece)
        } else {
            TokenKind::Mark(letter)
        };
        tokens.push(Token {
            kind,
            start,
            spaced,
        });
        spaced = false;
    }
    tokens
}

/// Whether the day exists and lies in the years of web pages.
pub(super) fn is_date(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        1..=12 => 31,
        _ => return false,
    };
    (1990..=2100).contains(&year) && (1..=days).contains(&day)
}

type Date = (u32, u32, u32);

/// How `12/09/2023` is read, which may be two days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// As in the United States: with slashes that is the commoner page.
    #[default]
    MonthFirst,
    /// As everywhere else.
    DayFirst,
}

/// The date that begins at token `at`, and the token behind it.
pub(super) fn date_at(tokens: &[Token<'_>], at: usize, order: Order) -> Option<(Date, usize)> {
    let (date, next) = match tokens.get(at)?.kind {
        TokenKind::Number { value, digits } => {
            // A number glued to a number before it is a part of that: `1.2.2023.4`.
            if at > 0 && !tokens[at].spaced {
                let before = tokens[at - 1].kind;
                if matches!(before, TokenKind::Mark('.' | '-' | '/' | '+' | '#' | '_'))
                    && at > 1
                    && matches!(tokens[at - 2].kind, TokenKind::Number { .. })
                    && !tokens[at - 1].spaced
                {
                    return None;
                }
            }
            numeric_date(tokens, at, value, digits, order)?
        }
        TokenKind::Word(word) => {
            let month = month(word)?;
            month_first(tokens, at, month)?
        }
        TokenKind::Mark(_) => return None,
    };
    is_date(date.0, date.1, date.2).then_some((date, next))
}

fn numeric_date(
    tokens: &[Token<'_>],
    at: usize,
    value: u32,
    digits: u8,
    order: Order,
) -> Option<(Date, usize)> {
    match digits {
        8 => {
            let glued = matches!(kind(tokens, at + 1), Some(TokenKind::Mark('-' | '/')))
                && matches!(kind(tokens, at + 2), Some(TokenKind::Number { .. }));
            (!glued).then_some(((value / 10_000, value / 100 % 100, value % 100), at + 1))
        }
        4 => {
            let east = word(tokens, at + 1).is_some_and(|word| matches!(word, "年" | "년"));
            if east {
                let (month, _) = number(tokens, at + 2)?;
                let (day, _) = number(tokens, at + 4)?;
                matches!(word(tokens, at + 3)?, "月" | "월").then_some(())?;
                let tail = word(tokens, at + 5).is_some_and(|word| matches!(word, "日" | "일"));
                return Some(((value, month, day), at + 5 + usize::from(tail)));
            }
            let separator = mark(tokens, at + 1).filter(|c| "-/.".contains(*c))?;
            let (month, _) = number(tokens, at + 2)?;
            (mark(tokens, at + 3)? == separator).then_some(())?;
            let (day, width) = number(tokens, at + 4)?;
            (width <= 2).then_some(((value, month, day), at + 5))
        }
        1 | 2 => {
            if let Some(found) = day_first_word(tokens, at, value) {
                return Some(found);
            }
            let separator = mark(tokens, at + 1).filter(|c| "-/.".contains(*c))?;
            let (second, _) = number(tokens, at + 2)?;
            (mark(tokens, at + 3)? == separator).then_some(())?;
            let (year, width) = number(tokens, at + 4)?;
            // Two digits of a year are taken only where nothing but the date can be meant.
            let year = match width {
                4 => year,
                2 if digits == 2 && is_short_date(tokens, at, separator) => 2000 + year,
                _ => return None,
            };
            let american = separator == '/' && value <= 12 && order == Order::MonthFirst;
            let (day, month) = if american || second > 12 {
                (second, value)
            } else {
                (value, second)
            };
            Some(((year, month, day), at + 5))
        }
        _ => None,
    }
}

/// Whether the three numbers at token `at` are all that is there, or `31.10.23` set off by
/// blanks, and not part of a telephone number or a version.
fn is_short_date(tokens: &[Token<'_>], at: usize, separator: char) -> bool {
    let glued = |at: usize| tokens.get(at).is_some_and(|token| !token.spaced);
    let two = |at: usize| number(tokens, at).is_some_and(|(_, width)| width == 2) && glued(at);
    let alone = at == 0 && tokens.len() == 5;
    let goes_on = glued(at + 5)
        && mark(tokens, at + 5).is_none_or(|mark| !",;:)|".contains(mark))
        && kind(tokens, at + 5).is_some();
    let set_off = at == 0
        || tokens[at].spaced
        || mark(tokens, at - 1).is_some_and(|mark| "(|,".contains(mark));
    alone
        || separator == '.'
            && two(at + 2)
            && two(at + 4)
            && set_off
            && !goes_on
            && number(tokens, at + 4).is_some_and(|(year, _)| year < 50)
}

/// `12 September 2023`, `12. September 2023`, `12th of September, 2023`, `12-Sep-2023`,
/// `12 de septiembre de 2023`.
fn day_first_word(tokens: &[Token<'_>], at: usize, day: u32) -> Option<(Date, usize)> {
    let mut next = at + 1;
    if word(tokens, next)
        .is_some_and(|word| matches!(word, "st" | "nd" | "rd" | "th" | "er" | "º" | "ª"))
    {
        next += 1;
    }
    if mark(tokens, next).is_some_and(|c| ".-/,°".contains(c)) {
        next += 1;
    }
    if word(tokens, next).is_some_and(|word| matches!(word, "de" | "of" | "di")) {
        next += 1;
    }
    let month = month(word(tokens, next)?)?;
    next += 1;
    while mark(tokens, next).is_some_and(|c| ".-/,".contains(c)) {
        next += 1;
    }
    if word(tokens, next).is_some_and(|word| matches!(word, "de" | "del" | "of")) {
        next += 1;
    }
    let (year, width) = number(tokens, next)?;
    if width != 4 {
        return None;
    }
    next += 1;
    if word(tokens, next).is_some_and(|word| matches!(word, "г" | "года")) {
        next += 1;
        if mark(tokens, next) == Some('.') {
            next += 1;
        }
    }
    Some(((year, month, day), next))
}

/// `September 12, 2023`, `Sept. 12th 2023`, `Sep-12-2023`.
fn month_first(tokens: &[Token<'_>], at: usize, month: u32) -> Option<(Date, usize)> {
    let mut next = at + 1;
    if mark(tokens, next).is_some_and(|c| ".-/".contains(c)) {
        next += 1;
    }
    let (day, width) = number(tokens, next)?;
    if width > 2 {
        return None;
    }
    next += 1;
    if word(tokens, next).is_some_and(|word| matches!(word, "st" | "nd" | "rd" | "th")) {
        next += 1;
    }
    while mark(tokens, next).is_some_and(|c| ".,-/".contains(c)) {
        next += 1;
    }
    let (year, width) = number(tokens, next)?;
    (width == 4).then_some(((year, month, day), next + 1))
}

/// Where the time may begin behind a date: past commas, dashes and words such as `at`.
pub(super) fn skip_glue(tokens: &[Token<'_>], mut at: usize) -> usize {
    for _ in 0..4 {
        let glue = match kind(tokens, at) {
            Some(TokenKind::Mark(c)) => ",|-\u{2022}\u{B7}/(".contains(c),
            Some(TokenKind::Word(word)) => matches!(
                word,
                "t" | "at"
                    | "um"
                    | "à"
                    | "a"
                    | "las"
                    | "alle"
                    | "ore"
                    | "às"
                    | "as"
                    | "в"
                    | "klo"
                    | "kl"
                    | "o"
            ),
            _ => false,
        };
        if !glue {
            break;
        }
        at += 1;
    }
    at
}

type Time = (u32, u32, u32);

/// The clock time that begins at token `at`, and the token behind it.
pub(super) fn time_at(tokens: &[Token<'_>], at: usize) -> Option<(Time, usize)> {
    let (first, width) = number(tokens, at)?;
    if width == 6 && at > 0 && word(tokens, at - 1) == Some("t") {
        let time = (first / 10_000, first / 100 % 100, first % 100);
        return is_time(time).then_some((time, at + 1));
    }
    if width > 2 {
        return None;
    }
    let mut time = (first, 0, 0);
    let mut next = at + 1;
    let mut clear = false;
    let separator = match kind(tokens, next) {
        Some(TokenKind::Mark(c @ (':' | '.'))) => Some(c),
        Some(TokenKind::Word("h")) => Some('h'),
        _ => None,
    };
    if let Some(separator) = separator
        && let Some((minute, 2)) = number(tokens, next + 1)
        && !tokens[next + 1].spaced
    {
        time.1 = minute;
        next += 2;
        clear = separator != '.';
        if separator == ':'
            && mark(tokens, next) == Some(':')
            && let Some((second, 2)) = number(tokens, next + 1)
        {
            time.2 = second.min(59); // a leap second is the one before it
            next += 2;
            let fraction = mark(tokens, next).is_some_and(|c| ".,".contains(c));
            if fraction && number(tokens, next + 1).is_some() && !tokens[next + 1].spaced {
                next += 2;
            }
        }
    } else if separator == Some('h') {
        next += 1;
        clear = true;
    }
    if let Some((afternoon, behind)) = half_day(tokens, next) {
        if !(1..=12).contains(&time.0) {
            return None;
        }
        time.0 = time.0 % 12 + if afternoon { 12 } else { 0 };
        next = behind;
        clear = true;
    } else if word(tokens, next) == Some("uhr") {
        next += 1;
        clear = true;
    }
    // `15.50 GMT` is a time, `15.50` a number.
    clear |= separator.is_some() && zone_at(tokens, next).is_some();
    (clear && is_time(time)).then_some((time, next))
}

/// The zone at token `at`: minutes east of Greenwich where they are known.
pub(super) fn zone_at(tokens: &[Token<'_>], mut at: usize) -> Option<(Option<i32>, usize)> {
    if mark(tokens, at) == Some('(') {
        at += 1;
    }
    let named = word(tokens, at).and_then(zone);
    if named.is_some() {
        at += 1;
    }
    let sign = match mark(tokens, at) {
        Some('+') => 1,
        // A dash set off by blanks on both sides is no sign.
        Some('-') if tokens.get(at + 1).is_some_and(|token| !token.spaced) => -1,
        _ => return named.map(|offset| (offset, at)),
    };
    let Some((value, width)) = number(tokens, at + 1) else {
        return named.map(|offset| (offset, at));
    };
    let (hours, minutes, next) = match width {
        4 => (value / 100, value % 100, at + 2),
        1 | 2 => match (mark(tokens, at + 2), number(tokens, at + 3)) {
            (Some(':'), Some((minutes, 2))) => (value, minutes, at + 4),
            _ => (value, 0, at + 2),
        },
        _ => return named.map(|offset| (offset, at)),
    };
    if hours > 14 || minutes > 59 {
        return None;
    }
    Some((Some(sign * (hours * 60 + minutes).cast_signed()), next))
}

fn half_day(tokens: &[Token<'_>], at: usize) -> Option<(bool, usize)> {
    let first = word(tokens, at)?;
    match first {
        "am" => Some((false, at + 1)),
        "pm" => Some((true, at + 1)),
        "a" | "p" if mark(tokens, at + 1) == Some('.') && word(tokens, at + 2) == Some("m") => {
            let dot = mark(tokens, at + 3) == Some('.');
            Some((first == "p", at + 3 + usize::from(dot)))
        }
        _ => None,
    }
}

fn is_time((hour, minute, second): Time) -> bool {
    hour < 24 && minute < 60 && second < 60
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '年' | '月' | '日' | '년' | '월' | '일')
}

fn kind<'a>(tokens: &[Token<'a>], at: usize) -> Option<TokenKind<'a>> {
    tokens.get(at).map(|token| token.kind)
}

fn word<'a>(tokens: &[Token<'a>], at: usize) -> Option<&'a str> {
    match kind(tokens, at)? {
        TokenKind::Word(word) => Some(word),
        _ => None,
    }
}

fn number(tokens: &[Token<'_>], at: usize) -> Option<(u32, u8)> {
    match kind(tokens, at)? {
        TokenKind::Number { value, digits } => Some((value, digits)),
        _ => None,
    }
}

fn mark(tokens: &[Token<'_>], at: usize) -> Option<char> {
    match kind(tokens, at)? {
        TokenKind::Mark(mark) => Some(mark),
        _ => None,
    }
}
