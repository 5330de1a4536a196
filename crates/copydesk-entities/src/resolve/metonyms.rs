//! Capitals that stand for a government: `Moscow denied it`, `arms for Moscow`.
//!
//! *What*: the mention keeps the city as its entity, and [`Item::metonym_of`] is the country. What
//! speaks for the government: a verb of acting behind the city, a preposition of dealing before
//! it, a possessive with no place behind it. What speaks for the city: prepositions of place, and
//! `to` after words of moving.
//! *Example*: `Oslo and Accra agreed`, `weapons to Oslo`, `Oslo's position` → Norway; `in Oslo`,
//! `flew to Oslo`, `Oslo's airport` → the city.
//! *Known misses*: verbs that are on no list, in the present tense; a city that acts for itself.
//!
//! [`Item::metonym_of`]: super::draft::Item::metonym_of

use copydesk_core::record::Label;

use super::{
    capitals::country_of,
    draft::Draft,
    lexicon::{ACTS, AIMED_AT, CITY_NOUNS, MOVING, SEATS},
};

/// Tokens before `to` in which a word of moving is looked for.
const MOVING_WINDOW: usize = 6;

/// Marks the capitals that stand for their government, and gives seats their country.
pub(super) fn resolve(draft: &mut Draft<'_>) {
    let mut doubtful = Vec::new();
    for at in 0..draft.items.len() {
        let item = &draft.items[at];
        if item.given {
            continue;
        }
        if matches!(item.label, Label::Org | Label::Fac) {
            seat(draft, at);
            continue;
        }
        if item.label != Label::Gpe {
            continue;
        }
        let surface = draft.surface(at);
        let name = item.entry.map_or(surface, |entry| entry.name);
        if item.is_list("countries") {
            continue;
        }
        let Some(country) = country_of(surface).or_else(|| country_of(name)) else {
            continue;
        };
        match stands_for_government(draft, at) {
            Some(true) => {
                let country = draft.country(country);
                draft.items[at].metonym_of = Some(country);
            }
            Some(false) => {}
            None => doubtful.push((at, country)),
        }
    }
    // `Pyongyang and Moscow agreed`: what holds for one of two holds for the other.
    for &(at, country) in doubtful.iter().rev() {
        let item = &draft.items[at];
        let beside = |other: usize| draft.items[other].metonym_of.is_some();
        let joined = |from: usize, to: usize| {
            to == from + 1
                && matches!(
                    draft.sheet.word(from),
                    "and" | "," | "-" | "\u{2013}" | "or"
                )
        };
        let next = draft
            .items
            .get(at + 1)
            .is_some_and(|next| joined(item.end, next.first) && beside(at + 1));
        let before = at
            .checked_sub(1)
            .is_some_and(|before| joined(draft.items[before].end, item.first) && beside(before));
        if next || before {
            let country = draft.country(country);
            draft.items[at].metonym_of = Some(country);
        }
    }
}

/// The country of a seat of government that is a body of its own: `Kremlin`.
fn seat(draft: &mut Draft<'_>, at: usize) {
    let surface = draft.surface(at);
    let Some(&(_, code)) = SEATS.iter().find(|(seat, _)| *seat == surface) else {
        return;
    };
    let identifiers = &mut draft.entities[draft.items[at].entity as usize].identifiers;
    if identifiers.country.is_none() && identifiers.id.is_none() {
        identifiers.country = Some(code.to_owned());
    }
}

/// Whether the words around a capital speak for its government; `None` where they say nothing.
fn stands_for_government(draft: &Draft<'_>, at: usize) -> Option<bool> {
    let item = &draft.items[at];
    let sheet = &draft.sheet;
    let before = sheet.before(item.first, 1).to_ascii_lowercase();
    let after = sheet.after(item.first, item.end);
    // `Oslo, Norway`, `OSLO (AP)`.
    if after == "("
        || after == "," && sheet.sentence(item.first) != sheet.sentence(item.first.wrapping_sub(1))
    {
        return Some(false);
    }
    match before.as_str() {
        "in" | "at" | "near" | "outside" | "around" | "across" | "into" | "inside" | "through"
        | "throughout" | "via" | "leaving" | "left" | "visit" | "visited" | "visiting"
        | "reached" | "entered" | "central" | "downtown" | "northern" | "southern" | "eastern"
        | "western" | "bombed" | "-" | "where" | "north" | "south" | "east" | "west" => {
            return Some(false);
        }
        "from" => return Some(supplied(draft, item.first)),
        "to" | "for" | "towards" | "toward" => return Some(!moves(draft, item.first)),
        "with" | "against" | "by" => return Some(true),
        "of" => return owned(draft, at),
        "on" => return Some(aimed(draft, item.first)),
        "between" => return Some(between(draft, at)),
        _ => {}
    }
    if let Some(owned) = owned(draft, at) {
        return Some(owned);
    }
    if after == "-" || after == "\u{2013}" {
        let next = sheet.after(item.first, item.end + 1);
        if matches!(
            next,
            "backed"
                | "led"
                | "controlled"
                | "installed"
                | "supported"
                | "friendly"
                | "aligned"
                | "imposed"
                | "allied"
                | "sponsored"
                | "brokered"
        ) {
            return Some(true);
        }
        if next == "based" || next == "born" || next == "area" {
            return Some(false);
        }
    }
    if AIMED_AT.contains(&before.as_str()) {
        return Some(true);
    }
    acts(draft, at)
}

