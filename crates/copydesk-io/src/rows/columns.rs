//! Which columns of a table matter, and a document of a row.

use arrow_array::RecordBatch;
use arrow_schema::Schema;
use copydesk_core::{Format, RawDocument};

use crate::{
    jsonl::{CONTENT, NAME},
    table::{
        arrow_cell as cell,
        documents::{content, day, document, holds_documents, name},
    },
};

/// Columns that say when a page was fetched, in the order they are tried. A column `date` may be
/// that or the day of publication, so it is left alone.
const FETCHED: [&str; 5] = [
    "fetched",
    "fetch_time",
    "crawl_date",
    "warc_date",
    "date_download",
];

/// The places of the columns that matter.
#[derive(Debug)]
pub(super) struct Columns {
    content: usize,
    name: String,
    names: Vec<usize>,
    fetched: Option<usize>,
}

impl Columns {
    /// Finds them; `field` is the column with the documents, if it was chosen.
    pub(super) fn new(schema: &Schema, field: Option<&str>) -> Result<Self, String> {
        let place = |name: &str| {
            schema
                .fields()
                .iter()
                .position(|field| field.name() == name)
        };
        let content = match field {
            Some(field) => place(field).ok_or_else(|| {
                format!("no column `{field}`; name the column with the text in jsonl_field")
            })?,
            None => CONTENT.into_iter().find_map(place).ok_or_else(|| {
                format!(
                    "none of the columns `{}`; name the column with the text in jsonl_field",
                    CONTENT.join("`, `")
                )
            })?,
        };
        let column = schema.field(content);
        if !holds_documents(column.data_type()) {
            return Err(format!(
                "the column `{}` is of the type {}; it has to hold strings or bytes",
                column.name(),
                column.data_type()
            ));
        }
        Ok(Self {
            content,
            name: column.name().clone(),
            names: NAME.into_iter().filter_map(place).collect(),
            fetched: FETCHED.into_iter().find_map(place),
        })
    }

    /// Their places in order.
    #[cfg(feature = "parquet")]
    pub(super) fn places(&self) -> Vec<usize> {
        let mut places = vec![self.content];
        places.extend(&self.names);
        places.extend(self.fetched);
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The place of the documents.
    #[cfg(feature = "parquet")]
    pub(super) fn content(&self) -> usize {
        self.content
    }

    /// The document of a row; `None` where it is larger than `limit`.
    pub(super) fn document(
        &self,
        batch: &RecordBatch,
        at: usize,
        limit: usize,
    ) -> Result<Option<RawDocument>, String> {
        let Some(found) = content(batch.column(self.content), at) else {
            return Err(format!("the column `{}` is empty in this row", self.name));
        };
        if found.0.len() > limit {
            return Ok(None);
        }
        let mut names = self
            .names
            .iter()
            .map(|&at_name| cell(batch.column(at_name), at));
        Ok(Some(RawDocument {
            uri: names.find_map(name),
            fetched: (self.fetched).and_then(|fetched| day(cell(batch.column(fetched), at))),
            format: match &*self.name {
                "html" => Format::Html,
                _ => Format::Auto,
            },
            ..document(found)
        }))
    }
}
