//! What all writers of records have in common.

use std::fmt;

use copydesk_core::{Error, record::Article};

/// Takes articles, one after the other, and writes them to one file.
///
/// The file appears when it is complete; a writer that is dropped before leaves nothing.
/// [`OutputFormat::create`](crate::OutputFormat::create) makes one for each format.
///
/// ```
/// use copydesk_core::record::Article;
/// use copydesk_io::{OutputFormat, RecordWriter};
/// # let path = std::env::temp_dir().join(format!("copydesk-doc-record-{}.jsonl", std::process::id()));
/// # let path = path.to_str().unwrap();
/// let mut writer = OutputFormat::Jsonl.create(path)?;
/// writer.write(&Article::default())?;
/// assert!(writer.bytes() > 0);
/// assert_eq!(writer.finish()?.records, 1);
/// # std::fs::remove_file(path).unwrap();
/// # Ok::<(), copydesk_core::Error>(())
/// ```
pub trait RecordWriter: fmt::Debug + Send {
    /// Writes an article. One that could not be read is a record, but nothing in a format that
    /// holds articles alone.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`](copydesk_core::ErrorKind::Write) where that fails. The cause of
    /// a closed pipe is a [`std::io::Error`] of kind `BrokenPipe`.
    fn write(&mut self, article: &Article) -> Result<(), Error>;

    /// Bytes written so far. What waits for the rest of its batch is estimated, from the records
    /// alone, so that the same records give the same number.
    fn bytes(&self) -> u64;

    /// Completes the file.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`](copydesk_core::ErrorKind::Write) where that fails; what stood at
    /// the path is then as it was before.
    fn finish(self: Box<Self>) -> Result<Written, Error>;
}

/// What a [`RecordWriter`] wrote.
///
/// ```
/// use copydesk_io::Written;
/// let parts = [Written { records: 2, bytes: 90 }, Written { records: 1, bytes: 40 }];
/// assert_eq!(parts.iter().map(|part| part.records).sum::<u64>(), 3);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Records, or articles.
    pub records: u64,
    /// Bytes of the file, or of the files.
    pub bytes: u64,
}
