//! Numbers as they are written out in full: `one hundred and sixty-one`, `3 hundred and 21`,
//! `two thirds`, `2 1/4`, `40 000`, `1.3x10^6`, `half a million`, `nought point five`.
//!
//! *What*: a run of number words is collected and then read at once, so that a fraction at its
//! end decides what the words before it are. *Why*: `one hundred thirty fifths` is 100/35,
//! `one hundred and thirty fifths` 130/5. *Example*: `five billion and three quarters` →
//! 5,750,000,000: behind a scale word a fraction is one of that scale. *Known misses*: digits
//! read one by one (`nine one one`), Roman numerals.

use super::super::{
    atoms::{Atoms, Kind, Shape},
    lexicon::{Lex, Unit},
};
use super::scale_at;

/// Longest number in words, in words: bounds the work on floods of number words.
const MAX_STEPS: usize = 16;

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Written {
    pub(in super::super) value: f64,
    /// The atom after it.
    pub(in super::super) next: usize,
    /// Whether it begins with digits.
    pub(in super::super) digits: bool,
    /// Whether a part of it is a fraction.
    pub(in super::super) fraction: bool,
    /// What its last word multiplies with, from a thousand on.
    pub(in super::super) magnitude: Option<f64>,
}

/// A word of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Item {
    /// `a`, where it counts: `a hundred`, `a third`.
    A,
    /// Below twenty.
    Small(f64),
    Tens(f64),
    Hundred,
    Scale(f64),
    Dozen,
    Digits(f64),
}

/// A word of a number with what links it to the one before.
#[derive(Clone, Copy, Debug)]
struct Step {
    item: Item,
    /// Behind `and`.
    and: bool,
    /// Behind a hyphen.
    hyphen: bool,
    /// The atom after it.
    next: usize,
}

/// The words of a number.
struct Run {
    steps: [Step; MAX_STEPS],
    len: usize,
    /// The atom after the last word.
    next: usize,
}

impl Run {
    fn steps(&self) -> &[Step] {
        &self.steps[..self.len]
    }
}

/// The first steps of a run, read: the value, how many, and the last scale.
struct Sum {
    value: f64,
    len: usize,
    magnitude: Option<f64>,
}

/// A part of a whole behind its numerator: `thirds`, `-fifth`, `quarters`.
#[derive(Clone, Copy)]
struct Part {
    value: f64,
    plural: bool,
    next: usize,
}

