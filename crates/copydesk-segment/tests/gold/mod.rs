//! Annotated sentences and tokens, and how answers are scored: shared by `figures.rs`, which holds
//! the level reached, and by `cargo xtask eval segment`, which prints it beside other tools.
//!
//! A boundary is the offset behind the last character of a sentence that is no white space; the
//! last one of a text does not count. A token is right when both its ends are.

use std::collections::HashSet;

/// A text with its gold: a paragraph of a treebank, or a whole document as one line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gold {
    pub(crate) text: String,
    /// Ends of the sentences.
    pub(crate) ends: Vec<usize>,
    pub(crate) tokens: Vec<(usize, usize)>,
    /// Whether a document starts here.
    starts_document: bool,
}

/// A text and the sentences that it should be cut into.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) text: String,
    pub(crate) sentences: Vec<String>,
}

/// Hits, answers and gold.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    pub(crate) hits: usize,
    pub(crate) answers: usize,
    pub(crate) gold: usize,
}

impl Counts {
    /// Counts the answers for one text.
    pub(crate) fn add<T: Eq + std::hash::Hash>(&mut self, answers: &HashSet<T>, gold: &HashSet<T>) {
        self.hits += answers.intersection(gold).count();
        self.answers += answers.len();
        self.gold += gold.len();
    }

    /// In per cent.
    pub(crate) fn f1(self) -> f64 {
        200.0 * self.hits as f64 / (self.answers + self.gold).max(1) as f64
    }
}

impl Gold {
    /// The boundaries inside the text, out of the ends of sentences.
    pub(crate) fn inner(&self, ends: impl IntoIterator<Item = usize>) -> HashSet<usize> {
        let last = self.text.trim_end().len();
        ends.into_iter().filter(|end| *end < last).collect()
    }

    /// Takes another text in, after a space.
    fn append(&mut self, other: &Self) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        let base = self.text.len();
        self.text.push_str(&other.text);
        self.ends.extend(other.ends.iter().map(|end| base + end));
        self.tokens
            .extend(other.tokens.iter().map(|(s, e)| (base + s, base + e)));
    }
}

/// Every document as one line, without its paragraph breaks.
pub(crate) fn flat(paragraphs: &[Gold]) -> Vec<Gold> {
    let mut documents: Vec<Gold> = Vec::new();
    for paragraph in paragraphs {
        match documents.last_mut() {
            Some(document) if !paragraph.starts_document => document.append(paragraph),
            _ => documents.push(paragraph.clone()),
        }
    }
    documents
}

/// The cases of a file of JSON lines.
pub(crate) fn cases(lines: &str) -> Vec<Case> {
    let lines = lines.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            let case: serde_json::Value =
                serde_json::from_str(line).expect("a JSON object on every line");
            let sentences = case["sentences"].as_array().expect("a list");
            Case {
                text: case["text"].as_str().expect("a text").to_owned(),
                sentences: sentences
                    .iter()
                    .filter_map(|sentence| sentence.as_str())
                    .map(|sentence| sentence.trim().to_owned())
                    .collect(),
            }
        })
        .collect()
}

/// Paragraphs of a CoNLL-U file: sentences between `newpar` or `newdoc`, joined by a space
/// unless the last token says `SpaceAfter=No`.
pub(crate) fn paragraphs(conllu: &str) -> Vec<Gold> {
    let mut all = vec![Gold::default()];
    let mut glue = true;
    for block in conllu.split("\n\n") {
        let says = |what: &str| block.lines().any(|line| line.starts_with(what));
        let document = says("# newdoc");
        if document || says("# newpar") {
            let starts_document = document
                || all
                    .pop_if(|last| last.text.is_empty())
                    .is_some_and(|last| last.starts_document);
            all.push(Gold {
                starts_document,
                ..Gold::default()
            });
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
        // The number of the last word of a multiword token, its ends, and its words so far.
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
