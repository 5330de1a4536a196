//! The words that tell of events.
//!
//! *What*: verbs with the frame of their object (`hold` + talks), nouns (`arms sale`, `visit`) and
//! the frames of nouns (`shell` is of the frame *arms*), from the three tables in
//! `data/statements/event_*.tsv`.
//! *Why*: `sends troops` and `sends food` are different events.
//! *Known misses*: a noun has the frames of its last word, whatever stands before it.

use std::sync::OnceLock;

use copydesk_core::record::EventRoot;
use rustc_hash::FxHashMap;

use crate::shapes::Shapes;

/// A verb, the words behind it, and what it tells.
#[derive(Clone, Debug)]
pub(super) struct VerbRow {
    /// The words behind the verb: `aside`; `ties`, `with`.
    pub(super) rest: Vec<&'static str>,
    /// Whether the last of them needs something behind it.
    pub(super) reaches: bool,
    /// Whether it is a verb of speech or will that needs no object: `officials warned of`.
    pub(super) speaks: bool,
    /// Whether it may have no target.
    pub(super) intransitive: bool,
    /// The frame that the object must have.
    pub(super) frame: Option<u32>,
    pub(super) told: Told,
}

/// A noun and what it tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct NounRow {
    /// The words before and behind its head.
    before: &'static str,
    after: &'static str,
    /// Where the actor stands.
    pub(super) who: &'static str,
    pub(super) told: Told,
}

/// What a row tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub(super) root: EventRoot,
    pub(super) cameo: &'static str,
    /// Where the target stands: `obj`, `poss`, `none` or prepositions, parted by `|`.
    pub(super) whom: &'static str,
    pub(super) note: Note,
}

/// Words that need something behind them, at the end of a row.
const PREPOSITIONS: &[&str] = &[
    "at", "for", "from", "in", "into", "of", "on", "over", "to", "upon", "with", "against",
];

/// What is special about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Note {
    Nothing,
    /// Two who do the same to each other: a subject of two is both sides.
    Reciprocal,
    /// The object is a place.
    Travel,
    /// The subject gets what the target gives: `bought arms from`.
    Reverse,
    /// The subject is between the sides.
    Mediator,
    /// Something that takes place.
    Event,
    /// Only without an object.
    Alone,
    /// The object is to do what an infinitive says: `asked them to go`.
    ToDo,
}

/// The frames of nouns, a bit each, in the order of their names.
pub(super) const FRAMES: [&str; 17] = [
    "agreement",
    "aid",
    "arms",
    "attack",
    "charge",
    "concern",
    "demand",
    "evidence",
    "force",
    "forum",
    "independence",
    "person",
    "place",
    "protest",
    "sanction",
    "support",
    "talks",
];
const VISIT: u32 = 1 << FRAMES.len();

/// The bit of a frame.
pub(super) const fn bit(frame: &str) -> u32 {
    let mut at = 0;
    while at < FRAMES.len() {
        if same(FRAMES[at].as_bytes(), frame.as_bytes()) {
            return 1 << at;
        }
        at += 1;
    }
    VISIT
}

const fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// Roots whose verbs need somebody with a will.
pub(super) const WILLED: &[EventRoot] = &[
    EventRoot::Agree,
    EventRoot::Consult,
    EventRoot::Support,
    EventRoot::Request,
    EventRoot::Accuse,
    EventRoot::Reject,
    EventRoot::Threaten,
    EventRoot::Protest,
    EventRoot::Sanction,
    EventRoot::Coerce,
];

/// The three tables.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    verbs: FxHashMap<&'static str, Vec<VerbRow>>,
    nouns: FxHashMap<&'static str, Vec<NounRow>>,
    objects: FxHashMap<&'static str, Vec<(&'static str, u32)>>,
    /// The shapes of the nouns and objects: most words are none.
    shapes: [Shapes; 2],
}

