//! What the tests of the facade share: where documents are, and how a run over them looks.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use copydesk::{Article, Desk, Options, RawDocument};
use copydesk_io::{ReadOptions, Sources};

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The shared folder, or `None`, said aloud, where it is not there.
pub(crate) fn shared(part: &str) -> Option<PathBuf> {
    let folder =
        env::var_os("COPYDESK_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let path = folder.join(part);
    if path.exists() {
        return Some(path);
    }
    eprintln!(
        "skipped: {} is not there; set COPYDESK_SHARED",
        path.display()
    );
    None
}

/// The files of a folder, sorted by name.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("cannot read {}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

/// The folders of `seeds/`, sorted by name.
pub(crate) fn seed_folders() -> Vec<PathBuf> {
    files(&root().join("seeds"))
        .into_iter()
        .filter(|path| path.is_dir())
        .collect()
}

/// The file with the document in a folder of `seeds/`.
pub(crate) fn source_file(folder: &Path) -> PathBuf {
    files(folder)
        .into_iter()
        .find(|path| {
            path.file_name()
                .unwrap()
                .to_string_lossy()
                .starts_with("source.")
        })
        .unwrap_or_else(|| panic!("{} has no source", folder.display()))
}

/// The documents in a file.
pub(crate) fn documents(path: &Path) -> Vec<RawDocument> {
    Sources::open([path.to_str().unwrap()], ReadOptions::default())
        .unwrap()
        .map(|document| document.unwrap_or_else(|failure| panic!("{failure}")))
        .collect()
}

/// Every document that the tests may walk: those of `seeds/` and the shared ones.
pub(crate) fn all_documents() -> Vec<RawDocument> {
    let mut all: Vec<_> = seed_folders()
        .iter()
        .flat_map(|folder| documents(&source_file(folder)))
        .collect();
    if let Some(seeds) = shared("seeds") {
        all.extend(files(&seeds).iter().flat_map(|path| documents(path)));
    }
    all
}

/// Reads documents with the default options.
pub(crate) fn read(document: &RawDocument) -> Article {
    Desk::new(Options::default()).unwrap().read(document)
}
