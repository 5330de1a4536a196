//! A user's table, from CSV, JSON or Arrow, whatever its rows stand for.
//!
//! *What*: the columns of a table are those of its [`TableRow`], in any order and case; others are
//! passed over. Names of the user's own are one kind of table, offices with their holders another.

#[cfg(feature = "arrow")]
mod arrow;
mod cell;
mod csv;
#[cfg(feature = "arrow")]
pub(crate) mod documents;
mod json;
mod row;

use std::{fs::File, io::Read};

use copydesk_core::{Error, ErrorKind};

use crate::{failure::ReadFailure, options::ReadOptions, window::Window};

#[cfg(feature = "arrow")]
pub(crate) use arrow::cell as arrow_cell;
#[cfg(feature = "arrow")]
pub use arrow::table_from_arrow;
pub use cell::TableCell;
pub use row::TableRow;
pub(crate) use row::wrong;

/// Reads a table from a file: CSV, JSON or, with the feature `arrow`, Arrow IPC.
///
/// | kind | how it looks |
/// |---|---|
/// | CSV | a header with the names of the columns, then a row for each entry, cells separated by commas, semicolons or tabs as the header is; UTF-8 |
/// | JSON | an array of objects, or one object after another (JSONL) |
/// | Arrow | an IPC file (Feather) or stream, uncompressed, or with LZ4 or Zstandard |
///
/// Any may be gzipped. Columns that the row does not know are passed over.
///
/// ```
/// use copydesk_io::{RoleRow, read_table};
/// let error = read_table::<RoleRow>("no-such-table.csv").unwrap_err();
/// assert_eq!(error.kind(), copydesk_core::ErrorKind::Read);
/// ```
///
/// # Errors
/// Of kind [`ErrorKind::Read`] where the file cannot be read, and of kind
/// [`ErrorKind::Configuration`] where it holds something else; the message names the line or row,
/// the column, and what to do.
pub fn read_table<R: TableRow>(path: &str) -> Result<Vec<R::Entry>, Error> {
    let file = File::open(path).map_err(|error| {
        let failure = ReadFailure::io(path, &error);
        Error::new(ErrorKind::Read, failure.to_string()).with_source(error)
    })?;
    read_table_from::<R>(path, file)
}

/// Reads a table from a stream, as if it were a file of that name.
///
/// ```
/// use copydesk_io::{RoleRow, read_table_from};
/// let table = "office,of,holder\nForeign Minister,Norway,Ingrid Solheim\n";
/// let rows = read_table_from::<RoleRow>("roles.csv", table.as_bytes())?;
/// assert_eq!(rows[0].of, "Norway");
/// # Ok::<(), copydesk_core::Error>(())
/// ```
///
/// # Errors
/// As [`read_table`].
pub fn read_table_from<R: TableRow>(name: &str, reader: impl Read) -> Result<Vec<R::Entry>, Error> {
    let bytes = whole(name, reader)?;
    match Kind::of(name, &bytes) {
        Kind::Csv => csv::read::<R>(name, text_of(name, &bytes)?),
        Kind::Json => json::read::<R>(name, text_of(name, &bytes)?),
        #[cfg(feature = "arrow")]
        Kind::Arrow => arrow::read::<R>(name, &bytes),
        #[cfg(not(feature = "arrow"))]
        Kind::Arrow => Err(refused(
            name,
            "Arrow is not read by this build; write CSV or JSON",
        )),
        Kind::Unknown(what) => Err(refused(
            name,
            &format!("{what} is not read; write CSV, JSON or Arrow (Feather)"),
        )),
    }
}

/// What a file holds.
enum Kind {
    Csv,
    Json,
    Arrow,
    Unknown(&'static str),
}

impl Kind {
    /// By what the first bytes can only be, by the extension, by the first letter.
    fn of(name: &str, bytes: &[u8]) -> Self {
        match bytes {
            [b'A', b'R', b'R', b'O', b'W', b'1', ..] | [0xff, 0xff, 0xff, 0xff, ..] => {
                return Self::Arrow;
            }
            [b'P', b'A', b'R', b'1', ..] => return Self::Unknown("Parquet"),
            [b'P', b'K', 3, 4, ..] => return Self::Unknown("a zip archive or workbook"),
            _ => {}
        }
        let name = name.to_ascii_lowercase();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        match name.rsplit_once('.').map(|(_, extension)| extension) {
            Some("csv" | "tsv" | "tab") => return Self::Csv,
            Some("json" | "jsonl" | "ndjson") => return Self::Json,
            Some("arrow" | "arrows" | "feather" | "ipc") => return Self::Arrow,
            _ => {}
        }
        let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        match start.trim_ascii_start() {
            [b'[' | b'{', ..] => Self::Json,
            _ => Self::Csv,
        }
    }
}

/// Reads a stream whole, decompressed.
fn whole(name: &str, reader: impl Read) -> Result<Vec<u8>, Error> {
    let options = ReadOptions::default();
    let failed = |message: String| {
        let failure = ReadFailure::new(name, message);
        Error::new(ErrorKind::Read, failure.to_string())
    };
    let mut window = Window::new(reader);
    if window.fill(options.limit().saturating_add(1)) {
        return Err(failed(format!(
            "more than {} bytes; give a shorter list",
            options.limit()
        )));
    }
    match window.take_broken() {
        Some(broken) => Err(failed(broken.to_string())),
        None => Ok(window.take()),
    }
}

/// The text of a file, without byte order mark.
fn text_of<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str, Error> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let place = Place::line_at(bytes, error.valid_up_to());
        place.error(name, "invalid UTF-8; save the file as UTF-8")
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Where an entry stands in its file.
#[derive(Clone, Copy)]
enum Place {
    /// From 1.
    Line(u64),
    /// Object of an array, from 1.
    Item(usize),
    /// Row of a table, from 1.
    #[cfg(feature = "arrow")]
    Row(usize),
}

impl Place {
    /// The line that byte `at` stands in.
    fn line_at(bytes: &[u8], at: usize) -> Self {
        let lines = bytes[..at].split(|&byte| byte == b'\n').count();
        Self::Line(lines as u64)
    }

    fn of(self, name: &str) -> String {
        match self {
            Self::Line(line) => format!("line {line} of {name}"),
            Self::Item(item) => format!("item {item} of {name}"),
            #[cfg(feature = "arrow")]
            Self::Row(row) => format!("row {row} of {name}"),
        }
    }

    fn error(self, name: &str, what: &str) -> Error {
        refused(&self.of(name), what)
    }
}

/// The error of a table that holds something else than it should.
pub(crate) fn refused(place: &str, what: &str) -> Error {
    Error::new(ErrorKind::Configuration, format!("{place}: {what}"))
}
