//! Coordinates: `48.8584, 2.2945`, `40.7128° N, 74.0060° W`, `40°42′46″N 74°00′22″W`.
//!
//! *What*: a latitude up to 90 and a longitude up to 180 degrees, in decimals with four places or
//! more, or with degree signs and the letters of the winds. *Why*: the value is one form of all,
//! in decimal degrees. *Example*: `33°51′S 151°12′E` → `-33.85,151.2`. *Known misses*: longitude
//! before latitude, degrees in words.

use copydesk_core::record::PatternKind;

use super::Found;

/// Longest pair of coordinates, in bytes.
const MAX: usize = 80;

/// A pair in decimals, whose first full stop stands at byte `i`.
pub(super) fn decimal(text: &str, i: usize, floor: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    // Four places or more: fewer are prices and scores.
    if !bytes.get(i + 1..i + 5)?.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let start = number_start(bytes, i, floor)?;
    let (latitude, places, at) = number(text, start)?;
    let mut at = at;
    if bytes.get(at) != Some(&b',') || places < 4 {
        return None;
    }
    at += 1;
    while bytes.get(at) == Some(&b' ') && at < i + MAX {
        at += 1;
    }
    let (longitude, places, end) = number(text, at)?;
    let longer = bytes
        .get(end)
        .is_some_and(|&byte| byte.is_ascii_alphanumeric() || byte == b'%');
    if places < 4 || longer {
        return None;
    }
    pair(start, end, latitude, longitude)
}

/// A pair with degree signs, whose first sign stands at byte `i`.
pub(super) fn signed(text: &str, i: usize, floor: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    if !text[i..].starts_with('\u{B0}') {
        return None;
    }
    let mut start = i;
    while start > floor
        && i - start < 12
        && (bytes[start - 1].is_ascii_digit() || bytes[start - 1] == b'.')
    {
        start -= 1;
    }
    if start == i || (start > 0 && bytes[start - 1].is_ascii_alphanumeric()) {
        return None;
    }
    let (latitude, wind, at) = angle(text, start)?;
    if !matches!(wind, 'N' | 'S') {
        return None;
    }
    let mut at = at;
    while matches!(bytes.get(at), Some(b',' | b' ' | b'/' | b';')) && at < i + MAX {
        at += 1;
    }
    let (longitude, wind_of_longitude, end) = angle(text, at)?;
    if !matches!(wind_of_longitude, 'E' | 'W') {
        return None;
    }
    let sign = |value: f64, back: bool| if back { -value } else { value };
    pair(
        start,
        end,
        sign(latitude, wind == 'S'),
        sign(longitude, wind_of_longitude == 'W'),
    )
}

fn pair(start: usize, end: usize, latitude: f64, longitude: f64) -> Option<Found> {
    if latitude.abs() > 90.0 || longitude.abs() > 180.0 {
        return None;
    }
    let rounded = |value: f64| (value * 1e6).round() / 1e6;
    Some(Found {
        start,
        end,
        kind: PatternKind::Coordinates,
        value: format!("{},{}", rounded(latitude), rounded(longitude)),
        ..Found::default()
    })
}

/// Where the number starts whose full stop stands at byte `i`, its sign included.
fn number_start(bytes: &[u8], i: usize, floor: usize) -> Option<usize> {
    let mut start = i;
    while start > floor && i - start < 4 && bytes[start - 1].is_ascii_digit() {
        start -= 1;
    }
    if start == i || i - start > 3 {
        return None;
    }
    if start > floor && bytes[start - 1] == b'-' {
        start -= 1;
    }
    let sticks = start > 0
        && (bytes[start - 1].is_ascii_alphanumeric()
            || matches!(bytes[start - 1], b'.' | b',' | b'-' | b'$' | b'/'));
    (!sticks).then_some(start)
}

/// The number at byte `at`, its decimal places, and where it ends.
fn number(text: &str, at: usize) -> Option<(f64, usize, usize)> {
    let bytes = text.as_bytes();
    let mut end = at + usize::from(bytes.get(at) == Some(&b'-'));
    while end < bytes.len() && end < at + 20 && (bytes[end].is_ascii_digit() || bytes[end] == b'.')
    {
        end += 1;
    }
    if bytes.get(end - 1) == Some(&b'.') {
        end -= 1;
    }
    let surface = text.get(at..end)?;
    let places = surface
        .split_once('.')
        .map_or(0, |(_, places)| places.len());
    Some((surface.parse().ok()?, places, end))
}

/// Degrees, minutes, seconds and a wind at byte `at`, and where they end.
fn angle(text: &str, at: usize) -> Option<(f64, char, usize)> {
    let (degrees, _, mut at) = number(text, at)?;
    at += text.get(at..)?.strip_prefix('\u{B0}').map(|_| 2)?;
    let mut value = degrees;
    for (signs, part) in [
        (&['\u{2032}', '\'', '\u{2019}'][..], 60.0),
        (&['\u{2033}', '"', '\u{201D}'][..], 3600.0),
    ] {
        let rest = text.get(at..)?;
        let blank = usize::from(rest.starts_with(' '));
        let Some((amount, _, end)) = number(text, at + blank) else {
            continue;
        };
        let Some(sign) = text
            .get(end..)
            .and_then(|rest| rest.chars().next())
            .filter(|sign| signs.contains(sign))
        else {
            continue;
        };
        value += amount / part;
        at = end + sign.len_utf8();
    }
    let rest = text.get(at..)?;
    let rest = rest.strip_prefix(' ').map_or((rest, 0), |rest| (rest, 1));
    let wind = rest.0.chars().next()?;
    let ends = !rest.0[wind.len_utf8()..].starts_with(char::is_alphanumeric);
    (ends && matches!(wind, 'N' | 'S' | 'E' | 'W')).then_some((value, wind, at + rest.1 + 1))
}
