//! Boosted trees, the make of both learned scorers: that of blocks of a page and that of lines
//! of scraped text.

mod forest;
pub(crate) mod model;
mod row;

pub(crate) use forest::Forest;
pub(crate) use row::{Row, ratio};
