//! The events of MEANTIME with their factuality.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};
use copydesk::record::ClaimStatus;

use crate::eval::{
    markup::{Piece, attribute, pieces, plain},
    timex::corpus::blank_between,
};

/// How many sentences are annotated.
const ANNOTATED: u32 = 6;

/// A document: its text, and the events as bytes of it.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) events: Vec<Event>,
}

/// An event: its words, and what is annotated.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) start: u32,
    pub(super) end: u32,
    certainty: String,
    polarity: String,
    time: String,
}

impl Event {
    /// The status that the annotation comes to: negated is denied, the future expected, what is
    /// probable or possible alleged. Nothing where it is not annotated.
    pub(super) fn status(&self) -> Option<ClaimStatus> {
        if self.certainty.is_empty() && self.polarity.is_empty() && self.time.is_empty() {
            return None;
        }
        Some(if self.polarity == "NEG" {
            ClaimStatus::Denied
        } else if self.time == "FUTURE" {
            ClaimStatus::Expected
        } else if matches!(&*self.certainty, "PROBABLE" | "POSSIBLE") {
            ClaimStatus::Alleged
        } else {
            ClaimStatus::Confirmed
        })
    }
}

/// The documents in a folder and the folders in it.
pub(super) fn read(folder: &Path) -> Result<Vec<Document>> {
    let mut documents = Vec::new();
    let entries = fs::read_dir(folder)
        .with_context(|| format!("cannot read the folder {}", folder.display()))?;
    let mut paths = Vec::new();
    for entry in entries {
        paths.push(entry?.path());
    }
    paths.sort();
    for path in paths {
        if path.is_dir() {
            documents.extend(read(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "xml") {
            let xml = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {} as UTF-8", path.display()))?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            documents.push(document(&name, &xml));
        }
    }
    Ok(documents)
}

fn document(name: &str, xml: &str) -> Document {
    let mut document = Document {
        name: name.to_owned(),
        ..Document::default()
    };
    let text = &mut document.text;
    let mut places = BTreeMap::<String, (u32, u32)>::new();
    let (mut token, mut sentence) = (None, 0);
    let mut open: Option<Event> = None;
    for piece in pieces(xml) {
        match piece {
            Piece::Open("token", attributes) => {
                let number = attribute(attributes, "sentence");
                let number = number.and_then(|number| number.parse().ok()).unwrap_or(0);
                if number < ANNOTATED {
                    token = attribute(attributes, "t_id");
                    if number > sentence {
                        text.push_str("\n\n");
                    }
                    sentence = number;
                }
            }
            Piece::Text(word) => {
                if let Some(id) = token.take() {
                    let word = plain(word);
                    if blank_between(text, &word) {
                        text.push(' ');
                    }
                    let start = text.len() as u32;
                    text.push_str(&word);
                    places.insert(id, (start, text.len() as u32));
                }
            }
            Piece::Open("EVENT_MENTION", attributes) => {
                let of = |name| attribute(attributes, name).unwrap_or_default();
                open = Some(Event {
                    start: u32::MAX,
                    end: 0,
                    certainty: of("certainty"),
                    polarity: of("polarity"),
                    time: of("time"),
                });
            }
            Piece::Empty("token_anchor", attributes) => {
                let place = attribute(attributes, "t_id").and_then(|id| places.get(&id));
                if let (Some(event), Some(place)) = (&mut open, place) {
                    event.start = event.start.min(place.0);
                    event.end = event.end.max(place.1);
                }
            }
            Piece::Close("EVENT_MENTION") => {
                let event = open.take().filter(|event| event.start < event.end);
                document.events.extend(event);
            }
            _ => {}
        }
    }
    document
}
