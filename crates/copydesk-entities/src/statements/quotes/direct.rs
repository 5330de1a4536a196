//! Words in marks.
//!
//! *What*: a run in marks is somebody's words where a verb that reports stands behind it
//! (`“…,” he said`, `“…,” said Kim`) or before it (`Kim said: “…”`), or where it is a sentence of
//! its own beside such words. Else, a run is a fragment: part of what is told in the writer's
//! words, a title or a word held at a distance, and no quote.
//! *Example*: in `“Cold iron,” Kim said, “wins no argument.” “And that is that.”` all three are
//! Kim's.

use copydesk_core::{
    Span,
    record::{QuoteKind, VerbClass},
};

use super::{Reader, Said, cues::Frames, marks::Run, speaker::Speaker};
use crate::syntax::{GroupKind, Tag};

/// So many groups may stand between words in marks and their verb.
const REACH: usize = 18;

/// What is known of the words before.
struct Last {
    run: usize,
    speaker: Speaker,
    cue: Option<Span>,
    class: VerbClass,
}

/// A verb and who speaks.
struct Found {
    speaker: Speaker,
    verb: usize,
    cue: Span,
    class: VerbClass,
    addressee: Option<u32>,
}

impl Reader<'_> {
    pub(super) fn direct(&mut self) {
        let runs = self.runs;
        let mut last: Option<Last> = None;
        for (at, run) in runs.iter().enumerate() {
            let found = (self.after(run)).or_else(|| self.before(run));
            if let Some(found) = found {
                self.direct.push(found.verb);
                let said = Said {
                    speaker: found.speaker,
                    cue: Some(found.cue),
                    class: found.class,
                    addressee: found.addressee,
                };
                self.push(run.inner(), run.parts.clone(), QuoteKind::Direct, &said);
                if run.depth == 0 {
                    last = Some(Last {
                        run: at,
                        speaker: found.speaker,
                        cue: Some(found.cue),
                        class: found.class,
                    });
                }
                continue;
            }
            if run.depth > 0 || !self.is_sentence(run) {
                continue;
            }
            // The same speaker goes on.
            let same = last
                .as_ref()
                .filter(|last| self.goes_on(&runs[last.run], run));
            let said = match same {
                Some(last) => Said {
                    speaker: last.speaker,
                    cue: last.cue,
                    class: last.class,
                    addressee: None,
                },
                None => Said {
                    speaker: self.of_sentence_before(run),
                    cue: None,
                    class: VerbClass::Say,
                    addressee: None,
                },
            };
            last = Some(Last {
                run: at,
                speaker: said.speaker,
                cue: said.cue,
                class: said.class,
            });
            self.push(run.inner(), run.parts.clone(), QuoteKind::Direct, &said);
        }
    }

    /// Whether a run is a sentence, or several: it begins one and ends with its mark.
    fn is_sentence(&self, run: &Run) -> bool {
        let words = run.inner().of(self.reading.text);
        let upper = words.chars().next().is_some_and(char::is_uppercase);
        let ends = words
            .trim_end_matches(|mark: char| mark.is_whitespace() || "'’”\"".contains(mark))
            .ends_with(['.', '!', '?', '…'])
            || !run.closed;
        let tokens = self.reading.tokens_in(run.whole);
        let begins = tokens.start == 0 || self.begins_sentence(tokens.start);
        let has_verb = self
            .reading
            .syntax
            .clauses_in(tokens.clone())
            .iter()
            .any(|clause| self.reading.group(clause.verb).is_finite());
        upper && ends && begins && (has_verb || tokens.len() > 8)
    }

    /// Whether nothing but the end of a sentence or a line stands before a token.
    fn begins_sentence(&self, token: usize) -> bool {
        self.reading
            .is_mark(token - 1, &[".", "!", "?", "…", "”", "\"", ":"])
            || self.gap(token).contains('\n')
    }

    /// What stands between a token and the one before.
    fn gap(&self, token: usize) -> &str {
        let tokens = self.reading.tokens;
        match (
            token.checked_sub(1).and_then(|before| tokens.get(before)),
            tokens.get(token),
        ) {
            (Some(before), Some(this)) => {
                Span::new(before.span.end, this.span.start).of(self.reading.text)
            }
            _ => "\n",
        }
    }

    /// Whether the words before are of the same paragraph, or a paragraph of marks alone follows
    /// words that end theirs.
    fn goes_on(&self, last: &Run, run: &Run) -> bool {
        if last.whole.end > run.whole.start {
            return false;
        }
        let between = Span::new(last.whole.end, run.whole.start).of(self.reading.text);
        !between.contains('\n') && between.len() < 400 || between.trim().is_empty() && !last.closed
    }

    /// Who is spoken of in the sentence before, of the same paragraph, if that can speak.
    fn of_sentence_before(&self, run: &Run) -> Speaker {
        let start = self.reading.tokens_in(run.whole).start;
        let Some(before) = start.checked_sub(1) else {
            return Speaker::MISSING;
        };
        let colon = self.reading.is_mark(before, &[":"]);
        if self.gap(start).contains('\n') && !colon {
            return Speaker::MISSING;
        }
        let sentence = self.sentence(before);
        let clauses = self.reading.syntax.clauses_in(sentence.start..before + 1);
        let subjects = clauses
            .iter()
            .filter(|clause| self.reading.group(clause.verb).is_finite());
        (subjects.filter_map(|clause| clause.subject))
            .find(|&subject| {
                let head = self.reading.group(subject).head as usize;
                self.run_at(head).is_none()
                    && !self.reading.is(head, "it")
                    && self.reading.can_speak(subject)
            })
            .map_or(Speaker::MISSING, |subject| {
                self.reading.speaker(subject, before)
            })
    }

    /// The class of a verb that stands right beside words in marks, if it can report them.
    fn reports(&self, token: usize, any: bool) -> Option<VerbClass> {
        let (_, clause) = self.clause_at(token)?;
        let head = self.reading.group(clause.verb).head as usize;
        match self.cue(clause) {
            Some((cue, _)) if cue.frames.has(Frames::DIRECT) || cue.frames.has(Frames::CLAUSE) => {
                Some(cue.class)
            }
            Some((cue, _)) if any => Some(cue.class),
            _ => {
                let plain = any
                    && self.is_finite_tag(head)
                    && !matches!(
                        self.reading.syntax.lemma(head),
                        "be" | "have"
                            | "do"
                            | "come"
                            | "mean"
                            | "become"
                            | "make"
                            | "follow"
                            | "seem"
                    );
                plain.then_some(VerbClass::Say)
            }
        }
    }

    /// `“…,” he said`, `“…,” said Kim`.
    fn after(&self, run: &Run) -> Option<Found> {
        if !run.closed {
            return None;
        }
        let words = run.inner().of(self.reading.text).trim_end();
        let tokens = self.reading.tokens_in(run.whole);
        let mut at = tokens.end;
        let comma = self.reading.is_mark(at, &[",", "—", "–"]);
        if comma {
            at += 1;
        }
        if self.gap(tokens.end).contains('\n') || self.gap(at).contains('\n') {
            return None;
        }
        let pauses = words.ends_with([',', '?', '!', '—', '–', '…', '-']);
        if !(pauses || comma) {
            return None;
        }
        let begins = tokens.start == 0
            || self.begins_sentence(tokens.start)
            || self
                .reading
                .is_mark(tokens.start - 1, &[",", "(", "“", "\"", "'", "‘"]);
        let any = begins && (pauses || comma) && run.depth == 0;
        let groups = &self.reading.syntax.groups;
        let first = self.reading.syntax.words.get(at)?.group as usize;
        let mut group = first;
        while groups.get(group)?.kind == GroupKind::Other {
            group += 1;
        }
        let opening = groups.get(group)?;
        if opening.is_verb() {
            // Inverted.
            let head = opening.head as usize;
            if self.reading.syntax.tag(head) == Tag::Vbg || opening.verb.passive {
                return None;
            }
            let class = self.reports(head, any)?;
            let mut next = group + 1;
            while groups.get(next)?.kind == GroupKind::Other {
                next += 1;
            }
            let next_group = groups.get(next)?;
            if !next_group.is_noun() || self.gap(next_group.start as usize).contains('\n') {
                return None;
            }
            let noun = self.last_of_chain(next as u32);
            let limit = self.next_run(next_group.start as usize);
            return Some(Found {
                speaker: self.reading.speaker(noun, limit),
                verb: head,
                cue: self
                    .reading
                    .span(opening.start as usize..opening.end as usize),
                class,
                addressee: None,
            });
        }
        if !opening.is_noun() {
            return None;
        }
        let mut subject = None;
        let mut inserted = false;
        for at in group..group + REACH {
            let here = groups.get(at)?;
            if self.run_at(here.start as usize).is_some()
                || self.gap(here.start as usize).contains('\n')
            {
                return None;
            }
            match here.kind {
                GroupKind::Noun if subject.is_none() => {
                    let next = groups.get(at + 1);
                    if !next.is_some_and(|next| next.owned) {
                        subject = Some(at as u32);
                    }
                }
                GroupKind::Wh => inserted = true,
                GroupKind::Mark if self.reading.is_mark(here.head as usize, &[".", ";", ":"]) => {
                    return None;
                }
                GroupKind::Verb => {
                    let head = here.head as usize;
                    let class = (here.is_finite()
                        || here.verb.form == crate::syntax::VerbForm::Participle)
                        .then(|| self.reports(head, false))
                        .flatten();
                    if let Some(class) = class
                        && !here.verb.passive
                    {
                        return Some(Found {
                            speaker: self.reading.speaker(subject?, here.start as usize),
                            verb: head,
                            cue: self.reading.span(here.start as usize..here.end as usize),
                            class,
                            addressee: self.told(head),
                        });
                    }
                    if here.is_finite() && !inserted {
                        return None;
                    }
                    inserted = false;
                }
                _ => {}
            }
        }
        None
    }

    /// Who is told, for `told` and the like.
    fn told(&self, verb: usize) -> Option<u32> {
        let (_, clause) = self.clause_at(verb)?;
        let (cue, _) = self.cue(clause)?;
        let object = clause
            .object
            .filter(|_| cue.frames.has(Frames::ADDRESSEE))?;
        self.reading.entity_of(object)
    }

    /// The owned noun at the end of `Kim|’s spokesman`.
    pub(super) fn last_of_chain(&self, mut noun: u32) -> u32 {
        let groups = &self.reading.syntax.groups;
        while (groups.get(noun as usize + 1)).is_some_and(|next| next.owned && next.is_noun()) {
            noun += 1;
        }
        noun
    }

    /// The first token of the next run in marks.
    pub(super) fn next_run(&self, token: usize) -> usize {
        let Some(token) = self.reading.tokens.get(token) else {
            return usize::MAX;
        };
        let next = self
            .runs
            .partition_point(|run| run.whole.start < token.span.start);
        (self.runs.get(next)).map_or(usize::MAX, |run| self.reading.tokens_in(run.whole).start)
    }

    /// `Kim said: “…”`, `Kim told them, “…”`, `said Kim, “…”`.
    fn before(&self, run: &Run) -> Option<Found> {
        let words = run.inner().of(self.reading.text).trim_end();
        let tokens = self.reading.tokens_in(run.whole);
        let before = tokens.start.checked_sub(1)?;
        if self.gap(tokens.start).contains('\n') && !self.reading.is_mark(before, &[":"]) {
            return None;
        }
        let colon = self.reading.is_mark(before, &[":"]);
        let comma = self.reading.is_mark(before, &[",", "—", "–"]);
        let upper = words.chars().next().is_some_and(char::is_uppercase);
        let ends = words.ends_with(['.', '!', '?', ',', '…']) || !run.closed;
        let whole = upper && (ends || tokens.len() > 8);
        if !(colon && (ends || upper) || comma && ends || whole) {
            return None;
        }
        let sentence = self.sentence(before);
        let clauses = self.reading.syntax.clauses_in(sentence.start..tokens.start);
        let here = self.run_at(before).map(|run| run.whole);
        for clause in clauses.iter().rev().take(6) {
            let group = self.reading.group(clause.verb);
            let head = group.head as usize;
            if self.run_at(head).map(|run| run.whole) != here && run.depth == 0 {
                continue;
            }
            let reach = if colon { 40 } else { 14 };
            if tokens.start - head > reach {
                break;
            }
            if !(colon || comma)
                && group.end as usize != tokens.start
                && !self.tells(head, tokens.start)
            {
                continue;
            }
            let Some(class) = self.reports(head, false).or_else(|| {
                let cue = self.cue(clause).filter(|_| colon);
                cue.map(|(cue, _)| cue.class)
            }) else {
                continue;
            };
            // Inverted behind words before: `“…,” said Kim, “…”`.
            let speaker = if self.direct.iter().rev().take(4).any(|&verb| verb == head) {
                self.speaker_of(head)
            } else {
                clause
                    .subject
                    .map(|subject| self.reading.speaker(subject, group.start as usize))
            };
            return Some(Found {
                speaker: speaker.unwrap_or(Speaker::MISSING),
                verb: head,
                cue: self.reading.span(group.start as usize..group.end as usize),
                class,
                addressee: self.told(head),
            });
        }
        None
    }

    /// Whether only who is told stands between a verb and words in marks.
    fn tells(&self, verb: usize, marks: usize) -> bool {
        self.clause_at(verb)
            .and_then(|(_, clause)| clause.object)
            .is_some_and(|object| self.reading.group(object).end as usize == marks)
    }

    /// The speaker of the quote with this verb.
    fn speaker_of(&self, verb: usize) -> Option<Speaker> {
        let span = self.reading.tokens.get(verb)?.span;
        let quote = self.quotes.iter().rev().take(8).find(|quote| {
            quote
                .cue
                .is_some_and(|cue| cue.start <= span.start && span.end <= cue.end)
        })?;
        Some(Speaker {
            span: quote.speaker,
            entity: quote.speaker_entity,
            kind: quote.speaker_kind,
        })
    }
}
