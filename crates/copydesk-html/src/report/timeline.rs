//! What happened when, as all articles together tell it.

use copydesk::corpus::{EventGroup, EventMember, TimelineEntry};
use jiff::civil::Date;

use super::{
    Left, ReportOptions,
    facts::{Facts, between, spoken},
    stories::{link_to, name},
};
use crate::{clip, counted, escape::push, said};

/// Bytes of a clause that are shown.
const LONGEST_CLAUSE: usize = 320;
/// Events of one date that are shown.
const MOST_EVENTS: usize = 60;
/// Articles that are named beside an event.
const MOST_TELLERS: usize = 12;

/// Appends the timeline.
pub(super) fn write(out: &mut String, facts: &Facts<'_>, options: &ReportOptions, left: &mut Left) {
    let (entries, all) = (&facts.timeline, facts.dated);
    let events: usize = (facts.articles.iter())
        .map(|article| article.events.len())
        .sum();
    if all == 0 {
        out.push_str("<p class=\"nothing\">No event with a date was found.</p>");
        return;
    }
    if events > all {
        out.push_str(&format!(
            "<p class=\"facts\">{} more, of which neither the words nor the day of the article give a date.</p>",
            counted(events - all, "event", "events")
        ));
    }
    out.push_str(
        "<div class=\"filters js-only\"><label>Find an event <input type=\"search\" \
         data-filter=\"timeline\" autocomplete=\"off\"></label>\
         <output id=\"timeline-count\" aria-live=\"polite\"></output></div><ol id=\"timeline-list\" class=\"timeline\">",
    );
    let mut shown = 0;
    for entry in entries {
        let room = options.max_events.saturating_sub(shown).min(MOST_EVENTS);
        if room == 0 {
            continue;
        }
        shown += one(out, facts, entry, room);
    }
    out.push_str("</ol>");
    left.note(shown, all, "event", "events");
}

fn one(out: &mut String, facts: &Facts<'_>, entry: &TimelineEntry, room: usize) -> usize {
    out.push_str("<li class=\"date\"><h3>");
    let [first, behind] = &entry.interval;
    let last = day_before(behind);
    // A week or a season is told by its days.
    let words = match spoken(&entry.date) {
        std::borrow::Cow::Borrowed(date) if date.len() != 4 => between(first, &last),
        words => words.into_owned(),
    };
    push(out, "<time datetime=\"", first, "\">");
    push(out, "", &words, "</time></h3><ul>");
    // Events without sides are never one for the corpus; the same words of a copy are, for a reader.
    let mut merged: Vec<(&EventGroup, Vec<EventMember>)> = Vec::new();
    for event in &entry.events {
        let same = |(other, _): &&mut (&EventGroup, Vec<EventMember>)| {
            other.root == event.root && other.status == event.status && other.text == event.text
        };
        if let Some((_, members)) = merged.iter_mut().find(same) {
            members.extend(&event.members);
        } else if merged.len() < room {
            merged.push((event, event.members.clone()));
        }
    }
    for (event, members) in &merged {
        self::event(out, facts, event, members);
    }
    out.push_str("</ul></li>");
    merged.iter().map(|(_, members)| members.len()).sum()
}

fn event(out: &mut String, facts: &Facts<'_>, event: &EventGroup, members: &[EventMember]) {
    let (class, status) = (said::class(event.status), event.status);
    out.push_str(&format!(
        "<li class=\"event\"><span class=\"pill {class}\">{status}</span> <div>"
    ));
    let words = clip(&event.text, LONGEST_CLAUSE);
    push(out, "<p>", &words, "</p><p class=\"facts\">");
    let root = event.root.as_str();
    push(
        out,
        "<span class=\"root\">",
        &root.to_lowercase(),
        "</span>",
    );
    side(out, facts, " \u{b7} who: ", &event.who);
    side(out, facts, " \u{b7} whom: ", &event.whom);
    let others = event.statuses.iter().filter(|&&other| other != status);
    for other in others {
        out.push_str(&format!(" \u{b7} also told as {other}"));
    }
    if event.by_publication {
        out.push_str(" \u{b7} dated by the day of publication");
    }
    out.push_str("</p><p class=\"facts\">Told by ");
    let mut tellers: Vec<(u32, u32)> = Vec::new();
    for member in members {
        if !tellers
            .iter()
            .any(|(document, _)| *document == member.document)
        {
            tellers.push((member.document, member.event));
        }
    }
    for (at, &(document, number)) in tellers.iter().take(MOST_TELLERS).enumerate() {
        out.push_str(if at > 0 { "; " } else { "" });
        link_to(out, facts, document, &format!("-e{number}"));
        if let Some(outlet) = facts.outlet(document) {
            push(out, " (", outlet, ")");
        }
    }
    if tellers.len() > MOST_TELLERS {
        out.push_str(&format!(" and {} more", tellers.len() - MOST_TELLERS));
    }
    out.push_str("</p></div></li>");
}

fn side(out: &mut String, facts: &Facts<'_>, before: &str, side: &[u32]) {
    for (at, &index) in side.iter().take(6).enumerate() {
        out.push_str(if at > 0 { ", " } else { before });
        name(out, facts, index);
    }
}

/// The day before an ISO date, which is the last one of an interval; anything else as it is.
fn day_before(date: &str) -> String {
    let day = date.parse::<Date>().and_then(Date::yesterday);
    day.map_or_else(|_| date.to_owned(), |day| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::day_before;

    #[test]
    fn the_day_before_is_found_across_months() {
        assert_eq!(day_before("2025-03-06"), "2025-03-05");
        assert_eq!(day_before("2024-03-01"), "2024-02-29");
        assert_eq!(day_before("2025-01-01"), "2024-12-31");
        assert_eq!(day_before("2025-12-01"), "2025-11-30");
        assert_eq!(day_before("2025-08-01"), "2025-07-31");
        assert_eq!(day_before("2025-09-01"), "2025-08-31");
        assert_eq!(day_before("soon"), "soon");
    }
}
