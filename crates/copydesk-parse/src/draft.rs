//! Drafts: the blocks that both readers (HTML and plain text) produce, and their assembly into
//! the text of the article.
//!
//! A draft does not hold its words. It holds *runs*: pieces of the decoded document that are
//! copied, and replacements for such pieces (a decoded entity, a blank for a line break). So
//! the offset map falls out of the assembly and cannot disagree with the text.

use copydesk_core::{
    OffsetMap, ParseOptions, SourceSpan, Span,
    record::{Block, BlockKind, Cell, Container, DropReason},
};

/// One piece of a block. All spans here are byte spans of the *decoded* document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Run {
    /// The decoded text itself.
    Copy(SourceSpan),
    /// One character that stands for the decoded text in the span.
    Replace(SourceSpan, char),
}

impl Run {
    /// The decoded bytes that the run was made from.
    pub(crate) fn source(self) -> SourceSpan {
        match self {
            Self::Copy(span) | Self::Replace(span, _) => span,
        }
    }
}

/// A block that is not yet placed in the text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Draft {
    /// What it is.
    pub(crate) kind: BlockKind,
    /// Level of a heading, or nesting depth of a list item.
    pub(crate) level: Option<u8>,
    /// Its pieces, in document order, without overlap.
    pub(crate) runs: Vec<Run>,
    /// Its words, where a block that is left out has them already; then it needs no pieces.
    pub(crate) words: Option<String>,
    /// Why it is left out, if it is.
    pub(crate) dropped: Option<DropReason>,
    /// The decoded bytes of the whole block; drafts do not overlap.
    pub(crate) source: SourceSpan,
    /// Which list or table it belongs to, from 1; 0 for none. Neighbours of one group are
    /// joined by a line break instead of a blank line.
    pub(crate) group: u32,
    /// What it stands in, outermost first.
    pub(crate) within: Vec<Container>,
    /// The cells of a row, in document order.
    pub(crate) cells: Vec<DraftCell>,
}

/// A cell of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DraftCell {
    /// The decoded byte at which its start tag begins.
    pub(crate) start: u32,
    /// See [`Cell::header`].
    pub(crate) header: bool,
    /// See [`Cell::columns`].
    pub(crate) columns: u16,
    /// See [`Cell::rows`].
    pub(crate) rows: u16,
}

impl Draft {
    /// A block that is one piece of the decoded text.
    #[cfg(test)]
    pub(crate) fn copied(kind: BlockKind, source: SourceSpan) -> Self {
        Self {
            kind,
            level: None,
            runs: vec![Run::Copy(source)],
            words: None,
            dropped: None,
            source,
            group: 0,
            within: Vec::new(),
            cells: Vec::new(),
        }
    }

    /// The words of the block.
    #[cfg(test)]
    pub(crate) fn text(&self, decoded: &str) -> String {
        let mut text = String::new();
        write(&self.runs, decoded, &mut text);
        text
    }
}

/// Bytes of the words that the runs make.
fn len(runs: &[Run]) -> usize {
    let len = |run: &Run| match *run {
        Run::Copy(span) => span.len() as usize,
        Run::Replace(_, with) => with.len_utf8(),
    };
    runs.iter().map(len).sum()
}

/// Appends the words that the runs make to `out`.
pub(crate) fn write(runs: &[Run], decoded: &str, out: &mut String) {
    for run in runs {
        match *run {
            Run::Copy(span) => out.push_str(span.of(decoded)),
            Run::Replace(_, with) => out.push(with),
        }
    }
}

/// What [`assemble`] makes: the text, its map to the raw bytes, and the blocks.
#[derive(Debug, Default)]
pub(crate) struct Assembled {
    /// The kept blocks, joined.
    pub(crate) text: String,
    /// Text to raw bytes.
    pub(crate) offsets: OffsetMap,
    /// One block per draft, in order.
    pub(crate) blocks: Vec<Block>,
}

