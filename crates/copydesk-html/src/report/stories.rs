//! The stories: which articles tell of one thing, and which of them are copies.

use std::collections::BTreeSet;

use copydesk::{
    record::{ClaimStatus, Label},
    stories::Story,
};

use super::{
    Left, ReportOptions,
    facts::{Facts, between, spoken},
};
use crate::{counted, escape::push, said};

/// Names of a story that are shown.
const MOST_NAMES: usize = 6;

/// Appends the stories, those of most articles first.
pub(super) fn write(out: &mut String, facts: &Facts<'_>, options: &ReportOptions, left: &mut Left) {
    if facts.stories.is_empty() {
        out.push_str("<p class=\"nothing\">No article was read.</p>");
        return;
    }
    let shown = facts.stories.len().min(options.max_stories);
    left.note(shown, facts.stories.len(), "story", "stories");
    out.push_str(
        "<div class=\"filters js-only\"><label>Find a story <input type=\"search\" \
         data-filter=\"stories\" autocomplete=\"off\"></label>\
         <output id=\"stories-count\" aria-live=\"polite\"></output></div><ol id=\"stories-list\" class=\"stories\">",
    );
    for (place, story) in facts.stories.iter().take(shown).enumerate() {
        one(out, facts, place, story);
    }
    out.push_str("</ol>");
}

fn one(out: &mut String, facts: &Facts<'_>, place: usize, story: &Story) {
    let headline = if story.headline.trim().is_empty() {
        facts.title(story.articles.first().copied().unwrap_or_default())
    } else {
        story.headline.as_str().into()
    };
    out.push_str(&format!("<li class=\"story\" id=\"s{place}\">"));
    let alone = match story.articles[..] {
        [at] => Some(at),
        _ => None,
    };
    match alone {
        Some(at) => {
            out.push_str("<h3>");
            link(out, facts, at);
            out.push_str("</h3><p class=\"facts\">");
        }
        None => push(out, "<h3>", &headline, "</h3><p class=\"facts\">"),
    }
    let mut parts = vec![counted(story.articles.len(), "article", "articles")];
    let copies = story
        .articles
        .iter()
        .filter(|&&at| facts.is_copy(at))
        .count();
    if copies > 0 {
        parts.push(format!("{} among them", counted(copies, "copy", "copies")));
    }
    let outlets: BTreeSet<&str> = (story.articles.iter())
        .filter_map(|&at| facts.outlet(at))
        .collect();
    match (alone.and_then(|at| facts.outlet(at)), outlets.len()) {
        (Some(outlet), _) => parts.push(outlet.to_owned()),
        (None, 2..) => parts.push(counted(outlets.len(), "outlet", "outlets")),
        _ => {}
    }
    if let (Some(first), Some(last)) = (&story.first_day, &story.last_day) {
        parts.push(between(first, last));
    }
    push(out, "", &parts.join(" \u{b7} "), "");
    if let Some(at) = alone {
        copy(out, facts, at);
    }
    out.push_str("</p>");
    statuses(out, facts, place, story);
    if alone.is_none() {
        told(out, facts, story);
    }
    names(out, facts, story);
    out.push_str("</li>");
}

/// The articles of a story, in order of their days.
fn told(out: &mut String, facts: &Facts<'_>, story: &Story) {
    out.push_str("<ol class=\"told\">");
    for &at in &story.articles {
        out.push_str("<li>");
        match facts.days.get(at as usize).and_then(Option::as_deref) {
            Some(day) => {
                push(out, "<time datetime=\"", day, "\">");
                push(out, "", &spoken(day), "</time>");
            }
            None => out.push_str("<span class=\"undated\">no date</span>"),
        }
        out.push_str("<span class=\"what\">");
        link(out, facts, at);
        if let Some(outlet) = facts.outlet(at) {
            push(out, " <span class=\"outlet\">", outlet, "</span>");
        }
        copy(out, facts, at);
        out.push_str("</span></li>");
    }
    out.push_str("</ol>");
}

/// How many claims of each status the articles make, as links to the table of claims.
fn statuses(out: &mut String, facts: &Facts<'_>, place: usize, story: &Story) {
    let claims = || {
        let articles = story.articles.iter();
        let articles = articles.filter_map(|&at| facts.articles.get(at as usize));
        articles.flat_map(|article| &article.claims)
    };
    if claims().next().is_none() {
        return;
    }
    out.push_str("<p class=\"pills\">");
    for &status in ClaimStatus::ALL {
        let count = claims().filter(|claim| claim.status == status).count();
        if count == 0 {
            continue;
        }
        let class = said::class(status);
        out.push_str(&format!(
            "<a class=\"pill {class}\" href=\"#claims\" data-story=\"{place}\" \
             data-status=\"{status}\">{count} {status}</a> "
        ));
    }
    out.push_str("</p>");
}

fn names(out: &mut String, facts: &Facts<'_>, story: &Story) {
    let mut shown: Vec<u32> = Vec::new();
    for name in &story.entities {
        let index = facts.entity_of(name.first.0, name.first.1);
        if let Some(index) = index
            && !shown.contains(&index)
            && shown.len() < MOST_NAMES
        {
            shown.push(index);
        }
    }
    if shown.is_empty() {
        return;
    }
    out.push_str("<p class=\"names\">Names: ");
    for (at, &index) in shown.iter().enumerate() {
        out.push_str(if at > 0 { ", " } else { "" });
        name(out, facts, index);
    }
    out.push_str("</p>");
}

/// Appends the name of an entity, a link where it has a row.
pub(super) fn name(out: &mut String, facts: &Facts<'_>, index: u32) {
    let Some(entity) = facts.entities.get(index as usize) else {
        return;
    };
    let row = match entity.label {
        Label::Person | Label::Org if facts.has_row(index) => 'p',
        Label::Gpe | Label::Loc | Label::Fac if facts.has_row(index) => 'g',
        _ => {
            push(out, "", &entity.name, "");
            return;
        }
    };
    out.push_str(&format!("<a href=\"#{row}{index}\">"));
    push(out, "", &entity.name, "</a>");
}

/// Appends the title of an article, a link where the reader holds it.
fn link(out: &mut String, facts: &Facts<'_>, at: u32) {
    link_to(out, facts, at, "");
}

/// The same, as a link to a place in the article: `-m3` is its fourth mention.
pub(super) fn link_to(out: &mut String, facts: &Facts<'_>, at: u32, place: &str) {
    let title = facts.title(at);
    if facts.in_reader.get(at as usize) == Some(&true) {
        out.push_str(&format!("<a href=\"#a{at}{place}\">"));
        push(out, "", &title, "</a>");
    } else {
        push(out, "", &title, "");
    }
}

/// Appends of what an article is a copy, and how.
pub(super) fn copy(out: &mut String, facts: &Facts<'_>, at: u32) {
    let Some(copy) = facts.copies.get(at as usize) else {
        return;
    };
    if let (Some(of), Some(kind)) = (copy.dup_of, copy.dup_kind) {
        out.push_str(&format!(
            " <span class=\"badge copy\">{kind} copy of \u{201c}"
        ));
        link(out, facts, of);
        out.push('\u{201d}');
        if let Some(score) = copy.score {
            out.push_str(&format!(", {:.0} % of the text", score * 100.0));
        }
        out.push_str("</span>");
    } else if copy.dup_group.is_some() {
        out.push_str(" <span class=\"badge original\">original</span>");
    }
    let article = facts.articles.get(at as usize);
    if article.is_some_and(|article| article.article_score < 0.5) {
        out.push_str(" <span class=\"badge\">probably no article</span>");
    }
}
