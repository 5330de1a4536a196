//! The saved pages of the shared development data.

use std::{
    env,
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use copydesk_core::{Format, RawDocument};
use flate2::read::MultiGzDecoder;

/// The folders of `data/parse` that hold pages.
const SETS: [&str; 3] = ["wcxb-dev", "fundus-tests", "trafilatura"];

/// A page that is still packed.
pub(crate) struct Page {
    /// Folder and file, for messages.
    pub(crate) name: String,
    path: PathBuf,
}

impl Page {
    /// The page as it is handed to the parser.
    pub(crate) fn document(&self) -> RawDocument {
        let mut bytes = vec![];
        MultiGzDecoder::new(File::open(&self.path).unwrap())
            .read_to_end(&mut bytes)
            .unwrap_or_else(|error| panic!("{}: {error}", self.name));
        let mut document = RawDocument::from_bytes(bytes);
        document.format = Format::Html;
        document
    }
}

/// Every page, sorted by name; none, said aloud, where the shared data is not there.
pub(crate) fn all() -> Vec<Page> {
    let shared = env::var_os("COPYDESK_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let mut pages = vec![];
    for set in SETS {
        let folder = shared.join("data/parse").join(set).join("html");
        let Ok(entries) = fs::read_dir(&folder) else {
            eprintln!(
                "skipped: {} is not there; set COPYDESK_SHARED",
                folder.display()
            );
            continue;
        };
        pages.extend(entries.map(|entry| {
            let path = entry.unwrap().path();
            let file = path.file_name().unwrap().to_string_lossy().into_owned();
            Page {
                name: format!("{set}/{file}"),
                path,
            }
        }));
    }
    pages.sort_by(|one, other| one.name.cmp(&other.name));
    pages
}

/// What `check` makes of every page, in order; two threads share the work.
pub(crate) fn check_all<T: Send>(pages: &[Page], check: impl Fn(&Page) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = vec![];
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(page) = pages.get(at) else {
                return done;
            };
            done.push((at, check(page)));
        }
    };
    let mut done = thread::scope(|scope| {
        let other = scope.spawn(work);
        let mut done = work();
        done.extend(other.join().unwrap());
        done
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, made)| made).collect()
}
