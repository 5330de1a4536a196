//! The exact relation between a text and the source that it was made from.
//!
//! An [`OffsetMap`] is a list of segments that tiles both sides: every byte of the text and
//! every byte of the source belongs to exactly one segment. Where a stage copied bytes, one
//! segment covers the whole run, so the map grows with the number of edits and not with the
//! length of the text (tokenizers' `NormalizedString` spends 16 bytes per byte instead).
//!
//! # Laws
//! Held by property tests at the end of this file:
//! - *tile*: segments are adjacent on both sides, from 0 to both lengths;
//! - *round-trip*: mapping a span to the source and back gives a span that holds it, and the
//!   same span where it lies in copied text;
//! - *compose associatively*: `a.compose(&b.compose(&c))` and `a.compose(&b).compose(&c)` copy
//!   the same bytes from the same places, and leave the same stretches between the copies.
//!   (Inside such a stretch the order in which an insertion and a deletion meet may cut it
//!   differently. Joining whatever touches would remove that freedom, but then a repaired
//!   letter behind `<b>` would claim the tag as its source.)

use crate::{SourceSpan, Span};

/// What happened between a piece of source and a piece of text.
///
/// ```
/// use copydesk_core::{OffsetMap, SegmentKind};
/// let mut map = OffsetMap::builder();
/// map.delete(3); // <p>
/// map.copy(4);
/// let kinds: Vec<_> = map.finish().segments().map(|segment| segment.kind).collect();
/// assert_eq!(kinds, [SegmentKind::Delete, SegmentKind::Copy]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum SegmentKind {
    /// The same bytes on both sides. The only kind that may be split.
    Copy,
    /// Other bytes on both sides, possibly of other length (many-to-one, one-to-many).
    Replace,
    /// Source bytes that have no counterpart in the text.
    Delete,
    /// Text bytes that have no counterpart in the source.
    Insert,
}

/// One piece of an [`OffsetMap`].
///
/// ```
/// use copydesk_core::{OffsetMap, Segment, SegmentKind, SourceSpan, Span};
/// let mut map = OffsetMap::builder();
/// map.replace(1, 5); // `&` from `&amp;`
/// let segment = map.finish().segments().next();
/// assert_eq!(segment, Some(Segment {
///     kind: SegmentKind::Replace,
///     text: Span::new(0, 1),
///     source: SourceSpan::new(0, 5),
/// }));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Segment {
    /// What happened here.
    pub kind: SegmentKind,
    /// Bytes of the text; empty for [`SegmentKind::Delete`].
    pub text: Span,
    /// Bytes of the source; empty for [`SegmentKind::Insert`].
    pub source: SourceSpan,
}

/// Start of a segment; its end is the start of the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Piece {
    text: u32,
    source: u32,
    copy: bool,
}

/// A run-length map between a text and its source.
///
/// ```
/// use copydesk_core::{OffsetMap, SourceSpan, Span};
/// // "Tom &amp; Ann" became "Tom & Ann".
/// let mut map = OffsetMap::builder();
/// map.copy(4);
/// map.replace(1, 5);
/// map.copy(4);
/// let map = map.finish();
/// assert_eq!(map.to_source(Span::new(6, 9)), SourceSpan::new(10, 13)); // Ann
/// assert_eq!(map.to_source(Span::new(4, 5)), SourceSpan::new(4, 9)); // & came from &amp;
/// assert_eq!(map.to_text(SourceSpan::new(10, 13)), Span::new(6, 9));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct OffsetMap {
    pieces: Vec<Piece>,
    text_len: u32,
    source_len: u32,
}

impl OffsetMap {
    /// The map of a text that is its own source.
    ///
    /// ```
    /// use copydesk_core::{OffsetMap, SourceSpan, Span};
    /// let map = OffsetMap::identity(9);
    /// assert!(map.is_identity());
    /// assert_eq!(map.to_source(Span::new(2, 5)), SourceSpan::new(2, 5));
    /// ```
    pub fn identity(len: u32) -> Self {
        let mut builder = Self::builder();
        builder.copy(len);
        builder.finish()
    }

    /// Starts a map; segments are appended from left to right.
    pub fn builder() -> OffsetMapBuilder {
        OffsetMapBuilder {
            map: Self::default(),
            last: None,
        }
    }

