//! CoNLL files: token TAB BIO tag, a blank line between sentences, `-DOCSTART-` between
//! documents, classes PER LOC ORG MISC.
//!
//! Sentences are joined by a blank line and tokens by a blank, so that the tagger sees the
//! sentences of the file.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result};
use copydesk::record::Label;

use super::matching::Gold;

/// One document: its text, and byte ranges of its gold mentions with their class.
#[derive(Clone, Debug, Default)]
pub(crate) struct Document {
    pub(crate) text: String,
    pub(crate) gold: BTreeSet<(u32, u32, &'static str)>,
}

impl Document {
    /// The gold over PER, LOC and ORG: what is MISC has labels of many kinds here.
    pub(crate) fn names(&self) -> Vec<Gold> {
        self.gold
            .iter()
            .filter(|mention| mention.2 != "MISC")
            .map(|&(start, end, class)| Gold {
                start,
                end,
                label: class.to_owned(),
                counts: true,
            })
            .collect()
    }

    /// The same document with every letter changed.
    pub(crate) fn map(&self, change: fn(char) -> char) -> Self {
        let mut text = String::with_capacity(self.text.len());
        let mut places = vec![0; self.text.len() + 1];
        for (at, letter) in self.text.char_indices() {
            places[at] = text.len() as u32;
            text.push(change(letter));
        }
        places[self.text.len()] = text.len() as u32;
        let place = |at: u32| places[at as usize];
        let gold = self.gold.iter();
        Self {
            gold: gold
                .map(|&(start, end, class)| (place(start), place(end), class))
                .collect(),
            text,
        }
    }
}

/// The class of the four-class data for a label.
pub(crate) fn class(label: Label) -> Option<&'static str> {
    match label {
        Label::Person => Some("PER"),
        Label::Gpe | Label::Loc | Label::Fac => Some("LOC"),
        Label::Org => Some("ORG"),
        _ => None,
    }
}

/// The documents of a file, with the names of all four classes.
pub(crate) fn read(file: &Path) -> Result<Vec<Document>> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(documents(&text))
}

fn documents(file: &str) -> Vec<Document> {
    let (mut documents, mut document) = (Vec::new(), Document::default());
    let mut open: Option<(u32, u32, &'static str)> = None;
    for line in file.lines().chain([""]) {
        let (token, tag) = line.split_once('\t').unwrap_or((line, "O"));
        let tag = tag.trim();
        let continues = tag.starts_with("I-") && open.is_some();
        if !continues && let Some(mention) = open.take() {
            document.gold.insert(mention);
        }
        if token.starts_with("-DOCSTART-") {
            documents.push(document);
            document = Document::default();
            continue;
        }
        if line.trim().is_empty() {
            if !document.text.is_empty() && !document.text.ends_with("\n\n") {
                document.text.push_str("\n\n");
            }
            continue;
        }
        if !document.text.is_empty() && !document.text.ends_with('\n') {
            document.text.push(' ');
        }
        let start = document.text.len() as u32;
        document.text.push_str(token);
        let end = document.text.len() as u32;
        if let Some(mention) = &mut open {
            mention.1 = end;
        } else {
            open = match tag.get(2..) {
                Some("PER") => Some((start, end, "PER")),
                Some("LOC") => Some((start, end, "LOC")),
                Some("ORG") => Some((start, end, "ORG")),
                Some("MISC") => Some((start, end, "MISC")),
                _ => None,
            };
        }
    }
    documents.push(document);
    documents
}

#[cfg(test)]
mod tests {
    use super::{super::copies, documents};

    #[test]
    fn mentions_keep_their_words_in_every_copy() {
        let file =
            "-DOCSTART-\tO\n\nIn\tO\nIğdır\tB-LOC\nand\tO\nLa\tB-LOC\nPaz\tI-LOC\nStraße\tB-ORG\n";
        let read = documents(file);
        let [empty, document] = read.as_slice() else {
            panic!("{read:?}");
        };
        assert!(empty.text.is_empty());
        let words = |document: &super::Document| -> Vec<String> {
            let gold = document.gold.iter();
            gold.map(|&(start, end, _)| document.text[start as usize..end as usize].to_owned())
                .collect()
        };
        assert_eq!(words(document), ["Iğdır", "La Paz", "Straße"]);
        // What has no capital of one letter stays.
        assert_eq!(
            words(&document.map(copies::upper)),
            ["IĞDIR", "LA PAZ", "STRAßE"]
        );
        assert_eq!(
            words(&document.map(copies::lower)),
            ["iğdır", "la paz", "straße"]
        );
    }
}
