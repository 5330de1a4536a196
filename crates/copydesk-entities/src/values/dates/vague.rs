//! Times without a place in the calendar: `recent`, `in recent weeks`, `currently`, `soon`.
//!
//! *What*: gives `PAST_REF`, `PRESENT_REF` or `FUTURE_REF`. *Why*: TIMEX3 marks them, and a
//! timeline must know that they are no days. *Example*: `the coming weeks` → `FUTURE_REF`.
//! *Known misses*: `once`, `so far`, `in the days of`.

use super::{
    super::{
        atoms::Atoms,
        lexicon::{Lex, Rel},
    },
    cues::direction,
    expression::{Direction, Expression, Meaning},
};

/// The expression at atom `i`.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let found = |last, value| Some(Expression::new(i, last, Meaning::Vague(value)));
    match atoms.lex(i) {
        Lex::Other => match (atoms.surface(i), atoms.surface(i + 1)) {
            ("these" | "These", "days") => found(i + 2, "PRESENT_REF"),
            ("long" | "Long", "ago") => found(i + 2, "PAST_REF"),
            ("very" | "right" | "Right", _) => {
                let inner = read(atoms, i + 1)?;
                matches!(atoms.lex(i + 1), Lex::Present | Lex::Future | Lex::Past)
                    .then_some(Expression { first: i, ..inner })
            }
            _ => None,
        },
        // `up to date`
        Lex::To if i > 0 && atoms.is_word(i - 1, "up") => None,
        Lex::To if atoms.is_word(i + 1, "date") && !atoms.is_any_word(i + 2) => {
            found(i + 2, "PRESENT_REF")
        }
        Lex::Recent => {
            let next = i + 1;
            match atoms.lex(next) {
                Lex::Units(_) => found(next + 1, "PAST_REF"),
                _ if matches!(atoms.surface(next), "times" | "memory" | "history") => {
                    found(next + 1, "PAST_REF")
                }
                _ => found(next, "PAST_REF"),
            }
        }
        // `a soon-to-open hall`, `the now-defunct party`: part of an adjective.
        Lex::Present | Lex::Future if atoms.is_hyphen(i + 1) => None,
        // `as recently as 2009`
        Lex::Past if i > 0 && atoms.is_word(i - 1, "as") && atoms.is_word(i + 1, "as") => None,
        Lex::Past => found(i + 1, "PAST_REF"),
        Lex::Future
            if matches!(atoms.lex(i + 1), Lex::After | Lex::Before)
                || matches!(
                    atoms.surface(i + 1),
                    "thereafter" | "afterward" | "afterwards"
                ) =>
        {
            None
        }
        // `the storm soon passed`: a story told, no future.
        Lex::Future if direction(atoms, i, i + 1) == Direction::Past => None,
        // `as soon as`
        Lex::Future if atoms.is_word(i + 1, "as") => None,
        Lex::Future => found(i + 1, "FUTURE_REF"),
        Lex::Present => {
            // `now that` does not say when.
            let conjunction = atoms.is_word(i, "now") && atoms.lex(i + 1) == Lex::Rel(Rel::That);
            let abbreviation = atoms.is_shouted(i) && !atoms.is_shouted(i + 1);
            // `Now, add the flour`, `Buy Now`
            let capital = atoms.is_capital(i) && !atoms.is_shouted(i);
            let address =
                capital && (atoms.is_mark(i + 1, ',') || (!atoms.starts_sentence(i) && i > 0));
            (!conjunction && !abbreviation && !address)
                .then(|| Expression::new(i, i + 1, Meaning::Vague("PRESENT_REF")))
        }
        Lex::At if atoms.is_word(i + 1, "present") => found(i + 2, "PRESENT_REF"),
        Lex::Rel(Rel::Current) => current(atoms, i),
        Lex::The => the(atoms, i),
        Lex::Rel(rel) => several(atoms, i, i, rel),
        _ => None,
    }
}

/// `the current head`, but not `an ocean current`.
fn current(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let attribute = matches!(atoms.lex_before(i), Lex::The | Lex::Possessive)
        || (i > 1 && atoms.is_word(i - 1, "s") && atoms.is_apostrophe(i - 2));
    (attribute && atoms.is_lower(i) && atoms.is_any_word(i + 1))
        .then(|| Expression::new(i, i + 1, Meaning::Vague("PRESENT_REF")))
}

fn the(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let found = |last, value| Some(Expression::new(i, last, Meaning::Vague(value)));
    if atoms.lex_before(i) == Lex::At && atoms.is_word(i + 1, "moment") && !atoms.is_any_word(i + 2)
    {
        return found(i + 2, "PRESENT_REF");
    }
    if matches!(atoms.surface(i + 1), "long" | "short" | "near" | "medium")
        && atoms.is_word(i + 2, "term")
    {
        return found(i + 3, "FUTURE_REF");
    }
    let near = if matches!(atoms.surface(i + 1), "near" | "foreseeable" | "immediate") {
        i + 2
    } else {
        i + 1
    };
    match atoms.lex(near) {
        // `the future of the country` is no time, `the future` is.
        Lex::Other if atoms.is_word(near, "future") && !atoms.is_capital(near) => {
            (atoms.lex(near + 1) != Lex::Of && atoms.lex_before(i) == Lex::In || near > i + 1)
                .then(|| Expression::new(i, near + 1, Meaning::Vague("FUTURE_REF")))
        }
        Lex::Recent if near == i + 1 && atoms.is_word(i + 2, "past") => found(i + 3, "PAST_REF"),
        Lex::Rel(Rel::Past) if near == i + 1 && !atoms.is_any_word(i + 2) => {
            found(i + 2, "PAST_REF")
        }
        Lex::Rel(Rel::Past)
            if near == i + 1
                && atoms.lex_before(i) == Lex::In
                && !matches!(
                    atoms.lex(i + 2),
                    Lex::Unit(_)
                        | Lex::Units(_)
                        | Lex::Small(_)
                        | Lex::Tens(_)
                        | Lex::Several
                        | Lex::Couple
                ) =>
        {
            found(i + 2, "PAST_REF")
        }
        Lex::Rel(rel) if near == i + 1 => several(atoms, i, near, rel),
        _ => None,
    }
}

/// `the coming weeks`, `past months`, `the next few days` without a number of them.
fn several(atoms: &Atoms<'_>, first: usize, i: usize, rel: Rel) -> Option<Expression> {
    let value = match rel {
        Rel::Coming | Rel::Next | Rel::Following => "FUTURE_REF",
        Rel::Past | Rel::Previous => "PAST_REF",
        _ => return None,
    };
    let noun = i + 1;
    matches!(atoms.lex(noun), Lex::Units(_))
        .then(|| Expression::new(first, noun + 1, Meaning::Vague(value)))
}
