//! Whole pages, each with one trouble of its metadata.

use copydesk_core::{ParseOptions, RawDocument};

use crate::{Metadata, Parsed};

const BODY: &str = "<p>The river rose by two metres on Monday night, and the quays of the old town \
    were closed to all traffic, as the harbour office told the council.</p><p>Workers carried sand \
    to the doors of the warehouses, and the ferry to the islands did not sail in the morning.</p>";

fn parse(head: &str, top: &str, bottom: &str) -> Parsed {
    let page = format!(
        "<html><head>{head}</head><body><article>{top}{BODY}{bottom}</article></body></html>"
    );
    crate::parse(
        &RawDocument::from_bytes(page.into_bytes()),
        &ParseOptions::default(),
    )
}

fn read(head: &str, top: &str) -> Metadata {
    parse(head, top, "").metadata
}

#[track_caller]
fn title(head: &str, top: &str, expected: &str) {
    assert_eq!(read(head, top).title.as_deref(), Some(expected));
}

#[track_caller]
fn published(head: &str, top: &str, expected: Option<&str>) {
    assert_eq!(read(head, top).published.as_deref(), expected);
}

#[track_caller]
fn byline(head: &str, top: &str, expected: &[&str]) {
    assert_eq!(read(head, top).byline, expected);
}

#[test]
fn what_stands_beside_the_headline_in_its_heading() {
    let head = "<title>Weather: Rain floods the quays | Harbour Post</title>";
    let kicker = r#"<h1><span class="c-kicker">Weather</span> Rain floods the quays</h1>"#;
    title(head, kicker, "Rain floods the quays");
    title(
        "<title>Rain floods the quays</title>",
        "<h1>Rain floods the quays <small>What the council plans now</small></h1>",
        "Rain floods the quays",
    );
    title(
        "<title>Rain floods the quays</title>",
        r#"<h1>Rain floods the quays<span class="sr-only"> | Harbour Post</span></h1>"#,
        "Rain floods the quays",
    );
    // Nothing but the metadata tells the parts apart.
    title(
        r#"<meta property="og:title" content="Rain floods the quays">"#,
        "<h1><span class=x1>The harbour in winter</span> <b>Rain floods the quays</b></h1>",
        "Rain floods the quays",
    );
    // Where the metadata have the topic too, it belongs to the headline.
    let both = r#"<meta property="og:title" content="Weather: Rain floods the quays">"#;
    title(both, kicker, "Weather: Rain floods the quays");
}

#[test]
fn headings_that_are_no_headline() {
    let trail = "<nav><ol class=breadcrumb><li><a href=/town/>Town</a></li>\
        <li><h1>Flood 2024: Rain floods quays in harbour</h1></li></ol></nav>";
    let seo = "<title>Flood 2024: Rain floods quays in harbour | Harbour Post</title>";
    title(
        &format!(
            r#"{seo}<script type="application/ld+json">{{"@type":"NewsArticle","headline":"The night of the flood"}}</script>"#
        ),
        &format!("{trail}<h2>The night of the flood</h2>"),
        "The night of the flood",
    );
    title(
        seo,
        &format!(
            r#"{trail}<h2 class="article-headline"><span class="kicker">Old town</span><span class="headline">The night of the flood</span></h2>"#
        ),
        "The night of the flood",
    );
    title(
        "<title>Rain floods the quays \u{2013} Harbour Post Online</title>",
        "<h1><a href=/>Harbour Post Online</a></h1><h2>Rain floods the quays</h2>",
        "Rain floods the quays",
    );
}

#[test]
fn dates_by_their_labels_and_places() {
    let h1 = "<h1>Rain floods the quays</h1>";
    published(
        "",
        &format!("<p>12 May 2023, 14:20</p>{h1}"),
        Some("2023-05-12T14:20:00"),
    );
    published(
        "<html lang=de>",
        &format!("{h1}<p>Von Anna Lind | 12.05.23</p>"),
        Some("2023-05-12"),
    );
    published("", &format!("{h1}<p>Last updated on 14 May 2023</p>"), None);
    published(
        "",
        &format!("{h1}<nav><a href=/anna>Posted on 12 May 2023</a></nav>"),
        Some("2023-05-12"),
    );
    published(
        "",
        &format!(
            "{h1}<p>12.05.2023 \u{2013} The river rose again, and the ferry did not sail.</p>"
        ),
        Some("2023-05-12"),
    );
    published(
        "",
        &format!(
            r#"{h1}<div data-publication-date="2023-05-12T14:20:00+02:00">Two days ago</div>"#
        ),
        Some("2023-05-12T14:20:00+02:00"),
    );
    published(
        "",
        &format!("{h1}<footer>\u{a9} 2021 Harbour Post, 1 May 2021</footer>"),
        None,
    );
}

