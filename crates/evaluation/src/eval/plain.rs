//! Scraped text against pages with a gold body and a label for each line.

use std::{path::Path, time::Instant};

use anyhow::Result;
use copydesk::{Article, Desk, Format, Options, RawDocument, record::Block};

use super::{
    lines::{self, Page},
    score::Score,
    shingles::{Means, Overlap, deviation},
};

/// Reads every page of the sets in the folder, and their gold bodies, and prints a row each.
pub(crate) fn folder(folder: &Path, worst: usize) -> Result<()> {
    println!(
        "{:<30} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>8} {:>6}",
        "", "pages", "P", "R", "F1", "±", "drop P", "drop R", "keep all", "MB/s"
    );
    let sets = lines::sets(folder)?;
    for (name, pages) in &sets {
        set(name, pages, worst)?;
    }
    for (name, pages) in &sets {
        let clean: Vec<Page> = pages.iter().map(Page::clean).collect();
        set(&format!("bodies of {name}"), &clean, worst)?;
    }
    Ok(())
}

fn set(name: &str, pages: &[Page], worst: usize) -> Result<()> {
    let desk = Desk::new(Options::extraction())?;
    let documents: Vec<RawDocument> = pages
        .iter()
        .map(|page| {
            let mut document = RawDocument::from_bytes(page.text());
            document.format = Format::PlainText;
            document
        })
        .collect();
    let begin = Instant::now();
    let articles: Vec<Article> = documents.iter().map(|page| desk.read(page)).collect();
    let seconds = begin.elapsed().as_secs_f64();
    let bytes: usize = documents.iter().map(|page| page.bytes.len()).sum();
    let mut drops = Score::default();
    let mut overlaps = Vec::new();
    let mut untouched = Vec::new();
    for (page, article) in pages.iter().zip(&articles) {
        count_drops(page, article, &mut drops);
        overlaps.push(Overlap::of(article.body(), &page.gold));
        untouched.push(Overlap::of(&page.text(), &page.gold));
    }
    let means = Means::of(overlaps.iter());
    println!(
        "{name:<30} {:>6} {:>6.3} {:>6.3} {:>6.3} {:>6.3} {:>6.3} {:>6.3} {:>8.3} {:>6.1}",
        pages.len(),
        means.precision,
        means.recall,
        means.f1(),
        deviation(&overlaps),
        drops.precision(),
        drops.recall(),
        Means::of(untouched.iter()).f1(),
        bytes as f64 / 1e6 / seconds,
    );
    show_worst(pages, &overlaps, worst);
    Ok(())
}

/// Counts the lines that were dropped, and those that should have been. A line counts as kept
/// where any part of it is; lines of which the gold has a part do not count.
fn count_drops(page: &Page, article: &Article, drops: &mut Score) {
    let mut blocks = article.blocks.iter().peekable();
    let mut start = 0;
    for (line, label) in page.lines.iter().zip(&page.labels) {
        let end = start + line.len();
        while blocks
            .next_if(|block| block.source.range().end <= start)
            .is_some()
        {}
        let kept = blocks
            .clone()
            .take_while(|block| block.source.range().start < end)
            .any(Block::kept);
        start = end + 1;
        if *label >= 0 {
            let (dropped, wanted) = (u32::from(!kept), u32::from(*label == 0));
            drops.add(Score {
                right: dropped & wanted,
                found: dropped,
                gold: wanted,
            });
        }
    }
}

/// The pages on which most is wrong.
fn show_worst(pages: &[Page], overlaps: &[Overlap], count: usize) {
    let score = |at: usize| Means::of([overlaps[at]].iter());
    let mut order: Vec<usize> = (0..pages.len()).collect();
    order.sort_by(|&one, &other| score(one).f1().total_cmp(&score(other).f1()));
    for at in order.into_iter().take(count) {
        let means = score(at);
        println!(
            "  {:<28} P {:.3} R {:.3} of {} shingles",
            pages[at].id, means.precision, means.recall, overlaps[at].gold
        );
    }
}
