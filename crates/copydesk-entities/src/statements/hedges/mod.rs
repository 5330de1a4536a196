//! Words and phrases that hold back from asserting, and what they bear on.
//!
//! *What*: the phrases of [`phrases`] (`have not been independently verified`) and verbs, nouns
//! and adjectives of the lexicon where a clause or noun group follows them that they may bear on
//! (`allegations of …`, `accuses … of`, `plans to …`).
//! *Example*: in `the allegation that police shot him` the cue is `allegation that`, the scope
//! `police shot him`.
//! *Known misses*: a scope ends with its clause, also where the sentence goes on with a second
//! one that the cue bears on.

mod phrases;

use copydesk_core::record::{Hedge, HedgeKind};

use super::{
    Reading,
    lexicon::{self, Governor, Part, When},
};
use crate::syntax::{Group, GroupKind, Tag, VerbForm};

/// So many groups belong to a scope, at most.
const REACH: usize = 48;

/// A cue: tokens, kind, whether it bears on what stands before it, too.
#[derive(Clone, Copy, Debug)]
struct Cue {
    start: usize,
    end: usize,
    kind: HedgeKind,
}

/// Finds the hedges of a text, in order; no two cues overlap.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Hedge> {
    let mut cues = phrases::find(reading);
    for group in 0..reading.syntax.groups.len() {
        if let Some(cue) = of_group(reading, group) {
            cues.push(cue);
        }
    }
    cues.sort_by_key(|cue| (cue.start, usize::MAX - cue.end));
    let mut hedges: Vec<Hedge> = Vec::with_capacity(cues.len());
    let mut end = 0;
    for cue in cues {
        if cue.start < end {
            continue;
        }
        end = cue.end;
        hedges.push(Hedge {
            cue: reading.span(cue.start..cue.end),
            scope: reading.span(scope(reading, cue)),
            kind: cue.kind,
        });
    }
    hedges
}

/// A verb, noun or adjective that is a hedge by what follows it.
fn of_group(reading: &Reading<'_>, at: usize) -> Option<Cue> {
    let group = &reading.syntax.groups[at];
    let head = group.head as usize;
    let (rows, start): (&[Governor], usize) = match group.kind {
        GroupKind::Verb => {
            let lemma = reading.syntax.lemma(head);
            (lexicon::governors(Part::Verb, lemma), group.start as usize)
        }
        GroupKind::Adjective => (
            lexicon::governors(Part::Adjective, reading.syntax.lemma(head)),
            head,
        ),
        GroupKind::Noun => {
            let tag = reading.syntax.tag(head);
            if !matches!(tag, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps) {
                return None;
            }
            (lexicon::of_noun(reading.word(head))?.0, head)
        }
        _ => return None,
    };
    let mut end = group.end as usize;
    let kind = rows.iter().find_map(|row| {
        let (kind, when) = row.hedge?;
        follows(reading, at, when).then_some(kind)
    })?;
    if reading.is(end, "that") || reading.is(end, "of") && group.is_noun() {
        end += 1;
    }
    Some(Cue { start, end, kind })
}

/// Whether what a word needs follows its group.
fn follows(reading: &Reading<'_>, at: usize, when: When) -> bool {
    let groups = &reading.syntax.groups;
    let sentence = groups[at].sentence;
    let mut next = at + 1;
    while groups
        .get(next)
        .is_some_and(|group| group.kind == GroupKind::Other && group.sentence == sentence)
    {
        next += 1;
    }
    let Some(group) = groups.get(next).filter(|group| group.sentence == sentence) else {
        return when == When::Any;
    };
    let word = reading.word(group.start as usize);
    let is = |other: &str| word.eq_ignore_ascii_case(other);
    match when {
        When::Any => true,
        When::To => group.is_verb() && group.verb.form == VerbForm::Infinitive && is("to"),
        When::Of => is("of") || is("that") || is("about") || is("against"),
        When::With => {
            is("with")
                || group.is_noun()
                    && (groups.get(next + 1))
                        .is_some_and(|group| reading.is(group.start as usize, "with"))
                || is("that")
        }
        When::For => is("for"),
        When::Ing => group.is_verb() && group.verb.form == VerbForm::Gerund,
        When::That => {
            if is("that") || is("whether") || is("if") {
                return true;
            }
            let clauses = &reading.syntax.clauses;
            let from = clauses.partition_point(|clause| (clause.verb as usize) <= at);
            let own = from.checked_sub(1);
            clauses[from..].iter().take(2).any(|clause| {
                clause.parent.map(|parent| parent as usize) == own
                    && clause.kind == crate::syntax::ClauseKind::Complement
                    && groups[clause.verb as usize].is_finite()
                    && clause.start as usize >= groups[at].end as usize
            })
        }
    }
}

