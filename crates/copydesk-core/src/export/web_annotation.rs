//! What was found in an article as W3C Web Annotations.
//!
//! *What*: one `AnnotationPage` (JSON-LD) with an annotation for each mention, reference, date,
//! amount, pattern, quote, claim and event. *Why*: annotation tools and triple stores read it.
//!
//! A target is the document by its address, and up to three selectors that select the same words
//! (Web Annotation Data Model, section 4.2: several selectors of one resource are alternatives):
//! - `TextPositionSelector` counts the characters of the article's clean text, which `renderedVia`
//!   says. The model demands code points: "the selection of text MUST be in terms of unicode code
//!   points (the 'character number'), not in terms of code units" (4.2.5);
//! - `TextQuoteSelector` has the words and up to 32 characters on each side;
//! - `DataPositionSelector` counts the bytes of the page as it was read (4.2.6), where it was bytes.
//!
//! What stands in a dropped part of the page has no place in the text, so no position there.
//!
//! Identifiers are UUIDs made of the address, the article's id and the number of the thing: the same
//! page gives the same ones again.

use super::{iri, json::Json};
use crate::{
    CodePoints, SourceSpan, Span, Unit,
    record::{Article, Place, SourceKind},
};

/// Characters around the words.
const AROUND: usize = 32;

impl Article {
    /// What was found in the article as W3C Web Annotations: an `AnnotationPage`, JSON-LD on one
    /// line.
    ///
    /// ```
    /// use copydesk_core::record::Article;
    /// let page = Article::default().to_web_annotation();
    /// assert!(page.starts_with("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\""));
    /// ```
    pub fn to_web_annotation(&self) -> String {
        let found = found(self);
        let source = iri::of_source(self);
        let uri = self.source.uri.as_deref().unwrap_or_default();
        let urn = |kind: &str| iri::urn(&[uri, &self.id, kind]);
        let points = CodePoints::new(&self.text);
        let mut json = Json::with_capacity(600 * found.len() + 256);
        json.object(|page| {
            page.field("@context", "http://www.w3.org/ns/anno.jsonld");
            page.field("id", &urn("page"));
            page.field("type", "AnnotationPage");
            page.name("partOf").object(|all| {
                all.field("id", &urn("collection"));
                all.field("type", "AnnotationCollection");
                all.maybe("label", self.title.as_deref());
                all.name("total").number(found.len());
            });
            page.name("startIndex").number(0);
            page.name("items").list(|items| {
                for (at, found) in found.iter().enumerate() {
                    let id = urn(&at.to_string());
                    items.object(|item| found.write(item, self, &points, &id, &source));
                }
            });
        });
        json.finish()
    }
}

/// One thing that was found.
struct Found<'a> {
    place: FoundAt<'a>,
    motivation: &'static str,
    /// What kind of thing it is.
    class: &'a str,
    /// What else is said of it, by purpose.
    bodies: Vec<(&'static str, String)>,
    wikidata: Option<&'a str>,
}

enum FoundAt<'a> {
    Text(Span),
    Dropped(SourceSpan, &'a str),
}

impl<'a> From<&'a Place> for FoundAt<'a> {
    fn from(place: &'a Place) -> Self {
        match place {
            Place::Text(span) => Self::Text(*span),
            Place::Dropped { source, surface } => Self::Dropped(*source, surface),
        }
    }
}

