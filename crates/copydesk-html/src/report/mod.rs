//! The report of a corpus: one page that needs nothing else.
//!
//! *What*: the stories with their articles and copies, what happened when, who is who and who is
//! named with whom, where it is, who claims what, and each article with its source beside it.
//! *How*: all of it is HTML that can be read without scripts. The script shows one part at a time,
//! filters, and marks in the source what a value was read from; the sources are data for it, because
//! markup of a page must never become markup of the report. A policy in the page forbids everything
//! but its own style and script, which it names by their hashes.
//! *Bounds*: each list and each text has a length of its own ([`ReportOptions`]); what is left out is
//! said in the page and in [`Report::left_out`].

mod claims;
mod facts;
mod json;
mod people;
mod places;
mod reader;
mod source;
mod stories;
#[cfg(test)]
mod tests;
mod text;
mod timeline;

use base64::{Engine, prelude::BASE64_STANDARD};
use copydesk::{
    corpus::Corpus,
    record::{ClaimStatus, Label},
};
use sha2::{Digest, Sha256};

pub use source::SourceText;

use crate::{counted, escape::push, grouped, said, start};
use facts::{Facts, between};
use reader::Reader;

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");
/// Says before anything is drawn that there are scripts: then no article is laid out that is not open.
const FIRST: &str = "document.documentElement.className=\"js early\"";

/// What a report shows, and how much of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReportOptions {
    /// The title of the page. Default: `Report on 12 articles`.
    pub title: Option<String>,
    /// Articles that can be read in it; those of the largest stories come first. Default 500.
    pub max_articles: usize,
    /// Bytes of the text of one article. Default 40,000.
    pub max_text_bytes: usize,
    /// Bytes of the sources of all articles together; of one article 64 KiB are shown at most.
    /// Others are rebuilt from their records. Default 16 MiB.
    pub max_source_bytes: usize,
    /// Stories. Default 1,000.
    pub max_stories: usize,
    /// Events of the timeline. Default 1,500.
    pub max_events: usize,
    /// Rows of the table of claims; those that are only asserted are left out first. Default 3,000.
    pub max_claims: usize,
    /// People and organisations, and places as many. Default 400.
    pub max_entities: usize,
}

impl Default for ReportOptions {
    fn default() -> Self {
        Self {
            title: None,
            max_articles: 500,
            max_text_bytes: 40_000,
            max_source_bytes: 16 << 20,
            max_stories: 1_000,
            max_events: 1_500,
            max_claims: 3_000,
            max_entities: 400,
        }
    }
}

/// A page, and what is said beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The page.
    pub html: String,
    /// What is in it, in a sentence: `12 articles in 5 stories, …`.
    pub summary: String,
    /// What was left out to keep it usable: `20 of 1,020 articles`.
    pub left_out: Vec<String>,
}

/// What is left out of a report.
#[derive(Debug, Default)]
struct Left(Vec<String>);

impl Left {
    /// Notes that of so many things only some are shown.
    fn note(&mut self, shown: usize, all: usize, one: &str, many: &str) {
        if shown < all {
            let left = grouped(all - shown);
            self.0
                .push(format!("{left} of {}", counted(all, one, many)));
        }
    }

    fn say(&mut self, what: String) {
        self.0.push(what);
    }
}

