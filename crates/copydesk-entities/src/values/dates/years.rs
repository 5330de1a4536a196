//! Years, decades and centuries: `in 2023`, `the 1990s`, `the '80s`, `the 19th century`.
//!
//! *What*: four digits that nothing near them makes a count, a price or a name; decades; the
//! word `century` after an ordinal; `fiscal 2012`; the `17` of `1915-17`. *Why*: a bare number is
//! no date, so a year needs either a word that a time follows, or to lie in 1900–2050 with
//! nothing against it. *Example*: `since 2014` → `2014`; `2,014 people` and `Flight 2014` →
//! nothing. *Known misses*: bare years in lists of figures.

use super::{
    super::{
        atoms::{Atoms, Kind},
        lexicon::{Lex, Rel, Unit},
        numbers::ordinal,
    },
    expression::{Expression, Meaning, Point, Year},
};

/// The expression at atom `i`, an article included.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let the = atoms.lex(i) == Lex::The;
    let at = if the { i + 1 } else { i };
    if let Some((point, next)) = century(atoms, at).or_else(|| decade(atoms, at, the)) {
        return Some(Expression::new(i, next, Meaning::Point(point)));
    }
    if the {
        return None;
    }
    let (point, next) = year(atoms, i)?;
    Some(Expression::new(i, next, Meaning::Point(point)))
}

/// `19th century`, `twenty-first-century`
fn century(atoms: &Atoms<'_>, i: usize) -> Option<(Point, usize)> {
    let (nth, next) = ordinal(atoms, i)?;
    let at = atoms.after_hyphen(next);
    if !matches!(atoms.lex(at), Lex::Unit(Unit::Century)) || !(1..=30).contains(&nth) {
        return None;
    }
    Some((Point::Century(i16::try_from(nth - 1).ok()? * 100), at + 1))
}

/// `1990s`, `'90s`, `90s`, `nineties`
fn decade(atoms: &Atoms<'_>, i: usize, the: bool) -> Option<(Point, usize)> {
    let quoted = atoms.is_apostrophe(i) && atoms.glued(i + 1);
    let at = if quoted { i + 1 } else { i };
    if let Lex::DecadeWord(tens) = atoms.lex(at) {
        return the.then_some((Point::Decade(1900 + i16::from(tens) * 10), at + 1));
    }
    let (value, len) = atoms.plain(at)?;
    let mut next = at + 1;
    if atoms.is_apostrophe(next) && atoms.glued(next) {
        next += 1;
    }
    if !atoms.is_word(next, "s") || !atoms.glued(next) {
        return None;
    }
    let value = i16::try_from(value).ok()?;
    match len {
        4 if value % 10 == 0 && (1000..2100).contains(&value) && !quoted => {
            Some((Point::Decade(value), next + 1))
        }
        2 if value % 10 == 0 && (the || quoted || follows_decade(atoms, i)) => {
            let base = if value < 30 { 2000 } else { 1900 };
            Some((Point::Decade(base + value), next + 1))
        }
        _ => None,
    }
}

/// Whether a decade joined by `and` stands before: `the 70s and 80s`.
fn follows_decade(atoms: &Atoms<'_>, i: usize) -> bool {
    let part = matches!(atoms.lex_before(i), Lex::PartAdjective(_))
        && i >= 2
        && !matches!(atoms.lex(i - 2), Lex::Possessive);
    part || i >= 3
        && matches!(atoms.lex(i - 1), Lex::And | Lex::To)
        && atoms.is_word(i - 2, "s")
        && atoms.glued(i - 2)
        && atoms.is_number(i - 3)
}

/// A year in context.
pub(super) fn year(atoms: &Atoms<'_>, i: usize) -> Option<(Point, usize)> {
    if let Some(found) = with_era(atoms, i) {
        return Some(found);
    }
    if atoms.is_word(i, "fy") && matches!(atoms.plain(i + 1), Some((1950..=2100, 4))) {
        let (value, _) = atoms.plain(i + 1)?;
        return Some((Point::Year(Year::Given(i16::try_from(value).ok()?)), i + 2));
    }
    if let Some(found) = short_end(atoms, i).or_else(|| short(atoms, i)) {
        return Some(found);
    }
    let (value, 4) = atoms.plain(i)? else {
        return None;
    };
    let year = Point::Year(Year::Given(i16::try_from(value).ok()?));
    if !(1000..=2100).contains(&value) || counts(atoms, i + 1) {
        return None;
    }
    let ranged = atoms.is_dash(i + 1)
        && matches!(atoms.plain(i + 2), Some((to @ 1000..=2100, 4)) if to > value);
    let support = support_before(atoms, i)? || ranged;
    if support || (1900..=2050).contains(&value) {
        return Some((year, i + 1));
    }
    None
}

