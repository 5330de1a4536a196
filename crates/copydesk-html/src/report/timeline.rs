//! What happened when, as all articles together tell it.

use copydesk::corpus::{EventGroup, EventMember, TimelineEntry};

use super::{
    Left, ReportOptions,
    facts::{Facts, between, counted, spoken},
    stories::name,
};
use crate::{escape::push, said, start};

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
    let words = start(&event.text, LONGEST_CLAUSE);
    let more = if words.len() < event.text.len() {
        "\u{2026}"
    } else {
        ""
    };
    push(out, "<p>", words, more);
    out.push_str("</p><p class=\"facts\">");
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
        let title = facts.title(document);
        if facts.in_reader.get(document as usize) == Some(&true) {
            out.push_str(&format!("<a href=\"#a{document}-e{number}\">"));
            push(out, "", &title, "</a>");
        } else {
            push(out, "", &title, "");
        }
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

/// The day before an ISO date, which is the last one of an interval.
fn day_before(date: &str) -> String {
    let number = |range| {
        date.get(range)
            .and_then(|part: &str| part.parse::<u32>().ok())
    };
    let (Some(year), Some(month), Some(day)) = (number(0..4), number(5..7), number(8..10)) else {
        return date.to_owned();
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let (year, month, day) = match (month, day) {
        (1, 1) => (year.saturating_sub(1), 12, 31),
        (3, 1) => (year, 2, if leap { 29 } else { 28 }),
        (5 | 7 | 10 | 12, 1) => (year, month - 1, 30),
        (_, 1) => (year, month.saturating_sub(1), 31),
        _ => (year, month, day.saturating_sub(1)),
    };
    format!("{year:04}-{month:02}-{day:02}")
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
