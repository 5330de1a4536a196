//! The model of `copydesk-entities`: a conditional random field over four classes of names.

mod calibrate;
mod clusters;
mod corpus;
mod kinds;
mod learn;
mod marked;
mod news;
mod pages;

use std::{fs, path::Path, thread};

use anyhow::{Context, Result};
use copydesk::stage;
use copydesk_entities::training::{self, Class, Weights};
use corpus::Text;
pub(crate) use learn::Settings;

use crate::{
    eval::{
        conll::{self, Document},
        score::{Score, Table},
    },
    run::root,
};

/// What a document that was marked for copydesk weighs.
const MARKED: f32 = 1.0;

/// Learns the model and writes it; prints how it does on the development sets.
pub(crate) fn run(folder: &Path, settings: Settings, dry: bool, errors: bool) -> Result<()> {
    let mut sets = corpus::read(&folder.join("train"))?;
    let unlabelled = folder.join("voa-unlabelled.txt");
    let news = news::read(&unlabelled)?;
    let pages = pages::read(&folder.join("../parse"))?;
    for articles in [&news.learn, &pages.learn] {
        sets.push(corpus::Documents {
            weight: MARKED,
            documents: marked::documents(articles),
        });
    }
    let clusters = words(&unlabelled, &sets)?;
    let mut texts = corpus::texts(&sets, &clusters);
    let chains = texts.iter().flat_map(|text| &text.chains);
    let words: usize = chains.map(|chain| chain.labels.len()).sum();
    eprintln!("{} texts, {words} words to learn from", texts.len());
    read_once(&mut texts, settings);
    let texts: Vec<&Text> = texts.iter().collect();
    let articles = news.learn.iter().chain(&pages.learn);
    let kinds = kinds::learn(articles, &clusters, settings);
    let held_out = news.measure.iter().chain(&pages.measure);
    kinds::measure(held_out, &clusters, &kinds);
    let weights = learn::learn(&texts, settings).clustered(clusters);
    let mut dev = development(&folder.join("dev"))?;
    dev.push(("news", marked::documents(&news.measure)));
    dev.push(("pages", marked::documents(&pages.measure)));
    let weights = calibrate::calibrated(weights, &dev);
    let bytes = weights.to_bytes();
    eprintln!("{} features, {} bytes", weights.features(), bytes.len());
    measure(&weights, &dev, errors);
    eprintln!(
        "{} features of kinds, {} bytes",
        kinds.features(),
        kinds.to_bytes().len()
    );
    if dry {
        return Ok(());
    }
    for (file, bytes) in [("entities.bin", bytes), ("kinds.bin", kinds.to_bytes())] {
        let path = root().join("crates/copydesk-entities/models").join(file);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// Clusters of the words of all texts.
fn words(unlabelled: &Path, sets: &[corpus::Documents]) -> Result<training::Clusters> {
    let text = fs::read_to_string(unlabelled)
        .with_context(|| format!("cannot read {}", unlabelled.display()))?;
    let labelled = sets.iter().flat_map(|set| &set.documents);
    Ok(clusters::learn(text.lines().chain(
        labelled.flat_map(|document| document.text.split("\n\n")),
    )))
}

/// Texts are read for the first time by weights that have not seen them.
const FOLDS: usize = 4;

/// Fills in what a first reading says.
fn read_once(texts: &mut [Text], settings: Settings) {
    let readers: Vec<Weights> = thread::scope(|scope| {
        let texts = &*texts;
        let fold = |fold: usize| {
            let others: Vec<&Text> = texts
                .iter()
                .filter(|text| text.document % FOLDS != fold)
                .collect();
            move || learn::learn(&others, settings.first_reading())
        };
        let threads: Vec<_> = (0..FOLDS).map(|at| scope.spawn(fold(at))).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("learning does not panic"))
            .collect()
    });
    for text in texts {
        training::remember(&mut text.chains, &readers[text.document % FOLDS]);
    }
}

/// The development sets with their documents.
fn development(folder: &Path) -> Result<Vec<(&'static str, Vec<Document>)>> {
    ["uner-dev", "voa-pilot", "re3d-test", "wnut-dev"]
        .into_iter()
        .map(|name| Ok((name, conll::read(&folder.join(format!("{name}.conll")))?)))
        .collect()
}

/// The names of a text over people, places and organisations, with their confidence.
fn names(weights: &Weights, text: &str) -> Vec<((u32, u32, &'static str), f32)> {
    training::names(weights, text, &stage::sentences(text), &stage::tokens(text))
        .into_iter()
        .filter_map(|(span, class, confidence)| {
            let label = match class {
                Class::Person => "PER",
                Class::Location => "LOC",
                Class::Organisation => "ORG",
                Class::Misc => return None,
            };
            Some(((span.start, span.end, label), confidence))
        })
        .collect()
}

/// Prints the strict scores of rules and model over people, places and organisations.
fn measure(weights: &Weights, dev: &[(&str, Vec<Document>)], errors: bool) {
    let mut table = Table::default();
    for (name, documents) in dev {
        for document in documents {
            let found = names(weights, &document.text);
            for label in ["PER", "LOC", "ORG"] {
                let found: Vec<(u32, u32)> = found
                    .iter()
                    .filter(|((.., found), _)| *found == label)
                    .map(|((start, end, _), _)| (*start, *end))
                    .collect();
                let gold = document.gold.iter().filter(|gold| gold.2 == label);
                let right = gold
                    .clone()
                    .filter(|gold| found.contains(&(gold.0, gold.1)))
                    .count();
                if errors {
                    show(name, document, label, &found);
                }
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
}

/// Letters that are printed before and after a name.
const AROUND: usize = 30;

/// Prints what is missed and what is too much.
fn show(name: &str, document: &Document, label: &str, found: &[(u32, u32)]) {
    let text = |start: u32, end: u32| {
        let (before, rest) = document.text.split_at(start as usize);
        let (name, after) = rest.split_at((end - start) as usize);
        let skipped = before.chars().count().saturating_sub(AROUND);
        let before: String = before.chars().skip(skipped).collect();
        let after: String = after.chars().take(AROUND).collect();
        format!("{before}[{name}]{after}").replace('\n', " ")
    };
    for gold in document.gold.iter().filter(|gold| gold.2 == label) {
        if !found.contains(&(gold.0, gold.1)) {
            println!("{name} missed   {label} {}", text(gold.0, gold.1));
        }
    }
    for &(start, end) in found {
        if !document
            .gold
            .iter()
            .any(|gold| *gold == (start, end, label))
        {
            println!("{name} too much {label} {}", text(start, end));
        }
    }
}
