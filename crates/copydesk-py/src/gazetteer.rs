//! `copydesk.Gazetteer`: names of the user's own, from files, data frames and lists.

use std::{io, path::PathBuf, sync::Arc};

use arrow_array::{
    RecordBatchReader,
    ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader},
};
use copydesk::{Error, ErrorKind, GazetteerEntry, GazetteerOptions, UserGazetteer};
use copydesk_io::{
    GazetteerCell, GazetteerRow, gazetteer_from_arrow, gazetteer_name, read_gazetteer,
};
use pyo3::{
    exceptions::PyImportError,
    prelude::*,
    types::{
        PyBool, PyCapsule, PyFloat, PyFrozenSet, PyInt, PyList, PyMapping, PySet, PyString, PyTuple,
    },
};

use crate::{
    errors::{ConfigurationError, SourceNotFoundError, raised},
    input::{text_of, wrong_type},
    run::detached,
};

/// What mentions call a list that was no file.
const IN_MEMORY: &str = "user";
/// What errors call it.
const PLACE: &str = "gazetteer";

/// Names of the user's own, found before and instead of all others. Built once, and shared by any
/// number of desks and threads.
///
/// Args:
///     sources: each a path of CSV, JSON, JSONL or Arrow (Feather, not Parquet); a table of
///         pandas, polars, pyarrow or anything else with `__arrow_c_stream__`; or a list of
///         dicts. The columns: "name"; "type", such as "PERSON", "ORG" or "GPE"; and where they
///         are wanted "id", "aliases" (a list, or a string with "|" between them),
///         "case_sensitive" and "accent_sensitive". Others are passed over.
///     case_sensitive: whether "Acme" is not found in "ACME"; a row may say otherwise.
///     accent_sensitive: whether "Malmö" is not found in "Malmo"; a row may say otherwise.
///
/// A name is found where it stands as whole words, the longest name first: in "Acme's" and
/// "Acme-backed", not in "Acmes" or "#Acme". Its mentions have the confidence 1.0 and the `why`
/// "gazetteer:companies", if companies.csv is the file ("gazetteer:user" if there is none); their
/// entity has the name of the row, and its id in `entity.identifiers.id`. Whatever else was found
/// in the same place is dropped. Of two names that are written the same, the first wins. Rows of
/// one type and id are one thing.
///
/// Raises:
///     SourceNotFoundError: there is no such file (a FileNotFoundError).
///     ReadError: a file cannot be read (an OSError).
///     ConfigurationError: a source holds something else than names; the message says where (a
///         ValueError).
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Gazetteer(Arc<UserGazetteer>);

#[pymethods]
impl Gazetteer {
    #[new]
    #[pyo3(signature = (*sources, case_sensitive=true, accent_sensitive=true))]
    fn new(
        sources: &Bound<'_, PyTuple>,
        case_sensitive: bool,
        accent_sensitive: bool,
    ) -> PyResult<Self> {
        let mut options = GazetteerOptions::default();
        options.case_sensitive = case_sensitive;
        options.accent_sensitive = accent_sensitive;
        Self::build(options, sources.iter())
    }

    /// How many things it names.
    fn __len__(&self) -> usize {
        self.0.len()
    }

    /// How many names and aliases are never found, because another thing that came before is
    /// written the same way.
    #[getter]
    fn shadowed(&self) -> usize {
        self.0.shadowed()
    }

    /// Whether names match as they are capitalised only, where a row says nothing else.
    #[getter]
    fn case_sensitive(&self) -> bool {
        self.0.options().case_sensitive
    }

    /// Whether names match with their accents only, where a row says nothing else.
    #[getter]
    fn accent_sensitive(&self) -> bool {
        self.0.options().accent_sensitive
    }

    fn __repr__(&self) -> String {
        let count = self.0.len();
        let noun = if count == 1 { "name" } else { "names" };
        let mut about = format!("{count} {noun}");
        if !self.case_sensitive() {
            about.push_str(", in any case");
        }
        if !self.accent_sensitive() {
            about.push_str(", with or without accents");
        }
        if self.shadowed() > 0 {
            about.push_str(&format!(", {} shadowed", self.shadowed()));
        }
        format!("Gazetteer({about})")
    }
}

impl Gazetteer {
    fn build<'py>(
        options: GazetteerOptions,
        sources: impl Iterator<Item = Bound<'py, PyAny>>,
    ) -> PyResult<Self> {
        let mut gazetteer = UserGazetteer::new(options);
        for source in sources {
            let py = source.py();
            let (list, entries) = entries(&source)?;
            detached(py, || gazetteer.add(&list, entries))?.map_err(|error| raised(py, &error))?;
        }
        Ok(Self(Arc::new(gazetteer)))
    }

    /// The gazetteer that an option is, or is the source of.
    pub(crate) fn given(option: &Bound<'_, PyAny>) -> PyResult<Arc<UserGazetteer>> {
        if let Ok(gazetteer) = option.cast::<Self>() {
            return Ok(Arc::clone(&gazetteer.get().0));
        }
        let source = std::iter::once(option.clone());
        Self::build(GazetteerOptions::default(), source).map(|built| built.0)
    }
}

