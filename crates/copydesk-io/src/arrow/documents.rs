//! Documents in a column of a table, and the records of them as a table again.
//!
//! One row in is one row out, in order, so that whatever drives the tables (a data frame, a query
//! engine, a cluster) can put the two side by side; see [`ArrowDocuments`] and [`ArrowRecords`].

use std::{
    collections::VecDeque,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchReader, StructArray};
use arrow_schema::{ArrowError, Field, Fields, Schema, SchemaRef};
use copydesk_core::{Error, ErrorKind, Format, RawDocument, record::Article};

use super::{ArrowRows, arrow_schema};
use crate::{
    ReadFailure,
    table::{
        arrow_cell,
        documents::{content, day, document, holds_documents, name},
    },
};

/// Rows of a batch that is put out, at most.
const MOST_ROWS: usize = 1_024;
/// Its bytes, at most, unless one record alone has more.
const MOST_BYTES: usize = 64 << 20;
/// Bytes at which a batch is full: room for one more record below the bound.
const FULL: usize = 32 << 20;

/// Which columns of a table hold documents, and what else is known of them.
///
/// ```
/// let mut columns = copydesk_io::DocumentColumns::new("html");
/// columns.uri = Some("url".to_owned());
/// columns.keep = vec!["id".to_owned()];
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct DocumentColumns {
    /// The documents: strings or bytes of any width, or views of them. Offsets into the source count
    /// code points where they are strings, bytes where they are bytes.
    pub content: String,
    /// Their names or addresses, strings.
    pub uri: Option<String>,
    /// When they were fetched: dates, timestamps, or strings in ISO 8601.
    pub fetched: Option<String>,
    /// Columns of any type that go through, as fields of a column `input` before those of the record.
    pub keep: Vec<String>,
    /// Which form the documents have. Default: each as its first bytes say.
    pub format: Format,
}

impl DocumentColumns {
    /// Documents in this column.
    pub fn new(content: impl Into<String>) -> Self {
        Self {
            content: content.into(),
            ..Self::default()
        }
    }
}

/// The documents of a table, row by row. A row without a document is a [`ReadFailure`] that says so,
/// so that each row gives one record.
///
/// ```
/// use std::sync::Arc;
/// use arrow_array::{RecordBatch, RecordBatchIterator, StringArray};
/// use copydesk_io::{ArrowDocuments, DocumentColumns};
/// let pages = StringArray::from(vec![Some("<p>The dam held.</p>"), None]);
/// let batch = RecordBatch::try_from_iter([("html", Arc::new(pages) as _)])?;
/// let table = RecordBatchIterator::new([Ok(batch.clone())], batch.schema());
/// let mut documents = ArrowDocuments::new("pages", table, &DocumentColumns::new("html"))?;
/// assert_eq!(documents.next().unwrap().unwrap().bytes, b"<p>The dam held.</p>");
/// let missing = documents.next().unwrap().unwrap_err();
/// assert_eq!(missing.to_string(), "cannot read pages, row 2: column `html` holds nothing here");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct ArrowDocuments<R> {
    name: String,
    batches: R,
    columns: Found,
    wanted: DocumentColumns,
    current: Option<RecordBatch>,
    /// The next row of the current batch.
    at: usize,
    /// Rows put out.
    rows: u64,
    through: Through,
}

/// Where the columns are.
#[derive(Debug)]
struct Found {
    content: usize,
    uri: Option<usize>,
    fetched: Option<usize>,
    keep: Vec<usize>,
}

/// What goes past the documents, from a table to the table of its records; see
/// [`ArrowDocuments::through`]. The default is nothing, for documents from elsewhere.
#[derive(Clone, Debug)]
pub struct Through {
    fields: Fields,
    shared: Arc<Mutex<Shared>>,
}

#[derive(Debug, Default)]
struct Shared {
    /// Of each batch whose documents are out: its rows, and the columns that are kept.
    batches: VecDeque<(usize, Vec<ArrayRef>)>,
    /// Why the table ended before its time.
    error: Option<ArrowError>,
}

impl Default for Through {
    fn default() -> Self {
        Self {
            fields: Fields::empty(),
            shared: Arc::default(),
        }
    }
}

