//! `copydesk.Duplicates`, `copydesk.Duplicate` and `copydesk.DuplicateTable`: copies of documents.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use arrow_array::{
    Array, ArrayRef, Float32Array, RecordBatch, RecordBatchIterator, StringArray, UInt32Array,
    cast::AsArray,
    ffi_stream::FFI_ArrowArrayStream,
    types::{Float32Type, UInt32Type},
};
use copydesk::duplicates::{self, DuplicateKind, DuplicateOptions};
use copydesk_html::CopyOf;
use pyo3::{
    exceptions::PyValueError,
    prelude::*,
    pybacked::PyBackedBytes,
    types::{PyBytes, PyCapsule, PyString},
};

use crate::views::unsendable;

use crate::{
    article::Article,
    errors::{CopydeskError, raised},
    input::{Text, items, text_of, wrong_type},
    origin::Origin,
    run::{detached, watched},
    views::{quoted, tidy},
};

/// Rows of one batch: a column of strings must stay below 2 GiB.
const ROWS: usize = 1 << 16;

/// Documents among which copies are looked for: equal, edited, cut, quoted in a text of their own, set
/// into a longer text, or taken over with another dateline. No document is dropped. Safe to share
/// between threads; may be pickled.
///
/// Args:
///     days: how many days apart a document and its copy may be; None, the default, for any number.
///         A chain of copies may be longer. Documents without a date are compared with all.
///
/// About 350 bytes of memory for each document and its id. What comes out depends on the documents
/// alone: not on their order, nor on the parts in which they were added, so that parts may be made
/// by other processes or machines and merged.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Duplicates(Arc<Mutex<duplicates::Duplicates>>);

impl Duplicates {
    fn lock(&self) -> MutexGuard<'_, duplicates::Duplicates> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks what may take seconds: Ctrl-C is raised at once.
    fn ask<T: Send + 'static>(
        &self,
        py: Python<'_>,
        question: impl FnOnce(&duplicates::Duplicates) -> T + Send + 'static,
    ) -> PyResult<T> {
        let held = Arc::clone(&self.0);
        watched(py, move || {
            question(&held.lock().unwrap_or_else(PoisonError::into_inner))
        })
    }
}

fn options(days: Option<u32>) -> DuplicateOptions {
    let mut options = DuplicateOptions::default();
    options.days = days;
    options
}

/// What is added.
enum Added {
    Article(Arc<Origin>),
    Text(Text),
}

#[pymethods]
impl Duplicates {
    #[new]
    #[pyo3(signature = (*, days=None))]
    fn new(days: Option<u32>) -> Self {
        Self(Arc::new(Mutex::new(duplicates::Duplicates::new(options(
            days,
        )))))
    }

    /// Adds a document and returns its index, an int from 0.
    ///
    /// Args:
    ///     document: an article, of which the body counts, or a text.
    ///     date: when it was published: "YYYY-MM-DD", also with a time, or a date or datetime. Default:
    ///         as the article says, else when it was fetched.
    ///     id: what names it in the rows. Default: the address of the article, else its id; "" for
    ///         a text.
    ///     title: counts only where there is hardly any text. Default: that of the article; "".
    ///
    /// Raises:
    ///     TypeError: the document is neither an article nor a text.
    ///     ValueError: the date is none.
    #[pyo3(signature = (document, date=None, *, id=None, title=None))]
    fn add(
        &self,
        document: &Bound<'_, PyAny>,
        date: Option<&Bound<'_, PyAny>>,
        id: Option<Text>,
        title: Option<Text>,
    ) -> PyResult<u32> {
        let added = if let Ok(article) = document.cast::<Article>() {
            Added::Article(Arc::clone(article.get().origin()))
        } else if document.is_instance_of::<PyString>() {
            Added::Text(document.extract()?)
        } else {
            return Err(wrong_type("document", "an Article or a string", document));
        };
        let date = date.map(day).transpose()?;
        detached(document.py(), move || {
            let id = id.as_ref().map(Text::as_str);
            let title = title.as_ref().map(Text::as_str);
            let mut held = self.lock();
            match added {
                Added::Text(text) => held.add_text(
                    id.unwrap_or_default(),
                    date.as_deref(),
                    title.unwrap_or_default(),
                    text.as_str(),
                ),
                Added::Article(origin) => {
                    let article = &origin.article;
                    let own = article.source.uri.as_deref().unwrap_or(&article.id);
                    let published = (date.as_deref())
                        .or(article.published.as_deref())
                        .or(article.source.fetched.as_deref());
                    held.add_text(
                        id.unwrap_or(own),
                        published,
                        title.unwrap_or(article.title.as_deref().unwrap_or_default()),
                        article.body(),
                    )
                }
            }
        })
    }

