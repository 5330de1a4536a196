//! Long tables: a row for each mention, claim, date and the like of many articles.

use std::{fmt, mem, sync::Arc};

use arrow_array::{RecordBatch, cast::AsArray};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use copydesk_core::{
    CodePoints, Error, ErrorKind, SourceSpan, Span, Unit,
    record::{Article, Entity, Identifiers, Participant, Place},
};
use jiff::civil::{Date, date};
use serde::Serialize;

use super::{
    column::Column,
    schema::{field, index, list, number, score, text},
};

/// What a long table has a row for.
///
/// Every table begins with the same columns:
///
/// | column | type | what |
/// |---|---|---|
/// | `article` | uint32 | which article it is, from 0, in the order in which they were put in |
/// | `id`, `uri` | string | id of the article, and its address or path |
/// | `published` | string | as in the record |
/// | `published_day` | date32 | the day of it |
/// | `number` | uint32 | which one of its article it is, from 0: the place in the list of the record |
///
/// All but `entities` go on with the place: `start`, `end` (uint32, code points of the text; null for
/// what stands in a dropped part of the page), `text` (string), `source_start`, `source_end` (uint32) and
/// `source_unit` (string: "byte" or "char"). Then come their own columns, named as in the record
/// where it has the same. Where something is said of an entity, the column holds its name; days are
/// date32, lists are lists of strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LongTable {
    /// Names in the text: `label`, `entity` (its number in the table of entities), `entity_name`, `entity_id`
    /// (the user's own), `country`, `wikidata`, `geonames`, `lat`, `lon`, `confidence`, `why`, `link`,
    /// `metonym_of`, `holders`.
    Mentions,
    /// What the mentions stand for: `name`, `label`, `aliases`, `roles`, `mentions` (how many),
    /// `confidence`, `entity_id`, `country`, `wikidata`, `geonames`, `lat`, `lon`.
    Entities,
    /// Temporal expressions: `type`, `value`, `modifier`, `role`, `anchor`, `first_day`, `last_day`.
    Dates,
    /// Money, percentages and other numbers: `type`, `value`, `unit`, `modifier`, `low` and `high` of a
    /// range, `dimension`, `si_value`, `si_unit`.
    Amounts,
    /// Who said what: `kind`, `verb_class`, `speaker` (the words), `speaker_name`, `speaker_kind`,
    /// `addressee`, `cue`, `quoted`.
    Quotes,
    /// What is confirmed, alleged, denied or expected: `status`, `claimed_by` (the words),
    /// `claimed_by_name`, `claimed_by_kind`, `denied_by`, `cue`, `hedges` (the words), `hedge_kinds`,
    /// `quote` (its number in the table of quotes).
    Claims,
    /// Who did what to whom: `root`, `cameo`, `status`, `who`, `whom`, `where`, `when`, `first_day`,
    /// `last_day`, `clause`, `claim` (its number in the table of claims).
    Events,
}

