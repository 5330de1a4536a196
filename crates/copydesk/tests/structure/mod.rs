//! The structure of a document as a string, from the nodes of a test and from the two formats.

mod html;
mod markdown;

pub(crate) use html::of_html;
pub(crate) use markdown::of_markdown;

/// A part of a document.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    /// Its lines.
    Paragraph(Vec<String>),
    Heading(u8, String),
    /// Its lines.
    Code(Vec<String>),
    Quote(Vec<Node>),
    /// `start` is the first number of an ordered list.
    List {
        start: Option<u32>,
        items: Vec<Vec<Node>>,
    },
    Table {
        header: bool,
        rows: Vec<Vec<String>>,
    },
}

/// `p{words}`, `ol3{li{p{words}}}` and so on.
pub(crate) fn shown(nodes: &[Node]) -> String {
    let mut out = String::new();
    for node in nodes {
        match node {
            Node::Paragraph(lines) => {
                let lines: Vec<_> = lines.iter().map(|line| folded(line)).collect();
                put(&mut out, "p", &lines.join("\n"));
            }
            Node::Heading(level, words) => put(&mut out, &format!("h{level}"), &folded(words)),
            Node::Code(lines) => put(&mut out, "code", &clean(&lines.join("\n"))),
            Node::Quote(inside) => put(&mut out, "quote", &shown(inside)),
            Node::List { start, items } => {
                let name = start.map_or("ul".to_owned(), |start| format!("ol{start}"));
                let mut inside = String::new();
                for item in items {
                    put(&mut inside, "li", &shown(item));
                }
                put(&mut out, &name, &inside);
            }
            Node::Table { header, rows } => {
                let mut inside = String::new();
                for (at, row) in rows.iter().enumerate() {
                    let cells: Vec<_> = row.iter().map(|cell| folded(cell)).collect();
                    let cell = if *header && at == 0 { "th" } else { "td" };
                    put(&mut inside, cell, &cells.join("\t"));
                }
                put(&mut out, "table", &inside);
            }
        }
    }
    out
}

fn put(out: &mut String, name: &str, inside: &str) {
    out.extend([name, "{", inside, "}"]);
}

/// Blanks as one, as both formats show them; control characters as one mark.
pub(crate) fn folded(words: &str) -> String {
    let words: Vec<_> = words
        .split([' ', '\t', '\n', '\u{c}'])
        .filter(|word| !word.is_empty())
        .collect();
    clean(&words.join(" "))
}

/// HTML has no control characters, Markdown no NUL: what stands for them is the same here.
pub(crate) fn clean(words: &str) -> String {
    words.replace(['\0', '\u{1}'], "\u{fffd}")
}
