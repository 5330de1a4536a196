//! What the reader sees: the byline near the headline, where the machine-readable parts of the
//! page are silent or name the outlet; the date is in [`visible_date`].
//!
//! *What:* lines near the headline that are a byline, or hold a date and a name; then elements
//! that call themselves author; then a labelled line at the end of the text.
//!
//! *Why:* a template's tag for authors often has the name of the site, and a byline that is a
//! link stands in what looks like a menu.
//!
//! *Known misses:* a byline at the end of the text without a label.

use std::borrow::Cow;

use copydesk_core::{
    Diagnostic, OffsetMap, SourceSpan,
    record::{BlockKind, DropReason, Evidence},
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
/// Blocks between the headline and a byline that its element calls something else.
const BESIDE: usize = 12;
/// The same for a short line that is kept, and how long it may be, in bytes.
const NEXT: usize = 3;
const LONGEST_SIGNED: usize = 80;
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
    uri: Option<&str>,
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
    let host = host(uri.or(metadata.canonical_url.as_deref())).to_owned();
    let mut nobody = is_nobody(metadata, &host);
    for &at in &lines {
        let block = &page.blocks[at];
        let words = page.words(block);
        if words.len() > 240 || title.block == Some(at) {
            continue;
        }
        let hints = region.hints[block.node as usize];
        let is_date = decisions[at].dropped == Some(DropReason::Date)
            || block.prose == 0
                && words.len() <= LONGEST_SIGNED
                && at.abs_diff(around) <= NEXT
                && words.bytes().any(|byte| byte.is_ascii_digit());
        // Links to the author are dropped as links, and a header as navigation.
        let is_byline = decisions[at].dropped == Some(DropReason::Byline)
            || decisions[at].dropped.is_some()
                && hints & (hint::COMMENTS | hint::HIDDEN) == 0
                && at.abs_diff(around) <= BESIDE
                && byline::is_byline(words);
        let has_time = block.timed > 0 && decisions[at].dropped.is_some();
        let caption =
            block.kind == BlockKind::Caption || decisions[at].dropped == Some(DropReason::Caption);
        let has_time = has_time && !caption;
        if is_byline || ((is_date || has_time) && nobody) {
            let mut names = if is_byline {
                byline::names(words)
            } else {
                vec![]
            };
            if names.is_empty() {
                let date = words.len().checked_sub(block.timed as usize);
                names = byline::names_in_line(words, date.and_then(|at| words.get(at..)));
            }
            // A template's tag often has room for one author only; the reader sees them all.
            let says_more = names.len() > metadata.byline.len()
                && metadata
                    .byline
                    .iter()
                    .all(|known| names.iter().any(|name| same_words(name, known)));
            // A person who signed on the page outranks the outlet in a tag.
            if says_more || (nobody && !names.is_empty()) {
                metadata.evidence.retain(|old| old.field != "byline");
                let source = map.to_source(page.source(block).into());
                cite(metadata, "byline", "byline", source);
                metadata.byline = names;
                nobody = is_nobody(metadata, &host);
            }
        }
    }
    if is_outlet(metadata, &host) {
        authors(metadata, view, &lines);
    }
    if metadata.byline.is_empty() {
        foot(metadata, view, region, decisions);
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

/// Whether the byline names no person: it is empty, a role, a user name, or the outlet.
fn is_nobody(metadata: &Metadata, host: &str) -> bool {
    let nameless = |known: &String| byline::names(known).is_empty();
    metadata.byline.iter().all(nameless) || is_outlet(metadata, host)
}

/// Whether the byline is empty or the outlet under one of its names.
fn is_outlet(metadata: &Metadata, host: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let site = letters(metadata.site.as_deref().unwrap_or_default());
    let host = letters(host);
    metadata.byline.iter().all(|known| {
        let name = letters(known);
        name.len() > 2 && (site.contains(&name) || host.contains(&name))
            || !site.is_empty() && name.contains(&site)
    })
}

/// The host in an address.
fn host(url: Option<&str>) -> &str {
    let url = url.unwrap_or_default();
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?']).next().unwrap_or_default()
}

/// A byline with a label in the last lines of the text.
fn foot(metadata: &mut Metadata, view: View<'_>, region: &Region, decisions: &[Decision]) {
    /// Blocks at the end of the article that are looked at.
    const LAST: usize = 6;
    const LONGEST: usize = 120;
    let page = view.page;
    let end = view.tree.nodes[region.node as usize].end;
    let last = page
        .blocks
        .iter()
        .rposition(|block| block.node < end && block.prose > 0);
    let Some(last) = last else { return };
    let lines = last.saturating_sub(LAST)..(last + LAST).min(page.blocks.len());
    for (block, decision) in page.blocks[lines.clone()].iter().zip(&decisions[lines]) {
        let words = page.words(block);
        let related = matches!(
            decision.dropped,
            Some(DropReason::Comments | DropReason::Related | DropReason::Hidden)
        );
        if related || words.len() > LONGEST || !byline::is_byline(words) {
            continue;
        }
        let names = byline::names(words);
        if !names.is_empty() {
            let source = view.map.to_source(page.source(block).into());
            cite(metadata, "byline", "byline", source);
            metadata.byline = names;
            return;
        }
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
        let others = hint::COMMENTS | hint::RELATED | hint::HIDDEN | hint::CAPTION | hint::CREDIT;
        if own & others != 0 {
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
        // Against an outlet in a tag only a name counts.
        let names = if metadata.byline.is_empty() {
            byline::names_or_signature(&words)
        } else {
            byline::names(&words)
        };
        if !names.is_empty() {
            let source = map.to_source(source.into());
            metadata.evidence.retain(|old| old.field != "byline");
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
