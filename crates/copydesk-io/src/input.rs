//! What a path of the caller means: a file, a directory, a glob, standard input.

use std::{fs, path::PathBuf};

use copydesk_core::{Error, ErrorKind};
use globset::GlobBuilder;

use crate::{
    skipped::Skipped,
    walk::{Walk, Wanted},
};

/// One path of the caller, not yet looked at unless it is a glob.
#[derive(Debug)]
pub(crate) enum Input {
    /// A file or a directory.
    Path(String),
    /// A glob, ready to be walked.
    Glob(Box<Walk>),
    /// Standard input.
    Stdin,
}

impl Input {
    pub(crate) fn new(path: &str, skipped: &Skipped) -> Result<Self, Error> {
        if path == "-" {
            return Ok(Self::Stdin);
        }
        // A file may be called `a[1].html`, as browsers name downloads.
        if !has_wildcard(path) || fs::symlink_metadata(path).is_ok() {
            return Ok(Self::Path(path.to_owned()));
        }
        let (root, wanted) = glob(path)?;
        let walk = Walk::new(path.to_owned(), root, wanted, skipped.clone());
        Ok(Self::Glob(Box::new(walk)))
    }
}

fn has_wildcard(path: &str) -> bool {
    path.contains(['*', '?', '[', '{'])
}

/// The directory in which a glob begins, and what it selects there.
fn glob(pattern: &str) -> Result<(PathBuf, Wanted), Error> {
    // Paths are matched as they are joined, so `./` must not stand before the pattern.
    let plain = pattern.strip_prefix("./").unwrap_or(pattern);
    let plain = &plain.replace("//", "/");
    let matcher = GlobBuilder::new(plain)
        .literal_separator(true)
        .build()
        .map_err(|error| {
            let message = format!(
                "malformed glob `{pattern}`: {}; close its brackets, or escape them with a backslash",
                error.kind()
            );
            Error::new(ErrorKind::Configuration, message).with_source(error)
        })?
        .compile_matcher();
    let mut root = PathBuf::new();
    let mut parts = plain.split('/').peekable();
    if plain.starts_with('/') {
        root.push("/");
    }
    while let Some(part) = parts.next_if(|part| !has_wildcard(part)) {
        root.push(part);
    }
    let rest: Vec<&str> = parts.collect();
    let last = rest.last().copied().unwrap_or_default();
    let suffix = last.rsplit(['*', '?']).next().unwrap_or_default();
    let unbounded = rest
        .iter()
        .any(|part| part.contains("**") || part.contains('{'));
    let wanted = Wanted::Glob {
        matcher,
        any_extension: suffix.contains('.') || !has_wildcard(last),
        hidden: rest.iter().any(|part| part.starts_with('.')),
        max_depth: if unbounded { usize::MAX } else { rest.len() },
    };
    if root.as_os_str().is_empty() {
        root.push(".");
    }
    Ok((root, wanted))
}
