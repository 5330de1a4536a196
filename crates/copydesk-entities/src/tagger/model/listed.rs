//! What the lists say about each word: which list has it, alone or as part of a phrase.

use copydesk_core::record::Label;

use crate::{gazetteer::Gazetteer, tagger::sheet::Sheet};

/// Lists of phrases, in the order of their bits.
const LISTS: [&str; 16] = [
    "countries",
    "demonyms",
    "groups",
    "organisations",
    "locations",
    "events",
    "cities",
    "regions",
    "towns",
    "titles",
    "people",
    "products",
    "works",
    "laws",
    "facilities",
    "languages",
];

/// Bits of a list: alone, first and later word of a phrase.
const PLACES: usize = 3;

/// The first bit for what needs context in its list.
const DOUBTFUL: usize = LISTS.len() * PLACES;

/// The first bit of the lists of single words.
const SINGLE: usize = DOUBTFUL + 1;

/// A set of what the lists say, one bit each.
pub(super) type Listed = u64;

/// A given name and hardly anything else.
pub(super) const GIVEN_NAME: Listed = 1 << SINGLE;
/// The last word of names of organisations.
pub(super) const ORGANISATION_LAST: Listed = 1 << (SINGLE + 3);
/// An office or honorific.
pub(super) const TITLE: Listed = 0b11 << (9 * PLACES);

/// Small words inside names, which keep their letters.
const PARTICLES: [&str; 8] = ["of", "the", "and", "for", "in", "on", "de", "al"];

/// What the lists say about each word that is capitalised, or could be.
pub(super) fn listed(sheet: &Sheet<'_>, lists: &Gazetteer, open: &[bool]) -> Vec<Listed> {
    let mut listed = vec![0; sheet.words.len()];
    let restored = restored(sheet, open);
    for (at, word) in sheet.words.iter().enumerate() {
        if !word.is_word {
            continue;
        }
        let other_case = is_restored(sheet, open, at);
        if word.capital {
            listed[at] |= single(sheet.surface(at), lists);
        } else if word.span.len() < 4 && !other_case {
            continue;
        }
        phrases(sheet, lists, sheet.text, at, &mut listed);
        if let Some(restored) = &restored
            && other_case
        {
            listed[at] |= single(word.span.of(restored), lists);
            phrases(sheet, lists, restored, at, &mut listed);
        }
    }
    listed
}

/// Adds what the phrases that stand at word `at` of `text` say.
fn phrases(sheet: &Sheet<'_>, lists: &Gazetteer, text: &str, at: usize, listed: &mut [Listed]) {
    let word = sheet.words[at];
    let restored = !std::ptr::eq(text, sheet.text);
    let mut seen = 0u16;
    for (id, end) in lists.matches(text, word.span.start as usize) {
        let Some(end) = sheet.word_end(at, end) else {
            continue;
        };
        let entry = lists.entry(id);
        let Some(list) = LISTS.iter().position(|list| *list == entry.list) else {
            continue;
        };
        let small = !word.capital && !restored && entry.label != Label::Title;
        if seen >> list & 1 == 1 || small {
            continue;
        }
        // The longest phrase of each list.
        seen |= 1 << list;
        let first = list * PLACES;
        listed[at] |= if end == at + 1 { 1 } else { 2 } << first;
        for word in &mut listed[at + 1..end] {
            *word |= 4 << first;
        }
        if entry.ambiguous && end == at + 1 {
            listed[at] |= 1 << DOUBTFUL;
        }
    }
}

/// Whether the case of word `at` says nothing, so that the lists are asked for another one:
/// a small word of a text without capitals, a long word in a line of capitals.
fn is_restored(sheet: &Sheet<'_>, open: &[bool], at: usize) -> bool {
    let word = sheet.words[at];
    let shouted = word.all_capitals && word.headline && word.span.len() > 3;
    word.is_word && (shouted || open[at] && !word.capital && word.span.len() > 2)
}

/// The text with first capitals where case says nothing; `None` where it needs none. Only ASCII
/// letters change, so places stay the same.
fn restored(sheet: &Sheet<'_>, open: &[bool]) -> Option<String> {
    let mut text: Option<Vec<u8>> = None;
    for (at, word) in sheet.words.iter().enumerate() {
        if !is_restored(sheet, open, at) {
            continue;
        }
        let text = text.get_or_insert_with(|| sheet.text.as_bytes().to_vec());
        let letters = &mut text[word.span.range()];
        letters.make_ascii_lowercase();
        if !PARTICLES
            .iter()
            .any(|particle| particle.as_bytes() == letters)
        {
            letters[..1].make_ascii_uppercase();
        }
    }
    text.and_then(|text| String::from_utf8(text).ok())
}

fn single(surface: &str, lists: &Gazetteer) -> Listed {
    Listed::from(lists.words.signs(surface)) << SINGLE
}
