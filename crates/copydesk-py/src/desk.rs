//! `copydesk.Desk`: the pipeline with its options and its threads.

use std::sync::Arc;

use copydesk::{RawDocument, Stage};
use pyo3::{
    prelude::*,
    types::{PyBool, PyDict, PyMapping, PyTuple},
};

use crate::{
    article::Article,
    errors::raised,
    frames::listed,
    functions::{Hints, document},
    gazetteer::Gazetteer,
    input::wrong_type,
    options::{self, Given},
    pulled::{self, Raised},
    reading::Reading,
    run::watched_if_large,
    stream::Stream,
    table::{Batches, Table},
    tables::Columns,
};

/// The pipeline, ready to read documents. Safe to share between threads and after a fork, and may
/// be pickled; no pool of threads starts before `stream` is called.
///
/// Args:
///     threads: threads of a stream. Default: one per core; 1 works in the caller's thread.
///     stages: which of "parse", "normalize", "segment", "entities" run. Default: all.
///     tokens: whether articles hold their tokens. Costs 12 bytes per token.
///     reference_date: the day that relative dates count from, "YYYY-MM-DD" or a
///         datetime.date. Default: the publication date, else the day of the crawl.
///     title_in_text: whether the title is the first paragraph of the text. Default: yes where
///         the entities stage runs.
///     normalize: a preset of `copydesk.normalize`, such as "search", or its switches by name,
///         such as {"preset": "search", "strip_accents": True}. Few names are found in text whose
///         case is folded.
///     min_confidence: the least confidence of a mention that is returned, 0 to 1.
///     gazetteer: names of your own, found before and instead of all others: a
///         `copydesk.Gazetteer`, or what it is made of: a path, a table or a list of dicts.
///     statements: whether articles hold quotes, claims and events. Without them the entities
///         stage is faster.
///     max_seconds: how long a document may be worked on, looked at between the stages: past it,
///         the article keeps what is finished and has a diagnostic "run/time-limit". Articles then
///         depend on the machine. Default: no limit.
///     max_text_bytes: bytes of the text of an article; a longer one is cut behind a paragraph,
///         with a diagnostic "limit/text-bytes". Default: 64 MiB.
///
/// Raises:
///     ConfigurationError: an option makes no sense (a ValueError).
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Desk {
    desk: Arc<copydesk::Desk>,
    /// What it is made of, for pickling.
    options: Py<PyDict>,
}

impl Desk {
    pub(crate) fn desk(&self) -> &copydesk::Desk {
        &self.desk
    }
}

