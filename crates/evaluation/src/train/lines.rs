//! The line scorer of `copydesk-parse`: which lines of scraped text are the article.
//!
//! Each page is learned from three times: as its whole text, as what an extractor left of it,
//! and as its gold body alone, of which everything is to be kept. Pages of one host are always
//! in the same fold. A line weighs by its words, as in the measure.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use copydesk_parse::training::{LINE_FEATURES, TrainingText};

use super::{
    boost::{self, Arguments, Settings, learn},
    folds,
};
use crate::{
    eval::{
        lines::{self, Page},
        pages::host_of,
        score::Score,
        shingles::{Means, Overlap, deviation},
    },
    run::root,
};

type Row = boost::Row<LINE_FEATURES>;

/// Of what a page weighs as scraped text, what its body weighs as clean text.
const CLEAN: f32 = 0.5;

/// A text as the scorer sees it.
struct Sample {
    set: usize,
    fold: u64,
    gold: String,
    text: TrainingText,
    /// Label of each line; `None` where it is not clear.
    labels: Vec<Option<bool>>,
    rows: Vec<Row>,
}

/// Learns the model and writes it; with `folds`, only measures it by cross-validation.
pub(crate) fn run(data: &Path, folds: bool, learning: Arguments) -> Result<()> {
    let settings = learning.settings(80, 0.15);
    let mut names = Vec::new();
    let mut samples = Vec::new();
    for (name, pages) in lines::sets(&data.join("plain"))? {
        let sets = [(name.clone(), 1.0), (format!("bodies of {name}"), CLEAN)];
        for (clean, (name, share)) in sets.into_iter().enumerate() {
            for page in &pages {
                let page = if clean == 1 {
                    page.clean()
                } else {
                    page.clone()
                };
                samples.push(sample(names.len(), &page, share));
            }
            names.push(name);
        }
    }
    let rows: usize = samples.iter().map(|sample| sample.rows.len()).sum();
    eprintln!("{} texts, {rows} lines to learn from", samples.len());
    if folds {
        cross_validate(&names, &samples, settings);
        return Ok(());
    }
    let rows: Vec<Row> = samples.into_iter().flat_map(|sample| sample.rows).collect();
    let model = learn(&rows, settings);
    let path: PathBuf = root().join("crates/copydesk-parse/models/lines.bin");
    fs::write(&path, model.to_bytes())
        .with_context(|| format!("cannot write {}", path.display()))?;
    eprintln!(
        "{} trees to {}",
        model.leaves.len() >> model.depth,
        path.display()
    );
    Ok(())
}

fn sample(set: usize, page: &Page, share: f32) -> Sample {
    let text = TrainingText::read(&page.text());
    // An item may be the beginning of a line, or several lines.
    let mut ends = Vec::with_capacity(page.lines.len());
    let mut end = 0;
    for line in &page.lines {
        end += line.len() + 1;
        ends.push(end);
    }
    let labels: Vec<Option<bool>> = text
        .lines
        .iter()
        .map(|line| {
            let at = ends.partition_point(|end| *end <= line.source.range().start);
            match page.labels.get(at) {
                Some(1) => Some(true),
                Some(0) => Some(false),
                _ => None,
            }
        })
        .collect();
    let weight = |words: &str| words.split_whitespace().count() as f32 + 1.0;
    let total: f32 = text
        .lines
        .iter()
        .zip(&labels)
        .filter(|(_, label)| **label == Some(true))
        .map(|(line, _)| weight(&line.words))
        .sum();
    // A page counts as much as any other, so a line of a short article counts more.
    let rows = text
        .lines
        .iter()
        .zip(&labels)
        .filter_map(|(line, label)| {
            Some(Row {
                features: line.features?,
                label: (*label)?,
                weight: share * (weight(&line.words) * 100.0 / total.max(150.0)).clamp(0.02, 20.0),
            })
        })
        .collect();
    Sample {
        set,
        fold: folds::of_host(host_of(page.url.as_deref().unwrap_or(&page.id))),
        gold: page.gold.clone(),
        text,
        labels,
        rows,
    }
}

fn cross_validate(names: &[String], samples: &[Sample], settings: Settings) {
    let models = folds::learn(|fold| {
        let rows: Vec<Row> = samples
            .iter()
            .filter(|sample| sample.fold != fold)
            .flat_map(|sample| sample.rows.iter().cloned())
            .collect();
        learn(&rows, settings)
    });
    println!(
        "{:<30} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}",
        "5 folds by host", "bias", "P", "R", "F1", "±", "drop P", "drop R"
    );
    for (set, name) in names.iter().enumerate() {
        let of_set: Vec<&Sample> = samples.iter().filter(|sample| sample.set == set).collect();
        row(name, "rules", &of_set, |sample| {
            sample.text.lines.iter().map(|line| line.kept).collect()
        });
        for bias in [-0.5, 0.0, 0.5, 1.0, 1.5] {
            row(name, &format!("{bias:.1}"), &of_set, |sample| {
                sample.text.kept(&models[sample.fold as usize], bias)
            });
        }
    }
}

fn row(name: &str, label: &str, samples: &[&Sample], kept: impl Fn(&Sample) -> Vec<bool>) {
    let mut drops = Score::default();
    let mut overlaps = Vec::new();
    for sample in samples {
        let kept = kept(sample);
        let lines: Vec<&str> = sample
            .text
            .lines
            .iter()
            .zip(&kept)
            .filter(|(_, kept)| **kept)
            .map(|(line, _)| line.words.as_str())
            .collect();
        overlaps.push(Overlap::of(&lines.join("\n"), &sample.gold));
        for (label, kept) in sample.labels.iter().zip(&kept) {
            if let Some(label) = label {
                let (dropped, wanted) = (u32::from(!kept), u32::from(!label));
                drops.add(Score {
                    right: dropped & wanted,
                    found: dropped,
                    gold: wanted,
                });
            }
        }
    }
    let means = Means::of(overlaps.iter());
    println!(
        "{name:<30} {label:>6} {:>6.3} {:>6.3} {:>6.3} {:>6.3} {:>6.3} {:>6.3}",
        means.precision,
        means.recall,
        means.f1(),
        deviation(&overlaps),
        drops.precision(),
        drops.recall(),
    );
}
