//! The seeds with other names: does what finds their names find any other?
//!
//! A tagger could know the people and countries of five documents. In a draft every name is
//! replaced by another of its kind (`cast.rs`, `names.rs`), with everything else as it was.

mod cast;
mod draft;
mod names;
mod random;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

use anyhow::{Context, Result};
use cast::{Cast, World};
use clap::Args;
use copydesk::Desk;

use super::{
    gold::{self, Document},
    matching::{Case, Found, Gold},
    mentions::errors,
    score::Score,
};
use crate::run::{self, root};

/// The seeds with other names: strict scores of drafts in which every name of a person,
/// organisation, place, people and event is another one of its kind.
///
/// A draft keeps everything between the names. A country brings its capital and its people along,
/// a surname alone is that of the new person, look-alike letters and capitals are kept. The names
/// are chosen at random, the same in every run. Titles and dates stay and count.
///
/// Columns:
///   gold              mentions that count, in one draft
///   as is             strict F1 (same span and label) with the names as they are
///   mean, min         strict F1 over the drafts
///   draft             the draft that has the least
///   missed, too much  how many in all drafts
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Arguments {
    /// Gold with offsets. Default: `gold/mentions.jsonl` in `COPYDESK_SHARED`, else in `../shared`.
    gold: Option<PathBuf>,
    /// The folder with the documents. Default: the folder of the gold, else `../seeds` from there.
    #[arg(long)]
    documents: Option<PathBuf>,
    /// How many drafts of each document.
    #[arg(long, default_value_t = 5)]
    drafts: u64,
    /// Prints every miss and every false alarm of the drafts.
    #[arg(long)]
    errors: bool,
    /// Writes the drafts as `<draft>-<file>` into a folder.
    #[arg(long)]
    write: Option<PathBuf>,
}

/// Strict scores of a document or label, with the names as they are (0) and in each draft.
type Row = BTreeMap<u64, Score>;

/// Scores the drafts and prints the table.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let path = arguments.gold;
    let path = path.unwrap_or_else(|| run::shared(None).join("gold/mentions.jsonl"));
    let documents = gold::read(&path, arguments.documents.as_deref())?;
    let world = world(&documents)?;
    let desk = Desk::new(copydesk::Options::default())?;
    let labels = labels(&documents);
    let (mut files, mut kinds, mut together) = (
        BTreeMap::<&str, Row>::new(),
        BTreeMap::<String, Row>::new(),
        Row::new(),
    );
    for document in &documents {
        for number in 0..=arguments.drafts {
            let draft = match number {
                0 => document.clone(),
                _ => draft::draft(document, &Cast::new(document, &world, number)?),
            };
            let name = format!("{number}-{}", document.file);
            if let Some(folder) = arguments.write.as_ref().filter(|_| number > 0) {
                let path = folder.join(&name);
                fs::create_dir_all(folder)
                    .and_then(|()| fs::write(&path, &draft.raw))
                    .with_context(|| format!("cannot write {}", path.display()))?;
            }
            let gold = mentions(&draft);
            let found = found(&desk, &draft, &labels);
            let case = Case::new(&gold, &found);
            if arguments.errors && number > 0 {
                errors(&name, &case, &|start, end| draft.words(start, end));
            }
            for label in case.labels() {
                let score = case.labelled(label).strict;
                for row in [
                    files.entry(&document.file).or_default(),
                    kinds.entry(label.to_owned()).or_default(),
                    &mut together,
                ] {
                    row.entry(number).or_default().add(score);
                }
            }
        }
    }
    println!(
        "{:<30} {:>6} {:>6} {:>6} {:>6} {:>6} {:>7} {:>9}",
        "strict F1", "gold", "as is", "mean", "min", "draft", "missed", "too much"
    );
    for (file, row) in &files {
        print(file, row);
    }
    print("together", &together);
    for (label, row) in &kinds {
        print(&format!("  {label}"), row);
    }
    Ok(())
}

/// Countries of the list of countries, and capitals of the gold.
fn world(documents: &[Document]) -> Result<World> {
    let path = root().join("crates/copydesk-entities/data/countries.tsv");
    let list =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let rows = list.lines().filter(|row| !row.starts_with('#'));
    let lines = documents.iter().flat_map(|document| &document.gold);
    Ok(World {
        countries: rows
            .filter_map(|row| row.split('\t').nth(3))
            .map(str::to_owned)
            .collect(),
        capitals: lines
            .filter_map(|line| Some((line.canonical.clone(), line.metonym_for.clone()?)))
            .collect(),
    })
}

fn mentions(document: &Document) -> Vec<Gold> {
    document
        .gold
        .iter()
        .map(|line| line.mention(false, false))
        .collect()
}

/// The labels that the gold counts.
fn labels(documents: &[Document]) -> BTreeSet<String> {
    let gold = documents.iter().flat_map(mentions);
    gold.filter(|gold| gold.counts)
        .map(|gold| gold.label)
        .collect()
}

fn found(desk: &Desk, document: &Document, labels: &BTreeSet<String>) -> Vec<Found> {
    let mut found = document.found(&document.read(desk));
    found.retain(|found| labels.contains(found.label));
    found
}

fn print(name: &str, row: &Row) {
    let drafts = || row.iter().filter(|(number, _)| **number > 0);
    let sum = drafts().map(|(_, score)| score.f1()).sum::<f64>();
    let least = drafts().min_by(|left, right| left.1.f1().total_cmp(&right.1.f1()));
    let mut all = Score::default();
    drafts().for_each(|(_, score)| all.add(*score));
    let as_is = row.get(&0).copied().unwrap_or_default();
    println!(
        "{name:<30} {:>6} {:>6.3} {:>6.3} {:>6.3} {:>6} {:>7} {:>9}",
        as_is.gold,
        as_is.f1(),
        sum / drafts().count().max(1) as f64,
        least.map_or(0.0, |(_, score)| score.f1()),
        least.map_or(0, |(number, _)| *number),
        all.gold - all.right,
        all.found - all.right
    );
}
