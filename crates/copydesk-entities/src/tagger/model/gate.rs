//! The gate: which words the model looks at.
//!
//! *What*: runs of words around capitals: the capitalised words, what stands between two of them
//! (`Bank of the West`), numbers and hyphens behind one (`COVID-19`) and a small word before a
//! hyphen and one (`al-Shabab`).
//! *Why*: names in news have capitals; three words in four need neither features nor labels.
//! *Known misses*: names in lower case.

use std::ops::Range;

use crate::tagger::sheet::Sheet;

/// Words between two capitals, at most, for a name to reach over them.
const GAP: usize = 3;

/// The runs of words to look at, in order, each within a sentence.
pub(super) fn runs(sheet: &Sheet<'_>) -> Vec<Range<usize>> {
    let words = &sheet.words;
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if !word.capital {
            continue;
        }
        let joined = runs.last().is_some_and(|run| {
            at <= run.end + GAP && sheet.same_sentence(run.start, at)
        });
        if joined {
            if let Some(run) = runs.last_mut() {
                run.end = run.end.max(at + 1);
            }
        } else {
            let hyphen = at >= 2
                && word.glued
                && words[at - 1].glued
                && sheet.surface(at - 1) == "-"
                && sheet.same_sentence(at - 2, at)
                && runs.last().is_none_or(|run| run.end <= at - 2);
            let start = if hyphen { at - 2 } else { at };
            runs.push(start..at + 1);
        }
        if let Some(run) = runs.last_mut() {
            // COVID-19, Apollo 11
            for _ in 0..2 {
                let next = words.get(run.end).filter(|_| sheet.same_sentence(at, run.end));
                let goes_on = next.is_some_and(|next| {
                    let surface = next.span.of(sheet.text);
                    surface == "-" || surface.as_bytes()[0].is_ascii_digit()
                });
                run.end += usize::from(goes_on && run.end > at);
            }
        }
    }
    runs
}
