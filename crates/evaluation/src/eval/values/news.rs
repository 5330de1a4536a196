//! Why a case contradicts how news is read, by rules over the case.

use super::{
    cases::{Case, Expected},
    models::{Found, Model},
};

/// A rule: whether it speaks of a case that was found wrong, and the reason to leave it out.
type Rule = (fn(Model, &Case, &[Found]) -> bool, &'static str);

const RULES: &[Rule] = &[
    (
        |model, case, _| model.has_value() && case.results.iter().any(has_no_value),
        "a unit or percent without a number is no amount",
    ),
    (
        |model, case, _| {
            model == Model::Dimension
                && (case.results.iter()).any(|result| result.text.ends_with(" pm"))
        },
        "`2 pm` is a time",
    ),
    (
        |model, case, _| {
            model == Model::Dimension
                && case.results.iter().any(|result| result.text.ends_with('"'))
        },
        "a quotation mark behind a number closes a quotation",
    ),
    (
        |model, case, _| model.has_value() && case.results.iter().any(|r| r.text.contains("- ")),
        "a dash between blanks is punctuation, no sign",
    ),
    (
        |model, case, _| {
            matches!(model, Model::Number | Model::Percent)
                && (case.input.contains(" out of ") || case.results.iter().any(is_part))
        },
        "files of that tool contradict one another on parts: `one out of three`, `1/4 of`",
    ),
    (
        |model, case, found| {
            matches!(model, Model::Ordinal | Model::PlainOrdinal)
                && found.len() < case.results.len()
                && case.input.contains(" and a ")
        },
        "`forty two and a third` is a number in another file of that tool",
    ),
    (
        |model, case, found| {
            model == Model::Number && found.is_empty() && case.input.trim_end().ends_with("th")
        },
        "an ordinal is no number: `two millionth`",
    ),
    (
        |model, case, _| {
            model == Model::Dimension
                && (case.results.iter()).any(|result| {
                    result.unit.as_deref() == Some("Ton") && result.text.contains("tonne")
                })
        },
        "a tonne is a metric ton",
    ),
    (
        |model, case, found| {
            model == Model::Url
                && found.len() < case.results.len()
                && (case.results.iter()).all(|result| result.text.matches('.').count() == 1)
        },
        "a host of two labels alone is as often the name of a company",
    ),
    (
        |model, case, found| {
            model == Model::Phone
                && found.len() < case.results.len()
                && !case.input.to_lowercase().contains("phone")
                && (case.results.iter())
                    .all(|result| result.text.bytes().all(|byte| byte.is_ascii_digit()))
        },
        "digits in one run are a phone number only where a word says so",
    ),
    (
        |model, case, found| {
            model == Model::Phone
                && found.len() < case.results.len()
                && case.input.contains("area code is missing")
        },
        "digits in one run are a phone number only where a word says so",
    ),
];

/// A percentage without a sign or word of one.
fn is_part(result: &Expected) -> bool {
    result
        .value
        .as_ref()
        .is_some_and(|value| value.ends_with('%'))
        && !result.text.contains('%')
        && !result.text.contains("cent")
}

fn has_no_value(result: &Expected) -> bool {
    result.value.is_none()
}

impl Model {
    /// Whether its results have a number.
    fn has_value(self) -> bool {
        !self.is_sequence()
    }
}

/// The reason to leave out a case that was found wrong, if there is one.
pub(super) fn reason(model: Model, case: &Case, found: &[Found]) -> Option<&'static str> {
    RULES
        .iter()
        .find(|(speaks, _)| speaks(model, case, found))
        .map(|&(_, reason)| reason)
}
