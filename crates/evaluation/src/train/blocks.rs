//! The block scorer of `copydesk-parse`: which blocks of a page are the article.
//!
//! A block is labelled by its shingles of four words: in the gold body, or not. Pages of one
//! host are always in the same fold. A block weighs by its words, as in the measure.

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use copydesk_parse::training::{BLOCK_FEATURES, Evidence, TrainingBlock, TrainingPage};

use super::{
    boost::{self, Arguments, Settings, learn},
    folds::{self, FOLDS},
    linear::{self, Example},
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

/// Log-odds above which a block is kept, that cross-validation tries; 0 is what ships.
const THRESHOLDS: [f32; 3] = [-0.4, 0.0, 0.4];

/// Sets to learn from, below the folder of the data.
const SETS: [&str; 3] = ["wcxb-dev", "fundus-tests", "trafilatura"];

/// Parts of the pages to learn from; the evidence that a row sees comes from the other parts, so
/// that the trees learn what it is worth on pages that it has not seen.
const PARTS: u64 = 3;

/// A name or a word has to be on as many hosts to get a weight.
const HOSTS: usize = 8;

/// L1 and L2 penalty of the weights of names and words.
const LASSO: f64 = 3.0;
const RIDGE: f64 = 4.0;

/// A page as the scorer sees it.
struct Sample {
    set: usize,
    /// Hash of the host.
    host: u64,
    gold: pages::Gold,
    page: TrainingPage,
    /// Index, label and weight of each block that has one and is open to the scorer.
    labels: Vec<(usize, bool, f32)>,
}

impl Sample {
    fn fold(&self) -> u64 {
        self.host % FOLDS
    }

    fn part(&self) -> u64 {
        self.host / FOLDS % PARTS
    }

    fn rows(&self) -> impl Iterator<Item = Row> {
        self.labels.iter().filter_map(|&(at, label, weight)| {
            Some(Row {
                features: self.page.blocks[at].features?,
                label,
                weight,
            })
        })
    }
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
    let rows: usize = samples.iter().map(|sample| sample.labels.len()).sum();
    eprintln!("{} pages, {rows} blocks to learn from", samples.len());
    if folds {
        cross_validate(samples, settings);
        return Ok(());
    }
    let all: Vec<usize> = (0..samples.len()).collect();
    let evidence = weigh_each_other(&mut samples, &all);
    let rows: Vec<Row> = samples.iter().flat_map(Sample::rows).collect();
    let model = learn(&rows, settings);
    write("blocks.bin", &model.to_bytes())?;
    write("evidence.bin", &evidence.to_bytes())?;
    eprintln!(
        "{} trees, {} names, {} words",
        model.leaves.len() >> model.depth,
        evidence.names.len(),
        evidence.words.len()
    );
    Ok(())
}

fn write(name: &str, bytes: &[u8]) -> Result<()> {
    let path: PathBuf = root().join("crates/copydesk-parse/models").join(name);
    fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

/// Gives the pages `train` evidence that was learned from others of them, and returns what all of
/// them give.
fn weigh_each_other(samples: &mut [Sample], train: &[usize]) -> Evidence {
    for part in 0..PARTS {
        let (own, others): (Vec<usize>, Vec<usize>) =
            train.iter().partition(|&&at| samples[at].part() == part);
        let evidence = weights(samples, &others);
        for at in own {
            samples[at].page.weigh(&evidence);
        }
    }
    weights(samples, train)
}

/// What names and words weigh by the pages `train`, as precise as it will be stored.
fn weights(samples: &[Sample], train: &[usize]) -> Evidence {
    let of = |tokens: fn(&TrainingBlock) -> &[u32]| {
        let mut hosts: HashMap<u32, HashSet<u64>> = HashMap::new();
        let mut rows = vec![];
        for &at in train {
            let sample = &samples[at];
            for &(block, label, weight) in &sample.labels {
                let tokens = tokens(&sample.page.blocks[block]);
                for token in tokens {
                    hosts.entry(*token).or_default().insert(sample.host);
                }
                rows.push(Example {
                    tokens,
                    label,
                    weight,
                });
            }
        }
        let known = |token| hosts.get(&token).is_some_and(|hosts| hosts.len() >= HOSTS);
        linear::learn(&rows, known, LASSO, RIDGE)
    };
    let evidence = Evidence {
        names: of(|block| &block.names),
        words: of(|block| &block.tokens),
    };
    Evidence::from_bytes(&evidence.to_bytes())
}

fn sample(set: usize, page: Page) -> Sample {
    let host = folds::hash(page.host());
    let read = TrainingPage::read(&page.document);
    let gold = page.gold;
    let label = Labeller::new(&gold);
    let mut labels: Vec<(usize, bool, f32)> = read
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.features.is_some())
        .filter_map(|(at, block)| {
            let (is_body, weight) = label.of(block)?;
            Some((at, is_body, weight))
        })
        .collect();
    let total: f32 = labels
        .iter()
        .filter(|(_, is_body, _)| *is_body)
        .map(|(_, _, weight)| weight)
        .sum();
    // A page counts as much as any other, so a block of a short article counts more.
    for (_, _, weight) in &mut labels {
        *weight = (*weight * 100.0 / total.max(150.0)).clamp(0.02, 20.0);
    }
    Sample {
        set,
        host,
        gold,
        page: read,
        labels,
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

    fn of(&self, block: &TrainingBlock) -> Option<(bool, f32)> {
        let words = lower(&block.words);
        if self.gold.body.is_some() {
            self.by_body(&words)
        } else {
            self.by_segments(&block.words, &words)
        }
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

fn cross_validate(mut samples: Vec<Sample>, settings: Settings) {
    // Text of each page without the scorer and at each threshold.
    let mut texts: Vec<Vec<String>> = vec![vec![]; samples.len()];
    for fold in 0..FOLDS {
        let (own, others): (Vec<usize>, Vec<usize>) =
            (0..samples.len()).partition(|&at| samples[at].fold() == fold);
        let evidence = weigh_each_other(&mut samples, &others);
        for &at in &own {
            samples[at].page.weigh(&evidence);
        }
        let rows: Vec<Row> = others.iter().flat_map(|&at| samples[at].rows()).collect();
        let model = learn(&rows, settings);
        for at in own {
            let page = &samples[at].page;
            texts[at].push(page.rules());
            texts[at].extend(THRESHOLDS.map(|threshold| page.text(&model, threshold)));
        }
    }
    println!(
        "{:<14} {:>9} {:>6} {:>6} {:>6} {:>6}",
        "5 folds by host", "threshold", "P", "R", "F1", "±"
    );
    for (set, name) in SETS.iter().enumerate() {
        let of_set: Vec<usize> = (0..samples.len())
            .filter(|&at| samples[at].set == set)
            .collect();
        let pages: Vec<&Sample> = of_set.iter().map(|&at| &samples[at]).collect();
        for (column, threshold) in [f32::NAN].into_iter().chain(THRESHOLDS).enumerate() {
            let texts: Vec<&str> = of_set.iter().map(|&at| &*texts[at][column]).collect();
            row(name, threshold, &pages, &texts);
        }
    }
}

fn row(name: &str, threshold: f32, samples: &[&Sample], texts: &[&str]) {
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
