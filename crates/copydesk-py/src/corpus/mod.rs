//! `copydesk.Corpus`: many articles together. Its views keep what they were told, and the entities
//! of articles that it belongs to, so that they hold as articles are added.

mod entity;
mod event;
mod merge;
mod role;
mod shared;
mod story;
mod timeline;

use std::sync::Arc;

use copydesk::{corpus::CorpusOptions, duplicates::DuplicateOptions, stories::StoryOptions};
use copydesk_io::{GazetteerRow, RoleRow};
use pyo3::{exceptions::PyValueError, prelude::*, types::PyIterator};

use crate::{
    article::Article,
    desk::Desk,
    duplicates::Duplicate,
    frames,
    input::wrong_type,
    origin::Origin,
    rows::rows,
    run::detached,
    table::Table,
    views::{Entity, Mention},
};

pub(crate) use entity::CorpusEntity;
pub(crate) use event::CorpusEvent;
pub(crate) use merge::Merge;
pub(crate) use role::{CorpusOffice, CorpusRole, Holder};
pub(crate) use story::{Stories, Story};
pub(crate) use timeline::{Timeline, TimelineEntry};

use shared::{Shared, State};

/// Articles that are added at a time.
const AT_A_TIME: usize = 256;

/// Many articles together: the same people, bodies and places across them, who held which office
/// when, and what happened on which day. Safe to share between threads.
///
/// Args:
///     articles: a list of articles, a stream of a desk, or anything else that yields articles.
///     roles: who held which office, which comes before what the articles say: a path of CSV,
///         JSON, JSONL or Arrow (Feather), a table with `__arrow_c_stream__`, or a list of dicts.
///         The columns: "office", such as "Foreign Minister"; "of", whose office it is, by name or
///         by its id in `known`; "holder", likewise; and where they are known "from", the first
///         day, and "to", the first day on which it was no longer so. Others are passed over.
///     known: names and ids of your own, which come before all else, with the columns that a
///         `copydesk.Gazetteer` has. Articles that were read with the same gazetteer need it only
///         for the names in `roles`.
///     name_days: how many days apart two articles may be for a surname, an acronym or a variant of
///         a name to stand for the same.
///     office_days: how many days an article may be away from those that say who holds an office.
///     event_days: how many days apart two articles may be for an event without a date to be the
///         same.
///
/// An article counts from the day of its publication, else of its crawl; where it has none, only
/// what needs no day is said. The articles are shared and not copied.
///
/// Raises:
///     SourceNotFoundError: there is no such file (a FileNotFoundError).
///     ReadError: a file cannot be read (an OSError).
///     ConfigurationError: a table holds something else; the message says where (a ValueError).
///     TypeError: something is no article.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Corpus(Arc<Shared>);

