//! `copydesk.LanguageGuess`: which language a text is in.

use pyo3::prelude::*;

use super::{sent::unsendable, shown::tidy};

/// The language of a text, and how sure that is.
#[pyclass(frozen, eq, module = "copydesk")]
#[derive(PartialEq)]
pub(crate) struct LanguageGuess {
    guess: copydesk::LanguageGuess,
}

impl LanguageGuess {
    pub(crate) fn new(guess: copydesk::LanguageGuess) -> Self {
        Self { guess }
    }
}

#[pymethods]
impl LanguageGuess {
    /// ISO 639-1 code.
    #[getter]
    fn language(&self) -> &'static str {
        self.guess.code
    }

    /// How likely it is right, at most 1.
    #[getter]
    fn confidence(&self) -> f64 {
        tidy(self.guess.confidence)
    }

    fn __repr__(&self) -> String {
        let copydesk::LanguageGuess {
            code, confidence, ..
        } = self.guess;
        format!("LanguageGuess('{code}', {confidence:.2})")
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("LanguageGuess", "its language and confidence"))
    }
}
