//! Keyword arguments as options of reading.

use copydesk_io::{ReadOptions, Sources};
use pyo3::{prelude::*, types::PyString};

use crate::{errors::raised, input::wrong_type};

/// What `Desk.stream` is told about files, archives and tables, as it was given.
pub(crate) struct Reading<'a, 'py> {
    pub(crate) field: Option<String>,
    pub(crate) status: Option<Vec<u16>>,
    pub(crate) mime: Option<&'a Bound<'py, PyAny>>,
    pub(crate) url: Option<&'a Bound<'py, PyAny>>,
    pub(crate) not_url: Option<&'a Bound<'py, PyAny>>,
    pub(crate) language: Option<&'a Bound<'py, PyAny>>,
    pub(crate) max_document_bytes: Option<u64>,
}

impl Reading<'_, '_> {
    pub(crate) fn options(self, py: Python<'_>) -> PyResult<ReadOptions> {
        let mut options = ReadOptions::default();
        options.jsonl_field = self.field;
        options.filter.statuses = self.status.unwrap_or_default();
        options.filter.media_types = strings("mime", self.mime)?;
        options.filter.urls = strings("url", self.url)?;
        options.filter.not_urls = strings("not_url", self.not_url)?;
        options.filter.languages = strings("language", self.language)?;
        if let Some(bytes) = self.max_document_bytes {
            options.max_document_bytes = bytes;
        }
        // What makes no sense is told at once, not for each path of an iterable.
        Sources::open(std::iter::empty::<&str>(), options.clone())
            .map(|_| options)
            .map_err(|error| raised(py, &error))
    }
}

/// One string, or several.
fn strings(name: &str, given: Option<&Bound<'_, PyAny>>) -> PyResult<Vec<String>> {
    let Some(given) = given else {
        return Ok(Vec::new());
    };
    if let Ok(one) = given.cast::<PyString>() {
        return Ok(vec![one.to_str()?.to_owned()]);
    }
    let wrong = |_| wrong_type(name, "a string or a sequence of strings", given);
    let items = given.try_iter().map_err(wrong)?;
    items
        .map(|item| item?.extract::<String>().map_err(wrong))
        .collect()
}
