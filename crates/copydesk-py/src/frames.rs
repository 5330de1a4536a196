//! Articles as tables and data frames, and back: what `Articles`, `Corpus`, `Stream` and `Table` share.

use std::sync::Arc;

use arrow_array::RecordBatch;
use copydesk_io::{
    ArrowDocuments, ArrowRows, DocumentColumns, LongRows, LongTable, arrow_schema,
    records_from_arrow,
};
use pyo3::prelude::*;

use crate::{
    article::Article,
    desk::Desk,
    errors::{ConfigurationError, CopydeskError, RecordError, raised},
    input::wrong_type,
    options::{self, Given},
    origin::Origin,
    rows,
    run::detached,
    table::Table,
    tables,
};

/// Rows and bytes at which a batch of `to_arrow` is full.
const FULL_ROWS: usize = 1_024;
const FULL_LONG_ROWS: usize = 1 << 16;
const FULL_BYTES: usize = 32 << 20;

/// What errors call a table that is read.
const NAME: &str = "table";

/// Rows of records, or of a long table.
enum Rows {
    Records(ArrowRows),
    Long(LongRows),
}

impl Rows {
    fn push(&mut self, article: &copydesk::Article) {
        match self {
            Self::Records(rows) => rows.push(article),
            Self::Long(rows) => rows.push(article),
        }
    }

    fn is_full(&self) -> bool {
        match self {
            Self::Records(rows) => rows.len() >= FULL_ROWS || rows.bytes() >= FULL_BYTES,
            Self::Long(rows) => rows.len() >= FULL_LONG_ROWS || rows.bytes() >= FULL_BYTES,
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Records(rows) => rows.is_empty(),
            Self::Long(rows) => rows.is_empty(),
        }
    }

    fn finish(&mut self) -> RecordBatch {
        match self {
            Self::Records(rows) => rows.finish(),
            Self::Long(rows) => rows.finish(),
        }
    }
}

/// Articles as a table of Arrow: one row each, with the fields of the record as nested columns; or one
/// row for each of what they hold, with flat columns.
///
/// Args:
///     articles: a list of articles, a stream of a desk, a corpus, or anything else that yields articles.
///     table: None for the records, or the name of a long table: "mentions", "entities", "dates",
///         "amounts", "quotes", "claims" or "events". See `copydesk.Table` for their columns.
///
/// Columns and fields of the records are named as in `Article.to_dict()` and hold the same: `start` and
/// `end` count code points of `text`. A list that the dict leaves out is empty, any other value null, and
/// a segment of `offsets` is a struct. It is the table that `copydesk read pages/ -o out.parquet`
/// writes. Memory is a few times that of the records.
///
/// Raises:
///     TypeError: something is no article.
///     ConfigurationError: there is no such table (a ValueError).
#[pyfunction]
#[pyo3(signature = (articles, table=None))]
pub(crate) fn to_arrow(articles: &Bound<'_, PyAny>, table: Option<&str>) -> PyResult<Table> {
    let py = articles.py();
    let table: Option<LongTable> = match table {
        None => None,
        Some(name) => Some(name.parse().map_err(|error| raised(py, &error))?),
    };
    let wanted = "a list or stream of articles";
    if articles.is_instance_of::<Article>() {
        return Err(wrong_type("articles", wanted, articles));
    }
    let Ok(items) = articles.try_iter() else {
        return Err(wrong_type("articles", wanted, articles));
    };
    let (schema, mut rows) = match table {
        None => (arrow_schema(), Rows::Records(ArrowRows::default())),
        Some(table) => (table.schema(), Rows::Long(LongRows::new(table))),
    };
    let mut batches = Vec::new();
    for (at, item) in items.enumerate() {
        let item = item?;
        let Ok(article) = item.cast::<Article>() else {
            let place = format!("item {} of articles", at + 1);
            return Err(wrong_type(&place, "an Article", &item));
        };
        let article = article.get().record();
        detached(py, || rows.push(article))?;
        if rows.is_full() {
            batches.push(rows.finish());
        }
    }
    if !rows.is_empty() {
        batches.push(rows.finish());
    }
    Ok(Table::new(schema, batches))
}

/// The data frame that `function` of `copydesk._frames` makes of a table.
pub(crate) fn frame<'py>(table: Bound<'py, Table>, function: &str) -> PyResult<Bound<'py, PyAny>> {
    let frames = table.py().import("copydesk._frames")?;
    frames.call_method1(function, (table,))
}

/// The data frame of articles.
pub(crate) fn frame_of<'py>(
    articles: &Bound<'py, PyAny>,
    function: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let table = Bound::new(articles.py(), to_arrow(articles, None)?)?;
    frame(table, function)
}

/// Articles as the list that Python users have them in.
pub(crate) fn listed<'py>(
    py: Python<'py>,
    articles: Vec<Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyAny>> {
    py.import("copydesk")?.call_method1("Articles", (articles,))
}

