//! Metadata against pages with gold: title, authors, date.
//!
//! A title is right when letters and digits agree, whatever their case; a date when the day
//! does; authors by F1 of the names per page, averaged over pages whose gold names some (a gold
//! value that holds several names is split at commas, semicolons, `and`, `und` and `&`).

use std::{collections::BTreeSet, fmt::Debug, path::PathBuf};

use anyhow::Result;
use copydesk::{Desk, Options};

use super::{
    pages::{self, Page},
    peers,
};

/// Prints a row for each folder, and what is wrong where asked for; where `peers` is set, a row
/// for every other tool too.
pub(crate) fn folders(folders: &[PathBuf], errors: bool, peers: bool) -> Result<()> {
    println!(
        "{:<20} {:>6} {:>7} {:>6} {:>8} {:>6} {:>6}",
        "", "titles", "right", "pages", "authors", "dates", "right"
    );
    let desk = Desk::new(Options::extraction())?;
    for folder in folders {
        let pages = pages::read(folder)?;
        let mut scores = Scores::default();
        for page in &pages {
            let article = desk.read(&page.document);
            scores.add(
                page,
                article.title.as_deref(),
                &article.byline,
                article.published.as_deref(),
                errors,
            );
        }
        scores.print(&folder.file_name().unwrap_or_default().to_string_lossy());
        if !peers {
            continue;
        }
        for peer in peers::read("metadata", folder) {
            let mut scores = Scores::default();
            for page in &pages {
                match peer.answers.get(&page.id) {
                    Some(answer) => scores.add(
                        page,
                        answer.title.as_deref(),
                        &answer.authors,
                        answer.date.as_deref(),
                        false,
                    ),
                    None => scores.add(page, None, &[], None, false),
                }
            }
            scores.print(&format!("  {}", peer.name));
        }
    }
    Ok(())
}

/// How often the values of one tool are right.
#[derive(Default)]
struct Scores {
    title: Mean,
    author: Mean,
    date: Mean,
}

impl Scores {
    /// Counts one page; prints what is wrong where asked for.
    fn add(
        &mut self,
        page: &Page,
        title: Option<&str>,
        authors: &[String],
        date: Option<&str>,
        errors: bool,
    ) {
        let gold = &page.gold;
        let wrong = |field: &str, found: &dyn Debug, gold: &dyn Debug| {
            if errors {
                println!("  {} {field}: {found:?}, not {gold:?}", page.id);
            }
        };
        if let Some(expected) = gold.title.as_deref().filter(|title| !title.is_empty()) {
            let right = letters(title.unwrap_or_default()) == letters(expected);
            self.title.add(f64::from(u8::from(right)), title.is_some());
            if !right {
                wrong("title", &title, &expected);
            }
        }
        if let Some(expected) = gold.date.as_deref().and_then(|date| date.get(..10)) {
            let found = date.and_then(|date| date.get(..10));
            self.date
                .add(f64::from(u8::from(found == Some(expected))), date.is_some());
            if found != Some(expected) {
                wrong("date", &found, &expected);
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
            let found: BTreeSet<String> = authors.iter().map(|name| letters(name)).collect();
            let shared = found.intersection(&expected).count();
            let f1 = 2.0 * shared as f64 / (found.len() + expected.len()) as f64;
            self.author.add(f1, !authors.is_empty());
            if f1 < 1.0 {
                wrong("authors", &authors, &gold.author);
            }
        }
    }

    fn print(&self, name: &str) {
        let Self {
            title,
            author,
            date,
        } = self;
        println!(
            "{name:<20} {:>6} {:>7} {:>6} {:>8} {:>6} {:>6}",
            title.count,
            title.shown(),
            author.count,
            author.shown(),
            date.count,
            date.shown()
        );
    }
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
    /// Whether the tool gives such values at all.
    is_given: bool,
}

impl Mean {
    fn add(&mut self, value: f64, is_given: bool) {
        self.sum += value;
        self.count += 1;
        self.is_given |= is_given;
    }

    fn shown(&self) -> String {
        if self.is_given {
            format!("{:.3}", self.sum / f64::from(self.count.max(1)))
        } else {
            "-".to_owned()
        }
    }
}

/// Letters and digits in lower case.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
