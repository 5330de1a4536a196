//! Every number and every ordinal of a text, whatever it measures or names.
//!
//! *What*: numbers as they stand, also those in dates, sums and phone numbers. *Why*: amounts
//! leave out what is part of a name or date; a search for figures wants all. *Example*: `$20 in
//! 2020` → 20, 2020. Digits that letters stick to are no number: `29km`, `B2B`; letters of
//! magnitude are: `1.2b`, `10 bln`. `one` behind `the`, `this` or `which` is a pronoun.

use core::fmt;

use super::{
    super::{
        atoms::{Atoms, Kind, Shape},
        lexicon::{Lex, Rel},
    },
    written,
};

/// Longest run of digits that is read as a number.
const MAX_DIGITS: usize = 24;

/// A number at atoms `first..last`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct At {
    pub(in super::super) first: usize,
    pub(in super::super) last: usize,
    pub(in super::super) value: f64,
}

/// The numbers of a text, in order. Numbers that are written as one run, such as `22,24,26`, are
/// given with the bytes of the run that are theirs.
pub(in super::super) fn numbers(
    atoms: &Atoms<'_>,
    mut found: impl FnMut(copydesk_core::Span, f64),
) {
    let mut i = 0;
    while i < atoms.len() {
        if let Kind::Number {
            shape: Shape::Odd, ..
        } = atoms.kind(i)
        {
            if !sticks(atoms, i, i + 1) {
                odd(atoms, i, &mut found);
            }
            i += 1;
            continue;
        }
        if written_fraction(atoms, i).is_none()
            && let Some((_, next)) = written::ordinal(atoms, i)
        {
            i = next;
            continue;
        }
        match number(atoms, i) {
            Some(at) => {
                found(atoms.span(at.first, at.last), at.value);
                i = at.last.max(i + 1);
            }
            None => i = after_stuck(atoms, i),
        }
    }
}

/// The atom to go on with where no number was found: a number with letters that stick to it is
/// stepped over with them.
fn after_stuck(atoms: &Atoms<'_>, i: usize) -> usize {
    let mut next = i + 1;
    if atoms.is_number(i) {
        while next < i + 4 && atoms.glued(next) && atoms.is_any_word(next) {
            next += 1;
        }
    }
    next
}

fn written_fraction(atoms: &Atoms<'_>, i: usize) -> Option<written::Written> {
    written::read(atoms, i).filter(|number| number.fraction)
}

/// Whether letters stick to a number at atoms `first..last`.
fn sticks(atoms: &Atoms<'_>, first: usize, last: usize) -> bool {
    let before = atoms.glued(first)
        && match atoms.before(first) {
            Kind::Word(_) => true,
            Kind::Mark('-') => {
                first >= 2
                    && atoms.is_any_word(first - 2)
                    && atoms.glued(first - 1)
                    && atoms.is_number(first)
            }
            _ => false,
        };
    let after = atoms.glued(last) && matches!(atoms.kind(last), Kind::Word(_) | Kind::Opaque);
    before || after
}

/// The number at atom `i`, with its sign.
fn number(atoms: &Atoms<'_>, i: usize) -> Option<At> {
    let (negative, at) = sign(atoms, i);
    if let Some(number) = bare_decimal(atoms, at) {
        let (value, last) = magnitude(atoms, number.value, number.last);
        return (!sticks(atoms, at, last)).then_some(At {
            first: i,
            last,
            value: if negative { -value } else { value },
        });
    }
    let read = written::read(atoms, at)?;
    let (mut value, mut last) = if read.digits && read.magnitude.is_none() {
        magnitude(atoms, read.value, read.next)
    } else {
        (read.value, read.next)
    };
    let noun = written::is_part_of_noun(atoms, at, &read) && !atoms.is_word(last, "percent");
    if noun || sticks(atoms, at, last) || is_pronoun(atoms, at, read.next) {
        return None;
    }
    if let Some((below, next)) = ratio(atoms, at, value, last) {
        value /= below;
        last = next;
    }
    Some(At {
        first: i,
        last,
        value: if negative { -value } else { value },
    })
}

