//! Tables of the user's, as Python has them: files, data frames and lists of dicts.

use std::{io, path::PathBuf};

use arrow_array::{
    RecordBatchReader,
    ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader},
};
use copydesk::{Error, ErrorKind};
use copydesk_io::{TableCell, TableRow, read_table, table_from_arrow};
use pyo3::{
    exceptions::PyImportError,
    prelude::*,
    types::{
        PyBool, PyBytes, PyCapsule, PyFloat, PyFrozenSet, PyInt, PyList, PyMapping, PySet,
        PyString, PyTuple,
    },
};

use crate::{
    errors::{ConfigurationError, SourceNotFoundError, raised},
    input::{items, text_of, wrong_type},
    run::detached,
};

/// A row that may be read without the GIL.
pub(crate) trait Row: TableRow<Entry: Send> {}

impl<R: TableRow<Entry: Send>> Row for R {}

/// What the rows of a table stand for, and its path, where it is a file.
pub(crate) fn rows<R: Row>(source: &Bound<'_, PyAny>) -> PyResult<(Option<String>, Vec<R::Entry>)> {
    let in_memory = |entries| (None, entries);
    if source.is_instance_of::<PyString>() || source.hasattr("__fspath__")? {
        return from_path::<R>(source);
    }
    if source.hasattr("__arrow_c_stream__")? {
        match source.call_method0("__arrow_c_stream__") {
            Ok(capsule) => return from_arrow::<R>(&capsule).map(in_memory),
            // A data frame of pandas needs pyarrow for that.
            Err(error)
                if error.is_instance_of::<PyImportError>(source.py())
                    && source.hasattr("to_dict")? =>
            {
                let rows = source.call_method1("to_dict", ("records",))?;
                return from_rows::<R>(&rows).map(in_memory);
            }
            Err(error) => return Err(error),
        }
    }
    from_rows::<R>(source).map(in_memory)
}

fn from_path<R: Row>(source: &Bound<'_, PyAny>) -> PyResult<(Option<String>, Vec<R::Entry>)> {
    if let Ok(text) = source.cast::<PyString>()
        && text.contains("\n")?
    {
        return Err(ConfigurationError::new_err(format!(
            "{} is a text with line breaks and no path; give the path of a file, a table or a \
             list of dicts",
            R::NAME
        )));
    }
    let py = source.py();
    let path: PathBuf = source.extract()?;
    let path = path.display().to_string();
    let entries =
        detached(py, || read_table::<R>(&path))?.map_err(|error| missing(py, &error, &path))?;
    Ok((Some(path), entries))
}

/// The exception for a list that cannot be read; one of its own for a file that is not there.
fn missing(py: Python<'_>, error: &Error, path: &str) -> PyErr {
    let cause =
        std::error::Error::source(error).and_then(|cause| cause.downcast_ref::<io::Error>());
    match cause {
        Some(cause)
            if error.kind() == ErrorKind::Read && cause.kind() == io::ErrorKind::NotFound =>
        {
            let arguments = (
                cause.raw_os_error(),
                "no such file; check the path",
                path.to_owned(),
            );
            SourceNotFoundError::new_err(arguments)
        }
        _ => raised(py, error),
    }
}

fn from_arrow<R: Row>(capsule: &Bound<'_, PyAny>) -> PyResult<Vec<R::Entry>> {
    let py = capsule.py();
    let reader = batches(R::NAME, capsule)?;
    detached(py, || {
        let schema = reader.schema();
        table_from_arrow::<R>(R::NAME, &schema, reader)
    })?
    .map_err(|error| raised(py, &error))
}

