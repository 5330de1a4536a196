//! Dates, amounts and patterns with resolved values.
//!
//! Hand-written grammars over [`Token`]s, one family of expressions per file: the word or mark
//! at a position decides which grammars are tried there, so a text is read once, without
//! regular expressions and without an allocation per token. What no grammar is sure of is left
//! out: a bare number is no date.

mod amounts;
mod atoms;
mod dates;
mod lexicon;
mod numbers;
mod patterns;

use copydesk_core::{
    Span, Token,
    record::{Amount, AmountKind, Pattern, Place, Temporal},
};

pub use amounts::named::NamedUnit;
use atoms::Atoms;
pub use numbers::all::Relative;

/// Dates, amounts and patterns of a text.
///
/// ```
/// use copydesk_entities::values;
/// let text = "Three ships left on May 2, 2024.";
/// let found = values::all(text, &copydesk_segment::tokens(text), None);
/// assert_eq!((found.amounts[0].value, found.dates[0].value.as_str()), (3.0, "2024-05-02"));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Values {
    /// Its temporal expressions.
    pub dates: Vec<Temporal>,
    /// Its amounts.
    pub amounts: Vec<Amount>,
    /// What has a fixed form in it.
    pub patterns: Vec<Pattern>,
}

/// [`dates`], [`amounts`] and [`patterns`] together, in one reading of the text.
///
/// ```
/// use copydesk_entities::values;
///
/// let found = values::all("Write to desk@example.org", &[], None);
/// assert_eq!(found.patterns, values::patterns("Write to desk@example.org"));
/// ```
#[inline(never)] // a row of `cargo xtask profile`
pub fn all(text: &str, tokens: &[Token], reference: Option<&str>) -> Values {
    let atoms = Atoms::new(text, tokens);
    let mut expressions = dates::expressions(&atoms);
    let dates = dates::resolve(&atoms, &expressions, reference);
    expressions.retain(|expression| !expression.is_age());
    let patterns = patterns::patterns(text);
    Values {
        dates,
        amounts: amounts::amounts(&atoms, &expressions, &patterns),
        patterns,
    }
}

/// The temporal expressions of a text, in order, without overlap. `reference` is the day that
/// relative dates count from, as `YYYY-MM-DD`.
///
/// Values are those of TIMEX3. Without a reference, what depends on it keeps `X`:
/// `XXXX-09-13`, `XXXX-WXX-5`.
///
/// ```
/// use copydesk_core::{Span, Token, TokenClass};
/// use copydesk_entities::values::dates;
///
/// let text = "It rained last week";
/// let tokens: Vec<Token> = [(0, 2), (3, 9), (10, 14), (15, 19)]
///     .map(|(start, end)| Token { span: Span::new(start, end), class: TokenClass::Word })
///     .to_vec();
/// let found = dates(text, &tokens, Some("2023-10-19"));
/// assert_eq!(found[0].value, "2023-W41");
/// assert_eq!(found[0].place.span(), Some(Span::new(10, 19)));
/// assert_eq!(found[0].interval, Some(["2023-10-09".into(), "2023-10-16".into()]));
/// ```
pub fn dates(text: &str, tokens: &[Token], reference: Option<&str>) -> Vec<Temporal> {
    let atoms = Atoms::new(text, tokens);
    let expressions = dates::expressions(&atoms);
    dates::resolve(&atoms, &expressions, reference)
}

/// Money, percentages, quantities, ordinals and other numbers, in order, without overlap.
///
/// Numbers in expressions of time and in phone numbers are left out.
///
/// ```
/// use copydesk_core::{Span, Token, TokenClass, record::{AmountKind, Modifier}};
/// use copydesk_entities::values::amounts;
///
/// let text = "over 1,000 ships";
/// let token = |start, end, class| Token { span: Span::new(start, end), class };
/// let tokens = [
///     token(0, 4, TokenClass::Word),
///     token(5, 10, TokenClass::Number),
///     token(11, 16, TokenClass::Word),
/// ];
/// let found = amounts(text, &tokens);
/// assert_eq!(found[0].kind, AmountKind::Quantity);
/// assert_eq!(found[0].value, 1000.0);
/// assert_eq!(found[0].unit.as_deref(), Some("ships"));
/// assert_eq!(found[0].modifier, Some(Modifier::MoreThan));
/// ```
pub fn amounts(text: &str, tokens: &[Token]) -> Vec<Amount> {
    let atoms = Atoms::new(text, tokens);
    let mut taken = dates::expressions(&atoms);
    taken.retain(|expression| !expression.is_age());
    let patterns = patterns::patterns(text);
    amounts::amounts(&atoms, &taken, &patterns)
}

