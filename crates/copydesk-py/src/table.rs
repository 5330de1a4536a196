//! Records as tables: `copydesk.Table` and `copydesk.Batches`.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, TryLockError},
};

use arrow_array::{
    RecordBatch, RecordBatchIterator, RecordBatchReader, ffi_stream::FFI_ArrowArrayStream,
};
use arrow_schema::{ArrowError, SchemaRef};
use copydesk_io::{ArrowRecords, Through};
use pyo3::{
    prelude::*,
    pybacked::PyBackedBytes,
    types::{PyBytes, PyCapsule},
};

use crate::{
    errors::{ConfigurationError, CopydeskError, ReadError},
    frames::{frame, ipc},
    pulled::Raised,
    run::detached,
};

/// Records as a table, one row each, or a long table of what they hold. Polars, pyarrow, DuckDB and
/// whatever else knows the Arrow PyCapsule interface take it as it is: `polars.DataFrame(table)`,
/// `pyarrow.table(table)`. It may be pickled.
///
/// The long tables begin with the same columns: `article` (from 0, in the order of the articles), `id`
/// and `uri` of the article, `published` and its day `published_day`, and `number`: which one of its
/// article it is, from 0. All but entities go on with their place: `start`, `end` (code points of the
/// text; null for what stands in a dropped part of the page), `text`, `source_start`, `source_end` and
/// `source_unit` ("byte" or "char"). Then come:
///
/// - mentions: `label`, `entity` (its `number` among the entities), `entity_name`, `entity_id` (your
///   own), `country`, `wikidata`, `geonames`, `lat`, `lon`, `confidence`, `why`, `link`,
///   `metonym_of`, `holders`;
/// - entities: `name`, `label`, `aliases`, `roles`, `mentions` (how many), `confidence`, `entity_id`,
///   `country`, `wikidata`, `geonames`, `lat`, `lon`;
/// - dates: `type`, `value`, `modifier`, `role`, `anchor`, `first_day`, `last_day`;
/// - amounts: `type`, `value`, `unit`, `modifier`, `low`, `high`, `dimension`, `si_value`, `si_unit`;
/// - quotes: `kind`, `verb_class`, `speaker` (the words), `speaker_name`, `speaker_kind`, `addressee`,
///   `cue`, `quoted`;
/// - claims: `status`, `claimed_by` (the words), `claimed_by_name`, `claimed_by_kind`, `denied_by`,
///   `cue`, `hedges` (the words), `hedge_kinds`, `quote` (its `number` among the quotes);
/// - events: `root`, `cameo`, `status`, `who`, `whom`, `where`, `when`, `first_day`, `last_day`,
///   `clause`, `claim` (its `number` among the claims).
///
/// Days are date32, lists are lists of strings, numbers of things are uint32, and entities are named by
/// their names.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Table {
    pub(crate) fn new(schema: SchemaRef, batches: Vec<RecordBatch>) -> Self {
        Self { schema, batches }
    }
}

#[pymethods]
impl Table {
    /// How many rows it has.
    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// The names of its columns: of records the fields, and `input` before them where columns of the
    /// input are kept.
    #[getter]
    fn columns(&self) -> Vec<String> {
        names(&self.schema)
    }

    fn __repr__(&self) -> String {
        let count = self.__len__();
        let noun = match self.schema.index_of("offsets") {
            Ok(_) => "record",
            Err(_) => "row",
        };
        let plural = if count == 1 { "" } else { "s" };
        let columns = self.columns().len();
        format!("Table({count} {noun}{plural}, {columns} columns)")
    }

    /// The table as a data frame of pandas: whole numbers as UInt32, which may be missing, and days as
    /// datetime64; nested values are dicts and arrays of them.
    ///
    /// Raises ImportError where pandas or pyarrow is missing.
    fn to_pandas<'py>(slf: Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        frame(slf, "to_pandas")
    }

    /// The table as a data frame of polars.
    ///
    /// Raises ImportError where polars is missing.
    fn to_polars<'py>(slf: Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        frame(slf, "to_polars")
    }

    /// The table as a table of pyarrow.
    ///
    /// Raises ImportError where pyarrow is missing.
    fn to_arrow<'py>(slf: Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        frame(slf, "to_arrow")
    }

    /// The table as bytes: a stream of Arrow IPC.
    fn to_bytes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = detached(py, || ipc::write(&self.schema, &self.batches))?;
        let bytes = bytes.map_err(|error| CopydeskError::new_err(error.to_string()))?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// The table from the bytes of `to_bytes`, or of any other stream of Arrow IPC.
    ///
    /// Raises `ReadError`, which is an OSError, where they are none.
    #[staticmethod]
    fn from_bytes(py: Python<'_>, data: PyBackedBytes) -> PyResult<Self> {
        // On damaged bytes arrow-ipc panics.
        let read = detached(py, || catch_unwind(AssertUnwindSafe(|| ipc::read(&data))))?;
        let (schema, batches) = match read {
            Ok(Ok(read)) => read,
            Ok(Err(error)) => return Err(no_stream(&error.to_string())),
            Err(_) => return Err(no_stream("it is damaged")),
        };
        Ok(Self { schema, batches })
    }

    fn __reduce__<'py>(
        slf: &Bound<'py, Self>,
    ) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyBytes>,))> {
        let py = slf.py();
        let from_bytes = py.get_type::<Self>().getattr("from_bytes")?;
        Ok((from_bytes, (slf.get().to_bytes(py)?,)))
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

fn no_stream(why: &str) -> PyErr {
    ReadError::new_err(format!("no stream of Arrow IPC: {why}"))
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
