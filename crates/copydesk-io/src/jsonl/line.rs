//! One line of JSONL to a document.
//!
//! Only the fields that matter are kept; what else the object holds is checked for syntax and
//! passed over without being built.

use std::{borrow::Cow, fmt};

use copydesk_core::{Format, RawDocument};
use serde::de::{Deserialize, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Fields that may hold the document, in the order they are tried.
pub(crate) const CONTENT: [&str; 4] = ["text", "html", "content", "body"];
/// Fields that may name the document, likewise.
pub(crate) const NAME: [&str; 3] = ["url", "uri", "id"];

/// The document of a line, or why there is none and what to do.
pub(super) fn read(bytes: &[u8], field: Option<&str>) -> Result<RawDocument, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let column = error.valid_up_to() + 1;
        format!("invalid UTF-8 in byte {column} of the line; write the file as UTF-8")
    })?;
    let mut json = serde_json::Deserializer::from_str(text);
    let object = Deserializer::deserialize_map(&mut json, ObjectVisitor { field })
        .and_then(|object| json.end().map(|()| object));
    let mut object = object.map_err(|error| explain(&error))?;

    let (name, text) = object.content(field)?;
    let format = match name {
        "html" => Format::Html,
        _ => Format::Auto,
    };
    let uri = object
        .names
        .iter_mut()
        .find_map(|value| match value.take() {
            Some(Value::Text(text)) if !text.is_empty() => Some(text.into_owned()),
            Some(Value::Number(number)) => Some(number),
            _ => None,
        });
    Ok(RawDocument {
        uri,
        format,
        ..RawDocument::from_text(text)
    })
}

/// The fields of interest of one object.
#[derive(Default)]
struct Object<'a> {
    content: [Option<Value<'a>>; CONTENT.len()],
    names: [Option<Value<'a>>; NAME.len()],
    chosen: Option<Value<'a>>,
}

impl<'a> Object<'a> {
    /// The field that holds the document, and the document.
    fn content<'f>(&mut self, field: Option<&'f str>) -> Result<(&'f str, String), String> {
        let mut wrong = None;
        let mut take = |name: &'f str, value: Option<Value<'a>>| match value {
            Some(Value::Text(text)) => Some((name, text.into_owned())),
            Some(Value::Null) | None => None,
            Some(Value::Number(_)) => {
                wrong.get_or_insert((name, "a number"));
                None
            }
            Some(Value::Other(kind)) => {
                wrong.get_or_insert((name, kind));
                None
            }
        };
        let found = match field {
            Some(field) => take(field, self.chosen.take()),
            None => CONTENT
                .into_iter()
                .zip(&mut self.content)
                .find_map(|(name, value)| take(name, value.take())),
        };
        found.ok_or_else(|| match (wrong, field) {
            (Some((name, kind)), _) => {
                format!("the field `{name}` is {kind}; it has to be a string")
            }
            (None, Some(field)) => {
                format!("no field `{field}`; name the field with the text in jsonl_field")
            }
            (None, None) => format!(
                "none of the fields `{}`; name the field with the text in jsonl_field",
                CONTENT.join("`, `")
            ),
        })
    }
}

/// A value, as far as it matters.
enum Value<'a> {
    Text(Cow<'a, str>),
    Number(String),
    Null,
    /// Something else, in words.
    Other(&'static str),
}

/// Reads an object with a field of the caller's choice beside the usual ones.
struct ObjectVisitor<'f> {
    field: Option<&'f str>,
}

impl<'de> Visitor<'de> for ObjectVisitor<'_> {
    type Value = Object<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object<'de>, A::Error> {
        let mut object = Object::default();
        while let Some(Key(key)) = map.next_key()? {
            let place = |names: &[&str]| names.iter().position(|&name| name == key);
            // The chosen field may at the same time name the document.
            if self.field == Some(&*key) {
                let value: Value<'de> = map.next_value()?;
                if let (Some(at), Value::Text(text)) = (place(&NAME), &value) {
                    object.names[at] = Some(Value::Text(text.clone()));
                }
                object.chosen = Some(value);
            } else if let (None, Some(at)) = (self.field, place(&CONTENT)) {
                object.content[at] = Some(map.next_value()?);
            } else if let Some(at) = place(&NAME) {
                object.names[at] = Some(map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(object)
    }
}

/// A key, borrowed where it has no escapes.
struct Key<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::Text(text) => Ok(Self(text)),
            _ => Err(D::Error::custom("key must be a string")),
        }
    }
}

impl<'de> Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Value<'de>, E> {
        Ok(Value::Other("a boolean"))
    }

    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value<'de>, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Other("a list"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value<'de>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other("an object"))
    }
}

/// What the parser says, in terms of one line.
fn explain(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let what = message.strip_suffix(&place).unwrap_or(&message);
    let column = error.column();
    if what.contains("surrogate") || what.contains("hex escape") {
        return format!(
            "half of a surrogate pair is written as an escape before column {column}, which is \
             no character; replace it where the file is written, for instance by \\ufffd"
        );
    }
    if error.is_data() {
        return format!("{what}; write one JSON object a line");
    }
    format!("invalid JSON in column {column}: {what}; write one JSON object a line")
}
