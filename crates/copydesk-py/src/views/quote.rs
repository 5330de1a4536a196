//! `copydesk.Quote`: words of somebody.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{Entity, Span, all, maybe, part::Part};
use crate::{origin::Origin, run::detached};

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
        all(py, origin, origin.article.quotes.len(), Self::view)
    }

    pub(crate) fn view(origin: Arc<Origin>, index: u32) -> PyClassInitializer<Self> {
        Span::base(&origin, Part::Quote(index)).add_subclass(Self { origin, index })
    }

    /// The quote of this number, if there is one.
    pub(crate) fn maybe<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
        index: Option<u32>,
    ) -> PyResult<Option<Bound<'py, Self>>> {
        maybe(py, origin, origin.article.quotes.len(), index, Self::view)
    }

    fn quote(&self) -> &record::Quote {
        &self.origin.article.quotes[self.index as usize]
    }
}

#[pymethods]
impl Quote {
    /// "direct", word by word in quotation marks; "indirect", in the writer's words; or "mixed",
    /// in the writer's words, some of them in quotation marks.
    #[getter]
    fn kind(&self) -> &'static str {
        self.quote().kind.as_str()
    }

    /// The parts of it that stand in quotation marks, in order, without the marks.
    #[getter]
    fn quoted<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Span>>> {
        Span::all(py, &self.origin, &self.quote().quoted)
    }

    /// Who said it, where the text names somebody or some group.
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

    /// Whether the speaker is named: "named", "unnamed", "article" or "missing".
    #[getter]
    fn speaker_kind(&self) -> &'static str {
        self.quote().speaker_kind.as_str()
    }

    /// The entity that is spoken to, thanked, accused or asked.
    #[getter]
    fn addressee(&self) -> Option<Entity> {
        Entity::get(&self.origin, self.quote().addressee?)
    }

    /// What the speaker does with the words: "say", "report", "claim", "accuse", "deny",
    /// "confirm", "speculate", "hope", "urge", "warn", "promise", "concern", "criticise",
    /// "praise" or "thank".
    #[getter]
    fn verb_class(&self) -> &'static str {
        self.quote().verb_class.as_str()
    }

    /// The verb or phrase that reports it.
    #[getter]
    fn cue(&self, py: Python<'_>) -> PyResult<Option<Py<Span>>> {
        let span = self.quote().cue;
        span.map(|span| Span::of(py, &self.origin, span))
            .transpose()
    }

    /// The quote as notebooks show it: the words, whose they are, and what stands around them.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || {
            copydesk_html::quote(&self.origin.article, self.origin.points(), self.index)
        })
    }
}
