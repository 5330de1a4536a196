//! `copydesk.Merge`: why an entity of an article is part of one of the corpus.

use std::sync::Arc;

use copydesk::corpus::{self, Member};
use pyo3::prelude::*;

use crate::views::unsendable;

use super::shared::Shared;
use crate::{
    article::Article,
    origin::Origin,
    views::{Entity, quoted, tidy},
};

/// Why an entity of an article is part of an entity of the corpus.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Merge {
    origin: Arc<Origin>,
    entity: u32,
    through: Option<(Arc<Origin>, u32)>,
    why: corpus::Merge,
}

impl Merge {
    pub(super) fn all(
        py: Python<'_>,
        shared: &Arc<Shared>,
        members: &[Member],
    ) -> PyResult<Vec<Self>> {
        shared.ask(py, |state| {
            let origin = |document: u32| state.origins.get(document as usize).map(Arc::clone);
            let merges = members.iter().filter_map(|member| {
                let through = member.merge.through;
                Some(Self {
                    origin: origin(member.document)?,
                    entity: member.entity,
                    through: through
                        .and_then(|(document, entity)| Some((origin(document)?, entity))),
                    why: member.merge,
                })
            });
            merges.collect()
        })
    }
}

#[pymethods]
impl Merge {
    /// The article.
    #[getter]
    fn article(&self) -> Article {
        Article::shared(Arc::clone(&self.origin))
    }

    /// The entity of the article.
    #[getter]
    fn entity(&self) -> PyResult<Entity> {
        Entity::held(&self.origin, self.entity)
    }

    /// What joined it: "first" (it is the first one), "identifier", "name", "spelling", "acronym"
    /// or "part" (a part of the name, with support of what the articles have in common).
    #[getter]
    fn kind(&self) -> &'static str {
        self.why.kind.as_str()
    }

    /// The entity of another article that it was joined through.
    #[getter]
    fn through(&self) -> Option<Entity> {
        let (origin, entity) = self.through.as_ref()?;
        Entity::get(origin, *entity)
    }

    /// How sure it is, 0 to 1.
    #[getter]
    fn confidence(&self) -> f64 {
        tidy(self.why.confidence)
    }

    fn __repr__(&self) -> String {
        let name = |origin: &Origin, entity| {
            let entity = origin.entity(entity);
            entity.map_or(String::new(), |entity| quoted(&entity.name))
        };
        let through = (self.through.as_ref())
            .map(|(origin, entity)| format!(", through {}", name(origin, *entity)))
            .unwrap_or_default();
        let entity = name(&self.origin, self.entity);
        let confidence = self.confidence();
        format!("Merge({entity}, {}{through}, {confidence})", self.why.kind)
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("Merge", "the corpus"))
    }
}
