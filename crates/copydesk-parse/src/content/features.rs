//! What the scorer knows of a block.
//!
//! *What:* numbers about the words of the block, its links, its place, the elements around it,
//! its neighbours, what the page has of the same make, and what the rules made of all of them.
//!
//! *Why:* one rule sees one thing; whether a short line between two paragraphs is a subhead or
//! a teaser shows only in many small things together.
//!
//! Nothing here depends on one language or one site. The order is that of the trained model:
//! a change of it needs `cargo xtask train blocks`.

use std::{cell::OnceCell, hash::Hasher as _};

use copydesk_core::record::{BlockKind, DropReason};
use rustc_hash::{FxHashMap, FxHasher};

use super::{
    agreement::Words,
    decide::Decision,
    evidence::{self, NameSums},
    hint::{self, Hint},
    region::Region,
    title::Title,
};
use crate::{
    counts::Counts,
    html::{
        blocks::{Page, PageBlock},
        prose::ends_like_a_sentence,
        tree::{NodeId, Tree},
    },
    letters::is_uppercase,
    lexicon::Furniture,
    trees::{Row, ratio},
};

/// Numbers for each block.
pub(crate) const COUNT: usize = 112;

/// Where the numbers of [`evidence`] begin: the names and words of the block itself and of the
/// blocks before and after it.
pub(crate) const EVIDENCE: usize = COUNT - 6;

/// Names of elements that are one number each.
const GROUPS: [Hint; 9] = [
    hint::COMMENTS,
    hint::RELATED | hint::ADVERT,
    hint::NEWSLETTER | hint::PAYWALL | hint::COOKIES | hint::SHARE,
    hint::AUTHOR | hint::DATE,
    hint::SIDEBAR,
    hint::NAVIGATION | hint::FOOTER | hint::HEADER,
    hint::CAPTION | hint::CREDIT,
    hint::TAGS | hint::WIDGET,
    hint::BODY | hint::ARTICLE_BODY,
];

/// The numbers of one block.
pub(crate) type Features = [f32; COUNT];

/// Elements around a block that are looked at.
const AROUND: usize = 4;

/// Sums over the blocks in an element.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    bytes: u32,
    linked: u32,
    prose: u32,
    kept: u32,
    blocks: u32,
}

impl Sums {
    fn of(block: &PageBlock, decision: Decision) -> Self {
        let bytes = block.words.len() as u32;
        Self {
            bytes,
            linked: block.linked,
            prose: block.prose,
            kept: if decision.dropped.is_none() { bytes } else { 0 },
            blocks: 1,
        }
    }

    fn add(&mut self, other: Self) {
        self.bytes += other.bytes;
        self.linked += other.linked;
        self.prose += other.prose;
        self.kept += other.kept;
        self.blocks += other.blocks;
    }
}

/// A page with what is computed once for all its blocks.
pub(crate) struct Extractor<'a> {
    tree: &'a Tree,
    page: &'a Page,
    region: &'a Region,
    title: &'a Title,
    decoded: &'a str,
    title_words: Words,
    decisions: &'a [Decision],
    /// What the words of each block say, where somebody asked.
    furniture: Vec<OnceCell<Furniture>>,
    sums: Vec<Sums>,
    /// Per block: the make of its element, as a hash.
    makes: Vec<u64>,
    /// Bytes, kept bytes and blocks of each make.
    of_make: FxHashMap<u64, Sums>,
    /// The first and last block that the rules keep.
    kept: (usize, usize),
    /// Sums over the whole page.
    total: Sums,
    /// Where the prose stands that the rules keep.
    body: Body,
    /// The section of each block.
    sections: Vec<Section>,
}

/// The element that most of the kept prose stands in directly, and what it holds.
#[derive(Debug, Default)]
struct Body {
    /// Kept prose by the parent of the block, and by the parent of that.
    by_parent: FxHashMap<NodeId, u32>,
    by_grandparent: FxHashMap<NodeId, u32>,
    /// All of it.
    prose: u32,
    /// The element with the most, and what it has.
    node: NodeId,
    most: u32,
    /// Its first and last block.
    blocks: (usize, usize),
}

