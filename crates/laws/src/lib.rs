//! What must hold of every input: the fuzz targets of `fuzz/` and the replay of the inputs that once
//! broke a law (`tests/regressions.rs`) check the same, here.
//!
//! Each function of [`TARGETS`] takes any bytes and panics where a law does not hold. An input is the
//! document itself; options are chosen by its last bytes, so that a page or an archive can be given
//! as it is.

mod archives;
mod choices;
mod maps;
// The laws of a stage that its own tests check with made-up text stand beside these tests.
#[path = "../../copydesk-normalize/tests/check/mod.rs"]
mod normalization;
mod parsed;
mod records;
#[path = "../../copydesk-segment/tests/covers/mod.rs"]
mod segmentation;
mod text;

/// A fuzz target: its name, and what it checks of any bytes.
pub type Target = (&'static str, fn(&[u8]));

/// Every target, by name.
pub const TARGETS: [Target; 10] = [
    ("charset", parsed::charset),
    ("entities", records::entities),
    ("html", parsed::html),
    ("json", records::json),
    ("normalize", text::normalize),
    ("pipeline", records::pipeline),
    ("plain", parsed::plain),
    ("segment", text::segment),
    ("values", text::values),
    ("warc", archives::warc),
];

/// Checks an input by the laws of a target.
///
/// # Panics
/// Where a law does not hold, and where there is no target of that name.
pub fn check(target: &str, input: &[u8]) {
    let known = TARGETS.iter().find(|(name, _)| *name == target);
    let (_, check) = known.unwrap_or_else(|| panic!("there is no target `{target}`"));
    check(input);
}
