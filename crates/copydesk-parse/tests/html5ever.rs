//! The text of pages against html5ever, which reads as browsers do: the same letters, and white
//! space at the same places.
//!
//! Differences that are meant (documents with them are in [`DIFFERENT`]):
//! - Text keeps its place in the source, also where browsers move it in front of a table, and
//!   parts of tables outside of one are no elements, also in a `<template>`.
//! - A `<time>` and what follows it are parted: templates do that by style.
//! - What is never closed does not swallow the rest of the page: an attribute quote, `<title>`,
//!   `<textarea>`, a CDATA section, a script in a comment in a script, `<plaintext>`.
//! - A quote after a `=` always begins a value, also where the `=` begins a name.
//! - The 93 entity names that stand for two characters stay as they are written.
//! - `<style>`, `<title>` and `<script>` in a drawing are not markup.
//! - The end tags of `<svg>`, `<math>` and `<noscript>` end what is open inside.
//! - What is hidden inside of a paragraph is part of the paragraph.
//! - A paragraph in a `<head>` does not end the head; a `<frameset>` does not hide the page;
//!   `<marquee>`, `<applet>` and `<listing>` are elements like any other.

use crate::html5::{
    page::{Reading, page_text},
    text::Text,
};
use crate::pages::{self, Page};
use copydesk_core::{Format, ParseOptions, RawDocument, record::DropReason};
use copydesk_parse::parse;
use encoding_rs::Encoding;

/// The text of all blocks, kept and dropped, and the charset.
fn our_text(document: &RawDocument, reading: Reading) -> (Text, String) {
    let parsed = parse(document, &ParseOptions::default());
    // What was read from data stands in a script, and is no text of the page.
    let data = parsed
        .diagnostics
        .iter()
        .find(|note| note.code == "parse/body-from-json-ld")
        .and_then(|note| note.source);
    let mut out = Text::default();
    for block in &parsed.blocks {
        if data.is_some_and(|data| data.overlaps(block.source)) {
            continue;
        }
        if reading == Reading::Shown && block.dropped == Some(DropReason::Hidden) {
            continue;
        }
        out.part();
        out.push(match block.span {
            Some(span) => span.of(&parsed.text),
            None => &block.content,
        });
    }
    out.part();
    (out, parsed.source.charset)
}

/// What is different, in words, if anything is.
fn difference(ours: &Text, oracle: &Text) -> Option<String> {
    let at = if ours.letters == oracle.letters {
        *ours.parted_otherwise(oracle).first()?
    } else {
        let pairs = ours.letters.char_indices().zip(oracle.letters.chars());
        pairs
            .into_iter()
            .find(|((_, our), their)| our != their)
            .map_or_else(
                || ours.letters.len().min(oracle.letters.len()),
                |((at, _), _)| at,
            )
    };
    Some(format!(
        "at {at}:\n   ours   {}\n   oracle {}",
        ours.around(at),
        oracle.around(at)
    ))
}

