//! Sentences and tokens against treebanks and lists of cases.
//!
//! A treebank gives three columns: F1 of the sentence boundaries inside its paragraphs (one call
//! each), the same with each document as one line without paragraph breaks, and F1 of the token
//! spans. A list of cases gives those whose sentences are exactly right, in per cent.

use std::{
    collections::HashSet,
    fs::{self, File},
    io::Write,
    path::Path,
};

use anyhow::{Context, Result, ensure};
use copydesk::{CodePoints, stage};
use serde_json::json;

use super::peers;
use gold::{Case, Counts, Gold};

#[path = "../../../copydesk-segment/tests/gold/mod.rs"]
mod gold;

/// A file of the folder, read.
struct Set {
    name: String,
    /// Paragraphs of a treebank.
    paragraphs: Vec<Gold>,
    /// Its documents without breaks.
    flat: Vec<Gold>,
    cases: Vec<Case>,
}

/// What a tool says of one text, in bytes.
#[derive(Default)]
struct Answer {
    ends: Vec<usize>,
    tokens: Vec<(usize, usize)>,
}

/// Evaluates copydesk, and other tools beside it, on the sets in a folder.
pub(crate) fn folder(folder: &Path, errors: bool, with_peers: bool) -> Result<()> {
    let sets = sets(folder)?;
    header(&sets);
    let ours = |_: &str, text: &str| Answer {
        ends: stage::sentences(text)
            .iter()
            .map(|span| span.end as usize)
            .collect(),
        tokens: stage::tokens(text)
            .iter()
            .map(|token| (token.span.start as usize, token.span.end as usize))
            .collect(),
    };
    row("copydesk", &sets, &ours);
    if with_peers {
        for peer in peers::segment(texts(&sets)?) {
            row(&peer.name, &sets, &|id, text| {
                let Some(answer) = peer.answers.get(id) else {
                    return Answer::default();
                };
                let points = CodePoints::new(text);
                let byte = |point: u32| points.to_byte(point) as usize;
                Answer {
                    ends: answer.sentences.iter().map(|end| byte(*end)).collect(),
                    tokens: answer
                        .tokens
                        .iter()
                        .map(|(start, end)| (byte(*start), byte(*end)))
                        .collect(),
                }
            });
        }
    }
    if errors {
        for set in &sets {
            show_errors(set, &ours);
        }
    }
    Ok(())
}

fn sets(folder: &Path) -> Result<Vec<Set>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    let mut sets = Vec::new();
    for path in paths {
        let kind = path.extension().and_then(|end| end.to_str());
        if !matches!(kind, Some("conllu" | "jsonl")) {
            continue;
        }
        let text =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let mut set = Set {
            name: stem.trim_start_matches("en_").replace("-ud-", " "),
            paragraphs: Vec::new(),
            flat: Vec::new(),
            cases: Vec::new(),
        };
        if kind == Some("conllu") {
            set.paragraphs = gold::paragraphs(&text);
            set.flat = gold::flat(&set.paragraphs);
        } else {
            set.cases = gold::cases(&text);
        }
        sets.push(set);
    }
    ensure!(
        !sets.is_empty(),
        "no *.conllu and no *.jsonl in {}",
        folder.display()
    );
    Ok(sets)
}

fn header(sets: &[Set]) {
    print!("{:<26}", "");
    for set in sets {
        if set.cases.is_empty() {
            print!(" {:>9} {:>6} {:>6}", set.name, "flat", "tokens");
        } else {
            print!(" {:>13} /{}", set.name, set.cases.len());
        }
    }
    println!();
}

/// The scores of one tool; `answer` is asked with the name of a text and the text.
fn row(name: &str, sets: &[Set], answer: &dyn Fn(&str, &str) -> Answer) {
    print!("{name:<26}");
    for set in sets {
        if set.cases.is_empty() {
            let (mut inner, mut flat, mut tokens) =
                (Counts::default(), Counts::default(), Counts::default());
            for (at, gold) in set.paragraphs.iter().enumerate() {
                let answer = answer(&set.id("paragraph", at), &gold.text);
                inner.add(
                    &gold.inner(answer.ends),
                    &gold.inner(gold.ends.iter().copied()),
                );
                tokens.add(
                    &answer.tokens.into_iter().collect(),
                    &gold.tokens.iter().copied().collect(),
                );
            }
            for (at, gold) in set.flat.iter().enumerate() {
                let answer = answer(&set.id("document", at), &gold.text);
                flat.add(
                    &gold.inner(answer.ends),
                    &gold.inner(gold.ends.iter().copied()),
                );
            }
            print!(" {:>9.2} {:>6.2}", inner.f1(), flat.f1());
            if tokens.answers == 0 {
                print!(" {:>6}", "–");
            } else {
                print!(" {:>6.2}", tokens.f1());
            }
        } else {
            let right = set
                .cases
                .iter()
                .enumerate()
                .filter(|(at, case)| right(case, &answer(&set.id("case", *at), &case.text)));
            let right = right.count();
            print!(
                " {right:>7} {:>6.1} %",
                100.0 * right as f64 / set.cases.len() as f64
            );
        }
    }
    println!();
}

