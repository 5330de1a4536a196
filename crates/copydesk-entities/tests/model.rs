//! Names that need the model, lists and rules together.

use copydesk_core::{EntityOptions, Span};
use copydesk_entities::{Context, annotate};

use crate::support::tokenizer::tokenize;

fn check(text: &str, expected: &[(&str, &str)]) {
    let tokens = tokenize(text);
    let found = annotate(
        text,
        &[Span::at(0, text.len())],
        &tokens,
        &Context::default(),
        &EntityOptions::default(),
    );
    let names: Vec<_> = found
        .mentions
        .iter()
        .map(|mention| (mention.span.of(text), mention.label.as_str()))
        .collect();
    assert_eq!(names, expected);
    for mention in &found.mentions {
        assert!((0.0..=1.0).contains(&mention.confidence), "{mention:?}");
    }
}

#[test]
fn a_possessive_ends_what_the_lists_know() {
    check(
        "the European Union’s Trade Commissioner spoke in Brussels",
        &[
            ("European Union", "ORG"),
            ("Trade Commissioner", "TITLE"),
            ("Brussels", "GPE"),
        ],
    );
}

#[test]
fn an_article_belongs_to_the_name_that_the_lists_have_with_it() {
    check(
        "the judges met in The Hague and left for Oslo",
        &[("The Hague", "GPE"), ("Oslo", "GPE")],
    );
}

#[test]
fn names_that_no_list_has() {
    check(
        "the striker joined Krombach United from Velmora FC in July",
        &[
            ("Krombach United", "ORG"),
            ("Velmora FC", "ORG"),
            ("July", "DATE"),
        ],
    );
}

#[test]
fn texts_without_capitals() {
    check(
        "she flew from berlin to new york with angela merkel",
        &[
            ("berlin", "GPE"),
            ("new york", "GPE"),
            ("angela merkel", "PERSON"),
        ],
    );
}
