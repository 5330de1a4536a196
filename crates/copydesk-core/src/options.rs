//! Options of each stage and of the driver: plain structs with public fields and defaults. Those
//! of `copydesk-normalize` are in `normalize_options.rs`.

use std::{num::NonZeroUsize, str::FromStr, time::Duration};

use crate::{Error, ErrorKind};

/// Options of `copydesk-parse`.
///
/// ```
/// use copydesk_core::ParseOptions;
/// let mut options = ParseOptions::default();
/// options.keep_dropped = false; // smaller records
/// assert_eq!(options.max_depth, 512);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParseOptions {
    /// Whether the title is the first paragraph of the text, so that what is said in it has a
    /// place there. Default `false`: the title stands apart, as readers of an extracted body
    /// expect. The pipeline turns it on where the entities stage runs.
    pub title_in_text: bool,
    /// Whether the decoded text of dropped blocks is kept in the record. Default `true`; costs
    /// one copy of the boilerplate.
    pub keep_dropped: bool,
    /// Nesting depth beyond which elements are flattened into their parent. Default 512, as in
    /// browsers.
    pub max_depth: u32,
}

impl Default for ParseOptions {
    fn default() -> Self {
        Self {
            title_in_text: false,
            keep_dropped: true,
            max_depth: 512,
        }
    }
}

/// Options of `copydesk-segment`.
///
/// ```
/// use copydesk_core::{SegmentOptions, TokenMode};
/// let mut options = SegmentOptions::default();
/// options.line_breaks_end_sentences = true; // one sentence a line at most
/// assert_eq!(options.token_mode, TokenMode::Ud);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SegmentOptions {
    /// Whether a single line break ends a sentence. Default `false`: only a blank line does.
    pub line_breaks_end_sentences: bool,
    /// How words are cut into tokens. Default [`TokenMode::Ud`], which the entities stage always
    /// works on.
    pub token_mode: TokenMode,
}

/// Whose convention cuts words into tokens.
///
/// ```
/// use copydesk_core::TokenMode;
/// assert_eq!("ptb".parse::<TokenMode>()?, TokenMode::Ptb);
/// assert_eq!(TokenMode::default().as_str(), "ud");
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenMode {
    /// The English treebanks of Universal Dependencies: `do|n't`, `high|-|ranking`, `and|/|or`,
    /// `8|gb`.
    #[default]
    Ud,
    /// The Penn Treebank: contractions and possessives are cut, compounds are not: `do|n't`,
    /// `high-ranking`, `and/or`, `8gb`.
    Ptb,
}

impl TokenMode {
    /// Every mode.
    pub const ALL: [Self; 2] = [Self::Ud, Self::Ptb];

    /// The name used on the command line and in Python.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ud => "ud",
            Self::Ptb => "ptb",
        }
    }
}

impl FromStr for TokenMode {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL
            .into_iter()
            .find(|mode| mode.as_str() == name)
            .ok_or_else(|| {
                let names = Self::ALL.map(Self::as_str).join(", ");
                Error::new(
                    ErrorKind::Configuration,
                    format!("unknown token mode `{name}`; the modes are: {names}"),
                )
            })
    }
}

/// Options of `copydesk-entities`.
///
/// ```
/// use copydesk_core::EntityOptions;
/// let mut options = EntityOptions::default();
/// options.reference_date = Some("2024-05-17".to_owned());
/// options.min_confidence = 0.5;
/// options.statements = false; // no quotes, claims and events
/// assert_ne!(options, EntityOptions::default());
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EntityOptions {
    /// The day that relative dates count from, as `YYYY-MM-DD`. Default `None`: the publication
    /// date, else the day the page was fetched, else relative dates stay unresolved.
    pub reference_date: Option<String>,
    /// The least confidence of a mention that is returned, 0 to 1. Default 0: all.
    pub min_confidence: f32,
    /// Whether quotes, claims and events are read. Default `true`.
    pub statements: bool,
}

impl Default for EntityOptions {
    fn default() -> Self {
        Self {
            reference_date: None,
            min_confidence: 0.0,
            statements: true,
        }
    }
}

/// Options of the parallel driver, and bounds of each document.
///
/// ```
/// use std::{num::NonZeroUsize, time::Duration};
/// use copydesk_core::RunOptions;
/// let mut options = RunOptions::default();
/// options.threads = NonZeroUsize::new(4);
/// options.max_document_time = Some(Duration::from_secs(20));
/// assert_eq!(options.max_in_flight_bytes, 256 << 20);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RunOptions {
    /// Threads that work on documents. Default `None`: one per core. One thread means the
    /// caller's own.
    pub threads: Option<NonZeroUsize>,
    /// Documents being worked on or waiting for their turn in the output, at most. Default
    /// `None`: four per thread.
    pub max_in_flight: Option<NonZeroUsize>,
    /// Bytes of those documents, at most; a single larger document runs alone. Default 256 MiB.
    pub max_in_flight_bytes: u64,
    /// How long a document may be worked on. Looked at between the stages, so a
    /// document may take longer by one of them: it keeps what is finished, with the diagnostic `run/time-limit`. Default
    /// `None`. With a limit, records depend on the machine and on what else it does.
    pub max_document_time: Option<Duration>,
    /// Bytes of the text of a document, at most; a longer one is cut behind a paragraph, with the
    /// diagnostic `limit/text-bytes`. It bounds the work on a document and the size of its record.
    /// Default 64 MiB.
    pub max_text_bytes: u32,
}

impl Default for RunOptions {
    fn default() -> Self {
        Self {
            threads: None,
            max_in_flight: None,
            max_in_flight_bytes: 256 << 20,
            max_document_time: None,
            max_text_bytes: 64 << 20,
        }
    }
}
