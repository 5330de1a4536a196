//! Lines that are furniture wherever they stand.
//!
//! *What*: asks the lexicon about every line that is no long paragraph, and finds captions by
//! their credit.
//! *Why*: the same phrases furnish all pages; what depends on the place comes later.
//! *Example*: `Leave a Reply` → dropped as comments.
//! *Known misses*: furniture in free words.

use copydesk_core::record::DropReason;

use super::{caption, item::Item};
use crate::lexicon;

pub(super) fn mark(items: &mut [Item]) {
    for item in items {
        let furniture = lexicon::furniture(&item.text);
        item.near = furniture.near;
        let Some(reason) = furniture.reason else {
            if !item.bullet && caption::is_caption(&item.text) {
                item.drop_as(DropReason::Caption);
            }
            continue;
        };
        // A point of a list may well begin with `Contact us` or `Sign up for the`: there the
        // first words are not enough.
        let loose = matches!(
            reason,
            DropReason::Newsletter
                | DropReason::Paywall
                | DropReason::Related
                | DropReason::Contact
                | DropReason::Credit
        );
        if item.bullet && loose && (item.words > 4 || reason == DropReason::Credit) {
            continue;
        }
        item.drop_as(reason);
    }
}

/// Takes back what is furniture only above and below the text: between the paragraphs, `body`
/// to `last`, a date or a `By` is the heading of a chronicle or a list of books.
pub(super) fn restore(items: &mut [Item], body: usize, last: usize) {
    for at in body..last.min(items.len()) {
        let apart = matches!(
            items[at].dropped,
            Some(DropReason::Byline | DropReason::Date)
        );
        let beside = [at.wrapping_sub(1), at + 1]
            .iter()
            .any(|&other| items.get(other).is_some_and(|item| !item.kept()));
        if apart && !beside {
            items[at].dropped = None;
        }
    }
}
