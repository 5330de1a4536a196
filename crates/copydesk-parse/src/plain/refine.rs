//! The scorer has its say after the rules.
//!
//! *What*: every item that is open (see [`Extractor::is_open`]) gets a score from the model. A
//! kept one with a low score is dropped as outside the article; a dropped one comes back only
//! where the score is high, since the rules that named a reason are mostly right.
//! *Why*: teasers, comments and notes about the site in free words.
//! *Example*: after the last paragraph, `The 9 oldest trees in the world` above a date.
//! *Known misses*: comments that are written like the article.

use std::sync::LazyLock;

use copydesk_core::record::DropReason;

use super::{
    features::{Extractor, Places},
    item::Item,
};
use crate::trees::{Forest, model::Model};

/// Log-odds under which a kept item is dropped. At 0 a fifth of what is dropped on text that an
/// extractor left is wrong and F1 no better; see the model card.
const DROP_BELOW: f32 = -2.2;

/// The same in furnished text.
const DROP_BELOW_FURNISHED: f32 = -0.8;

/// Text is furnished where the rules drop this share of its lines: then nobody has cleaned it,
/// and one more line that does not look like the article is none.
const FURNISHED: f32 = 0.3;

/// Log-odds over which a dropped item comes back.
const KEEP_ABOVE: f32 = 0.5;

/// Items whose features are in memory at a time.
const AT_ONCE: usize = 256;

/// The shipped model; see the model card in `models/lines.md`.
static MODEL: LazyLock<Model> = LazyLock::new(|| {
    Model::from_bytes(include_bytes!("../../models/lines.bin")).unwrap_or_default()
});
static FOREST: LazyLock<Option<Forest>> = LazyLock::new(|| Forest::of(&MODEL));

/// The model that ships with the crate.
#[cfg(test)]
pub(crate) fn model() -> &'static Model {
    &MODEL
}

/// Overrules the rules where the model says so.
pub(super) fn refine(items: &mut [Item], places: Places) {
    let Some(forest) = &*FOREST else {
        return;
    };
    let extractor = Extractor::new(items, places);
    let open: Vec<usize> = (0..items.len())
        .filter(|&at| extractor.is_open(at))
        .collect();
    let mut scores = vec![None; items.len()];
    for open in open.chunks(AT_ONCE) {
        let rows: Vec<_> = open.iter().map(|&at| extractor.features(at)).collect();
        for (&at, score) in open.iter().zip(forest.scores(&rows)) {
            scores[at] = Some(score);
        }
    }
    apply(items, &scores);
}

/// What becomes of items with these log-odds; items without stay as they are.
pub(crate) fn apply(items: &mut [Item], scores: &[Option<f32>]) {
    let dropped = items.iter().filter(|item| !item.kept()).count();
    let drop_below = if dropped as f32 >= FURNISHED * items.len() as f32 {
        DROP_BELOW_FURNISHED
    } else {
        DROP_BELOW
    };
    for (item, score) in items.iter_mut().zip(scores) {
        match (score, item.dropped) {
            (Some(score), None) if *score < drop_below => {
                item.dropped = Some(DropReason::OutsideArticle);
            }
            (Some(score), Some(_)) if *score > KEEP_ABOVE => item.dropped = None,
            _ => {}
        }
    }
}
