//! `copydesk.Cell`: a cell of a row.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{Span, part::Part};
use crate::origin::Origin;

/// A cell of a row of a table.
#[pyclass(frozen, extends = Span, module = "copydesk")]
pub(crate) struct Cell(record::Cell);

impl Cell {
    /// The cells of block `block`.
    pub(crate) fn all<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
        block: u32,
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        let cells = &origin.article.blocks[block as usize].cells;
        cells
            .iter()
            .enumerate()
            .map(|(at, &cell)| {
                let part = Part::Cell(block, at as u32);
                Bound::new(py, Span::base(origin, part).add_subclass(Self(cell)))
            })
            .collect()
    }
}

#[pymethods]
impl Cell {
    /// Whether it is the header of its column or row.
    #[getter]
    fn header(&self) -> bool {
        self.0.header
    }

    /// Columns that it is wide.
    #[getter]
    fn columns(&self) -> u16 {
        self.0.columns
    }

    /// Rows that it is high.
    #[getter]
    fn rows(&self) -> u16 {
        self.0.rows
    }
}
