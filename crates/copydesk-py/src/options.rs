//! Keyword arguments as options of the facade.

use std::{num::NonZeroUsize, time::Duration};

use copydesk::{Format, NormalizeOptions, Options, Preset, Stage};
use pyo3::{
    prelude::*,
    types::{PyMapping, PyString},
};

use crate::{
    errors::{ConfigurationError, raised},
    gazetteer::Gazetteer,
    input::wrong_type,
};

/// The options that `read` and `Desk` share, as they were given.
pub(crate) struct Given<'a, 'py> {
    pub(crate) stages: Option<&'a Bound<'py, PyAny>>,
    pub(crate) tokens: bool,
    pub(crate) reference_date: Option<&'a Bound<'py, PyAny>>,
    pub(crate) title_in_text: Option<bool>,
    pub(crate) normalize: Option<&'a Bound<'py, PyAny>>,
    pub(crate) min_confidence: f32,
    pub(crate) gazetteer: Option<&'a Bound<'py, PyAny>>,
    pub(crate) statements: bool,
}

impl Default for Given<'_, '_> {
    fn default() -> Self {
        Self {
            stages: None,
            tokens: false,
            reference_date: None,
            title_in_text: None,
            normalize: None,
            min_confidence: 0.0,
            gazetteer: None,
            statements: true,
        }
    }
}

impl Given<'_, '_> {
    pub(crate) fn options(&self) -> PyResult<Options> {
        let mut options = Options::default();
        if let Some(names) = self.stages {
            options.stages = stages(names)?;
        }
        options.tokens = self.tokens;
        options.title_in_text = self.title_in_text;
        options.entities.reference_date = self.reference_date.map(day).transpose()?;
        options.entities.min_confidence = self.min_confidence;
        options.entities.statements = self.statements;
        if !(0.0..=1.0).contains(&self.min_confidence) {
            let given = self.min_confidence;
            return Err(ConfigurationError::new_err(format!(
                "min_confidence is {given}; it must be between 0 and 1"
            )));
        }
        if let Some(switches) = self.normalize {
            options.normalize = switches_of(switches)?;
        }
        options.gazetteer = self.gazetteer.map(Gazetteer::given).transpose()?;
        Ok(options)
    }
}

/// Options of the normalize stage from the name of a preset, or from switches by name, of which
/// `preset` names where they start from.
fn switches_of(given: &Bound<'_, PyAny>) -> PyResult<NormalizeOptions> {
    let py = given.py();
    if let Ok(name) = given.cast::<PyString>() {
        return preset(py, name.to_str()?);
    }
    let Ok(switches) = given.cast::<PyMapping>() else {
        return Err(wrong_type(
            "normalize",
            "the name of a preset or a dict",
            given,
        ));
    };
    let mut options = NormalizeOptions::default();
    if switches.contains(PRESET)? {
        let name = switches.get_item(PRESET)?;
        let Ok(name) = name.cast::<PyString>() else {
            return Err(wrong_type("normalize[\"preset\"]", "a string", &name));
        };
        options = preset(py, name.to_str()?)?;
    }
    for item in switches.items()? {
        let (name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
        let Ok(name) = name.cast::<PyString>() else {
            return Err(wrong_type("a key of normalize", "a string", &name));
        };
        let name = name.to_str()?;
        if name == PRESET {
            continue;
        }
        let Ok(value) = value.extract::<bool>() else {
            return Err(wrong_type(
                &format!("normalize[{name:?}]"),
                "a bool",
                &value,
            ));
        };
        options
            .set(name, value)
            .map_err(|error| raised(py, &error))?;
    }
    Ok(options)
}

const PRESET: &str = "preset";

/// The time for a document.
pub(crate) fn time(seconds: f64) -> PyResult<Duration> {
    match Duration::try_from_secs_f64(seconds) {
        Ok(time) if !time.is_zero() => Ok(time),
        _ => Err(ConfigurationError::new_err(format!(
            "max_seconds is {seconds}; give a number above 0, or None for no limit"
        ))),
    }
}

/// The switches of the preset called `name`.
pub(crate) fn preset(py: Python<'_>, name: &str) -> PyResult<NormalizeOptions> {
    name.parse::<Preset>()
        .map(Preset::options)
        .map_err(|error| raised(py, &error))
}

fn stages(names: &Bound<'_, PyAny>) -> PyResult<Vec<Stage>> {
    if names.is_instance_of::<PyString>() {
        return Err(wrong_type("stages", "a sequence of names", names));
    }
    let Ok(names) = names.try_iter() else {
        return Err(wrong_type("stages", "a sequence of names", names));
    };
    names
        .map(|name| {
            let name = name?;
            let Ok(text) = name.cast::<PyString>() else {
                return Err(wrong_type("a stage", "a string", &name));
            };
            text.to_str()?
                .parse()
                .map_err(|error| raised(name.py(), &error))
        })
        .collect()
}

/// A day from a string or from a `datetime.date`.
pub(crate) fn day(date: &Bound<'_, PyAny>) -> PyResult<String> {
    if let Ok(text) = date.cast::<PyString>() {
        return Ok(text.to_str()?.to_owned());
    }
    let Ok(iso) = date.call_method0("isoformat") else {
        return Err(wrong_type(
            "the reference date",
            "a string such as \"2024-05-01\" or a datetime.date",
            date,
        ));
    };
    let iso: String = iso.extract()?;
    Ok(iso.get(..10).unwrap_or(&iso).to_owned())
}

/// The form of a document by its name in Python.
pub(crate) fn format(name: Option<&str>) -> PyResult<Format> {
    match name {
        None => Ok(Format::Auto),
        Some("html") => Ok(Format::Html),
        Some("text") => Ok(Format::PlainText),
        Some(other) => Err(ConfigurationError::new_err(format!(
            "unknown format `{other}`; the formats are: html, text, or None to detect it"
        ))),
    }
}

/// A number of threads; None is one per core.
pub(crate) fn threads(number: Option<isize>) -> PyResult<Option<NonZeroUsize>> {
    let Some(number) = number else {
        return Ok(None);
    };
    usize::try_from(number)
        .ok()
        .and_then(NonZeroUsize::new)
        .map(Some)
        .ok_or_else(|| {
            ConfigurationError::new_err(format!(
                "{number} threads cannot work; give 1 or more, or None for one per core"
            ))
        })
}