/// Whether a minus opens at atom `i`, and the number's atom.
fn sign(atoms: &Atoms<'_>, i: usize) -> (bool, usize) {
    let word = matches!(atoms.kind(i), Kind::Word(_))
        && (atoms.is_word(i, "minus") || atoms.is_word(i, "negative"));
    let mark = matches!(atoms.kind(i), Kind::Mark('-' | '\u{2212}'))
        && !atoms.glued(i)
        && (atoms.glued(i + 1) || matches!(atoms.before(i), Kind::Mark('\n')))
        && (atoms.is_number(i + 1) || atoms.is_mark(i + 1, '.'));
    (word || mark, if word || mark { i + 1 } else { i })
}

/// `.25`
fn bare_decimal(atoms: &Atoms<'_>, i: usize) -> Option<At> {
    let opens = atoms.is_mark(i, '.')
        && atoms.glued(i + 1)
        && (!atoms.glued(i) || matches!(atoms.before(i), Kind::Mark('-' | '\u{2212}' | '(')));
    if !opens || atoms.plain(i + 1).is_none() && !is_plain(atoms, i + 1) {
        return None;
    }
    let digits = atoms.surface(i + 1);
    let value: f64 = format!("0.{digits}").parse().ok()?;
    Some(At {
        first: i,
        last: i + 2,
        value,
    })
}

fn is_plain(atoms: &Atoms<'_>, i: usize) -> bool {
    matches!(
        atoms.kind(i),
        Kind::Number {
            shape: Shape::Plain,
            ..
        }
    )
}

/// Multiplies with letters of magnitude behind a number, and gives the atom after.
fn magnitude(atoms: &Atoms<'_>, value: f64, next: usize) -> (f64, usize) {
    match letters(atoms, next) {
        Some(factor) => (value * factor, next + 1),
        None => (value, next),
    }
}

/// What letters behind a number multiply with: `k`, `M`, `bn`. A small `m` is a metre, and most
/// single letters have to stick to the number.
pub(in super::super) fn letters(atoms: &Atoms<'_>, i: usize) -> Option<f64> {
    let glued = atoms.glued(i);
    let ends = !(atoms.glued(i + 1)
        && matches!(
            atoms.kind(i + 1),
            Kind::Number { .. } | Kind::Mark('/' | '-' | '&')
        ));
    if !ends {
        return None;
    }
    Some(match atoms.surface(i) {
        "k" | "K" => 1e3,
        "M" | "MM" | "mn" | "mln" | "mio" => 1e6,
        "bn" | "Bn" | "BN" | "bln" => 1e9,
        "b" | "B" if glued => 1e9,
        "tn" | "trn" | "tln" => 1e12,
        _ => return None,
    })
}

/// Whether `one` is a pronoun: `the one`, `which one`, `this one`.
fn is_pronoun(atoms: &Atoms<'_>, i: usize, next: usize) -> bool {
    if atoms.lex(i) != Lex::Small(1) || next != i + 1 {
        return false;
    }
    matches!(
        atoms.lex_before(i),
        Lex::The | Lex::Rel(_) | Lex::Every | Lex::ClauseOpener
    ) || matches!(
        atoms.surface(i.wrapping_sub(1)),
        "This" | "which" | "Which" | "another" | "any" | "no" | "other" | "only" | "right"
    ) || matches!(atoms.lex(i + 1), Lex::FutureCue)
        || matches!(atoms.surface(i + 1), "is" | "must" | "can" | "another")
            && atoms.starts_sentence(i)
}

/// `one over 20`, `two out of three`: the number below, and the atom after it.
fn ratio(atoms: &Atoms<'_>, first: usize, above: f64, next: usize) -> Option<(f64, usize)> {
    let over = atoms.is_word(next, "over");
    let out = atoms.is_word(next, "out") && atoms.lex(next + 1) == Lex::Of;
    if !over && !out || matches!(atoms.before(first), Kind::Mark('$')) {
        return None;
    }
    let below = written::read(atoms, if over { next + 1 } else { next + 2 })?;
    let ends = !atoms.is_any_word(below.next);
    let fits = if over { ends } else { above < below.value };
    (fits && below.value > 0.0).then_some((below.value, below.next))
}

/// Runs of digits with marks that are no thousands separators: `22,24,26`, `192.0.2.7`, and
/// `1,3` with a decimal comma.
fn odd(atoms: &Atoms<'_>, i: usize, found: &mut impl FnMut(copydesk_core::Span, f64)) {
    let surface = atoms.surface(i);
    let span = atoms.span(i, i + 1);
    let comma = surface.split_once(',');
    if let Some((whole, decimals)) = comma
        && !decimals.contains([',', '.'])
        && !whole.contains('.')
        && surface.len() <= MAX_DIGITS
        && let Ok(value) = format!("{whole}.{decimals}").parse()
    {
        found(span, value);
        return;
    }
    let mut start = span.start;
    for part in surface.split([',', '.']) {
        let end = start + part.len() as u32;
        if part.len() <= MAX_DIGITS
            && let Ok(value) = part.parse()
        {
            found(copydesk_core::Span::new(start, end), value);
        }
        start = end + 1;
    }
}

