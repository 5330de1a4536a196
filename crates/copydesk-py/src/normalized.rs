//! `copydesk.NormalizedText`: a repaired text and what was done to it.

use std::sync::Arc;

use copydesk::{CodePoints, Unit};
use pyo3::{
    exceptions::{PyIndexError, PyValueError},
    prelude::*,
    types::PyString,
};

use crate::views::unsendable;

use crate::{
    input::wrong_type,
    origin::Origin,
    views::{Diagnostic, Edit, SourceSpan, quoted},
};

/// A repaired text, with the way back to the text that was given.
///
/// Offsets of both texts count code points, as Python does: `text[edit.start:edit.end]` is what
/// an edit left, `given[edit.source.start:edit.source.end]` what stood there before.
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

impl NormalizedText {
    pub(crate) fn explanation(&self, limit: Option<usize>) -> String {
        plain_explanation(&self.origin.article, limit)
    }
}

/// The repairs of an article as plain text.
pub(crate) fn plain_explanation(article: &copydesk::Article, limit: Option<usize>) -> String {
    copydesk::explain::repairs(article, limit, &|_, text| text.to_owned())
}

/// The stretch that a caller named, of a text that is `len` code points long.
pub(crate) fn stretch(
    span: &Bound<'_, PyAny>,
    end: Option<i64>,
    len: u32,
    name: &str,
) -> PyResult<(u32, u32)> {
    let (start, end) = if let Some(end) = end {
        (span.extract::<i64>()?, end)
    } else if let Ok(pair) = span.extract::<(i64, i64)>() {
        pair
    } else {
        let bound = |names: [&str; 2]| {
            let [name, instead] = names;
            let bound = span.getattr(name).or_else(|_| span.getattr(instead));
            bound.and_then(|bound| bound.extract::<i64>()).ok()
        };
        let (Some(start), Some(end)) = (bound(["start", "start"]), bound(["end", "stop"])) else {
            return Err(wrong_type(
                "span",
                "a place with start and end, a slice, a pair of int, or two int",
                span,
            ));
        };
        (start, end)
    };
    let inside = |offset: i64| {
        let inside = u32::try_from(offset).ok().filter(|&offset| offset <= len);
        inside.ok_or_else(|| {
            PyIndexError::new_err(format!(
                "offset {offset} is outside of the {name}, which has {len} code points"
            ))
        })
    };
    let (start, end) = (inside(start)?, inside(end)?);
    if end < start {
        return Err(PyValueError::new_err(format!(
            "the stretch from {start} to {end} ends before it starts"
        )));
    }
    Ok((start, end))
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

    /// Where a stretch of `text` came from in the text that was given: `to_source(span)` for
    /// anything that has `start` and `end`, a slice or a pair, or `to_source(start, end)`.
    ///
    /// A stretch that touches a repair gets the whole of what was repaired; what was removed at
    /// its ends is not part of it.
    ///
    /// Raises:
    ///     IndexError: the stretch ends beyond the text or starts before it.
    ///     ValueError: it ends before it starts.
    #[pyo3(signature = (span, end=None))]
    fn to_source(&self, span: &Bound<'_, PyAny>, end: Option<i64>) -> PyResult<SourceSpan> {
        let points = self.origin.points();
        let (start, end) = stretch(span, end, points.points(), "text")?;
        let span = copydesk::Span::new(points.to_byte(start), points.to_byte(end));
        Ok(SourceSpan::new(
            &self.origin,
            self.origin.article.source_of(span),
        ))
    }

    /// What became of a stretch of the text that was given: a stretch of `text`, empty where
    /// all of it was removed, at the place where it stood. Takes and raises what `to_source`
    /// does.
    #[pyo3(signature = (span, end=None))]
    fn to_text(&self, span: &Bound<'_, PyAny>, end: Option<i64>) -> PyResult<SourceSpan> {
        let points = &self.input;
        let (start, end) = stretch(span, end, points.points(), "text given")?;
        let span = copydesk::SourceSpan::new(points.to_byte(start), points.to_byte(end));
        let (start, end) = self.origin.range(self.origin.article.offsets.to_text(span));
        Ok(SourceSpan::chars(start, end))
    }

    /// The repairs for a person to read, as `copydesk.explain` writes them.
    #[pyo3(signature = (*, limit=Some(12)), text_signature = "($self, *, limit=12)")]
    fn explain(&self, limit: Option<usize>) -> String {
        self.explanation(limit)
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

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("NormalizedText", "the text that it was made of"))
    }
}
