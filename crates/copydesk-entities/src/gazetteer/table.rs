//! Looks words up in the compiled lists. See [`layout`](super::layout) for the bytes.

use super::layout::{GROUP, HEAD, PHRASE, hash, number};

/// The keys and where they stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table {
    cells: &'static [u32],
    keys: &'static [u8],
    /// How far a hash is moved to the right to be the number of its cell.
    shift: u32,
}

/// What the lists have under a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    /// Which lists of single words have it.
    pub(super) flags: u16,
    short: &'static [u8],
    long: &'static [u8],
}

impl Table {
    /// The keys with their cells.
    pub(super) fn new((cells, shift): (&'static [u32], u32), keys: &'static [u8]) -> Self {
        Self { cells, keys, shift }
    }

    /// What the lists have under `word`.
    #[inline]
    pub(super) fn find(&self, word: &[u8]) -> Option<Key> {
        let mut last = *self.cells.get((hash(word) >> self.shift) as usize)? as usize;
        while let Some(start) = last.checked_sub(1) {
            let (head, rest) = self.keys.get(start..)?.split_first_chunk::<HEAD>()?;
            let [len, low, high, short, l0, l1, l2, before @ ..] = *head;
            let (key, rest) = rest.split_at_checked(usize::from(len))?;
            if key == word {
                let (short, rest) = rest.split_at_checked(usize::from(short))?;
                return Some(Key {
                    flags: u16::from_le_bytes([low, high]),
                    short,
                    long: rest.get(..number([l0, l1, l2]))?,
                });
            }
            last = number(before);
        }
        None
    }
}

impl Key {
    /// The phrases that can stand where `second` is the second byte behind the word, the longest
    /// first.
    #[inline]
    pub(super) fn phrases(self, second: Option<u8>) -> impl Iterator<Item = (u32, &'static [u8])> {
        let group = second.and_then(|second| self.group(second));
        Phrases(group.unwrap_or_default()).chain(Phrases(self.short))
    }

    fn group(self, second: u8) -> Option<&'static [u8]> {
        let mut groups = self.long;
        while let Some((head, rest)) = groups.split_first_chunk::<GROUP>() {
            let [byte, len @ ..] = *head;
            let (phrases, rest) = rest.split_at_checked(number(len))?;
            if byte == second {
                return Some(phrases);
            }
            groups = rest;
        }
        None
    }
}

/// The entries and texts of phrases that stand one behind the other.
struct Phrases(&'static [u8]);

impl Iterator for Phrases {
    type Item = (u32, &'static [u8]);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (head, rest) = self.0.split_first_chunk::<PHRASE>()?;
        let [entry @ .., len] = *head;
        let (phrase, rest) = rest.split_at_checked(usize::from(len))?;
        self.0 = rest;
        Some((number(entry) as u32, phrase))
    }
}
