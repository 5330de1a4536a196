//! The one way in which this module calls anything that may take long.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pyo3::prelude::*;

use crate::errors::CopydeskError;

/// Runs `work` without the GIL, so that other Python threads go on, and then looks for
/// signals: Ctrl-C during the call is raised when it returns.
///
/// A panic is a bug. It comes out as [`CopydeskError`] and not as pyo3's `PanicException`,
/// which `except Exception` would not catch.
pub(crate) fn detached<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> PyResult<T> {
    let result = py.detach(|| catch_unwind(AssertUnwindSafe(work)));
    py.check_signals()?;
    result.map_err(|panic| {
        let message = panic
            .downcast_ref::<&str>()
            .map(ToString::to_string)
            .or_else(|| panic.downcast_ref::<String>().cloned())
            .unwrap_or_default();
        CopydeskError::new_err(format!("internal error, please report it: {message}"))
    })
}
