//! The body of an article that is not on the page, but in its data.
//!
//! *What:* where the blocks that stay are less than a quarter of the `articleBody` of the page's
//! JSON-LD, the blocks of that take their place. Where there is no such data, and a `<noscript>`
//! or `<template>` holds as much more prose, its blocks are shown.
//!
//! *Why:* behind a paywall, and where a script draws the page, the text is there only for
//! machines, or for browsers without scripts.
//!
//! *Example:* a page of one teaser and `"articleBody": "…"` of twelve paragraphs.
//!
//! *Known misses:* bodies in other data, such as the state of an application; an `articleBody`
//! a little longer than what the page shows (of 149 development pages with one, those that have
//! up to three times the text of the page have it from captions, teasers and other articles).

use copydesk_core::{
    Diagnostic, OffsetMap, ParseOptions, Severity, SourceSpan,
    record::{BlockKind, DropReason},
};
use memchr::memmem;
use rustc_hash::FxHashSet;

use super::{
    Decision,
    embedded::{Paragraph, paragraphs},
};
use crate::{
    draft::{self, Draft},
    html::{
        blocks::{Page, PageBlock},
        tag::Tag,
        tree::{NodeId, Tree},
    },
    lexicon, metadata,
};

/// How many times as long a body must be as the blocks that stay.
const LONGER: usize = 4;
/// The least prose of a body, in bytes.
const LEAST_PROSE: u32 = 400;
/// Paragraphs of this length or more, in bytes, do not stand in an article twice.
const LONG: usize = 40;

/// A body from the data of a page.
#[derive(Debug)]
pub(crate) struct Fallback {
    /// Its blocks, in the order of the source.
    pub(crate) blocks: Vec<Draft>,
    /// The headline in the same data, where it stands before the body.
    pub(crate) title: Option<Draft>,
    /// Its prose, in bytes, and the number of paragraphs of it.
    pub(crate) prose: (u32, u32),
    /// Says where the body is from.
    pub(crate) diagnostic: Diagnostic,
}

/// Looks for a body in the JSON-LD of the page, and drops the blocks that it takes the place
/// of. `map` leads from the decoded page to its bytes.
pub(crate) fn from_data(
    tree: &Tree,
    decoded: &str,
    page: &Page,
    decisions: &mut [Decision],
    map: &OffsetMap,
    options: &ParseOptions,
) -> Option<Fallback> {
    let kept = kept_bytes(page, decisions);
    let finder = memmem::Finder::new("articleBody");
    let (body, found) = metadata::json_ld(tree, decoded)
        .filter(|script| script.len() as usize > kept * LONGER)
        .filter(|script| finder.find(script.of(decoded).as_bytes()).is_some())
        .filter_map(|script| metadata::article_body(script.of(decoded), script.start))
        .map(|body| {
            let string = body.body.of(decoded);
            let found = paragraphs(string, body.body.start, options.max_depth);
            (body, found)
        })
        .find(|(_, found)| {
            let prose: u32 = found.iter().map(|paragraph| paragraph.prose).sum();
            prose >= LEAST_PROSE && prose as usize > kept * LONGER
        })?;
    let prose = found.iter().fold((0, 0), |(sum, count), paragraph| {
        (
            sum + paragraph.prose,
            count + u32::from(paragraph.prose > 0),
        )
    });
    let blocks = drafts(found);
    replace_kept(page, decisions, &blocks, decoded);
    let title = body
        .headline
        .filter(|headline| headline.end < body.body.start)
        .and_then(|headline| headline_draft(headline, decoded, options));
    let diagnostic = Diagnostic::new(
        Severity::Info,
        "parse/body-from-json-ld",
        "the page shows less of the article than the articleBody of its JSON-LD, which was read instead",
    )
    .at_source(map.to_source(body.body.into()));
    Some(Fallback {
        blocks,
        title,
        prose,
        diagnostic,
    })
}

/// Keeps the prose of a `<noscript>` or `<template>` that has more of it than all that stays.
pub(crate) fn from_hidden(
    tree: &Tree,
    page: &Page,
    decisions: &mut [Decision],
    map: &OffsetMap,
) -> Option<Diagnostic> {
    let kept = kept_bytes(page, decisions);
    let mut best: Option<(NodeId, u32)> = None;
    let mut at = 0;
    while at < page.blocks.len() {
        let Some(holder) = hidden_holder(tree, &page.blocks[at]) else {
            at += 1;
            continue;
        };
        let end = tree.nodes[holder as usize].end;
        let mut prose = 0;
        while at < page.blocks.len() && page.blocks[at].node < end {
            prose += page.blocks[at].prose;
            at += 1;
        }
        if best.is_none_or(|(_, most)| prose > most) {
            best = Some((holder, prose));
        }
    }
    let (holder, _) =
        best.filter(|&(_, prose)| prose >= LEAST_PROSE && prose as usize > kept * LONGER)?;
    let node = tree.nodes[holder as usize];
    for (block, decision) in page.blocks.iter().zip(decisions) {
        let is_inside = block.node >= holder && block.node < node.end;
        let is_text = block.prose > 0 || block.kind == BlockKind::Heading && block.linked == 0;
        if is_inside && is_text && decision.dropped == Some(DropReason::Hidden) {
            decision.dropped = lexicon::furniture(page.words(block)).reason;
            if decision.dropped.is_none() {
                decision.kind = block.kind;
            }
        }
    }
    Some(
        Diagnostic::new(
            Severity::Info,
            "parse/body-from-hidden",
            "the page shows less of the article than one of its hidden elements, which was read instead",
        )
        .at_source(map.to_source(SourceSpan::new(node.start, node.span.end).into())),
    )
}

