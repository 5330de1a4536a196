//! `copydesk.Claim`: what is said to be so.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{Entity, Span, all, part::Part};
use crate::origin::Origin;

/// Something that is confirmed, alleged, denied or expected. Its own place is its words.
#[pyclass(frozen, extends = Span, module = "copydesk")]
pub(crate) struct Claim {
    origin: Arc<Origin>,
    index: u32,
}

impl Claim {
    pub(crate) fn all<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        all(py, origin, origin.article.claims.len(), |origin, index| {
            Span::base(&origin, Part::Claim(index)).add_subclass(Self { origin, index })
        })
    }

    fn claim(&self) -> &record::Claim {
        &self.origin.article.claims[self.index as usize]
    }
}

#[pymethods]
impl Claim {
    /// Whether it is so: "confirmed", "alleged", "denied" or "expected".
    #[getter]
    fn status(&self) -> &'static str {
        self.claim().status.as_str()
    }

    /// Who makes it, where the text names somebody.
    #[getter]
    fn claimed_by(&self, py: Python<'_>) -> PyResult<Option<Py<Span>>> {
        let span = self.claim().source;
        span.map(|span| Span::of(py, &self.origin, span))
            .transpose()
    }

    /// The entity that makes it.
    #[getter]
    fn claimed_by_entity(&self) -> Option<Entity> {
        Entity::get(&self.origin, self.claim().source_entity?)
    }

    /// The words that decide its status.
    #[getter]
    fn cue(&self, py: Python<'_>) -> PyResult<Option<Py<Span>>> {
        let span = self.claim().cue;
        span.map(|span| Span::of(py, &self.origin, span))
            .transpose()
    }

    /// The entities that deny it.
    #[getter]
    fn denied_by(&self) -> Vec<Entity> {
        (self.claim().denied_by.iter())
            .filter_map(|&index| Entity::get(&self.origin, index))
            .collect()
    }
}
