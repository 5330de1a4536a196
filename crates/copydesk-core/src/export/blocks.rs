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

/// The kept blocks with words, without the title.
///
/// A block that is called an item or a quotation but names no list or quotation gets one, so
/// that records made by others are shown as they mean it.
pub(super) fn written(article: &Article) -> Vec<Written<'_>> {
    let mut unnamed = 0;
    article
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Title)
        .filter_map(|block| {
            let text = block.span?.of(&article.text);
            if text.trim().is_empty() {
                return None;
            }
            let mut within = block.within.clone();
            let table = within.last().filter(|last| {
                last.kind == ContainerKind::Table
                    && block.kind == BlockKind::TableRow
                    && !block.cells.is_empty()
            });
            let table = table.map(|table| table.id);
            within.retain(|container| container.kind != ContainerKind::Table);
            within.truncate(MAX_NESTING);
            let missing = match block.kind {
                BlockKind::ListItem if !within.iter().any(|around| around.kind.is_list()) => {
                    unnamed += 1;
                    Some(ContainerKind::UnorderedList)
                }
                BlockKind::Quote
                    if !within
                        .iter()
                        .any(|around| around.kind == ContainerKind::Quote) =>
                {
                    Some(ContainerKind::Quote)
                }
                _ => None,
            };
            within.extend(missing.map(|kind| Container {
                kind,
                id: 0,
                item: if kind.is_list() { unnamed } else { 0 },
                number: None,
            }));
            Some(Written {
                block,
                text,
                within,
                table,
            })
        })
        .collect()
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