/// Reads the number at atom `i`, without a sign.
pub(in super::super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<Written> {
    match atoms.kind(i) {
        Kind::Number { shape, .. } if shape != Shape::Odd => digits(atoms, i),
        Kind::Mark(mark) => {
            let value = vulgar(mark)?;
            let (value, next, magnitude) = scaled(atoms, value, i + 1);
            Some(Written {
                value,
                next,
                digits: true,
                fraction: true,
                magnitude,
            })
        }
        Kind::Word(Lex::Half) => {
            let at = if atoms.lex(i + 1) == Lex::A {
                i + 2
            } else {
                i + 1
            };
            part_of_scale(atoms, 0.5, at)
        }
        Kind::Word(Lex::Unit(Unit::Quarter)) => part_of_scale(atoms, 0.25, i + 1),
        Kind::Word(Lex::A) if atoms.lex(i + 1) == Lex::Unit(Unit::Quarter) => {
            part_of_scale(atoms, 0.25, i + 2).or_else(|| words(atoms, i))
        }
        Kind::Word(Lex::A | Lex::Small(_) | Lex::Tens(_)) => words(atoms, i),
        _ => None,
    }
}

/// Whether the number at atom `i` is `a half` or `a quarter` before a noun, as in `a quarter
/// final`: a number only where the noun is a unit.
pub(in super::super) fn is_part_of_noun(atoms: &Atoms<'_>, i: usize, number: &Written) -> bool {
    number.fraction
        && number.magnitude.is_none()
        && number.next == i + 2
        && atoms.lex(i) == Lex::A
        && atoms.is_any_word(number.next)
        && atoms.lex(number.next) != Lex::Of
}

/// `half mile`, `half a mile`, `quarter pound`: a part of the unit at the atom given back.
pub(in super::super) fn part_of_unit(atoms: &Atoms<'_>, i: usize) -> Option<Written> {
    let value = match atoms.lex(i) {
        Lex::Half => 0.5,
        Lex::Unit(Unit::Quarter) => 0.25,
        _ => return None,
    };
    let next = if atoms.lex(i + 1) == Lex::A {
        i + 2
    } else {
        i + 1
    };
    Some(Written {
        value,
        next,
        digits: false,
        fraction: true,
        magnitude: None,
    })
}

/// `half a million`, `quarter million`: the scale at atom `at`, or none at all.
fn part_of_scale(atoms: &Atoms<'_>, part: f64, at: usize) -> Option<Written> {
    let scale = scale_at(atoms, at)?;
    Some(Written {
        value: part * scale,
        next: at + 1,
        digits: false,
        fraction: true,
        magnitude: (scale >= 1e3).then_some(scale),
    })
}

/// The value of `½` and its like.
pub(in super::super) fn vulgar(mark: char) -> Option<f64> {
    Some(match mark {
        '\u{BC}' => 0.25,
        '\u{BD}' => 0.5,
        '\u{BE}' => 0.75,
        '\u{2150}' => 1.0 / 7.0,
        '\u{2151}' => 1.0 / 9.0,
        '\u{2152}' => 0.1,
        '\u{2153}' => 1.0 / 3.0,
        '\u{2154}' => 2.0 / 3.0,
        '\u{2155}' => 0.2,
        '\u{2156}' => 0.4,
        '\u{2157}' => 0.6,
        '\u{2158}' => 0.8,
        '\u{2159}' => 1.0 / 6.0,
        '\u{215A}' => 5.0 / 6.0,
        '\u{215B}' => 0.125,
        '\u{215C}' => 0.375,
        '\u{215D}' => 0.625,
        '\u{215E}' => 0.875,
        _ => return None,
    })
}

/// Multiplies with the scale words behind a number.
fn scaled(atoms: &Atoms<'_>, mut value: f64, mut next: usize) -> (f64, usize, Option<f64>) {
    let mut magnitude = None;
    for _ in 0..3 {
        let at = atoms.after_hyphen(next);
        let Some(scale) = scale_at(atoms, at).filter(|_| !atoms.glued(at) || at > next) else {
            break;
        };
        value *= scale;
        magnitude = Some(magnitude.unwrap_or(1.0) * scale);
        next = at + 1;
    }
    (value, next, magnitude.filter(|&scale| scale >= 1e3))
}

/// A number that begins with digits.
fn digits(atoms: &Atoms<'_>, i: usize) -> Option<Written> {
    let Kind::Number { value, .. } = atoms.kind(i) else {
        return None;
    };
    let written = |value, next, fraction, magnitude| {
        Some(Written {
            value,
            next,
            digits: true,
            fraction,
            magnitude,
        })
    };
    if let Some((value, next)) = power(atoms, value, i + 1) {
        return written(value, next, false, None);
    }
    if let Some((value, next)) = spaced(atoms, i) {
        let (value, next, magnitude) = scaled(atoms, value, next);
        return written(value, next, false, magnitude);
    }
    if let Some((value, next)) = slashed(atoms, i) {
        return written(value, next, true, None);
    }
    if let Kind::Mark(mark) = atoms.kind(i + 1)
        && let Some(part) = vulgar(mark)
    {
        let (value, next, magnitude) = scaled(atoms, value + part, i + 2);
        return written(value, next, true, magnitude);
    }
    // `2 1/4`
    if atoms.plain(i).is_some()
        && !atoms.glued(i + 1)
        && let Some((part, next)) = slashed(atoms, i + 1).filter(|(part, _)| *part < 1.0)
    {
        return written(value + part, next, true, None);
    }
    words(atoms, i)
}

/// `1e10`, `12.32e+14`, `1.1^23`, `1.3x10^6`: the exponent behind a number.
fn power(atoms: &Atoms<'_>, value: f64, at: usize) -> Option<(f64, usize)> {
    if !atoms.glued(at) {
        return None;
    }
    let (base, factor, mut at) = match atoms.kind(at) {
        Kind::Word(_) if matches!(atoms.surface(at), "e" | "E") => (10.0, value, at + 1),
        Kind::Mark('^') => (value, 1.0, at + 1),
        Kind::Word(_) | Kind::Mark('\u{D7}')
            if matches!(atoms.surface(at), "x" | "X" | "\u{D7}")
                && atoms.plain(at + 1).is_some_and(|(ten, _)| ten == 10)
                && atoms.is_mark(at + 2, '^')
                && atoms.glued(at + 2) =>
        {
            (10.0, value, at + 3)
        }
        _ => return None,
    };
    let mut negative = false;
    while matches!(atoms.kind(at), Kind::Mark('+' | '-')) && atoms.glued(at) {
        negative = atoms.is_mark(at, '-') && !atoms.is_mark(at - 1, '-');
        at += 1;
    }
    let (exponent, len) = atoms.plain(at).filter(|_| atoms.glued(at))?;
    if len > 3 {
        return None;
    }
    let exponent = i32::try_from(exponent).ok()?;
    let value = factor * base.powi(if negative { -exponent } else { exponent });
    value.is_finite().then_some((value, at + 1))
}

/// `40 000`, `1 234 567.89`: groups of three digits with single blanks between them.
fn spaced(atoms: &Atoms<'_>, i: usize) -> Option<(f64, usize)> {
    let (mut value, len) = atoms.plain(i).map(|(value, len)| (f64::from(value), len))?;
    // `Ryzen 7 350`: part of a name.
    let named = atoms.gap(i + 1) == " " && i > 0 && atoms.is_capital(i - 1);
    if len > 3 || named || atoms.surface(i).starts_with('0') {
        return None;
    }
    let mut at = i + 1;
    while at < i + 6
        && matches!(atoms.gap(at), " " | "\u{A0}" | "\u{202F}" | "\u{2009}")
        && let Kind::Number {
            value: group,
            shape: shape @ (Shape::Plain | Shape::Decimal),
            ..
        } = atoms.kind(at)
        && atoms
            .surface(at)
            .split('.')
            .next()
            .is_some_and(|whole| whole.len() == 3)
    {
        value = value * 1000.0 + group;
        at += 1;
        if shape == Shape::Decimal {
            break;
        }
    }
    let longer = matches!(atoms.kind(at), Kind::Number { .. }) && atoms.gap(at) == " ";
    let glued = atoms.glued(at) && atoms.is_any_word(at);
    (at > i + 1 && !longer && !glued).then_some((value, at))
}

/// `1/4`: a fraction in digits, apart from dates and chains of numbers.
fn slashed(atoms: &Atoms<'_>, i: usize) -> Option<(f64, usize)> {
    let Kind::Number {
        value: above,
        shape: Shape::Plain | Shape::Grouped,
        ..
    } = atoms.kind(i)
    else {
        return None;
    };
    let slash = matches!(atoms.kind(i + 1), Kind::Mark('/' | '\u{2044}'))
        && atoms.glued(i + 1)
        && atoms.glued(i + 2);
    let (below, len) = atoms.plain(i + 2).filter(|_| slash)?;
    let chained = |at: usize| {
        atoms.glued(at)
            && matches!(atoms.kind(at), Kind::Mark('/' | '-' | ':') | Kind::Word(_))
            && (atoms.is_any_word(at) || atoms.glued(at + 1))
    };
    let behind_chain = atoms.glued(i)
        && matches!(atoms.before(i), Kind::Mark('/' | '-' | ':'))
        && i >= 2
        && atoms.glued(i - 1);
    if below == 0 || len > 4 || chained(i + 3) || behind_chain {
        return None;
    }
    Some((above / f64::from(below), i + 3))
}

/// Collects the words of the number at atom `i`.
fn collect(atoms: &Atoms<'_>, i: usize) -> Run {
    let empty = Step {
        item: Item::A,
        and: false,
        hyphen: false,
        next: i,
    };
    let mut run = Run {
        steps: [empty; MAX_STEPS],
        len: 0,
        next: i,
    };
    while run.len < MAX_STEPS {
        let (mut at, mut and, mut hyphen) = (run.next, false, false);
        let before = run.len.checked_sub(1).map(|k| run.steps[k].item);
        if let Some(before) = before {
            let tens =
                matches!(before, Item::Tens(_)) && matches!(atoms.lex(at + 1), Lex::Small(1..=9));
            if atoms.is_hyphen(at) || (tens && atoms.is_mark(at, '-')) {
                hyphen = true;
                at += 1;
            } else if atoms.is_word(at, "and") && !atoms.glued(at) {
                and = true;
                at += 1;
            }
        }
        let item = match atoms.kind(at) {
            Kind::Word(Lex::Small(n)) => Item::Small(f64::from(n)),
            Kind::Word(Lex::Tens(n)) => Item::Tens(f64::from(n)),
            Kind::Word(Lex::Hundred) if before.is_some() => Item::Hundred,
            Kind::Word(Lex::Dozen) if before.is_some() => Item::Dozen,
            Kind::Word(Lex::Scale(power)) if before.is_some() => {
                Item::Scale(10_f64.powi(i32::from(power)))
            }
            Kind::Word(Lex::A)
                if (before.is_none() || and)
                    && (scale_at(atoms, at + 1).is_some()
                        || part(atoms, at + 1).is_some()
                        || matches!(atoms.lex(at + 1), Lex::Tens(_))) =>
            {
                Item::A
            }
            Kind::Number { value, shape, .. }
                if shape != Shape::Odd
                    && !hyphen
                    && matches!(before, None | Some(Item::Hundred | Item::Scale(_))) =>
            {
                Item::Digits(value)
            }
            _ => break,
        };
        if before.is_some() && !hyphen && atoms.glued(at) {
            break;
        }
        run.steps[run.len] = Step {
            item,
            and,
            hyphen,
            next: at + 1,
        };
        run.len += 1;
        run.next = at + 1;
    }
    run
}

/// What the last word of a number was: decides which word may follow.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Start,
    Small,
    Tens,
    Hundred,
    Scale,
    Digits,
}

