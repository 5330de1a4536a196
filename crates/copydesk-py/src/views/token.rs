//! `copydesk.Token`: a word or mark.

use std::sync::Arc;

use pyo3::prelude::*;

use super::{Span, all, part::Part};
use crate::origin::Origin;

/// A word or mark of the text.
#[pyclass(frozen, extends = Span, module = "copydesk")]
pub(crate) struct Token(copydesk::TokenClass);

impl Token {
    pub(crate) fn all<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        all(py, origin, origin.article.tokens.len(), Self::view)
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "the signature that all views have"
    )]
    pub(crate) fn view(origin: Arc<Origin>, at: u32) -> PyClassInitializer<Self> {
        let class = origin.article.tokens[at as usize].class;
        Span::base(&origin, Part::Token(at)).add_subclass(Self(class))
    }
}

#[pymethods]
impl Token {
    /// What it is: "word", "number", "punctuation", "symbol", "currency", "url", "email",
    /// "handle", "hashtag" or "emoji".
    #[getter]
    fn class_(&self) -> &'static str {
        self.0.as_str()
    }
}
