//! `copydesk.Gazetteer`: names of the user's own, from files, data frames and lists.

use std::sync::Arc;

use copydesk::{GazetteerEntry, GazetteerOptions, UserGazetteer};
use copydesk_io::{GazetteerRow, gazetteer_name};
use pyo3::{
    prelude::*,
    types::{PyDict, PyList, PyTuple},
};

use crate::{errors::raised, rows::rows, run::detached};

/// What mentions call a list that was no file.
const IN_MEMORY: &str = "user";

/// Names of the user's own, found before and instead of all others. Built once, and shared by any
/// number of desks and threads; may be pickled.
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
pub(crate) struct Gazetteer {
    built: Arc<UserGazetteer>,
    /// The lists that it was built of, by their names, for pickling.
    lists: Vec<(String, Vec<GazetteerEntry>)>,
}

/// A function and its arguments.
type Reduced<'py> = (
    Bound<'py, PyAny>,
    (Vec<(String, Bound<'py, PyList>)>, bool, bool),
);

/// Entries as the dicts that they are read from.
pub(crate) fn dicts<'py>(
    py: Python<'py>,
    entries: &[GazetteerEntry],
) -> PyResult<Bound<'py, PyList>> {
    let list = PyList::empty(py);
    for entry in entries {
        let dict = PyDict::new(py);
        dict.set_item("name", &entry.name)?;
        dict.set_item("type", entry.label.as_str())?;
        dict.set_item("id", &entry.id)?;
        dict.set_item("aliases", &entry.aliases)?;
        dict.set_item("case_sensitive", entry.case_sensitive)?;
        dict.set_item("accent_sensitive", entry.accent_sensitive)?;
        list.append(dict)?;
    }
    Ok(list)
}

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
        self.built.len()
    }

    /// How many names and aliases are never found, because another thing that came before is
    /// written the same way.
    #[getter]
    fn shadowed(&self) -> usize {
        self.built.shadowed()
    }

    /// Whether names match as they are capitalised only, where a row says nothing else.
    #[getter]
    fn case_sensitive(&self) -> bool {
        self.built.options().case_sensitive
    }

    /// Whether names match with their accents only, where a row says nothing else.
    #[getter]
    fn accent_sensitive(&self) -> bool {
        self.built.options().accent_sensitive
    }

    /// The gazetteer of what `__reduce__` gives.
    #[staticmethod]
    fn _of(
        lists: Vec<(String, Bound<'_, PyAny>)>,
        case_sensitive: bool,
        accent_sensitive: bool,
    ) -> PyResult<Self> {
        let mut options = GazetteerOptions::default();
        options.case_sensitive = case_sensitive;
        options.accent_sensitive = accent_sensitive;
        let lists = lists.into_iter().map(|(list, entries)| {
            let (_, read) = rows::<GazetteerRow>(&entries)?;
            Ok((entries, list, read))
        });
        Self::of_lists(options, lists)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py>> {
        let py = slf.py();
        let this = slf.get();
        let lists = this.lists.iter();
        let lists = lists.map(|(list, entries)| Ok((list.clone(), dicts(py, entries)?)));
        let of = py.get_type::<Self>().getattr("_of")?;
        let lists = lists.collect::<PyResult<_>>()?;
        Ok((of, (lists, this.case_sensitive(), this.accent_sensitive())))
    }

    fn __repr__(&self) -> String {
        let count = self.built.len();
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
        let lists = sources.map(|source| {
            let (path, entries) = rows::<GazetteerRow>(&source)?;
            let list = path.map_or_else(|| IN_MEMORY.to_owned(), |path| gazetteer_name(&path));
            Ok((source, list, entries))
        });
        Self::of_lists(options, lists)
    }

    /// The gazetteer of lists; with each comes an object that holds the GIL.
    fn of_lists<'py>(
        options: GazetteerOptions,
        given: impl Iterator<Item = PyResult<(Bound<'py, PyAny>, String, Vec<GazetteerEntry>)>>,
    ) -> PyResult<Self> {
        let mut built = UserGazetteer::new(options);
        let mut lists = Vec::new();
        for list in given {
            let (source, list, entries) = list?;
            let py = source.py();
            let added = entries.clone();
            detached(py, || built.add(&list, added))?.map_err(|error| raised(py, &error))?;
            lists.push((list, entries));
        }
        let built = Arc::new(built);
        Ok(Self { built, lists })
    }

    /// The gazetteer that an option is, or is the source of, as an object.
    pub(crate) fn object<'py>(option: &Bound<'py, PyAny>) -> PyResult<Bound<'py, Self>> {
        if let Ok(gazetteer) = option.cast::<Self>() {
            return Ok(gazetteer.clone());
        }
        let source = std::iter::once(option.clone());
        Bound::new(
            option.py(),
            Self::build(GazetteerOptions::default(), source)?,
        )
    }

    /// The gazetteer that an option is, or is the source of.
    pub(crate) fn given(option: &Bound<'_, PyAny>) -> PyResult<Arc<UserGazetteer>> {
        Self::object(option).map(|gazetteer| Arc::clone(&gazetteer.get().built))
    }
}
