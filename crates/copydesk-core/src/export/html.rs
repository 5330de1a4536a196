//! HTML out.

use std::fmt::{Display, Write as _};

use super::{
    HtmlOptions,
    blocks::{BLANKS, Written, lines, same_list, shared, title, written},
};
use crate::{
    SourceSpan,
    record::{Article, BlockKind, Cell, Container, ContainerKind},
};

/// The article as HTML.
pub(super) fn write(article: &Article, options: &HtmlOptions) -> String {
    let mut writer = Writer {
        article,
        source: options.source,
        out: String::with_capacity(article.text.len() + article.text.len() / 4 + 256),
        open: Vec::new(),
        table: None,
    };
    writer.out.push_str("<article");
    if let Some(language) = &article.language {
        writer.out.push_str(" lang=\"");
        escape(&mut writer.out, language);
        writer.out.push('"');
    }
    writer.out.push_str(">\n");
    if options.title
        && let Some((title, source)) = title(article)
    {
        writer.element("h1", title, source);
    }
    let blocks = written(article);
    for (at, block) in blocks.iter().enumerate() {
        // The only words of an item stand in it without a paragraph.
        let alone = blocks
            .get(at + 1)
            .is_none_or(|next| next.within != block.within);
        writer.block(block, alone);
    }
    writer.close_table();
    writer.close(0);
    writer.out.push_str("</article>\n");
    writer.out
}

struct Writer<'a> {
    article: &'a Article,
    source: bool,
    out: String,
    open: Vec<Container>,
    table: Option<u32>,
}

