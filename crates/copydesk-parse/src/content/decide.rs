//! Keep or drop, block by block.
//!
//! *What:* outside the region everything goes, with the most telling reason. Inside, a block
//! stays unless something speaks against it: what the elements around it say, its kind
//! (captions), its words (furniture of the page, bylines, date lines), its links.
//!
//! *Why:* templates put share bars, teasers and newsletter boxes between paragraphs, so the
//! region alone is never the article.
//!
//! *Known misses:* a teaser without a link, in a box without a name.

use copydesk_core::record::{BlockKind, DropReason};
use rustc_hash::FxHashSet;

use super::{
    agreement::Words,
    hint::{self, DROPS, Hint},
    region::Region,
    repeated::drop_repeated,
    title::Title,
};
use crate::{
    byline, dates,
    html::{
        blocks::{Page, PageBlock},
        prose::ends_like_a_sentence,
        tag::Tag,
        tree::Tree,
    },
    letters::is_alphabetic,
    lexicon::{self, Furniture},
};

/// What becomes of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) kind: BlockKind,
    pub(crate) dropped: Option<DropReason>,
    /// What the words alone say, where they were asked; nothing of headlines and what browsers
    /// hide.
    furniture: Option<Furniture>,
}

impl Decision {
    /// What the words of the block alone say.
    pub(crate) fn furniture(self, words: &str) -> Furniture {
        self.furniture.unwrap_or_else(|| lexicon::furniture(words))
    }
}

/// Decides on every block of the page.
pub(crate) fn decide(tree: &Tree, page: &Page, region: &Region, title: &Title) -> Vec<Decision> {
    let mut judge = Judge {
        tree,
        page,
        region,
        title,
        title_words: Words::of(title.text.as_deref().unwrap_or_default()),
        decisions: Vec::with_capacity(page.blocks.len()),
    };
    let link_lists = judge.link_lists();
    let first = judge.first_block();
    for (at, block) in page.blocks.iter().enumerate() {
        let (dropped, furniture) = judge.reason(at, block, first, &link_lists);
        judge.decisions.push(Decision {
            kind: block.kind,
            dropped,
            furniture,
        });
    }
    judge.drop_tails();
    let mut decisions = judge.decisions;
    drop_repeated(tree, page, &mut decisions);
    drop_empty_headings(page, &mut decisions);
    decisions
}

struct Judge<'a> {
    tree: &'a Tree,
    page: &'a Page,
    region: &'a Region,
    title: &'a Title,
    title_words: Words,
    decisions: Vec<Decision>,
}

