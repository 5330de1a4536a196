//! Copies among documents, against what is known of them.
//!
//! *What*: invented news with edited copies and look-alikes, made anew from a seed, or the bodies of
//! page sets, every second one with edited copies. Two documents are a pair if they are of one story;
//! precision and recall are of pairs in a group. For each edit: how many copies are in the group of
//! what they were made of, and how many of these are called by a kind that fits. Then bytes of state
//! and steps for each document.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use copydesk::duplicates::{Duplicate, Duplicates};
use copydesk_benches::copies::{self, Base, Document, Edit};
use serde::Deserialize;

/// Words that a body has at least.
const SHORTEST: usize = 40;
/// Letters of a title that are printed.
const SHOWN: usize = 60;

/// What `cargo xtask eval duplicates` takes.
#[derive(clap::Args)]
#[command(about = "Copies: pairs found, kinds of copies, state and steps for each document")]
pub(crate) struct Arguments {
    /// Page sets with `gold.json`, whose bodies are edited. Default: invented news.
    folders: Vec<PathBuf>,
    /// What the edits, and the invented news, are drawn from.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many documents are invented.
    #[arg(long, default_value_t = 20_000)]
    count: usize,
    /// Takes the bodies as they are and prints what is called a copy.
    #[arg(long, requires = "folders")]
    plain: bool,
    /// Prints this many copies of each edit that were missed, and as many that are none.
    #[arg(long, default_value_t = 0)]
    errors: usize,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    if arguments.folders.is_empty() {
        measure(
            &copies::documents(arguments.seed, arguments.count),
            arguments.errors,
        );
        return Ok(());
    }
    let mut bases: Vec<Base> = Vec::new();
    for folder in &arguments.folders {
        bases.extend(bodies(folder)?);
    }
    if arguments.plain {
        show(&bases);
    } else {
        measure(&copies::copies_of(arguments.seed, &bases), arguments.errors);
    }
    Ok(())
}

#[derive(Deserialize)]
struct Gold {
    #[serde(rename = "articleBody")]
    body: Option<String>,
    title: Option<String>,
}

/// The bodies of a page set, no text twice.
fn bodies(folder: &Path) -> Result<Vec<Base>> {
    let path = folder.join("gold.json");
    let shown = path.display();
    let json = fs::read_to_string(&path).with_context(|| format!("cannot read {shown}"))?;
    let gold: BTreeMap<String, Gold> =
        serde_json::from_str(&json).with_context(|| format!("{shown} is no page set"))?;
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for gold in gold.into_values() {
        let body = gold.body.unwrap_or_default();
        if body.split_whitespace().count() < SHORTEST {
            continue;
        }
        let lines: Vec<&str> = body
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        texts.insert(lines.join("\n\n"), gold.title.unwrap_or_default());
    }
    let bases = texts.into_iter().map(|(text, title)| Base { title, text });
    Ok(bases.collect())
}

/// Prints the copies among bodies that nobody edited.
fn show(bases: &[Base]) {
    let mut duplicates = Duplicates::default();
    for base in bases {
        duplicates.add_text("", None, &base.title, &base.text);
    }
    for row in duplicates.rows() {
        let (Some(original), Some(kind)) = (row.dup_of, row.dup_kind) else {
            continue;
        };
        let [this, original] = [row.article, original].map(|at| short(&bases[at as usize].title));
        println!(
            "{kind:<10} {:.2}  {this}\n                 {original}",
            row.score.unwrap_or_default()
        );
    }
}

fn short(title: &str) -> String {
    title.chars().take(SHOWN).collect()
}

#[derive(Default)]
struct Line {
    copies: u32,
    found: u32,
    fitting: u32,
    kinds: BTreeMap<&'static str, u32>,
}

fn measure(documents: &[Document], errors: usize) {
    let mut duplicates = Duplicates::default();
    for document in documents {
        let Document {
            id,
            published,
            title,
            text,
            ..
        } = document;
        duplicates.add_text(id, Some(published), title, text);
    }
    let (rows, steps) = duplicates.rows_and_steps();
    pairs(documents, &rows);
    let originals: HashMap<u32, usize> = (documents.iter().enumerate())
        .filter(|(_, document)| document.edit.is_none())
        .map(|(at, document)| (document.story, at))
        .collect();
    let mut lines: BTreeMap<Edit, Line> = BTreeMap::new();
    for (row, document) in rows.iter().zip(documents) {
        let (Some(edit), Some(&base)) = (document.edit, originals.get(&document.story)) else {
            continue;
        };
        let line = lines.entry(edit).or_default();
        line.copies += 1;
        if row.dup_group.is_none() || row.dup_group != rows[base].dup_group {
            if (line.copies - line.found) as usize <= errors {
                println!(
                    "missed, {}: {}",
                    edit.as_str(),
                    short(&documents[base].title)
                );
            }
            continue;
        }
        line.found += 1;
        let kind = row.dup_kind.map_or("original", |kind| kind.as_str());
        line.fitting += u32::from(edit.kinds().contains(&kind));
        *line.kinds.entry(kind).or_default() += 1;
    }
    let mut wrong = 0;
    for row in &rows {
        let Some(original) = row.dup_of else { continue };
        let [this, other] = [row.article, original].map(|at| &documents[at as usize]);
        if this.story != other.story && wrong < errors {
            wrong += 1;
            println!(
                "no copy: {}\n         {}",
                short(&this.title),
                short(&other.title)
            );
        }
    }
    println!(
        "  {:<12} {:>6} {:>7} {:>7}",
        "edit", "copies", "recall", "kind"
    );
    for (edit, line) in &lines {
        let share = |part: u32, of: u32| f64::from(part) / f64::from(of.max(1));
        let kinds: Vec<String> = line
            .kinds
            .iter()
            .map(|(kind, count)| format!("{kind} {count}"))
            .collect();
        println!(
            "  {:<12} {:>6} {:>7.4} {:>7.4}  {}",
            edit.as_str(),
            line.copies,
            share(line.found, line.copies),
            share(line.fitting, line.found),
            kinds.join(", ")
        );
    }
    let each = |total: u64| total as f64 / documents.len().max(1) as f64;
    println!(
        "  state {:.0} bytes, steps {:.0} a document",
        each(duplicates.state_bytes() as u64),
        each(steps)
    );
}

/// Prints precision and recall of pairs.
fn pairs(documents: &[Document], rows: &[Duplicate]) {
    let stories = documents.iter().map(|document| (document.story, None));
    let groups = rows.iter().filter_map(|row| Some((row.dup_group?, None)));
    let both = rows
        .iter()
        .zip(documents)
        .filter_map(|(row, document)| Some((row.dup_group?, Some(document.story))));
    let (gold, found, right) = (count(stories), count(groups), count(both));
    let precision = right as f64 / found.max(1) as f64;
    let recall = right as f64 / gold.max(1) as f64;
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
    let documents = documents.len();
    println!(
        "{documents} documents, {gold} pairs, found {found}: precision {precision:.4}, recall \
         {recall:.4}, F1 {f1:.4}"
    );
}

/// Pairs of documents with the same label.
fn count(labels: impl Iterator<Item = (u32, Option<u32>)>) -> u64 {
    let mut sizes: HashMap<(u32, Option<u32>), u64> = HashMap::new();
    for label in labels {
        *sizes.entry(label).or_default() += 1;
    }
    sizes.values().map(|size| size * (size - 1) / 2).sum()
}
