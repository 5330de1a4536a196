//! Verbs that report, against two corpora that mark them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use copydesk::{Span, stage};

use super::super::{
    markup::{Piece, attribute, pieces, plain},
    score::{Score, Table},
};

/// How many sentences of MEANTIME are annotated.
const ANNOTATED: u32 = 6;

/// A document: its tokens with the number of their sentence, and the tokens of each cue.
#[derive(Default)]
struct Marked {
    tokens: Vec<(u32, String)>,
    cues: Vec<Vec<usize>>,
}

/// Evaluates both corpora and prints a table.
pub(super) fn run(data: &Path, errors: bool) -> Result<()> {
    let mut table = Table::default();
    let ecb = data.join("resolution/ecbplus");
    let sentences = sentences(&ecb.join("ECBplus_coreference_sentences.csv"))?;
    for path in files(&ecb)? {
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let empty = BTreeSet::new();
        let kept = sentences.get(&name).unwrap_or(&empty);
        let document = read(&path, "ACTION_REPORTING")?;
        let score = judge(
            &document,
            &|sentence| kept.contains(&sentence),
            &name,
            errors,
        );
        table.add("ECB+", score);
    }
    for path in files(&data.join("values/meantime"))? {
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let document = read(&path, "SPEECH_COGNITIVE")?;
        let score = judge(&document, &|sentence| sentence < ANNOTATED, &name, errors);
        table.add("MEANTIME", score);
    }
    println!("{table}");
    Ok(())
}

/// The XML files in a folder and those in it, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let shown = folder.display();
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {shown}"))?;
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "xml") {
            found.push(path);
        }
    }
    Ok(found)
}

/// The sentences of ECB+ that are annotated well, by the name of the file.
fn sentences(path: &Path) -> Result<BTreeMap<String, BTreeSet<u32>>> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut sentences: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.trim().split(',').collect();
        let [topic, file, number] = fields[..] else {
            continue;
        };
        let number = number
            .parse()
            .with_context(|| format!("{}: {line:?} has no number", path.display()))?;
        let name = format!("{topic}_{file}");
        sentences.entry(name).or_default().insert(number);
    }
    Ok(sentences)
}

/// Reads a file. Cues are elements named `class` with their tokens (ECB+), or mentions of an event
/// of this class (MEANTIME).
fn read(path: &Path, class: &str) -> Result<Marked> {
    let xml =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut document = Marked::default();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut mentions: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut events = BTreeSet::new();
    let mut refers: Vec<(String, String)> = Vec::new();
    let mut sources: Vec<String> = Vec::new();
    let mut inside: Option<(String, bool)> = None;
    let mut token = None;
    let id = |attributes: &str, name: &str| attribute(attributes, name).unwrap_or_default();
    for piece in pieces(&xml) {
        match piece {
            Piece::Open("token", attributes) => {
                places.insert(id(attributes, "t_id"), document.tokens.len());
                token = id(attributes, "sentence").parse::<u32>().ok();
            }
            Piece::Text(text) => {
                if let Some(sentence) = token.take() {
                    document.tokens.push((sentence, plain(text)));
                }
            }
            Piece::Open(name, attributes) if name == class || name == "EVENT_MENTION" => {
                inside = Some((id(attributes, "m_id"), name == class));
            }
            Piece::Open("REFERS_TO", _) => sources.clear(),
            Piece::Empty("source", attributes) => sources.push(id(attributes, "m_id")),
            Piece::Empty("target", attributes) => {
                let target = id(attributes, "m_id");
                refers.extend(sources.drain(..).map(|source| (source, target.clone())));
            }
            Piece::Empty("token_anchor", attributes) => {
                if let Some((mention, _)) = &inside
                    && let Some(&place) = places.get(&id(attributes, "t_id"))
                {
                    mentions.entry(mention.clone()).or_default().push(place);
                }
            }
            Piece::Empty("EVENT", attributes) if id(attributes, "class") == class => {
                events.insert(id(attributes, "m_id"));
            }
            Piece::Close(name) if name == class || name == "EVENT_MENTION" => {
                if let Some((mention, true)) = inside.take()
                    && let Some(tokens) = mentions.get(&mention)
                {
                    document.cues.push(tokens.clone());
                }
            }
            _ => {}
        }
    }
    for (source, target) in refers {
        if events.contains(&target)
            && let Some(tokens) = mentions.get(&source)
        {
            document.cues.push(tokens.clone());
        }
    }
    Ok(document)
}

fn judge(document: &Marked, counts: &dyn Fn(u32) -> bool, name: &str, errors: bool) -> Score {
    let mut text = String::new();
    let mut spans = Vec::new();
    let mut last = 0;
    for (sentence, token) in &document.tokens {
        if !text.is_empty() {
            text.push_str(if *sentence == last { " " } else { "\n\n" });
        }
        last = *sentence;
        let start = text.len() as u32;
        text.push_str(token);
        spans.push(Span::new(start, text.len() as u32));
    }
    let article = stage::annotate(&text, None);
    let found = copydesk_entities::reporting_cues(
        &article.text,
        &article.sentences,
        &article.tokens,
        &article.mentions,
    );
    let found: BTreeSet<usize> = found
        .iter()
        .filter_map(|cue| {
            spans
                .iter()
                .position(|span| span.start <= cue.start && cue.start < span.end)
        })
        .filter(|&token| counts(document.tokens[token].0))
        .collect();
    let mut gold = 0;
    let mut right = BTreeSet::new();
    let mut hit = 0;
    for cue in &document.cues {
        if !cue
            .first()
            .is_some_and(|&token| counts(document.tokens[token].0))
        {
            continue;
        }
        gold += 1;
        let here: Vec<usize> = cue
            .iter()
            .copied()
            .filter(|token| found.contains(token))
            .collect();
        hit += u32::from(!here.is_empty());
        if errors && here.is_empty() {
            let words: Vec<&str> = cue
                .iter()
                .map(|&at| document.tokens[at].1.as_str())
                .collect();
            println!("{name} missed   {words:?}");
        }
        right.extend(here);
    }
    if errors {
        for &token in found.difference(&right) {
            println!("{name} too much {:?}", document.tokens[token].1);
        }
    }
    Score {
        right: hit,
        found: hit + found.difference(&right).count() as u32,
        gold,
    }
}
