//! Tables in JSON: an array of objects, or one object after another.

use copydesk_core::Error;
use serde_json::{Deserializer, Value};

use super::{
    Place, TableCell,
    row::{self, TableRow},
};

pub(super) fn read<R: TableRow>(name: &str, text: &str) -> Result<Vec<R::Entry>, Error> {
    let failed = |error: &serde_json::Error| {
        let what = format!("{}; write a list of objects", bare(error));
        Place::Line(error.line().max(1) as u64).error(name, &what)
    };
    if text.trim_start().starts_with('[') {
        let items: Vec<Value> = serde_json::from_str(text).map_err(|error| failed(&error))?;
        let places = (1..).map(Place::Item);
        return (items.into_iter().zip(places))
            .map(|(item, place)| entry::<R>(name, item, place))
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
            Some(Ok(object)) => entries.push(entry::<R>(name, object, Place::Line(line as u64))?),
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

fn entry<R: TableRow>(name: &str, item: Value, place: Place) -> Result<R::Entry, Error> {
    let Value::Object(fields) = item else {
        let (kind, example) = (kind(&item), R::EXAMPLE);
        let what = format!("{kind}; it has to be an object such as {example}");
        return Err(place.error(name, &what));
    };
    let mut row = R::default();
    for (column, value) in fields {
        if let Some(column) = row::column::<R>(&column).map_err(|what| place.error(name, &what))? {
            row.cells_mut()[column] = cell(value);
        }
    }
    row.entry(&place.of(name))
}

fn cell(value: Value) -> TableCell {
    match value {
        Value::Null => TableCell::Missing,
        Value::Bool(on) => TableCell::Bool(on),
        Value::Number(number) => TableCell::Number(match number.as_f64() {
            // `7.0`: what a data frame makes of 7.
            Some(float) if number.is_f64() => float.to_string(),
            _ => number.to_string(),
        }),
        Value::String(text) => TableCell::Text(text),
        Value::Array(values) => TableCell::List(values.into_iter().map(cell).collect()),
        Value::Object(_) => TableCell::Other("an object".to_owned()),
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
