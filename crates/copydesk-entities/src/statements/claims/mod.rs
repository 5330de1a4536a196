//! Claims.

use copydesk_core::record::{Claim, Hedge, Quote};

use super::{Reading, factuality::Facts};

pub(super) fn read(
    _reading: &Reading<'_>,
    _quotes: &[Quote],
    _hedges: &[Hedge],
    _facts: &Facts,
) -> Vec<Claim> {
    Vec::new()
}