impl LongTable {
    /// All tables.
    pub const ALL: &'static [Self] = &[
        Self::Mentions,
        Self::Entities,
        Self::Dates,
        Self::Amounts,
        Self::Quotes,
        Self::Claims,
        Self::Events,
    ];

    /// Its name: that of the list in the record.
    ///
    /// ```
    /// assert_eq!(copydesk_io::LongTable::Claims.as_str(), "claims");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mentions => "mentions",
            Self::Entities => "entities",
            Self::Dates => "dates",
            Self::Amounts => "amounts",
            Self::Quotes => "quotes",
            Self::Claims => "claims",
            Self::Events => "events",
        }
    }

    /// Its columns.
    ///
    /// ```
    /// let schema = copydesk_io::LongTable::Mentions.schema();
    /// assert_eq!(schema.field(0).name(), "article");
    /// ```
    pub fn schema(self) -> SchemaRef {
        let mut fields = vec![
            index("article"),
            text("id"),
            text("uri"),
            text("published"),
            day("published_day"),
            index("number"),
        ];
        if self != Self::Entities {
            fields.extend([
                index("start"),
                index("end"),
                text("text"),
                index("source_start"),
                index("source_end"),
                text("source_unit"),
            ]);
        }
        fields.extend(self.own());
        Arc::new(Schema::new(fields))
    }

    /// The columns that no other table has.
    fn own(self) -> Vec<Field> {
        let identifiers = || {
            [
                text("entity_id"),
                text("country"),
                text("wikidata"),
                index("geonames"),
                number("lat"),
                number("lon"),
            ]
        };
        let names = |name| list(name, DataType::Utf8);
        match self {
            Self::Mentions => {
                let mut own = vec![text("label"), index("entity"), text("entity_name")];
                own.extend(identifiers());
                own.extend([score("confidence"), text("why"), text("link")]);
                own.extend([text("metonym_of"), names("holders")]);
                own
            }
            Self::Entities => {
                let mut own = vec![text("name"), text("label"), names("aliases")];
                own.extend([names("roles"), index("mentions"), score("confidence")]);
                own.extend(identifiers());
                own
            }
            Self::Dates => vec![
                text("type"),
                text("value"),
                text("modifier"),
                text("role"),
                text("anchor"),
                day("first_day"),
                day("last_day"),
            ],
            Self::Amounts => vec![
                text("type"),
                number("value"),
                text("unit"),
                text("modifier"),
                number("low"),
                number("high"),
                text("dimension"),
                number("si_value"),
                text("si_unit"),
            ],
            Self::Quotes => vec![
                text("kind"),
                text("verb_class"),
                text("speaker"),
                text("speaker_name"),
                text("speaker_kind"),
                text("addressee"),
                text("cue"),
                names("quoted"),
            ],
            Self::Claims => vec![
                text("status"),
                text("claimed_by"),
                text("claimed_by_name"),
                text("claimed_by_kind"),
                names("denied_by"),
                text("cue"),
                names("hedges"),
                names("hedge_kinds"),
                index("quote"),
            ],
            Self::Events => vec![
                text("root"),
                text("cameo"),
                text("status"),
                names("who"),
                names("whom"),
                text("where"),
                text("when"),
                day("first_day"),
                day("last_day"),
                text("clause"),
                index("claim"),
            ],
        }
    }
}

impl fmt::Display for LongTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for LongTable {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.iter().find(|table| table.as_str() == name);
        found.copied().ok_or_else(|| {
            let names: Vec<_> = Self::ALL.iter().map(|table| table.as_str()).collect();
            let message = format!(
                "there is no table `{name}`; the tables are {}",
                names.join(", ")
            );
            Error::new(ErrorKind::Configuration, message)
        })
    }
}

fn day(name: &str) -> Field {
    field(name, DataType::Date32)
}

/// The rows of a [`LongTable`], which grows by one article at a time.
///
/// ```
/// use copydesk_core::{Span, record::{Article, Entity, Identifiers, Label, Link, Mention}};
/// use copydesk_io::{LongRows, LongTable};
/// let mut article = Article { text: "Oslo agreed.".into(), ..Article::default() };
/// article.offsets = copydesk_core::OffsetMap::identity(12);
/// article.entities.push(Entity {
///     name: "Oslo".into(),
///     label: Label::Gpe,
///     aliases: Vec::new(),
///     identifiers: Identifiers::default(),
///     mentions: vec![0],
///     roles: Vec::new(),
///     confidence: 1.0,
/// });
/// article.mentions.push(Mention {
///     span: Span::new(0, 4),
///     label: Label::Gpe,
///     entity: 0,
///     confidence: 0.9,
///     why: "list:cities".into(),
///     link: Link::default(),
///     metonym_of: None,
///     holders: Vec::new(),
/// });
/// let mut rows = LongRows::new(LongTable::Mentions);
/// rows.push(&article);
/// assert_eq!(rows.len(), 1);
/// let batch = rows.finish();
/// assert_eq!((batch.num_rows(), rows.len()), (1, 0));
/// assert_eq!(batch.schema(), LongTable::Mentions.schema());
/// ```
#[derive(Debug)]
pub struct LongRows {
    table: LongTable,
    rows: Column,
    articles: u32,
}

impl LongRows {
    /// A table without rows.
    pub fn new(table: LongTable) -> Self {
        Self {
            table,
            rows: empty(table),
            articles: 0,
        }
    }