#[pymethods]
impl Corpus {
    #[new]
    #[pyo3(
        signature = (articles=None, *, roles=None, known=None, name_days=183, office_days=1096, event_days=14),
        text_signature = "(articles=(), *, roles=None, known=None, name_days=183, office_days=1096, event_days=14)"
    )]
    fn new(
        py: Python<'_>,
        articles: Option<&Bound<'_, PyAny>>,
        roles: Option<&Bound<'_, PyAny>>,
        known: Option<&Bound<'_, PyAny>>,
        name_days: u32,
        office_days: u32,
        event_days: u32,
    ) -> PyResult<Self> {
        let mut options = CorpusOptions::default();
        options.name_days = name_days;
        options.office_days = office_days;
        options.event_days = event_days;
        let mut corpus = copydesk::corpus::Corpus::new(options);
        if let Some(roles) = roles {
            corpus.set_roles(rows::<RoleRow>(roles)?.1);
        }
        if let Some(known) = known {
            corpus.set_known(rows::<GazetteerRow>(known)?.1);
        }
        let corpus = Self(Shared::new(corpus));
        if let Some(articles) = articles {
            corpus.extend(py, articles)?;
        }
        Ok(corpus)
    }

    /// Adds an article.
    fn add(&self, article: &Bound<'_, PyAny>) -> PyResult<()> {
        let Ok(found) = article.cast::<Article>() else {
            return Err(wrong_type("article", "an Article", article));
        };
        let origin = Arc::clone(found.get().origin());
        self.0.add(article.py(), vec![origin])
    }

    /// Adds all articles of a list, a stream of a desk, or anything else that yields articles.
    ///
    /// Raises `TypeError` where something is no article, behind those that came before it.
    fn extend(&self, py: Python<'_>, articles: &Bound<'_, PyAny>) -> PyResult<()> {
        let wanted = "a list or stream of articles";
        let (false, Ok(items)) = (articles.is_instance_of::<Article>(), articles.try_iter()) else {
            return Err(wrong_type("articles", wanted, articles));
        };
        let mut waiting = Vec::new();
        for (at, item) in items.enumerate() {
            let article = item.and_then(|item| {
                let article = item.cast::<Article>();
                let origin = article.map(|article| Arc::clone(article.get().origin()));
                let place = || format!("item {} of articles", at + 1);
                origin.map_err(|_| wrong_type(&place(), "an Article", &item))
            });
            match article {
                Ok(origin) => waiting.push(origin),
                Err(error) => {
                    self.0.add(py, waiting)?;
                    return Err(error);
                }
            }
            if waiting.len() == AT_A_TIME {
                self.0.add(py, std::mem::take(&mut waiting))?;
            }
        }
        self.0.add(py, waiting)
    }

    /// How many articles there are.
    fn __len__(&self, py: Python<'_>) -> PyResult<usize> {
        self.0.ask(py, |state| state.origins.len())
    }

    /// The articles, in the order in which they were added.
    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        let origins = self.0.ask(py, |state| state.origins.clone())?;
        let articles: Vec<Article> = origins.into_iter().map(Article::shared).collect();
        articles.into_pyobject(py)?.try_iter()
    }

    /// What the mentions in all articles stand for, in order of their first mention.
    #[getter]
    fn entities(&self, py: Python<'_>) -> PyResult<Vec<CorpusEntity>> {
        let known = self.0.ask(py, State::all)?;
        let entities = known.into_iter();
        Ok(entities
            .map(|known| CorpusEntity::new(&self.0, known))
            .collect())
    }

    /// The entity of the corpus that a mention or an entity of an article belongs to; None for
    /// values, such as dates. An entity that the corpus returned earlier comes back as it is now.
    ///
    /// Raises `ValueError` where the article is not in the corpus.
    fn entity(&self, thing: &Bound<'_, PyAny>) -> PyResult<Option<CorpusEntity>> {
        if let Ok(entity) = thing.cast::<CorpusEntity>() {
            let item = entity.get().item();
            return Ok(CorpusEntity::of(thing.py(), &self.0, item.as_slice())?.pop());
        }
        let known = self.about(thing, |state, document, entity| {
            state.of_item((document, entity))
        })?;
        Ok(known.map(|known| CorpusEntity::new(&self.0, known)))
    }

    /// What a mention stands for: for an office its holder, where somebody says who that is; for
    /// a seat of government that government; for all others their own entity.
    ///
    /// Raises `ValueError` where the article is not in the corpus.
    fn stands_for(&self, mention: &Bound<'_, PyAny>) -> PyResult<Option<CorpusEntity>> {
        let Ok(found) = mention.cast::<Mention>() else {
            return Err(wrong_type("mention", "a Mention", mention));
        };
        let (origin, at, _) = found.get().at();
        let known = self.of_article(mention.py(), origin, |state, document| {
            state.known(state.corpus.stands_for(document, at)?)
        })?;
        Ok(known.map(|known| CorpusEntity::new(&self.0, known)))
    }

    /// The offices of which the articles say whose they are, in order of their first article.
    #[getter]
    fn offices(&self, py: Python<'_>) -> PyResult<Vec<CorpusOffice>> {
        CorpusOffice::all(py, &self.0)
    }

    /// Who holds an office on the day of the article that mentions it, by its entity or a mention
    /// of it: the table of `roles=` comes first, then the article itself, then those nearest in
    /// time. None for what is no office, and where nobody says or the articles disagree.
    ///
    /// Raises `ValueError` where the article is not in the corpus.
    fn who(&self, office: &Bound<'_, PyAny>) -> PyResult<Option<Holder>> {
        self.about(office, |state, document, entity| {
            let holder = state.corpus.who(document, entity)?;
            Some(Holder::new(&self.0, state, holder))
        })
    }

    /// What happened, as all articles tell it, in order of the first article that does. Each is a
    /// group of the events of the articles that are the same.
    #[getter]
    fn events(&self, py: Python<'_>) -> PyResult<Vec<CorpusEvent>> {
        CorpusEvent::all(py, &self.0)
    }

    /// What happened when: an entry for each time that an event has, in order.
    fn timeline(&self, py: Python<'_>) -> PyResult<Timeline> {
        Timeline::new(py, &self.0)
    }

    /// Which articles are copies of others: a list of `Duplicate`, one for each article, in their order.
    /// See `copydesk.Duplicates`; it is worked out anew each time.
    ///
    /// Args:
    ///     days: how many days apart an article and its copy may be; None, the default, for any number.
    #[pyo3(signature = (*, days=None))]
    fn duplicates(&self, py: Python<'_>, days: Option<u32>) -> PyResult<Vec<Duplicate>> {
        let mut options = DuplicateOptions::default();
        options.days = days;
        let rows = self.0.ask(py, |state| state.corpus.duplicates(options))?;
        Ok(rows.into_iter().map(Duplicate::new).collect())
    }

    /// Which articles tell of one story, in order of their first articles. It does not depend on
    /// the order of the articles in the corpus.
    ///
    /// Args:
    ///     window_days: how many days without an article close a story.
    ///     join: how likely it must be that two groups of articles are on one story, 0 to 1, to be
    ///         put together; more makes smaller stories.
    #[pyo3(
        signature = (*, window_days=14, join=0.35),
        text_signature = "($self, *, window_days=14, join=0.35)"
    )]
    fn stories(&self, py: Python<'_>, window_days: u32, join: f32) -> PyResult<Stories> {
        if !(0.0..=1.0).contains(&join) {
            return Err(PyValueError::new_err(format!(
                "join is {join}; give a probability, 0 to 1"
            )));
        }
        let mut options = StoryOptions::default();
        options.window_days = window_days;
        options.join = join;
        Stories::new(py, &self.0, options)
    }

    /// The articles in a table, of records or of raw documents, as a corpus: takes what
    /// `copydesk.from_arrow` does, and the options of a corpus.
    ///
    /// Raises what both raise.
    #[staticmethod]
    #[pyo3(signature = (table, column=None, *, uri=None, fetched=None, format=None, desk=None, roles=None, known=None, name_days=183, office_days=1096, event_days=14))]
    #[expect(
        clippy::too_many_arguments,
        reason = "keyword-only options of a Python method"
    )]
    fn from_table(
        table: &Bound<'_, PyAny>,
        column: Option<String>,
        uri: Option<String>,
        fetched: Option<String>,
        format: Option<&str>,
        desk: Option<&Bound<'_, Desk>>,
        roles: Option<&Bound<'_, PyAny>>,
        known: Option<&Bound<'_, PyAny>>,
        name_days: u32,
        office_days: u32,
        event_days: u32,
    ) -> PyResult<Self> {
        let py = table.py();
        // Mistakes in the small tables are found before the large one is read.
        let corpus = Self::new(py, None, roles, known, name_days, office_days, event_days)?;
        let articles = frames::from_arrow(table, column, uri, fetched, format, desk)?;
        corpus.extend(py, &articles)?;
        Ok(corpus)
    }

    /// The records as a `Table`, one row each: see `copydesk.to_arrow`.
    fn to_arrow(slf: &Bound<'_, Self>) -> PyResult<Table> {
        frames::to_arrow(slf.as_any(), None)
    }

    /// The records as a data frame of pandas, one row each: see `Table.to_pandas`.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        frames::frame_of(slf.as_any(), "to_pandas")
    }

    /// The records as a data frame of polars, one row each.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        frames::frame_of(slf.as_any(), "to_polars")
    }

    /// The names in the articles, a row each: see `Table`.
    fn mentions(slf: &Bound<'_, Self>) -> PyResult<Table> {
        frames::to_arrow(slf.as_any(), Some("mentions"))
    }

    /// What is confirmed, alleged, denied or expected, a row each: see `Table`.
    fn claims(slf: &Bound<'_, Self>) -> PyResult<Table> {
        frames::to_arrow(slf.as_any(), Some("claims"))
    }

    /// The temporal expressions of the articles, a row each: see `Table`.
    fn dates(slf: &Bound<'_, Self>) -> PyResult<Table> {
        frames::to_arrow(slf.as_any(), Some("dates"))
    }

    /// A long table by its name: "mentions", "entities", "dates", "amounts", "quotes", "claims" or
    /// "events"; see `Table` for their columns.
    ///
    /// Raises `ConfigurationError`, which is a ValueError, where there is no such table.
    fn table(slf: &Bound<'_, Self>, name: &str) -> PyResult<Table> {
        frames::to_arrow(slf.as_any(), Some(name))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (articles, entities) = self.0.ask(py, |state| {
            (state.origins.len(), state.corpus.entity_count())
        })?;
        let articles_noun = if articles == 1 { "article" } else { "articles" };
        let entities_noun = if entities == 1 { "entity" } else { "entities" };
        Ok(format!(
            "Corpus({articles} {articles_noun}, {entities} {entities_noun})"
        ))
    }

    /// The corpus as notebooks show it: the entities that most articles mention.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        let (articles, entities) = self
            .0
            .ask(py, |state| (state.origins.len(), state.corpus.entities()))?;
        detached(py, || copydesk_html::corpus(articles, entities))
    }
}

impl Corpus {
    /// Answers a question about an entity of an article, or about that of a mention.
    fn about<T: Send>(
        &self,
        thing: &Bound<'_, PyAny>,
        question: impl FnOnce(&State, u32, u32) -> Option<T> + Send,
    ) -> PyResult<Option<T>> {
        let (origin, entity) = if let Ok(mention) = thing.cast::<Mention>() {
            let (origin, _, entity) = mention.get().at();
            (origin, entity)
        } else if let Ok(entity) = thing.cast::<Entity>() {
            entity.get().at()
        } else {
            return Err(wrong_type(
                "what is asked for",
                "a Mention or Entity",
                thing,
            ));
        };
        self.of_article(thing.py(), origin, |state, document| {
            question(state, document, entity)
        })
    }

    fn of_article<T: Send>(
        &self,
        py: Python<'_>,
        origin: &Arc<Origin>,
        question: impl FnOnce(&State, u32) -> Option<T> + Send,
    ) -> PyResult<Option<T>> {
        let answer = self.0.ask(py, |state| {
            let document = state.document(origin)?;
            Some(question(state, document))
        })?;
        answer.ok_or_else(|| {
            PyValueError::new_err(
                "it belongs to an article that is not in the corpus; add the article first",
            )
        })
    }
}
