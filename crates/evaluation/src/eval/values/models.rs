//! The models of that tool, and what is found for each.

use copydesk::{
    Span, Token,
    record::{Amount, AmountKind, Dimension, PatternKind},
    stage,
};
use copydesk_entities::values;

/// A model of Recognizers-Text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Model {
    Number,
    Percent,
    Ordinal,
    /// Ordinals without `last`, `next one` and their like.
    PlainOrdinal,
    Currency,
    Dimension,
    Temperature,
    Age,
    Phone,
    Mention,
    Guid,
    Ip,
    Email,
    Hashtag,
    Url,
}

/// What was found.
pub(super) struct Found {
    pub(super) span: Span,
    pub(super) value: String,
    pub(super) unit: Option<String>,
}

impl Model {
    /// The model that the cases of a file are for, by the name of the file.
    pub(super) fn of(name: &str) -> Option<Self> {
        Some(match name {
            _ if name.starts_with("NumberRange") => return None,
            _ if name.starts_with("NumberModel") => Self::Number,
            _ if name.starts_with("PercentModel") => Self::Percent,
            "OrdinalModelSuppressExtendedTypes" => Self::PlainOrdinal,
            _ if name.starts_with("OrdinalModel") => Self::Ordinal,
            "CurrencyModel" => Self::Currency,
            "DimensionModel" => Self::Dimension,
            "TemperatureModel" => Self::Temperature,
            "AgeModel" => Self::Age,
            "PhoneNumberModel" => Self::Phone,
            "MentionModel" => Self::Mention,
            "GUIDModel" => Self::Guid,
            "IpAddressModel" => Self::Ip,
            "EmailModel" => Self::Email,
            "HashtagModel" => Self::Hashtag,
            "URLModel" => Self::Url,
            _ => return None,
        })
    }

    /// Whether it is one of patterns.
    pub(super) fn is_sequence(self) -> bool {
        self.pattern().is_some()
    }

    pub(super) fn has_unit(self) -> bool {
        matches!(
            self,
            Self::Currency | Self::Dimension | Self::Temperature | Self::Age
        )
    }

    fn pattern(self) -> Option<PatternKind> {
        Some(match self {
            Self::Phone => PatternKind::Phone,
            Self::Mention => PatternKind::Handle,
            Self::Guid => PatternKind::Guid,
            Self::Ip => PatternKind::Ip,
            Self::Email => PatternKind::Email,
            Self::Hashtag => PatternKind::Hashtag,
            Self::Url => PatternKind::Url,
            _ => return None,
        })
    }

    /// Whether an amount is one of this model's.
    fn takes(self, amount: &Amount) -> bool {
        match self {
            Self::Percent => amount.kind == AmountKind::Percent,
            Self::Currency => amount.kind == AmountKind::Money,
            Self::Temperature => amount.dimension == Some(Dimension::Temperature),
            Self::Age => amount.dimension == Some(Dimension::Age),
            Self::Dimension => amount.dimension.is_some_and(|dimension| {
                !matches!(dimension, Dimension::Temperature | Dimension::Age)
            }),
            _ => false,
        }
    }

    /// What is found for the model in a text.
    pub(super) fn found(self, text: &str) -> Vec<Found> {
        let tokens = stage::tokens(text);
        if let Some(kind) = self.pattern() {
            return stage::patterns(text)
                .into_iter()
                .filter(|pattern| pattern.kind == kind)
                .filter_map(|pattern| {
                    Some(Found {
                        span: pattern.place.span()?,
                        value: pattern.value,
                        unit: None,
                    })
                })
                .collect();
        }
        match self {
            Self::Number => plain(values::numbers(text, &tokens)),
            Self::PlainOrdinal => plain(values::ordinals(text, &tokens)),
            Self::Ordinal => {
                let mut found = plain(values::ordinals(text, &tokens));
                let relative = values::relative_ordinals(text, &tokens);
                found.retain(|found| relative.iter().all(|(span, _)| !span.overlaps(found.span)));
                found.extend(relative.into_iter().map(|(span, position)| Found {
                    span,
                    value: position.to_string(),
                    unit: None,
                }));
                found.sort_by_key(|found| found.span.start);
                found
            }
            _ => {
                let mut found = self.amounts(text, &tokens);
                let named = values::named_units(text, &tokens);
                found.extend(
                    named
                        .into_iter()
                        .filter(|unit| self.kind() == Some(unit.kind))
                        .map(|unit| Found {
                            span: unit.span,
                            value: String::new(),
                            unit: unit.unit,
                        }),
                );
                found.sort_by_key(|found| found.span.start);
                found
            }
        }
    }

    /// The kind of the units that count without a number.
    fn kind(self) -> Option<AmountKind> {
        match self {
            Self::Percent => Some(AmountKind::Percent),
            Self::Currency => Some(AmountKind::Money),
            Self::Temperature => Some(AmountKind::Quantity),
            _ => None,
        }
    }

    fn amounts(self, text: &str, tokens: &[Token]) -> Vec<Found> {
        values::amounts(text, tokens)
            .into_iter()
            .filter(|amount| self.takes(amount))
            .filter_map(|amount| {
                let span = unqualified(text, &amount)?;
                // The first number of `eight to 10 feet` has its unit elsewhere.
                let surface = span.of(text);
                let bare = amount.range.is_some()
                    && values::numbers(surface, &stage::tokens(surface))
                        .iter()
                        .any(|number| number.place.span() == Some(Span::at(0, surface.len())));
                (!bare).then(|| Found {
                    span,
                    value: amount.value.to_string(),
                    unit: amount.unit,
                })
            })
            .collect()
    }
}

fn plain(amounts: Vec<Amount>) -> Vec<Found> {
    amounts
        .into_iter()
        .filter_map(|amount| {
            Some(Found {
                span: amount.place.span()?,
                value: amount.value.to_string(),
                unit: None,
            })
        })
        .collect()
}

/// Words that qualify a number, which our spans begin with and theirs do not.
const QUALIFIERS: &[&str] = &[
    "about",
    "above",
    "almost",
    "approximately",
    "around",
    "as",
    "at",
    "below",
    "exceeding",
    "fewer",
    "least",
    "less",
    "many",
    "more",
    "most",
    "much",
    "nearly",
    "no",
    "of",
    "over",
    "roughly",
    "some",
    "than",
    "to",
    "under",
    "up",
    "upwards",
];

/// The span of an amount without the words that qualify it.
fn unqualified(text: &str, amount: &Amount) -> Option<Span> {
    let mut span = amount.place.span()?;
    if amount.modifier.is_none() {
        return Some(span);
    }
    loop {
        let surface = span.of(text);
        let (word, rest) = surface.split_once(char::is_whitespace)?;
        if !QUALIFIERS.contains(&word.to_lowercase().as_str()) {
            return Some(span);
        }
        span = Span::new(span.end - rest.trim_start().len() as u32, span.end);
    }
}
