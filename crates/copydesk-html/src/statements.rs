//! The lists of quotes, claims and events below the text.

use copydesk::{
    Article,
    record::{ClaimStatus, Event, Participant},
};

use crate::{
    LONGEST_LIST, clip, counted,
    escape::push,
    said,
    table::{self, begin, cell, end, fold, tally},
    tip,
};

/// Bytes of a claim or a participant that are shown.
const LONGEST_WORDS: usize = 200;
/// Participants on one side of an event, hedges, and those who deny a claim, that are shown.
const MOST_SIDES: usize = 5;
/// Classes of verbs that a list counts one by one.
const MOST_COUNTS: usize = 30;

/// Appends the quotes: who, how, to whom, what.
pub(crate) fn quotes(out: &mut String, article: &Article) {
    let count = article.quotes.len();
    if count == 0 {
        return;
    }
    let name = counted(count, "quote", "quotes");
    let kinds = article.quotes.iter().map(|quote| quote.kind.as_str());
    fold(out, false, &name, &tally(kinds, MOST_COUNTS));
    begin(out, &["speaker", "how", "to", "words", "source"]);
    for quote in article.quotes.iter().take(LONGEST_LIST) {
        let kind = quote.speaker_kind.as_str();
        let speaker = speaker(article, quote.speaker, quote.speaker_entity, kind);
        push(
            out,
            "<tr><th scope=\"row\" dir=\"auto\">",
            &speaker,
            "</th>",
        );
        cell(out, &format!("{}, {}", quote.kind, quote.verb_class));
        let to = quote.addressee.and_then(|to| tip::name(article, to));
        cell(out, &clip(to.unwrap_or_default(), LONGEST_WORDS));
        let words = quote.content.of(&article.text);
        table::words(out, &clip(words, LONGEST_WORDS));
        table::place(out, &tip::source(article, article.source_of(quote.content)));
        out.push_str("</tr>");
    }
    end(out, count.saturating_sub(LONGEST_LIST), ".quotes");
    out.push_str("</details>");
}

/// Appends the claims: status, source, words, what holds back.
pub(crate) fn claims(out: &mut String, article: &Article) {
    let count = article.claims.len();
    if count == 0 {
        return;
    }
    let name = counted(count, "claim", "claims");
    let statuses = article.claims.iter().map(|claim| claim.status.as_str());
    fold(out, false, &name, &tally(statuses, MOST_COUNTS));
    begin(out, &["status", "by", "words", "because of", "source"]);
    for claim in article.claims.iter().take(LONGEST_LIST) {
        out.push_str("<tr><th scope=\"row\">");
        status(out, claim.status);
        out.push_str("</th>");
        let kind = claim.source_kind.as_str();
        let mut from = speaker(article, claim.source, claim.source_entity, kind);
        for (at, name) in said::denied_by(article, claim).take(MOST_SIDES).enumerate() {
            from.push_str(if at == 0 { "; denied by " } else { ", " });
            from.push_str(&clip(name, LONGEST_WORDS));
        }
        push(out, "<td dir=\"auto\">", &from, "</td>");
        let words = claim.content.of(&article.text);
        table::words(out, &clip(words, LONGEST_WORDS));
        cell(out, &hedges(article, claim));
        table::place(out, &tip::source(article, article.source_of(claim.content)));
        out.push_str("</tr>");
    }
    end(out, count.saturating_sub(LONGEST_LIST), ".claims");
    out.push_str("</details>");
}

/// The words that decide a status, and in which way they do.
pub(crate) fn hedges(article: &Article, claim: &copydesk::record::Claim) -> String {
    let words = |span: copydesk::Span| clip(span.of(&article.text), LONGEST_WORDS / 2);
    let mut parts: Vec<String> = Vec::new();
    for hedge in claim.hedges.iter().take(MOST_SIDES) {
        parts.push(format!(
            "\u{201c}{}\u{201d} {}",
            words(hedge.cue),
            hedge.kind
        ));
    }
    if let Some(cue) = claim.cue
        && !claim.hedges.iter().any(|hedge| hedge.cue == cue)
    {
        parts.push(format!("\u{201c}{}\u{201d}", words(cue)));
    }
    parts.join(", ")
}

/// Appends the events: root and status, who and whom, when, where.
pub(crate) fn events(out: &mut String, article: &Article) {
    let count = article.events.len();
    if count == 0 {
        return;
    }
    let name = counted(count, "event", "events");
    let statuses = article.events.iter().map(|event| event.status.as_str());
    fold(out, false, &name, &tally(statuses, MOST_COUNTS));
    begin(
        out,
        &[
            "kind",
            "status",
            "who \u{2192} whom",
            "when",
            "where",
            "source",
        ],
    );
    for event in article.events.iter().take(LONGEST_LIST) {
        row(out, article, event);
    }
    end(out, count.saturating_sub(LONGEST_LIST), ".events");
    out.push_str("</details>");
}

fn row(out: &mut String, article: &Article, event: &Event) {
    out.push_str(&format!("<tr><th scope=\"row\">{}</th><td>", event.root));
    status(out, event.status);
    out.push_str("</td><td class=\"cd-wide\" dir=\"auto\">");
    told(out, article, event);
    out.push_str("</td>");
    let when = event.when.as_ref().map_or("", |when| when.value.as_str());
    cell(out, &clip(when, LONGEST_WORDS));
    let place = event.place.as_ref().map(|place| name(article, place));
    cell(out, &place.unwrap_or_default());
    table::place(out, &tip::source(article, article.source_of(event.trigger)));
    out.push_str("</tr>");
}

/// Appends who did what to whom.
pub(crate) fn told(out: &mut String, article: &Article, event: &Event) {
    side(out, article, &event.who);
    let trigger = clip(event.trigger.of(&article.text), LONGEST_WORDS);
    push(out, " <b>", &trigger, "</b> \u{2192} ");
    side(out, article, &event.whom);
}

fn side(out: &mut String, article: &Article, participants: &[Participant]) {
    if participants.is_empty() {
        out.push('\u{2013}');
    }
    for (at, participant) in participants.iter().take(MOST_SIDES).enumerate() {
        let before = if at == 0 { "" } else { ", " };
        push(out, before, &name(article, participant), "");
    }
    if participants.len() > MOST_SIDES {
        out.push_str(", \u{2026}");
    }
}

/// The name of the entity, which says more than a pronoun; else the words.
pub(crate) fn name(article: &Article, participant: &Participant) -> String {
    let entity = participant.entity;
    let name = entity.and_then(|index| tip::name(article, index));
    clip(
        name.unwrap_or_else(|| participant.span.of(&article.text)),
        LONGEST_WORDS,
    )
}

/// Whom words are from: the words of the text, and the name behind them where it says more; else
/// why there are none.
pub(crate) fn speaker(
    article: &Article,
    source: Option<copydesk::Span>,
    entity: Option<u32>,
    kind: &str,
) -> String {
    let Some(span) = source else {
        return format!("({kind})");
    };
    let words = span.of(&article.text);
    let name = entity.and_then(|index| tip::name(article, index));
    match name.filter(|name| !words.contains(name)) {
        Some(name) => format!(
            "{} ({})",
            clip(words, LONGEST_WORDS),
            clip(name, LONGEST_WORDS)
        ),
        None => clip(words, LONGEST_WORDS),
    }
}

/// Appends a status, underlined as in the text.
pub(crate) fn status(out: &mut String, status: ClaimStatus) {
    let class = said::class(status);
    out.push_str(&format!("<span class=\"cd-said {class}\">{status}</span>"));
}
