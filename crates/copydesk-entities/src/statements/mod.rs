//! Who says what, whether it is so, and what happened.
//!
//! *What*: quotes with their speakers ([`quotes`]), words that hold back ([`hedges`]), whether
//! what a verb or noun tells is confirmed, alleged, denied or expected ([`factuality`]), claims
//! ([`claims`]) and events ([`events`]), in this order: each reads what those before it found.

mod claims;
mod events;
mod factuality;
mod hedges;
mod quotes;
mod reading;

use copydesk_core::record::{Claim, Event, Quote};
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
pub(crate) fn read(reading: &Reading<'_>) -> Statements {
    let quotes = quotes::read(reading);
    let hedges = hedges::read(reading);
    let facts = factuality::Facts::read(reading, &quotes, &hedges);
    let claims = claims::read(reading, &quotes, &hedges, &facts);
    let events = events::read(reading, &facts, &claims);
    Statements {
        quotes,
        claims,
        events,
    }
}
