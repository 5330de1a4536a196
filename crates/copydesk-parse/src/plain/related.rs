//! Lists of other articles inside the text.
//!
//! *What*: the headlines behind a line such as `You might also like` go with it, up to the next
//! paragraph or blank line.
//! *Why*: their titles look like subheads, and they are not part of this article.
//! *Example*: `Related Posts`, two headlines, blank line, text → three lines dropped.
//! *Known misses*: a subhead right behind the list in text without blank lines.

use copydesk_core::record::DropReason;

use super::item::Item;

/// Headlines in one box, at most.
const MOST_LINES: usize = 12;

pub(super) fn mark(items: &mut [Item]) {
    let mut at = 0;
    while at < items.len() {
        let opens = items[at].dropped == Some(DropReason::Related) && items[at].words <= 8;
        at += 1;
        if !opens {
            continue;
        }
        let first = at;
        while at < items.len() && at - first < MOST_LINES {
            let item = &items[at];
            // A blank line ends the box, if the box did not begin with one.
            let apart = item.after_blank
                && (at > first || items[first..].iter().take(2).all(|i| !i.after_blank));
            let headline = item.kept()
                && !item.prose
                && item.words >= 3
                && item.words <= 24
                && !item.text.ends_with(['.', ';', ','])
                && !(at == first && item.after_blank && !follows(items, at));
            if apart || !headline {
                break;
            }
            items[at].drop_as(DropReason::Related);
            at += 1;
        }
    }
}

/// Whether the line behind `at` is short as well: one line alone behind a blank is a subhead.
fn follows(items: &[Item], at: usize) -> bool {
    items.get(at + 1).is_none_or(|next| !next.prose)
}
