//! Which way a clause looks: decides between `Friday` the past one and `Friday` the next.
//!
//! *What*: looks for the nearest tense cue in the clause around a date. *Why*: news is about
//! the recent past, so only a cue such as `will` moves a date into the future. *Example*:
//! `will meet on Friday` → future; `announced on Friday that it will sell` → past, because
//! `that` opens a new clause; `the year ended March 31` → over; `to report before the end of March` → future, because a deadline
//! of what is yet to do lies ahead. *Known misses*: cues farther than 24 words away.

use super::{
    super::{
        atoms::{Atoms, Kind},
        lexicon::{Lex, Rel},
    },
    expression::Direction,
};

/// How far a cue is looked for, in atoms.
const REACH: usize = 24;

/// The direction of the clause that holds atoms `first..last`.
pub(super) fn direction(atoms: &Atoms<'_>, first: usize, last: usize) -> Direction {
    if first > 0 && matches!(atoms.surface(first - 1), "ended" | "since") {
        return Direction::Over;
    }
    if is_deadline(atoms, first) {
        return Direction::Future;
    }
    for i in (first.saturating_sub(REACH)..first).rev() {
        match cue(atoms, i) {
            Cue::None => {}
            Cue::End => break,
            Cue::Found(direction) => return direction,
        }
    }
    for i in last..last + REACH {
        match cue(atoms, i) {
            Cue::None => {}
            Cue::End => break,
            Cue::Found(direction) => return direction,
        }
    }
    Direction::Unknown
}

/// `to report before [the end of] March`: a deadline of something that is to be done.
fn is_deadline(atoms: &Atoms<'_>, first: usize) -> bool {
    let mut at = first;
    while at > 0
        && matches!(
            atoms.lex(at - 1),
            Lex::The | Lex::Of | Lex::PartNoun(_) | Lex::PartAdjective(_)
        )
    {
        at -= 1;
    }
    let Some(preposition) = at.checked_sub(1) else {
        return false;
    };
    if !matches!(atoms.surface(preposition), "before" | "by" | "until") {
        return false;
    }
    for i in (preposition.saturating_sub(REACH)..preposition).rev() {
        if atoms.lex(i) == Lex::To && atoms.lex(i + 1) == Lex::Other && atoms.is_lower(i + 1) {
            // `failed to report by Friday` and `had to report by Friday` look back.
            return !matches!(
                atoms.surface(i.wrapping_sub(1)),
                "failed"
                    | "managed"
                    | "had"
                    | "refused"
                    | "declined"
                    | "began"
                    | "used"
                    | "started"
            );
        }
        if !matches!(cue(atoms, i), Cue::None) {
            return false;
        }
    }
    false
}

enum Cue {
    None,
    End,
    Found(Direction),
}

fn cue(atoms: &Atoms<'_>, i: usize) -> Cue {
    match atoms.kind(i) {
        Kind::Mark('\n' | '.' | ';' | ':' | '"' | '\u{201C}' | '\u{201D}' | '!' | '?') => Cue::End,
        Kind::Word(Lex::FutureCue | Lex::Rel(Rel::Next | Rel::Coming)) => {
            Cue::Found(Direction::Future)
        }
        Kind::Word(Lex::PastCue) => Cue::Found(Direction::Past),
        Kind::Word(Lex::ClauseOpener | Lex::Rel(Rel::That)) => Cue::End,
        Kind::Word(Lex::Other) => {
            let word = atoms.surface(i);
            // `be completed` says nothing about when.
            let passive = i > 0 && matches!(atoms.surface(i - 1), "be" | "is" | "are" | "being");
            // `a proposed treaty`, `the so-called deal`, `its postponed talks`.
            let adjective = matches!(
                atoms.lex_before(i),
                Lex::A | Lex::The | Lex::Possessive | Lex::Of | Lex::On | Lex::In
            ) || i > 0 && atoms.is_hyphen(i - 1);
            let past = word.len() > 4 && word.ends_with("ed") && atoms.is_lower(i);
            // `exports delayed by rain`; `were delayed by` has another cue.
            if past && !passive && !adjective && !atoms.is_word(i + 1, "by") {
                Cue::Found(Direction::Past)
            } else {
                Cue::None
            }
        }
        _ => Cue::None,
    }
}
