//! Measures: `5 km`, `40 square miles`, `20 degrees Celsius`, `300MW`, `19-year-old`, `5 ft 2 in`.
//!
//! *What*: a unit of measure after a number, glued, hyphenated or apart; ages. *Why*: the same
//! measure is written many ways, so the unit is given by its symbol, and the measure in the unit
//! of the International System beside it. *Example*: `12 kilometres` → 12 km, 12,000 m. `6pm` is
//! a time, `50,000 in 2020` a place in time. Bare degrees are an angle behind a word such as
//! `rotate` and else a temperature. *Known misses*: `Beaufort`, `Richter`, `5'10"`.

use std::borrow::Cow;

use copydesk_core::record::{AmountKind, Dimension};

use super::{
    super::{
        atoms::{Atoms, Kind},
        lexicon::{Lex, Unit},
        numbers::written,
    },
    Suffix,
    measures::{Measure, by_word},
};

/// How far back a word is looked for that tells an angle or a temperature.
const REACH: usize = 10;

pub(super) fn read(atoms: &Atoms<'_>, next: usize, value: f64) -> Option<Suffix> {
    if let Some((unit, last)) = age(atoms, next) {
        return Some(Suffix {
            measure: Some(Measure::unscaled(unit, Dimension::Age)),
            ..Suffix::new(AmountKind::Quantity, Some(Cow::Borrowed(unit)), last)
        });
    }
    // `20 [kg]`
    if atoms.is_mark(next, '[') {
        let (measure, last) = unit(atoms, next + 1, value)?;
        return atoms.is_mark(last, ']').then(|| found(measure, last + 1));
    }
    let at = atoms.after_hyphen(next);
    let (measure, last) = unit(atoms, at, value)?;
    if measure.symbol == "ft" {
        let (inches, last) = inches(atoms, last);
        return Some(Suffix {
            plus: inches / 12.0,
            ..found(measure, last)
        });
    }
    Some(found(measure, last))
}

fn found(measure: Measure, last: usize) -> Suffix {
    Suffix {
        unit: Some(measure.symbol.clone()),
        measure: Some(measure),
        ..Suffix::new(AmountKind::Quantity, None, last)
    }
}

/// `5 ft 2 in`, `5 feet and 2 inches`: the inches behind feet, and the atom after them.
fn inches(atoms: &Atoms<'_>, next: usize) -> (f64, usize) {
    let none = (0.0, next);
    let at = if atoms.is_word(next, "and") || atoms.is_mark(next, ',') {
        next + 1
    } else {
        next
    };
    let at = atoms.after_hyphen(at);
    if !matches!(
        atoms.kind(at),
        Kind::Number { .. } | Kind::Word(Lex::Small(_))
    ) {
        return none;
    }
    let Some(number) = written::read(atoms, at).filter(|number| number.value < 12.0) else {
        return none;
    };
    let unit = atoms.after_hyphen(number.next);
    match atoms.surface(unit) {
        "in" | "inch" | "inches" => (number.value, unit + 1),
        _ => none,
    }
}

