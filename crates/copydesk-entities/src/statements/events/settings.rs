//! When and where an event is.
//!
//! *What*: the temporal expression of the clause, the nearest to the trigger; without one, the
//! day of publication for what is told as the news; a place behind `in`, `at`, `near`.
//! *Known misses*: a time or place that an earlier sentence gives.

use copydesk_core::record::{
    ClaimStatus, EventRoot, EventTime, Label, Participant, Place, Temporal, TemporalKind,
};

use super::{
    super::Reading,
    lexicon::{Note, bit},
    triggers::Found,
};
use crate::syntax::{Clause, ClauseKind, GroupKind, VerbForm};

/// Bytes between a trigger and its date, at most.
const FAR: u32 = 400;

/// So many words of a clause are asked whether it is news.
const LONG: usize = 64;

/// Words that tell that something is not news.
const OLD: &[&str] = &[
    "repeatedly",
    "long",
    "previously",
    "often",
    "always",
    "frequently",
    "formerly",
    "earlier",
    "since",
    "traditionally",
    "historically",
    "regularly",
    "routinely",
    "consistently",
    "once",
    "already",
    "usually",
    "recent",
    "years",
    "decades",
    "ago",
    "former",
    "ever",
    "never",
];

pub(super) fn read(
    reading: &Reading<'_>,
    found: &Found,
    status: ClaimStatus,
) -> (Option<EventTime>, Option<Participant>) {
    (reading.when(found, status), reading.place(found))
}

