//! What the pipeline reads: the bytes of one document and what is known about them.

use std::{error, fmt};

/// Which form a document has.
///
/// ```
/// use copydesk_core::{Format, RawDocument};
/// let notes = RawDocument {
///     format: Format::PlainText, // although it begins as a page does
///     ..RawDocument::from_bytes("<p> is the tag of a paragraph.")
/// };
/// assert_ne!(notes.format, Format::default());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// Decide from the media type, the name and the first bytes.
    #[default]
    Auto,
    /// An HTML page.
    Html,
    /// Text that somebody already extracted, possibly with leftovers of the page.
    PlainText,
}

/// The unit in which source offsets leave Rust.
///
/// ```
/// use copydesk_core::{RawDocument, Unit};
/// assert_eq!(RawDocument::from_bytes("Köln").unit, Unit::Byte);
/// assert_eq!(RawDocument::from_text("Köln").unit, Unit::Char);
/// assert_eq!(Unit::Char.as_str(), "char");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Unit {
    /// Bytes of the source: the input was bytes.
    #[default]
    Byte,
    /// Code points of the source: the input was a string.
    Char,
}

impl Unit {
    /// The name used in JSON and Python.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Byte => "byte",
            Self::Char => "char",
        }
    }
}

/// One document as it was read, before any stage.
///
/// ```
/// use copydesk_core::{Format, RawDocument};
/// let page = RawDocument { uri: Some("page.html".into()), ..RawDocument::from_bytes("<p>Hello</p>") };
/// assert_eq!(page.format, Format::Auto);
/// ```
#[derive(Clone, Debug, Default)]
pub struct RawDocument {
    /// The bytes, exactly as read. Source spans count these.
    pub bytes: Vec<u8>,
    /// Path or URL, for messages, for the record and as evidence (a date in a URL).
    pub uri: Option<String>,
    /// Media type from HTTP or from the caller, such as `text/html`.
    pub media_type: Option<String>,
    /// Charset label from HTTP or from the caller, such as `windows-1251`.
    pub charset: Option<String>,
    /// When an archive says the page was fetched: ISO 8601 with zone.
    pub fetched: Option<String>,
    /// Which form the document has; default: decide from the evidence.
    pub format: Format,
    /// The unit of source offsets at the JSON and Python boundary. Set to [`Unit::Char`] where
    /// the input was a string; `bytes` is then its UTF-8.
    pub unit: Unit,
}

impl RawDocument {
    /// A document from bytes; source offsets are bytes.
    ///
    /// ```
    /// use copydesk_core::RawDocument;
    /// let page = RawDocument::from_bytes(b"K\xf6ln".to_vec()); // in a charset that the parser finds out
    /// assert_eq!((page.bytes.len(), page.charset), (4, None));
    /// ```
    pub fn from_bytes(bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            bytes: bytes.into(),
            ..Self::default()
        }
    }

    /// A document from a string; source offsets leave Rust as code points.
    ///
    /// ```
    /// use copydesk_core::RawDocument;
    /// let text = RawDocument::from_text("Köln");
    /// assert_eq!((text.bytes.len(), text.charset.as_deref()), (5, Some("utf-8")));
    /// ```
    pub fn from_text(text: impl Into<String>) -> Self {
        Self {
            bytes: text.into().into_bytes(),
            charset: Some("utf-8".to_owned()),
            unit: Unit::Char,
            ..Self::default()
        }
    }
}

/// A source that could not be read: what a reader hands on instead of a [`RawDocument`], so
/// that nothing disappears silently.
///
/// ```
/// use copydesk_core::Unreadable;
/// let missing = Unreadable { uri: "a.html".to_owned(), message: "there is no such file".to_owned() };
/// assert_eq!(missing.to_string(), "cannot read a.html: there is no such file");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Path or URL.
    pub uri: String,
    /// Why, and what to do about it: lower case, no full stop.
    pub message: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot read {}: {}", self.uri, self.message)
    }
}

impl error::Error for Unreadable {}
