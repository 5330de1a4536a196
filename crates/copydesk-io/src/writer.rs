//! JSONL out: whole or not at all.

use copydesk_core::{Error, ErrorKind, record::Article};
use serde::Serialize;

use crate::{
    output::{TextWriter, write_error},
    record_writer::{RecordWriter, Written},
};

/// One article as a line of JSONL, without the line feed: what threads can do before the one
/// writer gets it.
///
/// ```
/// let line = copydesk_io::to_line(&copydesk_core::record::Article::default());
/// assert!(line.starts_with("{\"schema\":\"copydesk.article/1\""));
/// assert!(!line.contains('\n'));
/// ```
pub fn to_line(article: &Article) -> String {
    // Serialization fails on maps with keys that are no strings; the record has none.
    serde_json::to_string(article).expect("an article is always JSON")
}

/// Writes JSONL to a file that appears only when it is complete; see [`TextWriter`].
///
/// ```
/// use copydesk_io::JsonlWriter;
/// # let path = std::env::temp_dir().join(format!("copydesk-doc-writer-{}.jsonl", std::process::id()));
/// # let path = path.to_str().unwrap();
/// let mut writer = JsonlWriter::create(path)?;
/// writer.write(&["any", "thing", "serializable"])?;
/// writer.write_line("{\"a\":1}")?;
/// assert_eq!(writer.finish()?, 2);
/// assert_eq!(std::fs::read_to_string(path).unwrap(), "[\"any\",\"thing\",\"serializable\"]\n{\"a\":1}\n");
/// # std::fs::remove_file(path).unwrap();
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Debug)]
pub struct JsonlWriter {
    out: TextWriter,
    line: Vec<u8>,
    lines: u64,
}

impl JsonlWriter {
    /// Begins a file.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`] where it cannot be written.
    pub fn create(path: impl Into<String>) -> Result<Self, Error> {
        Ok(Self::over(TextWriter::create(path)?))
    }

    pub(crate) fn over(out: TextWriter) -> Self {
        Self {
            out,
            line: Vec::new(),
            lines: 0,
        }
    }

    /// Writes one item as one line.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`] where the item is not JSON or the line cannot be written.
    /// The cause of a closed pipe is a [`std::io::Error`] of kind `BrokenPipe`.
    pub fn write(&mut self, item: &impl Serialize) -> Result<(), Error> {
        // An item that fails half-way must not leave half a line behind.
        let mut line = std::mem::take(&mut self.line);
        line.clear();
        let result = serde_json::to_writer(&mut line, item)
            .map_err(|error| write_error(self.out.path(), error.into()))
            .and_then(|()| self.put(&line));
        self.line = line;
        result
    }

    /// Writes a line made before, by [`to_line`] for instance.
    ///
    /// # Errors
    /// As [`JsonlWriter::write`], and where `line` contains a line feed.
    pub fn write_line(&mut self, line: &str) -> Result<(), Error> {
        if line.contains('\n') {
            let message = format!(
                "cannot write {}: a line feed within a line; write JSON without indentation",
                self.out.path()
            );
            return Err(Error::new(ErrorKind::Write, message));
        }
        self.put(line.as_bytes())
    }

    fn put(&mut self, line: &[u8]) -> Result<(), Error> {
        self.out.put(line)?;
        self.out.put(b"\n")?;
        self.lines += 1;
        Ok(())
    }

    /// Bytes of the file so far; what a compressor holds back is not counted.
    pub fn bytes(&self) -> u64 {
        self.out.bytes()
    }

    /// Completes the file and returns the number of its lines.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`] where that fails; the file is then as it was before.
    pub fn finish(self) -> Result<u64, Error> {
        self.out.finish()?;
        Ok(self.lines)
    }
}

impl RecordWriter for JsonlWriter {
    fn write(&mut self, article: &Article) -> Result<(), Error> {
        self.write(article)
    }

    fn bytes(&self) -> u64 {
        self.bytes()
    }

    fn finish(self: Box<Self>) -> Result<Written, Error> {
        Ok(Written {
            records: self.lines,
            bytes: self.out.finish()?,
        })
    }
}
