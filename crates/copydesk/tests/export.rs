//! Markdown and HTML of articles, read again by parsers that others wrote: the structure and the
//! words must be those of the record, whatever the words are.

use crate::common;
use crate::structure::{self, Node};
use copydesk::{
    Article, HtmlOptions, MarkdownOptions, OffsetMap, RawDocument, Span,
    record::{Block, BlockKind, Cell, Container, ContainerKind},
    stage,
};
use proptest::prelude::*;

/// Lays nodes out as an article: what a parser would make of them.
#[derive(Default)]
struct Made {
    article: Article,
    within: Vec<Container>,
    ids: u32,
}

impl Made {
    fn of(nodes: &[Node]) -> Article {
        let mut made = Self::default();
        made.nodes(nodes);
        made.article.offsets = OffsetMap::identity(made.article.text.len() as u32);
        made.article
    }

    fn block(&mut self, kind: BlockKind, level: Option<u8>, words: &str) -> &mut Block {
        let text = &mut self.article.text;
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let span = Span::at(text.len(), text.len() + words.len());
        text.push_str(words);
        self.article.blocks.push(Block {
            kind,
            level,
            within: self.within.clone(),
            cells: Vec::new(),
            span: Some(span),
            source: span.into(),
            dropped: None,
            content: String::new(),
        });
        self.article.blocks.last_mut().unwrap()
    }

    fn inside(&mut self, container: Container, nodes: &[Node]) {
        self.within.push(container);
        self.nodes(nodes);
        self.within.pop();
    }

    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            self.ids += 1;
            let mut container = Container {
                kind: ContainerKind::Quote,
                id: self.ids,
                item: 0,
                number: None,
            };
            match node {
                Node::Paragraph(lines) => {
                    let kind = match self.within.last().map(|inner| inner.kind) {
                        None => BlockKind::Paragraph,
                        Some(ContainerKind::Quote) => BlockKind::Quote,
                        Some(_) => BlockKind::ListItem,
                    };
                    self.block(kind, None, &lines.join("\n"));
                }
                Node::Heading(level, words) => {
                    self.block(BlockKind::Heading, Some(*level), words);
                }
                Node::Code(lines) => {
                    self.block(BlockKind::Code, None, &lines.join("\n"));
                }
                Node::Quote(inside) => self.inside(container, inside),
                Node::List { start, items } => {
                    for (at, item) in items.iter().enumerate() {
                        container.item = at as u32 + 1;
                        container.kind = ContainerKind::UnorderedList;
                        if let Some(start) = start {
                            container.kind = ContainerKind::OrderedList;
                            container.number =
                                Some(start.cast_signed() + container.item.cast_signed() - 1);
                        }
                        self.inside(container, item);
                    }
                }
                Node::Table { header, rows } => {
                    container.kind = ContainerKind::Table;
                    for (at, row) in rows.iter().enumerate() {
                        container.item = at as u32 + 1;
                        self.within.push(container);
                        let block = self.block(BlockKind::TableRow, None, &row.join("\t"));
                        let mut start = block.span.unwrap().start;
                        for words in row {
                            let span = Span::new(start, start + words.len() as u32);
                            block.cells.push(Cell {
                                span,
                                header: *header && at == 0,
                                columns: 1,
                                rows: 1,
                            });
                            start = span.end + 1;
                        }
                        self.within.pop();
                    }
                }
            }
        }
    }
}

/// Words that are full of what could be markup.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "```",
        "~",
        "~~~",
        "#",
        "##",
        "+",
        "-",
        "---",
        "=",
        "===",
        ">",
        "<",
        "<b>",
        "</p>",
        "<!--",
        "<div",
        "|",
        "||",
        "\\",
        "\\|",
        "[a]",
        "[a]: b",
        "](c)",
        "![",
        "!",
        "1.",
        "12)",
        "0",
        ":",
        ":-",
        "&",
        "&amp;",
        "&#42;",
        "&lt",
        "\"",
        "'",
        "a",
        "b_c",
        "\u{e9}",
        "\u{6771}",
        "\u{a0}",
        " ",
        " ",
        " ",
        "\t",
        "http://a.example/_b_",
        "@c",
        "$d$",
        "^",
        "{#e}",
        "\u{200b}",
        "\0",
        "\u{1}",
    ]);
    prop::collection::vec(piece, 1..8).prop_map(|pieces| {
        let words = pieces.concat();
        if words.chars().any(char::is_alphanumeric) {
            words
        } else {
            format!("{words}w")
        }
    })
}

