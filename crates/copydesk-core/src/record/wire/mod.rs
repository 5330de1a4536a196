//! `copydesk.article/1`: the record as it leaves Rust.
//!
//! The types here mirror the record with offsets in the units of the boundary and with the
//! words and the source of everything that has a place, so that a reader needs neither the
//! offset map nor the raw page. They are private: [`Article`] implements `Serialize` and
//! `Deserialize` through them. Quotes, claims and events are in [`statements`].

mod statements;

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use self::statements::{ClaimJson, EventJson, QuoteJson};
use super::{
    Amount, Article, Block, BlockKind, Cell, Container, DropReason, Edit, Entity, Evidence,
    Mention, Pattern, Place, Reference, SCHEMA, Source, Temporal,
};
use crate::{
    CodePoints, Diagnostic, MAX_DOCUMENT_BYTES, OffsetMap, Segment, SegmentKind, Severity,
    SourceSpan, Span, Token, TokenClass, Unit, code_points::CodePointsBuilder,
};

#[derive(Serialize, Deserialize)]
struct ArticleJson<'a> {
    schema: Cow<'a, str>,
    id: Cow<'a, str>,
    source: Cow<'a, Source>,
    title: Option<Cow<'a, str>>,
    byline: Cow<'a, [String]>,
    site: Option<Cow<'a, str>>,
    published: Option<Cow<'a, str>>,
    modified: Option<Cow<'a, str>>,
    language: Option<Cow<'a, str>>,
    section: Option<Cow<'a, str>>,
    image: Option<Cow<'a, str>>,
    canonical_url: Option<Cow<'a, str>>,
    #[serde(default)]
    description: Option<Cow<'a, str>>,
    #[serde(default)]
    tags: Cow<'a, [String]>,
    article_score: f32,
    evidence: Vec<EvidenceJson<'a>>,
    blocks: Vec<BlockJson<'a>>,
    text: Cow<'a, str>,
    offsets: Vec<(u32, u32, u32, u32, SegmentKind)>,
    edits: Vec<EditJson<'a>>,
    sentences: Vec<SpanJson<'a>>,
    tokens: Vec<TokenJson<'a>>,
    mentions: Vec<Placed<'a, Cow<'a, Mention>>>,
    entities: Cow<'a, [Entity]>,
    #[serde(default)]
    references: Vec<Placed<'a, Cow<'a, Reference>>>,
    dates: Vec<Placed<'a, Cow<'a, Temporal>>>,
    amounts: Vec<Placed<'a, Cow<'a, Amount>>>,
    patterns: Vec<Placed<'a, Cow<'a, Pattern>>>,
    quotes: Vec<QuoteJson<'a>>,
    claims: Vec<ClaimJson<'a>>,
    #[serde(default)]
    events: Vec<EventJson<'a>>,
    diagnostics: Vec<DiagnosticJson<'a>>,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
struct Range {
    start: u32,
    end: u32,
}

/// Something with a place, its own fields beside it.
#[derive(Serialize, Deserialize)]
struct Placed<'a, T> {
    start: Option<u32>,
    end: Option<u32>,
    text: Cow<'a, str>,
    source: Range,
    #[serde(flatten)]
    item: T,
}

#[derive(Serialize, Deserialize)]
struct SpanJson<'a> {
    start: u32,
    end: u32,
    text: Cow<'a, str>,
    source: Range,
}

#[derive(Serialize, Deserialize)]
struct TokenJson<'a> {
    #[serde(flatten)]
    span: SpanJson<'a>,
    class: TokenClass,
}

#[derive(Serialize, Deserialize)]
struct EvidenceJson<'a> {
    field: Cow<'a, str>,
    from: Cow<'a, str>,
    source: Option<Range>,
}

#[derive(Serialize, Deserialize)]
struct BlockJson<'a> {
    kind: BlockKind,
    level: Option<u8>,
    kept: bool,
    dropped: Option<DropReason>,
    start: Option<u32>,
    end: Option<u32>,
    text: Cow<'a, str>,
    source: Range,
    #[serde(default, skip_serializing_if = "<[Container]>::is_empty")]
    within: Cow<'a, [Container]>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    cells: Vec<CellJson<'a>>,
}