impl Lexicon {
    /// The one that ships with the crate, read once.
    pub(super) fn shared() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| {
            Self::read(
                include_str!("../../../data/statements/event_verbs.tsv"),
                include_str!("../../../data/statements/event_nouns.tsv"),
                include_str!("../../../data/statements/event_objects.tsv"),
            )
        })
    }

    fn read(verbs: &'static str, nouns: &'static str, objects: &'static str) -> Self {
        let mut lexicon = Self::default();
        for [phrase, frame, root, cameo, whom, note] in rows(verbs) {
            let (lemma, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
            let Some(told) = Told::read(root, cameo, whom, note) else {
                continue;
            };
            let rest: Vec<&str> = rest.split(' ').filter(|word| !word.is_empty()).collect();
            lexicon.verbs.entry(lemma).or_default().push(VerbRow {
                reaches: rest.last().is_some_and(|last| PREPOSITIONS.contains(last)),
                rest,
                speaks: frame.is_empty() && whom.ends_with("none") && told.speaks(),
                intransitive: whom.split('|').any(|place| place == "none"),
                frame: (!frame.is_empty()).then(|| bit(frame)),
                told,
            });
        }
        for [phrase, root, cameo, who, whom, note] in rows(nouns) {
            let (before, head, after) = parts(phrase);
            let Some(told) = Told::read(root, cameo, whom, note) else {
                continue;
            };
            lexicon.nouns.entry(head).or_default().push(NounRow {
                before,
                after,
                who,
                told,
            });
        }
        for [phrase, frame, ..] in rows(objects) {
            let (before, head, after) = parts(phrase);
            if after.is_empty() {
                let all = lexicon.objects.entry(head).or_default();
                match all.iter_mut().find(|(other, _)| *other == before) {
                    Some((_, mask)) => *mask |= bit(frame),
                    None => all.push((before, bit(frame))),
                }
            }
        }
        lexicon.shapes = [
            Shapes::of_all(lexicon.nouns.keys()),
            Shapes::of_all(lexicon.objects.keys()),
        ];
        // The longest first.
        for all in lexicon.nouns.values_mut() {
            all.sort_by_key(|row| std::cmp::Reverse(row.before.len() + row.after.len()));
        }
        lexicon
    }

    /// The rows of a verb.
    pub(super) fn verb(&self, lemma: &str) -> &[VerbRow] {
        self.verbs.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// Whether it is a verb of the table.
    pub(super) fn is_verb(&self, lemma: &str) -> bool {
        self.verbs.contains_key(lemma)
    }

    /// The row of a noun. `before` gives the words before it, the nearest first, `after` those
    /// behind it.
    pub(super) fn noun<'w>(
        &self,
        head: &str,
        before: &(impl Iterator<Item = &'w str> + Clone),
        after: &(impl Iterator<Item = &'w str> + Clone),
    ) -> Option<&NounRow> {
        singular(head, &self.nouns, &self.shapes[0])?
            .iter()
            .find(|row| {
                stands_before(row.before, before.clone()) && stands(row.after, after.clone())
            })
    }

    /// The frames of a noun, a bit each.
    pub(super) fn frames<'w>(
        &self,
        head: &str,
        before: &(impl Iterator<Item = &'w str> + Clone),
    ) -> u32 {
        singular(head, &self.objects, &self.shapes[1]).map_or(0, |all| {
            all.iter()
                .filter(|(words, _)| stands_before(words, before.clone()))
                .fold(0, |frames, &(_, mask)| frames | mask)
        })
    }
}

impl Told {
    /// Whether it is one of the roots of those who say or want something.
    fn speaks(self) -> bool {
        WILLED.contains(&self.root) && !matches!(self.root, EventRoot::Coerce | EventRoot::Sanction)
    }

    fn read(root: &str, cameo: &'static str, whom: &'static str, note: &str) -> Option<Self> {
        Some(Self {
            root: root.parse().ok()?,
            cameo,
            whom,
            note: match note {
                "reciprocal" => Note::Reciprocal,
                "travel" => Note::Travel,
                "reverse" => Note::Reverse,
                "mediator" => Note::Mediator,
                "event" => Note::Event,
                "alone" => Note::Alone,
                "todo" => Note::ToDo,
                _ => Note::Nothing,
            },
        })
    }
}

/// The rows of a table of six columns; columns that are left out are empty.
fn rows(table: &'static str) -> impl Iterator<Item = [&'static str; 6]> {
    let lines = table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| {
        let mut row = [""; 6];
        for (cell, text) in row.iter_mut().zip(line.split('\t')) {
            *cell = text;
        }
        row
    })
}

/// The words before the head of a phrase, the head, and the words behind it.
fn parts(phrase: &'static str) -> (&'static str, &'static str, &'static str) {
    let end = [" of ", " for ", " from ", " to ", " on "]
        .iter()
        .filter_map(|word| phrase.find(word))
        .min()
        .unwrap_or(phrase.len());
    let (front, after) = phrase.split_at(end);
    let head = front.rfind([' ', '-']).map_or(0, |at| at + 1);
    let before = front[..head].trim_end_matches([' ', '-']);
    (before, &front[head..], after.trim_start())
}

/// Whether the words of a phrase are the words before a place, the nearest first.
fn stands_before<'w>(phrase: &str, mut words: impl Iterator<Item = &'w str>) -> bool {
    phrase
        .rsplit([' ', '-'])
        .filter(|word| !word.is_empty())
        .all(|word| words.next().is_some_and(|other| is_form(other, word)))
}