/// A heading and the blocks up to the next one.
#[derive(Clone, Copy, Debug, Default)]
struct Section {
    /// Index of its first block.
    start: u32,
    level: u8,
    kept: bool,
    sums: Sums,
}

impl<'a> Extractor<'a> {
    pub(crate) fn new(
        tree: &'a Tree,
        decoded: &'a str,
        page: &'a Page,
        region: &'a Region,
        title: &'a Title,
        decisions: &'a [Decision],
    ) -> Self {
        let mut sums = vec![Sums::default(); tree.nodes.len()];
        let mut makes = Vec::with_capacity(page.blocks.len());
        let mut of_make: FxHashMap<u64, Sums> = FxHashMap::default();
        let mut known: Option<(NodeId, u64)> = None;
        for (block, decision) in page.blocks.iter().zip(decisions) {
            let own = Sums::of(block, *decision);
            sums[block.node as usize].add(own);
            let make = match known {
                Some((node, make)) if node == block.node => make,
                _ => make_of(tree, decoded, region, block.node),
            };
            known = Some((block.node, make));
            makes.push(make);
            of_make.entry(make).or_default().add(own);
        }
        for at in (1..tree.nodes.len()).rev() {
            let own = sums[at];
            sums[tree.nodes[at].parent as usize].add(own);
        }
        let kept = |decision: &Decision| decision.dropped.is_none();
        let first = decisions.iter().position(kept).unwrap_or(0);
        let last = decisions.iter().rposition(kept).unwrap_or(0);
        let mut body = body(tree, page, decisions);
        body.blocks = blocks_in(tree, page, body.node);
        Self {
            body,
            sections: sections(page, decisions),
            tree,
            page,
            region,
            title,
            decoded,
            title_words: Words::of(title.text.as_deref().unwrap_or_default()),
            decisions,
            furniture: vec![OnceCell::new(); decisions.len()],
            total: sums[0],
            sums,
            makes,
            of_make,
            kept: (first, last),
        }
    }

    /// Whether the scorer may overrule the rules on this block: not on what browsers do not
    /// show, not on the headline, not on bylines, dates, comments, pull quotes and known phrases, not on links without prose far from the
    /// article.
    pub(crate) fn is_open(&self, at: usize) -> bool {
        let block = &self.page.blocks[at];
        let Some(reason) = self.decisions[at].dropped else {
            return true;
        };
        if matches!(
            reason,
            DropReason::Hidden
                | DropReason::TitleApart
                | DropReason::Copyright
                | DropReason::Comments
                | DropReason::Byline
                | DropReason::Date
        ) || self.title.block == Some(at)
        {
            return false;
        }
        // What the page itself calls a pull quote is said elsewhere.
        let hints = self.region.hints[block.node as usize];
        if reason == DropReason::Repeated && hints & hint::PULL_QUOTE != 0 {
            return false;
        }
        let len = block.words.len() as u32;
        let inside = self.is_in_region(block);
        let near = at + 3 >= self.kept.0 && at <= self.kept.1 + 3;
        let linked = block.linked * 10 > len * 8;
        let open = (inside && (!linked || len >= 60))
            || (near && !linked)
            || (len >= 80 && block.linked * 2 < len);
        // What is furniture by its very words is furniture wherever it stands.
        open && self.furniture(at).reason.is_none()
    }

    fn furniture(&self, at: usize) -> Furniture {
        let words = self.page.words(&self.page.blocks[at]);
        *self.furniture[at].get_or_init(|| self.decisions[at].furniture(words))
    }

    fn is_in_region(&self, block: &PageBlock) -> bool {
        self.tree.holds(self.region.node, block.node)
    }

    /// The numbers of block `at`.
    pub(crate) fn features(&self, at: usize) -> Features {
        let mut out = Out::default();
        let block = &self.page.blocks[at];
        let words = self.page.words(block);
        self.words(&mut out, block, words);
        self.place(&mut out, at, block);
        self.around(&mut out, block);
        self.names(&mut out, block);
        self.make(&mut out, at);
        for step in [-3isize, -2, -1, 1, 2, 3] {
            self.neighbour(&mut out, at, step);
        }
        self.rules(&mut out, at, words);
        self.body(&mut out, at, block);
        self.section(&mut out, at);
        let (values, len) = out.finish();
        debug_assert!(len <= EVIDENCE);
        values
    }

