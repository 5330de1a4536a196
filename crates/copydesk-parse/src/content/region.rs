//! Which part of the page is the article.
//!
//! *What:* every paragraph that reads like prose counts its length for all elements around it.
//! From the document down, the search goes to the child that holds most of the prose, and
//! stops where no child does.
//!
//! *Why:* the body is where the prose is, whatever the template calls it; names (`articleBody`,
//! `<main>`, `post-content`) only make the next step down easier. A body that is split over
//! containers stops the search at the element that holds them all.
//!
//! *Example:* `body > div(menu) + div > div(article 90 %) + div(teasers 10 %)` → the article's div.
//!
//! *Known misses:* comments longer than the article where nothing names them comments.

use copydesk_core::{SourceSpan, record::BlockKind};

use super::{
    hint::{ARTICLE_BODY, BODY, DROPS, HIDDEN, Hint, KnownNames, MAIN, says},
    skeleton::{Bone, Skeleton},
    stylesheet,
};
use crate::html::{
    attributes::Attribute,
    blocks::{Page, PageBlock},
    tag::Tag,
    tree::{NodeId, Tree},
};

/// The share of the prose that a child must hold for the search to go on to it.
const SHARE: f32 = 0.75;
/// The same for an element that says it is the body.
const NAMED_SHARE: f32 = 0.55;

/// What is known about each element, and the region of the article.
#[derive(Debug)]
pub(crate) struct Region {
    /// The element that holds the article.
    pub(crate) node: NodeId,
    /// Prose in it, in bytes.
    pub(crate) prose: u32,
    /// Prose on the page that nothing speaks against.
    pub(crate) page_prose: u32,
    /// Hints of each element that holds a block and those around it, as far as they are believed.
    pub(crate) hints: Vec<Hint>,
    /// What those elements are called.
    pub(crate) names: Vec<Names>,
}

/// Where the names of an element stand in the page; empty where it has none.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Names {
    /// Its classes.
    pub(crate) class: SourceSpan,
    /// Its id; that of a heading is made of its words and is none.
    pub(crate) id: SourceSpan,
}

/// Finds the region.
pub(crate) fn find(tree: &Tree, decoded: &str, page: &Page) -> Region {
    let skeleton = Skeleton::of(tree, page);
    let mut known = KnownNames::default();
    let mut own: Vec<Hint> = Vec::with_capacity(skeleton.bones.len());
    let mut names = vec![Names::default(); tree.nodes.len()];
    for bone in &skeleton.bones {
        let inside = tree.nodes[bone.node as usize].span;
        let says = says(bone.tag, inside.of(decoded), &mut known);
        own.push(says.hint);
        let place = |attribute: Option<Attribute<'_>>| match attribute {
            Some(Attribute {
                value, value_at, ..
            }) => {
                let start = inside.start as usize + value_at;
                SourceSpan::at(start, start + value.len())
            }
            None => SourceSpan::default(),
        };
        names[bone.node as usize] = Names {
            class: place(says.class),
            id: place(says.id),
        };
    }
    let styled = stylesheet::hidden_classes(tree, decoded);
    if !styled.is_empty() {
        for (bone, hint) in skeleton.bones.iter().zip(&mut own) {
            let classes = names[bone.node as usize].class.of(decoded);
            if classes
                .split_ascii_whitespace()
                .any(|name| styled.contains(name))
            {
                *hint |= HIDDEN;
            }
        }
    }
    let all = sums(&skeleton, page, |_| true);
    let titles = heading_counts(&skeleton, page);
    doubt_hidden(&skeleton, &mut own, &all);
    // Hidden prose is no evidence of anything.
    let hidden = spread(&skeleton, |at| own[at] & HIDDEN);
    let shown = sums(&skeleton, page, |at| hidden[at] == 0);
    let total = match shown[Skeleton::ROOT] {
        0 => all[Skeleton::ROOT],
        shown => shown,
    };
    doubt_names(&skeleton, page, &mut own, total);
    let mut hints = spread(&skeleton, |at| {
        believed(
            skeleton.bones[at].tag,
            own[at],
            shown[at],
            total,
            titles[at] > 0,
        )
    });
    let mut good = sums(&skeleton, page, |at| hints[at] & DROPS == 0);
    if good[Skeleton::ROOT] < 200 && total > 2 * good[Skeleton::ROOT] {
        // The names of the page speak against all of it: do not believe them.
        hints = spread(&skeleton, |at| {
            if skeleton.bones[at].tag == Tag::Nav {
                own[at]
            } else {
                own[at] & !DROPS | own[at] & HIDDEN
            }
        });
        good = sums(&skeleton, page, |at| hints[at] & DROPS == 0);
    }
    let found = descend(&skeleton, &own, &good);
    let mut of_nodes = vec![0; tree.nodes.len()];
    for (bone, hint) in skeleton.bones.iter().zip(hints) {
        of_nodes[bone.node as usize] = hint;
    }
    Region {
        node: skeleton.bones[found].node,
        prose: good[found],
        page_prose: good[Skeleton::ROOT],
        hints: of_nodes,
        names,
    }
}

