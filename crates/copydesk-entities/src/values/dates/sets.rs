//! Times that recur: `every week`, `each Monday`, `annually`, `15 a year`, `twice a day`.
//!
//! *What*: gives a SET with the period as its value. *Why*: a rate is no date. *Example*:
//! `every two years` → `P2Y`; `every Monday` → `XXXX-WXX-1`. *Known misses*: `biennial`.

use super::{
    super::{
        atoms::{Atoms, Kind},
        lexicon::{Lex, Unit},
        numbers,
    },
    expression::{Expression, Meaning},
};

/// The expression at atom `i`.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    match atoms.lex(i) {
        Lex::Every => every(atoms, i),
        Lex::Per => match atoms.lex(i + 1) {
            Lex::Unit(unit) => Some(set(i, i + 2, 1.0, unit)),
            _ => None,
        },
        Lex::A if after_a_count(atoms, i) => match atoms.lex(i + 1) {
            Lex::Unit(unit)
                if unit != Unit::Quarter
                    && !matches!(
                        atoms.lex(i + 2),
                        Lex::Ago | Lex::After | Lex::Before | Lex::Later | Lex::Earlier
                    ) =>
            {
                Some(set(i, i + 2, 1.0, unit))
            }
            _ => None,
        },
        Lex::Regular(unit) => {
            // `Daily Mirror`, `Newsweekly`: names.
            let named =
                atoms.is_capital(i) && (atoms.is_capital(i + 1) || !atoms.starts_sentence(i));
            (!named).then(|| set(i, i + 1, 1.0, unit))
        }
        Lex::Weekday(day) if atoms.is_capital(i) && plural_weekday(atoms.surface(i)) => Some(
            Expression::new(i, i + 1, Meaning::EveryWeekday(day.cast_signed())),
        ),
        _ => None,
    }
}

fn plural_weekday(word: &str) -> bool {
    word.ends_with(['s', 'S'])
}

fn set(first: usize, last: usize, amount: f64, unit: Unit) -> Expression {
    Expression::new(first, last, Meaning::Every { amount, unit })
}

/// Whether a count stands before: `15 a year`, `$2 million a day`, `three times a week`.
fn after_a_count(atoms: &Atoms<'_>, i: usize) -> bool {
    match atoms.before(i) {
        Kind::Number { .. } => true,
        Kind::Word(lex) => {
            matches!(
                lex,
                Lex::Small(_) | Lex::Tens(_) | Lex::Hundred | Lex::Scale(_) | Lex::Dozen
            ) || matches!(atoms.surface(i - 1), "once" | "twice" | "times" | "percent")
                || (i >= 2
                    && atoms.surface(i - 1).ends_with('s')
                    && (atoms.is_number(i - 2)
                        || matches!(atoms.lex(i - 2), Lex::Small(_) | Lex::Scale(_))))
        }
        Kind::Mark('%') => true,
        _ => false,
    }
}

fn every(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    match atoms.lex(i + 1) {
        // `each day's` and `every second`: a unit of the clock is rarely meant.
        Lex::Unit(unit) => Some(set(i, i + 2, 1.0, unit)),
        Lex::Weekday(day) => Some(Expression::new(
            i,
            i + 2,
            Meaning::EveryWeekday(day.cast_signed()),
        )),
        Lex::DayPart(part) => Some(Expression::new(i, i + 2, Meaning::EveryPart(part))),
        Lex::Several => match atoms.lex(i + 2) {
            Lex::Units(unit) => Some(set(i, i + 3, f64::NAN, unit)),
            _ => None,
        },
        _ if atoms.is_word(i + 1, "other") => match atoms.lex(i + 2) {
            Lex::Unit(unit) => Some(set(i, i + 3, 2.0, unit)),
            _ => None,
        },
        _ => {
            let number = numbers::read(atoms, i + 1)?;
            match atoms.lex(number.next) {
                Lex::Units(unit) => Some(set(i, number.next + 1, number.value, unit)),
                _ => None,
            }
        }
    }
}
