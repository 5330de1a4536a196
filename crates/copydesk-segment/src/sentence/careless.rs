//! Sentences that start in lower case.
//!
//! Why: comments, messages and transcripts are often written without capitals. Edited text
//! never is, so the rule asks for a sign of it: one of the sentences before began in lower case
//! too, or a plain word is followed by a pronoun or article, or a question mark by anything but a
//! verb of saying or a conjunction.
//!
//! Example: `i like it. do you?` is two, `Lunch? any plans?` as well; `a cafe approx. the size
//! of a bus` and `Why? he asked` are one.
//!
//! Known misses: a lower-case sentence after a capitalised one that starts with another word.

use super::full_stop::word_before;
use super::next_word::NextWord;
use super::{Context, words};
use crate::abbreviations;

/// Whether a lower-case word starts a sentence behind the terminator at `at`; `strong` is false
/// for a full stop.
pub(super) fn ends(context: &Context<'_>, at: usize, strong: bool, next: &NextWord<'_>) -> bool {
    if next.opened {
        return false;
    }
    let plain = || {
        word_before(context, at).is_some_and(|word| {
            word.len() > 1
                && word.iter().all(u8::is_ascii_lowercase)
                && abbreviations::kind(word).is_none()
        })
    };
    if strong {
        let asks = context.bytes[at] == b'?'
            && !words::SAYING.contains(&next.word)
            && !matches!(next.word, "and" | "but" | "nor" | "or")
            && plain();
        return context.informal || asks;
    }
    (context.informal || next.is_careless_starter()) && plain()
}
