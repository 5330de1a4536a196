//! `copydesk.Entity`: what mentions stand for.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use copydesk::record;
use pyo3::prelude::*;

use super::{
    Identifiers, Mention, Reference, Role, quoted,
    sent::{Reduced, reduced},
    tidy,
};
use crate::{errors::CopydeskError, origin::Origin, run::detached};

/// A person, place, organisation or other thing that the article mentions.
///
/// Two entities are equal if name, type, aliases, identifiers, roles, confidence and number of
/// mentions are.
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

    /// The entity that a part of the record always has.
    pub(crate) fn held(origin: &Arc<Origin>, index: u32) -> PyResult<Self> {
        Self::get(origin, index)
            .ok_or_else(|| CopydeskError::new_err(format!("internal error: no entity {index}")))
    }

    /// The entities of these numbers.
    pub(crate) fn some(origin: &Arc<Origin>, indices: &[u32]) -> Vec<Self> {
        let entities = indices.iter().map(|&index| Self::get(origin, index));
        entities.flatten().collect()
    }

    pub(crate) fn all(origin: &Arc<Origin>) -> Vec<Self> {
        (0..origin.article.entities.len() as u32)
            .filter_map(|index| Self::get(origin, index))
            .collect()
    }

    /// The article, and the number of the entity.
    pub(crate) fn at(&self) -> (&Arc<Origin>, u32) {
        (&self.origin, self.index)
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
        (self.entity().mentions.iter())
            .filter_map(|&index| Mention::maybe(py, &self.origin, Some(index)).transpose())
            .collect()
    }

    /// The pronouns and descriptions that stand for it, in order.
    #[getter]
    fn references<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Reference>>> {
        Reference::of(py, &self.origin, self.index)
    }

    /// The offices that the article says it holds; an office is its own one.
    #[getter]
    fn roles(&self) -> Vec<Role> {
        let roles = self.entity().roles.iter();
        roles.map(|role| Role::new(&self.origin, role)).collect()
    }

    /// How sure it is that its mentions are one thing, 0 to 1.
    #[getter]
    fn confidence(&self) -> f64 {
        tidy(self.entity().confidence)
    }

    fn __repr__(&self) -> String {
        let entity = self.entity();
        let count = entity.mentions.len();
        let noun = if count == 1 { "mention" } else { "mentions" };
        let (name, label) = (quoted(&entity.name), entity.label);
        let role = entity.roles.first();
        let role = role.map(|role| format!(", {}", quoted(&role.title)));
        let role = role.unwrap_or_default();
        format!("Entity({name}, {label}{role}, {count} {noun})")
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        let Ok(other) = other.cast::<Self>() else {
            return false;
        };
        let other = other.get();
        let (a, b) = (self.entity(), other.entity());
        (&a.name, a.label, &a.aliases, &a.identifiers)
            == (&b.name, b.label, &b.aliases, &b.identifiers)
            && (a.mentions.len(), a.confidence) == (b.mentions.len(), b.confidence)
            && (a.roles.iter().map(|role| self.origin.role(role)))
                .eq(b.roles.iter().map(|role| other.origin.role(role)))
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (&self.entity().name, self.entity().label).hash(&mut hasher);
        hasher.finish()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        reduced(py, &self.origin, "Entity", [Some(self.index), None, None])
    }

    /// The entity as notebooks show it: names, offices, identifiers, and where it is mentioned.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || {
            copydesk_html::entity(&self.origin.article, self.origin.points(), self.index)
        })
    }
}
