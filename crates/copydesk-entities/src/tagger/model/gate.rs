//! The gate: which words the model looks at.
//!
//! *What*: runs of words around capitals: the capitalised words, what stands between two of them
//! (`Bank of the West`), numbers and hyphens behind one (`COVID-19`) and a small word before a
//! hyphen and one (`al-Shabab`).
//! *Why*: names in news have capitals; three words in four need neither features nor labels.
//! Where people write without capitals, everything is looked at ([`open_words`]).
//! *Known misses*: single names in lower case in a text with capitals.

use std::ops::Range;

use crate::tagger::sheet::Sheet;

/// Words that have a capital at the start of a sentence only, sorted.
const FUNCTION_WORDS: &[&str] = &[
    "A",
    "About",
    "Above",
    "According",
    "Additionally",
    "After",
    "Afterwards",
    "Again",
    "Against",
    "Ago",
    "All",
    "Almost",
    "Along",
    "Already",
    "Also",
    "Although",
    "Always",
    "Am",
    "Among",
    "An",
    "And",
    "Another",
    "Any",
    "Anyone",
    "Anything",
    "Are",
    "Around",
    "As",
    "At",
    "Be",
    "Because",
    "Been",
    "Before",
    "Behind",
    "Being",
    "Below",
    "Besides",
    "Between",
    "Both",
    "But",
    "By",
    "Can",
    "Could",
    "Despite",
    "Did",
    "Do",
    "Does",
    "During",
    "Each",
    "Earlier",
    "Either",
    "Even",
    "Every",
    "Everyone",
    "Everything",
    "Few",
    "First",
    "For",
    "Four",
    "From",
    "Further",
    "Had",
    "Has",
    "Have",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Indeed",
    "Instead",
    "Into",
    "Is",
    "It",
    "Its",
    "Just",
    "Last",
    "Later",
    "Less",
    "Like",
    "Many",
    "Maybe",
    "Meanwhile",
    "More",
    "Most",
    "Much",
    "My",
    "Near",
    "Nearly",
    "Neither",
    "Never",
    "Next",
    "No",
    "Nobody",
    "None",
    "Nor",
    "Not",
    "Nothing",
    "Now",
    "Of",
    "Off",
    "Often",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Others",
    "Our",
    "Out",
    "Over",
    "People",
    "Perhaps",
    "Please",
    "Second",
    "Several",
    "She",
    "Should",
    "Since",
    "Six",
    "So",
    "Some",
    "Someone",
    "Something",
    "Sometimes",
    "Soon",
    "Still",
    "Such",
    "Ten",
    "Than",
    "Thank",
    "Thanks",
    "That",
    "The",
    "Their",
    "Them",
    "Then",
    "There",
    "Therefore",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Three",
    "Through",
    "Thus",
    "To",
    "Today",
    "Together",
    "Tomorrow",
    "Too",
    "Two",
    "Under",
    "Unless",
    "Until",
    "Up",
    "Upon",
    "Very",
    "Was",
    "We",
    "Well",
    "Were",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Whose",
    "Why",
    "With",
    "Within",
    "Without",
    "Would",
    "Yes",
    "Yesterday",
    "Yet",
    "You",
    "Your",
];

/// Words between two capitals, at most, for a name to reach over them.
const GAP: usize = 3;

/// Whether the word at the start of a sentence has its capital from there, and no name follows.
fn opens_only(sheet: &Sheet<'_>, at: usize) -> bool {
    let goes_on = sheet.same_sentence(at, at + 1) && sheet.words[at + 1].capital;
    !goes_on && FUNCTION_WORDS.binary_search(&sheet.surface(at)).is_ok()
}

/// Which words stand in sentences written without capitals: those of a text with a small `i` or
/// with small letters at the start of every third sentence, and of a sentence that has none.
pub(super) fn open_words(sheet: &Sheet<'_>) -> Vec<bool> {
    let words = &sheet.words;
    let mut open = vec![false; words.len()];
    let (mut sentences, mut small, mut pronoun) = (0, 0, false);
    let mut start = 0;
    while start < words.len() {
        let sentence = words[start].sentence;
        let end = start + words[start..].partition_point(|word| word.sentence == sentence);
        let (mut letters, mut capitals, mut first) = (0, 0, false);
        for (at, word) in words.iter().enumerate().take(end).skip(start) {
            if word.is_word {
                let surface = word.span.of(sheet.text);
                letters += 1;
                capitals += u32::from(word.capital && surface != "I");
                first |= word.first && !word.capital;
                pronoun |= surface == "i" && sheet.before(at) != "(";
            }
        }
        if letters >= 3 {
            sentences += 1;
            small += u32::from(first);
            open[start..end].fill(first && capitals == 0);
        }
        start = end;
    }
    if pronoun || small * 3 >= sentences && small > 0 {
        open.fill(true);
    }
    open
}

/// The runs of words to look at, in order, each within a sentence.
pub(super) fn runs(sheet: &Sheet<'_>, open: &[bool]) -> Vec<Range<usize>> {
    let words = &sheet.words;
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if open[at] {
            match runs.last_mut() {
                Some(run) if run.end >= at && sheet.same_sentence(run.start, at) => {
                    run.end = run.end.max(at + 1);
                }
                _ => runs.push(at..at + 1),
            }
            continue;
        }
        if !word.capital || word.first && opens_only(sheet, at) {
            continue;
        }
        let joined = runs
            .last()
            .is_some_and(|run| at <= run.end + GAP && sheet.same_sentence(run.start, at));
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
            // COVID-19, Gyeong-jun, Apollo 11, McDonald's
            for _ in 0..2 {
                let next = words
                    .get(run.end)
                    .filter(|_| sheet.same_sentence(at, run.end));
                let goes_on = next.is_some_and(|next| {
                    let surface = next.span.of(sheet.text);
                    let after_hyphen = next.glued && sheet.surface(run.end - 1) == "-";
                    matches!(surface, "-" | "'s" | "\u{2019}s")
                        || after_hyphen
                        || surface.as_bytes()[0].is_ascii_digit()
                });
                run.end += usize::from(goes_on);
            }
        }
    }
    runs
}