#[test]
fn dates_in_meta_tags_and_scripts() {
    let tag = |name: &str| format!(r#"<meta name="{name}" content="2023-05-12">"#);
    for name in [
        "w-published-date",
        "published",
        "site:publish_date",
        "article.published",
    ] {
        published(
            &tag(name),
            "<h1>Rain floods the quays</h1>",
            Some("2023-05-12"),
        );
    }
    published(
        &tag("page-updated-date"),
        "<h1>Rain floods the quays</h1>",
        None,
    );
    published(
        r#"<script>page={"post":{"published_at":"2023-05-12T08:00:00Z"}}</script>"#,
        "<h1>Rain floods the quays</h1>",
        Some("2023-05-12T08:00:00+00:00"),
    );
}

#[test]
fn dates_that_contradict() {
    let h1 = "<h1>Rain floods the quays</h1>";
    // `date` may be that of the page; the line is that of the article.
    let parsed = parse(
        r#"<meta name=date content="2023-05-20">"#,
        &format!("{h1}<p>Published 12 May 2023</p>"),
        "",
    );
    assert_eq!(parsed.metadata.published.as_deref(), Some("2023-05-12"));
    assert!(
        parsed
            .diagnostics
            .iter()
            .any(|note| note.code == "parse/metadata-conflict")
    );
    // The tag was set anew, the line was not; a later line may be that of an update.
    let tag = r#"<meta property="article:published_time" content="2023-05-20T08:00:00+02:00">"#;
    published(tag, &format!("{h1}<p>12 May 2023</p>"), Some("2023-05-12"));
    published(
        tag,
        &format!("{h1}<p>26 May 2023</p>"),
        Some("2023-05-20T08:00:00+02:00"),
    );
    // Two clocks give the zone.
    published(
        r#"<meta property="article:published_time" content="2023-05-12T22:30:00Z">"#,
        &format!("{h1}<p>13 May 2023, 00:30</p>"),
        Some("2023-05-13T00:30:00+02:00"),
    );
}

#[test]
fn dates_with_slashes_are_read_as_in_the_language() {
    let page = |lang: &str| {
        let page = format!(
            "<html lang={lang}><body><article><h1>Rain floods the quays</h1><p>03/05/2023</p>{BODY}</article>"
        );
        let raw = RawDocument::from_bytes(page.into_bytes());
        crate::parse(&raw, &ParseOptions::default())
            .metadata
            .published
    };
    assert_eq!(page("fr").as_deref(), Some("2023-05-03"));
    assert_eq!(page("en").as_deref(), Some("2023-03-05"));
}

#[test]
fn bylines_by_their_labels_and_places() {
    let h1 = "<h1>Rain floods the quays</h1>";
    byline(
        "",
        &format!("{h1}<div class=byline>ByAnna Lind</div>"),
        &["Anna Lind"],
    );
    byline(
        "",
        &format!("{h1}<p>12 May 2023 - Anna Lind</p>"),
        &["Anna Lind"],
    );
    byline(
        "",
        &format!("{h1}<nav class=menu>Von <a href=/anna>Anna Lind</a> am 12.05.2023</nav>"),
        &["Anna Lind"],
    );
    byline("", &format!("{h1}<p>Posted on Monday</p>"), &[]);
    // An outlet in a tag gives way to a person on the page.
    byline(
        r#"<meta property="og:site_name" content="Harbour Post"><meta name=author content="harbour">"#,
        &format!("{h1}<p>By Anna Lind</p>"),
        &["Anna Lind"],
    );
    let foot = parse("", h1, "<p>Text: Anna Lind</p>");
    assert_eq!(foot.metadata.byline, ["Anna Lind"]);
}

#[test]
fn description_and_tags() {
    let metadata = read(
        r#"<meta name=description content="Quays &amp; cellars under water">
           <meta name=news_keywords content="rain, Harbour"><meta property="article:tag" content="harbour">
           <meta property="article:tag" content="Flood">"#,
        "<h1>Rain floods the quays</h1>",
    );
    assert_eq!(
        metadata.description.as_deref(),
        Some("Quays & cellars under water")
    );
    assert_eq!(metadata.tags, ["rain", "Harbour", "Flood"]);
    let cited = |field: &str| {
        metadata
            .evidence
            .iter()
            .filter(|evidence| evidence.field == field)
            .count()
    };
    assert_eq!((cited("description"), cited("tags")), (1, 2));
    let links = read(
        "",
        "<h1>Rain floods the quays</h1><a rel=tag href=/t/rain>Rain</a> \
         <a rel='category tag' href=/town>Town</a>",
    );
    assert_eq!(links.tags, ["Rain"]);
    assert_eq!(links.description, None);
}

#[test]
fn no_day_is_later_than_the_crawl() {
    let page = |fetched: &str| {
        let html = "<meta property='article:published_time' content='2024-05-03'>\
             <h1>Rain floods the quays</h1><p>It rained all day, the harbour office said.</p>";
        crate::parse(
            &copydesk_core::RawDocument {
                fetched: Some(fetched.to_owned()),
                ..copydesk_core::RawDocument::from_bytes(html)
            },
            &copydesk_core::ParseOptions::default(),
        )
    };
    let early = page("2023-11-20T10:00:00Z");
    assert_eq!(early.metadata.published, None);
    let codes: Vec<_> = early.diagnostics.iter().map(|note| &*note.code).collect();
    assert_eq!(codes, ["metadata/later-than-crawl"]);
    // A day may be a time zone.
    let next_day = page("2024-05-02T23:30:00Z");
    assert_eq!(next_day.metadata.published.as_deref(), Some("2024-05-03"));
}