/// The batches in a capsule that `__arrow_c_stream__` returned; `name` is what errors call it.
#[expect(
    unsafe_code,
    reason = "the stream is in memory of the producer, as the Arrow PyCapsule interface has it"
)]
pub(crate) fn batches(name: &str, capsule: &Bound<'_, PyAny>) -> PyResult<RecordBatchStreamReader> {
    let Ok(capsule) = capsule.cast::<PyCapsule>() else {
        return Err(wrong_type(
            "what __arrow_c_stream__ returns",
            "a capsule",
            capsule,
        ));
    };
    let stream = capsule.pointer_checked(Some(c"arrow_array_stream"))?;
    // SAFETY: a capsule of this name points to a valid stream, which `from_raw` moves out and marks
    // as released, so that the capsule does not free it again.
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(stream.as_ptr().cast()) };
    RecordBatchStreamReader::try_new(stream)
        .map_err(|error| ConfigurationError::new_err(format!("{name}: {error}")))
}

fn from_rows<R: Row>(rows: &Bound<'_, PyAny>) -> PyResult<Vec<R::Entry>> {
    let py = rows.py();
    let wanted = "a path, a table with __arrow_c_stream__ or a list of dicts";
    let is_rows = rows.cast::<PyMapping>().is_err() && !rows.is_instance_of::<PyBytes>();
    if !is_rows {
        return Err(wrong_type(R::NAME, wanted, rows));
    }
    let items = items(R::NAME, wanted, rows)?;
    let mut entries = Vec::new();
    for (at, item) in items.enumerate() {
        let item = item?;
        let place = format!("item {} of {}", at + 1, R::NAME);
        let Ok(fields) = item.cast::<PyMapping>() else {
            let wanted = format!("a dict such as {}", R::EXAMPLE);
            return Err(wrong_type(&place, &wanted, &item));
        };
        let mut row = R::default();
        for pair in fields.items()? {
            let (column, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair.extract()?;
            // Data frames may have numbers for columns.
            let Ok(column) = column.cast::<PyString>() else {
                continue;
            };
            row.set(text_of(column)?, cell(&value)?)
                .map_err(|error| raised(py, &error))?;
        }
        entries.push(row.entry(&place).map_err(|error| raised(py, &error))?);
    }
    Ok(entries)
}

/// What a value of a dict is to a table.
fn cell(value: &Bound<'_, PyAny>) -> PyResult<TableCell> {
    if value.is_none() {
        return Ok(TableCell::Missing);
    }
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(TableCell::Text(text_of(text)?.to_owned()));
    }
    if let Ok(on) = value.cast::<PyBool>() {
        return Ok(TableCell::Bool(on.is_true()));
    }
    if value.is_instance_of::<PyInt>() {
        return Ok(TableCell::Number(value.str()?.to_string()));
    }
    if let Ok(float) = value.cast::<PyFloat>() {
        // Where some are missing, data frames make floats of numbers and NaN of what is missing.
        let float = float.value();
        return Ok(if float.is_nan() {
            TableCell::Missing
        } else {
            TableCell::Number(float.to_string())
        });
    }
    if value.is_instance_of::<PyList>()
        || value.is_instance_of::<PyTuple>()
        || value.is_instance_of::<PySet>()
        || value.is_instance_of::<PyFrozenSet>()
    {
        let cells = value.try_iter()?.map(|item| cell(&item?));
        return Ok(TableCell::List(cells.collect::<PyResult<_>>()?));
    }
    let kind = value.get_type().name()?.to_string();
    // What pandas has for missing values and dates.
    if matches!(kind.as_str(), "NAType" | "NaTType") {
        return Ok(TableCell::Missing);
    }
    // Dates, with or without a time.
    if value.hasattr("isoformat")? && value.hasattr("year")? {
        let day = value.call_method0("isoformat")?;
        return Ok(TableCell::Day(day.extract()?));
    }
    // Arrays and scalars of numpy.
    if value.hasattr("tolist")? {
        let plain = value.call_method0("tolist")?;
        if !plain.get_type().is(value.get_type()) {
            return cell(&plain);
        }
    }
    Ok(TableCell::Other(format!("of type {kind}")))
}
