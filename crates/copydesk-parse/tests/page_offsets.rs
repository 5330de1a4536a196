//! Every block of every saved page against its bytes: what the offsets point at, charset and
//! markup decoded by other libraries, reads like the text.

use crate::html5::{
    fragment::{rcdata_text, text},
    letters,
};
use crate::pages::{self, Page};
use copydesk_core::{ParseOptions, RawDocument, SegmentKind, SourceSpan, Span};
use copydesk_parse::{Parsed, parse};
use encoding_rs::Encoding;

/// A page and how it was decoded.
struct Source<'a> {
    name: &'a str,
    document: &'a RawDocument,
    encoding: &'static Encoding,
    /// A string in a script that the body was read from.
    string: Option<SourceSpan>,
}

impl Source<'_> {
    /// The markup at a span.
    fn markup(&self, span: SourceSpan) -> String {
        let (markup, _) = self
            .encoding
            .decode_without_bom_handling(&self.document.bytes[span.range()]);
        if self
            .string
            .is_some_and(|string| string.cover(span) == string)
        {
            return serde_json::from_str(&format!("\"{markup}\"")).expect("a JSON string");
        }
        markup.into_owned()
    }

    /// Checks that the markup at a span shows these words.
    fn check(&self, span: SourceSpan, words: &str) {
        let markup = self.markup(span);
        let words = letters(words);
        assert!(
            letters(&text(&markup)) == words || letters(&rcdata_text(&markup)) == words,
            "{}: {span:?} is\n{markup:?}\nand not\n{words:?}",
            self.name
        );
    }
}

#[test]
fn every_run_and_block_points_at_its_bytes() {
    let pages = pages::all();
    let checked: usize = pages::check_all(&pages, check_page).iter().sum();
    assert!(
        pages.is_empty() || checked > 100 * pages.len(),
        "only {checked} pieces were compared"
    );
}

/// Checks a page; returns how many pieces of it were compared.
fn check_page(page: &Page) -> usize {
    let document = page.document();
    let parsed = parse(&document, &ParseOptions::default());
    let source = Source {
        name: &page.name,
        document: &document,
        encoding: Encoding::for_label(parsed.source.charset.as_bytes()).expect("a charset"),
        string: parsed
            .diagnostics
            .iter()
            .find(|note| note.code == "parse/body-from-json-ld")
            .and_then(|note| note.source),
    };
    let mut checked = 0;
    for block in &parsed.blocks {
        match block.span {
            Some(span) => {
                source.check(block.source, span.of(&parsed.text));
                assert_eq!(
                    parsed.offsets.to_source(span),
                    block.source,
                    "{}: {:?}",
                    page.name,
                    span.of(&parsed.text)
                );
            }
            None => source.check(block.source, &block.content),
        }
        checked += 1;
    }
    checked + check_segments(&source, &parsed)
}

/// Checks the map piece by piece; returns their number.
fn check_segments(source: &Source, parsed: &Parsed) -> usize {
    let (name, bytes) = (source.name, &source.document.bytes);
    assert_eq!(parsed.offsets.source_len() as usize, bytes.len(), "{name}");
    assert_eq!(
        parsed.offsets.text_len() as usize,
        parsed.text.len(),
        "{name}"
    );
    let mut blocks = parsed
        .blocks
        .iter()
        .filter_map(|block| block.span)
        .peekable();
    let mut at = Span::new(0, 0);
    for segment in parsed.offsets.segments() {
        assert_eq!(segment.text.start, at.end, "{name}: pieces tile");
        at = segment.text;
        while blocks
            .peek()
            .is_some_and(|block| block.end <= at.start && block.end < at.end)
        {
            blocks.next();
        }
        let words = at.of(&parsed.text);
        let in_block = blocks
            .peek()
            .is_some_and(|block| block.start <= at.start && at.end <= block.end);
        match segment.kind {
            SegmentKind::Copy => assert_eq!(
                &bytes[segment.source.range()],
                words.as_bytes(),
                "{name}: copied bytes are the same"
            ),
            SegmentKind::Replace if in_block => {
                let markup = source.markup(segment.source);
                let read = text(&markup);
                let is_space = matches!(words, " " | "\n" | "\t");
                assert!(
                    if is_space {
                        read.chars().all(char::is_whitespace)
                    } else {
                        read == words || rcdata_text(&markup) == words
                    },
                    "{name}: {markup:?} is not {words:?}"
                );
            }
            // Between two blocks of the text.
            SegmentKind::Replace => assert!(matches!(words, "\n" | "\n\n"), "{name}: {words:?}"),
            SegmentKind::Delete => {
                let inside = blocks
                    .peek()
                    .is_some_and(|block| block.start < at.start && at.start < block.end);
                if inside {
                    source.check(segment.source, "");
                }
            }
            SegmentKind::Insert => panic!("{name}: {words:?} has no source"),
        }
    }
    parsed.offsets.len()
}
