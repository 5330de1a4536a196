//! Measures sentences and tokens on the shared evaluation sets and holds the level reached.
//!
//! The sets are read from `COPYDESK_SHARED`, by default the folder `shared` beside the project;
//! where it is absent the test says so and passes. With `COPYDESK_SHOW` set to `sentences`,
//! `rules` or `tokens`, the differences are printed as well.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use copydesk_core::SegmentOptions;
use copydesk_segment::{sentences, tokens};

/// A paragraph of a treebank: its text, sentence ends, and token spans.
#[derive(Default)]
struct Paragraph {
    text: String,
    ends: Vec<usize>,
    tokens: Vec<(usize, usize)>,
}

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

fn show(what: &str) -> bool {
    std::env::var("COPYDESK_SHOW").is_ok_and(|value| value == what)
}

/// Paragraphs of a CoNLL-U file: sentences between `newpar` or `newdoc`, joined by a space
/// unless the last token says `SpaceAfter=No`.
fn paragraphs(conllu: &str) -> Vec<Paragraph> {
    let mut all = vec![Paragraph::default()];
    let mut glue = true;
    for block in conllu.split("\n\n") {
        if block
            .lines()
            .any(|line| line.starts_with("# newpar") || line.starts_with("# newdoc"))
        {
            all.push(Paragraph::default());
            glue = true;
        }
        let Some(text) = block
            .lines()
            .find_map(|line| line.strip_prefix("# text = "))
        else {
            continue;
        };
        let Some(paragraph) = all.last_mut() else {
            continue;
        };
        if !glue {
            paragraph.text.push(' ');
        }
        let base = paragraph.text.len();
        paragraph.text.push_str(text);
        paragraph.ends.push(base + text.trim_end().len());
        let mut at = 0;
        // End and text of a multiword token whose words are being read.
        let mut multi: Option<(usize, usize, usize, Vec<String>)> = None;
        for line in block.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [id, form, ..] = fields[..] else { continue };
            if id.contains('.') {
                continue;
            }
            glue = fields
                .get(9)
                .is_some_and(|misc| misc.split('|').any(|item| item == "SpaceAfter=No"));
            if let Some((_, last)) = id.split_once('-') {
                let start = at
                    + text[at..]
                        .find(form)
                        .expect("a token stands in its sentence");
                at = start + form.len();
                multi = Some((last.parse().expect("a number"), start, at, Vec::new()));
                continue;
            }
            if let Some((last, start, end, mut words)) = multi.take() {
                words.push(form.to_owned());
                if id.parse::<usize>().expect("a number") < last {
                    multi = Some((last, start, end, words));
                } else if words.concat().len() == end - start {
                    let mut from = start;
                    for word in words {
                        paragraph
                            .tokens
                            .push((base + from, base + from + word.len()));
                        from += word.len();
                    }
                } else {
                    paragraph.tokens.push((base + start, base + end));
                }
                continue;
            }
            let start = at
                + text[at..]
                    .find(form)
                    .expect("a token stands in its sentence");
            at = start + form.len();
            paragraph.tokens.push((base + start, base + at));
        }
    }
    all.retain(|paragraph| !paragraph.text.is_empty());
    all
}

/// Hits, answers and gold, as F1 in per cent.
#[derive(Default)]
struct Score {
    hits: usize,
    answers: usize,
    gold: usize,
}

impl Score {
    fn f1(&self) -> f64 {
        200.0 * self.hits as f64 / (self.answers + self.gold) as f64
    }

    fn add<T: Eq + std::hash::Hash>(&mut self, answers: &HashSet<T>, gold: &HashSet<T>) {
        self.hits += answers.intersection(gold).count();
        self.answers += answers.len();
        self.gold += gold.len();
    }
}

