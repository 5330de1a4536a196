//! Texts through each of the stages behind the parser, as text that was scraped goes.

use std::borrow::Cow;

use copydesk::{Article, HtmlOptions, MarkdownOptions, RawDocument, duplicates::Duplicates, stage};
use copydesk_benches::{Input, text::hostile};
use copydesk_core::{CodePoints, NormalizeOptions, ParseOptions};

use super::{Case, Stages};

/// What relative dates count from.
const DAY: &str = "2024-10-16";

/// Texts that the stages before the entities take long for: smaller ones do.
const COSTLY: [&str; 8] = [
    "numbers",
    "fractions",
    "letters-and-digits",
    "short-lines",
    "lines-of-a-letter",
    "paragraphs-of-a-letter",
    "bullets",
    "cells",
];

/// Texts that the entities stage reads in full size, one a mechanism; it costs more than all
/// others, and smaller ones do for the rest.
const DENSE: [&str; 10] = [
    "reports",
    "one-sentence",
    "names",
    "capitals",
    "places",
    "initials",
    "quotes",
    "letters",
    "lists-of-names",
    "line-brackets",
];

/// Texts whose records are written, because of how much is found in them.
const WRITTEN: [&str; 5] = ["reports", "said", "acronyms", "offices", "namesakes"];

type Make = Box<dyn Fn(usize) -> Input>;

pub(super) fn all() -> Vec<Case> {
    let light = texts().map(|make| {
        let name = make(0).name;
        let case = Case::new(name, move |bytes, stages| light(&make(bytes), stages));
        fitted(case, !COSTLY.contains(&name))
    });
    let dense = texts().map(|make| {
        let name = make(0).name;
        let case = Case::new(name, move |bytes, stages| dense(&make(bytes), stages));
        fitted(case, DENSE.contains(&name))
    });
    light.chain(dense).collect()
}

fn texts() -> impl Iterator<Item = Make> {
    let made = (hostile::ALL.into_iter())
        .chain([hostile::reports, hostile::one_sentence])
        .map(|make| Box::new(make) as Make);
    let floods = (hostile::FLOODS.into_iter())
        .chain(hostile::LINES)
        .map(|unit| Box::new(move |bytes| hostile::flood(unit, bytes)) as Make);
    made.chain(floods)
}

fn fitted(case: Case, full: bool) -> Case {
    if full { case } else { case.on_a_sixteenth() }
}

fn light(input: &Input, stages: &mut Stages) {
    let bytes = input.text.len();
    let raw = RawDocument::from_text(input.text.as_str());
    stages.run("plain text", bytes, || {
        copydesk_parse::parse(&raw, &ParseOptions::default())
    });
    let text = stages.run("normalize", bytes, || normalized(&input.text));
    stages.run("language", bytes, || stage::language(&text));
    stages.run("sentences", bytes, || stage::sentences(&text));
    let tokens = stages.run("tokens", bytes, || stage::tokens(&text));
    stages.run("values", bytes, || {
        copydesk_entities::values::all(&text, &tokens, Some(DAY))
    });
    stages.run("duplicates", bytes, || {
        Duplicates::default().add_text("a", Some(DAY), "Port reopens", &text)
    });
}

fn dense(input: &Input, stages: &mut Stages) {
    let bytes = input.text.len();
    let text = normalized(&input.text);
    let article = stages.run("entities", bytes, || stage::annotate(&text, Some(DAY)));
    if WRITTEN.contains(&input.name) {
        exports(&article, bytes, stages);
    }
}

fn normalized(text: &str) -> Cow<'_, str> {
    stage::normalize(text, &NormalizeOptions::default()).text
}

/// An article in each form that it is written in or shown.
pub(super) fn exports(article: &Article, bytes: usize, stages: &mut Stages) {
    stages.run("to Markdown", bytes, || {
        article.to_markdown(&MarkdownOptions::default())
    });
    stages.run("to HTML", bytes, || {
        article.to_html(&HtmlOptions::default())
    });
    let json = stages.run("to JSON", bytes, || {
        serde_json::to_string(article).expect("an article is always JSON")
    });
    stages.run("from JSON", bytes, || {
        serde_json::from_str::<Article>(&json).expect("it was written by the line above")
    });
    stages.run("to CoNLL-U", bytes, || article.to_conllu());
    stages.run("to brat", bytes, || article.to_brat());
    stages.run("to TIMEX3", bytes, || article.to_timex3());
    stages.run("to web annotations", bytes, || article.to_web_annotation());
    let points = CodePoints::new(&article.text);
    stages.run("view", bytes, || copydesk_html::article(article, &points));
    stages.run("explain", bytes, || {
        copydesk::explain::repairs(article, None, &|_, text| text.to_owned())
    });
}
