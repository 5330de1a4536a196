//! The text of the article with its mentions marked, and its repairs, quotes and claims
//! underlined.

use copydesk::{
    Article, CodePoints, Span,
    record::{Edit, Label, Mention},
};

use crate::{
    escape::{escape, push},
    said::{self, Said},
    start,
};

/// The classes of the style sheet that colour a label.
pub(crate) fn class(label: Label) -> &'static str {
    match label {
        Label::Person => "cd-person",
        Label::Gpe | Label::Loc | Label::Fac => "cd-place",
        Label::Org => "cd-org",
        Label::Norp | Label::Language => "cd-group",
        Label::Title => "cd-title",
        Label::Date | Label::Time => "cd-time",
        Label::Money | Label::Percent | Label::Quantity | Label::Ordinal | Label::Cardinal => {
            "cd-number"
        }
        _ => "cd-thing",
    }
}

/// A record read from JSON may hold anything, so the order is not taken on trust.
fn sorted<T>(items: &[T], span: impl Fn(&T) -> Span) -> std::vec::IntoIter<&T> {
    let mut items: Vec<_> = items.iter().collect();
    items.sort_by_key(|item| span(item));
    items.into_iter()
}

/// Writes the text from its start to its end, in one or more stretches.
pub(crate) struct Writer<'a> {
    article: &'a Article,
    points: &'a CodePoints,
    mentions: std::vec::IntoIter<&'a Mention>,
    edits: std::vec::IntoIter<&'a Edit>,
    said: Vec<(Span, Said<'a>)>,
    at: u32,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(article: &'a Article, points: &'a CodePoints) -> Self {
        Self {
            article,
            points,
            mentions: sorted(&article.mentions, |mention: &Mention| mention.span),
            edits: sorted(&article.edits, |edit: &Edit| edit.span),
            said: said::stretches(article),
            at: 0,
        }
    }

    /// Appends the first `end` bytes.
    pub(crate) fn title(&mut self, out: &mut String, end: u32) {
        self.write(out, end);
    }

    /// Appends the rest, paragraph by paragraph, up to the code point `longest`.
    pub(crate) fn rest(&mut self, out: &mut String, longest: u32) {
        out.push_str("<div class=\"cd-text\">");
        self.write(out, self.points.to_byte(longest));
        let all = self.points.points();
        if all > longest {
            out.push_str(&format!(
                "<p class=\"cd-more\">\u{2026} {longest} of {all} characters; the whole is in .text</p>"
            ));
        }
        out.push_str("</div>");
    }

    fn write(&mut self, out: &mut String, end: u32) {
        while let Some(&mention) = self.mentions.as_slice().first() {
            let span = mention.span;
            if span.end > end {
                break;
            }
            self.mentions.next();
            // Overlapping mentions cannot be shown as one line of text; the first one is.
            if span.start < self.at || span.is_empty() {
                continue;
            }
            self.repaired(out, Span::new(self.at, span.start));
            self.open(out, mention);
            self.repaired(out, span);
            out.push_str("</mark>");
            self.at = span.end;
        }
        self.repaired(out, Span::new(self.at, end.max(self.at)));
        self.at = end.max(self.at);
    }

    fn open(&self, out: &mut String, mention: &Mention) {
        out.push_str(&format!(
            "<mark class=\"{}\" title=\"",
            class(mention.label)
        ));
        if let Some(entity) = self.article.entities.get(mention.entity as usize) {
            escape(out, &entity.name);
        }
        let source = self.article.source_of(mention.span);
        let source = self.article.source_in_unit(source);
        let (start, end) = (
            self.points.to_point(mention.span.start),
            self.points.to_point(mention.span.end),
        );
        out.push_str(&format!(
            " \u{b7} {} \u{b7} text {start}\u{2013}{end} \u{b7} source {} {}\u{2013}{}\">",
            mention.label,
            self.article.source.unit.as_str(),
            source.start,
            source.end
        ));
    }

    /// Appends the text of `span`, repairs underlined. Spans come from left to right.
    fn repaired(&mut self, out: &mut String, span: Span) {
        let mut at = span.start;
        while let Some(&edit) = self.edits.as_slice().first() {
            if edit.span.start >= span.end {
                break;
            }
            // A repair that reaches over the end is shown again in the next stretch.
            if edit.span.end <= span.end {
                self.edits.next();
            }
            let (start, end) = (edit.span.start.max(at), edit.span.end.min(span.end));
            if start > end || (start == end && !edit.span.is_empty()) {
                if edit.span.end > span.end {
                    break;
                }
                continue;
            }
            self.plain(out, Span::new(at, start));
            self.underlined(out, edit, Span::new(start, end));
            at = end;
            if edit.span.end > span.end {
                break;
            }
        }
        self.plain(out, Span::new(at, span.end.max(at)));
    }

    fn underlined(&self, out: &mut String, edit: &Edit, span: Span) {
        let words = span.of(&self.article.text);
        // Changed blanks cannot be seen and would only be noise.
        if words.trim().is_empty() && edit.before.trim().is_empty() {
            self.plain(out, span);
            return;
        }
        push(out, "<u class=\"cd-edit\" title=\"", &edit.rule, "");
        let was = cut(&edit.before);
        push(out, " \u{b7} was: ", was, "\">");
        // What was removed leaves a mark that can be pointed at.
        escape(out, if words.is_empty() { "\u{2038}" } else { words });
        out.push_str("</u>");
    }

    /// Appends the text of `span`, what is said and claimed underlined.
    fn plain(&self, out: &mut String, span: Span) {
        let mut at = span.start;
        let first = self.said.partition_point(|(said, _)| said.end <= at);
        for &(stretch, said) in &self.said[first..] {
            if stretch.start >= span.end {
                break;
            }
            let (start, end) = (stretch.start.max(at), stretch.end.min(span.end));
            escape(out, Span::new(at, start).of(&self.article.text));
            said::begin(out, self.article, said);
            escape(out, Span::new(start, end).of(&self.article.text));
            out.push_str("</span>");
            at = end;
        }
        escape(out, Span::new(at, span.end.max(at)).of(&self.article.text));
    }
}

/// The start of a repaired stretch: a tooltip is no place for more.
fn cut(before: &str) -> &str {
    start(before, 200)
}
