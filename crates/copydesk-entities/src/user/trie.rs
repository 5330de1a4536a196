//! Names as paths through a trie of words.

use rustc_hash::FxHashMap;

use super::{
    fold::Fold,
    pieces::{Gap, Piece},
};

/// A word that is in no name, a node that no name ends at, a place without a word.
const NONE: u32 = u32::MAX;

/// All names that are compared in one way.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Trie {
    /// Folded words of names to their numbers.
    words: FxHashMap<Box<str>, u32>,
    /// From a node, by a word and whether a blank stands before it.
    edges: FxHashMap<(u32, u32, bool), u32>,
    /// The thing whose name ends at a node.
    ends: Vec<u32>,
}

impl Trie {
    /// Adds a name of `thing`, unless it is there already: then returns whose it is.
    pub(super) fn add(
        &mut self,
        name: &str,
        pieces: &[Piece],
        fold: Fold,
        thing: u32,
    ) -> Option<u32> {
        if pieces.is_empty() {
            return None;
        }
        if self.ends.is_empty() {
            self.ends.push(NONE);
        }
        let mut folded = String::new();
        let mut node = 0;
        for (at, piece) in pieces.iter().enumerate() {
            let word = fold.apply(&name[piece.start as usize..piece.end as usize], &mut folded);
            let word = if let Some(&known) = self.words.get(word) {
                known
            } else {
                let next = self.words.len() as u32;
                self.words.insert(word.into(), next);
                next
            };
            let blank = at > 0 && piece.before == Gap::Blank;
            let next = self.ends.len() as u32;
            node = *self.edges.entry((node, word, blank)).or_insert(next);
            if node == next {
                self.ends.push(NONE);
            }
        }
        let end = &mut self.ends[node as usize];
        if *end != NONE {
            return Some(*end);
        }
        *end = thing;
        None
    }

    /// The numbers of the words of a text; [`NONE`] for those that are in no name.
    pub(super) fn words(&self, text: &str, pieces: &[Piece], fold: Fold) -> Vec<u32> {
        let mut folded = String::new();
        pieces
            .iter()
            .map(|piece| {
                let word = fold.apply(&text[piece.start as usize..piece.end as usize], &mut folded);
                self.words.get(word).copied().unwrap_or(NONE)
            })
            .collect()
    }

    /// The longest name that starts at piece `first`: the piece after it, and its thing.
    pub(super) fn longest(
        &self,
        pieces: &[Piece],
        words: &[u32],
        first: usize,
    ) -> Option<(usize, u32)> {
        let mut best = None;
        let mut node = 0;
        for (at, piece) in pieces.iter().enumerate().skip(first) {
            if words[at] == NONE || at > first && piece.before == Gap::Break {
                break;
            }
            let blank = at > first && piece.before == Gap::Blank;
            match self.edges.get(&(node, words[at], blank)) {
                Some(&next) => node = next,
                None => break,
            }
            let thing = self.ends[node as usize];
            if thing != NONE && piece.ends_token {
                best = Some((at + 1, thing));
            }
        }
        best
    }
}
