//! The error of configuration and of the driver. Content never causes an error: see
//! [`Diagnostic`](crate::Diagnostic).

use std::{error, fmt};

/// What kind of thing went wrong; [`Error`] says which and why.
///
/// ```
/// use copydesk_core::{ErrorKind, TokenMode};
/// let error = "words".parse::<TokenMode>().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Configuration);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An option has a value that makes no sense.
    Configuration,
    /// A source could not be opened or read.
    Read,
    /// An output could not be written.
    Write,
    /// The threads of the driver could not be started.
    Threads,
}

/// An error of configuration, input or output.
///
/// The message is lower case, names the offending value and says what to do.
///
/// ```
/// use copydesk_core::TokenMode;
/// let error = "words".parse::<TokenMode>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown token mode `words`; the modes are: ud, ptb");
/// ```
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    message: String,
    source: Option<Box<dyn error::Error + Send + Sync>>,
}

impl Error {
    /// An error without an underlying cause.
    ///
    /// ```
    /// use copydesk_core::{Error, ErrorKind};
    /// let error = Error::new(ErrorKind::Configuration, "unknown stage `parsing`; stages are: parse, normalize, entities");
    /// assert_eq!(error.kind(), ErrorKind::Configuration);
    /// ```
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            source: None,
        }
    }

    /// The same error with the error that caused it.
    ///
    /// ```
    /// use std::error::Error as _;
    /// use copydesk_core::{Error, ErrorKind};
    /// let cause = std::io::Error::other("the disk is full");
    /// let error = Error::new(ErrorKind::Write, "cannot write out.jsonl").with_source(cause);
    /// assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("the disk is full"));
    /// ```
    #[must_use]
    pub fn with_source(mut self, source: impl error::Error + Send + Sync + 'static) -> Self {
        self.source = Some(Box::new(source));
        self
    }

    /// What kind of thing went wrong.
    ///
    /// ```
    /// use copydesk_core::{Error, ErrorKind};
    /// assert_eq!(Error::new(ErrorKind::Read, "a.html is missing").kind(), ErrorKind::Read);
    /// ```
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
