//! Hedges.

use copydesk_core::record::Hedge;

use super::Reading;

pub(super) fn read(_reading: &Reading<'_>) -> Vec<Hedge> {
    Vec::new()
}
