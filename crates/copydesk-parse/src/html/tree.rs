//! The light tree of a page: nodes in document order, each knowing its parent and where its
//! subtree ends. No strings, no attribute lists: only spans of the decoded text.
//!
//! Because nodes are stored in document order, the subtree of node `n` is the index range
//! `n..nodes[n].end`, sums over subtrees are one backward loop, and nothing recurses.

use copydesk_core::SourceSpan;

use super::{foreign, tag::Tag};

/// Index of a node.
pub(crate) type NodeId = u32;

/// An element or a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) tag: Tag,
    /// The parent; the root is its own.
    pub(crate) parent: NodeId,
    /// One past the last node of the subtree.
    pub(crate) end: NodeId,
    /// Of a text: its bytes. Of an element: the inside of its start tag after the name.
    pub(crate) span: SourceSpan,
    /// Of an element: where its start tag begins.
    pub(crate) start: u32,
}

/// The nodes of a page, in document order. Node 0 is the document.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
}

impl Tree {
    /// Whether `inner` is `outer` or stands in it.
    pub(crate) fn holds(&self, outer: NodeId, inner: NodeId) -> bool {
        outer <= inner && inner < self.nodes[outer as usize].end
    }
}

/// An element that is still open.
struct Open {
    node: NodeId,
    tag: Tag,
    /// Hash of the name of an element without a number of its own.
    name: u32,
    /// Its end tag was seen while an element inside it was open.
    ended: bool,
}

/// Builds a [`Tree`] from tags, supplying the end tags that HTML lets authors leave out.
pub(crate) struct TreeBuilder {
    nodes: Vec<Node>,
    stack: Vec<Open>,
    /// Open elements per tag, so that a stray end tag costs nothing.
    open: [u32; Tag::COUNT],
    /// Elements per tag that were too deep for the stack.
    flattened: [u32; Tag::COUNT],
    any_flattened: bool,
    max_depth: usize,
}

impl TreeBuilder {
    pub(crate) fn new(len: usize, max_depth: u32) -> Self {
        let root = Node {
            tag: Tag::Html,
            parent: 0,
            end: 0,
            span: SourceSpan::default(),
            start: 0,
        };
        let mut open = [0; Tag::COUNT];
        open[Tag::Html as usize] = 1;
        let mut nodes = Vec::with_capacity(len / 40 + 1);
        nodes.push(root);
        Self {
            nodes,
            stack: vec![Open {
                node: 0,
                tag: Tag::Html,
                name: 0,
                ended: false,
            }],
            open,
            flattened: [0; Tag::COUNT],
            any_flattened: false,
            max_depth: max_depth.max(8) as usize,
        }
    }

    /// A stretch of text; texts that only a comment separates stay two nodes.
    pub(crate) fn text(&mut self, span: SourceSpan) {
        if !span.is_empty() {
            self.push(Tag::Text, span, span.start);
        }
    }

    /// A start tag; `attributes` is the inside of the tag after the name.
    pub(crate) fn open(&mut self, tag: Tag, name: u32, attributes: SourceSpan, start: u32) {
        match tag {
            // The second `<html>` or `<body>` of a page only adds attributes.
            Tag::Html if self.nodes[0].span.is_empty() => {
                self.nodes[0].span = attributes;
                return;
            }
            Tag::Html => return,
            Tag::Body if self.open[Tag::Body as usize] > 0 => return,
            // A form in a form is none, and a `<select>` in one ends it.
            Tag::Form if self.open[Tag::Form as usize] > 0 => return,
            Tag::Select if self.open[Tag::Select as usize] > 0 => {
                self.close(tag, name);
                return;
            }
            // Parts of a table outside of one are no elements, as in browsers.
            Tag::Td | Tag::Th | Tag::Tr | Tag::Thead | Tag::Tbody | Tag::Tfoot
                if self.open[Tag::Table as usize] == 0 =>
            {
                return;
            }
            _ => {
                if foreign::ends_at(tag)
                    && let Some(root) = self.foreign_root()
                {
                    self.close_to(root);
                }
                self.imply_end_tags(tag);
            }
        }
        let node = self.push(tag, attributes, start);
        if tag.is_void() {
            return;
        }
        if self.stack.len() >= self.max_depth && !tag.is_raw() && !tag.is_escapable_raw() {
            // Raw text cannot nest, so it may stand one deeper: its content must not surface.
            self.flattened[tag as usize] += 1;
            self.any_flattened = true;
            return;
        }
        self.open[tag as usize] += 1;
        self.stack.push(Open {
            node,
            tag,
            name,
            ended: false,
        });
    }

