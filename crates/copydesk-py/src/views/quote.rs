//! `copydesk.Quote`: words of somebody.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{Entity, Span, all, part::Part};
use crate::origin::Origin;

/// Words of somebody. Its own place is what was said, without quotation marks.
#[pyclass(frozen, extends = Span, module = "copydesk")]
pub(crate) struct Quote {
    origin: Arc<Origin>,
    index: u32,
}

impl Quote {
    pub(crate) fn all<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        all(py, origin, origin.article.quotes.len(), |origin, index| {
            Span::base(&origin, Part::Quote(index)).add_subclass(Self { origin, index })
        })
    }

    fn quote(&self) -> &record::Quote {
        &self.origin.article.quotes[self.index as usize]
    }
}

#[pymethods]
impl Quote {
    /// "direct" or "indirect".
    #[getter]
    fn kind(&self) -> &'static str {
        self.quote().kind.as_str()
    }

    /// Who said it, where the text names somebody.
    #[getter]
    fn speaker(&self, py: Python<'_>) -> PyResult<Option<Py<Span>>> {
        let span = self.quote().speaker;
        span.map(|span| Span::of(py, &self.origin, span))
            .transpose()
    }

    /// The entity of the speaker.
    #[getter]
    fn speaker_entity(&self) -> Option<Entity> {
        Entity::get(&self.origin, self.quote().speaker_entity?)
    }

    /// The verb or phrase that reports it.
    #[getter]
    fn cue(&self, py: Python<'_>) -> PyResult<Option<Py<Span>>> {
        let span = self.quote().cue;
        span.map(|span| Span::of(py, &self.origin, span))
            .transpose()
    }
}