#[test]
fn saved_pages_read_the_same() {
    let pages = pages::all();
    let differences: Vec<String> = pages::check_all(&pages, page_difference)
        .into_iter()
        .flatten()
        .collect();
    println!(
        "{} of {} pages agree",
        pages.len() - differences.len(),
        pages.len()
    );
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

fn page_difference(page: &Page) -> Option<String> {
    let document = page.document();
    let (ours, charset) = our_text(&document, Reading::Everything);
    let encoding = Encoding::for_label(charset.as_bytes()).expect("a charset");
    let (html, ..) = encoding.decode(&document.bytes);
    difference(&ours, &page_text(&html, Reading::Everything))
        .map(|difference| format!("{} {difference}", page.name))
}

#[test]
fn documents_of_our_own_read_the_same() {
    let mut differences = vec![];
    for html in DOCUMENTS {
        for reading in [Reading::Everything, Reading::Shown] {
            let mut document = RawDocument::from_bytes(html.as_bytes());
            document.format = Format::Html;
            let (ours, _) = our_text(&document, reading);
            if let Some(difference) = difference(&ours, &page_text(html, reading)) {
                differences.push(format!("{html:?} {reading:?} {difference}"));
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

const DOCUMENTS: &[&str] = &[
    "<p>one<p>two<div>three</div>four",
    "<p>one<div>two</div>three</p>four",
    "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e",
    "<dl><dt>a<dd>b<dt>c<dd>d</dl>",
    "<table><tr><td>a<td>b<tr><th>c</table>d",
    "<table><caption>x<tr><td>a<table><tr><td>b</table>c</table>d",
    "<table>before<tr><td>cell</td></tr>between<tr><td>last</table>after",
    "<table><div>box</div><tr>row text<td>cell</table>",
    "<table><tr><td><p>a<td></p>b</table>",
    "<td>a</td><tr>b</tr><tbody>c",
    "<select><option>a<option>b<optgroup label=x><option>c</select>d",
    "<select><div>a</div><p>b</select>c",
    "<select><option>a<input>b<option>c</select>d",
    "<select><option>one<select><option>two</select>three",
    "<textarea><p>a</p> &amp; b <!-- c --></textarea>d",
    "<title>a <b>b</b> &lt; <!-- x --></title><p>c",
    "<xmp><b>a</b> &amp; b</xmp>c",
    "<iframe>a<p>b</iframe>c",
    "<noembed>a<p>b</noembed>c",
    "<noframes>a<p>b</noframes>c",
    "<style>a{}</style>b<script>c</script>d",
    r#"<script>"</scripty>"<!-- </script>a"#,
    "<script><!-- <script>a</script> --></script>b",
    "<script><!-- <script>a</script> </script>b",
    "<script><!--> <script>a</script>b",
    "a<!-->b",
    "a<!--->b",
    "a<!-- x --!>b",
    "a<!-- x -- > y -->b",
    "a<!-- <!-- x --> y -->b",
    "a<!--- x --->b",
    "a<!x>b<!>c<!->d<!-e>f",
    "a<?php echo 1 ?>b<?>c",
    "a</>b</ x>c</1>d",
    "a < b <3 <= <_ x> </",
    "a <",
    "a <b",
    "a</b",
    "a<![CDATA[b > c]]>d",
    "<svg><![CDATA[a > b <p>]]></svg>c",
    "<math><![CDATA[a > b]]></math>c",
    "<svg><p>a</p></svg>b",
    "<svg/>a<svg><g/>b</svg>c",
    "<svg><script>a</script><text>b</text></svg>",
    r#"<p title="a>b" class='c>d' id=e"f>g"#,
    r#"<p title=a>b<p title = 'c>d'>e<p / title="x>">f"#,
    r#"<p a="b"c="d>e">f"#,
    r#"<p a='b">'>c"#,
    "<p a=b'c>d'>e",
    r#"<p a="x" "b>c">d"#,
    "<p <b>a</b>c",
    "<div/>a<p/>b<br/>c<span/>d",
    "a</br>b</p>c",
    "<b>a</p>b</b>c",
    "<div></p>a</div>",
    "<b>a<i>b</b>c</i>d",
    "<b>a<p>b</b>c</p>d",
    "<a href=1>a<a href=2>b</a>c</a>d",
    "<a>a<div>b<a>c</div>d",
    "<p><a>a<p>b</a>c",
    "<font><p>a</font>b<p>c",
    "<body>a<body class=x>b</body>c</html>d",
    "<head><title>a</title></head>b<title>c</title>",
    "<h1>a<h2>b</h1>c</h2>d",
    "<h1>a<p>b</h2>c",
    "<button>a<p>b<button>c</button>d",
    "<form>a<form>b</form>c</form>d",
    "<nobr>a<nobr>b</nobr>c",
    "<ruby>a<rt>b<rp>c<rt>d</ruby>e",
    "<pre>\na\nb</pre>c",
    "<image>a<isindex>b",
    "<table><template><p>a</template><tr><td>b</table>",
    "<head><noscript><style>x</style><img></noscript></head>b",
    "<object>a<p>b</object>c<video>d</video><audio>e</audio><canvas>f</canvas>",
    "&amp;&lt;&gt;&quot;&apos;&nbsp;x",
    "&amp &lt &copy &reg &notit; &noti &notin; &notin",
    "&copy2024 &ampx &AMP &Copy &COPY;",
    "&#65; &#x41; &#X41 &#65a &#x41g",
    "&#0; &#x0; &#128; &#150; &#x80; &#x9f; &#129; &#x81;",
    "&#xD800; &#xDFFF; &#x110000; &#99999999999999999999; &#xFFFFFFFFFFFF;",
    "&#1; &#11; &#12; &#13; &#127; &#xFDD0; &#xFFFF; &#x1F600;",
    "&#; &#x; &#xg; & &; &a &zzz; &AMPx;",
    "&bigodot; &rightarrow; &CounterClockwiseContourIntegral; &lang; &hearts;",
    "<p>a&#32;b&#x20;c&Tab;d&NewLine;e",
    "<p>a<!DOCTYPE html>b",
    "<custom-tag>a<p>b</custom-tag>c",
    "<a-b>a</a-b><c:d>e</c:d><1x>f",
    "<P>A<DIV>b</DIV><Br>c<SCRIPT>d</sCRIPT>e",
    "<li>a<div><li>b</div>c",
    "<p><table><tr><td>a</table>b</p>c",
    "<table><tr><td>a</div></p></b>b</td></tr></table>c",
    "<table><tr><td>a</body></html>b</table>c",
    "<dd>a<p>b<dt>c",
    "<p><ul><li>a</p>b</ul>c",
    "<option>a<option>b",
    "<table><thead><tr><th>a<tbody><tr><td>b<tfoot><tr><td>c</table>",
    "<table><tr><td>a<tr>b<td>c</table>",
    "<table><form><tr><td>a</form>b</table>",
    "<table><input type=hidden>x<tr><td>a</table>",
    "<b><table><tr><td>a</b>b</table>c",
    "<div><span>a</div>b</span>c",
    "<address>a<p>b</address>c",
    "<details><summary>a</details>b",
    "<p>a<hr>b<hr>c",
    "<p>a</a>b</span>c</unknown>d",
    "<textarea>a",
    "<title>a",
    "<style>a",
    "<!-- a",
    "<script>a",
    "<p title='it's>a</p><p class='x'>b",
];

#[test]
fn differences_that_are_meant() {
    for &(html, expected) in DIFFERENT {
        let mut document = RawDocument::from_bytes(html.as_bytes());
        document.format = Format::Html;
        let (ours, _) = our_text(&document, Reading::Everything);
        assert_eq!(ours.around(0).trim(), expected, "{html:?}");
        let oracle = page_text(html, Reading::Everything);
        assert!(
            difference(&ours, &oracle).is_some(),
            "{html:?} is the same now"
        );
    }
}

/// Documents that browsers read otherwise, and our text of them.
const DIFFERENT: &[(&str, &str)] = &[
    ("<html><head><p>a</head><body>b", "a b"),
    ("<frameset><frame></frameset><p>a", "a"),
    ("a<plaintext>b<p>c</plaintext>d", "a b cd"),
    ("<title>a<p>b", "a b"),
    (r#"<p title="a>b"#, "b"),
    (r#"<p =">x">y"#, "y"),
    (
        "&NotEqualTilde; &fjlig; &bne;",
        "&NotEqualTilde; &fjlig; &bne;",
    ),
    (
        "<svg><text>a</text><style>b<i>c</i></style><title>d</title></svg>e",
        "a d e",
    ),
    ("<svg><title>a<b>b</b></title></svg>c", "a<b>b</b> c"),
    ("<svg><desc><p>a<div>b</desc><text>c</svg>d", "a bc d"),
    (
        "<svg><foreignObject><div>a<p>b</foreignObject></svg>c",
        "a b c",
    ),
    ("<math><mi>x</mi><mtext><p>a</mtext></math>b", "x a b"),
    ("<noscript><p>a<img></noscript>b", "a b"),
    ("<template>a<tr><td>b</template>c", "ab c"),
    ("<table><colgroup>a<col>b<tr><td>c</table>", "ab c"),
    ("<marquee>a<p>b</marquee>c", "a bc"),
    ("<applet>a<p>b</applet>c", "a bc"),
    ("<listing>a<p>b</listing>c", "a bc"),
];