/// An element that holds a good part of all the prose is only hidden until a script shows it.
fn doubt_hidden(skeleton: &Skeleton, own: &mut [Hint], all: &[u32]) {
    let by_tag = |bone: &Bone| {
        matches!(
            bone.tag,
            Tag::Template
                | Tag::Noscript
                | Tag::Svg
                | Tag::Object
                | Tag::Select
                | Tag::Option
                | Tag::Textarea
                | Tag::Datalist
        )
    };
    let (mut total, mut end) = (0, 0);
    for (at, bone) in skeleton.bones.iter().enumerate() {
        if own[at] & HIDDEN != 0 && at >= end && !by_tag(bone) {
            total += all[at];
            end = bone.end;
        }
    }
    let page = all[Skeleton::ROOT];
    let most_is_hidden = total * 2 > page;
    for ((bone, hint), &prose) in skeleton.bones.iter().zip(own).zip(all) {
        let much = prose >= 600 && prose * 4 > page || most_is_hidden && prose >= 160;
        if *hint & HIDDEN != 0 && !by_tag(bone) && much {
            *hint &= !HIDDEN;
        }
    }
}

/// A name under which much of the prose stands means something else on this page: `widget` in
/// a page builder, `promo` in a list of products.
fn doubt_names(skeleton: &Skeleton, page: &Page, own: &mut [Hint], total: u32) {
    let hints = spread(skeleton, |at| own[at]);
    let mut prose_of = [0u32; 32];
    let mut clean = 0;
    for (block, &at) in page.blocks.iter().zip(&skeleton.of_blocks) {
        let hint = hints[at];
        let len = block.prose;
        if hint & DROPS == 0 {
            clean += len;
        }
        if len == 0 || hint & DROPS == 0 || hint & HIDDEN != 0 {
            continue;
        }
        for (bit, sum) in prose_of.iter_mut().enumerate() {
            *sum += if hint & (1 << bit) == 0 { 0 } else { len };
        }
    }
    let sure = HIDDEN | super::hint::COMMENTS | super::hint::NAVIGATION | super::hint::FOOTER;
    let doubted = (0..32)
        .filter(|&bit| prose_of[bit] * 5 > total * 2 && clean * 5 < total * 2)
        .fold(0, |set, bit| set | (1 << bit))
        & DROPS
        & !sure;
    if doubted != 0 {
        for hint in own {
            *hint &= !doubted;
        }
    }
}