/// `from Oslo`: bought, supplied or demanded from a government, or come from a city.
fn supplied(draft: &Draft<'_>, first: usize) -> bool {
    (2..=5).any(|steps| {
        matches!(
            draft.sheet.before(first, steps),
            "independence"
                | "concessions"
                | "pressure"
                | "orders"
                | "support"
                | "permission"
                | "approval"
                | "guarantees"
                | "help"
                | "denials"
                | "denial"
                | "response"
                | "reaction"
                | "threats"
                | "loan"
                | "loans"
        )
    })
}

/// `flew to Oslo`.
fn moves(draft: &Draft<'_>, first: usize) -> bool {
    for steps in 2..=MOVING_WINDOW {
        let word = draft.sheet.before(first, steps).to_ascii_lowercase();
        if word.is_empty() || matches!(word.as_str(), "." | ";") {
            return false;
        }
        if MOVING.contains(&word.as_str()) {
            return true;
        }
        if matches!(
            word.as_str(),
            "supply"
                | "supplied"
                | "supplying"
                | "supplies"
                | "sale"
                | "sales"
                | "sell"
                | "sold"
                | "weapons"
                | "arms"
                | "aid"
                | "message"
        ) {
            return false;
        }
    }
    false
}

/// `sanctions on Oslo`, not `a march on Oslo`.
fn aimed(draft: &Draft<'_>, first: usize) -> bool {
    (2..=5).any(|steps| {
        matches!(
            draft.sheet.before(first, steps),
            "sanctions"
                | "pressure"
                | "sanction"
                | "restrictions"
                | "tariffs"
                | "embargo"
                | "reliance"
                | "blame"
                | "depend"
                | "dependent"
                | "rely"
                | "relies"
                | "imposed"
                | "called"
                | "calls"
                | "urged"
        )
    })
}

/// `ties between Oslo and Accra`, not `the road between Oslo and Bergen`.
fn between(draft: &Draft<'_>, at: usize) -> bool {
    let item = &draft.items[at];
    let way = (2..=4).any(|steps| {
        matches!(
            draft.sheet.before(item.first, steps),
            "road"
                | "route"
                | "flights"
                | "flight"
                | "train"
                | "trains"
                | "railway"
                | "distance"
                | "line"
                | "travel"
                | "highway"
                | "border"
        )
    });
    !way
}

/// `Oslo's efforts`, not `Oslo's airport`.
fn owned(draft: &Draft<'_>, at: usize) -> Option<bool> {
    let item = &draft.items[at];
    let after = draft.sheet.after(item.first, item.end);
    if !matches!(after, "'s" | "\u{2019}s" | "'" | "\u{2019}") {
        return None;
    }
    for step in 1..=3 {
        let word = draft.sheet.after(item.first, item.end + step);
        if word.is_empty() {
            break;
        }
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        if capital || CITY_NOUNS.contains(&word) {
            return Some(false);
        }
        if !word.chars().all(char::is_alphabetic)
            || matches!(word, "of" | "in" | "to" | "for" | "and")
        {
            break;
        }
    }
    Some(true)
}

/// `Oslo denied`, `Oslo has long supported`, `Oslo and Accra will`.
fn acts(draft: &Draft<'_>, at: usize) -> Option<bool> {
    let item = &draft.items[at];
    let sheet = &draft.sheet;
    let word = |step: usize| sheet.after(item.first, item.end + step);
    let mut step = 0;
    let mut agent = false;
    while step < 4 {
        match word(step) {
            "has" | "had" | "have" | "will" | "would" | "may" | "might" | "could" | "should"
            | "must" | "can" | "did" | "does" | "do" => {
                agent = true;
                step += 1;
            }
            "also" | "now" | "then" | "later" | "never" | "not" | "still" | "often"
            | "repeatedly" | "long" | "already" | "recently" | "again" | "itself"
            | "consistently" | "strongly" | "vehemently" | "reportedly" | "allegedly" | "once"
            | "n't" | "has n't" => step += 1,
            "is" | "was" | "are" | "were" => {
                let mut next = word(step + 1);
                if matches!(next, "not" | "also" | "now" | "still" | "already") {
                    next = word(step + 2);
                }
                let doing = next.len() > 4 && next.ends_with("ing")
                    || matches!(
                        next,
                        "keen"
                            | "willing"
                            | "ready"
                            | "unwilling"
                            | "eager"
                            | "likely"
                            | "reluctant"
                            | "prepared"
                            | "determined"
                            | "concerned"
                            | "worried"
                    );
                return doing.then_some(true);
            }
            _ => break,
        }
    }
    let verb = word(step);
    if agent && verb == "been" {
        let doing = word(step + 1).ends_with("ing");
        return doing.then_some(true);
    }
    if ACTS.binary_search(&verb).is_ok()
        || agent && verb.len() > 2 && verb.chars().all(char::is_lowercase) && verb != "be"
    {
        return Some(true);
    }
    let past = verb.len() > 4
        && verb.ends_with("ed")
        && !matches!(
            verb,
            "based"
                | "located"
                | "situated"
                | "named"
                | "called"
                | "dated"
                | "experienced"
                | "received"
        )
        && sheet.after(item.first, item.end + step + 1) != "by";
    past.then_some(true)
}
