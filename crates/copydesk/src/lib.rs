//! Noisy scraped news in; clean, structured, entity-linked records out, every value pointing
//! at the exact place in the raw source that it came from.
//!
//! ```
//! use copydesk::{Desk, Options, RawDocument};
//!
//! let page = "<html><head><title>Port of Tema reopens</title></head><body>\
//!     <nav><a href=/>Home</a></nav><article><h1>Port of Tema reopens</h1>\
//!     <p>Ghana&rsquo;s Transport Minister Kofi Mensah said the port of Tema had reopened \
//!     on Friday after a strike of nine days.</p></article></body></html>";
//! let desk = Desk::new(Options::default())?;
//! let article = desk.read(&RawDocument::from_bytes(page));
//!
//! assert_eq!(article.title.as_deref(), Some("Port of Tema reopens"));
//! let ghana = article.mentions.iter().find(|m| m.span.of(&article.text) == "Ghana").unwrap();
//! assert_eq!(&page[article.source_of(ghana.span).range()], "Ghana");
//! # Ok::<(), copydesk::Error>(())
//! ```
//!
//! # Themes
//! - [`Desk`]: the whole pipeline, for one document ([`Desk::read`]) or for many on all cores
//!   ([`Desk::stream`]);
//! - [`UserGazetteer`]: names of your own, with their types and ids;
//! - [`stage`]: one stage at a time, over text;
//! - [`corpus`]: many articles together: the same entities, offices and their holders, a timeline;
//! - [`duplicates`]: copies of documents, whole or in part;
//! - [`stories`]: which articles tell of one story, one by one as they come or all together;
//! - [`record`]: what comes out; [`schema`]: its JSON Schema.
//!
//! # When not to use it
//! It does not fetch pages, does not run scripts, and its lists and rules for entities are
//! made for English news; text of other languages is cleaned, split and searched for dates
//! and patterns all the same.
//!
//! # Features
//! - `parallel` (default): documents are worked on by all cores. Without it nothing here
//!   starts a thread, and [`Desk::stream`] works in the caller's.
//!
//! # Limits
//! A document may have up to 4 GiB, and [`RunOptions`] bounds what is worked on. Memory of a stream
//! is that of the documents in flight; a [`corpus`] keeps its articles. Seven megabytes of a program are
//! lists and weights; nothing is loaded when it runs.

pub mod corpus;
mod desk;
pub mod duplicates;
pub mod explain;
mod limits;
mod options;
mod pipeline;
mod schema;
pub mod stage;
pub mod stories;

pub use copydesk_core::{
    Brat, CodePoints, Diagnostic, EntityOptions, Error, ErrorKind, Format, GazetteerEntry,
    GazetteerOptions, HtmlOptions, MAX_DOCUMENT_BYTES, MarkdownOptions, NormalizeOptions,
    OffsetMap, ParseOptions, Preset, RawDocument, RoleEntry, RunOptions, Segment, SegmentKind,
    SegmentOptions, Severity, SourceSpan, Span, Token, TokenClass, TokenMode, Unit, Unreadable,
    conllu,
    parallel::{Cancel, Progress},
    record, timex3,
};
pub use copydesk_entities::UserGazetteer;
pub use copydesk_normalize::{NormalizedText, why};
pub use copydesk_segment::LanguageGuess;
pub use desk::{Desk, Stream};
pub use options::{Options, Stage};
pub use record::Article;
pub use schema::schema;

/// The Rust code of the README, tested with the documentation.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

/// The Rust code of the documentation, likewise.
#[cfg(doctest)]
#[doc = include_str!("../../../python/docs/index.md")]
#[doc = include_str!("../../../python/docs/rust.md")]
struct Documentation;
