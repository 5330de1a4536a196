//! Laws of spans and of maps from a text to its source.

use copydesk_core::{OffsetMap, SegmentKind, SourceSpan, Span};

/// The map covers text and source without a gap, cuts no character, and what it copies is the same on
/// both sides where the source is UTF-8.
pub(crate) fn tiles(map: &OffsetMap, text: &str, source: &[u8], utf8: bool) {
    assert_eq!(
        map.text_len() as usize,
        text.len(),
        "the map covers the text"
    );
    assert_eq!(
        map.source_len() as usize,
        source.len(),
        "the map covers the source"
    );
    let (mut at, mut from) = (0, 0);
    for segment in map.segments() {
        assert_eq!(
            (segment.text.start, segment.source.start),
            (at, from),
            "segments tile"
        );
        (at, from) = (segment.text.end, segment.source.end);
        let words = segment.text.get(text);
        let words = words.unwrap_or_else(|| panic!("{segment:?} cuts a character"));
        if segment.kind == SegmentKind::Copy {
            assert_eq!(segment.text.len(), segment.source.len());
            if utf8 {
                let there = &source[segment.source.range()];
                assert_eq!(there, words.as_bytes(), "{segment:?} is copied");
            }
        }
    }
    assert_eq!(
        (at as usize, from as usize),
        (text.len(), source.len()),
        "segments reach the ends"
    );
}

/// Spans that are not empty, in order, apart, and on character boundaries.
pub(crate) fn ordered(what: &str, text: &str, spans: impl IntoIterator<Item = Span>) {
    let mut end = 0;
    for span in spans {
        assert!(span.start >= end, "{what}: {span:?} begins before {end}");
        words(what, text, span);
        end = span.end;
    }
}

/// The words of a span, of which there are some.
pub(crate) fn words<'a>(what: &str, text: &'a str, span: Span) -> &'a str {
    let words = span.get(text);
    let words = words.unwrap_or_else(|| panic!("{what}: {span:?} cuts or leaves the text"));
    assert!(!words.is_empty(), "{what}: {span:?} is empty");
    words
}

/// A span of the source lies in it, and cuts no character where it is UTF-8.
pub(crate) fn within(what: &str, source: &[u8], span: SourceSpan) {
    assert!(
        span.start <= span.end && span.end as usize <= source.len(),
        "{what}: {span:?} leaves {} bytes",
        source.len()
    );
    if let Ok(text) = str::from_utf8(source) {
        assert!(
            span.get(text).is_some(),
            "{what}: {span:?} cuts a character"
        );
    }
}
