//! Who denies a claim.
//!
//! *What*: a denial and a claim meet if the main words of both tell the same act (the same word
//! or one of a row of `synonyms.tsv`) and everybody that the denial names takes part in the claim;
//! `denied the accusation` meets the last claim about the one who denies it, three sentences
//! back at most.
//! *Example*: `North Korea has denied shipping arms to Russia` denies `North Korea has delivered
//! containers of munitions to Russia`.
//! *Known misses*: precision goes first: a denial in other words than the claim's is not seen.

use crate::statements::reading::stands_for;
use std::sync::OnceLock;

use copydesk_core::record::{Claim, ClaimStatus};
use rustc_hash::FxHashMap;

use crate::{
    statements::{
        Reading,
        lexicon::{self, Class},
    },
    syntax::{ClauseKind, Tag},
};

const ROWS: &str = include_str!("../../../data/statements/synonyms.tsv");

/// A denial meets claims so many claims away, at most.
const REACH: usize = 256;

/// What a claim is about.
#[derive(Debug, Default)]
struct About {
    /// The act, by row of the synonyms.
    act: Option<u32>,
    /// The lemma of its main word.
    word: &'static str,
    /// Those who take part, in order of their index.
    entities: Vec<u32>,
    sentence: u32,
    /// Whether the content is nothing but `the accusation`, `this`.
    refers: bool,
}

/// Notes who denies each claim.
pub(super) fn read(reading: &Reading<'_>, claims: &mut [Claim]) {
    let denies =
        |claim: &Claim| claim.status == ClaimStatus::Denied && claim.source_entity.is_some();
    if !claims.iter().any(denies) {
        return;
    }
    let about: Vec<About> = claims.iter().map(|claim| about(reading, claim)).collect();
    for at in 0..claims.len() {
        let Some(denier) = claims[at].source_entity.filter(|_| denies(&claims[at])) else {
            continue;
        };
        let denial = &about[at];
        let near = at.saturating_sub(REACH)..(at + REACH).min(claims.len());
        let denied = |other: usize| {
            let claim = &claims[other];
            other != at
                && claim.source_entity != Some(denier)
                && matches!(claim.status, ClaimStatus::Alleged | ClaimStatus::Expected)
        };
        let met: Vec<usize> = if denial.refers {
            near.rev()
                .filter(|&other| denied(other) && other < at)
                .take_while(|&other| about[other].sentence + 3 >= denial.sentence)
                .find(|&other| about[other].entities.contains(&denier))
                .into_iter()
                .collect()
        } else {
            near.filter(|&other| denied(other) && meets(denial, &about[other]))
                .collect()
        };
        for other in met {
            let denied_by = &mut claims[other].denied_by;
            if !denied_by.contains(&denier) {
                denied_by.push(denier);
            }
        }
    }
}

fn meets(denial: &About, claim: &About) -> bool {
    let same = match (denial.act, claim.act) {
        (Some(denial), Some(claim)) => denial == claim,
        _ => !denial.word.is_empty() && denial.word == claim.word,
    };
    same && !denial.entities.is_empty()
        && (denial.entities.iter()).all(|entity| claim.entities.contains(entity))
}

fn about(reading: &Reading<'_>, claim: &Claim) -> About {
    let tokens = reading.tokens_in(claim.content);
    let syntax = &reading.syntax;
    let clauses = syntax.clauses_in(tokens.clone());
    // Not `provided` of `weapons provided to them have been used`.
    let clause = (clauses.iter())
        .find(|clause| !matches!(clause.kind, ClauseKind::Participle | ClauseKind::Relative))
        .or(clauses.first());
    let head = match clause {
        Some(clause) => Some(reading.group(clause.verb).head as usize),
        None => tokens.clone().find(|&token| {
            let group = &syntax.groups[syntax.words[token].group as usize];
            group.is_noun()
                && group.head as usize == token
                && matches!(syntax.tag(token), Tag::Nn | Tag::Nns)
        }),
    };
    let mut entities: Vec<u32> = (reading.mentions_in(claim.content))
        .map(|mention| stands_for(&reading.mentions[mention]))
        .collect();
    // `denied shipping arms`: who is said to have shipped them.
    if let Some(clause) = clause
        && let Some(subject) = clause.subject
        && reading.group(subject).end as usize <= tokens.start
    {
        entities.extend(reading.entity_of(subject));
    }
    entities.sort_unstable();
    entities.dedup();
    let word = head.map_or("", |head| syntax.lemma(head));
    let refers = clause.is_none()
        && head.map_or(tokens.len() <= 2, |head| {
            lexicon::of_noun(reading.word(head))
                .is_some_and(|(_, class)| matches!(class, Class::Claim | Class::Say))
        });
    About {
        act: act(word).or_else(|| head.and_then(|head| act(&singular(reading.word(head))))),
        word,
        entities,
        sentence: syntax
            .words
            .get(tokens.start)
            .map_or(0, |word| word.sentence),
        refers,
    }
}

fn singular(word: &str) -> String {
    let lower = word.to_ascii_lowercase();
    match lower.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => lower.strip_suffix('s').unwrap_or(&lower).to_owned(),
    }
}

/// The row of a verb or noun.
fn act(word: &str) -> Option<u32> {
    static ACTS: OnceLock<FxHashMap<&'static str, u32>> = OnceLock::new();
    let acts = ACTS.get_or_init(|| {
        let rows = ROWS.lines().filter(|row| !row.starts_with('#'));
        rows.enumerate()
            .flat_map(|(at, row)| row.split(' ').map(move |word| (word, at as u32)))
            .collect()
    });
    acts.get(word).copied()
}