    /// Puts in the rows of an article, behind those of the articles before it. A text that would take a
    /// column of a batch beyond 2 GiB is null: finish batches long before.
    pub fn push(&mut self, article: &Article) {
        let points = CodePoints::new(&article.text);
        let of = Of {
            article: self.articles,
            id: &article.id,
            uri: article.source.uri.as_deref(),
            published: article.published.as_deref(),
            published_day: article.published.as_deref().and_then(days),
            number: 0,
        };
        self.articles += 1;
        let from = From {
            article,
            points: &points,
            of,
            rows: &mut self.rows,
        };
        match self.table {
            LongTable::Mentions => from.mentions(),
            LongTable::Entities => from.entities(),
            LongTable::Dates => from.dates(),
            LongTable::Amounts => from.amounts(),
            LongTable::Quotes => from.quotes(),
            LongTable::Claims => from.claims(),
            LongTable::Events => from.events(),
        }
    }

    /// How many rows are in.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What they take, in bytes.
    pub fn bytes(&self) -> usize {
        self.rows.bytes()
    }

    /// The batch of these rows; the next one begins. Articles are counted on.
    pub fn finish(&mut self) -> RecordBatch {
        let rows = mem::replace(&mut self.rows, empty(self.table)).finish();
        RecordBatch::from(rows.as_struct())
    }
}

fn empty(table: LongTable) -> Column {
    let fields = table.schema().fields().clone();
    Column::new(&Arc::new(Field::new_struct("row", fields, false)))
}

/// Days since 1970 of the day that a text begins with.
fn days(text: &str) -> Option<i32> {
    let day: Date = text.get(..10)?.parse().ok()?;
    let days = day.since((jiff::Unit::Day, date(1970, 1, 1))).ok()?;
    Some(days.get_days())
}

/// The first and the last day of an interval, which names the day behind the last.
fn first_and_last(interval: Option<&[String; 2]>) -> (Option<i32>, Option<i32>) {
    let Some([first, after]) = interval else {
        return (None, None);
    };
    (days(first), days(after).map(|after| after - 1))
}

/// Which article a row is of.
#[derive(Clone, Copy, Serialize)]
struct Of<'a> {
    article: u32,
    id: &'a str,
    uri: Option<&'a str>,
    published: Option<&'a str>,
    published_day: Option<i32>,
    number: u32,
}

/// A row: whose it is, where it stands, and what else it says.
#[derive(Serialize)]
struct Row<'a, T> {
    #[serde(flatten)]
    of: Of<'a>,
    #[serde(flatten)]
    spot: Option<Spot<'a>>,
    #[serde(flatten)]
    own: T,
}

#[derive(Serialize)]
struct Spot<'a> {
    start: Option<u32>,
    end: Option<u32>,
    text: &'a str,
    source_start: u32,
    source_end: u32,
    source_unit: &'static str,
}

/// What is known of an entity outside the article.
#[derive(Serialize, Default)]
struct Known<'a> {
    entity_id: Option<&'a str>,
    country: Option<&'a str>,
    wikidata: Option<&'a str>,
    geonames: Option<u32>,
    lat: Option<f64>,
    lon: Option<f64>,
}

impl<'a> Known<'a> {
    fn new(identifiers: &'a Identifiers) -> Self {
        Self {
            entity_id: identifiers.id.as_deref(),
            country: identifiers.country.as_deref(),
            wikidata: identifiers.wikidata.as_deref(),
            geonames: identifiers.geonames,
            lat: identifiers.coordinates.map(|[lat, _]| lat),
            lon: identifiers.coordinates.map(|[_, lon]| lon),
        }
    }
}

/// An article that rows are made of.
struct From<'a, 'b> {
    article: &'a Article,
    points: &'b CodePoints,
    of: Of<'a>,
    rows: &'b mut Column,
}

