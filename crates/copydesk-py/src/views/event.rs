//! `copydesk.Event`: who did what to whom, when and where.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{Claim, EventTime, Participant, Span, all, maybe, part::Part};
use crate::{origin::Origin, run::detached};

/// Who did what to whom, when and where. Its own place is the word or words that name it.
#[pyclass(frozen, extends = Span, module = "copydesk")]
pub(crate) struct Event {
    origin: Arc<Origin>,
    index: u32,
}

impl Event {
    pub(crate) fn all<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        all(py, origin, origin.article.events.len(), Self::view)
    }

    pub(crate) fn view(origin: Arc<Origin>, index: u32) -> PyClassInitializer<Self> {
        Span::base(&origin, Part::Event(index)).add_subclass(Self { origin, index })
    }

    /// The event of this number, if there is one.
    pub(crate) fn maybe<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
        index: u32,
    ) -> PyResult<Option<Bound<'py, Self>>> {
        let count = origin.article.events.len();
        maybe(py, origin, count, Some(index), Self::view)
    }

    fn event(&self) -> &record::Event {
        &self.origin.article.events[self.index as usize]
    }
}

#[pymethods]
impl Event {
    /// What kind of event it is, a root of PLOVER: "AGREE", "CONSULT", "SUPPORT", "CONCEDE",
    /// "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    /// "SANCTION", "MOBILIZE", "COERCE" or "ASSAULT".
    #[getter]
    fn root(&self) -> &'static str {
        self.event().root.as_str()
    }

    /// The root of its CAMEO code, two digits.
    #[getter]
    fn cameo(&self) -> &str {
        &self.event().cameo
    }

    /// Who did it.
    #[getter]
    fn who<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Participant>>> {
        Participant::all(py, &self.origin, &self.event().who)
    }

    /// To whom, or with whom.
    #[getter]
    fn whom<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Participant>>> {
        Participant::all(py, &self.origin, &self.event().whom)
    }

    /// When it is, was or will be; None where nothing says so.
    #[getter]
    fn when(&self) -> Option<EventTime> {
        let when = self.event().when.as_ref()?;
        Some(EventTime::new(&self.origin, when))
    }

    /// The place where it happens, as a participant; None where the clause names none.
    #[getter]
    fn r#where<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Participant>>> {
        let place = self.event().place.as_ref();
        place
            .map(|place| Participant::view(py, &self.origin, place))
            .transpose()
    }

    /// Whether it is so: "confirmed", "alleged", "denied" or "expected".
    #[getter]
    fn status(&self) -> &'static str {
        self.event().status.as_str()
    }

    /// The clause that tells it.
    #[getter]
    fn clause(&self, py: Python<'_>) -> PyResult<Py<Span>> {
        Span::of(py, &self.origin, self.event().clause)
    }

    /// The claim that tells it.
    #[getter]
    fn claim<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Claim>>> {
        Claim::maybe(py, &self.origin, self.event().claim)
    }

    /// The event as notebooks show it: who, whom, when, where, and the clause that tells it.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || {
            copydesk_html::event(&self.origin.article, self.origin.points(), self.index)
        })
    }
}
