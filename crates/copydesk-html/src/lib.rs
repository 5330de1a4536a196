//! What people see of copydesk's records: articles and corpora as HTML.
//!
//! Each function returns one piece of HTML that stands alone: its style is in it, it loads
//! nothing, and it can be read without scripts. Every word of a page goes through [`escape`], so
//! nothing that a page says becomes markup. Lists and texts are cut at fixed lengths, and what
//! was left out is said. No element has an id, so pieces can stand beside each other. Text has the
//! colour of the notebook around it, on grounds mixed into what shines through, so that a piece
//! reads well in light and dark whether or not the theme can be told.
//!
//! *When not to use it*: to write an article as a page of your own; that is
//! [`Article::to_html`](copydesk::Article::to_html), without colours and notes.
//!
//! *Features*: none.
//!
//! ```
//! use copydesk::{CodePoints, Desk, Options, RawDocument};
//!
//! let page = "<h1>Talks in Oslo</h1><p>Norway&rsquo;s minister met <b>union</b> leaders in Oslo.";
//! let article = Desk::new(Options::default())?.read(&RawDocument::from_bytes(page));
//! let html = copydesk_html::article(&article, &CodePoints::new(&article.text));
//! assert!(html.contains("<mark"));
//! # Ok::<(), copydesk::Error>(())
//! ```

mod article;
mod blocks;
mod card;
mod corpus;
mod escape;
mod lists;
mod marks;
mod report;
mod said;
mod statements;
mod table;
mod text;
mod tip;

pub use article::article;
pub use card::{
    EntityRole, ToldEvent, claim, corpus_entity, corpus_event, entity, event, mention, quote,
};
pub use corpus::{CopyOf, corpus, duplicates, stories, story, timeline};
pub use escape::escape;
pub use report::{Report, ReportOptions, SourceText, report};

/// Code points of text, and of dropped blocks together, that are shown.
const LONGEST_TEXT: u32 = 20_000;
/// Rows of a list that are shown.
const LONGEST_LIST: usize = 200;

const STYLE: &str = include_str!("article.css");

/// The longest start of `text` that has at most `bytes` bytes.
fn start(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The same, with a mark where something was left out.
fn clip(text: &str, bytes: usize) -> String {
    let short = start(text, bytes);
    if short.len() < text.len() {
        return short.to_owned() + "\u{2026}";
    }
    short.to_owned()
}

/// `1 article`, `2,000 articles`.
fn counted(count: usize, one: &str, many: &str) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{} {noun}", grouped(count))
}

/// A number with its thousands apart.
fn grouped(number: usize) -> String {
    thousands(&number.to_string())
}

/// Digits with the thousands apart.
fn thousands(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Opens a piece that stands alone.
fn opened(capacity: usize) -> String {
    let mut out = String::with_capacity(capacity + STYLE.len() + 64);
    out.push_str("<div class=\"copydesk-article\"><style>");
    out.push_str(STYLE);
    out.push_str("</style>");
    out
}

#[cfg(test)]
mod tests {
    use super::{clip, counted, grouped};

    #[test]
    fn numbers_have_their_thousands_apart() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(12_345_678), "12,345,678");
        assert_eq!(counted(1, "copy", "copies"), "1 copy");
    }

    #[test]
    fn a_cut_falls_between_letters_and_is_marked() {
        assert_eq!(clip("n\u{e9}e", 2), "n\u{2026}");
        assert_eq!(clip("n\u{e9}e", 4), "n\u{e9}e");
    }
}