impl Through {
    /// The error that ended the table, if one did, for who takes the documents without [`ArrowRecords`].
    pub fn take_error(&self) -> Option<ArrowError> {
        self.lock().error.take()
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<R: RecordBatchReader> ArrowDocuments<R> {
    /// The documents in a table; `name` is what errors call it.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Configuration`] where a column is not there, or holds no documents.
    pub fn new(
        name: impl Into<String>,
        batches: R,
        columns: &DocumentColumns,
    ) -> Result<Self, Error> {
        let name = name.into();
        let schema = batches.schema();
        let found = Found::new(&name, &schema, columns)?;
        let fields = found.keep.iter().map(|&at| schema.field(at).clone());
        let through = Through {
            fields: fields.collect(),
            shared: Arc::default(),
        };
        Ok(Self {
            name,
            batches,
            columns: found,
            wanted: columns.clone(),
            current: None,
            at: 0,
            rows: 0,
            through,
        })
    }

    /// What [`ArrowRecords`] needs besides the records: the columns that are kept, and an error that
    /// ended the table.
    pub fn through(&self) -> Through {
        self.through.clone()
    }

    fn document(&self, batch: &RecordBatch) -> Result<RawDocument, ReadFailure> {
        let at = self.at;
        let cell = |column: Option<usize>| Some(arrow_cell(batch.column(column?), at));
        let uri = cell(self.columns.uri).and_then(name);
        let Some(found) = content(batch.column(self.columns.content), at) else {
            let row = format!("{}, row {}", self.name, self.rows + 1);
            let what = format!("column `{}` holds nothing here", self.wanted.content);
            return Err(ReadFailure::new(uri.unwrap_or(row), what));
        };
        Ok(RawDocument {
            uri,
            fetched: cell(self.columns.fetched).and_then(day),
            format: self.wanted.format,
            ..document(found)
        })
    }
}

impl<R: RecordBatchReader> Iterator for ArrowDocuments<R> {
    type Item = Result<RawDocument, ReadFailure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(batch) = &self.current
                && self.at < batch.num_rows()
            {
                let document = self.document(batch);
                self.at += 1;
                self.rows += 1;
                return Some(document);
            }
            self.at = 0;
            self.current = None;
            match self.batches.next()? {
                Ok(batch) if batch.num_rows() > 0 => {
                    let kept = self.columns.keep.iter();
                    let kept = kept.map(|&at| Arc::clone(batch.column(at))).collect();
                    let waiting = (batch.num_rows(), kept);
                    self.through.lock().batches.push_back(waiting);
                    self.current = Some(batch);
                }
                Ok(_) => {}
                Err(error) => {
                    self.through.lock().error = Some(error);
                    return None;
                }
            }
        }
    }
}

impl<R> fmt::Debug for ArrowDocuments<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ArrowDocuments")
            .field("name", &self.name)
            .field("columns", &self.wanted)
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}

impl Found {
    fn new(name: &str, schema: &Schema, columns: &DocumentColumns) -> Result<Self, Error> {
        let refused =
            |what: String| Error::new(ErrorKind::Configuration, format!("{name}: {what}"));
        let find = |column: &str| {
            schema.index_of(column).map_err(|_| {
                let names: Vec<_> = schema.fields().iter().map(|field| field.name()).collect();
                let names = names.iter().map(|name| format!("`{name}`"));
                let names = names.collect::<Vec<_>>().join(", ");
                refused(format!(
                    "there is no column `{column}`; its columns are {names}"
                ))
            })
        };
        let content = find(&columns.content)?;
        let kind = schema.field(content).data_type();
        if !holds_documents(kind) {
            return Err(refused(format!(
                "column `{}` holds {kind}; documents are strings or bytes",
                columns.content
            )));
        }
        Ok(Self {
            content,
            uri: columns.uri.as_deref().map(find).transpose()?,
            fetched: columns.fetched.as_deref().map(find).transpose()?,
            keep: (columns.keep.iter())
                .map(|column| find(column))
                .collect::<Result<_, _>>()?,
        })
    }
}

/// The records of the documents of a table, as a table: one row each, in batches of at most 1,024
/// rows and 64 MB (one record alone may be larger), none of which spans two batches of the input.
///
/// Columns: `input`, a struct of the columns that were kept, if any; then those of
/// [`arrow_schema`](fn@arrow_schema).
///
/// ```
/// use std::sync::Arc;
/// use arrow_array::{RecordBatch, RecordBatchIterator, StringArray};
/// use copydesk_core::record::Article;
/// use copydesk_io::{ArrowDocuments, ArrowRecords, DocumentColumns};
/// let pages = StringArray::from(vec!["The dam held."]);
/// let batch = RecordBatch::try_from_iter([("text", Arc::new(pages) as _)])?;
/// let table = RecordBatchIterator::new([Ok(batch.clone())], batch.schema());
/// let documents = ArrowDocuments::new("pages", table, &DocumentColumns::new("text"))?;
/// let through = documents.through();
/// // A desk stands here: `desk.stream(documents)`.
/// let articles = documents.map(|document| Article { id: format!("{:?}", document), ..Article::default() });
/// let mut records = ArrowRecords::new(articles, through);
/// assert_eq!(records.next().unwrap()?.num_rows(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct ArrowRecords<I> {
    articles: I,
    through: Through,
    schema: SchemaRef,
    rows: ArrowRows,
    /// Rows of the current batch of the input that are out already.
    done: usize,
    /// The last row of a batch that was too large with it.
    last: Option<RecordBatch>,
    ended: bool,
}

