//! `copydesk.Hedge`: words that hold back from asserting.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{Span, part::Part};
use crate::origin::Origin;

/// A word or phrase that holds back from asserting: "reportedly", "is set to", "may".
#[pyclass(frozen, extends = Span, module = "copydesk")]
pub(crate) struct Hedge {
    origin: Arc<Origin>,
    claim: u32,
    index: u32,
}

impl Hedge {
    /// The hedges of a claim.
    pub(crate) fn of<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
        claim: u32,
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        let count = origin.article.claims[claim as usize].hedges.len() as u32;
        (0..count)
            .map(|index| {
                let base = Span::base(origin, Part::Hedge(claim, index));
                let origin = Arc::clone(origin);
                let hedge = Self {
                    origin,
                    claim,
                    index,
                };
                Bound::new(py, base.add_subclass(hedge))
            })
            .collect()
    }

    fn hedge(&self) -> &record::Hedge {
        &self.origin.article.claims[self.claim as usize].hedges[self.index as usize]
    }
}

#[pymethods]
impl Hedge {
    /// In which way it holds back: "alleged", "expected", "possible", "reported", "speculated",
    /// "uncertain", "unverified", "undisclosed" or "denied".
    #[getter]
    fn kind(&self) -> &'static str {
        self.hedge().kind.as_str()
    }

    /// The words that it bears on.
    #[getter]
    fn scope(&self, py: Python<'_>) -> PyResult<Py<Span>> {
        Span::of(py, &self.origin, self.hedge().scope)
    }
}
