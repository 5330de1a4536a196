//! How the lists of `data/` are compiled: for `cargo xtask build gazetteer` only, not part of the
//! public interface.

use std::collections::BTreeMap;

use crate::gazetteer::Gazetteer;
pub use crate::gazetteer::compile::{Problem, Source, compile};

/// How many entries of each list and kind the crate holds.
pub fn entries() -> BTreeMap<(&'static str, &'static str), usize> {
    let mut entries = BTreeMap::new();
    for entry in Gazetteer::shared().all() {
        *entries.entry((entry.list, entry.kind)).or_default() += 1;
    }
    entries
}