/// The ordinals of a text, in order.
pub(in super::super) fn ordinals(atoms: &Atoms<'_>) -> Vec<At> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < atoms.len() {
        if let Some(fraction) = written_fraction(atoms, i) {
            i = fraction.next;
            continue;
        }
        let unit = atoms.lex(i) == Lex::SecondWord
            && (atoms.is_number(i.wrapping_sub(1))
                || matches!(atoms.lex_before(i), Lex::Small(_) | Lex::Per));
        match written::ordinal(atoms, i).filter(|&(_, last)| !unit && !sticks(atoms, i, last)) {
            Some((value, last)) => {
                found.push(At {
                    first: i,
                    last,
                    value,
                });
                i = last;
            }
            None => i += 1,
        }
    }
    found
}

/// A position that is counted from where one is, or from the end.
///
/// ```
/// use copydesk_entities::values::Relative;
/// let second_to_last = Relative { from_end: true, offset: -1 };
/// assert_eq!(second_to_last.to_string(), "end-1");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relative {
    /// Whether it counts from the end.
    pub from_end: bool,
    /// How many further, or back.
    pub offset: i8,
}

impl fmt::Display for Relative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let anchor = if self.from_end { "end" } else { "current" };
        write!(f, "{anchor}{:+}", self.offset)
    }
}

/// `last`, `next one`, `the second to last`: atoms `first..last` and the position.
pub(in super::super) fn relative(atoms: &Atoms<'_>) -> Vec<(usize, usize, Relative)> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < atoms.len() {
        match relative_at(atoms, i) {
            Some((last, position)) => {
                found.push((i, last, position));
                i = last;
            }
            None => i += 1,
        }
    }
    found
}

fn relative_at(atoms: &Atoms<'_>, i: usize) -> Option<(usize, Relative)> {
    let from_end = |offset| Relative {
        from_end: true,
        offset,
    };
    let current = |offset| Relative {
        from_end: false,
        offset,
    };
    let last = |at: usize| atoms.lex(at) == Lex::Rel(Rel::Last);
    let one = |at: usize| {
        if atoms.lex(at) == Lex::Small(1) {
            at + 1
        } else {
            at
        }
    };
    let the = atoms.lex(i) == Lex::The;
    let at = if the { i + 1 } else { i };
    // `the one before the last one`
    if the && atoms.lex(at) == Lex::Small(1) && atoms.lex(at + 1) == Lex::Before {
        let end = if atoms.lex(at + 2) == Lex::The {
            at + 3
        } else {
            at + 2
        };
        return last(end).then(|| (one(end + 1), from_end(-1)));
    }
    // `second to last`, `next to last`
    let back = match atoms.lex(at) {
        Lex::SecondWord | Lex::Rel(Rel::Next) => Some(-1),
        Lex::Ordinal(n @ 3..=10) => Some(1 - i8::try_from(n).ok()?),
        _ => None,
    };
    let link = atoms.after_hyphen(at + 1);
    if let Some(back) = back
        && atoms.is_word(link, "to")
        && last(atoms.after_hyphen(link + 1))
    {
        return Some((atoms.after_hyphen(link + 1) + 1, from_end(back)));
    }
    if last(at) && atoms.is_word(at + 1, "but") && atoms.lex(at + 2) == Lex::Small(1) {
        return Some((at + 3, from_end(-1)));
    }
    if the {
        return None;
    }
    let position = match atoms.lex(i) {
        Lex::Rel(Rel::Last) => from_end(0),
        Lex::Rel(Rel::Next) => current(1),
        Lex::Rel(Rel::Previous) if atoms.is_word(i, "previous") => current(-1),
        Lex::Rel(Rel::Current) => current(0),
        Lex::Other if atoms.is_word(i, "penultimate") => from_end(-1),
        Lex::Other if atoms.is_word(i, "antepenultimate") => from_end(-2),
        _ => return None,
    };
    Some((one(i + 1), position))
}
