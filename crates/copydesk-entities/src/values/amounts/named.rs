//! Units that are named without a number: `from Celsius to Fahrenheit`, `a small percent`, `the
//! dollar`.
//!
//! *What*: percentages, scales of temperature and currencies by name or code, outside of amounts.
//! *Why*: the head of a table names the unit of its cells; a search for a currency wants it where
//! no sum stands. *Example*: `prices in USD` → `USD`. They are no amounts and not on the record.
//! *Known misses*: measures that are common words, such as `foot`.

use copydesk_core::{
    Span,
    record::{Amount, AmountKind},
};

use super::{
    super::{
        atoms::{Atoms, Kind},
        lexicon::Lex,
    },
    currencies, percent, units,
};

/// A unit without a number.
///
/// ```
/// use copydesk_core::record::AmountKind;
/// use copydesk_entities::values::named_units;
/// let text = "They pay in euros.";
/// let unit = &named_units(text, &copydesk_segment::tokens(text))[0];
/// assert_eq!((unit.span.of(text), unit.kind), ("euros", AmountKind::Money));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedUnit {
    /// Where it stands.
    pub span: Span,
    /// What it is a unit of: money, percentages or quantities.
    pub kind: AmountKind,
    /// The unit as an amount has it; none for percentages.
    pub unit: Option<String>,
}

/// The units of a text outside of its amounts, in order.
pub(in super::super) fn units(atoms: &Atoms<'_>, amounts: &[Amount]) -> Vec<NamedUnit> {
    let mut found = Vec::new();
    let mut amounts = amounts
        .iter()
        .filter_map(|amount| amount.place.span())
        .peekable();
    let mut i = 0;
    while i < atoms.len() {
        let here = atoms.span(i, i + 1);
        while amounts.next_if(|span| span.end <= here.start).is_some() {}
        let taken = amounts.peek().is_some_and(|span| span.overlaps(here));
        match read(atoms, i).filter(|_| !taken) {
            Some((last, kind, unit)) => {
                found.push(NamedUnit {
                    span: atoms.span(i, last),
                    kind,
                    unit,
                });
                i = last;
            }
            None => i += 1,
        }
    }
    found
}

/// The unit at atom `i`: the atom after it, and what it is.
fn read(atoms: &Atoms<'_>, i: usize) -> Option<(usize, AmountKind, Option<String>)> {
    let Kind::Word(lex) = atoms.kind(i) else {
        return None;
    };
    if let Some(last) = percent::word(atoms, i) {
        let points = matches!(atoms.surface(last), "point" | "points");
        return (!points).then_some((last, AmountKind::Percent, None));
    }
    if lex != Lex::Other {
        return None;
    }
    let word = atoms.surface(i);
    // `degrees Celsius`
    let degrees = atoms.is_word(i, "degree") || atoms.is_word(i, "degrees");
    let at = if degrees { i + 1 } else { i };
    if atoms.surface(at).len() > 1
        && let Some(letter) = units::scale_of(atoms.surface(at))
    {
        let unit = match letter {
            'K' => "K".to_owned(),
            letter => format!("\u{B0}{letter}"),
        };
        return Some((at + 1, AmountKind::Quantity, Some(unit)));
    }
    let noun = currencies::by_noun(word).and_then(|noun| noun.code);
    let code = noun.or_else(|| {
        currencies::any_code(word)
            .filter(|&(_, factor)| factor < 2.0)
            .map(|(code, _)| code)
    })?;
    Some((i + 1, AmountKind::Money, Some(code.to_owned())))
}
