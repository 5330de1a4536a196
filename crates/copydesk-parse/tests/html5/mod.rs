//! What html5ever reads, as text: the oracle for the scanner.

pub(crate) mod fragment;
pub(crate) mod page;
pub(crate) mod text;

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
