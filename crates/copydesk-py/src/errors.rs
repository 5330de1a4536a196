//! Errors of the facade and of reading, as the exceptions that `copydesk.errors` defines.

use std::{error::Error as _, io, path::Path};

use copydesk::{Error, ErrorKind};
use pyo3::{PyErr, Python, exceptions::PyOSError};

/// The classes of `copydesk.errors`, imported when the first one is raised.
mod classes {
    pyo3::import_exception!(copydesk.errors, CopydeskError);
    pyo3::import_exception!(copydesk.errors, ConfigurationError);
    pyo3::import_exception!(copydesk.errors, ReadError);
    pyo3::import_exception!(copydesk.errors, RecordError);
    pyo3::import_exception!(copydesk.errors, SourceNotFoundError);
}
pub(crate) use classes::{
    ConfigurationError, CopydeskError, ReadError, RecordError, SourceNotFoundError,
};

/// `ENOENT`, which has this value wherever Python runs.
const ENOENT: i32 = 2;

/// Code points that are shown of a text that was given for a path.
const SHOWN: usize = 80;

/// The exception for an error of the facade, its cause kept.
pub(crate) fn raised(py: Python<'_>, error: &Error) -> PyErr {
    let message = error.to_string();
    let exception = match error.kind() {
        ErrorKind::Configuration => ConfigurationError::new_err(message),
        ErrorKind::Read => ReadError::new_err(message),
        _ => CopydeskError::new_err(message),
    };
    if let Some(cause) = error.source().and_then(|cause| cause.downcast_ref()) {
        exception.set_cause(py, Some(os_error(cause)));
    }
    exception
}

/// The exception for a file that could not be opened or read.
pub(crate) fn unreadable(py: Python<'_>, path: &Path, error: &io::Error) -> PyErr {
    let mut name = path.display().to_string();
    // What is too long for a name, or holds a NUL, is text that was taken for a path.
    let is_text = matches!(
        error.kind(),
        io::ErrorKind::InvalidFilename | io::ErrorKind::InvalidInput
    );
    if is_text && let Some((end, _)) = name.char_indices().nth(SHOWN) {
        name.truncate(end);
        name.push('…');
    }
    if is_text || error.kind() == io::ErrorKind::NotFound {
        let message = if name.starts_with("http://") || name.starts_with("https://") {
            "copydesk does not fetch pages; save the page and give the file, or give its bytes"
        } else {
            "no such file; if this is text and not a path, give it to copydesk.read_text or as \
             bytes"
        };
        return SourceNotFoundError::new_err((ENOENT, message, name));
    }
    let exception = ReadError::new_err((error.raw_os_error(), error.to_string(), name));
    exception.set_cause(py, Some(os_error(error)));
    exception
}

fn os_error(error: &io::Error) -> PyErr {
    match error.raw_os_error() {
        Some(code) => PyOSError::new_err((code, error.to_string())),
        None => PyOSError::new_err(error.to_string()),
    }
}
