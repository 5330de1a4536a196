//! Accuracy against annotated data.

pub(crate) mod conll;
pub(crate) mod extract;
pub(crate) mod mentions;
pub(crate) mod metadata;
mod pages;
mod score;
mod shingles;
