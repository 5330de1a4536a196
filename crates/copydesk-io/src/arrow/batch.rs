//! Records as Arrow arrays.
//!
//! The record's own JSON, taken apart along the schema: what is in the one is in the other, and a
//! new field of the record is one line in the schema.

use std::{borrow::Borrow, sync::Arc};

use arrow_array::{
    ArrayRef, BooleanArray, Float32Array, Float64Array, Int32Array, ListArray, RecordBatch,
    StringArray, StructArray, UInt32Array, UInt64Array, new_null_array,
};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_schema::{DataType, FieldRef, Fields};
use copydesk_core::record::Article;
use serde_json::Value;

use super::arrow_schema;

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
    // Serialization fails on maps with keys that are no strings; the record has none.
    let records: Vec<Value> = (articles.iter())
        .map(|article| serde_json::to_value(article.borrow()).expect("an article is always JSON"))
        .collect();
    let rows: Vec<_> = records.iter().map(Some).collect();
    let schema = arrow_schema();
    let columns = columns(&schema.fields, &rows);
    RecordBatch::try_new(schema, columns).expect("each column is built from its field")
}

fn columns(fields: &Fields, rows: &[Option<&Value>]) -> Vec<ArrayRef> {
    let columns = fields.iter().enumerate();
    columns
        .map(|(at, field)| {
            let values: Vec<_> = rows.iter().map(|row| part(*row, at, field)).collect();
            column(field, &values)
        })
        .collect()
}

/// The value of a field of an object, or of a list of different things.
fn part<'a>(row: Option<&'a Value>, at: usize, field: &FieldRef) -> Option<&'a Value> {
    match row? {
        Value::Array(values) => values.get(at),
        object => object.get(field.name()),
    }
    .filter(|value| !value.is_null())
}

macro_rules! primitive {
    ($array:ty, $values:ident, $read:expr) => {
        Arc::new(<$array>::from_iter(
            $values.iter().map(|value| value.and_then($read)),
        ))
    };
}

fn column(field: &FieldRef, values: &[Option<&Value>]) -> ArrayRef {
    match field.data_type() {
        DataType::Utf8 => primitive!(StringArray, values, |value| value.as_str()),
        DataType::Boolean => primitive!(BooleanArray, values, Value::as_bool),
        DataType::Float64 => primitive!(Float64Array, values, Value::as_f64),
        DataType::Float32 => primitive!(Float32Array, values, |value| {
            value.as_f64().map(|number| number as f32)
        }),
        DataType::UInt64 => primitive!(UInt64Array, values, Value::as_u64),
        DataType::UInt32 => primitive!(UInt32Array, values, |value| {
            value.as_u64().map(|number| number as u32)
        }),
        DataType::Int32 => primitive!(Int32Array, values, |value| {
            value.as_i64().map(|number| number as i32)
        }),
        DataType::List(item) => list(item, field.is_nullable(), values),
        DataType::Struct(fields) => {
            let held: Vec<_> = values.iter().map(Option::is_some).collect();
            let columns = columns(fields, values);
            Arc::new(StructArray::new(fields.clone(), columns, Some(held.into())))
        }
        other => new_null_array(other, values.len()),
    }
}

fn list(item: &FieldRef, nullable: bool, values: &[Option<&Value>]) -> ArrayRef {
    let items = |value: Option<&'_ Value>| value.and_then(Value::as_array).map_or(0, Vec::len);
    let lengths = OffsetBuffer::from_lengths(values.iter().map(|value| items(*value)));
    let flat: Vec<_> = (values.iter())
        .filter_map(|value| value.and_then(Value::as_array))
        .flatten()
        .map(|value| Some(value).filter(|value| !value.is_null()))
        .collect();
    let held: Option<NullBuffer> = nullable.then(|| {
        let held: Vec<_> = values.iter().map(Option::is_some).collect();
        held.into()
    });
    let column = column(item, &flat);
    Arc::new(ListArray::new(Arc::clone(item), lengths, column, held))
}
