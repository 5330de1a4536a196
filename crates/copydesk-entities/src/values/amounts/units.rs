//! Measures: `5 km`, `40 square miles`, `20 degrees Celsius`, `300MW`, `19-year-old`.
//!
//! *What*: a unit of measure after a number, glued, hyphenated or apart; ages. *Why*: the same
//! measure is written many ways, so the unit is given by its symbol. *Example*: `12 kilometres`
//! → 12 km. *Known misses*: feet and inches together, `Beaufort`, `Richter`.

use copydesk_core::record::AmountKind;

use super::{
    super::{
        atoms::{Atoms, Kind},
        lexicon::{Lex, Unit},
    },
    Suffix,
};

pub(super) fn read(atoms: &Atoms<'_>, next: usize, value: f64) -> Option<Suffix> {
    let found = |unit: String, last| {
        Some(Suffix {
            kind: AmountKind::Quantity,
            factor: 1.0,
            unit: Some(unit),
            last,
        })
    };
    if let Some((unit, last)) = age(atoms, next) {
        return found(unit.to_owned(), last);
    }
    let at = atoms.after_hyphen(next);
    if let Kind::Mark('\u{00B0}' | '\u{00BA}') = atoms.kind(at) {
        let scale = atoms.surface(at + 1);
        return match scale {
            "C" | "F" => found(format!("\u{00B0}{scale}"), at + 2),
            _ => found("\u{00B0}".to_owned(), at + 1),
        };
    }
    let word = atoms.surface(at);
    let power = match word {
        "square" | "sq" => "2",
        "cubic" => "3",
        _ => "",
    };
    if !power.is_empty() {
        let dotted = atoms.is_mark(at + 1, '.') && atoms.glued(at + 1);
        let base = atoms.after_hyphen(if dotted { at + 2 } else { at + 1 });
        let unit = length(atoms.surface(base))?;
        return found(format!("{unit}{power}"), base + 1);
    }
    if matches!(word, "degree" | "degrees") {
        return match atoms.surface(at + 1) {
            "Celsius" | "celsius" | "Centigrade" | "centigrade" | "C" => {
                found("\u{00B0}C".to_owned(), at + 2)
            }
            "Fahrenheit" | "fahrenheit" | "F" => found("\u{00B0}F".to_owned(), at + 2),
            _ => found("\u{00B0}".to_owned(), at + 1),
        };
    }
    let unit = length(word).or_else(|| symbol(word))?;
    // One-letter units only where they are glued or what they stand for is likely.
    if word.len() == 1 && !(atoms.glued(at) || atoms.lex(at + 1) == Lex::Other) {
        return None;
    }
    if word == "in" || (word == "pound" && value <= 0.0) {
        return None;
    }
    // `km/h`, `miles per hour`, `m/s`
    let slash = atoms.is_mark(at + 1, '/') && atoms.glued(at + 1);
    if slash && matches!(atoms.surface(at + 2), "h" | "hr") {
        return found(format!("{unit}/h"), at + 3);
    }
    if slash && atoms.is_word(at + 2, "s") {
        return found(format!("{unit}/s"), at + 3);
    }
    if atoms.lex(at + 1) == Lex::Per && atoms.lex(at + 2) == Lex::Unit(Unit::Hour) {
        return match unit {
            "mi" => found("mph".to_owned(), at + 3),
            _ => found(format!("{unit}/h"), at + 3),
        };
    }
    found(unit.to_owned(), at + 1)
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

/// Units of length, which `square` and `cubic` may precede.
fn length(word: &str) -> Option<&'static str> {
    Some(match word {
        "km" | "kms" | "kilometer" | "kilometers" | "kilometre" | "kilometres" => "km",
        "m" | "meter" | "meters" | "metre" | "metres" => "m",
        "cm" | "centimeter" | "centimeters" | "centimetre" | "centimetres" => "cm",
        "mm" | "millimeter" | "millimeters" | "millimetre" | "millimetres" => "mm",
        "mile" | "miles" | "mi" => "mi",
        "yard" | "yards" => "yd",
        "foot" | "feet" | "ft" => "ft",
        "inch" | "inches" | "in" => "in",
        _ => return None,
    })
}

/// Other units.
fn symbol(word: &str) -> Option<&'static str> {
    Some(match word {
        "kg" | "kgs" | "kilogram" | "kilograms" | "kilogramme" | "kilogrammes" | "kilo"
        | "kilos" => "kg",
        "g" | "gram" | "grams" | "gramme" | "grammes" => "g",
        "mg" | "milligram" | "milligrams" => "mg",
        "tonne" | "tonnes" => "t",
        "ton" | "tons" => "ton",
        "kiloton" | "kilotons" => "kt",
        "megaton" | "megatons" => "Mt",
        "pound" | "pounds" | "lb" | "lbs" => "lb",
        "ounce" | "ounces" | "oz" => "oz",
        "litre" | "litres" | "liter" | "liters" => "l",
        "gallon" | "gallons" => "gal",
        "barrel" | "barrels" => "bbl",
        "hectare" | "hectares" | "ha" => "ha",
        "acre" | "acres" => "acre",
        "mph" => "mph",
        "kph" | "kmh" => "km/h",
        "knot" | "knots" => "kn",
        "W" | "watt" | "watts" => "W",
        "kW" | "kilowatt" | "kilowatts" => "kW",
        "MW" | "megawatt" | "megawatts" => "MW",
        "GW" | "gigawatt" | "gigawatts" => "GW",
        "kWh" => "kWh",
        "MWh" => "MWh",
        "GWh" => "GWh",
        "TWh" => "TWh",
        "volt" | "volts" => "V",
        "Hz" | "hertz" => "Hz",
        "kHz" => "kHz",
        "MHz" => "MHz",
        "GHz" => "GHz",
        "KB" | "kB" => "kB",
        "MB" | "megabyte" | "megabytes" => "MB",
        "GB" | "gigabyte" | "gigabytes" => "GB",
        "TB" | "terabyte" | "terabytes" => "TB",
        _ => return None,
    })
}
