//! Sentences with their places, the tokens of the first one, and the language of a text.
//!
//! Run it with `cargo run -p copydesk-segment --example sentences`, with a text of your own as
//! arguments or without any.
//!
//! ```text
//! 0..57 ACCRA (Newswire) - Gen. Ama Osei didn't resign on Jan. 5.
//! 58..112 “Why should I?” she asked the U.S. envoy at 3 p.m.
//! 113..129 Nobody answered.
//! ACCRA|(|Newswire|)|-|Gen.|Ama|Osei|did|n't|resign|on|Jan.|5|.
//! en with 1.00
//! ```

use std::env;

use copydesk_core::SegmentOptions;
use copydesk_segment::{language, sentences, tokens};

const TEXT: &str = "ACCRA (Newswire) - Gen. Ama Osei didn't resign on Jan. 5. “Why should I?” she \
    asked the U.S. envoy at 3 p.m. Nobody answered.";

fn main() {
    let given: Vec<String> = env::args().skip(1).collect();
    let given = given.join(" ");
    let text = if given.is_empty() { TEXT } else { &given };

    let found = sentences(text, &SegmentOptions::default());
    for sentence in &found {
        println!("{sentence:?} {}", sentence.of(text));
    }
    if let Some(first) = found.first() {
        let first = first.of(text);
        let words: Vec<&str> = tokens(first)
            .iter()
            .map(|token| token.span.of(first))
            .collect();
        println!("{}", words.join("|"));
    }
    match language(text) {
        Some(guess) => println!("{} with {:.2}", guess.code, guess.confidence),
        None => println!("no language that can be told"),
    }
}
