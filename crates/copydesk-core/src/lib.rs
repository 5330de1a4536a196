//! The vocabulary of copydesk: what all its stages share, and nothing that any one of them does.
//!
//! - [`Span`] and [`SourceSpan`]: ranges of bytes of a text and of the raw source;
//! - [`OffsetMap`]: the exact, run-length relation between a text and its source;
//! - [`CodePoints`]: byte offsets to code points, for Python and JSON;
//! - [`record`]: the [`Article`](record::Article) and its parts;
//! - [`MarkdownOptions`] and [`HtmlOptions`]: how an article is written in these formats;
//!   [`Brat`], [`conllu`], [`timex3`]: others;
//! - [`Diagnostic`]: a note about a document; [`Error`]: wrong configuration, failed I/O;
//! - [`GazetteerEntry`]: a line of a user's list of names; [`RoleEntry`]: one of a table of offices;
//! - [`ParseOptions`] and its siblings: options of each stage; [`Preset`]: named sets of them;
//! - [`parallel`]: the one driver that runs documents on all cores.
//!
//! ```
//! use copydesk_core::{OffsetMap, SourceSpan, Span};
//!
//! // "<b>Rain</b>" became "Rain".
//! let mut map = OffsetMap::builder();
//! map.delete(3);
//! map.copy(4);
//! map.delete(4);
//! let map = map.finish();
//! assert_eq!(map.to_source(Span::new(0, 4)), SourceSpan::new(3, 7));
//! ```
//!
//! # When not to use it
//! You want the `copydesk` crate unless you build a stage of your own.
//!
//! # Features
//! None is on by default.
//! - `serde`: `Serialize` and `Deserialize` for the record (schema `copydesk.article/1`);
//! - `parallel`: the driver uses a rayon pool. Without it, it works in the caller's thread.
//!
//! # Limits
//! Offsets are 32 bits wide: a document may have up to [`MAX_DOCUMENT_BYTES`] bytes.

#[doc(hidden)]
pub mod characters;
mod code_points;
mod diagnostic;
mod error;
mod export;
mod gazetteer;
mod letters;
mod normalize_options;
mod offset_map;
mod options;
#[cfg_attr(
    not(feature = "parallel"),
    expect(
        unreachable_code,
        clippy::forget_non_drop,
        reason = "without threads there is no value of the type of a pool"
    )
)]
pub mod parallel;
mod raw;
pub mod record;
mod roles;
mod span;
mod threads;
mod token;

pub use code_points::CodePoints;
pub use diagnostic::{Diagnostic, Severity};
pub use error::{Error, ErrorKind};
pub use export::{Brat, HtmlOptions, MarkdownOptions, conllu, timex3};
pub use gazetteer::{GazetteerEntry, GazetteerOptions};
pub use letters::without_stroke;
pub use normalize_options::{NormalizeOptions, Preset};
pub use offset_map::{OffsetMap, OffsetMapBuilder, Segment, SegmentKind};
pub use options::{EntityOptions, ParseOptions, RunOptions, SegmentOptions, TokenMode};
pub use raw::{Format, RawDocument, Unit, Unreadable};
pub use roles::RoleEntry;
pub use span::{MAX_DOCUMENT_BYTES, SourceSpan, Span};
pub use token::{Token, TokenClass};
