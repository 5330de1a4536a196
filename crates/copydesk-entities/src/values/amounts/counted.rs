//! Counted things: `over 1,000 containers`, `three people`, `40 Russian soldiers`.
//!
//! *What*: a number and the plural noun behind it, with at most one adjective between. *Why*:
//! the noun is the unit. *Example*: `12 burnt cars` → 12, `cars`. After `the`, `both` and
//! `these` a small number refers to what is known already and stays a bare number: `the two
//! leaders`. *Known misses*: nouns whose plural is not listed, verbs in `-s`.

use std::borrow::Cow;

use copydesk_core::record::AmountKind;

use super::{
    super::{
        atoms::{Atoms, Kind},
        lexicon::{Lex, Rel},
        numbers::written::Written,
    },
    Suffix,
};

/// The noun behind a number that begins at atom `first`.
pub(super) fn read(atoms: &Atoms<'_>, first: usize, number: &Written) -> Option<Suffix> {
    let definite = !number.digits
        && number.value < 20.0
        && (matches!(
            atoms.lex_before(first),
            Lex::The | Lex::Possessive | Lex::Rel(Rel::That)
        ) || matches!(
            atoms.kind(first.wrapping_sub(1)),
            Kind::Word(Lex::Other)
                if matches!(atoms.surface(first - 1), "these" | "those" | "both" | "other")
        ) || is_possessive(atoms, first));
    if definite || atoms.is_hyphen(number.next) || atoms.glued(number.next) {
        return None;
    }
    let noun = noun_at(atoms, number.next)?;
    Some(Suffix::new(
        AmountKind::Quantity,
        Some(Cow::Owned(atoms.surface(noun).to_lowercase())),
        noun + 1,
    ))
}

/// Whether `'s` stands before atom `i`.
fn is_possessive(atoms: &Atoms<'_>, i: usize) -> bool {
    i >= 2 && atoms.is_word(i - 1, "s") && atoms.is_apostrophe(i - 2)
}

/// The noun at atom `i` or behind an adjective.
fn noun_at(atoms: &Atoms<'_>, i: usize) -> Option<usize> {
    if is_plural(atoms, i) {
        return Some(i);
    }
    let word = atoms.surface(i);
    let adjective = matches!(atoms.kind(i), Kind::Word(Lex::Other | Lex::More))
        && word.len() > 2
        && !FUNCTION_WORDS.contains(&word)
        && !atoms.glued(i + 1);
    (adjective && is_plural(atoms, i + 1)).then_some(i + 1)
}

fn is_plural(atoms: &Atoms<'_>, i: usize) -> bool {
    if !atoms.is_lower(i) || !matches!(atoms.kind(i), Kind::Word(Lex::Other)) {
        return false;
    }
    let word = atoms.surface(i);
    if atoms.is_hyphen(i + 1) {
        return false;
    }
    IRREGULAR.contains(&word)
        || (word.len() > 3
            && word.ends_with('s')
            && !["ss", "us", "is", "as"]
                .iter()
                .any(|end| word.ends_with(end))
            && !NO_NOUNS.contains(&word))
}

/// Plurals that do not end in `-s`.
const IRREGULAR: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "policemen",
    "policewomen",
    "servicemen",
    "firemen",
    "fishermen",
    "businessmen",
    "gunmen",
    "congressmen",
    "personnel",
    "aircraft",
    "spacecraft",
    "police",
    "staff",
    "cattle",
    "sheep",
    "fish",
    "youth",
    "teeth",
    "mice",
    "dead",
    "wounded",
    "injured",
    "lawmen",
    "salesmen",
    "crew",
    "media",
    "data",
    "criteria",
];

/// Words in `-s` that are no plural nouns.
const NO_NOUNS: &[&str] = &[
    "does",
    "goes",
    "says",
    "comes",
    "takes",
    "makes",
    "gives",
    "shows",
    "perhaps",
    "always",
    "sometimes",
    "besides",
    "towards",
    "afterwards",
    "yours",
    "ours",
    "theirs",
    "hers",
    "remains",
    "means",
    "seems",
    "includes",
    "needs",
    "wants",
    "knows",
    "times",
];

/// Words that no adjective is.
const FUNCTION_WORDS: &[&str] = &[
    "and",
    "but",
    "for",
    "with",
    "from",
    "into",
    "out",
    "off",
    "per",
    "via",
    "than",
    "then",
    "are",
    "is",
    "was",
    "were",
    "has",
    "have",
    "had",
    "does",
    "did",
    "can",
    "could",
    "may",
    "might",
    "must",
    "who",
    "that",
    "which",
    "what",
    "when",
    "where",
    "while",
    "because",
    "not",
    "nor",
    "his",
    "her",
    "its",
    "their",
    "our",
    "your",
    "these",
    "those",
    "such",
    "each",
    "all",
    "both",
    "also",
    "against",
    "across",
    "among",
    "amid",
    "along",
    "with",
    "without",
    "within",
    "outside",
    "inside",
    "near",
    "across",
    "times",
    "percent",
    "said",
    "says",
    "killed",
    "died",
    "being",
    "including",
    "according",
    "under",
    "after",
    "before",
];
