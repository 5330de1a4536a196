//! Records out as a folder of shards, each whole or not there, and a manifest: what a run that is
//! interrupted can go on with.
//!
//! ```text
//! out.parquet/part-00000.parquet        finished
//! out.parquet/part-00001.parquet
//! out.parquet/.part-00002.parquet.tmp   being written
//! out.parquet/_manifest.json            what is finished, and up to which document
//! ```
//!
//! A shard ends with the record that takes it to its size. Where that is depends on nothing but
//! the records, so a run that was killed and resumed leaves the same shards as one that was not.
//! The shard is renamed first and the manifest is rewritten then; a run that is killed in between
//! writes that shard again.

mod inputs;
mod manifest;
mod places;

use std::{
    collections::BTreeMap,
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
};

use copydesk_core::{Error, ErrorKind, record::Article};

pub(crate) use self::manifest::NAME as MANIFEST_NAME;
pub use self::{
    inputs::{InputSummary, content_hash},
    manifest::{Manifest, Shard, Totals},
    places::{PlacedSources, Places},
};
use crate::{
    format::OutputFormat,
    output::write_error,
    place::Place,
    record_writer::{RecordWriter, Written},
};

/// Options of [`ShardWriter`].
///
/// ```
/// let options = copydesk_io::ShardOptions::default();
/// assert_eq!(options.shard_bytes, 256_000_000);
/// assert!(!options.resume);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ShardOptions {
    /// Bytes at which a shard ends. Default 256 MB.
    pub shard_bytes: u64,
    /// Whether to go on with what an interrupted run left. Default `false`: the folder must be
    /// empty or not be there.
    pub resume: bool,
    /// What decides the records, by name: [`ShardWriter::open`] refuses to go on with others.
    pub options: BTreeMap<String, String>,
    /// What is read, likewise.
    pub inputs: Vec<InputSummary>,
}

impl Default for ShardOptions {
    fn default() -> Self {
        Self {
            shard_bytes: 256_000_000,
            resume: false,
            options: BTreeMap::new(),
            inputs: Vec::new(),
        }
    }
}

/// Writes records to a folder of shards with a manifest, and goes on where an earlier run ended.
///
/// ```
/// use copydesk_core::record::Article;
/// use copydesk_io::{Manifest, OutputFormat, Place, ShardOptions, ShardWriter};
/// # let dir = std::env::temp_dir().join(format!("copydesk-doc-shards-{}", std::process::id()));
/// # let dir = dir.to_str().unwrap();
/// let mut options = ShardOptions::default();
/// options.shard_bytes = 2000;
/// options.resume = true;
/// let mut writer = ShardWriter::open(dir, OutputFormat::Jsonl, options)?;
/// assert!(writer.last().is_none(), "nothing was read before");
/// for item in 0..10 {
///     let place = Place { item, ..Place::default() };
///     writer.write(&Article::default(), place)?;
/// }
/// let manifest = writer.finish()?;
/// assert_eq!((manifest.totals.records, manifest.complete), (10, true));
/// assert!(manifest.shards.len() > 1);
/// assert_eq!(Manifest::read(dir)?, manifest);
/// # std::fs::remove_dir_all(dir).unwrap();
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Debug)]
pub struct ShardWriter {
    folder: PathBuf,
    format: OutputFormat,
    /// How the names of shards end.
    extension: String,
    manifest: Manifest,
    current: Option<Current>,
    /// Held as long as the writer lives; the system lets go of it whatever happens.
    _lock: Option<File>,
}

/// The shard that is being written.
#[derive(Debug)]
struct Current {
    writer: Box<dyn RecordWriter>,
    failures: u64,
    reasons: BTreeMap<String, u64>,
    last: Option<Place>,
}

