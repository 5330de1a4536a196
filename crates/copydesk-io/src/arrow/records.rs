//! Records from tables: a row is made JSON again and read as that, so what holds there holds here.

use std::{fmt, fs::File, io::BufReader};

use arrow_array::{Array, RecordBatch, RecordBatchReader, cast::AsArray, types::Float32Type};
use arrow_ipc::reader::FileReader;
use arrow_schema::{ArrowError, DataType, Schema};
use copydesk_core::{
    Error, ErrorKind,
    parallel::guard,
    record::{Article, SCHEMA},
};
use serde_json::{Map, Value};

use super::arrow_schema;
use crate::{
    failure::ReadFailure,
    table::{TableCell, arrow_cell},
};

/// Columns without which a row is no record; the others are empty where they are left out.
const NEEDED: [&str; 4] = ["id", "source", "text", "offsets"];

type Items = Box<dyn Iterator<Item = Result<Article, ReadFailure>> + Send>;

/// The records of an Arrow IPC file.
pub(crate) fn read_arrow(file: File, uri: String) -> Result<Items, ReadFailure> {
    let reader = guarded(&uri, || FileReader::try_new(BufReader::new(file), None))?;
    Ok(records(reader, uri))
}

/// The records of a Parquet file.
#[cfg(feature = "parquet")]
pub(crate) fn read_parquet(file: File, uri: String) -> Result<Items, ReadFailure> {
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
    let reader = guarded(&uri, || {
        ParquetRecordBatchReaderBuilder::try_new(file)
            .and_then(|builder| builder.with_batch_size(64).build())
    })?;
    Ok(records(reader, uri))
}

/// The records in a table that a caller holds: what [`to_arrow`](super::to_arrow) made, what
/// [`ArrowRecords`](super::ArrowRecords) gave, or what an engine made of these; `name` is what errors call it.
///
/// Columns that are no fields of the record are passed over. Those that are left out are empty, but for
/// `id`, `source`, `text` and `offsets`, which a record needs. A row that is no record is a failure in
/// its place.
///
/// ```
/// use arrow_array::RecordBatchIterator;
/// use copydesk_core::record::Article;
/// let article = Article { title: Some("The dam held".into()), ..Article::default() };
/// let batch = copydesk_io::to_arrow(&[article]);
/// let table = RecordBatchIterator::new([Ok(batch.clone())], batch.schema());
/// let mut records = copydesk_io::records_from_arrow("table", table)?;
/// assert_eq!(records.next().unwrap().unwrap().title.as_deref(), Some("The dam held"));
/// # Ok::<(), copydesk_core::Error>(())
/// ```
///
/// # Errors
/// Of kind [`ErrorKind::Configuration`] where a column that a record needs is not there.
pub fn records_from_arrow(
    name: &str,
    batches: impl RecordBatchReader + Send + 'static,
) -> Result<impl Iterator<Item = Result<Article, ReadFailure>> + Send, Error> {
    check(&batches.schema())
        .map_err(|what| Error::new(ErrorKind::Configuration, format!("{name}: {what}")))?;
    Ok(records(batches, name.to_owned()))
}

/// Whether a table has the columns of records; if not, what is missing.
fn check(schema: &Schema) -> Result<(), String> {
    let Some(missing) = NEEDED.iter().find(|name| schema.index_of(name).is_err()) else {
        return Ok(());
    };
    let names = schema.fields().iter().take(12);
    let names: Vec<_> = names.map(|field| format!("`{}`", field.name())).collect();
    let more = if schema.fields().len() > names.len() {
        ", …"
    } else {
        ""
    };
    Err(format!(
        "there is no column `{missing}`, which a record needs; its columns are {}{more}. Give a \
         table as `to_arrow` makes and `copydesk read` writes it, with at least the columns {}",
        names.join(", "),
        NEEDED.join(", ")
    ))
}

/// What a reader of tables gives. On damaged data these panic.
fn guarded<T, E: fmt::Display>(
    uri: &str,
    read: impl FnOnce() -> Result<T, E>,
) -> Result<T, ReadFailure> {
    match guard(read) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(no_table(uri, &error.to_string())),
        Err(failure) => Err(no_table(uri, &format!("damaged: {failure}"))),
    }
}

