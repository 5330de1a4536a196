//! What is marked in the text: mentions, values, and words that stand for somebody.
//!
//! Marks do not overlap, so that the text stays one line of words. A date is found as a mention
//! and as a value: it is marked once and says both.

use copydesk::{
    Article, CodePoints, Span,
    record::{Label, Mention, Reference, TemporalKind},
};

use crate::{said, text::class, tip};

/// Values that one mark tells of.
const MOST_VALUES: usize = 3;

/// A stretch of the text that is marked.
#[derive(Clone, Debug)]
pub(crate) struct Mark<'a> {
    pub(crate) span: Span,
    /// The classes of the style sheet.
    pub(crate) class: &'static str,
    /// What the legend calls it.
    pub(crate) name: &'static str,
    mention: Option<&'a Mention>,
    reference: Option<&'a Reference>,
    values: Vec<Value<'a>>,
}

/// A value that has a place in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value<'a> {
    Temporal(&'a copydesk::record::Temporal),
    Amount(&'a copydesk::record::Amount),
    Pattern(&'a copydesk::record::Pattern),
}

impl Value<'_> {
    /// The value in one line.
    pub(crate) fn line(self) -> String {
        match self {
            Self::Temporal(date) => tip::temporal(date),
            Self::Amount(amount) => tip::amount(amount),
            Self::Pattern(pattern) => tip::pattern(pattern),
        }
    }

    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Temporal(_) => "cd-time",
            Self::Amount(_) => "cd-number",
            Self::Pattern(_) => "cd-pattern",
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            // As mentions are called, so that a legend has each once.
            Self::Temporal(date) if date.kind == TemporalKind::Time => Label::Time.as_str(),
            Self::Temporal(date) => date.kind.as_str(),
            Self::Amount(amount) => amount.kind.as_str(),
            Self::Pattern(pattern) => pattern.kind.as_str(),
        }
    }
}

impl Mark<'_> {
    /// Whether it is a pronoun or description.
    pub(crate) fn is_reference(&self) -> bool {
        self.reference.is_some()
    }

    /// What the mark says when it is pointed at.
    pub(crate) fn tip(&self, article: &Article, points: &CodePoints) -> String {
        let mut out = String::new();
        for value in &self.values {
            tip::line(&mut out, &value.line());
        }
        if let Some(mention) = self.mention {
            let mention = tip::mention(article, points, mention);
            // The name of a date is its value, which is said already.
            let named = if self.values.is_empty() { 0 } else { 2 };
            for line in mention.lines().skip(named) {
                tip::line(&mut out, line);
            }
        } else if let Some(reference) = self.reference {
            tip::line(&mut out, &tip::reference(article, points, reference));
        } else {
            tip::line(&mut out, &tip::places(article, points, self.span));
        }
        out
    }
}

/// The values of the article that have a place in its text, in no order.
pub(crate) fn values(article: &Article) -> impl Iterator<Item = (Span, Value<'_>)> {
    let dates = article.dates.iter();
    let dates = dates.map(|date| (&date.place, Value::Temporal(date)));
    let amounts = article.amounts.iter();
    let amounts = amounts.map(|amount| (&amount.place, Value::Amount(amount)));
    let patterns = article.patterns.iter();
    let patterns = patterns.map(|pattern| (&pattern.place, Value::Pattern(pattern)));
    let all = dates.chain(amounts).chain(patterns);
    all.filter_map(|(place, value)| Some((place.span()?, value)))
}

/// What is marked, from left to right, without overlap: mentions first, then values, then words
/// that stand for somebody. A record read from JSON may hold anything, so order and bounds are
/// not taken on trust.
pub(crate) fn marks(article: &Article) -> Vec<Mark<'_>> {
    let mentions = article.mentions.iter().map(|mention| Mark {
        span: mention.span,
        class: class(mention.label),
        name: mention.label.as_str(),
        mention: Some(mention),
        reference: None,
        values: Vec::new(),
    });
    let mut all = apart(article, mentions.collect());

    let mut alone = Vec::new();
    for (span, value) in values(article) {
        match overlapping(&mut all, span) {
            Some(mark) if mark.values.len() < MOST_VALUES => mark.values.push(value),
            Some(_) => {}
            None => alone.push(Mark {
                span,
                class: value.class(),
                name: value.name(),
                mention: None,
                reference: None,
                values: vec![value],
            }),
        }
    }
    merge(article, &mut all, alone);

    let mut references = Vec::new();
    for reference in &article.references {
        if overlapping(&mut all, reference.span).is_none() {
            let entity = article.entities.get(reference.entity as usize);
            references.push(Mark {
                span: reference.span,
                class: entity.map_or("cd-thing", |entity| class(entity.label)),
                name: "pronoun or description",
                mention: None,
                reference: Some(reference),
                values: Vec::new(),
            });
        }
    }
    merge(article, &mut all, references);
    all
}

fn merge<'a>(article: &Article, all: &mut Vec<Mark<'a>>, more: Vec<Mark<'a>>) {
    all.extend(apart(article, more));
    all.sort_by_key(|mark| mark.span);
}

/// In order, those left out that overlap the one before them.
fn apart<'a>(article: &Article, mut marks: Vec<Mark<'a>>) -> Vec<Mark<'a>> {
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    let mut at = 0;
    marks.retain(|mark| {
        let span = mark.span;
        let sound = span.start >= at && span.start < span.end && said::within(article, span);
        if sound {
            at = span.end;
        }
        sound
    });
    marks
}

/// The first of the marks that shares a byte with `span`.
fn overlapping<'b, 'a>(marks: &'b mut [Mark<'a>], span: Span) -> Option<&'b mut Mark<'a>> {
    let first = marks.partition_point(|mark| mark.span.end <= span.start);
    marks
        .get_mut(first)
        .filter(|mark| mark.span.start < span.end)
}

#[cfg(test)]
mod tests {
    use copydesk::{CodePoints, Span, stage};

    use super::marks;

    #[test]
    fn a_date_is_marked_once_and_says_its_value() {
        let article = stage::annotate("Solheim was in Oslo on 3 May 2024 and paid 20 euros.", None);
        let marks = marks(&article);
        let words: Vec<&str> = marks
            .iter()
            .map(|mark| mark.span.of(&article.text))
            .collect();
        assert_eq!(words, ["Solheim", "Oslo", "3 May 2024", "20 euros"]);
        let points = CodePoints::new(&article.text);
        let tip = marks[2].tip(&article, &points);
        assert!(tip.starts_with("DATE 2024-05-03\n"), "{tip}");
        assert!(tip.contains("text 23\u{2013}33"), "{tip}");
        assert_eq!(
            marks[3].tip(&article, &points).lines().next(),
            Some("MONEY 20 EUR")
        );
    }

    #[test]
    fn marks_of_a_made_up_record_do_not_overlap() {
        let mut article = stage::annotate("Solheim was in Oslo on 3 May 2024.", None);
        let first = article.mentions[0].clone();
        for (start, end) in [(0, 20), (3, 5), (10, 400), (8, 8), (15, 19)] {
            let mut mention = first.clone();
            mention.span = Span::new(start, end);
            article.mentions.push(mention);
        }
        let mut at = 0;
        for mark in marks(&article) {
            assert!(mark.span.start >= at && mark.span.get(&article.text).is_some());
            at = mark.span.end;
        }
    }
}
