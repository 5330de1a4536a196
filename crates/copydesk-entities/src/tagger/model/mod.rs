//! The learned tagger: a linear-chain conditional random field over hashed features.
//!
//! *What*: finds people, places, organisations and other names (`Lafferty` et al. 2001) around the capitals of
//! a text ([`gate`]), each with its probability.
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

use std::ops::Range;

pub use chain::Lattice;
use chain::Scores;
use features::View;
pub use labels::Class;
pub use labels::LABELS;
use labels::Labels;
pub use weights::{FEATURES, Weights};

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
pub(crate) fn runs(sheet: &Sheet<'_>, lists: &Gazetteer, rules: &[Found]) -> Vec<Run> {
    let view = View::new(sheet, lists, rules);
    gate::runs(sheet)
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

impl Weights {
    /// Finds names. `allowed` narrows the labels of each word of the text; empty, nothing does.
    pub(crate) fn names(
        &self,
        sheet: &Sheet<'_>,
        lists: &Gazetteer,
        rules: &[Found],
        allowed: &[Labels],
    ) -> Vec<Name> {
        let view = View::new(sheet, lists, rules);
        let mut names = Vec::new();
        let mut features = Vec::new();
        let mut scores: Vec<Scores> = Vec::new();
        let mut path = Vec::new();
        let mut lattice = Lattice::new(self.transitions());
        for run in gate::runs(sheet) {
            scores.clear();
            for at in run.clone() {
                features.clear();
                view.features(at, &run, &mut features);
                scores.push(self.scores(&features));
            }
            let allowed = allowed.get(run.clone()).unwrap_or_default();
            chain::viterbi(&scores, self.transitions(), allowed, &mut path);
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
                    chance: lattice.name(at, end, class),
                });
                at = end;
            }
        }
        names
    }
}
