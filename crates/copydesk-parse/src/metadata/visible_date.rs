//! The date that the reader sees: near the headline, else anywhere on the page.
//!
//! *What:* the lines around the headline are rated by what they are (nothing but a date, a byline,
//! an element that calls itself a date, a short line, a paragraph that opens with a date) and by
//! how far they are from it; then `<time datetime>` and attributes that hold a date; then any
//! short line of the page.
//!
//! *Why:* teasers, comments and sidebars have dates of their own, and the name of the element
//! around a date says little of whose date it is; how far it is from the headline says much.
//!
//! Where the machine-readable parts tell the moment in the time of Greenwich and the page shows
//! it beside its headline in that of the place, both together give the zone.
//!
//! *Known misses:* a date in an image; `2 hours ago`.

use copydesk_core::{
    Diagnostic, Severity, SourceSpan,
    record::{BlockKind, DropReason},
};

use super::{
    resolve::is_plausible,
    visible::{AFTER, View, cite},
};
use crate::{
    Metadata, byline,
    content::{Decision, hint, region::Region, title::Title},
    dates::{self, Order},
    html::{attributes::Attributes, blocks::PageBlock, entities, tag::Tag},
};

/// Blocks before the headline that are looked at.
const BEFORE: usize = 8;
/// Prose below the headline, in bytes, behind which few lines are about the whole article.
const FARTHEST: u32 = 700;
/// Longest line, in bytes, in which a date among other words counts.
const LONGEST_LOOSE: usize = 160;
/// Ratings: a line that is taken, one that is believed against a machine-readable date, and what
/// a line has before its distance counts.
const TAKEN: i32 = 20;
const SURE: i32 = 70;
const SURER: i32 = 85;
const ONLY_DATE: i32 = 100;
const NAMED: i32 = 80;
const SHORT: i32 = 55;
const LEADING: i32 = 60;
const LOOSE: i32 = 40;
/// What a block between a line and the headline costs, below and above it, and the most that
/// distance costs.
const STEP_BELOW: i32 = 2;
const STEP_ABOVE: i32 = 7;
const FARAWAY: i32 = 70;
/// The distance of a line that stands beside the headline, whatever its element is called.
const BESIDE: i32 = 7;
/// Bytes of a line that is short.
const SHORT_LEN: usize = 80;

/// Metadata that give the date of something, but do not say that it is the publication.
const WEAK: &[&str] = &[
    "meta[date]",
    "meta[created]",
    "meta[dc.date]",
    "meta[dc.date.created]",
    "meta[dcterms.date]",
    "meta[dcterms.created]",
];

/// How a date with slashes is read on this page.
pub(super) fn order(language: Option<&str>) -> Order {
    match language {
        None | Some("en") => Order::MonthFirst,
        Some(_) => Order::DayFirst,
    }
}

/// The best line near the headline.
struct Line {
    rating: i32,
    date: String,
    at: usize,
}

/// Takes the date near the headline, where the machine-readable parts have none or a shifted one.
pub(super) fn near(
    metadata: &mut Metadata,
    view: View<'_>,
    region: &Region,
    decisions: &[Decision],
    title: &Title,
    around: usize,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let from = metadata
        .evidence
        .iter()
        .find(|evidence| evidence.field == "published")
        .map(|evidence| evidence.from.clone())
        .unwrap_or_default();
    let weak = WEAK.contains(&&*from);
    let mut judge = Judge {
        view,
        region,
        decisions,
        title: title.block,
        order: order(metadata.language.as_deref()),
        best: None,
        modified: None,
    };
    judge.around(around);
    let Judge { best, modified, .. } = judge;
    let source = |at: usize| {
        let block = &view.page.blocks[at];
        view.map.to_source(view.page.source(block).into())
    };
    if let Some((date, at)) = modified
        && metadata.modified.is_none()
    {
        cite(metadata, "modified", "date line", source(at));
        metadata.modified = Some(date);
    }
    if let Some(known) = metadata.published.clone() {
        let Some(line) = best.filter(|line| line.rating >= SURE) else {
            return;
        };
        let later = dates::days_between(&line.date, &known).unwrap_or(0);
        // A tag that says `date` may mean that of the template, of the last change or of a copy;
        // a date that machines are told is set anew when a page moves or is sold again, and what
        // readers are told stays.
        let words = view.page.words(&view.page.blocks[line.at]);
        let is_swapped = words.contains('/') && dates::is_swapped(&line.date, &known);
        let outweighs = !is_swapped && (weak && later != 0 || later > 1 && line.rating >= SURER);
        if outweighs {
            diagnostics.push(
                Diagnostic::new(
                    Severity::Info,
                    "parse/metadata-conflict",
                    format!(
                        "published is `{}` by date line, but `{known}` by {from}",
                        line.date
                    ),
                )
                .at_source(source(line.at)),
            );
            metadata.evidence.retain(|old| old.field != "published");
            take(metadata, view, line, "date line");
        } else if known.ends_with("+00:00")
            && let Some(local) = dates::with_zone(&line.date, &known)
            && local != known
        {
            metadata.evidence.retain(|old| old.field != "published");
            cite(metadata, "published", "date line", source(line.at));
            metadata.published = Some(local);
        }
        return;
    }
    let best = best.filter(|line| line.rating >= TAKEN);
    if best.as_ref().is_none_or(|line| line.rating < SURE) {
        attribute(metadata, view, around);
    }
    if metadata.published.is_none()
        && let Some(line) = best
    {
        let from = if line.rating >= SURE {
            "date line"
        } else {
            "date on the page"
        };
        take(metadata, view, line, from);
    }
}

