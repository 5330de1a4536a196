//! What stands before the text: furniture, title, byline, date.
//!
//! *What*: drops the short lines above the title; reads byline and dates between the title and
//! the first paragraph; tells the day of the crawl from the day of publication.
//! *Why*: a page saved by a crawler often begins with the date of that day, in the same form as
//! the date of the article; only its place tells them apart.
//! *Example*: `March 3, 2025`, slogan, phone, title, `October 23, 2024` → published in October.
//! A dateline (`ACCRA, April 9, 2024`) dates the article and stays in the text.
//! *Known misses*: a publication date above the title with furniture around it and no label.

use copydesk_core::record::{BlockKind, DropReason};

use super::{item::Item, title::is_slogan};
use crate::{
    byline,
    dates::{self, DateLine},
    lexicon,
};

/// A value and the index of the item that it was read from.
pub(super) type Found<T> = Option<(T, usize)>;

/// What the head says about the article.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) published: Found<String>,
    pub(super) modified: Found<String>,
    pub(super) byline: Found<Vec<String>>,
}

/// Reads and drops the lines before the first paragraph, `body`.
pub(super) fn read(items: &mut [Item], title: Option<usize>, body: usize) -> Head {
    let mut head = Head::default();
    let from = title.map_or(0, |title| title + 1);
    below(items, from, body, &mut head);
    if let Some(title) = title {
        above(items, title, body, &mut head);
    }
    head
}

fn below(items: &mut [Item], from: usize, body: usize, head: &mut Head) {
    for at in from..body {
        let text = items[at].text.as_str();
        // What the lexicon calls a byline (`Edited by …`) may still be one that names.
        if !matches!(
            items[at].dropped,
            None | Some(DropReason::Byline | DropReason::Date)
        ) {
            continue;
        }
        if let Some(line) = dates::date_line(text) {
            take_dates(head, line, at);
            items[at].dropped = Some(DropReason::Date);
        } else if byline::is_byline(text) {
            let names = byline::names(text);
            if head.byline.is_none() && !names.is_empty() {
                head.byline = Some((names, at));
            }
            items[at].dropped = Some(DropReason::Byline);
        } else if let Some((names, line)) = dated_byline(text) {
            if head.byline.is_none() && !names.is_empty() {
                head.byline = Some((names, at));
            }
            take_dates(head, line, at);
            items[at].dropped = Some(DropReason::Byline);
        } else if let Some(line) = dateline(text) {
            // Where it was written is part of the text.
            take_dates(head, line, at);
        } else if is_label(items, at.wrapping_sub(1), DropReason::Byline) && items[at].words <= 6 {
            let names = byline::names(text);
            if !names.is_empty() {
                if head.byline.is_none() {
                    head.byline = Some((names, at));
                }
                items[at].dropped = Some(DropReason::Byline);
            }
        }
    }
    if head.published.is_none()
        && let Some(line) = items.get(body).and_then(|item| opening(&item.text))
    {
        take_dates(head, line, body);
    }
    // A name alone is a byline beside a date or a byline label.
    for at in from..body {
        let item = &items[at];
        if !item.kept() || item.bullet || !byline::is_bare_name(&item.text) {
            continue;
        }
        let beside = |at: Option<&Item>| {
            at.is_some_and(|item| {
                matches!(item.dropped, Some(DropReason::Byline | DropReason::Date))
            })
        };
        let before = at > from && beside(items.get(at - 1));
        if before || (beside(items.get(at + 1)) && at + 1 < body) {
            if head.byline.is_none() {
                head.byline = Some((vec![item.text.clone()], at));
            }
            items[at].dropped = Some(DropReason::Byline);
        }
    }
}

fn above(items: &mut [Item], title: usize, body: usize, head: &mut Head) {
    let furniture = items[..title]
        .iter()
        .enumerate()
        .filter(|(_, item)| {
            !item.kept() || is_slogan(&item.text) || dates::date_line(&item.text).is_none()
        })
        .count();
    let dated_below = head.published.is_some();
    for (at, item) in items.iter_mut().enumerate().take(title) {
        let text = item.text.as_str();
        if !item.kept() && item.dropped != Some(DropReason::Date) {
            continue;
        }
        if let Some(line) = dates::date_line(text) {
            let publication =
                !dated_below && head.published.is_none() && (line.labelled || furniture == 0);
            if publication {
                take_dates(head, line, at);
                item.dropped = Some(DropReason::Date);
            } else {
                item.dropped = Some(DropReason::CrawlDate);
            }
        } else if byline::is_byline(text) || byline::is_bare_name(text) {
            let labelled = byline::is_byline(text);
            // A name above the title is its author only where the page says nothing better.
            let names = byline::names(text);
            if head.byline.is_none() && !names.is_empty() && (labelled || at + 1 == title) {
                head.byline = Some((names, at));
            }
            item.drop_as(DropReason::Byline);
        } else if item.words <= 12 {
            let reason = lexicon::classify_near(text).unwrap_or(DropReason::SiteFurniture);
            item.drop_as(reason);
        }
    }
    // A paragraph above the title is above the article, unless the title is a subhead: then
    // there is text of some length there, and `body` would have been before the title.
    debug_assert!(title <= body);
}

