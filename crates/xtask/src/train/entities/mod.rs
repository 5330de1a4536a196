//! The model of `copydesk-entities`: a conditional random field over four classes of names.

mod corpus;
mod learn;

use std::{fs, path::Path};

use anyhow::{Context, Result};
use copydesk::stage;
use copydesk_entities::training::{self, Class, Weights};
pub(crate) use learn::Settings;

use crate::{
    eval::{
        conll,
        score::{Score, Table},
    },
    run::root,
};

/// Learns the model and writes it; prints how the model alone does on the development sets.
pub(crate) fn run(folder: &Path, settings: Settings, dry: bool) -> Result<()> {
    let examples = corpus::read(&folder.join("train"))?;
    let words: usize = examples.iter().map(|example| example.chain.labels.len()).sum();
    eprintln!("{} chains, {words} words to learn from", examples.len());
    let weights = learn::learn(&examples, settings);
    let bytes = weights.to_bytes();
    eprintln!("{} features, {} bytes", weights.features(), bytes.len());
    measure(&weights, &folder.join("dev"))?;
    if dry {
        return Ok(());
    }
    let path = root().join("crates/copydesk-entities/models/entities.bin");
    fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

/// Strict scores of the model alone over people, places and organisations.
fn measure(weights: &Weights, folder: &Path) -> Result<()> {
    let mut table = Table::default();
    for name in ["uner-dev", "voa-pilot", "re3d-test", "wnut-dev"] {
        for document in conll::read(&folder.join(format!("{name}.conll")))? {
            let text = &document.text;
            let found = training::names(weights, text, &stage::sentences(text), &stage::tokens(text));
            for (class, label) in [
                (Class::Person, "PER"),
                (Class::Location, "LOC"),
                (Class::Organisation, "ORG"),
            ] {
                let found: Vec<(u32, u32)> = found
                    .iter()
                    .filter(|(_, found, _)| *found == class)
                    .map(|(span, ..)| (span.start, span.end))
                    .collect();
                let gold = document.gold.iter().filter(|gold| gold.2 == label);
                let right = gold
                    .clone()
                    .filter(|gold| found.contains(&(gold.0, gold.1)))
                    .count();
                let score = Score {
                    right: right as u32,
                    found: found.len() as u32,
                    gold: gold.count() as u32,
                };
                table.add(name, score);
                table.add(&format!("{name} {label}"), score);
            }
        }
    }
    println!("{table}");
    Ok(())
}
