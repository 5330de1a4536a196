//! The training sets: how much each weighs, and how its labels become those of copydesk.
//!
//! Names lose what the guideline leaves out of them: articles, titles before people, the
//! possessive. Sets far from news weigh less.

use std::path::Path;

use anyhow::{Context, Result};
use copydesk::{Span, stage};
use copydesk_entities::training::{Class, Clusters, TrainingChain, TrainingText};

use crate::eval::conll::{self, Document};

/// A training set.
struct Set {
    file: &'static str,
    weight: f32,
}

/// The sets in the order in which they are read.
const SETS: &[Set] = &[
    set("btc.conll", 0.25),
    set("crossner.conll", 0.25),
    set("gum-train.conll", 1.0),
    set("re3d-train.conll", 2.0),
    set("redocred-dev.conll", 0.5),
    set("redocred-test.conll", 0.5),
    set("uner-train0.conll", 1.5),
    set("wnut-train.conll", 0.25),
];

const fn set(file: &'static str, weight: f32) -> Set {
    Set { file, weight }
}

/// Words that stand before a name and are no part of it.
const LEADING: &[&str] = &[
    "the",
    "The",
    "a",
    "A",
    "an",
    "An",
    "Mr",
    "Mr.",
    "Mrs",
    "Mrs.",
    "Ms",
    "Ms.",
    "Dr",
    "Dr.",
    "President",
    "Sir",
    "Senator",
    "Rep.",
    "Sen.",
    "Gen.",
    "General",
];

/// Words that some sets take for names.
const PRONOUNS: &[&str] = &[
    "He", "Her", "His", "I", "It", "Its", "Me", "My", "Our", "She", "Their", "They", "Us", "We",
    "You", "he", "her", "him", "his", "she", "who",
];

/// The chains of a document and what each weighs.
pub(super) struct Text {
    pub(super) chains: Vec<TrainingChain>,
    pub(super) weight: f32,
    /// Which document it is; a copy of it in another case is the same.
    pub(super) document: usize,
}

/// Of what a document weighs, what a copy of it in another case weighs.
const COPY: f32 = 0.7;

/// Words of a sentence that may be a headline, at most.
const HEADLINE: usize = 16;

/// How the copy of a document is written.
#[derive(Clone, Copy)]
enum Case {
    Lower,
    Upper,
    Title,
}

impl Case {
    /// The case of the copy of two documents in three.
    fn of(at: usize) -> Option<Self> {
        match at % 6 {
            1 | 3 => Some(Self::Lower),
            2 => Some(Self::Upper),
            5 => Some(Self::Title),
            _ => None,
        }
    }

    /// A copy whose offsets are the same: only ASCII letters change.
    fn copy(self, document: &Document) -> Document {
        let mut copy = document.clone();
        copy.text.clear();
        for (at, sentence) in document.text.split("\n\n").enumerate() {
            if at > 0 {
                copy.text.push_str("\n\n");
            }
            let words: Vec<&str> = sentence.split(' ').collect();
            match self {
                Self::Lower => copy.text.push_str(&sentence.to_ascii_lowercase()),
                Self::Upper if at % 2 == 0 => copy.text.push_str(&sentence.to_ascii_uppercase()),
                Self::Title if words.len() <= HEADLINE => {
                    let words: Vec<String> = words.iter().map(|word| title_case(word)).collect();
                    copy.text.push_str(&words.join(" "));
                }
                _ => copy.text.push_str(sentence),
            }
        }
        copy
    }
}

fn title_case(word: &str) -> String {
    let mut word = word.to_owned();
    if word.len() > 3
        && let Some(first) = word.get_mut(..1)
    {
        first.make_ascii_uppercase();
    }
    word
}

/// The documents of a set and what each weighs.
pub(super) struct Documents {
    pub(super) weight: f32,
    pub(super) documents: Vec<Document>,
}

/// Reads all sets in `folder`.
pub(super) fn read(folder: &Path) -> Result<Vec<Documents>> {
    SETS.iter()
        .map(|set| {
            let path = folder.join(set.file);
            let documents =
                conll::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            Ok(Documents {
                weight: set.weight,
                documents,
            })
        })
        .collect()
}

/// The chains of all documents, some of them in a second case.
pub(super) fn texts(sets: &[Documents], clusters: &Clusters) -> Vec<Text> {
    let mut read = Vec::new();
    let mut number = 0;
    for set in sets {
        for (at, document) in set.documents.iter().enumerate() {
            let copy = Case::of(at).map(|case| (case.copy(document), set.weight * COPY));
            let texts = std::iter::once((document.clone(), set.weight)).chain(copy);
            for (document, weight) in texts {
                let chains = training_text(&document, clusters).chains;
                read.push(Text {
                    chains,
                    weight,
                    document: number,
                });
            }
            number += 1;
        }
    }
    read
}

/// A document of a training set as the model sees it.
pub(super) fn training_text(document: &Document, clusters: &Clusters) -> TrainingText {
    let text = &document.text;
    let gold: Vec<(Span, Class)> = document
        .gold
        .iter()
        .filter_map(|&(start, end, class)| name(text, start, end, class))
        .collect();
    TrainingText::new(
        text,
        &stage::sentences(text),
        &stage::tokens(text),
        &gold,
        clusters,
    )
}

/// A gold name as the guideline has it.
fn name(text: &str, start: u32, end: u32, class: &str) -> Option<(Span, Class)> {
    let class = match class {
        "PER" => Class::Person,
        "LOC" => Class::Location,
        "ORG" => Class::Organisation,
        _ => Class::Misc,
    };
    let mut surface = &text[start as usize..end as usize];
    if class != Class::Misc {
        while let Some((first, rest)) = surface.split_once(' ') {
            let leading = LEADING.contains(&first)
                && (class == Class::Person
                    || matches!(first, "the" | "The" | "a" | "an" | "A" | "An"));
            if !leading {
                break;
            }
            surface = rest;
        }
    }
    let start = end - surface.len() as u32;
    let surface = if class == Class::Person {
        surface.trim_end_matches(" 's").trim_end_matches(" '")
    } else {
        surface
    };
    let end = start + surface.len() as u32;
    let name = !PRONOUNS.contains(&surface);
    (start < end && name).then(|| (Span::new(start, end), class))
}
