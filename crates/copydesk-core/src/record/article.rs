//! The article: what is left of a page, and where each part of it came from.

use std::borrow::Cow;

use super::{
    Amount, Block, Claim, Entity, Event, Mention, Pattern, Place, Quote, Reference, Temporal,
};
use crate::{CodePoints, Diagnostic, OffsetMap, SourceSpan, Span, Token, Unit};

/// Where a document came from and how its bytes were read.
///
/// ```
/// use copydesk_core::record::Source;
/// let source = Source {
///     uri: Some("https://a.example/1".to_owned()),
///     media_type: "text/html".to_owned(),
///     charset: "windows-1252".to_owned(),
///     charset_evidence: "meta".to_owned(),
///     ..Source::default()
/// };
/// assert_eq!(source.unit.as_str(), "byte");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Source {
    /// Path or URL.
    pub uri: Option<String>,
    /// Media type: `text/html` or `text/plain`.
    pub media_type: String,
    /// The charset that the bytes were decoded with, by its WHATWG name in lower case.
    pub charset: String,
    /// How the charset was decided: `bom`, `caller`, `meta`, `valid-utf-8`, `detected`.
    pub charset_evidence: String,
    /// Length of the source in bytes.
    pub bytes: u64,
    /// When an archive says the page was fetched.
    pub fetched: Option<String>,
    /// The unit of source offsets outside Rust.
    pub unit: Unit,
}

/// What a value of the metadata was read from.
///
/// ```
/// use copydesk_core::{SourceSpan, record::Evidence};
/// let page = "<h1>Rain in Lyon</h1>";
/// let evidence = Evidence {
///     field: "title".into(),
///     from: "h1".into(),
///     source: Some(SourceSpan::new(4, 16)),
/// };
/// assert_eq!(evidence.source.map(|span| &page[span.range()]), Some("Rain in Lyon"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The field of the article: `title`, `byline`, `published`, …
    pub field: Cow<'static, str>,
    /// Where it was found, such as `h1`, `meta[og:title]`, `json-ld:datePublished`, `line 6`, `url`.
    pub from: Cow<'static, str>,
    /// Bytes of the source, where the value stands in it.
    pub source: Option<SourceSpan>,
}

/// One repair of the text.
///
/// ```
/// use copydesk_core::{SourceSpan, Span, record::Edit};
/// let (source, text) = ("Tom &amp; Ann", "Tom & Ann");
/// let edit = Edit {
///     rule: "entities".into(),
///     span: Span::new(4, 5),
///     before: "&amp;".to_owned(),
///     source: SourceSpan::new(4, 9),
/// };
/// assert_eq!(edit.span.of(text), "&");
/// assert_eq!(&source[edit.source.range()], edit.before);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The rule that made it, such as `homoglyphs`.
    pub rule: Cow<'static, str>,
    /// The repaired bytes of the text; empty where something was removed.
    pub span: Span,
    /// What stood there before.
    pub before: String,
    /// Where in the source it stood; never empty, while `span` is empty where it was removed.
    pub source: SourceSpan,
}

