//! `copydesk.NormalizedText`: a repaired text and what was done to it.

use std::sync::Arc;

use copydesk::{CodePoints, Unit};
use pyo3::{prelude::*, types::PyString};

use crate::{
    origin::Origin,
    views::{Diagnostic, Edit, SourceSpan, quoted},
};

/// A repaired text, with the way back to the text that was given.
///
/// Offsets of both texts count code points.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct NormalizedText {
    origin: Arc<Origin>,
    input: CodePoints,
}

impl NormalizedText {
    pub(crate) fn new(input: &str, normalized: copydesk::NormalizedText<'_>) -> Self {
        let points = CodePoints::new(input);
        let mut article = copydesk::Article {
            text: normalized.text.into_owned(),
            offsets: normalized.offsets,
            edits: normalized.edits,
            diagnostics: normalized.diagnostics,
            source_points: Some(points.clone()),
            ..copydesk::Article::default()
        };
        article.source.unit = Unit::Char;
        article.source.bytes = input.len() as u64;
        Self {
            origin: Origin::new(article),
            input: points,
        }
    }
}

#[pymethods]
impl NormalizedText {
    /// The repaired text.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        self.origin.text(py)
    }

    /// The repairs, in the order of the text.
    #[getter]
    fn edits<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Edit>>> {
        Edit::all(py, &self.origin)
    }

    /// What was noisy: one note per kind of trouble.
    #[getter]
    fn diagnostics<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Diagnostic>>> {
        Diagnostic::all(py, &self.origin)
    }

    /// Where `text[start:end]` came from in the text that was given.
    ///
    /// A stretch that touches a repair gets the whole of what was repaired. Offsets past the
    /// end count as the end.
    fn to_source(&self, start: u32, end: u32) -> SourceSpan {
        let points = self.origin.points();
        let from = points.to_byte(start);
        let span = copydesk::Span::new(from, points.to_byte(end).max(from));
        SourceSpan::new(&self.origin, self.origin.article.source_of(span))
    }

    /// What became of `given[start:end]`: a stretch of `text`, empty where it was removed.
    fn to_text(&self, start: u32, end: u32) -> SourceSpan {
        let from = self.input.to_byte(start);
        let span = copydesk::SourceSpan::new(from, self.input.to_byte(end).max(from));
        let (start, end) = self.origin.range(self.origin.article.offsets.to_text(span));
        SourceSpan::chars(start, end)
    }

    fn __str__<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        self.origin.text(py)
    }

    fn __repr__(&self) -> String {
        let article = &self.origin.article;
        let count = article.edits.len();
        let noun = if count == 1 { "edit" } else { "edits" };
        format!("NormalizedText({}, {count} {noun})", quoted(&article.text))
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| {
            let other = other.get();
            self.origin.article == other.origin.article && self.input == other.input
        })
    }
}