impl<'a> From<'a, '_> {
    fn row(&mut self, spot: Option<Spot<'a>>, own: impl Serialize) {
        let row = Row {
            of: self.of,
            spot,
            own,
        };
        let fits = row.serialize(&mut *self.rows);
        fits.expect("no value of a row is one that no column is for");
        self.of.number += 1;
    }

    fn spot(&self, span: Option<Span>, source: SourceSpan, text: &'a str) -> Option<Spot<'a>> {
        let source = self.article.source_in_unit(source);
        Some(Spot {
            start: span.map(|span| self.points.to_point(span.start)),
            end: span.map(|span| self.points.to_point(span.end)),
            text,
            source_start: source.start,
            source_end: source.end,
            source_unit: match self.article.source.unit {
                Unit::Byte => "byte",
                Unit::Char => "char",
            },
        })
    }

    fn at(&self, span: Span) -> Option<Spot<'a>> {
        self.spot(Some(span), self.article.source_of(span), self.words(span))
    }

    fn at_place(&self, place: &'a Place) -> Option<Spot<'a>> {
        let source = self.article.source_of_place(place);
        self.spot(place.span(), source, self.article.surface(place))
    }

    fn words(&self, span: Span) -> &'a str {
        span.of(&self.article.text)
    }

    fn entity(&self, index: u32) -> Option<&'a Entity> {
        self.article.entities.get(index as usize)
    }

    fn name(&self, index: Option<u32>) -> Option<&'a str> {
        Some(&self.entity(index?)?.name)
    }

    fn names(&self, indices: &[u32]) -> Vec<&'a str> {
        let names = indices.iter().map(|&index| self.name(Some(index)));
        names.flatten().collect()
    }

    /// The name of a participant, else the words.
    fn participant(&self, participant: &Participant) -> &'a str {
        let name = self.name(participant.entity);
        name.unwrap_or_else(|| self.words(participant.span))
    }

    fn mentions(mut self) {
        #[derive(Serialize)]
        struct Own<'a> {
            label: &'a str,
            entity: u32,
            entity_name: Option<&'a str>,
            #[serde(flatten)]
            known: Known<'a>,
            confidence: f32,
            why: &'a str,
            link: &'a str,
            metonym_of: Option<&'a str>,
            holders: Vec<&'a str>,
        }
        for mention in &self.article.mentions {
            let entity = self.entity(mention.entity);
            let own = Own {
                label: mention.label.as_str(),
                entity: mention.entity,
                entity_name: self.name(Some(mention.entity)),
                known: entity.map_or_else(Known::default, |it| Known::new(&it.identifiers)),
                confidence: mention.confidence,
                why: &mention.why,
                link: mention.link.kind.as_str(),
                metonym_of: self.name(mention.metonym_of),
                holders: self.names(&mention.holders),
            };
            self.row(self.at(mention.span), own);
        }
    }

    fn entities(mut self) {
        #[derive(Serialize)]
        struct Own<'a> {
            name: &'a str,
            label: &'a str,
            aliases: &'a [String],
            roles: Vec<&'a str>,
            mentions: usize,
            confidence: f32,
            #[serde(flatten)]
            known: Known<'a>,
        }
        for entity in &self.article.entities {
            let own = Own {
                name: &entity.name,
                label: entity.label.as_str(),
                aliases: &entity.aliases,
                roles: entity.roles.iter().map(|role| &*role.title).collect(),
                mentions: entity.mentions.len(),
                confidence: entity.confidence,
                known: Known::new(&entity.identifiers),
            };
            self.row(None, own);
        }
    }

    fn dates(mut self) {
        #[derive(Serialize)]
        struct Own<'a> {
            r#type: &'a str,
            value: &'a str,
            modifier: Option<&'a str>,
            role: &'a str,
            anchor: Option<&'a str>,
            first_day: Option<i32>,
            last_day: Option<i32>,
        }
        for date in &self.article.dates {
            let (first_day, last_day) = first_and_last(date.interval.as_ref());
            let own = Own {
                r#type: date.kind.as_str(),
                value: &date.value,
                modifier: date.modifier.as_deref(),
                role: date.role.as_str(),
                anchor: date.anchor.map(copydesk_core::record::Anchor::as_str),
                first_day,
                last_day,
            };
            self.row(self.at_place(&date.place), own);
        }
    }

    fn amounts(mut self) {
        #[derive(Serialize)]
        struct Own<'a> {
            r#type: &'a str,
            value: f64,
            unit: Option<&'a str>,
            modifier: Option<&'a str>,
            low: Option<f64>,
            high: Option<f64>,
            dimension: Option<&'a str>,
            si_value: Option<f64>,
            si_unit: Option<&'a str>,
        }
        for amount in &self.article.amounts {
            let own = Own {
                r#type: amount.kind.as_str(),
                value: amount.value,
                unit: amount.unit.as_deref(),
                modifier: amount.modifier.map(copydesk_core::record::Modifier::as_str),
                low: amount.range.map(|[low, _]| low),
                high: amount.range.map(|[_, high]| high),
                dimension: (amount.dimension).map(copydesk_core::record::Dimension::as_str),
                si_value: amount.si.as_ref().map(|si| si.value),
                si_unit: amount.si.as_ref().map(|si| &*si.unit),
            };
            self.row(self.at_place(&amount.place), own);
        }
    }

    fn quotes(mut self) {
        #[derive(Serialize)]
        struct Own<'a> {
            kind: &'a str,
            verb_class: &'a str,
            speaker: Option<&'a str>,
            speaker_name: Option<&'a str>,
            speaker_kind: &'a str,
            addressee: Option<&'a str>,
            cue: Option<&'a str>,
            quoted: Vec<&'a str>,
        }
        for quote in &self.article.quotes {
            let own = Own {
                kind: quote.kind.as_str(),
                verb_class: quote.verb_class.as_str(),
                speaker: quote.speaker.map(|span| self.words(span)),
                speaker_name: self.name(quote.speaker_entity),
                speaker_kind: quote.speaker_kind.as_str(),
                addressee: self.name(quote.addressee),
                cue: quote.cue.map(|span| self.words(span)),
                quoted: quote.quoted.iter().map(|&span| self.words(span)).collect(),
            };
            self.row(self.at(quote.content), own);
        }
    }

    fn claims(mut self) {
        #[derive(Serialize)]
        struct Own<'a> {
            status: &'a str,
            claimed_by: Option<&'a str>,
            claimed_by_name: Option<&'a str>,
            claimed_by_kind: &'a str,
            denied_by: Vec<&'a str>,
            cue: Option<&'a str>,
            hedges: Vec<&'a str>,
            hedge_kinds: Vec<&'a str>,
            quote: Option<u32>,
        }
        for claim in &self.article.claims {
            let hedges = claim.hedges.iter();
            let own = Own {
                status: claim.status.as_str(),
                claimed_by: claim.source.map(|span| self.words(span)),
                claimed_by_name: self.name(claim.source_entity),
                claimed_by_kind: claim.source_kind.as_str(),
                denied_by: self.names(&claim.denied_by),
                cue: claim.cue.map(|span| self.words(span)),
                hedges: hedges.clone().map(|hedge| self.words(hedge.cue)).collect(),
                hedge_kinds: hedges.map(|hedge| hedge.kind.as_str()).collect(),
                quote: claim.quote,
            };
            self.row(self.at(claim.content), own);
        }
    }

    fn events(mut self) {
        #[derive(Serialize)]
        struct Own<'a> {
            root: &'a str,
            cameo: &'a str,
            status: &'a str,
            who: Vec<&'a str>,
            whom: Vec<&'a str>,
            r#where: Option<&'a str>,
            when: Option<&'a str>,
            first_day: Option<i32>,
            last_day: Option<i32>,
            clause: &'a str,
            claim: Option<u32>,
        }
        for event in &self.article.events {
            let when = event.when.as_ref();
            let interval = when.and_then(|when| when.interval.as_ref());
            let (first_day, last_day) = first_and_last(interval);
            let sides = |side: &[Participant]| side.iter().map(|it| self.participant(it)).collect();
            let own = Own {
                root: event.root.as_str(),
                cameo: &event.cameo,
                status: event.status.as_str(),
                who: sides(&event.who),
                whom: sides(&event.whom),
                r#where: event.place.as_ref().map(|it| self.participant(it)),
                when: when.map(|when| &*when.value),
                first_day,
                last_day,
                clause: self.words(event.clause),
                claim: event.claim,
            };
            self.row(self.at(event.trigger), own);
        }
    }
}
