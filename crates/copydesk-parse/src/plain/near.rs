//! Small lines between furniture.
//!
//! *What*: a line of a few words with furniture on both sides goes with it; so does a word
//! that is furniture only in company (`Next`, `17`) with furniture on one side.
//! *Why*: share counters, sections and names of widgets have no fixed words.
//! *Example*: `0`, `SHARES`, `17`, `VIEWS`; `in Europe` between a date and a reading time.
//! *Known misses*: two or more unknown lines in a row inside the text.

use copydesk_core::record::DropReason;

use super::item::Item;
use crate::lexicon;

/// Lines of the head or foot are dropped with up to this many words.
const MOST_WORDS: usize = 5;

/// `body` is the first paragraph, `end` the item behind the last one.
pub(super) fn mark(items: &mut [Item], title: Option<usize>, body: usize, end: usize) {
    // A number is a counter above and below the text, inside it is a cell or a rank.
    let counts = |at: usize, item: &Item| {
        item.words <= 6 && (!(body..end).contains(&at) || item.text.contains(char::is_alphabetic))
    };
    for at in 0..items.len() {
        if items[at].kept()
            && !items[at].prose
            && counts(at, &items[at])
            && beside(items, at)
            && let Some(reason) = lexicon::classify_near(&items[at].text)
        {
            items[at].drop_as(reason);
        }
    }
    // The same from below, for a counter above its word.
    for at in (0..items.len()).rev() {
        if items[at].kept()
            && !items[at].prose
            && counts(at, &items[at])
            && beside(items, at)
            && let Some(reason) = lexicon::classify_near(&items[at].text)
        {
            items[at].drop_as(reason);
        }
    }
    let head = title.map_or(0, |title| title + 1)..body.min(items.len());
    let foot = end.min(items.len())..items.len();
    for at in head.chain(foot) {
        let item = &items[at];
        let small = item.kept()
            && !item.prose
            && item.words <= MOST_WORDS
            && !item.ends_sentence()
            && !item.bullet;
        let between =
            at > 0 && furniture(&items[at - 1]) && items.get(at + 1).is_none_or(furniture);
        if small && between {
            items[at].drop_as(DropReason::SiteFurniture);
        }
    }
}

fn beside(items: &[Item], at: usize) -> bool {
    (at > 0 && furniture(&items[at - 1])) || items.get(at + 1).is_some_and(furniture)
}

/// Whether the item is furniture, as against a title, a caption or a repetition.
fn furniture(item: &Item) -> bool {
    !matches!(
        item.dropped,
        None | Some(
            DropReason::TitleApart
                | DropReason::ImageAlt
                | DropReason::Caption
                | DropReason::Repeated
        )
    )
}
