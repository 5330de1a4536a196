//! The `copydesk` command, for `copydesk._command`.

use std::ffi::OsString;

use pyo3::prelude::*;

use crate::run::detached;

/// Runs the command with these arguments, its own name left out; returns the exit status.
///
/// Signals are the caller's matter: `copydesk._command.main` gives Ctrl-C to the command.
#[pyfunction]
pub(crate) fn _command(py: Python<'_>, arguments: Vec<OsString>) -> PyResult<u8> {
    detached(py, || copydesk_cli::run(arguments))
}
