//! What names of elements and words of blocks say by themselves.
//!
//! *What:* two linear models over hashed tokens. One adds up what the words in the `class` and
//! `id` of the elements around a block weigh (`excerpt`, `swiper`, `byline`), the other what
//! the words of a short block weigh, alone and in pairs (`subscribe to`, `read more`). The sums
//! are numbers among the others that the scorer sees.
//!
//! *Why:* the lists of the rules hold what a person thought of; a weight also says how much a
//! name is worth.
//!
//! *Known misses:* names that a build tool made up; words of languages that the training data
//! do not have.
//!
//! Format of the model, little-endian: for names and for words each a count `u32` and as many
//! entries of hash `u32` and weight `i8`, in units of 1/32.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::region::Region;
use crate::{
    html::tree::{NodeId, Tree},
    letters::{SEED, mix, word_hashes},
};

/// One unit of a stored weight.
const UNIT: f32 = 1.0 / 32.0;

/// Elements around a block whose names count.
const AROUND: usize = 7;

/// Elements around a block whose tags count.
const TAGS: usize = 4;

/// Blocks of more bytes are prose, whose words say nothing of this kind.
pub(crate) const LONGEST: usize = 240;

/// The shipped model; see the model card in `models/blocks.md`.
static EVIDENCE: LazyLock<Evidence> =
    LazyLock::new(|| Evidence::from_bytes(include_bytes!("../../models/evidence.bin")));

/// Weights of hashed tokens.
pub type Weights = FxHashMap<u32, f32>;

/// Weights of names and of words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Weights of the names of elements.
    pub names: Weights,
    /// Weights of the words of blocks.
    pub words: Weights,
}

impl Evidence {
    /// Writes the weights, those that round to nothing left out.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = vec![];
        for weights in [&self.names, &self.words] {
            let mut entries: Vec<(u32, i8)> = weights
                .iter()
                .map(|(hash, weight)| (*hash, (weight / UNIT).round().clamp(-127.0, 127.0) as i8))
                .filter(|(_, weight)| *weight != 0)
                .collect();
            entries.sort_unstable();
            out.extend((entries.len() as u32).to_le_bytes());
            for (hash, weight) in entries {
                out.extend(hash.to_le_bytes());
                out.extend(weight.to_le_bytes());
            }
        }
        out
    }

    /// Reads weights; what is cut off is empty.
    pub fn from_bytes(mut bytes: &[u8]) -> Self {
        let mut read = || {
            let mut weights = Weights::default();
            let Some((count, rest)) = bytes.split_first_chunk() else {
                return weights;
            };
            bytes = rest;
            for _ in 0..u32::from_le_bytes(*count) {
                let Some(([a, b, c, d, weight], rest)) = bytes.split_first_chunk() else {
                    break;
                };
                bytes = rest;
                let weight = f32::from(i8::from_le_bytes([*weight])) * UNIT;
                weights.insert(u32::from_le_bytes([*a, *b, *c, *d]), weight);
            }
            weights
        };
        Self {
            names: read(),
            words: read(),
        }
    }
}

/// Weights, with a filter before them: most tokens have none.
#[derive(Debug)]
struct Table<'a> {
    weights: &'a Weights,
    /// A bit for each of [`Self::bit`], set where there is a token with it.
    filter: Vec<u64>,
}

/// The shipped weights as tables.
static NAMES: LazyLock<Table<'static>> = LazyLock::new(|| Table::new(&EVIDENCE.names));
static WORDS: LazyLock<Table<'static>> = LazyLock::new(|| Table::new(&EVIDENCE.words));

impl<'a> Table<'a> {
    /// Bits of the filter, as a power of two: 32 kB, which stay in a cache.
    const BITS: u32 = 18;

    fn new(weights: &'a Weights) -> Self {
        let mut filter = vec![0; 1 << (Self::BITS - 6)];
        for &token in weights.keys() {
            let (at, bit) = Self::bit(token);
            filter[at] |= bit;
        }
        Self { weights, filter }
    }

    /// The word and the bit in it of a token.
    fn bit(token: u32) -> (usize, u64) {
        let at = token.wrapping_mul(0x9e37_79b1) >> (32 - Self::BITS);
        ((at >> 6) as usize, 1 << (at & 63))
    }

    fn weight(&self, token: u32) -> f32 {
        let (at, bit) = Self::bit(token);
        if self.filter[at] & bit == 0 {
            return 0.0;
        }
        self.weights.get(&token).copied().unwrap_or_default()
    }
}

/// Sums over the names around blocks.
pub(crate) struct NameSums<'a> {
    tree: &'a Tree,
    region: &'a Region,
    decoded: &'a str,
    /// The last element that was around a block, and the sum from there outward.
    last: (NodeId, f32),
    /// Sums of the names met so far.
    of_names: FxHashMap<&'a str, Sums>,
}

/// What names weigh.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    /// On any element around a block.
    around: f32,
    /// Besides, on the innermost.
    innermost: f32,
}

impl<'a> NameSums<'a> {
    pub(crate) fn new(tree: &'a Tree, region: &'a Region, decoded: &'a str) -> Self {
        Self {
            tree,
            region,
            decoded,
            last: (NodeId::MAX, 0.0),
            of_names: FxHashMap::default(),
        }
    }

    /// What the names of the element of a block and of those around it weigh together.
    pub(crate) fn of(&mut self, block: NodeId) -> f32 {
        let own = self.element(block);
        let mut sum = own.innermost + own.around;
        innermost_tags(self.tree, block, |token| sum += NAMES.weight(token));
        // Neighbours mostly stand in the same element.
        let parent = self.tree.nodes[block as usize].parent;
        if self.last.0 != parent {
            let (mut outer, mut node) = (0.0, parent);
            for _ in 1..AROUND {
                outer += self.element(node).around;
                node = self.tree.nodes[node as usize].parent;
            }
            self.last = (parent, outer);
        }
        sum + self.last.1
    }

