//! `copydesk.Gazetteer`: names of the user's own, from files, data frames and lists.

use std::sync::Arc;

use copydesk::{GazetteerOptions, UserGazetteer};
use copydesk_io::{GazetteerRow, gazetteer_name};
use pyo3::{prelude::*, types::PyTuple};

use crate::{errors::raised, rows::rows, run::detached};

/// What mentions call a list that was no file.
const IN_MEMORY: &str = "user";

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
        let shadowed = match self.shadowed() {
            0 => String::new(),
            count => format!(", {count} shadowed"),
        };
        format!("Gazetteer({about}{shadowed})")
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
            let (path, entries) = rows::<GazetteerRow>(&source)?;
            let list = path.map_or_else(|| IN_MEMORY.to_owned(), |path| gazetteer_name(&path));
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
