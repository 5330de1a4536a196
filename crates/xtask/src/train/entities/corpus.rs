//! The training sets: how much each weighs, and how its labels become those of copydesk.
//!
//! Names lose what the guideline leaves out of them: articles, titles before people, the
//! possessive. Sets far from news weigh less.

use std::path::Path;

use anyhow::{Context, Result};
use copydesk::{Span, stage};
use copydesk_entities::training::{Class, TrainingChain, TrainingText};

use crate::eval::conll::{self, Document};

/// A training set.
struct Set {
    file: &'static str,
    weight: f32,
}

/// The sets in the order in which they are read.
const SETS: &[Set] = &[
    set("btc.conll", 0.5),
    set("crossner.conll", 0.5),
    set("gum-train.conll", 1.0),
    set("re3d-train.conll", 2.0),
    set("redocred-dev.conll", 0.5),
    set("redocred-test.conll", 0.5),
    set("uner-train0.conll", 1.5),
    set("wnut-train.conll", 0.4),
];

const fn set(file: &'static str, weight: f32) -> Set {
    Set { file, weight }
}

/// Words that stand before a name and are no part of it.
const LEADING: &[&str] = &[
    "the", "The", "a", "A", "an", "An", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "President", "Sir",
    "Senator", "Rep.", "Sen.", "Gen.", "General",
];

/// A chain and what it weighs.
pub(super) struct Example {
    pub(super) chain: TrainingChain,
    pub(super) weight: f32,
}

/// Reads all sets in `folder`.
pub(super) fn read(folder: &Path) -> Result<Vec<Example>> {
    let mut examples = Vec::new();
    for set in SETS {
        let path = folder.join(set.file);
        let documents =
            conll::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        for document in &documents {
            let text = training_text(document);
            examples.extend(text.chains.into_iter().map(|chain| Example {
                chain,
                weight: set.weight,
            }));
        }
    }
    Ok(examples)
}

/// A document of a training set as the model sees it.
pub(super) fn training_text(document: &Document) -> TrainingText {
    let text = &document.text;
    let gold: Vec<(Span, Class)> = document
        .gold
        .iter()
        .filter_map(|&(start, end, class)| name(text, start, end, class))
        .collect();
    TrainingText::new(text, &stage::sentences(text), &stage::tokens(text), &gold)
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
                && (class == Class::Person || matches!(first, "the" | "The" | "a" | "an" | "A" | "An"));
            if !leading {
                break;
            }
            surface = rest;
        }
    }
    let start = end - surface.len() as u32;
    let surface = surface.trim_end_matches(" 's").trim_end_matches(" '");
    let end = start + surface.len() as u32;
    (start < end).then(|| (Span::new(start, end), class))
}
