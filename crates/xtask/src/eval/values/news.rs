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
            model == Model::Number
                && case.results.is_empty()
                && case.input.to_lowercase().contains(" out of ")
        },
        "files of that tool contradict one another on `one out of three`",
    ),
];

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
