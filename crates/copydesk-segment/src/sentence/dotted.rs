//! Words with inner full stops: what follows `U.S.`, `p.m.`, `B.C.`, `Ph.D.`?
//!
//! Why: they are the abbreviations that most often do end a sentence, and each kind tells so in
//! its own way: a country by the word after it, a time by whether its clause has begun.
//!
//! Example: `At 5 a.m. Osei woke` is one; `He woke at 5 a.m. Osei slept` is two.
//!
//! Known misses: `in the U.S. Osei said`, where a name starts the next sentence.

use super::Context;
use super::next_word::{NextWord, Opening, word_at};
use crate::bytes::at as byte_at;

/// Whether the sentence ends after a word such as `U.S`, `a.m`, `Ph.D` that starts at `start`.
pub(super) fn ends(context: &Context<'_>, start: usize, word: &[u8], next: &NextWord<'_>) -> bool {
    let is = |form: &str| word.eq_ignore_ascii_case(form.as_bytes());
    if is("e.g") || is("i.e") || is("p.s") {
        return false;
    }
    // A host or file name ends as a word does.
    if word.split(|b| *b == b'.').any(|part| part.len() > 2) {
        return true;
    }
    if word.iter().all(|b| b.is_ascii_digit() || *b == b'.') {
        return true;
    }
    if ["a.m", "p.m", "b.c", "a.d", "b.c.e", "c.e"]
        .iter()
        .any(|form| is(form))
    {
        return after_time(context, start, next);
    }
    if word.iter().any(u8::is_ascii_lowercase)
        || matches!(
            word,
            b"M.D" | b"J.D" | b"LL.M" | b"LL.B" | b"M.B.A" | b"B.A" | b"M.A"
        )
    {
        // A degree: `earned her Ph.D. Osei was proud`, but `Osei, Ph.D. Economics`.
        let listed = context.bytes[..start].trim_ascii_end().ends_with(b",");
        return next.is_starter() || (!listed && next.opening == Opening::Upper);
    }
    next.is_starter()
}

/// `5 p.m.` and `44 B.C.`: a zone or a day belongs to it; a time that opens the sentence is
/// followed by its clause, a time that closes one by the next sentence.
fn after_time(context: &Context<'_>, start: usize, next: &NextWord<'_>) -> bool {
    if next.is_starter() {
        return true;
    }
    if next.opening != Opening::Upper {
        // `7 p.m. 7 a.m. is before dinner`
        return next.opening == Opening::Number && repeats_time(context, next);
    }
    if is_zone(next.word)
        || (byte_at(context.bytes, next.start + 1) == b'.' && next.word.len() == 1)
    {
        return false;
    }
    !opens_with_preposition(context, start)
}

/// Whether a time of day follows, so that the one before it closed a sentence.
fn repeats_time(context: &Context<'_>, next: &NextWord<'_>) -> bool {
    let after = &context.bytes[next.start + next.word.len()..];
    after.starts_with(b" a.m.") || after.starts_with(b" p.m.")
}

/// Names that follow a time: `EST`, `Eastern`, `Monday`, `March`.
pub(super) fn is_zone(word: &str) -> bool {
    const ZONES: &[&str] = &[
        "Eastern",
        "Central",
        "Mountain",
        "Pacific",
        "Greenwich",
        "Moscow",
        "Beijing",
        "Tokyo",
        "Local",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    (matches!(word.len(), 2..=5) && word.bytes().all(|b| b.is_ascii_uppercase()))
        || ZONES.contains(&word)
}

/// Whether the clause that a time closes is only an opening phrase: `On Monday at 6 a.m. Osei`.
fn opens_with_preposition(context: &Context<'_>, before: usize) -> bool {
    const PREPOSITIONS: &[&str] = &[
        "At", "On", "In", "By", "Around", "About", "Before", "After", "Since", "Until", "From",
        "at", "in", "on", "around", "by",
    ];
    let floor = context.start.max(before.saturating_sub(80));
    let clause = context.bytes[floor..before]
        .windows(2)
        .rposition(|pair| matches!(pair[0], b':' | b';') && pair[1] == b' ')
        .map_or(context.start, |colon| floor + colon + 2);
    let mut start = clause;
    while start < before && !context.bytes[start].is_ascii_alphanumeric() {
        start += 1;
    }
    PREPOSITIONS.contains(&word_at(context.text, start))
        || (byte_at(context.bytes, start).is_ascii_digit() && start + 8 > before)
}
