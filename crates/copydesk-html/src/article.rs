//! The article as a notebook shows it: one self-contained piece of HTML without scripts.
//!
//! Colours are mixed into `currentColor` and
//! transparency, so that the same piece reads well on light and dark ground, whichever of the
//! two the notebook (and not the system) has chosen.

use copydesk::{
    Article, CodePoints,
    record::{ClaimStatus, Label},
};

use crate::{LONGEST_LIST, LONGEST_TEXT, STYLE, escape::push, said, start, statements, text};

/// The piece of HTML for `article`; `points` indexes its text.
pub fn article(article: &Article, points: &CodePoints) -> String {
    let mut out = String::with_capacity(article.text.len() * 2 + 4_096);
    out.push_str("<div class=\"copydesk-article\"><style>");
    out.push_str(STYLE);
    out.push_str("</style>");
    let mut words = text::Writer::new(article, points);
    head(&mut out, article, &mut words);
    legend(&mut out, article);
    words.rest(&mut out, LONGEST_TEXT);
    statements::claims(&mut out, article);
    statements::events(&mut out, article);
    dropped(&mut out, article);
    diagnostics(&mut out, article);
    out.push_str("</div>");
    out
}

fn head(out: &mut String, article: &Article, words: &mut text::Writer<'_>) {
    // A title that is part of the text is shown once, above it, with its highlights.
    let in_text = article.text.len() - article.body().len();
    if in_text > 0 && article.text.len() > in_text {
        out.push_str("<h3>");
        words.title(out, in_text as u32);
        out.push_str("</h3>");
    } else {
        let title = article.title.as_deref().unwrap_or("Untitled");
        push(out, "<h3>", title, "</h3>");
    }
    let evidence = |field: &str| {
        let found = article.evidence.iter().find(|found| found.field == field);
        found.map_or("", |found| found.from.as_ref())
    };
    let mut line = |field: &str, value: &str| {
        out.push_str("<span");
        if !evidence(field).is_empty() {
            push(out, " title=\"from ", evidence(field), "\"");
        }
        push(out, ">", value, "</span>");
    };
    for author in &article.byline {
        line("byline", author);
    }
    for (field, value) in [
        ("published", &article.published),
        ("site", &article.site),
        ("language", &article.language),
    ] {
        if let Some(value) = value {
            line(field, value);
        }
    }
    let source = &article.source;
    let uri = source.uri.as_deref().unwrap_or("given as content");
    push(out, "<div class=\"cd-source\">", uri, "");
    for part in [&source.media_type, &source.charset] {
        push(out, " \u{b7} ", part, "");
    }
    out.push_str(&format!(" \u{b7} {} bytes</div>", source.bytes));
}

/// The labels and statuses that the text holds, with their colours.
fn legend(out: &mut String, article: &Article) {
    let held = |label: &Label| {
        article
            .mentions
            .iter()
            .any(|mention| mention.label == *label)
    };
    let labels: Vec<_> = Label::ALL.iter().copied().filter(held).collect();
    let statuses: Vec<_> = (ClaimStatus::ALL.iter().copied())
        .filter(|&status| article.claims.iter().any(|claim| claim.status == status))
        .collect();
    let nothing = labels.is_empty() && statuses.is_empty() && article.quotes.is_empty();
    if nothing && article.edits.is_empty() {
        return;
    }
    out.push_str("<div class=\"cd-legend\">");
    for label in labels {
        let class = text::class(label);
        out.push_str(&format!("<mark class=\"{class}\">{label}</mark> "));
    }
    if !article.quotes.is_empty() {
        out.push_str("<span class=\"cd-said cd-quote\">quote</span> ");
    }
    for status in statuses {
        let class = said::class(status);
        out.push_str(&format!("<span class=\"cd-said {class}\">{status}</span> "));
    }
    if !article.edits.is_empty() {
        out.push_str("<u class=\"cd-edit\">repaired</u>");
    }
    out.push_str("</div>");
}

fn dropped(out: &mut String, article: &Article) {
    let blocks = || article.blocks.iter().filter(|block| !block.kept());
    let count = blocks().count();
    if count == 0 {
        return;
    }
    let noun = if count == 1 { "block" } else { "blocks" };
    out.push_str(&format!(
        "<details><summary>{count} {noun} dropped</summary><table>"
    ));
    let mut budget = LONGEST_TEXT as usize;
    let mut shown = 0;
    for block in blocks().take(LONGEST_LIST) {
        let words = block.content.as_str();
        let cut = start(words, budget).len();
        budget -= cut;
        let reason = block.dropped.map_or("dropped", |reason| reason.as_str());
        push(out, "<tr><th>", reason, "</th>");
        push(out, "<td>", &words[..cut], "");
        out.push_str(if cut < words.len() {
            "\u{2026}</td></tr>"
        } else {
            "</td></tr>"
        });
        shown += 1;
        if budget == 0 {
            break;
        }
    }
    out.push_str("</table>");
    if shown < count {
        let rest = count - shown;
        out.push_str(&format!(
            "<p class=\"cd-more\">and {rest} more in .blocks</p>"
        ));
    }
    out.push_str("</details>");
}

fn diagnostics(out: &mut String, article: &Article) {
    let count = article.diagnostics.len();
    if count == 0 {
        return;
    }
    let noun = if count == 1 {
        "diagnostic"
    } else {
        "diagnostics"
    };
    let open = if article.failed() { " open" } else { "" };
    out.push_str(&format!(
        "<details{open}><summary>{count} {noun}</summary><table>"
    ));
    for note in article.diagnostics.iter().take(LONGEST_LIST) {
        push(out, "<tr><th>", note.severity.as_str(), "</th>");
        push(out, "<td><code>", &note.code, "</code> ");
        push(out, "", &note.message, "</td></tr>");
    }
    out.push_str("</table>");
    if count > LONGEST_LIST {
        let rest = count - LONGEST_LIST;
        out.push_str(&format!(
            "<p class=\"cd-more\">and {rest} more in .diagnostics</p>"
        ));
    }
    out.push_str("</details>");
}
