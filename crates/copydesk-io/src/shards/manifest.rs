//! `_manifest.json`: what a folder of shards holds, and how far the run that writes it came.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use copydesk_core::{Error, ErrorKind, Severity, record::Article};
use serde::{Deserialize, Serialize};

use super::InputSummary;
use crate::{output::write_error, place::Place};

/// The version of the manifest that this crate writes.
pub(super) const VERSION: &str = "copydesk.output/1";

/// Its name. Readers of folders pass over names that begin with an underscore.
pub(crate) const NAME: &str = "_manifest.json";

/// What a folder of shards holds.
///
/// ```
/// use copydesk_io::Manifest;
/// let json = r#"{"version": "copydesk.output/1", "copydesk": "0.1.0", "format": "jsonl",
///     "shard_bytes": 256000000, "options": {}, "inputs": [], "shards": [],
///     "totals": {"records": 0, "failures": 0, "bytes": 0}, "failures": {}, "complete": true}"#;
/// let manifest: Manifest = serde_json::from_str(json)?;
/// assert!(manifest.complete);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Manifest {
    /// `copydesk.output/1`.
    pub version: String,
    /// The version of copydesk that wrote the shards.
    pub copydesk: String,
    /// The name of the format.
    pub format: String,
    /// Bytes at which a shard ends.
    pub shard_bytes: u64,
    /// What decides the records, by name.
    pub options: BTreeMap<String, String>,
    /// What is read.
    pub inputs: Vec<InputSummary>,
    /// The finished shards, in the order of the input.
    pub shards: Vec<Shard>,
    /// Their sums.
    pub totals: Totals,
    /// How many documents could not be read, by the code of the diagnostic that says why.
    pub failures: BTreeMap<String, u64>,
    /// Whether everything was read. Else `--resume` goes on behind the last shard.
    pub complete: bool,
}

/// One finished shard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Shard {
    /// Its name in the folder.
    pub file: String,
    /// Records in it.
    pub records: u64,
    /// Documents of its part of the input that could not be read.
    pub failures: u64,
    /// Bytes of it.
    pub bytes: u64,
    /// The place of its last document in the input; none where there was no document.
    pub last: Option<Place>,
}

/// Sums over the shards.
///
/// ```
/// use copydesk_io::Totals;
/// let none = Totals::default();
/// assert_eq!((none.records, none.failures, none.bytes), (0, 0, 0));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Totals {
    /// Records in all shards.
    pub records: u64,
    /// Documents that could not be read.
    pub failures: u64,
    /// Bytes of all shards.
    pub bytes: u64,
}

impl Manifest {
    /// The manifest of a folder.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Read`] where there is none, or none that this version can read.
    pub fn read(folder: impl AsRef<Path>) -> Result<Self, Error> {
        let path = folder.as_ref().join(NAME);
        let wrong = |message: String| {
            let message = format!("cannot read {}: {message}", path.display());
            Error::new(ErrorKind::Read, message)
        };
        let bytes = fs::read(&path)
            .map_err(|error| wrong(crate::failure::explain_io(&error)).with_source(error))?;
        let manifest: Self = serde_json::from_slice(&bytes).map_err(|error| {
            let what = format!("it is no manifest of copydesk ({error}); give another folder");
            wrong(what).with_source(error)
        })?;
        if manifest.version != VERSION {
            let found = &manifest.version;
            return Err(wrong(format!(
                "its version is {found}, and this copydesk knows {VERSION}; use the one that wrote it"
            )));
        }
        Ok(manifest)
    }

    /// Writes it aside and renames it, so that there is a whole one at any time.
    pub(super) fn write(&self, folder: &Path) -> Result<(), Error> {
        let path = folder.join(NAME);
        let aside = folder.join(format!(".{NAME}.tmp"));
        // Serialization fails on maps with keys that are no strings; there is none.
        let mut json = serde_json::to_vec_pretty(self).expect("a manifest is always JSON");
        json.push(b'\n');
        fs::write(&aside, json)
            .and_then(|()| fs::File::open(&aside)?.sync_all())
            .and_then(|()| fs::rename(&aside, &path))
            .map_err(|error| write_error(&path.to_string_lossy(), error))?;
        super::sync(folder);
        Ok(())
    }

    /// What differs from a run that is to be the same, in words; nothing where nothing does.
    pub(super) fn differences(&self, other: &Self) -> Vec<String> {
        let mut all = Differences::default();
        all.compare("the version of copydesk", &self.copydesk, &other.copydesk);
        all.compare("the format", &self.format, &other.format);
        let size = |bytes: u64| format!("{bytes} bytes");
        all.compare(
            "the shard size",
            &size(self.shard_bytes),
            &size(other.shard_bytes),
        );
        let names: BTreeSet<_> = self.options.keys().chain(other.options.keys()).collect();
        for name in names {
            let value = |options: &BTreeMap<String, String>| {
                let value = options.get(name).filter(|value| !value.is_empty());
                value.map_or("not given", String::as_str).to_owned()
            };
            all.compare(name, &value(&self.options), &value(&other.options));
        }
        let paths = |manifest: &Self| {
            let paths = manifest.inputs.iter().map(|input| input.path.as_str());
            paths.collect::<Vec<_>>().join(" ")
        };
        all.compare("the input", &paths(self), &paths(other));
        for (before, now) in self.inputs.iter().zip(&other.inputs) {
            let path = &before.path;
            if *path != now.path {
                continue;
            }
            let held = |input: &InputSummary| match input.files {
                1 => format!("a file of {} bytes", input.bytes),
                files => format!("{files} files of {} bytes", input.bytes),
            };
            if held(before) == held(now) && before.names != now.names {
                all.0.push(format!(
                    "the names or sizes of the files in {path} have changed"
                ));
            }
            all.compare(path, &held(before), &held(now));
        }
        all.0
    }

    pub(super) fn add(&mut self, shard: Shard, failures: BTreeMap<String, u64>) {
        self.totals.records += shard.records;
        self.totals.failures += shard.failures;
        self.totals.bytes += shard.bytes;
        for (code, count) in failures {
            *self.failures.entry(code).or_default() += count;
        }
        self.shards.push(shard);
    }
}

/// The code of the diagnostic that says why a document could not be read.
pub(super) fn reason(article: &Article) -> Option<String> {
    let mut all = article.diagnostics.iter();
    let error = all.find(|diagnostic| diagnostic.severity == Severity::Error)?;
    Some(error.code.to_string())
}

/// What differs, in words.
#[derive(Default)]
struct Differences(Vec<String>);

impl Differences {
    fn compare(&mut self, what: &str, before: &str, now: &str) {
        if before != now {
            self.0.push(format!("{what} was {before} and is {now}"));
        }
    }
}
