//! The words of the article with what was found in them: said and claimed underlined, things and
//! values marked, repairs underlined.
//!
//! The three layers are nested in this order. Where they meet, the innermost element says it all:
//! a browser shows its tooltip only.

use std::cell::Cell;

use copydesk::{
    Article, CodePoints, Span,
    record::{Edit, Label},
};

use crate::{
    escape::{escape, push},
    marks::{Mark, marks},
    said::{self, Said},
    tip,
};

/// Bytes that all tooltips of a piece may take: enough for every article of people, and a bound
/// for records that are made to have long ones.
const TOOLTIPS: usize = 1_000_000;

/// The class of the style sheet that colours a label.
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

/// Writes stretches of the text.
pub(crate) struct Writer<'a> {
    pub(crate) article: &'a Article,
    pub(crate) points: &'a CodePoints,
    pub(crate) marks: Vec<Mark<'a>>,
    edits: Vec<&'a Edit>,
    said: Vec<(Span, Said<'a>)>,
    left: Cell<usize>,
}

/// What a stretch stands in: what the elements around it say.
#[derive(Clone, Copy)]
struct Around<'b> {
    said: &'b str,
    mark: &'b str,
    /// Where all that is written at a time ends.
    end: u32,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(article: &'a Article, points: &'a CodePoints) -> Self {
        Self {
            article,
            points,
            marks: marks(article),
            edits: edits(article),
            said: said::stretches(article),
            left: Cell::new(TOOLTIPS),
        }
    }

    /// Appends the words of a stretch.
    pub(crate) fn write(&self, out: &mut String, span: Span) {
        let mut at = span.start;
        let outside = Around {
            said: "",
            mark: "",
            end: span.end,
        };
        let first = self.said.partition_point(|(said, _)| said.end <= at);
        for &(stretch, said) in &self.said[first..] {
            if stretch.start >= span.end {
                break;
            }
            let (start, end) = (stretch.start.max(at), stretch.end.min(span.end));
            self.marked(out, Span::new(at, start), outside);
            push(out, "<span class=\"cd-said ", said.class(), "\"");
            self.title(out, &said::tip(self.article, said));
            out.push('>');
            let brief = said::brief(self.article, said);
            let inside = Around {
                said: &brief,
                ..outside
            };
            self.marked(out, Span::new(start, end), inside);
            out.push_str("</span>");
            at = end;
        }
        self.marked(out, Span::new(at, span.end), outside);
    }

    /// Appends a stretch, things and values marked.
    fn marked(&self, out: &mut String, span: Span, around: Around<'_>) {
        let mut at = span.start;
        let first = self.marks.partition_point(|mark| mark.span.end <= at);
        for mark in &self.marks[first..] {
            if mark.span.start >= span.end {
                break;
            }
            let (start, end) = (mark.span.start.max(at), mark.span.end.min(span.end));
            self.repaired(out, Span::new(at, start), around);
            let own = mark.tip(self.article, self.points);
            push(out, "<mark class=\"", mark.class, "");
            if mark.is_reference() {
                out.push_str(" cd-ref");
            }
            out.push('"');
            self.title(out, &both(&own, around.said));
            out.push('>');
            let inside = Around {
                mark: &own,
                ..around
            };
            self.repaired(out, Span::new(start, end), inside);
            out.push_str("</mark>");
            at = end;
        }
        self.repaired(out, Span::new(at, span.end), around);
    }

    /// Appends a stretch, repairs underlined.
    fn repaired(&self, out: &mut String, span: Span, around: Around<'_>) {
        let mut at = span.start;
        let first = self.edits.partition_point(|edit| edit.span.end < at);
        for edit in &self.edits[first..] {
            let here = if edit.span.is_empty() {
                // What was removed at the end of a paragraph has no text behind it.
                edit.span.start < span.end
                    || edit.span.start == span.end && span.end == around.end && !span.is_empty()
            } else {
                edit.span.start < span.end
            };
            if !here {
                break;
            }
            let (start, end) = (edit.span.start.max(at), edit.span.end.min(span.end));
            if start > end || (start == end && !edit.span.is_empty()) {
                continue;
            }
            self.plain(out, Span::new(at, start));
            self.underlined(out, edit, Span::new(start, end), around);
            at = end;
        }
        self.plain(out, Span::new(at, span.end));
    }

    fn underlined(&self, out: &mut String, edit: &Edit, span: Span, around: Around<'_>) {
        let words = span.of(&self.article.text);
        // Changed blanks cannot be seen and would only be noise.
        if words.trim().is_empty() && edit.before.trim().is_empty() {
            self.plain(out, span);
            return;
        }
        out.push_str("<u class=\"cd-edit\"");
        let own = tip::edit(self.article, edit);
        self.title(out, &both(&both(&own, around.mark), around.said));
        out.push('>');
        // What was removed leaves a mark that can be pointed at.
        escape(out, if words.is_empty() { "\u{2038}" } else { words });
        out.push_str("</u>");
    }

    fn plain(&self, out: &mut String, span: Span) {
        escape(out, span.of(&self.article.text));
    }

    /// Appends the attribute that browsers show as a tooltip.
    fn title(&self, out: &mut String, tip: &str) {
        let left = self.left.get();
        if tip.len() <= left {
            self.left.set(left - tip.len());
            push(out, " title=\"", tip, "\"");
        }
    }
}

