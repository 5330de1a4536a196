//! A user's table of offices and of those who held them.
//!
//! All formats have the same columns, in any order: `office`, `of` and `holder`, and where they
//! are known `from` and `to`; others are passed over. What a cell may hold is in [`row`].

mod row;

use std::io::Read;

use copydesk_core::{Error, RoleEntry};

use crate::table::{read_table, read_table_from};

pub use row::RoleRow;

/// Reads a table of offices from a file: CSV, JSON or, with the feature `arrow`, Arrow IPC, as
/// [`read_table`] does.
///
/// The columns: `office`, such as `Foreign Minister`; `of`, the country, body or company whose
/// office it is, by a name or by its id in the user's list of names; `holder`, likewise; `from`,
/// the first day, and `to`, the first day on which it was no longer so, as `2021-10-14`. Only the
/// first three must be there.
///
/// ```
/// # let dir = std::env::temp_dir().join(format!("copydesk-doc-roles-{}", std::process::id()));
/// # std::fs::create_dir_all(&dir).unwrap();
/// # let path = dir.join("offices.csv");
/// # let path = path.to_str().unwrap();
/// std::fs::write(
///     path,
///     "office,of,holder,from,to\nForeign Minister,Norway,Ingrid Solheim,2021-10-14,\n",
/// ).unwrap();
/// let roles = copydesk_io::read_roles(path)?;
/// assert_eq!(roles[0].from.as_deref(), Some("2021-10-14"));
/// # std::fs::remove_dir_all(dir).unwrap();
/// # Ok::<(), copydesk_core::Error>(())
/// ```
///
/// # Errors
/// As [`read_table`]; also where a date is no day of the calendar, and where `to` is not behind
/// `from`.
pub fn read_roles(path: &str) -> Result<Vec<RoleEntry>, Error> {
    read_table::<RoleRow>(path)
}

/// Reads a table of offices from a stream, as if it were a file of that name.
///
/// ```
/// let csv = &b"office,of,holder,from\nMayor,Oslo,Kari Lund,2023-02-30\n"[..];
/// let error = copydesk_io::read_roles_from("mayors.csv", csv).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "line 2 of mayors.csv: from is \"2023-02-30\", which is no day; write one as 2021-10-14, \
///      or leave it empty",
/// );
/// ```
///
/// # Errors
/// As [`read_roles`].
pub fn read_roles_from(name: &str, reader: impl Read) -> Result<Vec<RoleEntry>, Error> {
    read_table_from::<RoleRow>(name, reader)
}
