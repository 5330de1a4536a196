//! Quotes.

use copydesk_core::record::Quote;

use super::Reading;

pub(super) fn read(_reading: &Reading<'_>) -> Vec<Quote> {
    Vec::new()
}
