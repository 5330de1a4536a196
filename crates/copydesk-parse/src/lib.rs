//! HTML pages and scraped plain text to blocks with exact source positions: the article, boilerplate
//! with the reason why it was dropped, metadata with its evidence.
//!
//! ```
//! use copydesk_core::{ParseOptions, RawDocument};
//!
//! let page = "<nav><a href=/>Home</a></nav><h1>Rain in Lyon</h1>\
//!     <p>The river rose by two metres on Monday night, and the quays were closed.</p>";
//! let parsed = copydesk_parse::parse(&RawDocument::from_bytes(page), &ParseOptions::default());
//! assert!(parsed.text.starts_with("The river rose"));
//! let block = parsed.blocks.iter().find(|block| block.kept()).expect("the paragraph");
//! assert_eq!(page[block.source.range()].get(..9), Some("The river"));
//! ```
//!
//! # When not to use it
//! - For the structure of a page as a browser has it, or to change one: this reader keeps what an
//!   article needs. Elements are found by an own scanner, which goes on where markup is broken.
//! - For pages that are made by scripts: none is run.
//! - For clean text: the `copydesk` crate also repairs what [`parse`] finds.
//!
//! # Themes
//! - [`parse`]: one document, HTML or text, told apart by what is known of it and by its first bytes;
//! - [`Parsed`]: text, blocks, and the map from the text to the bytes of the document;
//! - [`Metadata`]: title, authors, dates and more, each with what it was read from.
//!
//! # Features
//! None.
//!
//! # Limits
//! A document may have up to 4 GiB. Elements nested more deeply than
//! [`ParseOptions::max_depth`] are flattened. What is an article is learned from pages of news in
//! English and a few other languages; forums, shops and listings get a low `article_score`.

mod byline;
mod charset;
mod content;
mod counts;
mod dates;
mod decode;
mod draft;
mod format;
mod html;
mod letters;
mod lexicon;
mod metadata;
mod plain;
#[doc(hidden)]
pub mod training;
mod trees;

use copydesk_core::{
    CodePoints, Diagnostic, Format, MAX_DOCUMENT_BYTES, OffsetMap, ParseOptions, RawDocument,
    Severity, Unit,
    record::{Block, Evidence, Source},
};

/// What the page says about the article, each value with its evidence.
///
/// ```
/// use copydesk_core::{ParseOptions, RawDocument};
/// let page = "<title>Rain in Lyon</title><meta name=author content='Ama Osei'><h1>Rain in Lyon</h1>\
///     <p>The river rose by two metres on Monday night, and the quays were closed.";
/// let parsed = copydesk_parse::parse(&RawDocument::from_bytes(page), &ParseOptions::default());
/// assert_eq!(parsed.metadata.byline, ["Ama Osei"]);
/// let evidence = parsed.metadata.evidence.iter().find(|it| it.field == "byline").expect("it says why");
/// assert_eq!(evidence.from, "meta[author]");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Headline, without the name of the site.
    pub title: Option<String>,
    /// Authors, one each.
    pub byline: Vec<String>,
    /// Name of the site.
    pub site: Option<String>,
    /// Publication date, ISO 8601.
    pub published: Option<String>,
    /// Modification date, ISO 8601.
    pub modified: Option<String>,
    /// Language that the page declares, ISO 639-1.
    pub language: Option<String>,
    /// Section of the site.
    pub section: Option<String>,
    /// Address of the lead image.
    pub image: Option<String>,
    /// The address that the page names as its own.
    pub canonical_url: Option<String>,
    /// What the page says in one or two sentences about the article to machines.
    pub description: Option<String>,
    /// Keywords of the article, each once whatever its case.
    pub tags: Vec<String>,
    /// What each value was read from.
    pub evidence: Vec<Evidence>,
}

