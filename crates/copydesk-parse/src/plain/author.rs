//! The note about the author under the text.
//!
//! *What*: one of the last paragraphs that begins with a name of the byline and says what the
//! author does or how to write to them.
//! *Why*: such notes have no heading on many sites.
//! *Example*: `Anna Lind writes about eels. Reach her at anna@harbour.example`.
//! *Known misses*: notes about an author whom no byline names.

use copydesk_core::record::DropReason;

use super::item::Item;
use crate::lexicon::fold;

/// Only the last paragraphs are looked at.
const LAST: usize = 4;

const CUES: &[&str] = &[
    " writes ",
    " covers ",
    " reports ",
    " is a ",
    " is an ",
    " is the ",
    " has been ",
    " has covered ",
    " joined ",
    " works ",
    "@",
    " follow ",
    " ist ",
    " est ",
    " es ",
    " schreibt ",
    " écrit ",
    " escribe ",
];

pub(super) fn mark(items: &mut [Item], names: &[String]) {
    let mut seen = 0;
    for at in (0..items.len()).rev() {
        if !items[at].kept() {
            continue;
        }
        let text = &items[at].text;
        let about = names
            .iter()
            .any(|name| name.len() >= 5 && text.starts_with(name.as_str()));
        if about && text.len() < 900 {
            let folded = fold(text, 200);
            if CUES.iter().any(|cue| folded.contains(cue)) {
                items[at].drop_as(DropReason::AuthorBox);
            }
        }
        seen += 1;
        if seen == LAST {
            break;
        }
    }
}