impl Writer<'_> {
    fn block(&mut self, written: &Written<'_>, alone: bool) {
        let Written {
            block,
            text,
            within,
            table,
        } = written;
        if self.table != *table || self.open != *within {
            self.close_table();
        }
        let bare = alone
            && matches!(block.kind, BlockKind::ListItem | BlockKind::Paragraph)
            && shared(&self.open, within) < within.len()
            && within.last().is_some_and(|last| last.kind.is_list());
        let source = Some(block.source);
        self.enter(within, if bare { source } else { None });
        if bare {
            self.words(text);
            return;
        }
        match block.kind {
            BlockKind::TableRow if table.is_some() => {
                if self.table.is_none() {
                    self.start("<table>\n");
                    self.table = *table;
                }
                self.row(&block.cells);
            }
            BlockKind::Heading => {
                let names = ["h1", "h2", "h3", "h4", "h5", "h6"];
                let level = block.level.unwrap_or(2).clamp(1, 6);
                self.element(names[usize::from(level) - 1], text, source);
            }
            BlockKind::Code => {
                self.start("<pre");
                self.place(source);
                self.out.push_str("><code>");
                // Lines are lines here, without `<br/>`.
                for (at, line) in lines(text).enumerate() {
                    if at > 0 {
                        self.out.push('\n');
                    }
                    escape(&mut self.out, line);
                }
                self.end("</code></pre>");
            }
            BlockKind::Caption => {
                self.start("<figure>\n");
                self.element("figcaption", text, source);
                self.end("</figure>");
            }
            _ => self.element("p", text, source),
        }
    }

    fn row(&mut self, cells: &[Cell]) {
        self.start("<tr>");
        for cell in cells {
            let name = if cell.header { "th" } else { "td" };
            self.out.push('<');
            self.out.push_str(name);
            for (attribute, number) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
                if number > 1 {
                    self.attribute(attribute, number);
                }
            }
            if !cell.span.is_empty() {
                self.place(Some(self.article.source_of(cell.span)));
            }
            self.out.push('>');
            self.words(cell.span.of(&self.article.text));
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
        self.end("</tr>");
    }

    /// Leaves containers and enters others until those of `within` are open. The innermost item
    /// says that its own words are from `source`.
    fn enter(&mut self, within: &[Container], source: Option<SourceSpan>) {
        let mut from = shared(&self.open, within);
        self.close(from + 1);
        if let Some(&before) = self.open.get(from) {
            match within.get(from) {
                Some(&next) if same_list(before, next) => {
                    self.end(&format!("</{}>", item(before.kind)));
                    let source = source.filter(|_| from + 1 == within.len());
                    self.item(next, before.number, source);
                    self.open[from] = next;
                    from += 1;
                }
                _ => self.close(from),
            }
        }
        for (at, &next) in within.iter().enumerate().skip(from) {
            let source = source.filter(|_| at + 1 == within.len());
            match next.number {
                Some(first) if next.kind == ContainerKind::OrderedList && first != 1 => {
                    self.start(&format!("<ol start=\"{first}\">\n"));
                    self.item(next, Some(first.saturating_sub(1)), source);
                }
                _ if next.kind.is_list() => {
                    self.start(&format!("<{}>\n", list(next.kind)));
                    self.item(next, Some(0), source);
                }
                _ => self.start("<blockquote>\n"),
            }
            self.open.push(next);
        }
    }

    /// Starts an item behind one with the number `before`.
    fn item(&mut self, next: Container, before: Option<i32>, source: Option<SourceSpan>) {
        self.start("<");
        self.out.push_str(item(next.kind));
        if let (Some(before), Some(number)) = (before, next.number)
            && next.kind == ContainerKind::OrderedList
            && number != before.saturating_add(1)
        {
            self.attribute("value", number);
        }
        self.place(source);
        self.out.push('>');
    }

    /// Leaves containers until only `len` are open.
    fn close(&mut self, len: usize) {
        while self.open.len() > len
            && let Some(last) = self.open.pop()
        {
            if last.kind.is_list() {
                self.end(&format!("</{}>", item(last.kind)));
                self.end(&format!("</{}>", list(last.kind)));
            } else {
                self.end("</blockquote>");
            }
        }
    }

    fn close_table(&mut self) {
        if self.table.take().is_some() {
            self.end("</table>");
        }
    }

    /// Appends a start tag, which begins a line.
    fn start(&mut self, tag: &str) {
        if !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.out.push_str(tag);
    }

    /// Appends an end tag, which ends a line.
    fn end(&mut self, tag: &str) {
        self.out.push_str(tag);
        self.out.push('\n');
    }

    fn element(&mut self, name: &str, text: &str, source: Option<SourceSpan>) {
        self.start("<");
        self.out.push_str(name);
        self.place(source);
        self.out.push('>');
        self.words(text);
        self.end(&format!("</{name}>"));
    }

    fn place(&mut self, source: Option<SourceSpan>) {
        if let Some(source) = source.filter(|_| self.source) {
            let SourceSpan { start, end } = self.article.source_in_unit(source);
            self.attribute("data-source", format_args!("{start}-{end}"));
        }
    }

    fn attribute(&mut self, name: &str, value: impl Display) {
        write!(self.out, " {name}=\"{value}\"").expect("a string takes all that is written");
    }

    /// Appends words, their line breaks as elements.
    fn words(&mut self, text: &str) {
        for (at, line) in lines(text.trim_matches(BLANKS)).enumerate() {
            if at > 0 {
                self.out.push_str("<br/>\n");
            }
            escape(&mut self.out, line);
        }
    }
}

/// The element of a list.
fn list(kind: ContainerKind) -> &'static str {
    match kind {
        ContainerKind::OrderedList => "ol",
        ContainerKind::Term | ContainerKind::Description => "dl",
        _ => "ul",
    }
}

/// The element of an item.
fn item(kind: ContainerKind) -> &'static str {
    match kind {
        ContainerKind::Term => "dt",
        ContainerKind::Description => "dd",
        _ => "li",
    }
}

/// Appends `text` so that it is only text, between tags and in quoted attributes alike.
///
/// What HTML and XML do not allow, control characters, becomes U+FFFD.
fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(letter),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {
                out.push('\u{fffd}');
            }
            _ => out.push(letter),
        }
    }
}
