//! Dates in the parts of a page that are not the article: the crawl date, the copyright line.

use copydesk_core::{
    Span, Token, TokenClass,
    record::{DateRole, Place, Temporal, TemporalKind},
};

use crate::values;

/// Whether `text` is a day written as `YYYY-MM-DD`.
///
/// ```
/// assert!(copydesk_entities::is_date("2024-02-29"));
/// assert!(!copydesk_entities::is_date("2023-02-29"));
/// ```
pub fn is_date(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok()
}

/// The dates of a dropped line, all with the same `role`.
///
/// A bare number is no date in prose, but in a copyright line it is the year.
///
/// ```
/// use copydesk_core::{Span, Token, TokenClass, record::DateRole};
/// let line = "© 2021 Harbour Post";
/// let tokens = [Token { span: Span::new(3, 7), class: TokenClass::Number }];
/// let dates = copydesk_entities::dropped_dates(line, &tokens, DateRole::Copyright);
/// assert_eq!(dates[0].value, "2021");
/// ```
pub fn dropped_dates(text: &str, tokens: &[Token], role: DateRole) -> Vec<Temporal> {
    if role == DateRole::Copyright {
        return tokens
            .iter()
            .filter(|token| token.class == TokenClass::Number)
            .filter_map(|token| year(text, token.span, role))
            .collect();
    }
    let mut dates = values::dates(text, tokens, None);
    for date in &mut dates {
        date.role = role;
    }
    dates
}

fn year(text: &str, span: Span, role: DateRole) -> Option<Temporal> {
    let digits = span.of(text);
    let year: u16 = digits.parse().ok()?;
    (digits.len() == 4 && (1900..2100).contains(&year)).then(|| Temporal {
        place: Place::Text(span),
        kind: TemporalKind::Date,
        value: digits.to_owned(),
        modifier: None,
        interval: Some([format!("{year}-01-01"), format!("{}-01-01", year + 1)]),
        role,
    })
}
