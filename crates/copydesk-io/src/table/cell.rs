//! A cell of a user's table.

/// What a cell of a user's table holds.
///
/// ```
/// use copydesk_io::{RoleRow, TableCell, TableRow};
/// let mut row = RoleRow::default();
/// row.set("office", TableCell::Number("7".to_owned()))?;
/// assert_eq!(row.cells()[0], TableCell::Number("7".to_owned()));
/// assert_eq!(row.cells()[1], TableCell::Missing);
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum TableCell {
    /// Nothing.
    #[default]
    Missing,
    /// A string.
    Text(String),
    /// A number, as it is written.
    Number(String),
    /// True or false.
    Bool(bool),
    /// A day, as `YYYY-MM-DD`, with or without a time behind it.
    Day(String),
    /// A list of cells.
    List(Vec<TableCell>),
    /// Something that no column can hold, in words, such as `an object`.
    Other(String),
}

impl TableCell {
    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Missing => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// What it holds, in words.
    pub(crate) fn kind(&self) -> &str {
        match self {
            Self::Missing => "missing",
            Self::Text(_) => "a string",
            Self::Number(_) => "a number",
            Self::Bool(_) => "a bool",
            Self::Day(_) => "a day",
            Self::List(_) => "a list",
            Self::Other(kind) => kind,
        }
    }
}
