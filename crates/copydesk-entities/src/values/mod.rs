//! Dates, amounts and patterns with resolved values.

use copydesk_core::{
    Token,
    record::{Amount, Pattern, Temporal},
};

/// The temporal expressions of a text, in order, without overlap. `reference` is the day that
/// relative dates count from, as `YYYY-MM-DD`.
pub fn dates(_text: &str, _tokens: &[Token], _reference: Option<&str>) -> Vec<Temporal> {
    Vec::new()
}

/// Money, percentages, quantities, ordinals and other numbers, in order, without overlap.
pub fn amounts(_text: &str, _tokens: &[Token]) -> Vec<Amount> {
    Vec::new()
}

/// E-mail addresses, URLs, phone numbers, handles, hashtags and IP addresses, in order.
pub fn patterns(_text: &str) -> Vec<Pattern> {
    Vec::new()
}