    fn words(&self, out: &mut Out, block: &PageBlock, words: &str) {
        let shape = Counts::of(words);
        let len = words.len() as f32;
        out.push(len.ln_1p());
        out.push(shape.words as f32);
        out.push(ratio(block.linked as f32, len));
        out.push(ratio(block.timed as f32, len));
        out.flag(ends_like_a_sentence(words));
        out.push(ratio(shape.letters as f32, shape.words as f32));
        out.push(ratio(shape.capitals as f32, shape.words as f32));
        out.push(ratio(shape.digits as f32, shape.characters as f32));
        out.push(shape.commas as f32);
        out.push(shape.stops as f32);
        out.push(ratio(shape.marks as f32, shape.characters as f32));
        out.push(ratio(shape.short as f32, shape.words as f32));
        out.flag(words.starts_with(|letter: char| is_uppercase(letter)));
        out.flag(words.contains('|') || words.contains('\u{bb}') || words.contains('\u{203a}'));
        out.flag(words.ends_with(':'));
        out.flag(words.ends_with('?'));
        out.push(kind(block.kind));
        out.push(f32::from(block.level.unwrap_or(0)));
        out.push(if words.len() < 400 {
            self.title_words.agreement(words)
        } else {
            0.0
        });
    }

    fn place(&self, out: &mut Out, at: usize, block: &PageBlock) {
        let count = self.page.blocks.len() as f32;
        out.push(at as f32 / count);
        out.flag(self.is_in_region(block));
        let (first, last) = self.kept;
        out.push(clip(at as f32 - first as f32));
        out.push(clip(last as f32 - at as f32));
        let span = (last - first).max(1) as f32;
        out.push(((at as f32 - first as f32) / span).clamp(-1.0, 2.0));
        let title = self
            .title
            .block
            .map_or(0.0, |title| clip(at as f32 - title as f32));
        out.push(title);
        let mut depth = 0;
        let mut node = block.node;
        while node != 0 && depth < 64 {
            node = self.tree.nodes[node as usize].parent;
            depth += 1;
        }
        out.push(depth as f32);
        out.push(ratio(
            self.sums[self.region.node as usize].prose as f32,
            self.total.prose as f32,
        ));
        out.push((self.total.prose as f32).ln_1p());
        out.push(ratio(self.total.kept as f32, self.total.bytes as f32));
    }

    fn around(&self, out: &mut Out, block: &PageBlock) {
        let mut node = block.node;
        for step in 0..AROUND {
            let sums = self.sums[node as usize];
            out.push(ratio(sums.linked as f32, sums.bytes as f32));
            out.push((sums.blocks as f32).min(200.0));
            out.push(ratio(sums.kept as f32, sums.bytes as f32));
            out.push(ratio(sums.prose as f32, self.total.prose as f32));
            if step < 2 {
                out.push(f32::from(self.tree.nodes[node as usize].tag as u8));
            }
            node = self.tree.nodes[node as usize].parent;
        }
    }

    fn names(&self, out: &mut Out, block: &PageBlock) {
        let hints = self.region.hints[block.node as usize];
        for group in GROUPS {
            out.flag(hints & group != 0);
        }
        out.flag(hints & hint::MAIN != 0);
        out.flag(hints & hint::SUMMARY != 0);
    }

    fn make(&self, out: &mut Out, at: usize) {
        let make = self
            .of_make
            .get(&self.makes[at])
            .copied()
            .unwrap_or_default();
        out.push((make.blocks as f32).min(200.0));
        out.push(ratio(make.kept as f32, make.bytes as f32));
        out.push(ratio(make.linked as f32, make.bytes as f32));
        out.push(ratio(make.prose as f32, self.total.prose as f32));
    }

