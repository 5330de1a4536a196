//! The body as blocks: paragraphs, headings, lists, tables, quotations, code.
//!
//! Containers are shown one level deep: an item says by its margin how deep it stands. Words
//! between the blocks, and a text without blocks, are paragraphs.

use copydesk::{
    Span,
    record::{Block, BlockKind, Container, ContainerKind},
};

use crate::{LONGEST_TEXT, escape::push, grouped, text::Writer};

/// Columns and rows that a cell may span: more is no table that could be read.
const WIDEST: u16 = 50;

/// What is open around the next block.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    /// A list by its number, and whether it has numbers.
    List(u32, bool),
    Table(u32),
}

/// Appends the text from `from` on, as far as it is shown.
pub(crate) fn body(out: &mut String, words: &Writer<'_>, from: u32) {
    let article = words.article;
    out.push_str("<div class=\"cd-text\"");
    language(out, article.language.as_deref());
    out.push('>');
    let end = words.points.to_byte(LONGEST_TEXT);
    let mut body = Body {
        out,
        words,
        at: from.min(end),
        end,
        open: Open::Nothing,
        item: None,
    };
    let mut kept: Vec<(Span, &Block)> = (article.blocks.iter())
        .filter_map(|block| Some((block.span?, block)))
        .collect();
    kept.sort_by_key(|(span, _)| *span);
    for (span, block) in kept {
        if span.start >= end {
            break;
        }
        let whole = span.get(&article.text).is_some() && !span.is_empty();
        if span.start >= body.at && whole {
            body.gap(span.start);
            body.block(block, Span::new(span.start, span.end.min(end)));
            body.at = span.end.min(end);
        }
    }
    body.gap(end);
    body.close();
    let all = words.points.points();
    if all > LONGEST_TEXT {
        let (shown, all) = (grouped(LONGEST_TEXT as usize), grouped(all as usize));
        out.push_str(&format!(
            "<p class=\"cd-more\">\u{2026} {shown} of {all} characters; the whole is in .text</p>"
        ));
    }
    out.push_str("</div>");
}

/// Appends the attributes for words of this language.
pub(crate) fn language(out: &mut String, language: Option<&str>) {
    let tag = language.filter(|tag| {
        let sound = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !tag.is_empty() && tag.len() <= 35 && tag.bytes().all(sound)
    });
    if let Some(tag) = tag {
        push(out, " lang=\"", tag, "\"");
    }
    let first = tag.and_then(|tag| tag.split('-').next()).unwrap_or("");
    let rtl = [
        "ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "syr",
    ];
    out.push_str(if rtl.contains(&first) {
        " dir=\"rtl\""
    } else {
        " dir=\"auto\""
    });
}

struct Body<'o, 'w, 'a> {
    out: &'o mut String,
    words: &'w Writer<'a>,
    at: u32,
    end: u32,
    open: Open,
    /// The item whose words came last.
    item: Option<Container>,
}