fn no_table(uri: &str, why: &str) -> ReadFailure {
    let message = format!("no table of records ({why}); give what `copydesk read` wrote");
    ReadFailure::new(uri, message)
}

fn records(
    mut batches: impl Iterator<Item = Result<RecordBatch, ArrowError>> + Send + 'static,
    uri: String,
) -> Items {
    let mut row = 0u64;
    let name = uri.clone();
    let mut ended = false;
    let batches = std::iter::from_fn(move || {
        if ended {
            return None;
        }
        let batch = guarded(&name, || batches.next().transpose()).transpose();
        // What a reader does after an error is not said.
        ended = !matches!(batch, Some(Ok(_)));
        batch
    });
    Box::new(batches.flat_map(move |batch| -> Vec<_> {
        let batch = match batch {
            Ok(batch) => batch,
            Err(failure) => return vec![Err(failure)],
        };
        let read = (0..batch.num_rows()).map(|at| {
            row += 1;
            serde_json::from_value(record(&batch, at))
                .map_err(|error| no_table(&uri, &format!("row {row}: {error}")))
        });
        read.collect()
    }))
}

/// A row as the record's JSON has it.
fn record(batch: &RecordBatch, at: usize) -> Value {
    let schema = batch.schema();
    let mut fields = Map::new();
    for (field, column) in schema.fields().iter().zip(batch.columns()) {
        let value = match (field.name().as_str(), value(column, at)) {
            // Lists of five things there, and structs here.
            ("offsets", Value::Array(segments)) => {
                let segment = |segment| match segment {
                    Value::Object(mut fields) => SEGMENT
                        .iter()
                        .map(|name| fields.remove(*name).unwrap_or_default())
                        .collect(),
                    other => other,
                };
                segments.into_iter().map(segment).collect()
            }
            (_, value) => value,
        };
        if !value.is_null() {
            fields.insert(field.name().clone(), value);
        }
    }
    for field in arrow_schema().fields() {
        let absent = match field.data_type() {
            DataType::List(_) => Value::Array(Vec::new()),
            DataType::Float32 => 0.into(),
            _ if field.name() == "schema" => SCHEMA.into(),
            _ => continue,
        };
        if !NEEDED.contains(&field.name().as_str()) {
            fields.entry(field.name()).or_insert(absent);
        }
    }
    Value::Object(fields)
}

const SEGMENT: [&str; 5] = [
    "text_start",
    "text_end",
    "source_start",
    "source_end",
    "kind",
];

/// A value, without the fields that are null: the JSON leaves them out.
///
/// Tables come back from data frames, too, which have other types for the same: views, wide lists,
/// floats for whole numbers where some are missing, dates for strings.
fn value(array: &dyn Array, at: usize) -> Value {
    if array.is_null(at) {
        return Value::Null;
    }
    let list = |items: &dyn Array| (0..items.len()).map(|at| value(items, at)).collect();
    match array.data_type() {
        // Not by way of their digits, which are those of a 32-bit number.
        DataType::Float32 => array.as_primitive::<Float32Type>().value(at).into(),
        DataType::List(_) => list(&array.as_list::<i32>().value(at)),
        DataType::LargeList(_) => list(&array.as_list::<i64>().value(at)),
        DataType::ListView(_) => list(&array.as_list_view::<i32>().value(at)),
        DataType::LargeListView(_) => list(&array.as_list_view::<i64>().value(at)),
        DataType::FixedSizeList(..) => list(&array.as_fixed_size_list().value(at)),
        DataType::Struct(fields) => {
            let mut object = Map::new();
            for (field, column) in fields.iter().zip(array.as_struct().columns()) {
                let value = value(column, at);
                if !value.is_null() {
                    object.insert(field.name().clone(), value);
                }
            }
            Value::Object(object)
        }
        _ => match arrow_cell(array, at) {
            TableCell::Text(text) | TableCell::Day(text) => text.into(),
            TableCell::Bool(on) => on.into(),
            TableCell::Number(digits) => digits.parse().map_or(Value::Null, Value::Number),
            TableCell::Missing | TableCell::List(_) | TableCell::Other(_) => Value::Null,
        },
    }
}
