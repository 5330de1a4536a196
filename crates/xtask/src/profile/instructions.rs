//! Instructions of each function, as `callgrind_annotate` tells them.

use std::path::Path;

use anyhow::Result;

use crate::run::output;

/// Instructions of all pages.
pub(super) struct Instructions {
    pub(super) total: u64,
    /// By function, the most first.
    pub(super) selves: Vec<(String, u64)>,
    /// Likewise, with what the function calls. One that calls itself, by way of others, is counted
    /// more than once.
    pub(super) inclusive: Vec<(String, u64)>,
}

impl Instructions {
    pub(super) fn read(file: &Path) -> Result<Self> {
        let selves = annotate(file, "--inclusive=no")?;
        let inclusive = annotate(file, "--inclusive=yes")?;
        let total = selves.iter().map(|(_, count)| count).sum();
        Ok(Self {
            total,
            selves,
            inclusive,
        })
    }

    /// Instructions of a function and what it calls; none where it was not called.
    pub(super) fn of(&self, function: &str) -> u64 {
        let found = self.inclusive.iter().find(|(name, _)| name == function);
        found.map_or(0, |&(_, count)| count)
    }
}

/// The lines `12,345 (6.7%)  file:function [program]`.
fn annotate(file: &Path, inclusive: &str) -> Result<Vec<(String, u64)>> {
    let file = file.to_string_lossy();
    let printed = output(
        "callgrind_annotate",
        &[inclusive, "--threshold=100", "--auto=no", &file],
    )?;
    let functions = printed.lines().filter_map(function);
    Ok(functions.collect())
}

fn function(line: &str) -> Option<(String, u64)> {
    let (count, rest) = line.trim_start().split_once(" (")?;
    let count = count.replace(',', "").parse().ok()?;
    let (_, rest) = rest.split_once("%)")?;
    let (_, name) = rest.trim_start().split_once(':')?;
    let name = name.rsplit_once(" [").map_or(name, |(name, _)| name);
    Some((plain(name), count))
}

/// The name without the hash at its end, and without the mark of a function that calls itself.
pub(super) fn plain(name: &str) -> String {
    let name = name.split_once('\'').map_or(name, |(name, _)| name);
    match name.rsplit_once("::h") {
        Some((path, hash)) if hash.len() == 16 => path.to_owned(),
        _ => name.to_owned(),
    }
}
