//! News with names marked for copydesk: places in the lines of `voa-unlabelled.txt`.
//!
//! `news-names.tsv` has a row for each sentence: the number of its line from 0, and its names as
//! `start-end TYPE` in bytes of the line; an empty row parts articles. The text itself is not in
//! the project.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use super::marked::{HELD_OUT, class};
use crate::eval::conll::Document;

const NAMES: &str = include_str!("news-names.tsv");

/// The articles to learn from, and those to measure with.
pub(super) fn read(text: &Path) -> Result<(Vec<Document>, Vec<Document>)> {
    let text =
        fs::read_to_string(text).with_context(|| format!("cannot read {}", text.display()))?;
    let lines: Vec<&str> = text.lines().collect();
    let (mut learn, mut measure) = (Vec::new(), Vec::new());
    for (at, article) in NAMES.trim_end().split("\n\n").enumerate() {
        let article = document(article, &lines).context("news-names.tsv does not fit the text")?;
        if at % HELD_OUT == 0 {
            measure.push(article);
        } else {
            learn.push(article);
        }
    }
    Ok((learn, measure))
}

fn document(rows: &str, lines: &[&str]) -> Option<Document> {
    let mut document = Document::default();
    for row in rows.lines() {
        let mut cells = row.split('\t');
        let line = lines.get(cells.next()?.parse::<usize>().ok()?)?;
        let base = document.text.len() as u32;
        document.text.push_str(line);
        document.text.push_str("\n\n");
        for cell in cells {
            let (place, label) = cell.split_once(' ')?;
            let (start, end) = place.split_once('-')?;
            let (start, end): (u32, u32) = (start.parse().ok()?, end.parse().ok()?);
            document
                .gold
                .insert((base + start, base + end, class(label)));
        }
    }
    Some(document)
}
