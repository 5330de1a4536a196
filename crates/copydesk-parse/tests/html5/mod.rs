//! What html5ever reads, as text: the oracle for the scanner.

#![allow(dead_code, reason = "each test file uses a part of this")]

mod fragment;
mod page;

pub(crate) use fragment::{rcdata_text, text};
pub(crate) use page::page_text;

/// Elements whose content is no text of the page.
fn is_skipped(name: &str) -> bool {
    matches!(name, "script" | "style" | "iframe" | "noframes" | "noembed")
}

/// The characters that show something: white space and what is invisible left out.
pub(crate) fn letters(text: &str) -> String {
    text.chars()
        .filter(|letter| {
            !letter.is_whitespace()
                && !matches!(
                    letter,
                    '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\0'
                )
        })
        .collect()
}

/// The words that show something, as they are parted by white space.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split_whitespace()
        .map(letters)
        .filter(|word| !word.is_empty())
        .collect()
}
