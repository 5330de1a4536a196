//! The table of claims: who says what, and whether it is so.

use std::collections::BTreeMap;

use copydesk::record::{Claim, ClaimStatus, SourceKind};

use super::{Left, ReportOptions, facts::Facts};
use crate::{clip, counted, escape::push, said, start};

/// Bytes of a claim that are shown.
const LONGEST_CLAIM: usize = 320;
/// Bytes of a title in a list to choose from.
const LONGEST_CHOICE: usize = 80;
/// Bytes of the name of a source that are shown.
const LONGEST_NAME: usize = 100;

/// A claim of an article.
struct Row<'a> {
    document: u32,
    number: usize,
    claim: &'a Claim,
    /// By what claims of one source are found, and what it is called.
    key: String,
    by: String,
}

/// Appends the table and its filters.
pub(super) fn write(out: &mut String, facts: &Facts<'_>, options: &ReportOptions, left: &mut Left) {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for document in facts.in_order() {
        let article = facts.articles[document as usize];
        for (number, claim) in article.claims.iter().enumerate() {
            let (key, by) = source(facts, document, claim);
            rows.push(Row {
                document,
                number,
                claim,
                key,
                by,
            });
        }
    }
    let all = rows.len();
    if all == 0 {
        out.push_str("<p class=\"nothing\">No claim was found.</p>");
        return;
    }
    if all > options.max_claims {
        // What is only asserted is the bulk, and what is disputed is looked for.
        let plain = |row: &Row<'_>| row.claim.status == ClaimStatus::Confirmed;
        let mut order: Vec<usize> = (0..all).collect();
        order.sort_by_key(|&at| (plain(&rows[at]), at));
        let mut keep = vec![false; all];
        for &at in order.iter().take(options.max_claims) {
            keep[at] = true;
        }
        let mut keep = keep.into_iter();
        rows.retain(|_| keep.next() == Some(true));
    }
    left.note(rows.len(), all, "claim", "claims");
    filters(out, facts, &rows);
    out.push_str(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of claims\">\
         <table id=\"claims-table\"><thead><tr>\
         <th scope=\"col\" data-sort>Status</th><th scope=\"col\" data-sort>Who says so</th>\
         <th scope=\"col\">Claim</th><th scope=\"col\" data-sort>Article</th>\
         <th scope=\"col\" data-sort>Day</th></tr></thead><tbody>",
    );
    for row in &rows {
        self::row(out, facts, row);
    }
    out.push_str("</tbody></table></div>");
}

fn filters(out: &mut String, facts: &Facts<'_>, rows: &[Row<'_>]) {
    out.push_str(
        "<form class=\"filters js-only\" id=\"claims-filters\"><fieldset><legend>Status</legend>",
    );
    for &status in ClaimStatus::ALL {
        let count = rows.iter().filter(|row| row.claim.status == status).count();
        if count > 0 {
            out.push_str(&format!(
                "<label class=\"pill {}\"><input type=\"checkbox\" name=\"status\" \
                 value=\"{status}\" checked> {status} ({count})</label> ",
                said::class(status)
            ));
        }
    }
    out.push_str(
        "</fieldset><label>Who says so <select name=\"by\"><option value=\"\">anybody</option>",
    );
    let mut sources: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    for row in rows {
        sources.entry(&row.key).or_insert((&row.by, 0)).1 += 1;
    }
    for (key, name) in GENERAL {
        if let Some((_, count)) = sources.remove(key) {
            out.push_str(&format!(
                "<option value=\"{key}\">{name} ({count})</option>"
            ));
        }
    }
    let mut named: Vec<_> = sources.into_iter().collect();
    named.sort_by_key(|(_, (name, count))| (std::cmp::Reverse(*count), *name));
    for (key, (name, count)) in named {
        push(out, "<option value=\"", key, "\">");
        push(out, "", name, "");
        out.push_str(&format!(" ({count})</option>"));
    }
    out.push_str("</select></label><label>Story <select name=\"story\"><option value=\"\">all stories</option>");
    let mut told: BTreeMap<u32, usize> = BTreeMap::new();
    for story in rows
        .iter()
        .filter_map(|row| facts.story_of[row.document as usize])
    {
        *told.entry(story).or_default() += 1;
    }
    for (place, count) in told {
        let headline = clip(&facts.stories[place as usize].headline, LONGEST_CHOICE);
        out.push_str(&format!("<option value=\"{place}\">"));
        push(out, "", &headline, &format!(" ({count})</option>"));
    }
    out.push_str("</select></label><label>Article <select name=\"article\"><option value=\"\">all articles</option>");
    let mut before = None;
    for row in rows {
        if before == Some(row.document) {
            continue;
        }
        before = Some(row.document);
        out.push_str(&format!("<option value=\"{}\">", row.document));
        let title = clip(&facts.title(row.document), LONGEST_CHOICE);
        push(out, "", &title, "</option>");
    }
    out.push_str(&format!(
        "</select></label><label>Words <input type=\"search\" name=\"words\" autocomplete=\"off\">\
         </label><button type=\"button\">Show all</button>\
         <output id=\"claims-count\" aria-live=\"polite\">{}</output></form>",
        counted(rows.len(), "claim", "claims")
    ));
}

