//! The batches of an Arrow IPC file or stream.

use std::io::{Read, Seek, SeekFrom};

use arrow_array::RecordBatch;
use arrow_ipc::reader::{FileReader, StreamReader};
use arrow_schema::ArrowError;
use copydesk_core::parallel::guard;

use super::{Batch, Batches};

/// What an IPC file begins with; a stream begins with a message.
pub(crate) const MAGIC: &[u8] = b"ARROW1";

/// Batches of a file, which are read by their places, or of a stream, which ends with the first
/// that is damaged.
pub(super) fn ipc(mut source: impl Read + Seek + Send + 'static) -> Result<Batches, String> {
    let mut start = [0; MAGIC.len()];
    let whole = source.read_exact(&mut start).is_ok();
    source
        .seek(SeekFrom::Start(0))
        .map_err(|error| crate::failure::explain_io(&error))?;
    if whole && start == *MAGIC {
        let reader = opened(|| FileReader::try_new(source, None))?;
        let left = reader.num_batches();
        return Ok(Box::new(Ipc {
            reader,
            left,
            row: 0,
            stream: false,
        }));
    }
    let reader = opened(|| StreamReader::try_new(source, None))?;
    Ok(Box::new(Ipc {
        reader,
        left: usize::MAX,
        row: 0,
        stream: true,
    }))
}

/// On damaged data arrow-ipc panics (60.1).
fn opened<T>(open: impl FnOnce() -> Result<T, ArrowError>) -> Result<T, String> {
    match guard(open) {
        Ok(Ok(reader)) => Ok(reader),
        Ok(Err(error)) => Err(damaged(&error)),
        Err(failure) => Err(damaged(&failure)),
    }
}

fn damaged(what: &dyn std::fmt::Display) -> String {
    format!(
        "damaged Arrow data ({what}); write it again as an Arrow IPC file or stream, uncompressed \
         or with LZ4 or zstd"
    )
}

struct Ipc<R> {
    reader: R,
    /// Batches that there may still be.
    left: usize,
    row: u64,
    stream: bool,
}

impl<R: Iterator<Item = Result<RecordBatch, ArrowError>>> Iterator for Ipc<R> {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        self.left = self.left.checked_sub(1)?;
        let item = guard(|| self.reader.next());
        let what = match item {
            Ok(None) => {
                self.left = 0;
                return None;
            }
            Ok(Some(Ok(batch))) => {
                let first = self.row;
                self.row += batch.num_rows() as u64;
                return Some(Ok((first, batch)));
            }
            Ok(Some(Err(error))) => damaged(&error),
            Err(failure) => damaged(&failure),
        };
        if self.stream {
            self.left = 0;
        }
        Some(Err((self.row, what)))
    }
}
