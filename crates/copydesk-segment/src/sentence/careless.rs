//! Sentences that start in lower case.
//!
//! Why: comments, messages and transcripts are often written without capitals. Edited text
//! never is, so the rule asks for a sign of it: the sentence before began in lower case too, or
//! a plain word is followed by a pronoun or article.
//!
//! Example: `i like it. do you?` is two; `a cafe approx. the size of a bus` is one.
//!
//! Known misses: a lower-case sentence after a capitalised one that starts with another word.

use super::Context;
use super::full_stop::word_before;
use super::next_word::NextWord;
use crate::abbreviations;

/// Whether a lower-case word starts a sentence: one pronoun or article after a plain word, or
/// anything where the writer started the sentence before in lower case as well.
pub(super) fn ends(context: &Context<'_>, at: usize, strong: bool, next: &NextWord<'_>) -> bool {
    if next.opened || !(context.informal || (!strong && next.is_careless_starter())) {
        return false;
    }
    let plain = |word: &[u8]| {
        word.len() > 1
            && word.iter().all(u8::is_ascii_lowercase)
            && abbreviations::kind(word).is_none()
    };
    (strong && context.informal) || word_before(context, at).is_some_and(plain)
}
