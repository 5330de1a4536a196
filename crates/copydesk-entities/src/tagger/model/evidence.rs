//! What the document says about a word at all of its places.
//!
//! *What*: for each capitalised word, whether it stands somewhere in lower case, behind an
//! office, behind a given name, in front of the head of an organisation, after `in`, before a
//! verb of saying, and what the rules took it for.
//! *Why*: news explains a name once (`Senator Ada Krone`) and uses it bare afterwards.
//! *Known misses*: two things of one name in a document share their signs.

use copydesk_core::record::Label;
use rustc_hash::FxHashMap;

use super::listed::{GIVEN_NAME, Listed, ORGANISATION_LAST, TITLE};
use crate::tagger::{
    Found,
    lexicon::{PLACE_PREPOSITIONS, is_saying},
    sheet::Sheet,
};

/// A set of signs, one bit each.
pub(super) type Signs = u32;

/// How many signs there are.
pub(super) const SIGNS: usize = 20;

const LOWER_CASE: Signs = 1;
const FIRST_RULE: u32 = 12;

/// The signs of each capitalised word, by the hash of its lower-case form; `lower` has those.
pub(super) fn evidence(
    sheet: &Sheet<'_>,
    lower: &[u32],
    listed: &[Listed],
    rules: &[Found],
) -> FxHashMap<u32, Signs> {
    let mut evidence: FxHashMap<u32, Signs> = FxHashMap::default();
    let mut run_start = 0;
    for (at, word) in sheet.words.iter().enumerate() {
        if !word.capital {
            run_start = at + 1;
            continue;
        }
        if at > 0 && !sheet.same_sentence(at - 1, at) {
            run_start = at;
        }
        *evidence.entry(lower[at]).or_default() |= signs(sheet, listed, at, run_start);
    }
    for (at, word) in sheet.words.iter().enumerate() {
        if word.is_word
            && !word.capital
            && let Some(signs) = evidence.get_mut(&lower[at])
        {
            *signs |= LOWER_CASE;
        }
    }
    for found in rules {
        let kind = match found.label {
            Label::Person => 0,
            Label::Org => 1,
            Label::Gpe | Label::Loc | Label::Fac => 2,
            Label::Norp => 3,
            Label::Event => 4,
            _ => continue,
        };
        let long = u32::from(kind == 0 && found.end > found.first + 1);
        let sign = 1 << (FIRST_RULE + kind) | long << (FIRST_RULE + 5);
        let words = found.first..found.end;
        for (&lower, word) in lower[words.clone()].iter().zip(&sheet.words[words]) {
            if word.capital {
                *evidence.entry(lower).or_default() |= sign;
            }
        }
    }
    evidence
}

/// What the neighbours of the word at `at` say, in a run of capitals from `run_start`.
fn signs(sheet: &Sheet<'_>, listed: &[Listed], at: usize, run_start: usize) -> Signs {
    let word = sheet.words[at];
    let next = sheet.after(at, at + 1);
    let follows = at > run_start;
    let goes_on = sheet.same_sentence(at, at + 1) && sheet.words[at + 1].capital;
    let before = sheet.before(at);
    let list_before = if before.is_empty() { 0 } else { listed[at - 1] };
    let head_follows = (at + 1..at + 4)
        .take_while(|&next| sheet.same_sentence(at, next) && sheet.words[next].capital)
        .any(|next| listed[next] & ORGANISATION_LAST != 0);
    let signs = [
        !word.first && !word.headline,
        list_before & TITLE != 0,
        follows && list_before & GIVEN_NAME != 0,
        goes_on && listed[at] & GIVEN_NAME != 0,
        head_follows,
        PLACE_PREPOSITIONS.contains(&before),
        is_saying(next),
        before == "(" && next == ")",
        follows && !goes_on && !word.headline,
        goes_on && !follows && !word.headline && !word.first,
        before == "the" || before == "The",
    ];
    signs
        .iter()
        .enumerate()
        .fold(0, |all, (bit, &sign)| all | Signs::from(sign) << (bit + 1))
}
