//! The law of sentences and tokens; the fuzz targets check it, too (`crates/laws`).

use copydesk_core::Span;

/// Whether a character may stand outside every span.
fn is_blank(c: char) -> bool {
    c <= ' '
        || c == '\u{7F}'
        || c.is_whitespace()
        || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}')
}

/// Spans in order, on character boundaries, without blanks at their ends, over everything else.
pub(crate) fn covers(text: &str, spans: impl Iterator<Item = Span>) {
    let mut at = 0;
    for span in spans {
        let inside = span.get(text).expect("a span on character boundaries");
        assert!(!inside.is_empty() && span.start as usize >= at);
        assert!(
            !inside.starts_with(is_blank) && !inside.ends_with(is_blank),
            "{inside:?}"
        );
        assert!(text[at..span.start as usize].chars().all(is_blank));
        at = span.end as usize;
    }
    assert!(text[at..].chars().all(is_blank));
}
