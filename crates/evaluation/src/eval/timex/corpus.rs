//! The sets, each document with its text and what is annotated in it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use copydesk::{CodePoints, Desk, RawDocument, record::Place, stage};
use serde_json::Value;

use crate::eval::markup::{Piece, attribute, pieces, plain};

/// How many sentences of MEANTIME are annotated.
const ANNOTATED: u32 = 6;

/// An expression, annotated or found; the span in bytes of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Expression {
    pub(super) span: (u32, u32),
    pub(super) kind: String,
    /// The value, and others that are right too.
    pub(super) values: Vec<String>,
    pub(super) modifier: Option<String>,
}

impl Expression {
    pub(super) fn accepts(&self, found: &Self) -> bool {
        found.values.iter().any(|value| self.values.contains(value))
    }
}

/// A document.
#[derive(Debug)]
pub(super) struct Document {
    name: String,
    text: String,
    pub(super) gold: Vec<Expression>,
    reader: Reader,
}

/// What reads the document.
#[derive(Debug)]
enum Reader {
    /// The grammars alone, with the creation time.
    Text(Option<String>),
    /// The whole pipeline, with the day that relative dates count from.
    Page(Option<String>),
}

impl Document {
    /// What copydesk finds.
    pub(super) fn found(&self) -> Result<Vec<Expression>> {
        let found = match &self.reader {
            Reader::Text(reference) => {
                let dates = stage::dates(&self.text, reference.as_deref());
                let spans = dates
                    .into_iter()
                    .filter_map(|it| Some((it.place.span()?, it)));
                spans
                    .map(|(span, it)| {
                        expression((span.start, span.end), it.kind, it.value, it.modifier)
                    })
                    .collect()
            }
            Reader::Page(reference) => {
                let mut options = copydesk::Options::default();
                options.entities.reference_date.clone_from(reference);
                let article = Desk::new(options)?.read(&RawDocument {
                    uri: Some(self.name.clone()),
                    ..RawDocument::from_bytes(self.text.clone().into_bytes())
                });
                let dates = article.dates.iter();
                let spans = dates.map(|it| match &it.place {
                    Place::Text(span) => (article.source_of(*span), it),
                    Place::Dropped { source, .. } => (*source, it),
                });
                spans
                    .map(|(source, it)| {
                        let span = (source.start, source.end);
                        expression(span, it.kind, it.value.clone(), it.modifier.clone())
                    })
                    .collect()
            }
        };
        Ok(found)
    }

    pub(super) fn words(&self, (start, end): (u32, u32)) -> &str {
        self.text.get(start as usize..end as usize).unwrap_or("?")
    }

    /// Prints an expression with the words around it.
    pub(super) fn show(&self, what: &str, it: &Expression, more: &str) {
        let (start, end) = it.span;
        let before: Vec<_> = self.words((0, start)).split_whitespace().collect();
        let after = self.words((end, self.text.len() as u32)).split_whitespace();
        let after: Vec<_> = after.take(5).collect();
        println!(
            "{:<16.16} {what:<8} {:<8} {:<12} {} [{}] {} {more}",
            self.name,
            it.kind,
            it.values.join(" "),
            before[before.len().saturating_sub(5)..].join(" "),
            self.words(it.span),
            after.join(" "),
        );
    }
}

fn expression(
    span: (u32, u32),
    kind: copydesk::record::TemporalKind,
    value: String,
    modifier: Option<String>,
) -> Expression {
    Expression {
        span,
        kind: kind.as_str().to_owned(),
        values: vec![value],
        modifier,
    }
}

/// The sets in a folder and the folders in it, by name.
pub(super) fn read(folder: &Path, blanks: bool) -> Result<Vec<(String, Vec<Document>)>> {
    let mut sets = BTreeMap::<PathBuf, Vec<Document>>::new();
    collect(folder, blanks, &mut sets)?;
    let named = |path: PathBuf| {
        let parent = path.parent().and_then(Path::file_name).unwrap_or_default();
        let name = path.file_name().unwrap_or_default();
        format!("{}/{}", parent.to_string_lossy(), name.to_string_lossy())
    };
    Ok(sets
        .into_iter()
        .map(|(path, documents)| (named(path), documents))
        .collect())
}

