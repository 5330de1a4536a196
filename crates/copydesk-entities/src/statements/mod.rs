//! Who says what, whether it is so, and what happened.
//!
//! *What*: quotes with their speakers ([`quotes`]), words that hold back ([`hedges`]), whether
//! what a verb or noun tells is confirmed, alleged, denied or expected ([`factuality`]), claims
//! ([`claims`]) and events ([`events`]), in this order: each reads what those before it found.

mod claims;
mod events;
mod factuality;
mod hedges;
mod lexicon;
mod quotes;
mod reading;
#[cfg(test)]
mod tests;

use copydesk_core::{
    Span,
    record::{Claim, ClaimStatus, Event, Quote},
};
pub(crate) use quotes::reporting;
pub(crate) use reading::{Reading, names};

/// What is said in a text.
#[derive(Debug, Default)]
pub(crate) struct Statements {
    pub(crate) quotes: Vec<Quote>,
    pub(crate) claims: Vec<Claim>,
    pub(crate) events: Vec<Event>,
}

/// Reads what is said in a text.
#[inline(never)] // a row of `cargo xtask profile`
pub(crate) fn read(reading: &Reading<'_>) -> Statements {
    let quotes = quotes::read(reading);
    let hedges = hedges::read(reading);
    let facts = factuality::Facts::read(reading, &quotes, &hedges);
    let mut claims = claims::read(reading, &quotes, &hedges, &facts);
    let events = events::read(reading, &facts, &mut claims);
    Statements {
        quotes,
        claims,
        events,
    }
}

/// The status of every verb and noun of a text, in order: as the article has it, and as whoever
/// tells it has it.
pub(crate) fn statuses(reading: &Reading<'_>) -> Vec<(Span, [ClaimStatus; 2])> {
    let quotes = quotes::read(reading);
    let hedges = hedges::read(reading);
    let facts = factuality::Facts::read(reading, &quotes, &hedges);
    let told = factuality::Facts::told(reading, &hedges);
    (0..reading.tokens.len())
        .filter(|&token| {
            let tag = reading.syntax.tag(token);
            tag.is_verb() || tag.is_noun() || tag.is_adjective()
        })
        .map(|token| {
            (
                reading.tokens[token].span,
                [facts.status(token), told.status(token)],
            )
        })
        .collect()
}
