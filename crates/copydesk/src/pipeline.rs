//! The way of one document: bytes → blocks → repaired text → sentences and tokens → record.

use copydesk_core::{
    Diagnostic, EntityOptions, Error, ErrorKind, OffsetMap, ParseOptions, RawDocument, Severity,
    Span, Token, TokenMode,
    record::{Article, BlockKind, DateRole, DropReason, Evidence, Place},
};
use copydesk_entities::{Annotations, Context, UserGazetteer, dropped_dates, is_date, values};
use copydesk_parse::Parsed;

use crate::{Options, Stage};

/// Refuses options that make no sense.
pub(crate) fn check(options: &Options) -> Result<(), Error> {
    match &options.entities.reference_date {
        Some(date) if !is_date(date) => Err(Error::new(
            ErrorKind::Configuration,
            format!("reference date `{date}` is not a day; write it as YYYY-MM-DD"),
        )),
        _ => Ok(()),
    }
}

/// Reads one document. `parse` are the options of the parse stage as resolved by the desk.
pub(crate) fn read(document: &RawDocument, options: &Options, parse: &ParseOptions) -> Article {
    let mut article = article_of(copydesk_parse::parse(document, parse));
    if options.runs(Stage::Normalize) {
        normalize(&mut article, options);
    }
    article.set_id();
    if article.language.is_none()
        && let Some(guess) = copydesk_segment::language(&article.text)
    {
        article.language = Some(guess.code.to_owned());
        article.evidence.push(Evidence {
            field: "language".into(),
            from: "detected".into(),
            source: None,
        });
    }
    if options.runs(Stage::Segment) {
        article.sentences = copydesk_segment::sentences(&article.text, &options.segment);
        article.tokens = copydesk_segment::tokens(&article.text);
    }
    if options.runs(Stage::Entities) {
        annotate(
            &mut article,
            &options.entities,
            options.gazetteer.as_deref(),
        );
        values_of_dropped_blocks(&mut article, document);
    }
    if !options.tokens {
        article.tokens = Vec::new();
    } else if options.runs(Stage::Segment) && options.segment.token_mode != TokenMode::default() {
        // The entities stage reads tokens of the default mode.
        article.tokens = copydesk_segment::tokens_in(&article.text, options.segment.token_mode);
    }
    article
}

/// Annotates a text that is clean already.
pub(crate) fn annotate_text(
    text: &str,
    reference: Option<&str>,
    gazetteer: Option<&UserGazetteer>,
) -> Article {
    let mut article = Article {
        text: text.to_owned(),
        offsets: OffsetMap::identity(text.len() as u32),
        sentences: copydesk_segment::sentences(text, &copydesk_core::SegmentOptions::default()),
        tokens: copydesk_segment::tokens(text),
        ..Article::default()
    };
    article.source.bytes = text.len() as u64;
    article.set_id();
    let mut options = EntityOptions::default();
    options.reference_date = reference.map(str::to_owned);
    annotate(&mut article, &options, gazetteer);
    article
}

fn article_of(parsed: Parsed) -> Article {
    let metadata = parsed.metadata;
    Article {
        source: parsed.source,
        title: metadata.title,
        byline: metadata.byline,
        site: metadata.site,
        published: metadata.published,
        modified: metadata.modified,
        language: metadata.language,
        section: metadata.section,
        image: metadata.image,
        canonical_url: metadata.canonical_url,
        description: metadata.description,
        tags: metadata.tags,
        evidence: metadata.evidence,
        article_score: parsed.article_score,
        blocks: parsed.blocks,
        text: parsed.text,
        offsets: parsed.offsets,
        diagnostics: parsed.diagnostics,
        source_points: parsed.source_points,
        ..Article::default()
    }
}

