//! `copydesk.Article`: the record of one document.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use copydesk::{HtmlOptions, MarkdownOptions, SegmentKind, conllu, stage};
use pyo3::{
    prelude::*,
    types::{PyString, PyType},
};

use crate::{
    errors::RecordError,
    input::Text,
    normalized::{plain_explanation, stretch},
    origin::Origin,
    run::detached,
    views::{
        Amount, Block, Claim, Diagnostic, Edit, Entity, Event, Evidence, Mention, Pattern, Quote,
        Reference, Source, SourceSpan, Span, Temporal, Token, bare, quoted, tidy, view,
    },
};

/// The record of one document: clean text, metadata, and what the text says, each value with
/// its place in the text and in the raw source.
///
/// Immutable. Lists are made anew on each access, of light views of the record: keep one in a
/// variable where a loop uses it. Offsets of the text count code points. Offsets of the source
/// count what `source.unit` names: bytes, or code points where a string was read.
#[pyclass(frozen, weakref, module = "copydesk")]
pub(crate) struct Article(Arc<Origin>);

impl Article {
    pub(crate) fn new(article: copydesk::Article) -> Self {
        Self(Origin::new(article))
    }

    /// The article that views share.
    pub(crate) fn shared(origin: Arc<Origin>) -> Self {
        Self(origin)
    }

    pub(crate) fn origin(&self) -> &Arc<Origin> {
        &self.0
    }

    pub(crate) fn record(&self) -> &copydesk::Article {
        &self.0.article
    }

    fn json(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || serde_json::to_string(self.record()))?.map_err(record_error)
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the signature that `map_err` calls"
)]
fn record_error(error: serde_json::Error) -> PyErr {
    RecordError::new_err(format!("not a record of copydesk: {error}"))
}

#[pymethods]
impl Article {
    /// Hash of the clean text, 32 hexadecimal digits: equal texts have equal ids.
    #[getter]
    fn id(&self) -> &str {
        &self.record().id
    }

    /// Where the document came from and how its bytes were read.
    #[getter]
    fn source(&self) -> Source {
        Source(Arc::clone(&self.0))
    }

    /// Headline, without the name of the site.
    #[getter]
    fn title(&self) -> Option<&str> {
        self.record().title.as_deref()
    }

    /// Authors, one each.
    #[getter]
    fn byline(&self) -> Vec<&str> {
        self.record().byline.iter().map(String::as_str).collect()
    }

    /// Name of the site.
    #[getter]
    fn site(&self) -> Option<&str> {
        self.record().site.as_deref()
    }

    /// Publication date, ISO 8601: "2024-05-01", with time and zone where the page gives them.
    #[getter]
    fn published(&self) -> Option<&str> {
        self.record().published.as_deref()
    }

    /// Modification date, ISO 8601.
    #[getter]
    fn modified(&self) -> Option<&str> {
        self.record().modified.as_deref()
    }

    /// Language, ISO 639-1, such as "en".
    #[getter]
    fn language(&self) -> Option<&str> {
        self.record().language.as_deref()
    }

    /// Section of the site.
    #[getter]
    fn section(&self) -> Option<&str> {
        self.record().section.as_deref()
    }

    /// Address of the lead image.
    #[getter]
    fn image(&self) -> Option<&str> {
        self.record().image.as_deref()
    }

    /// The address that the page names as its own.
    #[getter]
    fn canonical_url(&self) -> Option<&str> {
        self.record().canonical_url.as_deref()
    }

    /// What the page tells machines about the article in a sentence or two; not its standfirst.
    #[getter]
    fn description(&self) -> Option<&str> {
        self.record().description.as_deref()
    }

    /// Keywords that the page gives the article, each once whatever its case.
    #[getter]
    fn tags(&self) -> Vec<&str> {
        self.record().tags.iter().map(String::as_str).collect()
    }

    /// What each value of the metadata was read from.
    #[getter]
    fn evidence(&self) -> Vec<Evidence> {
        Evidence::all(&self.0)
    }

