//! A row of a list of names, and what its cells may hold.

use copydesk_core::{GazetteerEntry, record::Label};

use crate::table::{TableCell, TableRow, wrong};

/// A row of a list of names: what [`read_gazetteer`](crate::read_gazetteer) reads.
///
/// ```
/// use copydesk_io::{GazetteerRow, TableCell, TableRow};
/// let mut row = GazetteerRow::default();
/// row.set("name", TableCell::Text("Harbour Line".to_owned()))?;
/// row.set("type", TableCell::Text("ORG".to_owned()))?;
/// assert_eq!(row.entry("row 1")?.name, "Harbour Line");
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GazetteerRow {
    cells: [TableCell; COLUMNS.len()],
}

const COLUMNS: [&str; 6] = [
    "name",
    "type",
    "id",
    "aliases",
    "case_sensitive",
    "accent_sensitive",
];
const NAME: usize = 0;
const TYPE: usize = 1;
const ID: usize = 2;
const ALIASES: usize = 3;
const CASE_SENSITIVE: usize = 4;
const ACCENT_SENSITIVE: usize = 5;

impl TableRow for GazetteerRow {
    type Entry = GazetteerEntry;

    const NAME: &'static str = "the gazetteer";
    const COLUMNS: &'static [&'static str] = &COLUMNS;
    const REQUIRED: usize = 2;
    const EXAMPLE: &'static str = r#"{"name": "Harbour Line", "type": "ORG"}"#;

    fn misnamed(column: &str) -> Option<&'static str> {
        (column == "alias").then_some("`aliases`, with `|` between them")
    }

    fn cells(&self) -> &[TableCell] {
        &self.cells
    }

    fn cells_mut(&mut self) -> &mut [TableCell] {
        &mut self.cells
    }

    fn checked(&self) -> Result<GazetteerEntry, String> {
        let name = match &self.cells[NAME] {
            cell if cell.is_empty() => {
                return Err("name is empty; give it one, or remove the row".to_owned());
            }
            TableCell::Text(name) => name.trim(),
            other => return Err(wrong::<Self>(NAME, other, "a string")),
        };
        let label = match &self.cells[TYPE] {
            cell if cell.is_empty() => return Err(format!("type is empty; {}", labels())),
            TableCell::Text(label) => label_of(label.trim())?,
            other => return Err(wrong::<Self>(TYPE, other, "a string")),
        };
        let mut entry = GazetteerEntry::new(name, label);
        entry.id = match &self.cells[ID] {
            cell if cell.is_empty() => None,
            TableCell::Text(id) => Some(id.trim().to_owned()),
            TableCell::Number(id) => Some(id.clone()),
            other => return Err(wrong::<Self>(ID, other, "a string or a number")),
        };
        entry.aliases = self.aliases()?;
        entry.case_sensitive = self.switch(CASE_SENSITIVE)?;
        entry.accent_sensitive = self.switch(ACCENT_SENSITIVE)?;
        Ok(entry)
    }
}

impl GazetteerRow {
    fn aliases(&self) -> Result<Vec<String>, String> {
        let wanted = "a list of strings, or a string with `|` between them";
        match &self.cells[ALIASES] {
            TableCell::Missing => Ok(Vec::new()),
            TableCell::Text(text) => Ok((text.split('|').map(str::trim))
                .filter(|alias| !alias.is_empty())
                .map(str::to_owned)
                .collect()),
            TableCell::List(cells) => cells
                .iter()
                .filter(|cell| !cell.is_empty())
                .map(|cell| match cell {
                    TableCell::Text(alias) => Ok(alias.trim().to_owned()),
                    other => {
                        let kind = other.kind();
                        Err(format!(
                            "one of the aliases is {kind}; it has to be a string"
                        ))
                    }
                })
                .collect(),
            other => Err(wrong::<Self>(ALIASES, other, wanted)),
        }
    }

    fn switch(&self, column: usize) -> Result<Option<bool>, String> {
        let unknown = |given: &str| {
            let column = COLUMNS[column];
            format!("{column} is \"{given}\"; write true or false, or leave it empty")
        };
        match &self.cells[column] {
            cell if cell.is_empty() => Ok(None),
            TableCell::Bool(on) => Ok(Some(*on)),
            TableCell::Text(text) | TableCell::Number(text) => {
                match text.trim().to_lowercase().as_str() {
                    "true" | "yes" | "1" => Ok(Some(true)),
                    "false" | "no" | "0" => Ok(Some(false)),
                    _ => Err(unknown(text)),
                }
            }
            other => Err(wrong::<Self>(column, other, "true or false")),
        }
    }
}

fn label_of(name: &str) -> Result<Label, String> {
    let mut known = GazetteerEntry::LABELS.into_iter();
    known
        .find(|label| label.as_str().eq_ignore_ascii_case(name))
        .ok_or_else(|| format!("type {name:?} is unknown; {}", labels()))
}

fn labels() -> String {
    let labels = GazetteerEntry::LABELS.map(Label::as_str).join(", ");
    format!("use one of {labels}")
}
