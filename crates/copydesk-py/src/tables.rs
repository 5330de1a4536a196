//! Tables and lists of documents, as `Desk.table` and `Desk.batches` take them.

use arrow_array::RecordBatchReader;
use arrow_schema::Schema;
use copydesk::RawDocument;
use copydesk_io::{ArrowDocuments, DocumentColumns, Through};
use pyo3::{
    prelude::*,
    types::{PyByteArray, PyBytes, PyIterator, PyMapping, PyMemoryView, PyString},
};

use crate::{
    errors::{ConfigurationError, raised},
    input::wrong_type,
    options,
    pulled::{Pulled, Raised},
    rows,
    table::Batches,
};

/// What errors call the input.
const NAME: &str = "data";

/// Columns that hold documents where none is named, the likeliest first.
const USUAL: [&str; 4] = ["html", "text", "content", "body"];

/// Which columns hold what, as given.
pub(crate) struct Columns<'a> {
    pub(crate) column: Option<String>,
    pub(crate) uri: Option<String>,
    pub(crate) fetched: Option<String>,
    pub(crate) keep: Vec<String>,
    pub(crate) format: Option<&'a str>,
}

impl Columns<'_> {
    pub(crate) fn batches(
        self,
        desk: &copydesk::Desk,
        data: &Bound<'_, PyAny>,
    ) -> PyResult<Batches> {
        let py = data.py();
        let raised_later = Raised::default();
        let format = options::format(self.format)?;
        if !data.hasattr("__arrow_c_stream__")? {
            let items = self.items(data)?;
            let documents = Pulled::contents(&items, raised_later.clone())
                .map(move |document| document.map(|document| RawDocument { format, ..document }));
            let stream = desk.stream(documents);
            return Ok(Batches::new(stream, Through::default(), raised_later));
        }
        let capsule = data.call_method0("__arrow_c_stream__")?;
        let reader = rows::batches(NAME, &capsule).map_err(|error| series(NAME, data, error))?;
        let mut columns = DocumentColumns::new(match self.column {
            Some(column) => column,
            None => usual(&reader.schema())?,
        });
        columns.uri = self.uri;
        columns.fetched = self.fetched;
        columns.keep = self.keep;
        columns.format = format;
        let documents =
            ArrowDocuments::new(NAME, reader, &columns).map_err(|error| raised(py, &error))?;
        let through = documents.through();
        Ok(Batches::new(desk.stream(documents), through, raised_later))
    }

    /// The items of a list or other iterable, which has no columns.
    fn items<'py>(&self, data: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyIterator>> {
        let wanted = "a table with __arrow_c_stream__, or a list of strings and bytes";
        let one = data.is_instance_of::<PyString>()
            || data.is_instance_of::<PyBytes>()
            || data.is_instance_of::<PyByteArray>()
            || data.is_instance_of::<PyMemoryView>()
            || data.cast::<PyMapping>().is_ok();
        let (false, Ok(items)) = (one, data.try_iter()) else {
            return Err(wrong_type(NAME, wanted, data));
        };
        let named = [
            ("column", self.column.is_some()),
            ("uri", self.uri.is_some()),
            ("fetched", self.fetched.is_some()),
            ("keep", !self.keep.is_empty()),
        ];
        match named.iter().find(|(_, given)| *given) {
            Some((argument, _)) => Err(ConfigurationError::new_err(format!(
                "{argument} is given, but data is a list, which has no columns; give a table"
            ))),
            None => Ok(items),
        }
    }
}

/// The column that is taken where none is named.
fn usual(schema: &Schema) -> PyResult<String> {
    if let [only] = &schema.fields()[..] {
        return Ok(only.name().clone());
    }
    let found = USUAL.into_iter().find(|name| schema.index_of(name).is_ok());
    found.map(str::to_owned).ok_or_else(|| {
        let names = schema
            .fields()
            .iter()
            .map(|field| format!("`{}`", field.name()));
        let names: Vec<_> = names.collect();
        ConfigurationError::new_err(format!(
            "{NAME}: no column is named {}; say which one holds the documents, as \
             column=…, of {}",
            USUAL.join(", "),
            names.join(", ")
        ))
    })
}

/// A single column has a stream, too, but no name for what is in it.
pub(crate) fn series(name: &str, data: &Bound<'_, PyAny>, error: PyErr) -> PyErr {
    let frame = data.hasattr("to_frame").is_ok_and(|has| has);
    let items = data.hasattr("to_pylist").is_ok_and(|has| has);
    let advice = match (frame, items) {
        (true, _) => "give the table, such as its to_frame()",
        (_, true) if name == NAME => "give the table, or data.to_pylist()",
        (_, true) => "give the table",
        _ => return error,
    };
    ConfigurationError::new_err(format!("{name} is a column and no table; {advice}"))
}
