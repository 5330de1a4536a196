//! Laws of the parser: charset, HTML, plain text.

use copydesk_core::{Format, ParseOptions, RawDocument, Span, record::MAX_NESTING};
use copydesk_parse::{Parsed, decode, parse};
use encoding_rs::Encoding;

use crate::{
    choices::{Choices, text},
    maps::{ordered, tiles, within},
};

const LABELS: [Option<&str>; 16] = [
    None,
    Some("utf-8"),
    Some("windows-1252"),
    Some("windows-1251"),
    Some("shift_jis"),
    Some("euc-jp"),
    Some("iso-2022-jp"),
    Some("gbk"),
    Some("gb18030"),
    Some("big5"),
    Some("euc-kr"),
    Some("utf-16le"),
    Some("utf-16be"),
    Some("iso-2022-kr"),
    Some("x-user-defined"),
    Some("no charset"),
];

/// Any bytes in any charset: the text is what `encoding_rs` decodes, and the map tiles both.
pub(crate) fn charset(input: &[u8]) {
    let mut choices = Choices::of(input);
    let mut document = RawDocument::from_bytes(input);
    document.charset = choices.one(&LABELS).map(str::to_owned);
    document.format = choices.one(&[Format::PlainText, Format::Html, Format::Auto]);
    let (text, map) = decode(&document);
    let source = parse(&document, &ParseOptions::default()).source;
    tiles(&map, &text, input, true);
    if source.charset.is_empty() {
        // It is no text.
        return;
    }
    let encoding = Encoding::for_label_no_replacement(source.charset.as_bytes());
    let encoding = encoding.unwrap_or_else(|| panic!("{} is a charset", source.charset));
    let (expected, _) = encoding.decode_with_bom_removal(input);
    assert_eq!(text, expected, "decoded as {}", source.charset);
    assert!(
        ["bom", "caller", "meta", "valid-utf-8", "detected"].contains(&&*source.charset_evidence),
        "{}",
        source.charset_evidence
    );
}

/// Any bytes as a page.
pub(crate) fn html(input: &[u8]) {
    read(input, Format::Html);
}

/// Any bytes as plain text.
pub(crate) fn plain(input: &[u8]) {
    read(input, Format::PlainText);
}

fn read(input: &[u8], format: Format) {
    let mut choices = Choices::of(input);
    let mut options = ParseOptions::default();
    options.title_in_text = choices.yes();
    options.keep_dropped = !choices.yes();
    options.max_depth = choices.one(&[options.max_depth, 1, 16]);
    let as_string = choices.yes();
    let mut document = if as_string {
        RawDocument::from_text(text(input))
    } else {
        RawDocument::from_bytes(input)
    };
    document.format = format;
    let parsed = parse(&document, &options);
    parsed_is_lawful(&document.bytes, &parsed);
    assert_eq!(parsed.source_points.is_some(), as_string);
    // What was dropped is told or not; it changes nothing else.
    options.keep_dropped = !options.keep_dropped;
    let other = parse(&document, &options);
    assert_eq!(parsed.text, other.text, "dropped blocks do not matter");
    assert_eq!(parsed.metadata, other.metadata);
}

fn parsed_is_lawful(source: &[u8], parsed: &Parsed) {
    let text = &parsed.text;
    tiles(&parsed.offsets, text, source, true);
    let kept = || parsed.blocks.iter().filter_map(|block| block.span);
    ordered("block", text, kept());
    let mut at = 0;
    for span in kept().chain([Span::at(text.len(), text.len())]) {
        let between = &text[at..span.start as usize];
        assert!(between.trim().is_empty(), "{between:?} is in no block");
        at = span.end as usize;
    }
    for block in &parsed.blocks {
        within("block", source, block.source);
        assert!(block.within.len() <= MAX_NESTING);
        assert_eq!(block.kept(), block.span.is_some());
        if let Some(span) = block.span {
            assert_eq!(parsed.offsets.to_source(span), block.source);
            let mut at = span.start;
            for cell in &block.cells {
                assert!(cell.span.start >= at && cell.span.end <= span.end);
                assert!(cell.span.get(text).is_some());
                at = cell.span.end;
            }
        }
    }
    for evidence in &parsed.metadata.evidence {
        if let Some(span) = evidence.source {
            within(&evidence.field, source, span);
        }
    }
    for note in &parsed.diagnostics {
        if let Some(span) = note.source {
            within(&note.code, source, span);
        }
        if let Some(span) = note.span {
            assert!(span.get(text).is_some(), "{note:?}");
        }
    }
    assert!((0.0..=1.0).contains(&parsed.article_score));
}
