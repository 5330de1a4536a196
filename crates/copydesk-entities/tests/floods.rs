//! Texts of one thing over and over: work that grows with the square of the length would take
//! minutes here, so that it shows without a clock.

use copydesk_core::{EntityOptions, Span};
use copydesk_entities::{Context, annotate};

use crate::support::tokenizer::tokenize;

const BYTES: usize = 400_000;

#[test]
fn floods_end() {
    let units = [
        "&",
        "(",
        ".",
        "-",
        "@",
        "7",
        "7 ",
        "12-",
        "99999999999 ",
        "the year 99999999999 ",
        "1/2 ",
        "$1 to ",
        "two hundred and ",
        "phone 020 ",
        "a1b2",
        "a ",
        "A ",
        "Aa ",
        "Aa-",
        "\"",
        "\u{201C}",
        "A & ",
        "Reading, ",
        "Aspen, ",
        "Ministry of ",
        "in Dunay and ",
        "i dunay ",
        "Reading-based ",
        "European Union’s ",
        "said ",
        "he said that ",
        "the ",
        "my ",
        "of ",
        "of Paris ",
        "to go ",
        "who ",
        "and ",
        "Anna and ",
        "Anna, ",
        "Anna’s ",
        "weapons provided ",
        "shipping ",
        "denied accusing ",
        "“He said” ",
        "“He said\n\n",
        "“",
        "‘so ‘",
        "may possibly ",
        "alleged ",
        "Kim Smith met Kim Jones and ",
        "the president of the president of ",
        "Moscow and ",
        "Jane Doe, ",
        "President Jane Doe and ",
        "Norway and Ghana’s foreign ministers and ",
        "Oslo and ",
        "the company ",
        "he ",
        "Acme Corp. (AC) ",
    ];
    for unit in units {
        let text = unit.repeat(BYTES / unit.len());
        let tokens = tokenize(&text);
        let sentences = [Span::at(0, text.len())];
        let found = annotate(
            &text,
            &sentences,
            &tokens,
            &Context::default(),
            &EntityOptions::default(),
        );
        assert!(found.mentions.len() <= tokens.len(), "{unit:?}");
        // What is told of a text is in proportion to it: `he said that` eight deep, no deeper.
        let told: usize = (found.quotes.iter())
            .map(|quote| quote.content.of(&text).len())
            .sum();
        assert!(told <= 8 * text.len(), "{unit:?}: {told} bytes in quotes");
    }
}

/// Ordinary sentences with quotes, claims and events.
const ORDINARY: &str = "Ghana’s foreign minister said that the talks in Oslo would resume on \
    Monday. Officials in Norway denied the accusation that troops had shelled the town, “which is \
    false,” a spokeswoman for Acme Corp. said. The president visited Kenya last week and met \
    Jane Doe, who may sign the deal. ";

/// Bytes of a text beyond any article.
const LONG: usize = 4_000_000;

fn finds_events(text: &str, sentences: &[Span]) {
    let tokens = tokenize(text);
    let (context, options) = (Context::default(), EntityOptions::default());
    let found = annotate(text, sentences, &tokens, &context, &options);
    assert!(!found.quotes.is_empty() && !found.claims.is_empty() && !found.events.is_empty());
}

#[test]
fn ordinary_text_of_four_megabytes_ends() {
    let text = ORDINARY.repeat(LONG / ORDINARY.len());
    let mut start = 0;
    let sentences: Vec<Span> = (text.split_inclusive(". "))
        .map(|sentence| {
            let span = Span::at(start, start + sentence.trim_end().len());
            start += sentence.len();
            span
        })
        .collect();
    finds_events(&text, &sentences);
}

#[test]
fn a_sentence_of_four_megabytes_ends() {
    let sentence = ORDINARY.replace(". ", ", and ");
    let text = sentence.repeat(LONG / sentence.len());
    finds_events(&text, &[Span::at(0, text.len())]);
}
