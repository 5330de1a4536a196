//! The report of a corpus: the page, and the sources of its articles.

use std::{collections::HashMap, error::Error as _, io, path::Path, sync::Arc};

use copydesk::{Article, Error, RawDocument};
use copydesk_html::{ReportOptions, SourceText, report};
use copydesk_io::{ReadOptions, TextWriter};
use pyo3::{exceptions::PyOSError, prelude::*};

use super::shared::Shared;
use crate::{
    pulled::{self, Documents, Raised},
    run::{detached, watched},
};

/// The report of a corpus; the sources are read again as it is made.
pub(super) fn page(
    py: Python<'_>,
    shared: &Arc<Shared>,
    title: Option<String>,
    sources: Option<&Bound<'_, PyAny>>,
) -> PyResult<String> {
    let raised = Raised::default();
    let found = match sources {
        None => Vec::new(),
        Some(sources) => {
            let documents = pulled::documents(sources, &raised, ReadOptions::default())?;
            let articles = shared.ask(py, |state| {
                let articles = state.corpus.documents().cloned();
                articles.collect::<Vec<_>>()
            })?;
            watched(py, move || {
                let articles = articles.iter().map(AsRef::as_ref);
                matched(&articles.collect::<Vec<_>>(), documents)
            })?
        }
    };
    if let Some(error) = raised.take() {
        return Err(error);
    }
    let mut options = ReportOptions::default();
    options.title = title;
    shared.ask_long(py, move |state| {
        report(&state.corpus, &found, &options).html
    })
}

/// The source of each article. A document is that of an article if it has its bytes; of several the
/// one of its name.
fn matched(articles: &[&Article], documents: Documents) -> Vec<Option<SourceText>> {
    let mut by_size: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, article) in articles.iter().enumerate() {
        by_size.entry(article.source.bytes).or_default().push(at);
    }
    let mut found: Vec<Option<SourceText>> = vec![None; articles.len()];
    for document in documents.flatten() {
        let Some(candidates) = by_size.get(&(document.bytes.len() as u64)) else {
            continue;
        };
        let named = |at: &&usize| articles[**at].source.uri == document.uri;
        let mut order: Vec<usize> = candidates.iter().filter(named).copied().collect();
        order.extend(candidates.iter().filter(|at| !named(at)));
        take(articles, &order, &document, &mut found);
    }
    found
}

fn take(
    articles: &[&Article],
    order: &[usize],
    document: &RawDocument,
    found: &mut [Option<SourceText>],
) {
    for &at in order {
        if found[at].is_none()
            && let Some(source) = SourceText::new(document, articles[at])
        {
            found[at] = Some(source);
            return;
        }
    }
}

/// Writes the page; the file appears when it is complete.
pub(super) fn write(py: Python<'_>, path: &Path, html: &str) -> PyResult<()> {
    let name = path.display().to_string();
    let written = detached(py, || -> Result<(), Error> {
        let mut writer = TextWriter::create(name.as_str())?;
        writer.write(html)?;
        writer.finish().map(|_| ())
    })?;
    written.map_err(|error| {
        let cause = error.source().and_then(|it| it.downcast_ref::<io::Error>());
        match cause.and_then(io::Error::raw_os_error) {
            // Python makes the right class of the number.
            Some(code) => PyOSError::new_err((code, error.to_string(), name)),
            None => PyOSError::new_err(error.to_string()),
        }
    })
}
