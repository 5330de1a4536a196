//! What `cargo xtask train` and `cargo xtask eval` need of the crate; no part of its interface.

pub use crate::language::{Detail, MAGIC, Script, Table, words};
