//! Laws that hold for any text, and texts made to be slow.

use crate::covers::covers;
use copydesk_core::{SegmentOptions, TokenMode};
use copydesk_segment::{SentenceIter, TokenIter, sentences, tokens};
use proptest::prelude::*;

fn both(text: &str) {
    let mut lines = SegmentOptions::default();
    covers(text, SentenceIter::new(text, &lines));
    lines.line_breaks_end_sentences = true;
    covers(text, SentenceIter::new(text, &lines));
    for mode in TokenMode::ALL {
        covers(
            text,
            TokenIter::with_mode(text, mode).map(|token| token.span),
        );
    }
}

/// Pieces of which difficult text is made.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "I",
        "No",
        "Mr",
        "U.S",
        "p.m",
        "the",
        "The",
        "said",
        "1",
        "12",
        "3.5",
        "-",
        "--",
        ".",
        "..",
        "...",
        "!",
        "?",
        ",",
        ":",
        ";",
        "'",
        "''",
        "\"",
        "\u{201C}",
        "\u{201D}",
        "\u{2019}",
        "(",
        ")",
        "[",
        "]",
        "[1]",
        "[...]",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "\u{2028}",
        "\u{A0}",
        "\u{200B}",
        "\u{200D}",
        "\u{FE0F}",
        "\u{301}",
        "\u{1F600}",
        "\u{1F1EC}",
        "。",
        "！",
        "字",
        "か",
        "한",
        "é",
        "ß",
        "\u{2022}",
        "•",
        "a)",
        "1)",
        "1.)",
        "@",
        "#",
        "$",
        "€",
        "%",
        "&",
        "/",
        "://",
        "http://",
        "www.",
        ".com",
        "n't",
        "'s",
        "_",
        "\u{2026}",
        "\u{61F}",
        "\u{964}",
        "\u{B0}",
        "\u{2014}",
        "\u{2011}",
        "\0",
        "<3",
        ":)",
        "+",
        "=",
        "=====",
        "-----",
        "*****",
        "01/02/2003 04:05 PM",
        "04:05",
        "Dear Ama,",
        "Thanks,",
        "Floods They came",
        ":-)",
        "https://a.b/c",
        "\u{1F63B}",
        "\u{E19}\u{E49}\u{E33}",
        "\u{1798}",
        "\u{104B}",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_is_covered(text in "\\PC{0,80}") {
        both(&text);
    }

    #[test]
    fn difficult_text_is_covered(text in pieces()) {
        both(&text);
    }

    #[test]
    fn a_blank_line_parts_whatever_stands_before_it(text in pieces()) {
        let options = SegmentOptions::default();
        let joined = format!("{text}\n\nThe end.");
        let found = sentences(&joined, &options);
        let last = found.last().expect("a sentence").of(&joined);
        prop_assert_eq!(last, "The end.");
    }
}

/// Megabytes without a space, a line break, or an end: each would take hours if anything here
/// looked further than a bounded distance, or at the same bytes again and again.
#[test]
fn hostile_text_takes_linear_time() {
    let units = [
        "1",
        "\"",
        ".",
        "(",
        "a",
        "a.",
        "A.",
        "a-",
        "e-",
        "a'",
        "1.",
        "1,",
        "1-",
        "1/",
        ". ",
        "' ",
        "'' ",
        "\" ",
        "1. ",
        "a. ",
        "• ",
        "•",
        ". . ",
        "? ! ",
        "a@",
        "@a",
        "http://",
        "www.",
        ":",
        ") ",
        ".\" ",
        "[1] ",
        "[",
        "。",
        "字",
        "\u{1F1EC}",
        "\u{200D}",
        "\u{2019}",
        "\u{201D}",
        "\n",
        "a\n",
        "A\n",
        "A. B. ",
        "Mr. ",
        "Mr.\n",
        "said.The ",
        "p.m. X ",
        "_",
        "#",
        "$",
        "<",
        ":-",
        "\u{2026}",
        "... a",
        "x! y",
        "(a. B ",
        "\u{301}",
        "- ",
        "é.",
        "Ph.D. ",
        " ",
    ];
    for unit in units {
        let text = unit.repeat(2_000_000 / unit.len());
        let options = SegmentOptions::default();
        covers(&text, SentenceIter::new(&text, &options));
        for mode in TokenMode::ALL {
            covers(
                &text,
                TokenIter::with_mode(&text, mode).map(|token| token.span),
            );
        }
    }
}

#[test]
fn public_types_are_shareable() {
    fn shareable<T: Send + Sync + Clone + core::fmt::Debug>() {}
    shareable::<SentenceIter<'static>>();
    shareable::<TokenIter<'static>>();
    assert_eq!(
        tokens("").len() + sentences("", &SegmentOptions::default()).len(),
        0
    );
}
