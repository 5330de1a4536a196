//! Mentions of things in the text, and the things.

use std::borrow::Cow;

use super::named_enum;
use crate::Span;

named_enum! {
    /// The type of a mention, as in OntoNotes, and `TITLE`.
    ///
    /// ```
    /// use copydesk_core::record::Label;
    /// assert_eq!(Label::WorkOfArt.as_str(), "WORK_OF_ART");
    /// assert_eq!("GPE".parse::<Label>()?, Label::Gpe);
    /// assert!(Label::Money.is_value());
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
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

impl Label {
    /// Whether it is a temporal expression or a number, and no name.
    ///
    /// ```
    /// use copydesk_core::record::Label;
    /// let names = Label::ALL.iter().filter(|label| !label.is_value());
    /// assert_eq!(names.count(), 12);
    /// ```
    pub fn is_value(self) -> bool {
        matches!(
            self,
            Self::Date
                | Self::Time
                | Self::Percent
                | Self::Money
                | Self::Quantity
                | Self::Ordinal
                | Self::Cardinal
        )
    }
}

named_enum! {
    /// By what a mention or other words are linked to the entity that they stand for.
    ///
    /// ```
    /// use copydesk_core::record::LinkKind;
    /// assert_eq!(LinkKind::SameName.as_str(), "same-name");
    /// assert_eq!("pronoun".parse::<LinkKind>()?, LinkKind::Pronoun);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    LinkKind {
        /// The name in full, or the only one.
        Name = "name",
        /// The same name as elsewhere in the article.
        SameName = "same-name",
        /// A form that the lists know: `UK`, `Burma`.
        Listed = "listed",
        /// The user's own lists.
        Given = "given",
        /// A part of a name: a surname, a given name, `Ministry`.
        Part = "part",
        /// The first letters of a name: `EEF`.
        Acronym = "acronym",
        /// Another spelling: `Sergei`, `Sergey`.
        Spelling = "spelling",
        /// The people of a country: `Russian`.
        Demonym = "demonym",
        /// An office beside the name of who holds it: `President Putin`.
        Apposition = "apposition",
        /// An office whose holder the article names elsewhere: `the Russian president`.
        Office = "office",
        /// A pronoun.
        Pronoun = "pronoun",
        /// A description: `the company`, `the hermit kingdom`.
        Description = "description",
    }
}

/// Why a mention stands for its entity.
///
/// ```
/// use copydesk_core::record::{Link, LinkKind};
/// // "Solheim" stands for who was named in full in the first mention.
/// let link = Link { kind: LinkKind::Part, through: Some(0), confidence: 0.9 };
/// assert_ne!(link, Link::default());
/// assert_eq!(Link::default().kind, LinkKind::Name);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Link {
    /// What links it.
    pub kind: LinkKind,
    /// Index of the mention that it was linked through, in
    /// [`Article::mentions`](super::Article::mentions).
    pub through: Option<u32>,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
}

impl Default for Link {
    fn default() -> Self {
        Self {
            kind: LinkKind::Name,
            through: None,
            confidence: 1.0,
        }
    }
}

/// One mention of something in the text.
///
/// ```
/// use copydesk_core::{Span, record::{Label, Link, Mention}};
/// let text = "The port of Tema reopened.";
/// let mention = Mention {
///     span: Span::new(12, 16),
///     label: Label::Gpe,
///     entity: 0,
///     confidence: 0.95,
///     why: "list:cities".into(),
///     link: Link::default(),
///     metonym_of: None,
///     holders: Vec::new(),
/// };
/// assert_eq!(mention.span.of(text), "Tema");
/// ```
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
    /// Why it stands for its entity.
    #[cfg_attr(feature = "serde", serde(default))]
    pub link: Link,
    /// Index of the country or body that it stands for here, beside its own entity: a capital,
    /// seat or building for a government.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub metonym_of: Option<u32>,
    /// For an office: indices of the people who hold it, as far as the article names them.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub holders: Vec<u32>,
}

/// Words that are no name and stand for an entity: a pronoun or a description.
///
/// ```
/// use copydesk_core::{Span, record::{Link, LinkKind, Reference}};
/// let text = "Solheim left. She was tired.";
/// let she = Reference {
///     span: Span::new(14, 17),
///     entity: 0,
///     link: Link { kind: LinkKind::Pronoun, through: Some(0), confidence: 0.8 },
/// };
/// assert_eq!(she.span.of(text), "She");
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Reference {
    /// Bytes of the text.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub span: Span,
    /// Index of the entity in [`Article::entities`](super::Article::entities).
    pub entity: u32,
    /// Why it stands for it.
    pub link: Link,
}

/// An office that somebody holds.
///
/// ```
/// use copydesk_core::record::Role;
/// // Entity 0 is Norway, and mention 1 says "Foreign Minister".
/// let role = Role { title: "Foreign Minister".to_owned(), of: Some(0), mention: 1 };
/// assert_eq!((role.title.as_str(), role.of), ("Foreign Minister", Some(0)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Role {
    /// The office, in the singular and in title case: `Foreign Minister`.
    pub title: String,
    /// Index of the entity whose office it is: a country, a body, a company.
    pub of: Option<u32>,
    /// Index of the mention that says so, in [`Article::mentions`](super::Article::mentions).
    pub mention: u32,
}

/// What is known about an entity outside the document.
///
/// ```
/// use copydesk_core::record::Identifiers;
/// let oslo = Identifiers {
///     country: Some("NO".to_owned()),
///     geonames: Some(3_143_244),
///     coordinates: Some([59.9, 10.7]),
///     ..Identifiers::default()
/// };
/// assert_eq!((oslo.country.as_deref(), oslo.id), (Some("NO"), None));
/// ```
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
///
/// ```
/// use copydesk_core::record::{Entity, Identifiers, Label};
/// let solheim = Entity {
///     name: "Ingrid Solheim".to_owned(),
///     label: Label::Person,
///     aliases: vec!["Solheim".to_owned()],
///     identifiers: Identifiers::default(),
///     mentions: vec![0, 3],
///     roles: Vec::new(),
///     confidence: 0.9,
/// };
/// assert_eq!(solheim.mentions.len(), 2);
/// ```
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
    /// The offices that the article says it holds; an office is its own one.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub roles: Vec<Role>,
    /// How sure it is that its mentions are one thing: the least of their links, 0 to 1.
    #[cfg_attr(feature = "serde", serde(default = "certain"))]
    pub confidence: f32,
}

#[cfg(feature = "serde")]
fn certain() -> f32 {
    1.0
}
