//! What training needs to see of texts: for `cargo xtask train` only, not part of the public
//! interface.

use copydesk_core::{Span, Token};

pub use crate::tagger::model::{
    Calibration, Class, Clusters, FEATURES, INPUTS, Inputs, LABELS, Lattice, Weights, chances,
    kind, kind_name, kinds, lower_form, remember,
};
use crate::{
    tagger::{self, Tagged},
    values,
};

/// The parts of speech.
pub mod syntax {
    pub use crate::syntax::{
        MAGIC, Tag, Tags,
        lemma::lemma_of,
        lexicon::Lexicon,
        model::{FEATURES, Seen, WEIGHTS, best, features, slot},
        words::look,
    };
}

/// A run of words with the features and the label of each.
#[derive(Debug)]
pub struct TrainingChain {
    /// The right labels.
    pub labels: Vec<u8>,
    /// Where the features of each word end.
    pub ends: Vec<u32>,
    /// The features of all words.
    pub features: Vec<u32>,
    /// What the document remembers each word by; 0 where it does not.
    pub remembered: Vec<u32>,
    /// Where the features of each word from the first reading end.
    pub memory_ends: Vec<u32>,
    /// The features from the first reading.
    pub memory: Vec<u32>,
}

impl TrainingChain {
    /// The features of each word, without those of the first reading.
    pub fn words(&self) -> impl Iterator<Item = &[u32]> {
        slices(&self.ends, &self.features)
    }
}

/// The parts of `all` up to each end.
pub fn slices<'a>(ends: &'a [u32], all: &'a [u32]) -> impl Iterator<Item = &'a [u32]> {
    let mut start = 0;
    ends.iter().map(move |&end| {
        let part = &all[start..end as usize];
        start = end as usize;
        part
    })
}

/// The chains of a text, and what the gate leaves out.
#[derive(Debug, Default)]
pub struct TrainingText {
    /// The runs of words that the model looks at.
    pub chains: Vec<TrainingChain>,
}

impl TrainingText {
    /// Reads a text with its gold names, in order and without overlap.
    pub fn new(
        text: &str,
        sentences: &[Span],
        tokens: &[Token],
        gold: &[(Span, Class)],
        clusters: &Clusters,
    ) -> Self {
        let (runs, words) = tagger::training_runs(text, sentences, tokens, clusters);
        let mut labels = vec![0; words.len()];
        for &(span, class) in gold {
            let mut first = words.partition_point(|word| word.end <= span.start);
            let end = words.partition_point(|word| word.start < span.end);
            if class == Class::Person {
                first = tagger::after_titles(text, |at| words[at], first..end);
            }
            for (at, label) in labels.iter_mut().enumerate().take(end).skip(first) {
                *label = if at == first {
                    class.begin()
                } else {
                    class.inside()
                };
            }
        }
        let chains = runs
            .into_iter()
            .map(|run| {
                let mut labels = labels[run.words].to_vec();
                // The gate cuts off what stands before the first capital.
                let mut before = 0;
                for label in &mut labels {
                    let inside = *label != 0 && label.is_multiple_of(2);
                    if inside && before != *label && before + 1 != *label {
                        *label -= 1;
                    }
                    before = *label;
                }
                TrainingChain {
                    labels,
                    ends: run.ends,
                    features: run.features,
                    remembered: run.remembered,
                    memory_ends: Vec::new(),
                    memory: Vec::new(),
                }
            })
            .collect();
        Self { chains }
    }
}

/// The features that tell the labels of names, one row for each name.
pub fn kind_examples(
    text: &str,
    sentences: &[Span],
    tokens: &[Token],
    names: &[(Span, Class)],
    clusters: &Clusters,
) -> Vec<Vec<u32>> {
    tagger::kind_examples(text, sentences, tokens, names, clusters)
}

/// The names that `weights` find, with what their confidence is worked out from.
pub fn inputs(
    weights: &Weights,
    text: &str,
    sentences: &[Span],
    tokens: &[Token],
) -> Vec<(Span, Class, Inputs)> {
    tagger::inputs(text, sentences, tokens, weights)
}

/// The names that the rules and `weights` find, with their confidence.
pub fn names(
    weights: &Weights,
    text: &str,
    sentences: &[Span],
    tokens: &[Token],
) -> Vec<(Span, Class, f32)> {
    let dates = values::dates(text, tokens, None);
    tagger::tag(text, sentences, tokens, None, &dates, weights)
        .into_iter()
        .filter_map(|Tagged { span, found }| {
            Some((span, tagger::class(found.label)?, found.confidence))
        })
        .collect()
}
