//! What the reader sees: the byline and the date near the headline, where the machine-readable
//! parts of the page are silent.
//!
//! *What:* blocks that were dropped as byline or date, and short `<time>` texts, near the
//! headline; then the rest of the page.
//!
//! *Known misses:* a date in an image; a byline at the end of the text without a label.

use std::borrow::Cow;

use copydesk_core::{
    Diagnostic, OffsetMap, SourceSpan,
    record::{DropReason, Evidence},
};

use super::{data_date, resolve::same_words, tags::words_in, visible_date};
use crate::{
    Metadata, byline,
    content::{Decision, hint, region::Region, title::Title},
    html::{blocks::Page, tag::Tag, tree::Tree},
};

/// Blocks before and after the headline that are looked at.
const BEFORE: usize = 12;
pub(super) const AFTER: usize = 25;
/// Longest text of an element that names authors.
const LONGEST_AUTHOR: usize = 120;

/// A page as it was read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'a> {
    pub(crate) decoded: &'a str,
    pub(crate) tree: &'a Tree,
    pub(crate) page: &'a Page,
    /// The decoded page to its bytes.
    pub(crate) map: &'a OffsetMap,
}

/// Fills what is missing from the visible lines around the headline.
pub(crate) fn visible(
    metadata: &mut Metadata,
    view: View<'_>,
    region: &Region,
    decisions: &[Decision],
    title: &Title,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let View {
        decoded,
        tree,
        page,
        map,
    } = view;
    let start = page
        .blocks
        .iter()
        .position(|block| block.node >= region.node)
        .unwrap_or(0);
    let around = title
        .block
        .filter(|&at| tree.nodes[page.blocks[at].node as usize].tag != Tag::Title)
        .unwrap_or(start);
    let (from, to) = (
        around.saturating_sub(BEFORE),
        (around + AFTER).min(page.blocks.len()),
    );
    // From the headline down first, then what stands above it.
    let mut lines: Vec<usize> = (around..to).chain((from..around).rev()).collect();
    lines.retain(|&at| decisions[at].dropped != Some(DropReason::Hidden));
    visible_date::near(
        metadata,
        view,
        region,
        decisions,
        title,
        around,
        diagnostics,
    );
    for &at in &lines {
        let block = &page.blocks[at];
        let words = page.words(block);
        if words.len() > 240 || title.block == Some(at) {
            continue;
        }
        let source = map.to_source(page.source(block).into());
        let is_date = decisions[at].dropped == Some(DropReason::Date);
        let is_byline = decisions[at].dropped == Some(DropReason::Byline);
        let has_time = block.timed > 0 && decisions[at].dropped.is_some();
        if is_byline || ((is_date || has_time) && metadata.byline.is_empty()) {
            let names = if is_byline {
                byline::names(words)
            } else {
                let date = words.len().checked_sub(block.timed as usize);
                byline::names_in_line(words, date.and_then(|at| words.get(at..)))
            };
            // A template's tag often has room for one author only; the reader sees them all.
            let says_more = names.len() > metadata.byline.len()
                && metadata
                    .byline
                    .iter()
                    .all(|known| names.iter().any(|name| same_words(name, known)));
            // A person who signed on the page outranks the outlet in a tag.
            let site = metadata.site.as_deref().unwrap_or_default();
            let nobody = metadata
                .byline
                .iter()
                .all(|known| byline::names(known).is_empty() || same_words(known, site));
            if says_more || (nobody && !names.is_empty()) {
                metadata.evidence.retain(|old| old.field != "byline");
                cite(metadata, "byline", "byline", source);
                metadata.byline = names;
            }
        }
    }
    if metadata.byline.is_empty() {
        authors(metadata, view, &lines);
    }
    if metadata.published.is_none() {
        // Then the data of scripts, and the rest of the page, in its order.
        if let Some((date, source)) = data_date::find(decoded) {
            let source = map.to_source(source.into());
            cite(metadata, "published", "data of a script", source);
            metadata.published = Some(date);
            return;
        }
        lines.extend((to..page.blocks.len()).chain(0..from));
        visible_date::far(metadata, view, &lines, decisions);
    }
}

/// The text of the elements near the headline that call themselves author or byline.
fn authors(metadata: &mut Metadata, view: View<'_>, lines: &[usize]) {
    let View {
        decoded,
        tree,
        page,
        map,
    } = view;
    let Some((first, last)) = lines.iter().min().zip(lines.iter().max()) else {
        return;
    };
    // Elements that hold the first line begin before it.
    let first = tree.nodes[page.blocks[*first].node as usize].parent;
    let last = tree.nodes[page.blocks[*last].node as usize].end;
    let mut known = hint::KnownNames::default();
    let mut end = 0;
    for at in first..last {
        let node = tree.nodes[at as usize];
        if node.tag == Tag::Text || at < end {
            continue;
        }
        let own = hint::hints(node.tag, node.span.of(decoded), &mut known);
        if own & (hint::COMMENTS | hint::RELATED | hint::HIDDEN) != 0 {
            end = node.end;
            continue;
        }
        if own & hint::AUTHOR == 0 || own & hint::SUMMARY != 0 {
            continue;
        }
        let (words, source) = words_in(tree, at, decoded);
        let Some(source) = source.filter(|_| words.len() <= LONGEST_AUTHOR) else {
            continue;
        };
        let names = byline::names_or_signature(&words);
        if !names.is_empty() {
            let source = map.to_source(source.into());
            cite(metadata, "byline", "class=author", source);
            metadata.byline = names;
            return;
        }
    }
}

pub(super) fn cite(
    metadata: &mut Metadata,
    field: &'static str,
    from: &'static str,
    source: SourceSpan,
) {
    metadata.evidence.push(Evidence {
        field: Cow::Borrowed(field),
        from: Cow::Borrowed(from),
        source: Some(source),
    });
}
