//! Who is who: entities within and across documents against annotated coreference.

mod corpus;
mod score;

use std::{collections::BTreeMap, path::PathBuf};

use anyhow::Result;
use clap::Args;
use copydesk::{
    Desk, RawDocument, Span,
    corpus::{Corpus, CorpusOptions},
    record::{Article, Label, Mention, Reference},
    stage,
};
use copydesk_entities::resolve_mentions;

use self::{corpus::Document, score::Scores};
use crate::run;

/// Who is who: MUC, B³, CEAF-e and their mean (CoNLL) over mentions of the gold.
///
/// With FOLDER, its `information.json` alone, with the text files beside it or in `../seeds`.
/// Without, the same of the seeds, then ECB+ (topics of `data/resolution/ecbplus`: human and other
/// participants and places in the sentences of `ECBplus_coreference_sentences.csv`, singletons
/// included; a group is a topic; named are mentions with a capital) and MEANTIME (mentions of
/// `data/values/meantime` that are names; a group is a part of the set).
///
/// Rows:
///   within   entities of one document, over all documents
///   across   entities of all documents of a group
///   gold     the mentions are given at the spans of the gold, with labels of the annotated types
///   found    the mentions are those that the pipeline finds, with its pronouns and descriptions;
///            a mention of the gold is what is found at the same span, else with the same last
///            word, else over the last word; what is not found is alone
///
/// Entities of all documents are those of a `Corpus`, to which the documents of a group are added
/// in order, with their dates where the set has them; a topic of ECB+ is one story (`one_story` of
/// `CorpusOptions`), the others are not. An office counts as who holds it, a capital
/// as what it stands for.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Arguments {
    /// A folder with `information.json` and text files.
    folder: Option<PathBuf>,
    /// The folder with `seeds/`, `gold/` and `data/`. Default: `COPYDESK_SHARED`, else `../shared`.
    #[arg(long)]
    shared: Option<PathBuf>,
    /// Prints the clusters of the gold that were split and those that were found and are mixed.
    #[arg(long)]
    errors: bool,
}

/// What was found in a document: a cluster for each mention of the gold.
struct Found {
    /// Names of clusters within the document.
    within: Vec<String>,
    /// Names of clusters across the group.
    across: Vec<String>,
}

/// Evaluates the sets and prints a table.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    println!(
        "{:<34} {:>8} {:>6} {:>6} {:>6} {:>6} {:>7} {:>6}",
        "", "mentions", "MUC", "B3 P", "B3 R", "B3", "CEAF-e", "CoNLL"
    );
    if let Some(folder) = &arguments.folder {
        let folders = [folder.clone(), folder.join("../seeds")];
        let set = corpus::information(&folder.join("information.json"), &folders)?;
        return evaluate("documents", &set, false, arguments.errors);
    }
    let shared = run::shared(arguments.shared.clone());
    let seeds = corpus::information(
        &shared.join("gold/information.json"),
        &[shared.join("seeds")],
    )?;
    evaluate("seeds", &seeds, false, arguments.errors)?;
    let ecb = corpus::ecb(&shared.join("data/resolution/ecbplus"))?;
    evaluate("ECB+", &ecb, true, arguments.errors)?;
    let meantime = corpus::meantime(&shared.join("data/values/meantime"))?;
    evaluate("MEANTIME", &meantime, true, arguments.errors)
}

