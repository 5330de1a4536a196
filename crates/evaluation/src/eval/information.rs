//! Documents with hand-made quotes, hedges, events and entities: a folder with `information.json`
//! and the texts, or the gold of the seeds.
//!
//! *What*: the document is read as JSON into structs, its offsets turned from code points of the
//! raw file into bytes; [`Document::read`] gives the record of the document, and [`source`] the
//! bytes of the raw file that a span of the record comes from.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use copydesk::{Desk, RawDocument, Span, record::Article};
use serde::Deserialize;

use crate::run;

/// A file of documents.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Information {
    pub(crate) documents: Vec<Document>,
    #[serde(default)]
    pub(crate) entities: Vec<Entity>,
    #[serde(default)]
    pub(crate) timeline: Vec<Day>,
}

/// Words of the raw file; code points in the file, bytes once read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub(crate) struct Words {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) text: String,
}

impl Words {
    pub(crate) fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// One document.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Document {
    pub(crate) id: String,
    pub(crate) file: String,
    pub(crate) reference_date: Option<String>,
    #[serde(default)]
    pub(crate) quotes: Vec<Quote>,
    #[serde(default)]
    pub(crate) hedges: Vec<Hedge>,
    #[serde(default)]
    pub(crate) events: Vec<Event>,
    #[serde(default)]
    pub(crate) mentions: Vec<Mention>,
    /// The raw file.
    #[serde(skip)]
    pub(crate) raw: String,
}

/// Words of somebody.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Quote {
    /// `direct`, `indirect`, `mixed`, `nominal` or `source`.
    pub(crate) kind: String,
    pub(crate) speaker: Option<Words>,
    pub(crate) speaker_entity: Option<String>,
    /// `unnamed` or `missing`; left out for speakers with a name.
    pub(crate) speaker_type: Option<String>,
    #[serde(default)]
    pub(crate) co_speakers: Vec<String>,
    pub(crate) cue: Option<Words>,
    pub(crate) content: Words,
    pub(crate) quoted: Option<Words>,
    pub(crate) verb_class: String,
}

/// Words that hold back.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Hedge {
    pub(crate) category: String,
    pub(crate) cue: Words,
    pub(crate) scope: Option<Words>,
}

/// Something that happened or is to happen.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Event {
    pub(crate) id: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) trigger: Words,
    pub(crate) evidence: Words,
    #[serde(default)]
    pub(crate) evidence_more: Vec<Words>,
    pub(crate) plover: Option<String>,
    #[serde(default)]
    pub(crate) who: Vec<String>,
    #[serde(default)]
    pub(crate) whom: Vec<String>,
    pub(crate) when: Option<String>,
    #[serde(rename = "where")]
    pub(crate) place: Option<String>,
    pub(crate) status: String,
    pub(crate) alt_status: Option<String>,
    #[serde(default)]
    pub(crate) denied_by: Vec<String>,
    #[serde(default)]
    pub(crate) reciprocal: bool,
}

/// Words that stand for an entity.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Mention {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) text: String,
    /// What they stand for; `Russia and North Korea's foreign ministers` are two.
    #[serde(rename = "entity", deserialize_with = "one_or_many")]
    pub(crate) entities: Vec<String>,
}

/// Somebody or something.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Entity {
    pub(crate) id: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
}

/// Events of one day.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Day {
    pub(crate) date: String,
    pub(crate) events: Vec<String>,
}

/// A string, or a list of strings.
fn one_or_many<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        One(String),
        Many(Vec<String>),
    }
    Ok(match Either::deserialize(deserializer)? {
        Either::One(one) => vec![one],
        Either::Many(many) => many,
    })
}

impl Document {
    /// The record of the document, relative dates counted from its reference date.
    pub(crate) fn read(&self) -> Result<Article> {
        let mut options = copydesk::Options::default();
        options.tokens = true;
        (options.entities.reference_date).clone_from(&self.reference_date);
        Ok(Desk::new(options)?.read(&RawDocument {
            uri: Some(self.file.clone()),
            ..RawDocument::from_bytes(self.raw.clone().into_bytes())
        }))
    }