/// Reads as many steps as make one number. `loose` takes `twenty and three` for 23.
fn sum(steps: &[Step], loose: bool) -> Sum {
    let (mut total, mut current) = (0.0, 0.0);
    let mut last_scale = f64::INFINITY;
    let mut state = State::Start;
    let mut len = 0;
    let mut magnitude = None;
    while let Some(step) = steps.get(len) {
        let following = steps.get(len + 1).map(|step| step.item);
        if step.and
            && len > 0
            && !matches!(state, State::Hundred | State::Scale)
            && !(loose && state == State::Tens)
        {
            break;
        }
        // `3 hundred and 2 hundred`: the second one is a number of its own.
        let joins = match (state, following) {
            (State::Hundred, Some(Item::Hundred)) => false,
            (State::Hundred | State::Scale, Some(Item::Scale(scale))) => scale < last_scale,
            _ => true,
        };
        match (step.item, state) {
            (Item::A, State::Start) => {
                current += 1.0;
                state = State::Small;
            }
            (Item::Small(n), State::Start | State::Hundred | State::Scale) if joins => {
                current += n;
                state = State::Small;
            }
            (Item::Small(n), State::Tens) if (1.0..10.0).contains(&n) => {
                current += n;
                state = State::Small;
            }
            (Item::Tens(n), State::Start | State::Hundred | State::Scale) if joins => {
                current += n;
                state = State::Tens;
            }
            (Item::Digits(value), State::Start) => {
                current += value;
                state = State::Digits;
            }
            (Item::Digits(value), State::Hundred | State::Scale)
                if joins
                    && value >= 1.0
                    && value.fract() == 0.0
                    && value
                        < if state == State::Hundred {
                            100.0
                        } else {
                            last_scale
                        }
                    && (matches!(following, Some(Item::Hundred | Item::Scale(_)))
                        || (step.and && (state == State::Hundred || last_scale <= 1e3))) =>
            {
                current += value;
                state = State::Digits;
            }
            (Item::Hundred, State::Small | State::Tens | State::Digits) => {
                current *= 100.0;
                state = State::Hundred;
            }
            (Item::Dozen, State::Small | State::Tens | State::Digits) => {
                return Sum {
                    value: total + current * 12.0,
                    len: len + 1,
                    magnitude: None,
                };
            }
            (Item::Scale(scale), State::Small | State::Tens | State::Hundred | State::Digits)
                if scale < last_scale =>
            {
                last_scale = scale;
                total += current * scale;
                current = 0.0;
                state = State::Scale;
            }
            // `2 thousand million`, `25 lakh crore`
            (Item::Scale(scale), State::Scale) if scale >= last_scale && !step.and => {
                total *= scale;
                last_scale = scale;
            }
            _ => break,
        }
        len += 1;
        magnitude = match (step.item, magnitude) {
            (Item::Scale(scale), _) => Some(scale),
            _ => None,
        };
    }
    Sum {
        value: total + current,
        len,
        magnitude,
    }
}