/// The unit at atom `at` behind a number, and the atom after it.
fn unit(atoms: &Atoms<'_>, at: usize, value: f64) -> Option<(Measure, usize)> {
    if let Kind::Mark('\u{B0}' | '\u{BA}') = atoms.kind(at) {
        return Some(degrees(atoms, at + 1, value));
    }
    if let Kind::Mark('\u{2103}' | '\u{2109}') = atoms.kind(at) {
        let letter = if atoms.is_mark(at, '\u{2103}') {
            'C'
        } else {
            'F'
        };
        return Some((Measure::degrees(letter), at + 1));
    }
    if !atoms.is_any_word(at) {
        return None;
    }
    let word = atoms.surface(at);
    if matches!(word, "degree" | "degrees" | "deg" | "Degrees") {
        let dotted = word == "deg" && atoms.is_mark(at + 1, '.');
        let last = if dotted { at + 2 } else { at + 1 };
        // `the two degree programs`
        let singular = word == "degree" && value > 1.0 && !atoms.is_hyphen(at.saturating_sub(1));
        let scaled = scale_of(atoms.surface(last)).is_some();
        let noun = singular && !scaled && atoms.is_any_word(last);
        return (!noun).then(|| degrees(atoms, last, value));
    }
    if let Some(letter) = scale_of(word).filter(|_| word.len() > 1) {
        return Some((Measure::degrees(letter), at + 1));
    }
    if matches!(word, "C" | "F" | "c" | "f") && warm(atoms, at) && !behind_word(atoms, at + 1) {
        return Some((Measure::degrees(scale_of(word)?), at + 1));
    }
    let power = match word {
        "square" | "sq" | "Square" => 2,
        "cubic" | "cu" | "Cubic" => 3,
        _ => 0,
    };
    if power > 0 {
        let dotted = atoms.is_mark(at + 1, '.') && atoms.glued(at + 1);
        let base = atoms.after_hyphen(if dotted { at + 2 } else { at + 1 });
        return Some((by_word(atoms.surface(base))?.power(power)?, base + 1));
    }
    if let Some((measure, words)) = several(atoms, at) {
        return Some((measure, at + words));
    }
    let measure = by_word(word)?;
    // `One L`, `747 W. Main Street`, `the 5 V's`: a letter is a unit behind digits only.
    let initial = atoms.is_mark(at + 1, '.') && !atoms.glued(at) && atoms.is_capital(at + 2);
    let letter = word.len() == 1
        && (initial
            || !atoms.is_number(at.saturating_sub(1)) && !atoms.is_hyphen(at.saturating_sub(1)));
    if letter || (atoms.is_apostrophe(at + 1) && atoms.glued(at + 1)) {
        return None;
    }
    let glued = atoms.glued(at);
    // `50,000 in 2020`, `6 pm`; one letter only where it sticks or ends a phrase.
    if word == "in" || matches!(word, "pm" | "am") || (word == "pound" && value <= 0.0) {
        return None;
    }
    if word.len() == 1
        && !glued
        && !matches!(
            atoms.lex(at + 1),
            Lex::Other | Lex::And | Lex::Of | Lex::To | Lex::From | Lex::Per
        )
    {
        return None;
    }
    let (measure, last) = match atoms.kind(at + 1) {
        Kind::Number { .. } if atoms.glued(at + 1) => {
            let power = atoms
                .plain(at + 1)
                .and_then(|(power, _)| u8::try_from(power).ok())?;
            (measure.power(power)?, at + 2)
        }
        Kind::Mark('\u{B2}') if atoms.glued(at + 1) => (measure.power(2)?, at + 2),
        Kind::Mark('\u{B3}') if atoms.glued(at + 1) => (measure.power(3)?, at + 2),
        _ => (measure, at + 1),
    };
    // `1.8M dollars` is no length, and `5m-high` is one.
    if behind_word(atoms, last) {
        return None;
    }
    Some(speed(atoms, &measure, last).unwrap_or((measure, last)))
}

/// Whether letters stick to what ends before atom `last`, or digits behind a hyphen: `L-202`.
fn behind_word(atoms: &Atoms<'_>, last: usize) -> bool {
    atoms.glued(last) && matches!(atoms.kind(last), Kind::Word(_) | Kind::Opaque)
        || atoms.is_hyphen(last) && atoms.is_number(last + 1)
}

/// Units of several words: `metric tons`, `fluid ounces`, `light years`, `nautical miles`.
fn several(atoms: &Atoms<'_>, at: usize) -> Option<(Measure, usize)> {
    let hyphen = atoms.after_hyphen(at + 1);
    let second = atoms.surface(hyphen);
    let measure = match (atoms.surface(at), second) {
        ("metric" | "metrical", "ton" | "tons" | "tonne" | "tonnes") => by_word("tonne"),
        ("long", "ton" | "tons") => {
            Some(Measure::new("long ton", Dimension::Mass, 1_016.046_908_8))
        }
        ("short", "ton" | "tons") => Some(Measure::new("short ton", Dimension::Mass, 907.184_74)),
        ("fluid" | "fl", "ounce" | "ounces" | "oz") => Some(Measure::new(
            "fl oz",
            Dimension::Volume,
            2.957_352_956_25e-5,
        )),
        ("light", "year" | "years") => by_word("ly"),
        ("nautical", "mile" | "miles") => by_word("nmi"),
        _ => None,
    }?;
    Some((measure, hyphen + 1 - at))
}

/// `km/h`, `miles per hour`, `miles an hour`, `m/s`: the speed that a length opens.
fn speed(atoms: &Atoms<'_>, length: &Measure, at: usize) -> Option<(Measure, usize)> {
    if length.dimension != Dimension::Length {
        return None;
    }
    let slash = atoms.is_mark(at, '/') && atoms.glued(at);
    let article = atoms.lex(at) == Lex::A;
    if !slash && !article && atoms.lex(at) != Lex::Per {
        return None;
    }
    let (time, seconds) = match atoms.surface(at + 1) {
        "h" | "hr" | "hour" | "H" => ("h", 3600.0),
        "min" | "minute" if !article => ("min", 60.0),
        "s" | "sec" | "second" if !article => ("s", 1.0),
        "ms" | "millisecond" if !article => ("ms", 1e-3),
        _ => return None,
    };
    Some((length.per(time, seconds), at + 2))
}