#[derive(Serialize, Deserialize)]
struct CellJson<'a> {
    #[serde(flatten)]
    span: SpanJson<'a>,
    #[serde(default, skip_serializing_if = "is_false")]
    header: bool,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    columns: u16,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    rows: u16,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde calls"
)]
fn is_false(value: &bool) -> bool {
    !*value
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde calls"
)]
fn is_one(value: &u16) -> bool {
    *value == 1
}

fn one() -> u16 {
    1
}

#[derive(Serialize, Deserialize)]
struct EditJson<'a> {
    rule: Cow<'a, str>,
    before: Cow<'a, str>,
    #[serde(flatten)]
    span: SpanJson<'a>,
}

#[derive(Serialize, Deserialize)]
struct DiagnosticJson<'a> {
    code: Cow<'a, str>,
    severity: Severity,
    message: Cow<'a, str>,
    start: Option<u32>,
    end: Option<u32>,
    source: Option<Range>,
}

/// Carries byte offsets of one article out of Rust.
struct Out<'a> {
    article: &'a Article,
    points: CodePoints,
}

impl<'a> Out<'a> {
    fn range(&self, span: Span) -> Range {
        Range {
            start: self.points.to_point(span.start),
            end: self.points.to_point(span.end),
        }
    }

    fn source(&self, span: SourceSpan) -> Range {
        let SourceSpan { start, end } = self.article.source_in_unit(span);
        Range { start, end }
    }

    fn span(&self, span: Span) -> SpanJson<'a> {
        let Range { start, end } = self.range(span);
        SpanJson {
            start,
            end,
            text: Cow::Borrowed(span.of(&self.article.text)),
            source: self.source(self.article.source_of(span)),
        }
    }

    fn placed<T: Clone>(&self, place: &'a Place, item: &'a T) -> Placed<'a, Cow<'a, T>> {
        let range = place.span().map(|span| self.range(span));
        Placed {
            start: range.map(|range| range.start),
            end: range.map(|range| range.end),
            text: Cow::Borrowed(self.article.surface(place)),
            source: self.source(self.article.source_of_place(place)),
            item: Cow::Borrowed(item),
        }
    }

    fn at<T: Clone>(&self, span: Span, item: &'a T) -> Placed<'a, Cow<'a, T>> {
        let SpanJson {
            start,
            end,
            text,
            source,
        } = self.span(span);
        Placed {
            start: Some(start),
            end: Some(end),
            text,
            source,
            item: Cow::Borrowed(item),
        }
    }

    fn spans(&self, spans: &[Span]) -> Vec<SpanJson<'a>> {
        spans.iter().map(|&span| self.span(span)).collect()
    }

    fn block(&self, block: &'a Block) -> BlockJson<'a> {
        let range = block.span.map(|span| self.range(span));
        BlockJson {
            kind: block.kind,
            level: block.level,
            kept: block.kept(),
            dropped: block.dropped,
            start: range.map(|range| range.start),
            end: range.map(|range| range.end),
            text: Cow::Borrowed(
                block
                    .span
                    .map_or(&block.content, |span| span.of(&self.article.text)),
            ),
            source: self.source(block.source),
            within: Cow::Borrowed(&block.within),
            cells: block.cells.iter().map(|cell| self.cell(cell)).collect(),
        }
    }

    fn cell(&self, cell: &Cell) -> CellJson<'a> {
        CellJson {
            span: self.span(cell.span),
            header: cell.header,
            columns: cell.columns,
            rows: cell.rows,
        }
    }

    fn segment(&self, segment: Segment) -> (u32, u32, u32, u32, SegmentKind) {
        let (text, source) = (self.range(segment.text), self.source(segment.source));
        (text.start, text.end, source.start, source.end, segment.kind)
    }

    fn diagnostic(&self, diagnostic: &'a Diagnostic) -> DiagnosticJson<'a> {
        let range = diagnostic.span.map(|span| self.range(span));
        let source = diagnostic
            .source
            .or_else(|| diagnostic.span.map(|span| self.article.source_of(span)));
        DiagnosticJson {
            code: Cow::Borrowed(&diagnostic.code),
            severity: diagnostic.severity,
            message: Cow::Borrowed(&diagnostic.message),
            start: range.map(|range| range.start),
            end: range.map(|range| range.end),
            source: source.map(|span| self.source(span)),
        }
    }
}

