//! What is common to the exports: the blocks that are written, and how their containers follow
//! each other.

use crate::{
    SourceSpan,
    record::{Article, Block, BlockKind, Container, ContainerKind, MAX_NESTING},
};

/// What both formats take for no part of a line; a no-break space is one.
pub(super) const BLANKS: [char; 5] = [' ', '\t', '\n', '\r', '\u{c}'];

/// A block that is written.
#[derive(Debug)]
pub(super) struct Written<'a> {
    pub(super) block: &'a Block,
    pub(super) text: &'a str,
    /// Quotations and lists around it, outermost first.
    pub(super) within: Vec<Container>,
    /// The table that it is a row of, if it has cells.
    pub(super) table: Option<u32>,
}

impl Written<'_> {
    /// Whether it is only words.
    pub(super) fn is_plain(&self) -> bool {
        self.table.is_none() && !matches!(self.block.kind, BlockKind::Heading | BlockKind::Code)
    }
}

/// The kept blocks with words, without the title. Words that a blank line parts are two
/// paragraphs.
pub(super) fn written(article: &Article) -> Vec<Written<'_>> {
    let mut written = Vec::with_capacity(article.blocks.len());
    let mut unnamed = 0;
    for block in &article.blocks {
        let Some(span) = block.span else { continue };
        if block.kind == BlockKind::Title {
            continue;
        }
        let whole = Written {
            block,
            text: span.of(&article.text),
            within: within(block, &mut unnamed),
            table: table(block),
        };
        if whole.is_plain() {
            written.extend(paragraphs(whole.text).map(|text| Written {
                text,
                within: whole.within.clone(),
                ..whole
            }));
        } else if !whole.text.trim().is_empty() {
            written.push(whole);
        }
    }
    written
}

/// The table of a row with cells.
fn table(block: &Block) -> Option<u32> {
    let inner = block.within.last()?;
    let is_row = inner.kind == ContainerKind::Table
        && block.kind == BlockKind::TableRow
        && !block.cells.is_empty();
    is_row.then_some(inner.id)
}

/// The quotations and lists around a block.
///
/// A block that is called an item or a quotation but names no list or quotation gets one, so
/// that records made by others are shown as they mean it; `unnamed` counts these items.
fn within(block: &Block, unnamed: &mut u32) -> Vec<Container> {
    let mut within = block.within.clone();
    within.retain(|container| container.kind != ContainerKind::Table);
    within.truncate(MAX_NESTING);
    let has = |test: fn(ContainerKind) -> bool| within.iter().any(|around| test(around.kind));
    let missing = match block.kind {
        BlockKind::ListItem if !has(ContainerKind::is_list) => {
            *unnamed += 1;
            Some((ContainerKind::UnorderedList, *unnamed))
        }
        BlockKind::Quote if !has(|kind| kind == ContainerKind::Quote) => {
            Some((ContainerKind::Quote, 0))
        }
        _ => None,
    };
    within.extend(missing.map(|(kind, item)| Container {
        kind,
        id: 0,
        item,
        number: None,
    }));
    within
}

/// The pieces of a text between blank lines.
fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let mut lines = text.split_inclusive('\n');
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut start = None;
        for line in lines.by_ref() {
            let begin = at;
            at += line.len();
            let blank = line.trim().is_empty();
            match start {
                None if !blank => start = Some(begin),
                Some(start) if blank => return Some(text[start..begin].trim_matches(BLANKS)),
                _ => {}
            }
        }
        start.map(|start| text[start..].trim_matches(BLANKS))
    })
}

/// How many containers two blocks share, from the outside in.
pub(super) fn shared(left: &[Container], right: &[Container]) -> usize {
    left.iter()
        .zip(right)
        .take_while(|(left, right)| left == right)
        .count()
}

/// Whether two containers are items of one list.
pub(super) fn same_list(left: Container, right: Container) -> bool {
    let part = |kind| matches!(kind, ContainerKind::Term | ContainerKind::Description);
    left.id == right.id
        && left.kind.is_list()
        && (left.kind == right.kind || (part(left.kind) && part(right.kind)))
}

/// The lines of a text.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n')
        .flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// The title, if there is one with words, and where it stands in the source.
pub(super) fn title(article: &Article) -> Option<(&str, Option<SourceSpan>)> {
    let title = article.title.as_deref()?;
    let block = article
        .blocks
        .iter()
        .find(|block| block.kind == BlockKind::Title)
        .map(|block| block.source);
    let evidence = || {
        let found = article.evidence.iter().find(|found| found.field == "title");
        found.and_then(|found| found.source)
    };
    (!title.trim().is_empty()).then(|| (title, block.or_else(evidence)))
}
