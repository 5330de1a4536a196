//! Accuracy against annotated data.

pub(crate) mod conll;
pub(crate) mod extract;
pub(crate) mod mentions;
pub(crate) mod metadata;
pub(crate) mod pages;
mod peers;
mod score;
pub(crate) mod shingles;