const GENERAL: [(&str, &str); 3] = [
    ("article", "the article itself"),
    ("unnamed", "somebody without a name"),
    ("missing", "not said who"),
];

/// By what claims of one source are found, and what it is called.
fn source(facts: &Facts<'_>, document: u32, claim: &Claim) -> (String, String) {
    let article = facts.articles[document as usize];
    let words = claim.source.map_or("", |span| span.of(&article.text));
    let entity = claim.source_entity;
    let index = entity.and_then(|entity| facts.entity_of(document, entity));
    if let Some(index) = index
        && claim.source_kind == SourceKind::Named
        && let Some(entity) = facts.entities.get(index as usize)
    {
        return (format!("e{index}"), entity.name.clone());
    }
    let words = start(words, LONGEST_NAME).trim();
    match claim.source_kind {
        SourceKind::Article => ("article".to_owned(), "the article itself".to_owned()),
        SourceKind::Unnamed => {
            let by = if words.is_empty() {
                "somebody without a name"
            } else {
                words
            };
            ("unnamed".to_owned(), by.to_owned())
        }
        SourceKind::Named if !words.is_empty() => {
            (format!("w{}", words.to_lowercase()), words.to_owned())
        }
        _ => ("missing".to_owned(), "not said who".to_owned()),
    }
}

fn row(out: &mut String, facts: &Facts<'_>, row: &Row<'_>) {
    let Row {
        document,
        number,
        claim,
        ..
    } = *row;
    let article = facts.articles[document as usize];
    let status = claim.status;
    push(out, "<tr data-by=\"", &row.key, "\"");
    let story = facts.story_of[document as usize].unwrap_or_default();
    out.push_str(&format!(
        " data-status=\"{status}\" data-story=\"{story}\" data-article=\"{document}\">\
         <td><span class=\"pill {}\">{status}</span></td><td>",
        said::class(status)
    ));
    push(out, "", start(&row.by, LONGEST_NAME), "</td><td>");
    let words = clip(claim.content.of(&article.text), LONGEST_CLAIM);
    if facts.in_reader[document as usize] {
        out.push_str(&format!("<a href=\"#a{document}-c{number}\">"));
        push(out, "", &words, "</a>");
    } else {
        push(out, "", &words, "");
    }
    for (at, name) in said::denied_by(article, claim).take(5).enumerate() {
        let before = if at == 0 {
            "<br><span class=\"facts\">denied by "
        } else {
            ", "
        };
        push(out, before, start(name, LONGEST_NAME), "");
    }
    if !claim.denied_by.is_empty() {
        out.push_str("</span>");
    }
    let hedges = claim
        .hedges
        .iter()
        .take(4)
        .map(|hedge| hedge.cue.of(&article.text));
    let hedges: Vec<&str> = hedges.filter(|words| !words.is_empty()).collect();
    if !hedges.is_empty() {
        let hedges = hedges.join("\u{201d}, \u{201c}");
        push(
            out,
            "<br><span class=\"facts\">held back by \u{201c}",
            start(&hedges, 120),
            "\u{201d}</span>",
        );
    }
    push(out, "</td><td>", &facts.title(document), "");
    let day = facts.days[document as usize]
        .as_deref()
        .unwrap_or("no date");
    push(out, "</td><td class=\"day\">", day, "</td></tr>");
}
