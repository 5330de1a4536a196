//! Mentions against `CoNLL` files: token TAB BIO tag, a blank line between sentences,
//! `-DOCSTART-` between documents, classes PER LOC ORG MISC.
//!
//! Sentences are joined by a blank line and tokens by a blank, so that the tagger sees the
//! sentences of the file. A mention is right when its words and its class are.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use copydesk::{record::Label, stage};

use super::{
    calibration::Calibration,
    mentions::Options,
    score::{Score, Table},
};

/// One document: its text, and byte ranges of its gold mentions with their class.
#[derive(Clone, Default)]
pub(crate) struct Document {
    pub(crate) text: String,
    pub(crate) gold: BTreeSet<(u32, u32, &'static str)>,
}

/// Evaluates each file, over PER, LOC and ORG.
pub(crate) fn files(files: &[PathBuf], options: &Options) -> Result<()> {
    let mut table = Table::default();
    let mut calibration = Calibration::default();
    let mut speed = Speed::default();
    for file in files {
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        for mut document in read(file)? {
            document.gold.retain(|mention| mention.2 != "MISC");
            let found = speed.annotate(&document.text);
            for (mention, confidence) in &found {
                calibration.add(*confidence, document.gold.contains(mention));
            }
            let found = found.into_iter().map(|(mention, _)| mention).collect();
            score(&name, &document, &found, &mut table, options);
        }
    }
    println!("{table}");
    println!("{calibration}");
    println!("{:.0} tokens a second, all of annotation", speed.rate());
    Ok(())
}

/// A name: its place and class.
type Name = (u32, u32, &'static str);

/// How long annotation takes.
#[derive(Default)]
struct Speed {
    tokens: usize,
    time: Duration,
}

impl Speed {
    /// The names of a text over PER, LOC and ORG, with their confidence.
    fn annotate(&mut self, text: &str) -> Vec<(Name, f32)> {
        let begin = Instant::now();
        let article = stage::annotate(text, None);
        self.time += begin.elapsed();
        self.tokens += article.tokens.len();
        article
            .mentions
            .iter()
            .filter_map(|mention| {
                let span = mention.span;
                let name = (span.start, span.end, class(mention.label)?);
                Some((name, mention.confidence))
            })
            .collect()
    }

    fn rate(&self) -> f64 {
        self.tokens as f64 / self.time.as_secs_f64()
    }
}

fn score(
    name: &str,
    document: &Document,
    found: &BTreeSet<Name>,
    table: &mut Table,
    options: &Options,
) {
    for class in ["PER", "LOC", "ORG"] {
        let of_class = |set: &BTreeSet<(u32, u32, &str)>| {
            set.iter().filter(|mention| mention.2 == class).count() as u32
        };
        let right: BTreeSet<_> = found.intersection(&document.gold).copied().collect();
        let score = Score {
            right: of_class(&right),
            found: of_class(found),
            gold: of_class(&document.gold),
        };
        table.add(&format!("{name} {class}"), score);
        table.add(name, score);
    }
    if options.errors {
        let show = |kind: &str, &(start, end, class): &(u32, u32, &str)| {
            println!(
                "{name} {kind} {class} {:?}",
                &document.text[start as usize..end as usize]
            );
        };
        document
            .gold
            .difference(found)
            .for_each(|mention| show("missed  ", mention));
        found
            .difference(&document.gold)
            .for_each(|mention| show("too much", mention));
    }
}

/// The class of the four-class data for a label.
fn class(label: Label) -> Option<&'static str> {
    match label {
        Label::Person => Some("PER"),
        Label::Gpe | Label::Loc | Label::Fac => Some("LOC"),
        Label::Org => Some("ORG"),
        _ => None,
    }
}

/// The documents of a file, with the names of all four classes.
pub(crate) fn read(file: &Path) -> Result<Vec<Document>> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut documents = vec![Document::default()];
    let mut open: Option<(u32, u32, &'static str)> = None;
    for line in text.lines().chain([""]) {
        let document = documents.last_mut().expect("there is always one");
        let (token, tag) = line.split_once('\t').unwrap_or((line, "O"));
        let tag = tag.trim();
        let continues = tag.starts_with("I-") && open.is_some();
        if !continues && let Some(mention) = open.take() {
            document.gold.insert(mention);
        }
        if token.starts_with("-DOCSTART-") {
            documents.push(Document::default());
            continue;
        }
        if line.trim().is_empty() {
            if !document.text.is_empty() && !document.text.ends_with("\n\n") {
                document.text.push_str("\n\n");
            }
            continue;
        }
        if !document.text.is_empty() && !document.text.ends_with('\n') {
            document.text.push(' ');
        }
        let start = document.text.len() as u32;
        document.text.push_str(token);
        let end = document.text.len() as u32;
        if let Some(mention) = &mut open {
            mention.1 = end;
        } else {
            open = match tag.get(2..) {
                Some("PER") => Some((start, end, "PER")),
                Some("LOC") => Some((start, end, "LOC")),
                Some("ORG") => Some((start, end, "ORG")),
                Some("MISC") => Some((start, end, "MISC")),
                _ => None,
            };
        }
    }
    Ok(documents)
}
