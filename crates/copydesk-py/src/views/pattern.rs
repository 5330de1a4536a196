//! `copydesk.Pattern`: something with a fixed form.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{
    Place, all,
    part::{Part, place},
};
use crate::origin::Origin;

/// Something with a fixed form: an address, a phone number, a handle, a hashtag, an identifier.
#[pyclass(frozen, extends = Place, module = "copydesk")]
pub(crate) struct Pattern {
    origin: Arc<Origin>,
    index: u32,
}

impl Pattern {
    pub(crate) fn all<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        all(py, origin, origin.article.patterns.len(), Self::view)
    }

    pub(crate) fn view(origin: Arc<Origin>, index: u32) -> PyClassInitializer<Self> {
        place(&origin, Part::Pattern(index)).add_subclass(Self { origin, index })
    }

    fn pattern(&self) -> &record::Pattern {
        &self.origin.article.patterns[self.index as usize]
    }
}

#[pymethods]
impl Pattern {
    /// What it is: "email", "url", "phone", "handle", "hashtag", "ip", "guid", "hash", "iban",
    /// "coordinates", "isbn" or "ticker".
    #[getter]
    fn r#type(&self) -> &'static str {
        self.pattern().kind.as_str()
    }

    /// Its normal form.
    #[getter]
    fn value(&self) -> &str {
        &self.pattern().value
    }

    /// The words of a hashtag that is written as one: "Ice" and "Bucket" for "#IceBucket".
    #[getter]
    fn words(&self) -> Vec<&str> {
        self.pattern().words.iter().map(String::as_str).collect()
    }

    /// The region, such as "GB", in whose numbering plan a phone number is valid.
    #[getter]
    fn region(&self) -> Option<&str> {
        self.pattern().region.as_deref()
    }
}
