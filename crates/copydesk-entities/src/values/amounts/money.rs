//! Sums of money: `$1.5 million`, `US$2bn`, `EUR 300m`, `20 million rubles`, `13 dollars 45`.
//!
//! *What*: a currency sign or code before a number, or a currency after it, with the cents that
//! follow. *Why*: the unit is an ISO 4217 code, so that sums can be compared. *Example*: `$5-10
//! million` gives two sums, both in millions. Where a name does not tell the country, the name
//! is the unit: `50 cents`, `528 million francs`. *Known misses*: currencies by local
//! abbreviation (`kr 20`).

use std::borrow::Cow;

use copydesk_core::record::AmountKind;

use super::{
    super::{
        atoms::{Atoms, Kind},
        lexicon::Lex,
        numbers::{self, written},
    },
    Reading, Suffix,
    currencies::{Noun, any_code, by_noun, by_sign, dollar_prefix, is_coin, is_rupees},
};

/// A number of a sum: its value, what it was multiplied with, and the atom after it.
#[derive(Clone, Copy)]
struct Scaled {
    value: f64,
    magnitude: Option<f64>,
    next: usize,
}

/// A sum that opens with its currency, and the second one of a range.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<(Reading, Option<Reading>)> {
    let (code, factor, at) = prefix(atoms, i)?;
    let sum = scaled_number(atoms, at)?;
    let money = |first, sum: Scaled, value: f64, magnitude, range| Reading {
        magnitude,
        range,
        ..Reading::new(
            first,
            sum.next,
            AmountKind::Money,
            value,
            Some(Cow::Borrowed(code)),
        )
    };
    let value = sum.value * factor;
    let magnitude = sum.magnitude.or((factor > 1.0).then_some(factor));
    let last = sum.next;
    if atoms.is_dash(last) || atoms.lex(last) == Lex::To {
        let (second_at, marked) = match prefix(atoms, last + 1) {
            Some((_, _, at)) => (at, true),
            None => (last + 1, false),
        };
        if let Some(second) = scaled_number(atoms, second_at)
            && (marked || second.magnitude.is_some() || atoms.is_dash(last))
            && (marked || (second.value > value && sum.magnitude.is_none()))
        {
            let shared = second.magnitude.filter(|_| sum.magnitude.is_none());
            let value = value * shared.unwrap_or(1.0);
            let range = Some([value, second.value]);
            return Some((
                money(i, sum, value, magnitude.or(shared), range),
                Some(money(
                    last + 1,
                    second,
                    second.value,
                    second.magnitude,
                    range,
                )),
            ));
        }
    }
    // `$3 and 25 cents`
    let (cents, next) = match magnitude {
        None => change(atoms, last, true),
        Some(_) => (0.0, last),
    };
    let sum = Scaled { next, ..sum };
    Some((money(i, sum, value + cents, magnitude, None), None))
}

/// The code of the currency that opens at `i`, what it multiplies with, and the number's atom.
fn prefix(atoms: &Atoms<'_>, i: usize) -> Option<(&'static str, f64, usize)> {
    match atoms.kind(i) {
        Kind::Mark(sign) => {
            let code = by_sign(sign)?;
            Some((code, 1.0, i + 1))
        }
        Kind::Word(_) => {
            let word = atoms.surface(i);
            // `U.S. $`
            if word.eq_ignore_ascii_case("u")
                && atoms.is_mark(i + 1, '.')
                && atoms.is_word(i + 2, "s")
            {
                let at = if atoms.is_mark(i + 3, '.') {
                    i + 4
                } else {
                    i + 3
                };
                return atoms.is_mark(at, '$').then_some(("USD", 1.0, at + 1));
            }
            if let Kind::Mark(sign) = atoms.kind(i + 1)
                && by_sign(sign).is_some()
            {
                let near = atoms.glued(i + 1) || matches!(word, "US" | "us" | "c");
                let prefixed = dollar_prefix(word).filter(|_| sign == '$' && near);
                let code = prefixed.or_else(|| any_code(word).map(|(code, _)| code))?;
                return Some((code, 1.0, i + 2));
            }
            if is_rupees(word) && atoms.is_mark(i + 1, '.') && atoms.is_number(i + 2) {
                return Some(("INR", 1.0, i + 2));
            }
            let (code, factor) = any_code(word).filter(|_| atoms.is_number(i + 1))?;
            // `50 USD 60`: the code of the number before it.
            (!atoms.glued(i)).then_some((code, factor, i + 1))
        }
        _ => None,
    }
}

