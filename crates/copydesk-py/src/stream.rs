//! `copydesk.Stream`: articles in the order of their documents.

use std::sync::{Mutex, PoisonError, TryLockError};

use pyo3::prelude::*;

use crate::{
    article::Article, errors::CopydeskError, frames, pulled::Raised, run::detached, table::Table,
};

/// Articles in the order of their documents: an iterator.
///
/// Documents are pulled as articles are taken, so that memory stays bounded. Ctrl-C between
/// two articles ends it with KeyboardInterrupt.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Stream {
    running: Mutex<Option<Running>>,
    counts: Mutex<Counts>,
}

struct Running {
    stream: copydesk::Stream,
    raised: Raised,
    /// Called with documents, failures and bytes after each document.
    progress: Option<Py<PyAny>>,
}

#[derive(Clone, Copy, Default)]
struct Counts {
    documents: u64,
    failures: u64,
    bytes: u64,
}

impl Stream {
    pub(crate) fn new(
        stream: copydesk::Stream,
        raised: Raised,
        progress: Option<Py<PyAny>>,
    ) -> Self {
        Self {
            running: Mutex::new(Some(Running {
                stream,
                raised,
                progress,
            })),
            counts: Mutex::default(),
        }
    }

    fn counts(&self) -> Counts {
        *self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next article, and what the progress callback is to be told.
    fn advance(&self, py: Python<'_>, running: &mut Running) -> PyResult<Option<Article>> {
        let stream = &mut running.stream;
        let article = detached(py, move || stream.next())?;
        if let Some(error) = running.raised.take_urgent(py) {
            return Err(error);
        }
        let Some(article) = article else {
            return running.raised.take().map_or(Ok(None), Err);
        };
        let counts = {
            let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
            counts.documents += 1;
            counts.failures += u64::from(article.failed());
            counts.bytes = running.stream.progress().bytes;
            *counts
        };
        if let Some(progress) = &running.progress {
            progress.call1(py, (counts.documents, counts.failures, counts.bytes))?;
        }
        Ok(Some(Article::new(article)))
    }
}

#[pymethods]
impl Stream {
    /// Articles that came out so far.
    #[getter]
    fn documents(&self) -> u64 {
        self.counts().documents
    }

    /// Of these, documents that could not be read or on which a stage failed.
    #[getter]
    fn failures(&self) -> u64 {
        self.counts().failures
    }

    /// Bytes of the documents that came out.
    #[getter]
    fn bytes(&self) -> u64 {
        self.counts().bytes
    }

    /// Stops the run; the iterator ends. Closing twice does nothing.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        let running = match self.running.try_lock() {
            Ok(mut running) => running.take(),
            Err(TryLockError::Poisoned(running)) => running.into_inner().take(),
            Err(TryLockError::WouldBlock) => return Err(busy()),
        };
        running.map_or(Ok(()), |running| finish(py, running))
    }

    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Article>> {
        let mut slot = match self.running.try_lock() {
            Ok(slot) => slot,
            Err(TryLockError::Poisoned(slot)) => slot.into_inner(),
            Err(TryLockError::WouldBlock) => return Err(busy()),
        };
        let Some(running) = slot.as_mut() else {
            return Ok(None);
        };
        let next = self.advance(py, running);
        if !matches!(next, Ok(Some(_)))
            && let Some(running) = slot.take()
        {
            drop(slot);
            let finished = finish(py, running);
            // The first exception is the one that says what happened.
            return next.and_then(|article| finished.map(|()| article));
        }
        next
    }

    /// The records as a `Table`, one row each: see `copydesk.to_arrow`. Takes all that are left.
    fn to_arrow(slf: &Bound<'_, Self>) -> PyResult<Table> {
        frames::to_arrow(slf.as_any(), None)
    }

    /// The records as a data frame of pandas, one row each: see `Table.to_pandas`. Takes all that are left.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        frames::frame_of(slf.as_any(), "to_pandas")
    }

    /// The records as a data frame of polars, one row each. Takes all that are left.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        frames::frame_of(slf.as_any(), "to_polars")
    }

    /// The names in the articles, a row each: see `Table`. Takes all that are left.
    fn mentions(slf: &Bound<'_, Self>) -> PyResult<Table> {
        frames::to_arrow(slf.as_any(), Some("mentions"))
    }

    /// What is confirmed, alleged, denied or expected, a row each: see `Table`. Takes all that are left.
    fn claims(slf: &Bound<'_, Self>) -> PyResult<Table> {
        frames::to_arrow(slf.as_any(), Some("claims"))
    }

    /// The temporal expressions of the articles, a row each: see `Table`. Takes all that are left.
    fn dates(slf: &Bound<'_, Self>) -> PyResult<Table> {
        frames::to_arrow(slf.as_any(), Some("dates"))
    }

    /// A long table by its name: "mentions", "entities", "dates", "amounts", "quotes", "claims" or
    /// "events"; see `Table` for their columns. Takes all that are left.
    ///
    /// Raises `ConfigurationError`, which is a ValueError, where there is no such table.
    fn table(slf: &Bound<'_, Self>, name: &str) -> PyResult<Table> {
        frames::to_arrow(slf.as_any(), Some(name))
    }

    fn __enter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    #[pyo3(signature = (*_exception))]
    fn __exit__(&self, py: Python<'_>, _exception: &Bound<'_, PyAny>) -> PyResult<()> {
        self.close(py)
    }

    fn __repr__(&self) -> String {
        let Counts {
            documents,
            failures,
            bytes,
        } = self.counts();
        let counted = |count: u64, noun: &str| match count {
            1 => format!("1 {noun}"),
            _ => format!("{count} {noun}s"),
        };
        format!(
            "Stream({}, {}, {})",
            counted(documents, "document"),
            counted(failures, "failure"),
            counted(bytes, "byte")
        )
    }
}

/// Ends a run: documents not yet begun are not worked on, and a progress line is closed.
fn finish(py: Python<'_>, running: Running) -> PyResult<()> {
    drop(running.stream);
    if let Some(progress) = running.progress
        && let Some(close) = progress.bind(py).getattr_opt("close")?
    {
        close.call0()?;
    }
    Ok(())
}

fn busy() -> PyErr {
    CopydeskError::new_err(
        "the stream is already being advanced, by another thread or by its own sources",
    )
}