    /// Bytes of the text.
    pub fn text_len(&self) -> u32 {
        self.text_len
    }

    /// Bytes of the source.
    pub fn source_len(&self) -> u32 {
        self.source_len
    }

    /// Whether text and source are the same bytes.
    pub fn is_identity(&self) -> bool {
        self.pieces.iter().all(|piece| piece.copy)
    }

    /// Number of segments.
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Whether both sides are empty.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The segments from left to right.
    pub fn segments(&self) -> impl DoubleEndedIterator<Item = Segment> + ExactSizeIterator + '_ {
        (0..self.pieces.len()).map(|at| self.segment(at))
    }

    /// The segments whose text shares bytes with `span`, and what was deleted between them.
    ///
    /// ```
    /// use copydesk_core::{OffsetMap, Span};
    /// let mut map = OffsetMap::builder();
    /// map.copy(4);
    /// map.replace(1, 5);
    /// map.copy(4);
    /// let map = map.finish();
    /// assert_eq!(map.segments_in(Span::new(0, 3)).count(), 1);
    /// assert_eq!(map.segments_in(Span::new(3, 9)).count(), 3);
    /// ```
    pub fn segments_in(&self, span: Span) -> impl Iterator<Item = Segment> + '_ {
        let first = self
            .pieces
            .partition_point(|piece| piece.text <= span.start)
            .saturating_sub(1);
        (first..self.pieces.len())
            .map(|at| self.segment(at))
            .take_while(move |segment| segment.text.start < span.end)
    }

    /// The map of the first `len` bytes of the text; the source behind them counts as left out.
    ///
    /// ```
    /// use copydesk_core::OffsetMap;
    /// let map = OffsetMap::identity(9).first(4);
    /// assert_eq!((map.text_len(), map.source_len()), (4, 9));
    /// ```
    #[must_use]
    pub fn first(&self, len: u32) -> Self {
        let mut first = Self::builder();
        for segment in self.segments() {
            let text = segment.text.end.min(len) - segment.text.start.min(len);
            let source = segment.source.end - segment.source.start;
            if segment.kind == SegmentKind::Copy {
                first.copy(text);
                first.delete(source - text);
            } else {
                first.replace(text, source);
            }
        }
        first.finish()
    }

    /// Where the bytes of `span` came from.
    ///
    /// A span that touches a replaced piece gets the whole source of that piece; source bytes
    /// deleted at either end of the span are not part of it. Offsets past the end count as
    /// the end. An empty span maps to an empty span.
    ///
    /// ```
    /// use copydesk_core::{OffsetMap, SourceSpan, Span};
    /// let mut map = OffsetMap::builder();
    /// map.copy(4);
    /// map.replace(1, 5); // `&` from `&amp;`
    /// map.copy(4);
    /// assert_eq!(map.finish().to_source(Span::new(4, 9)), SourceSpan::new(4, 13));
    /// ```
    pub fn to_source(&self, span: Span) -> SourceSpan {
        map_span(span, (self.text_len, self.source_len), |at| {
            self.at_text(at)
        })
        .into()
    }

    /// What became of the source bytes of `span`; empty where they were deleted.
    ///
    /// ```
    /// use copydesk_core::{OffsetMap, SourceSpan, Span};
    /// let mut map = OffsetMap::builder();
    /// map.copy(4);
    /// map.replace(1, 5); // `&` from `&amp;`
    /// let map = map.finish();
    /// assert_eq!(map.to_text(SourceSpan::new(6, 8)), Span::new(4, 5)); // the whole of it
    /// ```
    pub fn to_text(&self, span: SourceSpan) -> Span {
        map_span(span.into(), (self.source_len, self.text_len), |at| {
            self.at_source(at)
        })
    }

    /// [`to_source`](Self::to_source) for spans in order: each search starts where the last one
    /// ended, so that many spans cost one pass over the map.
    ///
    /// ```
    /// use copydesk_core::{OffsetMap, SourceSpan, Span};
    /// let map = OffsetMap::identity(9);
    /// let mut to_source = map.to_source_in_order();
    /// assert_eq!(to_source(Span::new(1, 3)), SourceSpan::new(1, 3));
    /// assert_eq!(to_source(Span::new(4, 9)), SourceSpan::new(4, 9));
    /// ```
    pub fn to_source_in_order(&self) -> impl FnMut(Span) -> SourceSpan + '_ {
        let mut near = 0;
        move |span| {
            map_span(span, (self.text_len, self.source_len), |at| {
                near = self.search(near, at, |piece| piece.text);
                self.text_sides(near)
            })
            .into()
        }
    }

    /// [`to_text`](Self::to_text) for spans in order, as
    /// [`to_source_in_order`](Self::to_source_in_order) is.
    ///
    /// ```
    /// use copydesk_core::{OffsetMap, SourceSpan, Span};
    /// let mut map = OffsetMap::builder();
    /// map.delete(3); // <p>
    /// map.copy(9);
    /// let map = map.finish();
    /// let mut to_text = map.to_text_in_order();
    /// assert_eq!(to_text(SourceSpan::new(3, 5)), Span::new(0, 2));
    /// assert_eq!(to_text(SourceSpan::new(6, 12)), Span::new(3, 9));
    /// ```
    pub fn to_text_in_order(&self) -> impl FnMut(SourceSpan) -> Span + '_ {
        let mut near = 0;
        move |span| {
            map_span(span.into(), (self.source_len, self.text_len), |at| {
                near = self.search(near, at, |piece| piece.source);
                self.source_sides(near)
            })
        }
    }

    /// The map from this map's text to the source of `earlier`, where `earlier` describes how
    /// this map's source was made.
    ///
    /// Pieces of the two maps that overlap in the text between them are joined into one.
    ///
    /// ```
    /// use copydesk_core::{OffsetMap, SourceSpan, Span};
    /// let mut markup = OffsetMap::builder();
    /// markup.delete(3); // <p>
    /// markup.copy(5);
    /// let mut reference = OffsetMap::builder();
    /// reference.replace(1, 5); // `&` from `&amp;`
    /// let map = reference.finish().compose(&markup.finish());
    /// assert_eq!(map.to_source(Span::new(0, 1)), SourceSpan::new(3, 8));
    /// ```
    ///
    /// # Panics
    /// If this map's source is not as long as the text of `earlier`.
    #[must_use]
    pub fn compose(&self, earlier: &Self) -> Self {
        assert_eq!(
            self.source_len, earlier.text_len,
            "the maps do not share the text between them"
        );
        if earlier.is_identity() {
            return self.clone();
        }
        if self.is_identity() {
            return earlier.clone();
        }
        let (later, count) = (self, self.pieces.len());
        let earlier_count = earlier.pieces.len();
        let mut out = Self::builder();
        // The next piece of each map; `middle` lies in it or at its start.
        let (mut left, mut right, mut middle) = (0, 0, 0);
        loop {
            while left < count && later.segment(left).source.is_empty() {
                out.insert(later.segment(left).text.len());
                left += 1;
            }
            while right < earlier_count && earlier.segment(right).text.is_empty() {
                out.delete(earlier.segment(right).source.len());
                right += 1;
            }
            if left == count || right == earlier_count {
                return out.finish();
            }
            let (a, b) = (later.segment(left), earlier.segment(right));
            if a.kind == SegmentKind::Copy && b.kind == SegmentKind::Copy {
                let end = a.source.end.min(b.text.end);
                out.copy(end - middle);
                left += usize::from(a.source.end == end);
                right += usize::from(b.text.end == end);
                middle = end;
                continue;
            }
            // Grow `end` until no piece that must stay whole reaches over it.
            let mut end = middle + 1;
            loop {
                let before = end;
                while left < count && later.segment(left).source.start < end {
                    let segment = later.segment(left);
                    if segment.kind != SegmentKind::Copy {
                        end = end.max(segment.source.end);
                    } else if segment.source.end > end {
                        break;
                    }
                    left += 1;
                }
                while right < earlier_count && earlier.segment(right).text.start < end {
                    let segment = earlier.segment(right);
                    if segment.kind != SegmentKind::Copy {
                        end = end.max(segment.text.end);
                    } else if segment.text.end > end {
                        break;
                    }
                    right += 1;
                }
                if end == before {
                    break;
                }
            }
            // The pieces at `left` and `right` start at `end`, or are copies that hold it.
            let text_end = later.pieces.get(left).map_or(later.text_len, |piece| {
                piece.text + end.saturating_sub(piece.source)
            });
            let source_end = earlier
                .pieces
                .get(right)
                .map_or(earlier.source_len, |piece| {
                    piece.source + end.saturating_sub(piece.text)
                });
            out.replace(text_end - out.map.text_len, source_end - out.map.source_len);
            middle = end;
        }
    }

    /// The segment with index `at`.
    fn segment(&self, at: usize) -> Segment {
        let piece = self.pieces[at];
        let (text_end, source_end) = self
            .pieces
            .get(at + 1)
            .map_or((self.text_len, self.source_len), |next| {
                (next.text, next.source)
            });
        let kind = if piece.copy {
            SegmentKind::Copy
        } else if piece.text == text_end {
            SegmentKind::Delete
        } else if piece.source == source_end {
            SegmentKind::Insert
        } else {
            SegmentKind::Replace
        };
        Segment {
            kind,
            text: Span::new(piece.text, text_end),
            source: SourceSpan::new(piece.source, source_end),
        }
    }
}

