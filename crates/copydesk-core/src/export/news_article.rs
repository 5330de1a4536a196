//! An article as schema.org describes one: `NewsArticle`, JSON-LD.
//!
//! Only what the record holds: what is not known is left out. An author or publisher is an
//! organisation where the record says so, else an author is a person. A thing that the article
//! mentions has the type of its label; numbers and dates are no things and stay out.

use super::{iri, json::Json};
use crate::record::{Article, Entity, Label};

impl Article {
    /// The article as a schema.org `NewsArticle`, JSON-LD on one line.
    ///
    /// ```
    /// use copydesk_core::record::Article;
    /// let article = Article { title: Some("Rain".into()), text: "It rained.".into(), ..Article::default() };
    /// assert_eq!(
    ///     article.to_news_article(),
    ///     r#"{"@context":"https://schema.org","@type":"NewsArticle","headline":"Rain","articleBody":"It rained."}"#,
    /// );
    /// ```
    pub fn to_news_article(&self) -> String {
        let uri = self.source.uri.as_deref();
        let uri = self.canonical_url.as_deref().or(uri);
        let address = uri.filter(|uri| iri::is_web(uri)).map(iri::of_uri);
        let mut json = Json::with_capacity(self.text.len() + 160 * self.entities.len() + 512);
        json.object(|article| {
            article.field("@context", "https://schema.org");
            article.field("@type", "NewsArticle");
            if !self.id.is_empty() {
                article.field("identifier", &self.id);
            }
            article.maybe("headline", self.title.as_deref());
            article.maybe("url", address.as_deref());
            article.maybe("mainEntityOfPage", address.as_deref());
            article.maybe("datePublished", self.published.as_deref());
            article.maybe("dateModified", self.modified.as_deref());
            if !self.byline.is_empty() {
                article.name("author").list(|authors| {
                    for name in &self.byline {
                        authors.object(|author| {
                            author.field("@type", self.type_of_author(name));
                            author.field("name", name);
                        });
                    }
                });
            }
            if let Some(site) = &self.site {
                article.name("publisher").object(|publisher| {
                    publisher.field("@type", "Organization");
                    publisher.field("name", site);
                });
            }
            article.maybe("description", self.description.as_deref());
            article.maybe("articleSection", self.section.as_deref());
            article.maybe("inLanguage", self.language.as_deref());
            article.maybe("image", self.image.as_deref());
            article.texts("keywords", &self.tags);
            article.field("articleBody", self.body());
            let mut things = self.entities.iter().filter_map(thing).peekable();
            if things.peek().is_some() {
                article.name("mentions").list(|list| {
                    for (name, entity) in things {
                        list.object(|thing| write(thing, name, entity));
                    }
                });
            }
        });
        json.finish()
    }

    fn type_of_author(&self, name: &str) -> &'static str {
        let named = |entity: &Entity| {
            entity.label == Label::Org
                && (entity.name == name || entity.aliases.iter().any(|alias| alias == name))
        };
        if self.site.as_deref() == Some(name) || self.entities.iter().any(named) {
            "Organization"
        } else {
            "Person"
        }
    }
}

/// An entity with the name of its type, if it is a thing.
fn thing(entity: &Entity) -> Option<(&'static str, &Entity)> {
    let name = match entity.label {
        Label::Person => "Person",
        Label::Org => "Organization",
        Label::Gpe | Label::Loc | Label::Fac => "Place",
        Label::Event => "Event",
        Label::Product => "Product",
        Label::WorkOfArt => "CreativeWork",
        Label::Law => "Legislation",
        Label::Language => "Language",
        Label::Norp | Label::Title => "Thing",
        _ => return None,
    };
    Some((name, entity))
}

fn write(json: &mut Json, name: &str, entity: &Entity) {
    json.field("@type", name);
    json.field("name", &entity.name);
    json.texts("alternateName", &entity.aliases);
    let known = &entity.identifiers;
    if let Some(item) = &known.wikidata {
        json.field("sameAs", &format!("http://www.wikidata.org/entity/{item}"));
    }
    json.maybe("identifier", known.id.as_deref());
    if let Some([latitude, longitude]) = known.coordinates
        && name == "Place"
        && latitude.is_finite()
        && longitude.is_finite()
    {
        json.name("geo").object(|geo| {
            geo.field("@type", "GeoCoordinates");
            geo.name("latitude").number(latitude);
            geo.name("longitude").number(longitude);
        });
    }
}
