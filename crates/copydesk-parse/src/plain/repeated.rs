//! Sentences that stand in the text twice.
//!
//! *What*: drops a paragraph that was there before, and a short paragraph that is part of one
//! of its neighbours (a pull quote).
//! *Why*: pages repeat a sentence in large type, or the text in a summary.
//! *Example*: a line that is a sentence of the paragraph above → dropped as repeated.
//! *Known misses*: pull quotes that change a word.

use std::collections::HashSet;

use copydesk_core::record::DropReason;

use super::item::Item;

/// Shorter lines repeat by right: headings, answers, cells.
const SHORTEST: usize = 60;
/// A pull quote is no longer than this, in bytes.
const LONGEST_QUOTE: usize = 320;
/// Paragraphs on each side in which the quote is looked for.
const REACH: usize = 6;

pub(super) fn mark(items: &mut [Item]) {
    let mut seen: HashSet<&str> = HashSet::new();
    let mut repeated = Vec::new();
    for (at, item) in items.iter().enumerate() {
        if item.kept() && item.prose && item.text.len() >= SHORTEST && !seen.insert(&item.text) {
            repeated.push(at);
        }
    }
    for (at, item) in items.iter().enumerate() {
        if item.kept()
            && item.words >= 8
            && (40..=LONGEST_QUOTE).contains(&item.text.len())
            && !item.bullet
        {
            let quote = item.text.trim_matches(|c: char| {
                "\"\u{201C}\u{201D}\u{201E}\u{AB}\u{BB}'\u{2018}\u{2019} ".contains(c)
            });
            let quote = memchr::memmem::Finder::new(quote);
            let near = items[at.saturating_sub(REACH)..].iter().take(2 * REACH + 1);
            let held = near
                .filter(|other| {
                    other.kept() && other.prose && other.text.len() > item.text.len() + 20
                })
                .any(|other| quote.find(other.text.as_bytes()).is_some());
            if held {
                repeated.push(at);
            }
        }
    }
    for at in repeated {
        items[at].drop_as(DropReason::Repeated);
    }
}
