//! The way of one document: bytes → blocks → repaired text → sentences and tokens → record.

use copydesk_core::{
    Diagnostic, EntityOptions, Error, ErrorKind, OffsetMap, ParseOptions, RawDocument, Severity,
    Span, Token, TokenMode,
    record::{Article, BlockKind, DateRole, DropReason, Evidence, Place},
};
use copydesk_entities::{Annotations, Context, UserGazetteer, dropped_dates, is_date, values};
use copydesk_parse::Parsed;

use crate::{
    Options, Stage,
    limits::{self, Time},
};

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
    let time = Time::new(options.run.max_document_time);
    read_within(document, options, parse, time)
}

/// The same in a bounded time: what comes after it is left out, and the record says so.
fn read_within(
    document: &RawDocument,
    options: &Options,
    parse: &ParseOptions,
    mut time: Time,
) -> Article {
    let mut article = article_of(copydesk_parse::parse(document, parse));
    limits::cut_text(&mut article, options.run.max_text_bytes);
    let mut segmented = options.runs(Stage::Segment);
    if let Err(stage) = finish(&mut article, document, options, &mut time) {
        segmented &= stage > Stage::Segment;
        article.set_id();
        limits::report_time(&mut article, stage);
    }
    if !options.tokens {
        article.tokens = Vec::new();
    } else if segmented && options.segment.token_mode != TokenMode::default() {
        // The entities stage reads tokens of the default mode.
        article.tokens = copydesk_segment::tokens_in(&article.text, options.segment.token_mode);
    }
    article
}

/// The stages behind the first one; the first that there was no time for is the error.
fn finish(
    article: &mut Article,
    document: &RawDocument,
    options: &Options,
    time: &mut Time,
) -> Result<(), Stage> {
    if options.runs(Stage::Normalize) {
        time.for_stage(Stage::Normalize)?;
        normalize(article, options);
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
        time.for_stage(Stage::Segment)?;
        article.sentences = copydesk_segment::sentences(&article.text, &options.segment);
        article.tokens = copydesk_segment::tokens(&article.text);
    }
    if options.runs(Stage::Entities) {
        time.for_stage(Stage::Entities)?;
        annotate(article, &options.entities, options.gazetteer.as_deref());
        values_of_dropped_blocks(article, document);
    }
    Ok(())
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
#[inline(never)] // a row of `cargo xtask profile`
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

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<title>Dam</title><article><h1>Dam</h1><p>The dam near Accra held, the \
                        mayor said on 4 March 2021, and nobody had to leave the town.</p></article>";

    /// The page, read with time for some of the stages.
    fn after(stages: u32) -> Article {
        let document = RawDocument::from_bytes(PAGE);
        let options = Options::default();
        read_within(
            &document,
            &options,
            &options.parse_options(),
            Time::for_stages(stages),
        )
    }

    #[test]
    fn what_is_finished_in_time_is_kept() {
        let whole = read(
            &RawDocument::from_bytes(PAGE),
            &Options::default(),
            &Options::default().parse_options(),
        );
        let late = |article: &Article| {
            let diagnostics = article.diagnostics.iter();
            let late = diagnostics.filter(|diagnostic| diagnostic.code == "run/time-limit");
            late.map(|late| (late.severity, late.message.clone()))
                .collect::<Vec<_>>()
        };
        assert_eq!(after(3), whole);
        assert_eq!(late(&whole), []);
        for (stages, left_out) in [(0, "normalize"), (1, "segment"), (2, "entities")] {
            let article = after(stages);
            assert_eq!(article.text, whole.text);
            assert_eq!(article.id, whole.id);
            assert_eq!(article.sentences.is_empty(), stages < 2);
            assert!(article.mentions.is_empty());
            assert!(!article.failed());
            let [(severity, message)] = &*late(&article) else {
                panic!("{:?}", article.diagnostics)
            };
            assert_eq!(*severity, Severity::Warning);
            assert!(message.starts_with("the time for a document was over before the stage "));
            assert!(message.contains(left_out), "{message}");
        }
    }

    #[test]
    fn tokens_of_another_mode_need_the_time_of_their_stage() {
        let document = RawDocument::from_bytes(PAGE);
        let mut options = Options {
            tokens: true,
            ..Options::default()
        };
        options.segment.token_mode = TokenMode::Ptb;
        for stages in 0..4 {
            let time = Time::for_stages(stages);
            let article = read_within(&document, &options, &options.parse_options(), time);
            assert_eq!(article.tokens.is_empty(), stages < 2);
        }
    }

    #[test]
    fn without_text_the_document_has_failed() {
        let document = RawDocument::from_bytes("<nav>Home</nav>");
        let options = Options::default();
        let article = read_within(
            &document,
            &options,
            &options.parse_options(),
            Time::for_stages(0),
        );
        assert_eq!(article.text, "");
        assert!(article.failed());
    }
}
