//! What a kept block stands in: quotations, lists with their items, tables with their rows.
//!
//! *What:* the elements above a block, from the outside in, as far as they give the text a
//! structure, and the cells of a row of data. A block belongs to the item that began last before
//! it in the list; what stands in a list before its first item is not in the list, since no
//! bullet stands before it. A cell that holds no data is a place on the page, and what is around
//! its table gives it no structure.
//!
//! *Why:* Markdown and HTML of the article need the lists as they were, and so do readers of the
//! record.
//!
//! *Example:* the block of `b` in `<blockquote><ol start=4><li>a<li>b` is in a quotation, and in
//! item 2 of an ordered list, which has number 5.
//!
//! *Known misses:* numbers that a stylesheet sets or hides; `rowspan=0`, to the end of the table.
//!
//! Only kept blocks are asked about, and every node above them is looked at once, so that a page
//! with much furniture costs nothing and a deep one no more than it is long.

use copydesk_core::record::{BlockKind, Container, ContainerKind, MAX_NESTING};
use rustc_hash::FxHashMap;

use super::{
    attributes::Attributes,
    tag::Tag,
    tree::{NodeId, Tree},
};
use crate::draft::DraftCell;

/// The structure at a node.
#[derive(Clone, Copy, Default)]
struct At {
    /// The innermost container, as index in [`Structure::containers`].
    inner: Option<u32>,
    /// A list around the node of which no item is around it.
    list: Option<NodeId>,
    /// The table around it.
    table: Option<NodeId>,
}

/// An item of a list.
#[derive(Clone, Copy)]
struct Item {
    node: NodeId,
    tag: Tag,
    number: i32,
}

/// Answers where blocks stand; made for one page.
pub(super) struct Structure<'a> {
    tree: &'a Tree,
    decoded: &'a str,
    known: FxHashMap<NodeId, At>,
    /// Containers, each with the one around it and how many are around it.
    containers: Vec<(Container, Option<u32>, usize)>,
    /// Items of lists, and of parents of items outside of a list.
    items: FxHashMap<NodeId, Vec<Item>>,
    ids: FxHashMap<NodeId, u32>,
    /// Rows so far of each table.
    rows: FxHashMap<NodeId, u32>,
    trail: Vec<NodeId>,
}

impl<'a> Structure<'a> {
    pub(super) fn new(tree: &'a Tree, decoded: &'a str) -> Self {
        Self {
            tree,
            decoded,
            known: FxHashMap::default(),
            containers: Vec::new(),
            items: FxHashMap::default(),
            ids: FxHashMap::default(),
            rows: FxHashMap::default(),
            trail: Vec::new(),
        }
    }

    /// What is around a block of `kind` in element `node`, outermost first. Rows are asked about
    /// in document order, once each.
    pub(super) fn within(&mut self, node: NodeId, kind: BlockKind) -> Vec<Container> {
        let at = self.at(node);
        let at = self.settle(at, node);
        let mut within = Vec::new();
        let mut next = at.inner;
        while let Some(index) = next {
            let (container, around, _) = self.containers[index as usize];
            within.push(container);
            next = around;
        }
        within.reverse();
        if kind == BlockKind::TableRow
            && within.len() < MAX_NESTING
            && let Some(table) = at.table
        {
            let id = self.id(table);
            let row = self.rows.entry(table).or_default();
            *row += 1;
            within.push(Container {
                kind: ContainerKind::Table,
                id,
                item: *row,
                number: None,
            });
        }
        within
    }

    /// The cells of the row `node`.
    pub(super) fn cells(&self, node: NodeId) -> Vec<DraftCell> {
        let nodes = &self.tree.nodes;
        let head = nodes[nodes[node as usize].parent as usize].tag == Tag::Thead;
        let mut cells = Vec::new();
        let end = nodes[node as usize].end;
        let mut at = node + 1;
        while at < end {
            let cell = nodes[at as usize];
            if !matches!(cell.tag, Tag::Td | Tag::Th) {
                at += 1;
                continue;
            }
            at = cell.end;
            let attributes = Attributes::new(cell.span.of(self.decoded));
            let span = |name: &str, most: u16| {
                attributes.get(name).and_then(integer).map_or(1, |number| {
                    u16::try_from(number.max(1)).map_or(most, |number| number.min(most))
                })
            };
            cells.push(DraftCell {
                start: cell.start,
                header: head || cell.tag == Tag::Th,
                columns: span("colspan", 1000),
                rows: span("rowspan", 65_534),
            });
        }
        cells
    }

    /// The structure inside `node`.
    fn at(&mut self, node: NodeId) -> At {
        let mut trail = std::mem::take(&mut self.trail);
        let mut next = node;
        let mut at = loop {
            if let Some(&known) = self.known.get(&next) {
                break known;
            }
            trail.push(next);
            if next == 0 {
                break At::default();
            }
            next = self.tree.nodes[next as usize].parent;
        };
        while let Some(node) = trail.pop() {
            at = self.enter(at, node);
            self.known.insert(node, at);
        }
        self.trail = trail;
        at
    }

