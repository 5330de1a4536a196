//! Web articles with names marked for copydesk: places in the bodies of `parse/*/gold.json`.
//!
//! `page-names.tsv` has a block for each article: a row with its set, its id and the byte up to
//! which it was read, then a row `start-end TYPE` for each name. The texts are not in the project.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::Path,
};

use anyhow::{Context, Result};
use serde::Deserialize;

use super::marked::{Marked, Split};

const NAMES: &str = include_str!("page-names.tsv");

#[derive(Deserialize)]
struct Page {
    #[serde(rename = "articleBody")]
    body: String,
}

/// Reads the articles; `folder` holds the sets of pages.
pub(super) fn read(folder: &Path) -> Result<Split> {
    let mut sets: HashMap<&str, BTreeMap<String, Page>> = HashMap::new();
    let mut articles = Split::default();
    for block in NAMES.trim_end().split("\n\n") {
        let (head, names) = block.split_once('\n').unwrap_or((block, ""));
        let mut cells = head.split('\t');
        let set = cells.next().unwrap_or_default();
        if !sets.contains_key(set) {
            let path = folder.join(set).join("gold.json");
            let text = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            sets.insert(set, serde_json::from_str(&text)?);
        }
        let page = cells.next().and_then(|id| sets[set].get(id));
        let end = cells.next().and_then(|end| end.parse().ok());
        let article = page
            .zip(end)
            .and_then(|(page, end)| article(page.body.get(..end)?, names))
            .with_context(|| format!("page-names.tsv does not fit the pages: {head}"))?;
        articles.push(article);
    }
    Ok(articles)
}

fn article(body: &str, names: &str) -> Option<Marked> {
    let mut article = Marked::default();
    body.clone_into(&mut article.document.text);
    for row in names.lines() {
        let (place, label) = row.split_once(' ')?;
        let (start, end) = place.split_once('-')?;
        article.add(start.parse().ok()?, end.parse().ok()?, label)?;
    }
    Some(article)
}