impl Judge<'_> {
    fn in_region(&self, block: &PageBlock) -> bool {
        self.tree.holds(self.region.node, block.node)
    }

    fn hints(&self, block: &PageBlock) -> Hint {
        self.region.hints[block.node as usize]
    }

    /// The block at which the article begins: after the headline, or in the region.
    fn first_block(&self) -> usize {
        let start = self
            .page
            .blocks
            .iter()
            .position(|block| self.in_region(block))
            .unwrap_or(0);
        let Some(title) = self.title.block else {
            return start;
        };
        if self.tree.nodes[self.page.blocks[title].node as usize].tag == Tag::Title {
            return start;
        }
        if title < start {
            return title;
        }
        // A headline in the region: what stands before it is no article, unless it is much.
        let before: u32 = self.page.blocks[start..title]
            .iter()
            .map(|block| block.prose)
            .sum();
        if before * 5 < self.region.prose {
            title
        } else {
            start
        }
    }

    /// Lists most of whose words are links.
    fn link_lists(&self) -> FxHashSet<u32> {
        let mut links = FxHashSet::default();
        let mut at = 0;
        let blocks = &self.page.blocks;
        while at < blocks.len() {
            let group = blocks[at].group;
            let mut end = at + 1;
            if group == 0 {
                at = end;
                continue;
            }
            while end < blocks.len() && blocks[end].group == group {
                end += 1;
            }
            let len: usize = blocks[at..end].iter().map(|block| block.words.len()).sum();
            let linked: u32 = blocks[at..end].iter().map(|block| block.linked).sum();
            if linked as usize * 10 > len * 6 {
                links.insert(group);
            }
            at = end;
        }
        links
    }

    fn reason(
        &self,
        at: usize,
        block: &PageBlock,
        first: usize,
        link_lists: &FxHashSet<u32>,
    ) -> (Option<DropReason>, Option<Furniture>) {
        let hints = self.hints(block);
        let none = Some(Furniture::default());
        if self.title.block == Some(at) || self.tree.nodes[block.node as usize].tag == Tag::Title {
            return (Some(DropReason::TitleApart), none);
        }
        if hints & hint::HIDDEN != 0 {
            return (Some(DropReason::Hidden), none);
        }
        let words = self.page.words(block);
        // Most blocks of a page stand in its menus, and their words are not asked.
        if let Some(reason) = by_hints(hints, words) {
            return (Some(reason), None);
        }
        let furniture = lexicon::furniture(words);
        let reason = self.reason_shown(at, block, first, link_lists, furniture);
        (reason, Some(furniture))
    }

    /// Why a block that is shown, is not the headline and stands under no telling name is left out.
    fn reason_shown(
        &self,
        at: usize,
        block: &PageBlock,
        first: usize,
        link_lists: &FxHashSet<u32>,
        furniture: Furniture,
    ) -> Option<DropReason> {
        let words = self.page.words(block);
        let hints = self.hints(block);
        let outside = !self.in_region(block);
        let before_body = outside && at > first && block.node < self.region.node;
        if at < first || (outside && !(before_body && is_standfirst(block, hints))) {
            return Some(
                by_words(block, words, furniture).unwrap_or_else(|| reason_outside(block)),
            );
        }
        if block.kind == BlockKind::Caption {
            return Some(DropReason::Caption);
        }
        if let Some(reason) = by_words(block, words, furniture) {
            return Some(reason);
        }
        if self.is_title_again(block, words) {
            return Some(DropReason::TitleApart);
        }
        let len = words.len() as u32;
        if link_lists.contains(&block.group) {
            return Some(DropReason::Related);
        }
        if block.linked * 10 > len * 8
            && !(block.kind == BlockKind::TableRow || block.kind == BlockKind::ListItem)
        {
            if block.kind == BlockKind::Heading && self.heads_prose(at) {
                return None;
            }
            return Some(if len < 25 {
                DropReason::Navigation
            } else {
                DropReason::Related
            });
        }
        None
    }

    /// Whether prose without links follows a heading, and not a teaser.
    fn heads_prose(&self, at: usize) -> bool {
        self.page.blocks[at + 1..].iter().take(2).any(|next| {
            self.in_region(next) && next.prose >= 150 && next.linked * 2 < next.words.len() as u32
        })
    }

    fn is_title_again(&self, block: &PageBlock, words: &str) -> bool {
        let Some(title) = &self.title.text else {
            return false;
        };
        matches!(block.kind, BlockKind::Heading | BlockKind::Paragraph)
            && words.len() <= title.len() * 2 + 20
            && words.len() * 2 + 20 >= title.len()
            && crate::metadata::same_words(words, title)
            || block.level == Some(1)
                && block.kind == BlockKind::Heading
                && self.title_words.agreement(words) > 0.8
    }

    fn kept(&self, at: usize) -> bool {
        self.decisions[at].dropped.is_none()
    }

    /// After a heading that is furniture (`Related stories`), what is short goes with it, up to
    /// the next heading of the same level or the next prose.
    fn drop_tails(&mut self) {
        let mut reason: Option<(DropReason, u8)> = None;
        let mut end = 0;
        for at in 0..self.page.blocks.len() {
            let block = &self.page.blocks[at];
            if block.node >= end {
                reason = None;
            }
            if block.kind == BlockKind::Heading {
                let level = block.level.unwrap_or(6);
                match self.decisions[at].dropped {
                    Some(why) if is_section(why) && self.in_region(block) => {
                        reason = Some((why, level));
                        end = self.section_end(block);
                        continue;
                    }
                    _ if reason.is_some_and(|(_, known)| level <= known) => reason = None,
                    _ => {}
                }
            }
            let Some((why, _)) = reason else { continue };
            let len = block.words.len() as u32;
            if block.prose >= 200 && block.linked * 10 < len {
                reason = None;
            } else if self.kept(at) {
                self.decisions[at].dropped = Some(why);
            }
        }
    }

    /// Where the element ends in which a heading stands with what it heads.
    fn section_end(&self, heading: &PageBlock) -> u32 {
        let mut at = heading.node;
        let end = self.tree.nodes[at as usize].end;
        while at != 0 && self.tree.nodes[at as usize].end == end {
            at = self.tree.nodes[at as usize].parent;
        }
        self.tree.nodes[at as usize].end
    }
}

/// Reasons that a heading hands on to what it heads.
fn is_section(reason: DropReason) -> bool {
    matches!(
        reason,
        DropReason::Related
            | DropReason::Comments
            | DropReason::Newsletter
            | DropReason::Navigation
            | DropReason::Share
            | DropReason::Tags
            | DropReason::AuthorBox
            | DropReason::Advertisement
    )
}