/// The value of steps that make one number, all of them.
fn whole(steps: &[Step], loose: bool) -> Option<f64> {
    let sum = sum(steps, loose);
    (!steps.is_empty() && sum.len == steps.len()).then_some(sum.value)
}

fn words(atoms: &Atoms<'_>, i: usize) -> Option<Written> {
    let run = collect(atoms, i);
    let steps = run.steps();
    let begins_with_digits = atoms.is_number(i);
    if steps.is_empty() {
        return None;
    }
    if let Some(part) = part(atoms, run.next)
        && let Some((value, next, magnitude)) = fraction(atoms, steps, part)
        && !is_article(atoms, steps, part)
    {
        return Some(Written {
            value,
            next,
            digits: begins_with_digits,
            fraction: true,
            magnitude,
        });
    }
    let Sum {
        value,
        len,
        magnitude,
    } = sum(steps, false);
    // `a` alone counts nothing.
    let last = steps[..len].last()?;
    if len == 1 && last.item == Item::A {
        return None;
    }
    let written = |value, next, fraction, magnitude| {
        Some(Written {
            value,
            next,
            digits: begins_with_digits,
            fraction,
            magnitude,
        })
    };
    if let Some((value, next)) = point(atoms, value, last.next) {
        let (value, next, magnitude) = scaled(atoms, value, next);
        return written(value, next, false, magnitude);
    }
    if let Some((part, next)) = and_vulgar(atoms, last.next) {
        return written(value + part, next, true, magnitude);
    }
    written(value, last.next, false, magnitude)
}

