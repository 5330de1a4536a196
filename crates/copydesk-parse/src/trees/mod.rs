//! Boosted trees, the make of both learned scorers: that of blocks of a page and that of lines
//! of scraped text.

mod forest;
pub(crate) mod model;

pub(crate) use forest::Forest;
