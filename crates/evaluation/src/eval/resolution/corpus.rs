//! The sets: documents with mentions of which it is known what they stand for.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use copydesk::{CodePoints, Span, record::Label};
use serde_json::Value;

use crate::eval::markup::{Piece, attribute, pieces, plain};

/// A mention of the gold.
#[derive(Clone, Debug)]
pub(super) struct Gold {
    /// Bytes of the text.
    pub(super) span: Span,
    pub(super) label: Label,
    /// What it stands for.
    pub(super) cluster: String,
    pub(super) named: bool,
}

/// A document.
#[derive(Clone, Debug)]
pub(super) struct Document {
    pub(super) name: String,
    /// Documents of one group may be about the same things.
    pub(super) group: String,
    /// The day of it, as `YYYY-MM-DD`.
    pub(super) date: Option<String>,
    pub(super) text: String,
    pub(super) sentences: Vec<Span>,
    pub(super) gold: Vec<Gold>,
    /// Whether the whole pipeline reads it, or the entities stage alone.
    pub(super) page: bool,
    /// Whether its group is about one story.
    pub(super) one_story: bool,
}

/// The documents of a folder with `information.json`.
pub(super) fn information(path: &Path, documents: &[PathBuf]) -> Result<Vec<Document>> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let json: Value =
        serde_json::from_str(&text).with_context(|| format!("{} is no JSON", path.display()))?;
    let mut found = Vec::new();
    for document in json["documents"].as_array().into_iter().flatten() {
        let file = document["file"].as_str().unwrap_or_default();
        let there = documents.iter().map(|folder| folder.join(file));
        let place = there.into_iter().find(|path| path.exists());
        let place = place.with_context(|| format!("{file} is in none of {documents:?}"))?;
        let raw = fs::read_to_string(&place)
            .with_context(|| format!("cannot read {} as UTF-8", place.display()))?;
        let points: Vec<usize> = raw
            .char_indices()
            .map(|(at, _)| at)
            .chain([raw.len()])
            .collect();
        let byte = |value: &Value| -> Option<u32> {
            let at = usize::try_from(value.as_u64()?).ok()?;
            points.get(at).map(|&at| at as u32)
        };
        let mut gold = Vec::new();
        for mention in document["mentions"].as_array().into_iter().flatten() {
            let (Some(start), Some(end)) = (byte(&mention["start"]), byte(&mention["end"])) else {
                continue;
            };
            let cluster = match &mention["entity"] {
                Value::String(one) => one.clone(),
                Value::Array(several) => {
                    let several: BTreeSet<&str> =
                        several.iter().filter_map(Value::as_str).collect();
                    several.into_iter().collect::<Vec<_>>().join("+")
                }
                _ => continue,
            };
            gold.push(Gold {
                span: Span::new(start, end),
                label: Label::Person,
                cluster,
                named: mention["kind"] == "name" || mention["kind"] == "partial",
            });
        }
        found.push(Document {
            name: file.to_owned(),
            group: "all".to_owned(),
            date: document["reference_date"].as_str().map(str::to_owned),
            text: raw,
            sentences: Vec::new(),
            gold,
            page: true,
            one_story: false,
        });
    }
    Ok(found)
}

/// A token of the XML sets.
struct Token {
    span: Span,
    sentence: u32,
    text: String,
}

/// The tokens of a file, and their text with blanks between and a line for each sentence.
fn tokens(pieces: &[Piece<'_>]) -> (BTreeMap<String, Token>, String, Vec<Span>) {
    let (mut tokens, mut text) = (BTreeMap::new(), String::new());
    let mut sentences: Vec<Span> = Vec::new();
    let mut open: Option<(String, u32)> = None;
    let mut last = u32::MAX;
    for piece in pieces {
        match *piece {
            Piece::Open("token", attributes) => {
                let id = attribute(attributes, "t_id").unwrap_or_default();
                let sentence = attribute(attributes, "sentence");
                let sentence = sentence.and_then(|at| at.parse().ok()).unwrap_or_default();
                open = Some((id, sentence));
            }
            Piece::Text(inside) => {
                let Some((id, sentence)) = open.take() else {
                    continue;
                };
                let inside = plain(inside);
                if sentence != last && !text.is_empty() {
                    text.push('\n');
                } else if !text.is_empty() {
                    text.push(' ');
                }
                let start = text.len();
                text.push_str(&inside);
                let span = Span::at(start, text.len());
                if sentence == last {
                    if let Some(sentence) = sentences.last_mut() {
                        *sentence = sentence.cover(span);
                    }
                } else {
                    sentences.push(span);
                }
                last = sentence;
                let token = Token {
                    span,
                    sentence,
                    text: inside,
                };
                tokens.insert(id, token);
            }
            _ => {}
        }
    }
    (tokens, text, sentences)
}

/// What is inside of the markables: the tag, its attributes, and the tokens under it.
fn markables<'a>(pieces: &[Piece<'a>]) -> Vec<(&'a str, &'a str, Vec<String>)> {
    let mut found: Vec<(&str, &str, Vec<String>)> = Vec::new();
    let mut inside = false;
    for piece in pieces {
        match *piece {
            Piece::Open("Markables", _) => inside = true,
            Piece::Close("Markables") => inside = false,
            Piece::Empty("token_anchor", attributes) if inside => {
                if let (Some(last), Some(id)) = (found.last_mut(), attribute(attributes, "t_id")) {
                    last.2.push(id);
                }
            }
            Piece::Open(tag, attributes) | Piece::Empty(tag, attributes) if inside => {
                found.push((tag, attributes, Vec::new()));
            }
            _ => {}
        }
    }
    found
}

