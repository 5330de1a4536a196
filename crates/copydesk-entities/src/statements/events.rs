//! Events.

use copydesk_core::record::{Claim, Event};

use super::{Reading, factuality::Facts};

pub(super) fn read(_reading: &Reading<'_>, _facts: &Facts, _claims: &[Claim]) -> Vec<Event> {
    Vec::new()
}
