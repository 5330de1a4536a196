//! What training needs to see of documents: for `cargo xtask train` only, not part of the public
//! interface.

mod lines;
mod pages;

pub use crate::{
    content::evidence::{Evidence, Weights},
    trees::model::{Model, Split},
};
pub use lines::{LINE_FEATURES, TrainingLine, TrainingText};
pub use pages::{BLOCK_FEATURES, TrainingBlock, TrainingPage};
