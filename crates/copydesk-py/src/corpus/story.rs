//! `copydesk.Story` and `copydesk.Stories`: which articles tell of one story.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, RecordBatch, RecordBatchIterator, StringArray, UInt32Array,
    ffi_stream::FFI_ArrowArrayStream,
};
use copydesk::stories::{self, StoryOptions};
use pyo3::{
    exceptions::PyRuntimeError,
    prelude::*,
    types::{PyCapsule, PyIterator, PyTuple},
};

use crate::views::unsendable;

use super::{
    entity::CorpusEntity,
    shared::{Item, Shared},
};
use crate::{article::Article, run::detached, views::quoted};

/// The stories of a corpus, in order of their first articles: a sequence of `Story`, which
/// notebooks show as a table. As a table of Arrow (`polars.DataFrame(stories)`,
/// `pyarrow.table(stories)`) it has a row for each article: `article`, its place in the corpus,
/// `id`, `uri`, `story_id`, `headline`.
#[pyclass(frozen, sequence, module = "copydesk")]
pub(crate) struct Stories {
    shared: Arc<Shared>,
    stories: Py<PyTuple>,
}

impl Stories {
    pub(super) fn new(
        py: Python<'_>,
        shared: &Arc<Shared>,
        options: StoryOptions,
    ) -> PyResult<Self> {
        let found = shared.ask_long(py, move |state| state.corpus.stories(options))?;
        let stories = found.into_iter().map(|story| Story {
            shared: Arc::clone(shared),
            story,
        });
        let stories: Vec<Story> = stories.collect();
        Ok(Self {
            shared: Arc::clone(shared),
            stories: PyTuple::new(py, stories)?.unbind(),
        })
    }

    fn with<T>(
        &self,
        py: Python<'_>,
        question: impl FnOnce(&[&stories::Story]) -> PyResult<T>,
    ) -> PyResult<T> {
        let stories = self.stories.bind(py);
        let mut held = Vec::with_capacity(stories.len());
        for story in stories {
            held.push(story.cast_into::<Story>()?);
        }
        let stories: Vec<_> = held.iter().map(|story| &story.get().story).collect();
        question(&stories)
    }
}

#[pymethods]
impl Stories {
    /// How many stories there are.
    fn __len__(&self, py: Python<'_>) -> usize {
        self.stories.bind(py).len()
    }

    /// One story, or a tuple of those of a slice.
    fn __getitem__<'py>(
        &self,
        py: Python<'py>,
        at: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        self.stories.bind(py).as_any().get_item(at)
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        self.stories.bind(py).try_iter()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        self.with(py, |stories| {
            let articles = stories.iter().map(|story| story.articles.len()).sum();
            let (count, of) = (stories.len(), counted(articles, "article", "articles"));
            Ok(format!(
                "Stories({}, {of})",
                counted(count, "story", "stories")
            ))
        })
    }

    /// The stories as notebooks show them, those of most articles first.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        self.with(py, |stories| {
            detached(py, || copydesk_html::stories(stories))
        })
    }

    /// The Arrow PyCapsule interface. The columns are kept as they are: a schema that is asked for
    /// is for the caller to cast to.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // The interface allows for that: the answer is a best effort.
        let _ = requested_schema;
        let mut rows = self.with(py, |stories| {
            let rows = stories.iter().flat_map(|story| {
                let of_story = |&article: &u32| (article, story.id.0, story.headline.clone());
                story.articles.iter().map(of_story)
            });
            Ok(rows.collect::<Vec<_>>())
        })?;
        rows.sort_unstable_by_key(|row| row.0);
        let articles: Vec<u32> = rows.iter().map(|row| row.0).collect();
        let origins = self.shared.origins(py, &articles)?;
        let ids = origins
            .iter()
            .map(|origin| Some(origin.article.id.as_str()));
        let uris = origins
            .iter()
            .map(|origin| origin.article.source.uri.as_deref());
        let headlines = rows.iter().map(|row| Some(row.2.as_str()));
        let columns: [(&str, ArrayRef); 5] = [
            (
                "article",
                Arc::new(UInt32Array::from_iter_values(articles.iter().copied())),
            ),
            ("id", Arc::new(ids.collect::<StringArray>())),
            ("uri", Arc::new(uris.collect::<StringArray>())),
            (
                "story_id",
                Arc::new(UInt32Array::from_iter_values(rows.iter().map(|row| row.1))),
            ),
            ("headline", Arc::new(headlines.collect::<StringArray>())),
        ];
        let columns = columns
            .into_iter()
            .map(|(name, column)| (name, column, true));
        let batch = RecordBatch::try_from_iter_with_nullable(columns)
            .map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        let schema = batch.schema();
        let reader = RecordBatchIterator::new([Ok(batch)], schema);
        let stream = FFI_ArrowArrayStream::new(Box::new(reader));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("Stories", "the corpus"))
    }
}

/// Articles of a corpus that tell of one event and what came of it.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Story {
    shared: Arc<Shared>,
    story: stories::Story,
}

#[pymethods]
impl Story {
    /// Its number among the stories of the corpus, from 0 in order of their first articles. More
    /// articles may change it.
    #[getter]
    fn id(&self) -> u32 {
        self.story.id.0
    }

    /// The title of the early article that is nearest to all of the story; where it has none, how
    /// its text begins.
    #[getter]
    fn headline(&self) -> &str {
        &self.story.headline
    }

    /// The day of its first article, "YYYY-MM-DD"; None where no article has one.
    #[getter]
    fn start(&self) -> Option<&str> {
        self.story.first_day.as_deref()
    }

    /// The day of its last article.
    #[getter]
    fn end(&self) -> Option<&str> {
        self.story.last_day.as_deref()
    }

    /// Its articles, in order of their days.
    #[getter]
    fn articles(&self, py: Python<'_>) -> PyResult<Vec<Article>> {
        self.shared.articles(py, &self.story.articles)
    }

    /// What most of its articles name, ten at most.
    #[getter]
    fn entities(&self, py: Python<'_>) -> PyResult<Vec<CorpusEntity>> {
        let items = self.story.entities.iter().map(|entity| entity.first);
        let items: Vec<Item> = items.collect();
        CorpusEntity::of(py, &self.shared, &items)
    }

    /// How many articles it has.
    fn __len__(&self) -> usize {
        self.story.articles.len()
    }

    fn __repr__(&self) -> String {
        let story = &self.story;
        let days = match (&story.first_day, &story.last_day) {
            (Some(first), Some(last)) if first == last => format!(", {first}"),
            (Some(first), Some(last)) => format!(", {first} to {last}"),
            _ => String::new(),
        };
        let count = counted(story.articles.len(), "article", "articles");
        let headline = quoted(&story.headline);
        format!("Story({}, {headline}{days}, {count})", story.id.0)
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("Story", "the corpus"))
    }

    /// The story as notebooks show it: its days, whom it names, its articles.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        self.shared
            .ask(py, |state| copydesk_html::story(&state.corpus, &self.story))
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{count} {noun}")
}
