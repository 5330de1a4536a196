//! `copydesk.Timeline` and `copydesk.TimelineEntry`: what happened when.

use std::sync::Arc;

use copydesk::corpus;
use pyo3::{
    prelude::*,
    types::{PyIterator, PyTuple},
};

use crate::views::unsendable;

use super::{
    event::{CorpusEvent, events},
    shared::{Shared, Told},
};
use crate::{
    article::Article,
    run::detached,
    views::{Event, bare, quoted},
};

/// What happened when, in order: a sequence of `TimelineEntry`, which notebooks show as a table.
#[pyclass(frozen, sequence, module = "copydesk")]
pub(crate) struct Timeline(Py<PyTuple>);

impl Timeline {
    pub(super) fn new(py: Python<'_>, shared: &Arc<Shared>) -> PyResult<Self> {
        let told_by = Arc::clone(shared);
        let entries = shared.ask_long(py, move |state| {
            let entries = state.corpus.timeline().into_iter();
            let entries = entries.map(|mut entry| TimelineEntry {
                told: (std::mem::take(&mut entry.events).into_iter())
                    .map(|group| state.told(group))
                    .collect(),
                shared: Arc::clone(&told_by),
                entry,
            });
            entries.collect::<Vec<_>>()
        })?;
        Ok(Self(PyTuple::new(py, entries)?.unbind()))
    }
}

#[pymethods]
impl Timeline {
    /// How many entries it has.
    fn __len__(&self, py: Python<'_>) -> usize {
        self.0.bind(py).len()
    }

    /// One entry, or a tuple of those of a slice.
    fn __getitem__<'py>(
        &self,
        py: Python<'py>,
        at: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        self.0.bind(py).as_any().get_item(at)
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        self.0.bind(py).try_iter()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let entries = self.0.bind(py);
        let count = entries.len();
        let noun = if count == 1 { "entry" } else { "entries" };
        if count == 0 {
            return Ok(format!("Timeline(0 {noun})"));
        }
        let date = |at: usize| -> PyResult<String> {
            let entry = entries.get_item(at)?;
            Ok(bare(&entry.cast::<TimelineEntry>()?.get().entry.date))
        };
        let (first, last) = (date(0)?, date(count - 1)?);
        Ok(format!("Timeline({count} {noun}, {first} to {last})"))
    }

    /// The timeline as notebooks show it.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        let entries = self.0.bind(py);
        let mut held = Vec::with_capacity(entries.len());
        for entry in entries {
            held.push(entry.cast_into::<TimelineEntry>()?);
        }
        let entries: Vec<_> = held.iter().map(|entry| &entry.get().entry).collect();
        detached(py, || copydesk_html::timeline(&entries))
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("Timeline", "the corpus"))
    }
}

/// One time of a timeline, and what happened then.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct TimelineEntry {
    shared: Arc<Shared>,
    entry: corpus::TimelineEntry,
    told: Vec<Told>,
}

#[pymethods]
impl TimelineEntry {
    /// TIMEX3 value: "2024-05-14", "2024-W20", "2024-05".
    #[getter]
    fn date(&self) -> &str {
        &self.entry.date
    }

    /// First day, and the day after the last one, "YYYY-MM-DD" each.
    #[getter]
    fn interval(&self) -> (&str, &str) {
        let [start, end] = &self.entry.interval;
        (start, end)
    }

    /// The clause that tells the first of `groups`.
    #[getter]
    fn text(&self) -> &str {
        &self.entry.text
    }

    /// Whether the first of `groups` is so: "confirmed", "alleged", "denied" or "expected".
    #[getter]
    fn status(&self) -> &'static str {
        self.entry.status.as_str()
    }

    /// What happened then, the event that most articles tell first.
    #[getter]
    fn groups(&self) -> Vec<CorpusEvent> {
        let told = self.told.iter().cloned();
        told.map(|told| CorpusEvent::new(&self.shared, told))
            .collect()
    }

    /// The events of the articles that `groups` are.
    #[getter]
    fn events<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Event>>> {
        let told: Vec<&Told> = self.told.iter().collect();
        events(py, &self.shared, &told)
    }

    /// The articles that tell of it, in order.
    #[getter]
    fn articles(&self, py: Python<'_>) -> PyResult<Vec<Article>> {
        self.shared.articles(py, &self.entry.documents)
    }

    fn __repr__(&self) -> String {
        let entry = &self.entry;
        let count = entry.documents.len();
        let noun = if count == 1 { "article" } else { "articles" };
        let (date, status, text) = (bare(&entry.date), entry.status, quoted(&entry.text));
        format!("TimelineEntry({date}, {status}, {text}, {count} {noun})")
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("TimelineEntry", "the corpus"))
    }
}