/// The record of one document.
///
/// Plain data: a stage fills its part, nothing is computed on access. The default value is the
/// record of an empty document.
///
/// ```
/// use copydesk_core::{OffsetMap, SourceSpan, Span, record::Article};
/// let mut article = Article {
///     title: Some("Rain".to_owned()),
///     text: "It rained.".to_owned(),
///     offsets: OffsetMap::identity(10),
///     ..Article::default()
/// };
/// article.set_id();
/// assert_eq!(article.id.len(), 32);
/// assert_eq!(article.source_of(Span::new(3, 9)), SourceSpan::new(3, 9));
/// assert!(!article.failed());
/// ```
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Article {
    /// Hash of the clean text, 32 hexadecimal digits (XXH3-128): equal texts have equal ids.
    pub id: String,
    /// Where the document came from.
    pub source: Source,
    /// Headline, without the name of the site.
    pub title: Option<String>,
    /// Authors, one each.
    pub byline: Vec<String>,
    /// Name of the site.
    pub site: Option<String>,
    /// Publication date: ISO 8601, `YYYY-MM-DD` or with time and zone where the page gives them.
    pub published: Option<String>,
    /// Modification date, likewise.
    pub modified: Option<String>,
    /// Language, ISO 639-1.
    pub language: Option<String>,
    /// Section of the site.
    pub section: Option<String>,
    /// Address of the lead image.
    pub image: Option<String>,
    /// The address that the page names as its own.
    pub canonical_url: Option<String>,
    /// What the page tells machines about the article in a sentence or two; not its standfirst.
    pub description: Option<String>,
    /// Keywords that the page gives the article, each once whatever its case.
    pub tags: Vec<String>,
    /// What each value above was read from.
    pub evidence: Vec<Evidence>,
    /// How sure it is that the page is an article and not a front page or listing, 0 to 1.
    pub article_score: f32,
    /// Every block of the page in document order, kept or dropped.
    pub blocks: Vec<Block>,
    /// The clean body: paragraphs separated by a blank line. Its first paragraph is the title
    /// where a block of kind `title` has a span.
    pub text: String,
    /// Text to source.
    pub offsets: OffsetMap,
    /// Repairs, in the order of the text.
    pub edits: Vec<Edit>,
    /// Sentences, in order.
    pub sentences: Vec<Span>,
    /// Tokens, in order; empty unless asked for.
    pub tokens: Vec<Token>,
    /// Names of things, in order, without overlap.
    pub mentions: Vec<Mention>,
    /// What the mentions stand for.
    pub entities: Vec<Entity>,
    /// Pronouns and descriptions that stand for an entity, in order.
    pub references: Vec<Reference>,
    /// Temporal expressions.
    pub dates: Vec<Temporal>,
    /// Money, percentages, quantities and other numbers.
    pub amounts: Vec<Amount>,
    /// E-mail addresses, URLs, phone numbers, handles, hashtags and the like.
    pub patterns: Vec<Pattern>,
    /// Who said what.
    pub quotes: Vec<Quote>,
    /// What is confirmed, alleged, denied or expected, and by whom.
    pub claims: Vec<Claim>,
    /// Who did what to whom, in order of their triggers.
    pub events: Vec<Event>,
    /// What was noisy and what was done about it.
    pub diagnostics: Vec<Diagnostic>,
    /// Index of the source in code points, where `source.unit` is [`Unit::Char`].
    pub source_points: Option<CodePoints>,
}

impl Article {
    /// Where the bytes of `span` of the text came from.
    ///
    /// ```
    /// use copydesk_core::{OffsetMap, SourceSpan, Span, record::Article};
    /// let mut offsets = OffsetMap::builder();
    /// offsets.delete(3); // <p>
    /// offsets.copy(4);
    /// let article = Article {
    ///     text: "Rain".to_owned(),
    ///     offsets: offsets.finish(),
    ///     ..Article::default()
    /// };
    /// assert_eq!(article.source_of(Span::new(0, 4)), SourceSpan::new(3, 7));
    /// ```
    pub fn source_of(&self, span: Span) -> SourceSpan {
        self.offsets.to_source(span)
    }

    /// The place of a value in the source.
    ///
    /// ```
    /// use copydesk_core::{OffsetMap, SourceSpan, Span, record::{Article, Place}};
    /// let article = Article { offsets: OffsetMap::identity(30), ..Article::default() };
    /// let kept = Place::Text(Span::new(8, 14));
    /// let dropped = Place::Dropped { source: SourceSpan::new(20, 26), surface: "Monday".to_owned() };
    /// assert_eq!(article.source_of_place(&kept), SourceSpan::new(8, 14));
    /// assert_eq!(article.source_of_place(&dropped), SourceSpan::new(20, 26));
    /// ```
    pub fn source_of_place(&self, place: &Place) -> SourceSpan {
        match place {
            Place::Text(span) => self.source_of(*span),
            Place::Dropped { source, .. } => *source,
        }
    }

