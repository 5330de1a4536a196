//! Records as Arrow arrays: what is in the record's JSON is in the table, and a new field of the record
//! is one line in the schema.

use std::{borrow::Borrow, mem, sync::Arc};

use arrow_array::{RecordBatch, cast::AsArray};
use arrow_schema::Field;
use copydesk_core::record::Article;
use serde::Serialize;

use super::{arrow_schema, column::Column};

/// A table of articles, one row each, with the columns of [`arrow_schema`](fn@arrow_schema).
///
/// Memory is a few times that of the records. Make batches of some hundred articles.
///
/// ```
/// let article = copydesk_core::record::Article { text: "The dam held.".into(), ..Default::default() };
/// let batch = copydesk_io::to_arrow(&[article]);
/// assert_eq!(batch.num_rows(), 1);
/// assert_eq!(batch.schema(), copydesk_io::arrow_schema());
/// ```
pub fn to_arrow<A: Borrow<Article>>(articles: &[A]) -> RecordBatch {
    let mut rows = ArrowRows::default();
    for article in articles {
        rows.push(article.borrow());
    }
    rows.finish()
}

/// Rows of a table that grows by one record at a time, so that the records need not be kept.
///
/// ```
/// use copydesk_core::record::Article;
/// let mut rows = copydesk_io::ArrowRows::default();
/// rows.push(&Article { text: "The dam held.".into(), ..Article::default() });
/// assert_eq!(rows.len(), 1);
/// assert!(rows.bytes() > 100);
/// assert_eq!(rows.finish().num_rows(), 1);
/// assert!(rows.is_empty());
/// ```
#[derive(Debug)]
pub struct ArrowRows(Column);

impl Default for ArrowRows {
    fn default() -> Self {
        let fields = arrow_schema().fields().clone();
        let record = Field::new_struct("record", fields, false);
        Self(Column::new(&Arc::new(record)))
    }
}

impl ArrowRows {
    /// Puts a record in as the last row. A text that would take a column of a batch beyond 2 GiB is
    /// null: finish batches long before.
    pub fn push(&mut self, article: &Article) {
        let fits = article.serialize(&mut self.0);
        fits.expect("no value of a record is one that no column is for");
    }

    /// How many records are in.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What they take, in bytes.
    pub fn bytes(&self) -> usize {
        self.0.bytes()
    }

    /// The batch of these rows; the next one begins.
    pub fn finish(&mut self) -> RecordBatch {
        let rows = mem::take(self).0.finish();
        RecordBatch::from(rows.as_struct())
    }
}
