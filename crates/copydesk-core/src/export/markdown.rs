//! Markdown out.

use super::{
    MarkdownOptions,
    blocks::{BLANKS, Written, lines, same_list, shared, title, written},
    markdown_table::table,
    markdown_text::{heading, line},
};
use crate::record::{Article, BlockKind, Container, ContainerKind};

/// The article as Markdown.
pub(super) fn write(article: &Article, options: &MarkdownOptions) -> String {
    let mut writer = Writer {
        out: String::with_capacity(article.text.len() + article.text.len() / 8 + 256),
        open: Vec::new(),
    };
    if options.title
        && let Some((title, _)) = title(article)
    {
        writer.heading(1, title);
    }
    let mut blocks = written(article);
    for block in &mut blocks {
        // Markdown has no description lists.
        block
            .within
            .retain(|around| around.kind != ContainerKind::Term);
    }
    let mut rest = blocks.as_slice();
    let mut before = None;
    while let Some(first) = rest.first() {
        let together = rest
            .iter()
            .take_while(|next| {
                first.table.is_some() && (next.table, &next.within) == (first.table, &first.within)
            })
            .count();
        let (now, others) = rest.split_at(together.max(1));
        rest = others;
        writer.enter(before, first);
        before = Some(first);
        match first.block.kind {
            BlockKind::TableRow if first.table.is_some() => {
                for line in table(now, &article.text) {
                    writer.line(&line);
                }
            }
            BlockKind::Heading => {
                writer.heading(usize::from(first.block.level.unwrap_or(2)), first.text);
            }
            BlockKind::Code => writer.code(first.text),
            _ => writer.paragraph(first.text, is_term(first)),
        }
    }
    writer.out
}

/// Whether the block is a term of a description list.
fn is_term(written: &Written<'_>) -> bool {
    let inner = written.block.within.last();
    written.is_plain() && inner.is_some_and(|inner| inner.kind == ContainerKind::Term)
}

/// A container that is open, and what its lines begin with.
struct Open {
    container: Container,
    /// Of an item: its bullet or number, until its first line is written.
    marker: Option<String>,
    indent: String,
    /// Of a list: what is behind its numbers, or its bullet.
    mark: char,
}

struct Writer {
    out: String,
    open: Vec<Open>,
}

impl Writer {
    /// Leaves containers and enters others until those of `now` are open, and separates it from
    /// the block before it.
    fn enter(&mut self, before: Option<&Written<'_>>, now: &Written<'_>) {
        let around: Vec<Container> = self.open.iter().map(|open| open.container).collect();
        let from = shared(&around, &now.within);
        let left = self.open.drain(from..).next();
        let sibling = left.as_ref().filter(|left| {
            (now.within.get(from)).is_some_and(|&next| same_list(left.container, next))
        });
        let is_item = |written: &Written<'_>| {
            let inner = written.within.last();
            written.is_plain() && inner.is_some_and(|inner| inner.kind.is_list())
        };
        // Items follow each other, and their lists, without a blank line.
        let joined = before.is_some_and(|before| is_item(before) && is_item(now))
            && match now.within.get(from) {
                _ if sibling.is_some() => true,
                Some(next) => left.is_none() && from > 0 && may_interrupt(*next),
                None => false,
            };
        if !joined && !self.out.is_empty() {
            self.line("");
        }
        let mut taken = left.as_ref().map(|left| (left.container.kind, left.mark));
        let mut kept = sibling.map(|left| left.mark);
        for &container in &now.within[from..] {
            let ordered = container.kind == ContainerKind::OrderedList;
            let (mark, other) = if ordered { ('.', ')') } else { ('-', '*') };
            // A list right behind another would go on with it, were its marks the same.
            let mark = match (kept.take(), taken.take()) {
                (Some(mark), _) => mark,
                (None, Some((kind, before))) if kind.is_list() && before == mark => other,
                _ => mark,
            };
            let marker = match container.kind {
                ContainerKind::Quote => "> ".to_owned(),
                ContainerKind::OrderedList => {
                    let number = container.number.unwrap_or(1).clamp(0, 999_999_999);
                    format!("{number}{mark} ")
                }
                _ => format!("{mark} "),
            };
            let is_quote = container.kind == ContainerKind::Quote;
            self.open.push(Open {
                container,
                indent: if is_quote {
                    marker.clone()
                } else {
                    " ".repeat(marker.len())
                },
                marker: Some(marker),
                mark,
            });
        }
    }

    /// Appends a line inside the open containers.
    fn line(&mut self, text: &str) {
        for open in &mut self.open {
            let begin = open.marker.take();
            self.out.push_str(begin.as_deref().unwrap_or(&open.indent));
        }
        self.out.push_str(text);
        if text.is_empty() {
            self.out.truncate(self.out.trim_end_matches(' ').len());
        }
        self.out.push('\n');
    }

    fn heading(&mut self, level: usize, text: &str) {
        let mut out = "#".repeat(level.clamp(1, 6));
        out.push(' ');
        let words: Vec<&str> = text.split_ascii_whitespace().collect();
        heading(&mut out, &words.join(" "));
        self.line(&out);
    }

    fn paragraph(&mut self, text: &str, strong: bool) {
        let around = if strong { "**" } else { "" };
        let mut out = around.to_owned();
        for words in lines(text).filter(|line| !line.trim_matches(BLANKS).is_empty()) {
            if out.len() > around.len() {
                // A line break that stays one.
                out.push('\\');
                self.line(&out);
                out.clear();
            }
            line(&mut out, words);
        }
        out.push_str(around);
        self.line(&out);
    }

    fn code(&mut self, text: &str) {
        let longest = text.split(|letter| letter != '`').map(str::len).max();
        let fence = "`".repeat(longest.unwrap_or(0).max(2) + 1);
        self.line(&fence);
        for line in lines(text) {
            self.line(&line.replace('\0', "\u{fffd}"));
        }
        self.line(&fence);
    }
}

/// Whether the first item of a list can follow a paragraph without a blank line.
fn may_interrupt(first: Container) -> bool {
    first.kind.is_list()
        && (first.kind != ContainerKind::OrderedList || first.number.unwrap_or(1) == 1)
}