    /// An end tag. Returns whether there was something for it to end.
    pub(crate) fn close(&mut self, tag: Tag, name: u32) -> bool {
        let count = tag as usize;
        if self.flattened[count] > 0 {
            self.flattened[count] -= 1;
            return true;
        }
        // The end tag of any heading ends any heading.
        let is_heading = tag.heading().is_some();
        let is_open = self.open[count] > 0
            || is_heading && Tag::HEADINGS.iter().any(|&tag| self.open[tag as usize] > 0);
        if !is_open || matches!(tag, Tag::Html | Tag::Body) {
            return false;
        }
        for at in (1..self.stack.len()).rev() {
            let open = &self.stack[at];
            if open.tag == tag && (tag != Tag::Other || open.name == name)
                || is_heading && open.tag.heading().is_some()
            {
                if at + 1 < self.stack.len()
                    && (tag.is_formatting() || tag == Tag::Other)
                    && self.stack[at + 1..]
                        .iter()
                        .any(|inner| inner.tag.is_block())
                {
                    // `<a><p>words</a>more</p>`: closing the link now would tear the paragraph.
                    self.stack[at].ended = true;
                } else {
                    self.close_to(at);
                }
                return true;
            }
            // No end tag reaches out of a table cell, except those of the table.
            let in_table = matches!(
                tag,
                Tag::Table | Tag::Tr | Tag::Td | Tag::Th | Tag::Tbody | Tag::Thead | Tag::Tfoot
            );
            if matches!(open.tag, Tag::Td | Tag::Th | Tag::Template | Tag::Svg) && !in_table {
                return false;
            }
            if open.tag == Tag::Table && tag != Tag::Table {
                return false;
            }
        }
        false
    }

    /// Whether tags and texts are those of a drawing or a formula now.
    pub(crate) fn is_foreign(&self) -> bool {
        self.foreign_root().is_some()
    }

    pub(crate) fn finish(mut self) -> Tree {
        self.close_to(0);
        Tree { nodes: self.nodes }
    }

    fn push(&mut self, tag: Tag, span: SourceSpan, start: u32) -> NodeId {
        let node = self.nodes.len() as NodeId;
        let parent = self.stack.last().map_or(0, |open| open.node);
        self.nodes.push(Node {
            tag,
            parent,
            end: node + 1,
            span,
            start,
        });
        node
    }

    /// Where on the stack the drawing or formula begins whose part the innermost element is.
    fn foreign_root(&self) -> Option<usize> {
        if self.open[Tag::Svg as usize] + self.open[Tag::Math as usize] == 0 {
            return None;
        }
        let mut root = None;
        for (at, open) in self.stack.iter().enumerate().rev() {
            match open.tag {
                Tag::Svg | Tag::Math => root = Some(at),
                Tag::Other if !foreign::holds_html(open.name) => {}
                Tag::Other => break,
                _ if root.is_some() => break,
                _ => {}
            }
        }
        root
    }

    /// Closes all open elements from `at` on the stack.
    fn close_to(&mut self, mut at: usize) {
        // What ended while something inside it was open ends now.
        while at > 1 && self.stack[at - 1].ended {
            at -= 1;
        }
        let end = self.nodes.len() as NodeId;
        while self.stack.len() > at
            && let Some(open) = self.stack.pop()
        {
            self.nodes[open.node as usize].end = end;
            self.open[open.tag as usize] -= 1;
        }
        if self.any_flattened && self.stack.len() < self.max_depth {
            self.flattened = [0; Tag::COUNT];
            self.any_flattened = false;
        }
    }

    fn imply_end_tags(&mut self, tag: Tag) {
        match tag {
            Tag::Body => self.close_nearest(&[Tag::Head], &[]),
            Tag::Li => self.close_nearest(&[Tag::Li], &[Tag::Ul, Tag::Ol, Tag::Menu, Tag::Dir]),
            Tag::Dt | Tag::Dd => self.close_nearest(&[Tag::Dt, Tag::Dd], &[Tag::Dl]),
            Tag::Td | Tag::Th => self.close_nearest(&[Tag::Td, Tag::Th], &[Tag::Tr, Tag::Table]),
            Tag::Tr => self.close_nearest(&[Tag::Tr], &[Tag::Table]),
            Tag::Thead | Tag::Tbody | Tag::Tfoot => {
                self.close_nearest(&[Tag::Thead, Tag::Tbody, Tag::Tfoot], &[Tag::Table]);
            }
            Tag::Option | Tag::Optgroup => self.close_nearest(&[Tag::Option], &[Tag::Select]),
            Tag::A => {
                self.close(Tag::A, 0);
            }
            Tag::Input => {
                self.close(Tag::Select, 0);
            }
            _ => {}
        }
        if tag.closes_p() && self.open[Tag::P as usize] > 0 {
            self.close_nearest(&[Tag::P], &[]);
        }
        if tag.heading().is_some()
            && self
                .stack
                .last()
                .is_some_and(|open| open.tag.heading().is_some())
        {
            self.close_to(self.stack.len() - 1);
        }
    }

    /// Closes the innermost open element of `tags`, unless a barrier stands before it.
    fn close_nearest(&mut self, tags: &[Tag], barriers: &[Tag]) {
        if tags.iter().all(|&tag| self.open[tag as usize] == 0) {
            return;
        }
        for at in (1..self.stack.len()).rev() {
            let tag = self.stack[at].tag;
            if tags.contains(&tag) {
                return self.close_to(at);
            }
            let in_row = barriers.contains(&Tag::Table);
            if barriers.contains(&tag) || (!in_row && tag.is_scope()) {
                return;
            }
        }
    }
}
