//! Records as tables: `copydesk.Table`, `copydesk.Batches` and `copydesk.to_arrow`.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, TryLockError},
};

use arrow_array::{
    RecordBatch, RecordBatchIterator, RecordBatchReader, ffi_stream::FFI_ArrowArrayStream,
};
use arrow_schema::{ArrowError, SchemaRef};
use copydesk_io::{ArrowRecords, ArrowRows, Through, arrow_schema};
use pyo3::{prelude::*, types::PyCapsule};

use crate::{
    article::Article,
    errors::{ConfigurationError, CopydeskError},
    input::wrong_type,
    pulled::Raised,
    run::detached,
};

/// Rows and bytes at which a batch of `to_arrow` is full.
const FULL_ROWS: usize = 1_024;
const FULL_BYTES: usize = 32 << 20;

/// Records as a table, one row each. Pandas, polars, pyarrow, DuckDB and whatever else knows the
/// Arrow PyCapsule interface take it as it is: `polars.DataFrame(table)`, `pyarrow.table(table)`.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

#[pymethods]
impl Table {
    /// How many records it holds.
    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// The names of its columns: the fields of the record, and `input` before them where columns of
    /// the input are kept.
    #[getter]
    fn columns(&self) -> Vec<String> {
        names(&self.schema)
    }

    fn __repr__(&self) -> String {
        let count = self.__len__();
        let noun = if count == 1 { "record" } else { "records" };
        format!("Table({count} {noun}, {} columns)", self.columns().len())
    }

    /// The Arrow PyCapsule interface. The table keeps its columns as they are: a schema that is
    /// asked for is for the caller to cast to.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // The interface allows for that: the answer is a best effort.
        let _ = requested_schema;
        let batches = self.batches.clone().into_iter().map(Ok);
        let reader = RecordBatchIterator::new(batches, Arc::clone(&self.schema));
        capsule(py, Box::new(reader))
    }
}

fn names(schema: &SchemaRef) -> Vec<String> {
    let names = schema.fields().iter().map(|field| field.name().clone());
    names.collect()
}

fn capsule(
    py: Python<'_>,
    reader: Box<dyn RecordBatchReader + Send>,
) -> PyResult<Bound<'_, PyCapsule>> {
    let stream = FFI_ArrowArrayStream::new(reader);
    PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
}

/// Records as batches of a table, made as they are taken, in bounded memory: once, by iterating (each
/// item is a `Table`) or by what knows the Arrow PyCapsule interface:
/// `pyarrow.RecordBatchReader.from_stream(batches)`, `duckdb.from_arrow(...)`.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Batches {
    schema: SchemaRef,
    reader: Mutex<Option<Reader>>,
}

impl Batches {
    pub(crate) fn new(stream: copydesk::Stream, through: Through, raised: Raised) -> Self {
        let records = ArrowRecords::new(stream, through);
        let schema = records.schema();
        let reader = Mutex::new(Some(Reader { records, raised }));
        Self { schema, reader }
    }

    fn take(&self) -> PyResult<Reader> {
        // While another thread takes a batch, it is as if all were taken.
        let taken = match self.reader.try_lock() {
            Ok(mut reader) => reader.take(),
            Err(TryLockError::Poisoned(reader)) => reader.into_inner().take(),
            Err(TryLockError::WouldBlock) => None,
        };
        taken.ok_or_else(|| {
            ConfigurationError::new_err(
                "these batches were taken already; make them again, or keep them with Desk.table",
            )
        })
    }

    /// Takes all that is left.
    pub(crate) fn all(&self, py: Python<'_>) -> PyResult<Table> {
        let mut reader = self.take()?;
        let mut batches = Vec::new();
        while let Some(batch) = reader.advance(py)? {
            batches.push(batch);
        }
        let schema = Arc::clone(&self.schema);
        Ok(Table { schema, batches })
    }
}

