//! Phrases that hold back, from a table.
//!
//! *What*: a phrase is a row of words; `~be` is any form of a verb, `a/b` one of several words,
//! `*` up to three adverbs. The longest that fits at a word is taken.
//! *Known misses*: a phrase does not reach over an inserted clause.

use std::{borrow::Cow, sync::OnceLock};

use copydesk_core::record::HedgeKind;
use rustc_hash::FxHashMap;

use super::Cue;
use crate::{shapes::Shapes, statements::Reading};

const ROWS: &str = include_str!("../../../data/statements/hedges.tsv");

/// A place in a phrase.
#[derive(Debug)]
enum Piece {
    /// One of these words; of a verb any form, too, where the second is true.
    Words(Vec<&'static str>, bool),
    /// Adverbs.
    Adverbs,
}

#[derive(Debug)]
struct Phrase {
    kind: HedgeKind,
    /// What stands behind the first word.
    rest: Vec<Piece>,
    /// The first letters of the next words, adverbs left out; all where there are none.
    next: u32,
    /// Whether adverbs may come next.
    adverbs: bool,
}

#[derive(Debug, Default)]
struct Table {
    /// By the first word as it stands.
    words: FxHashMap<&'static str, Vec<u32>>,
    /// By the lemma of the first word.
    lemmas: FxHashMap<&'static str, Vec<u32>>,
    /// The shapes of such words: most words are none.
    shapes: Shapes,
    phrases: Vec<Phrase>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table::default();
        for row in ROWS.lines().filter(|row| !row.starts_with('#')) {
            let Some((kind, phrase)) = row.split_once('\t') else {
                continue;
            };
            let Ok(kind) = kind.parse() else { continue };
            let mut pieces = phrase.split(' ').map(piece);
            let Some(Piece::Words(first, any_form)) = pieces.next() else {
                continue;
            };
            let index = table.phrases.len() as u32;
            for &word in &first {
                table.shapes.insert(word);
                table.words.entry(word).or_default().push(index);
                if any_form {
                    table.lemmas.entry(word).or_default().push(index);
                }
            }
            let rest: Vec<Piece> = pieces.collect();
            let mut words = (rest.iter()).skip_while(|piece| matches!(piece, Piece::Adverbs));
            table.phrases.push(Phrase {
                kind,
                next: match words.next() {
                    Some(Piece::Words(words, _)) => {
                        words.iter().fold(0, |all, word| all | letter(word))
                    }
                    _ => u32::MAX,
                },
                adverbs: matches!(rest.first(), Some(Piece::Adverbs)),
                rest,
            });
        }
        table
    })
}

fn piece(piece: &'static str) -> Piece {
    match piece.strip_prefix('~') {
        Some(lemmas) => Piece::Words(lemmas.split('/').collect(), true),
        None if piece == "*" => Piece::Adverbs,
        None => Piece::Words(piece.split('/').collect(), false),
    }
}

/// Finds the phrases of a text, in order; at each word the longest.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Cue> {
    let table = table();
    let mut cues = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        let (word, lemma) = (reading.word(at), reading.syntax.lemma(at));
        if !table.shapes.may_hold(word) && !table.shapes.may_hold(lemma) {
            at += 1;
            continue;
        }
        let word = lower(word);
        let by_word = table.words.get(word.as_ref());
        let by_lemma = table.lemmas.get(lemma).filter(|_| lemma != word);
        let mut best: Option<Cue> = None;
        let next = letter(reading.word(at + 1)) | letter(reading.syntax.lemma(at + 1));
        let adverb = reading.syntax.tag(at + 1).is_adverb();
        for &index in by_word.into_iter().chain(by_lemma).flatten() {
            let phrase = &table.phrases[index as usize];
            let may_fit = phrase.next == u32::MAX || phrase.next & next != 0;
            if (may_fit || phrase.adverbs && adverb)
                && let Some(end) = fits(reading, at, &phrase.rest)
                && best.is_none_or(|best| best.end < end)
            {
                let kind = phrase.kind;
                best = Some(Cue {
                    start: at,
                    end,
                    kind,
                });
            }
        }
        // `the people in May`: names hold back nothing.
        let is_name = (reading.syntax.words.get(at)).is_none_or(|word| word.name != u32::MAX);
        if let Some(cue) = best.filter(|cue| !is_name || cue.end > at + 1) {
            at = cue.end;
            cues.push(cue);
        } else {
            at += 1;
        }
    }
    cues
}

/// The bit of the first letter of a word, whatever its case.
fn letter(word: &str) -> u32 {
    (word.as_bytes().first()).map_or(0, |first| 1 << (first & 31))
}

fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Borrowed(word)
    }
}

/// The token past the phrase whose first word stands at `at`.
fn fits(reading: &Reading<'_>, at: usize, rest: &[Piece]) -> Option<usize> {
    let words = &reading.syntax.words;
    let sentence = words.get(at)?.sentence;
    let mut next = at + 1;
    for piece in rest {
        let here = |next: usize| words.get(next).filter(|word| word.sentence == sentence);
        match piece {
            Piece::Adverbs => {
                for _ in 0..3 {
                    let adverb = here(next).is_some_and(|word| {
                        word.tag.is_adverb() && !is_word(reading.word(next), "not")
                    });
                    next += usize::from(adverb);
                }
            }
            Piece::Words(options, any_form) => {
                let word = here(next)?;
                let surface = reading.word(next);
                let fits =
                    |&option: &&str| is_word(surface, option) || *any_form && word.lemma == option;
                if !options.iter().any(fits) {
                    return None;
                }
                next += 1;
            }
        }
    }
    Some(next)
}

/// Whether a word is one of a phrase; `not` may be joined to its verb.
fn is_word(surface: &str, word: &str) -> bool {
    surface.len() == word.len() && surface.eq_ignore_ascii_case(word)
        || word == "not"
            && ["n't", "n’t"]
                .iter()
                .any(|not| surface.eq_ignore_ascii_case(not))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let rows = ROWS.lines().filter(|row| !row.starts_with('#')).count();
        assert_eq!(table().phrases.len(), rows);
    }
}