#[pymethods]
impl Desk {
    #[new]
    #[pyo3(signature = (*, threads=None, stages=None, tokens=false, reference_date=None, title_in_text=None, normalize=None, min_confidence=0.0, gazetteer=None, statements=true, max_seconds=None, max_text_bytes=None))]
    #[expect(
        clippy::too_many_arguments,
        reason = "keyword-only options of a Python class"
    )]
    fn new(
        py: Python<'_>,
        threads: Option<isize>,
        stages: Option<&Bound<'_, PyAny>>,
        tokens: bool,
        reference_date: Option<&Bound<'_, PyAny>>,
        title_in_text: Option<bool>,
        normalize: Option<&Bound<'_, PyAny>>,
        min_confidence: f32,
        gazetteer: Option<&Bound<'_, PyAny>>,
        statements: bool,
        max_seconds: Option<f64>,
        max_text_bytes: Option<u32>,
    ) -> PyResult<Self> {
        let gazetteer = gazetteer.map(Gazetteer::object).transpose()?;
        // A mapping of the caller's may change later.
        let normalize = match normalize.map(|given| given.cast::<PyMapping>()) {
            Some(Ok(switches)) => {
                Some(PyDict::from_sequence(switches.items()?.as_any())?.into_any())
            }
            _ => normalize.cloned(),
        };
        let given = Given {
            stages,
            tokens,
            reference_date,
            title_in_text,
            normalize: normalize.as_ref(),
            min_confidence,
            gazetteer: gazetteer.as_ref().map(Bound::as_any),
            statements,
        };
        let mut options = given.options()?;
        let made_of = PyDict::new(py);
        made_of.set_item("threads", threads)?;
        let names: Vec<_> = options.stages.iter().map(|stage| stage.as_str()).collect();
        made_of.set_item("stages", names)?;
        made_of.set_item("tokens", tokens)?;
        made_of.set_item("reference_date", &options.entities.reference_date)?;
        made_of.set_item("title_in_text", title_in_text)?;
        made_of.set_item("normalize", &normalize)?;
        made_of.set_item("min_confidence", f64::from(min_confidence))?;
        made_of.set_item("gazetteer", &gazetteer)?;
        made_of.set_item("statements", statements)?;
        made_of.set_item("max_seconds", max_seconds)?;
        made_of.set_item("max_text_bytes", max_text_bytes)?;
        options.run.threads = options::threads(threads)?;
        options.run.max_document_time = max_seconds.map(options::time).transpose()?;
        if let Some(bytes) = max_text_bytes {
            options.run.max_text_bytes = bytes;
        }
        let desk = copydesk::Desk::new(options).map_err(|error| raised(py, &error))?;
        Ok(Self {
            desk: Arc::new(desk),
            options: made_of.unbind(),
        })
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        Ok((PyTuple::empty(py), self.options.bind(py).copy()?))
    }

    /// Threads that a stream uses.
    #[getter]
    fn threads(&self) -> usize {
        self.desk.threads()
    }

    /// The stages that run.
    #[getter]
    fn stages(&self) -> Vec<&'static str> {
        Stage::ALL
            .into_iter()
            .filter(|&stage| self.desk.options().runs(stage))
            .map(Stage::as_str)
            .collect()
    }

    /// Reads one document in the caller's thread; takes and raises what `copydesk.read` does.
    #[pyo3(signature = (source, *, format=None, uri=None, charset=None))]
    fn read(
        &self,
        source: &Bound<'_, PyAny>,
        format: Option<&str>,
        uri: Option<String>,
        charset: Option<String>,
    ) -> PyResult<Article> {
        let hints = Hints {
            format,
            uri,
            charset,
        };
        let document = document(source, hints)?;
        let article = read_one(source.py(), &self.desk, document)?;
        Ok(Article::new(article))
    }

    /// Reads many documents on all threads: an iterator of articles in the order of the input.
    ///
    /// Args:
    ///     sources: a path, folder or glob; or an iterable of paths, bytes, strings (content
    ///         or path, as in `copydesk.read`) and (uri, bytes or str) pairs. It is pulled as
    ///         articles are taken, on the thread that takes them.
    ///     progress: True for a line on stderr (tqdm, where it is installed), or a function
    ///         that is called with (documents, failures, bytes) after each document.
    ///     field: the field of JSONL or the column of a table that holds the documents.
    ///     status: HTTP statuses of the archived responses that are read. Default: 200.
    ///     mime: media types that are read of archives, such as "text/html" or "text/*".
    ///     url: globs over whole addresses, such as "https://*.example/news/*": what none of them
    ///         matches in archives and tables is passed over.
    ///     not_url: the same for what is passed over.
    ///     language: codes of languages, such as "en": pages of archives that are declared to be
    ///         in others are passed over.
    ///     max_document_bytes: bytes of a document in a file, at most. Default: 256 MiB.
    ///
    /// A file or page that cannot be read comes out as an article with a diagnostic of
    /// severity "error" and ends nothing. An exception in the iterable is raised after the
    /// articles of what it yielded before.
    #[pyo3(signature = (sources, *, progress=None, field=None, status=None, mime=None, url=None, not_url=None, language=None, max_document_bytes=None), text_signature = "($self, sources, *, progress=False, field=None, status=None, mime=None, url=None, not_url=None, language=None, max_document_bytes=None)")]
    #[expect(
        clippy::too_many_arguments,
        reason = "keyword-only options of a Python method"
    )]
    fn stream(
        &self,
        sources: &Bound<'_, PyAny>,
        progress: Option<&Bound<'_, PyAny>>,
        field: Option<String>,
        status: Option<Vec<u16>>,
        mime: Option<&Bound<'_, PyAny>>,
        url: Option<&Bound<'_, PyAny>>,
        not_url: Option<&Bound<'_, PyAny>>,
        language: Option<&Bound<'_, PyAny>>,
        max_document_bytes: Option<u64>,
    ) -> PyResult<Stream> {
        let reading = Reading {
            field,
            status,
            mime,
            url,
            not_url,
            language,
            max_document_bytes,
        };
        let reading = reading.options(sources.py())?;
        let progress = progress_callback(sources.py(), progress)?;
        let raised = Raised::default();
        let documents = pulled::documents(sources, &raised, reading)?;
        let stream = self.desk.stream(documents);
        Ok(Stream::new(stream, raised, progress))
    }

    /// Reads many documents on all threads, and returns all their articles, in the order of the input:
    /// `Articles`, a list that is a data frame, too. Takes what `stream` does, and holds all of it in
    /// memory; for more than fits use `stream` or `batches`.
    #[pyo3(signature = (sources, *, progress=None, field=None, status=None, mime=None, url=None, not_url=None, language=None, max_document_bytes=None), text_signature = "($self, sources, *, progress=False, field=None, status=None, mime=None, url=None, not_url=None, language=None, max_document_bytes=None)")]
    #[expect(
        clippy::too_many_arguments,
        reason = "keyword-only options of a Python method"
    )]
    fn read_all<'py>(
        &self,
        sources: &Bound<'py, PyAny>,
        progress: Option<&Bound<'_, PyAny>>,
        field: Option<String>,
        status: Option<Vec<u16>>,
        mime: Option<&Bound<'_, PyAny>>,
        url: Option<&Bound<'_, PyAny>>,
        not_url: Option<&Bound<'_, PyAny>>,
        language: Option<&Bound<'_, PyAny>>,
        max_document_bytes: Option<u64>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = sources.py();
        let stream = self.stream(
            sources,
            progress,
            field,
            status,
            mime,
            url,
            not_url,
            language,
            max_document_bytes,
        )?;
        let stream = Bound::new(py, stream)?;
        let articles = stream.try_iter()?.collect::<PyResult<_>>()?;
        listed(py, articles)
    }

    /// Reads the documents in a column of a table, or in a list, on all threads, and returns their
    /// records as a table: one row in is one row out, in order.
    ///
    /// Args:
    ///     data: a table with `__arrow_c_stream__`, as pandas (with pyarrow), polars, pyarrow and
    ///         DuckDB have; or an iterable of strings and bytes, none of them ever a path.
    ///     column: the column with the documents: strings or bytes of any width, views or
    ///         dictionaries of them, read as they lie. Default: the only column, else the first present
    ///         of "html", "text", "content", "body".
    ///     uri: the column with their names or addresses.
    ///     fetched: the column that says when they were fetched: dates, timestamps or strings.
    ///     keep: columns that go through, as fields of a first column `input`.
    ///     format: "html" or "text". Default: each as its first bytes say.
    ///
    /// A row without a document is a record with a diagnostic. Batches have at most 1,024 rows and 64
    /// MB, unless one record alone has more.
    ///
    /// Raises:
    ///     ConfigurationError: a column is not there, or holds no documents (a ValueError).
    ///     TypeError: data is neither of these.
    #[pyo3(signature = (data, column=None, *, uri=None, fetched=None, keep=Vec::new(), format=None), text_signature = "($self, data, column=None, *, uri=None, fetched=None, keep=(), format=None)")]
    #[expect(
        clippy::too_many_arguments,
        reason = "keyword-only options of a Python method"
    )]
    fn table(
        &self,
        py: Python<'_>,
        data: &Bound<'_, PyAny>,
        column: Option<String>,
        uri: Option<String>,
        fetched: Option<String>,
        keep: Vec<String>,
        format: Option<&str>,
    ) -> PyResult<Table> {
        let batches = self.batches(data, column, uri, fetched, keep, format)?;
        batches.all(py)
    }

    /// As `table`, but the records come in batches as they are taken, in bounded memory: for what is
    /// larger than memory, and for engines.
    #[pyo3(signature = (data, column=None, *, uri=None, fetched=None, keep=Vec::new(), format=None), text_signature = "($self, data, column=None, *, uri=None, fetched=None, keep=(), format=None)")]
    fn batches(
        &self,
        data: &Bound<'_, PyAny>,
        column: Option<String>,
        uri: Option<String>,
        fetched: Option<String>,
        keep: Vec<String>,
        format: Option<&str>,
    ) -> PyResult<Batches> {
        let columns = Columns {
            column,
            uri,
            fetched,
            keep,
            format,
        };
        columns.batches(&self.desk, data)
    }

    fn __repr__(&self) -> String {
        let stages = self.stages().join(", ");
        format!("Desk({} threads: {stages})", self.threads())
    }
}

/// The record of a document, read in the caller's thread, unless that would keep Ctrl-C waiting.
pub(crate) fn read_one(
    py: Python<'_>,
    desk: &Arc<copydesk::Desk>,
    document: RawDocument,
) -> PyResult<copydesk::Article> {
    let desk = Arc::clone(desk);
    watched_if_large(py, document.bytes.len(), move || desk.read(&document))
}

/// The function to call after each document, if any.
fn progress_callback(
    py: Python<'_>,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<Option<Py<PyAny>>> {
    let Some(progress) = progress else {
        return Ok(None);
    };
    if let Ok(wanted) = progress.cast::<PyBool>() {
        if !wanted.is_true() {
            return Ok(None);
        }
        let line = py.import("copydesk._progress")?.call_method0("line")?;
        return Ok(Some(line.unbind()));
    }
    if progress.is_callable() {
        return Ok(Some(progress.clone().unbind()));
    }
    Err(wrong_type("progress", "a bool or a function", progress))
}
