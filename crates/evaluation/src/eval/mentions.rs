//! Mentions against annotated text: CoNLL files, and files with offsets such as the gold of the
//! seeds.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use anyhow::Result;
use clap::Args;
use copydesk::{Desk, stage};

use super::{
    conll, copies, gold,
    matching::{Case, Found, Gold},
    report::{Report, Speed},
};
use crate::run;

/// Mentions: strict, untyped and partial scores, calibration, copies in other cases, speed.
///
/// FILES ending in .jsonl are gold with offsets: a JSON object a line with file, start, end (code
/// points of the raw file), text, type, and optional, nominal, boilerplate where they apply. Other
/// files are CoNLL: token TAB BIO tag, -DOCSTART- between documents. Without files, the seeds.
///
/// Offsets: the whole pipeline reads the raw file; a row is a document. Labels that the file never
/// counts are left out of what was found. CoNLL: the tagger reads each document with tokens
/// parted by blanks and sentences by a blank line; a row is a file. PERSON is PER, GPE LOC and
/// FAC are LOC, ORG is ORG; MISC is left out.
///
/// Columns of the first table; a row with a label counts only mentions that have it:
///   gold, found, right   mentions that count, that were found, that are right by the strict measure
///   P, R, F1             strict: the same span and label (micro)
///   untyped              F1 where the span is enough
///   partial              F1 where the same label and any overlap is enough, paired one to one
///                        (SemEval-2013 task 9: "type")
///   half                 F1 where any overlap is enough, paired one to one, whatever the label;
///                        half a point unless the spans are the same (MUC and SemEval-2013: "partial")
///
/// The copies are the same texts in capitals and in small letters:
///   as is, capitals, small   strict F1
///   lost                     points of F1 (of 100) below the text as it is
///
/// Calibration, over all texts as they are: mentions by confidence (.9 is .9 to 1), the mean of
/// their confidence, the share that is right by the strict measure. The expected calibration error
/// is the distance of the two in each row, averaged over mentions.
///
/// Speed is of one thread by the clock, without the first call, which loads lists and model:
/// CoNLL from text to mentions, offsets from the raw file to the record. `cargo xtask` builds the
/// development profile; figures are from `cargo run --release -p xtask -- eval mentions FILE…`.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Arguments {
    /// CoNLL files, and `.jsonl` files with offsets.
    files: Vec<PathBuf>,
    /// The folder with `seeds/` and `gold/`. Default: `COPYDESK_SHARED`, else `../shared`.
    #[arg(long)]
    shared: Option<PathBuf>,
    /// The folder with the documents of `.jsonl` files. Default: the folder of the file, else
    /// `../seeds` from there.
    #[arg(long)]
    documents: Option<PathBuf>,
    /// Prints every miss and every false alarm.
    #[arg(long)]
    errors: bool,
    /// Copies of documents with offsets, too.
    #[arg(long)]
    copies: bool,
    /// Counts class nouns (`nominal`) too.
    #[arg(long)]
    nominal: bool,
    /// Counts mentions in boilerplate too.
    #[arg(long)]
    boilerplate: bool,
}

/// Evaluates each file and prints the tables.
pub(crate) fn run(mut arguments: Arguments) -> Result<()> {
    if arguments.files.is_empty() {
        let shared = run::shared(arguments.shared.take());
        arguments.files.push(shared.join("gold/mentions.jsonl"));
    }
    let mut report = Report::new();
    for file in &arguments.files {
        if file
            .extension()
            .is_some_and(|extension| extension == "jsonl")
        {
            with_offsets(file, &arguments, &mut report)?;
        } else {
            tagged(file, &arguments, &mut report)?;
        }
    }
    println!("{report}");
    Ok(())
}

/// A CoNLL file.
fn tagged(file: &Path, arguments: &Arguments, report: &mut Report) -> Result<()> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    for document in conll::read(file)? {
        let (gold, found) = (document.names(), names(&document.text, &mut report.speed));
        let case = Case::new(&gold, &found);
        report.add(&name, &case);
        if arguments.errors {
            let text =
                |start: u32, end: u32| document.text[start as usize..end as usize].to_owned();
            errors(&name, &case, &text);
        }
        for (at, change) in [copies::upper, copies::lower].into_iter().enumerate() {
            let copy = document.map(change);
            let (gold, found) = (copy.names(), names(&copy.text, &mut Speed::default()));
            report.add_copy(&name, at, &Case::new(&gold, &found));
        }
    }
    Ok(())
}

/// The names of a text over PER, LOC and ORG.
fn names(text: &str, speed: &mut Speed) -> Vec<Found> {
    let article = speed.time(|| stage::annotate(text, None));
    speed.tokens += article.tokens.len();
    let mentions = article.mentions.iter();
    mentions
        .filter_map(|mention| {
            Some(Found {
                start: mention.span.start,
                end: mention.span.end,
                label: conll::class(mention.label)?,
                confidence: mention.confidence,
            })
        })
        .collect()
}

/// A file with offsets.
fn with_offsets(file: &Path, arguments: &Arguments, report: &mut Report) -> Result<()> {
    let desk = Desk::new(copydesk::Options::default())?;
    let documents = gold::read(file, arguments.documents.as_deref())?;
    let mentions = |document: &gold::Document| -> Vec<Gold> {
        let lines = document.gold.iter();
        lines
            .map(|line| line.mention(arguments.nominal, arguments.boilerplate))
            .collect()
    };
    let labels: BTreeSet<String> = documents
        .iter()
        .flat_map(mentions)
        .filter(|gold| gold.counts)
        .map(|gold| gold.label)
        .collect();
    for document in documents {
        let gold = mentions(&document);
        let found = |document: &gold::Document, speed: &mut Speed| -> Vec<Found> {
            let article = speed.time(|| document.read(&desk));
            speed.tokens += stage::tokens(&article.text).len();
            let mut found = document.found(&article);
            found.retain(|found| labels.contains(found.label));
            found
        };
        let name = document.file.as_str();
        let here = found(&document, &mut report.speed);
        let case = Case::new(&gold, &here);
        report.add(name, &case);
        if arguments.errors {
            errors(name, &case, &|start, end| document.words(start, end));
        }
        if !arguments.copies {
            continue;
        }
        for (at, change) in [copies::upper, copies::lower].into_iter().enumerate() {
            let raw = document.raw.chars().map(change).collect();
            let copy = gold::Document {
                raw,
                ..document.clone()
            };
            let found = found(&copy, &mut Speed::default());
            report.add_copy(name, at, &Case::new(&gold, &found));
        }
    }
    Ok(())
}

/// Prints what was missed and what is too much.
pub(crate) fn errors(name: &str, case: &Case, text: &dyn Fn(u32, u32) -> String) {
    for gold in case.missed() {
        let (start, end) = (gold.start, gold.end);
        println!(
            "{name} missed   {:<8} {:?} at {start}..{end}",
            gold.label,
            text(start, end)
        );
    }
    for (found, _) in case.judged().filter(|(_, right)| !right) {
        let (start, end) = (found.start, found.end);
        println!(
            "{name} too much {:<8} {:?} at {start}..{end}",
            found.label,
            text(start, end)
        );
    }
}
