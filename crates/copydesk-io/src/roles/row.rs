//! A row of a table of offices, and what its cells may hold.

use copydesk_core::RoleEntry;
use jiff::civil::Date;

use crate::table::{TableCell, TableRow, wrong};

/// A row of a table of offices: what [`read_roles`](crate::read_roles) reads.
///
/// ```
/// use copydesk_io::{RoleRow, TableCell, TableRow};
/// let mut row = RoleRow::default();
/// for (column, cell) in [("office", "Foreign Minister"), ("of", "Norway"), ("holder", "Ingrid Solheim")] {
///     row.set(column, TableCell::Text(cell.to_owned()))?;
/// }
/// assert_eq!(row.entry("row 1")?.holder, "Ingrid Solheim");
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleRow {
    cells: [TableCell; COLUMNS.len()],
}

const COLUMNS: [&str; 5] = ["office", "of", "holder", "from", "to"];
const OFFICE: usize = 0;
const OF: usize = 1;
const HOLDER: usize = 2;
const FROM: usize = 3;
const TO: usize = 4;

impl TableRow for RoleRow {
    type Entry = RoleEntry;

    const NAME: &'static str = "the table of roles";
    const COLUMNS: &'static [&'static str] = &COLUMNS;
    const REQUIRED: usize = 3;
    const EXAMPLE: &'static str =
        r#"{"office": "Foreign Minister", "of": "Norway", "holder": "Ingrid Solheim"}"#;

    fn misnamed(column: &str) -> Option<&'static str> {
        match column {
            "start" | "since" => Some("`from`"),
            "end" | "until" => Some("`to`, the first day on which it was no longer so"),
            _ => None,
        }
    }

    fn cells(&self) -> &[TableCell] {
        &self.cells
    }

    fn cells_mut(&mut self) -> &mut [TableCell] {
        &mut self.cells
    }

    fn checked(&self) -> Result<RoleEntry, String> {
        let mut role = RoleEntry::new(self.words(OFFICE)?, self.thing(OF)?, self.thing(HOLDER)?);
        role.from = self.day(FROM)?;
        role.to = self.day(TO)?;
        if let (Some(from), Some(to)) = (&role.from, &role.to)
            && to <= from
        {
            return Err(format!(
                "to is {to}, which is not behind from, {from}; give the first day on which it was \
                 no longer so, or leave it empty"
            ));
        }
        Ok(role)
    }
}

impl RoleRow {
    /// What must be there, and be a string.
    fn words(&self, column: usize) -> Result<&str, String> {
        match &self.cells[column] {
            cell if cell.is_empty() => {
                let column = COLUMNS[column];
                Err(format!("{column} is empty; fill it, or remove the row"))
            }
            TableCell::Text(text) => Ok(text.trim()),
            other => Err(wrong::<Self>(column, other, "a string")),
        }
    }

    /// A name or an id, which may be a number.
    fn thing(&self, column: usize) -> Result<&str, String> {
        match &self.cells[column] {
            TableCell::Number(id) => Ok(id),
            TableCell::Bool(_) | TableCell::Day(_) | TableCell::List(_) | TableCell::Other(_) => {
                let wanted = "a name or an id";
                Err(wrong::<Self>(column, &self.cells[column], wanted))
            }
            _ => self.words(column),
        }
    }

    fn day(&self, column: usize) -> Result<Option<String>, String> {
        let given = match &self.cells[column] {
            cell if cell.is_empty() => return Ok(None),
            TableCell::Text(text) | TableCell::Day(text) => text.trim(),
            other => {
                let wanted = "a day such as 2021-10-14, or a date";
                return Err(wrong::<Self>(column, other, wanted));
            }
        };
        let Some(day) = day_of(given) else {
            let column = COLUMNS[column];
            return Err(format!(
                "{column} is {given:?}, which is no day; write one as 2021-10-14, or leave it empty"
            ));
        };
        Ok(Some(day))
    }
}

/// The day of a date as `2021-10-14`, with or without a time behind it.
fn day_of(text: &str) -> Option<String> {
    let (day, rest) = text.split_at_checked(10)?;
    if !(rest.is_empty() || rest.starts_with(['T', ' '])) {
        return None;
    }
    let [b'0'..=b'9', _, _, _, b'-', _, _, b'-', ..] = day.as_bytes() else {
        return None;
    };
    let date: Date = day.parse().ok()?;
    Some(date.to_string())
}
