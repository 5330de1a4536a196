//! Percentages: `5%`, `5 percent`, `per cent`, `percentage points`, `percent of twenty`.
//!
//! *What*: the sign or word after a number. *Example*: `two percentage points` → 2, with the
//! unit `percentage points`; a plain percentage has no unit. *Known misses*: basis points.

use std::borrow::Cow;

use copydesk_core::record::AmountKind;

use super::{
    super::{atoms::Atoms, lexicon::Lex, numbers::written},
    Reading, Suffix,
};
use crate::shapes::Shapes;

pub(super) fn suffix(atoms: &Atoms<'_>, next: usize) -> Option<Suffix> {
    let percent = |last, unit: Option<&'static str>| {
        Some(Suffix::new(
            AmountKind::Percent,
            unit.map(Cow::Borrowed),
            last,
        ))
    };
    if atoms.is_mark(next, '%') {
        return percent(next + 1, None);
    }
    let at = atoms.after_hyphen(next);
    if atoms.surface(at) == "percentage" && matches!(atoms.surface(at + 1), "point" | "points") {
        return percent(at + 2, Some("percentage points"));
    }
    percent(word(atoms, at)?, None)
}

/// The atom after the word for percent at atom `at`.
pub(super) fn word(atoms: &Atoms<'_>, at: usize) -> Option<usize> {
    match atoms.lex(at) {
        Lex::Per if atoms.is_word(at + 1, "cent") => Some(at + 2),
        Lex::Other
            if ["percent", "pct", "percents", "percentage", "percentages"]
                .iter()
                .any(|word| atoms.is_word(at, word)) =>
        {
            Some(at + 1)
        }
        _ => None,
    }
}

/// Whether a percentage may open with the word at atom `i`.
pub(super) fn opens(atoms: &Atoms<'_>, i: usize) -> bool {
    static SHAPES: Shapes = Shapes::of(&["percent", "percents", "percentage"]);
    let word = atoms.surface(i);
    SHAPES.may_hold(word)
        && matches!(
            word,
            "percent" | "percents" | "percentage" | "Percent" | "Percents" | "Percentage"
        )
        || atoms.lex(i) == Lex::Per
}

/// `percents of twenty`, where nothing is counted behind the number.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<Reading> {
    if !opens(atoms, i) || atoms.is_number(i.wrapping_sub(1)) {
        return None;
    }
    let of = word(atoms, i).filter(|&of| atoms.lex(of) == Lex::Of)?;
    let number = written::read(atoms, of + 1)?;
    let ends = !atoms.is_any_word(number.next) && suffix(atoms, number.next).is_none();
    ends.then(|| Reading::new(i, number.next, AmountKind::Percent, number.value, None))
}
