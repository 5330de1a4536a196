//! Clusters of words that stand between the same neighbours in news.
//!
//! *What*: two classes for each of some ten thousand words, a coarse and a fine one.
//! *Example*: `Seoul` and `Jakarta` share their classes, as do `cellist` and `painter`.
//! *Why*: a word that no training text has is then like others of its class.
//! *Known misses*: two meanings of a word share one class.

use std::mem;

use super::atoms;
use crate::gazetteer::planes::rows;

/// A coarse class and a fine one; nothing for words that have none.
pub(super) type Pair = [u16; 2];

/// The classes of words, by a hash of their lower-case form.
#[derive(Debug, Default)]
pub struct Clusters {
    /// Open addressing, with a power of two of slots; hash 0 is an empty one.
    slots: Vec<(u32, Pair)>,
}

const MAGIC: &[u8; 4] = b"CDC2";

/// Bytes of a word in the file, as planes: how much the hash is above the one before it, and two
/// classes.
const ENTRY: usize = 8;

impl Clusters {
    /// The clusters of words in the form that [`lower_form`](crate::training::lower_form) gives.
    pub fn new<'w>(words: impl Iterator<Item = (&'w str, [u16; 2])>) -> Self {
        Self::hashed(
            words
                .map(|(form, classes)| (atoms::hash(form.as_bytes()), classes))
                .collect(),
        )
    }

    fn hashed(mut words: Vec<(u32, Pair)>) -> Self {
        words.sort_unstable();
        words.dedup_by_key(|word| word.0);
        let mut clusters = Self {
            slots: vec![(0, [0; 2]); (words.len() * 2).next_power_of_two()],
        };
        for word in words {
            let mut at = clusters.first_slot(word.0);
            while clusters.slots[at].0 != 0 {
                at = (at + 1) % clusters.slots.len();
            }
            clusters.slots[at] = word;
        }
        clusters
    }

    fn first_slot(&self, hash: u32) -> usize {
        hash as usize & (self.slots.len() - 1)
    }

    /// The classes of the word whose lower-case form has this hash.
    pub(super) fn get(&self, hash: u32) -> Pair {
        if self.slots.is_empty() || hash == 0 {
            return [0; 2];
        }
        let mut at = self.first_slot(hash);
        loop {
            let (known, classes) = self.slots[at];
            if known == hash {
                return classes;
            }
            if known == 0 {
                return [0; 2];
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// The bytes of the file: the words in the order of their hashes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut words: Vec<_> = self.slots.iter().filter(|word| word.0 != 0).collect();
        words.sort_unstable();
        let mut last = 0;
        let rows: Vec<[u8; ENTRY]> = (words.into_iter())
            .map(|&(hash, classes)| {
                let above = hash.wrapping_sub(mem::replace(&mut last, hash));
                let mut row = [0; ENTRY];
                row[..4].copy_from_slice(&above.to_le_bytes());
                row[4..].copy_from_slice(classes.map(u16::to_le_bytes).as_flattened());
                row
            })
            .collect();
        let planes = (0..ENTRY).flat_map(|at| rows.iter().map(move |row| row[at]));
        MAGIC.iter().copied().chain(planes).collect()
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote; `None` where the bytes are something else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let planes = bytes.strip_prefix(MAGIC)?;
        let mut hash = 0u32;
        let words = rows::<ENTRY>(planes)?
            .into_iter()
            .map(|[a, b, c, d, e, f, g, h]| {
                hash = hash.wrapping_add(u32::from_le_bytes([a, b, c, d]));
                let classes = [u16::from_le_bytes([e, f]), u16::from_le_bytes([g, h])];
                (hash, classes)
            });
        Some(Self::hashed(words.collect()))
    }
}
