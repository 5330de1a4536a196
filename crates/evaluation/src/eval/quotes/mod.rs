//! Quotes against annotated documents.

use std::{collections::BTreeMap, path::PathBuf};

use anyhow::Result;
use clap::Args;
use copydesk::{
    Span,
    record::{Article, Quote, QuoteKind, SourceKind},
};

mod cues;

use super::{
    information::{self, Document, source},
    score::{Score, Table},
};
use crate::run;

/// Quotes: F1 of their content, and of those that match the speaker, verb class and kind.
///
/// FOLDERS have `information.json` and its texts. Without folders, the seeds.
///
/// A quote that is found matches one of the gold if the F1 of their contents, counted in words, is
/// 0.5 or more; pairs are taken one to one, the best first, of equals the one whose cue overlaps.
/// The speaker is right if both have an entity and it is the same, else if the spans overlap; of an
/// unnamed source there must be no entity, of a missing one no span either. `admit` counts as
/// confirm, `condemn` as criticise, `threaten` as warn, `reject` as deny, `doubt` as speculate, `ask`
/// as urge; the kinds `nominal` and `source` as indirect.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Arguments {
    /// Folders with `information.json`. Default: `gold` in `COPYDESK_SHARED`, else in `../shared`.
    folders: Vec<PathBuf>,
    /// Prints every miss, every false alarm and everything that is wrong with those that match.
    #[arg(long)]
    errors: bool,
    /// Instead of quotes, the verbs that report in ECB+ (`ACTION_REPORTING`) and MEANTIME
    /// (`SPEECH_COGNITIVE`), in the sentences that are annotated.
    #[arg(long)]
    cues: bool,
}

/// What is counted of the quotes that match.
#[derive(Default)]
struct Matched {
    all: u32,
    exact: u32,
    overlap: f64,
    speaker: u32,
    class: u32,
    kind: u32,
    cue: u32,
}

/// Evaluates each folder and prints the tables.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    if arguments.cues {
        return cues::run(&run::shared(None).join("data"), arguments.errors);
    }
    for folder in information::folders(&arguments.folders) {
        let information = information::read(&folder)?;
        let (mut table, mut matched) = (Table::default(), Matched::default());
        for document in &information.documents {
            let article = document.read()?;
            let score = judge(document, &article, &mut matched, arguments.errors);
            table.add(&document.file, score);
            table.add("~ all", score);
        }
        println!("{}\n{table}", folder.display());
        let share = |part: u32| 100.0 * f64::from(part) / f64::from(matched.all.max(1));
        println!(
            "of {} matched: exact {:.1} %, mean overlap {:.3}, speaker {:.1} %, verb class {:.1} %, kind {:.1} %, cue overlaps {:.1} %\n",
            matched.all,
            share(matched.exact),
            matched.overlap / f64::from(matched.all.max(1)),
            share(matched.speaker),
            share(matched.class),
            share(matched.kind),
            share(matched.cue),
        );
    }
    Ok(())
}

/// The places of the words of a span, in bytes of the file.
fn words(raw: &str, span: Span) -> Vec<u32> {
    let mut words = Vec::new();
    let mut inside = false;
    for (at, letter) in span.of(raw).char_indices() {
        if letter.is_alphanumeric() && !inside {
            words.push(span.start + at as u32);
        }
        inside = letter.is_alphanumeric();
    }
    words
}

/// F1 of the words of two spans.
fn overlap(raw: &str, one: Span, other: Span) -> f64 {
    let (one, other) = (words(raw, one), words(raw, other));
    let common = one
        .iter()
        .filter(|at| other.binary_search(at).is_ok())
        .count();
    let all = one.len() + other.len();
    if all == 0 {
        0.0
    } else {
        2.0 * common as f64 / all as f64
    }
}

fn overlaps(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}