/// Repairs the text and carries everything that has a place in it along.
fn normalize(article: &mut Article, options: &Options) {
    let parsed_text = std::mem::take(&mut article.text);
    let layout = layout(article);
    let repaired = copydesk_normalize::normalize_around(&parsed_text, &options.normalize, &layout);
    let to_text = |span: Span| repaired.offsets.to_text(span.into());
    for block in &mut article.blocks {
        block.span = block.span.map(to_text);
        for cell in &mut block.cells {
            let span = to_text(cell.span);
            // An empty place must not grow, whatever was repaired beside it.
            cell.span = if cell.span.is_empty() {
                Span::empty(span.start)
            } else {
                span
            };
        }
    }
    for diagnostic in &mut article.diagnostics {
        diagnostic.span = diagnostic.span.map(to_text);
    }
    article.edits = repaired.edits;
    for edit in &mut article.edits {
        edit.source = article.offsets.to_source(edit.source.into());
    }
    article.offsets = repaired.offsets.compose(&article.offsets);
    article.diagnostics.extend(repaired.diagnostics);
    article.text = repaired.text.into_owned();

    let repair = |value: &mut String| {
        let repaired = copydesk_normalize::normalize(value, &options.normalize);
        if let std::borrow::Cow::Owned(text) = repaired.text {
            *value = text;
        }
    };
    for value in [&mut article.title, &mut article.site, &mut article.section] {
        value.iter_mut().for_each(repair);
    }
    article.byline.iter_mut().for_each(repair);
    // The title in the text has had the evidence of the whole document for its repairs.
    if let Some(span) = title_span(article) {
        article.title = Some(span.of(&article.text).to_owned());
    }
}

/// Where the white space of the text means something: in code, and between the cells of a row.
fn layout(article: &Article) -> Vec<Span> {
    let mut layout = Vec::new();
    for block in &article.blocks {
        let Some(span) = block.span else { continue };
        if block.kind == BlockKind::Code {
            layout.push(span);
        }
        let gaps = block
            .cells
            .windows(2)
            .map(|pair| (pair[0].span.end, pair[1].span.start));
        layout.extend(
            gaps.filter(|(start, end)| start < end)
                .map(|(start, end)| Span::new(start, end)),
        );
    }
    layout
}

/// Where the title stands in the text, if it does.
fn title_span(article: &Article) -> Option<Span> {
    article
        .blocks
        .iter()
        .find(|block| block.kind == BlockKind::Title && block.kept())?
        .span
}

fn annotate(article: &mut Article, options: &EntityOptions, gazetteer: Option<&UserGazetteer>) {
    let published = article.published.as_deref().and_then(|date| date.get(..10));
    let fetched = article
        .source
        .fetched
        .as_deref()
        .and_then(|date| date.get(..10));
    let context = Context {
        reference: options
            .reference_date
            .as_deref()
            .or(published)
            .or(fetched)
            .filter(|date| is_date(date)),
        title: title_span(article),
        gazetteer,
    };
    let Annotations {
        mentions,
        entities,
        references,
        dates,
        amounts,
        patterns,
        quotes,
        claims,
        events,
        diagnostics,
    } = copydesk_entities::annotate(
        &article.text,
        &article.sentences,
        &article.tokens,
        &context,
        options,
    );
    if context.reference.is_none() && dates.iter().any(|date| date.interval.is_none()) {
        article.diagnostics.push(Diagnostic::new(
            Severity::Info,
            "entities/no-reference-date",
            "no publication date was found, so relative dates are not resolved; give a reference date to resolve them",
        ));
    }
    article.mentions = mentions;
    article.entities = entities;
    article.references = references;
    article.dates = dates;
    article.amounts = amounts;
    article.patterns = patterns;
    article.quotes = quotes;
    article.claims = claims;
    article.events = events;
    article.diagnostics.extend(diagnostics);
}

/// Dates and patterns in what was dropped: the crawl date, the year of the copyright, the
/// phone number of the site. They say nothing about the event, but a reader may want them.
fn values_of_dropped_blocks(article: &mut Article, document: &RawDocument) {
    let (mut dates, mut patterns) = (Vec::new(), Vec::new());
    for block in &article.blocks {
        let role = match block.dropped {
            Some(DropReason::Date) => DateRole::Published,
            Some(DropReason::CrawlDate) => DateRole::PageView,
            Some(DropReason::Copyright) => DateRole::Copyright,
            Some(DropReason::Contact | DropReason::Tags) => DateRole::Content,
            _ => continue,
        };
        let words = block.content.as_str();
        let exact = document.bytes.get(block.source.range()) == Some(words.as_bytes());
        let place = |span: Span| Place::Dropped {
            source: if exact {
                span.shifted(block.source.start).into()
            } else {
                block.source
            },
            surface: span.of(words).to_owned(),
        };
        let tokens: Vec<Token> = copydesk_segment::tokens(words);
        if role == DateRole::Content {
            for mut pattern in values::patterns(words) {
                if let Some(span) = pattern.place.span() {
                    pattern.place = place(span);
                    patterns.push(pattern);
                }
            }
            continue;
        }
        for mut date in dropped_dates(words, &tokens, role) {
            if let Some(span) = date.place.span() {
                date.place = place(span);
                dates.push(date);
            }
        }
    }
    article.dates.extend(dates);
    article.patterns.extend(patterns);
}
