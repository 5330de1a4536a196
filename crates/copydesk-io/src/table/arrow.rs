//! Tables in Arrow: IPC files and streams, and batches that a caller holds.

use std::io::Cursor;

use arrow_array::{
    Array, RecordBatch,
    cast::AsArray,
    types::{
        Date32Type, Date64Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
        Int64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
        TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
    },
};
use arrow_ipc::reader::{FileReader, StreamReader};
use arrow_schema::{ArrowError, DataType, Schema, TimeUnit};
use copydesk_core::{Error, parallel::guard};

use super::{
    Place, TableCell, refused,
    row::{self, TableRow},
};

/// Reads a table from Arrow batches of one schema; `name` is what errors call it.
///
/// The columns are those of the row. Strings may be of any width, views or dictionaries, and days
/// dates, timestamps or strings; where a row takes lists, these may be lists of them.
///
/// # Errors
/// Of kind [`ErrorKind::Configuration`](copydesk_core::ErrorKind::Configuration) where a batch
/// cannot be had, or holds something else than the row can.
pub fn table_from_arrow<R: TableRow>(
    name: &str,
    schema: &Schema,
    batches: impl IntoIterator<Item = Result<RecordBatch, ArrowError>>,
) -> Result<Vec<R::Entry>, Error> {
    let names = schema.fields().iter().map(|field| field.name().as_str());
    let columns = row::header::<R>(names).map_err(|what| refused(name, &what))?;
    let mut entries = Vec::new();
    let mut rows = 0;
    for batch in batches {
        let batch = batch.map_err(|error| failed(name, &error))?;
        for at in 0..batch.num_rows() {
            rows += 1;
            let mut row = R::default();
            for (column, place) in columns.iter().enumerate() {
                if let Some(place) = *place {
                    row.cells_mut()[column] = cell(batch.column(place), at);
                }
            }
            if !row.is_blank() {
                entries.push(row.entry(&Place::Row(rows).of(name))?);
            }
        }
    }
    Ok(entries)
}

/// Reads an IPC file or stream.
pub(super) fn read<R: TableRow>(name: &str, bytes: &[u8]) -> Result<Vec<R::Entry>, Error> {
    // On damaged offsets arrow-ipc panics (60.1).
    guard(|| read_ipc::<R>(name, bytes)).unwrap_or_else(|failure| {
        let what = format!("damaged Arrow data ({failure}); write the file again");
        Err(refused(name, &what))
    })
}

fn read_ipc<R: TableRow>(name: &str, bytes: &[u8]) -> Result<Vec<R::Entry>, Error> {
    let source = Cursor::new(bytes);
    if bytes.starts_with(b"ARROW1") {
        let reader = FileReader::try_new(source, None).map_err(|error| failed(name, &error))?;
        let schema = reader.schema();
        return table_from_arrow::<R>(name, &schema, reader);
    }
    let reader = StreamReader::try_new(source, None).map_err(|error| failed(name, &error))?;
    let schema = reader.schema();
    table_from_arrow::<R>(name, &schema, reader)
}

fn failed(name: &str, error: &ArrowError) -> Error {
    let what = format!(
        "{error}; write it as an Arrow IPC file or stream, uncompressed, or with LZ4 or Zstandard"
    );
    refused(name, &what)
}

macro_rules! numbers {
    ($array:ident, $at:ident, $($data_type:pat => $numbers:ty,)+) => {
        match $array.data_type() {
            $($data_type => Some($array.as_primitive::<$numbers>().value($at).to_string()),)+
            _ => None,
        }
    };
}

/// What row `at` of a column holds.
pub(crate) fn cell(array: &dyn Array, at: usize) -> TableCell {
    if array.is_null(at) {
        return TableCell::Missing;
    }
    let text = |text: &str| TableCell::Text(text.to_owned());
    match array.data_type() {
        DataType::Null => TableCell::Missing,
        DataType::Utf8 => text(array.as_string::<i32>().value(at)),
        DataType::LargeUtf8 => text(array.as_string::<i64>().value(at)),
        DataType::Utf8View => text(array.as_string_view().value(at)),
        DataType::Boolean => TableCell::Bool(array.as_boolean().value(at)),
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary();
            let TableCell::Number(key) = cell(dictionary.keys(), at) else {
                return TableCell::Missing;
            };
            match key.parse() {
                Ok(key) if key < dictionary.values().len() => cell(dictionary.values(), key),
                _ => TableCell::Missing,
            }
        }
        DataType::List(_) => list(&array.as_list::<i32>().value(at)),
        DataType::LargeList(_) => list(&array.as_list::<i64>().value(at)),
        DataType::FixedSizeList(..) => list(&array.as_fixed_size_list().value(at)),
        DataType::Date32 | DataType::Date64 | DataType::Timestamp(..) => day(array, at),
        DataType::Float32 => number(f64::from(array.as_primitive::<Float32Type>().value(at))),
        DataType::Float64 => number(array.as_primitive::<Float64Type>().value(at)),
        other => numbers!(array, at,
            DataType::Int8 => Int8Type,
            DataType::Int16 => Int16Type,
            DataType::Int32 => Int32Type,
            DataType::Int64 => Int64Type,
            DataType::UInt8 => UInt8Type,
            DataType::UInt16 => UInt16Type,
            DataType::UInt32 => UInt32Type,
            DataType::UInt64 => UInt64Type,
        )
        .map_or_else(
            || TableCell::Other(format!("of the Arrow type {other}")),
            TableCell::Number,
        ),
    }
}

fn list(values: &dyn Array) -> TableCell {
    TableCell::List((0..values.len()).map(|at| cell(values, at)).collect())
}

/// Data frames make floats of numbers where some are missing, and NaN of those.
fn number(value: f64) -> TableCell {
    if value.is_nan() {
        return TableCell::Missing;
    }
    TableCell::Number(value.to_string())
}

/// A date, or the day of a timestamp.
fn day(array: &dyn Array, at: usize) -> TableCell {
    let day = match array.data_type() {
        DataType::Date32 => array.as_primitive::<Date32Type>().value_as_date(at),
        DataType::Date64 => array.as_primitive::<Date64Type>().value_as_date(at),
        DataType::Timestamp(TimeUnit::Second, _) => {
            let array = array.as_primitive::<TimestampSecondType>();
            array.value_as_date(at)
        }
        DataType::Timestamp(TimeUnit::Millisecond, _) => {
            let array = array.as_primitive::<TimestampMillisecondType>();
            array.value_as_date(at)
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            let array = array.as_primitive::<TimestampMicrosecondType>();
            array.value_as_date(at)
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            let array = array.as_primitive::<TimestampNanosecondType>();
            array.value_as_date(at)
        }
        _ => None,
    };
    match day {
        Some(day) => TableCell::Day(day.to_string()),
        None => TableCell::Other("beyond the calendar".to_owned()),
    }
}