    /// What stands at a place.
    ///
    /// ```
    /// use copydesk_core::{SourceSpan, Span, record::{Article, Place}};
    /// let article = Article { text: "Rain on Monday".to_owned(), ..Article::default() };
    /// let kept = Place::Text(Span::new(8, 14));
    /// let dropped = Place::Dropped { source: SourceSpan::new(90, 97), surface: "Tuesday".to_owned() };
    /// assert_eq!(article.surface(&kept), "Monday");
    /// assert_eq!(article.surface(&dropped), "Tuesday");
    /// ```
    pub fn surface<'a>(&'a self, place: &'a Place) -> &'a str {
        match place {
            Place::Text(span) => span.of(&self.text),
            Place::Dropped { surface, .. } => surface,
        }
    }

    /// A source span in the unit that `source.unit` names: how it is shown outside Rust.
    ///
    /// ```
    /// use copydesk_core::{CodePoints, SourceSpan, record::Article};
    /// let article = Article {
    ///     source_points: Some(CodePoints::new("Köln: rain")), // the input was a string
    ///     ..Article::default()
    /// };
    /// assert_eq!(article.source_in_unit(SourceSpan::new(7, 11)), SourceSpan::new(6, 10));
    /// ```
    pub fn source_in_unit(&self, span: SourceSpan) -> SourceSpan {
        match &self.source_points {
            None => span,
            Some(points) => SourceSpan::new(points.to_point(span.start), points.to_point(span.end)),
        }
    }

    /// The text without the title: what follows the blocks of kind `title`.
    ///
    /// ```
    /// use copydesk_core::{SourceSpan, Span, record::{Article, Block, BlockKind}};
    /// let title = Block {
    ///     kind: BlockKind::Title,
    ///     level: None,
    ///     within: Vec::new(),
    ///     cells: Vec::new(),
    ///     span: Some(Span::new(0, 4)),
    ///     source: SourceSpan::new(4, 8),
    ///     dropped: None,
    ///     content: String::new(),
    /// };
    /// let article = Article {
    ///     text: "Rain\n\nIt rained.".to_owned(),
    ///     blocks: vec![title],
    ///     ..Article::default()
    /// };
    /// assert_eq!(article.body(), "It rained.");
    /// ```
    pub fn body(&self) -> &str {
        let start = self
            .blocks
            .iter()
            .filter(|block| block.kind == super::BlockKind::Title)
            .filter_map(|block| block.span)
            .map(|span| span.end as usize)
            .next_back()
            .unwrap_or(0);
        self.text[start..].trim_start_matches('\n')
    }

    /// Names the article by its text: sets [`Article::id`].
    ///
    /// ```
    /// use copydesk_core::record::Article;
    /// let mut one = Article { text: "It rained.".to_owned(), ..Article::default() };
    /// let mut other = Article { title: Some("Rain".to_owned()), ..one.clone() };
    /// one.set_id();
    /// other.set_id();
    /// assert_eq!(one.id, other.id); // the text alone decides
    /// ```
    pub fn set_id(&mut self) {
        self.id = format!("{:032x}", xxhash_rust::xxh3::xxh3_128(self.text.as_bytes()));
    }

    /// Whether a diagnostic says that the document could not be read.
    ///
    /// ```
    /// use copydesk_core::{Diagnostic, Severity, record::Article};
    /// let mut article = Article::default();
    /// assert!(!article.failed());
    /// article.diagnostics.push(Diagnostic::new(Severity::Error, "parse/not-text", "the document is a PDF"));
    /// assert!(article.failed());
    /// ```
    pub fn failed(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.severity == crate::Severity::Error)
    }
}
