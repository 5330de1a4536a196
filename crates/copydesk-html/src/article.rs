//! The article as a notebook shows it: one self-contained piece of HTML without scripts.

use copydesk::{
    Article, CodePoints,
    record::{ClaimStatus, Label},
};

use crate::{
    blocks, clip, counted, escape::push, grouped, lists, opened, said, statements, text::Writer,
    tip,
};

/// Bytes of a value of the metadata, and authors, that are shown.
const LONGEST_WORDS: usize = 300;
const MOST_AUTHORS: usize = 20;
/// Below this score it is said that a page may be no article.
const UNLIKELY: f32 = 0.5;

/// The piece of HTML for `article`; `points` indexes its text.
///
/// ```
/// use copydesk::{CodePoints, stage};
/// let article = stage::annotate("Solheim flew to Oslo on 3 May 2024.", None);
/// let html = copydesk_html::article(&article, &CodePoints::new(&article.text));
/// assert!(html.starts_with("<div class=\"copydesk-article\">"));
/// ```
pub fn article(article: &Article, points: &CodePoints) -> String {
    let mut out = opened(article.text.len().min(400_000) * 4);
    let words = Writer::new(article, points);
    let title = title(&mut out, article, &words);
    head(&mut out, article);
    legend(&mut out, article, &words);
    if title < article.text.len() as u32 {
        blocks::body(&mut out, &words, title);
    } else if title == 0 {
        out.push_str("<p class=\"cd-more\">No text.</p>");
    }
    if article.failed() {
        lists::diagnostics(&mut out, article);
    }
    lists::repairs(&mut out, article);
    lists::dropped(&mut out, article);
    lists::entities(&mut out, article);
    statements::quotes(&mut out, article);
    statements::claims(&mut out, article);
    statements::events(&mut out, article);
    lists::values(&mut out, article);
    if !article.failed() {
        lists::diagnostics(&mut out, article);
    }
    out.push_str("</div>");
    out
}

/// Appends the title and says where in the text the body begins. A title that is part of the text
/// is shown once, above it, with its highlights.
fn title(out: &mut String, article: &Article, words: &Writer<'_>) -> u32 {
    out.push_str("<h3");
    blocks::language(out, article.language.as_deref());
    out.push('>');
    let in_text = (article.text.len() - article.body().len()) as u32;
    if in_text > 0 {
        let title = article.text[..in_text as usize].trim_end();
        // A title is shown as far as a text is.
        let end = (title.len() as u32).min(words.points.to_byte(crate::LONGEST_TEXT));
        words.write(out, copydesk::Span::new(0, end));
    } else {
        let title = article.title.as_deref().unwrap_or("Untitled");
        push(out, "", &clip(title, 2_000), "");
    }
    out.push_str("</h3>");
    in_text
}