/// The hints of an element that hold for it: what holds most of the prose or the headline is
/// not furniture, whatever its name. `shown` of `total` bytes of prose stand in it.
fn believed(tag: Tag, hint: Hint, shown: u32, total: u32, holds_title: bool) -> Hint {
    if hint & DROPS == 0 || hint & HIDDEN != 0 && shown == 0 {
        return hint;
    }
    let keeps = hint & (HIDDEN | !DROPS);
    if matches!(tag, Tag::Html | Tag::Body | Tag::Main | Tag::Article) {
        return if hint & (super::hint::COMMENTS | super::hint::RELATED) != 0
            && tag == Tag::Article
            && shown * 3 < total
        {
            hint
        } else {
            keeps
        };
    }
    let most = if hint & super::hint::COMMENTS != 0 {
        total / 10 * 8
    } else {
        total / 10 * 4
    };
    if shown > most && total > 0 {
        return keeps;
    }
    if hint & DROPS == super::hint::HEADER && holds_title {
        return keeps;
    }
    hint
}

/// Main headings in each element.
fn heading_counts(skeleton: &Skeleton, page: &Page) -> Vec<u32> {
    let is_main = |block: &PageBlock| block.kind == BlockKind::Heading && block.level == Some(1);
    sum_up(skeleton, page, |block, _| u32::from(is_main(block)))
}

/// Prose in each element, of the blocks whose bones pass `test`.
fn sums(skeleton: &Skeleton, page: &Page, test: impl Fn(usize) -> bool) -> Vec<u32> {
    sum_up(
        skeleton,
        page,
        |block, at| {
            if test(at) { block.prose } else { 0 }
        },
    )
}

fn sum_up(skeleton: &Skeleton, page: &Page, count: impl Fn(&PageBlock, usize) -> u32) -> Vec<u32> {
    let mut sums = vec![0u32; skeleton.bones.len()];
    for (block, &at) in page.blocks.iter().zip(&skeleton.of_blocks) {
        sums[at] += count(block, at);
    }
    for at in (1..sums.len()).rev() {
        sums[skeleton.bones[at].parent] += sums[at];
    }
    sums
}

/// Hands hints down to everything inside.
fn spread(skeleton: &Skeleton, own: impl Fn(usize) -> Hint) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::with_capacity(skeleton.bones.len());
    for (at, bone) in skeleton.bones.iter().enumerate() {
        let outside = hints.get(bone.parent).copied().unwrap_or_default();
        let mut hint = own(at);
        if (hint | outside) & MAIN != 0 && bone.tag == Tag::Header {
            // A header inside the article is the head of the article.
            hint &= !super::hint::HEADER;
        }
        hints.push(outside | hint);
    }
    hints
}

/// The bone at which the search ends.
fn descend(skeleton: &Skeleton, own: &[Hint], good: &[u32]) -> usize {
    let mut at = Skeleton::ROOT;
    loop {
        let total = good[at];
        if total == 0 {
            return at;
        }
        let mut best = None;
        let mut child = at + 1;
        while child < skeleton.bones[at].end {
            let bone = skeleton.bones[child];
            if is_container(bone.tag) && best.is_none_or(|best: usize| good[child] > good[best]) {
                best = Some(child);
            }
            child = bone.end;
        }
        let Some(best) = best else { return at };
        let named =
            own[best] & (BODY | ARTICLE_BODY | MAIN) != 0 || skeleton.bones[best].tag == Tag::Body;
        let share = if named { NAMED_SHARE } else { SHARE };
        if (good[best] as f32) < total as f32 * share {
            return at;
        }
        at = best;
    }
}

/// Elements that can hold an article.
fn is_container(tag: Tag) -> bool {
    !matches!(
        tag,
        Tag::Text
            | Tag::P
            | Tag::Li
            | Tag::Blockquote
            | Tag::Pre
            | Tag::A
            | Tag::Dd
            | Tag::Dt
            | Tag::Ul
            | Tag::Ol
            | Tag::Figure
            | Tag::Figcaption
            | Tag::Summary
    ) && tag.heading().is_none()
}