/// The report of a corpus as one HTML page, which needs no other file and no network.
///
/// `sources` are the sources of the articles, in the order in which they were added to the corpus;
/// where there is none, what the source held is rebuilt from the record, without its markup. The
/// same input gives the same bytes.
///
/// ```
/// use copydesk::{corpus::Corpus, stage};
/// use copydesk_html::{ReportOptions, report};
/// let mut corpus = Corpus::default();
/// corpus.add_on(stage::annotate("Norway's minister met union leaders in Oslo.", None), "2024-05-02");
/// let report = report(&corpus, &[], &ReportOptions::default());
/// assert!(report.html.starts_with("<!doctype html>"));
/// assert!(report.left_out.is_empty());
/// ```
pub fn report(corpus: &Corpus, sources: &[Option<SourceText>], options: &ReportOptions) -> Report {
    let mut facts = Facts::new(corpus);
    let mut left = Left::default();
    let people = people::rows(&facts, options, &mut left);
    let places = places::rows(&facts, options, &mut left);
    for &index in people.iter().chain(&places) {
        facts.rows[index as usize] = true;
    }
    let reader = Reader::new(&mut facts, sources, options, &mut left);
    let mut views = Views::default();
    views.add("stories", "Stories", facts.stories.len(), |out| {
        stories::write(out, &facts, options, &mut left);
    });
    let dated = facts.dated;
    views.add("timeline", "Timeline", dated, |out| {
        timeline::write(out, &facts, options, &mut left);
    });
    views.add("people", "People and organisations", people.len(), |out| {
        people::write(out, &facts, &people);
    });
    views.add("places", "Places", places.len(), |out| {
        places::write(out, &facts, &places);
    });
    let claims = (facts.articles.iter()).map(|article| article.claims.len());
    views.add("claims", "Claims", claims.sum(), |out| {
        claims::write(out, &facts, options, &mut left);
    });
    let articles = facts.articles.len() - facts.unread.len();
    views.add("articles", "Articles", articles, |out| {
        tools(out);
        reader.write(out, &facts);
    });
    let title = options
        .title
        .clone()
        .unwrap_or_else(|| format!("Report on {}", counted(articles, "article", "articles")));
    let mut html = String::with_capacity(views.body.len() + reader.sources().len() + 100_000);
    head(&mut html, &title);
    banner(&mut html, &facts, &title, &left.0);
    views.write(&mut html);
    html.push_str(reader.sources());
    html.push_str("<script>");
    html.push_str(SCRIPT);
    html.push_str("</script></body></html>\n");
    Report {
        html,
        summary: summary(&facts),
        left_out: left.0,
    }
}

/// The parts of the page, one after the other.
#[derive(Default)]
struct Views {
    tabs: String,
    body: String,
}

impl Views {
    fn add(&mut self, id: &str, name: &str, count: usize, write: impl FnOnce(&mut String)) {
        self.tabs.push_str(&format!("<li><a href=\"#{id}\">{name}"));
        if count > 0 {
            self.tabs
                .push_str(&format!(" <span class=\"count\">{}</span>", grouped(count)));
        }
        self.tabs.push_str("</a></li>");
        self.body.push_str(&format!(
            "<section class=\"view\" id=\"{id}\" aria-labelledby=\"{id}-h\"><h2 id=\"{id}-h\" tabindex=\"-1\">{name}</h2>"
        ));
        write(&mut self.body);
        self.body.push_str("</section>");
    }

    fn write(&self, out: &mut String) {
        out.push_str("<nav class=\"tabs\" aria-label=\"Parts of the report\"><ul>");
        out.push_str(&self.tabs);
        out.push_str("</ul></nav><main id=\"main\" tabindex=\"-1\">");
        out.push_str(&self.body);
        out.push_str(
            "</main><footer><p>Made by copydesk. Statuses, names and dates are what the articles say, \
             as far as rules and a small model can tell; each value names the place that it was read \
             from.</p></footer>",
        );
    }
}

/// SHA-256 in base64, as a Content Security Policy names the style and scripts of its page.
fn sha256(text: &str) -> String {
    BASE64_STANDARD.encode(Sha256::digest(text))
}

fn head(out: &mut String, title: &str) {
    let (style, first, script) = (sha256(STYLE), sha256(FIRST), sha256(SCRIPT));
    out.push_str(&format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'sha256-{style}'; script-src 'sha256-{first}' 'sha256-{script}'; \
         img-src data:; base-uri 'none'; form-action 'none'\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><meta name=\"referrer\" content=\"no-referrer\">\
         <link rel=\"icon\" href=\"data:,\">",
    ));
    push(out, "<title>", title, "</title><style>");
    out.push_str(STYLE);
    out.push_str("</style><script>");
    out.push_str(FIRST);
    out.push_str("</script></head><body><a class=\"skip\" href=\"#main\">Skip to the content</a>");
}

/// The buttons of the reader, and what is said of a value that was chosen.
fn tools(out: &mut String) {
    out.push_str(
        "<div class=\"tools js-only\"><div role=\"group\" aria-label=\"How the article is shown\">\
         <button type=\"button\" data-mode=\"clean\">Clean text</button>\
         <button type=\"button\" data-mode=\"source\">Source</button>\
         <button type=\"button\" data-mode=\"both\">Both</button></div>\
         <div role=\"group\" aria-label=\"Articles\"><button type=\"button\" data-step=\"-1\">Previous</button>\
         <button type=\"button\" data-step=\"1\">Next</button></div>\
         <p id=\"value\" aria-live=\"polite\"></p></div>",
    );
}

