//! The elements that are or hold the element of a block.
//!
//! *Why:* they are a fifth of the nodes of a page, and what the others say about themselves is
//! about nothing that is read.

use crate::html::{
    blocks::Page,
    tag::Tag,
    tree::{NodeId, Tree},
};

/// One of the elements; they are in document order, the document itself first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bone {
    pub(super) tag: Tag,
    /// The element in the tree of the page.
    pub(super) node: NodeId,
    /// The bone around it; the first is its own.
    pub(super) parent: usize,
    /// One past the last bone inside it.
    pub(super) end: usize,
}

#[derive(Debug)]
pub(super) struct Skeleton {
    pub(super) bones: Vec<Bone>,
    /// The bone of the element of each block.
    pub(super) of_blocks: Vec<usize>,
}

impl Skeleton {
    pub(super) fn of(tree: &Tree, page: &Page) -> Self {
        // 1 for the nodes that are needed, then their bones.
        let mut places = vec![0u32; tree.nodes.len()];
        places[0] = 1;
        for block in &page.blocks {
            let mut at = block.node as usize;
            while places[at] == 0 {
                places[at] = 1;
                at = tree.nodes[at].parent as usize;
            }
        }
        let mut bones: Vec<Bone> = Vec::with_capacity(page.blocks.len() * 3);
        for at in 0..places.len() {
            if places[at] == 0 {
                continue;
            }
            let node = tree.nodes[at];
            places[at] = bones.len() as u32;
            bones.push(Bone {
                tag: node.tag,
                node: at as NodeId,
                // What is around an element stands before it.
                parent: places[node.parent as usize] as usize,
                end: bones.len() + 1,
            });
        }
        for at in (1..bones.len()).rev() {
            let Bone { parent, end, .. } = bones[at];
            bones[parent].end = bones[parent].end.max(end);
        }
        let of_blocks = page.blocks.iter();
        Self {
            of_blocks: of_blocks
                .map(|block| places[block.node as usize] as usize)
                .collect(),
            bones,
        }
    }

    /// The bone of the document.
    pub(super) const ROOT: usize = 0;
}

#[cfg(test)]
mod tests {
    use super::Skeleton;
    use crate::html::{blocks::blocks, scan::scan, tag::Tag};

    #[test]
    fn only_what_holds_words_is_left() {
        let html = "<div><img><nav></nav><section><p>a</p><hr><p>b</p></section></div><p>c";
        let tree = scan(html, 512);
        let skeleton = Skeleton::of(&tree, &blocks(&tree, html));
        let bones = skeleton
            .bones
            .iter()
            .map(|bone| (bone.tag, bone.parent, bone.end));
        assert_eq!(
            bones.collect::<Vec<_>>(),
            [
                (Tag::Html, 0, 6),
                (Tag::Div, 0, 5),
                (Tag::Section, 1, 5),
                (Tag::P, 2, 4),
                (Tag::P, 2, 5),
                (Tag::P, 0, 6),
            ]
        );
        assert_eq!(skeleton.of_blocks, [3, 4, 5]);
    }
}