/// Every number of a text as it is written, whatever it measures: also numbers in dates, sums
/// and phone numbers. Each is a cardinal.
///
/// ```
/// use copydesk_core::{Span, Token, TokenClass};
/// use copydesk_entities::values::numbers;
///
/// let token = |start, end, class| Token { span: Span::new(start, end), class };
/// let tokens = [token(0, 3, TokenClass::Word), token(4, 10, TokenClass::Word)];
/// assert_eq!(numbers("two thirds", &tokens)[0].value, 2.0 / 3.0);
/// ```
pub fn numbers(text: &str, tokens: &[Token]) -> Vec<Amount> {
    let atoms = Atoms::new(text, tokens);
    let mut found = Vec::new();
    numbers::all::numbers(&atoms, |span, value| {
        found.push(plain(span, AmountKind::Cardinal, value));
    });
    found
}

/// Every ordinal of a text, also in dates and names: `the May 4th`, `First Minister`.
///
/// ```
/// use copydesk_entities::values::ordinals;
/// let text = "The third man won on the 4th of May.";
/// let found = ordinals(text, &copydesk_segment::tokens(text));
/// let values: Vec<f64> = found.iter().map(|it| it.value).collect();
/// assert_eq!(values, [3.0, 4.0]);
/// ```
pub fn ordinals(text: &str, tokens: &[Token]) -> Vec<Amount> {
    let atoms = Atoms::new(text, tokens);
    numbers::all::ordinals(&atoms)
        .into_iter()
        .map(|at| plain(atoms.span(at.first, at.last), AmountKind::Ordinal, at.value))
        .collect()
}

/// Positions that are counted from where one is or from the end: `last`, `next one`, `the second
/// to last`. They are no amounts; `last` and `next` before a time are part of a date.
///
/// ```
/// use copydesk_core::{Span, Token, TokenClass};
/// use copydesk_entities::values::relative_ordinals;
///
/// let text = "the next";
/// let tokens = [(0, 3), (4, 8)]
///     .map(|(start, end)| Token { span: Span::new(start, end), class: TokenClass::Word });
/// let (span, position) = relative_ordinals(text, &tokens)[0];
/// assert_eq!((span.of(text), position.to_string()), ("next", "current+1".to_owned()));
/// ```
pub fn relative_ordinals(text: &str, tokens: &[Token]) -> Vec<(Span, Relative)> {
    let atoms = Atoms::new(text, tokens);
    numbers::all::relative(&atoms)
        .into_iter()
        .map(|(first, last, position)| (atoms.span(first, last), position))
        .collect()
}

/// Percentages, scales of temperature and currencies that are named without a number. They are no
/// amounts.
///
/// ```
/// use copydesk_core::{Span, Token, TokenClass};
/// use copydesk_entities::values::named_units;
///
/// let text = "prices in USD";
/// let tokens = [(0, 6), (7, 9), (10, 13)]
///     .map(|(start, end)| Token { span: Span::new(start, end), class: TokenClass::Word });
/// assert_eq!(named_units(text, &tokens)[0].unit.as_deref(), Some("USD"));
/// ```
pub fn named_units(text: &str, tokens: &[Token]) -> Vec<NamedUnit> {
    let atoms = Atoms::new(text, tokens);
    amounts::named::units(&atoms, &amounts(text, tokens))
}

fn plain(span: Span, kind: AmountKind, value: f64) -> Amount {
    Amount {
        place: Place::Text(span),
        kind,
        value,
        unit: None,
        modifier: None,
        magnitude: None,
        range: None,
        dimension: None,
        si: None,
    }
}

/// E-mail and web addresses, phone numbers, handles, hashtags, IP addresses, GUIDs, hashes, bank
/// accounts, books, coordinates and shares, in order.
///
/// ```
/// use copydesk_entities::values::patterns;
///
/// let found = patterns("Write to desk@example.org or see hxxps://example[.]org/tips.");
/// let values: Vec<&str> = found.iter().map(|found| found.value.as_str()).collect();
/// assert_eq!(values, ["desk@example.org", "https://example.org/tips"]);
/// ```
pub fn patterns(text: &str) -> Vec<Pattern> {
    patterns::patterns(text)
}

#[cfg(test)]
mod tests;
