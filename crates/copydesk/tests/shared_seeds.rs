//! The five real documents against their hand annotations.

use std::{collections::BTreeMap, fs, path::Path};

use copydesk::{Article, CodePoints, RawDocument, SourceSpan, record::BlockKind};
use serde_json::Value;

use crate::common;

/// The documents with their index of code points, by file name; empty where they are not there.
fn seeds() -> BTreeMap<String, (RawDocument, CodePoints, Article)> {
    let Some(folder) = common::shared("seeds") else {
        return BTreeMap::new();
    };
    common::files(&folder)
        .iter()
        .map(|path| {
            let document = common::documents(path).remove(0);
            let points = CodePoints::new(std::str::from_utf8(&document.bytes).unwrap());
            let article = common::read(&document);
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, (document, points, article))
        })
        .collect()
}

fn lines(path: &Path) -> Vec<Value> {
    fs::read_to_string(path)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn number(value: &Value, key: &str) -> u32 {
    value[key].as_u64().unwrap() as u32
}

#[test]
fn every_line_is_kept_or_dropped_as_annotated() {
    let seeds = seeds();
    let Some(gold) = common::shared("gold/lines.jsonl") else {
        return;
    };
    for line in lines(&gold) {
        let role = line["role"].as_str().unwrap();
        let name = line["file"].as_str().unwrap();
        if role == "blank" {
            continue;
        }
        let (document, points, article) = &seeds[name];
        let span = SourceSpan::new(
            points.to_byte(number(&line, "start")),
            points.to_byte(number(&line, "end")),
        );
        let words = std::str::from_utf8(&document.bytes[span.range()]).unwrap();
        let touching: Vec<_> = article
            .blocks
            .iter()
            .filter(|block| block.source.overlaps(span))
            .collect();
        assert!(!touching.is_empty(), "{name}: {words:?} is in no block");
        match role {
            "boilerplate" => assert!(
                touching
                    .iter()
                    .all(|block| !block.kept() && block.dropped.is_some()),
                "{name}: {words:?} was kept"
            ),
            "metadata" => assert!(
                touching
                    .iter()
                    .all(|block| block.kind == BlockKind::Metadata),
                "{name}: {words:?}"
            ),
            _ => {
                assert!(
                    touching.iter().all(|block| block.kept()),
                    "{name}: {role} {words:?} was dropped: {touching:?}"
                );
                let kept = article.offsets.to_text(span);
                let letters = |text: &str| {
                    text.chars()
                        .filter(|letter| !letter.is_whitespace())
                        .count()
                };
                assert_eq!(
                    letters(kept.of(&article.text)),
                    letters(words),
                    "{name}: {words:?} is not whole"
                );
            }
        }
        if role == "title" {
            let title = article.title.as_deref().unwrap_or_default();
            assert_eq!(
                title,
                article.offsets.to_text(span).of(&article.text),
                "{name}"
            );
            assert_eq!(title.chars().count(), words.chars().count(), "{name}");
        }
    }
}

#[test]
fn the_crawl_date_is_not_the_publication_date() {
    for (name, (_, _, article)) in seeds() {
        let expected = name.starts_with("001").then_some("2023-09-12");
        assert_eq!(article.published.as_deref(), expected, "{name}");
    }
}

#[test]
fn disguised_letters_are_repaired_and_their_place_is_known() {
    for (name, (document, _, article)) in seeds() {
        if !name.starts_with("004") {
            continue;
        }
        let raw = std::str::from_utf8(&document.bytes).unwrap();
        let disguised = raw.matches('\u{435}').count();
        assert_eq!(disguised, 277);
        assert!(
            !article
                .text
                .chars()
                .any(|letter| ('\u{400}'..='\u{4ff}').contains(&letter))
        );
        let repaired: usize = article
            .edits
            .iter()
            .map(|edit| edit.before.matches('\u{435}').count())
            .sum();
        assert_eq!(repaired, disguised);
        let mut seen = 0;
        for mention in &article.mentions {
            let words = mention.span.of(&article.text);
            let original = &raw[article.source_of(mention.span).range()];
            assert_eq!(original.replace('\u{435}', "e"), words);
            seen += usize::from(original.contains('\u{435}'));
        }
        assert!(seen >= 25, "only {seen} mentions point at Cyrillic letters");
    }
}

/// The floor of `cargo xtask eval mentions`, which prints the figures.
#[test]
fn mentions_reach_their_floor() {
    let seeds = seeds();
    let Some(gold) = common::shared("gold/mentions.jsonl") else {
        return;
    };
    let mut gold_mentions: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for mention in lines(&gold) {
        gold_mentions
            .entry(mention["file"].as_str().unwrap().to_owned())
            .or_default()
            .push(mention);
    }
    let flag = |mention: &Value, name: &str| mention[name] == Value::Bool(true);
    let (mut right, mut found, mut wanted) = (0, 0, 0);
    for (name, gold) in &gold_mentions {
        let (_, points, article) = &seeds[name];
        let labels = [
            "PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "DATE", "TITLE",
        ];
        let places: Vec<_> = article
            .mentions
            .iter()
            .filter(|mention| labels.contains(&mention.label.as_str()))
            .map(|mention| {
                let source = article.source_of(mention.span);
                (
                    points.to_point(source.start),
                    points.to_point(source.end),
                    mention.label.as_str(),
                )
            })
            .collect();
        let place = |mention: &Value| (number(mention, "start"), number(mention, "end"));
        let ignored: Vec<_> = gold
            .iter()
            .filter(|mention| {
                flag(mention, "optional")
                    || flag(mention, "nominal")
                    || flag(mention, "boilerplate")
            })
            .map(place)
            .collect();
        let counted: Vec<_> = gold
            .iter()
            .filter(|mention| !ignored.contains(&place(mention)))
            .map(|mention| {
                (
                    number(mention, "start"),
                    number(mention, "end"),
                    mention["type"].as_str().unwrap(),
                )
            })
            .collect();
        let of_file = (
            places
                .iter()
                .filter(|place| counted.contains(place))
                .count(),
            places
                .iter()
                .filter(|place| !ignored.contains(&(place.0, place.1)))
                .count(),
            counted.len(),
        );
        let f1 = 2.0 * of_file.0 as f64 / (of_file.1 + of_file.2) as f64;
        assert!(f1 >= 0.80, "{name}: F1 {f1:.3}");
        right += of_file.0;
        found += of_file.1;
        wanted += of_file.2;
    }
    let f1 = 2.0 * f64::from(right as u32) / f64::from((found + wanted) as u32);
    assert!(f1 >= 0.85, "together: F1 {f1:.3}");
}
