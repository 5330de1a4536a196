//! Annotated documents with offsets: one JSON object a line with `file`, `start`, `end` (code
//! points of the raw file), `text`, `type`, `canonical`, and where they apply `optional`,
//! `nominal`, `boilerplate`, `metonym_for`.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use copydesk::{CodePoints, Desk, RawDocument, record::Article};
use serde::Deserialize;

use super::matching::{Found, Gold};

/// One line of the gold.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Line {
    file: String,
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) text: String,
    #[serde(rename = "type")]
    pub(crate) label: String,
    /// The same for every mention of one thing.
    #[serde(default)]
    pub(crate) canonical: String,
    /// The state that a capital stands for.
    pub(crate) metonym_for: Option<String>,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    nominal: bool,
    #[serde(default)]
    boilerplate: bool,
}

impl Line {
    /// The mention, and whether it counts.
    pub(crate) fn mention(&self, nominal: bool, boilerplate: bool) -> Gold {
        let free = self.optional || self.nominal && !nominal || self.boilerplate && !boilerplate;
        Gold {
            start: self.start,
            end: self.end,
            label: self.label.clone(),
            counts: !free,
        }
    }
}

/// A document as it lies on disk, and its gold in order.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub(crate) file: String,
    pub(crate) raw: String,
    pub(crate) gold: Vec<Line>,
}

impl Document {
    /// Reads the document with the whole pipeline.
    pub(crate) fn read(&self, desk: &Desk) -> Article {
        desk.read(&RawDocument {
            uri: Some(self.file.clone()),
            ..RawDocument::from_bytes(self.raw.clone().into_bytes())
        })
    }

    /// The letters between two code points.
    pub(crate) fn words(&self, start: u32, end: u32) -> String {
        let letters = self.raw.chars().skip(start as usize);
        letters.take((end - start) as usize).collect()
    }

    /// What was found, in code points of the raw file.
    pub(crate) fn found(&self, article: &Article) -> Vec<Found> {
        let points = CodePoints::new(&self.raw);
        let mentions = article.mentions.iter();
        mentions
            .map(|mention| {
                let source = article.source_of(mention.span);
                Found {
                    start: points.to_point(source.start),
                    end: points.to_point(source.end),
                    label: mention.label.as_str(),
                    confidence: mention.confidence,
                }
            })
            .collect()
    }
}

/// The documents of a gold file. They lie in the folder that is named, else beside the gold, else
/// in the folder `seeds` beside the folder of the gold.
pub(crate) fn read(path: &Path, folder: Option<&Path>) -> Result<Vec<Document>> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut files: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for (at, line) in text.lines().enumerate() {
        let line: Line = serde_json::from_str(line).with_context(|| {
            let place = path.display();
            format!(
                "{place}:{}: not a mention with file, start, end, text and type",
                at + 1
            )
        })?;
        files.entry(line.file.clone()).or_default().push(line);
    }
    let folders = folders(path, folder);
    files
        .into_iter()
        .map(|(file, mut gold)| {
            let found = folders
                .iter()
                .map(|folder| folder.join(&file))
                .find(|it| it.exists());
            let path = found.with_context(|| {
                format!("{file} is in none of {folders:?}; name its folder with --documents")
            })?;
            let raw = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {} as UTF-8", path.display()))?;
            gold.sort_by_key(|line| line.start);
            let letters: Vec<char> = raw.chars().collect();
            for line in &gold {
                let there = letters.get(line.start as usize..line.end as usize);
                ensure!(
                    there.is_some_and(|there| line.text.chars().eq(there.iter().copied())),
                    "{file}: {:?} is not at {}..{}, counted in code points",
                    line.text,
                    line.start,
                    line.end
                );
            }
            Ok(Document { file, raw, gold })
        })
        .collect()
}

fn folders(path: &Path, folder: Option<&Path>) -> Vec<PathBuf> {
    let beside = path.parent().unwrap_or(Path::new("")).to_owned();
    match folder {
        Some(folder) => vec![folder.to_owned()],
        None => vec![beside.clone(), beside.join("../seeds")],
    }
}
