//! Sources that are no subject of a verb.
//!
//! *What*: `according to X, …`, `in X’s view, …`; nouns that name a statement (`speculation that
//! …`, `the US accusation of …`, `rife with reports of …`, `rumour has it that …`); what is added
//! at the end (`…, as highlighted by X`, `…, a sentiment echoed by X`), where the text may break
//! off before it says who.

use crate::statements::reading::stands_for;
use copydesk_core::record::{SourceKind, VerbClass};

use super::{
    Reader, Said,
    cues::{self, Frames},
    speaker::Speaker,
};
use crate::syntax::{Group, GroupKind, Tag};

/// `in his view`, `by her account`.
const VIEWS: &[(&str, VerbClass)] = &[
    ("view", VerbClass::Speculate),
    ("opinion", VerbClass::Speculate),
    ("judgment", VerbClass::Speculate),
    ("judgement", VerbClass::Speculate),
    ("eyes", VerbClass::Speculate),
    ("words", VerbClass::Say),
    ("telling", VerbClass::Say),
    ("account", VerbClass::Say),
    ("reckoning", VerbClass::Speculate),
    ("estimate", VerbClass::Speculate),
    ("admission", VerbClass::Confirm),
];

/// Verbs of `as … by X` and `a hope … by X` that are not in the list of verbs that report.
const ECHOES: &[&str] = &[
    "echo", "voice", "share", "bring", "put", "quote", "carry", "publish", "cite", "express",
    "raise", "make", "air", "post", "obtain", "see",
];

