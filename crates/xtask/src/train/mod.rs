//! Learns what the stages ship.

pub(crate) mod blocks;
mod boost;
mod linear;

pub(crate) use boost::Settings;
