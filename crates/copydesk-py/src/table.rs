//! `copydesk.to_arrow`: records as a table for data frames.

use std::mem;

use arrow_array::{RecordBatch, RecordBatchIterator, ffi_stream::FFI_ArrowArrayStream};
use copydesk_io::arrow_schema;
use pyo3::{prelude::*, types::PyCapsule};

use crate::{article::Article, input::wrong_type, run::detached};

/// Articles, and bytes of their texts, of one batch.
const MOST_ARTICLES: usize = 256;
const MOST_BYTES: usize = 4 << 20;

/// Records as a table, one row each. Pandas, polars, pyarrow, DuckDB and whatever else knows the
/// Arrow PyCapsule interface take it as it is: `polars.DataFrame(table)`, `pyarrow.table(table)`.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Table(Vec<RecordBatch>);

#[pymethods]
impl Table {
    /// How many records it holds.
    fn __len__(&self) -> usize {
        self.0.iter().map(RecordBatch::num_rows).sum()
    }

    /// The names of its columns: the fields of the record.
    #[getter]
    fn columns(&self) -> Vec<String> {
        let first = self.0.first();
        let schema = first.map_or_else(arrow_schema, RecordBatch::schema);
        let names = schema.fields().iter().map(|field| field.name().clone());
        names.collect()
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
        let batches = self.0.clone().into_iter().map(Ok);
        let reader = RecordBatchIterator::new(batches, arrow_schema());
        let stream = FFI_ArrowArrayStream::new(Box::new(reader));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
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
    let mut waiting: Vec<Bound<'_, Article>> = Vec::new();
    let mut bytes = 0;
    let mut batch = |waiting: &mut Vec<Bound<'_, Article>>| {
        let held = mem::take(waiting);
        let records: Vec<_> = held.iter().map(|article| article.get().record()).collect();
        detached(py, || copydesk_io::to_arrow(&records)).map(|batch| batches.push(batch))
    };
    for (at, item) in items.enumerate() {
        let item = item?;
        let article = item.cast::<Article>().cloned();
        let Ok(article) = article else {
            let place = format!("item {} of articles", at + 1);
            return Err(wrong_type(&place, "an Article", &item));
        };
        bytes += article.get().record().text.len();
        waiting.push(article);
        if waiting.len() >= MOST_ARTICLES || bytes >= MOST_BYTES {
            batch(&mut waiting)?;
            bytes = 0;
        }
    }
    if !waiting.is_empty() {
        batch(&mut waiting)?;
    }
    Ok(Table(batches))
}