/// What a cue bears on: the rest of its clause; before the verb, the words before, too; for an
/// adjective or participle before a noun, the noun with what follows it.
fn scope(reading: &Reading<'_>, cue: Cue) -> std::ops::Range<usize> {
    let syntax = &reading.syntax;
    let words = &syntax.words;
    let sentence = reading.sentence(words[cue.start].sentence);
    let from = cue.end.min(sentence.end);
    let first = words[cue.start].group as usize;
    let after = words.get(from).filter(|_| from < sentence.end);
    let Some(after) = after else {
        return before(reading, cue, sentence.start);
    };
    let mut end = from;
    let mut verbs = 0;
    for group in (syntax.groups.iter())
        .skip(after.group as usize)
        .take(REACH)
        .take_while(|group| (group.start as usize) < sentence.end)
    {
        let start = (group.start as usize).max(from);
        match group.kind {
            GroupKind::Mark
                if !matches!(
                    reading.word(start),
                    "%" | "$" | "“" | "”" | "\"" | "‘" | "’" | "(" | ")"
                ) =>
            {
                break;
            }
            GroupKind::Verb => {
                verbs += 1;
                if verbs > 1 && group.is_finite() && syntax.groups[first].is_noun() {
                    break;
                }
                end = group.end as usize;
            }
            GroupKind::Conjunction
                if (syntax.groups.get(words[start].group as usize + 1))
                    .is_some_and(Group::is_finite) =>
            {
                break;
            }
            _ => end = group.end as usize,
        }
    }
    if end <= from {
        return before(reading, cue, sentence.start);
    }
    from..end
}

/// The words before a cue that nothing follows, back to the last mark.
fn before(reading: &Reading<'_>, cue: Cue, first: usize) -> std::ops::Range<usize> {
    let start = (first..cue.start)
        .rev()
        .take(REACH)
        .take_while(|&at| !matches!(reading.word(at), "," | ";" | ":" | "—" | "–"))
        .last();
    start.map_or(cue.start..cue.end, |start| start..cue.start)
}

#[cfg(test)]
mod tests {
    use copydesk_core::record::HedgeKind;

    use crate::statements::tests::with_reading;

    fn hedges(text: &str) -> Vec<(String, String, HedgeKind)> {
        with_reading(text, |reading| {
            super::read(reading)
                .into_iter()
                .map(|hedge| {
                    let words = |span: copydesk_core::Span| span.of(text).to_owned();
                    (words(hedge.cue), words(hedge.scope), hedge.kind)
                })
                .collect()
        })
    }

    #[test]
    fn a_noun_bears_on_the_clause_behind_it() {
        assert_eq!(
            hedges("The allegation that police shot him has not gone away."),
            [(
                "allegation that".into(),
                "police shot him".into(),
                HedgeKind::Alleged
            )]
        );
    }

    #[test]
    fn a_phrase_is_taken_whole() {
        assert_eq!(
            hedges("The claims have not been independently verified."),
            [(
                "have not been independently verified".into(),
                "The claims".into(),
                HedgeKind::Unverified
            )]
        );
    }

    #[test]
    fn a_plain_sentence_has_none() {
        assert_eq!(hedges("The ministers met in Oslo on Friday."), []);
    }
}