impl ShardWriter {
    /// Begins a folder, or goes on with one.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`] where it cannot be written, where another run writes it, and
    /// where it is not empty but is not to be resumed; of kind [`ErrorKind::Configuration`] where
    /// the run that began it had other options or inputs, or shards of it are missing.
    pub fn open(
        folder: impl AsRef<Path>,
        format: OutputFormat,
        options: ShardOptions,
    ) -> Result<Self, Error> {
        let folder = folder.as_ref();
        let name = folder.to_string_lossy();
        if options.shard_bytes == 0 {
            let message = "shard_bytes is 0, which no record fits; give a positive number of bytes";
            return Err(Error::new(ErrorKind::Configuration, message));
        }
        if fs::metadata(folder).is_ok_and(|about| !about.is_dir()) {
            let message = format!(
                "cannot write shards to {name}: it is a file, and they need a folder; remove it or \
                 give another name"
            );
            return Err(Error::new(ErrorKind::Write, message));
        }
        fs::create_dir_all(folder).map_err(|error| write_error(&name, error))?;
        let lock = lock(folder)?;
        let mut manifest = Manifest {
            version: manifest::VERSION.to_owned(),
            copydesk: env!("CARGO_PKG_VERSION").to_owned(),
            format: format.to_string(),
            shard_bytes: options.shard_bytes,
            options: options.options,
            inputs: options.inputs,
            shards: Vec::new(),
            totals: Totals::default(),
            failures: BTreeMap::new(),
            complete: false,
        };
        let found = folder.join(manifest::NAME).exists();
        if found && options.resume {
            let before = Manifest::read(folder)?;
            let different = before.differences(&manifest);
            if !different.is_empty() {
                let message = format!(
                    "cannot resume {name}: {}; give what was given before, or another folder",
                    different.join("; ")
                );
                return Err(Error::new(ErrorKind::Configuration, message));
            }
            manifest = before;
            check(folder, &manifest)?;
        }
        let extension = shard_extension(folder, format);
        tidy(folder, &extension, &manifest, options.resume && found)?;
        if !found {
            manifest.write(folder)?;
        }
        Ok(Self {
            folder: folder.to_owned(),
            format,
            extension,
            manifest,
            current: None,
            _lock: lock,
        })
    }

    /// The place of the last document in the finished shards: what comes behind it is to be written.
    pub fn last(&self) -> Option<&Place> {
        self.manifest.shards.last()?.last.as_ref()
    }

    /// What is finished so far.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Writes the record of the document at this place of the input. Each document is to be
    /// handed over, also one that could not be read: the format decides whether it is written,
    /// and the manifest counts it.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`] where that fails. The finished shards stay as they are.
    pub fn write(&mut self, article: &Article, place: Place) -> Result<(), Error> {
        let current = match &mut self.current {
            Some(current) => current,
            none => none.insert(Current {
                writer: begin(&self.folder, self.format, &self.extension, &self.manifest)?,
                failures: 0,
                reasons: BTreeMap::new(),
                last: None,
            }),
        };
        current.writer.write(article)?;
        current.last = Some(place);
        if let Some(reason) = manifest::reason(article) {
            current.failures += 1;
            *current.reasons.entry(reason).or_default() += 1;
        }
        if current.writer.bytes() >= self.manifest.shard_bytes {
            self.end_shard()?;
            self.manifest.write(&self.folder)?;
        }
        Ok(())
    }

    fn end_shard(&mut self) -> Result<(), Error> {
        let Some(current) = self.current.take() else {
            return Ok(());
        };
        let Written { records, bytes } = current.writer.finish()?;
        sync(&self.folder);
        let shard = Shard {
            file: shard_name(self.manifest.shards.len(), &self.extension),
            records,
            failures: current.failures,
            bytes,
            last: current.last,
        };
        self.manifest.add(shard, current.reasons);
        Ok(())
    }

    /// Ends an interrupted run: what was written becomes a shard, shorter than others, and the
    /// manifest says that there is more to come.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`] where that fails. The finished shards stay as they are.
    pub fn stop(mut self) -> Result<Manifest, Error> {
        self.end_shard()?;
        self.manifest.write(&self.folder)?;
        Ok(self.manifest)
    }