/// What the parser made of a document.
///
/// ```
/// use copydesk_core::{ParseOptions, RawDocument, record::DropReason};
/// let page = "<nav><a href=/>Home</a> <a href=/a>Sport</a></nav><h1>Rain in Lyon</h1>\
///     <p>The river rose by two metres on Monday night, and the quays were closed.";
/// let parsed = copydesk_parse::parse(&RawDocument::from_bytes(page), &ParseOptions::default());
/// let dropped: Vec<DropReason> = parsed.blocks.iter().filter_map(|block| block.dropped).collect();
/// assert_eq!(dropped, [DropReason::Navigation, DropReason::TitleApart]);
/// assert_eq!(parsed.source.media_type, "text/html");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// How the document was read.
    pub source: Source,
    /// What it says about itself.
    pub metadata: Metadata,
    /// The kept blocks, separated by a blank line.
    pub text: String,
    /// `text` to the bytes of the document.
    pub offsets: OffsetMap,
    /// Every block in document order, kept or dropped.
    pub blocks: Vec<Block>,
    /// How sure it is that the document is an article, 0 to 1.
    pub article_score: f32,
    /// What was noisy.
    pub diagnostics: Vec<Diagnostic>,
    /// Index of the source in code points, where its unit is `Unit::Char`.
    pub source_points: Option<CodePoints>,
}

/// Parses one document. Never fails: what cannot be read becomes a diagnostic.
///
/// ```
/// use copydesk_core::{ParseOptions, RawDocument};
/// let page = RawDocument::from_bytes(
///     "<title>Rain in Lyon</title><nav><a href=/>Home</a></nav><h1>Rain in Lyon</h1>\
///      <p>The Rh&ocirc;ne rose by two metres on Monday night, and the quays were closed.</p>",
/// );
/// let parsed = copydesk_parse::parse(&page, &ParseOptions::default());
/// assert_eq!(parsed.metadata.title.as_deref(), Some("Rain in Lyon"));
/// assert!(parsed.text.starts_with("The Rh\u{f4}ne rose"));
/// ```
pub fn parse(raw: &RawDocument, options: &ParseOptions) -> Parsed {
    let mut parsed = Parsed {
        source: Source {
            uri: raw.uri.clone(),
            bytes: raw.bytes.len() as u64,
            fetched: raw.fetched.clone(),
            unit: raw.unit,
            ..Source::default()
        },
        ..Parsed::default()
    };
    if raw.bytes.len() as u64 > MAX_DOCUMENT_BYTES {
        parsed.diagnostics.push(Diagnostic::new(
            Severity::Error,
            "parse/too-large",
            format!(
                "{} bytes are more than {MAX_DOCUMENT_BYTES}",
                raw.bytes.len()
            ),
        ));
        return parsed;
    }
    // What is refused below has places in the source, too.
    if raw.unit == Unit::Char
        && let Ok(source) = std::str::from_utf8(&raw.bytes)
    {
        parsed.source_points = Some(CodePoints::new(source));
    }
    if raw.bytes.iter().all(u8::is_ascii_whitespace) {
        parsed.diagnostics.push(Diagnostic::new(
            Severity::Warning,
            "parse/empty",
            "the document is empty",
        ));
    }
    if let Some(what) = format::not_text(&raw.bytes, raw.charset.as_deref()) {
        parsed.diagnostics.push(Diagnostic::new(
            Severity::Error,
            "parse/not-text",
            format!("the document is {what}; only HTML and plain text can be read"),
        ));
        parsed.offsets = left_out(raw.bytes.len());
        return parsed;
    }
    let is_html = format::decide(raw) == Format::Html;
    let media_type = if is_html { "text/html" } else { "text/plain" };
    media_type.clone_into(&mut parsed.source.media_type);
    read(raw, options, is_html, &mut parsed);
    parsed
}

