//! Mentions of things in the text, and the things.

use std::borrow::Cow;

use super::named_enum;
use crate::Span;

named_enum! {
    /// The type of a mention, as in OntoNotes, and `TITLE`.
    Label {
        /// People, surnames alone too.
        Person = "PERSON",
        /// Nationalities, religious and political groups.
        Norp = "NORP",
        /// Buildings, airports, bridges.
        Fac = "FAC",
        /// Companies, agencies, institutions, media.
        Org = "ORG",
        /// Countries, regions with a government, cities.
        Gpe = "GPE",
        /// Other places: seas, mountains, parts of the world.
        Loc = "LOC",
        /// Weapons, vehicles and other products.
        Product = "PRODUCT",
        /// Named events.
        Event = "EVENT",
        /// Titles of books, songs and the like.
        WorkOfArt = "WORK_OF_ART",
        /// Named laws and treaties.
        Law = "LAW",
        /// Languages.
        Language = "LANGUAGE",
        /// Dates and periods.
        Date = "DATE",
        /// Times of the day.
        Time = "TIME",
        /// Percentages.
        Percent = "PERCENT",
        /// Sums of money.
        Money = "MONEY",
        /// Measured quantities.
        Quantity = "QUANTITY",
        /// `first`, `second`, …
        Ordinal = "ORDINAL",
        /// Other numbers.
        Cardinal = "CARDINAL",
        /// An office or role.
        Title = "TITLE",
    }
}

/// One mention of something in the text.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Mention {
    /// Bytes of the text.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
    /// Its type.
    pub label: Label,
    /// Index of the entity in [`Article::entities`](super::Article::entities).
    pub entity: u32,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
    /// What found it, such as `list:countries`, `rule:title-name` or, for a list of the user,
    /// `gazetteer:companies`.
    pub why: Cow<'static, str>,
}

/// What is known about an entity outside the document.
#[derive(Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Identifiers {
    /// ISO 3166-1 alpha-2 code of the country it is, lies in or belongs to.
    pub country: Option<String>,
    /// Wikidata item.
    pub wikidata: Option<String>,
    /// GeoNames id.
    pub geonames: Option<u32>,
    /// Latitude and longitude in degrees.
    pub coordinates: Option<[f64; 2]>,
    /// The id that the user's own gazetteer gives it; then the fields above are empty.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub id: Option<String>,
}

/// A person, place, organisation or other thing that the article mentions.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Entity {
    /// Canonical name.
    pub name: String,
    /// Its type.
    pub label: Label,
    /// The other forms in which the article names it, in order of first use.
    pub aliases: Vec<String>,
    /// Identifiers, where a gazetteer knows them.
    pub identifiers: Identifiers,
    /// Indices of its mentions in [`Article::mentions`](super::Article::mentions), in order.
    pub mentions: Vec<u32>,
}
