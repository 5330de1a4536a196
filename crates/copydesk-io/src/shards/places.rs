//! Which document a record is of, while many are worked on at once.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use copydesk_core::{Error, RawDocument};

use crate::{failure::ReadFailure, place::Place, sources::Sources};

/// Hands on what [`Sources`] yields and notes the place of each item, for [`Places`].
///
/// ```
/// use copydesk_io::{Places, ReadOptions, Sources};
/// let rows = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
/// let sources = Sources::from_reader("rows.jsonl", rows.as_bytes(), ReadOptions::default())?;
/// let (mut documents, places) = Places::of(sources, None)?;
/// let first = documents.next().unwrap().unwrap();
/// assert_eq!(first.bytes, b"One.");
/// assert!(places.next().is_some() && places.next().is_none());
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Debug)]
pub struct PlacedSources {
    sources: Sources,
    noted: Noted,
}

/// The places of what was read, in its order: take one for each record.
///
/// ```
/// use copydesk_io::{Places, ReadOptions, Sources};
/// let rows = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
/// let sources = Sources::from_reader("rows.jsonl", rows.as_bytes(), ReadOptions::default())?;
/// let (sources, places) = Places::of(sources, None)?;
/// assert_eq!(sources.count(), 2);
/// assert_eq!(places.next().map(|place| place.item), Some(0));
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Debug)]
pub struct Places(Noted);

type Noted = Arc<Mutex<VecDeque<Place>>>;

impl Places {
    /// The documents behind a place, all without one, and the handle to their places.
    ///
    /// # Errors
    /// Where the sources end before that place.
    pub fn of(
        mut sources: Sources,
        behind: Option<&Place>,
    ) -> Result<(PlacedSources, Self), Error> {
        if let Some(place) = behind {
            sources.skip_behind(place)?;
        }
        let noted = Noted::default();
        let placed = PlacedSources {
            sources,
            noted: Arc::clone(&noted),
        };
        Ok((placed, Self(noted)))
    }

    /// The place of the document whose record is the next one.
    pub fn next(&self) -> Option<Place> {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        noted.pop_front()
    }
}

impl Iterator for PlacedSources {
    type Item = Result<RawDocument, ReadFailure>;

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.sources.next()?;
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        noted.extend(self.sources.place());
        Some(item)
    }
}
