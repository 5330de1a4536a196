//! Texts of one thing over and over: work that grows with the square of the length would take
//! minutes here, so that it shows without a clock.

use copydesk_core::{EntityOptions, Span};
use copydesk_entities::{Context, annotate};

#[path = "support/tokenizer.rs"]
mod tokenizer;

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
        let tokens = tokenizer::tokenize(&text);
        let sentences = [Span::at(0, text.len())];
        let found = annotate(
            &text,
            &sentences,
            &tokens,
            &Context::default(),
            &EntityOptions::default(),
        );
        assert!(found.mentions.len() <= tokens.len(), "{unit:?}");
    }
}
