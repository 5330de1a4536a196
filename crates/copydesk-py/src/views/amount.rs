//! `copydesk.Amount`: a number with what it counts or measures.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{
    Place, all,
    part::{Part, place},
};
use crate::origin::Origin;

/// A number with what it counts or measures.
#[pyclass(frozen, extends = Place, module = "copydesk")]
pub(crate) struct Amount {
    origin: Arc<Origin>,
    index: u32,
}

impl Amount {
    pub(crate) fn all<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        all(py, origin, origin.article.amounts.len(), |origin, index| {
            place(&origin, Part::Amount(index)).add_subclass(Self { origin, index })
        })
    }

    fn amount(&self) -> &record::Amount {
        &self.origin.article.amounts[self.index as usize]
    }
}

#[pymethods]
impl Amount {
    /// What it measures: "MONEY", "PERCENT", "QUANTITY", "ORDINAL" or "CARDINAL".
    #[getter]
    fn r#type(&self) -> &'static str {
        self.amount().kind.as_str()
    }

    /// The number with its magnitude: "2.5 million" is 2500000.0.
    #[getter]
    fn value(&self) -> f64 {
        self.amount().value
    }

    /// ISO 4217 code, unit of measure, or the noun that is counted.
    #[getter]
    fn unit(&self) -> Option<&str> {
        self.amount().unit.as_deref()
    }

    /// How the number is qualified, such as "approximate".
    #[getter]
    fn modifier(&self) -> Option<&'static str> {
        self.amount().modifier.map(record::Modifier::as_str)
    }
}