    /// The structure inside `node`, which stands in the structure `at`.
    fn enter(&mut self, at: At, node: NodeId) -> At {
        let tag = self.tree.nodes[node as usize].tag;
        match tag {
            Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir | Tag::Dl => At {
                list: Some(node),
                ..self.settle(at, node)
            },
            Tag::Li | Tag::Dt | Tag::Dd => {
                let list = at.list.unwrap_or(self.tree.nodes[node as usize].parent);
                self.settle(
                    At {
                        list: Some(list),
                        ..at
                    },
                    node,
                )
            }
            Tag::Blockquote => {
                let at = self.settle(at, node);
                self.add(at, node, ContainerKind::Quote, 0, None)
            }
            Tag::Table => At {
                table: Some(node),
                ..self.settle(at, node)
            },
            Tag::Td | Tag::Th => At::default(),
            _ => at,
        }
    }

    /// What stands at `node` of a list stands in the item that began last.
    fn settle(&mut self, at: At, node: NodeId) -> At {
        let Some(list) = at.list else { return at };
        let tree = self.tree;
        let tag = tree.nodes[list as usize].tag;
        let items = self
            .items
            .entry(list)
            .or_insert_with(|| items(tree, self.decoded, list));
        let item = items.partition_point(|item| item.node <= node);
        let at = At { list: None, ..at };
        let Some(&Item {
            tag: item_tag,
            number,
            ..
        }) = item.checked_sub(1).and_then(|index| items.get(index))
        else {
            return at;
        };
        let kind = match item_tag {
            Tag::Dt => ContainerKind::Term,
            Tag::Dd => ContainerKind::Description,
            _ if tag == Tag::Ol => ContainerKind::OrderedList,
            _ => ContainerKind::UnorderedList,
        };
        let number = (kind == ContainerKind::OrderedList).then_some(number);
        self.add(at, list, kind, item as u32, number)
    }

    fn add(
        &mut self,
        at: At,
        node: NodeId,
        kind: ContainerKind,
        item: u32,
        number: Option<i32>,
    ) -> At {
        let around = at.inner.map_or(0, |at| self.containers[at as usize].2 + 1);
        if around >= MAX_NESTING {
            return at;
        }
        let container = Container {
            kind,
            id: self.id(node),
            item,
            number,
        };
        self.containers.push((container, at.inner, around));
        At {
            inner: Some(self.containers.len() as u32 - 1),
            ..at
        }
    }

    fn id(&mut self, node: NodeId) -> u32 {
        let next = self.ids.len() as u32 + 1;
        *self.ids.entry(node).or_insert(next)
    }
}

/// The items of a list in order, with the numbers that a browser shows. Of an element that is no
/// list: the items among its children.
fn items(tree: &Tree, decoded: &str, list: NodeId) -> Vec<Item> {
    let owner = tree.nodes[list as usize];
    let is_list = |tag: Tag| matches!(tag, Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir | Tag::Dl);
    let mut items = Vec::new();
    let mut at = list + 1;
    while at < owner.end {
        let node = tree.nodes[at as usize];
        let is_item = matches!(node.tag, Tag::Li | Tag::Dt | Tag::Dd);
        if is_item {
            items.push(Item {
                node: at,
                tag: node.tag,
                number: 0,
            });
        }
        // Items of a list inside are not its own, nor is an item in a cell; what is in an item
        // can only hold items of lists inside.
        let leaf = is_item || is_list(node.tag) || node.tag == Tag::Table || !is_list(owner.tag);
        at = if leaf { node.end } else { at + 1 };
    }
    // Descriptions of nothing are only indented.
    if owner.tag == Tag::Dl && items.iter().all(|item| item.tag == Tag::Dd) {
        items.clear();
    }
    if owner.tag == Tag::Ol {
        let attributes = Attributes::new(owner.span.of(decoded));
        let reversed = attributes.find("reversed").is_some();
        let first = if reversed { items.len() } else { 1 };
        let mut number = attributes
            .get("start")
            .and_then(integer)
            .unwrap_or(i32::try_from(first).unwrap_or(i32::MAX));
        for item in &mut items {
            let inside = tree.nodes[item.node as usize].span.of(decoded);
            item.number = Attributes::new(inside)
                .get("value")
                .and_then(integer)
                .unwrap_or(number);
            number = item.number.saturating_add(if reversed { -1 } else { 1 });
        }
    }
    items
}

/// An integer as attributes give it: what follows its digits does not count.
fn integer(value: &str) -> Option<i32> {
    let value = value.trim_start_matches([' ', '\t', '\n', '\r', '\u{c}']);
    let (sign, digits) = match value.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, value.strip_prefix('+').unwrap_or(value)),
    };
    let end = digits
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(digits.len());
    let number: i32 = digits[..end].parse().ok()?;
    Some(sign * number)
}

#[cfg(test)]
mod tests {
    use copydesk_core::record::BlockKind;

