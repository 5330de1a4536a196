//! Events: who did what to whom, when and where.
//!
//! *What*: in each clause the best word that tells an event ([`lexicon`]): a verb whose object has
//! the right frame (`launched an attack`), a verb alone (`invaded`), or, where the verb tells
//! none, a noun with somebody who takes part (`Kim’s visit to Russia`). Participants come from
//! the subject, the object and the prepositions that the row names ([`actors`]), time and place
//! from the clause ([`settings`]), the status from [`Facts`].
//! *Why*: precision before recall: a clause tells one event at most, and a noun without anybody
//! who takes part tells none.
//! *Known misses*: events in words that the table lacks, participants that the sentence leaves
//! out.

mod actors;
mod lexicon;
mod referents;
mod settings;
mod triggers;

use copydesk_core::{
    Span,
    record::{Claim, ClaimStatus, Event, EventRoot, Participant},
};

use super::{Reading, factuality::Facts};
use crate::syntax::Tag;
use triggers::Found;

/// Words that answer a charge, and those that answer a request as well.
const ANSWERS: &[&str] = &[
    "bat",
    "brush",
    "call",
    "contend",
    "contest",
    "contradict",
    "counter",
    "debunk",
    "declare",
    "denial",
    "deny",
    "disavow",
    "disclaim",
    "dispute",
    "disown",
    "insist",
    "laugh",
    "maintain",
    "plead",
    "protest",
    "rebut",
    "rebuttal",
    "refute",
    "repudiate",
    "ridicule",
    "say",
    "scoff",
    "shrug",
    "state",
    "swat",
    "swear",
    "tell",
    "wave",
];
const REFUSES: &[&str] = &[
    "hit",
    "decline",
    "dismiss",
    "dismissal",
    "rebuff",
    "refusal",
    "refuse",
    "reject",
    "rejection",
    "rule",
    "spurn",
    "turn",
];

/// So many events before a denial are asked what it answers.
const SO_FAR: usize = 32;
const JUST_BEFORE: usize = 4;

pub(super) fn read(reading: &Reading<'_>, facts: &Facts, claims: &mut [Claim]) -> Vec<Event> {
    let mut found = triggers::read(reading);
    found.sort_by_key(|found| (found.trigger.start, found.trigger.end));
    inherit(&mut found);
    referents::read(reading, &mut found);
    // How far the claims up to each one reach, so that the first around a trigger is found at once.
    let mut reach = 0;
    let reaches: Vec<u32> = (claims.iter())
        .map(|claim| {
            reach = claim.content.end.max(reach);
            reach
        })
        .collect();
    let mut events: Vec<Event> = found
        .into_iter()
        .map(|found| {
            let status = facts.status(found.token);
            let (when, place) = settings::read(reading, &found, status);
            let trigger = found.trigger;
            let at = reaches.partition_point(|&reach| reach < trigger.end);
            let claim = (claims.get(at))
                .filter(|claim| claim.content.start <= trigger.start)
                .map(|_| at as u32);
            Event {
                trigger,
                clause: found.clause,
                root: found.told.root,
                cameo: found.told.cameo.to_owned(),
                who: found.who,
                whom: found.whom,
                when,
                place,
                status,
                claim,
            }
        })
        .collect();
    for (denier, accusation) in answer(reading, &mut events) {
        deny(reading, claims, denier, &events[accusation]);
    }
    dated_later(reading, &mut events);
    events
}

/// The day of an event that the text names again with its day: `is set to visit Chad. The visit,
/// scheduled for May 3, …`. The noun must be the word of the event itself, and the event near.
fn dated_later(reading: &Reading<'_>, events: &mut [Event]) {
    for (at, date) in reading.dates.iter().enumerate() {
        let Some(span) = date.place.span() else {
            continue;
        };
        let token = reading.tokens_in(span).start;
        let Some(word) = reading.syntax.words.get(token) else {
            continue;
        };
        let sentence = reading.sentence(word.sentence);
        let Some(noun) = scheduled(reading, sentence.start, token) else {
            continue;
        };
        let lemma = reading.syntax.lemma(noun);
        let start = reading.tokens[sentence.start].span.start;
        let until = events.partition_point(|event| event.trigger.start < start);
        let named = (events[..until].iter_mut().rev().take(JUST_BEFORE)).find(|event| {
            let trigger = reading.tokens_in(event.trigger);
            trigger
                .clone()
                .any(|token| reading.syntax.lemma(token) == lemma)
        });
        if let Some(event) = named
            && event.when.is_none()
        {
            event.when = Some(reading.time(at));
        }
    }
}

