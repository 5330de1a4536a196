//! `copydesk.Mention`: a name in the text.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{Entity, Span, all, part::Part, tidy};
use crate::{errors::CopydeskError, origin::Origin};

/// A mention of a person, place, organisation or other thing.
#[pyclass(frozen, extends = Span, module = "copydesk")]
pub(crate) struct Mention {
    origin: Arc<Origin>,
    index: u32,
}

impl Mention {
    pub(crate) fn view(origin: Arc<Origin>, index: u32) -> PyClassInitializer<Self> {
        Span::base(&origin, Part::Mention(index)).add_subclass(Self { origin, index })
    }

    pub(crate) fn all<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        all(py, origin, origin.article.mentions.len(), Self::view)
    }

    fn mention(&self) -> &record::Mention {
        &self.origin.article.mentions[self.index as usize]
    }
}

#[pymethods]
impl Mention {
    /// Its type, as in OntoNotes ("PERSON", "GPE", "ORG", …), or "TITLE".
    #[getter]
    fn label(&self) -> &'static str {
        self.mention().label.as_str()
    }

    /// How sure it is, 0 to 1.
    #[getter]
    fn confidence(&self) -> f64 {
        tidy(self.mention().confidence)
    }

    /// What found it, such as "list:countries", "rule:title-name", "model" or, for a list of the
    /// user, "gazetteer:companies".
    #[getter]
    fn why(&self) -> &str {
        &self.mention().why
    }

    /// The entity that it stands for.
    #[getter]
    fn entity(&self) -> PyResult<Entity> {
        let index = self.mention().entity;
        Entity::get(&self.origin, index)
            .ok_or_else(|| CopydeskError::new_err(format!("internal error: no entity {index}")))
    }
}
