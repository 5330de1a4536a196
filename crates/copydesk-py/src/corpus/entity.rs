//! `copydesk.CorpusEntity`: what mentions in many articles stand for.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use copydesk_html::EntityRole;
use pyo3::prelude::*;

use crate::views::unsendable;

use super::{
    merge::Merge,
    role::CorpusRole,
    shared::{Item, Known, Shared},
};
use crate::{
    article::Article,
    views::{Identifiers, Mention, quoted, tidy},
};

/// A person, place, organisation or other thing that the articles of a corpus mention, as the
/// corpus was when it was asked.
///
/// Two are equal if id and articles are.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct CorpusEntity {
    shared: Arc<Shared>,
    known: Known,
}

impl CorpusEntity {
    pub(super) fn new(shared: &Arc<Shared>, known: Known) -> Self {
        Self {
            shared: Arc::clone(shared),
            known,
        }
    }

    /// The entities that those of articles belong to.
    pub(super) fn of(py: Python<'_>, shared: &Arc<Shared>, items: &[Item]) -> PyResult<Vec<Self>> {
        let known = shared.ask(py, |state| {
            let known = items.iter().map(|&item| state.of_item(item));
            known.flatten().collect::<Vec<_>>()
        })?;
        let entities = known.into_iter().map(|known| Self::new(shared, known));
        Ok(entities.collect())
    }

    /// An entity of an article that belongs to it.
    pub(super) fn item(&self) -> Option<Item> {
        let first = self.known.entity.members.first()?;
        Some((first.document, first.entity))
    }

    fn documents(&self) -> Vec<u32> {
        let members = self.known.entity.members.iter();
        let mut documents: Vec<u32> = members.map(|member| member.document).collect();
        documents.dedup();
        documents
    }
}

#[pymethods]
impl CorpusEntity {
    /// 16 hexadecimal digits. It stays the same as articles are added, unless these show that it
    /// is one with an entity that came before.
    #[getter]
    fn id(&self) -> &str {
        &self.known.entity.id
    }

    /// Its most frequent name.
    #[getter]
    fn name(&self) -> &str {
        &self.known.entity.name
    }

    /// Its most frequent type, as in OntoNotes ("PERSON", "GPE", "ORG", …), or "TITLE".
    #[getter]
    fn label(&self) -> &'static str {
        self.known.entity.label.as_str()
    }

    /// The other forms in which the articles name it, in order of first use; at most 64.
    #[getter]
    fn aliases(&self) -> Vec<&str> {
        let aliases = self.known.entity.aliases.iter();
        aliases.map(String::as_str).collect()
    }

    /// What is known about it outside the articles.
    #[getter]
    fn identifiers(&self) -> Identifiers {
        Identifiers(self.known.entity.identifiers.clone())
    }

    /// The offices that the articles say it held, in order of the first article that does.
    #[getter]
    fn roles(&self) -> Vec<CorpusRole> {
        let roles = self.known.roles.iter().cloned();
        roles
            .map(|office| CorpusRole::new(&self.shared, office))
            .collect()
    }

    /// How sure it is that all of this is one thing: the least of `evidence`, 0 to 1.
    #[getter]
    fn confidence(&self) -> f64 {
        tidy(self.known.entity.confidence)
    }

    /// The articles that mention it, in order.
    #[getter]
    fn articles(&self, py: Python<'_>) -> PyResult<Vec<Article>> {
        self.shared.articles(py, &self.documents())
    }

    /// Its mentions in all articles, in order.
    #[getter]
    fn mentions<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Mention>>> {
        let members = &self.known.entity.members;
        let documents: Vec<u32> = members.iter().map(|member| member.document).collect();
        let origins = self.shared.origins(py, &documents)?;
        let mut mentions = Vec::new();
        for (member, origin) in members.iter().zip(&origins) {
            for &at in member.mentions(&origin.article) {
                mentions.extend(Mention::maybe(py, origin, Some(at))?);
            }
        }
        Ok(mentions)
    }

    /// Why the entities of its articles are one thing, one for each of them, in order.
    #[getter]
    fn evidence(&self, py: Python<'_>) -> PyResult<Vec<Merge>> {
        Merge::all(py, &self.shared, &self.known.entity.members)
    }

    fn __repr__(&self) -> String {
        let entity = &self.known.entity;
        let (name, label) = (quoted(&entity.name), entity.label);
        let role = self.known.roles.first();
        let role = role.map(|office| format!(", {}", quoted(&office.role.title)));
        let count = self.documents().len();
        let noun = if count == 1 { "article" } else { "articles" };
        let role = role.unwrap_or_default();
        format!("CorpusEntity({name}, {label}{role}, {count} {noun})")
    }

    /// The entity as notebooks show it: names, offices, identifiers, and the articles that mention
    /// it.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        self.shared.ask(py, |state| {
            let roles: Vec<EntityRole<'_>> = (self.known.roles.iter())
                .map(|office| EntityRole {
                    role: &office.role,
                    of: office.of.and_then(|item| state.name_of(item)),
                })
                .collect();
            copydesk_html::corpus_entity(&state.corpus, &self.known.entity, &roles)
        })
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| {
            let (a, b) = (&self.known.entity, &other.get().known.entity);
            a.id == b.id && a.members == b.members
        })
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.known.entity.id.hash(&mut hasher);
        hasher.finish()
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("CorpusEntity", "the corpus"))
    }
}
