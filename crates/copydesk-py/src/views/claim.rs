//! `copydesk.Claim`: what is said to be so.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{Entity, Hedge, Quote, Span, all, maybe, part::Part};
use crate::{origin::Origin, run::detached};

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
        all(py, origin, origin.article.claims.len(), Self::view)
    }

    pub(crate) fn view(origin: Arc<Origin>, index: u32) -> PyClassInitializer<Self> {
        Span::base(&origin, Part::Claim(index)).add_subclass(Self { origin, index })
    }

    /// The claim of this number, if there is one.
    pub(crate) fn maybe<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
        index: Option<u32>,
    ) -> PyResult<Option<Bound<'py, Self>>> {
        maybe(py, origin, origin.article.claims.len(), index, Self::view)
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

    /// Who makes it, where the text names somebody or some group.
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

    /// Whether its source is named: "named", "unnamed", "article" (the article itself says so) or
    /// "missing".
    #[getter]
    fn claimed_by_kind(&self) -> &'static str {
        self.claim().source_kind.as_str()
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
        Entity::some(&self.origin, &self.claim().denied_by)
    }

    /// What holds back from asserting it, in order.
    #[getter]
    fn hedges<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Hedge>>> {
        Hedge::of(py, &self.origin, self.index)
    }

    /// The quote whose content it is.
    #[getter]
    fn quote<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Quote>>> {
        Quote::maybe(py, &self.origin, self.claim().quote)
    }

    /// The claim as notebooks show it: its status, whose it is, and what stands around it.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || {
            copydesk_html::claim(&self.origin.article, self.origin.points(), self.index)
        })
    }
}
