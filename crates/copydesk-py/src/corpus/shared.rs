//! What a corpus and its views share.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use copydesk::corpus::{Corpus, CorpusEntity, CorpusRole, EventGroup};
use pyo3::prelude::*;

use crate::{
    article::Article,
    origin::Origin,
    run::{detached, watched, watched_if_large},
};

/// An entity of an article: index of the article, index of the entity. As articles are added, what
/// it belongs to may grow, so views keep this one and no index of the corpus.
pub(super) type Item = (u32, u32);

/// A corpus that Python threads share.
pub(crate) struct Shared(RwLock<State>);

/// The corpus, and its articles as views have them.
#[derive(Default)]
pub(super) struct State {
    pub(super) corpus: Corpus,
    pub(super) origins: Vec<Arc<Origin>>,
    /// Indices of the articles by their ids: equal texts have equal ones.
    by_id: HashMap<String, Vec<u32>>,
}

/// An entity as the corpus has it, with those that it names.
#[derive(Clone)]
pub(super) struct Known {
    pub(super) entity: CorpusEntity,
    pub(super) roles: Vec<Office>,
}

/// An office, and whose it is.
#[derive(Clone)]
pub(super) struct Office {
    pub(super) role: CorpusRole,
    pub(super) of: Option<Item>,
}

/// An event as the corpus has it, with those that take part.
#[derive(Clone)]
pub(super) struct Told {
    pub(super) group: EventGroup,
    pub(super) who: Vec<Item>,
    pub(super) whom: Vec<Item>,
}

impl Shared {
    pub(super) fn new(corpus: Corpus) -> Arc<Self> {
        Arc::new(Self(RwLock::new(State {
            corpus,
            ..State::default()
        })))
    }

    /// Asks the corpus without the GIL: who waits for the lock must not keep others from working.
    pub(super) fn ask<T: Send>(
        &self,
        py: Python<'_>,
        question: impl FnOnce(&State) -> T + Send,
    ) -> PyResult<T> {
        detached(py, || {
            question(&self.0.read().unwrap_or_else(PoisonError::into_inner))
        })
    }

    /// Asks what may take seconds: Ctrl-C is raised at once.
    pub(super) fn ask_long<T: Send + 'static>(
        self: &Arc<Self>,
        py: Python<'_>,
        question: impl FnOnce(&State) -> T + Send + 'static,
    ) -> PyResult<T> {
        let shared = Arc::clone(self);
        watched(py, move || {
            question(&shared.0.read().unwrap_or_else(PoisonError::into_inner))
        })
    }

    /// Adds articles.
    pub(super) fn add(self: &Arc<Self>, py: Python<'_>, origins: Vec<Arc<Origin>>) -> PyResult<()> {
        let shared = Arc::clone(self);
        let bytes = origins.iter().map(|origin| origin.article.text.len());
        watched_if_large(py, bytes.sum(), move || {
            let mut state = shared.0.write().unwrap_or_else(PoisonError::into_inner);
            for origin in origins {
                let document = state.corpus.add(Arc::clone(&origin.article));
                let id = origin.article.id.clone();
                state.by_id.entry(id).or_default().push(document);
                state.origins.push(origin);
            }
        })
    }

    /// The articles of these numbers.
    pub(super) fn articles(&self, py: Python<'_>, documents: &[u32]) -> PyResult<Vec<Article>> {
        let origins = self.origins(py, documents)?;
        Ok(origins.into_iter().map(Article::shared).collect())
    }

    /// What views of the articles of these numbers share.
    pub(super) fn origins(&self, py: Python<'_>, documents: &[u32]) -> PyResult<Vec<Arc<Origin>>> {
        self.ask(py, |state| {
            let origins = documents.iter().map(|&at| state.origins.get(at as usize));
            origins.flatten().map(Arc::clone).collect()
        })
    }
}

impl State {
    /// The number of an article: itself, or one that is read the same.
    pub(super) fn document(&self, origin: &Arc<Origin>) -> Option<u32> {
        let article = &origin.article;
        let same = self.by_id.get(&article.id)?;
        let itself = |at: &&u32| Arc::ptr_eq(&self.origins[**at as usize], origin);
        let alike = |at: &&u32| {
            let other = &self.origins[**at as usize].article;
            other.mentions == article.mentions && other.entities == article.entities
        };
        (same.iter().find(itself))
            .or_else(|| same.iter().find(alike))
            .copied()
    }

    /// The name that an article gives an entity.
    pub(super) fn name_of(&self, (document, entity): Item) -> Option<&str> {
        let article = self.corpus.document(document)?;
        Some(article.entities.get(entity as usize)?.name.as_str())
    }

    /// The entity that one of an article belongs to.
    pub(super) fn of_item(&self, (document, entity): Item) -> Option<Known> {
        self.known(self.corpus.entity_of(document, entity)?)
    }

    pub(super) fn known(&self, index: u32) -> Option<Known> {
        self.corpus.entity(index).map(|entity| self.with(entity))
    }

    pub(super) fn all(&self) -> Vec<Known> {
        let entities = self.corpus.entities().into_iter();
        entities.map(|entity| self.with(entity)).collect()
    }

    fn with(&self, mut entity: CorpusEntity) -> Known {
        let roles = std::mem::take(&mut entity.roles).into_iter();
        let roles = roles.map(|role| self.office(role)).collect();
        Known { entity, roles }
    }

    pub(super) fn office(&self, role: CorpusRole) -> Office {
        let of = role.of.and_then(|index| self.corpus.first_of(index));
        Office { role, of }
    }

    pub(super) fn told(&self, group: EventGroup) -> Told {
        let items = |side: &[u32]| {
            let items = side.iter().map(|&index| self.corpus.first_of(index));
            items.flatten().collect()
        };
        Told {
            who: items(&group.who),
            whom: items(&group.whom),
            group,
        }
    }
}
