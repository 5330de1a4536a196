//! Directories: the files below one, in a fixed order, one directory open at a time.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use globset::GlobMatcher;

use crate::{
    failure::ReadFailure,
    kind::Kind,
    shards::MANIFEST_NAME,
    skipped::{Skip, Skipped},
};

/// Directories below one another, at most. Paths end at 4 KiB long before.
const MAX_DEPTH: usize = 512;

/// The tables that are read, in words.
const TABLES: &str = match (cfg!(feature = "arrow"), cfg!(feature = "parquet")) {
    (_, true) => ", and .arrow, .feather and .parquet",
    (true, false) => ", and .arrow and .feather",
    (false, false) => "",
};

/// Which files a walk is after.
#[derive(Debug)]
pub(crate) enum Wanted {
    /// Those with an extension that copydesk reads.
    Readable,
    /// Those that a glob selects.
    Glob {
        matcher: GlobMatcher,
        /// The pattern names the extension, so the file is wanted whatever it is.
        any_extension: bool,
        /// The pattern names hidden files or directories.
        hidden: bool,
        /// Directories below which nothing can match.
        max_depth: usize,
    },
}

/// The files below a directory: depth first, by file name.
#[derive(Debug)]
pub(crate) struct Walk {
    uri: String,
    wanted: Wanted,
    /// Still to be visited, the next one last, with its depth.
    stack: Vec<(PathBuf, usize)>,
    /// Real paths of the trees that are being walked: the root and what links led to.
    trees: BTreeSet<PathBuf>,
    found: u64,
    failed: bool,
    skipped: Skipped,
}

impl Walk {
    /// Over `root`, which is a directory.
    pub(crate) fn new(uri: String, root: PathBuf, wanted: Wanted, skipped: Skipped) -> Self {
        let trees = fs::canonicalize(&root).into_iter().collect();
        Self {
            uri,
            wanted,
            stack: vec![(root, 0)],
            trees,
            found: 0,
            failed: false,
            skipped,
        }
    }

    fn fail(&mut self, path: &Path, message: impl Into<String>) -> ReadFailure {
        self.failed = true;
        ReadFailure::new(path.to_string_lossy(), message)
    }

    /// Puts what is in a directory on the stack.
    fn enter(&mut self, directory: &Path, depth: usize) -> Result<(), ReadFailure> {
        if depth >= MAX_DEPTH {
            let message = format!("more than {MAX_DEPTH} directories deep; give a deeper path");
            return Err(self.fail(directory, message));
        }
        // What a run wrote here, maybe this one, is no input.
        if depth > 0 && directory.join(MANIFEST_NAME).is_file() {
            self.skipped.count(Skip::File);
            return Ok(());
        }
        let entries = fs::read_dir(directory)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|error| self.fail(directory, crate::failure::explain_io(&error)))?;
        let mut names: Vec<_> = entries.iter().map(fs::DirEntry::file_name).collect();
        names.sort_unstable_by(|a, b| b.cmp(a));
        for name in names {
            let hidden = name.as_encoded_bytes().starts_with(b".");
            if hidden && !matches!(self.wanted, Wanted::Glob { hidden: true, .. }) {
                self.skipped.count(Skip::File);
                continue;
            }
            // `./a.html` is what a person calls `a.html`.
            let path = if directory == Path::new(".") && self.uri != "." {
                PathBuf::from(name)
            } else {
                directory.join(name)
            };
            self.stack.push((path, depth + 1));
        }
        Ok(())
    }

    /// Whether a link to a directory leads to files that the walk does not reach anyway.
    fn leads_elsewhere(&mut self, link: &Path) -> bool {
        let Ok(target) = fs::canonicalize(link) else {
            return false;
        };
        let inside = target.ancestors().any(|above| self.trees.contains(above));
        let mut behind = self.trees.range(target.clone()..);
        let above = behind.next().is_some_and(|tree| tree.starts_with(&target));
        if inside || above {
            return false;
        }
        self.trees.insert(target)
    }

    fn is_wanted(&self, path: &Path) -> bool {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let readable = || Kind::of_name(&name).is_some();
        match &self.wanted {
            Wanted::Readable => readable(),
            Wanted::Glob {
                matcher,
                any_extension,
                ..
            } => matcher.is_match(path) && (*any_extension || readable()),
        }
    }

    /// What to say at the end of a walk that came to nothing.
    fn nothing(&self) -> Option<ReadFailure> {
        (self.found == 0 && !self.failed).then(|| {
            let message = match &self.wanted {
                Wanted::Readable => format!(
                    "no readable file in this directory; copydesk reads .html, .htm, .xhtml, \
                     .txt, .text, .warc, .wet, .jsonl and .ndjson, each also with .gz or .zst{TABLES}"
                ),
                Wanted::Glob { .. } => {
                    "no readable file matches; check the pattern, and use ** to go into directories"
                        .to_owned()
                }
            };
            ReadFailure::new(&*self.uri, message)
        })
    }
}

impl Iterator for Walk {
    type Item = Result<PathBuf, ReadFailure>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some((path, depth)) = self.stack.pop() {
            let link = fs::symlink_metadata(&path).is_ok_and(|about| about.is_symlink());
            let about = match fs::metadata(&path) {
                Ok(about) => about,
                // A link to nowhere matters only where a document was expected.
                Err(_) if !self.is_wanted(&path) => {
                    self.skipped.count(Skip::File);
                    continue;
                }
                Err(error) => {
                    let message = crate::failure::explain_io(&error);
                    return Some(Err(self.fail(&path, message)));
                }
            };
            if about.is_dir() {
                let deeper = match &self.wanted {
                    Wanted::Readable => true,
                    Wanted::Glob { max_depth, .. } => depth < *max_depth,
                };
                if !deeper {
                    continue;
                }
                if link && depth > 0 && !self.leads_elsewhere(&path) {
                    self.skipped.count(Skip::Link);
                } else if let Err(failure) = self.enter(&path, depth) {
                    return Some(Err(failure));
                }
            } else if about.is_file() && self.is_wanted(&path) {
                self.found += 1;
                return Some(Ok(path));
            } else {
                self.skipped.count(Skip::File);
            }
        }
        let nothing = self.nothing()?;
        self.failed = true;
        Some(Err(nothing))
    }
}
