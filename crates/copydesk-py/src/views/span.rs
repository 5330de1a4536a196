//! `copydesk.Span`: a stretch of the text.

use std::sync::Arc;

use pyo3::prelude::*;

use super::{
    Place,
    part::{Part, place},
};
use crate::origin::Origin;

/// A stretch of the text: a sentence, a speaker, the words of a cue.
#[pyclass(frozen, subclass, extends = Place, module = "copydesk")]
pub(crate) struct Span;

impl Span {
    /// The base of a view of `part`, which is in the text.
    pub(crate) fn base(origin: &Arc<Origin>, part: Part) -> PyClassInitializer<Self> {
        place(origin, part).add_subclass(Self)
    }

    pub(crate) fn of(
        py: Python<'_>,
        origin: &Arc<Origin>,
        span: copydesk::Span,
    ) -> PyResult<Py<Self>> {
        Py::new(py, Self::base(origin, Part::Stretch(span)))
    }

    pub(crate) fn all<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
        spans: &[copydesk::Span],
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        spans
            .iter()
            .map(|&span| Bound::new(py, Self::base(origin, Part::Stretch(span))))
            .collect()
    }
}

#[pymethods]
impl Span {
    /// Length in code points.
    fn __len__(slf: &Bound<'_, Self>) -> usize {
        let place = slf.as_super().get();
        let (start, end) = (place.start().unwrap_or(0), place.end().unwrap_or(0));
        (end - start) as usize
    }

    /// True even for a span that holds nothing: it is a place all the same.
    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __bool__(&self) -> bool {
        true
    }
}
