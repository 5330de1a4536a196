//! `copydesk.Reference`: words that are no name and stand for an entity.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{Entity, Link, Span, all, part::Part};
use crate::origin::Origin;

/// A pronoun or description that stands for an entity: "she", "the company".
#[pyclass(frozen, extends = Span, module = "copydesk")]
pub(crate) struct Reference {
    origin: Arc<Origin>,
    index: u32,
}

impl Reference {
    pub(crate) fn view(origin: Arc<Origin>, index: u32) -> PyClassInitializer<Self> {
        Span::base(&origin, Part::Reference(index)).add_subclass(Self { origin, index })
    }

    pub(crate) fn all<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        all(py, origin, origin.article.references.len(), Self::view)
    }

    /// Those that stand for the entity.
    pub(crate) fn of<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
        entity: u32,
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        (0u32..)
            .zip(&origin.article.references)
            .filter(|(_, reference)| reference.entity == entity)
            .map(|(index, _)| Bound::new(py, Self::view(Arc::clone(origin), index)))
            .collect()
    }

    fn reference(&self) -> &record::Reference {
        &self.origin.article.references[self.index as usize]
    }
}

#[pymethods]
impl Reference {
    /// The entity that it stands for.
    #[getter]
    fn entity(&self) -> PyResult<Entity> {
        Entity::held(&self.origin, self.reference().entity)
    }

    /// Why it stands for it.
    #[getter]
    fn link(&self) -> Link {
        Link::new(&self.origin, self.reference().link)
    }
}
