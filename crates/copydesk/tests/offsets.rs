//! `raw[source span]` is where `text[span]` came from: walked for every mention, sentence,
//! block and segment of every document, and through the JSON form of the record.

use copydesk::{Article, RawDocument, SegmentKind, SourceSpan, Span};

use crate::common;

/// The source bytes of a span as text, charset decoded, for documents in UTF-8.
fn raw(document: &RawDocument, span: SourceSpan) -> Option<&str> {
    std::str::from_utf8(document.bytes.get(span.range())?).ok()
}

/// A piece of source the way a reader would read it: entities decoded, however often they were
/// escaped (`AT&amp;amp;T`).
fn as_read(source: &str) -> String {
    let mut text = source.to_owned();
    loop {
        let decoded = decoded(&text);
        if decoded == text {
            return text;
        }
        text = decoded;
    }
}

/// One layer of escaping taken off.
fn decoded(source: &str) -> String {
    let mut out = String::new();
    let mut rest = source;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').map_or(rest.len(), |end| end + 1);
        if let Some(letter) = decode(&rest[..end]) {
            out.push(letter);
            rest = &rest[end..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

/// The references that the documents of the tests use.
fn decode(reference: &str) -> Option<char> {
    let name = reference.strip_prefix('&')?.strip_suffix(';')?;
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        // Windows-1252 numbers, as HTML reads them.
        return Some(match code {
            145 => '‘',
            146 => '’',
            147 => '“',
            148 => '”',
            150 => '–',
            151 => '—',
            _ => char::from_u32(code)?,
        });
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "nbsp" => '\u{a0}',
        "rsquo" => '’',
        "lsquo" => '‘',
        "rdquo" => '”',
        "ldquo" => '“',
        "mdash" => '—',
        "ndash" => '–',
        "hellip" => '…',
        "eacute" => 'é',
        "Eacute" => 'É',
        "egrave" => 'è',
        "ocirc" => 'ô',
        "ccedil" => 'ç',
        "aacute" => 'á',
        "iacute" => 'í',
        "oacute" => 'ó',
        "uacute" => 'ú',
        "yacute" => 'ý',
        "Aacute" => 'Á',
        "Iacute" => 'Í',
        "Oacute" => 'Ó',
        "Uacute" => 'Ú',
        "agrave" => 'à',
        "igrave" => 'ì',
        "ograve" => 'ò',
        "ugrave" => 'ù',
        "Agrave" => 'À',
        "Egrave" => 'È',
        "acirc" => 'â',
        "ecirc" => 'ê',
        "icirc" => 'î',
        "ucirc" => 'û',
        "Acirc" => 'Â',
        "Ecirc" => 'Ê',
        "iuml" => 'ï',
        "euml" => 'ë',
        "atilde" => 'ã',
        "ntilde" => 'ñ',
        "otilde" => 'õ',
        "Ntilde" => 'Ñ',
        "aring" => 'å',
        "Aring" => 'Å',
        "oslash" => 'ø',
        "Oslash" => 'Ø',
        "aelig" => 'æ',
        "Ccedil" => 'Ç',
        "Ouml" => 'Ö',
        "Uuml" => 'Ü',
        "Auml" => 'Ä',
        "uuml" => 'ü',
        "ouml" => 'ö',
        "auml" => 'ä',
        "szlig" => 'ß',
        "euro" => '€',
        "pound" => '£',
        "copy" => '©',
        "middot" => '·',
        _ => return None,
    })
}

/// The text of a span before the repairs: every edit in it undone.
fn unedited(article: &Article, span: Span) -> Option<String> {
    let mut out = String::new();
    let mut at = span.start;
    for edit in &article.edits {
        if edit.span.end < span.start
            || edit.span.start > span.end
            || (edit.span.is_empty() && edit.span.start == span.end)
        {
            continue;
        }
        if edit.span.start < at || edit.span.end > span.end {
            // The edit reaches over the end of the span: what was there cannot be told apart.
            return None;
        }
        out.push_str(Span::new(at, edit.span.start).of(&article.text));
        out.push_str(&edit.before);
        at = edit.span.end;
    }
    out.push_str(Span::new(at, span.end).of(&article.text));
    Some(out)
}

/// Letters and digits only: what must agree whatever became of markup and white space.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// The visible text of a stretch of HTML.
fn without_tags(source: &str) -> String {
    let mut out = String::new();
    let mut rest = source;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('>') else {
            return out;
        };
        rest = &rest[open + close + 1..];
    }
    out.push_str(rest);
    out
}

