//! The status of nouns that may name events.

use std::collections::hash_map::Entry;

use copydesk_core::record::ClaimStatus;
use rustc_hash::FxHashMap;

use super::{
    Alleged, Confirmed, Denied, Expected, Facts, combine, is_filler, is_one, place, strongest,
};
use crate::{
    shapes::Shapes,
    statements::{
        Reading,
        lexicon::{self, Class, Part},
    },
    syntax::{Group, GroupKind, Tag},
};

/// Adjectives and participles that tell what a noun is.
const MODIFIERS: &[(&str, ClaimStatus)] = &[
    ("alleged", Alleged),
    ("purported", Alleged),
    ("suspected", Alleged),
    ("reported", Alleged),
    ("rumoured", Alleged),
    ("rumored", Alleged),
    ("supposed", Alleged),
    ("apparent", Alleged),
    ("presumed", Alleged),
    ("claimed", Alleged),
    ("unconfirmed", Alleged),
    ("unverified", Alleged),
    ("planned", Expected),
    ("upcoming", Expected),
    ("impending", Expected),
    ("imminent", Expected),
    ("anticipated", Expected),
    ("expected", Expected),
    ("scheduled", Expected),
    ("proposed", Expected),
    ("potential", Expected),
    ("possible", Expected),
    ("future", Expected),
    ("next", Expected),
    ("forthcoming", Expected),
    ("looming", Expected),
    ("pending", Expected),
    ("likely", Expected),
    ("prospective", Expected),
    ("threatened", Expected),
    ("promised", Expected),
    ("intended", Expected),
    ("hypothetical", Expected),
    ("eventual", Expected),
    ("coming", Expected),
    ("failed", Denied),
    ("cancelled", Denied),
    ("canceled", Denied),
    ("aborted", Denied),
    ("abandoned", Denied),
    ("averted", Denied),
    ("thwarted", Denied),
    ("foiled", Denied),
    ("scrapped", Denied),
    ("postponed", Denied),
    ("delayed", Denied),
    ("nonexistent", Denied),
    ("recent", Confirmed),
    ("past", Confirmed),
    ("last", Confirmed),
    ("previous", Confirmed),
    ("ongoing", Confirmed),
    ("historic", Confirmed),
    ("earlier", Confirmed),
];

/// Verbs that say no more than that something takes place.
const LIGHT: &[&str] = &[
    "be",
    "happen",
    "occur",
    "take",
    "hold",
    "begin",
    "start",
    "resume",
    "go",
    "make",
    "have",
    "include",
    "conduct",
    "launch",
    "carry",
    "stage",
    "continue",
    "come",
    "sign",
    "reach",
    "conclude",
    "pay",
    "give",
    "open",
    "convene",
    "follow",
    "involve",
    "engage",
    "last",
    "see",
    "undertake",
    "perform",
    "receive",
    "complete",
    "get",
    "do",
    "enter",
    "file",
    "join",
    "attend",
    "provide",
    "impose",
    "lift",
];

/// Participles behind what is to come.
const SCHEDULED: &[&str] = &[
    "scheduled",
    "planned",
    "slated",
    "expected",
    "due",
    "set",
    "proposed",
    "pencilled",
];

/// Verbs that put their object into the future.
const SCHEDULES: &[&str] = &[
    "plan",
    "schedule",
    "expect",
    "propose",
    "intend",
    "forecast",
    "anticipate",
    "predict",
    "target",
    "consider",
    "weigh",
    "mull",
    "envisage",
    "foresee",
    "slate",
    "promise",
    "pledge",
    "request",
    "demand",
    "urge",
    "recommend",
    "seek",
    "want",
    "hope",
    "project",
    "contemplate",
];

/// What is announced and is so already.
const ANNOUNCED: &[&str] = &[
    "result",
    "results",
    "loss",
    "losses",
    "profit",
    "profits",
    "deal",
    "agreement",
    "decision",
    "death",
    "deaths",
    "arrest",
    "arrests",
    "discovery",
    "news",
    "candidacy",
    "resignation",
    "winner",
    "winners",
    "contract",
    "order",
    "breakthrough",
    "victory",
    "success",
    "support",
    "pact",
    "earnings",
    "figures",
    "outcome",
    "verdict",
    "truce",
    "start",
];

/// So many owners of a noun are looked over, at most.
const OWNERS: usize = 64;