/// Builds an [`OffsetMap`] while its text is written, from left to right.
///
/// Adjacent copies, deletions and insertions join into one segment; replacements stay apart,
/// so that each repaired letter keeps its own place. Steps of length zero do nothing.
///
/// ```
/// use copydesk_core::{OffsetMap, SourceSpan, Span};
/// // "<p>a &lt; b" became "a < b!"
/// let mut map = OffsetMap::builder();
/// map.delete(3);
/// map.copy(2);
/// map.replace(1, 4);
/// map.copy(2);
/// map.insert(1);
/// let map = map.finish();
/// assert_eq!((map.text_len(), map.source_len()), (6, 11));
/// assert_eq!(map.to_source(Span::new(2, 3)), SourceSpan::new(5, 9));
/// ```
#[derive(Clone, Debug)]
pub struct OffsetMapBuilder {
    map: OffsetMap,
    last: Option<SegmentKind>,
}

impl OffsetMapBuilder {
    /// `len` bytes were copied from the source.
    pub fn copy(&mut self, len: u32) {
        self.push(SegmentKind::Copy, len, len);
    }

    /// `source_len` source bytes became `text_len` other bytes. A length of zero on one side
    /// makes it a deletion or an insertion.
    pub fn replace(&mut self, text_len: u32, source_len: u32) {
        let kind = match (text_len, source_len) {
            (0, _) => SegmentKind::Delete,
            (_, 0) => SegmentKind::Insert,
            _ => SegmentKind::Replace,
        };
        self.push(kind, text_len, source_len);
    }

