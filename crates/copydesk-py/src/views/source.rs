//! `copydesk.Source`: where the document came from and how its bytes were read.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{
    bare, quoted,
    sent::{Reduced, reduced},
};
use crate::origin::Origin;

/// Where the document came from and how its bytes were read.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Source(pub(crate) Arc<Origin>);

impl Source {
    fn source(&self) -> &record::Source {
        &self.0.article.source
    }
}

#[pymethods]
impl Source {
    /// Path or URL.
    #[getter]
    fn uri(&self) -> Option<&str> {
        self.source().uri.as_deref()
    }

    /// "text/html" or "text/plain".
    #[getter]
    fn media_type(&self) -> &str {
        &self.source().media_type
    }

    /// The charset that the bytes were decoded with, such as "windows-1251".
    #[getter]
    fn charset(&self) -> &str {
        &self.source().charset
    }

    /// How the charset was decided: "bom", "caller", "meta", "valid-utf-8" or "detected".
    #[getter]
    fn charset_evidence(&self) -> &str {
        &self.source().charset_evidence
    }

    /// Length of the source in bytes.
    #[getter]
    fn bytes(&self) -> u64 {
        self.source().bytes
    }

    /// When an archive says the page was fetched.
    #[getter]
    fn fetched(&self) -> Option<&str> {
        self.source().fetched.as_deref()
    }

    /// What the offsets of the source count: "byte", or "char" where a string was read.
    #[getter]
    fn unit(&self) -> &'static str {
        self.source().unit.as_str()
    }

    fn __repr__(&self) -> String {
        let source = self.source();
        let uri = source.uri.as_deref().map_or("None".to_owned(), quoted);
        let (media_type, charset) = (bare(&source.media_type), bare(&source.charset));
        format!(
            "Source({uri}, {media_type}, {charset}, {} bytes)",
            source.bytes
        )
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other
            .cast::<Self>()
            .is_ok_and(|other| self.source() == other.get().source())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        reduced(py, &self.0, "Source", [Some(0), None, None])
    }
}