/// The relations: tag, attributes, sources, target.
fn relations<'a>(pieces: &[Piece<'a>]) -> Vec<(&'a str, &'a str, Vec<String>, String)> {
    let mut found: Vec<(&str, &str, Vec<String>, String)> = Vec::new();
    let mut inside = false;
    for piece in pieces {
        match *piece {
            Piece::Open("Relations", _) => inside = true,
            Piece::Empty(tag @ ("source" | "target"), attributes) if inside => {
                let id = attribute(attributes, "m_id").unwrap_or_default();
                if let Some(last) = found.last_mut() {
                    if tag == "source" {
                        last.2.push(id);
                    } else {
                        last.3 = id;
                    }
                }
            }
            Piece::Open(tag, attributes) if inside => {
                found.push((tag, attributes, Vec::new(), String::new()));
            }
            _ => {}
        }
    }
    found
}

fn words(tokens: &BTreeMap<String, Token>, ids: &[String]) -> Option<(Span, bool, u32)> {
    let tokens: Vec<&Token> = ids.iter().filter_map(|id| tokens.get(id)).collect();
    let (first, last) = (tokens.first()?, tokens.last()?);
    let capital = |token: &&Token| token.text.chars().next().is_some_and(char::is_uppercase);
    let named = tokens.iter().any(capital);
    let span = first.span.cover(last.span);
    Some((span, named, first.sentence))
}

/// ECB+: participants and places in the sentences that are listed.
pub(super) fn ecb(folder: &Path) -> Result<Vec<Document>> {
    let list = folder.join("ECBplus_coreference_sentences.csv");
    let list =
        fs::read_to_string(&list).with_context(|| format!("cannot read {}", list.display()))?;
    let listed: BTreeSet<(&str, &str, u32)> = list
        .lines()
        .filter_map(|line| {
            let mut cells = line.split(',');
            Some((
                cells.next()?,
                cells.next()?,
                cells.next()?.trim().parse().ok()?,
            ))
        })
        .collect();
    let mut documents = Vec::new();
    for path in files(folder)? {
        let (name, xml) = named(&path)?;
        let Some((group, part)) = name.split_once('_') else {
            continue;
        };
        let pieces = pieces(&xml);
        let (tokens, text, sentences) = tokens(&pieces);
        let markables = markables(&pieces);
        let mut instances = BTreeMap::new();
        for (_, attributes, words) in &markables {
            if words.is_empty()
                && let Some(id) = attribute(attributes, "m_id")
            {
                instances.insert(id, attribute(attributes, "instance_id").unwrap_or_default());
            }
        }
        let mut clusters = BTreeMap::new();
        for (tag, attributes, sources, target) in relations(&pieces) {
            let here = || {
                format!(
                    "{name}:{}",
                    attribute(attributes, "r_id").unwrap_or_default()
                )
            };
            let across = (tag == "CROSS_DOC_COREF").then(|| {
                let note = attribute(attributes, "note").filter(|note| !note.is_empty());
                note.or_else(|| instances.get(&target).cloned())
            });
            let cluster = across.flatten().unwrap_or_else(here);
            for source in sources {
                clusters.insert(source, cluster.clone());
            }
        }
        let mut gold = Vec::new();
        for (tag, attributes, ids) in &markables {
            let label = match *tag {
                "HUMAN_PART_ORG" | "HUMAN_PART_MET" => Label::Org,
                "HUMAN_PART_GPE" | "LOC_GEO" => Label::Gpe,
                "LOC_FAC" => Label::Fac,
                _ if tag.starts_with("HUMAN") => Label::Person,
                _ if tag.starts_with("LOC") => Label::Loc,
                _ if tag.starts_with("NON_HUMAN") => Label::Product,
                _ => continue,
            };
            let id = attribute(attributes, "m_id").unwrap_or_default();
            let Some((span, named, sentence)) = words(&tokens, ids) else {
                continue;
            };
            if listed.contains(&(group, part, sentence)) {
                let cluster = clusters.get(&id).cloned();
                let cluster = cluster.unwrap_or_else(|| format!("{name}#{id}"));
                gold.push(Gold {
                    span,
                    label,
                    cluster,
                    named,
                });
            }
        }
        gold.sort_by_key(|gold| gold.span);
        documents.push(Document {
            group: group.to_owned(),
            date: None,
            name,
            text,
            sentences,
            gold,
            page: false,
            one_story: true,
        });
    }
    Ok(documents)
}

