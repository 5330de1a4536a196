//! What may be chosen about reading.

use std::ops::Deref;

use copydesk_core::{Error, ErrorKind, MAX_DOCUMENT_BYTES};

use crate::filter::{Filter, ReadFilter};

/// Options of [`Sources`](crate::Sources).
///
/// ```
/// let mut options = copydesk_io::ReadOptions::default();
/// options.jsonl_field = Some("article".to_owned());
/// assert_eq!(options.max_document_bytes, 256 << 20);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadOptions {
    /// Bytes of one document after decompression, at most; a larger one is reported and
    /// skipped. It bounds the memory of a reader and defuses decompression bombs. Default
    /// 256 MiB; values above [`MAX_DOCUMENT_BYTES`] mean that limit.
    pub max_document_bytes: u64,
    /// The field of JSONL, or the column of a table, that holds the document. Default `None`: the
    /// first present of `text`, `html`, `content`, `body`.
    pub jsonl_field: Option<String>,
    /// Whether WARC responses of every HTTP status are read. Default `false`: those of
    /// [`ReadFilter::statuses`].
    pub every_status: bool,
    /// What is read of archives and tables. Default: all pages with status 200.
    pub filter: ReadFilter,
}

/// Options that were found to make sense.
#[derive(Debug)]
pub(crate) struct Settings {
    options: ReadOptions,
    pub(crate) filter: Filter,
}

impl Settings {
    pub(crate) fn new(options: ReadOptions) -> Result<Self, Error> {
        options.check()?;
        let filter = Filter::new(&options.filter)?;
        Ok(Self { options, filter })
    }
}

impl Deref for Settings {
    type Target = ReadOptions;

    fn deref(&self) -> &ReadOptions {
        &self.options
    }
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            max_document_bytes: 256 << 20,
            jsonl_field: None,
            every_status: false,
            filter: ReadFilter::default(),
        }
    }
}

impl ReadOptions {
    fn check(&self) -> Result<(), Error> {
        if self.max_document_bytes == 0 {
            return Err(Error::new(
                ErrorKind::Configuration,
                "max_document_bytes is 0, which no document fits; give a positive number of bytes",
            ));
        }
        Ok(())
    }

    /// The bound that holds, in bytes.
    pub(crate) fn limit(&self) -> usize {
        let limit = self.max_document_bytes.min(MAX_DOCUMENT_BYTES);
        // Where `usize` is too narrow, what fits in memory is the bound.
        usize::try_from(limit).unwrap_or(usize::MAX / 2)
    }

    /// What to say where a document exceeds the bound.
    pub(crate) fn too_large(&self) -> String {
        let limit = self.limit();
        if limit as u64 == MAX_DOCUMENT_BYTES {
            format!("larger than {limit} bytes, the most that a document can have; split it")
        } else {
            format!(
                "larger than the limit of {limit} bytes for one document; \
                 raise max_document_bytes if it is meant to be so large"
            )
        }
    }
}
