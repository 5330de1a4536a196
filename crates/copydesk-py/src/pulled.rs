//! Documents from paths and from Python iterables.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use copydesk::{Error, RawDocument, Unreadable};
use copydesk_io::{ReadOptions, Sources};
use pyo3::{
    exceptions::{PyException, PyTypeError, PyValueError},
    prelude::*,
    types::{PyByteArray, PyBytes, PyIterator, PyString, PyTuple},
};

use crate::{
    errors::{ConfigurationError, ReadError, raised, unreadable},
    input::{Input, content, items, wrong_type},
    run::detached,
};

/// What comes out of a source, in order.
pub(crate) type Documents = Box<dyn Iterator<Item = Result<RawDocument, Unreadable>> + Send>;

/// Reads the one document at `path`.
pub(crate) fn one(py: Python<'_>, path: &Path) -> PyResult<RawDocument> {
    let name = path.display().to_string();
    if path.is_dir() {
        return Err(ConfigurationError::new_err(format!(
            "{name} is a folder; read its documents with copydesk.Desk().stream"
        )));
    }
    let file = File::open(path).map_err(|error| unreadable(py, path, &error))?;
    let (first, second) = detached(py, || {
        let mut documents = Sources::from_reader(&name, file, ReadOptions::default())?;
        Ok((documents.next(), documents.next()))
    })?
    .map_err(|error: Error| raised(py, &error))?;
    match (first, second) {
        (Some(Ok(document)), None) => Ok(document),
        (None, _) => Err(ConfigurationError::new_err(format!(
            "{name} holds no document"
        ))),
        // Of a page that breaks off, what was read comes first and the failure second.
        (Some(Err(failure)), None) | (Some(Ok(_)), Some(Err(failure))) => {
            Err(ReadError::new_err(failure.to_string()))
        }
        (Some(_), Some(_)) => Err(ConfigurationError::new_err(format!(
            "{name} holds many documents; read them with copydesk.Desk().stream"
        ))),
    }
}

/// The documents at the one path that a stream is given: a file, a folder or a glob.
///
/// A path that is not there is an error here, because the whole run is about it; among other
/// sources it is one record with a diagnostic.
fn all(py: Python<'_>, path: &Path, options: ReadOptions) -> PyResult<Documents> {
    let name = path.display().to_string();
    if let Err(error) = fs::symlink_metadata(path)
        && name != "-"
        && !name.contains(['*', '?', '[', '{'])
    {
        return Err(unreadable(py, path, &error));
    }
    at(&name, options).map_err(|error| raised(py, &error))
}

/// The documents of what `Desk.stream` takes.
pub(crate) fn documents(
    sources: &Bound<'_, PyAny>,
    raised: &Raised,
    options: ReadOptions,
) -> PyResult<Documents> {
    if sources.is_instance_of::<PyString>() || sources.hasattr("__fspath__")? {
        return match Input::new(sources)? {
            Input::Path(path) => all(sources.py(), &path, options),
            Input::Content(_) => Err(ConfigurationError::new_err(
                "sources is the text of one document; give a list of documents, or a path, folder \
                 or glob",
            )),
        };
    }
    let wanted = "a path, folder or glob, or an iterable of documents";
    if sources.is_instance_of::<PyBytes>() || sources.is_instance_of::<PyByteArray>() {
        return Err(wrong_type("sources", wanted, sources));
    }
    let items = items("sources", wanted, sources)?;
    Ok(Box::new(Pulled::new(&items, raised.clone(), options)))
}

fn at(path: &str, options: ReadOptions) -> Result<Documents, Error> {
    let sources = Sources::open([path], options)?;
    Ok(Box::new(sources.map(|item| item.map_err(Into::into))))
}

/// An exception that ended a Python iterable before its time.
#[derive(Clone, Default)]
pub(crate) struct Raised(Arc<Mutex<Option<PyErr>>>);

impl Raised {
    pub(crate) fn set(&self, error: PyErr) {
        // Dropped behind the lock: the end of an exception may run any code of Python.
        let before = self.slot().replace(error);
        drop(before);
    }

    pub(crate) fn take(&self) -> Option<PyErr> {
        self.slot().take()
    }

    fn slot(&self) -> MutexGuard<'_, Option<PyErr>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the exception if it must not wait for the documents before it, as
    /// `KeyboardInterrupt` and `SystemExit` must not.
    pub(crate) fn take_urgent(&self, py: Python<'_>) -> Option<PyErr> {
        // Looked at behind the lock, because that makes the exception, which runs code of Python.
        let error = self.take()?;
        if error.is_instance_of::<PyException>(py) {
            self.set(error);
            return None;
        }
        Some(error)
    }
}

