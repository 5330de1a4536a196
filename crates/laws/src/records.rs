//! Laws of records: of the whole pipeline, of the names and statements of a text, of the JSON form.

use std::sync::LazyLock;

use copydesk::{Desk, Options, stage};
use copydesk_core::{
    CodePoints, Format, HtmlOptions, MarkdownOptions, RawDocument, Span, Unit,
    record::{Article, Place},
};
use serde_json::Value;

use crate::{
    choices::{self, Choices},
    maps::{ordered, tiles, within, words},
};

/// Reads with everything on.
static DESK: LazyLock<Desk> = LazyLock::new(|| {
    let mut options = Options::default();
    options.tokens = true;
    Desk::new(options).expect("options that make sense")
});

/// Any bytes, read with everything on, as they are or as a string.
pub(crate) fn pipeline(input: &[u8]) {
    let document = document(input);
    let article = DESK.read(&document);
    lawful(&article, &document.bytes);
    exported(&article);
    survives(&article);
}

fn document(input: &[u8]) -> RawDocument {
    let mut choices = Choices::of(input);
    let format = choices.one(&[Format::Auto, Format::Html, Format::PlainText]);
    let mut document = if choices.yes() {
        RawDocument::from_text(choices::text(input))
    } else {
        RawDocument::from_bytes(input)
    };
    document.format = format;
    document.uri = choices
        .one(&[
            None,
            Some("https://news.example/2024/05/12/port"),
            Some("a b\u{202e}\"><script>.html"),
        ])
        .map(str::to_owned);
    document
}

/// Any text: names, who is who, who says what.
pub(crate) fn entities(input: &[u8]) {
    let reference = Choices::of(input).one(&[Some("2024-05-12"), None]);
    let text = choices::text(input);
    let article = stage::annotate(&text, reference);
    lawful(&article, text.as_bytes());
}

/// Any bytes as a record; what is no record is read, and its record written and read again.
pub(crate) fn json(input: &[u8]) {
    let Ok(article) = serde_json::from_slice::<Article>(input) else {
        survives(&DESK.read(&document(input)));
        return;
    };
    exported(&article);
    let once = serde_json::to_string(&article).expect("a record is JSON");
    let back: Article = serde_json::from_str(&once).expect("a record that was written is one");
    let twice = serde_json::to_string(&back).expect("a record is JSON");
    assert_eq!(once, twice);
}

/// A record is the same after its JSON was written and read.
fn survives(article: &Article) {
    let json = serde_json::to_string(article).expect("a record is JSON");
    let back: Article = serde_json::from_str(&json).expect("a record that was written is one");
    assert_eq!(
        serde_json::to_string(&back).expect("a record is JSON"),
        json
    );
    if article.source_points.is_none() {
        assert_eq!(back, *article);
    }
    let value: Value = serde_json::from_str(&json).expect("a record is JSON");
    let source = match &article.source_points {
        Some(points) => points.points(),
        None => article.source.bytes as u32,
    };
    let index = CodePoints::new(&article.text);
    let places = Places {
        text: &article.text,
        index,
        source,
    };
    places.walk("record", &value);
}

/// What has a place in the JSON of a record.
struct Places<'a> {
    text: &'a str,
    index: CodePoints,
    source: u32,
}

impl Places<'_> {
    /// `text` stands at `start` to `end`, in code points; `source` lies in the source.
    fn walk(&self, name: &str, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.walk(name, item)),
            Value::Object(fields) => {
                let number = |value: &Value, key: &str| value.get(key)?.as_u64();
                let ends = number(value, "start").zip(number(value, "end"));
                if let (Some((start, end)), Some(text)) = (ends, fields.get("text")) {
                    let byte = |point: u64| self.index.to_byte(point as u32);
                    let span = Span::new(byte(start), byte(end));
                    assert_eq!(span.get(self.text), text.as_str(), "{name}: {value}");
                }
                if let Some(source) = fields.get("source") {
                    let ends = number(source, "start").zip(number(source, "end"));
                    if let Some((start, end)) = ends {
                        assert!(
                            start <= end && end <= u64::from(self.source),
                            "{name}: {value}"
                        );
                    }
                }
                for (name, field) in fields {
                    self.walk(name, field);
                }
            }
            _ => {}
        }
    }
}

/// Every export can be written, and none brings a script of the page.
fn exported(article: &Article) {
    let html = article.to_html(&HtmlOptions::default());
    let view = copydesk_html::article(article, &CodePoints::new(&article.text));
    for page in [&html, &view] {
        assert!(!page.to_ascii_lowercase().contains("<script"), "{page}");
    }
    article.to_markdown(&MarkdownOptions::default());
    article.to_timex3();
    article.to_conllu();
    article.to_brat();
    for json in [
        article.to_dolma("fuzz"),
        article.to_news_article(),
        article.to_web_annotation(),
    ] {
        let read: Result<Value, _> = serde_json::from_str(&json);
        assert!(read.is_ok(), "{json}");
    }
}

