use std::fmt::Write as _;

use copydesk_core::{Span, Token, TokenClass, record::Place};
use proptest::prelude::*;

use super::{
    super::{all, amounts, dates, numbers, ordinals, patterns, relative_ordinals},
    tokenize,
};

/// Runs everything over a text and checks that spans are in order, apart and on boundaries.
fn check(text: &str, tokens: &[Token], reference: Option<&str>) {
    let ordered = |places: Vec<&Place>| {
        let mut end = 0;
        for place in places {
            let span = place.span().expect("a place in the text");
            assert!(
                span.start >= end && !span.is_empty(),
                "{span:?} in {text:?}"
            );
            assert!(span.get(text).is_some(), "{span:?} cuts {text:?}");
            end = span.end;
        }
    };
    ordered(
        dates(text, tokens, reference)
            .iter()
            .map(|found| &found.place)
            .collect(),
    );
    ordered(
        amounts(text, tokens)
            .iter()
            .map(|found| &found.place)
            .collect(),
    );
    ordered(patterns(text).iter().map(|found| &found.place).collect());
    for found in [numbers(text, tokens), ordinals(text, tokens)] {
        ordered(found.iter().map(|found| &found.place).collect());
        assert!(
            found.iter().all(|found| found.value.is_finite()),
            "{text:?}"
        );
    }
    let relative = relative_ordinals(text, tokens);
    assert!(relative.iter().all(|(span, _)| span.get(text).is_some()));
    let together = all(text, tokens, reference);
    assert_eq!(together.amounts, amounts(text, tokens));
    assert!(together.amounts.iter().all(|found| found.value.is_finite()));
}

const PIECES: &[&str] = &[
    "September",
    "May",
    "12",
    "2023",
    ",",
    ".",
    "-",
    "\u{2013}",
    "the",
    "last",
    "week",
    "of",
    "in",
    "Friday",
    "10",
    ":",
    "30",
    "p.m.",
    "two",
    "hundred",
    "million",
    "and",
    "a",
    "half",
    "years",
    "ago",
    "later",
    "early",
    "mid",
    "1990",
    "s",
    "$",
    "%",
    "first",
    "quarter",
    "every",
    "\u{20AC}",
    "km",
    "old",
    "year",
    "99999999999",
    "#",
    "@",
    "+",
    "(",
    ")",
    "www",
    "http",
    "://",
    "[.]",
    "com",
    "/",
    "0",
    "9999",
    "BC",
    "\n\n",
    "'",
    "\u{2019}",
    "over",
    "up",
    "to",
    "next",
    "billion",
    "decades",
    "UTC",
    "January",
    "31",
    "Q",
    "Easter",
    "between",
    "from",
    "more",
    "than",
    "weekend",
    "that",
    "same",
    "time",
    "fiscal",
    "on",
    "th",
    "long",
    "night",
    "Day",
    "Labor",
    "GMT",
    "o",
    "clock",
    "before",
    "end",
    "for",
    "thirds",
    "quarter",
    "point",
    "minus",
    "k",
    "e",
    "^",
    "x10",
    "C",
    "degrees",
    "ft",
    "in",
    "dollars",
    "cents",
    "MEUR",
    "ISBN",
    "978",
    "a1b2c3d4",
    "GB82",
    "NASDAQ:",
    "\u{B0}",
    "\u{BD}",
    "40.7128",
    "phone",
    "ext.",
    "{",
    "}",
];

proptest! {
    #[test]
    fn any_text(text in "\\PC{0,80}", reference in "[0-9]{4}-[0-9]{2}-[0-9]{2}") {
        check(&text, &tokenize(&text), Some(&reference));
    }

    #[test]
    fn any_mixture(pieces in prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..24)) {
        let mut text = String::new();
        for (piece, gap) in pieces {
            write!(text, "{piece}{}", if gap { " " } else { "" }).expect("a string");
        }
        check(&text, &tokenize(&text), Some("9999-12-31"));
        check(&text, &tokenize(&text), Some("0001-01-01"));
        check(&text, &tokenize(&text), None);
    }

    #[test]
    fn tokens_that_do_not_fit(text in "\\PC{0,40}", spans in prop::collection::vec((0_u32..60, 0_u32..20), 0..12)) {
        let tokens: Vec<Token> = spans
            .iter()
            .map(|&(start, len)| Token { span: Span::new(start, start + len), class: TokenClass::Word })
            .collect();
        check(&text, &tokens, Some("2023-10-19"));
    }
}

/// A quarter of a megabyte of what might cost more than linear time: with the square of it this would not end.
/// `cargo xtask limits` counts the steps.
#[test]
fn floods_end() {
    for unit in [
        "1",
        "1 ",
        "12-",
        "1.",
        "1,",
        "a.",
        "http://",
        "www.1.",
        "@a",
        "#",
        "(",
        "two ",
        "hundred ",
        "a@",
        ":",
        "1:",
        "September ",
        "the ",
        "0 11 ",
        "$1 to ",
        ")",
        "twenty-",
        "last ",
        "May 3-",
        "1915-17-",
        "the same ",
        "soon ",
        "1/2/2020 ",
        "year's ",
        "a1",
        "2 1/2 ",
        "48.8584, ",
        "1\u{B0}",
        "GB82 ",
        "ISBN 0-",
        "phone 020 ",
        "+44 20 7946 0018 ",
        "NYSE:",
        "5 ft ",
        "12 degrees ",
        "minus one and a ",
    ] {
        let text = unit.repeat(250_000 / unit.len());
        check(&text, &tokenize(&text), Some("2023-10-19"));
    }
}
