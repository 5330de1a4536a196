//! What stands behind the text.
//!
//! *What*: finds the line at which the article is over (comment form, related posts, author
//! box, copyright) and drops everything behind it, each line under the mark that it follows.
//! *Why*: behind such a mark pages list teasers and comments that read like paragraphs.
//! *Example*: `3 Comments`, then twenty long paragraphs by readers → all dropped.
//! *Known misses*: teasers and comments without a mark before them.

use copydesk_core::record::DropReason;

use super::item::Item;
use crate::lexicon;

/// Characters of prose that stand before the mark of an article that is over, at least.
const LEAST_PROSE: usize = 300;

/// Characters of prose that may be a whole article: a count of comments above it stands in the
/// head, one below it heads the comments, and these may be much longer than the article.
const WHOLE_ARTICLE: usize = 1200;

/// Drops the foot. Returns the index of its first item.
pub(super) fn mark(items: &mut [Item], body: usize) -> usize {
    let end = over(items, body).unwrap_or(items.len());
    let mut reason = DropReason::OutsideArticle;
    for item in &mut items[end..] {
        if let Some(own) = item.dropped {
            // Buttons between teasers do not change what the list is.
            if opens(own) {
                reason = own;
            }
        } else {
            item.drop_as(lexicon::classify_near(&item.text).unwrap_or(reason));
        }
    }
    tail(items, body, end);
    end
}

/// Where the article is over.
fn over(items: &[Item], body: usize) -> Option<usize> {
    let prose = |item: &Item| {
        if item.prose && item.kept() {
            item.text.len()
        } else {
            0
        }
    };
    let total: usize = items.iter().map(prose).sum();
    let mut before: usize = items.iter().take(body).map(prose).sum();
    let to_prose = before_prose(items);
    for (at, item) in items.iter().enumerate().skip(body) {
        before += prose(item);
        let Some(reason) = item.dropped else {
            continue;
        };
        if before < LEAST_PROSE {
            continue;
        }
        let behind = (total - before) as f32 / total as f32;
        let most = match reason {
            DropReason::Comments if is_form(items, at) => 0.9,
            DropReason::Comments if before >= WHOLE_ARTICLE => 0.8,
            DropReason::Comments => 0.4,
            // A line that offers a single article stands between paragraphs too.
            DropReason::Related if !heads_list(item) || to_prose[at] => 0.0,
            DropReason::Related | DropReason::AuthorBox => 0.3,
            DropReason::Copyright => 0.2,
            DropReason::Share
            | DropReason::Newsletter
            | DropReason::Tags
            | DropReason::Truncation => 0.1,
            DropReason::Navigation
            | DropReason::SiteFurniture
            | DropReason::Cookies
            | DropReason::Contact => 0.05,
            _ => 0.0,
        };
        if behind <= most && most > 0.0 {
            return Some(at);
        }
    }
    None
}

/// Whether a comment form or thread begins here: another mark of comments is near.
fn is_form(items: &[Item], at: usize) -> bool {
    items[at + 1..]
        .iter()
        .take(8)
        .any(|item| item.dropped == Some(DropReason::Comments))
}

/// Whether the line is short enough to be the heading of a list of articles.
fn heads_list(item: &Item) -> bool {
    let text = item.text.trim_end_matches([':', ' ']);
    item.words <= 6 && !text.contains(':')
}

/// For every item, whether the next kept one behind it is a paragraph.
fn before_prose(items: &[Item]) -> Vec<bool> {
    let mut next = false;
    let mut found = vec![false; items.len()];
    for (at, item) in items.iter().enumerate().rev() {
        found[at] = next;
        if item.kept() {
            next = item.prose;
        }
    }
    found
}

/// Whether what follows a line of this kind belongs to it.
fn opens(reason: DropReason) -> bool {
    matches!(
        reason,
        DropReason::Comments
            | DropReason::Related
            | DropReason::AuthorBox
            | DropReason::Newsletter
            | DropReason::Tags
    )
}

/// Behind the last paragraph, from the first line of furniture on, nothing is text.
fn tail(items: &mut [Item], body: usize, end: usize) {
    let last = items[..end]
        .iter()
        .rposition(|item| item.prose && item.kept())
        .map_or(body, |last| last + 1);
    let mut reason = None;
    for item in &mut items[last.min(end)..end] {
        if let Some(own) = item.dropped {
            if reason.is_none() || opens(own) {
                reason = Some(own);
            }
        } else {
            let near = lexicon::classify_near(&item.text);
            if let Some(reason) = reason {
                let inherited = if opens(reason) {
                    reason
                } else {
                    DropReason::SiteFurniture
                };
                item.drop_as(near.unwrap_or(inherited));
            } else if let Some(near) = near {
                item.drop_as(near);
                reason = Some(near);
            }
        }
    }
}