fn collect(folder: &Path, blanks: bool, sets: &mut BTreeMap<PathBuf, Vec<Document>>) -> Result<()> {
    let entries = fs::read_dir(folder)
        .with_context(|| format!("cannot read the folder {}", folder.display()))?;
    let mut paths = Vec::new();
    for entry in entries {
        paths.push(entry?.path());
    }
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, blanks, sets)?;
            continue;
        }
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        let seeds = path
            .file_name()
            .is_some_and(|name| name == "information.json");
        if !seeds && !matches!(&*extension, "xml" | "tml" | "sgm") {
            continue;
        }
        let xml = fs::read_to_string(&path)
            .with_context(|| format!("cannot read {} as UTF-8", path.display()))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let documents = if seeds {
            annotated_seeds(&path, &xml)?
        } else if xml.contains("<token ") {
            vec![tokens(&name, &xml, blanks)]
        } else if xml.contains("<TIMEX") {
            vec![inline(&name, &xml)]
        } else {
            Vec::new()
        };
        if !documents.is_empty() {
            sets.entry(folder.to_owned()).or_default().extend(documents);
        }
    }
    Ok(())
}

/// A document of tokens, TIMEX3 beside them.
fn tokens(name: &str, xml: &str, blanks: bool) -> Document {
    let mut text = String::new();
    let mut places = BTreeMap::<String, (u32, u32)>::new();
    let (mut token, mut sentence) = (None, 0);
    let mut open: Option<(Expression, bool)> = None;
    let mut gold = Vec::new();
    let mut created = None;
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
                    if blank_between(&text, &word) || (blanks && !text.ends_with('\n')) {
                        text.push(' ');
                    }
                    let start = text.len() as u32;
                    text.push_str(&word);
                    places.insert(id, (start, text.len() as u32));
                }
            }
            Piece::Open("TIMEX3", attributes) => {
                let of = |name| attribute(attributes, name).filter(|value| !value.is_empty());
                let creation = of("functionInDocument").is_some_and(|it| it == "CREATION_TIME");
                open = Some((
                    Expression {
                        span: (u32::MAX, 0),
                        kind: of("type").unwrap_or_default(),
                        values: of("value").into_iter().collect(),
                        modifier: of("mod"),
                    },
                    creation,
                ));
            }
            Piece::Empty("token_anchor", attributes) => {
                let place = attribute(attributes, "t_id").and_then(|id| places.get(&id));
                if let (Some((timex, _)), Some(place)) = (&mut open, place) {
                    timex.span = (timex.span.0.min(place.0), timex.span.1.max(place.1));
                }
            }
            Piece::Close("TIMEX3") => {
                let Some((timex, creation)) = open.take() else {
                    continue;
                };
                if creation {
                    created = timex.values.first().cloned();
                }
                if timex.span.0 < timex.span.1 {
                    gold.push(timex);
                }
            }
            _ => {}
        }
    }
    let created = created
        .filter(|day| copydesk_entities::is_date(day))
        .or_else(|| {
            // Two files give no creation time, one another form: it is the line below the title.
            let dates = stage::dates(&text, None).into_iter();
            dates
                .map(|it| it.value)
                .find(|day| copydesk_entities::is_date(day))
        });
    annotated(name, text, gold, created)
}

/// A document as text with its gold in the order of places.
fn annotated(
    name: &str,
    text: String,
    mut gold: Vec<Expression>,
    created: Option<String>,
) -> Document {
    gold.sort_by_key(|it| it.span);
    Document {
        name: name.to_owned(),
        text,
        gold,
        reader: Reader::Text(created),
    }
}

/// Whether print sets a blank between a text and the token behind it.
pub(crate) fn blank_between(text: &str, token: &str) -> bool {
    let closing = [
        ",",
        ".",
        ";",
        ":",
        "?",
        "!",
        ")",
        "]",
        "%",
        "'s",
        "\u{2019}s",
        "n't",
        "''",
        "'",
    ];
    let opens = text.ends_with(['(', '[', '$', '\u{A3}', '\u{20AC}', '\n']) || text.ends_with("``");
    !text.is_empty() && !opens && !closing.contains(&token)
}

/// A document with its tags in the text.
fn inline(name: &str, xml: &str) -> Document {
    let within_text = xml.contains("<TEXT>");
    let (mut text, mut gold, mut open) = (String::new(), Vec::new(), Vec::<Expression>::new());
    let mut created = None;
    let (mut counts, mut header) = (!within_text, None);
    for piece in pieces(xml) {
        match piece {
            Piece::Open("TEXT", _) => counts = true,
            Piece::Close("TEXT") => counts = false,
            Piece::Open("DCT" | "DATETIME", _) => header = Some(String::new()),
            Piece::Close("DCT" | "DATETIME") => {
                let day = header.take().unwrap_or_default();
                created = created.or_else(|| Some(day.trim().to_owned()));
            }
            Piece::Text(words) => {
                let words = plain(words);
                if let Some(header) = &mut header {
                    header.push_str(&words);
                }
                if counts {
                    text.push_str(&words);
                }
            }
            Piece::Open("TIMEX3" | "TIMEX2", attributes) => {
                let of = |name| attribute(attributes, name).filter(|value| !value.is_empty());
                let value = of("value").or_else(|| of("val"));
                if header.is_some() || of("functionInDocument").as_deref() == Some("CREATION_TIME")
                {
                    created.clone_from(&value);
                }
                open.push(Expression {
                    span: (text.len() as u32, 0),
                    kind: of("type").unwrap_or_else(|| {
                        told(value.as_deref().unwrap_or_default(), of("set").is_some()).to_owned()
                    }),
                    values: value.into_iter().collect(),
                    modifier: of("mod"),
                });
            }
            Piece::Close("TIMEX3" | "TIMEX2") => {
                if let Some(mut timex) = open.pop().filter(|_| counts) {
                    timex.span.1 = text.len() as u32;
                    if timex.span.0 < timex.span.1 {
                        gold.push(timex);
                    }
                }
            }
            _ => {}
        }
    }
    annotated(name, text, gold, created)
}

