//! Accuracy against annotated data.

pub(crate) mod calibration;
pub(crate) mod conll;
mod copies;
pub(crate) mod disguise;
pub(crate) mod events;
pub(crate) mod extract;
mod gold;
pub(crate) mod information;
pub(crate) mod lines;
mod matching;
pub(crate) mod mentions;
pub(crate) mod metadata;
mod mojibake;
pub(crate) mod normalize;
pub(crate) mod pages;
mod peers;
pub(crate) mod plain;
pub(crate) mod renamed;
mod report;
pub(crate) mod score;
pub(crate) mod segment;
pub(crate) mod shingles;
pub(crate) mod timex;
pub(crate) mod values;