fn evaluate(name: &str, set: &[Document], given: bool, errors: bool) -> Result<()> {
    let desk = Desk::new(copydesk::Options::default())?;
    for mode in ["gold", "found"] {
        if mode == "gold" && !given {
            continue;
        }
        let mut groups: BTreeMap<&str, Vec<(&Document, Found)>> = BTreeMap::new();
        let mut by_group: BTreeMap<&str, Vec<&Document>> = BTreeMap::new();
        for document in set {
            by_group.entry(&document.group).or_default().push(document);
        }
        for (group, documents) in by_group {
            let articles: Vec<Article> = documents
                .iter()
                .map(|document| {
                    if mode == "gold" {
                        at_gold(document)
                    } else {
                        read(document, &desk)
                    }
                })
                .collect();
            let corpus = together(&documents, articles);
            let found = documents
                .iter()
                .enumerate()
                .map(|(at, document)| (*document, clusters(document, at, &corpus, mode == "gold")));
            groups.insert(group, found.collect());
        }
        for (row, named) in [("all", false), ("named", true)] {
            let (mut within, mut across) = (Scores::default(), Scores::default());
            for documents in groups.values() {
                let mut group = Vec::new();
                for (document, found) in documents {
                    let gold = document.gold.iter().enumerate();
                    let gold = gold.filter(|(_, gold)| gold.named || !named);
                    let pairs = |found: &[String]| -> Vec<(String, String)> {
                        let gold = gold.clone();
                        gold.map(|(at, gold)| (gold.cluster.clone(), found[at].clone()))
                            .collect()
                    };
                    within.add(&pairs(&found.within));
                    group.extend(pairs(&found.across));
                }
                across.add(&group);
            }
            println!("{:<34} {within}", format!("{name}, {mode}, {row}, within"));
            println!("{:<34} {across}", format!("{name}, {mode}, {row}, across"));
        }
        if errors {
            for (group, documents) in &groups {
                print_errors(name, mode, group, documents);
            }
        }
    }
    Ok(())
}

/// What the pipeline makes of a document.
fn read(document: &Document, desk: &Desk) -> Article {
    if document.page {
        desk.read(&RawDocument {
            uri: Some(document.name.clone()),
            ..RawDocument::from_bytes(document.text.clone().into_bytes())
        })
    } else {
        stage::annotate(&document.text, None)
    }
}

/// The mentions of the gold, resolved.
fn at_gold(document: &Document) -> Article {
    let tokens = stage::tokens(&document.text);
    let mentions: Vec<(Span, Label)> = document
        .gold
        .iter()
        .map(|gold| (gold.span, gold.label))
        .collect();
    let found = resolve_mentions(&document.text, &document.sentences, &tokens, &mentions);
    Article {
        text: document.text.clone(),
        mentions: found.mentions,
        entities: found.entities,
        references: found.references,
        ..Article::default()
    }
}

/// The articles of a group as a corpus.
fn together(documents: &[&Document], articles: Vec<Article>) -> Corpus {
    let mut options = CorpusOptions::default();
    options.one_story = documents.iter().any(|document| document.one_story);
    let mut corpus = Corpus::new(options);
    for (document, article) in documents.iter().zip(articles) {
        match &document.date {
            Some(date) => corpus.add_on(article, date),
            None => corpus.add(article),
        };
    }
    corpus
}

/// What words of a document stand for.
#[derive(Clone)]
struct Meant {
    /// Entities of the article.
    within: Vec<u32>,
    /// Entities of the corpus, or a name of its own for what is none.
    across: Vec<String>,
}

impl Meant {
    fn mention(corpus: &Corpus, at: usize, index: usize, mention: &Mention) -> Self {
        let within = stands_for(mention);
        let one = (within.len() == 1)
            .then(|| corpus.stands_for(at as u32, index as u32))
            .flatten();
        let across = match one {
            Some(entity) => vec![entity.to_string()],
            None => (within.iter())
                .map(|&entity| named(corpus, at, entity))
                .collect(),
        };
        Self { within, across }
    }

    fn reference(corpus: &Corpus, at: usize, reference: &Reference) -> Self {
        Self {
            within: vec![reference.entity],
            across: vec![named(corpus, at, reference.entity)],
        }
    }
}

/// The entity of the corpus that one of an article is, or who holds the office that it is.
fn named(corpus: &Corpus, at: usize, entity: u32) -> String {
    let holder = corpus.who(at as u32, entity);
    (holder.and_then(|holder| holder.entity))
        .or_else(|| corpus.entity_of(at as u32, entity))
        .map_or_else(|| format!("{at}:{entity}"), |entity| entity.to_string())
}

