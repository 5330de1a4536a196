//! Metadata against pages with gold: title, authors, date.
//!
//! A title is right when letters and digits agree, whatever their case; a date when the day
//! does; authors by F1 of the names per page, averaged over pages whose gold names some (a gold
//! value that holds several names is split at commas, semicolons, `and`, `und` and `&`).

use std::{collections::BTreeSet, path::PathBuf};

use anyhow::Result;
use copydesk::{Desk, Options};

use super::pages;

/// Prints a row for each folder, and what is wrong where asked for.
pub(crate) fn folders(folders: &[PathBuf], errors: bool) -> Result<()> {
    println!(
        "{:<20} {:>6} {:>7} {:>6} {:>8} {:>6} {:>6}",
        "", "titles", "right", "pages", "authors", "dates", "right"
    );
    let desk = Desk::new(Options::extraction())?;
    for folder in folders {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let mut title = Mean::default();
        let mut author = Mean::default();
        let mut date = Mean::default();
        for page in pages::read(folder)? {
            let article = desk.read(&page.document);
            let gold = &page.gold;
            let wrong = |field: &str, found: &dyn std::fmt::Debug, gold: &dyn std::fmt::Debug| {
                if errors {
                    let from: Vec<&str> = article
                        .evidence
                        .iter()
                        .filter(|evidence| evidence.field == field)
                        .map(|evidence| &*evidence.from)
                        .collect();
                    println!("  {} {field}: {found:?} by {from:?}, not {gold:?}", page.id);
                }
            };
            if let Some(expected) = gold.title.as_deref().filter(|title| !title.is_empty()) {
                let right =
                    letters(article.title.as_deref().unwrap_or_default()) == letters(expected);
                title.add(f64::from(u8::from(right)));
                if !right {
                    wrong("title", &article.title, &expected);
                }
            }
            if let Some(expected) = gold.date.as_deref().and_then(|date| date.get(..10)) {
                let found = article.published.as_deref().and_then(|date| date.get(..10));
                date.add(f64::from(u8::from(found == Some(expected))));
                if found != Some(expected) {
                    wrong("published", &found, &expected);
                }
            }
            let expected: BTreeSet<String> = gold
                .author
                .iter()
                .flat_map(pages::Authors::names)
                .flat_map(split)
                .map(letters)
                .filter(|name| !name.is_empty())
                .collect();
            if !expected.is_empty() {
                let found: BTreeSet<String> =
                    article.byline.iter().map(|name| letters(name)).collect();
                let shared = found.intersection(&expected).count();
                let f1 = 2.0 * shared as f64 / (found.len() + expected.len()) as f64;
                author.add(f1);
                if f1 < 1.0 {
                    wrong("byline", &article.byline, &gold.author);
                }
            }
        }
        println!(
            "{name:<20} {:>6} {:>7.3} {:>6} {:>8.3} {:>6} {:>6.3}",
            title.count,
            title.value(),
            author.count,
            author.value(),
            date.count,
            date.value()
        );
    }
    Ok(())
}

/// The names in a value that holds several.
fn split(names: &str) -> impl Iterator<Item = &str> {
    names
        .split([';', ','])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" und "))
        .flat_map(|part| part.split(" & "))
}

#[derive(Default)]
struct Mean {
    sum: f64,
    count: u32,
}

impl Mean {
    fn add(&mut self, value: f64) {
        self.sum += value;
        self.count += 1;
    }

    fn value(&self) -> f64 {
        self.sum / f64::from(self.count.max(1))
    }
}

/// Letters and digits in lower case.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