fn text(value: Option<&String>) -> Option<Cow<'_, str>> {
    value.map(|value| Cow::Borrowed(value.as_str()))
}

impl Serialize for Article {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let out = Out {
            article: self,
            points: CodePoints::new(&self.text),
        };
        let json = ArticleJson {
            schema: Cow::Borrowed(SCHEMA),
            id: Cow::Borrowed(&self.id),
            source: Cow::Borrowed(&self.source),
            title: text(self.title.as_ref()),
            byline: Cow::Borrowed(&self.byline),
            site: text(self.site.as_ref()),
            published: text(self.published.as_ref()),
            modified: text(self.modified.as_ref()),
            language: text(self.language.as_ref()),
            section: text(self.section.as_ref()),
            image: text(self.image.as_ref()),
            canonical_url: text(self.canonical_url.as_ref()),
            description: text(self.description.as_ref()),
            tags: Cow::Borrowed(&self.tags),
            article_score: self.article_score,
            evidence: self
                .evidence
                .iter()
                .map(|evidence| EvidenceJson {
                    field: Cow::Borrowed(&evidence.field),
                    from: Cow::Borrowed(&evidence.from),
                    source: evidence.source.map(|span| out.source(span)),
                })
                .collect(),
            blocks: self.blocks.iter().map(|block| out.block(block)).collect(),
            text: Cow::Borrowed(&self.text),
            offsets: self
                .offsets
                .segments()
                .map(|segment| out.segment(segment))
                .collect(),
            edits: self
                .edits
                .iter()
                .map(|edit| EditJson {
                    rule: Cow::Borrowed(&edit.rule),
                    before: Cow::Borrowed(&edit.before),
                    span: SpanJson {
                        source: out.source(edit.source),
                        ..out.span(edit.span)
                    },
                })
                .collect(),
            sentences: self.sentences.iter().map(|&span| out.span(span)).collect(),
            tokens: self
                .tokens
                .iter()
                .map(|token| TokenJson {
                    span: out.span(token.span),
                    class: token.class,
                })
                .collect(),
            mentions: self
                .mentions
                .iter()
                .map(|mention| out.at(mention.span, mention))
                .collect(),
            entities: Cow::Borrowed(&self.entities),
            references: self
                .references
                .iter()
                .map(|reference| out.at(reference.span, reference))
                .collect(),
            dates: self
                .dates
                .iter()
                .map(|date| out.placed(&date.place, date))
                .collect(),
            amounts: self
                .amounts
                .iter()
                .map(|amount| out.placed(&amount.place, amount))
                .collect(),
            patterns: self
                .patterns
                .iter()
                .map(|pattern| out.placed(&pattern.place, pattern))
                .collect(),
            quotes: self.quotes.iter().map(|quote| out.quote(quote)).collect(),
            claims: self.claims.iter().map(|claim| out.claim(claim)).collect(),
            events: self.events.iter().map(|event| out.event(event)).collect(),
            diagnostics: self
                .diagnostics
                .iter()
                .map(|diagnostic| out.diagnostic(diagnostic))
                .collect(),
        };
        json.serialize(serializer)
    }
}

/// Carries offsets of the boundary back to bytes.
struct In<'a> {
    text: &'a str,
    points: CodePoints,
    source_points: Option<CodePoints>,
}

