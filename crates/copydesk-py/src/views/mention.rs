//! `copydesk.Mention`: a name in the text.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{Entity, Link, Span, all, maybe, part::Part, tidy};
use crate::{origin::Origin, run::detached};

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

    /// The mention of this number, if there is one.
    pub(crate) fn maybe<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
        index: Option<u32>,
    ) -> PyResult<Option<Bound<'py, Self>>> {
        let count = origin.article.mentions.len();
        maybe(py, origin, count, index, Self::view)
    }

    /// The article, and the numbers of the mention and of its entity.
    pub(crate) fn at(&self) -> (&Arc<Origin>, u32, u32) {
        (&self.origin, self.index, self.mention().entity)
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
        Entity::held(&self.origin, self.mention().entity)
    }

    /// Why it stands for its entity.
    #[getter]
    fn link(&self) -> Link {
        Link::new(&self.origin, self.mention().link)
    }

    /// The country or body that it stands for here, beside its own entity: a capital, seat or
    /// building for a government.
    #[getter]
    fn metonym_of(&self) -> Option<Entity> {
        Entity::get(&self.origin, self.mention().metonym_of?)
    }

    /// For an office: the people who hold it, as far as the article names them.
    #[getter]
    fn holders(&self) -> Vec<Entity> {
        Entity::some(&self.origin, &self.mention().holders)
    }

    /// The mention as notebooks show it: what it stands for, why, and what stands around it.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || {
            copydesk_html::mention(&self.origin.article, self.origin.points(), self.index)
        })
    }
}
