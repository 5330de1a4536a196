//! Accuracy against annotated data.

pub(crate) mod conll;
pub(crate) mod mentions;
mod score;