/// The noun that begins a sentence, if it is one already named and what follows it up to `date`
/// sets its time: `The visit, scheduled for`, `The talks will be held on`.
fn scheduled(reading: &Reading<'_>, start: usize, date: usize) -> Option<usize> {
    const SET: &[&str] = &[
        "schedule", "plan", "set", "due", "hold", "take", "begin", "start", "expect", "slate",
        "fix", "open",
    ];
    let first = reading.syntax.group_of(start)?;
    let known = ["the", "this", "that", "their", "his", "her", "its"];
    if !first.is_noun()
        || !known.iter().any(|word| reading.is(start, word))
        || date <= first.end as usize
        || date - first.end as usize > 8
    {
        return None;
    }
    let words = first.end as usize..date;
    let sets = words.clone().any(|token| {
        SET.contains(&reading.syntax.lemma(token)) || SET.contains(&reading.word(token))
    });
    let plain = words.clone().all(|token| {
        let tag = reading.syntax.tag(token);
        !tag.is_noun() || reading.is(token, "place")
    });
    (sets && plain).then_some(first.head as usize)
}

/// Who takes part in `the talks`: those of the last event of the kind that has both sides.
fn inherit(found: &mut [Found]) {
    for at in 0..found.len() {
        let (before, rest) = found.split_at_mut(at);
        if !rest[0].inherits {
            continue;
        }
        let known = before.iter().rev().take(SO_FAR).find(|other| {
            other.told.root == rest[0].told.root && !other.who.is_empty() && !other.whom.is_empty()
        });
        if let Some(known) = known {
            rest[0].who.clone_from(&known.who);
            rest[0].whom.clone_from(&known.whom);
        }
    }
}

/// Whom a refusal answers: who accused or asked the one that refuses, else who did so just before.
/// Returns those who deny an accusation, with the index of its event.
fn answer(reading: &Reading<'_>, events: &mut [Event]) -> Vec<(u32, usize)> {
    let mut denials = Vec::new();
    for at in 0..events.len() {
        let (before, rest) = events.split_at_mut(at);
        let event = &mut rest[0];
        if event.root != EventRoot::Reject || !event.whom.is_empty() {
            continue;
        }
        let Some(denier) = event.who.first() else {
            continue;
        };
        let is_denier = |one: &Participant| {
            one.span == denier.span || one.entity.is_some() && one.entity == denier.entity
        };
        let lemma = reading.syntax.lemma(reading.tokens_in(event.trigger).start);
        let answers = ANSWERS.contains(&lemma) || lemma.is_empty() || REFUSES.contains(&lemma);
        if !answers {
            continue;
        }
        let refuses = REFUSES.contains(&lemma);
        let asks = |other: &&Event| {
            (other.root == EventRoot::Accuse || other.root == EventRoot::Request && refuses)
                && other.who.len() == 1
                && !is_denier(&other.who[0])
        };
        let asked = (before.iter().enumerate().rev().take(SO_FAR)).filter(|(_, other)| asks(other));
        let answered = asked
            .clone()
            .find(|(_, other)| other.whom.iter().any(is_denier))
            .or_else(|| {
                let near = asked.clone().find(|(other, _)| other + JUST_BEFORE >= at);
                near.filter(|_| !tells_what(reading, event.trigger))
            });
        if let Some((other, answered)) = answered {
            event.whom.clone_from(&answered.who);
            if answered.root == EventRoot::Accuse
                && let Some(denier) = denier.entity
            {
                denials.push((denier, other));
            }
        }
    }
    denials
}

/// Notes who denies what an accusation claims: the first claim of whoever accuses, from there on.
/// The minister of the country that is accused speaks for it.
fn deny(reading: &Reading<'_>, claims: &mut [Claim], denier: u32, accusation: &Event) {
    let accused = |of: u32| accusation.whom.iter().any(|one| one.entity == Some(of));
    let roles = (reading.entities.get(denier as usize)).map_or(&[][..], |entity| &entity.roles);
    let country = (roles.iter().filter_map(|role| role.of)).find(|&of| accused(of));
    let denier = country.unwrap_or(denier);
    let Some(accuser) = accusation.who.first().and_then(|one| one.entity) else {
        return;
    };
    let start = claims.partition_point(|claim| claim.content.start < accusation.trigger.start);
    let accused = (claims[start..].iter_mut().take(JUST_BEFORE)).find(|claim| {
        claim.source_entity == Some(accuser) && claim.status != ClaimStatus::Confirmed
    });
    if let Some(claim) = accused
        && !claim.denied_by.contains(&denier)
    {
        claim.denied_by.push(denier);
    }
}

/// Whether a refusal says itself what it is about (`denied that it sank`, `denied paying them`),
/// so that it need not answer anybody.
fn tells_what(reading: &Reading<'_>, trigger: Span) -> bool {
    let end = reading.tokens_in(trigger).end;
    reading.syntax.tag(end) == Tag::Vbg
        || (end..end + 2)
            .any(|token| reading.is(token, "that") && reading.syntax.tag(token) != Tag::Dt)
        || ["any", "all"].iter().any(|word| reading.is(end, word))
}
