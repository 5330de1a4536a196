//! What the source held around the text, so that a reader can look at what a value was read from.
//!
//! *The source itself*, decoded, where it is at hand: whole where it is short, else what stands
//! around the blocks and around what the metadata was read from.
//! *Rebuilt from the record* where it is not: the blocks in their order, the kept ones with their
//! repairs undone, so that all stands there that copydesk kept or dropped, but no markup.

use copydesk::{
    Article, OffsetMap, RawDocument, SegmentKind, SourceSpan, Span, record::Place, stage,
};

use super::json;
use crate::{grouped, start};

/// Bytes of decoded source that are kept of a document.
pub(super) const LONGEST: usize = 64 << 10;
/// Bytes of source around what is kept of a long document.
const MARGIN: u32 = 160;
/// Repairs of one document that are marked in its source.
const MOST_EDITS: usize = 2_000;

/// The parts of a source, decoded, that the report of an article shows: at most 64 KiB.
///
/// ```
/// use copydesk::{Desk, Options, RawDocument, corpus::Corpus};
/// use copydesk_html::{ReportOptions, SourceText, report};
/// let page = RawDocument::from_bytes("<h1>Talks in Oslo</h1><p>Norway&rsquo;s minister met union leaders in Oslo.");
/// let article = Desk::new(Options::default())?.read(&page);
/// let source = SourceText::new(&page, &article);
/// assert!(source.is_some());
/// let mut corpus = Corpus::default();
/// corpus.add(article);
/// let report = report(&corpus, &[source], &ReportOptions::default());
/// assert!(report.html.contains("Norway\\u0026rsquo;s minister"));
/// # Ok::<(), copydesk::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    pieces: Vec<Piece>,
    /// Bytes of source that are in no piece, before each of them and behind the last.
    gaps: Vec<u32>,
}

/// A stretch of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    /// Where it begins in the source.
    from: u32,
    text: String,
    /// `text` to the bytes from `from` on.
    map: OffsetMap,
}

impl SourceText {
    /// The source of an article; `None` where the document is another one than the article was
    /// read from, or has changed since.
    pub fn new(document: &RawDocument, article: &Article) -> Option<Self> {
        if !is_of(document, article) {
            return None;
        }
        let charset = (!article.source.charset.is_empty()).then(|| article.source.charset.clone());
        let decoded = match charset {
            Some(_) if document.charset != charset => stage::decode(&RawDocument {
                charset,
                ..document.clone()
            }),
            _ => stage::decode(document),
        };
        let (text, map) = decoded;
        let end = document.bytes.len() as u32;
        let wanted = if text.len() <= LONGEST {
            vec![SourceSpan::new(0, end)]
        } else {
            wanted(article, end)
        };
        let mut source = Self {
            pieces: Vec::new(),
            gaps: Vec::new(),
        };
        let mut left = LONGEST;
        let mut at = 0;
        for span in wanted {
            let Some(piece) = Piece::new(&text, &map, span, left) else {
                continue;
            };
            left -= piece.text.len();
            source.gaps.push(piece.from.saturating_sub(at));
            at = piece.from + piece.map.source_len();
            source.pieces.push(piece);
            if left == 0 {
                break;
            }
        }
        source.gaps.push(end.saturating_sub(at));
        // A byte order mark is no gap.
        if let Some(first) = source.gaps.first_mut()
            && *first <= 4
        {
            *first = 0;
        }
        (!source.pieces.is_empty()).then_some(source)
    }

    /// Bytes that it holds.
    pub(super) fn len(&self) -> usize {
        self.pieces.iter().map(|piece| piece.text.len()).sum()
    }
}

/// Whether an article was read from these bytes: what was copied must stand there.
fn is_of(document: &RawDocument, article: &Article) -> bool {
    let bytes = document.bytes.len() as u64;
    bytes > 0
        && bytes == article.source.bytes
        && u64::from(article.offsets.source_len()) == bytes
        && article.offsets.segments().all(|segment| {
            segment.kind != SegmentKind::Copy
                || document.bytes.get(segment.source.range())
                    == article.text.as_bytes().get(segment.text.range())
        })
}

/// What is shown of a long source, in order and apart: the kept blocks, what the metadata was
/// read from, and the dropped blocks if there is room.
fn wanted(article: &Article, end: u32) -> Vec<SourceSpan> {
    let kept = article.blocks.iter().filter(|block| block.kept());
    let read = article.evidence.iter().filter_map(|found| found.source);
    let needed: Vec<SourceSpan> = kept.map(|block| block.source).chain(read).collect();
    let all = (needed.iter().copied())
        .chain(article.blocks.iter().map(|block| block.source))
        .collect();
    let all = joined(all, end);
    let bytes: u64 = all.iter().map(|span| u64::from(span.len())).sum();
    if bytes <= LONGEST as u64 {
        all
    } else {
        joined(needed, end)
    }
}

