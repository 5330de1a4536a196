//! `copydesk.EventTime`: when an event is, was or will be.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{Temporal, bare, quoted, sent::unsendable};
use crate::origin::Origin;

/// When an event is, was or will be. Two are equal if value and interval are.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct EventTime {
    origin: Arc<Origin>,
    time: record::EventTime,
}

impl EventTime {
    pub(crate) fn new(origin: &Arc<Origin>, time: &record::EventTime) -> Self {
        Self {
            origin: Arc::clone(origin),
            time: time.clone(),
        }
    }
}

#[pymethods]
impl EventTime {
    /// TIMEX3 value, such as "2023-09-12" or "2023-10".
    #[getter]
    fn value(&self) -> &str {
        &self.time.value
    }

    /// First day, and the day after the last one, as ISO dates, where the value is resolved.
    #[getter]
    fn interval(&self) -> Option<(&str, &str)> {
        let [first, after] = self.time.interval.as_ref()?;
        Some((first, after))
    }

    /// The temporal expression; None where the day of publication stands for it.
    #[getter]
    fn date<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Temporal>>> {
        Temporal::maybe(py, &self.origin, self.time.date)
    }

    fn __repr__(&self) -> String {
        let interval = self.interval();
        let interval =
            interval.map(|(first, after)| format!(", {} to before {}", bare(first), bare(after)));
        let value = quoted(&self.time.value);
        format!("EventTime({value}{})", interval.unwrap_or_default())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        let shown = |time: &record::EventTime| (time.value.clone(), time.interval.clone());
        (other.cast::<Self>()).is_ok_and(|other| shown(&self.time) == shown(&other.get().time))
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("EventTime", "its event"))
    }
}
