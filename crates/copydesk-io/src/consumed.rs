//! How much of the input was read, for those who show progress.

use std::{
    io::{self, Read},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

/// Bytes of the input files that were read so far, as they lie on the disk: compressed.
///
/// A live handle: clone it before the iterator is handed to threads.
///
/// ```
/// use copydesk_io::{ReadOptions, Sources};
/// # let path = std::env::temp_dir().join(format!("copydesk-doc-consumed-{}.html", std::process::id()));
/// # let path = path.to_str().unwrap();
/// std::fs::write(path, "<p>Rain.").unwrap();
/// let sources = Sources::open([path], ReadOptions::default())?;
/// let consumed = sources.consumed();
/// assert_eq!(sources.count(), 1);
/// assert_eq!(consumed.bytes(), 8);
/// # std::fs::remove_file(path).unwrap();
/// # Ok::<(), copydesk_core::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Consumed(Arc<AtomicU64>);

impl Consumed {
    /// How many.
    pub fn bytes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    /// The files before the one that is opened now had so many.
    pub(crate) fn set(&self, bytes: u64) {
        self.0.store(bytes, Ordering::Relaxed);
    }

    /// So many more were read.
    pub(crate) fn add(&self, bytes: u64) {
        self.0.fetch_add(bytes, Ordering::Relaxed);
    }

    /// A reader that counts.
    pub(crate) fn count<R: Read>(&self, reader: R) -> Counting<R> {
        Counting {
            reader,
            consumed: self.clone(),
        }
    }
}

/// A file that counts what is read from it.
#[derive(Debug)]
pub(crate) struct Counting<R> {
    reader: R,
    consumed: Consumed,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        self.consumed.add(read as u64);
        Ok(read)
    }
}

#[cfg(feature = "arrow")]
impl<R: io::Seek> io::Seek for Counting<R> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.reader.seek(to)
    }
}