/// Spans with what stands around them, those joined that touch.
fn joined(mut spans: Vec<SourceSpan>, end: u32) -> Vec<SourceSpan> {
    spans.sort_unstable();
    let mut out: Vec<SourceSpan> = Vec::new();
    for span in spans {
        let from = span.start.saturating_sub(MARGIN).min(end);
        let to = span.end.saturating_add(MARGIN).min(end);
        match out.last_mut() {
            Some(last) if last.end >= from => last.end = last.end.max(to),
            _ => out.push(SourceSpan::new(from, to.max(from))),
        }
    }
    out
}

impl Piece {
    /// The text of a span, at most `longest` bytes of it.
    fn new(text: &str, map: &OffsetMap, span: SourceSpan, longest: usize) -> Option<Self> {
        let span = map.to_text(span);
        let boundary = |mut at: usize| {
            while !text.is_char_boundary(at.min(text.len())) {
                at += 1;
            }
            at.min(text.len())
        };
        let from = boundary(span.start as usize);
        let words = text.get(from..boundary(span.end as usize))?;
        let words = start(words, longest);
        if words.is_empty() {
            return None;
        }
        let span = Span::at(from, from + words.len());
        let mut own = OffsetMap::builder();
        let mut first = None;
        for segment in map.segments_in(span) {
            let start = segment.text.start.max(span.start);
            let len = segment.text.end.min(span.end).saturating_sub(start);
            if segment.kind == SegmentKind::Copy {
                first.get_or_insert(segment.source.start + (start - segment.text.start));
                own.copy(len);
            } else {
                first.get_or_insert(segment.source.start);
                own.replace(segment.text.len(), segment.source.len());
            }
        }
        let map = own.finish();
        (map.text_len() as usize == words.len()).then(|| Self {
            from: first.unwrap_or_default(),
            text: words.to_owned(),
            map,
        })
    }
}

/// What a stretch of the shown source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A block that is in the text.
    Kept,
    /// A block that was dropped.
    Dropped,
    /// What a repair replaced.
    Repaired,
    /// A note that something is left out.
    Gap,
}

impl Kind {
    /// The class of the style sheet.
    fn as_str(self) -> &'static str {
        match self {
            Self::Kept => "raw-kept",
            Self::Dropped => "raw-dropped",
            Self::Repaired => "raw-repaired",
            Self::Gap => "raw-gap",
        }
    }
}

/// A kept block as it stood before the repairs.
struct Rebuilt {
    /// Bytes of the article's text.
    span: Span,
    /// Where it begins in the view.
    from: u32,
    /// The text of the block to its bytes in the view.
    map: OffsetMap,
}

/// The source of an article as the reader shows it, and where in it values stand.
pub(super) struct View<'a> {
    article: &'a Article,
    source: Option<&'a SourceText>,
    text: String,
    /// By piece of the source: where it begins in `text`.
    starts: Vec<u32>,
    /// Where there is no source: the kept blocks.
    rebuilt: Vec<Rebuilt>,
    /// By block: its bytes in `text`, where there is no source.
    blocks: Vec<Option<Span>>,
    /// Stretches of `text`, in order and apart.
    runs: Vec<(Span, Kind, String)>,
    /// By byte of `text`: the same place in the text as a script counts it.
    units: Vec<u32>,
    cut: bool,
}

impl<'a> View<'a> {
    /// The source itself, or what can be rebuilt of it.
    pub(super) fn new(article: &'a Article, source: Option<&'a SourceText>) -> Self {
        let mut view = Self {
            article,
            source,
            text: String::new(),
            starts: Vec::new(),
            rebuilt: Vec::new(),
            blocks: Vec::new(),
            runs: Vec::new(),
            units: Vec::new(),
            cut: false,
        };
        match source {
            Some(source) => view.join(source),
            None => view.rebuild(),
        }
        view.mark();
        view.count();
        view
    }