/// The TIMEX3 type of a TIMEX2 value.
fn told(value: &str, set: bool) -> &'static str {
    let length = value
        .strip_prefix('P')
        .is_some_and(|rest| !rest.starts_with(['A', 'R']));
    match value {
        _ if set => "SET",
        _ if length => "DURATION",
        _ if value.contains('T') && !value.ends_with("REF") => "TIME",
        _ => "DATE",
    }
}

/// The seeds, their offsets in code points of the raw file.
fn annotated_seeds(path: &Path, json: &str) -> Result<Vec<Document>> {
    let json: Value =
        serde_json::from_str(json).with_context(|| format!("{} is not JSON", path.display()))?;
    let none = Vec::new();
    let list = |value: &Value, key: &str| value[key].as_array().unwrap_or(&none).clone();
    let folder = path.parent().unwrap_or(Path::new("")).join("../seeds");
    let mut documents = Vec::new();
    for document in list(&json, "documents") {
        let name = document["file"].as_str().unwrap_or_default().to_owned();
        let file = folder.join(&name);
        let text = fs::read_to_string(&file)
            .with_context(|| format!("cannot read {} as UTF-8", file.display()))?;
        let points = CodePoints::new(&text);
        let at = |value: &Value| points.to_byte(value.as_u64().unwrap_or(0) as u32);
        let word = |value: &Value| value.as_str().map(str::to_owned);
        let gold = list(&document, "timex")
            .iter()
            .map(|it| Expression {
                span: (at(&it["start"]), at(&it["end"])),
                kind: word(&it["type"]).unwrap_or_default(),
                values: [&it["value"]]
                    .into_iter()
                    .chain(&list(it, "alt_values"))
                    .filter_map(word)
                    .collect(),
                modifier: word(&it["mod"]),
            })
            .collect();
        documents.push(Document {
            name,
            text,
            gold,
            reader: Reader::Page(word(&document["reference_date"])),
        });
    }
    Ok(documents)
}

#[cfg(test)]
mod tests {
    use super::{inline, tokens};

    #[test]
    fn tokens_are_joined_as_they_are_printed() {
        let xml = "<Document><token sentence=\"0\" t_id=\"1\">Rain</token>\
            <token sentence=\"1\" t_id=\"2\">May</token><token sentence=\"1\" t_id=\"3\">3</token>\
            <token sentence=\"1\" t_id=\"4\">,</token><token sentence=\"1\" t_id=\"5\">2009</token>\
            <token sentence=\"9\" t_id=\"6\">today</token><Markables>\
            <TIMEX3 functionInDocument=\"CREATION_TIME\" type=\"DATE\" value=\"2009-05-03\">\
            <token_anchor t_id=\"2\"/><token_anchor t_id=\"5\"/></TIMEX3>\
            <TIMEX3 type=\"DATE\" value=\"2009\"/></Markables></Document>";
        let document = tokens("a", xml, false);
        assert_eq!(document.text, "Rain\n\nMay 3, 2009");
        assert_eq!(document.gold.len(), 1);
        assert_eq!(document.words(document.gold[0].span), "May 3, 2009");
    }

    #[test]
    fn tags_in_the_text_may_be_nested() {
        let xml = "<DOC><DATETIME><TIMEX2 val=\"2009-01-02\">2 January</TIMEX2></DATETIME><TEXT>It \
            was <TIMEX2 val=\"P3D\">three days after <TIMEX2 val=\"1950\">1950</TIMEX2></TIMEX2>.\
            </TEXT></DOC>";
        let document = inline("a", xml);
        assert_eq!(document.text, "It was three days after 1950.");
        let spans: Vec<_> = document
            .gold
            .iter()
            .map(|it| document.words(it.span))
            .collect();
        assert_eq!(spans, ["three days after 1950", "1950"]);
        assert_eq!(document.gold[0].kind, "DURATION");
    }
}
