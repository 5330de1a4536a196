//! The learned tagger: a linear-chain conditional random field over hashed features.
//!
//! *What*: finds people, places, organisations and other names around the capitals of a text
//! ([`gate`]), each with its probability (`Lafferty` et al. 2001).
//! *Example*: `the cellist Ada Krone` → `Ada Krone` person, though no list has her.
//! *Why*: lists and rules know neither new names nor what most neighbours mean.
//! *Known misses*: see the model card in `models/entities.md`.

mod atoms;
pub(super) mod chain;
mod evidence;
mod features;
mod gate;
pub(super) mod labels;
mod listed;
mod weights;

use std::{ops::Range, sync::OnceLock};

pub use chain::Lattice;
use chain::{Chain, Scores};
use features::View;
pub use labels::Class;
pub use labels::LABELS;
pub use weights::{Calibration, FEATURES, Weights};

use super::{Found, sheet::Sheet};
use crate::gazetteer::Gazetteer;

/// A name that the model found, in words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Name {
    pub(crate) words: Range<usize>,
    pub(crate) class: Class,
    /// Probability that these words are one name of this class.
    pub(crate) chance: f32,
}

/// What is learned from: the features of each run of words.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) words: Range<usize>,
    /// Where the features of each word end in `features`.
    pub(crate) ends: Vec<u32>,
    pub(crate) features: Vec<u32>,
}

/// The features of every run of words that the model looks at.
pub(super) fn runs(sheet: &Sheet<'_>, lists: &Gazetteer, rules: &[Found]) -> Vec<Run> {
    let view = View::new(sheet, lists, rules);
    view.runs()
        .into_iter()
        .map(|words| {
            let (mut ends, mut features) = (Vec::new(), Vec::new());
            for at in words.clone() {
                view.features(at, &words, &mut features);
                ends.push(features.len() as u32);
            }
            Run {
                words,
                ends,
                features,
            }
        })
        .collect()
}

/// What speaks for a name beside the model: the labels of these words get more score.
#[derive(Clone, Debug)]
pub(crate) struct Bonus {
    pub(crate) words: Range<usize>,
    /// `None`: that no name is there.
    pub(crate) class: Option<Class>,
    pub(crate) score: f32,
    /// Whether the name is known to end there: what follows has as much less score as more of
    /// the same name.
    pub(crate) ends: bool,
}

impl Bonus {
    fn apply(&self, scores: &mut [Scores], run: &Range<usize>) {
        for at in self.words.start.max(run.start)..self.words.end.min(run.end) {
            let label = match self.class {
                None => labels::OUTSIDE,
                Some(class) if at == self.words.start => class.begin(),
                Some(class) => class.inside(),
            };
            scores[at - run.start][usize::from(label)] += self.score;
        }
        if let Some(class) = self.class
            && self.ends
            && run.contains(&self.words.end)
        {
            scores[self.words.end - run.start][usize::from(class.inside())] -= self.score;
        }
    }
}

impl Weights {
    /// The weights that ship with the crate.
    pub(crate) fn shared() -> &'static Self {
        static SHARED: OnceLock<Weights> = OnceLock::new();
        SHARED.get_or_init(|| {
            Self::from_bytes(include_bytes!("../../../models/entities.bin"))
                .expect("the file is part of the crate, and a test reads it")
        })
    }

    /// Finds names. The bonuses are in order, without overlap.
    pub(in crate::tagger) fn names(
        &self,
        sheet: &Sheet<'_>,
        lists: &Gazetteer,
        rules: &[Found],
        bonuses: &[Bonus],
    ) -> Vec<Name> {
        let view = View::new(sheet, lists, rules);
        let mut names = Vec::new();
        let mut features = Vec::with_capacity(128);
        let mut scores: Vec<Scores> = Vec::new();
        let mut chain = Chain::default();
        let mut lattice = Lattice::new(self.transitions());
        let mut bonuses = bonuses.iter().peekable();
        for run in view.runs() {
            scores.clear();
            for at in run.clone() {
                features.clear();
                view.features(at, &run, &mut features);
                scores.push(self.scores(&features));
            }
            while bonuses
                .next_if(|bonus| bonus.words.end <= run.start)
                .is_some()
            {}
            let near = bonuses
                .clone()
                .take_while(|bonus| bonus.words.start < run.end);
            for bonus in near {
                bonus.apply(&mut scores, &run);
            }
            let path = chain.viterbi(&scores, self.transitions());
            if path.iter().all(|&label| label == labels::OUTSIDE) {
                continue;
            }
            lattice.sum(&scores);
            let mut at = 0;
            while at < path.len() {
                let Some(class) = Class::begun_by(path[at]) else {
                    at += 1;
                    continue;
                };
                let inside = path[at + 1..]
                    .iter()
                    .take_while(|&&label| label == class.inside())
                    .count();
                let end = at + 1 + inside;
                names.push(Name {
                    words: run.start + at..run.start + end,
                    class,
                    chance: self.calibration().apply(lattice.name(at, end, class)),
                });
                at = end;
            }
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::Weights;

    #[test]
    fn the_model_that_ships_loads() {
        assert!(Weights::shared().features() > 100_000);
    }
}