impl Set {
    fn id(&self, what: &str, at: usize) -> String {
        format!("{} {what} {at}", self.name)
    }

    /// Every text that a tool is asked about.
    fn texts(&self) -> impl Iterator<Item = (String, &str)> {
        let paragraphs = self.paragraphs.iter().enumerate();
        let documents = self.flat.iter().enumerate();
        let cases = self.cases.iter().enumerate();
        paragraphs
            .map(|(at, gold)| (self.id("paragraph", at), gold.text.as_str()))
            .chain(documents.map(|(at, gold)| (self.id("document", at), gold.text.as_str())))
            .chain(cases.map(|(at, case)| (self.id("case", at), case.text.as_str())))
    }
}

/// Whether the sentences of a case are exactly the wanted ones.
fn right(case: &Case, answer: &Answer) -> bool {
    cut(&case.text, &answer.ends)
        .iter()
        .eq(case.sentences.iter())
}

/// The sentences that end at these bytes.
fn cut<'t>(text: &'t str, ends: &[usize]) -> Vec<&'t str> {
    let mut start = 0;
    ends.iter()
        .map(|end| {
            let sentence = text[start.min(*end)..*end].trim();
            start = *end;
            sentence
        })
        .collect()
}

/// The texts as a file that other tools read.
fn texts(sets: &[Set]) -> Result<File> {
    let path = crate::run::root().join("target/segment-texts.jsonl");
    let mut file = File::create(&path)
        .with_context(|| format!("cannot write {}", path.display()))
        .map(std::io::BufWriter::new)?;
    for (id, text) in sets.iter().flat_map(Set::texts) {
        writeln!(file, "{}", json!({"id": id, "text": text}))?;
    }
    file.flush()?;
    Ok(File::open(&path)?)
}

fn show_errors(set: &Set, answer: &dyn Fn(&str, &str) -> Answer) {
    for (what, texts) in [("paragraph", &set.paragraphs), ("flat", &set.flat)] {
        println!("\n{} {what}", set.name);
        for gold in texts {
            let found = gold.inner(answer("", &gold.text).ends);
            show_boundaries(&gold.text, &found, &gold.inner(gold.ends.iter().copied()));
        }
    }
    println!("\n{} tokens", set.name);
    for gold in &set.paragraphs {
        let found = answer("", &gold.text).tokens.into_iter().collect();
        show_tokens(&gold.text, &found, &gold.tokens.iter().copied().collect());
    }
    for case in &set.cases {
        let answer = answer("", &case.text);
        if !right(case, &answer) {
            let found = cut(&case.text, &answer.ends);
            println!("gold  {:?}\nfound {found:?}", case.sentences);
        }
    }
}

fn show_boundaries(text: &str, found: &HashSet<usize>, gold: &HashSet<usize>) {
    let mut wrong: Vec<_> = found.symmetric_difference(gold).collect();
    wrong.sort_unstable();
    for &end in wrong {
        let what = if gold.contains(&end) {
            "missed  "
        } else {
            "too much"
        };
        let skip = text[..end].chars().count().saturating_sub(60);
        let before: String = text[..end].chars().skip(skip).collect();
        let after: String = text[end..].chars().take(40).collect();
        println!("{what} {before}⏹{after}");
    }
}

fn show_tokens(text: &str, found: &HashSet<(usize, usize)>, gold: &HashSet<(usize, usize)>) {
    let words = |one: &HashSet<(usize, usize)>, other: &HashSet<(usize, usize)>| {
        let mut only: Vec<_> = one.difference(other).collect();
        only.sort_unstable();
        let only: Vec<_> = only
            .iter()
            .map(|(start, end)| &text[*start..*end])
            .collect();
        only.join(" ¦ ")
    };
    if found != gold {
        println!("gold {}\n     {}", words(gold, found), words(found, gold));
    }
}
