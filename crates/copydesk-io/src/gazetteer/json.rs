//! Lists of names in JSON: an array of objects, or one object after another.

use copydesk_core::{Error, GazetteerEntry};
use serde_json::{Deserializer, Value};

use super::{
    Place,
    row::{self, GazetteerCell, GazetteerRow},
};

pub(super) fn read(name: &str, text: &str) -> Result<Vec<GazetteerEntry>, Error> {
    let failed = |error: &serde_json::Error| {
        let what = format!("{}; write a list of objects", bare(error));
        Place::Line(error.line().max(1) as u64).error(name, &what)
    };
    if text.trim_start().starts_with('[') {
        let items: Vec<Value> = serde_json::from_str(text).map_err(|error| failed(&error))?;
        let places = (1..).map(Place::Item);
        return (items.into_iter().zip(places))
            .map(|(item, place)| entry(name, item, place))
            .collect();
    }
    let mut entries = Vec::new();
    let mut objects = Deserializer::from_str(text).into_iter::<Value>();
    // The line that has been reached, and up to which byte.
    let (mut line, mut counted) = (1, 0);
    loop {
        let rest = &text[objects.byte_offset()..];
        let start = text.len() - rest.trim_start().len();
        line += text[counted..start].matches('\n').count();
        counted = start;
        match objects.next() {
            None => return Ok(entries),
            Some(Ok(object)) => entries.push(entry(name, object, Place::Line(line as u64))?),
            Some(Err(error)) => return Err(failed(&error)),
        }
    }
}

/// What is wrong, without the place.
fn bare(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rsplit_once(" at line ") {
        Some((what, _)) => what.to_owned(),
        None => message,
    }
}

fn entry(name: &str, item: Value, place: Place) -> Result<GazetteerEntry, Error> {
    let Value::Object(fields) = item else {
        let what = format!("{}; it has to be an object such as {EXAMPLE}", kind(&item));
        return Err(place.error(name, &what));
    };
    let mut row = GazetteerRow::default();
    for (column, value) in fields {
        if let Some(column) = row::column(&column).map_err(|what| place.error(name, &what))? {
            row.put(column, cell(value));
        }
    }
    row.entry(&place.of(name))
}

const EXAMPLE: &str = r#"{"name": "Harbour Line", "type": "ORG"}"#;

fn cell(value: Value) -> GazetteerCell {
    match value {
        Value::Null => GazetteerCell::Missing,
        Value::Bool(on) => GazetteerCell::Bool(on),
        Value::Number(number) => GazetteerCell::Number(match number.as_f64() {
            // `7.0`: what a data frame makes of 7.
            Some(float) if number.is_f64() => float.to_string(),
            _ => number.to_string(),
        }),
        Value::String(text) => GazetteerCell::Text(text),
        Value::Array(values) => GazetteerCell::List(values.into_iter().map(cell).collect()),
        Value::Object(_) => GazetteerCell::Other("an object".to_owned()),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a bool",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
