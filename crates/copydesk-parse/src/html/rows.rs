//! Which table rows hold data, and which hold the layout of the page.
//!
//! *What:* a row with two or more cells, without tables, lists, headings, code or forms inside, and
//! with little text, is data: one block, its cells joined by tabs. A row of one cell with a few
//! words, like `Group A` across all columns, is one where two others of its table are.
//!
//! *Why:* half of the old web puts columns of the page into tables; those cells are places, and
//! their paragraphs are paragraphs.
//!
//! *Known misses:* a layout row whose columns are both short.

use super::{
    tag::Tag,
    tree::{NodeId, Tree},
};

const PARAGRAPHS: u8 = 1;
const STRUCTURE: u8 = 2;

/// The most text, in bytes of markup, of a row of data; and of one with paragraphs in its cells.
const ROW_BYTES: u32 = 3000;
const ROW_BYTES_WITH_PARAGRAPHS: u32 = 800;
/// And of a row of one cell.
const LONE_CELL_BYTES: u32 = 120;

/// What is inside each element.
#[derive(Clone, Copy, Default)]
struct Inside {
    text: u32,
    flags: u8,
    cells: u8,
    /// Rows of data with two or more cells, those of tables inside aside.
    rows: u8,
}

impl Inside {
    fn is_row(self) -> bool {
        let limit = if self.flags & PARAGRAPHS == 0 {
            ROW_BYTES
        } else {
            ROW_BYTES_WITH_PARAGRAPHS
        };
        self.cells >= 2 && self.flags & STRUCTURE == 0 && self.text <= limit
    }
}

pub(super) struct Rows<'a> {
    tree: &'a Tree,
    inside: Vec<Inside>,
}

/// Sums up the tree from its leaves.
pub(super) fn data_rows(tree: &Tree) -> Rows<'_> {
    let mut inside = vec![Inside::default(); tree.nodes.len()];
    for at in (1..tree.nodes.len()).rev() {
        let node = tree.nodes[at];
        let own = inside[at];
        let parent = &mut inside[node.parent as usize];
        if node.tag == Tag::Text {
            if !tree.nodes[node.parent as usize].tag.is_raw() {
                parent.text = parent.text.saturating_add(node.span.len());
            }
            continue;
        }
        parent.text = parent.text.saturating_add(own.text);
        parent.flags |= own.flags | flags_of(node.tag);
        parent.cells = parent
            .cells
            .saturating_add(u8::from(matches!(node.tag, Tag::Td | Tag::Th)));
        if node.tag != Tag::Table {
            let row = node.tag == Tag::Tr && own.is_row();
            parent.rows = parent
                .rows
                .saturating_add(own.rows.saturating_add(u8::from(row)));
        }
    }
    Rows { tree, inside }
}

fn flags_of(tag: Tag) -> u8 {
    match tag {
        Tag::P | Tag::Div | Tag::Section | Tag::Article | Tag::Br => PARAGRAPHS,
        Tag::Table
        | Tag::Ul
        | Tag::Ol
        | Tag::Form
        | Tag::Figure
        | Tag::Blockquote
        | Tag::Pre
        | Tag::Textarea
        | Tag::Select
        | Tag::Nav => STRUCTURE,
        tag if tag.heading().is_some() => STRUCTURE,
        _ => 0,
    }
}

impl Rows<'_> {
    /// Whether the element is a row of data.
    pub(super) fn is_row(&self, at: NodeId) -> bool {
        let nodes = &self.tree.nodes;
        let inside = self.inside[at as usize];
        if nodes[at as usize].tag != Tag::Tr {
            return false;
        }
        if inside.cells != 1 || inside.flags != 0 || inside.text > LONE_CELL_BYTES {
            return inside.is_row();
        }
        let mut table = nodes[at as usize].parent;
        if nodes[table as usize].tag != Tag::Table {
            table = nodes[table as usize].parent;
        }
        self.inside[table as usize].rows >= 2
    }

    /// Whether there are block elements in the element.
    pub(super) fn holds_blocks(&self, at: NodeId) -> bool {
        self.inside[at as usize].flags != 0
    }
}
