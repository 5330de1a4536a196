//! Python values as documents: what is a path, and what is content.

use std::path::PathBuf;

use copydesk::{MAX_DOCUMENT_BYTES, RawDocument};
use pyo3::{
    exceptions::{PyTypeError, PyValueError},
    prelude::*,
    pybacked::PyBackedStr,
    types::{PyByteArray, PyBytes, PyIterator, PyMemoryView, PyString},
};

/// Characters from which on a string is never taken for a path. The longest path of the
/// common systems is longer, but nobody types one; a paragraph without a line break is common.
const LONGEST_PATH: usize = 1_024;

/// What a caller gave as a source.
pub(crate) enum Input {
    /// The document itself.
    Content(RawDocument),
    /// Where it is.
    Path(PathBuf),
}

impl Input {
    /// Takes a path, bytes or a string; a string is content if it holds a line break, `<` or
    /// NUL, is empty or is longer than [`LONGEST_PATH`].
    pub(crate) fn new(source: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(text) = source.cast::<PyString>() {
            if is_content(text)? {
                return Ok(Self::Content(RawDocument::from_text(text_of(text)?)));
            }
            // A path may hold the surrogates that stand for bytes that are no UTF-8; other
            // surrogates make it text that is none.
            return match source.extract() {
                Ok(path) => Ok(Self::Path(path)),
                Err(error) => Err(text_of(text).err().unwrap_or(error)),
            };
        }
        if let Some(bytes) = bytes_of(source)? {
            return Ok(Self::Content(RawDocument::from_bytes(bytes)));
        }
        if source.hasattr("__fspath__")? {
            return Ok(Self::Path(source.extract()?));
        }
        let wanted = "a path, bytes or a string";
        if source.hasattr("read")? {
            let wanted = format!("{wanted}, such as what its read() returns");
            return Err(wrong_type("source", &wanted, source));
        }
        Err(wrong_type("source", wanted, source))
    }
}

/// The document in a string or in bytes, neither ever taken for a path.
pub(crate) fn content(content: &Bound<'_, PyAny>) -> PyResult<RawDocument> {
    if let Ok(text) = content.cast::<PyString>() {
        return Ok(RawDocument::from_text(text_of(text)?));
    }
    bytes_of(content)?
        .map(RawDocument::from_bytes)
        .ok_or_else(|| wrong_type("content", "bytes or a string", content))
}

/// A `TypeError` that says what was wanted and what was given.
pub(crate) fn wrong_type(name: &str, wanted: &str, given: &Bound<'_, PyAny>) -> PyErr {
    let given = given
        .get_type()
        .name()
        .map_or_else(|_| "something else".to_owned(), |name| name.to_string());
    PyTypeError::new_err(format!("{name} must be {wanted}, not {given}"))
}

/// The items of an iterable; a [`wrong_type`] for what is none. What an iterable itself raises, Ctrl-C
/// among it, comes through.
pub(crate) fn items<'py>(
    name: &str,
    wanted: &str,
    given: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyIterator>> {
    given.try_iter().map_err(|error| {
        if error.is_instance_of::<PyTypeError>(given.py()) {
            wrong_type(name, wanted, given)
        } else {
            error
        }
    })
}

/// Text that a function of this module was given: UTF-8 that is shared with Python.
pub(crate) struct Text(PyBackedStr);

impl Text {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromPyObject<'_, '_> for Text {
    type Error = PyErr;

    fn extract(text: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let Ok(string) = text.cast::<PyString>() else {
            return Err(wrong_type("text", "a string", &text));
        };
        text_of(&string)?;
        Ok(Self(string.extract()?))
    }
}

fn is_content(text: &Bound<'_, PyString>) -> PyResult<bool> {
    let len = text.code_point_len()?;
    if len == 0 || len > LONGEST_PATH {
        return Ok(true);
    }
    for mark in ["\n", "\r", "<", "\0"] {
        if text.contains(mark)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The UTF-8 of a Python string.
pub(crate) fn text_of<'a>(text: &'a Bound<'_, PyString>) -> PyResult<&'a str> {
    let utf8 = text.to_str().map_err(|error| {
        let py = text.py();
        let at = error
            .value(py)
            .getattr("start")
            .map_or_else(|_| String::new(), |start| format!(" at position {start}"));
        let exception = PyValueError::new_err(format!(
            "the text has a lone surrogate{at}, which is no character; give the bytes that it \
             was read from, or text.encode('utf-8', 'surrogatepass')"
        ));
        exception.set_cause(py, Some(error));
        exception
    })?;
    checked_size(utf8.len())?;
    Ok(utf8)
}

fn bytes_of(source: &Bound<'_, PyAny>) -> PyResult<Option<Vec<u8>>> {
    let bytes = if let Ok(bytes) = source.cast::<PyBytes>() {
        checked_size(bytes.as_bytes().len())?;
        bytes.as_bytes().to_vec()
    } else if let Ok(bytes) = source.cast::<PyByteArray>() {
        checked_size(bytes.len())?;
        bytes.to_vec()
    } else if source.is_instance_of::<PyMemoryView>() {
        let bytes = source.call_method0("tobytes")?;
        return bytes_of(&bytes);
    } else {
        return Ok(None);
    };
    Ok(Some(bytes))
}

fn checked_size(len: usize) -> PyResult<()> {
    if len as u64 > MAX_DOCUMENT_BYTES {
        return Err(PyValueError::new_err(format!(
            "the document has {len} bytes; the largest that copydesk reads has \
             {MAX_DOCUMENT_BYTES}"
        )));
    }
    Ok(())
}
