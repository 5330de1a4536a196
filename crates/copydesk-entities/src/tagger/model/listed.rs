//! What the lists say about each word: which list has it, alone or as part of a phrase.

use copydesk_core::record::Label;

use crate::{gazetteer::Gazetteer, tagger::sheet::Sheet};

/// Lists of phrases, in the order of their bits.
const LISTS: [&str; 10] = [
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

/// What the lists say about each capitalised word.
pub(super) fn listed(sheet: &Sheet<'_>, lists: &Gazetteer) -> Vec<Listed> {
    let mut listed = vec![0; sheet.words.len()];
    for (at, word) in sheet.words.iter().enumerate() {
        if !word.is_word {
            continue;
        }
        if word.capital {
            listed[at] |= single(sheet.surface(at), lists);
        } else if word.span.len() < 4 {
            continue;
        }
        let mut seen = 0u16;
        for (id, end) in lists.matches(sheet.text, word.span.start as usize) {
            let Some(end) = sheet.word_end(at, end) else {
                continue;
            };
            let entry = lists.entry(id);
            let list = LISTS.iter().position(|list| *list == entry.list).unwrap_or_default();
            if seen >> list & 1 == 1 || !word.capital && entry.label != Label::Title {
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
    listed
}

fn single(surface: &str, lists: &Gazetteer) -> Listed {
    let words = &lists.words;
    let checks = [
        words.is_given_name(surface),
        words.may_be_given_name(surface),
        words.is_common(surface),
        words.ends_organisation(surface),
        words.starts_organisation(surface),
        words.ends_event(surface),
        words.ends_location(surface),
        words.starts_location(surface),
        words.ends_facility(surface),
    ];
    checks
        .iter()
        .enumerate()
        .fold(0, |listed, (at, &check)| listed | Listed::from(check) << (SINGLE + at))
}