/// The gold entity that an entity of the record stands for: the one that most of its mentions are.
fn gold_entity<'a>(document: &'a Document, article: &Article, entity: u32) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for mention in article
        .mentions
        .iter()
        .filter(|mention| mention.entity == entity)
    {
        if let Some(gold) = document.entity_at(source(article, mention.span)) {
            *counts.entry(gold).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .max_by_key(|&(_, count)| count)
        .map(|(gold, _)| gold)
}

fn judge(document: &Document, article: &Article, matched: &mut Matched, errors: bool) -> Score {
    let raw = document.raw.as_str();
    let place = |span: Span| source(article, span);
    let mut pairs = Vec::new();
    for (at, gold) in document.quotes.iter().enumerate() {
        for (other, found) in article.quotes.iter().enumerate() {
            let share = overlap(raw, gold.content.span(), place(found.content));
            if share >= 0.5 {
                let cue = gold.cue.as_ref().zip(found.cue);
                let cue = cue.is_some_and(|(cue, found)| overlaps(cue.span(), place(found)));
                pairs.push((share + if cue { 0.01 } else { 0.0 }, cue, at, other));
            }
        }
    }
    pairs.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.2.cmp(&other.2)));
    let mut partner = vec![None; document.quotes.len()];
    let mut taken = vec![false; article.quotes.len()];
    let name = &document.file;
    let mut right = 0;
    for (share, cue, at, other) in pairs {
        if partner[at].is_some() || taken[other] {
            continue;
        }
        (partner[at], taken[other]) = (Some(other), true);
        right += 1;
        let (gold, found) = (&document.quotes[at], &article.quotes[other]);
        let share = (share - if cue { 0.01 } else { 0.0 }).min(1.0);
        matched.all += 1;
        matched.overlap += share;
        matched.exact += u32::from(share > 0.999);
        matched.cue += u32::from(cue);
        let class = class(&gold.verb_class) == found.verb_class.as_str();
        matched.class += u32::from(class);
        let kind = match gold.kind.as_str() {
            "direct" => found.kind == QuoteKind::Direct,
            "mixed" => found.kind == QuoteKind::Mixed,
            "indirect" => found.kind == QuoteKind::Indirect,
            _ => found.kind != QuoteKind::Direct,
        };
        matched.kind += u32::from(kind);
        let speaker = speaker(document, article, gold, found);
        matched.speaker += u32::from(speaker);
        if errors && !(class && speaker && kind && share > 0.999) {
            let said = |right: bool| if right { "" } else { " WRONG" };
            println!(
                "{name} differs {:?} / {:?}: speaker {:?} / {:?}{}, class {} / {}{}, kind {} / {}{}",
                gold.content.text,
                place(found.content).of(raw),
                gold.speaker.as_ref().map(|words| words.text.as_str()),
                found.speaker.map(|span| place(span).of(raw)),
                said(speaker),
                gold.verb_class,
                found.verb_class,
                said(class),
                gold.kind,
                found.kind,
                said(kind),
            );
        }
    }
    if errors {
        for (gold, _) in document
            .quotes
            .iter()
            .zip(&partner)
            .filter(|(_, it)| it.is_none())
        {
            let cue = gold.cue.as_ref().map_or("", |cue| cue.text.as_str());
            println!("{name} missed   [{cue}] {:?}", gold.content.text);
        }
        for (found, _) in article
            .quotes
            .iter()
            .zip(&taken)
            .filter(|(_, taken)| !**taken)
        {
            println!(
                "{name} too much [{}] {:?} by {:?}",
                found.cue.map_or("", |cue| place(cue).of(raw)),
                place(found.content).of(raw),
                found.speaker.map(|span| place(span).of(raw)),
            );
        }
    }
    Score {
        right,
        found: article.quotes.len() as u32,
        gold: document.quotes.len() as u32,
    }
}

/// The class of the record that a class of the gold counts as.
fn class(gold: &str) -> &str {
    match gold {
        "admit" => "confirm",
        "condemn" => "criticise",
        "threaten" => "warn",
        "reject" => "deny",
        "doubt" => "speculate",
        "ask" => "urge",
        other => other,
    }
}

fn speaker(
    document: &Document,
    article: &Article,
    gold: &information::Quote,
    found: &Quote,
) -> bool {
    let nobody = gold.speaker_type.as_deref() == Some("missing");
    if nobody || gold.speaker.is_none() && gold.speaker_entity.is_none() {
        return found.speaker_entity.is_none() && (!nobody || found.speaker.is_none());
    }
    if gold.speaker_type.is_some() && found.speaker_entity.is_some() {
        return false;
    }
    let entity = found
        .speaker_entity
        .and_then(|entity| gold_entity(document, article, entity));
    if let (Some(gold_entity), Some(entity)) = (gold.speaker_entity.as_deref(), entity) {
        gold_entity == entity || gold.co_speakers.iter().any(|other| other == entity)
    } else {
        let spans = gold.speaker.as_ref().zip(found.speaker);
        spans.is_some_and(|(gold, found)| overlaps(gold.span(), source(article, found)))
            || gold.speaker.is_none() && found.speaker_kind != SourceKind::Named
    }
}