    /// `len` source bytes were left out.
    pub fn delete(&mut self, len: u32) {
        self.push(SegmentKind::Delete, 0, len);
    }

    /// `len` bytes were written that are not in the source.
    pub fn insert(&mut self, len: u32) {
        self.push(SegmentKind::Insert, len, 0);
    }

    /// Makes room for `segments` more.
    pub fn reserve(&mut self, segments: usize) {
        self.map.pieces.reserve(segments);
    }

    /// Bytes of text so far.
    pub fn text_len(&self) -> u32 {
        self.map.text_len
    }

    /// Bytes of source so far.
    pub fn source_len(&self) -> u32 {
        self.map.source_len
    }

    /// The finished map.
    pub fn finish(self) -> OffsetMap {
        self.map
    }

    fn push(&mut self, kind: SegmentKind, text_len: u32, source_len: u32) {
        if text_len == 0 && source_len == 0 {
            return;
        }
        let map = &mut self.map;
        let joins = kind != SegmentKind::Replace && self.last == Some(kind);
        self.last = Some(kind);
        if !joins {
            map.pieces.push(Piece {
                text: map.text_len,
                source: map.source_len,
                copy: kind == SegmentKind::Copy,
            });
        }
        map.text_len += text_len;
        map.source_len += source_len;
    }
}

/// The two sides of a segment, the one that is looked up first.
struct Sides {
    from: Span,
    to: Span,
    copy: bool,
}

