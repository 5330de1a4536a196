//! What an article is about, as lists below its text: entities, quotes, claims and events.

use std::fmt::Write as _;

use copydesk::{
    Article, Span,
    record::{
        Claim, Entity, Event, EventTime, Label, Participant, Quote, QuoteKind, Role, SourceKind,
    },
};

use crate::{
    layout::{Text, padded},
    style::{BOLD, DIM, Ink, NONE, Style, label_colour, status_colour},
};

/// Code points of a name, and of words.
const NAME: usize = 60;
const WORDS: usize = 240;

/// Columns of the longest label (`WORK_OF_ART`), status (`confirmed`) and root of an event.
const LABEL: usize = 11;
const STATUS: usize = 9;
const ROOT: usize = 10;

/// All sections that are not empty, each with a blank line before it.
pub(crate) fn sections(article: &Article, style: Style) -> String {
    let mut out = String::new();
    let mut section = |title: &str, lines: Vec<Line>| {
        if lines.is_empty() {
            return;
        }
        out.push('\n');
        out.push_str(&style.paint(BOLD, &format!("{title} ({})", lines.len())));
        out.push('\n');
        for line in lines {
            let text = (line.text).lines(style, style.width(), 2, line.hang);
            let _ = write!(out, "  {text}");
        }
    };
    // Dates, sums and counts are no things that one asks about.
    let mut entities: Vec<&Entity> = (article.entities.iter())
        .filter(|entity| !entity.label.is_value())
        .collect();
    entities.sort_by_key(|entity| order(entity.label));
    let entities = entities.iter().map(|found| entity(article, found));
    section("Entities", entities.collect());
    let digits = |count: usize| count.to_string().len();
    let width = digits(article.quotes.len());
    let quotes = article.quotes.iter().enumerate();
    section(
        "Quotes",
        quotes
            .map(|(index, found)| quote(article, found, &format!("{:>width$}", index + 1)))
            .collect(),
    );
    let width = digits(article.claims.len());
    let claims = article.claims.iter().enumerate();
    section(
        "Claims",
        claims
            .map(|(index, found)| claim(article, found, &format!("{:>width$}", index + 1)))
            .collect(),
    );
    let events = article.events.iter();
    section(
        "Events",
        events.map(|found| event(article, found)).collect(),
    );
    out
}

/// A line of a list, and where it goes on when it is long.
struct Line {
    text: Text,
    hang: usize,
}

/// People first, then bodies and places: what most readers look for.
fn order(label: Label) -> usize {
    match label {
        Label::Person => 0,
        Label::Title => 1,
        Label::Org => 2,
        Label::Gpe => 3,
        Label::Loc | Label::Fac => 4,
        Label::Norp => 5,
        _ => 6,
    }
}

/// `PERSON  Jonas Gahr Støre ×2, Prime Minister of Norway; also Støre`
fn entity(article: &Article, entity: &Entity) -> Line {
    let ink = Ink::of(label_colour(entity.label));
    let mut text = Text::default();
    text.push(ink, &padded(entity.label.as_str(), LABEL + 2))
        .push(ink.bold(), cut(&entity.name, NAME));
    if let Some(country) = &entity.identifiers.country {
        text.glued(DIM, &format!(" ({country})"));
    }
    if entity.mentions.len() > 1 {
        text.glued(DIM, &format!(" ×{}", entity.mentions.len()));
    }
    for role in &entity.roles {
        let words = office(article, role);
        // An office is its own one.
        let of = words.strip_prefix(&entity.name).map(str::trim_start);
        match of.unwrap_or(&words) {
            "" => {}
            words => {
                text.push(NONE, ", ").push(NONE, words);
            }
        }
    }
    // Forms that differ in capitals only tell nothing.
    let mut known = vec![entity.name.to_lowercase()];
    let mut aliases = Vec::new();
    for alias in &entity.aliases {
        let folded = alias.to_lowercase();
        if !known.contains(&folded) {
            known.push(folded);
            aliases.push(cut(alias, NAME));
        }
    }
    if !aliases.is_empty() {
        let aliases = aliases.join(", ");
        text.push(DIM, "; also ").push(NONE, cut(&aliases, WORDS));
    }
    Line {
        text,
        hang: LABEL + 4,
    }
}

/// `Foreign Minister of Norway`
fn office(article: &Article, role: &Role) -> String {
    let of = role.of.map(|of| format!(" of {}", name(article, of)));
    format!("{}{}", cut(&role.title, NAME), of.unwrap_or_default())
}

/// `1 Støre to Japan: “We are ready” [say, direct]`
fn quote(article: &Article, quote: &Quote, number: &str) -> Line {
    let speaker = quote.speaker.map_or_else(
        || source(quote.speaker_kind).to_owned(),
        |span| words(article, span, NAME),
    );
    let mut text = Text::default();
    text.push(DIM, number).push(NONE, " ").push(BOLD, &speaker);
    if let Some(to) = quote.addressee {
        text.push(DIM, " to ").push(BOLD, &name(article, to));
    }
    let words = words(article, quote.content, WORDS);
    let words = match quote.kind {
        QuoteKind::Direct => format!(": “{words}”"),
        _ => format!(": {words}"),
    };
    text.push(NONE, &words);
    let about = format!(" [{}, {}]", quote.verb_class, quote.kind);
    text.push(DIM, &about);
    Line {
        text,
        hang: number.len() + 3,
    }
}

