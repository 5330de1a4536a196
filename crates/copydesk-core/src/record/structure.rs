//! Structure around and inside blocks: quotations, lists, tables, cells.

use super::named_enum;
use crate::Span;

/// How many containers a block names, at most.
pub const MAX_NESTING: usize = 8;

named_enum! {
    /// What a [`Container`] is.
    ///
    /// ```
    /// use copydesk_core::record::ContainerKind;
    /// assert_eq!(ContainerKind::OrderedList.as_str(), "ordered-list");
    /// assert!(ContainerKind::Term.is_list());
    /// assert!(!ContainerKind::Table.is_list());
    /// ```
    ContainerKind {
        /// A quotation set apart.
        Quote = "quote",
        /// A list with bullets.
        UnorderedList = "unordered-list",
        /// A list with numbers.
        OrderedList = "ordered-list",
        /// A description list, at one of its terms.
        Term = "term",
        /// A description list, at one of its descriptions.
        Description = "description",
        /// A table of data.
        Table = "table",
    }
}

impl ContainerKind {
    /// Whether it is a list of any kind.
    pub fn is_list(self) -> bool {
        !matches!(self, Self::Quote | Self::Table)
    }
}

/// One level of what a block stands in: a quotation, an item of a list, a row of a table.
///
/// Blocks whose containers are equal stand in the same item; those that agree in `id` alone, in
/// the same list.
///
/// ```
/// use copydesk_core::record::{Container, ContainerKind};
/// // The second item of the first list of an article, shown as 4.
/// let item = Container { kind: ContainerKind::OrderedList, id: 1, item: 2, number: Some(4) };
/// let next = Container { item: 3, number: Some(5), ..item };
/// assert_eq!(item.id, next.id); // in the same list
/// assert_ne!(item, next); // in another item
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Container {
    /// What it is.
    pub kind: ContainerKind,
    /// Tells it from others of the article: numbers from 1, in the order of the text.
    pub id: u32,
    /// Which item of the list or row of the table, from 1; 0 in a quotation.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_zero"))]
    pub item: u32,
    /// The number that a browser shows before the item of an ordered list.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub number: Option<i32>,
}

#[cfg(feature = "serde")]
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde calls"
)]
fn is_zero(item: &u32) -> bool {
    *item == 0
}

/// A cell of a row.
///
/// ```
/// use copydesk_core::{Span, record::Cell};
/// let row = "Port\tShips";
/// let ships = Cell { span: Span::new(5, 10), header: true, columns: 1, rows: 1 };
/// assert_eq!(ships.span.of(row), "Ships");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Its place in the text; an empty cell has an empty one.
    pub span: Span,
    /// Whether it is the header of its column or row.
    pub header: bool,
    /// Columns that it is wide, 1 to 1000.
    pub columns: u16,
    /// Rows that it is high, 1 to 65534.
    pub rows: u16,
}
