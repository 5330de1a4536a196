//! The lists of claims and events below the text.

use copydesk::{
    Article,
    record::{Event, Participant},
};

use crate::{LONGEST_LIST, escape::push, said, start};

/// Bytes of a claim or a participant that are shown.
const LONGEST_WORDS: usize = 200;
/// Participants on one side of an event that are shown.
const MOST_SIDES: usize = 5;

/// Appends the claims: status, source, words.
pub(crate) fn claims(out: &mut String, article: &Article) {
    let count = article.claims.len();
    if count == 0 {
        return;
    }
    let noun = if count == 1 { "claim" } else { "claims" };
    open(out, count, noun);
    for claim in article.claims.iter().take(LONGEST_LIST) {
        let status = claim.status;
        out.push_str(&format!(
            "<tr><th><span class=\"cd-said {}\">{status}</span></th><td>",
            said::class(status)
        ));
        match claim.source {
            Some(span) => push(out, "", cut(span.of(&article.text)), ""),
            None => out.push_str(claim.source_kind.as_str()),
        }
        for (at, name) in said::denied_by(article, claim).take(MOST_SIDES).enumerate() {
            let before = if at == 0 { "; denied by " } else { ", " };
            push(out, before, cut(name), "");
        }
        let words = claim.content.of(&article.text);
        push(out, "</td><td>", cut(words), "");
        out.push_str(if cut(words).len() < words.len() {
            "\u{2026}</td></tr>"
        } else {
            "</td></tr>"
        });
    }
    close(out, count, ".claims");
}

/// Appends the events: root and status, who and whom, when, where.
pub(crate) fn events(out: &mut String, article: &Article) {
    let count = article.events.len();
    if count == 0 {
        return;
    }
    let noun = if count == 1 { "event" } else { "events" };
    open(out, count, noun);
    for event in article.events.iter().take(LONGEST_LIST) {
        row(out, article, event);
    }
    close(out, count, ".events");
}

fn row(out: &mut String, article: &Article, event: &Event) {
    let (class, status) = (said::class(event.status), event.status);
    out.push_str(&format!(
        "<tr><th><span class=\"cd-said {class}\" title=\"{status}\">{}</span></th><td>",
        event.root
    ));
    side(out, article, &event.who);
    push(out, " <b>", cut(event.trigger.of(&article.text)), "</b>");
    out.push_str(" \u{2192} ");
    side(out, article, &event.whom);
    let when = event.when.as_ref().map_or("", |when| when.value.as_str());
    push(out, "</td><td>", cut(when), "</td><td>");
    if let Some(place) = &event.place {
        push(out, "", name(article, place), "");
    }
    out.push_str("</td></tr>");
}

fn side(out: &mut String, article: &Article, participants: &[Participant]) {
    if participants.is_empty() {
        out.push('\u{2013}');
    }
    for (at, participant) in participants.iter().take(MOST_SIDES).enumerate() {
        let before = if at == 0 { "" } else { ", " };
        push(out, before, name(article, participant), "");
    }
    if participants.len() > MOST_SIDES {
        out.push_str(", \u{2026}");
    }
}

/// The name of the entity, which says more than a pronoun; else the words.
fn name<'a>(article: &'a Article, participant: &Participant) -> &'a str {
    let entity = participant.entity;
    let entity = entity.and_then(|index| article.entities.get(index as usize));
    cut(entity.map_or_else(
        || participant.span.of(&article.text),
        |entity| entity.name.as_str(),
    ))
}

fn open(out: &mut String, count: usize, noun: &str) {
    out.push_str(&format!(
        "<details><summary>{count} {noun}</summary><table>"
    ));
}

fn close(out: &mut String, count: usize, list: &str) {
    out.push_str("</table>");
    if count > LONGEST_LIST {
        let rest = count - LONGEST_LIST;
        out.push_str(&format!(
            "<p class=\"cd-more\">and {rest} more in {list}</p>"
        ));
    }
    out.push_str("</details>");
}

fn cut(words: &str) -> &str {
    start(words, LONGEST_WORDS)
}
