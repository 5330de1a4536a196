//! Records in again: what an earlier run wrote.

use std::{
    collections::VecDeque,
    fmt,
    fs::File,
    path::{Path, PathBuf},
};

use copydesk_core::{Error, ErrorKind, record::Article};

use crate::{
    failure::{ReadFailure, ReadPlace},
    format::OutputFormat,
    shards::{MANIFEST_NAME, Manifest},
    window::Window,
};

/// Bytes asked for at once.
const CHUNK: usize = 64 << 10;

/// Bytes of a line at which it is no record.
const LONGEST: usize = 1 << 30;

/// How a record begins in JSON.
const RECORD: &[u8] = b"{\"schema\":\"copydesk.article/";

type Items = Box<dyn Iterator<Item = Result<Article, ReadFailure>> + Send>;

/// The records that [`read_records`] reads, one after the other.
pub struct Records {
    files: VecDeque<PathBuf>,
    format: OutputFormat,
    current: Option<Items>,
}

/// Reads records again: JSONL, compressed or not; Arrow and Parquet with these features; or a
/// folder of shards of them, in the order of its manifest.
///
/// A record that cannot be read is a [`ReadFailure`] in its place, and the next one comes after it.
///
/// ```
/// use copydesk_core::record::Article;
/// use copydesk_io::{JsonlWriter, read_records};
/// # let path = std::env::temp_dir().join(format!("copydesk-doc-records-{}.jsonl", std::process::id()));
/// # let path = path.to_str().unwrap();
/// let mut writer = JsonlWriter::create(path)?;
/// writer.write(&Article { text: "The dam held.".into(), ..Article::default() })?;
/// writer.write_line("{\"text\": \"no record\"}")?;
/// writer.finish()?;
///
/// let mut records = read_records(path)?;
/// assert_eq!(records.next().unwrap().unwrap().text, "The dam held.");
/// assert!(records.next().unwrap().is_err());
/// # std::fs::remove_file(path).unwrap();
/// # Ok::<(), copydesk_core::Error>(())
/// ```
///
/// # Errors
/// Of kind [`ErrorKind::Configuration`] where the name is none of records, of kind
/// [`ErrorKind::Read`] where a folder has no manifest. A file that is missing is a failure that the
/// iterator yields.
pub fn read_records(path: impl AsRef<Path>) -> Result<Records, Error> {
    let path = path.as_ref();
    let (files, format) = if path.is_dir() {
        let manifest = Manifest::read(path)?;
        let shards = manifest.shards.iter();
        let files = shards.map(|shard| path.join(&shard.file)).collect();
        (files, manifest.format.parse().ok())
    } else {
        let format = OutputFormat::of_path(&path.to_string_lossy());
        (VecDeque::from([path.to_owned()]), format)
    };
    let format = format.filter(|format| format.holds_failures());
    let Some(format) = format else {
        let message = format!(
            "cannot read records from {}: it is no JSONL and no table of records; give what \
             `copydesk read` wrote as one of these",
            path.display()
        );
        return Err(Error::new(ErrorKind::Configuration, message));
    };
    Ok(Records {
        files,
        format,
        current: None,
    })
}

/// Whether [`read_records`] is for this: a folder with the manifest of a run that wrote records, or a
/// file of JSONL, compressed or not, that begins as a record does.
///
/// ```
/// assert!(!copydesk_io::holds_records("no-such-file.jsonl"));
/// ```
pub fn holds_records(path: impl AsRef<Path>) -> bool {
    let path = path.as_ref();
    if path.is_dir() {
        return path.join(MANIFEST_NAME).is_file() && read_records(path).is_ok();
    }
    if OutputFormat::of_path(&path.to_string_lossy()) != Some(OutputFormat::Jsonl) {
        return false;
    }
    let Ok(file) = File::open(path) else {
        return false;
    };
    let mut window = Window::new(file);
    window.fill(RECORD.len());
    window.data().starts_with(RECORD)
}

impl Iterator for Records {
    type Item = Result<Article, ReadFailure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.current.as_mut().and_then(Iterator::next) {
                return Some(item);
            }
            let path = self.files.pop_front()?;
            let uri = path.to_string_lossy().into_owned();
            let opened = File::open(&path).map_err(|error| ReadFailure::io(&*uri, &error));
            #[cfg_attr(
                not(feature = "arrow"),
                expect(
                    clippy::bind_instead_of_map,
                    reason = "tables can fail to be opened, lines cannot"
                )
            )]
            let items = opened.and_then(|file| match self.format {
                #[cfg(feature = "arrow")]
                OutputFormat::Arrow => crate::arrow::read_arrow(file, uri),
                #[cfg(feature = "parquet")]
                OutputFormat::Parquet => crate::arrow::read_parquet(file, uri),
                _ => Ok(Box::new(Lines {
                    window: Window::new(file),
                    uri,
                    line: 0,
                })),
            });
            self.current = match items {
                Ok(items) => Some(items),
                Err(failure) => return Some(Err(failure)),
            };
        }
    }
}

impl fmt::Debug for Records {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Records")
            .field("files", &self.files)
            .field("format", &self.format)
            .finish_non_exhaustive()
    }
}

/// The records of a JSONL file.
struct Lines {
    window: Window<File>,
    uri: String,
    line: u64,
}

impl Lines {
    /// How long the next line is, without and with its line feed.
    fn find(&mut self) -> (usize, usize) {
        let mut searched = 0;
        loop {
            let data = self.window.data();
            if let Some(found) = data[searched..].iter().position(|&byte| byte == b'\n') {
                return (searched + found, searched + found + 1);
            }
            searched = data.len();
            if searched > LONGEST {
                return (searched, searched);
            }
            if !self.window.fill(searched + CHUNK) && self.window.data().len() == searched {
                return (searched, searched);
            }
        }
    }
}

impl Iterator for Lines {
    type Item = Result<Article, ReadFailure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (length, with_end) = self.find();
            self.line += 1;
            let failed = |message: String| {
                let failure = ReadFailure::new(&*self.uri, message);
                Some(Err(failure.at(ReadPlace::Line(self.line))))
            };
            if length == with_end && self.window.broken().is_some() {
                // A line that breaks off is no record.
                self.window.consume(length);
                let broken = self.window.take_broken()?;
                return failed(broken.to_string());
            }
            if with_end == 0 {
                return None;
            }
            let line = &self.window.data()[..length];
            let blank = line.trim_ascii().is_empty();
            let read = serde_json::from_slice(line);
            self.window.consume(with_end);
            match read {
                _ if blank => {}
                Ok(article) => return Some(Ok(article)),
                Err(error) => {
                    return failed(format!(
                        "no record of copydesk ({error}); give what `copydesk read` wrote"
                    ));
                }
            }
        }
    }
}
