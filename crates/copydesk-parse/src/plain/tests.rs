//! Whole documents, written for these tests, and the reference documents where they are there.

use copydesk_core::{
    ParseOptions,
    record::{BlockKind, DropReason},
};
use proptest::prelude::*;

use super::parse_plain;
use crate::draft::Draft;

const PROSE: [&str; 4] = [
    "The harbour of Bergen was opened again on Tuesday after a storm that had kept the ferries in port for three days.",
    "The mayor, Anna Lind, said that nobody had been hurt, although two boats had been found on the roof of a fish market.",
    "Fishermen alleged that the forecast had come too late. The weather office denied it and published the log of its calls.",
    "A report on the storm is expected in May, and the boats will be brought down before then, the mayor promised.",
];

/// Checks what became of every line: `+` kept, `t` title, `h` heading, `l` list item, else the
/// name of the reason.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let options = ParseOptions::default();
    let parsed = parse_plain(text, None, &options);
    let found: Vec<String> = parsed
        .blocks
        .iter()
        .map(|block| match (block.dropped, block.kind) {
            (Some(DropReason::TitleApart), _) => "t".to_owned(),
            (Some(reason), _) => reason.as_str().to_owned(),
            (None, BlockKind::Heading) => "h".to_owned(),
            (None, BlockKind::ListItem) => "l".to_owned(),
            (None, _) => "+".to_owned(),
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

fn document(head: &str, tail: &str) -> String {
    format!("{head}\n\n{}\n\n{tail}\n", PROSE.join("\n\n"))
}

#[test]
fn clean_text_passes() {
    let text = PROSE.join("\n\n");
    check(&text, &["+"; 4]);
    assert_eq!(
        parse_plain(&text, None, &ParseOptions::default())
            .metadata
            .title,
        None
    );
    check(&PROSE.join("\n"), &["+"; 4]);
}

#[test]
fn furniture_above_and_below() {
    let text = document(
        "May 4, 2025\nAll the fish, every day!\n0800 555 0111\nGeneric filters\n\n\
         Harbour Opens Again After Three Days of Storm\n\nApril 2, 2024\n\nPhoto Credit: Ole Brumm",
        "Share to:\n\nRelated Posts\nFive ways to cook an eel\n\nLeave a Reply\n\n© Copyright 2021 Harbour Gazette",
    );
    check(
        &text,
        &[
            "crawl-date",
            "site-furniture",
            "contact",
            "widget",
            "t",
            "date",
            "credit",
            "+",
            "+",
            "+",
            "+",
            "share",
            "related",
            "related",
            "comments",
            "copyright",
        ],
    );
    let parsed = parse_plain(&text, None, &ParseOptions::default());
    assert_eq!(parsed.metadata.published.as_deref(), Some("2024-04-02"));
    assert_eq!(
        parsed.metadata.title.as_deref(),
        Some("Harbour Opens Again After Three Days of Storm")
    );
    let evidence = parsed
        .metadata
        .evidence
        .iter()
        .find(|e| e.field == "published");
    assert_eq!(evidence.map(|e| e.from.as_ref()), Some("line 8"));
}

#[test]
fn a_crawl_date_alone_is_no_publication_date() {
    let text = document(
        "May 4, 2025\nMenu\nSearch\n\nHarbour Opens Again After Storm",
        "",
    );
    let parsed = parse_plain(&text, None, &ParseOptions::default());
    assert_eq!(parsed.metadata.published, None);
    assert_eq!(parsed.blocks[0].dropped, Some(DropReason::CrawlDate));
    let text = document("May 4, 2025\n\nHarbour Opens Again After Storm", "");
    let parsed = parse_plain(&text, None, &ParseOptions::default());
    assert_eq!(parsed.metadata.published.as_deref(), Some("2025-05-04"));
}

#[test]
fn byline_and_dates() {
    let text = document(
        "Harbour Opens Again After Storm\nBy Piotr Zielak and Ole Brumm\nPosted: May 4, 2025 | Updated: May 5, 2025",
        "Piotr Zielak writes about the sea. Reach him at piotr@harbour.example",
    );
    let parsed = parse_plain(&text, None, &ParseOptions::default());
    assert_eq!(parsed.metadata.byline, ["Piotr Zielak", "Ole Brumm"]);
    assert_eq!(parsed.metadata.published.as_deref(), Some("2025-05-04"));
    assert_eq!(parsed.metadata.modified.as_deref(), Some("2025-05-05"));
    check(
        &text,
        &["t", "byline", "date", "+", "+", "+", "+", "author-box"],
    );
}

#[test]
fn datelines_date_the_article() {
    for head in [
        "BERGEN, May 4, 2025 (Coastal Wire)",
        "BERGEN, Sunday, May 4, 2025",
        "Sunday, 4 May 2025 | The Daily Gong",
        "The Bergen Lantern, 4 May 2025",
    ] {
        let text = document(&format!("Harbour Opens Again After Storm\n\n{head}"), "");
        let parsed = parse_plain(&text, None, &ParseOptions::default());
        assert_eq!(
            parsed.metadata.published.as_deref(),
            Some("2025-05-04"),
            "{head}"
        );
    }
    let text = format!(
        "Harbour Opens Again After Storm\n\nBERGEN, May 4, 2025 (Coastal Wire) \u{2013} {}",
        PROSE.join("\n\n")
    );
    let parsed = parse_plain(&text, None, &ParseOptions::default());
    assert_eq!(parsed.metadata.published.as_deref(), Some("2025-05-04"));
}

#[test]
fn subheads_lists_and_alternative_text() {
    let text = format!(
        "Harbour Opens Again After Storm\n\n{}\n\nThe boats on the roof\n\n{}\n\nBergen-Oslo\n\n{}\n\n• one boat\n• two nets\n\n{} The road from Bergen to Oslo is open.",
        PROSE[0], PROSE[1], PROSE[2], PROSE[3]
    );
    check(
        &text,
        &["t", "+", "h", "+", "image-alt", "+", "l", "l", "+"],
    );
    // Without the names in the text it is a line like any other.
    let unnamed = text.replace(" The road from Bergen to Oslo is open.", "");
    check(&unnamed, &["t", "+", "h", "+", "h", "+", "l", "l", "+"]);
}

#[test]
fn truncated_text_is_kept_and_noted() {
    let text = format!(
        "Harbour Opens Again After Storm\n\n{}\n\n{} and the mayor… [+1234 chars]",
        PROSE[0], PROSE[1]
    );
    check(&text, &["t", "+", "+", "truncation"]);
    let parsed = parse_plain(&text, None, &ParseOptions::default());
    assert_eq!(parsed.diagnostics.len(), 1);
    assert_eq!(parsed.diagnostics[0].code, "parse/truncated");
}

#[test]
fn the_title_is_in_the_text_on_demand() {
    let mut options = ParseOptions::default();
    options.title_in_text = true;
    let parsed = parse_plain(
        &document("Harbour Opens Again After Storm", ""),
        None,
        &options,
    );
    assert_eq!(parsed.blocks[0].kind, BlockKind::Title);
    assert_eq!(parsed.blocks[0].dropped, None);
}

#[test]
fn the_title_option_changes_only_the_title() {
    let text = document(
        "Harbour Opens Again After Storm\nBy Ole Brumm",
        "Bergen-Oslo\nFive ways to cook an eel",
    );
    let mut options = ParseOptions::default();
    let apart = parse_plain(&text, None, &options).blocks;
    options.title_in_text = true;
    let inside = parse_plain(&text, None, &options).blocks;
    let dropped = |blocks: &[Draft]| blocks[1..].iter().map(|b| b.dropped).collect::<Vec<_>>();
    assert_eq!(dropped(&apart), dropped(&inside));
    assert_ne!(apart[0].dropped, inside[0].dropped);
}

#[test]
fn the_scorer_drops_what_no_phrase_names() {
    let menu = "Skip to content\nMenu\nHome\nSign in\nSubscribe\nPrivacy Policy\nTerms of use";
    let tail = "• Our Boats\n• Nets And Ropes\n• Harbours We Love\n• Ask The Skipper\n\
                • Tide Tables\n• Winter Fishing";
    let text = document(
        &format!("{menu}\n\nHarbour Opens Again After Storm"),
        &format!("{tail}\n\n© 2021 Harbour Gazette\n{menu}"),
    );
    let parsed = parse_plain(&text, None, &ParseOptions::default());
    let kept = |block: &&Draft| block.dropped.is_none();
    let paragraphs = parsed.blocks.iter().filter(kept);
    assert_eq!(
        paragraphs
            .filter(|block| block.text(&text).len() > 80)
            .count(),
        PROSE.len()
    );
    // No rule gives this reason here: nothing says that the article is over.
    let scored = parsed
        .blocks
        .iter()
        .filter(|block| block.dropped == Some(DropReason::OutsideArticle));
    assert!(scored.count() >= 4);
}

proptest! {
    #[test]
    fn blocks_are_in_order_and_on_boundaries(text in "(\\PC{0,40}\n?|Share this\n|\n|• |Related Posts\n|[+12 chars]|12 May 2023\n){0,30}") {
        let parsed = parse_plain(&text, None, &ParseOptions::default());
        let mut end = 0;
        for block in &parsed.blocks {
            prop_assert!(block.source.start >= end);
            prop_assert!(block.source.get(&text).is_some());
            end = block.source.end;
        }
        prop_assert!((0.0..=1.0).contains(&parsed.article_score));
    }
}