/// Takes the date of a line, or `<time datetime>` in it where that has the time of day too.
fn take(metadata: &mut Metadata, view: View<'_>, line: Line, from: &'static str) {
    let block = &view.page.blocks[line.at];
    let (date, source, from) = match timed(view, block, &line.date) {
        Some((date, source)) => (date, source, "time[datetime]"),
        None => (line.date, view.page.source(block), from),
    };
    cite(
        metadata,
        "published",
        from,
        view.map.to_source(source.into()),
    );
    metadata.published = Some(date);
}

struct Judge<'a> {
    view: View<'a>,
    region: &'a Region,
    decisions: &'a [Decision],
    title: Option<usize>,
    order: Order,
    best: Option<Line>,
    modified: Option<(String, usize)>,
}

impl Judge<'_> {
    fn around(&mut self, around: usize) {
        let blocks = &self.view.page.blocks;
        let below: Vec<usize> = (around..(around + AFTER).min(blocks.len())).collect();
        let above: Vec<usize> = (around.saturating_sub(BEFORE)..around).rev().collect();
        for (lines, step) in [(below, STEP_BELOW), (above, STEP_ABOVE)] {
            let (mut prose, mut heading) = (0, false);
            for at in lines {
                let mut distance = step * (at.abs_diff(around) as u32).cast_signed();
                // A date behind another heading, or far down the text, is that of something else.
                distance += if heading { 30 } else { 0 };
                distance += if prose > FARTHEST { 30 } else { 0 };
                if prose == 0 && step == STEP_BELOW {
                    // Only furniture stands between.
                    distance = distance.min(LEADING - TAKEN);
                }
                self.rate(at, distance.min(FARAWAY));
                heading |=
                    blocks[at].kind == BlockKind::Heading && at != around && self.title != Some(at);
                prose += blocks[at].prose;
            }
        }
    }

    fn rate(&mut self, at: usize, distance: i32) {
        let block = &self.view.page.blocks[at];
        let hints = self.region.hints[block.node as usize];
        let words = self.view.page.words(block);
        let unrelated = hints & (hint::HIDDEN | hint::COMMENTS) != 0
            || matches!(
                self.decisions[at].dropped,
                Some(DropReason::Hidden | DropReason::Comments | DropReason::Copyright)
            );
        if unrelated
            || self.title == Some(at)
            || block.kind == BlockKind::Metadata
            || words.starts_with('\u{a9}')
            || !words.bytes().any(|byte| byte.is_ascii_digit())
        {
            return;
        }
        let Some((date, mut rating)) = self.date(at, words) else {
            return;
        };
        if hints & (hint::RELATED | hint::SIDEBAR | hint::FOOTER) != 0 {
            rating -= if distance <= BESIDE { 15 } else { 40 };
        }
        if block.kind == BlockKind::Heading || block.kind == BlockKind::Caption {
            rating -= 20;
        }
        rating -= distance;
        if is_plausible(&date) && self.best.as_ref().is_none_or(|best| rating > best.rating) {
            self.best = Some(Line { rating, date, at });
        }
    }

    /// The date of a line, and its rating.
    fn date(&mut self, at: usize, words: &str) -> Option<(String, i32)> {
        let block = &self.view.page.blocks[at];
        if let Some(line) = dates::date_line_in(words, self.order) {
            if let Some(modified) = line.modified
                && self.modified.is_none()
            {
                self.modified = Some((modified, at));
            }
            let label = if line.labelled { 20 } else { 0 };
            return Some((line.published?, ONLY_DATE + label));
        }
        if block.prose > 0 || words.len() > LONGEST_LOOSE {
            return Some((dates::leading_date(words, self.order)?, LEADING));
        }
        let date = dates::parse_date_in(words, self.order)?;
        if dates::is_update(words) {
            return None;
        }
        let named = self.region.hints[block.node as usize] & hint::DATE != 0
            || block.timed > 0
            || self.decisions[at].dropped == Some(DropReason::Byline)
            || byline::is_byline(words);
        let rating = match words.len() {
            _ if named => NAMED,
            0..=SHORT_LEN => SHORT,
            _ => LOOSE,
        };
        Some((date, rating))
    }
}

