//! Lists of names in Arrow: IPC files and streams, and batches that a caller holds.

use std::io::Cursor;

use arrow_array::{
    Array, RecordBatch,
    cast::AsArray,
    types::{
        Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type,
        UInt32Type, UInt64Type,
    },
};
use arrow_ipc::reader::{FileReader, StreamReader};
use arrow_schema::{ArrowError, DataType, Schema};
use copydesk_core::{Error, GazetteerEntry, parallel::guard};

use super::{
    Place, refused,
    row::{self, GazetteerCell, GazetteerRow},
};

/// Reads a list of names from Arrow batches of one schema; `name` is what errors call the table.
///
/// The columns are those of [`read_gazetteer`](crate::read_gazetteer). Strings may be of any
/// width, views or dictionaries; aliases may be lists of these.
///
/// # Errors
/// Of kind [`ErrorKind::Configuration`](copydesk_core::ErrorKind::Configuration) where a batch
/// cannot be had, or holds something else than names.
pub fn gazetteer_from_arrow(
    name: &str,
    schema: &Schema,
    batches: impl IntoIterator<Item = Result<RecordBatch, ArrowError>>,
) -> Result<Vec<GazetteerEntry>, Error> {
    let names = schema.fields().iter().map(|field| field.name().as_str());
    let columns = row::header(names).map_err(|what| refused(name, &what))?;
    let mut entries = Vec::new();
    let mut rows = 0;
    for batch in batches {
        let batch = batch.map_err(|error| failed(name, &error))?;
        for at in 0..batch.num_rows() {
            rows += 1;
            let mut row = GazetteerRow::default();
            for (column, place) in columns.iter().enumerate() {
                if let Some(place) = *place {
                    row.put(column, cell(batch.column(place), at));
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
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Vec<GazetteerEntry>, Error> {
    // On damaged offsets arrow-ipc panics (60.1).
    guard(|| read_ipc(name, bytes)).unwrap_or_else(|failure| {
        let what = format!("damaged Arrow data ({failure}); write the file again");
        Err(refused(name, &what))
    })
}

fn read_ipc(name: &str, bytes: &[u8]) -> Result<Vec<GazetteerEntry>, Error> {
    let source = Cursor::new(bytes);
    if bytes.starts_with(b"ARROW1") {
        let reader = FileReader::try_new(source, None).map_err(|error| failed(name, &error))?;
        let schema = reader.schema();
        return gazetteer_from_arrow(name, &schema, reader);
    }
    let reader = StreamReader::try_new(source, None).map_err(|error| failed(name, &error))?;
    let schema = reader.schema();
    gazetteer_from_arrow(name, &schema, reader)
}

fn failed(name: &str, error: &ArrowError) -> Error {
    let what =
        format!("{error}; write it as an Arrow IPC file or stream, uncompressed or with LZ4");
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
fn cell(array: &dyn Array, at: usize) -> GazetteerCell {
    if array.is_null(at) {
        return GazetteerCell::Missing;
    }
    let text = |text: &str| GazetteerCell::Text(text.to_owned());
    match array.data_type() {
        DataType::Null => GazetteerCell::Missing,
        DataType::Utf8 => text(array.as_string::<i32>().value(at)),
        DataType::LargeUtf8 => text(array.as_string::<i64>().value(at)),
        DataType::Utf8View => text(array.as_string_view().value(at)),
        DataType::Boolean => GazetteerCell::Bool(array.as_boolean().value(at)),
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary();
            let GazetteerCell::Number(key) = cell(dictionary.keys(), at) else {
                return GazetteerCell::Missing;
            };
            match key.parse() {
                Ok(key) if key < dictionary.values().len() => cell(dictionary.values(), key),
                _ => GazetteerCell::Missing,
            }
        }
        DataType::List(_) => list(&array.as_list::<i32>().value(at)),
        DataType::LargeList(_) => list(&array.as_list::<i64>().value(at)),
        DataType::FixedSizeList(..) => list(&array.as_fixed_size_list().value(at)),
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
            || GazetteerCell::Other(format!("of the Arrow type {other}")),
            GazetteerCell::Number,
        ),
    }
}

fn list(values: &dyn Array) -> GazetteerCell {
    GazetteerCell::List((0..values.len()).map(|at| cell(values, at)).collect())
}

/// Data frames make floats of numbers where some are missing, and NaN of those.
fn number(value: f64) -> GazetteerCell {
    if value.is_nan() {
        return GazetteerCell::Missing;
    }
    GazetteerCell::Number(value.to_string())
}
