//! Plain text that somebody extracted from a page, to blocks.
//!
//! *What*: [`parse_plain`] makes a block of every line or paragraph, kept or dropped with a
//! reason, and reads title, byline and dates from their places.
//! *Why*: scraped text has no tags; what is left are the words of a line, its shape, its place,
//! and what stands beside it.
//! *Example*: see the tests of this module.
//!
//! The steps, one file each: `lines` makes items, `known` drops what the lexicon knows anywhere,
//! `title` and `head` read what is above the text, `related`, `alt_text`, `repeated` clean it,
//! `foot` and `author` cut what is below, `near` takes the small lines between furniture. Then the
//! learned scorer has its say (`refine`, over `features` and `marks`): it drops what the rules
//! have no phrase for, where it is sure, since a wrong drop costs more than a line of furniture.

mod alt_text;
mod author;
mod caption;
pub(crate) mod features;
mod foot;
mod head;
mod item;
mod known;
mod lines;
mod marks;
mod names;
mod near;
pub(crate) mod refine;
mod related;
mod repeated;
mod title;

use copydesk_core::{
    Diagnostic, ParseOptions, Severity,
    record::{BlockKind, DropReason, Evidence},
};

use crate::{Metadata, dates, draft::Draft};
use features::Places;

pub(crate) use item::Item;

/// Notes about broken paragraphs, at most.
const MOST_NOTES: usize = 4;

/// What [`parse_plain`] makes.
#[derive(Clone, Debug, Default)]
pub(crate) struct PlainParsed {
    /// Every block in order.
    pub(crate) blocks: Vec<Draft>,
    /// What the text says about itself; spans of evidence are spans of the text.
    pub(crate) metadata: Metadata,
    /// How sure it is that this is an article, 0 to 1.
    pub(crate) article_score: f32,
    /// What was noisy; spans are spans of the text, as sources.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// What the rules made of a text.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) items: Vec<Item>,
    pub(crate) places: Places,
    metadata: Metadata,
}

/// Reads a plain text. Spans are byte spans of `text`.
pub(crate) fn parse_plain(text: &str, uri: Option<&str>, options: &ParseOptions) -> PlainParsed {
    let Judged {
        mut items,
        places,
        metadata,
    } = judge(text, uri);
    refine::refine(&mut items, places);
    // Last, so that the option changes nothing but the title.
    if let Some(title) = places.title.filter(|_| options.title_in_text) {
        items[title].dropped = None;
    }
    kinds(&mut items);
    let mut parsed = PlainParsed {
        metadata,
        article_score: score(&items),
        ..PlainParsed::default()
    };
    truncated(&items, &mut parsed.diagnostics);
    parsed.blocks = drafts(items);
    parsed
}

/// The items of a text as the rules alone leave them.
pub(crate) fn judge(text: &str, uri: Option<&str>) -> Judged {
    let mut items = lines::items(text);
    let mut metadata = Metadata::default();
    known::mark(&mut items);
    let body = items
        .iter()
        .position(|item| item.prose && item.kept() && !title::is_slogan(&item.text))
        .unwrap_or(items.len());

    let title = title::find(&items, body, uri);
    let at = title.as_ref().map(|title| title.at);
    if let Some(title) = &title {
        let item = &items[title.at];
        evidence(&mut metadata, "title", item);
        metadata.title = Some(item.text.clone());
        metadata.site.clone_from(&title.site);
        head::mark_title(&mut items, title.at, body);
    }
    let head = head::read(&mut items, at, body);
    record(&mut metadata, head, &items);
    if metadata.published.is_none()
        && let Some(date) = uri.and_then(dates::from_url)
    {
        metadata.published = Some(date);
        metadata.evidence.push(Evidence {
            field: "published".into(),
            from: "url".into(),
            source: None,
        });
    }

    related::mark(&mut items);
    let end = foot::mark(&mut items, body);
    author::mark(&mut items, &metadata.byline);
    let last = items
        .iter()
        .rposition(|item| item.prose && item.kept())
        .map_or(end, |last| last + 1);
    known::restore(&mut items, body, last);
    near::mark(&mut items, at, body, last);
    for found in alt_text::find(&items, at, last.min(end)) {
        items[found].drop_as(DropReason::ImageAlt);
    }
    repeated::mark(&mut items);
    Judged {
        items,
        places: Places {
            title: at,
            body,
            end,
        },
        metadata,
    }
}