impl Sides {
    /// Where the byte `offset` of `from` lies in `to`: the place itself in copied bytes, the
    /// whole of `to` elsewhere.
    fn carry(&self, offset: u32) -> Span {
        if self.copy {
            let start = self.to.start + (offset - self.from.start);
            Span::new(start, start + 1)
        } else {
            self.to
        }
    }
}

impl OffsetMap {
    /// The segment that holds byte `offset` of the text, which must not be past its end.
    fn at_text(&self, offset: u32) -> Sides {
        self.text_sides(self.pieces.partition_point(|piece| piece.text <= offset) - 1)
    }

    /// The segment that holds byte `offset` of the source, which must not be past its end.
    fn at_source(&self, offset: u32) -> Sides {
        self.source_sides(self.pieces.partition_point(|piece| piece.source <= offset) - 1)
    }

    /// The last piece that starts at or before `offset` on one side, searched from the piece
    /// `near`: mostly it is that one or one of the next.
    fn search(&self, near: usize, offset: u32, start: impl Fn(&Piece) -> u32) -> usize {
        const STEPS: usize = 8;
        if start(&self.pieces[near]) > offset {
            return self.pieces[..near].partition_point(|piece| start(piece) <= offset) - 1;
        }
        let rest = &self.pieces[near + 1..];
        let soon = &rest[..rest.len().min(STEPS)];
        let passed = match soon.iter().position(|piece| start(piece) > offset) {
            Some(passed) => passed,
            None => rest.partition_point(|piece| start(piece) <= offset),
        };
        near + passed
    }

    fn text_sides(&self, at: usize) -> Sides {
        let segment = self.segment(at);
        Sides {
            from: segment.text,
            to: segment.source.into(),
            copy: segment.kind == SegmentKind::Copy,
        }
    }

    fn source_sides(&self, at: usize) -> Sides {
        let segment = self.segment(at);
        Sides {
            from: segment.source.into(),
            to: segment.text,
            copy: segment.kind == SegmentKind::Copy,
        }
    }
}

