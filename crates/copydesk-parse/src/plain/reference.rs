//! The reference documents of the shared folder, where it is there: every line that its gold
//! calls boilerplate is dropped, every other one is kept.

#![cfg(test)]

use std::{env, fs, path::PathBuf};

use copydesk_core::{
    ParseOptions,
    record::{BlockKind, DropReason},
};

use super::{PlainParsed, parse_plain};

/// One line of `lines.jsonl`.
#[derive(Debug)]
struct GoldLine {
    file: String,
    start: usize,
    end: usize,
    role: String,
    boilerplate: bool,
}

fn shared() -> PathBuf {
    env::var_os("COPYDESK_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        PathBuf::from,
    )
}

/// The value of a key in a flat JSON object without escapes, which these lines are.
fn field<'a>(line: &'a str, key: &str) -> &'a str {
    let at = line
        .find(&format!("\"{key}\":"))
        .expect("the gold has the key");
    let value = line[at + key.len() + 3..].trim_start();
    value
        .trim_start_matches('"')
        .split(['"', ',', '}'])
        .next()
        .unwrap_or_default()
}

fn gold() -> Option<Vec<GoldLine>> {
    let Ok(lines) = fs::read_to_string(shared().join("gold/lines.jsonl")) else {
        println!("skipped: the shared folder is not there");
        return None;
    };
    let number = |line: &str, key: &str| field(line, key).parse().expect("an offset is a number");
    let lines = lines.lines().map(|line| GoldLine {
        file: field(line, "file").to_owned(),
        start: number(line, "start"),
        end: number(line, "end"),
        role: field(line, "role").to_owned(),
        boilerplate: field(line, "boilerplate") == "true",
    });
    Some(lines.collect())
}

fn parse(file: &str) -> (String, PlainParsed) {
    let text = fs::read_to_string(shared().join("seeds").join(file)).expect("the seed is there");
    let parsed = parse_plain(&text, None, &ParseOptions::default());
    (text, parsed)
}

#[test]
fn every_line_has_its_role() {
    let Some(gold) = gold() else { return };
    let mut files: Vec<&str> = gold.iter().map(|line| line.file.as_str()).collect();
    files.dedup();
    let mut wrong = Vec::new();
    for file in files {
        let (text, parsed) = parse(file);
        let mut points: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        points.push(text.len());
        let lines = gold
            .iter()
            .filter(|line| line.file == file && line.role != "blank");
        for (index, line) in lines.enumerate() {
            let (start, end) = (points[line.start], points[line.end]);
            let block = parsed
                .blocks
                .iter()
                .find(|block| {
                    block.source.range().start <= start && end <= block.source.range().end
                })
                .expect("every line is in a block");
            let right = match line.role.as_str() {
                "title" => {
                    block.dropped == Some(DropReason::TitleApart) && block.kind == BlockKind::Title
                }
                "metadata" => block.dropped == Some(DropReason::Date),
                "subhead" => block.dropped.is_none() && block.kind == BlockKind::Heading,
                "content" => block.dropped.is_none() && block.kind == BlockKind::Paragraph,
                _ => line.boilerplate && block.dropped.is_some(),
            };
            if !right {
                wrong.push(format!(
                    "{file} line {index}: {:?} {:?}",
                    block.kind, block.dropped
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn titles_and_dates() {
    let Some(gold) = gold() else { return };
    for line in gold.iter().filter(|line| line.role == "title") {
        let (text, parsed) = parse(&line.file);
        let title: String = text
            .chars()
            .skip(line.start)
            .take(line.end - line.start)
            .collect();
        assert_eq!(parsed.metadata.title.as_deref(), Some(title.as_str()));
        let dated = gold
            .iter()
            .any(|other| other.file == line.file && other.role == "metadata");
        // The only day of publication in the five; the crawl date of that page is in 2024.
        let expected = dated.then_some("2023-09-12");
        assert_eq!(
            parsed.metadata.published.as_deref(),
            expected,
            "{}",
            line.file
        );
    }
}
