//! The cases: JSON lists of an input and the results expected.

use std::{fs, path::Path};

use anyhow::Result;
use copydesk::Span;
use serde::Deserialize;
use serde_json::Value;

use super::{
    models::{Found, Model},
    units,
};

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct CaseJson {
    input: String,
    #[serde(default)]
    results: Vec<ResultJson>,
    not_supported: Option<Value>,
    not_supported_by_design: Option<Value>,
    not_supported_by: Option<Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ResultJson {
    text: String,
    start: Option<usize>,
    end: Option<usize>,
    resolution: Option<Value>,
}

/// An input and what is expected of it.
pub(super) struct Case {
    pub(super) input: String,
    pub(super) results: Vec<Expected>,
    /// Whether no port of that tool is said to fail it.
    pub(super) native: bool,
}

/// A result that is expected.
pub(super) struct Expected {
    pub(super) text: String,
    /// Code points, half open, where the case gives them.
    pub(super) range: Option<(usize, usize)>,
    pub(super) value: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) iso: Option<String>,
}

pub(super) fn read(file: &Path) -> Result<Vec<Case>> {
    let text = fs::read_to_string(file)?;
    let json: Vec<CaseJson> = serde_json::from_str(text.trim_start_matches('\u{FEFF}'))?;
    Ok(json.into_iter().map(case).collect())
}

fn case(json: CaseJson) -> Case {
    let results = json
        .results
        .into_iter()
        .map(|result| {
            let field = |key: &str| {
                let value = result.resolution.as_ref()?.get(key)?;
                match value {
                    Value::String(text) if text != "null" => Some(text.clone()),
                    Value::Number(number) => Some(number.to_string()),
                    _ => None,
                }
            };
            Expected {
                value: field("value"),
                unit: field("unit"),
                iso: field("isoCurrency"),
                // The last character counts in.
                range: result.start.zip(result.end.map(|end| end + 1)),
                text: result.text,
            }
        })
        .collect();
    Case {
        input: json.input,
        results,
        native: json.not_supported.is_none()
            && json.not_supported_by_design.is_none()
            && json.not_supported_by.is_none(),
    }
}

impl Case {
    /// Whether each result is found, in order, and no other.
    pub(super) fn is_right(&self, model: Model, found: &[Found]) -> bool {
        // Two files order the results by kind and not by place.
        let mut expected: Vec<&Expected> = self.results.iter().collect();
        if expected.iter().all(|result| result.range.is_some()) {
            expected.sort_by_key(|result| result.range);
        }
        expected.len() == found.len()
            && expected
                .into_iter()
                .zip(found)
                .all(|(expected, found)| self.same(model, expected, found))
    }

    fn same(&self, model: Model, expected: &Expected, found: &Found) -> bool {
        let span = found.span;
        let surface = span.of(&self.input);
        let place = match expected.range {
            Some(range) => {
                let points = |byte: u32| self.input[..byte as usize].chars().count();
                range == (points(span.start), points(span.end))
            }
            None => surface.to_lowercase() == expected.text.to_lowercase(),
        };
        place && same_value(model, expected, found, surface) && same_unit(model, expected, found)
    }
}

fn same_value(model: Model, expected: &Expected, found: &Found, surface: &str) -> bool {
    let Some(value) = &expected.value else {
        return found.value.is_empty();
    };
    if model.is_sequence() {
        // The value of the cases is the text, but for IP addresses.
        return model != Model::Ip
            || [&found.value, surface]
                .iter()
                .any(|found| found.eq_ignore_ascii_case(value));
    }
    let (Ok(expected), Ok(found)) = (
        value.trim_end_matches('%').parse::<f64>(),
        found.value.parse::<f64>(),
    ) else {
        return *value == found.value;
    };
    (expected - found).abs() <= 1e-9 * expected.abs().max(1e-12)
}

fn same_unit(model: Model, expected: &Expected, found: &Found) -> bool {
    if !model.has_unit() {
        return true;
    }
    let unit = found.unit.as_deref().unwrap_or_default();
    match (&expected.iso, &expected.unit) {
        (Some(iso), _) => iso == unit,
        (None, Some(name)) => units::symbol(model, name).is_some_and(|symbol| symbol == unit),
        (None, None) => false,
    }
}

pub(super) fn shown(results: &[Expected]) -> String {
    let results = results.iter().map(|result| {
        format!(
            "{:?} {} {}",
            result.text,
            result.value.as_deref().unwrap_or("-"),
            result.unit.as_deref().unwrap_or_default()
        )
    });
    results.collect::<Vec<_>>().join("; ")
}

pub(super) fn shown_found(input: &str, found: &[Found]) -> String {
    let shown = |span: Span| span.of(input).to_owned();
    let found = found.iter().map(|found| {
        format!(
            "{:?} {} {}",
            shown(found.span),
            found.value,
            found.unit.as_deref().unwrap_or_default()
        )
    });
    found.collect::<Vec<_>>().join("; ")
}
