//! Mentions, entities, dates, amounts and patterns in news text.

pub mod values;