    /// The entity of the mention that overlaps these bytes of the raw file, the last where there
    /// are several.
    pub(crate) fn entity_at(&self, span: Span) -> Option<&str> {
        (self.mentions.iter().rev())
            .find(|mention| mention.start < span.end && span.start < mention.end)
            .and_then(|mention| mention.entities.first().map(String::as_str))
    }

    /// Turns code points into bytes, and checks that the words stand there.
    fn place(&mut self) -> Result<()> {
        let raw = std::mem::take(&mut self.raw);
        let mut points: Vec<u32> = raw.char_indices().map(|(at, _)| at as u32).collect();
        points.push(raw.len() as u32);
        let at = |start: &mut u32, end: &mut u32, text: &str| -> Result<()> {
            let place = (*start, *end);
            let byte = |point: u32| points.get(point as usize).copied();
            let (first, last) = (byte(*start), byte(*end));
            let (first, last) = first
                .zip(last)
                .filter(|&(first, last)| raw.get(first as usize..last as usize) == Some(text))
                .with_context(|| {
                    format!("{}: {text:?} is not at code points {place:?}", self.file)
                })?;
            (*start, *end) = (first, last);
            Ok(())
        };
        let words = |words: &mut Words| at(&mut words.start, &mut words.end, &words.text);
        for quote in &mut self.quotes {
            words(&mut quote.content)?;
            for part in [&mut quote.speaker, &mut quote.cue, &mut quote.quoted] {
                part.as_mut().map_or(Ok(()), words)?;
            }
        }
        for hedge in &mut self.hedges {
            words(&mut hedge.cue)?;
            hedge.scope.as_mut().map_or(Ok(()), words)?;
        }
        for event in &mut self.events {
            words(&mut event.trigger)?;
            words(&mut event.evidence)?;
            event.evidence_more.iter_mut().try_for_each(words)?;
        }
        for mention in &mut self.mentions {
            at(&mut mention.start, &mut mention.end, &mention.text)?;
        }
        self.raw = raw;
        Ok(())
    }
}

/// The bytes of the raw file that a span of the record comes from.
pub(crate) fn source(article: &Article, span: Span) -> Span {
    let source = article.source_of(span);
    Span::new(source.start, source.end)
}

/// The folders or files, or the gold of the real documents and those of `seeds/` where none is
/// given.
pub(crate) fn folders(given: &[PathBuf]) -> Vec<PathBuf> {
    if !given.is_empty() {
        return given.to_vec();
    }
    let mut own: Vec<PathBuf> = (fs::read_dir(run::root().join("seeds"))
        .into_iter()
        .flatten())
    .filter_map(|entry| Some(entry.ok()?.path()))
    .filter(|path| path.to_string_lossy().ends_with(".information.json"))
    .collect();
    own.sort();
    own.insert(0, run::shared(None).join("gold"));
    own
}

/// Whether a path is a file of annotated documents, or a folder with one.
pub(crate) fn is_information(path: &Path) -> bool {
    path.is_file() || path.join("information.json").exists()
}

/// Reads `information.json` of a folder and its texts, which lie beside it or in `../seeds`.
pub(crate) fn read(folder: &Path) -> Result<Information> {
    let path = if folder.is_file() {
        folder.to_owned()
    } else {
        folder.join("information.json")
    };
    let shown = path.display();
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {shown}"))?;
    let mut information: Information = serde_json::from_str(&text)
        .with_context(|| format!("{shown} is not a file of annotated documents"))?;
    ensure!(
        !information.documents.is_empty(),
        "{shown} has no documents"
    );
    for document in &mut information.documents {
        let folder = path.parent().unwrap_or(folder);
        let places = [folder.to_owned(), folder.join("../seeds")];
        let mut found = places.iter().map(|place| place.join(&document.file));
        let source = found.find(|path| path.exists()).with_context(|| {
            let file = &document.file;
            format!("{file} of {shown} lies neither beside it nor in ../seeds")
        })?;
        document.raw = fs::read_to_string(&source)
            .with_context(|| format!("cannot read {} as UTF-8", source.display()))?;
        document.place()?;
    }
    Ok(information)
}