/// The outermost `<noscript>` or `<template>` around a block.
fn hidden_holder(tree: &Tree, block: &PageBlock) -> Option<NodeId> {
    let mut holder = None;
    let mut at = block.node;
    while at != 0 {
        let node = tree.nodes[at as usize];
        if matches!(node.tag, Tag::Noscript | Tag::Template) {
            holder = Some(at);
        }
        at = node.parent;
    }
    holder
}

/// Bytes of the words that stay.
fn kept_bytes(page: &Page, decisions: &[Decision]) -> usize {
    page.blocks
        .iter()
        .zip(decisions)
        .filter(|(_, decision)| decision.dropped.is_none())
        .map(|(block, _)| block.words.len())
        .sum()
}

/// The paragraphs as blocks: captions, furniture and repetitions are dropped.
fn drafts(found: Vec<Paragraph>) -> Vec<Draft> {
    let mut seen: FxHashSet<String> = FxHashSet::default();
    found
        .into_iter()
        .filter(|paragraph| !paragraph.runs.is_empty())
        .map(|paragraph| {
            let dropped = if paragraph.kind == BlockKind::Caption {
                Some(DropReason::Caption)
            } else if let Some(reason) = lexicon::furniture(&paragraph.words).reason {
                Some(reason)
            } else {
                let is_new = paragraph.words.len() < LONG || seen.insert(paragraph.words.clone());
                (!is_new).then_some(DropReason::Repeated)
            };
            draft(&paragraph, dropped)
        })
        .collect()
}

fn draft(paragraph: &Paragraph, dropped: Option<DropReason>) -> Draft {
    let source = |at: usize| paragraph.runs[at].source();
    Draft {
        kind: paragraph.kind,
        level: paragraph.level,
        runs: paragraph.runs.clone(),
        words: None,
        dropped,
        source: source(0).cover(source(paragraph.runs.len() - 1)),
        group: paragraph.group,
        within: Vec::new(),
        cells: Vec::new(),
    }
}

fn headline_draft(headline: SourceSpan, decoded: &str, options: &ParseOptions) -> Option<Draft> {
    let found = paragraphs(headline.of(decoded), headline.start, options.max_depth);
    let paragraph = found.first().filter(|first| !first.runs.is_empty())?;
    (found.len() == 1).then(|| Draft {
        kind: BlockKind::Title,
        level: None,
        ..draft(paragraph, None)
    })
}

/// Drops the blocks that stayed: the body has them too, or they are no part of it.
fn replace_kept(page: &Page, decisions: &mut [Decision], blocks: &[Draft], decoded: &str) {
    let texts: FxHashSet<String> = blocks
        .iter()
        .map(|draft| {
            let mut words = String::new();
            draft::write(&draft.runs, decoded, &mut words);
            words
        })
        .collect();
    for (block, decision) in page.blocks.iter().zip(decisions) {
        if decision.dropped.is_some() {
            continue;
        }
        let words = page.words(block);
        let is_repeated = texts.contains(words);
        (decision.kind, decision.dropped) = if is_repeated {
            (block.kind, Some(DropReason::Repeated))
        } else {
            (BlockKind::Boilerplate, Some(DropReason::OutsideArticle))
        };
    }
}

impl Fallback {
    /// Puts the body among the blocks of the page, at its place in the source.
    ///
    /// A title that would come after it gives way to the one in the data, or stands apart.
    pub(crate) fn join(self, blocks: &mut Vec<Draft>, in_text: bool) {
        let Some(start) = self.blocks.first().map(|first| first.source.start) else {
            return;
        };
        let mut mine = vec![];
        for block in blocks
            .iter_mut()
            .filter(|block| block.kind == BlockKind::Title && block.dropped.is_none())
            .filter(|block| block.source.start > start)
        {
            block.dropped = Some(DropReason::TitleApart);
        }
        let has_title = blocks
            .iter()
            .any(|block| block.kind == BlockKind::Title && block.dropped.is_none());
        if in_text && !has_title {
            mine.extend(self.title);
        }
        mine.extend(self.blocks);
        let at = blocks.partition_point(|block| block.source.start < mine[0].source.start);
        blocks.splice(at..at, mine);
    }
}
