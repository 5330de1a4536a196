//! News with names marked for copydesk: places in the lines of `voa-unlabelled.txt`.
//!
//! `news-names.tsv` has a row for each sentence: the number of its line from 0, and its names as
//! `start-end TYPE` in bytes of the line; an empty row parts articles. The text itself is not in
//! the project.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use super::marked::{Marked, Split};

const NAMES: &str = include_str!("news-names.tsv");

/// Reads the articles, whose lines are those of the file at `text`.
pub(super) fn read(text: &Path) -> Result<Split> {
    let text =
        fs::read_to_string(text).with_context(|| format!("cannot read {}", text.display()))?;
    let lines: Vec<&str> = text.lines().collect();
    let mut articles = Split::default();
    for rows in NAMES.trim_end().split("\n\n") {
        articles.push(article(rows, &lines).with_context(|| {
            let line = rows.lines().next().unwrap_or_default();
            format!("news-names.tsv does not fit the text, in the article at {line:?}")
        })?);
    }
    Ok(articles)
}

fn article(rows: &str, lines: &[&str]) -> Option<Marked> {
    let mut article = Marked::default();
    for row in rows.lines() {
        let mut cells = row.split('\t');
        let line = lines.get(cells.next()?.parse::<usize>().ok()?)?;
        let base = article.document.text.len() as u32;
        article.document.text.push_str(line);
        article.document.text.push_str("\n\n");
        for cell in cells {
            let (place, label) = cell.split_once(' ')?;
            let (start, end) = place.split_once('-')?;
            let (start, end): (u32, u32) = (start.parse().ok()?, end.parse().ok()?);
            article.add(base + start, base + end, label)?;
        }
    }
    Some(article)
}