impl<I: Iterator<Item = Article>> ArrowRecords<I> {
    /// The records of the documents that `through` belongs to.
    pub fn new(articles: I, through: Through) -> Self {
        let records = arrow_schema();
        let mut fields: Vec<_> = records.fields().iter().cloned().collect();
        if !through.fields.is_empty() {
            let input = Field::new_struct("input", through.fields.clone(), false);
            fields.insert(0, Arc::new(input));
        }
        Self {
            articles,
            through,
            schema: Arc::new(Schema::new(fields)),
            rows: ArrowRows::default(),
            done: 0,
            last: None,
            ended: false,
        }
    }

    /// The next batch, as soon as it is full or the rows of a batch of the input are out.
    fn batch(&mut self) -> Result<Option<RecordBatch>, ArrowError> {
        if let Some(last) = self.last.take() {
            return Ok(Some(last));
        }
        while !self.ended {
            let Some(article) = self.articles.next() else {
                self.ended = true;
                break;
            };
            self.rows.push(&article);
            let left = self
                .through
                .lock()
                .batches
                .front()
                .map(|(rows, _)| rows - self.done);
            let full = self.rows.len() >= MOST_ROWS || self.rows.bytes() >= FULL;
            if full || left.is_some_and(|left| self.rows.len() >= left) {
                return self.take().map(Some);
            }
        }
        if !self.rows.is_empty() {
            return self.take().map(Some);
        }
        match self.through.lock().error.take() {
            Some(error) => Err(error),
            None => Ok(None),
        }
    }

    /// The batch of the rows that wait, with what is kept of them.
    fn take(&mut self) -> Result<RecordBatch, ArrowError> {
        let large = self.rows.bytes() > MOST_BYTES;
        let batch = self.rows.finish();
        let rows = batch.num_rows();
        let mut shared = self.through.lock();
        let mut columns = batch.columns().to_vec();
        if let Some((all, kept)) = shared.batches.front() {
            if !self.through.fields.is_empty() {
                let kept = kept.iter().map(|column| column.slice(self.done, rows));
                let fields = self.through.fields.clone();
                let input = StructArray::try_new(fields, kept.collect(), None)?;
                columns.insert(0, Arc::new(input));
            }
            self.done += rows;
            if self.done >= *all {
                shared.batches.pop_front();
                self.done = 0;
            }
        }
        drop(shared);
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), columns)?;
        if !large || rows == 1 {
            return Ok(batch);
        }
        self.last = Some(batch.slice(rows - 1, 1));
        Ok(batch.slice(0, rows - 1))
    }
}

impl<I: Iterator<Item = Article>> Iterator for ArrowRecords<I> {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.batch().transpose()
    }
}

impl<I: Iterator<Item = Article>> RecordBatchReader for ArrowRecords<I> {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }
}

