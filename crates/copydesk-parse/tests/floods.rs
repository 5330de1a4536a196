//! Pages of one thing over and over: work that grows with the square of the length would take
//! minutes here, so that it shows without a clock.

use std::fmt::Write as _;

use copydesk_core::{Format, ParseOptions, RawDocument};
use copydesk_parse::parse;

/// Bytes of a page. What is known to be slowest takes a few tenths of a second.
const BYTES: usize = 2_000_000;

const ARTICLE: &str = "<article><h1>Port reopens</h1><p>The port of Gdynia reopened on Friday after \
    a strike of nine days, the harbour office said, and eleven ships left the quays.</p></article>";

/// Reads a page that begins with an article; its bytes must be accounted for.
fn check(name: &str, page: &str) {
    let mut raw = RawDocument::from_bytes(page.as_bytes());
    raw.format = Format::Html;
    let parsed = parse(&raw, &ParseOptions::default());
    assert_eq!(parsed.offsets.source_len() as usize, page.len(), "{name}");
    assert_eq!(
        parsed.offsets.text_len() as usize,
        parsed.text.len(),
        "{name}"
    );
    let longest = parsed.blocks.iter().map(|block| block.source.end).max();
    assert!(
        longest.is_some_and(|end| end as usize <= page.len()),
        "{name}"
    );
}

/// Each unit over and over, after a beginning of its own.
fn check_all(units: &[(&str, &str)]) {
    for (before, unit) in units {
        let page = format!("{ARTICLE}{before}{}", unit.repeat(BYTES / unit.len()));
        check(&format!("{before:?} {unit:?}"), &page);
    }
}

#[test]
fn nesting() {
    check_all(&[
        ("", "<div>"),
        ("", "<table><tr><td>"),
        ("", "<ul><li>x"),
        ("", "<dl><dt>x<dd>y"),
        ("", "<b>x"),
        ("", "<b>x<i>y</i></b>"),
        ("", "<font><div>x"),
        ("", "<x-a><div></x-a>"),
        ("", "<svg><g><foreignObject><p>"),
        ("", "<button>x"),
        ("", "<form>"),
        ("", "<select><option>x"),
        ("", "<template>x"),
        ("<p><td>", "<span></p>"),
        ("<b><div>", "<span></b>"),
        ("<h1><div>", "<div></h2>"),
        ("<math>", "<g><![CDATA[]]>"),
    ]);
}

#[test]
fn unclosed_tags() {
    check_all(&[
        ("", "<p>"),
        ("", "<p>x"),
        ("", "</p>"),
        ("", "<li>x"),
        ("<table>", "<tr><td>x"),
        ("", "<a>x"),
        ("", "<a"),
        ("", "<a b=\""),
        ("", "<a b='\"x"),
        ("", "</"),
        ("", "<"),
        ("", "<!"),
        ("", "<h1><h2>x"),
    ]);
}

#[test]
fn raw_text_and_comments() {
    check_all(&[
        ("", "<!--"),
        ("", "<!-- --"),
        ("", "<!--x-->"),
        ("<svg>", "<![CDATA["),
        ("", "<script"),
        ("", "<script>"),
        ("", "<script></script>"),
        ("", "<script><!--<script>"),
        ("", "<script><!--<script></script>"),
        ("<script><!--", "<script></script"),
        ("<script><!--", "<script --> <!--"),
        ("", "<title>"),
        ("", "<title></title"),
        ("", "<textarea>x"),
        ("", "<xmp>"),
        ("", "<style>.a{display:none}</style>"),
    ]);
}

#[test]
fn references() {
    check_all(&[
        ("", "&"),
        ("", "&amp"),
        ("", "&#"),
        ("", "&#9;"),
        ("", "&nbsp;"),
        ("", "&CounterClockwiseContourIntegra"),
    ]);
}

#[test]
fn attributes() {
    let mut tag = String::from("<div");
    for index in 0..BYTES / 9 {
        let _ = write!(tag, " a{index}=x");
    }
    check("attributes", &format!("{ARTICLE}{tag}>"));
    check_all(&[
        ("<a ", "\""),
        ("<a ", "=\" "),
        ("<a =", "  \""),
        ("", "<a href=\"x\"y=\"z\" "),
        ("", "<p class=\"share comment nav\">x"),
        ("", "<div id=\"a-b-c_d\">x</div>"),
        ("", "<meta name=author content=x>"),
    ]);
}

#[test]
fn data() {
    const BODY: &str =
        "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"articleBody\":\"";
    check_all(&[
        ("<script type=\"application/ld+json\">", "["),
        ("<script type=\"application/ld+json\">", "{\"a\":"),
        (BODY, "<b>x"),
        (BODY, "x\\n"),
        (BODY, "\\u00e9"),
        (BODY, "&lt;/p&gt;"),
        (
            BODY,
            "Eleven ships left the port after the strike of nine days.\\n",
        ),
        (
            "",
            "<noscript><p>Eleven ships left the port after the strike of nine days.</p></noscript>",
        ),
    ]);
}