    /// Adds all articles of a list, a stream of a desk, or anything else that yields articles.
    ///
    /// Raises `TypeError` where something is no article, behind those that came before it.
    fn extend(&self, articles: &Bound<'_, PyAny>) -> PyResult<()> {
        let wanted = "a list or stream of articles";
        if articles.is_instance_of::<Article>() {
            return Err(wrong_type("articles", wanted, articles));
        }
        let items = items("articles", wanted, articles)?;
        for (at, item) in items.enumerate() {
            let item = item?;
            if !item.is_instance_of::<Article>() {
                let place = format!("item {} of articles", at + 1);
                return Err(wrong_type(&place, "an Article", &item));
            }
            self.add(&item, None, None, None)?;
        }
        Ok(())
    }

    /// Adds all documents of another one behind those that are here.
    fn merge(&self, py: Python<'_>, other: &Bound<'_, Self>) -> PyResult<()> {
        let other = other.get();
        detached(py, || {
            // Not both at once: two that merge each other would wait for ever.
            let copy = other.lock().clone();
            self.lock().merge(&copy);
        })
    }

    /// How many documents there are.
    fn __len__(&self) -> usize {
        self.lock().len()
    }

    /// What is known of each document, in order of adding: a list of `Duplicate`, as long as there are
    /// documents. Worked out anew each time, in time proportional to their number.
    fn rows(&self, py: Python<'_>) -> PyResult<Vec<Duplicate>> {
        let rows = self.ask(py, duplicates::Duplicates::rows)?;
        Ok(rows.into_iter().map(Duplicate).collect())
    }

    /// The same as a table of Arrow with a row for each document.
    fn table(&self, py: Python<'_>) -> PyResult<DuplicateTable> {
        let batches = self.ask(py, |held| batches(&held.rows()))?;
        Ok(DuplicateTable(batches.map_err(CopydeskError::new_err)?))
    }

    /// The groups of copies, in order of their originals: lists of indices, the original first, the
    /// others in order of adding.
    fn groups(&self, py: Python<'_>) -> PyResult<Vec<Vec<u32>>> {
        let groups = self.ask(py, duplicates::Duplicates::groups)?;
        let groups = groups.into_iter().map(|mut group| {
            group.copies.insert(0, group.original);
            group.copies
        });
        Ok(groups.collect())
    }

    /// Forgets documents from before a day and returns how many. Groups that go on after that day stay
    /// as a whole, so that the original of a copy is known. Those that stay are numbered anew,
    /// in the same order.
    ///
    /// Raises `ValueError` where the date is none.
    fn forget_before(&self, date: &Bound<'_, PyAny>) -> PyResult<usize> {
        let day = day(date)?;
        detached(date.py(), || self.lock().forget_before(&day))
    }

    /// Bytes of memory that the documents take.
    #[getter]
    fn state_bytes(&self) -> usize {
        self.lock().state_bytes()
    }

    /// The documents as bytes, the same on every machine.
    fn to_bytes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = detached(py, || self.lock().to_bytes())?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// The documents from the bytes of `to_bytes`.
    ///
    /// Raises:
    ///     ReadError: the bytes are no such state or break off; the message says where (an OSError).
    #[staticmethod]
    #[pyo3(signature = (data, *, days=None))]
    fn from_bytes(py: Python<'_>, data: PyBackedBytes, days: Option<u32>) -> PyResult<Self> {
        let read = move || duplicates::Duplicates::from_bytes(options(days), &data);
        let held = detached(py, read)?;
        let held = held.map_err(|error| raised(py, &error))?;
        Ok(Self(Arc::new(Mutex::new(held))))
    }

