//! Percentages: `5%`, `5 percent`, `per cent`, `percentage points`.
//!
//! *What*: the sign or word after a number. *Example*: `two percentage points` → 2, with the
//! unit `percentage points`; a plain percentage has no unit. *Known misses*: basis points.

use copydesk_core::record::AmountKind;

use super::{
    super::{atoms::Atoms, lexicon::Lex},
    Suffix,
};

pub(super) fn read(atoms: &Atoms<'_>, next: usize) -> Option<Suffix> {
    let percent = |last, unit: Option<&str>| {
        Some(Suffix {
            kind: AmountKind::Percent,
            factor: 1.0,
            unit: unit.map(str::to_owned),
            last,
        })
    };
    if atoms.is_mark(next, '%') {
        return percent(next + 1, None);
    }
    let at = atoms.after_hyphen(next);
    if atoms.lex(at) == Lex::Per && atoms.is_word(at + 1, "cent") {
        return percent(at + 2, None);
    }
    let word = atoms.surface(at);
    if matches!(word, "percent" | "pct" | "Percent") {
        return percent(at + 1, None);
    }
    if word == "percentage" && matches!(atoms.surface(at + 1), "point" | "points") {
        return percent(at + 2, Some("percentage points"));
    }
    None
}
