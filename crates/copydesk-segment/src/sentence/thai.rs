//! Thai and Lao: a space is all that parts two sentences.
//!
//! Why: the scripts have no full stop. A space stands between clauses and sentences, and around
//! numbers, names and words of other scripts; after a long enough stretch it is taken for the end
//! of a sentence.
//!
//! Known misses: a space after a long clause of the same sentence, a short sentence.

use super::{Context, Verdict};
use crate::chars::{char_at, is_thai};

/// The least length of a sentence, in bytes: twenty letters.
const LEAST: usize = 60;

/// Judges a letter at a byte that a space follows.
pub(super) fn judge(context: &Context<'_>, at: usize) -> Verdict {
    let end = at + 3;
    let goes_on = char_at(context.text, end + 1).is_some_and(is_thai);
    if goes_on && end - context.body.max(context.start) >= LEAST {
        Verdict::End(end)
    } else {
        Verdict::Resume(end)
    }
}