fn leaf() -> impl Strategy<Value = Node> {
    let cell = prop_oneof![4 => hostile(), 1 => Just(String::new())];
    prop_oneof![
        4 => prop::collection::vec(hostile(), 1..3).prop_map(Node::Paragraph),
        1 => (1u8..=6, hostile()).prop_map(|(level, words)| Node::Heading(level, words)),
        1 => prop::collection::vec(prop_oneof![hostile(), Just(String::new())], 1..4)
            .prop_map(|mut lines| { lines.push("end".to_owned()); Node::Code(lines) }),
        1 => (any::<bool>(), 1usize..4).prop_flat_map(move |(header, width)| {
            let row = prop::collection::vec(cell.clone(), width).prop_map(|mut row| {
                // A row without words would be no block, a header without them no header.
                if row.iter().all(|cell| cell.trim().is_empty()) { "x".clone_into(&mut row[0]); }
                row
            });
            prop::collection::vec(row, 1..4)
                .prop_map(move |rows| Node::Table { header, rows })
        }),
    ]
}

fn nodes() -> impl Strategy<Value = Vec<Node>> {
    let node = leaf().prop_recursive(3, 24, 4, |inner| {
        let inside = prop::collection::vec(inner, 1..4);
        prop_oneof![
            inside.clone().prop_map(Node::Quote),
            (
                prop::option::of(0u32..12),
                prop::collection::vec(inside, 1..4)
            )
                .prop_map(|(start, items)| Node::List { start, items }),
        ]
    });
    prop::collection::vec(node, 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn markdown_means_what_the_record_says(nodes in nodes()) {
        let markdown = Made::of(&nodes).to_markdown(&MarkdownOptions::default());
        prop_assert_eq!(
            structure::of_markdown(&markdown),
            structure::shown(&nodes),
            "{}", markdown
        );
    }

    #[test]
    fn html_means_what_the_record_says(nodes in nodes()) {
        let html = Made::of(&nodes).to_html(&HtmlOptions::default());
        prop_assert_eq!(structure::of_html(&html), structure::shown(&nodes), "{}", html);
    }

    #[test]
    fn any_record_can_be_written(words in ".{0,40}", at in 0u32..50, len in 0u32..50) {
        // Places that do not fit the text, as a record from elsewhere may have them.
        let mut article = Made::of(&[Node::Paragraph(vec![words])]);
        let span = Span::new(at, at + len);
        let container = Container { kind: ContainerKind::Table, id: 1, item: 1, number: None };
        article.blocks[0].span = Some(span);
        article.blocks[0].kind = BlockKind::TableRow;
        article.blocks[0].within = vec![container; 20];
        article.blocks[0].cells = vec![Cell { span, header: true, columns: 0, rows: 0 }; 3];
        article.to_markdown(&MarkdownOptions::default());
        article.to_html(&HtmlOptions::default());
    }
}

/// A page around `body` that is surely an article.
fn page(body: &str) -> Article {
    let prose = "The harbour office of the town said on Monday that the quays were closed because \
                 of the storm, and that no ferry would leave before the end of the week.";
    let page = format!(
        "<title>Quays closed</title><article><h1>Quays closed</h1><p>{prose}</p>{body}<p>It added \
         that the town would pay for hotels. {prose}</p></article>"
    );
    stage::extract(&RawDocument::from_bytes(page))
}

/// What is between the first paragraph and the last.
fn middle(whole: &str) -> String {
    let start = whole.find("end of the week.").unwrap();
    let start = start + whole[start..].find('\n').unwrap();
    let end = whole.find("It added").unwrap();
    let end = whole[..end].rfind('\n').unwrap();
    whole[start..end].trim().to_owned()
}

#[track_caller]
fn check(body: &str, markdown: &str, html: &str) {
    let article = page(body);
    let found = article.to_markdown(&MarkdownOptions::default());
    assert!(
        found.starts_with("# Quays closed\n\nThe harbour"),
        "{found}"
    );
    assert_eq!(middle(&found), markdown, "{body}");
    let found = article.to_html(&HtmlOptions::default());
    assert!(
        found.starts_with("<article lang=\"en\">\n<h1>Quays closed</h1>\n<p>The harbour"),
        "{found}"
    );
    assert!(found.ends_with("</p>\n</article>\n"), "{found}");
    assert_eq!(middle(&found), html, "{body}");
}

#[test]
fn paragraphs_and_headings() {
    check(
        "<h2>Who pays #</h2><p>The *town* &lt;pays&gt;<br>in full.</p>",
        "## Who pays \\#\n\nThe \\*town\\* \\<pays>\\\nin full.",
        "<h2>Who pays #</h2>\n<p>The *town* &lt;pays&gt;<br/>\nin full.</p>",
    );
    check(
        "One line of the office's notice.<br><br>Another line of the same notice.",
        "One line of the office's notice.\n\nAnother line of the same notice.",
        "<p>One line of the office's notice.</p>\n<p>Another line of the same notice.</p>",
    );
}

#[test]
fn lists() {
    check(
        "<p>What is closed:</p><ul><li>the north quay, with<ul><li>the old crane and</li>\
         <li>the new crane</li></ul></li><li>the south quay</li></ul>",
        "What is closed:\n\n- the north quay, with\n  - the old crane and\n  - the new crane\n- the south quay",
        "<p>What is closed:</p>\n<ul>\n<li>the north quay, with\n<ul>\n<li>the old crane and</li>\n\
         <li>the new crane</li>\n</ul>\n</li>\n<li>the south quay</li>\n</ul>",
    );
    check(
        "<p>What to do:</p><ol start=9><li>Call the office.</li><li><p>Wait for the answer.</p>\
         <p>It may take a day.</p></li></ol>",
        "What to do:\n\n9. Call the office.\n10. Wait for the answer.\n\n    It may take a day.",
        "<p>What to do:</p>\n<ol start=\"9\">\n<li>Call the office.</li>\n<li>\n<p>Wait for the answer.</p>\n\
         <p>It may take a day.</p>\n</li>\n</ol>",
    );
    check(
        "<p>What the words mean:</p><dl><dt>Quay</dt><dd>where ships are made fast</dd><dt>Crane</dt>\
         <dd>what lifts their cargo</dd></dl>",
        "What the words mean:\n\n**Quay**\n\n- where ships are made fast\n\n**Crane**\n\n- what lifts their cargo",
        "<p>What the words mean:</p>\n<dl>\n<dt>Quay</dt>\n<dd>where ships are made fast</dd>\n\
         <dt>Crane</dt>\n<dd>what lifts their cargo</dd>\n</dl>",
    );
}

#[test]
fn what_only_looks_like_a_list_is_none() {
    check(
        "<dl><dd>The first of the two lines that are indented.</dd></dl>\
         <ul><p>The second of the two lines that are indented.</p></ul>",
        "The first of the two lines that are indented.\n\n\
         The second of the two lines that are indented.",
        "<p>The first of the two lines that are indented.</p>\n\
         <p>The second of the two lines that are indented.</p>",
    );
}

#[test]
fn words_that_a_blank_line_parts_are_two_paragraphs() {
    let mut article = Made::of(&[Node::Paragraph(vec![
        "a".into(),
        " ".into(),
        "b".into(),
        "c".into(),
    ])]);
    let markdown = article.to_markdown(&MarkdownOptions::default());
    assert_eq!(markdown, "a\n\nb\\\nc\n");
    // Called an item, but in no list that is named.
    article.blocks[0].kind = BlockKind::ListItem;
    let html = article.to_html(&HtmlOptions::default());
    let expected = "<ul>\n<li>\n<p>a</p>\n<p>b<br/>\nc</p>\n</li>\n</ul>";
    assert_eq!(html, format!("<article>\n{expected}\n</article>\n"));
}

#[test]
fn quotes_and_code() {
    check(
        "<blockquote><h3>The office</h3><p>We will not pay for that, and nobody else will.</p>\
         <p>That is all that we say.</p></blockquote>",
        "> ### The office\n>\n> We will not pay for that, and nobody else will.\n>\n> That is all that we say.",
        "<blockquote>\n<h3>The office</h3>\n<p>We will not pay for that, and nobody else will.</p>\n\
         <p>That is all that we say.</p>\n</blockquote>",
    );
    check(
        "<p>The program is short:</p><pre>\n  if storm &lt; 9:\n\topen(`quay`)\n\n\n  else: wait()</pre>",
        "The program is short:\n\n```\n  if storm < 9:\n\topen(`quay`)\n\n\n  else: wait()\n```",
        "<p>The program is short:</p>\n<pre><code>  if storm &lt; 9:\n\topen(`quay`)\n\n\n  else: wait()</code></pre>",
    );
}

#[test]
fn tables() {
    check(
        "<table><tr><th>Quay<th>Ships<th>Open<tr><td>North | old<td><td>no\
         <tr><td colspan=2>South<td>yes</table>",
        "| Quay | Ships | Open |\n| --- | --- | --- |\n| North \\| old | | no |\n| South | | yes |",
        "<table>\n<tr><th>Quay</th><th>Ships</th><th>Open</th></tr>\n\
         <tr><td>North | old</td><td></td><td>no</td></tr>\n\
         <tr><td colspan=\"2\">South</td><td>yes</td></tr>\n</table>",
    );
    check(
        "<table><tr><td rowspan=2>North<td>12<td>no<tr><td>13<td>yes</table>",
        "| | | |\n| --- | --- | --- |\n| North | 12 | no |\n| | 13 | yes |",
        "<table>\n<tr><td rowspan=\"2\">North</td><td>12</td><td>no</td></tr>\n\
         <tr><td>13</td><td>yes</td></tr>\n</table>",
    );
}

#[test]
fn both_formats_say_the_same_of_every_document() {
    let mut items = 0;
    for document in common::all_documents() {
        let article = common::read(&document);
        let html = structure::of_html(&article.to_html(&HtmlOptions::default()));
        let markdown = structure::of_markdown(&article.to_markdown(&MarkdownOptions::default()));
        assert_eq!(html, markdown, "{:?}", document.uri);
        items += html.matches("li{").count();
    }
    assert!(items >= 10, "{items}");
}

#[test]
fn cells_are_exact() {
    let article =
        page("<table><tr><th>Quay<th><th> Ships&nbsp; <tr><td>North old<td>12<td></table>");
    let rows: Vec<Vec<&str>> = article
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::TableRow)
        .map(|row| {
            row.cells
                .iter()
                .map(|cell| cell.span.of(&article.text))
                .collect()
        })
        .collect();
    assert_eq!(rows, [["Quay", "", "Ships"], ["North old", "12", ""]]);
    assert!(
        article.text.contains("Quay\tShips\nNorth old\t12"),
        "{}",
        article.text
    );
    for row in article
        .blocks
        .iter()
        .filter(|block| !block.cells.is_empty())
    {
        let span = row.span.unwrap();
        assert!(
            row.cells.iter().all(|cell| span.contains(cell.span)),
            "{row:?}"
        );
    }
}

#[test]
fn the_title_and_the_source_on_demand() {
    let article = page("");
    let mut options = MarkdownOptions::default();
    options.title = false;
    assert!(article.to_markdown(&options).starts_with("The harbour"));
    let mut options = HtmlOptions::default();
    options.title = false;
    options.source = true;
    let html = article.to_html(&options);
    let first = article.blocks.iter().find(|block| block.kept()).unwrap();
    let (start, end) = (first.source.start, first.source.end);
    let begin = format!("<article lang=\"en\">\n<p data-source=\"{start}-{end}\">The harbour");
    assert!(html.starts_with(&begin), "{html}");
}

#[test]
fn the_longest_that_a_cell_makes_is_bounded() {
    let row =
        "<tr><td colspan=1000 rowspan=60000>a<td rowspan=60000 colspan=1000>b</td>".repeat(200);
    let article = page(&format!("<table>{row}</table>"));
    assert!(
        article
            .blocks
            .iter()
            .filter(|block| !block.cells.is_empty())
            .count()
            > 100
    );
    assert!(article.to_markdown(&MarkdownOptions::default()).len() < 100_000);
}
