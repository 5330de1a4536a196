//! Which entities of the articles are the same, by their keys.
//!
//! *What*: a node for each thing that a key stands for; two nodes become one where an entity has
//! the keys of both. Beside them the buckets, in which [`settle`](super::settle) looks for those
//! that may be the same.
//! *Why*: keys that are equal make the same groups in whatever order the articles come, and an
//! article costs as many look-ups as it has keys.

use rustc_hash::FxHashMap;

use super::keys::{BucketKind, Keys, Side};

/// No node: a value, which is no entity of the corpus.
pub(super) const NONE: u32 = u32::MAX;

/// One entity of one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Item {
    pub(super) document: u32,
    pub(super) entity: u32,
}

/// What one key stands for.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// Itself where it stands for its group.
    parent: u32,
    /// How many nodes are in the group.
    size: u32,
    /// The first node of the group: its key gives the group its id.
    pub(super) first: u32,
    pub(super) key: String,
    /// The entities of the group, in order where it stands for it; else empty.
    pub(super) items: Vec<Item>,
    pub(super) weight: f32,
    /// The thing of the user's list that it is.
    pub(super) known: Option<u32>,
}

/// Where an entity lies in a bucket.
#[derive(Clone, Copy, Debug)]
pub(super) struct Occurrence {
    /// Day of its article; `i32::MIN` where none is known.
    pub(super) day: i32,
    pub(super) item: Item,
    pub(super) node: u32,
    pub(super) stated: bool,
}

/// Entities that may be the same.
#[derive(Clone, Debug)]
pub(super) struct Bucket {
    pub(super) kind: BucketKind,
    pub(super) wholes: Vec<Occurrence>,
    pub(super) parts: Vec<Occurrence>,
    /// Whether it is among those that have changed.
    changed: bool,
}

/// All nodes and buckets.
#[derive(Clone, Debug, Default)]
pub(super) struct Graph {
    pub(super) nodes: Vec<Node>,
    by_key: FxHashMap<String, u32>,
    pub(super) buckets: Vec<Bucket>,
    by_bucket: FxHashMap<(BucketKind, String), u32>,
    /// Buckets that have changed since they were last settled, in order of the change.
    changed: Vec<u32>,
}

impl Graph {
    /// The node that stands for the group of a node.
    pub(super) fn root(&self, mut node: u32) -> u32 {
        // Groups are joined by size, so that no way is longer than the logarithm of their number.
        while self.nodes[node as usize].parent != node {
            node = self.nodes[node as usize].parent;
        }
        node
    }

    /// The node of a key, a new one where there is none.
    pub(super) fn node(&mut self, key: &str) -> u32 {
        if let Some(&node) = self.by_key.get(key) {
            return node;
        }
        let node = self.nodes.len() as u32;
        self.nodes.push(Node {
            parent: node,
            size: 1,
            first: node,
            key: key.to_owned(),
            items: Vec::new(),
            weight: 0.0,
            known: None,
        });
        self.by_key.insert(key.to_owned(), node);
        node
    }

    /// The group of a key that is there already.
    pub(super) fn find(&self, key: &str) -> Option<u32> {
        self.by_key.get(key).map(|&node| self.root(node))
    }

    /// Makes one group of those of two nodes.
    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let size = |node: u32| self.nodes[node as usize].size;
        let (large, small) = if size(a) >= size(b) { (a, b) } else { (b, a) };
        let (large, small) = (large as usize, small as usize);
        self.nodes[small].parent = large as u32;
        self.nodes[large].size += self.nodes[small].size;
        self.nodes[large].first = self.nodes[large].first.min(self.nodes[small].first);
        self.nodes[large].weight = self.nodes[large].weight.max(self.nodes[small].weight);
        self.nodes[large].known = self.nodes[large].known.or(self.nodes[small].known);
        let items = std::mem::take(&mut self.nodes[small].items);
        self.nodes[large].items.extend(items);
        self.nodes[large].items.sort_unstable();
    }

    /// Adds an entity of an article of a day, and returns its node.
    pub(super) fn add(&mut self, item: Item, day: Option<i32>, keys: &Keys) -> u32 {
        let mut node = NONE;
        for key in &keys.same {
            let next = self.node(key);
            if node == NONE {
                node = next;
            } else {
                self.join(node, next);
            }
        }
        let root = self.root(node) as usize;
        self.nodes[root].items.push(item);
        self.nodes[root].weight = self.nodes[root].weight.max(keys.weight);
        for (kind, name, side) in &keys.buckets {
            let bucket = self.bucket(*kind, name);
            let occurrence = Occurrence {
                day: day.unwrap_or(i32::MIN),
                item,
                node,
                stated: *side == Side::Stated,
            };
            let bucket = &mut self.buckets[bucket as usize];
            match side {
                Side::Part => bucket.parts.push(occurrence),
                Side::Whole | Side::Stated => bucket.wholes.push(occurrence),
            }
        }
        node
    }

    /// The bucket of a name, noted as changed.
    fn bucket(&mut self, kind: BucketKind, name: &str) -> u32 {
        let buckets = &mut self.buckets;
        let at = *self
            .by_bucket
            .entry((kind, name.to_owned()))
            .or_insert_with(|| {
                buckets.push(Bucket {
                    kind,
                    wholes: Vec::new(),
                    parts: Vec::new(),
                    changed: false,
                });
                buckets.len() as u32 - 1
            });
        if !std::mem::replace(&mut buckets[at as usize].changed, true) {
            self.changed.push(at);
        }
        at
    }

    /// The buckets that have changed since [`Self::forget_changed`].
    pub(super) fn changed(&self) -> &[u32] {
        &self.changed
    }

    /// Notes that all buckets were settled.
    pub(super) fn forget_changed(&mut self) {
        for bucket in self.changed.drain(..) {
            self.buckets[bucket as usize].changed = false;
        }
    }
}
