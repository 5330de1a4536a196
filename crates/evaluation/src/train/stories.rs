//! What stories are told by: how common words are, and how much each kind of likeness counts.
//!
//! *What*: the share of texts that have a stem, in texts of Voice of America (a run of its
//! sentences is a text) and bodies of pages, is written to `crates/copydesk/src/stories/prior.tsv`.
//! Then a logistic regression over pairs of articles of ECB+ is fitted by Newton's method and its
//! weights are printed, to be put into `stories/mod.rs`; beside them how average link does with
//! weights and threshold of one half of the topics on the other half.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::Path,
};

use anyhow::{Context, Result};
use copydesk::stories::{Likeness, likeness, stems};
use serde_json::Value;

use crate::{
    eval::stories::{
        Score, best, halves, part, peers,
        sets::{Told, ecb},
    },
    run,
};

/// Sentences of a text.
const SENTENCES: usize = 12;
/// The least share of texts that a stem needs, and how shares are rounded.
const LEAST: f64 = 0.01;
const STEPS: f64 = 3.0;
/// Cosines of kinds, and one for the bias.
const FEATURES: usize = 7;
/// Pairs that have less in common are no question.
const LEAST_ALIKE: f32 = 0.03;

pub(crate) fn run(data: &Path, dry: bool) -> Result<()> {
    if !dry {
        prior(data)?;
    }
    let set = ecb(&data.join("resolution/ecbplus"))?;
    let articles: Vec<_> = set.iter().map(|told| &told.article).collect();
    let pairs = likeness(&articles);
    let all: Vec<usize> = (0..set.len()).collect();
    let weights = fit(&set, &pairs, &all);
    println!("text lead head names numbers offices bias");
    println!("{weights:.2?}");
    let steps: Vec<f64> = (0..40).map(|step| f64::from(step) / 4.0).collect();
    let mut scores = Vec::new();
    for (learned, measured) in halves(&set) {
        let weights = fit(&set, &pairs, &learned);
        let table = table(set.len(), &pairs, &weights);
        let score = |rows: &[usize]| {
            let joins = peers::joins(&part(&table, rows));
            let gold: Vec<&str> = rows.iter().map(|&at| set[at].story.as_str()).collect();
            move |needed: f64| Score::of(&gold, &peers::groups(gold.len(), &joins, needed))
        };
        let (needed, _) = best(&steps, score(&learned));
        let found = score(&measured)(needed);
        println!("  {found}  threshold {needed:.2}, weights {weights:.1?}");
        scores.push(found);
    }
    println!(
        "weights and threshold of the other half: {}",
        Score::mean(&scores)
    );
    Ok(())
}

/// Counts in how many texts stems are.
fn prior(data: &Path) -> Result<()> {
    let path = data.join("ner/voa-unlabelled.txt");
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let lines: Vec<&str> = text.lines().collect();
    let mut texts: Vec<String> = lines
        .chunks(SENTENCES)
        .map(|lines| lines.join("\n"))
        .collect();
    let path = data.join("parse/wcxb-dev/gold.json");
    let json =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let json: BTreeMap<String, Value> =
        serde_json::from_str(&json).with_context(|| format!("{} is no JSON", path.display()))?;
    let bodies = json
        .values()
        .filter_map(|page| page["articleBody"].as_str());
    texts.extend(bodies.map(str::to_owned));
    let mut counts: BTreeMap<String, f64> = BTreeMap::new();
    for text in &texts {
        for stem in stems(text).into_iter().collect::<BTreeSet<_>>() {
            *counts.entry(stem).or_default() += 1.0;
        }
    }
    let mut classes: BTreeMap<i32, Vec<String>> = BTreeMap::new();
    for (stem, count) in counts {
        let share = count / texts.len() as f64;
        if share >= LEAST {
            let class = (-share.log2() * STEPS).round() as i32;
            classes.entry(class).or_default().push(stem);
        }
    }
    let mut lines = String::new();
    for (class, stems) in classes {
        let share = (-f64::from(class) / STEPS).exp2();
        writeln!(lines, "{share:.3}\t{}", stems.join(" "))?;
    }
    let path = run::root().join("crates/copydesk/src/stories/prior.tsv");
    fs::write(&path, lines).with_context(|| format!("cannot write {}", path.display()))
}

