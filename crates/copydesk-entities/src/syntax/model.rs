//! Which part of speech a word is where it may be several: a greedy averaged perceptron
//! (Collins, 2002), asked only for such words.
//!
//! The features of a word are hashed into one table of weights with a row of its own for each
//! tag; what stands to its left is tagged already, what stands to its right gives its possible
//! tags.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::tag::{Tag, Tags};

/// Number of weights; a power of two.
pub const WEIGHTS: usize = 1 << 18;

/// Number of features of a word.
pub const FEATURES: usize = 16;

/// A word as the model sees it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// Hash of its lower-case form; the same one for all numbers.
    pub word: u32,
    /// Hash of its last three letters.
    pub suffix: u32,
    /// The tags it may have.
    pub tags: Tags,
    /// 0: lower case; 1: capital; 2: capital at the start of a sentence; 3: all capitals.
    pub shape: u8,
}

/// The hash of a form.
pub(crate) fn hash(form: &[u8]) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(form);
    let hash = hasher.finish();
    (hash >> 32) as u32 ^ hash as u32
}

/// The features of word `at` of a sentence; `tagged` are the tags of the words before it.
pub fn features(words: &[Seen], at: usize, tagged: &[Tag]) -> [u32; FEATURES] {
    let word = |offset: isize| -> Seen {
        (at.checked_add_signed(offset))
            .and_then(|index| words.get(index))
            .copied()
            .unwrap_or_default()
    };
    let tag = |back: usize| -> u32 {
        at.checked_sub(back)
            .map_or(99, |index| u32::from(tagged[index] as u8))
    };
    let set = |seen: Seen| {
        let number = seen.tags.number();
        (number ^ number >> 29).wrapping_mul(0x9e37_79b9) as u32
    };
    let (this, next, after, before) = (word(0), word(1), word(2), word(-1));
    let (t1, t2) = (tag(1), tag(2));
    let mix = |kind: u32, a: u32, b: u32| {
        (a.wrapping_mul(0x85eb_ca6b) ^ b.rotate_left(15).wrapping_mul(0xc2b2_ae35))
            .wrapping_add(kind.wrapping_mul(0x27d4_eb2f))
    };
    [
        mix(1, this.word, 0),
        mix(2, this.suffix, u32::from(this.shape)),
        mix(3, t1, 0),
        mix(4, t1, t2),
        mix(5, set(this), t1),
        mix(6, set(next), t1),
        mix(7, this.word, t1),
        mix(8, next.word, set(this)),
        mix(9, before.word, set(this)),
        mix(10, set(next), set(after)),
        mix(11, this.word, set(next)),
        mix(12, this.suffix, t1),
        mix(13, this.word, before.word),
        mix(14, this.word, next.word),
        mix(15, word(-2).word, set(this)),
        mix(
            16,
            set(next) ^ set(this),
            t1.wrapping_mul(64).wrapping_add(t2),
        ),
    ]
}

/// Where the weight of a feature for a tag stands.
pub fn slot(feature: u32, tag: Tag) -> usize {
    let mixed = (feature ^ (tag as u32).wrapping_mul(0x9e37_79b1)).wrapping_mul(0xcc9e_2d51);
    (mixed >> (32 - WEIGHTS.trailing_zeros())) as usize
}

/// The best tag of a word. `weight` gives the weight at a slot.
pub fn best(tags: Tags, features: &[u32; FEATURES], weight: impl Fn(usize) -> i32) -> Tag {
    let mut best = (i32::MIN, Tag::Nn);
    for tag in tags.iter() {
        let score: i32 = (features.iter())
            .map(|&feature| weight(slot(feature, tag)))
            .sum();
        if score > best.0 {
            best = (score, tag);
        }
    }
    best.1
}
