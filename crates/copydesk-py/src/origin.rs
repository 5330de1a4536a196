//! What all views of one article share.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use copydesk::{
    Article, CodePoints, OffsetMap, SourceSpan, Span, Unit,
    record::{self, Place},
};
use pyo3::{
    prelude::*,
    sync::PyOnceLock,
    types::{PyString, PyWeakrefMethods, PyWeakrefReference},
};

use crate::article::Article as ArticleObject;

/// An article with what is needed to show its byte offsets as Python counts them. Indices are
/// built on first use: a stream that only writes JSON never pays for them.
pub(crate) struct Origin {
    pub(crate) article: Arc<Article>,
    points: OnceLock<CodePoints>,
    text: PyOnceLock<Py<PyString>>,
    /// The article that views are pickled with: one object, so that it is pickled once.
    shown: Mutex<Option<Py<PyWeakrefReference>>>,
}

impl Origin {
    pub(crate) fn new(article: Article) -> Arc<Self> {
        Arc::new(Self {
            article: Arc::new(article),
            points: OnceLock::new(),
            text: PyOnceLock::new(),
            shown: Mutex::new(None),
        })
    }

    /// The origin of values of a text that was given as a string: its own source.
    pub(crate) fn of_text(text: &str, mut article: Article) -> Arc<Self> {
        text.clone_into(&mut article.text);
        article.offsets = OffsetMap::identity(text.len() as u32);
        article.source.unit = Unit::Char;
        article.source.bytes = text.len() as u64;
        let points = CodePoints::new(text);
        article.source_points = Some(points.clone());
        let origin = Self::new(article);
        drop(origin.points.set(points));
        origin
    }

