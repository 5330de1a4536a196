//! Articles of which it is known which are on one story.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use copydesk::{Desk, Options, RawDocument, record::Article, stage};
use serde::Deserialize;

use crate::eval::{
    information,
    markup::{Piece, attribute, pieces, plain},
};

/// An article with its story.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) name: String,
    /// Stories of one topic are alike.
    pub(crate) topic: String,
    pub(crate) story: String,
    pub(crate) article: Article,
    pub(crate) day: Option<String>,
}

/// ECB+: a story is a half of a topic.
pub(crate) fn ecb(folder: &Path) -> Result<Vec<Told>> {
    let told = texts(folder)?.into_iter().map(|(name, text)| {
        let topic = name.split('_').next().unwrap_or_default().to_owned();
        let half = if name.ends_with("plus") { "plus" } else { "" };
        Told {
            story: format!("{topic}{half}"),
            topic,
            article: stage::annotate(&text, None),
            day: None,
            name,
        }
    });
    Ok(told.collect())
}

/// MEANTIME: articles on one company, each on its day; which are on one story is not marked.
pub(crate) fn meantime(folder: &Path) -> Result<Vec<Told>> {
    let told = texts(folder)?.into_iter().map(|(name, text)| {
        let article = stage::annotate(&text, None);
        // The second line is the date.
        let end = text.match_indices('\n').nth(1).map_or(0, |(at, _)| at);
        let day = article.dates.iter().find_map(|date| {
            let early = date
                .place
                .span()
                .is_some_and(|span| (span.start as usize) < end);
            (early && date.value.len() == 10).then(|| date.value.clone())
        });
        Told {
            topic: String::new(),
            story: String::new(),
            article: stage::annotate(&text, day.as_deref()),
            day,
            name,
        }
    });
    Ok(told.collect())
}

/// Which documents of a file are on one story.
#[derive(Debug, Deserialize)]
struct Clusters {
    story_clusters: Vec<Vec<String>>,
}

/// The documents of a file or folder with `story_clusters`, read with the day of each, or as they
/// are.
pub(crate) fn information(path: &Path, days: bool) -> Result<Vec<Told>> {
    let documents = information::read(path)?.documents;
    let file = if path.is_dir() {
        path.join("information.json")
    } else {
        path.to_owned()
    };
    let text = fs::read_to_string(&file)?;
    let clusters: Clusters = serde_json::from_str(&text)
        .with_context(|| format!("{} has no story_clusters", file.display()))?;
    let mut of = BTreeMap::new();
    for cluster in &clusters.story_clusters {
        for document in cluster {
            of.insert(document.as_str(), &cluster[0]);
        }
    }
    let mut told = Vec::new();
    for document in &documents {
        let article = if days {
            document.read()?
        } else {
            let raw = document.raw.clone().into_bytes();
            Desk::new(Options::default())?.read(&RawDocument::from_bytes(raw))
        };
        told.push(Told {
            name: document.id.clone(),
            topic: String::new(),
            story: of
                .get(document.id.as_str())
                .map_or_else(String::new, |it| (*it).clone()),
            day: document.reference_date.clone().filter(|_| days),
            article,
        });
    }
    Ok(told)
}

/// Names and texts of the files in the folders of a folder: tokens with blanks between, a line for
/// each sentence.
fn texts(folder: &Path) -> Result<Vec<(String, String)>> {
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
        for path in list(&folder)? {
            if path.extension().is_none_or(|it| it != "xml") {
                continue;
            }
            let xml = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            found.push((name.into_owned(), text(&xml)));
        }
    }
    Ok(found)
}

fn text(xml: &str) -> String {
    let mut text = String::new();
    let (mut token, mut last) = (None, None);
    for piece in pieces(xml) {
        match piece {
            Piece::Open("token", attributes) => token = Some(attribute(attributes, "sentence")),
            Piece::Text(inside) => {
                let Some(sentence) = token.take() else {
                    continue;
                };
                if !text.is_empty() {
                    text.push(if last.as_ref() == Some(&sentence) {
                        ' '
                    } else {
                        '\n'
                    });
                }
                text.push_str(&plain(inside));
                last = Some(sentence);
            }
            _ => {}
        }
    }
    text
}
