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

use super::{arrow_schema, to_arrow};
use crate::output::{TextWriter, write_error};

/// Articles, and bytes of their texts, of one batch.
const MOST_ARTICLES: usize = 256;
const MOST_BYTES: usize = 4 << 20;

/// Writes records to an Arrow IPC file (Feather 2, compressed with LZ4) that appears only when it is
/// complete; see [`TextWriter`]. Its columns are those of [`arrow_schema`](fn@arrow_schema).
///
/// ```
/// use copydesk_io::ArrowWriter;
/// use copydesk_core::record::Article;
/// # let path = std::env::temp_dir().join(format!("copydesk-doc-arrow-{}.arrow", std::process::id()));
/// # let path = path.to_str().unwrap();
/// let mut writer = ArrowWriter::create(path)?;
/// writer.write(Article::default())?;
/// assert_eq!(writer.finish()?, 1);
/// assert!(std::fs::read(path).unwrap().starts_with(b"ARROW1"));
/// # std::fs::remove_file(path).unwrap();
/// # Ok::<(), copydesk_core::Error>(())
/// ```
pub struct ArrowWriter {
    out: FileWriter<Raw>,
    path: String,
    waiting: Vec<Article>,
    bytes: usize,
    rows: u64,
}

/// A file as the Arrow writer sees it.
#[derive(Debug)]
struct Raw(TextWriter);

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
        let path = path.into();
        let raw = Raw(TextWriter::create(path.as_str())?);
        let out = IpcWriteOptions::default()
            .try_with_compression(Some(CompressionType::LZ4_FRAME))
            .and_then(|options| FileWriter::try_new_with_options(raw, &arrow_schema(), options))
            .map_err(|error| failed(&path, error))?;
        Ok(Self {
            out,
            path,
            waiting: Vec::new(),
            bytes: 0,
            rows: 0,
        })
    }

    /// Writes a record, together with those after it: a batch is some hundred articles.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`](copydesk_core::ErrorKind::Write) where that fails. The cause of
    /// a closed pipe is an [`io::Error`] of kind `BrokenPipe`.
    pub fn write(&mut self, article: Article) -> Result<(), Error> {
        self.bytes += article.text.len();
        self.waiting.push(article);
        if self.waiting.len() >= MOST_ARTICLES || self.bytes >= MOST_BYTES {
            self.batch()?;
        }
        Ok(())
    }

    fn batch(&mut self) -> Result<(), Error> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let batch = to_arrow(&self.waiting);
        self.rows += self.waiting.len() as u64;
        self.waiting.clear();
        self.bytes = 0;
        self.out
            .write(&batch)
            .map_err(|error| failed(&self.path, error))
    }

    /// Completes the file and returns the number of its records.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`](copydesk_core::ErrorKind::Write) where that fails; the file is
    /// then as it was before.
    pub fn finish(mut self) -> Result<u64, Error> {
        self.batch()?;
        let raw = self.out.into_inner();
        let raw = raw.map_err(|error| failed(&self.path, error))?;
        raw.0.finish()?;
        Ok(self.rows)
    }
}

impl fmt::Debug for ArrowWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ArrowWriter")
            .field("path", &self.path)
            .field("rows", &self.rows)
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
