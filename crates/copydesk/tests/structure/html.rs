//! HTML as html5ever, which browsers share the rules of, reads it.

use html5ever::{ParseOpts, parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::{clean, folded, put};

/// The structure of the article in an HTML document.
pub(crate) fn of_html(html: &str) -> String {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut out = String::new();
    children(&dom.document, &mut out);
    out
}

fn name(node: &Handle) -> &str {
    match &node.data {
        NodeData::Element { name, .. } => &name.local,
        NodeData::Text { .. } => "#text",
        _ => "",
    }
}

fn children(node: &Handle, out: &mut String) {
    let mut words = String::new();
    let flush = |words: &mut String, out: &mut String| {
        if !folded(words).is_empty() {
            put(out, "p", &lines(words));
        }
        words.clear();
    };
    for child in node.children.borrow().iter() {
        let name = name(child);
        if matches!(name, "#text" | "br") {
            write_words(child, &mut words);
            continue;
        }
        flush(&mut words, out);
        match name {
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                put(out, name, &lines(&all_words(child)));
            }
            "pre" => put(out, "code", &clean(&all_words(child))),
            "tr" => {
                let cells = child.children.borrow();
                let words: Vec<_> = cells.iter().map(|cell| folded(&all_words(cell))).collect();
                let name = self::name(&cells[0]);
                put(out, name, &words.join("\t"));
            }
            "ol" => {
                let start = attribute(child, "start").unwrap_or_else(|| "1".to_owned());
                inside(&format!("ol{start}"), child, out);
            }
            "blockquote" => inside("quote", child, out),
            "html" | "body" | "article" | "tbody" | "head" | "" => children(child, out),
            other => inside(other, child, out),
        }
    }
    flush(&mut words, out);
}

fn inside(name: &str, node: &Handle, out: &mut String) {
    let mut inner = String::new();
    children(node, &mut inner);
    put(out, name, &inner);
}

/// Words of which the breaks are kept.
fn lines(words: &str) -> String {
    let lines: Vec<_> = words.split('\u{2028}').map(folded).collect();
    lines.join("\n")
}

fn all_words(node: &Handle) -> String {
    let mut out = String::new();
    write_words(node, &mut out);
    out
}

/// The words in a node, `<br>` as a line separator.
fn write_words(node: &Handle, out: &mut String) {
    match &node.data {
        NodeData::Text { contents } => out.push_str(&contents.borrow()),
        NodeData::Element { name, .. } if &*name.local == "br" => out.push('\u{2028}'),
        _ => {}
    }
    for child in node.children.borrow().iter() {
        write_words(child, out);
    }
}

fn attribute(node: &Handle, wanted: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else {
        return None;
    };
    let attrs = attrs.borrow();
    let found = attrs.iter().find(|attr| &*attr.name.local == wanted)?;
    Some(found.value.to_string())
}