/// The time of day that `<time datetime>` in the block has for a date without one.
fn timed(view: View<'_>, block: &PageBlock, date: &str) -> Option<(String, SourceSpan)> {
    if date.len() > 10 || block.timed == 0 {
        return None;
    }
    let nodes = &view.tree.nodes;
    (block.node..nodes[block.node as usize].end)
        .filter(|&at| nodes[at as usize].tag == Tag::Time)
        .filter_map(|at| {
            let span = nodes[at as usize].span;
            let value = Attributes::new(span.of(view.decoded)).find("datetime")?;
            let known = dates::parse_date(&entities::decode(value.value, true))?;
            let start = span.start as usize + value.value_at;
            Some((known, SourceSpan::at(start, start + value.value.len())))
        })
        .find(|(known, _)| known.len() > 10 && known[..10] == *date)
}

/// `<time datetime>` or another attribute near the headline that holds a date: the first one
/// after it, else the last before it.
fn attribute(metadata: &mut Metadata, view: View<'_>, around: usize) {
    let View {
        decoded,
        tree,
        page,
        map,
    } = view;
    let Some(headline) = page.blocks.get(around) else {
        return;
    };
    let first = &page.blocks[around.saturating_sub(BEFORE)];
    let last = &page.blocks[(around + AFTER).min(page.blocks.len()) - 1];
    let mut best: Option<(String, SourceSpan, &str)> = None;
    for at in first.node..tree.nodes[last.node as usize].end {
        let node = tree.nodes[at as usize];
        if node.tag == Tag::Text {
            continue;
        }
        let Some((date, span, from)) = date_in(node.tag, node.span.of(decoded)) else {
            continue;
        };
        let start = node.span.start as usize + span.0;
        best = Some((date, SourceSpan::at(start, start + span.1), from));
        if at > headline.node {
            break;
        }
    }
    if let Some((date, source, from)) = best {
        cite(metadata, "published", from, map.to_source(source.into()));
        metadata.published = Some(date);
    }
}

/// The date in the attributes of an element, where it begins in them and its length.
fn date_in(tag: Tag, inside: &str) -> Option<(String, (usize, usize), &'static str)> {
    let attributes = Attributes::new(inside);
    let class = attributes.get("class").unwrap_or_default();
    let class = class.to_ascii_lowercase();
    let update = (class.contains("updated") || class.contains("modified"))
        && !class.contains("published")
        || attributes.get("itemprop") == Some("dateModified");
    if update {
        return None;
    }
    if tag == Tag::Time {
        let value = attributes.find("datetime")?;
        let date = dates::parse_date(&entities::decode(value.value, true))?;
        return Some((date, (value.value_at, value.value.len()), "time[datetime]"));
    }
    for attribute in attributes {
        let name = attribute.name.to_ascii_lowercase();
        let names_date = match name.as_str() {
            // `<abbr class="published" title="2013-04-04T18:52:11+00:00">`
            "title" => class.contains("published") || class.contains("date"),
            name => {
                name.starts_with("data-")
                    && ["publish", "pubdate", "date", "timestamp"]
                        .iter()
                        .any(|word| name.contains(word))
                    && !["modif", "update", "expir", "event", "start", "end"]
                        .iter()
                        .any(|word| name.contains(word))
            }
        };
        if names_date
            && let Some(date) =
                dates::parse_date(attribute.value).or_else(|| dates::from_epoch(attribute.value))
            && is_plausible(&date)
        {
            let place = (attribute.value_at, attribute.value.len());
            return Some((date, place, "attribute with a date"));
        }
    }
    None
}

/// A date in a short line, near the headline first, that says more than the date. The last resort.
/// The date of an update is no date of publication, and a page that shows no other has none.
pub(super) fn far(
    metadata: &mut Metadata,
    view: View<'_>,
    lines: &[usize],
    decisions: &[Decision],
) {
    let order = order(metadata.language.as_deref());
    for &at in lines {
        let words = view.page.words(&view.page.blocks[at]);
        let far = matches!(
            decisions[at].dropped,
            Some(
                DropReason::Related
                    | DropReason::Comments
                    | DropReason::Copyright
                    | DropReason::Navigation
                    | DropReason::Caption
            )
        );
        if far || words.len() > LONGEST_LOOSE || decisions[at].kind == BlockKind::Heading {
            continue;
        }
        let date = dates::parse_date_in(words, order).filter(|date| is_plausible(date));
        let Some(date) = date.filter(|_| !words.starts_with('\u{a9}')) else {
            continue;
        };
        let source = view.page.source(&view.page.blocks[at]);
        let source = view.map.to_source(source.into());
        if !dates::is_update(words) {
            cite(metadata, "published", "date on the page", source);
            metadata.published = Some(date);
            return;
        }
        if metadata.modified.is_none() {
            cite(metadata, "modified", "date on the page", source);
            metadata.modified = Some(date);
        }
    }
}
