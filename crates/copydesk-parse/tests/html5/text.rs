//! Text for comparison: the letters, and between which of them the words end.

use std::collections::BTreeSet;

use super::letters;

/// A text without its white space.
#[derive(Debug, Default)]
pub(crate) struct Text {
    /// What shows something.
    pub(crate) letters: String,
    /// Bytes of `letters` before which there is white space.
    parts: BTreeSet<usize>,
    /// Bytes of `letters` before which there may be some.
    may_part: BTreeSet<usize>,
}

impl Text {
    /// Appends text with white space.
    pub(crate) fn push(&mut self, text: &str) {
        for piece in text.split_inclusive(char::is_whitespace) {
            self.letters.push_str(&letters(piece));
            if piece.ends_with(char::is_whitespace) {
                self.part();
            }
        }
    }

    /// A word ends here.
    pub(crate) fn part(&mut self) {
        self.parts.insert(self.letters.len());
    }

    /// A word may end here.
    pub(crate) fn may_part(&mut self) {
        self.may_part.insert(self.letters.len());
    }

    /// Where `self`, of the same letters as `oracle`, parts the words otherwise.
    pub(crate) fn parted_otherwise(&self, oracle: &Self) -> Vec<usize> {
        let inner = |at: &&usize| (1..self.letters.len()).contains(*at);
        let missing = oracle.parts.difference(&self.parts).filter(inner);
        let added = self.parts.difference(&oracle.parts).filter(inner);
        missing
            .chain(added.filter(|at| !oracle.may_part.contains(at)))
            .copied()
            .collect()
    }

    /// The letters around a byte, with blanks between the words.
    pub(crate) fn around(&self, at: usize) -> String {
        let mut out = String::new();
        for (here, letter) in self.letters.char_indices() {
            if here + 60 < at || here > at + 60 {
                continue;
            }
            if self.parts.contains(&here) {
                out.push(' ');
            }
            out.push(letter);
        }
        out
    }
}
