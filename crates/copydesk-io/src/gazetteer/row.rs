//! A row of a list of names, and what its cells may hold.
//!
//! *What*: every reader, whatever its format, makes rows of cells, and one place says what is
//! wrong with them.
//! *Why*: a table out of a spreadsheet, a database or a data frame says the same things in
//! different ways: an id is a number here and a string there, aliases are a list or a cell with
//! separators, a missing cell is null, empty or not there.

use copydesk_core::{Error, GazetteerEntry, record::Label};

use super::refused;

/// What a cell of a list of names holds.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum GazetteerCell {
    /// Nothing.
    #[default]
    Missing,
    /// A string.
    Text(String),
    /// A number, as it is written.
    Number(String),
    /// True or false.
    Bool(bool),
    /// A list of cells.
    List(Vec<GazetteerCell>),
    /// Something that no column can hold, in words, such as `an object`.
    Other(String),
}

impl GazetteerCell {
    /// Whether there is nothing in it.
    fn is_empty(&self) -> bool {
        match self {
            Self::Missing => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// What it holds, in words.
    fn kind(&self) -> &str {
        match self {
            Self::Missing => "missing",
            Self::Text(_) => "a string",
            Self::Number(_) => "a number",
            Self::Bool(_) => "a bool",
            Self::List(_) => "a list",
            Self::Other(kind) => kind,
        }
    }
}

/// A row of a list of names, column by column, not yet checked.
///
/// For front ends that hold a table already; files are read with
/// [`read_gazetteer`](crate::read_gazetteer).
///
/// ```
/// use copydesk_io::{GazetteerCell, GazetteerRow};
/// let mut row = GazetteerRow::default();
/// row.set("name", GazetteerCell::Text("Harbour Line".to_owned()))?;
/// row.set("Type", GazetteerCell::Text("org".to_owned()))?;
/// row.set("founded", GazetteerCell::Number("1911".to_owned()))?;
/// assert_eq!(row.entry("row 1 of the table")?.label.as_str(), "ORG");
///
/// row.set("id", GazetteerCell::Bool(true))?;
/// let error = row.entry("row 1 of the table").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "row 1 of the table: id is a bool; it has to be a string or a number",
/// );
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GazetteerRow {
    cells: [GazetteerCell; COLUMNS.len()],
}

/// The columns that are read.
pub(super) const COLUMNS: [&str; 6] = [
    "name",
    "type",
    "id",
    "aliases",
    "case_sensitive",
    "accent_sensitive",
];
pub(super) const NAME: usize = 0;
pub(super) const TYPE: usize = 1;
const ID: usize = 2;
const ALIASES: usize = 3;
const CASE_SENSITIVE: usize = 4;
const ACCENT_SENSITIVE: usize = 5;

/// What a column is, by its name in any case; `None` for one that is passed over.
pub(super) fn column(name: &str) -> Result<Option<usize>, String> {
    let lower = name.trim().to_lowercase();
    if lower == "alias" {
        return Err(format!(
            "column `{name}` is unknown; call it `aliases`, with `|` between them"
        ));
    }
    Ok(COLUMNS.iter().position(|&known| known == lower))
}

impl GazetteerRow {
    /// Sets a cell by the name of its column, in any case. Unknown columns are passed over.
    ///
    /// # Errors
    /// Where the column is called `alias` and so is nearly one that is read.
    pub fn set(&mut self, column: &str, cell: GazetteerCell) -> Result<(), Error> {
        match self::column(column) {
            Ok(Some(at)) => self.cells[at] = cell,
            Ok(None) => {}
            Err(what) => return Err(refused("the gazetteer", &what)),
        }
        Ok(())
    }

    pub(super) fn put(&mut self, column: usize, cell: GazetteerCell) {
        self.cells[column] = cell;
    }

    /// Whether no cell holds anything, as in what a spreadsheet writes below its table.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(GazetteerCell::is_empty)
    }

    /// The entry that the row stands for; `place` says in errors where that is.
    ///
    /// # Errors
    /// Where name or type are missing or something else, and where another cell holds what its
    /// column cannot.
    pub fn entry(&self, place: &str) -> Result<GazetteerEntry, Error> {
        self.checked().map_err(|what| refused(place, &what))
    }

    fn checked(&self) -> Result<GazetteerEntry, String> {
        let name = match &self.cells[NAME] {
            cell if cell.is_empty() => {
                return Err("name is empty; give it one, or remove the row".to_owned());
            }
            GazetteerCell::Text(name) => name.trim(),
            other => return Err(wrong(NAME, other, "a string")),
        };
        let label = match &self.cells[TYPE] {
            cell if cell.is_empty() => return Err(format!("type is empty; {}", labels())),
            GazetteerCell::Text(label) => label_of(label.trim())?,
            other => return Err(wrong(TYPE, other, "a string")),
        };
        let mut entry = GazetteerEntry::new(name, label);
        entry.id = match &self.cells[ID] {
            cell if cell.is_empty() => None,
            GazetteerCell::Text(id) => Some(id.trim().to_owned()),
            GazetteerCell::Number(id) => Some(id.clone()),
            other => return Err(wrong(ID, other, "a string or a number")),
        };
        entry.aliases = self.aliases()?;
        entry.case_sensitive = self.switch(CASE_SENSITIVE)?;
        entry.accent_sensitive = self.switch(ACCENT_SENSITIVE)?;
        Ok(entry)
    }

    fn aliases(&self) -> Result<Vec<String>, String> {
        let wanted = "a list of strings, or a string with `|` between them";
        match &self.cells[ALIASES] {
            GazetteerCell::Missing => Ok(Vec::new()),
            GazetteerCell::Text(text) => Ok((text.split('|').map(str::trim))
                .filter(|alias| !alias.is_empty())
                .map(str::to_owned)
                .collect()),
            GazetteerCell::List(cells) => cells
                .iter()
                .filter(|cell| !cell.is_empty())
                .map(|cell| match cell {
                    GazetteerCell::Text(alias) => Ok(alias.trim().to_owned()),
                    other => {
                        let kind = other.kind();
                        Err(format!(
                            "one of the aliases is {kind}; it has to be a string"
                        ))
                    }
                })
                .collect(),
            other => Err(wrong(ALIASES, other, wanted)),
        }
    }

    fn switch(&self, column: usize) -> Result<Option<bool>, String> {
        let unknown = |given: &str| {
            let column = COLUMNS[column];
            format!("{column} is \"{given}\"; write true or false, or leave it empty")
        };
        match &self.cells[column] {
            cell if cell.is_empty() => Ok(None),
            GazetteerCell::Bool(on) => Ok(Some(*on)),
            GazetteerCell::Text(text) | GazetteerCell::Number(text) => {
                match text.trim().to_lowercase().as_str() {
                    "true" | "yes" | "1" => Ok(Some(true)),
                    "false" | "no" | "0" => Ok(Some(false)),
                    _ => Err(unknown(text)),
                }
            }
            other => Err(wrong(column, other, "true or false")),
        }
    }
}

fn wrong(column: usize, cell: &GazetteerCell, wanted: &str) -> String {
    let (column, kind) = (COLUMNS[column], cell.kind());
    format!("{column} is {kind}; it has to be {wanted}")
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

/// Where the columns are that are read: by the names of all columns of a table.
pub(super) fn header<'a>(
    names: impl IntoIterator<Item = &'a str>,
) -> Result<[Option<usize>; COLUMNS.len()], String> {
    let mut places = [None; COLUMNS.len()];
    let mut given = Vec::new();
    for (at, name) in names.into_iter().enumerate() {
        given.push(name);
        let Some(column) = column(name)? else {
            continue;
        };
        if places[column].replace(at).is_some() {
            let column = COLUMNS[column];
            return Err(format!("there are two columns `{column}`; keep one"));
        }
    }
    for column in [NAME, TYPE] {
        if places[column].is_none() {
            let (column, given) = (COLUMNS[column], given.join("`, `"));
            return Err(format!(
                "there is no column `{column}`; its columns are `{given}`: rename one or add it"
            ));
        }
    }
    Ok(places)
}