/// The articles in a table, of which each row is a record or a document.
///
/// Args:
///     table: a table of records, as `to_arrow`, `Desk.table` and `copydesk read` make it, maybe after
///         rows and columns were chosen: of pandas (with pyarrow), polars, pyarrow, DuckDB, or anything
///         else with `__arrow_c_stream__`. A record needs its columns `id`, `source`, `text` and
///         `offsets`; what else is left out is empty in the articles.
///     column: the column that holds raw documents, strings or bytes, where the table holds these; a
///         desk reads them. Default: None, the table holds records.
///     uri: the column with the names or addresses of the documents.
///     fetched: the column that says when they were fetched: dates, timestamps or strings.
///     format: "html" or "text". Default: each as its first bytes say.
///     desk: the desk that reads them. Default: a new one.
///
/// A row without a document is an article with a diagnostic.
///
/// Raises:
///     ConfigurationError: a column is not there, or holds no documents (a ValueError).
///     RecordError: a row is no record; the message says which and why (a ValueError).
///     TypeError: it is no table.
#[pyfunction]
#[pyo3(signature = (table, column=None, *, uri=None, fetched=None, format=None, desk=None))]
pub(crate) fn from_arrow<'py>(
    table: &Bound<'py, PyAny>,
    column: Option<String>,
    uri: Option<String>,
    fetched: Option<String>,
    format: Option<&str>,
    desk: Option<&Bound<'py, Desk>>,
) -> PyResult<Bound<'py, PyAny>> {
    let py = table.py();
    let wanted = "a table with __arrow_c_stream__, such as a data frame";
    if !table.hasattr("__arrow_c_stream__")? {
        return Err(wrong_type(NAME, wanted, table));
    }
    let named = [
        ("uri", uri.is_some()),
        ("fetched", fetched.is_some()),
        ("format", format.is_some()),
        ("desk", desk.is_some()),
    ];
    let Some(column) = column else {
        if let Some((argument, _)) = named.iter().find(|(_, given)| *given) {
            return Err(ConfigurationError::new_err(format!(
                "{argument} is given, but no column; say which one holds the raw documents, as \
                 column=\"html\""
            )));
        }
        return listed(py, records(table)?);
    };
    let mut columns = DocumentColumns::new(column);
    columns.uri = uri;
    columns.fetched = fetched;
    columns.format = options::format(format)?;
    let capsule = table.call_method0("__arrow_c_stream__")?;
    let reader =
        rows::batches(NAME, &capsule).map_err(|error| tables::series(NAME, table, error))?;
    let documents = ArrowDocuments::new(NAME, reader, &columns).map_err(|it| raised(py, &it))?;
    let through = documents.through();
    let mut stream = if let Some(desk) = desk {
        desk.get().desk().stream(documents)
    } else {
        let desk = copydesk::Desk::new(Given::default().options()?);
        desk.map_err(|it| raised(py, &it))?.stream(documents)
    };
    let mut articles = Vec::new();
    while let Some(article) = detached(py, || stream.next())? {
        articles.push(Bound::new(py, Article::new(article))?.into_any());
    }
    match through.take_error() {
        Some(error) => Err(CopydeskError::new_err(error.to_string())),
        None => listed(py, articles),
    }
}

/// The records in a table.
fn records<'py>(table: &Bound<'py, PyAny>) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let py = table.py();
    let capsule = table.call_method0("__arrow_c_stream__")?;
    let reader =
        rows::batches(NAME, &capsule).map_err(|error| tables::series(NAME, table, error))?;
    let mut records = records_from_arrow(NAME, reader).map_err(|error| {
        ConfigurationError::new_err(format!(
            "{error}; or, where it holds raw documents, say in which column, as column=\"html\""
        ))
    })?;
    let mut articles = Vec::new();
    loop {
        let read = detached(py, || {
            let article = records.next()?.map_err(|failure| failure.to_string());
            Some(article.and_then(|article| {
                Origin::check(&article)?;
                Ok(article)
            }))
        })?;
        let Some(article) = read else {
            return Ok(articles);
        };
        let article = article.map_err(|what| {
            let row = articles.len() + 1;
            RecordError::new_err(format!("row {row} is no record of copydesk: {what}"))
        })?;
        articles.push(Bound::new(py, Article::new(article))?.into_any());
    }
}

/// A table of Arrow as bytes of an IPC stream, and back.
pub(crate) mod ipc {
    use std::io::Cursor;

    use arrow_ipc::{reader::StreamReader, writer::StreamWriter};
    use arrow_schema::{ArrowError, SchemaRef};

    use super::{Arc, RecordBatch};

    pub(crate) fn write(
        schema: &SchemaRef,
        batches: &[RecordBatch],
    ) -> Result<Vec<u8>, ArrowError> {
        let mut writer = StreamWriter::try_new(Vec::new(), schema)?;
        for batch in batches {
            writer.write(batch)?;
        }
        writer.into_inner()
    }

    pub(crate) fn read(bytes: &[u8]) -> Result<(SchemaRef, Vec<RecordBatch>), ArrowError> {
        let reader = StreamReader::try_new(Cursor::new(bytes), None)?;
        let schema = reader.schema();
        Ok((Arc::clone(&schema), reader.collect::<Result<_, _>>()?))
    }
}