    fn __getstate__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        self.to_bytes(py)
    }

    fn __setstate__(&self, py: Python<'_>, state: PyBackedBytes) -> PyResult<()> {
        let options = self.lock().options();
        let read = move || duplicates::Duplicates::from_bytes(options, &state);
        let held = detached(py, read)?;
        *self.lock() = held.map_err(|error| raised(py, &error))?;
        Ok(())
    }

    fn __getnewargs_ex__(&self) -> ((), Days) {
        let days = self.lock().options().days;
        ((), Days { days })
    }

    fn __repr__(&self) -> String {
        let held = self.lock();
        let noun = if held.len() == 1 {
            "document"
        } else {
            "documents"
        };
        format!("Duplicates({} {noun})", held.len())
    }
}

/// The arguments of a new one.
#[derive(IntoPyObject)]
struct Days {
    days: Option<u32>,
}

/// A date as text: "YYYY-MM-DD", maybe with a time.
fn day(date: &Bound<'_, PyAny>) -> PyResult<String> {
    let text = if let Ok(text) = date.cast::<PyString>() {
        text_of(text)?.to_owned()
    } else if date.hasattr("isoformat")? {
        date.call_method0("isoformat")?.extract()?
    } else {
        return Err(wrong_type("date", "\"YYYY-MM-DD\" or a date", date));
    };
    if !duplicates::is_date(&text) {
        return Err(PyValueError::new_err(format!(
            "{} is no date; give YYYY-MM-DD, with or without a time",
            quoted(&text)
        )));
    }
    Ok(text)
}

/// What is known of a document as a copy of another one.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Duplicate(duplicates::Duplicate);

impl Duplicate {
    pub(crate) fn new(row: duplicates::Duplicate) -> Self {
        Self(row)
    }
}

#[pymethods]
impl Duplicate {
    /// Index of the document, from 0, in order of adding.
    #[getter]
    fn article(&self) -> u32 {
        self.0.article
    }

    /// What names it: the id that was given, or the address of the article, else its id.
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    /// The number of its group, from 0, in order of the originals; None where it has no copies.
    #[getter]
    fn dup_group(&self) -> Option<u32> {
        self.0.dup_group
    }

    /// Index of the original: the first of the group to be published, the longest of those of one
    /// day. None for the original itself, and where there are no copies.
    #[getter]
    fn dup_of(&self) -> Option<u32> {
        self.0.dup_of
    }

    /// What it is beside the original: "exact" (the same words), "near" (most of the text, with
    /// changes), "excerpt" (a part of it, maybe in a text of its own), "embedded" (the original as a
    /// part of a longer text) or "syndicated" (another dateline, byline or credit). None where
    /// `dup_of` is.
    #[getter]
    fn dup_kind(&self) -> Option<&'static str> {
        self.0.dup_kind.map(DuplicateKind::as_str)
    }

    /// How much of the shorter of the two texts stands in the other one, 0 to 1. None where `dup_of`
    /// is.
    #[getter]
    fn score(&self) -> Option<f64> {
        self.0.score.map(tidy)
    }

    fn __repr__(&self) -> String {
        let row = &self.0;
        let what = match (row.dup_of, row.dup_kind) {
            (Some(original), Some(kind)) => format!(", {kind} copy of {original}"),
            _ if row.dup_group.is_some() => ", an original".to_owned(),
            _ => String::new(),
        };
        format!("Duplicate({}, {}{what})", row.article, quoted(&row.id))
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("Duplicate", "the Duplicates"))
    }
}

/// What is known of each document, as a table: the columns of `Duplicate`, `article`, `dup_group` and
/// `dup_of` as uint32, `score` as float32, `id` and `dup_kind` as string. Pandas, polars, pyarrow,
/// DuckDB and whatever else knows the Arrow PyCapsule interface take it as it is.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct DuplicateTable(Vec<RecordBatch>);

