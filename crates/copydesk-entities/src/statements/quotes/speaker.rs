//! Who speaks: from the noun group of a subject to its full phrase and its entity.

use copydesk_core::{
    Span,
    record::{Label, SourceKind},
};

use super::{super::Reading, cues};
use crate::syntax::{GroupKind, Tag};

/// Somebody who speaks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Speaker {
    pub(super) span: Option<Span>,
    pub(super) entity: Option<u32>,
    pub(super) kind: SourceKind,
}

impl Speaker {
    /// The text names nobody.
    pub(super) const UNNAMED: Self = Self {
        span: None,
        entity: None,
        kind: SourceKind::Unnamed,
    };
    /// The text breaks off.
    pub(super) const MISSING: Self = Self {
        span: None,
        entity: None,
        kind: SourceKind::Missing,
    };
}

/// So many groups belong to a speaker, at most.
const LONGEST: usize = 16;

impl Reading<'_> {
    /// Whether the words at a token are a mark.
    pub(super) fn is_mark(&self, token: usize, marks: &[&str]) -> bool {
        marks.iter().any(|mark| self.is(token, mark))
    }

    /// The first group of a noun with what owns it, with those joined to it by `and`, and with the
    /// full name before its short form: `Union (AU)`.
    fn first_noun(&self, noun: u32) -> u32 {
        let mut first = self.before_apposition(noun);
        for _ in 0..4 {
            let start = self.syntax.start_with_owners(first) as usize;
            first = self.syntax.words[start].group;
            let Some(before) = first.checked_sub(1) else {
                break;
            };
            let group = self.group(before);
            let sentence = self.group(noun).sentence;
            let other = before.wrapping_sub(1);
            let is_noun = |at: u32| {
                (self.syntax.groups.get(at as usize))
                    .is_some_and(|group| group.is_noun() && group.sentence == sentence)
            };
            let opened = self.is(group.head as usize, "(") || self.is(group.head as usize, "of");
            let joined = self.is(group.head as usize, "and") && first == noun;
            if !(opened || joined) || !is_noun(other) {
                break;
            }
            first = other;
        }
        first
    }

    /// The noun before the comma of an apposition that opens with `both` or `all`: `Korea` in `North
    /// and South Korea, both allies`.
    fn before_apposition(&self, noun: u32) -> u32 {
        let groups = &self.syntax.groups;
        let start = self.syntax.start_with_owners(noun) as usize;
        let mut at = self.syntax.words[start].group as usize;
        let all = ["both", "all", "each"];
        let inside = all.iter().any(|word| self.is(start, word));
        if !inside {
            let Some(before) = at.checked_sub(1) else {
                return noun;
            };
            if !all
                .iter()
                .any(|word| self.is(groups[before].head as usize, word))
            {
                return noun;
            }
            at = before;
        }
        let noun_before = at.checked_sub(2).filter(|&before| {
            self.is(groups[at - 1].head as usize, ",")
                && groups[before].is_noun()
                && groups[before].sentence == groups[at].sentence
        });
        noun_before.map_or(noun, |before| before as u32)
    }

    /// The full phrase of the speaker whose noun group is given: `Larbi’s lawyer, Kojo Mensah`.
    pub(super) fn speaker(&self, noun: u32, limit: usize) -> Speaker {
        let first = self.first_noun(noun);
        let groups = &self.syntax.groups;
        let sentence = self.group(noun).sentence;
        let mut last = noun;
        let mut apposed = None;
        let mut at = noun as usize + 1;
        let stop = at + LONGEST;
        while let Some(group) = (groups.get(at))
            .filter(|group| group.sentence == sentence && at < stop)
            .filter(|group| (group.start as usize) < limit)
        {
            let next = groups.get(at + 1).filter(|next| next.sentence == sentence);
            let next_noun = next.is_some_and(|next| next.is_noun() && (next.end as usize) <= limit);
            let head = group.head as usize;
            match group.kind {
                GroupKind::Noun if group.owned => {
                    last = at as u32;
                    at += 1;
                }
                GroupKind::Preposition
                    if next_noun
                        && ["of", "at", "for", "from", "in", "to", "with", "under", "on"]
                            .iter()
                            .any(|word| self.is(head, word))
                        && !self.is_time(at as u32 + 1) =>
                {
                    last = at as u32 + 1;
                    at += 2;
                }
                GroupKind::Preposition if self.is(head, "including") && next_noun => {
                    last = at as u32 + 1;
                    at += 2;
                }
                GroupKind::Conjunction if next_noun && self.is(head, "and") => {
                    last = at as u32 + 1;
                    at += 2;
                }
                GroupKind::Mark
                    if next_noun
                        && self.is_mark(head, &["("])
                        && groups
                            .get(at + 2)
                            .is_some_and(|mark| self.is_mark(mark.head as usize, &[")"])) =>
                {
                    last = at as u32 + 2;
                    at += 3;
                }
                GroupKind::Mark if self.is_mark(head, &[","]) => {
                    // `including the United Nations`; an apposition up to the next comma.
                    let including =
                        next.is_some_and(|next| self.is(next.head as usize, "including"));
                    if including {
                        at += 1;
                        continue;
                    }
                    let quantified = next.is_some_and(|next| {
                        ["both", "all", "each"]
                            .iter()
                            .any(|word| self.is(next.start as usize, word))
                    });
                    if !next_noun && !quantified || self.is_time(at as u32 + 1) {
                        break;
                    }
                    let Some(end) = self.apposition(at + 1, limit, sentence) else {
                        break;
                    };
                    apposed = apposed.or(Some(at as u32 + 1));
                    last = end as u32;
                    at = end + 1;
                }
                _ => break,
            }
        }
        let start = self.group(first).start;
        let span = self.span(start as usize..self.group(last).end as usize);
        let entity = self.known(noun).or_else(|| {
            let after = apposed.filter(|&noun| self.group(noun).is_noun());
            after.and_then(|noun| self.known(noun))
        });
        let joined = first != noun && !self.group(noun).owned;
        let entity = entity.or_else(|| joined.then(|| self.known(first)).flatten());
        let named = entity.is_some()
            || self
                .mentions_in(span)
                .any(|at| !matches!(self.mentions[at].label, Label::Date | Label::Time));
        let pronoun = matches!(self.syntax.tag(self.group(noun).head as usize), Tag::Prp);
        Speaker {
            span: Some(span),
            entity,
            kind: if named || pronoun {
                SourceKind::Named
            } else {
                SourceKind::Unnamed
            },
        }
    }

    /// The entity of a noun group that can speak.
    fn known(&self, noun: u32) -> Option<u32> {
        let group = self.group(noun);
        let head = self.tokens.get(group.head as usize)?.span;
        let of_head = self.mentions_in(head).map(|at| &self.mentions[at]).next();
        if of_head.is_some_and(|mention| matches!(mention.label, Label::Date | Label::Time)) {
            return None;
        }
        self.entity_of(noun)
    }

    /// The last group of an apposition that begins at a group and ends before a comma, a dash or
    /// the limit.
    fn apposition(&self, from: usize, limit: usize, sentence: u32) -> Option<usize> {
        let groups = &self.syntax.groups;
        for at in from..from + 12 {
            let Some(group) = groups.get(at).filter(|group| group.sentence == sentence) else {
                return at.checked_sub(1).filter(|&last| last >= from);
            };
            if group.start as usize >= limit {
                return at.checked_sub(1).filter(|&last| last >= from);
            }
            match group.kind {
                GroupKind::Mark
                    if self.is_mark(group.head as usize, &[",", ".", "–", "—", ":", ";"]) =>
                {
                    return at.checked_sub(1).filter(|&last| last >= from);
                }
                GroupKind::Verb if group.is_finite() => return None,
                GroupKind::Wh => return None,
                _ => {}
            }
        }
        None
    }

    /// Whether a noun group is a date or a time.
    pub(super) fn is_time(&self, noun: u32) -> bool {
        let Some(group) = self.syntax.groups.get(noun as usize) else {
            return false;
        };
        let Some(head) = self.tokens.get(group.head as usize) else {
            return false;
        };
        let at = (self.dates).partition_point(|date| {
            date.place
                .span()
                .is_some_and(|span| span.end <= head.span.start)
        });
        (self.dates.get(at))
            .and_then(|date| date.place.span())
            .is_some_and(|span| span.start < head.span.end)
    }

    /// Whether a noun group can speak: somebody with a name, a pronoun, a source, a profession.
    pub(super) fn can_speak(&self, noun: u32) -> bool {
        let group = self.group(noun);
        let head = group.head as usize;
        match self.syntax.tag(head) {
            Tag::Prp => {
                return ["he", "she", "they", "we", "i", "it"]
                    .iter()
                    .any(|word| self.is(head, word));
            }
            Tag::Ex | Tag::Dt
                if !["some", "many", "both"]
                    .iter()
                    .any(|word| self.is(head, word)) =>
            {
                return false;
            }
            Tag::Cd => return !self.is_time(noun),
            _ => {}
        }
        let span = self.tokens[head].span;
        if let Some(mention) = self.mentions_in(span).map(|at| &self.mentions[at]).next() {
            return matches!(
                mention.label,
                Label::Person
                    | Label::Org
                    | Label::Gpe
                    | Label::Norp
                    | Label::Title
                    | Label::Fac
                    | Label::Loc
            );
        }
        let word = self.word(head);
        cues::source(word) || profession(word)
    }
}

/// Whether a noun has the ending of those who do something.
fn profession(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "man", "woman", "person", "men", "women", "people", "ist", "ists", "cian", "cians", "ee",
        "ees", "eer", "eers", "ers", "or", "ors", "ant", "ants", "ander", "er",
    ];
    let proper = word.chars().next().is_some_and(char::is_uppercase);
    word.len() > 4
        && (proper || word.is_ascii())
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
}