/// The letter of a scale of temperature, by letter or name, misspelt or not.
pub(super) fn scale_of(word: &str) -> Option<char> {
    if word.len() == 1 {
        return match word {
            "C" | "c" => Some('C'),
            "F" | "f" => Some('F'),
            _ => None,
        };
    }
    if word.len() < 6 {
        return None;
    }
    let is = |names: &[&str]| names.iter().any(|name| word.eq_ignore_ascii_case(name));
    if is(&["celsius", "celcius", "centigrade"]) {
        Some('C')
    } else if is(&["fahrenheit", "farenheit", "fahrenheits", "farenheight"]) {
        Some('F')
    } else if is(&["kelvin", "kelvins"]) {
        Some('K')
    } else {
        None
    }
}

/// Degrees that end before atom `at`, with the scale that stands there, and the atom after.
fn degrees(atoms: &Atoms<'_>, at: usize, value: f64) -> (Measure, usize) {
    let letter = scale_of(atoms.surface(at)).filter(|_| !behind_word(atoms, at + 1));
    if let Some(letter) = letter {
        return (Measure::degrees(letter), at + 1);
    }
    // A `360-degree view` is no weather.
    let round = [180.0, 270.0, 360.0]
        .iter()
        .any(|turn| (turn - value).abs() < 0.5);
    let dimension = if turned(atoms, at) || round && !warm(atoms, at) {
        Dimension::Angle
    } else {
        Dimension::Temperature
    };
    (Measure::bare_degrees(dimension), at)
}

/// The atoms of the sentence before atom `at`, backwards, as far as it is looked at.
fn back(atoms: &Atoms<'_>, at: usize) -> impl Iterator<Item = usize> {
    (at.saturating_sub(REACH)..at)
        .rev()
        .take_while(|&k| !matches!(atoms.kind(k), Kind::Mark('\n' | ';')))
}

/// Whether an angle is spoken of before or at atom `at`.
fn turned(atoms: &Atoms<'_>, at: usize) -> bool {
    const CUES: &[&str] = &[
        "angle",
        "angles",
        "bend",
        "bent",
        "heading",
        "latitude",
        "left",
        "longitude",
        "pan",
        "pivot",
        "right",
        "rotate",
        "rotated",
        "rotates",
        "rotating",
        "rotation",
        "slope",
        "spin",
        "tilt",
        "tilted",
        "twist",
        "twisted",
        "veered",
    ];
    const BEHIND: &[&str] = &[
        "angle",
        "clockwise",
        "east",
        "latitude",
        "longitude",
        "north",
        "south",
        "turn",
        "west",
    ];
    let is = |k: usize, cues: &[&str]| {
        atoms.is_any_word(k) && cues.iter().any(|cue| atoms.is_word(k, cue))
    };
    is(at, BEHIND)
        || back(atoms, at).any(|k| is(k, CUES))
        || back(atoms, at)
            .take(4)
            .any(|k| is(k, &["turn", "turned", "turning", "turns"]))
}

/// Whether a temperature is spoken of before atom `at`.
fn warm(atoms: &Atoms<'_>, at: usize) -> bool {
    const CUES: &[&str] = &[
        "cold",
        "cool",
        "cooled",
        "forecast",
        "freezing",
        "heat",
        "heated",
        "heatwave",
        "high",
        "highs",
        "hot",
        "lows",
        "mercury",
        "oven",
        "temp",
        "temperature",
        "temperatures",
        "thermometer",
        "thermostat",
        "warm",
        "warming",
        "weather",
    ];
    back(atoms, at).any(|k| atoms.is_any_word(k) && CUES.iter().any(|cue| atoms.is_word(k, cue)))
}

/// `19-year-old`, `19 years old`, `three-month-old`: the unit of an age.
fn age(atoms: &Atoms<'_>, next: usize) -> Option<(&'static str, usize)> {
    let at = atoms.after_hyphen(next);
    let (Lex::Unit(unit) | Lex::Units(unit)) = atoms.lex(at) else {
        return None;
    };
    let unit = match unit {
        Unit::Day => "day",
        Unit::Week => "week",
        Unit::Month => "month",
        Unit::Year => "year",
        _ => return None,
    };
    let old = atoms.after_hyphen(at + 1);
    if matches!(atoms.surface(old), "old" | "olds") {
        return Some((unit, old + 1));
    }
    (atoms.lex(old) == Lex::Of && atoms.is_word(old + 1, "age")).then_some((unit, old + 2))
}