/// `in '98`
fn short(atoms: &Atoms<'_>, i: usize) -> Option<(Point, usize)> {
    let timed = matches!(atoms.lex_before(i), Lex::In | Lex::TimePreposition);
    let (value, 2) = atoms.plain(i + 1)? else {
        return None;
    };
    let ends = !atoms.glued(i + 2) || matches!(atoms.kind(i + 2), Kind::Mark(_));
    if !(atoms.is_apostrophe(i) && atoms.glued(i + 1) && timed && ends) {
        return None;
    }
    let century = if value < 50 { 2000 } else { 1900 };
    let year = Year::Given(century + i16::try_from(value).ok()?);
    Some((Point::Year(year), i + 2))
}

/// The `17` of `1915-17`.
fn short_end(atoms: &Atoms<'_>, i: usize) -> Option<(Point, usize)> {
    let (end, 2) = atoms.plain(i)? else {
        return None;
    };
    let first = i.checked_sub(2)?;
    let (start @ 1500..=2100, 4) = atoms.plain(first)? else {
        return None;
    };
    let joined = atoms.is_dash(i - 1) && atoms.glued(i - 1) && atoms.glued(i);
    let open = matches!(atoms.kind(i + 1), Kind::Mark(mark) if !matches!(mark, '%' | '/' | ':'));
    if !joined
        || !(open && (!atoms.glued(i + 2) || !atoms.is_number(i + 2)) || !atoms.glued(i + 1))
        || end <= start % 100
    {
        return None;
    }
    let year = i16::try_from(start - start % 100 + end).ok()?;
    Some((Point::Year(Year::Given(year)), i + 1))
}

/// `fiscal 2012`, `fiscal year 2012`
pub(super) fn fiscal(atoms: &Atoms<'_>, i: usize) -> Option<Expression> {
    let at = if atoms.is_word(i + 1, "year") {
        i + 2
    } else {
        i + 1
    };
    let (value @ 1950..=2100, 4) = atoms.plain(at)? else {
        return None;
    };
    let year = Point::Year(Year::Given(i16::try_from(value).ok()?));
    Some(Expression::new(i, at + 1, Meaning::Point(year)))
}

/// `44 BC`, `AD 79`, `79 CE`
fn with_era(atoms: &Atoms<'_>, i: usize) -> Option<(Point, usize)> {
    let before = |at: usize| atoms.is_shouted(at) && atoms.is_word(at, "ad");
    if before(i)
        && let Some((value, 1..=4)) = atoms.plain(i + 1)
        && value > 0
    {
        return Some((Point::Year(Year::Given(i16::try_from(value).ok()?)), i + 2));
    }
    let (value, 1..=4) = atoms.plain(i).filter(|&(value, _)| value > 0)? else {
        return None;
    };
    if !atoms.is_shouted(i + 1) {
        return None;
    }
    let value = i16::try_from(value).ok()?;
    match atoms.surface(i + 1) {
        "BC" | "BCE" => Some((Point::Bce(value), i + 2)),
        "AD" | "CE" => Some((Point::Year(Year::Given(value)), i + 2)),
        _ => None,
    }
}

/// Whether what follows shows that the number counts or measures something.
fn counts(atoms: &Atoms<'_>, i: usize) -> bool {
    match atoms.kind(i) {
        Kind::Mark('%' | '\u{00B0}' | '\u{20AC}' | '\u{00A3}' | '$') => true,
        // Hyphens: `2014-15` is a season, `1500-page` is not.
        Kind::Mark('-' | '\u{2013}') => {
            atoms.is_hyphen(i)
                && (atoms.is_lower(i + 1) && !matches!(atoms.lex(i + 1), Lex::To | Lex::Other)
                    || atoms.plain(i + 1).is_some_and(|(_, len)| len == 3))
        }
        // `2008/2009` are two years.
        Kind::Mark('/') if matches!(atoms.plain(i + 1), Some((1000..=2100, 4))) => {
            atoms.is_mark(i + 2, '/') && atoms.glued(i + 2)
        }
        Kind::Mark(':' | '/' | '.') => {
            atoms.glued(i) && atoms.glued(i + 1) && atoms.is_number(i + 1)
        }
        Kind::Word(lex) => {
            if atoms.glued(i) {
                return true;
            }
            if matches!(
                lex,
                Lex::Units(_) | Lex::Scale(_) | Lex::Hundred | Lex::Dozen | Lex::More
            ) {
                return true;
            }
            let word = atoms.surface(i);
            lex == Lex::Other
                && atoms.is_lower(i)
                && (matches!(
                    word,
                    "people"
                        | "men"
                        | "women"
                        | "children"
                        | "percent"
                        | "feet"
                        | "km"
                        | "kg"
                        | "mph"
                        | "dead"
                        | "troops"
                        | "votes"
                        | "hectares"
                        | "acres"
                        | "tons"
                ) || (word.len() > 4
                    && word.ends_with('s')
                    && !word.ends_with("ss")
                    && !word.ends_with("us")
                    && !NOT_COUNTED.contains(&word)))
        }
        _ => false,
    }
}

