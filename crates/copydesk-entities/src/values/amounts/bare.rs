//! Ordinals and bare numbers: `first`, `2nd`, `twenty-one`, `2.5 million`.
//!
//! *What*: numbers that measure and count nothing. *Why*: they are kept, but a digit in a name
//! is no number: `COVID-19`, `Boeing 737`, `TAG24`, a score such as `3-2`. *Example*: `a first
//! visit` → ordinal 1; `the First Minister` → nothing; `two thirds` → 0.667. *Known misses*: `one`.

use copydesk_core::record::AmountKind;

use super::{
    super::{
        atoms::{Atoms, Kind, Shape},
        lexicon::Lex,
        numbers::written::{self, Written},
    },
    Reading,
};

pub(super) fn ordinal(atoms: &Atoms<'_>, i: usize) -> Option<Reading> {
    let (value, last) = written::ordinal(atoms, i)?;
    if !atoms.opens(i) || (atoms.is_hyphen(last) && !atoms.is_word(last + 1, "ever")) {
        return None;
    }
    // `First Minister`, `Third Reich`: names. `one third`, `two fifths`: fractions.
    let named = atoms.is_any_word(i) && atoms.is_capital(i) && !atoms.starts_sentence(i);
    let fraction = matches!(atoms.lex_before(i), Lex::Small(_))
        || (atoms.is_mark(i.wrapping_sub(1), '-') && atoms.glued(i));
    let unit = atoms.lex(i) == Lex::SecondWord && atoms.is_number(i.wrapping_sub(1));
    let adverb = atoms.lex_before(i) == Lex::At
        || (atoms.is_word(last, "of") && atoms.is_word(last + 1, "all"));
    if named || fraction || unit || adverb {
        return None;
    }
    Some(Reading::new(i, last, AmountKind::Ordinal, value, None))
}

pub(super) fn cardinal(
    atoms: &Atoms<'_>,
    first: usize,
    at: usize,
    number: &Written,
    value: f64,
) -> Option<Reading> {
    let next = number.next;
    let glued_behind = atoms.glued(next)
        && match atoms.kind(next) {
            Kind::Word(_) | Kind::Number { .. } | Kind::Opaque => true,
            Kind::Mark('-' | '/' | ':' | '_' | '@' | '\u{2013}' | '#' | '=' | '&') => {
                atoms.glued(next + 1)
            }
            Kind::Mark(_) => false,
        };
    let small = !number.digits && !number.fraction && (0.0..2.0).contains(&value);
    if glued_behind || small {
        return None;
    }
    if written::is_part_of_noun(atoms, at, number) {
        return None;
    }
    // `9/11`, `24/7`, `4/5` of a game: a fraction in digits says of what.
    let slashed = number.fraction && number.digits && next == at + 3;
    if slashed && atoms.lex(next) != Lex::Of {
        return None;
    }
    let scaled = next > at + 1;
    if number.digits && !scaled {
        let Kind::Number { shape, len, .. } = atoms.kind(at) else {
            return None;
        };
        // `Boeing 737`, `Article 5`, `Flight 17`: part of a name.
        let named = first > 0
            && atoms.is_capital(first - 1)
            && matches!(atoms.lex(first - 1), Lex::Other)
            && !atoms.starts_sentence(first - 1);
        let label = matches!(
            atoms.before(first),
            Kind::Mark('#' | '*' | '/' | '_' | '&' | '=')
        );
        // Identifiers: long digit runs without separators, and leading zeros.
        let identifier =
            shape == Shape::Plain && (len > 9 || (len > 1 && atoms.surface(at).starts_with('0')));
        if named || label || identifier {
            return None;
        }
    }
    Some(Reading {
        magnitude: number.magnitude,
        ..Reading::new(first, next, AmountKind::Cardinal, value, None)
    })
}
