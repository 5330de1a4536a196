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
mod settings;
mod triggers;

use copydesk_core::record::{Claim, Event, EventRoot};

use super::{Reading, factuality::Facts};

/// So many events before a denial are asked what it answers.
const SO_FAR: usize = 32;

pub(super) fn read(reading: &Reading<'_>, facts: &Facts, claims: &[Claim]) -> Vec<Event> {
    let mut events: Vec<Event> = triggers::read(reading)
        .into_iter()
        .map(|found| {
            let status = facts.status(found.token);
            let (when, place) = settings::read(reading, &found, status);
            let trigger = found.trigger;
            let claim = claims
                .iter()
                .position(|claim| {
                    claim.content.start <= trigger.start && trigger.end <= claim.content.end
                })
                .map(|at| at as u32);
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
    events.sort_by_key(|event| (event.trigger.start, event.trigger.end));
    answer(&mut events);
    events
}

/// Whom a denial answers: who accused the one that denies, earlier in the article.
fn answer(events: &mut [Event]) {
    for at in 0..events.len() {
        let (before, rest) = events.split_at_mut(at);
        let event = &mut rest[0];
        if event.root != EventRoot::Reject || !event.whom.is_empty() {
            continue;
        }
        let Some(denier) = event.who.first().and_then(|one| one.entity) else {
            continue;
        };
        let accusation = before.iter().rev().take(SO_FAR).find(|other| {
            other.root == EventRoot::Accuse
                && other.whom.iter().any(|one| one.entity == Some(denier))
                && other.who.len() == 1
                && other.who[0].entity.is_some_and(|who| who != denier)
        });
        if let Some(accusation) = accusation {
            event.whom.clone_from(&accusation.who);
        }
    }
}