/// What the letters behind a sum multiply it with: `2bn`, `300m`.
fn letters(atoms: &Atoms<'_>, i: usize) -> Option<f64> {
    Some(match atoms.surface(i) {
        "m" | "mil" => 1e6,
        "t" | "T" if atoms.glued(i) => 1e12,
        _ => return numbers::all::letters(atoms, i),
    })
}

/// The number at `i` with its scale.
fn scaled_number(atoms: &Atoms<'_>, i: usize) -> Option<Scaled> {
    let decimal = atoms.is_mark(i, '.') && atoms.glued(i + 1) && atoms.is_number(i + 1);
    if decimal {
        let value = format!("0.{}", atoms.surface(i + 1)).parse().ok()?;
        return Some(Scaled {
            value,
            magnitude: None,
            next: i + 2,
        });
    }
    if !atoms.is_number(i) {
        return None;
    }
    let number = written::read(atoms, i)?;
    if number.next > i + 1 {
        return Some(Scaled {
            value: number.value,
            magnitude: number.magnitude,
            next: number.next,
        });
    }
    let factor = letters(atoms, i + 1);
    Some(Scaled {
        value: number.value * factor.unwrap_or(1.0),
        magnitude: factor,
        next: i + 1 + usize::from(factor.is_some()),
    })
}

/// The currency after a number: `rubles`, `US dollars`, a sign or a code.
pub(super) fn suffix(atoms: &Atoms<'_>, next: usize) -> Option<Suffix> {
    let (factor, at) = match letters(atoms, next) {
        Some(factor) => (factor, next + 1),
        None => (1.0, next),
    };
    let found = |unit: &'static str, factor, last| {
        Some(Suffix {
            factor,
            ..Suffix::new(AmountKind::Money, Some(Cow::Borrowed(unit)), last)
        })
    };
    match atoms.kind(at) {
        Kind::Mark(_) if atoms.is_hyphen(at) => {}
        Kind::Mark(sign) => {
            let code = by_sign(sign)?;
            if !sign_behind(atoms, at) {
                return None;
            }
            let (more, last) = change(atoms, at + 1, true);
            return Some(Suffix {
                plus: more,
                ..found(code, factor, last)?
            });
        }
        Kind::Word(_) => {}
        _ => return None,
    }
    let word = atoms.surface(at);
    if let Some((code, letter)) = any_code(word) {
        let prefix = atoms.is_number(at + 1) && atoms.glued(at + 1);
        // `the One CAD files`: a code stands behind digits or a scale.
        let behind = at.checked_sub(1).is_some_and(|before| {
            factor > 1.0
                || atoms.is_number(before)
                || matches!(atoms.lex(before), Lex::Scale(_) | Lex::Hundred)
                || atoms.is_lower(at)
        });
        return (!prefix && behind)
            .then(|| found(code, factor * letter, at + 1))
            .flatten();
    }
    let at = atoms.after_hyphen(at);
    let (noun, unit, last) = named(atoms, at)?;
    let scaled =
        at > 0 && (factor > 1.0 || matches!(atoms.lex(at - 1), Lex::Scale(_) | Lex::Hundred));
    let unit = match (noun.name, unit) {
        ("pound", None) => {
            let sterling = atoms.is_word(last, "sterling");
            if !sterling && !scaled && !atoms.is_word(at, "quid") {
                return None;
            }
            return found("GBP", factor, last + usize::from(sterling));
        }
        ("won", None) => return scaled.then(|| found("KRW", factor, last)).flatten(),
        // Words that are more often something else.
        ("mark" | "sol" | "real" | "colon" | "dram" | "drachma" | "dong" | "kip" | "som", None) => {
            return None;
        }
        (_, Some(code)) => code,
        (name, None) => name,
    };
    let (more, last) = if is_coin(noun.name) {
        (0.0, last)
    } else {
        change(atoms, last, false)
    };
    Some(Suffix {
        plus: more,
        ..found(unit, factor, last)?
    })
}

