//! What people see of copydesk's records: articles and corpora as HTML.
//!
//! Each function returns one piece of HTML that stands alone: its style is in it, it loads
//! nothing, and it can be read without scripts. Every word of a page goes through [`escape`], so
//! nothing that a page says becomes markup. Lists and texts are cut at fixed lengths, and what
//! was left out is said.
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
mod corpus;
mod escape;
mod report;
mod said;
mod statements;
mod text;

pub use article::article;
pub use corpus::{corpus, stories, timeline};
pub use escape::escape;
pub use report::{Report, ReportOptions, SourceText, report};

/// Code points of text, and of dropped blocks together, that are shown.
const LONGEST_TEXT: u32 = 20_000;
/// Claims, events, dropped blocks and diagnostics that are shown.
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