/// The name of a file without its ending, and its text.
fn named(path: &Path) -> Result<(String, String)> {
    let xml =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok((name.into_owned(), xml))
}

/// MEANTIME: entity mentions that are names; a group for each part of the set.
pub(super) fn meantime(folder: &Path) -> Result<Vec<Document>> {
    let mut documents = Vec::new();
    for path in files(folder)? {
        let (name, xml) = named(&path)?;
        let group = path.parent().and_then(Path::file_name).unwrap_or_default();
        let pieces = pieces(&xml);
        let (tokens, text, sentences) = tokens(&pieces);
        let markables = markables(&pieces);
        let mut instances = BTreeMap::new();
        for (tag, attributes, _) in &markables {
            if *tag == "ENTITY"
                && let Some(id) = attribute(attributes, "m_id")
            {
                let instance = attribute(attributes, "instance_id").filter(|id| !id.is_empty());
                let label = match attribute(attributes, "ent_type").as_deref() {
                    Some("PER") => Label::Person,
                    Some("ORG") => Label::Org,
                    Some("LOC") => Label::Gpe,
                    _ => Label::Product,
                };
                let instance = instance.unwrap_or_else(|| format!("{name}@{id}"));
                instances.insert(id, (instance, label));
            }
        }
        let mut clusters = BTreeMap::new();
        for (tag, _, sources, target) in relations(&pieces) {
            if tag == "REFERS_TO"
                && let Some(instance) = instances.get(&target)
            {
                for source in sources {
                    clusters.insert(source, instance.clone());
                }
            }
        }
        let mut gold = Vec::new();
        for (tag, attributes, ids) in &markables {
            let kind = attribute(attributes, "syntactic_type").unwrap_or_default();
            if *tag != "ENTITY_MENTION" || !matches!(kind.as_str(), "NAM" | "PRE.NAM") {
                continue;
            }
            let id = attribute(attributes, "m_id").unwrap_or_default();
            let Some((span, ..)) = words(&tokens, ids) else {
                continue;
            };
            let cluster = clusters.get(&id).cloned();
            let (cluster, label) =
                cluster.unwrap_or_else(|| (format!("{name}#{id}"), Label::Product));
            gold.push(Gold {
                span,
                label,
                cluster,
                named: true,
            });
        }
        gold.sort_by_key(|gold| gold.span);
        documents.push(Document {
            name,
            group: group.to_string_lossy().into_owned(),
            date: None,
            text,
            sentences,
            gold,
            page: false,
            one_story: false,
        });
    }
    Ok(documents)
}

/// The XML files in the folders of a folder, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let list = |folder: &Path| -> Result<Vec<PathBuf>> {
        let entries =
            fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
        let mut paths = Vec::new();
        for entry in entries {
            paths.push(entry?.path());
        }
        paths.sort();
        Ok(paths)
    };
    let mut found = Vec::new();
    for folder in list(folder)?.into_iter().filter(|path| path.is_dir()) {
        let files = list(&folder)?.into_iter();
        found.extend(files.filter(|path| path.extension().is_some_and(|it| it == "xml")));
    }
    Ok(found)
}

impl Document {
    /// Where a span of the raw file lies, for messages.
    pub(super) fn words(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// Code points of a span of the raw file.
    pub(super) fn place(&self, span: Span) -> String {
        let points = CodePoints::new(&self.text);
        format!(
            "{}..{}",
            points.to_point(span.start),
            points.to_point(span.end)
        )
    }
}
