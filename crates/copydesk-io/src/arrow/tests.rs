use std::{collections::BTreeSet, fs, io::Cursor};

use arrow_array::{
    Array, RecordBatch, RecordBatchIterator,
    cast::AsArray,
    types::{Float32Type, Float64Type, Int32Type, UInt32Type, UInt64Type},
};
use arrow_ipc::reader::FileReader;
use arrow_schema::{DataType, Field};
use copydesk_core::record::Article;
use serde_json::Value;

use super::{ArrowWriter, LongRows, LongTable, arrow_schema, records_from_arrow, to_arrow};

/// A record that was written by hand and holds every field of statements.
const RECORD: &str = include_str!("../../../copydesk/tests/data/statements.json");
const SCHEMA: &str = include_str!("../../../copydesk/schema/article-1.json");

fn article() -> Article {
    serde_json::from_str(RECORD).unwrap()
}

/// The paths of all values that the JSON Schema knows.
fn paths(schema: &Value, root: &Value, at: &str, out: &mut BTreeSet<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        paths(&root["$defs"][&name["#/$defs/".len()..]], root, at, out);
    }
    for part in ["allOf", "anyOf"] {
        for one in schema[part].as_array().into_iter().flatten() {
            paths(one, root, at, out);
        }
    }
    // The segments of offsets are lists of different things.
    if schema["prefixItems"].is_array() {
        return;
    }
    if schema["items"].is_object() {
        paths(&schema["items"], root, at, out);
    }
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{at}.{name}");
        paths(field, root, &path, out);
        out.insert(path);
    }
}

fn columns(field: &Field, at: &str, out: &mut BTreeSet<String>) {
    match field.data_type() {
        DataType::List(item) => columns(item, at, out),
        DataType::Struct(_) if at == ".offsets" => {}
        DataType::Struct(fields) => {
            for field in fields {
                let path = format!("{at}.{}", field.name());
                columns(field, &path, out);
                out.insert(path);
            }
        }
        _ => {}
    }
}

#[test]
fn the_table_has_the_fields_of_the_json_schema() {
    let root: Value = serde_json::from_str(SCHEMA).unwrap();
    let (mut known, mut held) = (BTreeSet::new(), BTreeSet::new());
    paths(&root, &root, "", &mut known);
    for field in arrow_schema().fields() {
        let path = format!(".{}", field.name());
        columns(field, &path, &mut held);
        held.insert(path);
    }
    let missing: Vec<_> = known.symmetric_difference(&held).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(held.len() > 150);
}

/// A value of a table as JSON.
fn value(array: &dyn Array, at: usize) -> Value {
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
            let fields = fields.iter().zip(array.as_struct().columns());
            fields
                .map(|(field, column)| (field.name().clone(), value(column, at)))
                .collect()
        }
        other => panic!("{other}"),
    }
}

fn records(batch: &RecordBatch) -> Vec<Value> {
    let schema = batch.schema();
    let row = |at: usize| {
        let fields = schema.fields().iter().zip(batch.columns());
        let fields = fields.map(|(field, column)| (field.name().clone(), value(column, at)));
        fields.collect()
    };
    (0..batch.num_rows()).map(row).collect()
}

/// The same without what is null or empty, and with the segments of offsets as lists.
fn bare(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let keep = |(_, value): &(String, Value)| {
                !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty())
            };
            let fields = fields.into_iter().map(|(name, value)| (name, bare(value)));
            fields.filter(keep).collect()
        }
        Value::Array(items) => items.into_iter().map(bare).collect(),
        other => other,
    }
}

fn segments(mut record: Value) -> Value {
    for segment in record["offsets"].as_array_mut().into_iter().flatten() {
        let fields = [
            "text_start",
            "text_end",
            "source_start",
            "source_end",
            "kind",
        ];
        *segment = fields.iter().map(|name| segment[*name].clone()).collect();
    }
    record
}

