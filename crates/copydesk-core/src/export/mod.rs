//! The article in other formats: Markdown and HTML, made from the kept blocks of its record; its
//! temporal expressions as TIMEX3; what was found in it as W3C Web Annotations, in the manner of
//! CoNLL-U and for brat; the whole as a Dolma document and as a schema.org `NewsArticle`.
//!
//! Markdown and HTML write what the record says and nothing else: headings with their levels, paragraphs with
//! their line breaks, lists as they are nested and numbered, quotations, tables and code. Links,
//! images and emphasis are not in the record. Whatever the words are, they come out as words:
//! nothing in them is read as markup.

mod blocks;
mod brat;
mod conllu;
mod dolma;
mod html;
mod iri;
mod json;
mod markdown;
mod markdown_table;
mod markdown_text;
mod news_article;
mod timex3;
mod web_annotation;

pub use brat::Brat;
pub use conllu::conllu;
pub use timex3::timex3;

use crate::record::Article;

/// Options of [`Article::to_markdown`].
///
/// ```
/// let mut options = copydesk_core::MarkdownOptions::default();
/// options.title = false;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MarkdownOptions {
    /// Whether the title stands above the text as heading of level 1. Default `true`.
    pub title: bool,
}

impl Default for MarkdownOptions {
    fn default() -> Self {
        Self { title: true }
    }
}

/// Options of [`Article::to_html`].
///
/// ```
/// let mut options = copydesk_core::HtmlOptions::default();
/// options.source = true;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HtmlOptions {
    /// Whether the title stands above the text as `<h1>`. Default `true`.
    pub title: bool,
    /// Whether the elements with text say in `data-source="start-end"` where in the source it
    /// stands, in the unit that `source.unit` names. Default `false`.
    pub source: bool,
}

impl Default for HtmlOptions {
    fn default() -> Self {
        Self {
            title: true,
            source: false,
        }
    }
}

impl Article {
    /// The article as Markdown: `CommonMark` with the tables of GitHub Flavored Markdown.
    ///
    /// A table without a header row gets an empty one, which Markdown demands. A cell that is
    /// wider or higher than one is followed by empty ones. The terms of a description list are
    /// paragraphs in bold type, its descriptions items of a list.
    ///
    /// ```
    /// use copydesk_core::{MarkdownOptions, record::Article};
    /// let article = Article { title: Some("5 * 5".to_owned()), ..Article::default() };
    /// assert_eq!(article.to_markdown(&MarkdownOptions::default()), "# 5 \\* 5\n");
    /// ```
    pub fn to_markdown(&self, options: &MarkdownOptions) -> String {
        markdown::write(self, options)
    }

    /// The article as HTML: one `<article>` with headings, paragraphs, lists, quotations, tables
    /// and code, without classes, styles and links. It is well-formed XML, too.
    ///
    /// ```
    /// use copydesk_core::{HtmlOptions, record::Article};
    /// let article = Article { title: Some("5 < 6".to_owned()), ..Article::default() };
    /// let html = article.to_html(&HtmlOptions::default());
    /// assert_eq!(html, "<article>\n<h1>5 &lt; 6</h1>\n</article>\n");
    /// ```
    pub fn to_html(&self, options: &HtmlOptions) -> String {
        html::write(self, options)
    }
}
