//! Which way a clause looks: decides between `Friday` the past one and `Friday` the next.
//!
//! *What*: looks for the nearest tense cue in the clause around a date. *Why*: news is about
//! the recent past, so only a cue such as `will` moves a date into the future. *Example*:
//! `will meet on Friday` → future; `announced on Friday that it will sell` → past, because
//! `that` opens a new clause. *Known misses*: cues farther than twelve words away.

use super::{
    super::{
        atoms::{Atoms, Kind},
        lexicon::{Lex, Rel},
    },
    expression::Direction,
};

/// How far a cue is looked for, in atoms.
const REACH: usize = 12;

/// The direction of the clause that holds atoms `first..last`.
pub(super) fn direction(atoms: &Atoms<'_>, first: usize, last: usize) -> Direction {
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
            if word.len() > 4 && word.ends_with("ed") && atoms.is_lower(i) && !passive {
                Cue::Found(Direction::Past)
            } else {
                Cue::None
            }
        }
        _ => Cue::None,
    }
}
