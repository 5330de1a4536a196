//! Values: dates, amounts and patterns, each with a resolved form.

use super::named_enum;
use crate::{SourceSpan, Span};

/// Where a value stands: in the text, or in a part of the page that was dropped.
///
/// ```
/// use copydesk_core::{SourceSpan, Span, record::Place};
/// let kept = Place::Text(Span::new(3, 9));
/// let dropped = Place::Dropped { source: SourceSpan::new(0, 10), surface: "2024-05-02".to_owned() };
/// assert_eq!(kept.span(), Some(Span::new(3, 9)));
/// assert_eq!(dropped.span(), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Bytes of the text.
    Text(Span),
    /// A dropped block: its bytes in the source, and what stands there.
    Dropped {
        /// Bytes of the source.
        source: SourceSpan,
        /// The words.
        surface: String,
    },
}

impl Place {
    /// The place in the text, if it is there.
    ///
    /// ```
    /// use copydesk_core::{Span, record::Place};
    /// assert_eq!(Place::Text(Span::new(3, 9)).span(), Some(Span::new(3, 9)));
    /// ```
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Text(span) => Some(*span),
            Self::Dropped { .. } => None,
        }
    }
}

impl Default for Place {
    fn default() -> Self {
        Self::Text(Span::default())
    }
}

named_enum! {
    /// The TIMEX3 type of a temporal expression.
    ///
    /// ```
    /// use copydesk_core::record::TemporalKind;
    /// assert_eq!(TemporalKind::Duration.as_str(), "DURATION"); // `three weeks`
    /// assert_eq!("SET".parse::<TemporalKind>()?, TemporalKind::Set);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    TemporalKind {
        /// A day, month, year or other calendar period, also a vague one.
        Date = "DATE",
        /// A time of the day.
        Time = "TIME",
        /// A length of time.
        Duration = "DURATION",
        /// Something that recurs.
        Set = "SET",
    }
}

named_enum! {
    /// What a date is about.
    ///
    /// ```
    /// use copydesk_core::record::DateRole;
    /// assert_eq!(DateRole::PageView.as_str(), "page-view");
    /// assert_eq!("content".parse::<DateRole>()?, DateRole::Content);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    DateRole {
        /// Something that the article reports.
        Content = "content",
        /// The day the article was published.
        Published = "published",
        /// The day the article was changed.
        Modified = "modified",
        /// The day the page was viewed or crawled.
        PageView = "page-view",
        /// The year of a copyright line.
        Copyright = "copyright",
    }
}

named_enum! {
    /// What a temporal expression counts from.
    ///
    /// ```
    /// use copydesk_core::record::Anchor;
    /// assert_eq!(Anchor::Mentioned.as_str(), "mentioned"); // `three weeks later`
    /// assert_eq!("reference".parse::<Anchor>()?, Anchor::Reference);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    Anchor {
        /// The reference date: `yesterday`, `last week`, `Friday`, `May 3` without a year.
        Reference = "reference",
        /// The date mentioned before it: `three weeks later`, `that year`.
        Mentioned = "mentioned",
    }
}

/// Another meaning that a temporal expression may have.
///
/// ```
/// use copydesk_core::record::Reading;
/// // `5/6/2024` as the sixth of May.
/// let other = Reading {
///     value: "2024-05-06".to_owned(),
///     interval: Some(["2024-05-06".to_owned(), "2024-05-07".to_owned()]),
///     confidence: 0.25,
/// };
/// assert_eq!(1.0 - other.confidence, 0.75); // that of the first reading
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Reading {
    /// Its TIMEX3 value.
    pub value: String,
    /// As [`Temporal::interval`].
    pub interval: Option<[String; 2]>,
    /// How likely it is, from 0 to 1. What all readings leave of 1 is the first one's.
    pub confidence: f32,
}