    use super::{Structure, integer};
    use crate::html::{blocks::blocks, scan::scan};

    /// The blocks with what is around them: `ol1/2=5` is item 2 of list 1, with number 5.
    fn check(html: &str, expected: &[&str]) {
        let tree = scan(html, 512);
        let page = blocks(&tree, html);
        let mut structure = Structure::new(&tree, html);
        let found: Vec<String> = page
            .blocks
            .iter()
            .map(|block| {
                let mut path = Vec::new();
                for container in structure.within(block.node, block.kind) {
                    let item = Some(container.item).filter(|&item| item > 0);
                    let item = item.map_or(String::new(), |item| format!("/{item}"));
                    let number = container.number.map(|number| format!("={number}"));
                    let number = number.unwrap_or_default();
                    path.push(format!("{}{}{item}{number}", container.kind, container.id));
                }
                path.push(page.words(block).to_owned());
                path.join(" ")
            })
            .collect();
        assert_eq!(found, expected, "{html}");
    }

    #[test]
    fn lists() {
        check(
            "<ul><li>a<ul><li>b</ul>c<li><p>d<p>e</ul><p>f<ul><li>g",
            &[
                "unordered-list1/1 a",
                "unordered-list1/1 unordered-list2/1 b",
                "unordered-list1/1 c",
                "unordered-list1/2 d",
                "unordered-list1/2 e",
                "f",
                "unordered-list3/1 g",
            ],
        );
        check(
            "<ol start=4><li>a<li>b<li value=9>c<li>d</ol><ol reversed><li>e<li>f</ol>",
            &[
                "ordered-list1/1=4 a",
                "ordered-list1/2=5 b",
                "ordered-list1/3=9 c",
                "ordered-list1/4=10 d",
                "ordered-list2/1=2 e",
                "ordered-list2/2=1 f",
            ],
        );
        check(
            "<dl><dt>a<dd>b<dd>c</dl>",
            &["term1/1 a", "description1/2 b", "description1/3 c"],
        );
    }

    #[test]
    fn lists_as_people_write_them() {
        // A list directly in a list belongs to the item before it.
        check(
            "<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>",
            &[
                "unordered-list1/1 a",
                "unordered-list1/1 unordered-list2/1 b",
                "unordered-list1/2 c",
            ],
        );
        // Indented by a list that has no item.
        check("<ul><p>a</p></ul>", &["a"]);
        check("<dl><dd>a</dd></dl>", &["a"]);
        check(
            "<ol><div><li>a</li></div><div><li>b</li></div></ol>",
            &["ordered-list1/1=1 a", "ordered-list1/2=2 b"],
        );
        check(
            "<div><li>a</li><li>b</li></div>",
            &["unordered-list1/1 a", "unordered-list1/2 b"],
        );
    }

    #[test]
    fn quotes_and_tables() {
        check(
            "<blockquote><h3>a</h3><ul><li>b</ul><blockquote>c</blockquote></blockquote>",
            &["quote1 a", "quote1 unordered-list2/1 b", "quote1 quote3 c"],
        );
        check(
            "<table><tr><td>a<td>b<tr><td>c<td>d</table><table><tr><td>e<td>f</table>",
            &["table1/1 a\tb", "table1/2 c\td", "table2/1 e\tf"],
        );
        check(
            "<ul><li>a<table><tr><td><p>b</p><ul><li>c</ul></table>",
            &["unordered-list1/1 a", "b", "unordered-list2/1 c"],
        );
    }

    #[test]
    fn nesting_beyond_the_bound_is_flat() {
        let html = "<ul><li>a".repeat(200);
        let tree = scan(&html, 512);
        let page = blocks(&tree, &html);
        let mut structure = Structure::new(&tree, &html);
        let last = page.blocks.last().expect("there are blocks");
        assert_eq!(structure.within(last.node, BlockKind::ListItem).len(), 8);
    }

    #[test]
    fn cells() {
        let html = "<table><tr><th>a<td colspan=2>b<td rowspan='99999'><td colspan=-3>c</table>";
        let tree = scan(html, 512);
        let page = blocks(&tree, html);
        let cells = Structure::new(&tree, html).cells(page.blocks[0].node);
        let shapes: Vec<_> = cells
            .iter()
            .map(|cell| (cell.header, cell.columns, cell.rows))
            .collect();
        assert_eq!(
            shapes,
            [
                (true, 1, 1),
                (false, 2, 1),
                (false, 1, 65_534),
                (false, 1, 1)
            ]
        );
        let html = "<table><thead><tr><td>a<td>b</thead></table>";
        let tree = scan(html, 512);
        let page = blocks(&tree, html);
        let cells = Structure::new(&tree, html).cells(page.blocks[0].node);
        assert!(cells.iter().all(|cell| cell.header));
    }

    #[test]
    fn integers() {
        assert_eq!(integer(" +12px"), Some(12));
        assert_eq!(integer("-3"), Some(-3));
        assert_eq!(integer("x"), None);
        assert_eq!(integer("99999999999"), None);
    }
}
