//! Notes about a document: what was noisy, what was done about it, what could not be read.

use std::{borrow::Cow, fmt};

use crate::{SourceSpan, Span};

/// How much a [`Diagnostic`] matters.
///
/// ```
/// use copydesk_core::Severity;
/// assert!(Severity::Error > Severity::Warning);
/// assert_eq!(Severity::Info.as_str(), "info");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Severity {
    /// Something was repaired or decided; the record is as good as a clean one.
    Info,
    /// The record may be incomplete or partly wrong.
    Warning,
    /// The document could not be read, or a stage failed on it; the record is what is left.
    Error,
}

impl Severity {
    /// The name used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One note about a document.
///
/// ```
/// use copydesk_core::{Diagnostic, Severity, SourceSpan};
/// let note = Diagnostic::new(Severity::Warning, "parse/truncated", "the text ends in mid sentence")
///     .at_source(SourceSpan::new(90, 99));
/// assert_eq!(note.to_string(), "warning parse/truncated at source 90..99: the text ends in mid sentence");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Stage and short name in kebab case, such as `normalize/homoglyphs`. Stable: programs may
    /// match on it.
    pub code: Cow<'static, str>,
    /// How much it matters.
    pub severity: Severity,
    /// What is the case and, where there is one, what to do about it: lower case, no full stop.
    pub message: String,
    /// Bytes of the clean text that it is about.
    pub span: Option<Span>,
    /// Bytes of the source that it is about, where `span` does not say it.
    pub source: Option<SourceSpan>,
}

impl Diagnostic {
    /// A note about the document as a whole.
    pub fn new(
        severity: Severity,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            code: code.into(),
            severity,
            message: message.into(),
            span: None,
            source: None,
        }
    }

    /// The same note about a place in the text.
    ///
    /// ```
    /// use copydesk_core::{Diagnostic, Severity, Span};
    /// let note = Diagnostic::new(Severity::Info, "normalize/homoglyphs", "one word was respelt")
    ///     .at(Span::new(4, 9));
    /// assert_eq!(note.span, Some(Span::new(4, 9)));
    /// ```
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// The same note about a place in the source.
    ///
    /// ```
    /// use copydesk_core::{Diagnostic, Severity, SourceSpan};
    /// let note = Diagnostic::new(Severity::Warning, "parse/undecodable-bytes", "2 bytes are not utf-8")
    ///     .at_source(SourceSpan::new(90, 92));
    /// assert_eq!(note.source, Some(SourceSpan::new(90, 92)));
    /// ```
    #[must_use]
    pub fn at_source(mut self, source: SourceSpan) -> Self {
        self.source = Some(source);
        self
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.severity, self.code)?;
        if let Some(span) = self.span {
            write!(f, " at {span:?}")?;
        } else if let Some(source) = self.source {
            write!(f, " at source {source:?}")?;
        }
        write!(f, ": {}", self.message)
    }
}