/// The name and the entries of a list.
fn entries(source: &Bound<'_, PyAny>) -> PyResult<(String, Vec<GazetteerEntry>)> {
    let in_memory = |entries| (IN_MEMORY.to_owned(), entries);
    if source.is_instance_of::<PyString>() || source.hasattr("__fspath__")? {
        return from_path(source);
    }
    if source.hasattr("__arrow_c_stream__")? {
        match source.call_method0("__arrow_c_stream__") {
            Ok(capsule) => return from_arrow(&capsule).map(in_memory),
            // A data frame of pandas needs pyarrow for that.
            Err(error)
                if error.is_instance_of::<PyImportError>(source.py())
                    && source.hasattr("to_dict")? =>
            {
                let rows = source.call_method1("to_dict", ("records",))?;
                return from_rows(&rows).map(in_memory);
            }
            Err(error) => return Err(error),
        }
    }
    from_rows(source).map(in_memory)
}

fn from_path(source: &Bound<'_, PyAny>) -> PyResult<(String, Vec<GazetteerEntry>)> {
    if let Ok(text) = source.cast::<PyString>()
        && text.contains("\n")?
    {
        return Err(ConfigurationError::new_err(
            "the gazetteer is a text with line breaks and no path; give the path of a file, a \
             table or a list of dicts",
        ));
    }
    let py = source.py();
    let path: PathBuf = source.extract()?;
    let path = path.display().to_string();
    let entries =
        detached(py, || read_gazetteer(&path))?.map_err(|error| missing(py, &error, &path))?;
    Ok((gazetteer_name(&path), entries))
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

#[expect(
    unsafe_code,
    reason = "the stream is in memory of the producer, as the Arrow PyCapsule interface has it"
)]
fn from_arrow(capsule: &Bound<'_, PyAny>) -> PyResult<Vec<GazetteerEntry>> {
    let py = capsule.py();
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
    let unreadable = |error| ConfigurationError::new_err(format!("{PLACE}: {error}"));
    let reader = RecordBatchStreamReader::try_new(stream).map_err(unreadable)?;
    detached(py, || {
        let schema = reader.schema();
        gazetteer_from_arrow(PLACE, &schema, reader)
    })?
    .map_err(|error| raised(py, &error))
}

fn from_rows(rows: &Bound<'_, PyAny>) -> PyResult<Vec<GazetteerEntry>> {
    let py = rows.py();
    let wanted = "a path, a table with __arrow_c_stream__ or a list of dicts";
    let is_rows =
        rows.cast::<PyMapping>().is_err() && !rows.is_instance_of::<pyo3::types::PyBytes>();
    let (true, Ok(items)) = (is_rows, rows.try_iter()) else {
        return Err(wrong_type("the gazetteer", wanted, rows));
    };
    let mut entries = Vec::new();
    for (at, item) in items.enumerate() {
        let item = item?;
        let place = format!("item {} of the gazetteer", at + 1);
        let Ok(fields) = item.cast::<PyMapping>() else {
            let wanted = "a dict such as {\"name\": \"Acme\", \"type\": \"ORG\"}";
            return Err(wrong_type(&place, wanted, &item));
        };
        let mut row = GazetteerRow::default();
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

/// What a value of a dict is to a list of names.
fn cell(value: &Bound<'_, PyAny>) -> PyResult<GazetteerCell> {
    if value.is_none() {
        return Ok(GazetteerCell::Missing);
    }
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(GazetteerCell::Text(text_of(text)?.to_owned()));
    }
    if let Ok(on) = value.cast::<PyBool>() {
        return Ok(GazetteerCell::Bool(on.is_true()));
    }
    if value.is_instance_of::<PyInt>() {
        return Ok(GazetteerCell::Number(value.str()?.to_string()));
    }
    if let Ok(float) = value.cast::<PyFloat>() {
        // Where some are missing, data frames make floats of numbers and NaN of what is missing.
        let float = float.value();
        return Ok(if float.is_nan() {
            GazetteerCell::Missing
        } else {
            GazetteerCell::Number(float.to_string())
        });
    }
    if value.is_instance_of::<PyList>()
        || value.is_instance_of::<PyTuple>()
        || value.is_instance_of::<PySet>()
        || value.is_instance_of::<PyFrozenSet>()
    {
        let cells = value.try_iter()?.map(|item| cell(&item?));
        return Ok(GazetteerCell::List(cells.collect::<PyResult<_>>()?));
    }
    // Arrays and scalars of numpy.
    if value.hasattr("tolist")? {
        let plain = value.call_method0("tolist")?;
        if !plain.get_type().is(value.get_type()) {
            return cell(&plain);
        }
    }
    let kind = value.get_type().name()?.to_string();
    // What pandas has for missing values and dates.
    Ok(if matches!(kind.as_str(), "NAType" | "NaTType") {
        GazetteerCell::Missing
    } else {
        GazetteerCell::Other(format!("of type {kind}"))
    })
}
