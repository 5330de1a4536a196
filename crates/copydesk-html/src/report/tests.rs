//! Tests of the page as a whole; in a browser it is tested by `python/tests/test_report.py`.

use copydesk::{Article, Desk, Diagnostic, Options, RawDocument, Severity, corpus::Corpus, stage};

use super::{Report, ReportOptions, SourceText, json, report};

const PAGE: &str = "<!doctype html><title>Port of Tema reopens</title><nav><a href=/>Home</a></nav>\
    <article><h1>Port of Tema reopens</h1><p>Ghana&rsquo;s Transport Minister Kofi Mensah said on \
    Friday that the port of Tema had reopened after a strike of nine days. He denied that the \
    Harbour Union had been paid.</p></article><footer>All rights reserved</footer>";

fn read(document: &RawDocument) -> Article {
    let desk = Desk::new(Options::default()).unwrap();
    desk.read(document)
}

fn of(documents: &[RawDocument], options: &ReportOptions) -> Report {
    let mut corpus = Corpus::default();
    let mut sources = Vec::new();
    for document in documents {
        let article = read(document);
        sources.push(SourceText::new(document, &article));
        corpus.add(article);
    }
    report(&corpus, &sources, options)
}

fn text(number: usize) -> RawDocument {
    let text = format!(
        "Strike {number} in Tema\n\nMay {}, 2024\n\nKofi Mensah met Ingrid Solheim in Tema, Ghana. \
         The union denied that ship {number} had been held.\n",
        1 + number % 28
    );
    RawDocument {
        uri: Some(format!("{number}.txt")),
        ..RawDocument::from_text(text)
    }
}

#[test]
fn a_json_string_cannot_leave_its_element() {
    let mut out = String::new();
    json::string(&mut out, "</script><!--\u{2028}\u{2029}\"\\\n\t\u{1}&");
    assert_eq!(
        out,
        "\"\\u003c/script\\u003e\\u003c!--\\u2028\\u2029\\\"\\\\\\n\\t\\u0001\\u0026\""
    );
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    let documents: Vec<RawDocument> = (0..12).map(text).collect();
    let options = ReportOptions::default();
    assert_eq!(of(&documents, &options), of(&documents, &options));
}

#[test]
fn an_empty_corpus_has_a_report() {
    let page = report(&Corpus::default(), &[], &ReportOptions::default());
    assert!(page.html.contains("<title>Report on 0 articles</title>"));
    assert!(page.html.contains("No article was read."));
    assert_eq!(page.summary, "0 articles in 0 stories, 0 copies, 0 claims");
}

#[test]
fn the_source_is_shown_with_its_markup() {
    let page = of(&[RawDocument::from_bytes(PAGE)], &ReportOptions::default());
    assert!(
        page.html
            .contains("\\u003cp\\u003eGhana\\u0026rsquo;s Transport")
    );
    assert!(page.html.contains("data-raw=\"source\""));
    assert!(!page.html.contains("data-cut"));
}

#[test]
fn another_document_is_not_taken_for_the_source() {
    let article = read(&RawDocument::from_bytes(PAGE));
    let changed = PAGE.replace("Mensah", "Mansah");
    assert!(SourceText::new(&RawDocument::from_bytes(changed), &article).is_none());
    assert!(SourceText::new(&RawDocument::from_bytes("short"), &article).is_none());
    assert!(SourceText::new(&RawDocument::default(), &Article::default()).is_none());
}

#[test]
fn a_source_in_another_charset_is_decoded() {
    let bytes = b"Talks in Zagreb\n\nThe minister met \x8aime Kova\xe8 in Zagreb on Friday, the agency said.".to_vec();
    let document = RawDocument {
        charset: Some("windows-1250".into()),
        ..RawDocument::from_bytes(bytes)
    };
    let article = read(&document);
    // The charset is in the record, so the bytes alone are enough.
    let alone = RawDocument::from_bytes(document.bytes.clone());
    let source = SourceText::new(&alone, &article).unwrap();
    let mut corpus = Corpus::default();
    corpus.add(article);
    let page = report(&corpus, &[Some(source)], &ReportOptions::default());
    assert!(page.html.contains("{\"text\":\"Talks in Zagreb"));
    assert!(
        page.html
            .contains("\u{160}ime Kova\u{10d} in Zagreb on Friday")
    );
}

