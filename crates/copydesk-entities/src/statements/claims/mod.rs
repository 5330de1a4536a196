//! Claims.

use copydesk_core::record::{Claim, ClaimStatus, Hedge, Quote, SourceKind};

use super::{Reading, factuality::Facts};

pub(super) fn read(
    _reading: &Reading<'_>,
    _quotes: &[Quote],
    hedges: &[Hedge],
    _facts: &Facts,
) -> Vec<Claim> {
    hedges.iter().map(|hedge| Claim {
        content: hedge.scope, source: None, source_entity: None, source_kind: SourceKind::Article,
        cue: Some(hedge.cue), status: ClaimStatus::Alleged, hedges: vec![hedge.clone()], denied_by: Vec::new(), quote: None }).collect()
}
