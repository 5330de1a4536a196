//! Folders of saved pages with their gold: `gold.json` {id: {…}} beside `html/<id>.html.gz`.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::Read,
    path::Path,
};

use anyhow::{Context, Result, ensure};
use copydesk::{Format, RawDocument};
use flate2::read::MultiGzDecoder;
use serde::Deserialize;

/// What a person says of a page. Fields that a set does not annotate are absent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Gold {
    pub(crate) url: Option<String>,
    #[serde(rename = "articleBody")]
    pub(crate) body: Option<String>,
    /// Segments that must be in the text, and such that must not.
    pub(crate) with: Vec<String>,
    pub(crate) without: Vec<String>,
    pub(crate) title: Option<String>,
    pub(crate) author: Option<Authors>,
    pub(crate) date: Option<String>,
}

/// One name or several.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Authors {
    One(String),
    Many(Vec<String>),
}

impl Authors {
    pub(crate) fn names(&self) -> Vec<&str> {
        match self {
            Self::One(name) => vec![name],
            Self::Many(names) => names.iter().map(String::as_str).collect(),
        }
    }
}

/// A page with its gold.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) id: String,
    pub(crate) gold: Gold,
    pub(crate) document: RawDocument,
}

impl Page {
    /// The host of the page: pages of one site are alike.
    pub(crate) fn host(&self) -> &str {
        host_of(self.gold.url.as_deref().unwrap_or(&self.id))
    }
}

/// The host of an address.
pub(crate) fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}

/// Reads a folder, in order of the ids.
pub(crate) fn read(folder: &Path) -> Result<Vec<Page>> {
    read_gold(&folder.join("gold.json"))?
        .into_iter()
        .map(|(id, gold)| {
            let path = folder.join("html").join(format!("{id}.html.gz"));
            let file =
                File::open(&path).with_context(|| format!("cannot open {}", path.display()))?;
            let mut bytes = Vec::new();
            MultiGzDecoder::new(file)
                .read_to_end(&mut bytes)
                .with_context(|| format!("cannot unzip {}", path.display()))?;
            let mut document = RawDocument::from_bytes(bytes);
            document.format = Format::Html;
            document.uri.clone_from(&gold.url);
            Ok(Page { id, gold, document })
        })
        .collect()
}

/// Reads a `gold.json`.
pub(crate) fn read_gold(path: &Path) -> Result<BTreeMap<String, Gold>> {
    let gold =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let gold: BTreeMap<String, Gold> = serde_json::from_str(&gold)
        .with_context(|| format!("{} is not {{id: {{…}}}}", path.display()))?;
    ensure!(!gold.is_empty(), "{} holds no pages", path.display());
    Ok(gold)
}
