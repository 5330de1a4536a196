//! Arrow IPC out: whole or not at all.

use std::{
    fmt,
    io::{self, Write},
};

use arrow_ipc::{
    CompressionType,
    writer::{FileWriter, IpcWriteOptions},
};
use arrow_schema::ArrowError;
use copydesk_core::{Error, record::Article};

use super::{ArrowRows, arrow_schema};
use crate::{
    output::{TextWriter, write_error},
    record_writer::{RecordWriter, Written},
};

/// Articles, and bytes of their columns, of one batch. A batch ends with the article that
/// reaches one of the two, so that no column comes near the 2 GiB that its offsets can count,
/// unless one article alone does.
pub(super) const MOST_ARTICLES: usize = 1024;
pub(super) const MOST_BYTES: usize = 16 << 20;

/// Bytes of columns that become one byte of a file.
const COMPRESSED: usize = 3;

/// Writes records to an Arrow IPC file (Feather 2, compressed with LZ4) that appears only when it is
/// complete; see [`TextWriter`]. Its columns are those of [`arrow_schema`](fn@arrow_schema).
///
/// ```
/// use copydesk_io::ArrowWriter;
/// use copydesk_core::record::Article;
/// # let path = std::env::temp_dir().join(format!("copydesk-doc-arrow-{}.arrow", std::process::id()));
/// # let path = path.to_str().unwrap();
/// let mut writer = ArrowWriter::create(path)?;
/// writer.write(&Article::default())?;
/// assert_eq!(writer.finish()?, 1);
/// assert!(std::fs::read(path).unwrap().starts_with(b"ARROW1"));
/// # std::fs::remove_file(path).unwrap();
/// # Ok::<(), copydesk_core::Error>(())
/// ```
pub struct ArrowWriter {
    out: FileWriter<Raw>,
    path: String,
    rows: ArrowRows,
    records: u64,
}

/// A file as the writers of tables see it.
#[derive(Debug)]
pub(super) struct Raw(pub(super) TextWriter);

impl Write for Raw {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.raw(bytes)?;
        Ok(bytes.len())
    }

    /// [`TextWriter::finish`] does.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl ArrowWriter {
    /// Begins a file.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`](copydesk_core::ErrorKind::Write) where it cannot be written.
    pub fn create(path: impl Into<String>) -> Result<Self, Error> {
        Self::over(TextWriter::create(path)?)
    }

    pub(crate) fn over(out: TextWriter) -> Result<Self, Error> {
        let path = out.path().to_owned();
        let out = IpcWriteOptions::default()
            .try_with_compression(Some(CompressionType::LZ4_FRAME))
            .and_then(|options| {
                FileWriter::try_new_with_options(Raw(out), &arrow_schema(), options)
            })
            .map_err(|error| failed(&path, error))?;
        Ok(Self {
            out,
            path,
            rows: ArrowRows::default(),
            records: 0,
        })
    }

    /// Writes a record, together with those after it: a batch is some hundred articles.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`](copydesk_core::ErrorKind::Write) where that fails. The cause of
    /// a closed pipe is an [`io::Error`] of kind `BrokenPipe`.
    pub fn write(&mut self, article: &Article) -> Result<(), Error> {
        self.rows.push(article);
        self.records += 1;
        if self.rows.len() >= MOST_ARTICLES || self.rows.bytes() >= MOST_BYTES {
            self.batch()?;
        }
        Ok(())
    }

    fn batch(&mut self) -> Result<(), Error> {
        if self.rows.is_empty() {
            return Ok(());
        }
        self.out
            .write(&self.rows.finish())
            .map_err(|error| failed(&self.path, error))
    }

    /// Completes the file and returns the number of its records.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`](copydesk_core::ErrorKind::Write) where that fails; the file is
    /// then as it was before.
    pub fn finish(self) -> Result<u64, Error> {
        Ok(self.complete()?.records)
    }

    fn complete(mut self) -> Result<Written, Error> {
        self.batch()?;
        let raw = self.out.into_inner();
        let raw = raw.map_err(|error| failed(&self.path, error))?;
        Ok(Written {
            records: self.records,
            bytes: raw.0.finish()?,
        })
    }
}

impl RecordWriter for ArrowWriter {
    fn write(&mut self, article: &Article) -> Result<(), Error> {
        self.write(article)
    }

    fn bytes(&self) -> u64 {
        self.out.get_ref().0.bytes() + (self.rows.bytes() / COMPRESSED) as u64
    }

    fn finish(self: Box<Self>) -> Result<Written, Error> {
        self.complete()
    }
}

impl fmt::Debug for ArrowWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ArrowWriter")
            .field("path", &self.path)
            .field("records", &self.records)
            .finish_non_exhaustive()
    }
}

fn failed(path: &str, error: ArrowError) -> Error {
    let error = match error {
        ArrowError::IoError(_, error) => error,
        other => io::Error::other(other),
    };
    write_error(path, error)
}
