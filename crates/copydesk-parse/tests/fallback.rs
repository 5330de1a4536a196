//! Bodies that are not on the page: in its JSON-LD, or in an element that is not shown.

use copydesk_core::{Format, ParseOptions, RawDocument, SegmentKind, record::BlockKind};
use copydesk_parse::{Parsed, parse};

/// Five paragraphs, as lines of a JSON string.
const LINES: &str = r"The port of Gdynia reopened on Friday after a strike of nine days, the harbour office said.\nEleven ships left before noon, among them two ferries to Karlskrona, \u201cfull to the last cabin\u201d.\nThe crane drivers had asked for shorter shifts &amp; a doctor on the quay, and got both of them.\n\nTheir union called the agreement a beginning; the owners of the terminal called it expensive.\nThe next talks, about pay, begin in \ud83d\udea2 October, both sides told the paper on Friday evening.";

const TEASER: &str = "<article><h1>Port reopens</h1><p>The port of Gdynia reopened on Friday after \
    a strike of nine days.</p></article>";

fn data(body: &str) -> String {
    format!(
        r#"<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Port reopens","articleBody":"{body}"}}</script>"#
    )
}

fn read(page: &str, title_in_text: bool) -> Parsed {
    let mut raw = RawDocument::from_bytes(page.as_bytes());
    raw.format = Format::Html;
    let mut options = ParseOptions::default();
    options.title_in_text = title_in_text;
    let parsed = parse(&raw, &options);
    for segment in parsed.offsets.segments() {
        if segment.kind == SegmentKind::Copy {
            assert_eq!(segment.text.of(&parsed.text), segment.source.of(page));
        }
    }
    parsed
}

fn codes(parsed: &Parsed) -> Vec<&str> {
    parsed.diagnostics.iter().map(|note| &*note.code).collect()
}

#[test]
fn json_ld_has_the_body() {
    let page = format!("<title>Port reopens</title>{}{TEASER}", data(LINES));
    let parsed = read(&page, false);
    assert_eq!(codes(&parsed), ["parse/body-from-json-ld"]);
    let paragraphs: Vec<&str> = parsed.text.split("\n\n").collect();
    assert_eq!(paragraphs.len(), 5);
    assert!(paragraphs[1].ends_with("\u{201c}full to the last cabin\u{201d}."));
    assert!(paragraphs[2].contains("shifts & a doctor"));
    assert!(parsed.article_score > 0.5, "{}", parsed.article_score);
    let source_of = |words: &str| {
        let start = parsed.text.find(words).expect("the words are in the text");
        let span = copydesk_core::Span::at(start, start + words.len());
        parsed.offsets.to_source(span).of(&page)
    };
    assert_eq!(source_of("\u{1f6a2}"), r"\ud83d\udea2");
    assert_eq!(source_of("shifts & a"), "shifts &amp; a");
    assert_eq!(source_of("\u{201c}full"), r"\u201cfull");
}

#[test]
fn the_headline_of_the_data_comes_first() {
    for page in [
        format!("{}{TEASER}", data(LINES)),
        format!("{TEASER}{}", data(LINES)),
    ] {
        let parsed = read(&page, true);
        assert!(
            parsed
                .text
                .starts_with("Port reopens\n\nThe port of Gdynia"),
            "{}",
            parsed.text
        );
        let titles = parsed
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Title && block.kept());
        assert_eq!(titles.count(), 1);
    }
}

#[test]
fn markup_in_the_data_is_read() {
    let body = format!("<p>{}<\\/p>", LINES.replace(r"\n", r"<\/p>\n<p>"));
    let parsed = read(&format!("{}{TEASER}", data(&body)), false);
    assert_eq!(parsed.text.split("\n\n").count(), 5, "{}", parsed.text);
    assert!(!parsed.text.contains('<'));
}

#[test]
fn a_complete_page_is_left_alone() {
    let shown = LINES
        .replace(r"\n", "</p><p>")
        .replace(r"\u201c", "\u{201c}")
        .replace(r"\u201d", "\u{201d}");
    let whole = format!("{}<h1>Port reopens</h1><p>{shown}</p>", data(LINES));
    assert!(codes(&read(&whole, false)).is_empty());
    let short = format!("{}{TEASER}", data("The port of Gdynia reopened on Friday."));
    let parsed = read(&short, false);
    assert!(codes(&parsed).is_empty());
    assert!(parsed.text.ends_with("a strike of nine days."));
}

#[test]
fn a_hidden_element_has_the_body() {
    for holder in ["noscript", "template"] {
        let shown = LINES.replace(r"\n", "</p><p>");
        let page = format!("{TEASER}<{holder}><p>{shown}</p></{holder}>");
        let parsed = read(&page, false);
        assert_eq!(codes(&parsed), ["parse/body-from-hidden"]);
        assert!(parsed.text.contains("two ferries to Karlskrona"));
    }
}
