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
        all(py, origin, origin.article.amounts.len(), Self::view)
    }

    pub(crate) fn view(origin: Arc<Origin>, index: u32) -> PyClassInitializer<Self> {
        place(&origin, Part::Amount(index)).add_subclass(Self { origin, index })
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

    /// The power of ten in words or letters behind the number: 1000000.0 in "2.5 million".
    #[getter]
    fn magnitude(&self) -> Option<f64> {
        self.amount().magnitude
    }

    /// Both ends of the range that the number is an end of: (5.0, 10.0) in "5-10%".
    #[getter]
    fn range(&self) -> Option<(f64, f64)> {
        self.amount().range.map(|[from, to]| (from, to))
    }

    /// What the unit measures, such as "length", "temperature" or "age".
    #[getter]
    fn dimension(&self) -> Option<&'static str> {
        self.amount().dimension.map(record::Dimension::as_str)
    }

    /// The measure in the unit of the International System: 12000.0 for "12 km".
    #[getter]
    fn si_value(&self) -> Option<f64> {
        self.amount().si.as_ref().map(|si| si.value)
    }

    /// The unit of `si_value`, such as "m".
    #[getter]
    fn si_unit(&self) -> Option<&str> {
        self.amount().si.as_ref().map(|si| si.unit.as_str())
    }
}
