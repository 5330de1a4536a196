//! What training needs to see of a page.

use copydesk_core::{ParseOptions, RawDocument};

use super::Model;
use crate::{
    charset,
    content::{
        self, Decision,
        evidence::{self, Evidence, Weights},
        features::{self, Extractor},
    },
    decode,
    html::{self, blocks::Page, tree::Tree},
};

/// Numbers for each block.
pub const BLOCK_FEATURES: usize = content::features::COUNT;

/// A block that can be scored.
#[derive(Clone, Debug)]
pub struct TrainingBlock {
    /// Its words.
    pub words: String,
    /// What the scorer knows of it; `None` where it has no say.
    pub features: Option<[f32; BLOCK_FEATURES]>,
    /// Hashed names of the elements around it and hashed words; see [`Evidence`].
    pub names: Vec<u32>,
    /// The same for its words.
    pub tokens: Vec<u32>,
    /// Whether the rules alone keep it.
    pub kept: bool,
}

/// A page as the rules left it.
#[derive(Debug)]
pub struct TrainingPage {
    /// Its blocks.
    pub blocks: Vec<TrainingBlock>,
    tree: Tree,
    page: Page,
    decisions: Vec<Decision>,
}

impl TrainingPage {
    /// Reads an HTML page.
    pub fn read(raw: &RawDocument) -> Self {
        let charset = charset::decide(&raw.bytes, raw.charset.as_deref(), true);
        let decoded = decode::decode(&raw.bytes, &charset);
        let text = &*decoded.text;
        let judged = html::judge(
            text,
            raw.uri.as_deref(),
            &decoded.map,
            &ParseOptions::default(),
        );
        let extractor = Extractor::new(
            &judged.tree,
            text,
            &judged.page,
            &judged.region,
            &judged.title,
            &judged.decisions,
        );
        let blocks = judged
            .page
            .blocks
            .iter()
            .enumerate()
            .map(|(at, block)| TrainingBlock {
                words: judged.page.words(block).to_owned(),
                features: extractor.is_open(at).then(|| extractor.features(at)),
                names: evidence::names(&judged.tree, &judged.region, text, block.node),
                tokens: evidence::words(judged.page.words(block)),
                kept: judged.decisions[at].dropped.is_none(),
            })
            .collect();
        Self {
            blocks,
            tree: judged.tree,
            page: judged.page,
            decisions: judged.decisions,
        }
    }

    /// The text that the rules alone make of the page.
    pub fn rules(&self) -> String {
        let kept: Vec<&str> = self
            .blocks
            .iter()
            .filter(|block| block.kept)
            .map(|block| block.words.as_str())
            .collect();
        kept.join("\n\n")
    }

    /// Fills in what names and words weigh; before that these numbers are 0.
    pub fn weigh(&mut self, evidence: &Evidence) {
        let sum = |weights: &Weights, tokens: &[u32]| {
            tokens
                .iter()
                .filter_map(|token| weights.get(token))
                .sum::<f32>()
        };
        let weighed: Vec<[f32; 2]> = self
            .blocks
            .iter()
            .map(|block| {
                [
                    sum(&evidence.names, &block.names),
                    sum(&evidence.words, &block.tokens),
                ]
            })
            .collect();
        for (at, block) in self.blocks.iter_mut().enumerate() {
            if let Some(row) = &mut block.features {
                features::fill(row, at, weighed.len(), &mut |at| weighed[at]);
            }
        }
    }

    /// The text that `model` makes of the page.
    pub fn text(&self, model: &Model, threshold: f32) -> String {
        let scores: Vec<Option<f32>> = self
            .blocks
            .iter()
            .map(|block| {
                block
                    .features
                    .map(|features| model.score(&features) - threshold)
            })
            .collect();
        let mut decisions = self.decisions.clone();
        content::refine::apply(&self.tree, &self.page, &mut decisions, &scores);
        let kept: Vec<&str> = self
            .blocks
            .iter()
            .zip(&decisions)
            .filter(|(_, decision)| decision.dropped.is_none())
            .map(|(block, _)| block.words.as_str())
            .collect();
        kept.join("\n\n")
    }
}
