//! What training needs to see of a plain text.

use copydesk_core::SourceSpan;

use super::Model;
use crate::plain::{
    self, Judged,
    features::{self, Extractor},
};

/// Numbers for each line.
pub const LINE_FEATURES: usize = features::COUNT;

/// A line, or paragraph of wrapped lines, that can be scored.
#[derive(Clone, Debug)]
pub struct TrainingLine {
    /// Its words.
    pub words: String,
    /// Where it stands in the text.
    pub source: SourceSpan,
    /// What the scorer knows of it; `None` where it has no say.
    pub features: Option<[f32; LINE_FEATURES]>,
    /// Whether the rules alone keep it.
    pub kept: bool,
}

/// A text as the rules left it.
#[derive(Debug)]
pub struct TrainingText {
    /// Its lines.
    pub lines: Vec<TrainingLine>,
    judged: Judged,
}

impl TrainingText {
    /// Reads a text.
    pub fn read(text: &str) -> Self {
        let judged = plain::judge(text, None);
        let extractor = Extractor::new(&judged.items, judged.places);
        let lines = judged
            .items
            .iter()
            .enumerate()
            .map(|(at, item)| TrainingLine {
                words: item.text.clone(),
                source: item.source(),
                features: extractor.is_open(at).then(|| extractor.features(at)),
                kept: item.kept(),
            })
            .collect();
        Self { lines, judged }
    }

    /// For each line whether it is kept where `model` has its say, its log-odds less `bias`.
    pub fn kept(&self, model: &Model, bias: f32) -> Vec<bool> {
        let scores: Vec<Option<f32>> = self
            .lines
            .iter()
            .map(|line| line.features.map(|features| model.score(&features) - bias))
            .collect();
        let mut items = self.judged.items.clone();
        plain::refine::apply(&mut items, &scores);
        items.iter().map(plain::Item::kept).collect()
    }
}
