//! Sums of money: `$1.5 million`, `US$2bn`, `EUR 300m`, `20 million rubles`.
//!
//! *What*: a currency sign or code before a number, or a currency after it. *Why*: the unit is
//! an ISO 4217 code, so that sums can be compared. *Example*: `$5-10 million` gives two sums,
//! both in millions. *Known misses*: cents and other parts of a currency.

use copydesk_core::record::AmountKind;

use super::{
    super::{
        atoms::{Atoms, Kind},
        lexicon::Lex,
        numbers,
    },
    Reading, Suffix,
    currencies::{Noun, by_code, by_noun, by_sign, dollar_prefix, national},
};

/// A sum that opens with its currency, and the second one of a range.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<(Reading, Option<Reading>)> {
    let (code, at) = prefix(atoms, i)?;
    let (value, scaled, last) = scaled_number(atoms, at)?;
    let money = |first, last, value: f64| Reading {
        first,
        last,
        kind: AmountKind::Money,
        value,
        unit: Some(code.to_owned()),
    };
    let linked = atoms.is_dash(last) || atoms.lex(last) == Lex::To;
    if linked {
        let (second_at, marked) = match prefix(atoms, last + 1) {
            Some((_, at)) => (at, true),
            None => (last + 1, false),
        };
        if let Some((second, second_scaled, end)) = scaled_number(atoms, second_at)
            && (marked || second_scaled || atoms.is_dash(last))
            && (marked || (second > value && !scaled))
        {
            let factor = if scaled || !second_scaled {
                1.0
            } else {
                scale_of(atoms, second_at)
            };
            return Some((
                money(i, last, value * factor),
                Some(money(last + 1, end, second)),
            ));
        }
    }
    Some((money(i, last, value), None))
}

/// The code of the currency that opens at `i`, and the number's atom.
fn prefix(atoms: &Atoms<'_>, i: usize) -> Option<(&'static str, usize)> {
    match atoms.kind(i) {
        Kind::Mark(sign) => {
            let code = by_sign(sign)?;
            Some((code, i + 1))
        }
        Kind::Word(_) if atoms.is_shouted(i) || atoms.surface(i).len() == 1 => {
            if let Kind::Mark(sign) = atoms.kind(i + 1)
                && by_sign(sign).is_some()
            {
                if sign == '$' && atoms.glued(i + 1) {
                    return Some((
                        dollar_prefix(atoms.surface(i)).or_else(|| by_code(atoms.surface(i)))?,
                        i + 2,
                    ));
                }
                return Some((by_code(atoms.surface(i))?, i + 2));
            }
            let code = by_code(atoms.surface(i)).filter(|_| atoms.is_number(i + 1))?;
            Some((if code == "RMB" { "CNY" } else { code }, i + 1))
        }
        _ => None,
    }
}

/// What the letters glued to a sum multiply it with: `2bn`, `300m`.
fn letters(atoms: &Atoms<'_>, i: usize) -> Option<f64> {
    Some(match atoms.surface(i) {
        "k" | "K" if atoms.glued(i) => 1e3,
        "m" | "M" | "mn" | "mln" | "mil" | "MM" => 1e6,
        "bn" | "Bn" | "BN" | "bln" => 1e9,
        "b" | "B" if atoms.glued(i) => 1e9,
        "tn" | "trn" => 1e12,
        "t" | "T" if atoms.glued(i) => 1e12,
        _ => return None,
    })
}

/// The number at `i` with its scale, whether it has one, and the atom after it.
fn scaled_number(atoms: &Atoms<'_>, i: usize) -> Option<(f64, bool, usize)> {
    if !atoms.is_number(i) {
        return None;
    }
    let number = numbers::read(atoms, i)?;
    if number.next > i + 1 {
        return Some((number.value, true, number.next));
    }
    match letters(atoms, i + 1) {
        Some(factor) => Some((number.value * factor, true, i + 2)),
        None => Some((number.value, false, i + 1)),
    }
}

/// What the scale behind the number at `i` multiplies with.
fn scale_of(atoms: &Atoms<'_>, i: usize) -> f64 {
    match (scaled_number(atoms, i), atoms.kind(i)) {
        (Some((scaled, _, _)), Kind::Number { value, .. }) if value > 0.0 => scaled / value,
        _ => 1.0,
    }
}

/// The currency after a number: `rubles`, `US dollars`, a sign or a code.
pub(super) fn suffix(atoms: &Atoms<'_>, next: usize) -> Option<Suffix> {
    let (factor, at) = match letters(atoms, next) {
        Some(factor) => (factor, next + 1),
        None => (1.0, next),
    };
    let found = |code: &str, last| {
        Some(Suffix {
            kind: AmountKind::Money,
            factor,
            unit: Some(code.to_owned()),
            last,
        })
    };
    if let Kind::Mark(sign) = atoms.kind(at)
        && sign != '$'
        && let Some(code) = by_sign(sign)
        && !atoms.is_number(at + 1)
    {
        return found(code, at + 1);
    }
    if let Some(code) = by_code(atoms.surface(at)) {
        return found(if code == "RMB" { "CNY" } else { code }, at + 1);
    }
    let at = atoms.after_hyphen(at);
    let scaled =
        at > 0 && (factor > 1.0 || matches!(atoms.lex(at - 1), Lex::Scale(_) | Lex::Hundred));
    match by_noun(atoms.surface(at)) {
        Some(Noun::Known(code)) => return found(code, at + 1),
        Some(Noun::Shared("pound", _)) => {
            let sterling = atoms.is_word(at + 1, "sterling");
            return (sterling || scaled)
                .then(|| found("GBP", if sterling { at + 2 } else { at + 1 }))
                .flatten();
        }
        Some(Noun::Shared("won", _)) => {
            return scaled.then(|| found("KRW", at + 1)).flatten();
        }
        Some(Noun::Shared(_, Some(code))) => return found(code, at + 1),
        _ => {}
    }
    // `Hong Kong dollars`, `South Korean won`, `U.S. dollars`
    let noun = (at + 1..=at + 4)
        .find(|&k| atoms.is_lower(k) || !(atoms.is_any_word(k) || atoms.is_mark(k, '.')))?;
    if !atoms.is_capital(at) {
        return None;
    }
    let Noun::Shared(name, _) = by_noun(atoms.surface(noun))? else {
        return None;
    };
    let dotted = atoms.is_mark(noun - 1, '.') && atoms.is_word(at, "U");
    let code = if dotted {
        national("US", name)?
    } else {
        national(atoms.surface(noun - 1), name)?
    };
    found(code, noun + 1)
}
