//! `copydesk.Role`: an office that somebody holds.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::sent::unsendable;

use super::{Entity, Mention, quoted};
use crate::origin::Origin;

/// An office that somebody holds. Two roles are equal if title and body are.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Role {
    origin: Arc<Origin>,
    role: record::Role,
}

impl Role {
    pub(crate) fn new(origin: &Arc<Origin>, role: &record::Role) -> Self {
        Self {
            origin: Arc::clone(origin),
            role: role.clone(),
        }
    }
}

#[pymethods]
impl Role {
    /// The office, in the singular and in title case: "Foreign Minister".
    #[getter]
    fn title(&self) -> &str {
        &self.role.title
    }

    /// The country, body or company whose office it is.
    #[getter]
    fn of(&self) -> Option<Entity> {
        Entity::get(&self.origin, self.role.of?)
    }

    /// The mention that says so.
    #[getter]
    fn mention<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Mention>>> {
        Mention::maybe(py, &self.origin, Some(self.role.mention))
    }

    fn __repr__(&self) -> String {
        let of = (self.role.of)
            .and_then(|index| self.origin.entity(index))
            .map(|entity| format!(", of {}", quoted(&entity.name)));
        format!(
            "Role({}{})",
            quoted(&self.role.title),
            of.unwrap_or_default()
        )
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| {
            let other = other.get();
            self.origin.role(&self.role) == other.origin.role(&other.role)
        })
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("Role", "its article"))
    }
}
