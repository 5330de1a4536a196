//! Which columns of a table matter, and a document of a row.

use arrow_array::{Array, RecordBatch, cast::AsArray};
use arrow_schema::{DataType, Schema};
use copydesk_core::{Format, RawDocument};

use crate::{
    jsonl::{CONTENT, NAME},
    table::{TableCell, arrow_cell as cell},
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
        let column = batch.column(self.content);
        let empty = || format!("the column `{}` is empty in this row", self.name);
        let within = |bytes: &[u8]| bytes.len() <= limit;
        let bytes = match column.data_type() {
            _ if column.is_null(at) => return Err(empty()),
            DataType::Binary => Some(column.as_binary::<i32>().value(at)),
            DataType::LargeBinary => Some(column.as_binary::<i64>().value(at)),
            DataType::BinaryView => Some(column.as_binary_view().value(at)),
            _ => None,
        };
        let document = match (bytes, text(column, at)) {
            (Some(bytes), _) if within(bytes) => RawDocument::from_bytes(bytes),
            (None, Some(text)) if within(text.as_bytes()) => RawDocument::from_text(text),
            (None, None) => match cell(column, at) {
                TableCell::Text(text) if within(text.as_bytes()) => RawDocument::from_text(text),
                TableCell::Text(_) => return Ok(None),
                _ => return Err(empty()),
            },
            _ => return Ok(None),
        };
        let mut names = self.names.iter().map(|&name| cell(batch.column(name), at));
        Ok(Some(RawDocument {
            uri: names.find_map(|cell| match cell {
                TableCell::Text(text) if !text.is_empty() => Some(text),
                TableCell::Number(number) => Some(number),
                _ => None,
            }),
            fetched: self
                .fetched
                .and_then(|fetched| match cell(batch.column(fetched), at) {
                    TableCell::Text(text) | TableCell::Day(text) if !text.is_empty() => Some(text),
                    _ => None,
                }),
            format: match &*self.name {
                "html" => Format::Html,
                _ => Format::Auto,
            },
            ..document
        }))
    }
}

fn holds_documents(data_type: &DataType) -> bool {
    match data_type {
        DataType::Utf8
        | DataType::LargeUtf8
        | DataType::Utf8View
        | DataType::Binary
        | DataType::LargeBinary
        | DataType::BinaryView => true,
        DataType::Dictionary(_, values) => {
            matches!(
                **values,
                DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View
            )
        }
        _ => false,
    }
}

/// A string where it lies.
fn text(column: &dyn Array, at: usize) -> Option<&str> {
    match column.data_type() {
        DataType::Utf8 => Some(column.as_string::<i32>().value(at)),
        DataType::LargeUtf8 => Some(column.as_string::<i64>().value(at)),
        DataType::Utf8View => Some(column.as_string_view().value(at)),
        _ => None,
    }
}