/// Documents that a Python iterable yields: pulled on the consumer's thread, under the GIL,
/// one at a time; files are read without it.
pub(crate) struct Pulled {
    items: Py<PyIterator>,
    /// What is left of the last item: a path may hold many documents.
    current: Option<Documents>,
    raised: Raised,
    /// Whether a string may be a path.
    paths: bool,
    ended: bool,
    /// How paths are read.
    options: ReadOptions,
}

impl Pulled {
    pub(crate) fn new(items: &Bound<'_, PyIterator>, raised: Raised, options: ReadOptions) -> Self {
        Self {
            items: items.clone().unbind(),
            current: None,
            raised,
            options,
            paths: true,
            ended: false,
        }
    }

    /// Documents of which none is a path.
    pub(crate) fn contents(items: &Bound<'_, PyIterator>, raised: Raised) -> Self {
        Self {
            paths: false,
            ..Self::new(items, raised, ReadOptions::default())
        }
    }
}

impl Iterator for Pulled {
    type Item = Result<RawDocument, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(document) = self.current.as_mut().and_then(Iterator::next) {
                return Some(document);
            }
            self.current = None;
            if self.ended {
                return None;
            }
            let item = Python::attach(|py| {
                let item = self.items.bind(py).clone().next()?;
                Some(item.and_then(|item| {
                    if self.paths {
                        source(&item)
                    } else {
                        cell(&item)
                    }
                }))
            });
            match item {
                Some(Ok(Pull::Document(document))) => return Some(Ok(document)),
                Some(Ok(Pull::Unreadable(unreadable))) => return Some(Err(unreadable)),
                Some(Ok(Pull::Path(path))) => {
                    let uri = path.display().to_string();
                    match at(&uri, self.options.clone()) {
                        Ok(documents) => self.current = Some(documents),
                        Err(error) => {
                            let message = error.to_string();
                            return Some(Err(Unreadable { uri, message }));
                        }
                    }
                }
                Some(Err(error)) => {
                    self.raised.set(error);
                    self.ended = true;
                }
                None => self.ended = true,
            }
        }
    }
}

/// What an item of an iterable stands for.
enum Pull {
    Document(RawDocument),
    Unreadable(Unreadable),
    Path(PathBuf),
}

fn source(item: &Bound<'_, PyAny>) -> PyResult<Pull> {
    if let Ok(pair) = item.cast::<PyTuple>() {
        return named(pair);
    }
    match Input::new(item) {
        Ok(Input::Content(document)) => Ok(Pull::Document(document)),
        Ok(Input::Path(path)) => Ok(Pull::Path(path)),
        Err(error) => unreadable_or_raise(item.py(), "<string>", error),
    }
}

/// A document in a list that stands for a column of a table.
fn cell(item: &Bound<'_, PyAny>) -> PyResult<Pull> {
    let uri = "<list>";
    if item.is_none() {
        return Ok(Pull::Unreadable(Unreadable {
            uri: uri.to_owned(),
            message: "there is None where a document should be".to_owned(),
        }));
    }
    if let Ok(pair) = item.cast::<PyTuple>() {
        return named(pair);
    }
    match content(item) {
        Ok(document) => Ok(Pull::Document(document)),
        Err(error) => unreadable_or_raise(item.py(), uri, error),
    }
}

/// A pair of a name and content.
fn named(pair: &Bound<'_, PyTuple>) -> PyResult<Pull> {
    let Ok((uri, body)) = pair.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>() else {
        let len = pair.len();
        return Err(PyTypeError::new_err(format!(
            "a tuple among the sources must be (uri, content), not one of {len}"
        )));
    };
    let uri = if uri.is_none() {
        None
    } else if uri.is_instance_of::<PyString>() {
        Some(uri.str()?.to_string_lossy().into_owned())
    } else if uri.hasattr("__fspath__")? {
        let path: PathBuf = uri.extract()?;
        Some(path.display().to_string())
    } else {
        return Err(wrong_type(
            "the uri of a source",
            "a string, a path or None",
            &uri,
        ));
    };
    match content(&body) {
        Ok(document) => Ok(Pull::Document(RawDocument { uri, ..document })),
        Err(error) => {
            let name = uri.as_deref().unwrap_or("<string>");
            unreadable_or_raise(pair.py(), name, error)
        }
    }
}

/// Content that cannot be read is a record, like a file that cannot; a value of a wrong type
/// is a mistake of the caller and ends the run.
fn unreadable_or_raise(py: Python<'_>, uri: &str, error: PyErr) -> PyResult<Pull> {
    if error.is_instance_of::<PyValueError>(py) {
        return Ok(Pull::Unreadable(Unreadable {
            uri: uri.to_owned(),
            message: error.value(py).to_string(),
        }));
    }
    Err(error)
}