/// `By Anna Lind | 12 Sep 2023`, `Anna Lind, September 12, 2023`: a byline with a date behind.
fn dated_byline(text: &str) -> Option<(Vec<String>, DateLine)> {
    if text.len() > 160 || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let labelled = byline::is_byline(text);
    // The date is the longest tail that is one.
    let cuts = text.char_indices().filter(|&(_, c)| {
        matches!(
            c,
            '|' | ',' | '\u{2022}' | '\u{B7}' | '-' | '\u{2013}' | '\u{2014}' | ' ' | '/'
        )
    });
    for (at, c) in cuts.take(24) {
        let (name, date) = (&text[..at], &text[at + c.len_utf8()..]);
        let named = byline::is_byline(name) || (!labelled && byline::is_bare_name(name.trim()));
        if named && let Some(line) = dates::date_line(date) {
            return Some((byline::names(name), line));
        }
    }
    None
}

/// `ACCRA, April 9, 2024 (Coastline Press)`, `Sunday, 14 April 2024 | The Daily Gong`: a date
/// beside names of a place, an agency or a paper.
fn dateline(text: &str) -> Option<DateLine> {
    if text.len() > 120 || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let text = match text.trim_end().strip_suffix(')') {
        Some(rest) => rest.rsplit_once('(')?.0,
        None => text,
    };
    let cuts = (text.char_indices()).filter(|&(_, c)| {
        matches!(
            c,
            ',' | '|' | '\u{2022}' | '\u{B7}' | '\u{2013}' | '\u{2014}'
        )
    });
    for (at, c) in cuts.take(6) {
        let (left, right) = (&text[..at], &text[at + c.len_utf8()..]);
        for (names, date) in [(left, right), (right, left)] {
            if are_names(names)
                && let Some(line) = dates::date_line(date.trim().trim_end_matches(','))
            {
                return Some(line);
            }
        }
    }
    None
}

/// The dateline that a paragraph begins with: `MADRID, Feb 3, 2026 (Meridian Newswire) - …`.
fn opening(text: &str) -> Option<DateLine> {
    let dash = [" - ", " \u{2013} ", " \u{2014} ", "\u{2014}"]
        .iter()
        .filter_map(|dash| text.find(dash))
        .min()?;
    dateline(&text[..dash])
}

/// Whether all words are written as names are: one to six with capitals.
fn are_names(text: &str) -> bool {
    let mut words = 0;
    for word in text.split_whitespace() {
        let small = matches!(word, "the" | "of" | "and" | "de" | "la" | "del" | "&");
        if !small && !word.starts_with(char::is_uppercase)
            || word.contains(|c: char| c.is_ascii_digit())
        {
            return false;
        }
        words += 1;
    }
    (1..=6).contains(&words)
}

fn is_label(items: &[Item], at: usize, reason: DropReason) -> bool {
    items
        .get(at)
        .is_some_and(|item| item.dropped == Some(reason) && item.words <= 3)
}

fn take_dates(head: &mut Head, line: DateLine, at: usize) {
    if head.published.is_none()
        && let Some(date) = line.published
    {
        head.published = Some((date, at));
    }
    if head.modified.is_none()
        && let Some(date) = line.modified
    {
        head.modified = Some((date, at));
    }
}

/// Marks the title, and drops its repetitions in the head.
pub(super) fn mark_title(items: &mut [Item], title: usize, body: usize) {
    let words = items[title].text.clone();
    items[title].kind = BlockKind::Title;
    items[title].dropped = Some(DropReason::TitleApart);
    for (at, item) in items.iter_mut().enumerate().take(body) {
        let repeated =
            item.text == words || super::title::site_behind(&item.text, &words).is_some();
        if at != title && repeated {
            item.drop_as(DropReason::Repeated);
        }
    }
}