/// Gives every noun its status.
pub(super) fn read(
    reading: &Reading<'_>,
    facts: &mut Facts,
    clause_of: &[u32],
    speech: &[ClaimStatus],
) {
    let mut known: FxHashMap<&'static str, ClaimStatus> = FxHashMap::default();
    for at in 0..reading.syntax.groups.len() {
        let group = &reading.syntax.groups[at];
        // `would be profitable`
        if group.kind == GroupKind::Adjective
            && let Some(&clause) = clause_of.get(group.head as usize)
            && clause != u32::MAX
        {
            facts.statuses[group.head as usize] = facts.clauses[clause as usize].status;
        }
        if !group.is_noun() {
            continue;
        }
        let head = group.head as usize;
        let around = match clause_of.get(head) {
            Some(&clause) if clause != u32::MAX => facts.clauses[clause as usize].around,
            _ => speech[head],
        };
        let around = strongest(around, speech[head]);
        let found = of(reading, facts, at, group, around, clause_of);
        let mut status = found.unwrap_or(around);
        // `The visit` that was to come a sentence before.
        let lemma = reading.syntax.lemma(head);
        if !lemma.is_empty() && reading.syntax.tag(head) == Tag::Nn {
            match known.entry(lemma) {
                Entry::Occupied(mut entry) => {
                    if found.is_none() && definite(reading, group) && status == Confirmed {
                        status = *entry.get();
                    } else if found.is_some() {
                        entry.insert(status);
                    }
                }
                Entry::Vacant(entry) => {
                    if found == Some(Expected) {
                        entry.insert(status);
                    }
                }
            }
        }
        for token in group.tokens() {
            facts.statuses[token] = status;
        }
    }
}

fn definite(reading: &Reading<'_>, group: &Group) -> bool {
    ["the", "this", "that", "these", "those"]
        .iter()
        .any(|word| reading.is(group.start as usize, word))
}

/// The status of a noun, where something decides it.
fn of(
    reading: &Reading<'_>,
    facts: &Facts,
    at: usize,
    group: &Group,
    around: ClaimStatus,
    clause_of: &[u32],
) -> Option<ClaimStatus> {
    modified(reading, group)
        .map(|status| {
            if status == Confirmed {
                status
            } else {
                combine(around, status)
            }
        })
        .or_else(|| scheduled(reading, at).then_some(Expected))
        .or_else(|| governed(reading, facts, at, group, around))
        .or_else(|| of_verb(reading, facts, at, group, around, clause_of))
}

fn modified(reading: &Reading<'_>, group: &Group) -> Option<ClaimStatus> {
    static SHAPES: Shapes = Shapes::of_rows(MODIFIERS);
    if reading.is(group.start as usize, "no") && group.head > group.start {
        return Some(Denied);
    }
    (group.start..group.head).find_map(|token| {
        let word = reading.word(token as usize);
        if !SHAPES.may_hold(word) {
            return None;
        }
        MODIFIERS
            .iter()
            .find(|(modifier, _)| word.eq_ignore_ascii_case(modifier))
            .map(|&(_, status)| status)
    })
}

/// `The visit, scheduled for May`
fn scheduled(reading: &Reading<'_>, at: usize) -> bool {
    let groups = &reading.syntax.groups;
    let behind = (groups.iter().enumerate().skip(at + 1).take(3))
        .take_while(|(_, group)| group.sentence == groups[at].sentence);
    for (next, group) in behind {
        match group.kind {
            GroupKind::Mark if reading.is(group.start as usize, ",") => {}
            GroupKind::Other => {}
            GroupKind::Verb | GroupKind::Adjective => {
                let word = reading.word(group.start as usize);
                // Not the verb of the sentence: `Boeing expected losses`.
                let participle =
                    group.kind == GroupKind::Adjective || !group.is_finite() || next > at + 1;
                return participle
                    && SCHEDULED
                        .iter()
                        .any(|participle| word.eq_ignore_ascii_case(participle));
            }
            _ => return false,
        }
    }
    false
}

