//! `copydesk.Link`: why words stand for an entity.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::sent::unsendable;

use super::{Mention, quoted, tidy};
use crate::origin::Origin;

/// Why a mention or other words stand for their entity.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Link {
    origin: Arc<Origin>,
    link: record::Link,
}

impl Link {
    pub(crate) fn new(origin: &Arc<Origin>, link: record::Link) -> Self {
        Self {
            origin: Arc::clone(origin),
            link,
        }
    }
}

#[pymethods]
impl Link {
    /// What links it: "name" (the name in full, or the only one), "same-name", "listed" (a form
    /// that the lists know), "given" (a list of the user), "part", "acronym", "spelling",
    /// "demonym", "apposition" (an office beside the name of who holds it), "office" (one whose
    /// holder is named elsewhere), "pronoun" or "description".
    #[getter]
    fn kind(&self) -> &'static str {
        self.link.kind.as_str()
    }

    /// The mention that it was linked through.
    #[getter]
    fn through<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Mention>>> {
        Mention::maybe(py, &self.origin, self.link.through)
    }

    /// How sure it is, 0 to 1.
    #[getter]
    fn confidence(&self) -> f64 {
        tidy(self.link.confidence)
    }

    fn __repr__(&self) -> String {
        let through = (self.link.through)
            .and_then(|index| self.origin.article.mentions.get(index as usize))
            .map(|mention| mention.span.of(&self.origin.article.text))
            .map(|words| format!(", through {}", quoted(words)))
            .unwrap_or_default();
        format!("Link({}{through}, {})", self.link.kind, self.confidence())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| {
            let other = other.get();
            self.origin.link(self.link) == other.origin.link(other.link)
        })
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("Link", "its article"))
    }
}