/// Whether the words of a phrase come next.
fn stands<'w>(phrase: &str, mut words: impl Iterator<Item = &'w str>) -> bool {
    phrase
        .split([' ', '-'])
        .filter(|word| !word.is_empty())
        .all(|word| words.next().is_some_and(|other| is_form(other, word)))
}

/// Whether a word is this noun in lower case, or its plural.
pub(super) fn is_form(word: &str, noun: &str) -> bool {
    let (bytes, stem) = (word.as_bytes(), noun.as_bytes());
    // Most are told by their length.
    if bytes.len().wrapping_sub(stem.len()) > 2 {
        return false;
    }
    let Some(front) = bytes.get(..stem.len()) else {
        return false;
    };
    front.eq_ignore_ascii_case(stem)
        && matches!(&bytes[stem.len()..], [] | [b's' | b'S'] | b"es" | b"ES")
}

/// The rows of a noun in a table of nouns in lower case, as it stands or in the singular.
fn singular<'t, T>(
    noun: &str,
    table: &'t FxHashMap<&'static str, Vec<T>>,
    shapes: &Shapes,
) -> Option<&'t [T]> {
    const LONGEST: usize = 32;
    let ask = |noun: &str| -> Option<&'t [T]> {
        let rows = shapes.may_hold(noun).then(|| table.get(noun))??;
        Some(rows.as_slice())
    };
    let end = noun.as_bytes();
    let end = &end[end.len().saturating_sub(3)..];
    if !shapes.may_hold_form(noun) && !end.eq_ignore_ascii_case(b"ies") {
        return None;
    }
    let mut letters = [0; LONGEST];
    let lower = letters.get_mut(..noun.len())?;
    lower.copy_from_slice(noun.as_bytes());
    lower.make_ascii_lowercase();
    let lower = std::str::from_utf8(lower).ok()?;
    if let Some(found) = ask(lower) {
        return Some(found);
    }
    let stem = lower.strip_suffix('s')?;
    if let Some(found) = ask(stem) {
        return Some(found);
    }
    if let Some(stem) = stem.strip_suffix("ie") {
        let mut letters = [0; LONGEST];
        letters[..stem.len()].copy_from_slice(stem.as_bytes());
        letters[stem.len()] = b'y';
        return ask(std::str::from_utf8(&letters[..=stem.len()]).ok()?);
    }
    ask(stem.strip_suffix('e')?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        let lexicon = Lexicon::shared();
        let count = |table| rows(table).count();
        let verbs: usize = lexicon.verbs.values().map(Vec::len).sum();
        let nouns: usize = lexicon.nouns.values().map(Vec::len).sum();
        assert_eq!(
            verbs,
            count(include_str!("../../../data/statements/event_verbs.tsv"))
        );
        assert_eq!(
            nouns,
            count(include_str!("../../../data/statements/event_nouns.tsv"))
        );
        for [_, frame, ..] in rows(include_str!("../../../data/statements/event_objects.tsv")) {
            assert!(FRAMES.contains(&frame) || frame == "visit", "{frame}");
        }
    }

    #[test]
    fn plurals_and_words_before_a_noun_are_known() {
        let lexicon = Lexicon::shared();
        let none = || std::iter::empty();
        assert!(lexicon.noun("visits", &none(), &none()).is_some());
        let row = lexicon.noun("sales", &["arms"].into_iter(), &none());
        assert_eq!(row.map(|row| row.told.root), Some(EventRoot::Aid));
        assert_eq!(lexicon.frames("Shells", &none()), bit("arms"));
    }
}
