//! Which line is the headline.
//!
//! *What*: chooses among the unclassified lines before the first paragraph.
//! *Why*: the first line is the title of clean text, but pages put a slogan, a section, the
//! author or the breadcrumb before it.
//! *Example*: `Your paper!`, `0800 …`, `Dockers Return to Work`, date, text → the third.
//! *Known misses*: a title of one or two words below furniture; a title with a full stop that
//! the address of the page does not repeat.

use super::item::Item;
use crate::{byline, dates, lexicon};

/// Lines looked at before the first paragraph: a title does not stand below a long menu.
const MOST_LINES: usize = 400;

/// The least score of a title.
const LEAST: f32 = 2.5;

/// A headline and the name of the site that was behind it.
#[derive(Debug)]
pub(super) struct Title {
    /// Index of its item.
    pub(super) at: usize,
    /// The name of the site, where a second form of the title has it.
    pub(super) site: Option<String>,
}

/// The title of the document, if a line looks like one. `body` is the first paragraph.
pub(super) fn find(items: &[Item], body: usize, uri: Option<&str>) -> Option<Title> {
    let slug = uri.map(slug_words).unwrap_or_default();
    let from = body.saturating_sub(MOST_LINES);
    let mut best: Option<(f32, usize)> = None;
    let mut seen = 0;
    for at in from..body {
        let item = &items[at];
        if !item.kept() {
            continue;
        }
        if let Some(score) = score(items, at, body, seen, &slug)
            && score >= LEAST
            && best.is_none_or(|(best, _)| score > best)
        {
            best = Some((score, at));
        }
        seen += 1;
    }
    let (_, at) = best?;
    // `Title - Site` above `Title`: the shorter one is the title.
    let chosen = &items[at].text;
    for (other, item) in items.iter().enumerate().take(body).skip(from) {
        if other == at {
            continue;
        }
        if let Some(site) = site_behind(&item.text, chosen) {
            return Some(Title {
                at,
                site: Some(site.to_owned()),
            });
        }
        if let Some(site) = site_behind(chosen, &item.text)
            && item.kept()
            && item.words >= 3
        {
            return Some(Title {
                at: other,
                site: Some(site.to_owned()),
            });
        }
    }
    Some(Title { at, site: None })
}

/// The name of the site, where `long` is `short`, a separator and that name.
pub(super) fn site_behind<'a>(long: &'a str, short: &str) -> Option<&'a str> {
    let rest = long.strip_prefix(short)?;
    let site = rest
        .trim_start()
        .strip_prefix([
            '-', '|', '\u{2013}', '\u{2014}', '\u{2022}', '\u{B7}', '\u{AB}', '\u{BB}', ':',
        ])?
        .trim();
    (!site.is_empty() && site.split_whitespace().count() <= 6).then_some(site)
}

fn score(items: &[Item], at: usize, body: usize, seen: usize, slug: &[String]) -> Option<f32> {
    let item = &items[at];
    let text = item.text.as_str();
    let overlap = slug_overlap(text, slug);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if item.bullet || item.words > 34 || text.len() > 260 || letters < 5 {
        return None;
    }
    if text.ends_with([',', ';', ':']) || (item.words < 3 && overlap < 0.7) {
        return None;
    }
    let stopped = text.ends_with('.') && !text.ends_with("..");
    if stopped && overlap < 0.6 {
        return None;
    }
    if dates::date_line(text).is_some() || byline::is_byline(text) {
        return None;
    }
    let mut score = match item.words {
        0..=2 => 0.0,
        3 => 1.5,
        4 | 5 => 2.0,
        _ => 3.0,
    };
    score += overlap * 6.0;
    if seen == 0 {
        score += 1.5;
    }
    if items[at + 1..body].iter().all(|item| !item.kept()) {
        score += 0.5; // nothing but furniture up to the text
    }
    if items.get(at + 1).is_some_and(|next| next.after_blank) && item.after_blank {
        score += 0.5;
    }
    if byline::is_bare_name(text) {
        score -= 2.5;
    }
    if text.starts_with(char::is_lowercase) {
        score -= 2.0;
    }
    if is_slogan(text) {
        score -= 4.0;
    }
    if text.contains(" | ") {
        score -= 0.5;
    }
    Some(score)
}

/// Whether a line is a slogan: a short exclamation, or a few short sentences in a row.
pub(super) fn is_slogan(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let stops = line
        .char_indices()
        .filter(|&(at, c)| {
            let behind = line[at + c.len_utf8()..].chars().next();
            matches!(c, '.' | '!') && behind.is_none_or(char::is_whitespace)
        })
        .count();
    let exclaims = line.ends_with('!') && words <= 9;
    exclaims || (stops >= 2 && words <= stops * 4 + 2)
}

/// Words of the last path segments of an address.
fn slug_words(uri: &str) -> Vec<String> {
    let path = uri.split(['?', '#']).next().unwrap_or_default();
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let slug = path
        .split('/')
        .skip(1)
        .max_by_key(|segment| segment.matches(['-', '_']).count())
        .unwrap_or_default();
    slug.split(['-', '_', '.', '+'])
        .filter(|word| !word.is_empty() && !matches!(*word, "html" | "htm" | "php" | "aspx"))
        .take(40)
        .map(str::to_lowercase)
        .collect()
}

/// How much of the address the line says, 0 to 1; 0 where the address says too little.
fn slug_overlap(line: &str, slug: &[String]) -> f32 {
    if slug.len() < 3 {
        return 0.0;
    }
    let folded = lexicon::fold(line, 300);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(60)
        .collect();
    let hits = slug
        .iter()
        .filter(|word| words.contains(&word.as_str()))
        .count();
    let size = slug.len().min(words.len().max(3));
    let share = hits as f32 / size as f32;
    if share < 0.5 { 0.0 } else { share.min(1.0) }
}

#[cfg(test)]
mod tests {
    use super::{is_slogan, site_behind, slug_overlap, slug_words};

    #[test]
    fn slogans() {
        assert!(is_slogan("Your city. Your port. Your paper!"));
        assert!(is_slogan("News for everyone!"));
        assert!(!is_slogan("Minister: no U.S. visit before May"));
        assert!(!is_slogan("Harbour reopens after storm"));
    }

    #[test]
    fn addresses_and_sites() {
        let slug = slug_words("https://a.example/news/2024/eels-return-to-the-basin-123.html");
        assert!(slug_overlap("Eels Return to the Basin", &slug) > 0.7);
        assert!(slug_overlap("Your daily paper of record", &slug) < 0.1);
        assert_eq!(
            site_behind("Eels Return - Harbour Gazette", "Eels Return"),
            Some("Harbour Gazette")
        );
        assert_eq!(site_behind("Eels Return to Sea", "Eels Return"), None);
    }
}
