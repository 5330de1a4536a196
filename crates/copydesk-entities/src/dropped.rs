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

/// The dates of a dropped line, with its `role`. In a line with the day of publication, a date
/// that `updated` or the like stands before is that of a change.
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
    let mut end = 0;
    for date in &mut dates {
        date.role = role;
        let Some(span) = date.place.span() else {
            continue;
        };
        let before = text.get(end as usize..span.start as usize);
        if role == DateRole::Published && before.is_some_and(says_changed) {
            date.role = DateRole::Modified;
        }
        end = span.end;
    }
    dates
}

/// Whether words before a date say that the article was changed then: `Last updated:`.
fn says_changed(words: &str) -> bool {
    words.split(|c: char| !c.is_alphabetic()).any(|word| {
        ["updated", "modified", "revised", "amended", "corrected"]
            .iter()
            .any(|changed| word.eq_ignore_ascii_case(changed))
    })
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
        anchor: None,
        alternatives: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use copydesk_core::{Span, Token, TokenClass, record::DateRole};

    use super::dropped_dates;

    #[test]
    fn a_line_may_have_the_day_of_publication_and_that_of_a_change() {
        let text = "Published 2024-05-01 Last updated 2024-05-03";
        let number = |start| Token {
            span: Span::new(start, start + 10),
            class: TokenClass::Number,
        };
        let roles = |role| -> Vec<DateRole> {
            let dates = dropped_dates(text, &[number(10), number(34)], role);
            dates.iter().map(|date| date.role).collect()
        };
        assert_eq!(
            roles(DateRole::Published),
            [DateRole::Published, DateRole::Modified]
        );
        assert_eq!(roles(DateRole::PageView), [DateRole::PageView; 2]);
    }
}
