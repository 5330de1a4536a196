//! `copydesk.CorpusRole`, `copydesk.CorpusOffice` and `copydesk.Holder`: offices and those who
//! hold them, as the articles of a corpus say.

use std::sync::Arc;

use copydesk::corpus::{self, OfficeEvidence};
use pyo3::prelude::*;

use crate::views::unsendable;

use super::{
    entity::CorpusEntity,
    shared::{Item, Office, Shared, State},
};
use crate::views::{Mention, quoted, tidy};

/// An office that somebody held, as the articles of a corpus say.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct CorpusRole {
    shared: Arc<Shared>,
    office: Office,
}

impl CorpusRole {
    pub(super) fn new(shared: &Arc<Shared>, office: Office) -> Self {
        Self {
            shared: Arc::clone(shared),
            office,
        }
    }
}

#[pymethods]
impl CorpusRole {
    /// The office: "Foreign Minister".
    #[getter]
    fn title(&self) -> &str {
        &self.office.role.title
    }

    /// The country, body or company whose office it is.
    #[getter]
    fn of(&self, py: Python<'_>) -> PyResult<Option<CorpusEntity>> {
        one(py, &self.shared, self.office.of)
    }

    /// Day of the first article that says so, "YYYY-MM-DD".
    #[getter]
    fn first(&self) -> Option<&str> {
        self.office.role.first.as_deref()
    }

    /// Day of the last article that says so.
    #[getter]
    fn last(&self) -> Option<&str> {
        self.office.role.last.as_deref()
    }

    /// The mentions that say so, in order of the days of their articles.
    #[getter]
    fn evidence<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Mention>>> {
        mentions(py, &self.shared, &self.office.role.evidence)
    }

    fn __repr__(&self) -> String {
        let role = &self.office.role;
        let days = match (&role.first, &role.last) {
            (Some(first), Some(last)) if first == last => format!(", {first}"),
            (Some(first), Some(last)) => format!(", {first} to {last}"),
            _ => String::new(),
        };
        format!("CorpusRole({}{days})", quoted(&role.title))
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("CorpusRole", "the corpus"))
    }
}

/// An office, and those who held it as the articles of a corpus say.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct CorpusOffice {
    shared: Arc<Shared>,
    title: String,
    of: Option<Item>,
    holders: Vec<(Option<Item>, Office)>,
}

impl CorpusOffice {
    pub(super) fn all(py: Python<'_>, shared: &Arc<Shared>) -> PyResult<Vec<Self>> {
        shared.ask(py, |state| {
            let offices = state.corpus.offices().into_iter();
            offices
                .map(|office| Self::new(shared, state, office))
                .collect()
        })
    }

    fn new(shared: &Arc<Shared>, state: &State, office: corpus::CorpusOffice) -> Self {
        let holders = office.holders.into_iter();
        Self {
            shared: Arc::clone(shared),
            title: office.title,
            of: office.of.and_then(|index| state.corpus.first_of(index)),
            holders: holders
                .map(|(holder, role)| (state.corpus.first_of(holder), state.office(role)))
                .collect(),
        }
    }
}

#[pymethods]
impl CorpusOffice {
    /// The office: "Foreign Minister".
    #[getter]
    fn title(&self) -> &str {
        &self.title
    }

    /// The country, body or company whose office it is.
    #[getter]
    fn of(&self, py: Python<'_>) -> PyResult<Option<CorpusEntity>> {
        one(py, &self.shared, self.of)
    }

    /// Who held it, and what says so, in order of the first article that does.
    #[getter]
    fn holders(&self, py: Python<'_>) -> PyResult<Vec<(CorpusEntity, CorpusRole)>> {
        let mut holders = Vec::new();
        for (item, office) in &self.holders {
            if let Some(entity) = one(py, &self.shared, *item)? {
                holders.push((entity, CorpusRole::new(&self.shared, office.clone())));
            }
        }
        Ok(holders)
    }

    fn __repr__(&self) -> String {
        let count = self.holders.len();
        let noun = if count == 1 { "holder" } else { "holders" };
        format!("CorpusOffice({}, {count} {noun})", quoted(&self.title))
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("CorpusOffice", "the corpus"))
    }
}

/// Who holds an office on the day of an article.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Holder {
    shared: Arc<Shared>,
    known: corpus::Holder,
    item: Option<Item>,
}

impl Holder {
    pub(super) fn new(shared: &Arc<Shared>, state: &State, holder: corpus::Holder) -> Self {
        Self {
            shared: Arc::clone(shared),
            item: holder.entity.and_then(|index| state.corpus.first_of(index)),
            known: holder,
        }
    }
}

#[pymethods]
impl Holder {
    /// Their name.
    #[getter]
    fn name(&self) -> &str {
        &self.known.name
    }

    /// Their entity, where an article mentions them.
    #[getter]
    fn entity(&self, py: Python<'_>) -> PyResult<Option<CorpusEntity>> {
        one(py, &self.shared, self.item)
    }

    /// How sure it is, 0 to 1.
    #[getter]
    fn confidence(&self) -> f64 {
        tidy(self.known.confidence)
    }

    /// Whether the table of `roles=` says so.
    #[getter]
    fn given(&self) -> bool {
        self.known.given
    }

    /// The mentions that say so, in order of the days of their articles; empty where `given`.
    #[getter]
    fn evidence<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Mention>>> {
        mentions(py, &self.shared, &self.known.evidence)
    }

    fn __repr__(&self) -> String {
        let by = if self.known.given {
            "given".to_owned()
        } else {
            let count = self.known.evidence.len();
            let noun = if count == 1 { "mention" } else { "mentions" };
            format!("{count} {noun}")
        };
        let confidence = self.confidence();
        format!("Holder({}, {by}, {confidence})", quoted(&self.known.name))
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("Holder", "the corpus"))
    }
}

fn one(py: Python<'_>, shared: &Arc<Shared>, item: Option<Item>) -> PyResult<Option<CorpusEntity>> {
    Ok(CorpusEntity::of(py, shared, item.as_slice())?.pop())
}

fn mentions<'py>(
    py: Python<'py>,
    shared: &Shared,
    evidence: &[OfficeEvidence],
) -> PyResult<Vec<Bound<'py, Mention>>> {
    let documents: Vec<u32> = evidence.iter().map(|found| found.document).collect();
    let origins = shared.origins(py, &documents)?;
    (evidence.iter().zip(&origins))
        .filter_map(|(found, origin)| Mention::maybe(py, origin, Some(found.mention)).transpose())
        .collect()
}