    /// The text as one Python string, made once: `article.text[m.start:m.end]` in a loop must
    /// not copy the article each time.
    pub(crate) fn text<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        self.text
            .get_or_init(py, || PyString::new(py, &self.article.text).unbind())
            .bind(py)
            .clone()
    }

    /// The article as an object; the same one as long as it is held.
    pub(crate) fn object<'py>(self: &Arc<Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let held = {
            let slot = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
            slot.as_ref().map(|held| held.clone_ref(py))
        };
        if let Some(article) = held.and_then(|held| held.bind(py).upgrade()) {
            return Ok(article);
        }
        let article = Bound::new(py, ArticleObject::shared(Arc::clone(self)))?.into_any();
        self.show(&article)?;
        Ok(article)
    }

    /// Makes `article`, which is of this origin, the object that views are pickled with.
    pub(crate) fn show(&self, article: &Bound<'_, PyAny>) -> PyResult<()> {
        let held = PyWeakrefReference::new(article)?.unbind();
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = Some(held);
        Ok(())
    }

    pub(crate) fn points(&self) -> &CodePoints {
        self.points
            .get_or_init(|| CodePoints::new(&self.article.text))
    }

    /// A span of the text in code points.
    pub(crate) fn range(&self, span: Span) -> (u32, u32) {
        let points = self.points();
        (points.to_point(span.start), points.to_point(span.end))
    }

    /// A span of the source in its unit.
    pub(crate) fn source(&self, span: SourceSpan) -> (u32, u32) {
        let SourceSpan { start, end } = self.article.source_in_unit(span);
        (start, end)
    }

    pub(crate) fn entity(&self, index: u32) -> Option<&record::Entity> {
        self.article.entities.get(index as usize)
    }

    /// Whether every index in the record points into it; says which one does not.
    pub(crate) fn check(article: &Article) -> Result<(), String> {
        let entities = article.entities.len();
        let mentions = article.mentions.len();
        let links = || {
            let of_mentions = article.mentions.iter().map(|mention| mention.link);
            of_mentions.chain(article.references.iter().map(|reference| reference.link))
        };
        let sides = article.events.iter().flat_map(|event| {
            let sides = event.who.iter().chain(&event.whom).chain(&event.place);
            sides.filter_map(|side| side.entity)
        });
        let roles = || article.entities.iter().flat_map(|entity| &entity.roles);
        let when = article
            .events
            .iter()
            .filter_map(|event| event.when.as_ref());
        let lists: [(&str, &str, usize, Indices<'_>); 11] = [
            (
                "mentions",
                "entities",
                entities,
                Box::new(article.mentions.iter().flat_map(|mention| {
                    let of = mention.metonym_of.iter().chain(&mention.holders);
                    std::iter::once(mention.entity).chain(of.copied())
                })),
            ),
            (
                "references",
                "entities",
                entities,
                Box::new(article.references.iter().map(|reference| reference.entity)),
            ),
            (
                "link",
                "mentions",
                mentions,
                Box::new(links().filter_map(|link| link.through)),
            ),
            (
                "entities",
                "mentions",
                mentions,
                Box::new(article.entities.iter().flat_map(|entity| {
                    let of = entity.roles.iter().map(|role| role.mention);
                    entity.mentions.iter().copied().chain(of)
                })),
            ),
            (
                "roles",
                "entities",
                entities,
                Box::new(roles().filter_map(|role| role.of)),
            ),
            (
                "quotes",
                "entities",
                entities,
                Box::new(article.quotes.iter().flat_map(|quote| {
                    let of = quote.speaker_entity.into_iter();
                    of.chain(quote.addressee)
                })),
            ),
            (
                "claims",
                "entities",
                entities,
                Box::new(article.claims.iter().flat_map(|claim| {
                    let of = claim.source_entity.iter();
                    of.chain(&claim.denied_by).copied()
                })),
            ),
            (
                "claims",
                "quotes",
                article.quotes.len(),
                Box::new(article.claims.iter().filter_map(|claim| claim.quote)),
            ),
            ("events", "entities", entities, Box::new(sides)),
            (
                "events",
                "claims",
                article.claims.len(),
                Box::new(article.events.iter().filter_map(|event| event.claim)),
            ),
            (
                "events",
                "dates",
                article.dates.len(),
                Box::new(when.filter_map(|when| when.date)),
            ),
        ];
        for (list, target, len, mut indices) in lists {
            if let Some(index) = indices.find(|&index| index as usize >= len) {
                return Err(format!(
                    "`{list}` names number {index} of `{target}`, which has {len}"
                ));
            }
        }
        Ok(())
    }

    /// What a link says: the kind, how sure it is, and where the mention it goes through stands.
    pub(crate) fn link(&self, link: record::Link) -> (record::LinkKind, f32, Option<(u32, u32)>) {
        let through = (link.through).and_then(|at| self.article.mentions.get(at as usize));
        let through = through.map(|mention| self.range(mention.span));
        (link.kind, link.confidence, through)
    }

    /// What a role says: the office, and the name of the body whose it is.
    pub(crate) fn role<'a>(&'a self, role: &'a record::Role) -> (&'a str, Option<&'a str>) {
        let of = role.of.and_then(|index| self.entity(index));
        (&role.title, of.map(|entity| entity.name.as_str()))
    }
}

type Indices<'a> = Box<dyn Iterator<Item = u32> + 'a>;

/// Where a part of an article stands and what stands there.
pub(crate) struct Located<'a> {
    /// Bytes of the text.
    pub(crate) span: Option<Span>,
    /// Bytes of the source.
    pub(crate) source: Option<SourceSpan>,
    pub(crate) words: &'a str,
}

impl Origin {
    pub(crate) fn at(&self, span: Span) -> Located<'_> {
        Located {
            span: Some(span),
            source: Some(self.article.source_of(span)),
            words: span.of(&self.article.text),
        }
    }

    pub(crate) fn at_edit(&self, edit: &record::Edit) -> Located<'_> {
        Located {
            source: Some(edit.source),
            ..self.at(edit.span)
        }
    }

    pub(crate) fn at_place<'a>(&'a self, place: &'a Place) -> Located<'a> {
        Located {
            span: place.span(),
            source: Some(self.article.source_of_place(place)),
            words: self.article.surface(place),
        }
    }

    pub(crate) fn at_block<'a>(&'a self, block: &'a record::Block) -> Located<'a> {
        Located {
            span: block.span,
            source: Some(block.source),
            words: block
                .span
                .map_or(&block.content, |span| span.of(&self.article.text)),
        }
    }

    pub(crate) fn at_diagnostic(&self, diagnostic: &copydesk::Diagnostic) -> Located<'_> {
        let span = diagnostic.span;
        Located {
            span,
            source: diagnostic
                .source
                .or_else(|| span.map(|span| self.article.source_of(span))),
            words: span.map_or("", |span| span.of(&self.article.text)),
        }
    }
}
