//! The scorer has its say after the rules.
//!
//! *What:* every block that is open (see [`Extractor::is_open`]) gets a score from the model;
//! the score decides, in both directions.
//!
//! *Why after:* the rules name their reasons, and what they decide about a block and its
//! neighbours is the best evidence that the model has.

use copydesk_core::record::DropReason;

use super::{
    decide::{Decision, drop_empty_headings},
    features::Extractor,
    forest::Forest,
    region::Region,
    title::Title,
};
use crate::html::{blocks::Page, tree::Tree};

/// Blocks that are scored together: their numbers stay in the cache while all trees are asked.
const BATCH: usize = 64;

/// Overrules the rules where the model says so.
pub(crate) fn refine(
    tree: &Tree,
    decoded: &str,
    page: &Page,
    region: &Region,
    title: &Title,
    decisions: &mut [Decision],
) {
    let Some(forest) = Forest::shipped() else {
        return;
    };
    let extractor = Extractor::new(tree, decoded, page, region, title, decisions);
    let open: Vec<usize> = (0..page.blocks.len())
        .filter(|&at| extractor.is_open(at))
        .collect();
    let mut scores = vec![None; page.blocks.len()];
    for open in open.chunks(BATCH) {
        let rows: Vec<_> = open.iter().map(|&at| extractor.features(at)).collect();
        for (&at, score) in open.iter().zip(forest.scores(&rows)) {
            scores[at] = Some(score);
        }
    }
    apply(page, decisions, &scores);
}

/// What becomes of blocks with these log-odds; blocks without stay as they are.
pub(crate) fn apply(page: &Page, decisions: &mut [Decision], scores: &[Option<f32>]) {
    for (decision, score) in decisions.iter_mut().zip(scores) {
        match (score, decision.dropped) {
            (Some(score), None) if *score < 0.0 => {
                decision.dropped = Some(DropReason::OutsideArticle);
            }
            (Some(score), Some(_)) if *score > 0.0 => decision.dropped = None,
            _ => {}
        }
    }
    drop_empty_headings(page, decisions);
}
