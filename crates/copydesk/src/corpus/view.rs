//! The entities of a corpus as they stand now: groups of nodes, in order of their first mention.

use super::{
    Document, MergeKind,
    graph::{Graph, Item, NONE},
    settle::Edge,
};

/// Which entity each node belongs to.
#[derive(Clone, Debug, Default)]
pub(super) struct View {
    /// By node: index of the entity, or [`NONE`] where nothing mentions it.
    entity: Vec<u32>,
    /// By entity: its nodes that stand for a group, the first of which is its own.
    pub(super) groups: Vec<Vec<u32>>,
    /// By entity: what joined its nodes.
    pub(super) joins: Vec<Vec<Join>>,
}

/// What joined a group of entities to the rest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Join {
    pub(super) node: u32,
    pub(super) through: Item,
    pub(super) kind: MergeKind,
    pub(super) confidence: f32,
}

impl View {
    pub(super) fn new(graph: &Graph, documents: &[Document], edges: &[Vec<Edge>]) -> Self {
        let mut up: Vec<u32> = (0..graph.nodes.len() as u32)
            .map(|node| graph.root(node))
            .collect();
        // The identifier of each group, so that no name joins two things with identifiers.
        let mut known: Vec<u32> = (0..up.len())
            .map(|node| {
                if is_identifier(&graph.nodes[node].key) {
                    up[node]
                } else {
                    NONE
                }
            })
            .collect();
        for node in 0..up.len() {
            if known[node] != NONE {
                known[up[node] as usize] = up[node];
            }
        }
        let mut joined: Vec<&Edge> = Vec::new();
        for edge in edges.iter().flatten() {
            let (from, to) = (top(&mut up, edge.node), top(&mut up, edge.to));
            let (a, b) = (known[from as usize], known[to as usize]);
            if from == to || a != NONE && b != NONE {
                continue;
            }
            up[from as usize] = to;
            known[to as usize] = if a == NONE { b } else { a };
            joined.push(edge);
        }
        let mut view = Self {
            entity: vec![NONE; up.len()],
            ..Self::default()
        };
        // Entities in order of their first mention.
        let mut index = vec![NONE; up.len()];
        for document in documents {
            for &node in &document.nodes {
                if node == NONE {
                    continue;
                }
                let root = graph.root(node);
                if view.entity[root as usize] != NONE {
                    continue;
                }
                let top = top(&mut up, root) as usize;
                if index[top] == NONE {
                    index[top] = view.groups.len() as u32;
                    view.groups.push(Vec::new());
                    view.joins.push(Vec::new());
                }
                view.entity[root as usize] = index[top];
                let group = &mut view.groups[index[top] as usize];
                group.push(root);
            }
        }
        for node in 0..up.len() {
            let root = graph.root(node as u32) as usize;
            view.entity[node] = view.entity[root];
        }
        for edge in joined {
            let entity = view.entity[edge.node as usize];
            if let Some(joins) = view.joins.get_mut(entity as usize) {
                joins.push(Join {
                    node: graph.root(edge.node),
                    through: edge.through,
                    kind: edge.kind,
                    confidence: edge.confidence,
                });
            }
        }
        view
    }

    /// The entity of a node.
    pub(super) fn entity(&self, node: u32) -> Option<u32> {
        (self.entity.get(node as usize).copied()).filter(|&entity| entity != NONE)
    }
}

fn is_identifier(key: &str) -> bool {
    key.starts_with("wikidata|") || key.starts_with("geonames|") || key.contains("|id|")
}

fn top(up: &mut [u32], mut node: u32) -> u32 {
    while up[node as usize] != node {
        // Halves the way for those who come next.
        up[node as usize] = up[up[node as usize] as usize];
        node = up[node as usize];
    }
    node
}
