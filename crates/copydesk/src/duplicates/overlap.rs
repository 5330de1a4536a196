//! What two texts have in common, by their sketches.

use super::{
    postings::{ALONE, Postings},
    sketch::limit,
    state::{Document, Facts, State},
};

/// What an earlier and a later text have in common. Counts are of hashes below the limit of both.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Overlap {
    /// Of how many words one hash is left, as a power of two.
    pub(super) level: u8,
    /// Hashes of the earlier and of the later one, and what they count.
    pub(super) counts: [u32; 2],
    pub(super) weights: [f32; 2],
    /// Hashes of both.
    pub(super) shared: u32,
    pub(super) weight: f32,
    /// Passages without a difference, and the hashes of the longest.
    pub(super) runs: u32,
    pub(super) longest: u32,
    /// How often a passage of the earlier one stands before the one that it follows.
    pub(super) turns: u32,
    /// Hashes before the first, behind the last that both have.
    pub(super) before: [u32; 2],
    pub(super) behind: [u32; 2],
    /// Hashes between these that the other one lacks.
    pub(super) inside: [u32; 2],
    /// Things that each of them names, as far as they can be compared, and that both do.
    pub(super) facts: [u32; 2],
    pub(super) same_facts: u32,
}

/// Compares one document with others.
#[derive(Debug)]
pub(super) struct Comparison<'s> {
    state: &'s State,
    postings: &'s Postings,
    /// By hash that is shared: the document that was looked at last, and where it has it.
    places: Vec<(u32, u32)>,
    /// The later document: its hashes below the limit that is in force, numbered.
    level: u8,
    numbers: Vec<u32>,
    count: u32,
    weight: f32,
    facts: Option<Facts>,
    pub(super) steps: u64,
}

/// A document with its number among those that are compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbered<'s> {
    pub(super) number: u32,
    pub(super) document: &'s Document,
}

impl<'s> Comparison<'s> {
    pub(super) fn new(state: &'s State, postings: &'s Postings) -> Self {
        Self {
            state,
            postings,
            places: vec![(ALONE, 0); postings.len()],
            level: 0,
            numbers: Vec::new(),
            count: 0,
            weight: 0.0,
            facts: None,
            steps: 0,
        }
    }

    /// The document that the next ones are compared with.
    pub(super) fn of(&mut self, later: Numbered<'_>) {
        self.level = 0;
        self.facts = Some(self.state.facts(later.document));
        for (place, &term) in self.postings.terms(later.number).iter().enumerate() {
            if term != ALONE {
                self.places[term as usize] = (later.number, place as u32);
            }
        }
    }

    /// Numbers the hashes of the later document below the limit of a level.
    fn number(&mut self, later: Numbered<'_>, level: u8) {
        if self.level == level {
            return;
        }
        self.level = level;
        self.numbers.clear();
        (self.count, self.weight) = (0, 0.0);
        let terms = self.postings.terms(later.number);
        for (&hash, &term) in self.state.hashes(later.document).iter().zip(terms) {
            self.steps += 1;
            self.numbers.push(self.count);
            if hash < limit(level) {
                self.count += 1;
                self.weight += self.postings.weight(term);
            }
        }
    }

