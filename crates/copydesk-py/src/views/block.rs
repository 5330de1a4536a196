//! `copydesk.Block`: a paragraph, heading, list item or piece of furniture of the page.

use std::sync::Arc;

use copydesk::record;
use pyo3::prelude::*;

use super::{
    Cell, Container, Place, all,
    part::{Part, place},
};
use crate::origin::Origin;

/// A block of the page, kept or dropped.
#[pyclass(frozen, extends = Place, module = "copydesk")]
pub(crate) struct Block {
    origin: Arc<Origin>,
    index: u32,
}

impl Block {
    pub(crate) fn all<'py>(
        py: Python<'py>,
        origin: &Arc<Origin>,
    ) -> PyResult<Vec<Bound<'py, Self>>> {
        all(py, origin, origin.article.blocks.len(), Self::view)
    }

    pub(crate) fn view(origin: Arc<Origin>, index: u32) -> PyClassInitializer<Self> {
        place(&origin, Part::Block(index)).add_subclass(Self { origin, index })
    }

    fn block(&self) -> &record::Block {
        &self.origin.article.blocks[self.index as usize]
    }
}

#[pymethods]
impl Block {
    /// What it is: "title", "heading", "paragraph", "list-item", "quote", "table-row",
    /// "caption", "code", "metadata" or "boilerplate".
    #[getter]
    fn kind(&self) -> &'static str {
        self.block().kind.as_str()
    }

    /// Level of a heading, or nesting depth of a list item, from 1.
    #[getter]
    fn level(&self) -> Option<u8> {
        self.block().level
    }

    /// Whether it is part of the text.
    #[getter]
    fn kept(&self) -> bool {
        self.block().kept()
    }

    /// Why it was dropped, such as "navigation" or "crawl-date"; None where it was kept.
    #[getter]
    fn dropped(&self) -> Option<&'static str> {
        self.block().dropped.map(record::DropReason::as_str)
    }

    /// The quotations, lists and the table that a kept block stands in, outermost first.
    #[getter]
    fn within(&self) -> Vec<Container> {
        self.block().within.iter().copied().map(Container).collect()
    }

    /// The cells of a kept "table-row", in order.
    #[getter]
    fn cells<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Cell>>> {
        Cell::all(py, &self.origin, self.index)
    }
}
