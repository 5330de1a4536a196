//! Texts through each of the stages behind the parser, as text that was scraped goes.

use copydesk::{Article, HtmlOptions, MarkdownOptions, RawDocument, duplicates::Duplicates, stage};
use copydesk_benches::{Input, text::hostile};
use copydesk_core::{CodePoints, NormalizeOptions, ParseOptions};

use super::{Case, Stages};

/// What relative dates count from.
const DAY: &str = "2024-10-16";

/// Texts for the entities stage, which costs more than all others: one a mechanism.
const DENSE: [&str; 24] = [
    "reports",
    "one-sentence",
    "names",
    "capitals",
    "places",
    "initials",
    "quotes",
    "number-words",
    "letters",
    "capital-letters",
    "hyphens",
    "ampersands",
    "said",
    "denials",
    "hedges",
    "ministry-of",
    "offices",
    "namesakes",
    "lists-of-names",
    "acronyms",
    "pronouns",
    "quotations",
    "quotations-unclosed",
    "line-brackets",
];

pub(super) fn all() -> Vec<Case> {
    let case = |make: Box<dyn Fn(usize) -> Input>| {
        Case::new(make(0).name, move |bytes, stages| {
            text(&make(bytes), stages);
        })
    };
    let made = (hostile::ALL.into_iter())
        .chain([hostile::reports, hostile::one_sentence])
        .map(|make| case(Box::new(make)));
    let floods = (hostile::FLOODS.into_iter())
        .chain(hostile::LINES)
        .map(|unit| case(Box::new(move |bytes| hostile::flood(unit, bytes))));
    made.chain(floods).collect()
}

fn text(input: &Input, stages: &mut Stages) {
    let bytes = input.text.len();
    let raw = RawDocument::from_text(input.text.as_str());
    stages.run("plain text", bytes, || {
        copydesk_parse::parse(&raw, &ParseOptions::default())
    });
    let text = stages
        .run("normalize", bytes, || {
            stage::normalize(&input.text, &NormalizeOptions::default())
        })
        .text;
    stages.run("language", bytes, || stage::language(&text));
    stages.run("sentences", bytes, || stage::sentences(&text));
    let tokens = stages.run("tokens", bytes, || stage::tokens(&text));
    stages.run("values", bytes, || {
        copydesk_entities::values::all(&text, &tokens, Some(DAY))
    });
    drop(tokens);
    stages.run("duplicates", bytes, || {
        Duplicates::default().add_text("a", Some(DAY), "Port reopens", &text)
    });
    if DENSE.contains(&input.name) {
        let article = stages.run("entities", bytes, || stage::annotate(&text, Some(DAY)));
        exports(&article, bytes, stages);
    }
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