fn record(metadata: &mut Metadata, head: head::Head, items: &[Item]) {
    if let Some((date, at)) = head.published {
        evidence(metadata, "published", &items[at]);
        metadata.published = Some(date);
    }
    if let Some((date, at)) = head.modified {
        evidence(metadata, "modified", &items[at]);
        metadata.modified = Some(date);
    }
    if let Some((names, at)) = head.byline {
        evidence(metadata, "byline", &items[at]);
        metadata.byline = names;
    }
}

fn evidence(metadata: &mut Metadata, field: &'static str, item: &Item) {
    metadata.evidence.push(Evidence {
        field: field.into(),
        from: format!("line {}", item.line).into(),
        source: Some(item.source()),
    });
}

/// Says what the kept items are.
fn kinds(items: &mut [Item]) {
    // Whether the next kept item is one that a heading may stand above.
    let mut headed = false;
    for item in items.iter_mut().rev() {
        if !item.kept() {
            continue;
        }
        let numbered = lines::number_length(&item.text) > 0;
        let heads = item.is_short() && item.words <= 12 && headed;
        headed = !item.is_short() || item.bullet;
        if item.kind != BlockKind::Paragraph {
            continue;
        }
        item.kind = if item.bullet {
            BlockKind::ListItem
        } else if heads {
            BlockKind::Heading
        } else if numbered {
            BlockKind::ListItem
        } else {
            BlockKind::Paragraph
        };
    }
}

/// Notes a text that ends in mid sentence or with a cut mark.
fn truncated(items: &[Item], diagnostics: &mut Vec<Diagnostic>) {
    let breaks = |item: &&Item| {
        item.kept()
            && item.prose
            && item.kind == BlockKind::Paragraph
            && item
                .text
                .ends_with(|c: char| c.is_alphanumeric() || c == ',')
    };
    let end = items.iter().rposition(Item::kept).unwrap_or(0);
    for item in items[..end].iter().filter(breaks).take(MOST_NOTES) {
        diagnostics.push(
            Diagnostic::new(
                Severity::Info,
                "parse/broken-paragraph",
                "the paragraph breaks off in mid sentence",
            )
            .at_source(item.source()),
        );
    }
    let mark = items.iter().rfind(|item| {
        item.dropped == Some(DropReason::Truncation) && item.text.ends_with([']', ')'])
    });
    let last = items.iter().rfind(|item| item.kept());
    let broken = last
        .filter(|item| item.prose && !item.ends_sentence() && item.kind == BlockKind::Paragraph);
    let Some(item) = mark.or(broken) else {
        return;
    };
    diagnostics.push(
        Diagnostic::new(
            Severity::Warning,
            "parse/truncated",
            "the text ends in mid sentence",
        )
        .at_source(item.source()),
    );
}

/// An article has prose, and more of it than of anything else.
fn score(items: &[Item]) -> f32 {
    let mut prose = 0;
    let mut other = 0;
    let mut paragraphs = 0;
    for item in items {
        if item.kept() && item.prose {
            prose += item.text.len();
            paragraphs += 1;
        } else if item.kept() {
            other += item.text.len();
        }
    }
    if prose == 0 {
        return 0.0;
    }
    let amount = (prose as f32 / 1200.0).min(1.0);
    let share = prose as f32 / (prose + other) as f32;
    let shape = if paragraphs >= 3 { 1.0 } else { 0.7 };
    amount.sqrt() * share.sqrt() * shape
}

/// The drafts, bullets in a row as one list.
fn drafts(items: Vec<Item>) -> Vec<Draft> {
    let (mut group, mut place) = (0, 0);
    let mut open = false;
    let mut drafts = Vec::with_capacity(items.len());
    for item in items {
        let listed = item.bullet && item.kept();
        if listed && !open {
            group += 1;
            place = 0;
        }
        if item.kept() {
            open = listed;
        }
        place += u32::from(listed);
        drafts.push(item.into_draft(listed.then_some((group, place))));
    }
    drafts
}

#[cfg(test)]
mod reference;
#[cfg(test)]
mod tests;
