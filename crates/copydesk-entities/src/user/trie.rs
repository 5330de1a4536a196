//! Names as paths through a trie of words.

use rustc_hash::FxHashMap;

use super::{
    fold::Fold,
    pieces::{Gap, Piece},
};

/// No node, no thing.
const NONE: u32 = u32::MAX;

/// A word of names.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Word {
    number: u32,
    /// The node of names that start with it.
    first: u32,
}

/// All names that are compared in one way.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Trie {
    pub(super) fold: Fold,
    /// Folded words of names.
    words: FxHashMap<Box<str>, Word>,
    /// From a node, by the number of a word and whether a blank stands before it.
    edges: FxHashMap<(u32, u32, bool), u32>,
    /// The thing whose name ends at a node.
    ends: Vec<u32>,
}

impl Trie {
    pub(super) fn new(fold: Fold) -> Self {
        Self {
            fold,
            ..Self::default()
        }
    }

    /// Adds a name of `thing`, unless it is there already: then returns whose it is.
    pub(super) fn add(&mut self, name: &str, pieces: &[Piece], thing: u32) -> Option<u32> {
        let mut folded = String::new();
        let mut node = NONE;
        for piece in pieces {
            let surface = self.fold.apply(piece.of(name), &mut folded);
            let next = self.ends.len() as u32;
            if !self.words.contains_key(surface) {
                let number = self.words.len() as u32;
                let word = Word {
                    number,
                    first: NONE,
                };
                self.words.insert(surface.into(), word);
            }
            let word = self.words.get_mut(surface)?;
            if node == NONE {
                if word.first == NONE {
                    word.first = next;
                }
                node = word.first;
            } else {
                let blank = piece.before == Gap::Blank;
                node = *self.edges.entry((node, word.number, blank)).or_insert(next);
            }
            if node == next {
                self.ends.push(NONE);
            }
        }
        let end = self.ends.get_mut(node as usize)?;
        if *end != NONE {
            return Some(*end);
        }
        *end = thing;
        None
    }

    /// The longest name that starts with the first of `pieces`: how many pieces it takes, and its
    /// thing. `folded` is room to work in.
    pub(super) fn longest(
        &self,
        text: &str,
        pieces: &[Piece],
        folded: &mut String,
    ) -> Option<(usize, u32)> {
        let first = pieces.first()?.of(text);
        let mut node = self.words.get(self.fold.apply(first, folded))?.first;
        let mut best = None;
        for (at, piece) in pieces.iter().enumerate() {
            if at > 0 {
                match self.step(node, text, piece, folded) {
                    Some(next) => node = next,
                    None => break,
                }
            }
            // A word that begins no name has no node.
            match self.ends.get(node as usize) {
                Some(&thing) if thing != NONE && piece.ends_token => best = Some((at + 1, thing)),
                Some(_) => {}
                None => break,
            }
        }
        best
    }

    /// The node behind `node` by the next piece.
    fn step(&self, node: u32, text: &str, next: &Piece, folded: &mut String) -> Option<u32> {
        if next.before == Gap::Break {
            return None;
        }
        let word = self.words.get(self.fold.apply(next.of(text), folded))?;
        let edge = (node, word.number, next.before == Gap::Blank);
        self.edges.get(&edge).copied()
    }
}