impl Body<'_, '_, '_> {
    /// Writes what stands before `start` and belongs to no block.
    fn gap(&mut self, start: u32) {
        let gap = Span::new(self.at, start.min(self.end).max(self.at));
        let text = &self.words.article.text;
        if gap.of(text).trim().is_empty() {
            // A list or table that goes on stays open.
            self.out.push_str(gap.of(text));
            return;
        }
        self.close();
        let mut at = gap.start;
        for part in gap.of(text).split_inclusive("\n\n") {
            let words = part.trim_matches('\n');
            let lead = (part.len() - part.trim_start_matches('\n').len()) as u32;
            let start = (at + lead).min(at + part.len() as u32);
            let stop = start + words.len() as u32;
            self.out.push_str(&part[..lead as usize]);
            if !words.is_empty() {
                self.element("p", Span::new(start, stop));
                self.out.push_str(&part[lead as usize + words.len()..]);
            }
            at += part.len() as u32;
        }
        self.at = gap.end;
    }

    fn block(&mut self, block: &Block, span: Span) {
        if block.kind == BlockKind::TableRow {
            let table = (block.within.iter().rev())
                .find(|container| container.kind == ContainerKind::Table);
            self.switch(Open::Table(table.map_or(0, |table| table.id)));
            self.row(block, span);
            return;
        }
        let list = block.within.iter().rev().find(|it| it.kind.is_list());
        let item = matches!(block.kind, BlockKind::ListItem | BlockKind::Paragraph);
        if let (Some(&list), true) = (list, item) {
            let numbered = list.kind == ContainerKind::OrderedList;
            self.switch(Open::List(list.id, numbered));
            let depth = block.within.iter().filter(|it| it.kind.is_list()).count();
            self.item(list, depth, span);
            return;
        }
        if block.kind == BlockKind::ListItem {
            // An item of scraped text, which has its number or bullet in it.
            self.switch(Open::List(0, false));
            let own = span.of(&self.words.article.text);
            let own = own.starts_with(|first: char| !first.is_alphabetic());
            let tag = if own { "<li class=\"cd-on\">" } else { "<li>" };
            self.tag(tag, span, "</li>");
            return;
        }
        self.close();
        let quoted = |it: &Container| it.kind == ContainerKind::Quote;
        match block.kind {
            BlockKind::Heading | BlockKind::Title => self.element("h4", span),
            BlockKind::Code => self.element("pre", span),
            _ if block.kind == BlockKind::Quote || block.within.iter().any(quoted) => {
                self.element("blockquote", span);
            }
            _ => self.element("p", span),
        }
    }

    fn item(&mut self, list: Container, depth: usize, span: Span) {
        let more = self.item == Some(list);
        self.item = Some(list);
        self.out.push_str("<li");
        match (more, depth) {
            (true, ..=1) => self.out.push_str(" class=\"cd-on\""),
            (true, 2) => self.out.push_str(" class=\"cd-on cd-deep\""),
            (true, _) => self.out.push_str(" class=\"cd-on cd-deeper\""),
            (false, ..=1) => {}
            (false, 2) => self.out.push_str(" class=\"cd-deep\""),
            (false, _) => self.out.push_str(" class=\"cd-deeper\""),
        }
        if let Some(number) = list.number {
            self.out.push_str(&format!(" value=\"{number}\""));
        }
        self.tag(">", span, "</li>");
    }

    fn row(&mut self, block: &Block, span: Span) {
        if block.cells.is_empty() {
            self.tag("<tr><td>", span, "</td></tr>");
            return;
        }
        self.out.push_str("<tr>");
        let heads = block.cells.iter().all(|cell| cell.header);
        for cell in &block.cells {
            let (name, scope) = match (cell.header, heads) {
                (true, true) => ("th", " scope=\"col\""),
                (true, false) => ("th", " scope=\"row\""),
                (false, _) => ("td", ""),
            };
            self.out.push_str(&format!("<{name}{scope}"));
            for (attribute, count) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
                if count > 1 {
                    let count = count.min(WIDEST);
                    self.out.push_str(&format!(" {attribute}=\"{count}\""));
                }
            }
            self.out.push('>');
            let (start, end) = (cell.span.start.max(span.start), cell.span.end.min(span.end));
            if start < end && cell.span.get(&self.words.article.text).is_some() {
                self.words.write(self.out, Span::new(start, end));
            }
            self.out.push_str(&format!("</{name}>"));
        }
        self.out.push_str("</tr>");
    }

    /// Closes what is open, unless it is this, and opens it.
    fn switch(&mut self, wanted: Open) {
        if self.open == wanted {
            return;
        }
        self.close();
        self.out.push_str(match wanted {
            Open::Nothing => "",
            Open::List(_, true) => "<ol>",
            Open::List(_, false) => "<ul>",
            Open::Table(_) => "<div class=\"cd-scroll\"><table><tbody>",
        });
        self.open = wanted;
    }

    fn close(&mut self) {
        self.out.push_str(match self.open {
            Open::Nothing => "",
            Open::List(_, true) => "</ol>",
            Open::List(_, false) => "</ul>",
            Open::Table(_) => "</tbody></table></div>",
        });
        self.open = Open::Nothing;
        self.item = None;
    }

    fn element(&mut self, name: &str, span: Span) {
        self.tag(&format!("<{name}>"), span, &format!("</{name}>"));
    }

    fn tag(&mut self, before: &str, span: Span, after: &str) {
        self.out.push_str(before);
        self.words.write(self.out, span);
        self.out.push_str(after);
    }
}

#[cfg(test)]
mod tests {
    use copydesk::{Article, CodePoints, RawDocument, Span, stage};

    use super::{body, language};
    use crate::text::Writer;

    fn shown(article: &Article) -> String {
        let points = CodePoints::new(&article.text);
        let mut out = String::new();
        body(&mut out, &Writer::new(article, &points), 0);
        out
    }

    #[test]
    fn blocks_are_shown_as_what_they_are() {
        let page = "<article><p>Words about a long list of things that one may want to know here.\
            <ol start=2><li>second<li>third<ul><li>deep</ul></ol>\
            <table><tr><th>Year<th>Dead<tr><td>2023<td rowspan=70>12</table>\
            <blockquote><p>Said by somebody at some length in a place far away.</blockquote></article>";
        let html = shown(&stage::extract(&RawDocument::from_bytes(page)));
        assert!(html.starts_with("<div class=\"cd-text\""), "{html}");
        assert!(html.contains("<ol><li value=\"2\">second</li>"), "{html}");
        assert!(
            html.contains("<ul><li class=\"cd-deep\">deep</li>"),
            "{html}"
        );
        assert!(html.contains("<tr><th scope=\"col\">Year</th>"), "{html}");
        assert!(html.contains("<td rowspan=\"50\">12</td>"), "{html}");
        assert!(html.contains("<blockquote>Said by somebody"), "{html}");
    }

    #[test]
    fn text_without_blocks_and_between_them_is_paragraphs() {
        let mut article = stage::annotate("Here.\n\nAnd\nthere.\n\nAgain.\n", None);
        let html = shown(&article);
        assert!(
            html.contains("<p>Here.</p>\n\n<p>And\nthere.</p>\n\n<p>Again.</p>\n"),
            "{html}"
        );
        let block = stage::extract(&RawDocument::from_text("Two."))
            .blocks
            .remove(0);
        for (start, end) in [(7, 17), (9, 12), (2, 900), (8, 8)] {
            let mut block = block.clone();
            block.span = Some(Span::new(start, end));
            article.blocks.push(block);
        }
        let html = shown(&article);
        assert!(
            html.contains("<p>Here.</p>\n\n<p>And\nthere.</p>"),
            "{html}"
        );
        assert!(html.contains("<p>Again.</p>"), "{html}");
    }

    #[test]
    fn only_tags_of_languages_become_attributes() {
        let of = |tag| {
            let mut out = String::new();
            language(&mut out, tag);
            out
        };
        assert_eq!(of(Some("nb")), " lang=\"nb\" dir=\"auto\"");
        assert_eq!(of(Some("ar-EG")), " lang=\"ar-EG\" dir=\"rtl\"");
        assert_eq!(of(Some("\"><b>")), " dir=\"auto\"");
        assert_eq!(of(None), " dir=\"auto\"");
    }
}
