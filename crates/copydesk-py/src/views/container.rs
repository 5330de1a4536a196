//! `copydesk.Container`: a quotation, list or table that a block stands in.

use std::hash::{DefaultHasher, Hash, Hasher};

use copydesk::record;
use pyo3::prelude::*;

use super::sent::unsendable;

/// One level of what a block stands in: a quotation, an item of a list, a row of a table.
///
/// Blocks whose containers are equal stand in the same item; those that agree in `id` alone, in
/// the same list.
#[pyclass(frozen, eq, module = "copydesk")]
#[derive(PartialEq)]
pub(crate) struct Container(pub(crate) record::Container);

#[pymethods]
impl Container {
    /// What it is: "quote", "unordered-list", "ordered-list", "term" or "description" of a
    /// description list, or "table".
    #[getter]
    fn kind(&self) -> &'static str {
        self.0.kind.as_str()
    }

    /// Tells it from others of the article.
    #[getter]
    fn id(&self) -> u32 {
        self.0.id
    }

    /// Which item of the list or row of the table, from 1; 0 in a quotation.
    #[getter]
    fn item(&self) -> u32 {
        self.0.item
    }

    /// The number that a browser shows before the item of an ordered list.
    #[getter]
    fn number(&self) -> Option<i32> {
        self.0.number
    }

    fn __repr__(&self) -> String {
        let record::Container { kind, id, item, .. } = self.0;
        let item = if item > 0 {
            format!(", item {item}")
        } else {
            String::new()
        };
        let number = self.0.number.map(|number| format!(", number {number}"));
        format!("Container({kind} {id}{item}{})", number.unwrap_or_default())
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.0.hash(&mut hasher);
        hasher.finish()
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("Container", "its block"))
    }
}
