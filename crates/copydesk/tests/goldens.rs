//! The documents of `seeds/` against their expected records, and against what their author
//! says is true of them.
//!
//! `expected.json` is what copydesk makes of a document, one line for each value; write it anew
//! with `cargo xtask bless` and review the difference. `truth.json` was written by hand with the
//! document and is never blessed.

use std::{env, fmt::Write, fs};

use crate::common::{self, documents, read, seed_folders, source_file};
use serde_json::Value;

/// The records of a file as text in which a difference can be read: one line for each value of
/// a list.
fn golden(records: &[Value]) -> String {
    let mut out = String::from("[\n");
    for (at, record) in records.iter().enumerate() {
        out.push_str("{\n");
        let fields = record.as_object().unwrap();
        for (at, (name, value)) in fields.iter().enumerate() {
            let end = if at + 1 < fields.len() { "," } else { "" };
            match value.as_array() {
                Some(values)
                    if !values.is_empty() && !values[0].is_string() && name != "offsets" =>
                {
                    writeln!(out, "  {name:?}: [").unwrap();
                    for (at, value) in values.iter().enumerate() {
                        let end = if at + 1 < values.len() { "," } else { "" };
                        writeln!(out, "    {value}{end}").unwrap();
                    }
                    writeln!(out, "  ]{end}").unwrap();
                }
                _ => writeln!(out, "  {name:?}: {value}{end}").unwrap(),
            }
        }
        out.push_str(if at + 1 < records.len() {
            "},\n"
        } else {
            "}\n"
        });
    }
    out.push_str("]\n");
    out
}

/// The records of a folder, named relative to the root so that they are the same everywhere.
fn records(folder: &std::path::Path) -> Vec<copydesk::Article> {
    let source = source_file(folder);
    let name = |uri: &str| {
        let root = common::root().to_string_lossy().into_owned();
        uri.strip_prefix(&format!("{root}/"))
            .unwrap_or(uri)
            .to_owned()
    };
    documents(&source)
        .iter_mut()
        .map(|document| {
            document.uri = document.uri.as_deref().map(name);
            read(document)
        })
        .collect()
}

#[test]
fn records_are_as_expected() {
    let bless = env::var_os("COPYDESK_BLESS").is_some();
    let mut differences = Vec::new();
    for folder in seed_folders() {
        let values: Vec<Value> = records(&folder)
            .iter()
            .map(|article| serde_json::to_value(article).unwrap())
            .collect();
        let golden = golden(&values);
        let path = folder.join("expected.json");
        if bless {
            fs::write(&path, golden).unwrap();
            continue;
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if let Some(line) = first_difference(&expected, &golden) {
            differences.push(format!("{}: {line}", path.display()));
        }
    }
    assert!(
        differences.is_empty(),
        "records differ; if the new ones are right, run `cargo xtask bless` and review:\n{}",
        differences.join("\n")
    );
}

fn first_difference(expected: &str, found: &str) -> Option<String> {
    if expected == found {
        return None;
    }
    let (mut expected, mut found) = (expected.lines(), found.lines());
    for number in 1.. {
        let (before, now) = (expected.next(), found.next());
        if before != now {
            let show = |line: Option<&str>| {
                line.unwrap_or("(end)")
                    .chars()
                    .take(300)
                    .collect::<String>()
            };
            return Some(format!(
                "line {number}\n  expected {}\n  found    {}",
                show(before),
                show(now)
            ));
        }
    }
    None
}

#[test]
fn records_fit_the_schema() {
    let schema: Value = serde_json::from_str(copydesk::schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for document in common::all_documents() {
        let record = serde_json::to_value(read(&document)).unwrap();
        let errors: Vec<_> = validator
            .iter_errors(&record)
            .map(|error| format!("{} at {}", error, error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{:?}: {errors:?}", document.uri);
    }
}

/// White space as one blank: what the author of a document wrote and what is in the text may
/// differ in kind and number of blanks.
fn folded(text: &str) -> String {
    text.split(|letter: char| letter.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn strings<'a>(truth: &'a Value, field: &str) -> Vec<&'a str> {
    truth[field]
        .as_array()
        .map(|list| list.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default()
}

/// What is not as the author of the document says.
fn contradictions(truth: &Value, article: &copydesk::Article) -> Vec<String> {
    let mut wrong = Vec::new();
    if truth["article"] == Value::Bool(false) {
        if article.article_score >= 0.5 {
            wrong.push(format!(
                "is no article, but scores {}",
                article.article_score
            ));
        }
        return wrong;
    }
    let text = folded(&article.text);
    let body = folded(article.body());
    let title = article.title.as_deref().map(folded);
    if title.as_deref() != truth["title"].as_str().map(folded).as_deref() {
        wrong.push(format!("title {title:?}, not {}", truth["title"]));
    }
    if article.published.as_deref().map(|date| &date[..10]) != truth["published"].as_str() {
        wrong.push(format!(
            "published {:?}, not {}",
            article.published, truth["published"]
        ));
    }
    if article.language.as_deref() != truth["language"].as_str() {
        wrong.push(format!(
            "language {:?}, not {}",
            article.language, truth["language"]
        ));
    }
    if article.byline != strings(truth, "byline") {
        wrong.push(format!(
            "byline {:?}, not {}",
            article.byline, truth["byline"]
        ));
    }
    for snippet in strings(truth, "keep") {
        if !body.contains(&folded(snippet)) {
            wrong.push(format!("lost {snippet:?}"));
        }
    }
    for snippet in strings(truth, "drop") {
        if body.contains(&folded(snippet)) {
            wrong.push(format!("kept {snippet:?}"));
        }
    }
    for snippet in strings(truth, "text_has_no") {
        if text.contains(snippet) {
            wrong.push(format!("left {snippet:?} in the text"));
        }
    }
    // The lists and rules for names are made for English.
    if truth["language"] == "en" {
        for mention in truth["mentions"].as_array().into_iter().flatten() {
            let (words, label) = (
                folded(mention[0].as_str().unwrap()),
                mention[1].as_str().unwrap(),
            );
            let found = article.mentions.iter().any(|mention| {
                mention.label.as_str() == label && folded(mention.span.of(&article.text)) == words
            });
            if !found {
                wrong.push(format!("missed {label} {words:?}"));
            }
        }
        for words in strings(truth, "not_mentions") {
            if article
                .mentions
                .iter()
                .any(|mention| folded(mention.span.of(&article.text)) == folded(words))
            {
                wrong.push(format!("took {words:?} for a mention"));
            }
        }
    }
    wrong
}

#[test]
fn records_are_true() {
    let (mut wrong, mut checked) = (Vec::new(), 0);
    for folder in seed_folders() {
        let text = fs::read_to_string(folder.join("truth.json")).unwrap();
        let truth: Value = serde_json::from_str(&text).unwrap();
        let truths = match truth {
            Value::Array(truths) => truths,
            truth => vec![truth],
        };
        let records = records(&folder);
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        if records.len() != truths.len() {
            wrong.push(format!(
                "{name}: {} records, not {}",
                records.len(),
                truths.len()
            ));
        }
        for (truth, article) in truths.iter().zip(&records) {
            checked += 1;
            wrong.extend(
                contradictions(truth, article)
                    .into_iter()
                    .map(|line| format!("{name}: {line}")),
            );
        }
    }
    assert!(checked >= 24, "only {checked} documents were checked");
    assert!(
        wrong.is_empty(),
        "{} contradictions:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
