//! Parquet out: whole or not at all.
//!
//! A row group ends when it has [`GROUP_BYTES`], not after a number of rows: articles differ in
//! size by a factor of a thousand, and the writer holds a row group in memory until it is complete.

use std::{fmt, io};

use copydesk_core::{Error, record::Article};
use parquet::{
    arrow::ArrowWriter as Inner,
    basic::{Compression, ZstdLevel},
    errors::ParquetError,
    file::properties::{EnabledStatistics, WriterProperties},
};

use super::{
    ArrowRows, arrow_schema,
    writer::{MOST_ARTICLES, MOST_BYTES, Raw},
};
use crate::{
    output::{TextWriter, write_error},
    record_writer::{RecordWriter, Written},
};

/// Bytes of a row group as the writer estimates them, about twice what it takes in the file.
const GROUP_BYTES: usize = 16 << 20;

/// Bytes of columns that become one byte of a file.
const COMPRESSED: usize = 6;

/// Writes records to a Parquet file, compressed with Zstandard, that appears only when it is
/// complete; see [`TextWriter`]. Its columns are those of [`arrow_schema`](fn@arrow_schema).
///
/// ```
/// use copydesk_io::ParquetWriter;
/// use copydesk_core::record::Article;
/// # let path = std::env::temp_dir().join(format!("copydesk-doc-parquet-{}.parquet", std::process::id()));
/// # let path = path.to_str().unwrap();
/// let mut writer = ParquetWriter::create(path)?;
/// writer.write(&Article::default())?;
/// assert_eq!(writer.finish()?, 1);
/// assert!(std::fs::read(path).unwrap().starts_with(b"PAR1"));
/// # std::fs::remove_file(path).unwrap();
/// # Ok::<(), copydesk_core::Error>(())
/// ```
pub struct ParquetWriter {
    out: Inner<Raw>,
    path: String,
    rows: ArrowRows,
    records: u64,
}

impl ParquetWriter {
    /// Begins a file.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`](copydesk_core::ErrorKind::Write) where it cannot be written.
    pub fn create(path: impl Into<String>) -> Result<Self, Error> {
        Self::over(TextWriter::create(path)?)
    }

    pub(crate) fn over(out: TextWriter) -> Result<Self, Error> {
        let path = out.path().to_owned();
        let failed = |error| failed(&path, error);
        let level = ZstdLevel::try_new(1).map_err(failed)?;
        let properties = WriterProperties::builder()
            .set_created_by(concat!("copydesk ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_compression(Compression::ZSTD(level))
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_offset_index_disabled(true)
            .set_max_row_group_row_count(None)
            .build();
        let out = Inner::try_new(Raw(out), arrow_schema(), Some(properties)).map_err(failed)?;
        Ok(Self {
            out,
            path,
            rows: ArrowRows::default(),
            records: 0,
        })
    }

    /// Writes a record, together with those after it.
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
            .and_then(|()| {
                if self.out.in_progress_size() >= GROUP_BYTES {
                    self.out.flush()
                } else {
                    Ok(())
                }
            })
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

impl RecordWriter for ParquetWriter {
    fn write(&mut self, article: &Article) -> Result<(), Error> {
        self.write(article)
    }

    fn bytes(&self) -> u64 {
        let waiting = self.out.in_progress_size() + self.rows.bytes() / COMPRESSED;
        (self.out.bytes_written() + waiting) as u64
    }

    fn finish(self: Box<Self>) -> Result<Written, Error> {
        self.complete()
    }
}

impl fmt::Debug for ParquetWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ParquetWriter")
            .field("path", &self.path)
            .field("records", &self.records)
            .finish_non_exhaustive()
    }
}

fn failed(path: &str, error: ParquetError) -> Error {
    let error = match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    };
    write_error(path, error)
}
