//! Why something could not be read: data about one source, never the end of a run.

use std::{error, fmt, io};

use copydesk_core::Unreadable;

/// Where in a source reading failed.
///
/// ```
/// use copydesk_io::{ReadOptions, ReadPlace, Sources};
/// let rows = "{\"text\": \"One.\"}\nno JSON\n";
/// let mut sources = Sources::from_reader("rows.jsonl", rows.as_bytes(), ReadOptions::default())?;
/// let failure = sources.nth(1).unwrap().unwrap_err();
/// assert_eq!(failure.place, Some(ReadPlace::Line(2)));
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReadPlace {
    /// Offset in bytes. Where the file is compressed, in what it decompresses to.
    Byte(u64),
    /// Offset in the compressed file of the gzip member or zstd frame in question, as archive
    /// indexes (CDX) count. Used for compressed WARC, where offsets after a damaged member mean
    /// nothing else.
    CompressedByte(u64),
    /// Line of a JSONL file, from 1.
    Line(u64),
    /// Row of a table, from 1.
    Row(u64),
}

impl fmt::Display for ReadPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Byte(offset) => write!(f, "byte {offset}"),
            Self::CompressedByte(offset) => write!(f, "compressed byte {offset}"),
            Self::Line(line) => write!(f, "line {line}"),
            Self::Row(row) => write!(f, "row {row}"),
        }
    }
}

/// One thing that could not be read. The documents before and after it are delivered.
///
/// ```
/// use copydesk_io::{ReadOptions, Sources};
/// let failure = Sources::open(["no-such-page.html"], ReadOptions::default())?
///     .next()
///     .unwrap()
///     .unwrap_err();
/// assert_eq!(
///     failure.to_string(),
///     "cannot read no-such-page.html: no such file or directory; check the path",
/// );
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadFailure {
    /// The path as given or found; `-` is standard input. For WARC and JSONL the file, not the
    /// document in it.
    pub uri: String,
    /// Where in the source.
    pub place: Option<ReadPlace>,
    /// Why, and after a semicolon what to do about it.
    pub message: String,
}

impl ReadFailure {
    pub(crate) fn new(uri: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            uri: uri.into(),
            place: None,
            message: message.into(),
        }
    }

    pub(crate) fn at(mut self, place: ReadPlace) -> Self {
        self.place = Some(place);
        self
    }

    pub(crate) fn io(uri: impl Into<String>, error: &io::Error) -> Self {
        Self::new(uri, explain_io(error))
    }
}

impl fmt::Display for ReadFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let uri = if self.uri == "-" {
            "standard input"
        } else {
            &self.uri
        };
        match self.place {
            None => write!(f, "cannot read {uri}: {}", self.message),
            Some(place) => write!(f, "cannot read {uri} at {place}: {}", self.message),
        }
    }
}

impl error::Error for ReadFailure {}

impl From<ReadFailure> for Unreadable {
    /// The failure as the pipeline takes it: the place becomes part of the message.
    fn from(failure: ReadFailure) -> Self {
        let message = match failure.place {
            None => failure.message,
            Some(place) => format!("at {place}: {}", failure.message),
        };
        Self {
            uri: failure.uri,
            message,
        }
    }
}

/// What the operating system said, in words that say what to do.
pub(crate) fn explain_io(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or directory; check the path".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "permission denied; change its permissions or run as its owner".to_owned()
        }
        io::ErrorKind::IsADirectory => "it is a directory; give a file in it".to_owned(),
        io::ErrorKind::NotADirectory => {
            "a part of the path is a file, not a directory; check the path".to_owned()
        }
        _ => format!("{error}; check the disk or the connection and try again"),
    }
}