/// Words in `-s` that follow a year without being counted.
const NOT_COUNTED: &[&str] = &[
    "elections",
    "sanctions",
    "protests",
    "talks",
    "games",
    "attacks",
    "olympics",
    "floods",
    "fires",
    "wildfires",
    "riots",
    "bombings",
    "killings",
    "results",
    "sales",
    "earnings",
    "figures",
    "accords",
    "championships",
    "finals",
    "reforms",
    "agreements",
    "shootings",
    "events",
    "estimates",
    "polls",
    "primaries",
    "midterms",
    "awards",
    "levels",
    "prices",
    "revenues",
    "profits",
    "documents",
    "files",
    "rules",
    "guidelines",
    "hostilities",
    "models",
    "wars",
    "clashes",
    "always",
    "perhaps",
    "towards",
    "afterwards",
    "besides",
    "sees",
    "marks",
    "remains",
    "shows",
    "looks",
    "seems",
    "brings",
    "begins",
    "ends",
    "starts",
    "comes",
    "gives",
];

/// What stands before: `Some(true)` says year, `Some(false)` says nothing, `None` forbids.
fn support_before(atoms: &Atoms<'_>, i: usize) -> Option<bool> {
    match atoms.before(i) {
        Kind::Word(lex) => {
            let glued = atoms.glued(i);
            match lex {
                _ if glued => None,
                Lex::In
                | Lex::TimePreposition
                | Lex::From
                | Lex::PartAdjective(_)
                | Lex::Season(_)
                | Lex::Between
                | Lex::Before
                | Lex::After
                | Lex::Month(_) => Some(true),
                Lex::Of => Some(of_time(atoms, i)),
                Lex::And | Lex::To => {
                    Some(i >= 2 && matches!(atoms.plain(i - 2), Some((1000..=2100, 4))))
                }
                Lex::Than => (atoms.lex_before(i - 1) == Lex::Later
                    || atoms.lex_before(i - 1) == Lex::Earlier)
                    .then_some(true),
                Lex::Over | Lex::Under | Lex::Approximate | Lex::Scale(_) | Lex::Hundred => None,
                Lex::The | Lex::Rel(Rel::Last | Rel::Next | Rel::Coming) => Some(false),
                // `Boeing 2000`, `Agenda 2030`: a name, unless a sentence starts there.
                Lex::Other
                    if atoms.is_capital(i - 1)
                        && !atoms.is_word(i - 1, "copyright")
                        && !atoms.starts_sentence(i - 1) =>
                {
                    None
                }
                Lex::Other
                    if matches!(
                        atoms.surface(i - 1),
                        "least"
                            | "most"
                            | "flight"
                            | "page"
                            | "line"
                            | "room"
                            | "number"
                            | "nearly"
                            | "model"
                            | "exactly"
                            | "only"
                            | "type"
                            | "route"
                            | "some"
                            | "costs"
                            | "total"
                    ) =>
                {
                    None
                }
                _ => Some(false),
            }
        }
        Kind::Mark('-' | '\u{2010}'..='\u{2014}') => {
            let ranged = i >= 2 && matches!(atoms.plain(i - 2), Some((1000..=2100, 4)));
            let part = i >= 2 && matches!(atoms.lex(i - 2), Lex::PartAdjective(_));
            if ranged || part {
                Some(true)
            } else {
                (!atoms.glued(i)).then_some(false)
            }
        }
        Kind::Mark('/')
            if atoms.glued(i)
                && i >= 2
                && matches!(atoms.plain(i - 2), Some((1000..=2100, 4)))
                && !(i >= 3 && atoms.is_mark(i - 3, '/')) =>
        {
            Some(true)
        }
        Kind::Mark('(') => Some(true),
        Kind::Mark(
            '$' | '\u{20AC}' | '\u{00A3}' | '\u{00A5}' | '#' | '/' | ':' | '.' | '@' | '+' | '*',
        ) => (!atoms.glued(i)).then_some(false),
        Kind::Opaque => (!atoms.glued(i)).then_some(false),
        Kind::Number { .. } => None,
        Kind::Mark(_) => Some(false),
    }
}

/// Whether the noun before `of` is one that a year follows: `the summer of`, `the end of`.
fn of_time(atoms: &Atoms<'_>, i: usize) -> bool {
    i >= 2
        && matches!(
            atoms.lex(i - 2),
            Lex::PartNoun(_)
                | Lex::Unit(_)
                | Lex::Units(_)
                | Lex::Season(_)
                | Lex::Half
                | Lex::Month(_)
                | Lex::WeakMonth(_)
        )
}
