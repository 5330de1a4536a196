//! Lines before and after their repair, and each repair with its place.
//!
//! Run it with `cargo run -p copydesk-normalize --example repair`, with a text of your own as arguments
//! or without any.
//!
//! ```text
//! - It<U+00E2><U+20AC><U+2122>s raining in Lom<U+00C3><U+00A9>
//! + It’s raining in Lomé
//!   bytes 2..10: <U+00E2><U+20AC><U+2122> -> ’ (mojibake: UTF-8 was read in a wrong charset)
//!   bytes 26..30: <U+00C3><U+00A9> -> é (mojibake: UTF-8 was read in a wrong charset)
//! - The Gh<U+0430>na vo<U+200B>te
//! + The Ghana vote
//!   bytes 4..10: Gh<U+0430>na -> Ghana (homoglyphs: letters of another script that look like the ones meant)
//!   bytes 13..16: <U+200B> ->  (invisible: characters that are not seen and carry nothing)
//! - Tom &amp;amp; Ann
//! + Tom & Ann
//!   bytes 4..13: &amp;amp; -> & (entities: an HTML character reference was left in the text)
//! ```

use std::{env, fmt::Write};

use copydesk_core::NormalizeOptions;
use copydesk_normalize::{normalize, why};

/// A wrong charset; a Cyrillic letter; a character that is not seen; a character reference.
const LINES: [&str; 3] = [
    "It\u{e2}\u{20ac}\u{2122}s raining in Lom\u{c3}\u{a9}",
    "The Gh\u{430}na vo\u{200b}te",
    "Tom &amp;amp; Ann",
];

fn main() {
    let given: Vec<String> = env::args().skip(1).collect();
    let given = (!given.is_empty()).then(|| given.join(" "));
    let lines = given.as_deref().map_or(LINES.to_vec(), |line| vec![line]);
    for line in lines {
        let repaired = normalize(line, &NormalizeOptions::default());
        println!("- {}\n+ {}", visible(line), repaired.text);
        for edit in &repaired.edits {
            println!(
                "  bytes {:?}: {} -> {} ({}: {})",
                edit.source,
                visible(&edit.before),
                edit.span.of(&repaired.text),
                edit.rule,
                why(&edit.rule).unwrap_or_default(),
            );
        }
    }
}

/// What cannot be seen or looks like something else, by its number.
fn visible(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if letter.is_ascii_graphic() || letter == ' ' {
            out.push(letter);
        } else {
            let _ = write!(out, "<U+{:04X}>", u32::from(letter));
        }
    }
    out
}