/// `a third man`: the article of an ordinal, where a noun follows.
fn is_article(atoms: &Atoms<'_>, steps: &[Step], part: Part) -> bool {
    matches!(steps, [Step { item: Item::A, .. }])
        && matches!(
            atoms.lex(part.next - 1),
            Lex::Ordinal(_) | Lex::ScaleOrdinal(_)
        )
        && atoms.is_any_word(part.next)
        && !matches!(atoms.lex(part.next), Lex::Of | Lex::Scale(_) | Lex::Hundred)
}

/// `two and ½`
fn and_vulgar(atoms: &Atoms<'_>, next: usize) -> Option<(f64, usize)> {
    if !atoms.is_word(next, "and") {
        return None;
    }
    match atoms.kind(next + 1) {
        Kind::Mark(mark) => Some((vulgar(mark)?, next + 2)),
        _ => None,
    }
}

/// `point zero three`, `point seventy-one`: the digits behind a decimal point in words.
fn point(atoms: &Atoms<'_>, value: f64, next: usize) -> Option<(f64, usize)> {
    if !atoms.is_word(next, "point") {
        return None;
    }
    let (mut digits, mut factor, mut at) = (0.0, 1.0, next + 1);
    while at < next + 10 {
        let (group, places, after) = match atoms.lex(at) {
            Lex::Small(n @ 0..=9) => (f64::from(n), 10.0, at + 1),
            Lex::Small(n) => (f64::from(n), 100.0, at + 1),
            Lex::Tens(n) => {
                let unit = atoms.after_hyphen(at + 1);
                match atoms.lex(unit) {
                    Lex::Small(m @ 1..=9) => (f64::from(n + m), 100.0, unit + 1),
                    _ => (f64::from(n), 100.0, at + 1),
                }
            }
            _ => break,
        };
        factor *= places;
        digits = digits * places + group;
        at = after;
    }
    (at > next + 1).then(|| (value + digits / factor, at))
}

/// The part of a whole that atom `at` names, behind a hyphen or not.
fn part(atoms: &Atoms<'_>, at: usize) -> Option<Part> {
    let dash = atoms.is_hyphen(at) || (atoms.is_mark(at, '-') && !atoms.glued(at));
    let at = if dash { at + 1 } else { at };
    let (value, plural) = match atoms.lex(at) {
        Lex::Ordinal(n @ 3..) => (f64::from(n), false),
        Lex::Ordinal(1) if matches!(atoms.lex_before(at), Lex::Tens(_)) || dash => (1.0, false),
        Lex::Ordinals(n) => (f64::from(n), true),
        Lex::ScaleOrdinal(power) => (10_f64.powi(i32::from(power)), false),
        Lex::ScaleOrdinals(power) => (10_f64.powi(i32::from(power)), true),
        Lex::Half => (2.0, false),
        Lex::Unit(Unit::Quarter) => (4.0, false),
        Lex::Units(Unit::Quarter) => (4.0, true),
        Lex::Other if atoms.is_word(at, "halves") => (2.0, true),
        _ => return None,
    };
    Some(Part {
        value,
        plural,
        next: at + 1,
    })
}

