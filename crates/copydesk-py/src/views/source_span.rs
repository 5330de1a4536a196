//! `copydesk.SourceSpan`: a stretch of the raw source.

use copydesk::Unit;
use pyo3::{prelude::*, types::PyType};

use crate::origin::Origin;

/// A stretch of the raw source: `raw[x.start:x.end]`, where `raw` is the bytes or the string
/// that was read.
#[pyclass(frozen, eq, hash, module = "copydesk")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct SourceSpan {
    start: u32,
    end: u32,
    unit: Unit,
}

impl SourceSpan {
    /// `span` in the unit of the source of `origin`.
    pub(crate) fn new(origin: &Origin, span: copydesk::SourceSpan) -> Self {
        let (start, end) = origin.source(span);
        Self {
            start,
            end,
            unit: origin.article.source.unit,
        }
    }

    pub(crate) fn chars(start: u32, end: u32) -> Self {
        Self {
            start,
            end,
            unit: Unit::Char,
        }
    }
}

/// A function and its arguments.
type Reduced<'py> = (Bound<'py, PyAny>, (u32, u32, &'static str));

#[pymethods]
impl SourceSpan {
    /// First byte or code point.
    #[getter]
    fn start(&self) -> u32 {
        self.start
    }

    /// One past the last byte or code point.
    #[getter]
    fn end(&self) -> u32 {
        self.end
    }

    /// What `start` and `end` count: "byte" or "char".
    #[getter]
    fn unit(&self) -> &'static str {
        self.unit.as_str()
    }

    fn __repr__(&self) -> String {
        let Self { start, end, .. } = self;
        format!("SourceSpan({start}\u{2013}{end}, {})", self.unit.as_str())
    }

    /// The stretch of what `__reduce__` gives.
    #[classmethod]
    fn _of(_cls: &Bound<'_, PyType>, start: u32, end: u32, unit: &str) -> Self {
        let unit = match unit {
            "char" => Unit::Char,
            _ => Unit::Byte,
        };
        Self { start, end, unit }
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py>> {
        let this = slf.get();
        let of = slf.py().get_type::<Self>().getattr("_of")?;
        Ok((of, (this.start, this.end, this.unit())))
    }
}