impl In<'_> {
    fn span(&self, start: u32, end: u32) -> Span {
        let (start, end) = (self.points.to_byte(start), self.points.to_byte(end));
        Span::new(start, end.max(start))
    }

    fn source(&self, range: Range) -> SourceSpan {
        let (start, end) = match &self.source_points {
            None => (range.start, range.end),
            Some(points) => (points.to_byte(range.start), points.to_byte(range.end)),
        };
        SourceSpan::new(start, end.max(start))
    }

    fn option(&self, start: Option<u32>, end: Option<u32>) -> Option<Span> {
        Some(self.span(start?, end?))
    }

    fn span_of(&self, json: &SpanJson<'_>) -> Span {
        self.span(json.start, json.end)
    }

    fn maybe(&self, json: Option<&SpanJson<'_>>) -> Option<Span> {
        json.map(|span| self.span_of(span))
    }

    fn spans(&self, json: &[SpanJson<'_>]) -> Vec<Span> {
        json.iter().map(|span| self.span_of(span)).collect()
    }

    fn place<T>(&self, json: &Placed<'_, T>) -> Place {
        match self.option(json.start, json.end) {
            Some(span) => Place::Text(span),
            None => Place::Dropped {
                source: self.source(json.source),
                surface: json.text.as_ref().to_owned(),
            },
        }
    }
}

/// An index of the source of a record whose source offsets are code points.
///
/// The source itself is not in the record. Copied stretches are as wide as the text; what was
/// replaced or deleted is only ever counted in code points, so each counts as one byte.
fn source_index<E: de::Error>(
    json: &ArticleJson<'_>,
    points: &CodePoints,
) -> Result<Option<CodePoints>, E> {
    if json.source.unit == Unit::Byte {
        return Ok(None);
    }
    let mut builder = CodePointsBuilder::default();
    let mut bytes = 0;
    for &(text_start, text_end, source_start, source_end, kind) in &json.offsets {
        if kind == SegmentKind::Copy {
            let span = points.to_byte(text_start) as usize..points.to_byte(text_end) as usize;
            let copied = json.text.get(span).unwrap_or_default();
            bytes += copied.len() as u64;
            fits(bytes)?;
            for letter in copied.chars() {
                builder.push(letter.len_utf8() as u8, 1);
            }
        } else {
            let count = source_end.saturating_sub(source_start);
            bytes += u64::from(count);
            fits(bytes)?;
            builder.push(1, count);
        }
    }
    Ok(Some(builder.finish()))
}

/// Refuses a source that is larger than any document.
fn fits<E: de::Error>(bytes: u64) -> Result<(), E> {
    if bytes > MAX_DOCUMENT_BYTES {
        return Err(E::custom("`offsets` reach beyond the largest document"));
    }
    Ok(())
}

fn offsets<E: de::Error>(json: &ArticleJson<'_>, input: &In<'_>) -> Result<OffsetMap, E> {
    let mut map = OffsetMap::builder();
    for &(text_start, text_end, source_start, source_end, kind) in &json.offsets {
        let text = input.span(text_start, text_end);
        let source = input.source(Range {
            start: source_start,
            end: source_end,
        });
        if text.start != map.text_len() || source.start != map.source_len() {
            return Err(E::custom(format!(
                "segment of `offsets` at text {text_start} does not follow the one before it"
            )));
        }
        match kind {
            SegmentKind::Copy if text.len() == source.len() => map.copy(text.len()),
            SegmentKind::Copy => {
                return Err(E::custom(format!(
                    "copied segment of `offsets` at text {text_start} is not as long as its source"
                )));
            }
            _ => map.replace(text.len(), source.len()),
        }
    }
    if !json.offsets.is_empty() && map.text_len() as usize != input.text.len() {
        return Err(E::custom("`offsets` do not cover `text`"));
    }
    Ok(map.finish())
}

/// A diagnostic without the source that [`Out::diagnostic`] worked out from its span: in the
/// record the span alone tells it.
fn told_once(mut diagnostic: Diagnostic, offsets: &OffsetMap) -> Diagnostic {
    let derived = diagnostic.span.map(|span| offsets.to_source(span));
    if derived == diagnostic.source {
        diagnostic.source = None;
    }
    diagnostic
}

