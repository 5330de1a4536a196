//! Factuality.

use copydesk_core::record::{ClaimStatus, Hedge, Quote};

use super::Reading;

/// Whether what the words of a text tell is so.
#[derive(Debug)]
pub(crate) struct Facts {}

impl Facts {
    pub(super) fn read(_reading: &Reading<'_>, _quotes: &[Quote], _hedges: &[Hedge]) -> Self {
        Self {}
    }

    /// The status of what the verb or noun at a token tells.
    pub(crate) fn status(&self, _token: usize) -> ClaimStatus {
        ClaimStatus::Confirmed
    }
}
