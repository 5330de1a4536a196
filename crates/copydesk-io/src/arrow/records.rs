//! Records from tables: a row is made JSON again and read as that, so what holds there holds here.

use std::{fmt, fs::File, io::BufReader};

use arrow_array::{
    Array, RecordBatch,
    cast::AsArray,
    types::{Float32Type, Float64Type, Int32Type, UInt32Type, UInt64Type},
};
use arrow_ipc::reader::FileReader;
use arrow_schema::{ArrowError, DataType};
use copydesk_core::{parallel::guard, record::Article};
use serde_json::{Map, Value};

use crate::failure::ReadFailure;

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
pub(super) fn value(array: &dyn Array, at: usize) -> Value {
    if array.is_null(at) {
        return Value::Null;
    }
    match array.data_type() {
        DataType::Utf8 => array.as_string::<i32>().value(at).into(),
        DataType::Boolean => array.as_boolean().value(at).into(),
        DataType::UInt32 => array.as_primitive::<UInt32Type>().value(at).into(),
        DataType::UInt64 => array.as_primitive::<UInt64Type>().value(at).into(),
        DataType::Int32 => array.as_primitive::<Int32Type>().value(at).into(),
        DataType::Float32 => array.as_primitive::<Float32Type>().value(at).into(),
        DataType::Float64 => array.as_primitive::<Float64Type>().value(at).into(),
        DataType::List(_) => {
            let items = array.as_list::<i32>().value(at);
            (0..items.len()).map(|at| value(&items, at)).collect()
        }
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
        _ => Value::Null,
    }
}
