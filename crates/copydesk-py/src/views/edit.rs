//! `copydesk.Edit`: a repair of the text.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{Span, all, part::Part};
use crate::origin::Origin;

/// A repair of the text: `before` became `text`.
#[pyclass(frozen, extends = Span, module = "copydesk")]
pub(crate) struct Edit {
    origin: Arc<Origin>,
    index: u32,
}

impl Edit {
    pub(crate) fn all<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        all(py, origin, origin.article.edits.len(), Self::view)
    }

    pub(crate) fn view(origin: Arc<Origin>, index: u32) -> PyClassInitializer<Self> {
        Span::base(&origin, Part::Edit(index)).add_subclass(Self { origin, index })
    }

    fn edit(&self) -> &record::Edit {
        &self.origin.article.edits[self.index as usize]
    }
}

#[pymethods]
impl Edit {
    /// The rule that made it, such as "homoglyphs".
    #[getter]
    fn rule(&self) -> &str {
        &self.edit().rule
    }

    /// Why the rule repairs, in words; empty for a rule that this version does not know.
    #[getter]
    fn why(&self) -> &'static str {
        copydesk::why(&self.edit().rule).unwrap_or("")
    }

    /// What stood there before.
    #[getter]
    fn before(&self) -> &str {
        &self.edit().before
    }
}
