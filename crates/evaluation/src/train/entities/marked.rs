//! What both sets marked for copydesk share; see [`news`](super::news) and [`pages`](super::pages).

use copydesk::{Span, record::Label};

use crate::eval::conll::Document;

/// One article in so many is kept to measure with.
const HELD_OUT: usize = 10;

/// An article with the fine labels of its names.
#[derive(Default)]
pub(super) struct Marked {
    pub(super) document: Document,
    /// The names; no label for those that have none in the record (awards, programmes).
    pub(super) names: Vec<(Span, Option<Label>)>,
}

impl Marked {
    /// Adds a name.
    pub(super) fn add(&mut self, start: u32, end: u32, label: &str) -> Option<()> {
        let (class, label) = match label {
            "PER" => ("PER", Some(Label::Person)),
            "ORG" => ("ORG", Some(Label::Org)),
            "GPE" => ("LOC", Some(Label::Gpe)),
            "LOC" => ("LOC", Some(Label::Loc)),
            "FAC" => ("LOC", Some(Label::Fac)),
            "NORP" => ("MISC", Some(Label::Norp)),
            "EVENT" => ("MISC", Some(Label::Event)),
            "PROD" => ("MISC", Some(Label::Product)),
            "WORK" => ("MISC", Some(Label::WorkOfArt)),
            "LAW" => ("MISC", Some(Label::Law)),
            "LANG" => ("MISC", Some(Label::Language)),
            "OTHER" => ("MISC", None),
            _ => return None,
        };
        let range = start as usize..end as usize;
        self.document.text.get(range)?;
        self.document.gold.insert((start, end, class));
        self.names.push((Span::new(start, end), label));
        Some(())
    }
}

/// Articles to learn from, and others to measure with.
#[derive(Default)]
pub(super) struct Split {
    pub(super) learn: Vec<Marked>,
    pub(super) measure: Vec<Marked>,
}

impl Split {
    /// Adds the next article.
    pub(super) fn push(&mut self, article: Marked) {
        let number = self.learn.len() + self.measure.len();
        if number.is_multiple_of(HELD_OUT) {
            self.measure.push(article);
        } else {
            self.learn.push(article);
        }
    }
}

/// The articles without their labels.
pub(super) fn documents(marked: &[Marked]) -> Vec<Document> {
    marked
        .iter()
        .map(|marked| marked.document.clone())
        .collect()
}
