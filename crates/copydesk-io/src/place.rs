//! Where in its inputs a reader stands: what an interrupted run needs to go on.

use serde::{Deserialize, Serialize};

/// The place of one item among all that [`Sources`](crate::Sources) yields, documents and
/// failures alike.
///
/// Items are numbered in an order that the inputs decide alone, so the same inputs with the same
/// options give every item the same place again.
///
/// ```
/// use copydesk_io::{ReadOptions, Sources};
/// let rows = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
/// let mut sources = Sources::from_reader("rows.jsonl", rows.as_bytes(), ReadOptions::default())?;
/// assert!(sources.place().is_none());
/// sources.next();
/// sources.next();
/// let place = sources.place().unwrap();
/// assert_eq!((&*place.input, place.item, place.first), ("rows.jsonl", 1, 0));
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The file the item came from, as given or found; `-` is standard input.
    pub input: String,
    /// Number of the item among all, from 0.
    pub item: u64,
    /// Number of the file among all, from 0.
    pub file: u64,
    /// Number of the first item of that file.
    pub first: u64,
}
