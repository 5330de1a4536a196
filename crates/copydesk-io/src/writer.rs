//! JSONL out: whole or not at all.

use std::{
    fmt,
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use copydesk_core::{Error, ErrorKind, record::Article};
use serde::Serialize;

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

/// Writes JSONL to a file that appears only when it is complete.
///
/// Lines go to `<path>.tmp-…` beside the file, which [`JsonlWriter::finish`] renames; a writer
/// that is dropped before removes it, and what stood at the path stays. `-` is standard output,
/// and pipes and devices are written directly.
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
pub struct JsonlWriter {
    out: Option<BufWriter<Box<dyn Write + Send>>>,
    path: String,
    temporary: Option<Temporary>,
    line: Vec<u8>,
    lines: u64,
}

/// The file that is renamed at the end.
#[derive(Debug)]
struct Temporary {
    file: File,
    path: PathBuf,
    target: PathBuf,
}

impl JsonlWriter {
    /// Begins a file.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`] where it cannot be written.
    pub fn create(path: impl Into<String>) -> Result<Self, Error> {
        let path = path.into();
        let error = |error| write_error(&path, error);
        let about = fs::metadata(&path).ok();
        if about.as_ref().is_some_and(fs::Metadata::is_dir) {
            let message = format!("cannot write {path}: it is a directory; name a file in it");
            return Err(Error::new(ErrorKind::Write, message));
        }
        let (out, temporary): (Box<dyn Write + Send>, _) = if path == "-" {
            (Box::new(io::stdout()), None)
        } else if about.as_ref().is_some_and(|about| !about.is_file()) {
            // Renaming over /dev/null would replace it.
            let file = File::options().write(true).open(&path).map_err(error)?;
            (Box::new(file), None)
        } else {
            let temporary = Temporary::create(&path, about.as_ref()).map_err(error)?;
            let file = temporary.file.try_clone().map_err(error)?;
            (Box::new(file), Some(temporary))
        };
        Ok(Self {
            out: Some(BufWriter::with_capacity(256 << 10, out)),
            path,
            temporary,
            line: Vec::new(),
            lines: 0,
        })
    }

    /// Writes one item as one line.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`] where the item is not JSON or the line cannot be written.
    /// The cause of a closed pipe is an [`io::Error`] of kind `BrokenPipe`.
    pub fn write(&mut self, item: &impl Serialize) -> Result<(), Error> {
        // An item that fails half-way must not leave half a line behind.
        let mut line = std::mem::take(&mut self.line);
        line.clear();
        let result = serde_json::to_writer(&mut line, item)
            .map_err(|error| write_error(&self.path, error.into()))
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
                self.path
            );
            return Err(Error::new(ErrorKind::Write, message));
        }
        self.put(line.as_bytes())
    }

    fn put(&mut self, line: &[u8]) -> Result<(), Error> {
        let Some(out) = &mut self.out else {
            unreachable!("only `finish` takes it, and takes the writer as well");
        };
        out.write_all(line)
            .and_then(|()| out.write_all(b"\n"))
            .map_err(|error| write_error(&self.path, error))?;
        self.lines += 1;
        Ok(())
    }

    /// Completes the file and returns the number of its lines.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`] where that fails; the file is then as it was before.
    pub fn finish(mut self) -> Result<u64, Error> {
        if let Some(mut out) = self.out.take() {
            out.flush()
                .map_err(|error| write_error(&self.path, error))?;
        }
        if let Some(temporary) = &self.temporary {
            // Else a power failure may leave the new name with nothing in it.
            temporary
                .file
                .sync_all()
                .and_then(|()| fs::rename(&temporary.path, &temporary.target))
                .map_err(|error| write_error(&self.path, error))?;
        }
        self.temporary = None;
        Ok(self.lines)
    }
}

impl Temporary {
    fn create(path: &str, about: Option<&fs::Metadata>) -> io::Result<Self> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        // A link stays one: what it points to is replaced.
        let target = fs::canonicalize(path).unwrap_or_else(|_| Path::new(path).to_owned());
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let mut name = target.file_name().unwrap_or_default().to_owned();
        name.push(format!(".tmp-{}-{count}", std::process::id()));
        let temporary = target.with_file_name(name);
        let file = File::create(&temporary)?;
        if let Some(about) = about {
            file.set_permissions(about.permissions())?;
        }
        Ok(Self {
            file,
            path: temporary,
            target,
        })
    }
}

impl Drop for JsonlWriter {
    fn drop(&mut self) {
        if let Some(temporary) = self.temporary.take() {
            // What is buffered is not wanted any more; on some systems an open file cannot go.
            if let Some(out) = self.out.take() {
                drop(out.into_parts());
            }
            drop(temporary.file);
            let _ = fs::remove_file(temporary.path);
        }
    }
}

impl fmt::Debug for JsonlWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JsonlWriter")
            .field("path", &self.path)
            .field("temporary", &self.temporary)
            .field("lines", &self.lines)
            .finish_non_exhaustive()
    }
}

fn write_error(path: &str, error: io::Error) -> Error {
    let name = if path == "-" { "standard output" } else { path };
    let what = crate::failure::explain_io(&error);
    Error::new(ErrorKind::Write, format!("cannot write {name}: {what}")).with_source(error)
}
