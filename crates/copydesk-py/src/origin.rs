//! What all views of one article share.

use std::sync::{Arc, OnceLock};

use copydesk::{
    Article, CodePoints, OffsetMap, SourceSpan, Span, Unit,
    record::{self, Place},
};
use pyo3::{prelude::*, sync::PyOnceLock, types::PyString};

/// An article with what is needed to show its byte offsets as Python counts them. Indices are
/// built on first use: a stream that only writes JSON never pays for them.
pub(crate) struct Origin {
    pub(crate) article: Article,
    points: OnceLock<CodePoints>,
    text: PyOnceLock<Py<PyString>>,
}

impl Origin {
    pub(crate) fn new(article: Article) -> Arc<Self> {
        Arc::new(Self {
            article,
            points: OnceLock::new(),
            text: PyOnceLock::new(),
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
        let check = |list: &str, target: &str, len: usize, mut indices: Indices<'_>| match indices
            .find(|&index| index as usize >= len)
        {
            Some(index) => Err(format!(
                "`{list}` names number {index} of `{target}`, which has {len}"
            )),
            None => Ok(()),
        };
        let (entities, mentions) = (article.entities.len(), article.mentions.len());
        let of = |items: Indices<'_>, list: &str| check(list, "entities", entities, items);
        of(
            Box::new(article.mentions.iter().map(|m| m.entity)),
            "mentions",
        )?;
        of(
            Box::new(article.quotes.iter().filter_map(|q| q.speaker_entity)),
            "quotes",
        )?;
        of(
            Box::new(article.claims.iter().filter_map(|c| c.source_entity)),
            "claims",
        )?;
        of(
            Box::new(
                article
                    .claims
                    .iter()
                    .flat_map(|c| c.denied_by.iter().copied()),
            ),
            "claims",
        )?;
        let named = article
            .entities
            .iter()
            .flat_map(|e| e.mentions.iter().copied());
        check("entities", "mentions", mentions, Box::new(named))
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