#[pymethods]
impl DuplicateTable {
    /// How many documents it has.
    fn __len__(&self) -> usize {
        self.0.iter().map(RecordBatch::num_rows).sum()
    }

    /// The names of its columns.
    #[getter]
    fn columns(&self) -> Vec<String> {
        let fields = self
            .0
            .iter()
            .take(1)
            .flat_map(|batch| batch.schema().fields().to_vec());
        fields.map(|field| field.name().clone()).collect()
    }

    fn __repr__(&self) -> String {
        let count = self.__len__();
        let noun = if count == 1 { "document" } else { "documents" };
        format!("DuplicateTable({count} {noun})")
    }

    /// The copies as notebooks show them: which document is a copy of which.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || {
            copydesk_html::duplicates(self.__len__(), &self.copies())
        })
    }

    /// The Arrow PyCapsule interface. The table keeps its columns as they are: a schema that is asked
    /// for is for the caller to cast to.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // The interface allows for that: the answer is a best effort.
        let _ = requested_schema;
        let schema = self.0[0].schema();
        let reader = RecordBatchIterator::new(self.0.clone().into_iter().map(Ok), schema);
        let stream = FFI_ArrowArrayStream::new(Box::new(reader));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("DuplicateTable", "the Duplicates"))
    }
}

impl DuplicateTable {
    /// The rows that are copies of others.
    fn copies(&self) -> Vec<CopyOf<'_>> {
        let id = |at: usize| {
            let ids = self.0.get(at / ROWS)?.column(1).as_string_opt::<i32>()?;
            (at % ROWS < ids.len()).then(|| ids.value(at % ROWS))
        };
        let mut copies = Vec::new();
        for (at, batch) in self.0.iter().enumerate() {
            let columns = (
                batch.column(3).as_primitive_opt::<UInt32Type>(),
                batch.column(4).as_string_opt::<i32>(),
                batch.column(5).as_primitive_opt::<Float32Type>(),
            );
            let (Some(originals), Some(kinds), Some(scores)) = columns else {
                continue;
            };
            for (row, original) in originals.iter().enumerate() {
                let names = original.map(|original| (id(at * ROWS + row), id(original as usize)));
                if let Some((Some(copy), Some(original))) = names {
                    copies.push(CopyOf {
                        copy,
                        original,
                        kind: kinds.value(row),
                        score: scores.value(row),
                    });
                }
            }
        }
        copies
    }
}

/// At least one batch, even without rows: it has the schema.
fn batches(rows: &[duplicates::Duplicate]) -> Result<Vec<RecordBatch>, String> {
    let mut parts: Vec<_> = rows.chunks(ROWS).collect();
    if parts.is_empty() {
        parts.push(&[]);
    }
    parts.into_iter().map(batch).collect()
}

fn batch(rows: &[duplicates::Duplicate]) -> Result<RecordBatch, String> {
    let numbers = |of: fn(&duplicates::Duplicate) -> Option<u32>| -> ArrayRef {
        Arc::new(rows.iter().map(of).collect::<UInt32Array>())
    };
    let ids: StringArray = rows.iter().map(|row| Some(row.id.as_str())).collect();
    let kinds: StringArray = (rows.iter())
        .map(|row| row.dup_kind.map(DuplicateKind::as_str))
        .collect();
    let scores: Float32Array = rows.iter().map(|row| row.score).collect();
    let batch = RecordBatch::try_from_iter_with_nullable([
        ("article", numbers(|row| Some(row.article)), false),
        ("id", Arc::new(ids) as ArrayRef, false),
        ("dup_group", numbers(|row| row.dup_group), true),
        ("dup_of", numbers(|row| row.dup_of), true),
        ("dup_kind", Arc::new(kinds) as ArrayRef, true),
        ("score", Arc::new(scores) as ArrayRef, true),
    ]);
    batch.map_err(|error| error.to_string())
}
