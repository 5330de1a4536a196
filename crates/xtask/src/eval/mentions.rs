//! Mentions of the seeds against `gold/mentions.jsonl`: strict span and type.
//!
//! Gold mentions that are optional, nominal or in boilerplate count neither when missed nor when
//! found, unless asked for. Offsets are code points of the raw file.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result};
use copydesk::{CodePoints, Desk, RawDocument, record::Label};
use serde::Deserialize;

use super::score::{Score, Table};

/// What counts, and what is printed.
pub(crate) struct Options {
    pub(crate) errors: bool,
    pub(crate) nominal: bool,
    pub(crate) boilerplate: bool,
}

/// The labels that the gold annotates; others are left out of what is found.
const LABELS: [Label; 8] = [
    Label::Person,
    Label::Org,
    Label::Gpe,
    Label::Loc,
    Label::Norp,
    Label::Event,
    Label::Date,
    Label::Title,
];

#[derive(Deserialize)]
struct GoldMention {
    file: String,
    start: u32,
    end: u32,
    text: String,
    #[serde(rename = "type")]
    label: String,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    nominal: bool,
    #[serde(default)]
    boilerplate: bool,
}

/// Evaluates the seeds in `shared`.
pub(crate) fn seeds(shared: &Path, options: &Options) -> Result<()> {
    let gold = gold(shared)?;
    let desk = Desk::new(copydesk::Options::default())?;
    let (mut files, mut labels, mut total) = (Table::default(), Table::default(), Score::default());
    for (file, gold) in &gold {
        let path = shared.join("seeds").join(file);
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let points = CodePoints::new(std::str::from_utf8(&bytes).context("the seed is not UTF-8")?);
        let article = desk.read(&RawDocument {
            uri: Some(file.clone()),
            ..RawDocument::from_bytes(bytes)
        });
        let found: BTreeMap<(u32, u32), (Label, &str)> = article
            .mentions
            .iter()
            .filter(|mention| LABELS.contains(&mention.label))
            .map(|mention| {
                let source = article.source_of(mention.span);
                let place = (points.to_point(source.start), points.to_point(source.end));
                (place, (mention.label, mention.span.of(&article.text)))
            })
            .collect();
        let score = compare(file, gold, &found, &mut labels, options);
        files.add(file, score);
        total.add(score);
    }
    files.add("together", total);
    println!("{files}");
    println!("{labels}");
    Ok(())
}

fn gold(shared: &Path) -> Result<BTreeMap<String, Vec<GoldMention>>> {
    let path = shared.join("gold/mentions.jsonl");
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut files: BTreeMap<String, Vec<GoldMention>> = BTreeMap::new();
    for line in text.lines() {
        let mention: GoldMention = serde_json::from_str(line)?;
        files.entry(mention.file.clone()).or_default().push(mention);
    }
    Ok(files)
}

fn compare(
    file: &str,
    gold: &[GoldMention],
    found: &BTreeMap<(u32, u32), (Label, &str)>,
    labels: &mut Table,
    options: &Options,
) -> Score {
    let mut total = Score::default();
    let mut known = BTreeSet::new();
    for mention in gold {
        let place = (mention.start, mention.end);
        let ignored = mention.optional
            || mention.nominal && !options.nominal
            || mention.boilerplate && !options.boilerplate;
        if ignored {
            known.insert(place);
            continue;
        }
        let right = found
            .get(&place)
            .is_some_and(|(label, _)| label.as_str() == mention.label);
        if right {
            known.insert(place);
        } else if options.errors {
            println!(
                "{file} missed   {:<8} {:?} at {}..{}",
                mention.label, mention.text, mention.start, mention.end
            );
        }
        let score = Score {
            right: u32::from(right),
            found: u32::from(right),
            gold: 1,
        };
        labels.add(&mention.label, score);
        total.add(score);
    }
    for (place, (label, text)) in found {
        if !known.contains(place) {
            if options.errors {
                println!(
                    "{file} too much {:<8} {text:?} at {}..{}",
                    label.as_str(),
                    place.0,
                    place.1
                );
            }
            let score = Score {
                found: 1,
                ..Score::default()
            };
            labels.add(label.as_str(), score);
            total.add(score);
        }
    }
    total
}