impl Reading<'_> {
    fn when(&self, found: &Found, status: ClaimStatus) -> Option<EventTime> {
        if let Some(date) = self.date_of(found) {
            return Some(self.time(date));
        }
        let day = self.reference?;
        (status == ClaimStatus::Confirmed && self.is_news(found)).then(|| EventTime {
            value: day.to_owned(),
            interval: next_day(day).map(|next| [day.to_owned(), next]),
            date: None,
        })
    }

    /// The time that a temporal expression tells, with its end: `between May and June`.
    pub(super) fn time(&self, date: usize) -> EventTime {
        let (first, last) = self.range(date).unwrap_or((date, date));
        let (from, to) = (&self.dates[first], &self.dates[last]);
        let value = if first == last {
            from.value.clone()
        } else {
            format!("{}/{}", from.value, to.value)
        };
        let interval = (from.interval.as_ref().zip(to.interval.as_ref()))
            .map(|([start, _], [_, end])| [start.clone(), end.clone()]);
        EventTime {
            value,
            interval,
            date: Some(first as u32),
        }
    }

    /// The two expressions of `between … and …` or `from … to …` that one is part of.
    fn range(&self, date: usize) -> Option<(usize, usize)> {
        let joined = |first: usize, last: usize| -> Option<(usize, usize)> {
            let (from, to) = (self.dates.get(first)?, self.dates.get(last)?);
            let (from_span, to_span) = (from.place.span()?, to.place.span()?);
            let token = self.tokens_in(from_span).start;
            let opens = |word: &str| token > 0 && self.is(token - 1, word);
            let between = (self.text)
                .get(from_span.end as usize..to_span.start as usize)?
                .trim();
            let is_range = opens("between") && between == "and"
                || opens("from") && matches!(between, "to" | "until" | "till");
            (is_range && is_day(from) && is_day(to) && from.value < to.value)
                .then_some((first, last))
        };
        joined(date, date + 1).or_else(|| joined(date.checked_sub(1)?, date))
    }

    /// The temporal expression of an event.
    fn date_of(&self, found: &Found) -> Option<usize> {
        let sentence = self.syntax.words.get(found.token)?.sentence;
        let tokens = self.sentence(sentence);
        let whole = self.span(tokens.clone());
        let trigger = found.trigger;
        let clauses = &self.syntax.clauses;
        let first = self.dates.partition_point(|date| {
            (date.place.span())
                .is_none_or(|span| span.end <= whole.start || span.end + FAR < trigger.start)
        });
        let mut best: Option<(u32, usize)> = None;
        for (at, date) in self.dates.iter().enumerate().skip(first) {
            let Some(span) = date.place.span() else {
                continue;
            };
            if span.start >= whole.end.min(trigger.end + FAR) {
                break;
            }
            if !is_day(date) {
                continue;
            }
            let token = self.tokens_in(span).start;
            let belongs = match found.verb {
                Some(verb) => self.belongs(token, verb, tokens.clone()),
                None => {
                    found.clause.start <= span.start
                        && span.start <= found.clause.end + 5
                        && span.end > found.clause.start
                }
            };
            if !belongs {
                continue;
            }
            let distance = if span.start >= trigger.end {
                span.start - trigger.end
            } else {
                trigger.start.saturating_sub(span.end) + 20
            };
            if best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, at));
            }
        }
        if best.is_none()
            && let Some(verb) = found.verb
        {
            // `summoned on Monday the ambassador and charged that`
            let clause = &clauses[verb as usize];
            let before = clauses[..verb as usize]
                .iter()
                .enumerate()
                .rev()
                .take(3)
                .find(|(_, other)| {
                    self.group(other.verb).sentence == sentence
                        && other.subject == clause.subject
                        && other.subject.is_some()
                        && self.group(other.verb).is_finite()
                        && self.group(clause.verb).is_finite()
                        && other.kind == clause.kind
                });
            if let Some((before, _)) = before {
                for (at, date) in self.dates.iter().enumerate().skip(first) {
                    let Some(span) = date.place.span() else {
                        continue;
                    };
                    if span.start >= trigger.start {
                        break;
                    }
                    let token = self.tokens_in(span).start;
                    if is_day(date) && self.belongs(token, before as u32, tokens.clone()) {
                        return Some(at);
                    }
                }
            }
        }
        best.map(|(_, at)| at)
    }

    /// Whether a token belongs to a clause itself, not to one in it.
    fn belongs(&self, token: usize, clause: u32, sentence: std::ops::Range<usize>) -> bool {
        let clauses = &self.syntax.clauses;
        let own = &clauses[clause as usize];
        let at = token as u32;
        let inner = |other: &Clause| other.start <= at && at < other.end.max(other.start + 1);
        if inner(own) {
            // The last verb before it takes it, unless the clause goes on behind an inserted one.
            let deeper = clauses[clause as usize + 1..].iter().take(8).any(|other| {
                let verb = self.group(other.verb);
                other.kind != ClauseKind::Participle
                    && verb.start < own.end
                    && verb.start < at
                    && inner(other)
            });
            return !deeper;
        }
        // `On Thursday, troops shelled`: before the subject, with no verb between.
        if at < own.start {
            let between = self.syntax.clauses_in(token..own.start as usize);
            let from = sentence.start.max(token.saturating_sub(3));
            let opens = (from..token).all(|before| !self.syntax.tag(before).is_verb());
            return between.is_empty() && opens && !matches!(own.kind, ClauseKind::Infinitive);
        }
        false
    }

    /// Whether an event is told as the news of the article.
    fn is_news(&self, found: &Found) -> bool {
        let Some(verb) = found.verb else {
            return false;
        };
        let clause = &self.syntax.clauses[verb as usize];
        let group = self.group(clause.verb);
        if group.verb.perfect && group.verb.past || group.verb.modal.is_some() {
            return false;
        }
        let told = match clause.kind {
            ClauseKind::Main | ClauseKind::Gerund => true,
            ClauseKind::Relative | ClauseKind::Complement => group.is_finite(),
            ClauseKind::Adverbial => (clause.marker).is_some_and(|marker| {
                ["while", "as", "when"]
                    .iter()
                    .any(|word| self.is(marker as usize, word))
            }),
            ClauseKind::Infinitive | ClauseKind::Participle => false,
        };
        let parent_is_news = clause.kind != ClauseKind::Gerund
            || (clause.parent).is_some_and(|parent| {
                let verb = self.group(self.syntax.clauses[parent as usize].verb);
                verb.is_finite() && verb.verb.modal.is_none() || verb.verb.form == VerbForm::Gerund
            });
        let preposed = clause.kind == ClauseKind::Gerund
            && self.kind_before(clause.verb) == Some(GroupKind::Preposition);
        if !told || !parent_is_news || preposed {
            return false;
        }
        let sentence = self.sentence(group.sentence);
        let from = sentence.start.max(clause.start as usize);
        let old = (from..(clause.end as usize).min(from + LONG))
            .any(|token| OLD.iter().any(|word| self.is(token, word)));
        told && parent_is_news && !preposed && !old
    }

    fn place(&self, found: &Found) -> Option<Participant> {
        let as_place = |noun: u32| {
            // `the city of Vladivostok`
            let noun = (self.syntax.prepositions(noun).next())
                .filter(|&(of, other)| {
                    of == self.group(noun).end && self.is(of as usize, "of") && self.is_place(other)
                })
                .filter(|_| !self.is_place(noun) && self.frames(noun) & bit("place") != 0)
                .map_or(noun, |(_, other)| other);
            self.is_place(noun).then(|| {
                let mention = self.mention_at(self.group(noun).head as usize)?;
                Some(Participant {
                    span: mention.span,
                    entity: Some(mention.entity),
                })
            })?
        };
        let starts = found
            .verb
            .map(|verb| self.syntax.clauses[verb as usize].verb)
            .into_iter()
            .chain(found.noun);
        for start in starts {
            for (preposition, noun) in self.syntax.prepositions(start) {
                let local = [
                    "in", "at", "near", "outside", "inside", "across", "off", "around",
                ]
                .iter()
                .any(|word| self.is(preposition as usize, word));
                if local && let Some(place) = as_place(noun) {
                    return Some(place);
                }
            }
        }
        // `Vladivostok, where they met`
        if let Some(clause) = found.verb.map(|verb| &self.syntax.clauses[verb as usize])
            && let Some(marker) = clause
                .marker
                .filter(|&marker| self.is(marker as usize, "where"))
        {
            let before = self.syntax.words[marker as usize].group.checked_sub(1)?;
            let comma = self.group(before).kind == GroupKind::Mark;
            if let Some(place) = as_place(before.saturating_sub(u32::from(comma))) {
                return Some(place);
            }
        }
        let travels = found.told.note == Note::Travel || found.told.root == EventRoot::Consult;
        if travels {
            if let Some(place) = found.noun.and_then(as_place) {
                return Some(place);
            }
            for start in found.noun.into_iter().chain(
                found
                    .verb
                    .map(|verb| self.syntax.clauses[verb as usize].verb),
            ) {
                for (preposition, noun) in self.syntax.prepositions(start) {
                    let to = ["to", "from", "into", "for"]
                        .iter()
                        .any(|word| self.is(preposition as usize, word));
                    if to && let Some(place) = as_place(noun) {
                        return Some(place);
                    }
                }
            }
        }
        if found.told.root == EventRoot::Assault {
            let whom = found.whom.first()?;
            let mention = (self.mentions_in(whom.span).map(|at| &self.mentions[at]))
                .find(|mention| matches!(mention.label, Label::Gpe | Label::Loc))?;
            return Some(Participant {
                span: mention.span,
                entity: Some(mention.entity),
            });
        }
        None
    }
}

/// Whether an expression can date an event.
fn is_day(date: &Temporal) -> bool {
    matches!(date.place, Place::Text(_))
        && matches!(date.kind, TemporalKind::Date | TemporalKind::Time)
        && !matches!(date.value.as_str(), "PRESENT_REF" | "FUTURE_REF")
}

/// The day after an ISO date.
fn next_day(day: &str) -> Option<String> {
    let day: jiff::civil::Date = day.get(..10)?.parse().ok()?;
    Some(day.tomorrow().ok()?.to_string())
}
