//! Which documents share hashes: the candidates for a comparison.
//!
//! *How*: hashes that one document has alone, nine of ten, are set aside with two bitmaps; the
//! others are sorted. Each document then looks, for each of its hashes, at the first documents
//! of its window that have it, and at those right before it. So a hash that a hundred thousand
//! documents share costs no more than one that eight do, and which are looked at depends on the
//! documents alone.

use super::state::{Document, State};

/// How many of the first and of the last documents with a hash are looked at.
const EACH_END: usize = 4;
/// How many candidates are compared.
const MAX_CANDIDATES: usize = 16;
/// Documents up to which a hash counts in full.
const RARE: u32 = 16;
/// A hash that no other document has.
pub(super) const ALONE: u32 = u32::MAX;

/// Documents by the hashes that they share. Documents are numbered in order of their days.
#[derive(Debug)]
pub(super) struct Postings {
    /// Documents, in ascending order for each hash.
    documents: Vec<u32>,
    /// By hash: where its documents begin; one more at the end.
    starts: Vec<u32>,
    /// By hash of a document: which hash it is, else [`ALONE`].
    terms: Vec<u32>,
    /// By document: where its hashes begin; one more at the end.
    firsts: Vec<u32>,
}

impl Postings {
    /// Of these documents.
    pub(super) fn new(state: &State, order: &[u32]) -> Self {
        let hashes_of = |at: u32| state.hashes(&state.documents[at as usize]);
        let mut firsts = Vec::with_capacity(order.len() + 1);
        firsts.push(0u32);
        let mut total = 0u32;
        for &at in order {
            // What does not fit any more has no hashes.
            total = total
                .checked_add(hashes_of(at).len() as u32)
                .unwrap_or(total);
            firsts.push(total);
        }
        let hashes = || {
            let counts = firsts
                .windows(2)
                .map(|bounds| (bounds[1] - bounds[0]) as usize);
            let each = order.iter().zip(counts);
            each.flat_map(|(&at, count)| hashes_of(at).iter().take(count).copied())
        };
        let shared = Shared::new(hashes(), total as usize);
        let mut keys: Vec<u64> = (hashes().zip(0u64..))
            .filter(|&(hash, _)| shared.maybe(hash))
            .map(|(hash, place)| (u64::from(hash) << 32) | place)
            .collect();
        sort(&mut keys);
        let mut postings = Self {
            documents: Vec::with_capacity(keys.len()),
            starts: vec![0],
            terms: vec![ALONE; total as usize],
            firsts,
        };
        let mut owners = Vec::with_capacity(total as usize);
        for (document, bounds) in postings.firsts.windows(2).enumerate() {
            owners.resize(
                owners.len() + (bounds[1] - bounds[0]) as usize,
                document as u32,
            );
        }
        for run in keys.chunk_by(|a, b| a >> 32 == b >> 32) {
            if run.len() < 2 {
                continue;
            }
            let term = postings.starts.len() as u32 - 1;
            for key in run {
                let place = *key as u32 as usize;
                postings.terms[place] = term;
                postings.documents.push(owners[place]);
            }
            postings.starts.push(postings.documents.len() as u32);
        }
        postings
    }

    /// Which hashes a document has.
    pub(super) fn terms(&self, document: u32) -> &[u32] {
        let at = document as usize;
        &self.terms[self.firsts[at] as usize..self.firsts[at + 1] as usize]
    }

    /// How many hashes are shared.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    fn bounds(&self, term: u32) -> (usize, usize) {
        let at = term as usize;
        (self.starts[at] as usize, self.starts[at + 1] as usize)
    }

    /// What a hash counts: less, the more documents have it.
    pub(super) fn weight(&self, term: u32) -> f32 {
        if term == ALONE {
            return 1.0;
        }
        let (start, end) = self.bounds(term);
        let count = (end - start) as u32;
        if count <= RARE {
            1.0
        } else {
            1.0 / (1.0 + (count as f32 / RARE as f32).ln())
        }
    }
}

/// Which hashes more than one document may have.
struct Shared {
    once: Vec<u64>,
    twice: Vec<u64>,
    shift: u32,
}