impl Reader<'_> {
    pub(super) fn phrases(&mut self) {
        for at in 0..self.reading.syntax.groups.len() {
            let group = self.reading.syntax.groups[at];
            match group.kind {
                GroupKind::Preposition => self.preposition(at, &group),
                GroupKind::Noun => self.noun(at as u32, &group),
                GroupKind::Verb => self.echo(&group),
                _ => {}
            }
        }
    }

    /// `according to X`, `in X’s view`.
    fn preposition(&mut self, at: usize, group: &Group) {
        let reading = self.reading;
        let head = group.head as usize;
        if self.run_at(head).is_some() {
            return;
        }
        if reading.is(head, "according") && reading.is(head + 1, "to") {
            let noun = at as u32 + 2;
            self.source(group.start as usize, head + 2, noun, VerbClass::Say, false);
            return;
        }
        if !(reading.is(head, "in") || reading.is(head, "by") || reading.is(head, "to")) {
            return;
        }
        let Some(next) = reading
            .syntax
            .groups
            .get(at + 1)
            .filter(|next| next.is_noun())
        else {
            return;
        };
        let noun = self.last_of_chain(at as u32 + 1);
        let last = reading.group(noun);
        let word = reading.word(last.head as usize);
        let view = VIEWS
            .iter()
            .find(|(view, _)| word.eq_ignore_ascii_case(view));
        let owned = last.owned || reading.syntax.tag(next.start as usize) == Tag::PrpPossessive;
        if let Some(&(_, class)) = view
            && owned
            && last.sentence == group.sentence
        {
            self.source(group.start as usize, last.end as usize, noun, class, true);
        }
    }

    /// A phrase from `start` to before `past` that names a source: the noun group, or what owns
    /// it. The content stands behind it where it opens the sentence, else before.
    fn source(&mut self, start: usize, past: usize, noun: u32, mut class: VerbClass, owner: bool) {
        let reading = self.reading;
        let sentence = self.sentence(start);
        let is_noun = (reading.syntax.groups.get(noun as usize))
            .is_some_and(|group| group.is_noun() && sentence.contains(&(group.start as usize)));
        if !is_noun {
            return;
        }
        let mut speaker;
        let mut end;
        let cue;
        if owner {
            let last = reading.group(noun);
            if last.owned {
                speaker = reading.speaker(noun.saturating_sub(1), last.start as usize);
            } else {
                speaker = self.possessive(last.start as usize);
            }
            end = past;
            cue = reading.span(start..if last.owned { start + 1 } else { past });
        } else {
            let noun = self.last_of_chain(noun);
            if reading.is_time(noun) {
                return;
            }
            speaker = reading.speaker(noun, sentence.end);
            end = speaker
                .span
                .map_or(past, |span| reading.tokens_in(span).end);
            cue = reading.span(start..past);
            if cues::document(reading.word(reading.group(noun).head as usize)) {
                class = VerbClass::Report;
            }
            // `an announcement from North Korea`, `a report by X`
            let word = reading.word(reading.group(noun).head as usize);
            if speaker.entity.is_none()
                && (cues::statement(word).is_some() || cues::source(word))
                && let Some((_, from)) = (reading.syntax.prepositions(noun)).find(|&(token, _)| {
                    ["from", "by", "of"]
                        .iter()
                        .any(|word| reading.is(token as usize, word))
                })
            {
                speaker.entity = reading.entity_of(from);
            }
        }
        let opens = start == sentence.start
            || (sentence.start..start).all(|token| {
                reading.is_mark(token, &["“", "\"", ","])
                    || reading.syntax.tag(token) == Tag::Cc
                    || reading.syntax.tag(token).is_adverb()
            });
        let said = |speaker: Speaker| Said {
            speaker,
            cue: Some(cue),
            class,
            addressee: None,
        };
        if opens || !reading.is_mark(start - 1, &[",", "–", "—"]) && reading.is_mark(end, &[","])
        {
            // Over an inserted clause to its comma.
            let mut from = end;
            if !reading.is_mark(from, &[","]) {
                let comma =
                    (from..sentence.end.min(from + 16)).find(|&at| reading.is_mark(at, &[","]));
                let Some(comma) = comma else {
                    return;
                };
                from = comma;
            }
            let wh = matches!(
                reading.syntax.tag(from + 1),
                Tag::Wp | Tag::Wdt | Tag::WpPossessive | Tag::Wrb
            );
            if wh
                && let Some(comma) =
                    (from + 1..sentence.end.min(from + 60)).find(|&at| reading.is_mark(at, &[","]))
            {
                from = comma;
            }
            self.tell(from + 1..sentence.end, &said(speaker));
            return;
        }
        end = start;
        let mut first = sentence.start;
        // Only the last clause behind a semicolon.
        if let Some(mark) = (sentence.start..start)
            .rev()
            .take(200)
            .find(|&at| reading.is_mark(at, &[";"]))
        {
            first = mark + 1;
        }
        if !reading.syntax.clauses_in(first..end).is_empty()
            && self.run_at(end.saturating_sub(2)).is_none()
        {
            self.tell(first..end, &said(speaker));
        }
    }

    /// Whom a possessive pronoun stands for.
    fn possessive(&self, token: usize) -> Speaker {
        let reading = self.reading;
        let span = reading.tokens[token].span;
        let at = reading
            .references
            .partition_point(|reference| reference.span.end <= span.start);
        let entity = (reading.references.get(at))
            .filter(|reference| reference.span.start < span.end)
            .map(|reference| reference.entity);
        Speaker {
            span: Some(span),
            entity,
            kind: SourceKind::Named,
        }
    }

    /// `speculation that …`, `the US accusation of …`, `rumour has it that …`.
    fn noun(&mut self, noun: u32, group: &Group) {
        let reading = self.reading;
        let head = group.head as usize;
        if self.run_at(head).is_some() {
            return;
        }
        let word = reading.word(head);
        let end = group.end as usize;
        if ["rumour", "rumor", "word", "legend", "gossip", "talk"]
            .iter()
            .any(|hearsay| word.eq_ignore_ascii_case(hearsay))
            && self.hearsay(group)
        {
            return;
        }
        let statement = cues::statement(word);
        let Some(class) = statement.or_else(|| cues::feeling(word)) else {
            return;
        };
        let that = reading.is(end, "that") && (group.owned || !self.is_relative(end));
        let of = reading.is(end, "of") && statement.is_some();
        if !(that || of) || self.told_already(group) {
            return;
        }
        // Who: an owner, a name in the group, the subject of `is rife with reports of`.
        let first = group.start as usize;
        let speaker = if group.owned && noun > 0 {
            reading.speaker(noun - 1, first)
        } else if reading.syntax.tag(first) == Tag::PrpPossessive {
            self.possessive(first)
        } else if let Some(name) = self.name_within(group) {
            name
        } else {
            Speaker::UNNAMED
        };
        let rife = || {
            let before = first.checked_sub(2)?;
            let full = ["rife", "awash", "full", "abuzz", "flooded", "filled"]
                .iter()
                .any(|word| reading.is(before, word));
            let clauses = &reading.syntax.clauses;
            let next = clauses
                .partition_point(|clause| (reading.group(clause.verb).end as usize) <= first);
            let clause = clauses[..next].last()?;
            let subject = clause.subject.filter(|_| full)?;
            let start = reading.group(clause.verb).start as usize;
            reading
                .can_speak(subject)
                .then(|| (reading.speaker(subject, start), start))
        };
        let (speaker, start) = match (speaker.span, rife()) {
            (None, Some((speaker, start))) => (speaker, start),
            _ => (speaker, head),
        };
        let there = first >= 2
            && (reading.syntax.tag(first - 2) == Tag::Ex
                || reading.syntax.tag(first.saturating_sub(3)) == Tag::Ex);
        if of && speaker.span.is_none() && !(there && word.eq_ignore_ascii_case("talk")) {
            return;
        }
        let said = Said {
            speaker,
            cue: Some(reading.span(start..end + 1)),
            class,
            addressee: None,
        };
        let content_end = self.noun_end(end + 1);
        self.tell(end + 1..content_end, &said);
    }

    /// Whether a quote's cue or content holds this noun already.
    fn told_already(&self, group: &Group) -> bool {
        let head = self.reading.tokens[group.head as usize].span;
        let before = self.spoken.partition_point(|cue| cue.start <= head.start);
        self.spoken[..before]
            .last()
            .is_some_and(|cue| head.end <= cue.end)
    }

    /// A name before the head of its own group: `US accusation`.
    fn name_within(&self, group: &Group) -> Option<Speaker> {
        let reading = self.reading;
        if group.start == group.head {
            return None;
        }
        let before = reading.span(group.start as usize..group.head as usize);
        let mention = &reading.mentions[reading.mentions_in(before).next_back()?];
        if mention.span.end != before.end {
            return None;
        }
        matches!(
            mention.label,
            copydesk_core::record::Label::Person
                | copydesk_core::record::Label::Org
                | copydesk_core::record::Label::Gpe
        )
        .then(|| Speaker {
            span: Some(mention.span),
            entity: Some(stands_for(mention)),
            kind: SourceKind::Named,
        })
    }

    /// Where the content of a noun ends: before the verb that the noun is the subject of, a
    /// semicolon, or with its sentence.
    fn noun_end(&self, start: usize) -> usize {
        let reading = self.reading;
        let sentence = start..self.sentence(start).end.min(start + 200);
        let clauses = reading.syntax.clauses_in(sentence.clone());
        // `accusation that sheets were destroyed found no support`: a second finite verb without a
        // subject of its own.
        let mut own = false;
        for clause in clauses {
            let group = reading.group(clause.verb);
            if !group.is_finite() {
                continue;
            }
            let inside = clause
                .subject
                .is_some_and(|subject| reading.group(subject).start as usize >= start);
            let free = own
                && !reading.syntax.tag(group.start as usize - 1).eq(&Tag::Cc)
                && (!inside
                    || (clause.start as usize) < group.start as usize && {
                        let subject = clause
                            .subject
                            .map_or(0, |subject| reading.group(subject).end as usize);
                        clauses.iter().any(|other| {
                            other.verb < clause.verb
                                && reading.group(other.verb).is_finite()
                                && other.subject == clause.subject
                                && reading.group(other.verb).start as usize >= subject
                        })
                    });
            if free && clause.kind != crate::syntax::ClauseKind::Relative {
                return group.start as usize;
            }
            own = true;
        }
        (start..sentence.end)
            .find(|&token| reading.is_mark(token, &[";"]))
            .unwrap_or(sentence.end)
    }

    /// `rumour has it that …`, `word on the street is that …`.
    fn hearsay(&mut self, group: &Group) -> bool {
        let reading = self.reading;
        let sentence = self.sentence(group.head as usize);
        let start = group.start as usize;
        if start != sentence.start {
            return false;
        }
        let clause = reading.syntax.clauses_in(start..sentence.end).first();
        let Some(clause) = clause else {
            return false;
        };
        let verb = reading.group(clause.verb);
        let lemma = reading.syntax.lemma(verb.head as usize);
        let mut at = verb.end as usize;
        if lemma == "have" && reading.is(at, "it") {
            at += 1;
        } else if lemma != "be" {
            return false;
        }
        if !reading.is(at, "that") || at - start > 8 {
            return false;
        }
        let said = Said {
            speaker: Speaker::UNNAMED,
            cue: Some(reading.span(start..at + 1)),
            class: VerbClass::Speculate,
            addressee: None,
        };
        self.tell(at + 1..sentence.end, &said);
        true
    }

    /// `…, as highlighted by X`, `…, a hope voiced by`.
    fn echo(&mut self, group: &Group) {
        let reading = self.reading;
        let head = group.head as usize;
        let tag = reading.syntax.tag(head);
        if !matches!(tag, Tag::Vbn | Tag::Vbd) || group.verb.passive || self.run_at(head).is_some()
        {
            return;
        }
        let sentence = self.sentence(head);
        let mut by = group.end as usize;
        if reading.is(by, "forward") || reading.syntax.tag(by) == Tag::Rp {
            by += 1;
        }
        if by >= sentence.end || !reading.is(by, "by") {
            return;
        }
        let lemma = reading.syntax.lemma(head);
        let entry = cues::verb(lemma, reading.word(head));
        if entry.is_none() && !ECHOES.contains(&lemma) {
            return;
        }
        // The comma before `as` or before the noun that sums up.
        let comma = (sentence.start..head)
            .rev()
            .take(8)
            .find(|&token| reading.is_mark(token, &[",", "–", "—"]));
        let Some(comma) = comma else {
            return;
        };
        let is_as = reading.is(comma + 1, "as");
        let sums = reading
            .syntax
            .group_of(comma + 1)
            .is_some_and(Group::is_noun);
        let summed = (comma + 1..head).find(|&token| sums && reading.syntax.tag(token).is_noun());
        if reading.syntax.clauses_in(sentence.start..comma).is_empty() || !is_as && summed.is_none()
        {
            return;
        }
        let past = (by + 1 < sentence.end).then(|| reading.syntax.words[by + 1].group);
        let noun = past.filter(|&noun| reading.group(noun).is_noun());
        let name = (by + 1 < sentence.end && noun.is_none())
            .then(|| reading.tokens[by + 1].span)
            .filter(|name| name.of(reading.text).starts_with(char::is_uppercase));
        if noun.is_none() && name.is_none() && by + 2 < sentence.end {
            return;
        }
        let class_of = |token: usize| {
            cues::feeling(reading.word(token)).or_else(|| cues::statement(reading.word(token)))
        };
        let class = summed
            .filter(|_| !is_as)
            .and_then(class_of)
            .unwrap_or_else(|| match entry.and_then(|entry| entry.plain) {
                Some(cue) if cue.frames.has(Frames::CLAUSE) && is_as => VerbClass::Report,
                _ if is_as || lemma == "bring" => VerbClass::Report,
                _ => VerbClass::Say,
            });
        let speaker = match noun {
            Some(noun) => reading.speaker(self.last_of_chain(noun), sentence.end),
            None => name.map_or(Speaker::MISSING, |name| Speaker {
                span: Some(name),
                entity: (reading.mentions_in(name).next())
                    .map(|at| stands_for(&reading.mentions[at])),
                kind: SourceKind::Named,
            }),
        };
        // `There are signs that …`
        let mut start = sentence.start;
        if reading.syntax.tag(start) == Tag::Ex
            && let Some(that) =
                (start..comma.min(start + 6)).find(|&token| reading.is(token, "that"))
        {
            start = that + 1;
        }
        let from = if is_as { comma + 1 } else { head };
        let said = Said {
            speaker,
            cue: Some(reading.span(from..by + 1)),
            class,
            addressee: None,
        };
        self.tell(start..comma, &said);
    }
}