    /// How sure it is that the page is an article and not a front page or listing, 0 to 1.
    #[getter]
    fn article_score(&self) -> f64 {
        tidy(self.record().article_score)
    }

    /// The clean text, paragraphs separated by a blank line. Its first paragraph is the title
    /// where a block of kind "title" is kept.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        self.0.text(py)
    }

    /// The text without the title.
    #[getter]
    fn body(&self) -> &str {
        self.record().body()
    }

    /// Every block of the page in order, kept or dropped, and why it was dropped.
    #[getter]
    fn blocks<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Block>>> {
        Block::all(py, &self.0)
    }

    /// Repairs of the text, in order.
    #[getter]
    fn edits<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Edit>>> {
        Edit::all(py, &self.0)
    }

    /// Sentences, in order.
    #[getter]
    fn sentences<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Span>>> {
        Span::all(py, &self.0, &self.record().sentences)
    }

    /// Tokens, in order; empty unless asked for with `tokens=True`.
    #[getter]
    fn tokens<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Token>>> {
        Token::all(py, &self.0)
    }

    /// Names of things, in order, without overlap.
    #[getter]
    fn mentions<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Mention>>> {
        Mention::all(py, &self.0)
    }

    /// What the mentions stand for.
    #[getter]
    fn entities(&self) -> Vec<Entity> {
        Entity::all(&self.0)
    }

    /// Pronouns and descriptions that stand for an entity, in order.
    #[getter]
    fn references<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Reference>>> {
        Reference::all(py, &self.0)
    }

    /// Temporal expressions; also those in dropped parts of the page, which have no place in
    /// the text.
    #[getter]
    fn dates<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Temporal>>> {
        Temporal::all(py, &self.0)
    }

    /// Money, percentages, quantities and other numbers.
    #[getter]
    fn amounts<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Amount>>> {
        Amount::all(py, &self.0)
    }

    /// E-mail and web addresses, phone numbers, handles, hashtags, identifiers and the like.
    #[getter]
    fn patterns<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Pattern>>> {
        Pattern::all(py, &self.0)
    }

    /// Who said what.
    #[getter]
    fn quotes<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Quote>>> {
        Quote::all(py, &self.0)
    }

    /// What is confirmed, alleged, denied or expected, and by whom.
    #[getter]
    fn claims<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Claim>>> {
        Claim::all(py, &self.0)
    }

    /// Who did what to whom, when and where.
    #[getter]
    fn events<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Event>>> {
        Event::all(py, &self.0)
    }

    /// What was noisy and what was done about it.
    #[getter]
    fn diagnostics<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, Diagnostic>>> {
        Diagnostic::all(py, &self.0)
    }

    /// Text to source: (text start, text end, source start, source end, kind), where kind is
    /// "copy", "replace", "delete" or "insert". The segments cover both sides.
    #[getter]
    fn offsets(&self) -> Vec<(u32, u32, u32, u32, &'static str)> {
        self.record()
            .offsets
            .segments()
            .map(|segment| {
                let text = self.0.range(segment.text);
                let source = self.0.source(segment.source);
                (text.0, text.1, source.0, source.1, kind(segment.kind))
            })
            .collect()
    }

    /// Where a stretch of the text came from: `to_source(span)` for anything that has `start` and
    /// `end`, a slice or a pair, or `to_source(start, end)`, in code points of the text.
    ///
    /// A stretch that touches a repair gets the whole of what was repaired; what was removed at its
    /// ends is not part of it.
    ///
    /// Raises:
    ///     IndexError: the stretch ends beyond the text or starts before it.
    ///     ValueError: it ends before it starts.
    #[pyo3(signature = (span, end=None))]
    fn to_source(&self, span: &Bound<'_, PyAny>, end: Option<i64>) -> PyResult<SourceSpan> {
        let points = self.0.points();
        let (start, end) = stretch(span, end, points.points(), "text")?;
        let span = copydesk::Span::new(points.to_byte(start), points.to_byte(end));
        Ok(SourceSpan::new(&self.0, self.record().source_of(span)))
    }

    /// The article as Markdown: headings, paragraphs, lists, quotations, tables and code, as
    /// CommonMark with the tables of GitHub. `title` puts the title above it.
    #[pyo3(signature = (*, title=true))]
    fn to_markdown(&self, py: Python<'_>, title: bool) -> PyResult<String> {
        let mut options = MarkdownOptions::default();
        options.title = title;
        detached(py, || self.record().to_markdown(&options))
    }

    /// The text as TimeML: the words as they are, each temporal expression in a TIMEX3 tag. The
    /// creation time is the day of publication, else that of the crawl.
    fn to_timex3(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || self.record().to_timex3())
    }

    /// The article as HTML: one `<article>` of headings, paragraphs, lists, quotations, tables
    /// and code, everything else escaped.
    ///
    /// `title` puts the title above it. With `source`, elements say in the attribute
    /// `data-source` where in the source their text stands: start and end, joined by a hyphen,
    /// in the unit that `article.source.unit` names.
    #[pyo3(signature = (*, title=true, source=false))]
    fn to_html(&self, py: Python<'_>, title: bool, source: bool) -> PyResult<String> {
        let mut options = HtmlOptions::default();
        options.title = title;
        options.source = source;
        detached(py, || self.record().to_html(&options))
    }

    /// What was found in the article as W3C Web Annotations: an AnnotationPage (JSON-LD) as dicts
    /// and lists, one annotation for each mention, date, quote and the like.
    ///
    /// Each names its place in the text by code points and by its words, and in the source by
    /// bytes where the source was bytes.
    fn to_web_annotation<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let json = detached(py, || self.record().to_web_annotation())?;
        loads(py, &json)
    }

    /// Sentences and tokens in the manner of CoNLL-U, with names as IOB2 (`NER=B-ORG`) and places
    /// in the text (`start_char`, `end_char`) in the last column.
    ///
    /// An article that was read without `tokens=True` is cut into tokens as `copydesk.tokens` does.
    fn to_conllu(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || {
            let record = self.record();
            if record.tokens.is_empty() {
                return conllu(record, &stage::tokens(&record.text));
            }
            record.to_conllu()
        })
    }

    /// The article in the standoff format of brat: the text of the `.txt` file and the annotations
    /// of the `.ann` file.
    fn to_brat(&self, py: Python<'_>) -> PyResult<(String, String)> {
        let brat = detached(py, || self.record().to_brat())?;
        Ok((brat.text, brat.annotations))
    }

    /// The article as a document of a training corpus, in the format of Dolma, which datatrove
    /// reads, too: a dict with id, text, source, added, created and metadata.
    ///
    /// `source` names the collection that it belongs to.
    #[pyo3(signature = (*, source="copydesk"))]
    fn to_dolma<'py>(&self, py: Python<'py>, source: &str) -> PyResult<Bound<'py, PyAny>> {
        let json = detached(py, || self.record().to_dolma(source))?;
        loads(py, &json)
    }

    /// The article as a schema.org NewsArticle (JSON-LD), as a dict.
    fn to_news_article<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let json = detached(py, || self.record().to_news_article())?;
        loads(py, &json)
    }

    /// The repairs of the text for a person to read, as `copydesk.explain` writes them, with
    /// their places in the source.
    #[pyo3(signature = (*, limit=Some(12)), text_signature = "($self, *, limit=12)")]
    fn explain(&self, py: Python<'_>, limit: Option<usize>) -> PyResult<String> {
        detached(py, || plain_explanation(self.record(), limit))
    }

    /// The record as dicts and lists, in the shape that `copydesk.schema()` describes.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        loads(py, &self.json(py)?)
    }

    /// The record as JSON, in the shape that `copydesk.schema()` describes.
    ///
    /// `indent` is a number of spaces; None writes one line.
    #[pyo3(signature = (indent=None))]
    fn to_json(&self, py: Python<'_>, indent: Option<usize>) -> PyResult<String> {
        let Some(indent) = indent else {
            return self.json(py);
        };
        let record = self.record();
        detached(py, || {
            let indent = " ".repeat(indent);
            let formatter = serde_json::ser::PrettyFormatter::with_indent(indent.as_bytes());
            let mut out = Vec::new();
            let mut serializer = serde_json::Serializer::with_formatter(&mut out, formatter);
            serde::Serialize::serialize(record, &mut serializer)?;
            Ok(String::from_utf8(out).expect("serde_json writes UTF-8"))
        })?
        .map_err(record_error)
    }

    /// The article that `to_json` wrote.
    ///
    /// Raises `RecordError`, which is a ValueError, where `json` is not such a record.
    #[classmethod]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "pyo3 hands arguments over by value"
    )]
    fn from_json(_cls: &Bound<'_, PyType>, py: Python<'_>, json: Text) -> PyResult<Self> {
        let text = json.as_str();
        let article: copydesk::Article =
            detached(py, || serde_json::from_str(text))?.map_err(record_error)?;
        Origin::check(&article).map_err(|problem| {
            RecordError::new_err(format!("not a record of copydesk: {problem}"))
        })?;
        Ok(Self::new(article))
    }

    /// The view that `Place.__reduce__` and its like describe.
    fn _view<'py>(
        &self,
        py: Python<'py>,
        kind: &str,
        first: u32,
        second: Option<u32>,
        entity: Option<u32>,
    ) -> PyResult<Bound<'py, PyAny>> {
        view(py, &self.0, kind, [Some(first), second, entity])?.ok_or_else(|| {
            RecordError::new_err(format!(
                "the article has no {kind} of the number {first}; it is not the one that was pickled"
            ))
        })
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        let py = slf.py();
        // Views that are pickled with it need not pickle it again.
        slf.get().0.show(slf.as_any())?;
        let from_json = py.get_type::<Self>().getattr("from_json")?;
        Ok((from_json, (slf.get().json(py)?,)))
    }

    fn __repr__(&self) -> String {
        let record = self.record();
        let title = record
            .title
            .as_deref()
            .map_or("untitled".to_owned(), quoted);
        let published = record.published.as_deref();
        let published = published.map_or("undated".to_owned(), bare);
        let (letters, mentions) = (self.0.points().points(), record.mentions.len());
        let failed = if record.failed() { ", failed" } else { "" };
        let letters_noun = if letters == 1 {
            "character"
        } else {
            "characters"
        };
        let mentions_noun = if mentions == 1 { "mention" } else { "mentions" };
        format!(
            "Article({title}, {published}, {letters} {letters_noun}, {mentions} {mentions_noun}{failed})"
        )
    }

    /// The article as notebooks show it: highlighted text, and on demand what was dropped.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || {
            copydesk_html::article(self.record(), self.0.points())
        })
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        let Ok(other) = other.cast::<Self>() else {
            return Ok(false);
        };
        let other = other.get();
        if Arc::ptr_eq(&self.0, &other.0) {
            return Ok(true);
        }
        if self.record().id != other.record().id {
            return Ok(false);
        }
        // Byte offsets into the source of a string are not in the JSON, so an article that was
        // read back may differ in them; what both show to Python decides.
        Ok(self.json(py)? == other.json(py)?)
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (&self.record().id, &self.record().source.uri).hash(&mut hasher);
        hasher.finish()
    }
}

fn kind(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Copy => "copy",
        SegmentKind::Replace => "replace",
        SegmentKind::Delete => "delete",
        SegmentKind::Insert => "insert",
    }
}

/// JSON as Python objects, by the parser that Python has: numbers come out as they do for
/// anybody who reads the JSON.
pub(crate) fn loads<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (json,))
}