/// Every span of a record lies in its text and points into its source; every index is one.
fn lawful(article: &Article, source: &[u8]) {
    let text = &article.text;
    let utf8 = article.source.charset == "utf-8";
    // The bytes of pages in other charsets are copied where both are ASCII.
    tiles(&article.offsets, text, source, utf8);
    assert_eq!(article.source.bytes as usize, source.len());
    assert_eq!(
        article.source_points.is_some(),
        article.source.unit == Unit::Char
    );
    let mut named = article.clone();
    named.set_id();
    assert_eq!(named.id, article.id, "the id is that of the text");

    ordered("sentence", text, article.sentences.iter().copied());
    ordered("token", text, article.tokens.iter().map(|token| token.span));
    ordered(
        "mention",
        text,
        article.mentions.iter().map(|mention| mention.span),
    );
    let kept = article.blocks.iter().filter_map(|block| block.span);
    ordered("block", text, kept);
    let spans = spans(article);
    for &(what, span) in &spans {
        words(what, text, span);
        within(what, source, article.source_of(span));
    }
    for (what, place) in places(article) {
        assert!(!article.surface(place).is_empty(), "{what}: {place:?}");
        within(what, source, article.source_of_place(place));
    }
    for block in &article.blocks {
        within("block", source, block.source);
    }
    let mut at = 0;
    for edit in &article.edits {
        assert!(
            edit.span.get(text).is_some() && edit.span.start >= at,
            "{edit:?}"
        );
        at = edit.span.end;
        within("edit", source, edit.source);
    }
    for evidence in &article.evidence {
        if let Some(span) = evidence.source {
            within("evidence", source, span);
        }
    }
    for note in &article.diagnostics {
        assert_ne!(note.code, "run/internal-error", "{}", note.message);
        if let Some(span) = note.span {
            assert!(span.get(text).is_some(), "{note:?}");
        }
        if let Some(span) = note.source {
            within(&note.code, source, span);
        }
    }
    indices(article);
    confidences(article);
}

/// Every span of a record that has words.
fn spans(article: &Article) -> Vec<(&'static str, Span)> {
    let mut spans: Vec<(&'static str, Span)> = Vec::new();
    let mut add = |what, span: Option<Span>| spans.extend(span.map(|span| (what, span)));
    for &sentence in &article.sentences {
        add("sentence", Some(sentence));
    }
    for mention in &article.mentions {
        add("mention", Some(mention.span));
    }
    for reference in &article.references {
        add("reference", Some(reference.span));
    }
    for cell in article.blocks.iter().flat_map(|block| &block.cells) {
        if !cell.span.is_empty() {
            add("cell", Some(cell.span));
        }
    }
    for quote in &article.quotes {
        add("quote", Some(quote.content));
        add("cue of a quote", quote.cue);
        add("speaker", quote.speaker);
        quote
            .quoted
            .iter()
            .for_each(|&span| add("quoted", Some(span)));
    }
    for claim in &article.claims {
        add("claim", Some(claim.content));
        add("cue of a claim", claim.cue);
        add("source of a claim", claim.source);
        for hedge in &claim.hedges {
            add("hedge", Some(hedge.cue));
            add("scope of a hedge", Some(hedge.scope));
        }
    }
    for event in &article.events {
        add("event", Some(event.clause));
        add("trigger", Some(event.trigger));
        for one in event.who.iter().chain(&event.whom).chain(&event.place) {
            add("participant", Some(one.span));
        }
    }
    spans
}

fn places(article: &Article) -> impl Iterator<Item = (&'static str, &Place)> {
    let dates = article.dates.iter().map(|date| ("date", &date.place));
    let amounts = article
        .amounts
        .iter()
        .map(|amount| ("amount", &amount.place));
    let patterns = article
        .patterns
        .iter()
        .map(|found| ("pattern", &found.place));
    dates.chain(amounts).chain(patterns)
}

/// What points into a list points at something there, and back.
fn indices(article: &Article) {
    let at = |what: &str, index: u32, len: usize| {
        assert!((index as usize) < len, "{what} {index} of {len}");
    };
    let entity = |index: u32| at("entity", index, article.entities.len());
    let mention = |index: u32| at("mention", index, article.mentions.len());
    for (number, found) in article.mentions.iter().enumerate() {
        entity(found.entity);
        found.metonym_of.into_iter().for_each(entity);
        found.holders.iter().copied().for_each(entity);
        found.link.through.into_iter().for_each(mention);
        let of = &article.entities[found.entity as usize];
        assert!(
            of.mentions.contains(&(number as u32)),
            "{found:?} of {of:?}"
        );
    }
    for (number, found) in article.entities.iter().enumerate() {
        for &index in &found.mentions {
            mention(index);
            assert_eq!(article.mentions[index as usize].entity as usize, number);
        }
        for role in &found.roles {
            mention(role.mention);
            role.of.into_iter().for_each(entity);
        }
    }
    for found in &article.references {
        entity(found.entity);
    }
    for found in &article.quotes {
        found.speaker_entity.into_iter().for_each(entity);
        found.addressee.into_iter().for_each(entity);
    }
    for found in &article.claims {
        found.source_entity.into_iter().for_each(entity);
        found.denied_by.iter().copied().for_each(entity);
        let quotes = article.quotes.len();
        found
            .quote
            .into_iter()
            .for_each(|quote| at("quote", quote, quotes));
    }
    for found in &article.events {
        let claims = article.claims.len();
        found
            .claim
            .into_iter()
            .for_each(|claim| at("claim", claim, claims));
        let ones = found.who.iter().chain(&found.whom).chain(&found.place);
        ones.filter_map(|one| one.entity).for_each(entity);
        let when = found.when.as_ref().and_then(|when| when.date);
        if let Some(date) = when {
            at("date", date, article.dates.len());
        }
    }
}

fn confidences(article: &Article) {
    let mentions = article.mentions.iter().map(|found| found.confidence);
    let links = article.mentions.iter().map(|found| found.link.confidence);
    let entities = article.entities.iter().map(|found| found.confidence);
    for confidence in mentions
        .chain(links)
        .chain(entities)
        .chain([article.article_score])
    {
        assert!((0.0..=1.0).contains(&confidence), "{confidence}");
    }
}
