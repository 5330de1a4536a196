//! `copydesk.Participant`: who or what takes part in an event.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{Entity, Span, part::Part};
use crate::origin::Origin;

/// Somebody or something that takes part in an event, or where it takes place.
#[pyclass(frozen, extends = Span, module = "copydesk")]
pub(crate) struct Participant {
    origin: Arc<Origin>,
    entity: Option<u32>,
}

impl Participant {
    pub(crate) fn view<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
        participant: &record::Participant,
    ) -> PyResult<Bound<'py, Self>> {
        let record::Participant { span, entity } = *participant;
        let base = Span::base(origin, Part::Participant(span, entity));
        let origin = Arc::clone(origin);
        Bound::new(py, base.add_subclass(Self { origin, entity }))
    }

    pub(crate) fn all<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
        participants: &[record::Participant],
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        (participants.iter())
            .map(|participant| Self::view(py, origin, participant))
            .collect()
    }
}

#[pymethods]
impl Participant {
    /// The entity that it is.
    #[getter]
    fn entity(&self) -> Option<Entity> {
        Entity::get(&self.origin, self.entity?)
    }
}
