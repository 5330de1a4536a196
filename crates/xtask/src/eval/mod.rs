//! Accuracy against annotated data.

pub(crate) mod calibration;
pub(crate) mod conll;
pub(crate) mod disguise;
pub(crate) mod extract;
pub(crate) mod lines;
pub(crate) mod mentions;
pub(crate) mod metadata;
mod mojibake;
pub(crate) mod normalize;
pub(crate) mod pages;
mod peers;
pub(crate) mod plain;
pub(crate) mod score;
pub(crate) mod segment;
pub(crate) mod shingles;
