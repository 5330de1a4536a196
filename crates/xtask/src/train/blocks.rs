//! The block scorer of `copydesk-parse`: which blocks of a page are the article.
//!
//! A block is labelled by its shingles of four words: in the gold body, or not. Pages of one
//! host are always in the same fold. A block weighs by its words, as in the measure.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use copydesk_parse::training::{BLOCK_FEATURES, TrainingBlock, TrainingPage};

use super::{
    boost::{self, Arguments, Settings, learn},
    folds,
};
use crate::{
    eval::{
        extract::SegmentCounts,
        pages::{self, Page},
        shingles::{Means, Overlap, deviation, tokens},
    },
    run::root,
};

type Row = boost::Row<BLOCK_FEATURES>;

/// Sets to learn from, below the folder of the data.
const SETS: [&str; 3] = ["wcxb-dev", "fundus-tests", "trafilatura"];

/// A page as the scorer sees it.
struct Sample {
    set: usize,
    fold: u64,
    gold: pages::Gold,
    page: TrainingPage,
    rows: Vec<Row>,
}

/// Learns the model and writes it; with `folds`, only measures it by cross-validation.
pub(crate) fn run(data: &Path, folds: bool, learning: Arguments) -> Result<()> {
    let settings = learning.settings(160, 0.1);
    let mut samples = Vec::new();
    for (set, name) in SETS.iter().enumerate() {
        for page in pages::read(&data.join(name))? {
            samples.push(sample(set, page));
        }
    }
    let rows: usize = samples.iter().map(|sample| sample.rows.len()).sum();
    eprintln!("{} pages, {rows} blocks to learn from", samples.len());
    if folds {
        cross_validate(&samples, settings);
        return Ok(());
    }
    let rows: Vec<Row> = samples.into_iter().flat_map(|sample| sample.rows).collect();
    let model = learn(&rows, settings);
    let path: PathBuf = root().join("crates/copydesk-parse/models/blocks.bin");
    fs::write(&path, model.to_bytes())
        .with_context(|| format!("cannot write {}", path.display()))?;
    eprintln!(
        "{} trees to {}",
        model.leaves.len() >> model.depth,
        path.display()
    );
    Ok(())
}

fn sample(set: usize, page: Page) -> Sample {
    let fold = folds::of_host(page.host());
    let read = TrainingPage::read(&page.document);
    let gold = page.gold;
    let label = Labeller::new(&gold);
    let mut rows: Vec<Row> = read
        .blocks
        .iter()
        .filter_map(|block| label.row(block))
        .collect();
    let total: f32 = rows
        .iter()
        .filter(|row| row.label)
        .map(|row| row.weight)
        .sum();
    // A page counts as much as any other, so a block of a short article counts more.
    for row in &mut rows {
        row.weight = (row.weight * 100.0 / total.max(150.0)).clamp(0.02, 20.0);
    }
    Sample {
        set,
        fold,
        gold,
        page: read,
        rows,
    }
}

/// What the gold says of a block.
struct Labeller<'a> {
    gold: &'a pages::Gold,
    shingles: HashSet<Vec<String>>,
    lines: HashSet<Vec<String>>,
    all: String,
}

impl<'a> Labeller<'a> {
    fn new(gold: &'a pages::Gold) -> Self {
        let body = gold.body.as_deref().unwrap_or_default();
        let words = lower(body);
        Self {
            gold,
            shingles: words.windows(4).map(<[String]>::to_vec).collect(),
            lines: body.lines().map(lower).collect(),
            all: format!(" {} ", words.join(" ")),
        }
    }

    fn row(&self, block: &TrainingBlock) -> Option<Row> {
        let features = block.features?;
        let words = lower(&block.words);
        let (label, weight) = if self.gold.body.is_some() {
            self.by_body(&words)?
        } else {
            self.by_segments(&block.words, &words)?
        };
        Some(Row {
            features,
            label,
            weight,
        })
    }

    fn by_body(&self, words: &[String]) -> Option<(bool, f32)> {
        let weight = words.len() as f32 + 1.0;
        if words.len() >= 4 {
            let shared = words
                .windows(4)
                .filter(|shingle| self.shingles.contains(*shingle))
                .count();
            return Some((shared * 2 > words.len() - 3, weight));
        }
        if words.is_empty() {
            return None;
        }
        if self.lines.contains(words) {
            return Some((true, weight));
        }
        // Few words that also stand in the body say nothing.
        (!self.all.contains(&format!(" {} ", words.join(" ")))).then_some((false, weight))
    }

    fn by_segments(&self, text: &str, words: &[String]) -> Option<(bool, f32)> {
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let has = |segments: &[String]| {
            segments.iter().any(|segment| {
                let segment = segment.split_whitespace().collect::<Vec<_>>().join(" ");
                !segment.is_empty() && folded.contains(&segment)
            })
        };
        let (with, without) = (has(&self.gold.with), has(&self.gold.without));
        let weight = (words.len() as f32).clamp(10.0, 30.0);
        (with != without).then_some((with, weight))
    }
}

fn lower(text: &str) -> Vec<String> {
    tokens(text).map(str::to_lowercase).collect()
}

fn cross_validate(samples: &[Sample], settings: Settings) {
    let models = folds::learn(|fold| learn(&rows_without(samples, fold), settings));
    println!(
        "{:<14} {:>9} {:>6} {:>6} {:>6} {:>6}",
        "5 folds by host", "threshold", "P", "R", "F1", "±"
    );
    for (set, name) in SETS.iter().enumerate() {
        let of_set: Vec<&Sample> = samples.iter().filter(|sample| sample.set == set).collect();
        for threshold in [f32::NAN, -0.8, -0.4, 0.0, 0.4, 0.8] {
            let texts: Vec<String> = of_set
                .iter()
                .map(|sample| {
                    if threshold.is_nan() {
                        sample.page.rules()
                    } else {
                        sample.page.text(&models[sample.fold as usize], threshold)
                    }
                })
                .collect();
            row(name, threshold, &of_set, &texts);
        }
    }
}

fn rows_without(samples: &[Sample], fold: u64) -> Vec<Row> {
    samples
        .iter()
        .filter(|sample| sample.fold != fold)
        .flat_map(|sample| sample.rows.iter().cloned())
        .collect()
}

fn row(name: &str, threshold: f32, samples: &[&Sample], texts: &[String]) {
    let label = if threshold.is_nan() {
        "rules".to_owned()
    } else {
        format!("{threshold:.1}")
    };
    if samples.iter().any(|sample| sample.gold.body.is_some()) {
        let overlaps: Vec<Overlap> = samples
            .iter()
            .zip(texts)
            .map(|(sample, text)| {
                Overlap::of(text, sample.gold.body.as_deref().unwrap_or_default())
            })
            .collect();
        let means = Means::of(overlaps.iter());
        println!(
            "{name:<15} {label:>9} {:>6.3} {:>6.3} {:>6.3} {:>6.3}",
            means.precision,
            means.recall,
            means.f1(),
            deviation(&overlaps)
        );
    } else {
        let mut counts = SegmentCounts::default();
        for (sample, text) in samples.iter().zip(texts) {
            counts.add(&sample.gold, text);
        }
        println!(
            "{name:<15} {label:>9} {:>6.3} {:>6.3} {:>6.3}",
            counts.precision(),
            counts.recall(),
            counts.f1()
        );
    }
}