fn treebank(file: &str, least_sentences: f64, least_tokens: f64) {
    let Some(conllu) = shared(file) else { return };
    let (mut by_sentence, mut by_token) = (Score::default(), Score::default());
    for paragraph in paragraphs(&conllu) {
        let text = &paragraph.text;
        let last = text.trim_end().len();
        let gold: HashSet<usize> = paragraph
            .ends
            .iter()
            .copied()
            .filter(|end| *end < last)
            .collect();
        let found: HashSet<usize> = sentences(text, &SegmentOptions::default())
            .iter()
            .map(|span| span.end as usize)
            .filter(|end| *end < last)
            .collect();
        if show("sentences") {
            print_differences(text, &found, &gold);
        }
        by_sentence.add(&found, &gold);
        let gold: HashSet<(usize, usize)> = paragraph.tokens.iter().copied().collect();
        let found: HashSet<(usize, usize)> = tokens(text)
            .iter()
            .map(|token| (token.span.start as usize, token.span.end as usize))
            .collect();
        if show("tokens") {
            print_tokens(text, &found, &gold);
        }
        by_token.add(&found, &gold);
    }
    println!(
        "{file}: sentences F1 {:.2} ({} hits of {} answers, {} gold), tokens F1 {:.2}",
        by_sentence.f1(),
        by_sentence.hits,
        by_sentence.answers,
        by_sentence.gold,
        by_token.f1(),
    );
    assert!(
        by_sentence.f1() >= least_sentences,
        "sentences fell to {:.2}",
        by_sentence.f1()
    );
    assert!(
        by_token.f1() >= least_tokens,
        "tokens fell to {:.2}",
        by_token.f1()
    );
}

fn print_differences(text: &str, found: &HashSet<usize>, gold: &HashSet<usize>) {
    let mut all: Vec<(usize, &str)> = found.difference(gold).map(|end| (*end, "EXTRA")).collect();
    all.extend(gold.difference(found).map(|end| (*end, "MISSED")));
    all.sort_unstable();
    for (end, what) in all {
        let before: String = text[..end]
            .chars()
            .rev()
            .take(60)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        let after: String = text[end..].chars().take(40).collect();
        println!("{what} {before}⏹{after}");
    }
}

fn print_tokens(text: &str, found: &HashSet<(usize, usize)>, gold: &HashSet<(usize, usize)>) {
    let mut extra: Vec<_> = found.difference(gold).collect();
    extra.sort_unstable();
    let mut missed: Vec<_> = gold.difference(found).collect();
    missed.sort_unstable();
    if !(extra.is_empty() && missed.is_empty()) {
        let cut = |spans: Vec<&(usize, usize)>| {
            spans
                .iter()
                .map(|(a, b)| text[*a..*b].to_owned())
                .collect::<Vec<_>>()
                .join(" ¦ ")
        };
        println!("FOUND {}\n GOLD {}", cut(extra), cut(missed));
    }
}

fn exact(file: &str, least: usize) {
    let Some(lines) = shared(file) else { return };
    let (mut right, mut all) = (0, 0);
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let case: serde_json::Value =
            serde_json::from_str(line).expect("a JSON object on every line");
        let text = case["text"].as_str().expect("a text");
        let gold: Vec<&str> = case["sentences"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|s| s.as_str().map(str::trim))
            .collect();
        let found: Vec<&str> = sentences(text, &SegmentOptions::default())
            .iter()
            .map(|span| span.of(text))
            .collect();
        all += 1;
        if found == gold {
            right += 1;
        } else if show("rules") {
            println!("TEXT  {text:?}\n GOLD {gold:?}\n FOUND {found:?}");
        }
    }
    println!("{file}: {right} of {all} exact");
    assert!(right >= least, "only {right} of {all}");
}

#[test]
fn english_web_treebank() {
    treebank("en_ewt-ud-dev.conllu", 88.0, 99.2);
}

#[test]
fn gum() {
    treebank("en_gum-ud-dev.conllu", 97.3, 99.7);
}

#[test]
fn golden_rules() {
    exact("golden-rules.jsonl", 46);
}

#[test]
fn sentencex() {
    exact("sentencex-en.jsonl", 218);
}
