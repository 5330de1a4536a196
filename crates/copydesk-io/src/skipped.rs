//! What was passed over on purpose, counted.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// Counts of what a run passed over on purpose: not failures, but nothing to be silent about.
///
/// A live handle: clone it before the iterator is handed to threads, read it afterwards.
///
/// ```
/// use copydesk_io::{ReadOptions, Sources};
/// let rows = "{\"text\": \"One.\"}\n";
/// let sources = Sources::from_reader("rows.jsonl", rows.as_bytes(), ReadOptions::default())?;
/// let skipped = sources.skipped();
/// assert_eq!(sources.count(), 1);
/// assert_eq!(skipped.total(), 0);
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Skipped(Arc<Counters>);

#[derive(Debug, Default)]
struct Counters {
    files: AtomicU64,
    links: AtomicU64,
    record_types: AtomicU64,
    statuses: AtomicU64,
    media_types: AtomicU64,
    urls: AtomicU64,
    languages: AtomicU64,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Skip {
    File,
    Link,
    RecordType,
    Status,
    MediaType,
    Url,
    Language,
}

impl Skipped {
    /// Files in directories that are hidden or have another extension than those read.
    pub fn files(&self) -> u64 {
        self.get(Skip::File)
    }

    /// Links to directories that are walked anyway, and loops.
    pub fn links(&self) -> u64 {
        self.get(Skip::Link)
    }

    /// WARC records that hold no page: `warcinfo`, `request`, `metadata`, `revisit` and the like.
    pub fn record_types(&self) -> u64 {
        self.get(Skip::RecordType)
    }

    /// WARC responses with another HTTP status than those asked for, by default 200.
    pub fn statuses(&self) -> u64 {
        self.get(Skip::Status)
    }

    /// WARC records that are neither HTML nor plain text, or not of the media types asked for.
    pub fn media_types(&self) -> u64 {
        self.get(Skip::MediaType)
    }

    /// Documents whose address the filter does not let pass.
    pub fn urls(&self) -> u64 {
        self.get(Skip::Url)
    }

    /// Documents that are declared to be in other languages than those asked for.
    pub fn languages(&self) -> u64 {
        self.get(Skip::Language)
    }

    /// All of these.
    ///
    /// ```
    /// let skipped = copydesk_io::Skipped::default();
    /// assert_eq!((skipped.files(), skipped.statuses(), skipped.total()), (0, 0, 0));
    /// ```
    pub fn total(&self) -> u64 {
        let archives = self.record_types() + self.statuses() + self.media_types();
        self.files() + self.links() + archives + self.urls() + self.languages()
    }

    pub(crate) fn count(&self, skip: Skip) {
        self.counter(skip).fetch_add(1, Ordering::Relaxed);
    }

    fn get(&self, skip: Skip) -> u64 {
        self.counter(skip).load(Ordering::Relaxed)
    }

    fn counter(&self, skip: Skip) -> &AtomicU64 {
        match skip {
            Skip::File => &self.0.files,
            Skip::Link => &self.0.links,
            Skip::RecordType => &self.0.record_types,
            Skip::Status => &self.0.statuses,
            Skip::MediaType => &self.0.media_types,
            Skip::Url => &self.0.urls,
            Skip::Language => &self.0.languages,
        }
    }
}
