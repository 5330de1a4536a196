//! What the words mean whose content may be so or not.
//!
//! *What*: verbs, nouns and adjectives with a class ([`Class`]): `allege` makes a claim of what
//! follows, `plan` puts it into the future, `fail` undoes it; for some, the kind of hedge.
//! *Why*: the status of `shipping arms` is decided by `denied` before it.

use std::sync::OnceLock;

use copydesk_core::record::HedgeKind;
use rustc_hash::FxHashMap;

use crate::shapes::Shapes;

const ROWS: &str = include_str!("../../data/statements/governors.tsv");

/// What is the case with the content of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Somebody says it: `say`, `report`.
    Say,
    /// Somebody makes it known: `announce`.
    Announce,
    /// Somebody claims it: `allege`, `accusation`.
    Claim,
    /// Somebody is said to have done it: `accuse`.
    Accuse,
    /// Somebody believes it: `suggest`, `speculate`.
    Think,
    /// Nobody knows whether it is so: `unclear`, `question`.
    Doubt,
    /// Somebody asks whether it is so: `investigate`.
    Ask,
    /// It is possible: `possibility`.
    May,
    /// Somebody says that it is not so: `deny`.
    Deny,
    /// It is so: `know`, `reveal`, `admit`.
    Know,
    /// It is to come: `plan`, `urge`.
    Plan,
    /// It is feared: `fear`, `risk`.
    Fear,
    /// It is so if the word is: `manage`.
    Imply,
    /// It is not so if the word is: `fail`, `cancel`.
    Fail,
    /// It is so, and somebody judges it: `thank`.
    Praise,
}

/// Which part of speech a word is looked up as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Verb,
    Noun,
    Adjective,
}

/// What must follow for a word to hold back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// Anything.
    Any,
    /// A clause.
    That,
    /// An infinitive.
    To,
    /// `of`, `that`.
    Of,
    /// A gerund.
    Ing,
    /// `with`.
    With,
    /// `for`.
    For,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Governor {
    pub(super) class: Class,
    /// The kind of hedge that it is, and when.
    pub(super) hedge: Option<(HedgeKind, When)>,
}

/// The rows of each word, and the shapes of the words.
#[derive(Debug, Default)]
struct Table {
    rows: FxHashMap<&'static str, Vec<Governor>>,
    shapes: Shapes,
}

/// The rows of a word, by its lemma.
pub(super) fn governors(part: Part, lemma: &str) -> &'static [Governor] {
    static TABLES: OnceLock<[Table; 3]> = OnceLock::new();
    let tables = TABLES.get_or_init(|| {
        let mut tables = [Table::default(), Table::default(), Table::default()];
        for row in ROWS.lines().filter(|row| !row.starts_with('#')) {
            let mut columns = row.split('\t');
            let mut next = || columns.next().unwrap_or_default();
            let (part, lemma, class, kind, when) = (next(), next(), next(), next(), next());
            let (Some(part), Some(class)) = (part_of(part), class_of(class)) else {
                continue;
            };
            let hedge = kind.parse::<HedgeKind>().ok().zip(when_of(when));
            let table = &mut tables[part as usize];
            table.shapes.insert(lemma);
            let rows = table.rows.entry(lemma).or_default();
            rows.push(Governor { class, hedge });
        }
        tables
    });
    let table = &tables[part as usize];
    if !table.shapes.may_hold(lemma) {
        return &[];
    }
    table.rows.get(lemma).map_or(&[], Vec::as_slice)
}

/// The class of a word: that of its first row.
pub(super) fn class(part: Part, lemma: &str) -> Option<Class> {
    governors(part, lemma).first().map(|row| row.class)
}

/// The class of a noun, in the singular or plural.
pub(super) fn of_noun(word: &str) -> Option<(&'static [Governor], Class)> {
    const LONGEST: usize = 32;
    let mut letters = [0; LONGEST];
    let letters = letters.get_mut(..word.len())?;
    letters.copy_from_slice(word.as_bytes());
    letters.make_ascii_lowercase();
    let lower = std::str::from_utf8(letters).ok()?;
    let mut rows = governors(Part::Noun, lower);
    if rows.is_empty()
        && let Some(stem) = lower.strip_suffix("ies")
    {
        let mut letters = [0; LONGEST];
        letters[..stem.len()].copy_from_slice(stem.as_bytes());
        letters[stem.len()] = b'y';
        let singular = std::str::from_utf8(&letters[..=stem.len()]).ok()?;
        rows = governors(Part::Noun, singular);
    }
    if rows.is_empty()
        && let Some(stem) = lower.strip_suffix('s')
    {
        rows = governors(Part::Noun, stem);
    }
    rows.first().map(|row| (rows, row.class))
}

fn part_of(name: &str) -> Option<Part> {
    Some(match name {
        "v" => Part::Verb,
        "n" => Part::Noun,
        "a" => Part::Adjective,
        _ => return None,
    })
}

fn class_of(name: &str) -> Option<Class> {
    Some(match name {
        "say" => Class::Say,
        "announce" => Class::Announce,
        "claim" => Class::Claim,
        "accuse" => Class::Accuse,
        "think" => Class::Think,
        "doubt" => Class::Doubt,
        "ask" => Class::Ask,
        "may" => Class::May,
        "deny" => Class::Deny,
        "know" => Class::Know,
        "plan" => Class::Plan,
        "fear" => Class::Fear,
        "imply" => Class::Imply,
        "fail" => Class::Fail,
        "praise" => Class::Praise,
        _ => return None,
    })
}

fn when_of(name: &str) -> Option<When> {
    Some(match name {
        "any" => When::Any,
        "that" => When::That,
        "to" => When::To,
        "of" => When::Of,
        "ing" => When::Ing,
        "with" => When::With,
        "for" => When::For,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        for row in ROWS.lines().filter(|row| !row.starts_with('#')) {
            let columns: Vec<&str> = row.split('\t').collect();
            let [part, _, name, kind, when] = columns[..] else {
                panic!("{row}: not five columns");
            };
            assert!(part_of(part).is_some() && class_of(name).is_some(), "{row}");
            assert_eq!(kind.parse::<HedgeKind>().is_ok(), kind != "-", "{row}");
            assert_eq!(when_of(when).is_some(), when != "-", "{row}");
        }
    }

    #[test]
    fn nouns_are_known_in_the_plural() {
        let class = |word| of_noun(word).map(|(_, class)| class);
        assert_eq!(class("Allegations"), Some(Class::Claim));
        assert_eq!(class("possibilities"), Some(Class::May));
        assert_eq!(class("table"), None);
    }
}
