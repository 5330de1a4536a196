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
    hint::{ARTICLE_BODY, BODY, DROPS, HIDDEN, Hint, KnownNames, MAIN, hints_and_class},
    stylesheet,
};
use crate::html::{
    blocks::Page,
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
    /// Where the classes of those elements stand in the page; empty where they have none.
    pub(crate) classes: Vec<SourceSpan>,
}

/// Finds the region.
pub(crate) fn find(tree: &Tree, decoded: &str, page: &Page) -> Region {
    let holds = holding(tree, page);
    let mut known = KnownNames::default();
    let mut own: Vec<Hint> = vec![0; tree.nodes.len()];
    let mut classes = vec![SourceSpan::default(); tree.nodes.len()];
    let held = || (0..tree.nodes.len()).filter(|&at| holds[at]);
    for at in held() {
        let node = tree.nodes[at];
        let (hint, class) = hints_and_class(node.tag, node.span.of(decoded), &mut known);
        own[at] = hint;
        if let Some(class) = class {
            let start = node.span.start as usize + class.value_at;
            classes[at] = SourceSpan::at(start, start + class.value.len());
        }
    }
    let styled = stylesheet::hidden_classes(tree, decoded);
    if !styled.is_empty() {
        for at in held() {
            let mut names = classes[at].of(decoded).split_ascii_whitespace();
            if names.any(|name| styled.contains(name)) {
                own[at] |= HIDDEN;
            }
        }
    }
    let all = sums(tree, page, |_| true);
    let titles = heading_counts(tree, page);
    doubt_hidden(tree, &mut own, &all);
    // Hidden prose is no evidence of anything.
    let hidden = spread(tree, |at| own[at] & HIDDEN);
    let shown = sums(tree, page, |node| hidden[node as usize] == 0);
    let total = if shown[0] > 0 { shown[0] } else { all[0] };
    doubt_names(tree, page, &mut own, total);
    let mut hints = spread(tree, |at| {
        believed(tree, at, own[at], &shown, total, &titles)
    });
    let mut good = sums(tree, page, |node| hints[node as usize] & DROPS == 0);
    if good[0] < 200 && total > 2 * good[0] {
        // The names of the page speak against all of it: do not believe them.
        hints = spread(tree, |at| {
            if tree.nodes[at].tag == Tag::Nav {
                own[at]
            } else {
                own[at] & !DROPS | own[at] & HIDDEN
            }
        });
        good = sums(tree, page, |node| hints[node as usize] & DROPS == 0);
    }
    let node = descend(tree, &own, &good);
    Region {
        node,
        prose: good[node as usize],
        page_prose: good[0],
        hints,
        classes,
    }
}

/// Which elements are or hold the element of a block: what the others say about themselves,
/// most of a page's tags, is about nothing that is read.
fn holding(tree: &Tree, page: &Page) -> Vec<bool> {
    let mut holds = vec![false; tree.nodes.len()];
    for block in &page.blocks {
        let mut at = block.node as usize;
        while !holds[at] {
            holds[at] = true;
            at = tree.nodes[at].parent as usize;
        }
    }
    holds
}

/// An element that holds a good part of all the prose is only hidden until a script shows it.
fn doubt_hidden(tree: &Tree, own: &mut [Hint], all: &[u32]) {
    let by_tag = |at: usize| {
        matches!(
            tree.nodes[at].tag,
            Tag::Template | Tag::Noscript | Tag::Svg | Tag::Object
        )
    };
    let (mut total, mut end) = (0, 0);
    for at in 0..own.len() {
        if own[at] & HIDDEN != 0 && at >= end && !by_tag(at) {
            total += all[at];
            end = tree.nodes[at].end as usize;
        }
    }
    let most_is_hidden = total * 2 > all[0];
    for (at, hint) in own.iter_mut().enumerate() {
        let much = all[at] >= 600 && all[at] * 4 > all[0] || most_is_hidden && all[at] >= 160;
        if *hint & HIDDEN != 0 && !by_tag(at) && much {
            *hint &= !HIDDEN;
        }
    }
}

