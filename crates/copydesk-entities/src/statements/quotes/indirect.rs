//! What is told in the writer's words: a verb that reports with its content.
//!
//! *What*: behind the verb (`said that …`, `said …`, `denied shipping`, `accused X of lying`,
//! `vowed to go`, `voiced concern over …`), before it (`…, the minister said`), and for passive
//! verbs what is reported (`is said to …`, `was denied by the ministry`).
//! *Known misses*: content before and behind an inserted `he said` is one span with the insertion.

use copydesk_core::record::VerbClass;

use super::{
    Reader, Said,
    cues::{self, Cue, Frames},
    speaker::Speaker,
};
use crate::syntax::{Clause, ClauseKind, Group, GroupKind, Tag, VerbForm};

/// So many groups are looked through for the end of the content, at most.
const LONGEST: usize = 400;

/// Verbs that bring no news of their own behind `is … to`.
const HEARSAY: &[&str] = &[
    "report",
    "believe",
    "say",
    "allege",
    "think",
    "rumour",
    "rumor",
    "understand",
    "fear",
    "claim",
    "suspect",
    "speculate",
    "assume",
    "estimate",
];

impl Reader<'_> {
    pub(super) fn indirect(&mut self) {
        let reading = self.reading;
        for at in 0..reading.syntax.clauses.len() {
            let clause = &reading.syntax.clauses[at];
            let head = reading.group(clause.verb).head as usize;
            if self.direct.binary_search(&head).is_err() && self.run_at(head).is_none() {
                self.clause(at, clause);
            }
        }
    }

    fn clause(&mut self, at: usize, clause: &Clause) {
        let reading = self.reading;
        let group = reading.group(clause.verb);
        let head = group.head as usize;
        let sentence = reading.sentence(group.sentence);
        if sentence.is_empty() || reading.is_mark(sentence.end - 1, &["?"]) {
            return;
        }
        if group.verb.passive {
            self.passive(at, clause, group);
            return;
        }
        let lemma = reading.syntax.lemma(head);
        let span = reading.tokens[head].span;
        let inside = |cue: copydesk_core::Span| cue.start <= span.start && span.end <= cue.end;
        if (self.quotes.last())
            .and_then(|quote| quote.cue)
            .is_some_and(inside)
        {
            return;
        }
        let cue = self.cue(clause);
        if self.pictured(at, clause, group) {
            return;
        }
        if cue.is_none() && !cues::VOICING.contains(&lemma)
            || !self.asserts(clause, group, sentence.start)
        {
            return;
        }
        let Some(subject) = clause.subject else {
            return;
        };
        if self.voiced(at, clause, group, cue, subject) {
            return;
        }
        let Some((cue, past)) = cue else {
            return;
        };
        let can_speak = reading.can_speak(subject);
        let bad = matches!(
            reading.syntax.tag(reading.group(subject).head as usize),
            Tag::Ex | Tag::Dt
        ) && !can_speak
            || reading.is_time(subject);
        if bad || cue.frames.has(Frames::WEAK) && !can_speak {
            return;
        }
        let mut said = Said {
            speaker: reading.speaker(subject, group.start as usize),
            cue: Some(reading.span(group.start as usize..past)),
            class: cue.class,
            addressee: None,
        };
        let word = reading.word(reading.group(subject).head as usize);
        said.class = match said.class {
            VerbClass::Speculate if cues::statement(word) == Some(VerbClass::Report) => {
                VerbClass::Report
            }
            VerbClass::Say if cues::document(word) => VerbClass::Report,
            VerbClass::Report if lemma == "indicate" && !cues::document(word) => VerbClass::Say,
            class => class,
        };
        if let Some(start) = self.clause_content(at, clause, cue, past) {
            if cue.frames.has(Frames::ADDRESSEE) {
                said.addressee = clause.object.and_then(|object| reading.entity_of(object));
            }
            let end = self.content_end(at, clause, start, true);
            self.tell(start..end, &said);
        } else if let Some((start, addressee)) = self.other_content(at, cue, past, can_speak) {
            said.addressee = addressee;
            let end = self.content_end(at, clause, start, false);
            if !cue.frames.has(Frames::MARKED) || self.has_run(start, end) {
                self.tell(start..end, &said);
            }
        } else if cue.frames.has(Frames::CLAUSE) && (can_speak || clause.object.is_none()) {
            self.content_before(clause, group, subject, &mut said);
        }
    }

    /// `pictures show a row of trucks`; `has released images revealing a row of trucks`.
    fn pictured(&mut self, at: usize, clause: &Clause, group: &Group) -> bool {
        let reading = self.reading;
        let head = group.head as usize;
        let shows = ["show", "reveal", "depict", "display", "capture"];
        let Some(subject) = clause.subject else {
            return false;
        };
        let noun = reading.group(subject);
        if !shows.contains(&reading.syntax.lemma(head))
            || !cues::picture(reading.word(noun.head as usize))
        {
            return false;
        }
        let past = group.end as usize;
        let Some(next) = reading.syntax.group_of(past).filter(|next| next.is_noun()) else {
            return false;
        };
        if next.sentence != group.sentence || reading.is(past, "that") {
            return false;
        }
        let parent = clause
            .parent
            .map(|parent| reading.syntax.clauses[parent as usize]);
        let released = parent.filter(|parent| {
            let verb = reading
                .syntax
                .lemma(reading.group(parent.verb).head as usize);
            [
                "release", "publish", "issue", "share", "post", "unveil", "present",
            ]
            .contains(&verb)
                && parent.object == Some(subject)
        });
        let own = |verb: &Group| reading.speaker(subject, verb.start as usize);
        let (speaker, start) = match released {
            Some(parent) => {
                let verb = reading.group(parent.verb);
                let speaker = parent
                    .subject
                    .map(|subject| reading.speaker(subject, verb.start as usize));
                (speaker.unwrap_or(Speaker::MISSING), verb.start as usize)
            }
            None if group.verb.form == VerbForm::Gerund => return false,
            None => (own(group), group.start as usize),
        };
        let said = Said {
            speaker,
            cue: Some(reading.span(start..past)),
            class: VerbClass::Report,
            addressee: None,
        };
        let end = self.content_end(at, clause, past, false);
        self.tell(past..end, &said);
        true
    }

    /// Whether a verb says that somebody says something: not `may say`, `to say`, `did not say`.
    fn asserts(&self, clause: &Clause, group: &Group, first: usize) -> bool {
        let reading = self.reading;
        let denies = (first..group.start as usize).rev().take(12).any(|token| {
            ["neither", "nobody"]
                .iter()
                .any(|word| reading.is(token, word))
        });
        if group.verb.negation.is_some() || denies {
            return false;
        }
        if let Some(modal) = group.verb.modal
            && !reading.is(modal as usize, "would")
        {
            return false;
        }
        match group.verb.form {
            VerbForm::Finite => true,
            VerbForm::Infinitive => {
                let parent = clause.parent.map(|at| &reading.syntax.clauses[at as usize]);
                parent.is_some_and(|parent| {
                    let head = reading.group(parent.verb).head as usize;
                    ["appear", "seem", "continue", "go"].contains(&reading.syntax.lemma(head))
                        && group.start as usize == reading.group(parent.verb).end as usize
                })
            }
            VerbForm::Gerund => {
                let mut before = group.start as usize;
                while before > first && reading.syntax.tag(before - 1).is_adverb() {
                    before -= 1;
                }
                before > first
                    && (reading.is_mark(before - 1, &[",", "”", "—", "–"])
                        || reading.is(before - 1, "while"))
            }
            // A past tense that was taken for a participle.
            VerbForm::Participle => {
                let (past, next) = (group.end as usize, self.sentence(group.head as usize).end);
                reading.is(past, "that")
                    || past + 1 >= next
                    || self.starts_run(past)
                    || clause.subject.is_some_and(|subject| {
                        reading.group(subject).end == group.start
                            && self
                                .opens_clause(reading.syntax.words[past].group as usize)
                                .is_some()
                            && reading.syntax.tag(past).is_noun()
                    })
            }
        }
    }

    /// Where a clause as content starts: behind `that`, or at its subject.
    fn clause_content(&self, at: usize, clause: &Clause, cue: Cue, past: usize) -> Option<usize> {
        let reading = self.reading;
        if !cue.frames.has(Frames::CLAUSE) {
            return None;
        }
        let sentence = self.sentence(past - 1);
        let clauses = &reading.syntax.clauses;
        let finite_at = |start: usize| {
            clauses[at + 1..].iter().take(4).any(|next| {
                next.start as usize == start
                    && next.kind != ClauseKind::Relative
                    && (reading.group(next.verb).is_finite())
                    && next.subject.is_some()
            })
        };
        let mut token = past;
        let mut bare = true;
        for _ in 0..10 {
            if token >= sentence.end {
                return None;
            }
            if reading.is(token, "that") {
                let verb = clauses[at + 1..].iter().take(4).any(|next| {
                    let verb = reading.group(next.verb);
                    sentence.contains(&(verb.head as usize))
                });
                return verb.then_some(token + 1);
            }
            let group = reading.syntax.group_of(token)?;
            if bare && finite_at(token) {
                return Some(token);
            }
            match group.kind {
                GroupKind::Other if !reading.is(token, "whether") => token = group.end as usize,
                GroupKind::Noun => {
                    let noun = reading.syntax.words[token].group;
                    let told = cue.frames.has(Frames::ADDRESSEE)
                        || clause.object == Some(noun) && cue.frames.has(Frames::OBJECT);
                    let last = self.last_of_chain(noun);
                    bare = reading.is_time(noun) || cue.frames.has(Frames::ADDRESSEE);
                    if !told && !reading.is_time(noun) && token == past {
                        return None;
                    }
                    token = reading.group(last).end as usize;
                }
                GroupKind::Preposition => {
                    if reading.is(token + 1, "that") {
                        token += 1;
                        continue;
                    }
                    let noun = reading.syntax.words[token].group + 1;
                    let next = reading.syntax.groups.get(noun as usize)?;
                    if !next.is_noun() || finite_at(next.start as usize) {
                        return None;
                    }
                    bare = reading.is_time(noun);
                    token = reading.group(self.last_of_chain(noun)).end as usize;
                }
                GroupKind::Mark if reading.is_mark(token, &["“", "\"", "‘", "'"]) => {
                    // `said “it is so”` without a capital.
                    let run = self.run_at(token)?;
                    return (run.depth == 0 && run.inner().end > run.inner().start)
                        .then_some(token);
                }
                // `said, in remarks to the paper, that`
                GroupKind::Mark if reading.is_mark(token, &[",", "(", ")", "—", "–"]) => {
                    bare = false;
                    let that = (token + 1..sentence.end.min(token + 16)).find(|&at| {
                        reading.is(at, "that") && reading.is_mark(at - 1, &[",", ")", "—", "–"])
                    });
                    token = that.unwrap_or(token + 1);
                }
                _ => return None,
            }
        }
        None
    }

    /// Where content that is no clause starts, and who it is about.
    fn other_content(
        &self,
        at: usize,
        cue: Cue,
        past: usize,
        can_speak: bool,
    ) -> Option<(usize, Option<u32>)> {
        let reading = self.reading;
        let sentence = self.sentence(past - 1);
        let mut token = past;
        while token < sentence.end && reading.syntax.tag(token).is_adverb() {
            token += 1;
        }
        let group = reading
            .syntax
            .group_of(token)
            .filter(|_| token < sentence.end)?;
        if cue.frames.has(Frames::INFINITIVE)
            && group.is_verb()
            && group.verb.form == VerbForm::Infinitive
        {
            return Some((token, None));
        }
        if cue.frames.has(Frames::GERUND) && group.is_verb() && group.verb.form == VerbForm::Gerund
        {
            return Some((token, None));
        }
        if !can_speak {
            return None;
        }
        let noun_here = || -> Option<u32> {
            let noun = reading.syntax.words[token].group;
            (group.is_noun() && !reading.is_time(noun)).then(|| self.last_of_chain(noun))
        };
        if cue.frames.has(Frames::BEHIND) {
            let noun = noun_here();
            let gerund = group.is_verb() && group.verb.form == VerbForm::Gerund;
            return (noun.is_some() || gerund || self.starts_run(token))
                .then(|| (token, noun.and_then(|noun| reading.entity_of(noun))));
        }
        if cue.frames.has(Frames::WITH) {
            let noun = reading.syntax.words[token].group + 1;
            let object = reading
                .syntax
                .groups
                .get(noun as usize)
                .filter(|group| group.is_noun())?;
            let noun = self.last_of_chain(noun);
            let asks = self.infinitive_within(at, object.end as usize, 8);
            return asks.then(|| (token, reading.entity_of(noun)));
        }
        let takes = cue.frames.has(Frames::OBJECT) || cue.frames.has(Frames::NOUN);
        if !takes {
            return None;
        }
        if self.starts_run(token) {
            return Some((token, None));
        }
        let noun = noun_here()?;
        if cue.frames.has(Frames::NOUN) {
            let addressee = matches!(
                cue.class,
                VerbClass::Praise | VerbClass::Criticise | VerbClass::Thank
            );
            return Some((token, addressee.then(|| reading.entity_of(noun)).flatten()));
        }
        // Somebody, and what they did or are to do.
        let end = reading.group(noun).end as usize;
        let fits = match cue.class {
            VerbClass::Urge | VerbClass::Warn => self.infinitive_within(at, end, 8),
            VerbClass::Accuse => {
                self.preposition_within(end, sentence.end, &["of", "for", "over", "in"])
            }
            VerbClass::Claim => {
                cue.frames.has(Frames::MARKED)
                    || self.preposition_within(end, sentence.end, &["as", "to"])
            }
            _ => true,
        };
        fits.then(|| (token, reading.entity_of(noun)))
    }

    /// Whether a run in marks opens at a token.
    fn starts_run(&self, token: usize) -> bool {
        let token = self.reading.tokens.get(token);
        token.is_some_and(|token| !self.runs_in(token.span).is_empty())
    }

    fn has_run(&self, start: usize, end: usize) -> bool {
        let span = self.reading.span(start..end);
        !self.runs_in(span).is_empty()
    }

    /// Whether the next verb is an infinitive, not far from here.
    fn infinitive_within(&self, at: usize, from: usize, reach: usize) -> bool {
        let next = self.reading.syntax.clauses.get(at + 1);
        next.is_some_and(|next| {
            let group = self.reading.group(next.verb);
            group.verb.form == VerbForm::Infinitive
                && group.start as usize >= from
                && group.start as usize - from <= reach
        })
    }

    fn preposition_within(&self, from: usize, end: usize, words: &[&str]) -> bool {
        (from..end.min(from + 10))
            .take_while(|&token| !self.reading.is_mark(token, &[";", ","]))
            .any(|token| words.iter().any(|word| self.reading.is(token, word)))
    }

    /// The token past the content of a cue that starts at `start`.
    pub(super) fn content_end(
        &self,
        at: usize,
        cue: &Clause,
        start: usize,
        is_clause: bool,
    ) -> usize {
        let reading = self.reading;
        let sentence = self.sentence(start);
        let clauses = &reading.syntax.clauses;
        let mut next = at + 1;
        let first = reading.syntax.words[start].group as usize;
        let is_noun = !is_clause && reading.syntax.groups[first].is_noun();
        let mut previous_comma = false;
        let mut depth = 0_i32;
        for (index, group) in reading
            .syntax
            .groups
            .iter()
            .enumerate()
            .skip(first)
            .take(LONGEST)
        {
            let token = group.start as usize;
            if token >= sentence.end {
                break;
            }
            while clauses
                .get(next)
                .is_some_and(|clause| (clause.verb as usize) < index)
            {
                next += 1;
            }
            let inside = self.run_at(token).is_some();
            match group.kind {
                GroupKind::Mark if inside => {}
                GroupKind::Mark => match reading.word(token) {
                    ";" => return token,
                    "—" | "–" if depth == 0 && token > start => return token,
                    "(" => depth += 1,
                    ")" if depth == 0 => return token,
                    ")" => depth -= 1,
                    "," if token > start && self.while_at(token + 1) => return token,
                    "," if token > start && self.leaves(cue, index + 1, is_clause) => return token,
                    _ => {}
                },
                GroupKind::Conjunction if token > start && !inside => {
                    if self.joins_cue(cue, index + 1) {
                        return token;
                    }
                    let opens = self.opens_clause(index + 1);
                    let but = reading.is(token, "but");
                    if let Some(verb) = opens
                        && (!is_clause || previous_comma || but || self.is_cue(verb))
                    {
                        return token;
                    }
                }
                GroupKind::Preposition
                    if is_noun
                        && token > start
                        && [
                            "after", "before", "as", "when", "because", "until", "since", "if",
                            "once",
                        ]
                        .iter()
                        .any(|word| reading.is(token, word))
                        && self.opens_clause(index + 1).is_some() =>
                {
                    return token;
                }
                GroupKind::Preposition
                    if token > start
                        && ["while", "whereas", "although", "though"]
                            .iter()
                            .any(|word| reading.is(token, word))
                        && self.opens_clause(index + 1).is_some() =>
                {
                    return token;
                }
                _ => {}
            }
            previous_comma = group.kind == GroupKind::Mark && reading.is(token, ",");
        }
        sentence.end
    }

    /// Whether a clause beside that of the cue begins here.
    fn while_at(&self, token: usize) -> bool {
        ["while", "whereas", "although", "though"]
            .iter()
            .any(|word| self.reading.is(token, word))
    }

    /// Whether the verb of a clause reports.
    fn is_cue(&self, clause: usize) -> bool {
        let clause = &self.reading.syntax.clauses[clause];
        self.cue(clause)
            .is_some_and(|(cue, _)| cue.frames.has(Frames::CLAUSE))
    }

    /// Whether a comma before this group ends the content: what follows is of the cue, as `adding
    /// that`, or another source.
    fn leaves(&self, cue: &Clause, group: usize, is_clause: bool) -> bool {
        let reading = self.reading;
        let groups = &reading.syntax.groups;
        let mut group = group;
        while groups
            .get(group)
            .is_some_and(|group| group.kind == GroupKind::Other)
        {
            group += 1;
        }
        let Some(here) = groups.get(group) else {
            return false;
        };
        let head = here.head as usize;
        if here.is_verb() && here.verb.form == VerbForm::Gerund {
            let entry = cues::verb(reading.syntax.lemma(head), reading.word(head));
            let clause = self.clause_at(head).map(|(_, clause)| clause);
            return ["cite", "refer", "quote"].contains(&reading.syntax.lemma(head))
                || entry.is_some()
                    && clause.is_some_and(|clause| clause.subject == cue.subject || !is_clause);
        }
        if reading.is(head, "according") {
            return true;
        }
        if here.kind == GroupKind::Preposition && reading.is(head, "as") {
            return groups.get(group + 1).is_some_and(Group::is_verb);
        }
        // `…, the minister said.`
        if here.is_noun() && !is_clause {
            return self.opens_clause(group).is_some();
        }
        false
    }

    /// Whether the verb here has the subject of the cue: `condemned it and threatened to go`.
    fn joins_cue(&self, cue: &Clause, group: usize) -> bool {
        let groups = &self.reading.syntax.groups;
        let mut group = group;
        while groups
            .get(group)
            .is_some_and(|group| group.kind == GroupKind::Other)
        {
            group += 1;
        }
        let Some(here) = groups.get(group).filter(|group| group.is_verb()) else {
            return false;
        };
        let clause = self.clause_at(here.head as usize).map(|(_, clause)| clause);
        here.is_finite()
            && clause.is_some_and(|clause| clause.subject == cue.subject && clause.kind == cue.kind)
    }

    /// The clause with a subject of its own that begins at a group.
    fn opens_clause(&self, group: usize) -> Option<usize> {
        let syntax = &self.reading.syntax;
        let mut group = group;
        while syntax.groups.get(group)?.kind == GroupKind::Other {
            group += 1;
        }
        let here = syntax.groups.get(group).filter(|here| here.is_noun())?;
        let first = syntax
            .clauses
            .partition_point(|clause| (clause.verb as usize) < group);
        let clauses = syntax.clauses.iter().enumerate().skip(first).take(3);
        clauses
            .take_while(|(_, clause)| self.reading.group(clause.verb).sentence == here.sentence)
            .find(|(_, clause)| {
                clause.start == here.start
                    && self.reading.group(clause.verb).is_finite()
                    && clause.kind != ClauseKind::Participle
            })
            .map(|(at, _)| at)
    }

    /// `…, the minister said`; `…, he said, …`.
    fn content_before(&mut self, clause: &Clause, group: &Group, subject: u32, said: &mut Said) {
        let reading = self.reading;
        let sentence = reading.sentence(group.sentence);
        let noun = reading.group(subject);
        let head = group.head as usize;
        if !matches!(group.verb.form, VerbForm::Finite | VerbForm::Participle) {
            return;
        }
        // Past the place and time of the cue.
        let mut past = group.end as usize;
        let inverted = group.start > 0
            && reading.is_mark(group.start as usize - 1, &[","])
            && reading
                .syntax
                .groups
                .get(clause.verb as usize + 1)
                .is_some_and(Group::is_noun);
        let start = if inverted {
            let noun = self.last_of_chain(clause.verb + 1);
            if reading.is_time(noun) || !reading.can_speak(noun) {
                return;
            }
            said.speaker = reading.speaker(noun, sentence.end);
            group.start as usize
        } else {
            if (noun.end as usize) > head
                || !reading.can_speak(subject)
                || noun.sentence != group.sentence
            {
                return;
            }
            let start = said
                .speaker
                .span
                .map_or(noun.start as usize, |span| reading.tokens_in(span).start);
            start.min(reading.syntax.start_with_owners(subject) as usize)
        };
        let comma = start.checked_sub(1).filter(|&comma| comma > sentence.start);
        let Some(comma) = comma.filter(|&comma| reading.is_mark(comma, &[",", "–", "—"]))
        else {
            return;
        };
        let finite = |range: std::ops::Range<usize>| {
            reading
                .syntax
                .clauses_in(range)
                .iter()
                .rev()
                .take(32)
                .any(|other| {
                    reading.group(other.verb).is_finite()
                        && !matches!(other.kind, ClauseKind::Adverbial | ClauseKind::Relative)
                })
        };
        let limit = sentence.end.min(past + 100);
        while past < limit && !reading.is_mark(past, &[",", ".", ";", "–", "—", "!"]) {
            past += 1;
        }
        let inserted = past < sentence.end && reading.is_mark(past, &[",", "–", "—"]);
        if comma > sentence.start && reading.syntax.tag(comma - 1) == Tag::Cc
            || !finite(sentence.start..comma)
        {
            let rest = past + 1..sentence.end;
            let verb = !reading.syntax.clauses_in(rest.clone()).is_empty();
            if inserted && verb && rest.len() > 2 {
                self.tell(rest, said);
            }
            return;
        }
        let goes_on = inserted
            && (reading.syntax.tag(past + 1) != Tag::Cc)
            && self.run_at(past + 1).is_some();
        let end = if goes_on { sentence.end } else { comma };
        self.tell(sentence.start..end, said);
    }

    /// `voiced concern over …`, `reiterated the charge that …`.
    fn voiced(
        &mut self,
        at: usize,
        clause: &Clause,
        group: &Group,
        cue: Option<(Cue, usize)>,
        subject: u32,
    ) -> bool {
        let reading = self.reading;
        let lemma = reading.syntax.lemma(group.head as usize);
        let (first, head) = match clause.object {
            Some(object) => (
                reading.syntax.start_with_owners(object) as usize,
                reading.group(object).head as usize,
            ),
            None => (group.end as usize, group.end as usize),
        };
        let word = reading.word(head);
        let feeling = cues::feeling(word);
        let Some(class) = cues::statement(word).or(feeling) else {
            return false;
        };
        let denies = cue.filter(|(cue, _)| {
            matches!(
                cue.class,
                VerbClass::Deny | VerbClass::Confirm | VerbClass::Accuse
            )
        });
        let subject_tag = reading.syntax.tag(reading.group(subject).head as usize);
        if !(cues::VOICING.contains(&lemma) || cue.is_some())
            || matches!(subject_tag, Tag::Ex | Tag::Dt)
        {
            return false;
        }
        let end = head + 1;
        let that = reading.is(end, "that") && !self.is_relative(end);
        let verb_lemma_has = lemma == "have" || lemma == "make";
        let about = reading.syntax.tag(end) == Tag::In
            && feeling.is_some()
            && !verb_lemma_has
            && cues::VOICING.contains(&lemma);
        let start = if that || about {
            end + 1
        } else if feeling.is_some()
            && ["express", "voice", "offer", "convey", "send"].contains(&lemma)
        {
            let end = self.content_end(at, clause, first, false);
            let said = Said {
                speaker: reading.speaker(subject, group.start as usize),
                cue: Some(reading.span(group.tokens())),
                class,
                addressee: None,
            };
            self.tell(first..end, &said);
            return true;
        } else {
            return false;
        };
        let said = Said {
            speaker: reading.speaker(subject, group.start as usize),
            cue: Some(reading.span(group.start as usize..start)),
            class: denies.map_or(class, |(cue, _)| cue.class),
            addressee: None,
        };
        let end = self.content_end(at, clause, start, that);
        self.tell(start..end, &said);
        true
    }

    /// Whether `that` at a token stands for the noun before it: `claims that were made`.
    pub(super) fn is_relative(&self, that: usize) -> bool {
        let mut next = that + 1;
        while self.reading.syntax.tag(next).is_adverb() {
            next += 1;
        }
        (self.reading.syntax.group_of(next)).is_some_and(Group::is_verb)
    }

    /// `is said to …`, `it is believed that …`, `was denied by …`.
    fn passive(&mut self, at: usize, clause: &Clause, group: &Group) {
        let reading = self.reading;
        let head = group.head as usize;
        if group.verb.negation.is_some() || group.verb.modal.is_some() || !group.is_finite() {
            return;
        }
        let Some((cue, past)) = self.cue(clause) else {
            return;
        };
        let lemma = reading.syntax.lemma(head);
        let hearsay = HEARSAY.contains(&lemma);
        let sentence = reading.sentence(group.sentence);
        if hearsay
            && let Some(next) = reading.syntax.clauses.get(at + 1)
            && (reading.group(next.verb).verb.form == VerbForm::Infinitive)
            && reading.group(next.verb).start as usize <= past + 4
            && (reading.group(next.verb).start as usize) < sentence.end
        {
            let start = reading.group(next.verb).start as usize + 1;
            let said = Said {
                speaker: Speaker::UNNAMED,
                cue: Some(reading.span(group.start as usize..start)),
                class: if lemma == "say" {
                    VerbClass::Report
                } else {
                    cue.class
                },
                addressee: None,
            };
            let end = self.content_end(at, clause, start, true);
            self.tell(start..end, &said);
            return;
        }
        let subject = clause.subject;
        let it =
            subject.is_none_or(|subject| reading.is(reading.group(subject).head as usize, "it"));
        if it && reading.is(past, "that") && (hearsay || cue.frames.has(Frames::CLAUSE)) {
            let start = group.start as usize;
            let first = subject.map_or(start, |subject| reading.group(subject).start as usize);
            let said = Said {
                speaker: Speaker::UNNAMED,
                cue: Some(reading.span(first..past)),
                class: cue.class,
                addressee: None,
            };
            let end = self.content_end(at, clause, past + 1, true);
            self.tell(past + 1..end, &said);
            return;
        }
        // By somebody.
        let (Some(subject), true) = (subject, reading.is(past, "by")) else {
            return;
        };
        let agent = clause.verb + 2;
        let is_noun = (reading.syntax.groups.get(agent as usize))
            .is_some_and(|agent| agent.is_noun() && agent.sentence == group.sentence);
        if !is_noun {
            return;
        }
        let agent = self.last_of_chain(agent);
        let takes = cue.frames.has(Frames::NOUN) || cue.class == VerbClass::Accuse;
        if !takes || !reading.can_speak(agent) || it {
            return;
        }
        let speaker = reading.speaker(agent, sentence.end);
        let said = Said {
            speaker,
            cue: Some(reading.span(group.tokens())),
            class: cue.class,
            addressee: None,
        };
        let of_subject = reading.group(subject);
        if cue.class == VerbClass::Accuse {
            let past = speaker
                .span
                .map_or(past + 1, |span| reading.tokens_in(span).end);
            if reading.is(past, "of") || reading.is(past, "for") {
                let end = self.content_end(at, clause, past + 1, false);
                self.tell(past + 1..end, &said);
            }
            return;
        }
        let that = of_subject.end as usize;
        let named = cues::statement(reading.word(of_subject.head as usize)).is_some();
        let start = if named && reading.is(that, "that") {
            that + 1
        } else {
            reading.syntax.start_with_owners(subject) as usize
        };
        self.tell(start..group.start as usize, &said);
    }
}
