//! What the rules have found so far.

use copydesk_core::record::Label;

/// One mention, in words.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// First word.
    pub(crate) first: usize,
    /// The word after the last one.
    pub(crate) end: usize,
    pub(crate) label: Label,
    /// The entry of the lists that it is, if it is one.
    pub(crate) entry: Option<u32>,
    pub(crate) confidence: f32,
    pub(crate) why: &'static str,
}

/// The mentions so far, and which words they take.
#[derive(Debug)]
pub(super) struct Findings {
    pub(super) found: Vec<Found>,
    taken: Vec<bool>,
}

impl Findings {
    pub(super) fn new(words: usize) -> Self {
        Self {
            found: Vec::new(),
            taken: vec![false; words],
        }
    }

    /// Adds a mention. Words that are taken already stay with what took them: then nothing is
    /// added.
    pub(super) fn add(&mut self, found: Found) -> bool {
        let words = &mut self.taken[found.first..found.end];
        if words.iter().any(|&taken| taken) {
            return false;
        }
        words.fill(true);
        self.found.push(found);
        true
    }

    /// Takes all mentions out.
    pub(super) fn take_all(&mut self) -> Vec<Found> {
        self.taken.fill(false);
        std::mem::take(&mut self.found)
    }

    pub(super) fn is_taken(&self, word: usize) -> bool {
        self.taken.get(word).copied().unwrap_or(true)
    }
}