    fn neighbour(&self, out: &mut Out, at: usize, step: isize) {
        let other = at
            .checked_add_signed(step)
            .and_then(|other| Some((self.page.blocks.get(other)?, self.decisions.get(other)?)));
        let Some((block, decision)) = other else {
            for _ in 0..4 {
                out.push(-1.0);
            }
            return;
        };
        let len = block.words.len() as f32;
        out.push(len.ln_1p());
        out.push(ratio(block.linked as f32, len));
        out.push(reason(decision.dropped));
        out.push(kind(block.kind));
    }

    /// Where the block stands to the element that holds the body.
    fn body(&self, out: &mut Out, at: usize, block: &PageBlock) {
        let body = &self.body;
        let parent = self.tree.nodes[block.node as usize].parent;
        let grandparent = self.tree.nodes[parent as usize].parent;
        let share = |of: &FxHashMap<NodeId, u32>, node| {
            ratio(
                of.get(&node).copied().unwrap_or_default() as f32,
                body.prose as f32,
            )
        };
        out.push(share(&body.by_parent, parent));
        out.push(share(&body.by_grandparent, grandparent));
        // Steps up from the block to an element that also holds the body.
        let (mut up, mut node) = (0, block.node);
        while !self.tree.holds(node, body.node) && up < 60 {
            node = self.tree.nodes[node as usize].parent;
            up += 1;
        }
        out.push(up as f32);
        let (first, last) = body.blocks;
        out.push(clip(at as f32 - first as f32));
        out.push(clip(last as f32 - at as f32));
        out.push(ratio(body.most as f32, body.prose as f32));
        out.push((self.page.blocks.len() as f32).ln());
    }

    /// The heading above the block and what it heads.
    fn section(&self, out: &mut Out, at: usize) {
        let section = self.sections[at];
        out.push(clip(at as f32 - section.start as f32));
        out.push(f32::from(section.level));
        out.flag(section.kept);
        out.push((section.sums.bytes as f32).ln_1p());
        out.push(ratio(section.sums.linked as f32, section.sums.bytes as f32));
        out.push(ratio(section.sums.kept as f32, section.sums.bytes as f32));
    }

    /// What fills in the numbers that [`Self::features`] leaves open.
    pub(crate) fn weigher(&self) -> Weigher<'_> {
        Weigher {
            page: self.page,
            names: NameSums::new(self.tree, self.region, self.decoded),
            known: vec![None; self.page.blocks.len()],
        }
    }

    fn rules(&self, out: &mut Out, at: usize, words: &str) {
        out.push(reason(self.decisions[at].dropped));
        out.flag(self.decisions[at].dropped.is_none());
        out.flag(words.len() < 400 && self.furniture(at).near);
    }
}

/// Weighs the names and words of blocks, each block once.
pub(crate) struct Weigher<'a> {
    page: &'a Page,
    names: NameSums<'a>,
    known: Vec<Option<[f32; 2]>>,
}

impl Weigher<'_> {
    /// Fills in what names and words say in the rows of the blocks `open`.
    pub(crate) fn weigh(&mut self, open: &[usize], rows: &mut [Features]) {
        let Self { page, names, known } = self;
        let mut of_block = |at: usize| {
            *known[at].get_or_insert_with(|| {
                let block = &page.blocks[at];
                [
                    names.of(block.node),
                    evidence::weight_of_words(page.words(block)),
                ]
            })
        };
        for (&at, row) in open.iter().zip(rows) {
            fill(row, at, page.blocks.len(), &mut of_block);
        }
    }
}

/// Fills in the numbers of [`evidence`]; `of_block` gives what names and words of a block weigh.
pub(crate) fn fill(
    row: &mut Features,
    at: usize,
    count: usize,
    of_block: &mut dyn FnMut(usize) -> [f32; 2],
) {
    let near = [
        Some(at),
        at.checked_sub(1),
        Some(at + 1).filter(|next| *next < count),
    ];
    for (pair, near) in row[EVIDENCE..].chunks_exact_mut(2).zip(near) {
        pair.copy_from_slice(&near.map_or([0.0; 2], &mut *of_block));
    }
}

/// The numbers as they are written.
type Out = Row<COUNT>;