impl Shared {
    fn new(hashes: impl Iterator<Item = u32>, count: usize) -> Self {
        let bits = (count.max(64) * 8).next_power_of_two();
        let mut shared = Self {
            once: vec![0; bits / 64],
            twice: vec![0; bits / 64],
            shift: 64 - bits.trailing_zeros(),
        };
        for hash in hashes {
            let (at, bit) = shared.place(hash);
            shared.twice[at] |= shared.once[at] & bit;
            shared.once[at] |= bit;
        }
        shared
    }

    fn place(&self, hash: u32) -> (usize, u64) {
        let place = u64::from(hash).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift;
        ((place / 64) as usize, 1 << (place % 64))
    }

    fn maybe(&self, hash: u32) -> bool {
        let (at, bit) = self.place(hash);
        self.twice[at] & bit != 0
    }
}

/// Sorts by the upper half; what is equal there stays in order.
fn sort(keys: &mut Vec<u64>) {
    const BITS: u32 = 11;
    let mut other = vec![0u64; keys.len()];
    for pass in 0..3 {
        let digit = |key: u64| (key >> (32 + pass * BITS)) as usize & ((1 << BITS) - 1);
        let mut places = vec![0u32; 1 << BITS];
        for &key in &*keys {
            places[digit(key)] += 1;
        }
        let mut sum = 0;
        for place in &mut places {
            sum += std::mem::replace(place, sum);
        }
        for &key in &*keys {
            let place = &mut places[digit(key)];
            other[*place as usize] = key;
            *place += 1;
        }
        std::mem::swap(keys, &mut other);
    }
}

/// A document with which another one shares hashes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    pub(super) document: u32,
    weight: f32,
    shared: u32,
}

/// Goes through the documents in order and finds the candidates of each among those before.
#[derive(Debug)]
pub(super) struct Search<'p> {
    postings: &'p Postings,
    /// By hash: the first of its documents within the window, and the first that has not come yet.
    windows: Vec<(u32, u32)>,
    /// By document: what it shares with the one that is looked at.
    shares: Vec<(f32, u32)>,
    touched: Vec<u32>,
    /// How many documents were looked at.
    pub(super) steps: u64,
}

impl<'p> Search<'p> {
    pub(super) fn new(postings: &'p Postings) -> Self {
        let windows =
            (0..postings.len()).map(|term| (postings.starts[term], postings.starts[term]));
        Self {
            postings,
            windows: windows.collect(),
            shares: vec![(0.0, 0); postings.firsts.len() - 1],
            touched: Vec::new(),
            steps: 0,
        }
    }

    /// The candidates of the next document, the best first. `from` is the first document of the
    /// window, `None` where all documents before are in it.
    pub(super) fn next(&mut self, document: u32, from: Option<u32>, found: &mut Vec<Candidate>) {
        let postings = self.postings;
        for &term in postings.terms(document) {
            if term == ALONE {
                continue;
            }
            let (first, next) = &mut self.windows[term as usize];
            if let Some(from) = from {
                while *first < *next && postings.documents[*first as usize] < from {
                    *first += 1;
                    self.steps += 1;
                }
            } else {
                // The window was moved on by those before.
                *first = postings.starts[term as usize];
            }
            let before = &postings.documents[*first as usize..*next as usize];
            *next += 1;
            let weight = postings.weight(term);
            let (start, end) = before.split_at(before.len().min(EACH_END));
            let end = &end[end.len().saturating_sub(EACH_END)..];
            for &other in start.iter().chain(end) {
                self.steps += 1;
                let share = &mut self.shares[other as usize];
                if share.1 == 0 {
                    self.touched.push(other);
                }
                share.0 += weight;
                share.1 += 1;
            }
        }
        found.clear();
        for other in self.touched.drain(..) {
            let (weight, shared) = std::mem::take(&mut self.shares[other as usize]);
            found.push(Candidate {
                document: other,
                weight,
                shared,
            });
        }
        found.sort_unstable_by(|a, b| {
            (b.weight.total_cmp(&a.weight)).then(a.document.cmp(&b.document))
        });
        found.truncate(MAX_CANDIDATES);
    }
}

impl Candidate {
    /// Whether it shares enough to be compared.
    pub(super) fn worth(&self, document: &Document, other: &Document) -> bool {
        self.shared > 1 || document.outline.words.min(other.outline.words) < 16
    }
}