/// The document as text, markup and all, and the map from it to the bytes: what [`parse`] reads.
/// Where `raw.charset` names the charset that a record was read with, it is that very text.
///
/// ```
/// use copydesk_core::{RawDocument, SourceSpan, Span};
/// let page = RawDocument { charset: Some("windows-1252".into()), ..RawDocument::from_bytes(b"caf\xe9 au lait") };
/// let (text, map) = copydesk_parse::decode(&page);
/// assert_eq!(text, "caf\u{e9} au lait");
/// assert_eq!(map.to_source(Span::new(3, 5)), SourceSpan::new(3, 4));
/// ```
pub fn decode(raw: &RawDocument) -> (String, OffsetMap) {
    let bytes = &raw.bytes;
    if bytes.len() as u64 > MAX_DOCUMENT_BYTES {
        return (String::new(), OffsetMap::default());
    }
    let is_html = format::decide(raw) == Format::Html;
    let charset = charset::decide(bytes, raw.charset.as_deref(), is_html);
    let decoded = decode::decode(bytes, &charset);
    (decoded.text.into_owned(), decoded.map)
}

/// Decodes and reads a document that is text.
fn read(raw: &RawDocument, options: &ParseOptions, is_html: bool, parsed: &mut Parsed) {
    let charset = charset::decide(&raw.bytes, raw.charset.as_deref(), is_html);
    parsed.source.charset = charset.encoding.name().to_ascii_lowercase();
    charset
        .evidence
        .clone_into(&mut parsed.source.charset_evidence);
    if let Some(overruled) = charset.overruled {
        parsed.diagnostics.push(Diagnostic::new(
            Severity::Info,
            "parse/charset-overruled",
            format!(
                "declared as {}, but read as {}",
                overruled.name().to_ascii_lowercase(),
                parsed.source.charset
            ),
        ));
    }
    let decoded = decode::decode(&raw.bytes, &charset);
    if let Some(first) = decoded.first_undecodable {
        parsed.diagnostics.push(
            Diagnostic::new(
                Severity::Warning,
                "parse/undecodable-bytes",
                format!(
                    "{} byte sequences are not {}",
                    decoded.undecodable, parsed.source.charset
                ),
            )
            .at_source(first),
        );
    }
    let text = &*decoded.text;
    // Decoding can make a document longer than a span can reach.
    if text.len() as u64 > MAX_DOCUMENT_BYTES {
        parsed.diagnostics.push(Diagnostic::new(
            Severity::Error,
            "parse/too-large",
            format!(
                "{} bytes of UTF-8 are more than {MAX_DOCUMENT_BYTES}",
                text.len()
            ),
        ));
        return;
    }
    let drafts = if is_html {
        let page = html::parse_html(text, raw.uri.as_deref(), &decoded.map, options);
        parsed.metadata = page.metadata;
        parsed.article_score = page.article_score;
        parsed.diagnostics.extend(page.diagnostics);
        page.blocks
    } else {
        let page = plain::parse_plain(text, raw.uri.as_deref(), options);
        parsed.metadata = page.metadata;
        for evidence in &mut parsed.metadata.evidence {
            evidence.source = evidence
                .source
                .map(|span| decoded.map.to_source(span.into()));
        }
        parsed.article_score = page.article_score;
        parsed
            .diagnostics
            .extend(page.diagnostics.into_iter().map(|mut note| {
                note.source = note.source.map(|span| decoded.map.to_source(span.into()));
                note
            }));
        page.blocks
    };
    parsed
        .metadata
        .leave_out_later_than(raw.fetched.as_deref(), &mut parsed.diagnostics);
    let assembled = draft::assemble(drafts, text, &decoded.map, options);
    parsed.text = assembled.text;
    parsed.offsets = assembled.offsets;
    parsed.blocks = assembled.blocks;
}

/// The map of a text that has nothing of its source.
fn left_out(bytes: usize) -> OffsetMap {
    let mut map = OffsetMap::builder();
    map.delete(bytes as u32);
    map.finish()
}