/// Joins the kept drafts, which must be in document order, into the text.
///
/// Kept blocks are joined by a blank line, those of one list or table by a line break. The
/// separator replaces whatever stands between them in the document; a piece that would step
/// back in the document is left out, so the map is monotone whatever the caller does.
pub(crate) fn assemble(
    drafts: Vec<Draft>,
    decoded: &str,
    decoded_map: &OffsetMap,
    options: &ParseOptions,
) -> Assembled {
    let kept = drafts.iter().filter(|draft| draft.dropped.is_none());
    let mut text = String::with_capacity(kept.map(|draft| len(&draft.runs) + 2).sum());
    let mut map = OffsetMap::builder();
    let mut blocks = Vec::with_capacity(drafts.len());
    let mut previous_group = 0;
    for draft in drafts {
        let mut block = Block {
            kind: draft.kind,
            level: draft.level,
            within: draft.within.clone(),
            cells: Vec::new(),
            span: None,
            source: decoded_map.to_source(draft.source.into()),
            dropped: draft.dropped,
            content: String::new(),
        };
        if draft.dropped.is_some() {
            if options.keep_dropped {
                block.content = draft.words.unwrap_or_else(|| {
                    let mut words = String::with_capacity(len(&draft.runs));
                    write(&draft.runs, decoded, &mut words);
                    words
                });
            }
            blocks.push(block);
            continue;
        }
        let mut start = None;
        let mut cells = CellSpans::new(&draft.cells);
        for run in &draft.runs {
            let source = run.source();
            if source.start < map.source_len() || source.end as usize > decoded.len() {
                continue;
            }
            let gap = source.start - map.source_len();
            if start.is_none() {
                if text.is_empty() {
                    map.delete(gap);
                } else {
                    let joined = draft.group != 0 && draft.group == previous_group;
                    let separator = if joined { "\n" } else { "\n\n" };
                    text.push_str(separator);
                    map.replace(separator.len() as u32, gap);
                }
                start = Some(text.len());
            } else {
                map.delete(gap);
            }
            let from = text.len();
            match *run {
                Run::Copy(span) => {
                    text.push_str(span.of(decoded));
                    map.copy(span.len());
                }
                Run::Replace(span, with) => {
                    text.push(with);
                    map.replace(with.len_utf8() as u32, span.len());
                }
            }
            if !matches!(run, Run::Replace(_, '\t')) {
                cells.add(source.start, Span::at(from, text.len()));
            }
        }
        if let Some(start) = start {
            block.span = Some(Span::at(start, text.len()));
            block.cells = cells.finish(start as u32);
            previous_group = draft.group;
        }
        blocks.push(block);
    }
    map.delete(decoded.len() as u32 - map.source_len());
    Assembled {
        text,
        offsets: map.finish().compose(decoded_map),
        blocks,
    }
}

/// Finds the places of cells in the text from those of runs. The only tabs in a row are those
/// between cells.
struct CellSpans<'a> {
    cells: &'a [DraftCell],
    /// The places of the cells up to the one with the last run; `None` where it has no run.
    spans: Vec<Option<Span>>,
}

impl<'a> CellSpans<'a> {
    fn new(cells: &'a [DraftCell]) -> Self {
        Self {
            cells,
            spans: Vec::new(),
        }
    }

    /// A run that was made from the decoded bytes at `source` is in the text at `span`.
    fn add(&mut self, source: u32, span: Span) {
        while let Some(cell) = self.cells.get(self.spans.len())
            && cell.start <= source
        {
            self.spans.push(None);
        }
        if let Some(last) = self.spans.last_mut() {
            *last = Some(last.map_or(span, |last| last.cover(span)));
        }
    }

    /// The cells of a row that begins at `start`.
    fn finish(mut self, mut start: u32) -> Vec<Cell> {
        self.spans.resize(self.cells.len(), None);
        let place = |(cell, span): (&DraftCell, Option<Span>)| {
            let span = span.unwrap_or(Span::empty(start));
            start = span.end;
            Cell {
                span,
                header: cell.header,
                columns: cell.columns,
                rows: cell.rows,
            }
        };
        self.cells.iter().zip(self.spans).map(place).collect()
    }
}

#[cfg(test)]
mod tests {
    use copydesk_core::{
        OffsetMap, ParseOptions, SourceSpan, Span,
        record::{BlockKind, DropReason},
    };

    use super::{Draft, Run, assemble};

    fn span(decoded: &str, words: &str) -> SourceSpan {
        let start = decoded.find(words).expect("the words are in the document");
        SourceSpan::at(start, start + words.len())
    }

    #[test]
    fn kept_blocks_are_joined_and_dropped_ones_keep_their_words() {
        let decoded = "<p>A &amp; b</p><nav>Home</nav><li>one</li><li>two</li>";
        let mut first = Draft::copied(BlockKind::Paragraph, span(decoded, "A &amp; b"));
        first.runs = vec![
            Run::Copy(span(decoded, "A ")),
            Run::Replace(span(decoded, "&amp;"), '&'),
            Run::Copy(span(decoded, " b")),
        ];
        let mut menu = Draft::copied(BlockKind::Boilerplate, span(decoded, "Home"));
        menu.dropped = Some(DropReason::Navigation);
        let items = ["one", "two"].map(|words| Draft {
            group: 1,
            ..Draft::copied(BlockKind::ListItem, span(decoded, words))
        });
        let [one, two] = items;
        let made = assemble(
            vec![first, menu, one, two],
            decoded,
            &OffsetMap::identity(decoded.len() as u32),
            &ParseOptions::default(),
        );
        assert_eq!(made.text, "A & b\n\none\ntwo");
        assert_eq!(made.blocks[1].content, "Home");
        assert_eq!(made.blocks[3].span, Some(Span::new(11, 14)));
        assert_eq!(
            made.offsets.to_source(Span::new(11, 14)),
            span(decoded, "two")
        );
        assert_eq!(made.offsets.source_len() as usize, decoded.len());
        assert_eq!(made.offsets.text_len() as usize, made.text.len());
    }

    #[test]
    fn a_run_that_steps_back_is_left_out() {
        let decoded = "one two";
        let drafts = vec![
            Draft::copied(BlockKind::Paragraph, span(decoded, "two")),
            Draft::copied(BlockKind::Paragraph, span(decoded, "one")),
        ];
        let map = OffsetMap::identity(decoded.len() as u32);
        let made = assemble(drafts, decoded, &map, &ParseOptions::default());
        assert_eq!(made.text, "two");
        assert!(!made.blocks[1].kept());
    }
}