/// Walks one record; returns how many spans were compared letter by letter.
fn walk(document: &RawDocument, article: &Article) -> usize {
    let name = article.source.uri.as_deref().unwrap_or("(no name)");
    assert_eq!(
        article.offsets.text_len() as usize,
        article.text.len(),
        "{name}: the map covers the text"
    );
    assert_eq!(
        article.offsets.source_len() as usize,
        document.bytes.len(),
        "{name}: the map covers the source"
    );
    let utf8 = article.source.charset == "utf-8";
    let (mut text, mut source) = (0, 0);
    for segment in article.offsets.segments() {
        assert_eq!(
            (segment.text.start, segment.source.start),
            (text, source),
            "{name}: segments tile"
        );
        (text, source) = (segment.text.end, segment.source.end);
        if segment.kind == SegmentKind::Copy && utf8 {
            assert_eq!(
                raw(document, segment.source).map(str::as_bytes),
                Some(&article.text.as_bytes()[segment.text.range()]),
                "{name}: copied bytes are the same"
            );
        }
    }
    let mut compared = 0;
    let mentions = article.mentions.iter().map(|mention| mention.span);
    let blocks = article.blocks.iter().filter_map(|block| block.span);
    let cells = article.blocks.iter().flat_map(|block| &block.cells);
    let cells = cells.map(|cell| cell.span).filter(|span| !span.is_empty());
    for span in mentions
        .chain(article.sentences.iter().copied())
        .chain(blocks)
        .chain(cells)
    {
        let words = span
            .get(&article.text)
            .unwrap_or_else(|| panic!("{name}: {span:?} is on letters"));
        assert!(!words.is_empty(), "{name}: {span:?} holds something");
        let source = article.source_of(span);
        assert!(!source.is_empty(), "{name}: {words:?} has a source");
        if !utf8 {
            continue;
        }
        let before =
            raw(document, source).unwrap_or_else(|| panic!("{name}: {source:?} is on letters"));
        if let Some(unedited) = unedited(article, span) {
            let before = if article.source.media_type == "text/html" {
                without_tags(before)
            } else {
                before.to_owned()
            };
            assert_eq!(
                letters(&as_read(&before)),
                letters(&as_read(&unedited)),
                "{name}: {words:?}"
            );
            compared += 1;
        }
    }
    compared
}

#[test]
fn every_span_points_at_its_source() {
    let mut compared = 0;
    for document in common::all_documents() {
        compared += walk(&document, &common::read(&document));
    }
    assert!(compared > 1_000, "only {compared} spans were compared");
}

#[test]
fn records_survive_json() {
    for document in common::all_documents() {
        let article = common::read(&document);
        let json = serde_json::to_string(&article).unwrap();
        let back: Article = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&back).unwrap(), json);
        if article.source_points.is_none() {
            assert_eq!(back, article);
        }
    }
}

#[test]
fn strings_are_counted_in_code_points() {
    let page =
        "<p>«Ghana» — so said Norway’s Foreign Minister in Accra on Friday evening, at length.</p>";
    let article = common::read(&RawDocument::from_text(page));
    let json: serde_json::Value = serde_json::to_value(&article).unwrap();
    assert_eq!(json["source"]["unit"], "char");
    let letters: Vec<char> = page.chars().collect();
    let text: Vec<char> = json["text"].as_str().unwrap().chars().collect();
    let place = |range: &serde_json::Value, of: &[char]| -> String {
        let index = |key: &str| range[key].as_u64().unwrap() as usize;
        of[index("start")..index("end")].iter().collect()
    };
    let mentions = json["mentions"].as_array().unwrap();
    assert!(mentions.len() >= 4, "{mentions:?}");
    for mention in mentions {
        assert_eq!(
            place(&mention["source"], &letters),
            mention["text"].as_str().unwrap()
        );
        assert_eq!(place(mention, &text), mention["text"].as_str().unwrap());
    }
}

/// Every edit points at the bytes of the page that it repaired, through the map of the parser: the
/// byte order mark, the tags and the references before it do not shift it.
#[test]
fn edits_point_at_the_bytes_of_the_page() {
    let body = "The harbour of Gh\u{430}na &amp; the caf&#xc3;\u{a9} at K\u{200b}umasi stay open, \
                said <b>the&nbsp;&nbsp;mayor</b> of Ac\u{ad}cra on Monday \u{2013} \u{fb01}nally.";
    let page = format!("\u{feff}<title>Port</title><article><h1>Port</h1><p>{body}</p></article>");
    let document = RawDocument::from_bytes(page.as_bytes());
    let article = copydesk::stage::extract(&document);
    let mut seen = Vec::new();
    for edit in &article.edits {
        let there = as_read(raw(&document, edit.source).expect("edits lie on characters"));
        assert_eq!(there, edit.before, "{edit:?}");
        seen.push((&*edit.rule, edit.span.of(&article.text)));
    }
    seen.sort_unstable();
    assert_eq!(
        seen,
        [
            ("homoglyphs", "Ghana"),
            ("invisible", ""),
            ("invisible", ""),
            ("ligatures", "fi"),
            ("mojibake", "\u{e9}"),
            ("whitespace", " "),
        ]
    );
}
