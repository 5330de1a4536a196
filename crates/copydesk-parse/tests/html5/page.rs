//! The text of a whole page, from the tree that html5ever builds.

use std::{
    borrow::Cow,
    cell::{Ref, RefCell},
};

use html5ever::{
    Attribute, ParseOpts, QualName,
    interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink},
    parse_document,
    tendril::{StrTendril, TendrilSink},
    tree_builder::TreeBuilderOpts,
};

use super::text::Text;

/// Which elements count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// All that hold text, shown or not, in a browser without scripts.
    Everything,
    /// What a browser with scripts shows before any of them has run.
    Shown,
}

/// The text of a page, in the order of the source.
///
/// Text in a table outside of its cells, which browsers move in front of the table, stays in
/// its place: the order is that in which the texts were met, not that of the tree.
pub(crate) fn page_text(html: &str, reading: Reading) -> Text {
    let options = ParseOpts {
        tree_builder: TreeBuilderOpts {
            scripting_enabled: reading == Reading::Shown,
            ..TreeBuilderOpts::default()
        },
        ..ParseOpts::default()
    };
    let nodes = parse_document(Dom::new(), options).one(StrTendril::from(html));
    let counts = |up: usize| {
        let node = &nodes[up];
        !node.is(super::is_skipped)
            && (reading == Reading::Everything || !node.is(is_replaced) && !node.is_hidden)
    };
    let mut out = Text::default();
    let mut last = DOCUMENT;
    for (at, node) in nodes.iter().enumerate() {
        let Some(text) = &node.text else { continue };
        if !is_in_document(&nodes, at) || !ancestors(&nodes, at).all(counts) {
            continue;
        }
        if are_apart(&nodes, last, at, is_block) {
            out.part();
        }
        if are_apart(&nodes, last, at, |name| name == "time") {
            out.may_part();
        }
        out.push(text);
        last = at;
    }
    out
}

/// Whether such an element begins, ends, or stands between two texts.
fn are_apart(nodes: &[Node], one: usize, other: usize, test: impl Fn(&str) -> bool) -> bool {
    let around: Vec<usize> = ancestors(nodes, other).collect();
    nodes[one..other].iter().any(|node| node.is(&test))
        || ancestors(nodes, one)
            .filter(|up| !around.contains(up))
            .any(|up| nodes[up].is(&test))
        // Where texts were moved, elements that began before the first may be around the second.
        || around.iter().any(|&up| up > one && nodes[up].is(&test))
}

/// The elements around a node, from the inside.
fn ancestors(nodes: &[Node], at: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(nodes[at].parent, |&up| nodes[up].parent)
}

fn is_in_document(nodes: &[Node], at: usize) -> bool {
    ancestors(nodes, at).last() == Some(DOCUMENT)
}

/// Elements that stand on lines of their own, and those that end a line.
///
/// As in the style sheet of the HTML standard; beyond it, what a browser draws as a box of its
/// own: form controls, options, and what stands in for media.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address" | "article" | "aside" | "blockquote" | "body" | "br" | "caption" | "center"
            | "col" | "colgroup" | "dd" | "details" | "dialog" | "dir" | "div" | "dl" | "dt"
            | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "frame" | "frameset"
            | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "head" | "header" | "hgroup" | "hr"
            | "html" | "legend" | "li" | "listing" | "main" | "menu" | "nav" | "ol"
            | "optgroup" | "option" | "p" | "plaintext" | "pre" | "search" | "section"
            | "summary" | "table" | "tbody" | "td" | "tfoot" | "th" | "thead" | "title" | "tr"
            | "ul" | "xmp"
            // Boxes.
            | "audio" | "button" | "canvas" | "datalist" | "noscript" | "object" | "select" | "svg"
            | "template" | "textarea" | "video"
    )
}

/// Elements that browsers draw something else for, or nothing.
fn is_replaced(name: &str) -> bool {
    matches!(
        name,
        "audio"
            | "canvas"
            | "datalist"
            | "noscript"
            | "object"
            | "option"
            | "select"
            | "svg"
            | "template"
            | "textarea"
            | "video"
    )
}

const DOCUMENT: usize = 0;

/// An element (`name`), a text (`text`), or something that holds neither.
#[derive(Default)]
struct Node {
    name: Option<QualName>,
    text: Option<StrTendril>,
    is_hidden: bool,
    parent: Option<usize>,
    children: Vec<usize>,
}

impl Node {
    fn is(&self, test: impl Fn(&str) -> bool) -> bool {
        self.name.as_ref().is_some_and(|name| test(&name.local))
    }
}

/// A tree of numbered nodes. Texts are never joined, so that their numbers are their order.
struct Dom {
    nodes: RefCell<Vec<Node>>,
}

impl Dom {
    fn new() -> Self {
        Self {
            nodes: RefCell::new(vec![Node::default()]),
        }
    }

    fn add(&self, node: Node) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(node);
        nodes.len() - 1
    }

    fn node_of(&self, child: NodeOrText<usize>) -> usize {
        match child {
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => self.add(Node {
                text: Some(text),
                ..Node::default()
            }),
        }
    }
}

impl TreeSink for Dom {
    type Handle = usize;
    type Output = Vec<Node>;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Vec<Node> {
        self.nodes.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> Ref<'a, QualName> {
        Ref::map(self.nodes.borrow(), |nodes| {
            nodes[*target].name.as_ref().expect("it is an element")
        })
    }

    fn create_element(&self, name: QualName, given: Vec<Attribute>, _: ElementFlags) -> usize {
        let is_hidden = given.iter().any(|attribute| match &*attribute.name.local {
            "hidden" => true,
            "style" => attribute.value.contains("display:none"),
            _ => false,
        });
        self.add(Node {
            name: Some(name),
            is_hidden,
            ..Node::default()
        })
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.add(Node::default())
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.add(Node::default())
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        let child = self.node_of(child);
        let mut nodes = self.nodes.borrow_mut();
        nodes[child].parent = Some(*parent);
        nodes[*parent].children.push(child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &usize,
        previous: &usize,
        child: NodeOrText<usize>,
    ) {
        let has_parent = self.nodes.borrow()[*element].parent.is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &usize) -> usize {
        *target
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        let child = self.node_of(child);
        self.remove_from_parent(&child);
        let mut nodes = self.nodes.borrow_mut();
        let parent = nodes[*sibling].parent.expect("a sibling has a parent");
        let siblings = &mut nodes[parent].children;
        let at = siblings
            .iter()
            .rposition(|node| node == sibling)
            .expect("a sibling is among the children");
        siblings.insert(at, child);
        nodes[child].parent = Some(parent);
    }

    fn add_attrs_if_missing(&self, _: &usize, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &usize) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[*target].parent.take() {
            nodes[parent].children.retain(|node| node != target);
        }
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        let mut nodes = self.nodes.borrow_mut();
        let mut children = std::mem::take(&mut nodes[*node].children);
        for &child in &children {
            nodes[child].parent = Some(*new_parent);
        }
        nodes[*new_parent].children.append(&mut children);
    }
}
