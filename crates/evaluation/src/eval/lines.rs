//! Sets of plain text with a label for each line: `{raw,residual}-….jsonl.gz`, a page a line.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use flate2::read::MultiGzDecoder;
use serde::Deserialize;

/// A page as an extractor, or none, left it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Page {
    pub(crate) id: String,
    /// Its lines, none of them blank.
    pub(crate) lines: Vec<String>,
    /// Of each line: 1 where it is in the body, 0 where not, -1 where a part of it is.
    pub(crate) labels: Vec<i8>,
    /// The body.
    pub(crate) gold: String,
    pub(crate) url: Option<String>,
}

impl Page {
    pub(crate) fn text(&self) -> String {
        self.lines.join("\n")
    }

    /// The page as it is where nothing but the body is left of it.
    pub(crate) fn clean(&self) -> Self {
        let lines: Vec<String> = self
            .gold
            .lines()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect();
        Self {
            labels: vec![1; lines.len()],
            lines,
            ..self.clone()
        }
    }
}

/// The sets in a folder with their names, in order of these.
pub(crate) fn sets(folder: &Path) -> Result<Vec<(String, Vec<Page>)>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    paths.sort();
    let mut sets = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if let Some(name) = name.strip_suffix(".jsonl.gz") {
            sets.push((name.to_owned(), read(&path)?));
        }
    }
    ensure!(!sets.is_empty(), "{} holds no .jsonl.gz", folder.display());
    Ok(sets)
}

fn read(path: &Path) -> Result<Vec<Page>> {
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let pages: Vec<Page> = BufReader::new(MultiGzDecoder::new(file))
        .lines()
        .enumerate()
        .map(|(at, line)| {
            let page: Page = serde_json::from_str(&line?)
                .with_context(|| format!("{}, line {}", path.display(), at + 1))?;
            ensure!(
                page.lines.len() == page.labels.len(),
                "{}: {} lines, {} labels",
                page.id,
                page.lines.len(),
                page.labels.len()
            );
            Ok(page)
        })
        .collect::<Result<_>>()?;
    ensure!(!pages.is_empty(), "{} holds no pages", path.display());
    Ok(pages)
}