/// The currency that is named at atom `at`, behind a nationality or not: what it is, its code,
/// and the atom after it.
fn named(atoms: &Atoms<'_>, at: usize) -> Option<(&'static Noun, Option<&'static str>, usize)> {
    if let Some(noun) = by_noun(atoms.surface(at)) {
        return Some((noun, noun.code, at + 1));
    }
    // `U.S. dollars`
    if atoms.is_word(at, "u") && atoms.is_mark(at + 1, '.') && atoms.is_word(at + 2, "s") {
        let noun_at = if atoms.is_mark(at + 3, '.') {
            at + 4
        } else {
            at + 3
        };
        let noun = by_noun(atoms.surface(noun_at))?;
        return Some((noun, Some(noun.national("us")?), noun_at + 1));
    }
    // `Hong Kong dollars`, `South Korean won`
    let noun_at = (at + 1..=at + 3)
        .take_while(|&k| atoms.is_any_word(k) && !atoms.glued(k))
        .find(|&k| by_noun(atoms.surface(k)).is_some())?;
    let noun = by_noun(atoms.surface(noun_at))?;
    let code = noun.national(atoms.surface(noun_at - 1))?;
    // `40 people in US dollars` has no capital or nation behind the number.
    let joined = noun_at == at + 1
        || atoms.is_capital(at)
        || ["south", "north", "hong", "new", "saudi", "sri", "costa"]
            .iter()
            .any(|word| noun_at == at + 2 && atoms.is_word(at, word));
    joined.then_some((noun, Some(code), noun_at + 1))
}

/// Whether the sign at atom `at` belongs to the number before it: `10 €`, `10 $ 30 $`.
fn sign_behind(atoms: &Atoms<'_>, at: usize) -> bool {
    match atoms.kind(at + 1) {
        Kind::Number { .. } if atoms.glued(at + 1) => false,
        Kind::Number { .. } => {
            let behind = match atoms.kind(at + 2) {
                Kind::Mark(sign) => by_sign(sign).is_some(),
                Kind::Word(_) => by_noun(atoms.surface(at + 2)).is_some_and(|n| is_coin(n.name)),
                _ => false,
            };
            behind && !matches!(atoms.kind(at + 3), Kind::Number { .. })
        }
        _ => atoms.glued(at) || atoms.gap(at) == " " || atoms.gap(at) == "\u{A0}",
    }
}

/// The cents behind a currency, in its unit, and the atom after them: `13 dollars and 45 cents`,
/// `15 dollars 50`. Behind a sign they have to be named.
fn change(atoms: &Atoms<'_>, next: usize, sign: bool) -> (f64, usize) {
    let none = (0.0, next);
    let at = if atoms.is_word(next, "and") {
        next + 1
    } else {
        next
    };
    if !matches!(
        atoms.kind(at),
        Kind::Number { .. } | Kind::Word(Lex::Small(_) | Lex::Tens(_))
    ) || atoms.glued(at)
    {
        return none;
    }
    let Some(cents) = written::read(atoms, at) else {
        return none;
    };
    if !(1.0..100.0).contains(&cents.value) || cents.value.fract() != 0.0 {
        return none;
    }
    let named = by_noun(atoms.surface(cents.next)).is_some_and(|noun| is_coin(noun.name));
    if named {
        return (cents.value / 100.0, cents.next + 1);
    }
    let ends = match atoms.kind(cents.next) {
        Kind::Word(Lex::And) => true,
        Kind::Mark(mark) => {
            matches!(
                mark,
                '\n' | ',' | ';' | '.' | '!' | '?' | ')' | '"' | '\u{201D}'
            )
        }
        _ => false,
    };
    if sign || !ends {
        return none;
    }
    (cents.value / 100.0, cents.next)
}