/// By the verb or noun that it is the object of.
fn governed(
    reading: &Reading<'_>,
    facts: &Facts,
    at: usize,
    group: &Group,
    around: ClaimStatus,
) -> Option<ClaimStatus> {
    let groups = &reading.syntax.groups;
    let mut first = at;
    for _ in 0..OWNERS {
        if !groups[first].owned || first == 0 || !groups[first - 1].is_noun() {
            break;
        }
        first -= 1;
    }
    let mut preposition = None;
    let mut here = first;
    for _ in 0..6 {
        here = here.checked_sub(1)?;
        let this = &groups[here];
        if this.sentence != group.sentence {
            return None;
        }
        match this.kind {
            _ if is_filler(reading, this) => {}
            GroupKind::Preposition if preposition.is_none() => preposition = Some(here),
            GroupKind::Conjunction if preposition.is_none() => {
                let other = here.checked_sub(1).map(|other| &groups[other])?;
                let same = other.is_noun() && other.sentence == group.sentence;
                let status = facts.status(other.head as usize);
                return (same && status != Confirmed && status != around).then_some(status);
            }
            GroupKind::Noun => {
                let preposition = &groups[preposition?];
                let (_, class) = lexicon::of_noun(reading.word(this.head as usize))?;
                let fits = match class {
                    Class::Plan => is_one(reading, preposition, &["for", "of", "to", "on"]),
                    _ => is_one(
                        reading,
                        preposition,
                        &[
                            "of",
                            "surrounding",
                            "concerning",
                            "about",
                            "for",
                            "on",
                            "over",
                            "to",
                            "against",
                            "regarding",
                        ],
                    ),
                };
                if !fits || class == Class::Know || class == Class::Say {
                    return None;
                }
                return Some(super::content(class, around, around, false, false));
            }
            GroupKind::Verb => {
                let lemma = reading.syntax.lemma(this.head as usize);
                let of = place::clause_of(reading, here as u32)?;
                // `might be in pursuit of`
                if lemma == "be" && preposition.is_some_and(|preposition| preposition == here + 1) {
                    let status = facts.clauses[of].status;
                    return (status != Confirmed).then_some(status);
                }
                let class = lexicon::class(Part::Verb, lemma)?;
                let of = place::clause_of(reading, here as u32)?;
                let outer = facts.clauses[of].status;
                if this.verb.passive && preposition.is_none() {
                    return None;
                }
                let with_preposition = preposition.is_some();
                let status = match class {
                    Class::Plan if !with_preposition => Expected,
                    Class::Plan => {
                        let preposition = &groups[preposition?];
                        if !is_one(reading, preposition, &["for", "on", "against"]) {
                            return None;
                        }
                        Expected
                    }
                    Class::Fear if !with_preposition => Expected,
                    Class::Announce if !with_preposition => {
                        let noun = reading.word(group.head as usize);
                        let so = ANNOUNCED.iter().any(|word| noun.eq_ignore_ascii_case(word))
                            || lexicon::of_noun(noun).is_some();
                        if so || definite(reading, group) {
                            return None;
                        }
                        Expected
                    }
                    // `rejected the proposal`: it was made.
                    Class::Deny | Class::Fail
                        if lexicon::of_noun(reading.word(group.head as usize)).is_some() =>
                    {
                        return None;
                    }
                    Class::Deny | Class::Fail if !with_preposition => match outer {
                        Expected => Expected,
                        Denied => around,
                        _ => Denied,
                    },
                    Class::Claim if !with_preposition => Alleged,
                    Class::Accuse if with_preposition => Alleged,
                    Class::Imply if !with_preposition && outer != Confirmed => outer,
                    _ => return None,
                };
                return Some(status);
            }
            _ => return None,
        }
    }
    None
}

/// By the verb that it is the subject or object of.
fn of_verb(
    reading: &Reading<'_>,
    facts: &Facts,
    at: usize,
    group: &Group,
    around: ClaimStatus,
    clause_of: &[u32],
) -> Option<ClaimStatus> {
    let clauses = &reading.syntax.clauses;
    let sentence = reading.sentence(group.sentence);
    let first = (clauses
        .partition_point(|clause| (reading.group(clause.verb).head as usize) < sentence.start))
    .max(clause_of.get(group.head as usize).map_or(0, |&of| {
        if of == u32::MAX {
            0
        } else {
            (of as usize).saturating_sub(3)
        }
    }));
    for (index, clause) in clauses.iter().enumerate().skip(first).take(6) {
        let verb = reading.group(clause.verb);
        if verb.sentence != group.sentence {
            break;
        }
        let lemma = reading.syntax.lemma(verb.head as usize);
        let state = facts.clauses[index];
        if clause.subject == Some(at as u32) && verb.start > group.head {
            if verb.verb.passive
                && let Some(class) = lexicon::class(Part::Verb, lemma)
            {
                match class {
                    Class::Plan if SCHEDULES.contains(&lemma) => return Some(Expected),
                    Class::Fear => return Some(Expected),
                    Class::Deny | Class::Fail if state.status == Confirmed => {
                        return Some(Denied);
                    }
                    _ => {}
                }
            }
            if LIGHT.contains(&lemma) && state.status != Confirmed && clause.start <= group.start {
                // `The deal could be risky`: what it is like is not whether it is.
                let is_like = lemma == "be" && !verb.verb.passive;
                if !is_like {
                    return Some(state.status);
                }
            }
        }
        if clause.object == Some(at as u32) && state.status != Confirmed {
            let light = LIGHT.contains(&lemma);
            let open = !definite(reading, group) && !group.owned;
            if light || open && state.status != Alleged {
                return Some(state.status);
            }
            if state.status == Alleged {
                return Some(strongest(around, Confirmed));
            }
        }
    }
    None
}
