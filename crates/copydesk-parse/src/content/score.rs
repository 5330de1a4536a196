//! How sure it is that a page is an article and not a front page, a listing or a shop.
//!
//! *What:* much prose in one place, little elsewhere, and what the metadata say.
//!
//! *Known misses:* very short news; a front page that prints whole articles.

use copydesk_core::record::BlockKind;

use super::{Decision, region::Region};
use crate::html::blocks::Page;

/// Evidence from the metadata.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Signals {
    /// JSON-LD or `og:type` say that it is an article.
    pub(crate) says_article: bool,
    /// `og:type` says that it is a site, a product or the like.
    pub(crate) says_other: bool,
    pub(crate) has_date: bool,
    pub(crate) has_byline: bool,
    /// Prose of a body that is not on the page, in bytes, and the number of its paragraphs.
    pub(crate) other_prose: (u32, u32),
}

/// The score, 0 to 1.
pub(crate) fn article_score(
    page: &Page,
    region: &Region,
    decisions: &[Decision],
    signals: Signals,
) -> f32 {
    let (mut kept, mut paragraphs, mut linked, mut all, mut headings) =
        (0u32, 0u32, 0u32, 0u32, 0u32);
    for (block, decision) in page.blocks.iter().zip(decisions) {
        all += block.words.len() as u32;
        if decision.dropped.is_none() {
            let length = block.prose;
            kept += length;
            linked += block.linked;
            paragraphs += u32::from(length > 0);
            headings += u32::from(block.kind == BlockKind::Heading);
        }
    }
    let (prose, count) = signals.other_prose;
    (kept, all, paragraphs) = (kept + prose, all + prose, paragraphs + count);
    if all == 0 {
        return 0.0;
    }
    let ramp = |value: u32, full: f32| (value as f32 / full).min(1.0);
    let mut score = 0.35 * ramp(kept, 1500.0) + 0.15 * ramp(paragraphs, 5.0);
    score += 0.15 * ramp(kept, all as f32 * 0.5);
    score += if signals.says_article { 0.2 } else { 0.0 };
    score += if signals.has_date { 0.1 } else { 0.0 };
    score += if signals.has_byline { 0.05 } else { 0.0 };
    if signals.says_other {
        score -= 0.15;
    }
    // Teasers: as many headings as paragraphs, and most of them links.
    if headings > 3 && headings >= paragraphs {
        score -= 0.15;
    }
    if linked * 2 > kept.max(1) {
        score -= 0.2;
    }
    if region.prose * 2 < region.page_prose {
        score -= 0.1;
    }
    score.clamp(0.0, 1.0)
}