/// The fraction that steps and a part behind them make, and the atom after it.
fn fraction(atoms: &Atoms<'_>, steps: &[Step], part: Part) -> Option<(f64, usize, Option<f64>)> {
    let over = |above: f64, below: f64| {
        (part.plural || (above - 1.0).abs() < 1e-9)
            .then_some(above / below)
            .filter(|_| below > 1.0)
    };
    // `three twenty-firsts`: the part has words before it that belong to it.
    for k in 1..steps.len() {
        let place = match steps[steps.len() - 1].item {
            Item::Tens(_) => 10.0,
            Item::Hundred => 100.0,
            Item::Scale(scale) => scale,
            _ => break,
        };
        if steps[k].and || steps[k].hyphen || part.value >= place {
            continue;
        }
        if let (Some(above), Some(below)) = (whole(&steps[..k], false), whole(&steps[k..], false))
            && let Some(value) = over(above, below + part.value)
        {
            return Some((value, part.next, None));
        }
    }
    let all = whole(steps, false);
    let scale = scale_at(atoms, part.next).filter(|_| !atoms.glued(part.next));
    for k in (1..steps.len()).rev().filter(|&k| steps[k].and) {
        let (Some(base), Some(above)) = (whole(&steps[..k], true), whole(&steps[k..], false))
        else {
            continue;
        };
        let Some(value) = over(above, part.value).filter(|&value| value < 1.0) else {
            continue;
        };
        if let Some(scale) = scale {
            let behind = part.next + 1;
            let loose = matches!(steps[k - 1].item, Item::Scale(_));
            let value = if loose {
                base + value * scale
            } else {
                (base + value) * scale
            };
            return Some((value, behind, (scale >= 1e3).then_some(scale)));
        }
        return match steps[k - 1].item {
            Item::Scale(scale) => Some((base + value * scale, part.next, Some(scale))),
            _ if all.is_none() || part.value >= 100.0 => Some((base + value, part.next, None)),
            _ => continue,
        };
    }
    let value = over(all?, part.value)?;
    Some(match scale {
        Some(scale) => (
            value * scale,
            part.next + 1,
            (scale >= 1e3).then_some(scale),
        ),
        None => (value, part.next, None),
    })
}

/// The ordinal at atom `i` and the atom after it: `third`, `twenty-first`, `2nd`, `one hundred
/// twenty fifth`, `three trillionth`.
pub(in super::super) fn ordinal(atoms: &Atoms<'_>, i: usize) -> Option<(f64, usize)> {
    match atoms.kind(i) {
        Kind::Word(Lex::Ordinal(n)) => return Some((f64::from(n), i + 1)),
        Kind::Word(Lex::SecondWord) => return Some((2.0, i + 1)),
        Kind::Word(Lex::ScaleOrdinal(power)) => {
            return Some((10_f64.powi(i32::from(power)), i + 1));
        }
        Kind::Number {
            value,
            shape: Shape::Plain | Shape::Grouped,
            ..
        } if atoms.glued(i + 1) && atoms.is_any_word(i + 1) => {
            let suffix = ["st", "nd", "rd", "th"]
                .iter()
                .any(|suffix| atoms.is_word(i + 1, suffix));
            return suffix.then_some((value, i + 2));
        }
        Kind::Word(Lex::A | Lex::Small(_) | Lex::Tens(_)) | Kind::Number { .. } => {}
        _ => return None,
    }
    let run = collect(atoms, i);
    let steps = run.steps();
    let value = whole(steps, false)?;
    let linked = atoms.is_word(run.next, "and")
        && matches!(steps.last()?.item, Item::Hundred | Item::Scale(_));
    let at = if linked {
        run.next + 1
    } else {
        atoms.after_hyphen(run.next)
    };
    let unit = match atoms.lex(at) {
        Lex::Ordinal(n @ (1..=20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)) => f64::from(n),
        Lex::SecondWord => 2.0,
        Lex::Ordinal(100) if value > 1.0 => return Some((value * 100.0, at + 1)),
        Lex::ScaleOrdinal(power) if value > 1.0 => {
            return Some((value * 10_f64.powi(i32::from(power)), at + 1));
        }
        _ => return None,
    };
    let fits = match steps.last()?.item {
        Item::Tens(_) => unit < 10.0,
        Item::Hundred => unit < 100.0,
        Item::Scale(scale) => unit < scale,
        _ => false,
    };
    fits.then_some((value + unit, at + 1))
}