    /// Whether it is the source itself.
    pub(super) fn is_source(&self) -> bool {
        self.source.is_some()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    fn join(&mut self, source: &SourceText) {
        let gaps = source.gaps.iter();
        for (piece, &gap) in source.pieces.iter().zip(gaps) {
            self.gap(gap);
            self.starts.push(self.text.len() as u32);
            self.text.push_str(&piece.text);
        }
        let behind = source.gaps.last().copied().unwrap_or_default();
        self.gap(behind);
        self.cut = source.gaps.iter().any(|&gap| gap > 0);
    }

    fn gap(&mut self, bytes: u32) {
        if bytes == 0 {
            return;
        }
        let from = self.text.len();
        let bytes = grouped(bytes as usize);
        let before = if from == 0 { "" } else { "\n" };
        (self.text).push_str(&format!(
            "{before}\u{2026} {bytes} bytes left out \u{2026}\n"
        ));
        let span = Span::at(from, self.text.len());
        self.runs.push((span, Kind::Gap, String::new()));
    }

    fn rebuild(&mut self) {
        let article = self.article;
        for block in &article.blocks {
            if self.text.len() >= LONGEST {
                self.cut = true;
                self.blocks.push(None);
                continue;
            }
            let from = self.text.len();
            if let Some(span) = block.span {
                let map = self.undo(span);
                self.rebuilt.push(Rebuilt {
                    span,
                    from: from as u32,
                    map,
                });
            } else {
                let room = LONGEST - from;
                let words = start(&block.content, room);
                self.cut |= words.len() < block.content.len();
                self.text.push_str(words);
            }
            let span = Span::at(from, self.text.len());
            self.blocks.push((!span.is_empty()).then_some(span));
            if !span.is_empty() {
                self.text.push_str("\n\n");
            }
        }
        let end = self.text.trim_end_matches('\n').len();
        self.text.truncate(end);
    }

    /// Appends the text of a block with its repairs undone; returns the map of the one to the other.
    fn undo(&mut self, block: Span) -> OffsetMap {
        let article = self.article;
        let mut map = OffsetMap::builder();
        let mut at = block.start;
        let edits = &article.edits;
        let first = edits.partition_point(|edit| edit.span.end < block.start);
        for edit in &edits[first..] {
            if edit.span.start >= block.end {
                break;
            }
            if edit.span.start < at || edit.span.end > block.end {
                continue;
            }
            let words = Span::new(at, edit.span.start).of(&article.text);
            self.text.push_str(words);
            map.copy(words.len() as u32);
            self.text.push_str(&edit.before);
            map.replace(edit.span.len(), edit.before.len() as u32);
            at = edit.span.end;
        }
        let words = Span::new(at, block.end.max(at)).of(&article.text);
        self.text.push_str(words);
        map.copy(words.len() as u32);
        map.finish()
    }

    /// Notes which stretches are kept, dropped and repaired.
    fn mark(&mut self) {
        let article = self.article;
        let mut repaired: Vec<Span> = (article.edits.iter().take(MOST_EDITS))
            .filter_map(|edit| self.edit(edit))
            .filter(|span| !span.is_empty())
            .collect();
        repaired.sort_unstable();
        let mut stretches: Vec<(Span, Kind, String)> = Vec::new();
        for (at, block) in article.blocks.iter().enumerate() {
            let Some(span) = self.block(at) else { continue };
            let (kind, label) = match block.dropped {
                Some(reason) => (Kind::Dropped, format!("dropped: {reason}")),
                None if block.kept() => (Kind::Kept, String::new()),
                None => (Kind::Dropped, "dropped".to_owned()),
            };
            stretches.push((span, kind, label));
        }
        stretches.sort_by_key(|(span, ..)| *span);
        let mut at = 0;
        let mut out = std::mem::take(&mut self.runs);
        for (span, kind, label) in stretches {
            let mut from = span.start.max(at);
            if kind == Kind::Kept {
                let first = repaired.partition_point(|edit| edit.end <= from);
                for edit in &repaired[first..] {
                    if edit.start >= span.end {
                        break;
                    }
                    let (start, end) = (edit.start.max(from), edit.end.min(span.end));
                    if start >= end {
                        continue;
                    }
                    if from < start {
                        out.push((Span::new(from, start), kind, label.clone()));
                    }
                    out.push((Span::new(start, end), Kind::Repaired, "repaired".to_owned()));
                    from = end;
                }
            }
            if from < span.end {
                out.push((Span::new(from, span.end), kind, label));
            }
            at = at.max(span.end);
        }
        out.sort_by_key(|(span, ..)| *span);
        self.runs = out;
    }

    /// Counts as scripts do, and as the text is shown: what cannot be seen by its number.
    fn count(&mut self) {
        let mut at = 0;
        let mut letters = self.text.chars().peekable();
        let mut shown = String::new();
        while let Some(letter) = letters.next() {
            shown.clear();
            visible(&mut shown, letter, letters.peek().copied());
            self.units
                .extend(std::iter::repeat_n(at, letter.len_utf8()));
            at += shown.encode_utf16().count() as u32;
        }
        self.units.push(at);
    }

    /// Where in the view a span of the text stands.
    fn of_text(&self, span: Span) -> Option<Span> {
        if self.is_source() {
            return self.of_source(self.article.source_of(span));
        }
        let at = self
            .rebuilt
            .partition_point(|block| block.span.end <= span.start);
        let block = self.rebuilt.get(at)?;
        if span.start < block.span.start {
            return None;
        }
        let own = Span::new(
            span.start - block.span.start,
            span.end.min(block.span.end).max(span.start) - block.span.start,
        );
        let found = block.map.to_source(own);
        Some(Span::new(block.from + found.start, block.from + found.end))
    }

    /// Where in the view a span of the source stands.
    fn of_source(&self, span: SourceSpan) -> Option<Span> {
        let Some(source) = self.source else {
            return self.of_source_rebuilt(span);
        };
        let at = (source.pieces).partition_point(|piece| piece.from <= span.start);
        let at = at.checked_sub(1)?;
        let (piece, &from) = (source.pieces.get(at)?, self.starts.get(at)?);
        if span.start >= piece.from + piece.map.source_len() {
            return None;
        }
        let end = span.end.min(piece.from + piece.map.source_len());
        let own = SourceSpan::new(span.start - piece.from, end - piece.from);
        let found = piece.map.to_text(own);
        Some(Span::new(from + found.start, from + found.end))
    }

    /// Without the source, what stands in a kept block is found through its text; of a dropped one
    /// the whole is.
    fn of_source_rebuilt(&self, span: SourceSpan) -> Option<Span> {
        let blocks = &self.article.blocks;
        let at = (blocks.iter()).position(|block| block.source.contains(span))?;
        if blocks[at].kept() {
            let text = self.article.offsets.to_text(span);
            return self.of_text(text).filter(|found| !found.is_empty());
        }
        self.block(at)
    }

    fn block(&self, at: usize) -> Option<Span> {
        if self.is_source() {
            return self.of_source(self.article.blocks.get(at)?.source);
        }
        self.blocks.get(at).copied().flatten()
    }

    fn edit(&self, edit: &copydesk::record::Edit) -> Option<Span> {
        if self.is_source() {
            self.of_source(edit.source)
        } else {
            self.of_text(edit.span)
        }
    }

    /// As scripts count; nothing for an empty place.
    fn counted(&self, span: Span) -> Option<(u32, u32)> {
        let unit = |at: u32| self.units.get(at as usize).copied();
        let (start, end) = (unit(span.start)?, unit(span.end)?);
        (start < end).then_some((start, end))
    }

    /// Where a span of the text stands in the shown source.
    pub(super) fn text_at(&self, span: Span) -> Option<(u32, u32)> {
        self.counted(self.of_text(span)?)
    }

    /// Where a span of the source stands.
    pub(super) fn source_at(&self, span: SourceSpan) -> Option<(u32, u32)> {
        self.counted(self.of_source(span)?)
    }

    /// Where a block stands.
    pub(super) fn block_at(&self, at: usize) -> Option<(u32, u32)> {
        self.counted(self.block(at)?)
    }

    /// Where a repair stands.
    pub(super) fn edit_at(&self, edit: &copydesk::record::Edit) -> Option<(u32, u32)> {
        self.counted(self.edit(edit)?)
    }

    /// Where a value stands.
    pub(super) fn place_at(&self, place: &Place) -> Option<(u32, u32)> {
        match place {
            Place::Text(span) => self.text_at(*span),
            Place::Dropped { source, .. } => self.source_at(*source),
        }
    }

    /// Whether a part of the source is left out.
    pub(super) fn is_cut(&self) -> bool {
        self.cut
    }

    /// The view as JSON: the text, and its stretches as start, end, class, label.
    pub(super) fn json(&self) -> String {
        let mut shown = String::with_capacity(self.text.len());
        let mut letters = self.text.chars().peekable();
        while let Some(letter) = letters.next() {
            visible(&mut shown, letter, letters.peek().copied());
        }
        let mut out = String::with_capacity(shown.len() + 64 * self.runs.len());
        out.push_str("{\"text\":");
        json::string(&mut out, &shown);
        out.push_str(",\"runs\":[");
        let mut first = true;
        for (span, kind, label) in &self.runs {
            let Some((start, end)) = self.counted(*span) else {
                continue;
            };
            let before = if first { "" } else { "," };
            first = false;
            out.push_str(&format!("{before}[{start},{end},\"{}\",", kind.as_str()));
            json::string(&mut out, label);
            out.push(']');
        }
        out.push_str("]}");
        out
    }
}

/// Appends a letter so that it can be seen, or by its number.
fn visible(out: &mut String, letter: char, next: Option<char>) {
    match letter {
        // The line ends of other systems are no news.
        '\r' if next == Some('\n') => {}
        '\r' => out.push('\n'),
        '\n' | '\t' => out.push(letter),
        '\0'..' ' => out.extend(char::from_u32(0x2400 + u32::from(letter))),
        '\u{7f}'..='\u{9f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{ad}' => out.push_str(&format!("\u{27e8}U+{:04X}\u{27e9}", u32::from(letter))),
        _ => out.push(letter),
    }
}