    fn element(&mut self, node: NodeId) -> Sums {
        let mut sums = Sums::default();
        for names in names_of(self.region, self.decoded, node) {
            let own = *self.of_names.entry(names).or_insert_with(|| {
                let mut own = Sums::default();
                words_of_names(names, |token| {
                    own.around += NAMES.weight(token);
                    own.innermost += NAMES.weight(innermost(token));
                });
                own
            });
            sums.around += own.around;
            sums.innermost += own.innermost;
        }
        sums
    }
}

/// Hashes of the names around a block, as [`NameSums`] weighs them.
pub(crate) fn names(tree: &Tree, region: &Region, decoded: &str, block: NodeId) -> Vec<u32> {
    let mut out = vec![];
    for names in names_of(region, decoded, block) {
        words_of_names(names, |token| out.push(innermost(token)));
    }
    innermost_tags(tree, block, |token| out.push(token));
    let mut node = block;
    for _ in 0..AROUND {
        for names in names_of(region, decoded, node) {
            words_of_names(names, |token| out.push(token));
        }
        node = tree.nodes[node as usize].parent;
    }
    out
}

/// A word in a name of the innermost element, which says more there than further out.
fn innermost(token: u32) -> u32 {
    token ^ 0x5bd1_e995
}

/// The tags of the innermost few elements.
fn innermost_tags(tree: &Tree, block: NodeId, mut take: impl FnMut(u32)) {
    let mut node = block;
    for step in 0..TAGS {
        let element = tree.nodes[node as usize];
        take(mix(0x1000_0000 + step as u32, element.tag as u32));
        node = element.parent;
    }
}

/// The values of `class` and `id` of an element.
fn names_of<'a>(region: &Region, decoded: &'a str, node: NodeId) -> impl Iterator<Item = &'a str> {
    let names = region.names[node as usize];
    [names.class, names.id]
        .into_iter()
        .filter(|span| !span.is_empty())
        .map(|span| span.of(decoded))
}

/// Words in names: runs of letters, parted also where a capital follows a small letter.
fn words_of_names(names: &str, mut take: impl FnMut(u32)) {
    let (mut hash, mut len) = (SEED, 0);
    let mut previous = 0u8;
    for &byte in &names.as_bytes()[..names.len().min(1_000)] {
        let camel = byte.is_ascii_uppercase() && previous.is_ascii_lowercase();
        if !byte.is_ascii_alphabetic() || camel {
            if (3..=16).contains(&len) {
                take(hash);
            }
            (hash, len) = (SEED, 0);
        }
        if byte.is_ascii_alphabetic() {
            hash = mix(hash, byte.to_ascii_lowercase().into());
            len += 1;
        }
        previous = byte;
    }
    if (3..=16).contains(&len) {
        take(hash);
    }
}

/// What the words of a block weigh; nothing where it is long.
pub(crate) fn weight_of_words(text: &str) -> f32 {
    let mut sum = 0.0;
    each_word(text, |token| sum += WORDS.weight(token));
    sum
}

/// Hashes of the words of a block, as [`weight_of_words`] weighs them.
pub(crate) fn words(text: &str) -> Vec<u32> {
    let mut out = vec![];
    each_word(text, |token| out.push(token));
    out
}

/// Words, pairs of neighbours, the first word as the first and the last as the last. A word
/// with digits is a number.
fn each_word(text: &str, mut take: impl FnMut(u32)) {
    if text.len() >= LONGEST {
        return;
    }
    let mut previous: Option<u32> = None;
    word_hashes(text, |hash, has_digits| {
        let word = if has_digits { 1 } else { hash };
        take(word);
        match previous {
            None => take(word ^ 0x2545_f491),
            Some(before) => take(before.rotate_left(11).wrapping_mul(0x85eb_ca6b) ^ word),
        }
        previous = Some(word);
    });
    if let Some(last) = previous {
        take(last ^ 0x9e37_79b9);
    }
}

#[cfg(test)]
mod tests {
    use super::{EVIDENCE, Evidence, words, words_of_names};

    fn tokens(names: &str) -> Vec<u32> {
        let mut out = vec![];
        words_of_names(names, |token| out.push(token));
        out
    }

    #[test]
    fn names_are_parted_into_words() {
        assert_eq!(tokens("post__excerpt"), tokens("Post excerpt"));
        assert_eq!(tokens("imageCaption"), tokens("image-caption"));
        assert_eq!(tokens("a b2 xy"), Vec::<u32>::new());
    }

    #[test]
    fn words_fold_case_and_numbers() {
        assert_eq!(words("Read 12 more"), words("read 7 MORE"));
        assert_ne!(words("read more"), words("more read"));
        assert_eq!(words(&"word ".repeat(100)), Vec::<u32>::new());
    }

    #[test]
    fn weights_round_trip() {
        let mut evidence = Evidence::default();
        evidence.names.insert(7, 0.5);
        evidence.words.insert(9, -1.25);
        evidence.words.insert(8, 0.0);
        let read = Evidence::from_bytes(&evidence.to_bytes());
        evidence.words.remove(&8);
        assert_eq!(read, evidence);
        assert_eq!(Evidence::from_bytes(&[9, 0, 0, 0, 1]), Evidence::default());
        assert!(EVIDENCE.names.len() > 100 && EVIDENCE.words.len() > 1_000);
    }
}