impl<I> fmt::Debug for ArrowRecords<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ArrowRecords")
            .field("waiting", &self.rows.len())
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::{
        BinaryViewArray, DictionaryArray, Int64Array, LargeStringArray, RecordBatchIterator,
        StringViewArray, UInt32Array,
        types::{Int32Type, UInt32Type},
    };

    use arrow_array::cast::AsArray;
    use copydesk_core::Unit;

    use super::*;

    fn table(
        batches: Vec<RecordBatch>,
    ) -> RecordBatchIterator<impl Iterator<Item = Result<RecordBatch, ArrowError>>> {
        let schema = batches[0].schema();
        RecordBatchIterator::new(batches.into_iter().map(Ok), schema)
    }

    fn column(array: impl Array + 'static) -> RecordBatch {
        RecordBatch::try_from_iter([("page", Arc::new(array) as _)]).unwrap()
    }

    /// Records that hold nothing but the size of their document.
    fn sizes(
        documents: impl Iterator<Item = Result<RawDocument, ReadFailure>>,
        repeat: usize,
    ) -> impl Iterator<Item = Article> {
        documents.map(move |document| Article {
            text: "x".repeat(repeat * document.map_or(0, |document| document.bytes.len())),
            ..Article::default()
        })
    }

    #[test]
    fn strings_and_bytes_of_every_kind_are_documents() {
        let texts = ["<p>a", "b"];
        let batches = [
            column(StringViewArray::from_iter_values(texts)),
            column(LargeStringArray::from_iter_values(texts)),
            column(BinaryViewArray::from_iter_values(texts)),
            column(DictionaryArray::<Int32Type>::from_iter(texts)),
        ];
        for batch in batches {
            let name = batch.schema().field(0).data_type().to_string();
            let columns = DocumentColumns::new("page");
            let documents = ArrowDocuments::new("t", table(vec![batch]), &columns).unwrap();
            let documents: Vec<_> = documents.map(Result::unwrap).collect();
            assert_eq!(documents[0].bytes, b"<p>a", "{name}");
            assert_eq!(documents[1].bytes, b"b", "{name}");
            let unit = if name.contains("Binary") {
                Unit::Byte
            } else {
                Unit::Char
            };
            assert_eq!(documents[0].unit, unit, "{name}");
        }
    }

    #[test]
    fn what_is_kept_stands_beside_its_record() {
        let batch = |ids: std::ops::Range<u32>| {
            let pages = ids.clone().map(|id| "y".repeat(id as usize));
            RecordBatch::try_from_iter([
                (
                    "page",
                    Arc::new(StringViewArray::from_iter_values(pages)) as ArrayRef,
                ),
                ("id", Arc::new(UInt32Array::from_iter_values(ids)) as _),
            ])
            .unwrap()
        };
        let mut columns = DocumentColumns::new("page");
        columns.keep = vec!["id".to_owned()];
        let input = table(vec![
            batch(0..3),
            batch(3..3),
            batch(3..1_500),
            batch(1_500..1_501),
        ]);
        let documents = ArrowDocuments::new("t", input, &columns).unwrap();
        let through = documents.through();
        // All documents are pulled before the first record is made.
        let articles: Vec<_> = sizes(documents, 1).collect();
        let records = ArrowRecords::new(articles.into_iter(), through);
        assert_eq!(records.schema().field(0).name(), "input");
        let batches: Vec<_> = records.map(Result::unwrap).collect();
        let rows: Vec<_> = batches.iter().map(RecordBatch::num_rows).collect();
        assert_eq!(rows, [3, 1_024, 473, 1]);
        let mut next = 0;
        for batch in &batches {
            let ids = batch["input"]
                .as_struct()
                .column(0)
                .as_primitive::<UInt32Type>();
            let texts = batch["text"].as_string::<i32>();
            for (id, text) in ids.values().iter().zip(texts) {
                assert_eq!((*id, text.unwrap().len()), (next, next as usize));
                next += 1;
            }
        }
        assert_eq!(next, 1_501);
    }

    #[test]
    fn no_batch_is_too_large() {
        let pages = column(LargeStringArray::from_iter_values(["x"; 7]));
        let columns = DocumentColumns::new("page");
        let documents = ArrowDocuments::new("t", table(vec![pages]), &columns).unwrap();
        let through = documents.through();
        let records = ArrowRecords::new(sizes(documents, 25 << 20), through);
        let rows: Vec<_> = records.map(|batch| batch.unwrap().num_rows()).collect();
        assert_eq!(rows, [2, 2, 2, 1]);
        let pages = column(LargeStringArray::from_iter_values(["x", "xxx", "x"]));
        let documents = ArrowDocuments::new("t", table(vec![pages]), &columns).unwrap();
        let through = documents.through();
        let records = ArrowRecords::new(sizes(documents, 25 << 20), through);
        let rows: Vec<_> = records.map(|batch| batch.unwrap().num_rows()).collect();
        assert_eq!(rows, [1, 1, 1]);
    }

    #[test]
    fn an_error_of_the_table_comes_after_the_records_before_it() {
        let page = column(LargeStringArray::from_iter_values(["x"]));
        let schema = page.schema();
        let broken = || Err(ArrowError::ComputeError("the socket closed".to_owned()));
        let input = RecordBatchIterator::new([Ok(page), broken()], schema);
        let documents = ArrowDocuments::new("t", input, &DocumentColumns::new("page")).unwrap();
        let through = documents.through();
        let mut records = ArrowRecords::new(sizes(documents, 1), through);
        assert_eq!(records.next().unwrap().unwrap().num_rows(), 1);
        let error = records.next().unwrap().unwrap_err().to_string();
        assert!(error.contains("the socket closed"), "{error}");
        assert!(records.next().is_none());
    }

    #[test]
    fn a_column_that_is_not_there_and_one_of_numbers() {
        let numbers = || table(vec![column(Int64Array::from(vec![1]))]);
        let check = |columns: &DocumentColumns, expected: &str| {
            let error = ArrowDocuments::new("t", numbers(), columns).unwrap_err();
            assert_eq!(error.to_string(), expected);
        };
        let wanted = "t: there is no column `html`; its columns are `page`";
        check(&DocumentColumns::new("html"), wanted);
        let wanted = "t: column `page` holds Int64; documents are strings or bytes";
        check(&DocumentColumns::new("page"), wanted);
    }
}