/// A temporal expression.
///
/// ```
/// use copydesk_core::{Span, record::{Anchor, DateRole, Place, Temporal, TemporalKind}};
/// let text = "It rained yesterday.";
/// let yesterday = Temporal {
///     place: Place::Text(Span::new(10, 19)),
///     kind: TemporalKind::Date,
///     value: "2024-05-01".to_owned(),
///     modifier: None,
///     interval: Some(["2024-05-01".to_owned(), "2024-05-02".to_owned()]),
///     role: DateRole::Content,
///     anchor: Some(Anchor::Reference),
///     alternatives: Vec::new(),
/// };
/// assert_eq!(yesterday.place.span().map(|span| span.of(text)), Some("yesterday"));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Temporal {
    /// Where it stands.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub place: Place,
    /// Its TIMEX3 type.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub kind: TemporalKind,
    /// Its TIMEX3 value, such as `2023-09-12`, `2023-10`, `XXXX-09-13`, `PAST_REF`, `P3D`.
    pub value: String,
    /// TIMEX3 modifier: `START`, `MID`, `END`, `APPROX`, `BEFORE`, `AFTER`, …
    pub modifier: Option<String>,
    /// First day, and the day after the last one, as ISO dates, where the value is resolved.
    pub interval: Option<[String; 2]>,
    /// What the date is about.
    pub role: DateRole,
    /// What the value was counted from; `None` where the words say it all.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub anchor: Option<Anchor>,
    /// Other readings, likelier ones first: `5/6/2024`, or `December` in October.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub alternatives: Vec<Reading>,
}

named_enum! {
    /// What an amount measures.
    ///
    /// ```
    /// use copydesk_core::record::AmountKind;
    /// assert_eq!(AmountKind::Money.as_str(), "MONEY");
    /// assert_eq!("PERCENT".parse::<AmountKind>()?, AmountKind::Percent);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    AmountKind {
        /// A sum of money; the unit is an ISO 4217 code.
        Money = "MONEY",
        /// A percentage.
        Percent = "PERCENT",
        /// A number of something; the unit says of what.
        Quantity = "QUANTITY",
        /// A position in an order.
        Ordinal = "ORDINAL",
        /// A bare number.
        Cardinal = "CARDINAL",
    }
}

named_enum! {
    /// How a number is qualified.
    ///
    /// ```
    /// use copydesk_core::record::Modifier;
    /// assert_eq!(Modifier::MoreThan.as_str(), "more_than"); // `over`
    /// assert_eq!("at_least".parse::<Modifier>()?, Modifier::AtLeast);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    Modifier {
        /// `over`, `more than`
        MoreThan = "more_than",
        /// `under`, `less than`
        LessThan = "less_than",
        /// `about`, `around`, `nearly`
        Approximate = "approximate",
        /// `at least`
        AtLeast = "at_least",
        /// `up to`, `at most`
        AtMost = "at_most",
    }
}

named_enum! {
    /// What kind of thing a unit of measure measures.
    ///
    /// ```
    /// use copydesk_core::record::Dimension;
    /// assert_eq!(Dimension::Mass.as_str(), "mass");
    /// assert_eq!("speed".parse::<Dimension>()?, Dimension::Speed);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    Dimension {
        /// How long or far.
        Length = "length",
        /// A surface.
        Area = "area",
        /// What something holds.
        Volume = "volume",
        /// How heavy.
        Mass = "mass",
        /// How fast.
        Speed = "speed",
        /// How warm.
        Temperature = "temperature",
        /// How old.
        Age = "age",
        /// A turn.
        Angle = "angle",
        /// Bits and bytes.
        Information = "information",
        /// Watts.
        Power = "power",
        /// Joules.
        Energy = "energy",
        /// How often in a second.
        Frequency = "frequency",
        /// Volts.
        Voltage = "voltage",
        /// Pascals.
        Pressure = "pressure",
    }
}

/// A measure in the unit that the International System has for it.
///
/// ```
/// use copydesk_core::record::Si;
/// let mile = Si { value: 1609.344, unit: "m".to_owned() };
/// assert_eq!(format!("{} {}", mile.value, mile.unit), "1609.344 m");
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Si {
    /// How many.
    pub value: f64,
    /// Of what: `m`, `m2`, `m3`, `kg`, `m/s`, `K`, `rad`, `W`, `J`, `Hz`, `V`, `Pa`; bytes as `B`.
    pub unit: String,
}