/// All that was found, kind by kind.
fn found(article: &Article) -> Vec<Found<'_>> {
    let mut all = Vec::new();
    let entity = |index: Option<u32>| article.entities.get(index? as usize);
    let thing = |place, motivation, class, bodies, index| Found {
        place,
        motivation,
        class,
        bodies,
        wikidata: entity(index).and_then(|entity| entity.identifiers.wikidata.as_deref()),
    };
    let name =
        |index: Option<u32>| entity(index).map(|entity| ("identifying", entity.name.clone()));
    for mention in &article.mentions {
        let index = Some(mention.entity);
        let bodies = name(index).into_iter().collect();
        let place = FoundAt::Text(mention.span);
        all.push(thing(
            place,
            "identifying",
            mention.label.as_str(),
            bodies,
            index,
        ));
    }
    for reference in &article.references {
        let index = Some(reference.entity);
        let bodies = name(index).into_iter().collect();
        let (place, class) = (FoundAt::Text(reference.span), reference.link.kind.as_str());
        all.push(thing(place, "identifying", class, bodies, index));
    }
    for date in &article.dates {
        let bodies = vec![("describing", date.value.clone())];
        let place = FoundAt::from(&date.place);
        all.push(thing(
            place,
            "classifying",
            date.kind.as_str(),
            bodies,
            None,
        ));
    }
    for amount in &article.amounts {
        let unit = amount.unit.as_deref().unwrap_or_default();
        let value = format!("{} {unit}", amount.value).trim_end().to_owned();
        let bodies = vec![("describing", value)];
        let place = FoundAt::from(&amount.place);
        all.push(thing(
            place,
            "classifying",
            amount.kind.as_str(),
            bodies,
            None,
        ));
    }
    for pattern in &article.patterns {
        let bodies = vec![("describing", pattern.value.clone())];
        let place = FoundAt::from(&pattern.place);
        all.push(thing(
            place,
            "classifying",
            pattern.kind.as_str(),
            bodies,
            None,
        ));
    }
    for quote in &article.quotes {
        let mut bodies = vec![
            ("tagging", quote.kind.to_string()),
            ("tagging", quote.verb_class.to_string()),
        ];
        bodies.extend(said_by(
            article,
            quote.speaker,
            quote.speaker_entity,
            quote.speaker_kind,
        ));
        let place = FoundAt::Text(quote.content);
        all.push(thing(place, "classifying", "quote", bodies, None));
    }
    for claim in &article.claims {
        let mut bodies = vec![("tagging", claim.status.to_string())];
        bodies.extend(said_by(
            article,
            claim.source,
            claim.source_entity,
            claim.source_kind,
        ));
        let place = FoundAt::Text(claim.content);
        all.push(thing(place, "classifying", "claim", bodies, None));
    }
    for event in &article.events {
        let bodies = vec![
            ("tagging", "event".to_owned()),
            ("tagging", event.status.to_string()),
        ];
        let place = FoundAt::Text(event.trigger);
        all.push(thing(
            place,
            "classifying",
            event.root.as_str(),
            bodies,
            None,
        ));
    }
    all
}

/// Who said it: the name of the entity, else the words of the text.
fn said_by(
    article: &Article,
    words: Option<Span>,
    entity: Option<u32>,
    kind: SourceKind,
) -> Option<(&'static str, String)> {
    if kind == SourceKind::Article {
        return None;
    }
    let entity = entity.and_then(|index| article.entities.get(index as usize));
    let name = entity.map(|entity| entity.name.as_str());
    let name = name.or_else(|| words.map(|span| span.of(&article.text)))?;
    Some(("describing", name.to_owned()))
}

impl Found<'_> {
    fn write(
        &self,
        json: &mut Json,
        article: &Article,
        points: &CodePoints,
        id: &str,
        source: &str,
    ) {
        json.field("id", id);
        json.field("type", "Annotation");
        json.field("motivation", self.motivation);
        json.name("body").list(|bodies| {
            let class = ("classifying", self.class);
            let others = self.bodies.iter();
            let others = others.map(|(purpose, value)| (*purpose, value.as_str()));
            for (purpose, value) in std::iter::once(class).chain(others) {
                bodies.object(|body| {
                    body.field("type", "TextualBody");
                    body.field("purpose", purpose);
                    body.field("value", value);
                });
            }
            if let Some(item) = self.wikidata {
                bodies.object(|body| {
                    body.field("type", "SpecificResource");
                    body.field("purpose", "identifying");
                    body.field("source", &format!("http://www.wikidata.org/entity/{item}"));
                });
            }
        });
        json.name("target").object(|target| {
            target.field("type", "SpecificResource");
            target.field("source", source);
            if matches!(self.place, FoundAt::Text(_)) {
                target.name("renderedVia").object(|via| {
                    via.field("type", "Software");
                    via.field("name", "copydesk");
                });
            }
            target
                .name("selector")
                .list(|selectors| self.selectors(selectors, article, points));
        });
    }

    fn selectors(&self, json: &mut Json, article: &Article, points: &CodePoints) {
        let text = &article.text;
        let (bytes, exact) = match self.place {
            FoundAt::Text(span) => {
                json.object(|position| {
                    position.field("type", "TextPositionSelector");
                    position.name("start").number(points.to_point(span.start));
                    position.name("end").number(points.to_point(span.end));
                });
                (article.source_of(span), span.of(text))
            }
            FoundAt::Dropped(source, surface) => (source, surface),
        };
        json.object(|quote| {
            quote.field("type", "TextQuoteSelector");
            quote.field("exact", exact);
            if let FoundAt::Text(span) = self.place {
                let before = text.get(..span.start as usize).unwrap_or_default();
                let start = before.char_indices().rev().take(AROUND).last();
                quote.field("prefix", &before[start.map_or(0, |(at, _)| at)..]);
                let after = text.get(span.end as usize..).unwrap_or_default();
                let end = after.char_indices().nth(AROUND);
                quote.field("suffix", &after[..end.map_or(after.len(), |(at, _)| at)]);
            }
        });
        if article.source.unit == Unit::Byte {
            json.object(|position| {
                position.field("type", "DataPositionSelector");
                position.name("start").number(bytes.start);
                position.name("end").number(bytes.end);
            });
        }
    }
}
