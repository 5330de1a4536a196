//! `copydesk.Temporal`: a temporal expression.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{
    Place, all, maybe,
    part::{Part, place},
    shown::tidy,
};
use crate::origin::Origin;

/// Value, interval and confidence.
type Reading<'a> = (&'a str, Option<(&'a str, &'a str)>, f64);

/// A temporal expression. `start` and `end` are None where it stands in a dropped part of the
/// page, such as the date of the crawl.
#[pyclass(frozen, extends = Place, module = "copydesk")]
pub(crate) struct Temporal {
    origin: Arc<Origin>,
    index: u32,
}

impl Temporal {
    pub(crate) fn all<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        all(py, origin, origin.article.dates.len(), Self::view)
    }

    pub(crate) fn view(origin: Arc<Origin>, index: u32) -> PyClassInitializer<Self> {
        place(&origin, Part::Temporal(index)).add_subclass(Self { origin, index })
    }

    /// The temporal expression of this number, if there is one.
    pub(crate) fn maybe<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
        index: Option<u32>,
    ) -> PyResult<Option<Bound<'py, Self>>> {
        maybe(py, origin, origin.article.dates.len(), index, Self::view)
    }

    fn temporal(&self) -> &record::Temporal {
        &self.origin.article.dates[self.index as usize]
    }
}

#[pymethods]
impl Temporal {
    /// TIMEX3 type: "DATE", "TIME", "DURATION" or "SET".
    #[getter]
    fn r#type(&self) -> &'static str {
        self.temporal().kind.as_str()
    }

    /// TIMEX3 value, such as "2023-09-12", "2023-10", "XXXX-09-13" or "P3D".
    #[getter]
    fn value(&self) -> &str {
        &self.temporal().value
    }

    /// TIMEX3 modifier, such as "START" or "APPROX".
    #[getter]
    fn modifier(&self) -> Option<&str> {
        self.temporal().modifier.as_deref()
    }

    /// First day, and the day after the last one, as ISO dates, where the value is resolved.
    #[getter]
    fn interval(&self) -> Option<(&str, &str)> {
        let [first, after] = self.temporal().interval.as_ref()?;
        Some((first, after))
    }

    /// What the value was counted from: "reference" (the reference date), "mentioned" (the date
    /// mentioned before), or None where the words say it all.
    #[getter]
    fn anchor(&self) -> Option<&'static str> {
        self.temporal().anchor.map(record::Anchor::as_str)
    }

    /// Other readings, likelier ones first, as tuples of value, interval and confidence from 0
    /// to 1.
    #[getter]
    fn alternatives(&self) -> Vec<Reading<'_>> {
        let readings = self.temporal().alternatives.iter();
        readings
            .map(|reading| {
                let interval = reading.interval.as_ref();
                let interval = interval.map(|[first, after]| (first.as_str(), after.as_str()));
                (reading.value.as_str(), interval, tidy(reading.confidence))
            })
            .collect()
    }

    /// What the date is about: "content", "published", "modified", "page-view" or "copyright".
    #[getter]
    fn role(&self) -> &'static str {
        self.temporal().role.as_str()
    }
}
