//! `copydesk.Diagnostic`: a note about the document.

use std::sync::Arc;

use pyo3::prelude::*;

use super::{
    Place, all,
    part::{Part, place},
};
use crate::origin::Origin;

/// A note about the document: what was noisy, what was done, what could not be read. Its place
/// is None where it is about the document as a whole.
#[pyclass(frozen, extends = Place, module = "copydesk")]
pub(crate) struct Diagnostic {
    origin: Arc<Origin>,
    index: u32,
}

impl Diagnostic {
    pub(crate) fn all<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        all(py, origin, origin.article.diagnostics.len(), Self::view)
    }

    pub(crate) fn view(origin: Arc<Origin>, index: u32) -> PyClassInitializer<Self> {
        place(&origin, Part::Diagnostic(index)).add_subclass(Self { origin, index })
    }

    fn diagnostic(&self) -> &copydesk::Diagnostic {
        &self.origin.article.diagnostics[self.index as usize]
    }
}

#[pymethods]
impl Diagnostic {
    /// Stage and short name, such as "normalize/homoglyphs". Programs may match on it.
    #[getter]
    fn code(&self) -> &str {
        &self.diagnostic().code
    }

    /// "info", "warning" or "error".
    #[getter]
    fn severity(&self) -> &'static str {
        self.diagnostic().severity.as_str()
    }

    /// What is the case and, where there is something to do about it, what.
    #[getter]
    fn message(&self) -> &str {
        &self.diagnostic().message
    }
}