impl<'de> Deserialize<'de> for Article {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = ArticleJson::deserialize(deserializer)?;
        if json.schema != SCHEMA {
            return Err(de::Error::custom(format!(
                "schema is `{}`; this version of copydesk reads `{SCHEMA}`",
                json.schema
            )));
        }
        let points = CodePoints::new(&json.text);
        let source_points = source_index(&json, &points)?;
        let input = In {
            text: &json.text,
            points,
            source_points,
        };
        let offsets = offsets(&json, &input)?;
        let owned = |value: &Option<Cow<'_, str>>| value.as_deref().map(str::to_owned);
        Ok(Self {
            id: json.id.as_ref().to_owned(),
            title: owned(&json.title),
            byline: json.byline.as_ref().to_owned(),
            site: owned(&json.site),
            published: owned(&json.published),
            modified: owned(&json.modified),
            language: owned(&json.language),
            section: owned(&json.section),
            image: owned(&json.image),
            canonical_url: owned(&json.canonical_url),
            description: owned(&json.description),
            tags: json.tags.as_ref().to_owned(),
            article_score: json.article_score,
            evidence: json
                .evidence
                .iter()
                .map(|evidence| Evidence {
                    field: Cow::Owned(evidence.field.as_ref().to_owned()),
                    from: Cow::Owned(evidence.from.as_ref().to_owned()),
                    source: evidence.source.map(|range| input.source(range)),
                })
                .collect(),
            blocks: json
                .blocks
                .iter()
                .map(|block| Block {
                    kind: block.kind,
                    level: block.level,
                    within: block.within.as_ref().to_owned(),
                    cells: block
                        .cells
                        .iter()
                        .map(|cell| Cell {
                            span: input.span_of(&cell.span),
                            header: cell.header,
                            columns: cell.columns,
                            rows: cell.rows,
                        })
                        .collect(),
                    span: input.option(block.start, block.end),
                    source: input.source(block.source),
                    dropped: block.dropped,
                    content: if block.kept {
                        String::new()
                    } else {
                        block.text.as_ref().to_owned()
                    },
                })
                .collect(),
            edits: json
                .edits
                .iter()
                .map(|edit| Edit {
                    rule: Cow::Owned(edit.rule.as_ref().to_owned()),
                    span: input.span_of(&edit.span),
                    before: edit.before.as_ref().to_owned(),
                    source: input.source(edit.span.source),
                })
                .collect(),
            sentences: json
                .sentences
                .iter()
                .map(|span| input.span_of(span))
                .collect(),
            tokens: json
                .tokens
                .iter()
                .map(|token| Token {
                    span: input.span_of(&token.span),
                    class: token.class,
                })
                .collect(),
            mentions: json
                .mentions
                .iter()
                .map(|placed| Mention {
                    span: input.place(placed).span().unwrap_or_default(),
                    ..placed.item.as_ref().clone()
                })
                .collect(),
            entities: json.entities.as_ref().to_owned(),
            references: json
                .references
                .iter()
                .map(|placed| Reference {
                    span: input.place(placed).span().unwrap_or_default(),
                    ..placed.item.as_ref().clone()
                })
                .collect(),
            dates: json
                .dates
                .iter()
                .map(|placed| Temporal {
                    place: input.place(placed),
                    ..placed.item.as_ref().clone()
                })
                .collect(),
            amounts: json
                .amounts
                .iter()
                .map(|placed| Amount {
                    place: input.place(placed),
                    ..placed.item.as_ref().clone()
                })
                .collect(),
            patterns: json
                .patterns
                .iter()
                .map(|placed| Pattern {
                    place: input.place(placed),
                    ..placed.item.as_ref().clone()
                })
                .collect(),
            quotes: json.quotes.iter().map(|quote| input.quote(quote)).collect(),
            claims: json.claims.iter().map(|claim| input.claim(claim)).collect(),
            events: json.events.iter().map(|event| input.event(event)).collect(),
            diagnostics: json
                .diagnostics
                .iter()
                .map(|diagnostic| Diagnostic {
                    code: Cow::Owned(diagnostic.code.as_ref().to_owned()),
                    severity: diagnostic.severity,
                    message: diagnostic.message.as_ref().to_owned(),
                    span: input.option(diagnostic.start, diagnostic.end),
                    source: diagnostic.source.map(|range| input.source(range)),
                })
                .map(|diagnostic| told_once(diagnostic, &offsets))
                .collect(),
            offsets,
            source_points: input.source_points,
            source: json.source.as_ref().clone(),
            text: json.text.into_owned(),
        })
    }
}
