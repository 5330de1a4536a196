//! Temporal expressions as `TimeML`: the text with TIMEX3 tags in it.
//!
//! *What*: the words as they are, each expression in an element with `tid`, `type`, `value`,
//! `mod` and what it counts from; the day of writing as `t0`. *Why*: tools and scorers of
//! temporal information read this. Characters that XML cannot hold become U+FFFD. What stands in
//! dropped parts of a page is left out.

use core::fmt::Write as _;

use crate::record::{Anchor, Article, Temporal, TemporalKind};

impl Article {
    /// The text as `TimeML` with its temporal expressions tagged, as [`timex3`] writes it. The
    /// day of writing is that of publication, else that of the crawl.
    ///
    /// ```
    /// use copydesk_core::record::Article;
    /// let article = Article {
    ///     text: "It rained.".to_owned(),
    ///     published: Some("2024-05-02T08:15:00Z".to_owned()),
    ///     ..Article::default()
    /// };
    /// assert!(article.to_timex3().contains("2024-05-02"));
    /// ```
    pub fn to_timex3(&self) -> String {
        let created = self.published.as_deref().or(self.source.fetched.as_deref());
        timex3(
            &self.text,
            &self.dates,
            created.and_then(|day| day.get(..10)),
        )
    }
}

/// A text as `TimeML` with these temporal expressions tagged; `created` is the day of writing.
///
/// ```
/// use copydesk_core::{Span, record::{Anchor, DateRole, Place, Temporal, TemporalKind}};
///
/// let yesterday = Temporal {
///     place: Place::Text(Span::new(10, 19)),
///     kind: TemporalKind::Date,
///     value: "2024-05-02".to_owned(),
///     modifier: None,
///     interval: None,
///     role: DateRole::Content,
///     anchor: Some(Anchor::Reference),
///     alternatives: Vec::new(),
/// };
/// let xml = copydesk_core::timex3("It rained yesterday.", &[yesterday], Some("2024-05-03"));
/// assert!(xml.contains(
///     "<TEXT>It rained <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2024-05-02\" \
///      temporalFunction=\"true\" functionInDocument=\"NONE\" anchorTimeID=\"t0\">yesterday\
///      </TIMEX3>.</TEXT>"
/// ));
/// ```
pub fn timex3(text: &str, dates: &[Temporal], created: Option<&str>) -> String {
    let mut xml = String::with_capacity(text.len() + 160 * dates.len() + 256);
    xml.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n");
    if let Some(day) = created {
        xml.push_str("<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"");
        escape(day, &mut xml);
        xml.push_str("\" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">");
        escape(day, &mut xml);
        xml.push_str("</TIMEX3></DCT>\n");
    }
    xml.push_str("<TEXT>");
    let mut end = 0;
    let mut number = 0;
    for date in dates {
        let Some(span) = date.place.span() else {
            continue;
        };
        let (Some(before), Some(words)) =
            (text.get(end as usize..span.start as usize), span.get(text))
        else {
            continue;
        };
        escape(before, &mut xml);
        number += 1;
        open(date, number, created.is_some(), &mut xml);
        escape(words, &mut xml);
        xml.push_str("</TIMEX3>");
        end = span.end;
    }
    escape(text.get(end as usize..).unwrap_or_default(), &mut xml);
    xml.push_str("</TEXT>\n</TimeML>\n");
    xml
}

/// The opening tag of an expression.
fn open(date: &Temporal, number: usize, created: bool, xml: &mut String) {
    let anchor = match date.anchor {
        Some(Anchor::Reference) => created.then_some(0),
        Some(Anchor::Mentioned) => (number > 1).then_some(number - 1),
        None => None,
    };
    // Writing to a string does not fail.
    let _ = write!(
        xml,
        "<TIMEX3 tid=\"t{number}\" type=\"{}\" value=\"",
        date.kind
    );
    escape(&date.value, xml);
    xml.push('"');
    if let Some(modifier) = &date.modifier {
        xml.push_str(" mod=\"");
        escape(modifier, xml);
        xml.push('"');
    }
    if date.kind == TemporalKind::Set {
        xml.push_str(" quant=\"EVERY\"");
    }
    let _ = write!(
        xml,
        " temporalFunction=\"{}\" functionInDocument=\"NONE\"",
        date.anchor.is_some()
    );
    if let Some(anchor) = anchor {
        let _ = write!(xml, " anchorTimeID=\"t{anchor}\"");
    }
    xml.push('>');
}

/// Words as XML.
fn escape(words: &str, xml: &mut String) {
    for c in words.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\t' | '\n' | '\r' | '\u{20}'..='\u{FFFD}' | '\u{10000}'.. => xml.push(c),
            _ => xml.push('\u{FFFD}'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::timex3;
    use crate::{
        Span,
        record::{Anchor, DateRole, Place, Temporal, TemporalKind},
    };

    fn date(start: u32, end: u32, kind: TemporalKind, value: &str) -> Temporal {
        Temporal {
            place: Place::Text(Span::new(start, end)),
            kind,
            value: value.to_owned(),
            modifier: None,
            interval: None,
            role: DateRole::Content,
            anchor: None,
            alternatives: Vec::new(),
        }
    }

    #[test]
    fn words_are_no_markup_and_stay_in_order() {
        let dates = [
            date(6, 10, TemporalKind::Date, "2019"),
            Temporal {
                anchor: Some(Anchor::Mentioned),
                modifier: Some("END".to_owned()),
                ..date(15, 24, TemporalKind::Date, "2019")
            },
            date(29, 34, TemporalKind::Set, "P1D"),
        ];
        let text = "<In&> 2019 and that year and daily\u{1}";
        assert_eq!(
            timex3(text, &dates, None),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<TEXT>&lt;In&amp;&gt; \
             <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2019\" temporalFunction=\"false\" \
             functionInDocument=\"NONE\">2019</TIMEX3> and <TIMEX3 tid=\"t2\" type=\"DATE\" \
             value=\"2019\" mod=\"END\" temporalFunction=\"true\" functionInDocument=\"NONE\" \
             anchorTimeID=\"t1\">that year</TIMEX3> and <TIMEX3 tid=\"t3\" type=\"SET\" \
             value=\"P1D\" quant=\"EVERY\" temporalFunction=\"false\" \
             functionInDocument=\"NONE\">daily</TIMEX3>\u{FFFD}</TEXT>\n</TimeML>\n"
        );
    }

    #[test]
    fn places_that_do_not_fit_are_left_out() {
        let dates = [
            date(3, 90, TemporalKind::Date, "2019"),
            Temporal {
                place: Place::Dropped {
                    source: Span::new(0, 4).into(),
                    surface: "2021".to_owned(),
                },
                ..date(0, 0, TemporalKind::Date, "2021")
            },
        ];
        let xml = timex3("rain", &dates, Some("2024-05-03"));
        assert!(xml.ends_with("<TEXT>rain</TEXT>\n</TimeML>\n"), "{xml}");
    }
}
