//! The batches of a Parquet file: only the columns that matter, one row group after another, a few
//! MiB of documents at once.
//!
//! *Known miss*: a page of a column is decompressed whole, so a file of a few huge pages takes as
//! much memory as its largest.

use std::{fs::File, io::Read, sync::Arc};

use bytes::Bytes;
use copydesk_core::parallel::guard;
use parquet::{
    arrow::{
        ProjectionMask,
        arrow_reader::{
            ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader,
            ParquetRecordBatchReaderBuilder,
        },
    },
    errors::ParquetError,
    file::reader::{ChunkReader, Length},
};

use super::{Batch, Batches, Stored, columns::Columns};
use crate::consumed::Consumed;

/// Bytes of documents in a batch, about.
const BATCH: u64 = 4 << 20;
/// Rows of a batch, at most.
const ROWS: u64 = 1024;

/// Opens a file; `field` is the column with the documents, if it was chosen.
pub(super) fn open(
    stored: Stored,
    field: Option<&str>,
    consumed: &Consumed,
) -> Result<Batches, String> {
    let store = match stored {
        Stored::File(file) => Store::File(Arc::new(file)),
        Stored::Bytes(bytes) => Store::Bytes(bytes.into()),
    };
    let loaded = guard(|| ArrowReaderMetadata::load(&store, ArrowReaderOptions::new()));
    let metadata = match loaded {
        Ok(Ok(metadata)) => metadata,
        Ok(Err(error)) => return Err(damaged(&error)),
        Err(failure) => return Err(damaged(&failure)),
    };
    let columns = Columns::new(metadata.schema(), field)?;
    let schema = metadata.parquet_schema();
    let mask = ProjectionMask::roots(schema, columns.places());
    // The first leaf of the column is the column itself: it holds strings or bytes.
    let leaves = 0..schema.num_columns();
    let leaf = leaves
        .into_iter()
        .find(|&leaf| schema.get_column_root_idx(leaf) == columns.content());
    Ok(Box::new(Groups {
        store,
        metadata,
        mask,
        leaf,
        group: 0,
        first: 0,
        row: 0,
        reader: None,
        consumed: consumed.clone(),
    }))
}

fn damaged(what: &dyn std::fmt::Display) -> String {
    format!("damaged Parquet data ({what}); write the file again")
}

/// The row groups of a file.
struct Groups {
    store: Store,
    metadata: ArrowReaderMetadata,
    mask: ProjectionMask,
    leaf: Option<usize>,
    /// The group that comes next, and the row it begins with.
    group: usize,
    first: u64,
    /// The row that comes next in the group being read.
    row: u64,
    reader: Option<ParquetRecordBatchReader>,
    consumed: Consumed,
}

impl Groups {
    /// Begins with the next group, of which there is one.
    fn begin(&mut self) -> Result<(), String> {
        let group = self.metadata.metadata().row_group(self.group);
        let rows = u64::try_from(group.num_rows()).unwrap_or(0);
        let bytes = self
            .leaf
            .map_or(0, |leaf| group.column(leaf).uncompressed_size());
        let each = u64::try_from(bytes).unwrap_or(0) / rows.max(1);
        let size = (BATCH / each.max(1)).clamp(1, ROWS) as usize;
        // The columns that are not read count as well: what is shown is how far the run is.
        let compressed = u64::try_from(group.compressed_size()).unwrap_or(0);
        self.consumed.add(compressed);
        let index = self.group;
        self.row = self.first;
        self.group += 1;
        self.first += rows;
        let metadata = self.metadata.clone();
        let builder =
            ParquetRecordBatchReaderBuilder::new_with_metadata(self.store.clone(), metadata)
                .with_projection(self.mask.clone())
                .with_row_groups(vec![index])
                .with_batch_size(size);
        self.reader = match guard(|| builder.build()) {
            Ok(Ok(reader)) => Some(reader),
            Ok(Err(error)) => return Err(damaged(&error)),
            Err(failure) => return Err(damaged(&failure)),
        };
        Ok(())
    }
}

impl Iterator for Groups {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        loop {
            let Some(reader) = &mut self.reader else {
                if self.group == self.metadata.metadata().num_row_groups() {
                    return None;
                }
                let begun = self.begin();
                if let Err(what) = begun {
                    return Some(Err((self.row, what)));
                }
                continue;
            };
            // On damaged pages parquet panics (60.1).
            let what = match guard(|| reader.next()) {
                Ok(Some(Ok(batch))) => {
                    let first = self.row;
                    self.row += batch.num_rows() as u64;
                    return Some(Ok((first, batch)));
                }
                Ok(None) => {
                    self.reader = None;
                    continue;
                }
                Ok(Some(Err(error))) => damaged(&error),
                Err(failure) => damaged(&failure),
            };
            self.reader = None;
            let lost = self.first.saturating_sub(self.row);
            return Some(Err((
                self.row,
                format!("{what}; {lost} rows are passed over"),
            )));
        }
    }
}

/// A source that can be read at any place, many times.
#[derive(Clone, Debug)]
enum Store {
    File(Arc<File>),
    Bytes(Bytes),
}

impl Length for Store {
    fn len(&self) -> u64 {
        match self {
            Self::File(file) => file.len(),
            Self::Bytes(bytes) => Length::len(bytes),
        }
    }
}

impl ChunkReader for Store {
    type T = Box<dyn Read>;

    fn get_read(&self, start: u64) -> Result<Self::T, ParquetError> {
        Ok(match self {
            Self::File(file) => Box::new(file.get_read(start)?),
            Self::Bytes(bytes) => Box::new(bytes.get_read(start)?),
        })
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes, ParquetError> {
        match self {
            Self::File(file) => file.get_bytes(start, length),
            Self::Bytes(bytes) => bytes.get_bytes(start, length),
        }
    }
}
