//! What the development tasks share: running commands, where things are, environments of Python.

pub mod python;
pub mod run;