#[test]
fn what_is_in_a_record_is_in_the_table() {
    let articles = [article(), Article::default(), article()];
    let found = records(&to_arrow(&articles));
    assert_eq!(found.len(), 3);
    for (found, article) in found.into_iter().zip(&articles) {
        let expected = bare(serde_json::to_value(article).unwrap());
        assert_eq!(bare(segments(found)), expected);
    }
}

#[test]
fn a_list_that_is_left_out_is_empty_and_another_value_null() {
    let batch = to_arrow(&[article()]);
    let record = &records(&batch)[0];
    assert_eq!(record["mentions"][0]["holders"], Value::Array(vec![]));
    assert_eq!(record["mentions"][0]["metonym_of"], Value::Null);
    assert_eq!(
        record["entities"][0]["identifiers"]["coordinates"],
        Value::Null
    );
    assert_eq!(record["events"][1]["when"], Value::Null);
}

#[test]
fn no_articles_are_an_empty_table() {
    let batch = to_arrow::<Article>(&[]);
    assert_eq!((batch.num_rows(), batch.schema()), (0, arrow_schema()));
}

#[test]
fn a_file_holds_all_batches_and_appears_when_it_is_complete() {
    let name = format!("copydesk-arrow-{}.arrow", std::process::id());
    let path = std::env::temp_dir().join(name);
    let mut writer = ArrowWriter::create(path.to_str().unwrap()).unwrap();
    for _ in 0..300 {
        writer.write(&article()).unwrap();
    }
    assert!(!path.exists());
    assert_eq!(writer.finish().unwrap(), 300);
    let bytes = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    let reader = FileReader::try_new(Cursor::new(bytes), None).unwrap();
    let rows: Vec<_> = reader.map(|batch| batch.unwrap().num_rows()).collect();
    assert_eq!(rows, [300]);
    // One that is given up leaves nothing behind.
    let writer = ArrowWriter::create(path.to_str().unwrap()).unwrap();
    drop(writer);
    assert!(!path.exists());
}

#[test]
fn a_long_table_has_a_row_for_each_item_of_its_list() {
    let article = article();
    let json = serde_json::to_value(&article).unwrap();
    for &table in LongTable::ALL {
        let mut rows = LongRows::new(table);
        rows.push(&Article::default());
        rows.push(&article);
        let list = json[table.as_str()].as_array().unwrap();
        assert_eq!(rows.len(), list.len(), "{table}");
        let batch = rows.finish();
        assert_eq!(batch.schema(), table.schema());
        for (at, item) in list.iter().enumerate() {
            let row = |name: &str| value(batch.column_by_name(name).unwrap(), at);
            assert_eq!((row("article"), row("number")), (1.into(), at.into()));
            // What the record has under the same name, and is not one of its entities.
            for name in [
                "start", "end", "text", "label", "status", "value", "kind", "root",
            ] {
                if let (Some(expected), Some(_)) = (item.get(name), batch.column_by_name(name)) {
                    assert_eq!(row(name), *expected, "{table}.{name}");
                }
            }
        }
    }
    assert!("people".parse::<LongTable>().is_err());
}

#[test]
fn a_record_needs_few_of_its_columns() {
    let batch = to_arrow(&[article()]);
    let keep = |names: &[&str]| {
        let at = names
            .iter()
            .map(|name| batch.schema().index_of(name).unwrap());
        let batch = batch.project(&at.collect::<Vec<_>>()).unwrap();
        let schema = batch.schema();
        records_from_arrow("table", RecordBatchIterator::new([Ok(batch)], schema))
    };
    let mut few = keep(&["text", "id", "source", "offsets", "title"]).unwrap();
    let few = few.next().unwrap().unwrap();
    let Article {
        id, title, text, ..
    } = article();
    assert_eq!((few.id, few.title, few.text), (id, title, text));
    assert!(few.mentions.is_empty());
    let refused = keep(&["text", "source"]).err().unwrap().to_string();
    assert!(refused.contains("there is no column `id`"), "{refused}");
}
