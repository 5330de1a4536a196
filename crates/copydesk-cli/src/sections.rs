//! What an article is about, as lists below its text: entities, quotes, claims and events.

use copydesk::{
    Article, Span,
    record::{Claim, Entity, Event, Participant, Quote, SourceKind},
};

use crate::style::{BOLD, Style, clip, label_style};

/// Code points of a name, and of words.
const NAME: usize = 60;
const WORDS: usize = 120;

/// The lines of all sections that are not empty, each with a blank line before it.
pub(crate) fn sections(article: &Article, style: Style) -> Vec<String> {
    let mut out = Vec::new();
    let mut section = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            out.push(String::new());
            out.push(style.paint(BOLD, title));
            out.extend(lines.into_iter().map(|line| format!("  {line}")));
        }
    };
    let entities = article.entities.iter().filter(|entity| named(entity));
    section(
        "Entities",
        entities
            .map(|found| entity(article, found, style))
            .collect(),
    );
    let quotes = article.quotes.iter();
    section(
        "Quotes",
        quotes.map(|found| quote(article, found)).collect(),
    );
    let claims = article.claims.iter();
    section(
        "Claims",
        claims.map(|found| claim(article, found)).collect(),
    );
    let events = article.events.iter();
    section(
        "Events",
        events.map(|found| event(article, found)).collect(),
    );
    out
}

/// Dates, sums and counts are no things that one asks about.
fn named(entity: &Entity) -> bool {
    !entity.label.is_value()
}

/// `Jonas Gahr Støre PERSON, Prime Minister of Norway; also Støre`
fn entity(article: &Article, entity: &Entity, style: Style) -> String {
    let mut line = style.paint(label_style(entity.label).0, &clip(&entity.name, NAME));
    line.push(' ');
    line.push_str(entity.label.as_str());
    if let Some(country) = &entity.identifiers.country {
        line.push(' ');
        line.push_str(&clip(country, NAME));
    }
    for role in &entity.roles {
        // An office is its own one.
        let of = role.of.map(|of| format!("of {}", name(article, of)));
        let title = (role.title != entity.name).then(|| clip(&role.title, NAME));
        let words: Vec<_> = title.into_iter().chain(of).collect();
        if !words.is_empty() {
            line.push_str(", ");
            line.push_str(&words.join(" "));
        }
    }
    if !entity.aliases.is_empty() {
        line.push_str("; also ");
        line.push_str(&clip(&entity.aliases.join(", "), WORDS));
    }
    line
}

/// `Støre: "We are ready" [say]`
fn quote(article: &Article, quote: &Quote) -> String {
    let speaker = quote.speaker.map_or_else(
        || source(quote.speaker_kind).to_owned(),
        |span| words(article, span, NAME),
    );
    let to = quote
        .addressee
        .map(|to| format!(" to {}", name(article, to)));
    format!(
        "{speaker}{}: \"{}\" [{}]",
        to.unwrap_or_default(),
        words(article, quote.content, WORDS),
        quote.verb_class
    )
}

/// `denied: it had sold the ships (by officials; denied by Norway; allegedly)`
fn claim(article: &Article, claim: &Claim) -> String {
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
    about.extend(hedges.map(|hedge| words(article, hedge.cue, NAME)));
    let content = words(article, claim.content, WORDS);
    let about = if about.is_empty() {
        String::new()
    } else {
        format!(" ({})", about.join("; "))
    };
    format!("{}: {content}{about}", claim.status)
}

/// `CONSULT confirmed: Jonas Gahr Støre met Japan, 2024-06-19, in Oslo`
fn event(article: &Article, event: &Event) -> String {
    let side = |side: &[Participant]| {
        let names: Vec<_> = side.iter().map(|one| participant(article, one)).collect();
        if names.is_empty() {
            "–".to_owned()
        } else {
            names.join(", ")
        }
    };
    let mut line = format!(
        "{} {}: {} {} → {}",
        event.root,
        event.status,
        side(&event.who),
        words(article, event.trigger, NAME),
        side(&event.whom)
    );
    if let Some(when) = &event.when {
        line.push_str(", ");
        line.push_str(&clip(&when.value, NAME));
    }
    if let Some(place) = &event.place {
        line.push_str(", in ");
        line.push_str(&participant(article, place));
    }
    line
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
    entity.map_or_else(|| "?".to_owned(), |entity| clip(&entity.name, NAME))
}

fn words(article: &Article, span: Span, columns: usize) -> String {
    clip(span.of(&article.text), columns)
}

#[cfg(test)]
mod tests {
    use copydesk::Article;

    use super::{Style, sections};

    /// A record that was written by hand and holds every field.
    const RECORD: &str = include_str!("../../copydesk/tests/data/statements.json");

    #[test]
    fn sections_tell_who_says_and_does_what() {
        let article: Article = serde_json::from_str(RECORD).unwrap();
        let expected = "
Entities
  Norway GPE NO
  Japan GPE JP
  Oslo GPE NO; also OSLO
  Prime Minister TITLE, of Norway
  Astrid Lunde PERSON, Prime Minister of Norway; also Lunde
  Tokyo GPE JP

Quotes
  Lunde to Japan: \"We are ready,\" [say]
  Oslo: \"it had allegedly sold the ships\" [deny]

Claims
  confirmed: Prime Minister Astrid Lunde met 🛳\u{fe0f} envoys of Japan in Oslo on 19 June 2024
  denied: it had allegedly sold the ships (source not told; denied by Norway; allegedly)
  expected: visit Tokyo (is expected to)

Events
  CONSULT confirmed: Astrid Lunde met → Japan, 2024-06-19, in Oslo
  CONSULT expected: Astrid Lunde visit → –, in Tokyo";
        assert_eq!(sections(&article, Style::plain()).join("\n"), expected);
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
            entity.aliases = vec!["\u{1b}]0;title\u{7}".to_owned()];
        }
        let shown = sections(&article, Style::plain());
        assert!(
            shown.iter().all(|line| !line.contains(char::is_control)),
            "{shown:?}"
        );
    }
}
