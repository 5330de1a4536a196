//! Learns what the stages ship.

pub(crate) mod blocks;
mod boost;
pub(crate) mod entities;
mod folds;
pub(crate) mod language;
mod linear;
pub(crate) mod lines;
pub(crate) mod stories;
pub(crate) mod syntax;

pub(crate) use boost::Arguments;
