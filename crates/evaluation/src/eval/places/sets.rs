//! Texts with the places that they name.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};
use copydesk::Span;

use crate::eval::{
    markup::{Piece, attribute, pieces, plain},
    timex::corpus::blank_between,
};

/// A place that a text names.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named {
    pub(super) span: Span,
    /// Empty where only the point is known.
    pub(super) country: String,
    pub(super) point: Option<[f64; 2]>,
}

/// A text with its places, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Text {
    pub(super) name: String,
    pub(super) words: String,
    pub(super) places: Vec<Named>,
}

/// The paragraphs written for copydesk.
pub(super) fn goldens() -> Vec<Text> {
    let lines = include_str!("goldens.txt").lines().enumerate();
    lines
        .filter(|(_, line)| !line.starts_with('#'))
        .map(|(at, line)| marked(format!("goldens.txt:{}", at + 1), line))
        .collect()
}

/// A line in which places are written `[[name|country|latitude|longitude]]`.
fn marked(name: String, line: &str) -> Text {
    let mut text = Text {
        name,
        ..Text::default()
    };
    let mut pieces = line.split("[[");
    text.words.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (mark, rest) = piece.split_once("]]").unwrap_or((piece, ""));
        let cells: Vec<&str> = mark.split('|').collect();
        let start = text.words.len();
        text.words.push_str(cells[0]);
        let degree = |at: usize| cells.get(at)?.parse().ok();
        text.places.push(Named {
            span: Span::at(start, text.words.len()),
            country: cells.get(1).copied().unwrap_or_default().to_owned(),
            point: degree(2).zip(degree(3)).map(|(a, o)| [a, o]),
        });
        text.words.push_str(rest);
    }
    text
}

/// The documents of MEANTIME below a folder, with the names of places that are linked and known
/// in `facts.txt`.
pub(super) fn meantime(folder: &Path) -> Result<Vec<Text>> {
    let facts: BTreeMap<&str, [f64; 2]> = include_str!("facts.txt")
        .lines()
        .filter_map(|line| {
            let mut cells = line.split(' ');
            let title = cells.next()?;
            Some((
                title,
                [cells.next()?.parse().ok()?, cells.next()?.parse().ok()?],
            ))
        })
        .collect();
    let mut texts = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries =
            fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "xml") {
                let xml = fs::read_to_string(&path)
                    .with_context(|| format!("cannot read {}", path.display()))?;
                let name = path.file_stem().unwrap_or_default().to_string_lossy();
                texts.push(linked(name.into_owned(), &xml, &facts));
            }
        }
    }
    texts.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(texts)
}

/// A document of MEANTIME: mentions that are names and refer to a linked place.
fn linked(name: String, xml: &str, facts: &BTreeMap<&str, [f64; 2]>) -> Text {
    let mut text = String::new();
    let (mut tokens, mut sentence) = (BTreeMap::new(), String::new());
    let (mut mentions, mut points, mut refers) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
    let (mut open, mut sources) = (None, Vec::new());
    let mut token = None;
    for piece in pieces(xml) {
        match piece {
            Piece::Open("token", attributes) => {
                let of = attribute(attributes, "sentence").unwrap_or_default();
                if !sentence.is_empty() && of != sentence {
                    text.push('\n');
                }
                sentence = of;
                token = attribute(attributes, "t_id");
            }
            Piece::Text(words) => {
                if let Some(id) = token.take() {
                    let words = plain(words);
                    if !text.is_empty() && !text.ends_with('\n') && blank_between(&text, &words) {
                        text.push(' ');
                    }
                    let start = text.len();
                    text.push_str(&words);
                    tokens.insert(id, Span::at(start, text.len()));
                }
            }
            Piece::Open("ENTITY_MENTION", attributes) => {
                let kind = attribute(attributes, "syntactic_type").unwrap_or_default();
                open = attribute(attributes, "m_id").filter(|_| kind.ends_with("NAM"));
            }
            Piece::Close("ENTITY_MENTION") => open = None,
            Piece::Empty("token_anchor", attributes) => {
                let span = attribute(attributes, "t_id").and_then(|id| tokens.get(&id).copied());
                if let (Some(id), Some(span)) = (&open, span) {
                    mentions
                        .entry(id.clone())
                        .and_modify(|whole: &mut Span| {
                            *whole =
                                Span::new(whole.start.min(span.start), whole.end.max(span.end));
                        })
                        .or_insert(span);
                }
            }
            Piece::Empty("ENTITY", attributes) => {
                let link = attribute(attributes, "external_ref").unwrap_or_default();
                let title = link.rsplit('/').next().unwrap_or_default();
                if attribute(attributes, "ent_type").as_deref() == Some("LOC")
                    && let Some(&point) = facts.get(title)
                    && let Some(id) = attribute(attributes, "m_id")
                {
                    points.insert(id, (title.to_owned(), point));
                }
            }
            Piece::Empty("source", attributes) => sources.extend(attribute(attributes, "m_id")),
            Piece::Empty("target", attributes) => {
                if let Some(id) = attribute(attributes, "m_id") {
                    refers.push((std::mem::take(&mut sources), id));
                }
            }
            Piece::Open("REFERS_TO", _) => sources.clear(),
            _ => {}
        }
    }
    let mut places: Vec<Named> = refers
        .iter()
        .filter_map(|(sources, target)| Some((sources, points.get(target)?)))
        .flat_map(|(sources, linked)| sources.iter().map(move |source| (source, linked)))
        .filter_map(|(source, (title, point))| {
            let span = *mentions.get(source)?;
            is_name(span.of(&text), title).then(|| Named {
                span,
                country: String::new(),
                point: Some(*point),
            })
        })
        .collect();
    places.sort_by_key(|place| place.span);
    places.dedup_by_key(|place| place.span);
    Text {
        name,
        words: text,
        places,
    }
}

/// Whether words name the place of a title: they start with its first word or are its letters.
/// `the White House` and `the government of Canada` are linked to the country, too.
fn is_name(words: &str, title: &str) -> bool {
    let words = words.strip_prefix("the ").unwrap_or(words);
    let first = title.split(['_', ',']).next().unwrap_or_default();
    let short = words.len() < 5 && words.starts_with(char::is_uppercase);
    short || words.starts_with(first) && words.len() < title.len() + 20
}

#[cfg(test)]
mod tests {
    use super::{goldens, marked};

    #[test]
    fn marks_are_taken_out() {
        let text = marked(
            String::new(),
            "In [[Oslo|NO|59.91|10.75]], [[Norway|NO]], on Monday",
        );
        assert_eq!(text.words, "In Oslo, Norway, on Monday");
        assert_eq!(text.places[0].point, Some([59.91, 10.75]));
        assert_eq!(text.places[1].span.of(&text.words), "Norway");
    }

    #[test]
    fn every_golden_has_places() {
        let goldens = goldens();
        assert!(goldens.len() >= 60);
        for text in goldens {
            assert!(!text.places.is_empty(), "{}", text.name);
            assert!(text.places.iter().all(|place| place.country.len() == 2));
        }
    }
}