    /// What an earlier document and the one given to [`Self::of`] have in common.
    pub(super) fn with(&mut self, earlier: Numbered<'_>, later: Numbered<'_>) -> Overlap {
        let level = (earlier.document.outline.level).max(later.document.outline.level);
        self.number(later, level);
        let mut overlap = Overlap {
            level,
            counts: [0, self.count],
            weights: [0.0, self.weight],
            ..Overlap::default()
        };
        let terms = self.postings.terms(earlier.number);
        // Of the later one: the first and the last that both have.
        let (mut first, mut last) = (u32::MAX, 0);
        let (mut run, mut before) = (0, None);
        let mut previous = 0;
        for (&hash, &term) in self.state.hashes(earlier.document).iter().zip(terms) {
            self.steps += 1;
            if hash >= limit(level) {
                continue;
            }
            let at = overlap.counts[0];
            overlap.counts[0] += 1;
            let weight = self.postings.weight(term);
            overlap.weights[0] += weight;
            let place = (term != ALONE).then(|| self.places[term as usize]);
            let Some((_, place)) = place.filter(|place| place.0 == later.number) else {
                before = None;
                continue;
            };
            let number = self.numbers[place as usize];
            if overlap.shared == 0 {
                overlap.before[0] = at;
            }
            overlap.turns += u32::from(number < previous);
            previous = number;
            overlap.shared += 1;
            overlap.weight += weight;
            overlap.behind[0] = at + 1;
            (first, last) = (first.min(number), last.max(number));
            if before != number.checked_sub(1) || before.is_none() {
                overlap.runs += 1;
                run = 0;
            }
            run += 1;
            overlap.longest = overlap.longest.max(run);
            before = Some(number);
        }
        if overlap.shared > 0 {
            overlap.before[1] = first;
            overlap.behind[1] = last + 1;
            for side in 0..2 {
                let within = overlap.behind[side] - overlap.before[side];
                overlap.inside[side] = within.saturating_sub(overlap.shared);
                overlap.behind[side] = overlap.counts[side] - overlap.behind[side];
            }
        }
        if let Some(facts) = &self.facts {
            overlap.compare_facts(&self.state.facts(earlier.document), facts);
        }
        overlap
    }
}

impl Overlap {
    /// Both lists hold the smallest hashes only, so they are compared as far as both reach.
    fn compare_facts(&mut self, earlier: &Facts, later: &Facts) {
        let reach = |facts: &Facts| match facts.all() {
            all if all.len() < super::sketch::MAX_FACTS => u16::MAX,
            all => all[all.len() - 1],
        };
        let reach = reach(earlier).min(reach(later));
        let within = |facts: &Facts| facts.all().partition_point(|&fact| fact <= reach);
        let [a, b] = [within(earlier), within(later)];
        let (mine, others) = (&earlier.all()[..a], &later.all()[..b]);
        self.facts = [a as u32, b as u32];
        let (mut i, mut j) = (0, 0);
        while let (Some(one), Some(other)) = (mine.get(i), others.get(j)) {
            self.same_facts += u32::from(one == other);
            i += usize::from(one <= other);
            j += usize::from(other <= one);
        }
    }

    /// How much of the earlier and of the later one the other has, 0 to 1.
    pub(super) fn contained(&self) -> [f32; 2] {
        self.counts
            .map(|count| self.shared as f32 / count.max(1) as f32)
    }

    /// How much of each lies between the first and the last that both have, 0 to 1.
    pub(super) fn covered(&self) -> [f32; 2] {
        [0, 1].map(|side| {
            let outside = self.before[side] + self.behind[side];
            self.counts[side].saturating_sub(outside) as f32 / self.counts[side].max(1) as f32
        })
    }

    /// The same with what many documents have counting less.
    pub(super) fn weighted(&self) -> [f32; 2] {
        self.weights
            .map(|weight| self.weight / weight.max(f32::MIN_POSITIVE))
    }

    /// How much of what the one that names less is named by the other, 0 to 1, a little less where
    /// that is not much; `None` where it is too little to tell.
    pub(super) fn agreement(&self) -> Option<f32> {
        let fewer = self.facts[0].min(self.facts[1]);
        (fewer >= 3).then(|| (self.same_facts as f32 + 0.5) / (fewer as f32 + 1.0))
    }

    /// Whether what they have in common is the beginning of both or the end of both, nearly without
    /// a difference: maybe lines of a site.
    pub(super) fn at_an_edge(&self) -> bool {
        let edge = self.before == [0, 0] || self.behind == [0, 0];
        edge && self.longest * 5 >= self.shared * 4
    }

    /// Words that so many hashes stand for.
    pub(super) fn words(&self, hashes: u32) -> u32 {
        hashes << self.level.min(16)
    }
}