/// `1 denied    it had sold the ships (by officials; denied by Norway; “allegedly”)`
fn claim(article: &Article, claim: &Claim, number: &str) -> Line {
    let mut about = Vec::new();
    if let Some(span) = claim.source {
        about.push(format!("by {}", words(article, span, NAME)));
    } else if claim.source_kind == SourceKind::Missing {
        about.push(source(claim.source_kind).to_owned());
    }
    if !claim.denied_by.is_empty() {
        let names = claim.denied_by.iter().map(|&index| name(article, index));
        let names: Vec<_> = names.collect();
        about.push(format!("denied by {}", names.join(", ")));
    }
    let hedges = claim.hedges.iter();
    about.extend(hedges.map(|hedge| format!("“{}”", words(article, hedge.cue, NAME))));
    let mut text = Text::default();
    text.push(DIM, number)
        .push(NONE, " ")
        .push(
            Ink::of(status_colour(claim.status)),
            &padded(claim.status.as_str(), STATUS + 1),
        )
        .push(NONE, &words(article, claim.content, WORDS));
    if !about.is_empty() {
        text.push(DIM, &format!(" ({})", about.join("; ")));
    }
    Line {
        text,
        hang: number.len() + STATUS + 4,
    }
}

/// `CONSULT    confirmed Jonas Gahr Støre · met → Japan · 2024-06-19 · in Oslo`
fn event(article: &Article, event: &Event) -> Line {
    let side = |side: &[Participant]| {
        let names: Vec<_> = side.iter().map(|one| participant(article, one)).collect();
        names.join(", ")
    };
    let mut text = Text::default();
    text.push(DIM, &padded(event.root.as_str(), ROOT + 1)).push(
        Ink::of(status_colour(event.status)),
        &padded(event.status.as_str(), STATUS + 1),
    );
    let (who, whom) = (side(&event.who), side(&event.whom));
    if !who.is_empty() {
        text.push(BOLD, &who).push(DIM, " · ");
    }
    text.push(NONE, &words(article, event.trigger, NAME));
    if !whom.is_empty() {
        text.push(DIM, " → ").push(BOLD, &whom);
    }
    if let Some(when) = &event.when {
        text.push(DIM, " · ").push(NONE, &day(article, when));
    }
    if let Some(place) = &event.place {
        text.push(DIM, " · in ")
            .push(NONE, &participant(article, place));
    }
    Line {
        text,
        hang: ROOT + STATUS + 4,
    }
}

/// The day or the span of days; where that is open, the words of the text.
fn day(article: &Article, when: &EventTime) -> String {
    if when.value.starts_with('X')
        && let Some(date) = when
            .date
            .and_then(|index| article.dates.get(index as usize))
        && let Some(span) = date.place.span()
    {
        return format!("“{}”", words(article, span, NAME));
    }
    when.value.clone()
}

fn source(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Article => "the article",
        SourceKind::Missing => "source not told",
        SourceKind::Unnamed => "somebody without a name",
        _ => "somebody",
    }
}

/// The name of the entity, which says more than a pronoun; else the words.
fn participant(article: &Article, participant: &Participant) -> String {
    match participant.entity {
        Some(index) => name(article, index),
        None => words(article, participant.span, NAME),
    }
}

fn name(article: &Article, index: u32) -> String {
    let entity = article.entities.get(index as usize);
    entity.map_or_else(
        || "?".to_owned(),
        |entity| cut(&entity.name, NAME).to_owned(),
    )
}

/// The start of long words of the text.
fn words(article: &Article, span: Span, longest: usize) -> String {
    let words = span.of(&article.text);
    let start = cut(words, longest);
    if start.len() < words.len() {
        format!("{}…", start.trim_end())
    } else {
        words.to_owned()
    }
}

/// The first code points.
fn cut(text: &str, longest: usize) -> &str {
    let end = text.char_indices().nth(longest);
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

#[cfg(test)]
mod tests {
    use copydesk::Article;

    use super::sections;
    use crate::style::Style;

    /// A record that was written by hand and holds every field.
    const RECORD: &str = include_str!("../../copydesk/tests/data/statements.json");

    #[test]
    fn sections_tell_who_says_and_does_what() {
        let article: Article = serde_json::from_str(RECORD).unwrap();
        let expected = "
Entities (6)
  PERSON       Astrid Lunde ×2, Prime Minister of Norway; also Lunde
  TITLE        Prime Minister, of Norway
  GPE          Norway (NO)
  GPE          Japan (JP) ×2
  GPE          Oslo (NO) ×3
  GPE          Tokyo (JP)

Quotes (2)
  1 Lunde to Japan: “We are ready,” [say, direct]
  2 Oslo: it had allegedly sold the ships [deny, indirect]

Claims (3)
  1 confirmed Prime Minister Astrid Lunde met 🛳\u{fe0f} envoys of Japan in Oslo on 19
              June 2024
  2 denied    it had allegedly sold the ships (source not told; denied by
              Norway; “allegedly”)
  3 expected  visit Tokyo (“is expected to”)

Events (2)
  CONSULT    confirmed Astrid Lunde · met → Japan · 2024-06-19 · in Oslo
  CONSULT    expected  Astrid Lunde · visit · in Tokyo
";
        assert_eq!(sections(&article, Style::plain().wide(80)), expected);
    }

    #[test]
    fn an_article_without_them_has_no_sections() {
        assert!(sections(&Article::default(), Style::plain()).is_empty());
    }

    #[test]
    fn names_cannot_steer_the_terminal() {
        let mut article: Article = serde_json::from_str(RECORD).unwrap();
        for entity in &mut article.entities {
            entity.name = "\u{1b}[31mred\n".to_owned();
            entity.aliases = vec!["\u{1b}]0;title\u{7}\u{202e}".to_owned()];
        }
        let shown = sections(&article, Style::plain());
        let steers = |letter: char| letter != '\n' && letter.is_control() || letter == '\u{202e}';
        assert!(!shown.contains(steers), "{shown:?}");
    }
}