/// The clusters of the mentions of the gold.
fn clusters(document: &Document, at: usize, corpus: &Corpus, given: bool) -> Found {
    // Bytes of the raw file, and what was found there.
    let mut spans: Vec<(Span, Meant)> = Vec::new();
    let (mut within, mut across) = (Vec::new(), Vec::new());
    let Some(article) = corpus.document(at as u32) else {
        return Found { within, across };
    };
    let source = |span: Span| {
        if document.page {
            let source = article.source_of(span);
            Span::new(source.start, source.end)
        } else {
            span
        }
    };
    let mentions: Vec<Meant> = (article.mentions.iter().enumerate())
        .map(|(index, mention)| Meant::mention(corpus, at, index, mention))
        .collect();
    for (mention, meant) in article.mentions.iter().zip(&mentions) {
        spans.push((source(mention.span), meant.clone()));
    }
    for reference in &article.references {
        let meant = Meant::reference(corpus, at, reference);
        spans.push((source(reference.span), meant));
    }
    spans.sort_by_key(|(span, _)| *span);
    for (index, gold) in document.gold.iter().enumerate() {
        let meant = if given {
            mentions.get(index).cloned()
        } else {
            aligned(document, gold.span, &spans)
        };
        let Some(mut meant) = meant else {
            let alone = format!("{at}#{index}");
            within.push(alone.clone());
            across.push(alone);
            continue;
        };
        meant.within.sort_unstable();
        let here: Vec<String> = meant.within.iter().map(u32::to_string).collect();
        within.push(here.join("+"));
        meant.across.sort();
        across.push(meant.across.join("+"));
    }
    Found { within, across }
}

/// What a mention stands for in its place.
fn stands_for(mention: &Mention) -> Vec<u32> {
    if !mention.holders.is_empty() {
        return mention.holders.clone();
    }
    vec![mention.metonym_of.unwrap_or(mention.entity)]
}

/// What was found for a mention of the gold.
fn aligned(document: &Document, gold: Span, spans: &[(Span, Meant)]) -> Option<Meant> {
    let near = spans.partition_point(|(span, _)| span.end + 200 < gold.start);
    let near = spans[near..]
        .iter()
        .take_while(|(span, _)| span.start < gold.end);
    let near: Vec<_> = near.filter(|(span, _)| span.end > gold.start).collect();
    let exact = near.iter().find(|(span, _)| *span == gold);
    let words = document.words(gold);
    let bare = words
        .trim_end_matches("'s")
        .trim_end_matches("\u{2019}s")
        .trim_end();
    let end = gold.start + bare.len() as u32;
    let last = end
        - bare
            .rsplit([' ', '\n'])
            .next()
            .map_or(0, |word| word.len() as u32);
    let same_end = || near.iter().find(|(span, _)| span.end == end);
    let over_last = || {
        near.iter()
            .find(|(span, _)| span.start < end && span.end > last)
    };
    let found = exact.or_else(same_end).or_else(over_last)?;
    Some(found.1.clone())
}

/// Prints clusters that were split or mixed.
fn print_errors(name: &str, mode: &str, group: &str, documents: &[(&Document, Found)]) {
    let mut gold: BTreeMap<&str, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    let mut found: BTreeMap<&str, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    for (document, clusters) in documents {
        for (at, mention) in document.gold.iter().enumerate() {
            let words = document.words(mention.span).replace('\n', " ");
            let shown = format!(
                "{words:?} {} {}",
                document.name,
                document.place(mention.span)
            );
            let (there, here) = (mention.cluster.as_str(), clusters.across[at].as_str());
            let add = |map: &mut BTreeMap<_, BTreeMap<_, Vec<String>>>, one, other| {
                map.entry(one)
                    .or_default()
                    .entry(other)
                    .or_default()
                    .push(shown.clone());
            };
            add(&mut gold, there, here);
            add(&mut found, here, there);
        }
    }
    for (kind, map) in [("split", gold), ("mixed", found)] {
        for (cluster, parts) in map {
            if parts.len() > 1 {
                println!("{name} {mode} {group} {kind} {cluster}");
                for (part, words) in parts {
                    println!("    {part}: {}", words.join("; "));
                }
            }
        }
    }
}
