//! `copydesk.Evidence`: what a value of the metadata was read from.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{
    SourceSpan, bare,
    sent::{Reduced, reduced},
};
use crate::origin::Origin;

/// What a value of the metadata was read from.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Evidence {
    origin: Arc<Origin>,
    index: u32,
}

impl Evidence {
    pub(crate) fn all(origin: &Arc<Origin>) -> Vec<Self> {
        (0..origin.article.evidence.len() as u32)
            .map(|index| Self::view(origin, index))
            .collect()
    }

    pub(crate) fn view(origin: &Arc<Origin>, index: u32) -> Self {
        Self {
            origin: Arc::clone(origin),
            index,
        }
    }

    fn evidence(&self) -> &record::Evidence {
        &self.origin.article.evidence[self.index as usize]
    }
}

#[pymethods]
impl Evidence {
    /// The field of the article: "title", "byline", "published", …
    #[getter]
    fn field(&self) -> &str {
        &self.evidence().field
    }

    /// Where it was found, such as "h1", "meta[og:title]" or "line 6". The name has an
    /// underscore because `from` is a keyword of Python.
    #[getter]
    fn from_(&self) -> &str {
        &self.evidence().from
    }

    /// Where the value stands in the source, if it does.
    #[getter]
    fn source(&self) -> Option<SourceSpan> {
        Some(SourceSpan::new(&self.origin, self.evidence().source?))
    }

    fn __repr__(&self) -> String {
        format!(
            "Evidence({}, from {})",
            bare(self.field()),
            bare(self.from_())
        )
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| {
            let other = other.get();
            (self.field(), self.from_(), self.source())
                == (other.field(), other.from_(), other.source())
        })
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        reduced(py, &self.origin, "Evidence", [Some(self.index), None, None])
    }
}
