//! The scorer has its say after the rules.
//!
//! *What:* every block that is open (see [`Extractor::is_open`]) gets a score from the model;
//! the score decides, in both directions.
//!
//! *Why after:* the rules name their reasons, and what they decide about a block and its
//! neighbours is the best evidence that the model has.

use std::sync::LazyLock;

use copydesk_core::record::{BlockKind, DropReason};

use super::{
    decide::{Decision, drop_empty_headings},
    features::Extractor,
    region::Region,
    repeated::{drop_contained, drop_repeated},
    title::Title,
};
use crate::{
    html::{
        blocks::{Page, PageBlock},
        tree::Tree,
    },
    trees::{Forest, model::Model},
};

/// The shipped model; see the model card in `models/blocks.md`.
static MODEL: LazyLock<Model> = LazyLock::new(|| {
    Model::from_bytes(include_bytes!("../../models/blocks.bin")).unwrap_or_default()
});
static FOREST: LazyLock<Option<Forest>> = LazyLock::new(|| Forest::of(&MODEL));

/// The model that ships with the crate.
#[cfg(test)]
pub(crate) fn model() -> &'static Model {
    &MODEL
}

/// Log-odds above which a block is kept that the rules drop: they have a reason.
const RESTORE: f32 = 0.5;

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
    let Some(forest) = &*FOREST else {
        return;
    };
    let extractor = Extractor::new(tree, decoded, page, region, title, decisions);
    let open: Vec<usize> = (0..page.blocks.len())
        .filter(|&at| extractor.is_open(at))
        .collect();
    let mut weigher = extractor.weigher();
    let mut scores = vec![None; page.blocks.len()];
    for open in open.chunks(BATCH) {
        let mut rows: Vec<_> = open.iter().map(|&at| extractor.features(at)).collect();
        weigher.weigh(open, &mut rows);
        for (&at, score) in open.iter().zip(forest.scores(&rows)) {
            scores[at] = Some(score);
        }
    }
    apply(tree, page, decisions, &scores);
}

/// What becomes of blocks with these log-odds; blocks without stay as they are.
pub(crate) fn apply(tree: &Tree, page: &Page, decisions: &mut [Decision], scores: &[Option<f32>]) {
    let scores = of_one_mind(page, scores);
    let mut kept_anew = false;
    for ((block, decision), score) in page.blocks.iter().zip(&mut *decisions).zip(&scores) {
        match (score, decision.dropped) {
            (Some(score), None) if *score < lowest(block) => {
                decision.dropped = Some(DropReason::OutsideArticle);
            }
            (Some(score), Some(_)) if *score > RESTORE => {
                decision.dropped = None;
                kept_anew = true;
            }
            _ => {}
        }
    }
    // What was kept anew may say again what was kept before.
    if kept_anew {
        drop_repeated(tree, page, decisions);
    }
    drop_contained(page, decisions);
    drop_empty_headings(page, decisions);
}

/// Log-odds below which a block is dropped that the rules keep.
fn lowest(block: &PageBlock) -> f32 {
    match block.kind {
        // The bodies that were learned from leave out many a table that a reader would miss.
        BlockKind::TableRow => -1.2,
        _ => 0.0,
    }
}

/// The scores with the mean of all rows for each row of a table, and at least the mean of all
/// items for each item of a list: half a table is none, and a short item is like the others.
fn of_one_mind(page: &Page, scores: &[Option<f32>]) -> Vec<Option<f32>> {
    let mut scores = scores.to_vec();
    let mut at = 0;
    while at < scores.len() {
        let first = &page.blocks[at];
        let same = page.blocks[at..]
            .iter()
            .take_while(|block| block.group == first.group && block.kind == first.kind)
            .count();
        let group = &mut scores[at..at + same];
        let known: Vec<f32> = group.iter().copied().flatten().collect();
        let mean = known.iter().sum::<f32>() / known.len().max(1) as f32;
        for score in group.iter_mut().flatten() {
            match first.kind {
                BlockKind::TableRow => *score = mean,
                BlockKind::ListItem => *score = score.max(mean),
                _ => {}
            }
        }
        at += same.max(1);
    }
    scores
}
