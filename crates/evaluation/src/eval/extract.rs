//! Article extraction against pages with a gold body or gold segments.

use std::{path::Path, time::Instant};

use anyhow::Result;
use copydesk::{Article, Desk, Options};

use super::{
    pages::{self, Gold, Page},
    peers,
    shingles::{Means, Overlap, deviation},
};

/// Extracts every page of the folders and prints a row each; where `peers` is set, one for every
/// other tool too.
pub(crate) fn folders(folders: &[std::path::PathBuf], worst: usize, peers: bool) -> Result<()> {
    println!(
        "{:<20} {:>6} {:>6} {:>6} {:>6} {:>6} {:>9} {:>8}",
        "", "pages", "P", "R", "F1", "±", "pages/s", "worst ms"
    );
    for folder in folders {
        self::folder(folder, worst, peers)?;
    }
    Ok(())
}

fn folder(folder: &Path, worst: usize, peers: bool) -> Result<()> {
    let pages = pages::read(folder)?;
    let desk = Desk::new(Options::extraction())?;
    let mut longest: f64 = 0.0;
    let begin = Instant::now();
    let articles: Vec<Article> = pages
        .iter()
        .map(|page| {
            let begin = Instant::now();
            let article = desk.read(&page.document);
            longest = longest.max(begin.elapsed().as_secs_f64());
            article
        })
        .collect();
    let rate = pages.len() as f64 / begin.elapsed().as_secs_f64();
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let tail = format!("{rate:>9.0} {:>8.1}", longest * 1e3);
    let texts: Vec<&str> = articles.iter().map(Article::body).collect();
    row(&name, &pages, &texts, &tail, worst);
    if !peers {
        return Ok(());
    }
    for peer in peers::read("text", folder) {
        let texts: Vec<&str> = pages
            .iter()
            .map(|page| peer.answers.get(&page.id).map_or("", |answer| &answer.text))
            .collect();
        let rate = pages.len() as f64 / peer.seconds.max(f64::MIN_POSITIVE);
        let name = format!("  {}", peer.name);
        row(&name, &pages, &texts, &format!("{rate:>9.0}"), 0);
    }
    Ok(())
}

/// Scores the texts of the pages, one each, and names this many of the worst.
fn row(name: &str, pages: &[Page], texts: &[&str], tail: &str, worst: usize) {
    if pages.iter().all(|page| page.gold.body.is_none()) {
        return segments(name, pages, texts, tail, worst);
    }
    let overlaps: Vec<Overlap> = pages
        .iter()
        .zip(texts)
        .map(|(page, text)| Overlap::of(text, page.gold.body.as_deref().unwrap_or_default()))
        .collect();
    let means = Means::of(overlaps.iter());
    println!(
        "{name:<20} {:>6} {:>6.3} {:>6.3} {:>6.3} {:>6.3} {tail}",
        pages.len(),
        means.precision,
        means.recall,
        means.f1(),
        deviation(&overlaps),
    );
    if worst > 0 {
        show_worst(pages, &overlaps, worst);
    }
}

/// The pages on which most is wrong.
fn show_worst(pages: &[Page], overlaps: &[Overlap], count: usize) {
    let mut order: Vec<usize> = (0..pages.len()).collect();
    let score = |at: usize| Means::of([overlaps[at]].iter());
    order.sort_by(|&one, &other| score(one).f1().total_cmp(&score(other).f1()));
    for at in order.into_iter().take(count) {
        let means = score(at);
        println!(
            "  {:<34} P {:.3} R {:.3} of {} shingles",
            pages[at].id, means.precision, means.recall, overlaps[at].gold
        );
    }
}

fn segments(name: &str, pages: &[Page], texts: &[&str], tail: &str, worst: usize) {
    let mut counts = SegmentCounts::default();
    let mut by_page = Vec::new();
    for (page, text) in pages.iter().zip(texts) {
        by_page.push((counts.add(&page.gold, text), page));
    }
    println!(
        "{name:<20} {:>6} {:>6.3} {:>6.3} {:>6.3} {:>6} {tail}",
        pages.len(),
        counts.precision(),
        counts.recall(),
        counts.f1(),
        "",
    );
    by_page.sort_by_key(|(errors, _)| std::cmp::Reverse(*errors));
    for (errors, page) in by_page.into_iter().take(worst) {
        println!("  {:<34} {errors} segments wrong", page.id);
    }
}

/// Segments that must be there are recall, those that must not are precision.
#[derive(Debug, Default)]
pub(crate) struct SegmentCounts {
    right: u32,
    missed: u32,
    wrong: u32,
}

impl SegmentCounts {
    /// Counts one page; returns how many segments are wrong on it.
    pub(crate) fn add(&mut self, gold: &Gold, text: &str) -> u32 {
        let text = folded(text);
        let has = |segment: &&String| text.contains(&folded(segment));
        let right = gold.with.iter().filter(has).count() as u32;
        let missed = gold.with.len() as u32 - right;
        let wrong = gold.without.iter().filter(has).count() as u32;
        self.right += right;
        self.missed += missed;
        self.wrong += wrong;
        missed + wrong
    }

    pub(crate) fn precision(&self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.wrong).max(1))
    }

    pub(crate) fn recall(&self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.missed).max(1))
    }

    pub(crate) fn f1(&self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE)
    }
}

/// White space of any kind and number as one blank.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