/// Appends what is known of the page: each value, and where it was read.
fn head(out: &mut String, article: &Article) {
    out.push_str("<div class=\"cd-scroll\"><table class=\"cd-head\"><tbody>");
    let evidence = |field: &str, at: usize| {
        let mut found = article.evidence.iter().filter(|found| found.field == field);
        let Some(found) = found.nth(at) else {
            return String::new();
        };
        let from = clip(&found.from, LONGEST_WORDS);
        match found.source {
            Some(span) => format!("read from {from}, {}", tip::source(article, span)),
            None if from == "detected" => "told from the text".to_owned(),
            None => format!("read from {from}"),
        }
    };
    let mut row = |name: &str, value: &str, from: &str| {
        push(out, "<tr><th scope=\"row\">", name, "</th>");
        push(out, "<td><bdi>", &clip(value, LONGEST_WORDS), "</bdi>");
        if !from.is_empty() {
            push(out, " <span class=\"cd-from\">", from, "</span>");
        }
        out.push_str("</td></tr>");
    };
    if article.title.is_some() && !evidence("title", 0).is_empty() {
        row("title", "as above", &evidence("title", 0));
    }
    match &article.published {
        Some(date) => row("published", date, &evidence("published", 0)),
        None => row("published", "no date found", ""),
    }
    let source = &article.source;
    for (name, value) in [
        ("modified", &article.modified),
        ("site", &article.site),
        ("section", &article.section),
        ("language", &article.language),
    ] {
        if let Some(value) = value {
            row(name, value, &evidence(name, 0));
        }
    }
    for (at, author) in article.byline.iter().take(MOST_AUTHORS).enumerate() {
        row("by", author, &evidence("byline", at));
    }
    if article.byline.len() > MOST_AUTHORS {
        let rest = article.byline.len() - MOST_AUTHORS;
        row(
            "by",
            &format!(
                "{} in .byline",
                counted(rest, "more author", "more authors")
            ),
            "",
        );
    }
    if let Some(address) = &article.canonical_url {
        row("address", address, &evidence("canonical_url", 0));
    }
    let uri = source.uri.as_deref().unwrap_or("given as content");
    let mut read = Vec::new();
    if !source.media_type.is_empty() {
        read.push(source.media_type.clone());
    }
    if !source.charset.is_empty() {
        read.push(format!("{} ({})", source.charset, source.charset_evidence));
    }
    read.push(format!("{} bytes", grouped(source.bytes as usize)));
    row("source", uri, &read.join(" \u{b7} "));
    if let Some(fetched) = &source.fetched {
        row("fetched", fetched, "");
    }
    if article.article_score < UNLIKELY && !article.blocks.is_empty() {
        let score = format!("{} of 1", tip::score(article.article_score));
        row("article score", &score, "it may be a list or a front page");
    }
    out.push_str("</tbody></table></div>");
}

/// What is marked and underlined in the text, with its colours and how often it is there.
fn legend(out: &mut String, article: &Article, words: &Writer<'_>) {
    let mut marks: Vec<(&str, &str, bool, usize)> = Vec::new();
    for mark in &words.marks {
        let reference = mark.is_reference();
        match marks.iter_mut().find(|known| known.1 == mark.name) {
            Some(known) => known.3 += 1,
            None if reference => marks.push(("cd-thing", mark.name, true, 1)),
            None => marks.push((mark.class, mark.name, false, 1)),
        }
    }
    let order = |name: &str| {
        let of_name = |label: &Label| label.as_str() == name;
        Label::ALL.iter().position(of_name).unwrap_or(usize::MAX)
    };
    marks.sort_by_key(|&(_, name, reference, _)| (reference, order(name)));
    let statuses: Vec<(ClaimStatus, usize)> = (ClaimStatus::ALL.iter())
        .map(|&status| {
            let claims = article.claims.iter();
            (
                status,
                claims.filter(|claim| claim.status == status).count(),
            )
        })
        .filter(|&(_, count)| count > 0)
        .collect();
    let (quotes, edits) = (article.quotes.len(), article.edits.len());
    if marks.is_empty() && statuses.is_empty() && quotes == 0 && edits == 0 {
        return;
    }
    out.push_str("<div class=\"cd-legend\">");
    for (class, name, reference, count) in marks {
        let class = if reference { "cd-thing cd-ref" } else { class };
        push(out, "<mark class=\"", class, "\">");
        out.push_str(&format!("{name} {}</mark> ", grouped(count)));
    }
    let mut line = |class: &str, name: &str, count: usize| {
        let count = grouped(count);
        out.push_str(&format!(
            "<span class=\"cd-said {class}\">{name} {count}</span> "
        ));
    };
    if quotes > 0 {
        line("cd-quote", "quote", quotes);
    }
    for (status, count) in statuses {
        line(said::class(status), status.as_str(), count);
    }
    if edits > 0 {
        let edits = grouped(edits);
        out.push_str(&format!("<u class=\"cd-edit\">repaired {edits}</u>"));
    }
    out.push_str("</div>");
}
