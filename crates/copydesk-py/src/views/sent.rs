//! Views that are pickled: each is a method of its article, and the numbers that say which one it is.

use std::sync::Arc;

use copydesk::record;
use pyo3::{PyClass, exceptions::PyTypeError, prelude::*};

use super::{
    Amount, Block, Cell, Claim, Diagnostic, Edit, Entity, Event, Evidence, Hedge, Mention,
    Participant, Pattern, Quote, Reference, Source, Span, Temporal, Token, maybe,
};
use crate::origin::Origin;

/// A function and its arguments.
pub(crate) type Reduced<'py> = (
    Bound<'py, PyAny>,
    (&'static str, Option<u32>, Option<u32>, Option<u32>),
);

/// What a view of `origin` is pickled as.
pub(crate) fn reduced<'py>(
    py: Python<'py>,
    origin: &Arc<Origin>,
    kind: &'static str,
    [first, second, third]: [Option<u32>; 3],
) -> PyResult<Reduced<'py>> {
    let make = origin.object(py)?.getattr("_view")?;
    Ok((make, (kind, first, second, third)))
}

/// The view of a kind with these numbers, if there is one.
pub(crate) fn view<'py>(
    py: Python<'py>,
    origin: &Arc<Origin>,
    kind: &str,
    [first, second, entity]: [Option<u32>; 3],
) -> PyResult<Option<Bound<'py, PyAny>>> {
    fn any<T: PyClass>(view: Option<Bound<'_, T>>) -> Option<Bound<'_, PyAny>> {
        view.map(Bound::into_any)
    }
    let article = &origin.article;
    let span = || {
        let (start, end) = (first?, second.filter(|&end| first <= Some(end))?);
        let span = copydesk::Span::new(start, end);
        let words = article.text.get(span.start as usize..span.end as usize);
        words.is_some().then_some(span)
    };
    // One of a list that belongs to another part.
    let part = |parts: usize| first.filter(|&at| (at as usize) < parts);
    let at = second.map_or(usize::MAX, |at| at as usize);
    Ok(match kind {
        "Span" => match span() {
            Some(span) => Some(Span::of(py, origin, span)?.into_bound(py).into_any()),
            None => None,
        },
        "Participant" => match span() {
            Some(span) => {
                let participant = record::Participant { span, entity };
                any(Some(Participant::view(py, origin, &participant)?))
            }
            None => None,
        },
        "Hedge" => match part(article.claims.len()) {
            Some(claim) => any(Hedge::of(py, origin, claim)?.into_iter().nth(at)),
            None => None,
        },
        "Cell" => match part(article.blocks.len()) {
            Some(block) => any(Cell::all(py, origin, block)?.into_iter().nth(at)),
            None => None,
        },
        "Token" => any(maybe(py, origin, article.tokens.len(), first, Token::view)?),
        "Mention" => any(Mention::maybe(py, origin, first)?),
        "Reference" => any(maybe(
            py,
            origin,
            article.references.len(),
            first,
            Reference::view,
        )?),
        "Edit" => any(maybe(py, origin, article.edits.len(), first, Edit::view)?),
        "Quote" => any(Quote::maybe(py, origin, first)?),
        "Claim" => any(Claim::maybe(py, origin, first)?),
        "Event" => match first {
            Some(at) => any(Event::maybe(py, origin, at)?),
            None => None,
        },
        "Temporal" => any(Temporal::maybe(py, origin, first)?),
        "Amount" => any(maybe(
            py,
            origin,
            article.amounts.len(),
            first,
            Amount::view,
        )?),
        "Pattern" => any(maybe(
            py,
            origin,
            article.patterns.len(),
            first,
            Pattern::view,
        )?),
        "Block" => any(maybe(py, origin, article.blocks.len(), first, Block::view)?),
        "Diagnostic" => any(maybe(
            py,
            origin,
            article.diagnostics.len(),
            first,
            Diagnostic::view,
        )?),
        "Entity" => match first.and_then(|at| Entity::get(origin, at)) {
            Some(entity) => any(Some(Bound::new(py, entity)?)),
            None => None,
        },
        "Evidence" => match part(article.evidence.len()) {
            Some(at) => any(Some(Bound::new(py, Evidence::view(origin, at))?)),
            None => None,
        },
        "Source" => any(Some(Bound::new(py, Source(Arc::clone(origin)))?)),
        _ => None,
    })
}

/// The error of a class that is not pickled: says what to pickle instead.
pub(crate) fn unsendable(class: &str, instead: &str) -> PyErr {
    PyTypeError::new_err(format!("cannot pickle a {class}: pickle {instead} instead"))
}