/// What the elements around a block say, most telling first.
/// Prose between the headline and the body.
fn is_standfirst(block: &PageBlock, hints: Hint) -> bool {
    hints & DROPS == 0
        && matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading)
        && block.words.len() >= 60
        && block.linked == 0
}

fn by_words(block: &PageBlock, words: &str, furniture: Furniture) -> Option<DropReason> {
    let len = words.len();
    if furniture.reason.is_some() {
        return furniture.reason;
    }
    if block.kind == BlockKind::TableRow || len > 200 {
        return None;
    }
    let is_time = block.timed as usize * 10 > len * 7;
    if is_time || dates::date_line(words).is_some() {
        return Some(DropReason::Date);
    }
    if block.kind != BlockKind::Heading && byline::is_byline(words) {
        return Some(DropReason::Byline);
    }
    // Separators, counters, arrows.
    if block.kind != BlockKind::ListItem && len < 20 && !words.contains(is_alphabetic) {
        return Some(DropReason::Widget);
    }
    None
}

fn reason_outside(block: &PageBlock) -> DropReason {
    let len = block.words.len() as u32;
    if block.linked * 10 > len * 6 {
        return if len < 40 {
            DropReason::Navigation
        } else {
            DropReason::Related
        };
    }
    DropReason::OutsideArticle
}

/// A heading above nothing: what it headed was dropped.
pub(super) fn drop_empty_headings(page: &Page, decisions: &mut [Decision]) {
    let mut below: Option<u8> = None;
    let mut why = DropReason::OutsideArticle;
    for at in (0..page.blocks.len()).rev() {
        let block = &page.blocks[at];
        if let Some(reason) = decisions[at].dropped {
            if !matches!(
                reason,
                DropReason::Caption | DropReason::Credit | DropReason::Hidden
            ) {
                why = reason;
            }
            continue;
        }
        if block.kind != BlockKind::Heading {
            below = Some(0);
            continue;
        }
        let level = block.level.unwrap_or(6);
        // A heading may head a lower heading, which then has text.
        if below.is_none() {
            decisions[at].dropped = Some(if why == DropReason::TitleApart {
                DropReason::OutsideArticle
            } else {
                why
            });
        } else {
            below = Some(level);
        }
    }
}

/// What a block is called once it is decided what becomes of it.
pub(crate) fn settle_kinds(page: &Page, decisions: &mut [Decision]) {
    for (at, decision) in decisions.iter_mut().enumerate() {
        let block = &page.blocks[at];
        decision.kind = match decision.dropped {
            None if block.kind == BlockKind::Metadata => BlockKind::Paragraph,
            None => block.kind,
            Some(DropReason::TitleApart) => BlockKind::Title,
            Some(DropReason::Byline | DropReason::Date) => BlockKind::Metadata,
            Some(DropReason::Caption | DropReason::Credit) => BlockKind::Caption,
            Some(DropReason::Repeated) => block.kind,
            Some(_) => BlockKind::Boilerplate,
        };
    }
}

fn by_hints(hints: Hint, words: &str) -> Option<DropReason> {
    if hints & DROPS == 0 {
        return None;
    }
    let table = [
        (hint::COOKIES, DropReason::Cookies),
        (hint::COMMENTS, DropReason::Comments),
        (hint::NEWSLETTER, DropReason::Newsletter),
        (hint::PAYWALL, DropReason::Paywall),
        (hint::PULL_QUOTE, DropReason::Repeated),
        (hint::CREDIT, DropReason::Credit),
        (hint::CAPTION, DropReason::Caption),
        (hint::ADVERT, DropReason::Advertisement),
        (hint::RELATED, DropReason::Related),
        (hint::SHARE, DropReason::Share),
        (hint::TAGS, DropReason::Tags),
        (hint::COPYRIGHT, DropReason::Copyright),
        (hint::NAVIGATION, DropReason::Navigation),
    ];
    if let Some((_, reason)) = table.iter().find(|(bit, _)| hints & bit != 0) {
        return Some(*reason);
    }
    if hints & hint::AUTHOR != 0 {
        return Some(if words.len() > 100 && ends_like_a_sentence(words) {
            DropReason::AuthorBox
        } else {
            DropReason::Byline
        });
    }
    if hints & hint::DATE != 0 {
        // A class named for dates on a real paragraph is about something else.
        return (words.len() < 120).then_some(DropReason::Date);
    }
    if hints & (hint::FOOTER | hint::HEADER) != 0 {
        return Some(DropReason::SiteFurniture);
    }
    if hints & hint::WIDGET != 0 {
        return Some(DropReason::Widget);
    }
    (hints & hint::SIDEBAR != 0).then_some(DropReason::OutsideArticle)
}