#[pymethods]
impl Batches {
    /// The names of the columns.
    #[getter]
    fn columns(&self) -> Vec<String> {
        names(&self.schema)
    }

    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Table>> {
        let mut slot = match self.reader.try_lock() {
            Ok(slot) => slot,
            Err(TryLockError::Poisoned(slot)) => slot.into_inner(),
            Err(TryLockError::WouldBlock) => {
                return Err(CopydeskError::new_err(
                    "the batches are already being taken, by another thread or by their own input",
                ));
            }
        };
        let Some(reader) = slot.as_mut() else {
            return Ok(None);
        };
        let batch = reader.advance(py);
        if !matches!(batch, Ok(Some(_))) {
            slot.take();
        }
        drop(slot);
        let Some(batch) = batch? else {
            return Ok(None);
        };
        let schema = Arc::clone(&self.schema);
        Ok(Some(Table {
            schema,
            batches: vec![batch],
        }))
    }

    fn __repr__(&self) -> String {
        format!("Batches({} columns)", self.schema.fields().len())
    }

    /// The Arrow PyCapsule interface: hands on all batches that are left.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        capsule(py, Box::new(self.take()?))
    }
}

/// What makes the batches.
struct Reader {
    records: ArrowRecords<copydesk::Stream>,
    raised: Raised,
}

impl Reader {
    /// The next batch, for a caller that holds the GIL.
    fn advance(&mut self, py: Python<'_>) -> PyResult<Option<RecordBatch>> {
        let batch = detached(py, || self.records.next())?;
        self.checked(py, batch)
    }

    /// The batch, or the exception of the iterable that the documents came from.
    fn checked(
        &self,
        py: Python<'_>,
        batch: Option<Result<RecordBatch, ArrowError>>,
    ) -> PyResult<Option<RecordBatch>> {
        if let Some(error) = self.raised.take_urgent(py) {
            return Err(error);
        }
        match batch {
            Some(Ok(batch)) => Ok(Some(batch)),
            Some(Err(error)) => Err(CopydeskError::new_err(error.to_string())),
            None => self.raised.take().map_or(Ok(None), Err),
        }
    }
}

impl Iterator for Reader {
    type Item = Result<RecordBatch, ArrowError>;

    /// For callers in C: whatever thread they are on, and a panic must not reach them.
    fn next(&mut self) -> Option<Self::Item> {
        let batch = catch_unwind(AssertUnwindSafe(|| self.records.next())).unwrap_or_else(|_| {
            let what = "copydesk: internal error, please report it";
            Some(Err(ArrowError::ComputeError(what.to_owned())))
        });
        let checked = Python::attach(|py| {
            py.check_signals()?;
            self.checked(py, batch)
        });
        checked
            .map_err(|error| ArrowError::ExternalError(Box::new(error)))
            .transpose()
    }
}

impl RecordBatchReader for Reader {
    fn schema(&self) -> SchemaRef {
        self.records.schema()
    }
}

/// Articles as a table of Arrow, one row each, with the fields of the record as nested columns.
///
/// Args:
///     articles: a list of articles, a stream of a desk, or anything else that yields articles.
///
/// Columns and fields are named as in `Article.to_dict()` and hold the same: `start` and `end` count
/// code points of `text`. A list that the dict leaves out is empty, any other value null, and a
/// segment of `offsets` is a struct. Memory is a few times that of the records; for many articles
/// write a file with `copydesk read pages/ -o out.arrow`.
///
/// Raises:
///     TypeError: something is no article.
#[pyfunction]
pub(crate) fn to_arrow(articles: &Bound<'_, PyAny>) -> PyResult<Table> {
    let py = articles.py();
    let wanted = "a list or stream of articles";
    if articles.is_instance_of::<Article>() {
        return Err(wrong_type("articles", wanted, articles));
    }
    let Ok(items) = articles.try_iter() else {
        return Err(wrong_type("articles", wanted, articles));
    };
    let mut batches = Vec::new();
    let mut rows = ArrowRows::default();
    for (at, item) in items.enumerate() {
        let item = item?;
        let Ok(article) = item.cast::<Article>() else {
            let place = format!("item {} of articles", at + 1);
            return Err(wrong_type(&place, "an Article", &item));
        };
        let article = article.get().record();
        detached(py, || rows.push(article))?;
        if rows.len() >= FULL_ROWS || rows.bytes() >= FULL_BYTES {
            batches.push(rows.finish());
        }
    }
    if !rows.is_empty() {
        batches.push(rows.finish());
    }
    let schema = arrow_schema();
    Ok(Table { schema, batches })
}