fn body(tree: &Tree, page: &Page, decisions: &[Decision]) -> Body {
    let mut body = Body::default();
    for (block, decision) in page.blocks.iter().zip(decisions) {
        let len = block.words.len() as u32;
        if decision.dropped.is_some() || block.prose == 0 && len <= 80 {
            continue;
        }
        let own = len - block.linked.min(len);
        let parent = tree.nodes[block.node as usize].parent;
        let sum = body.by_parent.entry(parent).or_default();
        *sum += own;
        if *sum > body.most {
            (body.node, body.most) = (parent, *sum);
        }
        let grandparent = tree.nodes[parent as usize].parent;
        *body.by_grandparent.entry(grandparent).or_default() += own;
        body.prose += own;
    }
    body
}

/// The first and the last block in an element.
fn blocks_in(tree: &Tree, page: &Page, node: NodeId) -> (usize, usize) {
    let inside = |block: &PageBlock| tree.holds(node, block.node);
    let first = page.blocks.iter().position(inside).unwrap_or(0);
    let last = page.blocks.iter().rposition(inside).unwrap_or(first);
    (first, last)
}

fn sections(page: &Page, decisions: &[Decision]) -> Vec<Section> {
    let mut out: Vec<Section> = Vec::with_capacity(page.blocks.len());
    let mut start = 0;
    for end in 1..=page.blocks.len() {
        let goes_on = page
            .blocks
            .get(end)
            .is_some_and(|next| next.kind != BlockKind::Heading);
        if goes_on {
            continue;
        }
        let head = &page.blocks[start];
        let mut section = Section {
            start: start as u32,
            level: if head.kind == BlockKind::Heading {
                head.level.unwrap_or(6)
            } else {
                0
            },
            kept: decisions[start].dropped.is_none(),
            sums: Sums::default(),
        };
        for (block, decision) in page.blocks[start..end].iter().zip(&decisions[start..end]) {
            section.sums.add(Sums::of(block, *decision));
        }
        out.resize(end, section);
        start = end;
    }
    out
}

/// The make of an element: its tag and classes and those of the element around it. Blocks of
/// one make come from one place in the template.
fn make_of(tree: &Tree, decoded: &str, region: &Region, node: NodeId) -> u64 {
    let mut hasher = FxHasher::default();
    let mut at = node;
    for _ in 0..2 {
        let element = tree.nodes[at as usize];
        hasher.write_u8(element.tag as u8);
        hasher.write(region.names[at as usize].class.of(decoded).as_bytes());
        at = element.parent;
    }
    hasher.finish()
}

fn clip(distance: f32) -> f32 {
    distance.clamp(-60.0, 60.0)
}

fn kind(kind: BlockKind) -> f32 {
    match kind {
        BlockKind::Paragraph => 0.0,
        BlockKind::Quote => 1.0,
        BlockKind::ListItem => 2.0,
        BlockKind::Heading | BlockKind::Title => 3.0,
        BlockKind::TableRow => 4.0,
        BlockKind::Code => 5.0,
        BlockKind::Caption => 6.0,
        _ => 7.0,
    }
}

/// The verdict of the rules, from `kept` over what is near the article to what is far from it.
fn reason(dropped: Option<DropReason>) -> f32 {
    match dropped {
        None => 0.0,
        Some(DropReason::Repeated) => 1.0,
        Some(DropReason::TitleApart) => 2.0,
        Some(DropReason::Caption | DropReason::Credit | DropReason::ImageAlt) => 3.0,
        Some(DropReason::Byline | DropReason::Date | DropReason::AuthorBox) => 4.0,
        Some(DropReason::OutsideArticle) => 5.0,
        Some(DropReason::Advertisement | DropReason::Truncation | DropReason::LiveBlog) => 6.0,
        Some(DropReason::Related) => 7.0,
        Some(DropReason::Newsletter | DropReason::Paywall) => 8.0,
        Some(DropReason::Tags | DropReason::Share | DropReason::Widget) => 9.0,
        Some(DropReason::Comments) => 10.0,
        Some(DropReason::Hidden) => 12.0,
        Some(_) => 11.0,
    }
}