/// Maps `span` of a side that is `len` bytes long to the side that is `to_len` bytes long.
fn map_span(span: Span, (len, to_len): (u32, u32), mut at: impl FnMut(u32) -> Sides) -> Span {
    let (start, end) = (span.start.min(len), span.end.min(len));
    if start == len {
        return Span::empty(to_len);
    }
    let first = at(start).carry(start);
    if start == end {
        return Span::empty(first.start);
    }
    first.cover(at(end - 1).carry(end - 1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{OffsetMap, SegmentKind};
    use crate::{SourceSpan, Span};

    /// Steps that write a text of exactly the source given, chosen by `choices`.
    fn map_over(source_len: u32, choices: &[(u8, u32, u32)]) -> OffsetMap {
        let mut map = OffsetMap::builder();
        for &(kind, a, b) in choices {
            let left = source_len - map.source_len();
            match kind % 4 {
                0 => map.copy(a.min(left)),
                1 => map.replace(b, a.min(left)),
                2 => map.delete(a.min(left)),
                _ => map.insert(b),
            }
        }
        map.copy(source_len - map.source_len());
        map.finish()
    }

    fn steps() -> impl Strategy<Value = Vec<(u8, u32, u32)>> {
        prop::collection::vec((0u8..4, 0u32..6, 0u32..6), 0..12)
    }

    fn chain() -> impl Strategy<Value = [OffsetMap; 3]> {
        (0u32..40, steps(), steps(), steps()).prop_map(|(len, c, b, a)| {
            let c = map_over(len, &c);
            let b = map_over(c.text_len(), &b);
            let a = map_over(b.text_len(), &a);
            [a, b, c]
        })
    }

    fn assert_tiles(map: &OffsetMap) {
        let (mut text, mut source) = (0, 0);
        for segment in map.segments() {
            assert_eq!((segment.text.start, segment.source.start), (text, source));
            let empty = (segment.text.is_empty(), segment.source.is_empty());
            match segment.kind {
                SegmentKind::Copy => assert_eq!(segment.text.len(), segment.source.len()),
                SegmentKind::Replace => assert_eq!(empty, (false, false)),
                SegmentKind::Delete => assert_eq!(empty, (true, false)),
                SegmentKind::Insert => assert_eq!(empty, (false, true)),
            }
            (text, source) = (segment.text.end, segment.source.end);
        }
        assert_eq!((text, source), (map.text_len(), map.source_len()));
    }

    /// What was copied, and with it the stretches in between.
    fn copies(map: &OffsetMap) -> Vec<(Span, SourceSpan)> {
        map.segments()
            .filter(|segment| segment.kind == SegmentKind::Copy)
            .map(|segment| (segment.text, segment.source))
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn segments_tile_both_sides([a, b, c] in chain()) {
            for map in [&a, &b, &c, &a.compose(&b), &b.compose(&c)] {
                assert_tiles(map);
            }
        }

        #[test]
        fn composition_is_associative([a, b, c] in chain()) {
            let (left, right) = (a.compose(&b.compose(&c)), a.compose(&b).compose(&c));
            prop_assert_eq!(copies(&left), copies(&right));
            prop_assert_eq!(left.text_len(), right.text_len());
            prop_assert_eq!(left.source_len(), right.source_len());
        }

        #[test]
        fn identity_is_neutral([a, _, _] in chain()) {
            prop_assert_eq!(&a.compose(&OffsetMap::identity(a.source_len())), &a);
            prop_assert_eq!(&OffsetMap::identity(a.text_len()).compose(&a), &a);
        }

        #[test]
        fn spans_round_trip([a, b, _] in chain(), x in 0u32..60, y in 0u32..60) {
            let map = a.compose(&b);
            let (start, end) = (x.min(y).min(map.text_len()), x.max(y).min(map.text_len()));
            let span = Span::new(start, end);
            let source = map.to_source(span);
            prop_assert!(source.end <= map.source_len());
            let touched: Vec<_> = map.segments_in(span).collect();
            if !span.is_empty() && touched.iter().all(|segment| segment.kind == SegmentKind::Copy) {
                prop_assert_eq!(map.to_text(source), span);
            } else if touched.iter().all(|segment| segment.kind != SegmentKind::Insert) {
                prop_assert!(map.to_text(source).contains(span) || span.is_empty());
            }
        }

        #[test]
        fn composed_spans_agree_with_two_steps([a, b, _] in chain(), x in 0u32..60, y in 0u32..60) {
            let span = Span::new(x.min(y).min(a.text_len()), x.max(y).min(a.text_len()));
            let two_steps = b.to_source(a.to_source(span).into());
            let composed = a.compose(&b).to_source(span);
            // Joined pieces can only widen the answer.
            prop_assert!(span.is_empty() || two_steps.is_empty() || composed.contains(two_steps));
        }
    }

    proptest! {
        #[test]
        fn searches_in_order_agree(
            [map, ..] in chain(),
            spans in prop::collection::vec((0u32..60, 0u32..9), 0..9),
        ) {
            let (mut to_source, mut to_text) = (map.to_source_in_order(), map.to_text_in_order());
            // Out of order it is only slower.
            for (start, len) in spans {
                let span = Span::new(start, start + len);
                prop_assert_eq!(to_source(span), map.to_source(span));
                prop_assert_eq!(to_text(span.into()), map.to_text(span.into()));
            }
        }
    }

    #[test]
    fn a_replacement_maps_whole() {
        let mut builder = OffsetMap::builder();
        builder.copy(3);
        builder.replace(1, 5);
        builder.delete(2);
        builder.insert(1);
        builder.copy(2);
        let map = builder.finish();
        assert_eq!(map.to_source(Span::new(3, 4)), SourceSpan::new(3, 8));
        assert_eq!(map.to_source(Span::new(2, 4)), SourceSpan::new(2, 8));
        assert_eq!(map.to_source(Span::new(4, 5)), SourceSpan::new(10, 10));
        assert_eq!(map.to_source(Span::new(5, 7)), SourceSpan::new(10, 12));
        assert_eq!(map.to_text(SourceSpan::new(8, 10)), Span::new(4, 4));
        assert_eq!(map.to_text(SourceSpan::new(4, 6)), Span::new(3, 4));
        assert_eq!(map.to_source(Span::new(7, 7)), SourceSpan::new(12, 12));
    }
}