/// What an element says, and behind it what the one around it does.
fn both(own: &str, around: &str) -> String {
    let mut out = own.to_owned();
    tip::line(&mut out, around);
    out
}

/// The repairs from left to right, those left out that overlap the one before them: a record read
/// from JSON may hold anything.
fn edits(article: &Article) -> Vec<&Edit> {
    let mut edits: Vec<&Edit> = article.edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let mut at = 0;
    edits.retain(|edit| {
        let sound = edit.span.start >= at && said::within(article, edit.span);
        if sound {
            at = edit.span.end;
        }
        sound
    });
    edits
}

#[cfg(test)]
mod tests {
    use copydesk::{Article, CodePoints, RawDocument, Span, stage};

    use super::Writer;

    fn written(article: &Article) -> String {
        let points = CodePoints::new(&article.text);
        let mut out = String::new();
        let words = Writer::new(article, &points);
        words.write(&mut out, Span::at(0, article.text.len()));
        out
    }

    fn without_tags(html: &str) -> String {
        let mut out = String::new();
        for part in html.split('<') {
            // A tooltip has no `>` of its own: it is escaped.
            out.push_str(part.split_once('>').map_or(part, |(_, text)| text));
        }
        out.replace("&amp;", "&")
            .replace("&#39;", "'")
            .replace("&quot;", "\"")
    }

    #[test]
    fn the_innermost_element_says_what_all_around_it_do() {
        let page = RawDocument::from_text(
            "The minister said on Monday that M\u{43e}scow had sold the ships.",
        );
        let article = stage::extract(&page);
        let mut article = Article {
            edits: article.edits,
            offsets: article.offsets,
            ..stage::annotate(&article.text, None)
        };
        article
            .claims
            .retain(|claim| claim.content.of(&article.text).starts_with("Moscow"));
        let html = written(&article);
        let tip = html.split("<u class=\"cd-edit\" title=\"").nth(1).unwrap();
        let tip = tip.split('"').next().unwrap();
        assert!(
            tip.starts_with("repaired, was: M\u{27e8}U+043E\u{27e9}scow\n"),
            "{tip}"
        );
        assert!(tip.contains("\nMoscow\nGPE\n"), "{tip}");
        assert!(
            tip.ends_with("in a claim: alleged \u{b7} by The minister (named)"),
            "{tip}"
        );
    }

    #[test]
    fn no_word_is_lost_or_shown_twice_whatever_the_record_says() {
        let text = "Astrid Lunde of Oslo said \u{201c}we are ready\u{201d} & denied that it's so.";
        let mut article = stage::annotate(text, None);
        let mut spans = Vec::new();
        for start in (0..text.len()).step_by(3) {
            for end in [start, start + 1, start + 7, text.len() + 9] {
                spans.push(Span::at(start, end));
            }
        }
        for (at, span) in spans.into_iter().enumerate() {
            let mut claim = copydesk::record::Claim {
                content: span,
                source: Some(span),
                source_entity: None,
                source_kind: copydesk::record::SourceKind::Named,
                cue: None,
                status: copydesk::record::ClaimStatus::Denied,
                hedges: Vec::new(),
                denied_by: vec![0, 900],
                quote: Some(at as u32),
            };
            article.claims.push(claim.clone());
            claim.content = Span::new(span.start / 2, span.end);
            article.claims.push(claim);
            article.edits.push(copydesk::record::Edit {
                rule: "homoglyphs".into(),
                span,
                before: "x".to_owned(),
                source: copydesk::SourceSpan::new(0, 1),
            });
            let mut mention = article.mentions[0].clone();
            mention.span = span;
            mention.entity = at as u32;
            article.mentions.push(mention);
        }
        assert_eq!(
            without_tags(&written(&article)).replace('\u{2038}', ""),
            text
        );
    }
}
