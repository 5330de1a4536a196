//! `copydesk.Place`: the base of whatever may have a place in the text.

use pyo3::prelude::*;

use super::{
    SourceSpan,
    part::Handle,
    sent::{Reduced, reduced},
};

/// A part of an article, and where it stands.
///
/// Offsets count code points of the text, so `article.text[x.start:x.end] == x.text` where the
/// part is in the text. Two parts are equal if they say the same about the same place.
#[pyclass(frozen, subclass, module = "copydesk")]
pub(crate) struct Place(pub(crate) Handle);

#[pymethods]
impl Place {
    /// First code point in the text; None for a part that is not in the text.
    #[getter]
    pub(crate) fn start(&self) -> Option<u32> {
        let span = self.0.part.locate(&self.0.origin).span?;
        Some(self.0.origin.range(span).0)
    }

    /// One past the last code point in the text; None for a part that is not in the text.
    #[getter]
    pub(crate) fn end(&self) -> Option<u32> {
        let span = self.0.part.locate(&self.0.origin).span?;
        Some(self.0.origin.range(span).1)
    }

    /// The words that stand there.
    #[getter]
    fn text(&self) -> &str {
        self.0.part.locate(&self.0.origin).words
    }

    /// Where it came from: a stretch of the raw source, or None if that is not known.
    #[getter]
    fn source(&self) -> Option<SourceSpan> {
        let span = self.0.part.locate(&self.0.origin).source?;
        Some(SourceSpan::new(&self.0.origin, span))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        let (kind, numbers) = self.0.part.numbers();
        reduced(py, &self.0.origin, kind, numbers)
    }

    fn __repr__(&self) -> String {
        self.0.part.shown(&self.0.origin)
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other
            .cast::<Self>()
            .is_ok_and(|other| self.0.same(&other.get().0))
    }

    fn __hash__(&self) -> u64 {
        self.0.hash()
    }
}