fn features(pair: &Likeness) -> [f64; FEATURES] {
    let kinds = [
        pair.text,
        pair.lead,
        pair.head,
        pair.names,
        pair.numbers,
        pair.offices,
        1.0,
    ];
    kinds.map(f64::from)
}

/// Weights over the pairs of some articles; none is below zero, for a sketch cannot hold that.
fn fit(set: &[Told], pairs: &[Likeness], rows: &[usize]) -> [f64; FEATURES] {
    let rows: BTreeSet<usize> = rows.iter().copied().collect();
    let examples: Vec<([f64; FEATURES], f64)> = (pairs.iter())
        .filter(|pair| pair.text > LEAST_ALIKE)
        .filter(|pair| rows.contains(&(pair.one as usize)) && rows.contains(&(pair.other as usize)))
        .map(|pair| {
            let same = set[pair.one as usize].story == set[pair.other as usize].story;
            (features(pair), f64::from(u8::from(same)))
        })
        .collect();
    let mut weights = [0.0; FEATURES];
    let mut free = [true; FEATURES];
    for round in 0..60 {
        let mut system = [[0.0; FEATURES + 1]; FEATURES];
        for (at, row) in system.iter_mut().enumerate() {
            row[at] = 0.1;
            row[FEATURES] = -0.1 * weights[at];
        }
        for (values, same) in &examples {
            let sum: f64 = values
                .iter()
                .zip(&weights)
                .map(|(value, weight)| value * weight)
                .sum();
            let likely = 1.0 / (1.0 + (-sum).exp());
            let slope = (likely * (1.0 - likely)).max(1e-6);
            for (row, one) in system.iter_mut().zip(values) {
                for (cell, other) in row.iter_mut().zip(values) {
                    *cell += slope * one * other;
                }
                row[FEATURES] += (same - likely) * one;
            }
        }
        for at in (0..FEATURES).filter(|&at| !free[at]) {
            system[at] = [0.0; FEATURES + 1];
            for row in &mut system {
                row[at] = 0.0;
            }
            system[at][at] = 1.0;
        }
        for (weight, step) in weights.iter_mut().zip(solve(system)) {
            *weight += step.clamp(-2.0, 2.0);
        }
        if round > 8 {
            for at in 0..FEATURES - 1 {
                if weights[at] < 0.0 {
                    weights[at] = 0.0;
                    free[at] = false;
                }
            }
        }
    }
    weights
}

/// Solves a system of linear equations.
fn solve(mut system: [[f64; FEATURES + 1]; FEATURES]) -> [f64; FEATURES] {
    for at in 0..FEATURES {
        let most = (at..FEATURES)
            .max_by(|&a, &b| system[a][at].abs().total_cmp(&system[b][at].abs()))
            .unwrap_or(at);
        system.swap(at, most);
        let head = system[at];
        for (other, row) in system.iter_mut().enumerate() {
            if other != at {
                let factor = row[at] / head[at];
                for (cell, value) in row.iter_mut().zip(head) {
                    *cell -= factor * value;
                }
            }
        }
    }
    std::array::from_fn(|at| system[at][FEATURES] / system[at][at])
}

/// How near all pairs are.
fn table(count: usize, pairs: &[Likeness], weights: &[f64; FEATURES]) -> Vec<Vec<f64>> {
    let mut table = vec![vec![0.0; count]; count];
    for pair in pairs {
        let values = features(pair);
        let kinds = values.iter().zip(weights).take(FEATURES - 1);
        let near: f64 = kinds.map(|(value, weight)| value * weight).sum();
        table[pair.one as usize][pair.other as usize] = near;
        table[pair.other as usize][pair.one as usize] = near;
    }
    table
}