/// The head of the page: how much there is, and what went wrong.
fn banner(out: &mut String, facts: &Facts<'_>, title: &str, left_out: &[String]) {
    push(out, "<header><h1>", title, "</h1><dl class=\"counts\">");
    let mut tile = |value: String, name: &str, detail: &str| {
        push(out, "<div><dt>", name, "</dt><dd>");
        push(out, "<b>", &value, "</b>");
        if !detail.is_empty() {
            push(out, "<span>", detail, "</span>");
        }
        out.push_str("</dd></div>");
    };
    let read = facts.articles.len() - facts.unread.len();
    let span = facts.span().map(|(first, last, days)| match days {
        1 => between(first, last),
        _ => format!("{}, on {days} days", between(first, last)),
    });
    tile(grouped(read), "articles", &span.unwrap_or_default());
    let shared = facts
        .stories
        .iter()
        .filter(|story| story.articles.len() > 1)
        .count();
    let detail = match shared {
        0 => "each told once".to_owned(),
        _ => format!("{} told more than once", grouped(shared)),
    };
    tile(grouped(facts.stories.len()), "stories", &detail);
    let copies = facts.copy_count();
    tile(
        grouped(copies),
        "copies",
        if copies == 0 {
            ""
        } else {
            "of other articles here"
        },
    );
    let of = |label: Label| {
        let entities = facts.entities.iter();
        grouped(entities.filter(|entity| entity.label == label).count())
    };
    tile(of(Label::Person), "people", "");
    tile(of(Label::Org), "organisations", "");
    let claims = || facts.articles.iter().flat_map(|article| &article.claims);
    tile(grouped(claims().count()), "claims", "");
    let blocks = || facts.articles.iter().flat_map(|article| &article.blocks);
    let dropped = blocks().filter(|block| !block.kept()).count();
    let all = format!(
        "of {} blocks, with their reasons",
        grouped(blocks().count())
    );
    tile(grouped(dropped), "dropped", &all);
    let repairs: usize = facts
        .articles
        .iter()
        .map(|article| article.edits.len())
        .sum();
    tile(
        grouped(repairs),
        "repairs",
        if repairs == 0 {
            ""
        } else {
            "of damaged or disguised text"
        },
    );
    out.push_str("</dl><p class=\"pills\">Claims: ");
    for &status in ClaimStatus::ALL {
        let count = claims().filter(|claim| claim.status == status).count();
        if count > 0 {
            out.push_str(&format!(
                "<a class=\"pill {}\" href=\"#claims\" data-status=\"{status}\">{} {status}</a> ",
                said::class(status),
                grouped(count)
            ));
        }
    }
    out.push_str("</p>");
    failures(out, facts);
    if !left_out.is_empty() {
        out.push_str("<p class=\"notice\">Left out to keep this page usable: ");
        push(out, "", &left_out.join("; "), ".</p>");
    }
    out.push_str(
        "<noscript><p class=\"notice\">Without scripts all parts stand below each other; filters and the \
         source beside an article need them.</p></noscript></header>",
    );
}

/// Failures that are listed.
const MOST_FAILURES: usize = 200;

fn failures(out: &mut String, facts: &Facts<'_>) {
    let failures = facts.failures();
    if failures.is_empty() {
        return;
    }
    out.push_str(&format!(
        "<details class=\"failures\"><summary>{} could not be read</summary><ul>",
        counted(failures.len(), "document", "documents")
    ));
    for (uri, message) in failures.iter().take(MOST_FAILURES) {
        push(out, "<li><b>", uri, "</b>: ");
        push(out, "", start(message, 400), "</li>");
    }
    if failures.len() > MOST_FAILURES {
        out.push_str(&format!(
            "<li>and {} more</li>",
            failures.len() - MOST_FAILURES
        ));
    }
    out.push_str("</ul></details>");
}

fn summary(facts: &Facts<'_>) -> String {
    let read = facts.articles.len() - facts.unread.len();
    let claims: usize = facts
        .articles
        .iter()
        .map(|article| article.claims.len())
        .sum();
    format!(
        "{} in {}, {}, {}",
        counted(read, "article", "articles"),
        counted(facts.stories.len(), "story", "stories"),
        counted(facts.copy_count(), "copy", "copies"),
        counted(claims, "claim", "claims"),
    )
}
