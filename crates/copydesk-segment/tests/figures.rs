//! Measures sentences and tokens on the shared evaluation sets and holds the level reached.
//!
//! The sets are read from `COPYDESK_SHARED`, by default the folder `shared` beside the project;
//! where it is absent the test says so and passes. `cargo xtask eval segment` prints the same
//! figures beside those of other tools, and what is wrong.

use std::fs;
use std::path::PathBuf;

use crate::gold::{self, Counts, Gold};
use copydesk_core::SegmentOptions;
use copydesk_segment::{sentences, tokens};

fn shared(file: &str) -> Option<String> {
    let root = std::env::var_os("COPYDESK_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        PathBuf::from,
    );
    let text = fs::read_to_string(root.join("data/segment").join(file)).ok();
    if text.is_none() {
        println!("skipped: {file} is not in the shared folder");
    }
    text
}

fn by_sentence(texts: &[Gold]) -> Counts {
    let mut counts = Counts::default();
    for gold in texts {
        let found = sentences(&gold.text, &SegmentOptions::default());
        let ends = found.iter().map(|span| span.end as usize);
        counts.add(&gold.inner(ends), &gold.inner(gold.ends.iter().copied()));
    }
    counts
}

fn by_token(texts: &[Gold]) -> Counts {
    let mut counts = Counts::default();
    for gold in texts {
        let found = tokens(&gold.text);
        let spans = found
            .iter()
            .map(|token| (token.span.start as usize, token.span.end as usize));
        counts.add(&spans.collect(), &gold.tokens.iter().copied().collect());
    }
    counts
}

/// Least F1 of sentences in paragraphs, sentences in documents without breaks, and tokens.
fn treebank(file: &str, paragraphs: f64, flat: f64, tokens: f64) {
    let Some(conllu) = shared(file) else { return };
    let texts = gold::paragraphs(&conllu);
    for (what, counts, least) in [
        ("sentences", by_sentence(&texts), paragraphs),
        ("flat", by_sentence(&gold::flat(&texts)), flat),
        ("tokens", by_token(&texts), tokens),
    ] {
        println!("{file}: {what} F1 {:.2}, {counts:?}", counts.f1());
        assert!(
            counts.f1() >= least,
            "{file}: {what} fell to {:.2}",
            counts.f1()
        );
    }
}

fn exact(file: &str, least: usize) {
    let Some(lines) = shared(file) else { return };
    let cases = gold::cases(&lines);
    let right = cases
        .iter()
        .filter(|case| {
            let found = sentences(&case.text, &SegmentOptions::default());
            found
                .iter()
                .map(|span| span.of(&case.text))
                .eq(case.sentences.iter().map(String::as_str))
        })
        .count();
    println!("{file}: {right} of {} exact", cases.len());
    assert!(right >= least, "{file}: only {right} of {}", cases.len());
}

#[test]
fn english_web_treebank() {
    treebank("en_ewt-ud-dev.conllu", 91.5, 87.0, 99.2);
}

#[test]
fn gum() {
    treebank("en_gum-ud-dev.conllu", 97.6, 95.2, 99.7);
}

#[test]
fn golden_rules() {
    exact("golden-rules.jsonl", 47);
}

#[test]
fn sentencex() {
    exact("sentencex-en.jsonl", 226);
}
