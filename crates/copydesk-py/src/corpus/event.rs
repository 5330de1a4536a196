//! `copydesk.CorpusEvent`: an event, as one or more articles tell it.

use std::sync::Arc;

use copydesk_html::ToldEvent;
use pyo3::prelude::*;

use crate::views::unsendable;

use super::{
    entity::CorpusEntity,
    shared::{Item, Shared, Told},
};
use crate::{
    article::Article,
    views::{Event, bare, quoted},
};

/// An event, as one or more articles of a corpus tell it.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct CorpusEvent {
    shared: Arc<Shared>,
    told: Told,
}

impl CorpusEvent {
    pub(super) fn new(shared: &Arc<Shared>, told: Told) -> Self {
        Self {
            shared: Arc::clone(shared),
            told,
        }
    }

    pub(super) fn all(py: Python<'_>, shared: &Arc<Shared>) -> PyResult<Vec<Self>> {
        let told_by = Arc::clone(shared);
        shared.ask_long(py, move |state| {
            let groups = state.corpus.events().into_iter();
            groups
                .map(|group| Self::new(&told_by, state.told(group)))
                .collect()
        })
    }
}

/// The events of articles that are these.
pub(super) fn events<'py>(
    py: Python<'py>,
    shared: &Shared,
    told: &[&Told],
) -> PyResult<Vec<Bound<'py, Event>>> {
    let members = || told.iter().flat_map(|told| &told.group.members);
    let documents: Vec<u32> = members().map(|member| member.document).collect();
    let origins = shared.origins(py, &documents)?;
    (members().zip(&origins))
        .filter_map(|(member, origin)| Event::maybe(py, origin, member.event).transpose())
        .collect()
}

#[pymethods]
impl CorpusEvent {
    /// What kind of event it is, a root of PLOVER, as in `Event.root`.
    #[getter]
    fn root(&self) -> &'static str {
        self.told.group.root.as_str()
    }

    /// Who did it.
    #[getter]
    fn who(&self, py: Python<'_>) -> PyResult<Vec<CorpusEntity>> {
        CorpusEntity::of(py, &self.shared, &self.told.who)
    }

    /// To whom, or with whom.
    #[getter]
    fn whom(&self, py: Python<'_>) -> PyResult<Vec<CorpusEntity>> {
        CorpusEntity::of(py, &self.shared, &self.told.whom)
    }

    /// TIMEX3 value of its time, where one of the articles gives it.
    #[getter]
    fn date(&self) -> Option<&str> {
        self.told.group.date.as_deref()
    }

    /// First day, and the day after the last one, "YYYY-MM-DD" each.
    #[getter]
    fn interval(&self) -> Option<(&str, &str)> {
        let [start, end] = self.told.group.interval.as_ref()?;
        Some((start, end))
    }

    /// Whether the day of an article stands for its time.
    #[getter]
    fn by_publication(&self) -> bool {
        self.told.group.by_publication
    }

    /// What the articles together say about whether it is so: "confirmed" by one of them, else
    /// "alleged", "denied" or "expected".
    #[getter]
    fn status(&self) -> &'static str {
        self.told.group.status.as_str()
    }

    /// All that they say about it.
    #[getter]
    fn statuses(&self) -> Vec<&'static str> {
        let statuses = self.told.group.statuses.iter();
        statuses.map(|status| status.as_str()).collect()
    }

    /// The clause of the article that tells most.
    #[getter]
    fn text(&self) -> &str {
        &self.told.group.text
    }

    /// The events of the articles that it is; the fullest first, the others in order.
    #[getter]
    fn events<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Event>>> {
        events(py, &self.shared, &[&self.told])
    }

    /// The articles that tell it, in order.
    #[getter]
    fn articles(&self, py: Python<'_>) -> PyResult<Vec<Article>> {
        let members = self.told.group.members.iter();
        let mut documents: Vec<u32> = members.map(|member| member.document).collect();
        documents.sort_unstable();
        documents.dedup();
        self.shared.articles(py, &documents)
    }

    fn __repr__(&self) -> String {
        let group = &self.told.group;
        let date =
            (group.date.as_deref()).map_or(String::new(), |date| format!(", {}", bare(date)));
        let count = group.members.len();
        let told = match count {
            1 => "told once".to_owned(),
            _ => format!("told {count} times"),
        };
        let (root, status, text) = (group.root, group.status, quoted(&group.text));
        format!("CorpusEvent({root} {status}{date}, {text}, {told})")
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("CorpusEvent", "the corpus"))
    }

    /// The event as notebooks show it: what it is, who takes part, and the articles that tell it.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        self.shared.ask(py, |state| {
            let names = |items: &[Item]| -> Vec<_> {
                let names = items.iter().map(|&item| state.name_of(item));
                names.flatten().collect()
            };
            let told = ToldEvent {
                group: &self.told.group,
                who: names(&self.told.who),
                whom: names(&self.told.whom),
            };
            copydesk_html::corpus_event(&state.corpus, &told)
        })
    }
}
