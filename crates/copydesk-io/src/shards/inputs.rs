//! What a run is given to read, as far as it can be told without reading it.

use std::{fs, path::Path};

use copydesk_core::{Error, ErrorKind};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{Xxh3Default, xxh3_64};

use crate::{
    failure::explain_io,
    input::Input,
    skipped::Skipped,
    walk::{Walk, Wanted},
};

/// One path that was given to read, and what it holds: what a resumed run compares.
///
/// ```
/// use copydesk_io::InputSummary;
/// # let dir = std::env::temp_dir().join(format!("copydesk-doc-inputs-{}", std::process::id()));
/// # std::fs::create_dir_all(&dir).unwrap();
/// # let dir = dir.to_str().unwrap();
/// std::fs::write(format!("{dir}/a.html"), "<p>Rain.").unwrap();
/// let inputs = InputSummary::of([dir])?;
/// assert_eq!((inputs[0].files, inputs[0].bytes), (1, 8));
/// # std::fs::remove_dir_all(dir).unwrap();
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InputSummary {
    /// As it was given: a file, a folder, a glob, `-`.
    pub path: String,
    /// Files that it holds; 0 for standard input.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Hash of their names and sizes, in the order in which they are read.
    pub names: String,
}

impl InputSummary {
    /// Looks at all of these, without opening a file.
    ///
    /// # Errors
    /// Where a glob is malformed.
    pub fn of(paths: impl IntoIterator<Item = impl AsRef<str>>) -> Result<Vec<Self>, Error> {
        let paths = paths.into_iter();
        paths.map(|path| Self::of_one(path.as_ref())).collect()
    }

    fn of_one(path: &str) -> Result<Self, Error> {
        let mut sum = Sum::default();
        // These are counted when they are read.
        let skipped = Skipped::default();
        let walk = match Input::new(path, &skipped)? {
            Input::Stdin => None,
            Input::Glob(walk) => Some(*walk),
            Input::Path(uri) if Path::new(&uri).is_dir() => {
                let root = uri.clone().into();
                Some(Walk::new(uri, root, Wanted::Readable, skipped))
            }
            Input::Path(uri) => {
                sum.add(Path::new(&uri));
                None
            }
        };
        // What cannot be listed is told when it is read.
        for file in walk.into_iter().flatten().flatten() {
            sum.add(&file);
        }
        Ok(Self {
            path: path.to_owned(),
            files: sum.files,
            bytes: sum.bytes,
            names: format!("{:016x}", sum.names.digest()),
        })
    }
}

#[derive(Default)]
struct Sum {
    files: u64,
    bytes: u64,
    names: Xxh3Default,
}

impl Sum {
    fn add(&mut self, path: &Path) {
        let bytes = fs::metadata(path).map_or(0, |about| about.len());
        self.files += 1;
        self.bytes += bytes;
        self.names.update(path.to_string_lossy().as_bytes());
        self.names.update(&[0]);
        self.names.update(&bytes.to_le_bytes());
    }
}

/// Hash of what a file holds, 16 hexadecimal digits: whether a list that decides the records is the
/// one of an earlier run.
///
/// ```
/// # let path = std::env::temp_dir().join(format!("copydesk-doc-hash-{}.csv", std::process::id()));
/// # let path = path.to_str().unwrap();
/// std::fs::write(path, "name,type\n").unwrap();
/// assert_eq!(copydesk_io::content_hash(path)?.len(), 16);
/// # std::fs::remove_file(path).unwrap();
/// # Ok::<(), copydesk_core::Error>(())
/// ```
///
/// # Errors
/// Of kind [`ErrorKind::Read`] where it cannot be read.
pub fn content_hash(path: impl AsRef<Path>) -> Result<String, Error> {
    let path = path.as_ref();
    let bytes = fs::read(path).map_err(|error| {
        let message = format!("cannot read {}: {}", path.display(), explain_io(&error));
        Error::new(ErrorKind::Read, message).with_source(error)
    })?;
    Ok(format!("{:016x}", xxh3_64(&bytes)))
}