/// A number with what it counts or measures.
///
/// ```
/// use copydesk_core::{Span, record::{Amount, AmountKind, Modifier, Place}};
/// let text = "It cost over $2.5m.";
/// let cost = Amount {
///     place: Place::Text(Span::new(13, 18)),
///     kind: AmountKind::Money,
///     value: 2_500_000.0,
///     unit: Some("USD".to_owned()),
///     modifier: Some(Modifier::MoreThan),
///     magnitude: Some(1_000_000.0),
///     range: None,
///     dimension: None,
///     si: None,
/// };
/// assert_eq!(cost.place.span().map(|span| span.of(text)), Some("$2.5m"));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Amount {
    /// Where it stands.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub place: Place,
    /// What it measures.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub kind: AmountKind,
    /// The number, with its magnitude (`2.5 million` is 2,500,000).
    pub value: f64,
    /// ISO 4217 code, unit of measure, or the noun that is counted. Money without a code that
    /// could be told has the name of its coin or currency, such as `cent` or `franc`.
    pub unit: Option<String>,
    /// How the number is qualified.
    pub modifier: Option<Modifier>,
    /// The power of ten that a word or letter behind the number stands for: 1,000,000 in
    /// `2.5 million` and `$2.5m`.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub magnitude: Option<f64>,
    /// Both ends of the range that the number is an end of, such as 5 and 10 in `5-10%`.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub range: Option<[f64; 2]>,
    /// What a unit of measure measures.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub dimension: Option<Dimension>,
    /// The measure in the unit of the International System.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub si: Option<Si>,
}

named_enum! {
    /// What a pattern is.
    ///
    /// ```
    /// use copydesk_core::record::PatternKind;
    /// assert_eq!(PatternKind::Iban.as_str(), "iban");
    /// assert_eq!("hashtag".parse::<PatternKind>()?, PatternKind::Hashtag);
    /// # Ok::<(), copydesk_core::Error>(())
    /// ```
    PatternKind {
        /// An e-mail address.
        Email = "email",
        /// A web address.
        Url = "url",
        /// A phone number.
        Phone = "phone",
        /// A user handle.
        Handle = "handle",
        /// A hashtag.
        Hashtag = "hashtag",
        /// An IP address.
        Ip = "ip",
        /// A globally unique identifier.
        Guid = "guid",
        /// An MD5, SHA-1 or SHA-256 sum, in hexadecimal digits.
        Hash = "hash",
        /// An international bank account number, its check digits right.
        Iban = "iban",
        /// A latitude and a longitude, in degrees; the value is `latitude,longitude`.
        Coordinates = "coordinates",
        /// An international standard book number, its check digit right.
        Isbn = "isbn",
        /// A share by its exchange and symbol, such as `NASDAQ:GOOG`, or `$GOOG`.
        Ticker = "ticker",
    }
}

/// Something with a fixed form.
///
/// ```
/// use copydesk_core::{Span, record::{Pattern, PatternKind, Place}};
/// let tag = Pattern {
///     place: Place::Text(Span::new(0, 10)),
///     kind: PatternKind::Hashtag,
///     value: "icebucket".to_owned(),
///     words: vec!["Ice".to_owned(), "Bucket".to_owned()],
///     region: None,
/// };
/// assert_eq!(tag.words.join(" "), "Ice Bucket");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Pattern {
    /// Where it stands.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub place: Place,
    /// What it is.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub kind: PatternKind,
    /// Its normal form.
    pub value: String,
    /// The words of a hashtag that is written as one: `Ice`, `Bucket` in `#IceBucket`.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub words: Vec<String>,
    /// The region (ISO 3166-1 alpha-2) in whose numbering plan a phone number is valid; the value
    /// is its international form then.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub region: Option<String>,
}
