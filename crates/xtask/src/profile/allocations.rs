//! Allocations of each stage, as DHAT tells them: a place of the program that allocates stands there
//! with the functions that were running, so the innermost stage among these is the one it belongs to.

use std::{collections::HashMap, fs, ops::AddAssign, path::Path};

use anyhow::{Context, Result};
use serde::Deserialize;

use super::{MEASURED, STAGES, instructions::plain};

/// How much was allocated.
#[derive(Clone, Copy, Default)]
pub(super) struct Count {
    pub(super) blocks: u64,
    pub(super) bytes: u64,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.blocks += other.blocks;
        self.bytes += other.bytes;
    }
}

/// Allocations of all pages.
#[derive(Default)]
pub(super) struct Allocations {
    stages: HashMap<&'static str, Count>,
    /// In none of the stages.
    pub(super) rest: Count,
    /// Bytes by the first function that is not of a library, the most first.
    pub(super) places: Vec<(String, u64)>,
    /// Bytes in use when most of them were.
    pub(super) peak: u64,
}

/// A file of DHAT; names as it has them.
#[derive(Deserialize)]
struct Report {
    /// Places that allocate.
    pps: Vec<Point>,
    /// The table of functions.
    ftbl: Vec<String>,
}

#[derive(Deserialize)]
struct Point {
    /// Bytes of all blocks.
    tb: u64,
    /// Blocks.
    tbk: u64,
    /// Bytes in use when most of the program's were.
    gb: u64,
    /// Places in the table, the innermost function first.
    fs: Vec<usize>,
}

impl Allocations {
    pub(super) fn read(file: &Path) -> Result<Self> {
        let report =
            fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        let report: Report = serde_json::from_str(&report).context("DHAT wrote something else")?;
        let names: Vec<String> = report.ftbl.iter().map(|frame| function(frame)).collect();
        let mut allocations = Self::default();
        let mut places: HashMap<&str, u64> = HashMap::new();
        for point in &report.pps {
            let frames = point.fs.iter().map(|&at| names[at].as_str());
            if !frames.clone().any(|name| name == MEASURED) {
                continue;
            }
            let count = Count {
                blocks: point.tbk,
                bytes: point.tb,
            };
            match frames.clone().find_map(stage) {
                Some(stage) => *allocations.stages.entry(stage).or_default() += count,
                None => allocations.rest += count,
            }
            allocations.peak += point.gb;
            let own = |name: &&str| name.contains("copydesk") || *name == MEASURED;
            *places
                .entry(frames.clone().find(own).unwrap_or_default())
                .or_default() += point.tb;
        }
        let places = places
            .into_iter()
            .map(|(name, bytes)| (name.to_owned(), bytes));
        allocations.places = places.collect();
        (allocations.places).sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Ok(allocations)
    }

    pub(super) fn of(&self, stage: &str) -> Count {
        self.stages.get(stage).copied().unwrap_or_default()
    }

    pub(super) fn total(&self) -> Count {
        let mut total = self.rest;
        self.stages.values().for_each(|&count| total += count);
        total
    }
}

/// The stage that a function is.
fn stage(function: &str) -> Option<&'static str> {
    let of = |(_, functions): &&(&str, &[&str])| functions.contains(&function);
    STAGES.iter().find(of).map(|&(stage, _)| stage)
}

/// The function of a frame, `0x1A2B: function (file.rs:12)`.
fn function(frame: &str) -> String {
    let name = frame.split_once(": ").map_or(frame, |(_, name)| name);
    plain(name.rsplit_once(" (").map_or(name, |(name, _)| name))
}
