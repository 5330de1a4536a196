//! A user's list of names.
//!
//! All formats have the same columns, in any order: `name` and `type`, and where they are wanted
//! `id`, `aliases`, `case_sensitive` and `accent_sensitive`; others are passed over. What a cell
//! may hold is in [`row`].

mod row;

use std::{io::Read, path::Path};

use copydesk_core::{Error, GazetteerEntry};

use crate::table::{read_table, read_table_from};

pub use row::GazetteerRow;

/// Reads a list of names from a file: CSV, JSON or, with the feature `arrow`, Arrow IPC.
///
/// | kind | how it looks |
/// |---|---|
/// | CSV | a header with the names of the columns, then a row for each entry, cells separated by commas, semicolons or tabs as the header is; UTF-8 |
/// | JSON | an array of objects, or one object after another (JSONL) |
/// | Arrow | an IPC file (Feather) or stream, uncompressed or with LZ4 |
///
/// Any may be gzipped. The columns: `name`; `type`, one of [`GazetteerEntry::LABELS`] in any case;
/// `id`, a string or number; `aliases`, a list, or a string in which `|` separates them;
/// `case_sensitive` and `accent_sensitive`, true or false. Only the first two must be there.
/// Other columns are passed over.
///
/// ```
/// # let dir = std::env::temp_dir().join(format!("copydesk-doc-gazetteer-{}", std::process::id()));
/// # std::fs::create_dir_all(&dir).unwrap();
/// # let path = dir.join("companies.csv");
/// # let path = path.to_str().unwrap();
/// std::fs::write(path, "name,type,id,aliases\nHarbour Line,ORG,c-7,HL|HL Shipping\n").unwrap();
/// let entries = copydesk_io::read_gazetteer(path)?;
/// assert_eq!(entries[0].aliases, ["HL", "HL Shipping"]);
/// assert_eq!(copydesk_io::gazetteer_name(path), "companies");
/// # std::fs::remove_dir_all(dir).unwrap();
/// # Ok::<(), copydesk_core::Error>(())
/// ```
///
/// # Errors
/// Of kind [`ErrorKind::Read`](copydesk_core::ErrorKind::Read) where the file cannot be read, and of kind
/// [`ErrorKind::Configuration`](copydesk_core::ErrorKind::Configuration) where it holds something else; the message names the line or row,
/// the column, and what to do.
pub fn read_gazetteer(path: &str) -> Result<Vec<GazetteerEntry>, Error> {
    read_table::<GazetteerRow>(path)
}

/// Reads a list of names from a stream, as if it were a file of that name.
///
/// ```
/// let json = &br#"[{"name": "Harbour Line", "type": "ORG"}, {"name": "HL", "type": "SHIP"}]"#[..];
/// let error = copydesk_io::read_gazetteer_from("names.json", json).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "item 2 of names.json: type \"SHIP\" is unknown; use one of PERSON, NORP, FAC, ORG, GPE, \
///      LOC, PRODUCT, EVENT, WORK_OF_ART, LAW, LANGUAGE, TITLE",
/// );
/// ```
///
/// # Errors
/// As [`read_gazetteer`].
pub fn read_gazetteer_from(name: &str, reader: impl Read) -> Result<Vec<GazetteerEntry>, Error> {
    read_table_from::<GazetteerRow>(name, reader)
}

/// What mentions call a gazetteer: the name of its file without folder and extensions.
///
/// ```
/// assert_eq!(copydesk_io::gazetteer_name("lists/ships.csv.gz"), "ships");
/// ```
pub fn gazetteer_name(path: &str) -> String {
    let name = Path::new(path).file_name().unwrap_or_default();
    let name = name.to_string_lossy();
    let plain = name.strip_suffix(".gz").unwrap_or(&name);
    match plain.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem.to_owned(),
        _ => plain.to_owned(),
    }
}
