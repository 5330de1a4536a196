//! Text out: whole or not at all.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use copydesk_core::{Error, ErrorKind};

use crate::compress::{Compressed, Encoder};

/// Writes text to a file that appears only when it is complete.
///
/// It goes to `<path>.tmp-…` beside the file, which [`TextWriter::finish`] renames; a writer that
/// is dropped before removes it, and what stood at the path stays. `-` is standard output, and
/// pipes and devices are written directly. What goes to a name that ends in `.gz` is compressed,
/// and with the feature `zstd` what goes to one that ends in `.zst`.
///
/// ```
/// use copydesk_io::TextWriter;
/// # let path = std::env::temp_dir().join(format!("copydesk-doc-text-{}.md", std::process::id()));
/// # let path = path.to_str().unwrap();
/// let mut writer = TextWriter::create(path)?;
/// writer.write("# Title\n")?;
/// writer.finish()?;
/// assert_eq!(std::fs::read_to_string(path).unwrap(), "# Title\n");
/// # std::fs::remove_file(path).unwrap();
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Debug)]
pub struct TextWriter {
    out: Option<Encoder>,
    path: String,
    temporary: Option<Temporary>,
}

/// The file that is renamed at the end.
#[derive(Debug)]
struct Temporary {
    file: File,
    path: PathBuf,
    target: PathBuf,
}

impl TextWriter {
    /// Begins a file.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`] where it cannot be written.
    pub fn create(path: impl Into<String>) -> Result<Self, Error> {
        let path = path.into();
        let how = Compressed::of_path(&path);
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
        let out = Encoder::new(how, out).map_err(error)?;
        Ok(Self {
            out: Some(out),
            path,
            temporary,
        })
    }

    /// Begins a file of a folder that is only ours, under another name until it is complete.
    pub(crate) fn create_aside(target: &Path, aside: &Path) -> Result<Self, Error> {
        let path = target.to_string_lossy().into_owned();
        let error = |error| write_error(&path, error);
        let file = File::create(aside).map_err(error)?;
        let out = Box::new(file.try_clone().map_err(error)?);
        let out = Encoder::new(Compressed::of_path(&path), out).map_err(error)?;
        let temporary = Temporary {
            file,
            path: aside.to_owned(),
            target: target.to_owned(),
        };
        Ok(Self {
            out: Some(out),
            path,
            temporary: Some(temporary),
        })
    }

    /// Writes some text.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`] where that fails. The cause of a closed pipe is an
    /// [`io::Error`] of kind `BrokenPipe`.
    pub fn write(&mut self, text: &str) -> Result<(), Error> {
        self.put(text.as_bytes())
    }

    pub(crate) fn put(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.raw(bytes)
            .map_err(|error| write_error(&self.path, error))
    }

    pub(crate) fn raw(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Some(out) = &mut self.out else {
            unreachable!("only `finish` takes it, and takes the writer as well");
        };
        out.write_all(bytes)
    }

    /// What is written to, for messages.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Bytes of the file so far; what a compressor holds back is not counted.
    pub fn bytes(&self) -> u64 {
        self.out.as_ref().map_or(0, Encoder::bytes)
    }

    /// Completes the file and returns how many bytes it has.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`] where that fails; the file is then as it was before.
    pub fn finish(mut self) -> Result<u64, Error> {
        let mut bytes = 0;
        if let Some(out) = self.out.take() {
            bytes = out
                .finish()
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
        Ok(bytes)
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

impl Drop for TextWriter {
    fn drop(&mut self) {
        if let Some(temporary) = self.temporary.take() {
            // What is buffered is not wanted any more; on some systems an open file cannot go.
            if let Some(out) = self.out.take() {
                out.abandon();
            }
            drop(temporary.file);
            let _ = fs::remove_file(temporary.path);
        }
    }
}

pub(crate) fn write_error(path: &str, error: io::Error) -> Error {
    let name = if path == "-" { "standard output" } else { path };
    let what = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "the disk is full; free some space and try again".to_owned()
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            "the disk is read-only; give a path on another one".to_owned()
        }
        _ => crate::failure::explain_io(&error),
    };
    Error::new(ErrorKind::Write, format!("cannot write {name}: {what}")).with_source(error)
}