/// A name under which much of the prose stands means something else on this page: `widget` in
/// a page builder, `promo` in a list of products.
fn doubt_names(tree: &Tree, page: &Page, own: &mut [Hint], total: u32) {
    let hints = spread(tree, |at| own[at]);
    let mut prose_of = [0u32; 32];
    let mut clean = 0;
    for block in &page.blocks {
        let hint = hints[block.node as usize];
        let len = block.prose;
        if hint & DROPS == 0 {
            clean += len;
        }
        if hint & DROPS == 0 || hint & HIDDEN != 0 {
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
/// not furniture, whatever its name.
fn believed(tree: &Tree, at: usize, hint: Hint, shown: &[u32], total: u32, titles: &[u16]) -> Hint {
    let tag = tree.nodes[at].tag;
    if hint & DROPS == 0 || hint & HIDDEN != 0 && shown[at] == 0 {
        return hint;
    }
    let keeps = hint & (HIDDEN | !DROPS);
    if matches!(tag, Tag::Html | Tag::Body | Tag::Main | Tag::Article) {
        return if hint & (super::hint::COMMENTS | super::hint::RELATED) != 0
            && tag == Tag::Article
            && shown[at] * 3 < total
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
    if shown[at] > most && total > 0 {
        return keeps;
    }
    if hint & DROPS == super::hint::HEADER && titles[at] > 0 {
        return keeps;
    }
    hint
}

/// Main headings in each subtree.
fn heading_counts(tree: &Tree, page: &Page) -> Vec<u16> {
    let mut counts = vec![0u16; tree.nodes.len()];
    for block in &page.blocks {
        if block.kind == BlockKind::Heading && block.level == Some(1) {
            counts[block.node as usize] += 1;
        }
    }
    for at in (1..tree.nodes.len()).rev() {
        let parent = tree.nodes[at].parent as usize;
        counts[parent] = counts[parent].saturating_add(counts[at]);
    }
    counts
}

/// Prose in each subtree, of the blocks that pass `test`.
fn sums(tree: &Tree, page: &Page, test: impl Fn(NodeId) -> bool) -> Vec<u32> {
    let mut sums = vec![0u32; tree.nodes.len()];
    for block in &page.blocks {
        if test(block.node) {
            sums[block.node as usize] += block.prose;
        }
    }
    for at in (1..tree.nodes.len()).rev() {
        sums[tree.nodes[at].parent as usize] += sums[at];
    }
    sums
}

/// Hands hints down to everything inside.
fn spread(tree: &Tree, own: impl Fn(usize) -> Hint) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::with_capacity(tree.nodes.len());
    for (at, node) in tree.nodes.iter().enumerate() {
        let outside = if at == 0 {
            0
        } else {
            hints[node.parent as usize]
        };
        let mut hint = own(at);
        if hint & MAIN != 0 || outside & MAIN != 0 {
            // A header inside the article is the head of the article.
            if tree.nodes[at].tag == Tag::Header {
                hint &= !super::hint::HEADER;
            }
        }
        hints.push(outside | hint);
    }
    hints
}

fn descend(tree: &Tree, own: &[Hint], good: &[u32]) -> NodeId {
    let mut at: NodeId = 0;
    loop {
        let total = good[at as usize];
        if total == 0 {
            return at;
        }
        let mut best = None;
        let mut child = at + 1;
        while child < tree.nodes[at as usize].end {
            let node = tree.nodes[child as usize];
            if is_container(node.tag)
                && best.is_none_or(|best: NodeId| good[child as usize] > good[best as usize])
            {
                best = Some(child);
            }
            child = node.end;
        }
        let Some(best) = best else { return at };
        let hint = own[best as usize];
        let named =
            hint & (BODY | ARTICLE_BODY | MAIN) != 0 || tree.nodes[best as usize].tag == Tag::Body;
        let share = if named { NAMED_SHARE } else { SHARE };
        if (good[best as usize] as f32) < total as f32 * share {
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
