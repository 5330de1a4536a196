//! What work may grow by when the input is twice as large.

use std::fmt;

use crate::counter::Work;

/// All steps of a stage: two, and room for what sorts (2.1 at these sizes) and for a table that is
/// enlarged at one size and not at the other. A tenth of the work that grows with the square shows.
const MOST: f64 = 2.3;

/// The steps at one place, which a sum hides where they are few: what grows with the square grows
/// by four, twice in a row. What grows by less may be due to more digits of an offset; what does so
/// once, to a table that is enlarged at that size.
const MOST_AT_A_PLACE: f64 = 3.4;

/// A stage that grows by less looks at a part of its input only, and places in it at what happens to
/// be there.
const WHOLE: f64 = 1.5;

/// Steps a byte, or a document, of the largest size that nobody waits for: where a text is moved or
/// left alone, and how much is counted depends on what the allocator does.
const CHEAP: f64 = 0.1;

/// A place that grows by so much is not the same work on more, but another way of doing it, which
/// larger inputs take; more work in all shows in the sum.
const ANOTHER_WAY: f64 = 16.0;

/// Steps at one place that matter, of all at the largest size.
const SHARE: f64 = 0.01;

/// What a stage did on an input of four sizes, each twice the one before.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) stage: &'static str,
    pub(crate) input: String,
    /// Bytes of the smallest input, or documents.
    pub(crate) size: usize,
    pub(crate) work: [Work; 4],
}

impl Row {
    /// How much each size costs more than the one before.
    fn growth(&self) -> [f64; 3] {
        let steps = self.work.each_ref().map(|work| work.steps() as f64);
        [1, 2, 3].map(|at| steps[at] / steps[at - 1])
    }

    /// The largest growth of a place that matters, over both of the last two doublings: the less of
    /// the two.
    fn growth_at_a_place(&self) -> f64 {
        let [_, two, four, eight] = &self.work;
        let places = eight.places(SHARE * eight.steps() as f64);
        places
            .map(|(place, steps)| [two.at(place), four.at(place), steps].map(|n| n.max(1) as f64))
            .map(|[two, four, eight]| (four / two).min(eight / four))
            .filter(|&growth| growth < ANOTHER_WAY)
            .fold(0.0, f64::max)
    }

    /// Why this is more than proportion, if it is.
    pub(crate) fn too_fast(&self) -> Option<String> {
        let [.., largest] = &self.work;
        if (largest.steps() as f64) < CHEAP * 8.0 * self.size as f64 {
            return None;
        }
        if self.growth().into_iter().any(|growth| growth > MOST) {
            return Some(format!("grows by more than {MOST}: {self}"));
        }
        let [.., last] = self.growth();
        (last > WHOLE && self.growth_at_a_place() > MOST_AT_A_PLACE)
            .then(|| format!("a place grows by more than {MOST_AT_A_PLACE}: {self}"))
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { stage, input, .. } = self;
        let steps = self.work[0].steps() as f64 / self.size as f64;
        let [two, four, eight] = self.growth();
        let place = self.growth_at_a_place();
        write!(
            f,
            "{stage:<18} {input:<24} {steps:>9.2} {two:>6.2} {four:>6.2} {eight:>6.2} {place:>6.2}"
        )
    }
}
