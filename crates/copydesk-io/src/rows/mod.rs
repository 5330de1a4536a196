//! Documents in the rows of a table: Arrow and Parquet files.
//!
//! One column holds the documents, strings of any width, views and dictionaries of them, or bytes.
//! Others may name them and say when they were fetched. A damaged part costs its rows: the reader
//! goes on with the next row group or batch.

mod batches;
mod columns;
#[cfg(feature = "parquet")]
mod parquet;

use std::{
    fmt,
    fs::File,
    io::{BufReader, Cursor, Read as _, Seek as _},
    sync::Arc,
};

use arrow_array::RecordBatch;

use self::{batches::ipc, columns::Columns};
use crate::{
    consumed::Consumed,
    failure::{ReadFailure, ReadPlace},
    kind::Kind,
    options::Settings,
    skipped::Skipped,
    sources::Item,
};

/// How the rows are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Arrow,
    #[cfg(feature = "parquet")]
    Parquet,
}

impl Form {
    /// How the table in a file is stored, by its name, else by its first bytes; `None` where it
    /// holds none.
    pub(crate) fn of_file(name: &str, mut file: &File) -> Option<Self> {
        let kind = Kind::of_name(name).or_else(|| {
            let mut start = [0; 8];
            let read = file.read(&mut start).and_then(|count| {
                file.rewind()?;
                Ok(count)
            });
            Some(Kind::of_bytes(&start[..read.ok()?]))
        });
        Self::of_kind(kind?)
    }

    pub(crate) fn of_kind(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Arrow => Some(Self::Arrow),
            #[cfg(feature = "parquet")]
            Kind::Parquet => Some(Self::Parquet),
            _ => None,
        }
    }
}

/// A part of a table and the number of its first row, from 0; or that number and what is wrong.
type Batch = Result<(u64, RecordBatch), (u64, String)>;
type Batches = Box<dyn Iterator<Item = Batch> + Send>;

/// Where the table is.
pub(crate) enum Stored {
    File(File),
    Bytes(Vec<u8>),
}

/// The documents of one table.
pub(crate) struct RowReader {
    uri: String,
    options: Arc<Settings>,
    skipped: Skipped,
    batches: Batches,
    /// Why the table could not be opened, to be reported first.
    failed: Option<ReadFailure>,
    /// What is left of a batch: its columns, the number of its first row, the next row in it.
    batch: Option<(RecordBatch, Columns, u64, usize)>,
}

impl RowReader {
    pub(crate) fn new(
        stored: Stored,
        form: Form,
        uri: String,
        options: Arc<Settings>,
        skipped: Skipped,
        consumed: &Consumed,
    ) -> Self {
        let opened = match (form, stored) {
            (Form::Arrow, Stored::File(file)) => ipc(BufReader::new(consumed.count(file))),
            (Form::Arrow, Stored::Bytes(bytes)) => ipc(Cursor::new(bytes)),
            #[cfg(feature = "parquet")]
            (Form::Parquet, stored) => {
                parquet::open(stored, options.jsonl_field.as_deref(), consumed)
            }
        };
        let (batches, failed) = match opened {
            Ok(batches) => (batches, None),
            Err(what) => (Box::new(std::iter::empty()) as Batches, Some(what)),
        };
        let failed = failed.map(|what| ReadFailure::new(&*uri, what));
        Self {
            uri,
            options,
            skipped,
            batches,
            failed,
            batch: None,
        }
    }

    fn failure(&self, row: u64, message: impl Into<String>) -> Item {
        Err(ReadFailure::new(&*self.uri, message).at(ReadPlace::Row(row + 1)))
    }

    /// The document of row `at` of the batch; `None` where it is passed over.
    fn row(&self, batch: &RecordBatch, columns: &Columns, first: u64, at: usize) -> Option<Item> {
        let row = first + at as u64;
        let mut document = match columns.document(batch, at, self.options.limit()) {
            Ok(Some(document)) => document,
            Ok(None) => return Some(self.failure(row, self.options.too_large())),
            Err(message) => return Some(self.failure(row, message)),
        };
        if let Some(skip) = self.options.filter.url(document.uri.as_deref()) {
            self.skipped.count(skip);
            return None;
        }
        let name = || format!("{}#{}", self.uri, row + 1);
        document.uri.get_or_insert_with(name);
        Some(Ok(document))
    }
}

impl Iterator for RowReader {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        if let Some(failure) = self.failed.take() {
            return Some(Err(failure));
        }
        loop {
            while let Some((batch, columns, first, at)) = self.batch.take() {
                if at == batch.num_rows() {
                    break;
                }
                let item = self.row(&batch, &columns, first, at);
                self.batch = Some((batch, columns, first, at + 1));
                if item.is_some() {
                    return item;
                }
            }
            match self.batches.next()? {
                Ok((first, batch)) => {
                    match Columns::new(&batch.schema(), self.options.jsonl_field.as_deref()) {
                        Ok(columns) => self.batch = Some((batch, columns, first, 0)),
                        Err(what) => {
                            // All batches have these columns.
                            self.batches = Box::new(std::iter::empty());
                            return Some(Err(ReadFailure::new(&*self.uri, what)));
                        }
                    }
                }
                Err((row, what)) => return Some(self.failure(row, what)),
            }
        }
    }
}

impl fmt::Debug for RowReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RowReader")
            .field("uri", &self.uri)
            .finish_non_exhaustive()
    }
}
