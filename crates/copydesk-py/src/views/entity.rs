//! `copydesk.Entity`: what mentions stand for.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use copydesk::record;
use pyo3::prelude::*;

use super::{Identifiers, Mention, quoted};
use crate::origin::Origin;

/// A person, place, organisation or other thing that the article mentions.
///
/// Two entities are equal if name, type, aliases, identifiers and number of mentions are.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Entity {
    origin: Arc<Origin>,
    index: u32,
}

impl Entity {
    pub(crate) fn get(origin: &Arc<Origin>, index: u32) -> Option<Self> {
        origin.entity(index)?;
        Some(Self {
            origin: Arc::clone(origin),
            index,
        })
    }

    pub(crate) fn all(origin: &Arc<Origin>) -> Vec<Self> {
        (0..origin.article.entities.len() as u32)
            .filter_map(|index| Self::get(origin, index))
            .collect()
    }

    fn entity(&self) -> &record::Entity {
        &self.origin.article.entities[self.index as usize]
    }
}

#[pymethods]
impl Entity {
    /// Canonical name.
    #[getter]
    fn name(&self) -> &str {
        &self.entity().name
    }

    /// Its type, as in OntoNotes ("PERSON", "GPE", "ORG", …), or "TITLE".
    #[getter]
    fn label(&self) -> &'static str {
        self.entity().label.as_str()
    }

    /// The other forms in which the article names it, in order of first use.
    #[getter]
    fn aliases(&self) -> Vec<&str> {
        self.entity().aliases.iter().map(String::as_str).collect()
    }

    /// What is known about it outside the article.
    #[getter]
    fn identifiers(&self) -> Identifiers {
        Identifiers(self.entity().identifiers.clone())
    }

    /// Its mentions, in order.
    #[getter]
    fn mentions<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Mention>>> {
        let mentions = self.origin.article.mentions.len();
        (self.entity().mentions.iter())
            .filter(|&&index| (index as usize) < mentions)
            .map(|&index| Bound::new(py, Mention::view(Arc::clone(&self.origin), index)))
            .collect()
    }

    fn __repr__(&self) -> String {
        let entity = self.entity();
        let count = entity.mentions.len();
        let noun = if count == 1 { "mention" } else { "mentions" };
        let (name, label) = (quoted(&entity.name), entity.label);
        format!("Entity({name}, {label}, {count} {noun})")
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        let Ok(other) = other.cast::<Self>() else {
            return false;
        };
        let (a, b) = (self.entity(), other.get().entity());
        (
            &a.name,
            a.label,
            &a.aliases,
            &a.identifiers,
            a.mentions.len(),
        ) == (
            &b.name,
            b.label,
            &b.aliases,
            &b.identifiers,
            b.mentions.len(),
        )
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (&self.entity().name, self.entity().label).hash(&mut hasher);
        hasher.finish()
    }
}