#[test]
fn of_a_long_source_what_stands_around_the_text_is_shown() {
    let page = PAGE.replace(
        "<nav>",
        &format!("<script>{}</script><nav>", "x = 1; ".repeat(30_000)),
    );
    let report = of(&[RawDocument::from_bytes(page)], &ReportOptions::default());
    assert!(report.html.contains("bytes left out"));
    assert!(report.html.contains(" data-cut"));
    assert!(report.html.contains("\\u003cp\\u003eGhana"));
    assert!(report.html.len() < 200_000, "{}", report.html.len());
}

#[test]
fn what_is_left_out_is_said() {
    let documents: Vec<RawDocument> = (0..30).map(text).collect();
    let options = ReportOptions {
        max_articles: 4,
        max_claims: 5,
        max_stories: 1,
        max_entities: 1,
        max_events: 2,
        max_source_bytes: 1,
        ..ReportOptions::default()
    };
    let page = of(&documents, &options);
    let said = page.left_out.join("; ");
    for noun in [
        "articles",
        "claims",
        "people and organisations",
        "places",
        "events",
        "the source of",
    ] {
        assert!(said.contains(noun), "{noun}: {said}");
        assert!(page.html.contains(&said), "{said}");
    }
    assert_eq!(page.html.matches("<article ").count(), 4);
    assert_eq!(page.html.matches("<tr data-by=").count(), 5);
    // No link leads to what is not there.
    for piece in page.html.split("href=\"#").skip(1) {
        let id = piece.split('"').next().unwrap_or_default();
        let held = page.html.contains(&format!(" id=\"{id}\""));
        assert!(held, "#{id}");
    }
}

#[test]
fn what_could_not_be_read_is_listed() {
    let mut corpus = Corpus::default();
    corpus.add(read(&text(1)));
    let mut failed = Article::default();
    failed.source.uri = Some("gone<b>.html".to_owned());
    let note = Diagnostic::new(Severity::Error, "io/unreadable", "no such file");
    failed.diagnostics.push(note);
    corpus.add(failed);
    let page = report(&corpus, &[], &ReportOptions::default());
    assert!(page.html.contains("1 document could not be read"));
    assert!(
        page.html
            .contains("<b>gone&lt;b&gt;.html</b>: no such file")
    );
    assert!(page.summary.starts_with("1 article in 1 story"));
}

#[test]
fn records_without_order_do_no_harm() {
    let mut article = read(&text(1));
    article.blocks.reverse();
    article.mentions.reverse();
    article.claims.reverse();
    article.sentences.clear();
    article.text.truncate(40);
    let mut corpus = Corpus::default();
    corpus.add(article);
    corpus.add(stage::annotate("Nothing but a text in Oslo.", None));
    let page = report(&corpus, &[], &ReportOptions::default());
    assert!(page.html.contains("Nothing but a text in "));
}

#[test]
fn colours_are_those_of_the_notebook() {
    let of = |css: &'static str| {
        let css: String = css.split_whitespace().collect();
        let colour = move |class: &str| {
            let (_, rest) = css.split_once(&format!("{class}{{--cd:"))?;
            let end = rest.find([';', '}'])?;
            Some(rest[..end].to_owned())
        };
        move |class: &str| colour(class)
    };
    let (notebook, page) = (of(crate::STYLE), of(super::STYLE));
    for class in "person place org group title time number alleged denied expected quote".split(' ')
    {
        let class = format!(".cd-{class}");
        assert_eq!(page(&class), notebook(&class), "{class}");
        assert!(page(&class).is_some(), "{class}");
    }
}
