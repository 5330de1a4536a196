//! The learned tagger: a linear-chain conditional random field over hashed features.
//!
//! *What*: finds people, places, organisations and other names around the capitals of a text
//! ([`gate`]), each with its probability (`Lafferty` et al. 2001).
//! *Example*: `the cellist Ada Krone` → `Ada Krone` person, though no list has her.
//! *Why*: lists and rules know neither new names nor what most neighbours mean.
//! *Known misses*: see the model card in `models/entities.md`.

mod atoms;
mod calibration;
pub(super) mod chain;
mod clusters;
mod evidence;
mod features;
mod gate;
mod kinds;
pub(super) mod labels;
mod listed;
mod memory;
mod weights;

use std::{ops::Range, sync::OnceLock};

pub use atoms::lower_form;
pub use calibration::{Calibration, INPUTS, Inputs};
pub use chain::Lattice;
use chain::{Chain, Scores};
pub use clusters::Clusters;
use copydesk_core::record::Label;
use features::View;
pub use kinds::{chances, kind, kind_name, kinds};
pub use labels::Class;
pub use labels::LABELS;
pub use weights::{FEATURES, Weights};

use memory::Memory;

use super::{Found, sheet::Sheet};
use crate::{gazetteer::Gazetteer, training::TrainingChain};

/// A name that the model found, in words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Name {
    pub(crate) words: Range<usize>,
    pub(crate) class: Class,
    /// The fine label; none where the name is of no kind that has one.
    pub(crate) label: Option<Label>,
    /// Probability that these words are one name of this class.
    pub(crate) chance: f32,
    /// What the probability was worked out from.
    pub(crate) inputs: Inputs,
}

/// What is learned from: the features of each run of words.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) words: Range<usize>,
    /// Where the features of each word end in `features`.
    pub(crate) ends: Vec<u32>,
    pub(crate) features: Vec<u32>,
    /// What the document may remember each word by.
    pub(crate) remembered: Vec<u32>,
}

/// The features of names, given by their words, for the classifier of labels.
pub(super) fn kind_examples(
    sheet: &Sheet<'_>,
    lists: &Gazetteer,
    rules: &[Found],
    clusters: &Clusters,
    names: &[(Range<usize>, Class)],
) -> Vec<Vec<u32>> {
    let view = View::new(sheet, lists, rules, clusters);
    names
        .iter()
        .map(|(words, class)| {
            let mut features = Vec::new();
            kinds::features(&view, words, *class, &mut features);
            features
        })
        .collect()
}

/// The features of every run of words that the model looks at.
pub(super) fn runs(
    sheet: &Sheet<'_>,
    lists: &Gazetteer,
    rules: &[Found],
    clusters: &Clusters,
) -> Vec<Run> {
    let view = View::new(sheet, lists, rules, clusters);
    view.runs()
        .into_iter()
        .map(|words| {
            let (mut ends, mut features) = (Vec::new(), Vec::new());
            for at in words.clone() {
                view.features(at, &words, &mut features);
                ends.push(features.len() as u32);
            }
            Run {
                remembered: words.clone().map(|at| view.remembered(at)).collect(),
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

/// The first reading of all runs of a document, one behind the other.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    scores: Vec<Scores>,
    words: Vec<u32>,
    labels: Vec<u8>,
    memory: Memory,
}

impl Reading {
    fn remember(&mut self) {
        for (&word, &label) in self.words.iter().zip(&self.labels) {
            self.memory.add(word, label);
        }
    }

    /// Adds what the rest of the document says about word `at` of the run `run`.
    fn features(&self, at: usize, run: &Range<usize>, features: &mut Vec<u32>) {
        self.memory.features(
            at - run.start,
            &self.words[run.clone()],
            &self.labels[run.clone()],
            features,
        );
    }
}

/// Fills in what the first reading by `weights` says about each word of the chains of a
/// document.
pub fn remember(chains: &mut [TrainingChain], weights: &Weights) {
    let mut read = Reading::default();
    let mut chain = Chain::default();
    for example in chains.iter() {
        let start = read.scores.len();
        read.scores
            .extend(example.words().map(|features| weights.scores(features)));
        read.words.extend(&example.remembered);
        read.labels
            .extend_from_slice(chain.viterbi(&read.scores[start..], weights.transitions()));
    }
    read.remember();
    let mut start = 0;
    for example in chains {
        let run = start..start + example.labels.len();
        start = run.end;
        example.memory.clear();
        example.memory_ends.clear();
        for at in run.clone() {
            read.features(at, &run, &mut example.memory);
            example.memory_ends.push(example.memory.len() as u32);
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
        let view = View::new(sheet, lists, rules, self.clusters());
        let runs = view.runs();
        let mut features = Vec::with_capacity(128);
        let mut chain = Chain::default();
        // The first reading.
        let mut read = Reading::default();
        for run in &runs {
            let start = read.scores.len();
            for at in run.clone() {
                features.clear();
                view.features(at, run, &mut features);
                read.scores.push(self.scores(&features));
                read.words.push(view.remembered(at));
            }
            read.labels
                .extend_from_slice(chain.viterbi(&read.scores[start..], self.transitions()));
        }
        read.remember();
        // The second one, with what the first one found elsewhere.
        let mut names = Vec::new();
        let mut scores: Vec<Scores> = Vec::new();
        let mut lattice = Lattice::new(self.transitions());
        let mut bonuses = bonuses.iter().peekable();
        let mut start = 0;
        for run in runs {
            let words = start..start + run.len();
            start = words.end;
            scores.clear();
            for at in words.clone() {
                features.clear();
                read.features(at, &words, &mut features);
                let mut sums = read.scores[at];
                if !features.is_empty() {
                    for (sum, score) in sums.iter_mut().zip(self.scores(&features)) {
                        *sum += score;
                    }
                }
                scores.push(sums);
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
                let words = run.start + at..run.start + end;
                let (label, sure) = kinds::label(&view, &words, class, &mut features);
                names.push(Name {
                    inputs: view.inputs(&words, class, lattice.name(at, end, class)),
                    words,
                    class,
                    label,
                    chance: sure,
                });
                at = end;
            }
        }
        calibration::among(names.iter_mut().map(|name| &mut name.inputs));
        for name in &mut names {
            name.chance *= self.calibration().apply(&name.inputs);
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