    /// Completes the folder: everything was read. There is at least one shard then, so that
    /// readers of the folder find what columns it has.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Write`] where that fails. The finished shards stay as they are.
    pub fn finish(mut self) -> Result<Manifest, Error> {
        if self.current.is_none() && self.manifest.shards.is_empty() {
            let writer = begin(&self.folder, self.format, &self.extension, &self.manifest)?;
            self.current = Some(Current {
                writer,
                failures: 0,
                reasons: BTreeMap::new(),
                last: None,
            });
        }
        self.end_shard()?;
        self.manifest.complete = true;
        self.manifest.write(&self.folder)?;
        Ok(self.manifest)
    }
}

fn begin(
    folder: &Path,
    format: OutputFormat,
    extension: &str,
    manifest: &Manifest,
) -> Result<Box<dyn RecordWriter>, Error> {
    let name = shard_name(manifest.shards.len(), extension);
    let aside = folder.join(format!(".{name}.tmp"));
    format.create_aside(&folder.join(name), &aside)
}

fn shard_name(number: usize, extension: &str) -> String {
    format!("part-{number:05}{extension}")
}

/// `.parquet`, `.jsonl.gz`: as the folder is called, else as the format is.
fn shard_extension(folder: &Path, format: OutputFormat) -> String {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let Some(first) = format.extensions().first() else {
        return String::new();
    };
    if !format.fits(&name) {
        return format!(".{first}");
    }
    let mut parts = name.rsplit('.');
    match parts.next().unwrap_or_default() {
        last @ ("gz" | "zst") => format!(".{}.{last}", parts.next().unwrap_or(first)),
        last => format!(".{last}"),
    }
}

/// Refuses a folder that another run writes. Where folders cannot be locked nothing is refused.
fn lock(folder: &Path) -> Result<Option<File>, Error> {
    let Ok(file) = File::open(folder) else {
        return Ok(None);
    };
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => {
            let message = format!(
                "cannot write {}: another run is writing it; wait for its end or give another folder",
                folder.display()
            );
            Err(Error::new(ErrorKind::Write, message))
        }
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

/// Whether the shards that the manifest names are there.
fn check(folder: &Path, manifest: &Manifest) -> Result<(), Error> {
    for shard in &manifest.shards {
        let about = fs::metadata(folder.join(&shard.file));
        let wrong = match about {
            Ok(about) if about.is_dir() || about.len() == shard.bytes => continue,
            Ok(about) => format!("has {} bytes and had {}", about.len(), shard.bytes),
            Err(_) => "is missing".to_owned(),
        };
        let message = format!(
            "cannot resume {}: {} {wrong}; put it back, or begin anew in another folder",
            folder.display(),
            shard.file
        );
        return Err(Error::new(ErrorKind::Configuration, message));
    }
    Ok(())
}

/// Removes what a killed run left unfinished; refuses a folder that has other things in it.
fn tidy(folder: &Path, extension: &str, manifest: &Manifest, resume: bool) -> Result<(), Error> {
    let failed = |error| write_error(&folder.to_string_lossy(), error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let file = entry.file_name();
        let name = file.to_string_lossy();
        let ours = name.starts_with(".part-") || name.starts_with("._manifest.json.");
        let unfinished = ours && name.ends_with(".tmp");
        // Renamed by a run that was killed before it could write the manifest.
        let number = name
            .strip_prefix("part-")
            .and_then(|name| name.strip_suffix(extension));
        let number = number.and_then(|number| number.parse::<usize>().ok());
        let unknown = resume && number.is_some_and(|number| number >= manifest.shards.len());
        if unfinished || unknown {
            let is_dir = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let path = entry.path();
            if is_dir {
                fs::remove_dir_all(path)
            } else {
                fs::remove_file(path)
            }
            .map_err(failed)?;
        } else if !resume {
            let message = if folder.join(manifest::NAME).exists() {
                "it holds the output of a run already; resume that (--resume), remove it, or give \
                 another name"
            } else {
                "it is a folder that is not empty; give another name, or an empty folder"
            };
            let message = format!("cannot write {}: {message}", folder.display());
            return Err(Error::new(ErrorKind::Write, message));
        }
    }
    Ok(())
}

/// Makes sure that a power failure does not undo what was renamed in a folder, where the system
/// can do that.
fn sync(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}
