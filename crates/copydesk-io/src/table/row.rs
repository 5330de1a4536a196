//! A row of a user's table: what its columns are called, and what is wrong with it.
//!
//! *What*: every reader, whatever its format, makes rows of cells, and one place says what is
//! wrong with them.
//! *Why*: a table out of a spreadsheet, a database or a data frame says the same things in
//! different ways: an id is a number here and a string there, a day is a string or a date, a
//! missing cell is null, empty or not there.

use copydesk_core::Error;

use super::{TableCell, refused};

/// A row of a user's table, column by column, not yet checked.
///
/// For front ends that hold a table already; files are read with [`read_table`](crate::read_table).
///
/// ```
/// use copydesk_io::{GazetteerRow, TableCell, TableRow};
/// let mut row = GazetteerRow::default();
/// row.set("name", TableCell::Text("Harbour Line".to_owned()))?;
/// row.set("Type", TableCell::Text("org".to_owned()))?;
/// row.set("founded", TableCell::Number("1911".to_owned()))?;
/// assert_eq!(row.entry("row 1 of the table")?.label.as_str(), "ORG");
///
/// row.set("id", TableCell::Bool(true))?;
/// let error = row.entry("row 1 of the table").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "row 1 of the table: id is a bool; it has to be a string or a number",
/// );
/// # Ok::<(), copydesk_core::Error>(())
/// ```
pub trait TableRow: Default {
    /// What a row stands for.
    type Entry;

    /// What messages call the table: `the gazetteer`.
    const NAME: &'static str;
    /// The columns that are read. Others are passed over.
    const COLUMNS: &'static [&'static str];
    /// How many of them, from the first one, must be there.
    const REQUIRED: usize;
    /// A row as an object of JSON.
    const EXAMPLE: &'static str;

    /// Why a column of that name, in lower case, is refused: one that is nearly one of those that
    /// are read.
    fn misnamed(column: &str) -> Option<&'static str> {
        let _ = column;
        None
    }

    /// The cells, as many as there are columns.
    fn cells(&self) -> &[TableCell];

    /// The cells, to fill them.
    fn cells_mut(&mut self) -> &mut [TableCell];

    /// What the row stands for.
    ///
    /// # Errors
    /// What is wrong with it, and what to do: `name is empty; give it one, or remove the row`.
    fn checked(&self) -> Result<Self::Entry, String>;

    /// Sets a cell by the name of its column, in any case. Unknown columns are passed over.
    ///
    /// # Errors
    /// Where the name of the column is nearly one that is read.
    fn set(&mut self, column: &str, cell: TableCell) -> Result<(), Error> {
        match self::column::<Self>(column) {
            Ok(Some(at)) => self.cells_mut()[at] = cell,
            Ok(None) => {}
            Err(what) => return Err(refused(Self::NAME, &what)),
        }
        Ok(())
    }

    /// What the row stands for; `place` says in errors where it is.
    ///
    /// # Errors
    /// Where a cell that must be there is missing, and where one holds what its column cannot.
    fn entry(&self, place: &str) -> Result<Self::Entry, Error> {
        self.checked().map_err(|what| refused(place, &what))
    }

    /// Whether no cell holds anything, as in what a spreadsheet writes below its table.
    fn is_blank(&self) -> bool {
        self.cells().iter().all(TableCell::is_empty)
    }
}

/// What a column is, by its name in any case; `None` for one that is passed over.
pub(super) fn column<R: TableRow>(name: &str) -> Result<Option<usize>, String> {
    let lower = name.trim().to_lowercase();
    if let Some(instead) = R::misnamed(&lower) {
        return Err(format!("column `{name}` is unknown; call it {instead}"));
    }
    Ok(R::COLUMNS.iter().position(|&known| known == lower))
}

/// That a cell holds something else than its column can.
pub(crate) fn wrong<R: TableRow>(column: usize, cell: &TableCell, wanted: &str) -> String {
    let (column, kind) = (R::COLUMNS[column], cell.kind());
    format!("{column} is {kind}; it has to be {wanted}")
}

/// Where the columns are that are read: by the names of all columns of a table.
pub(super) fn header<'a, R: TableRow>(
    names: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<Option<usize>>, String> {
    let mut places = vec![None; R::COLUMNS.len()];
    let mut given = Vec::new();
    for (at, name) in names.into_iter().enumerate() {
        given.push(name);
        let Some(column) = column::<R>(name)? else {
            continue;
        };
        if places[column].replace(at).is_some() {
            let column = R::COLUMNS[column];
            return Err(format!("there are two columns `{column}`; keep one"));
        }
    }
    for (column, place) in R::COLUMNS.iter().zip(&places).take(R::REQUIRED) {
        if place.is_none() {
            let given = given.join("`, `");
            return Err(format!(
                "there is no column `{column}`; its columns are `{given}`: rename one or add it"
            ));
        }
    }
    Ok(places)
}
