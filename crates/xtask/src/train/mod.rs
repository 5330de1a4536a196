//! Learns what the stages ship.

pub(crate) mod blocks;
mod boost;

pub(crate) use boost::Settings;
