//! A text with all that the stage knows of it before it reads who says what.

use std::ops::Range;

use copydesk_core::{
    Span, Token,
    record::{Entity, Label, LinkKind, Mention, Reference, Temporal},
};

use crate::syntax::{Group, Name, Syntax, span_of};

/// The text and what was found in it.
#[derive(Debug)]
pub(crate) struct Reading<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) syntax: Syntax,
    pub(crate) mentions: &'a [Mention],
    pub(crate) references: &'a [Reference],
    pub(crate) entities: &'a [Entity],
    pub(crate) dates: &'a [Temporal],
    /// The day that relative dates count from.
    pub(crate) reference: Option<&'a str>,
}

/// The names and temporal expressions of a text, in order, as the syntax wants them.
pub(crate) fn names(mentions: &[Mention]) -> Vec<Name> {
    (mentions.iter())
        .filter(|mention| mention.label != Label::Title)
        .map(|mention| Name {
            span: mention.span,
            is_people: mention.label == Label::Norp,
            is_date: matches!(mention.label, Label::Date | Label::Time),
            is_time: mention.label.is_value(),
        })
        .collect()
}

impl Reading<'_> {
    /// The words of a token.
    pub(crate) fn word(&self, token: usize) -> &str {
        (self.tokens.get(token)).map_or("", |token| token.span.of(self.text))
    }

    /// Whether a token is this word, in any case of ASCII letters.
    #[inline]
    pub(crate) fn is(&self, token: usize, word: &str) -> bool {
        // Most are told by their length.
        (self.tokens.get(token)).map_or(word.is_empty(), |token| {
            token.span.len() as usize == word.len()
                && token.span.of(self.text).eq_ignore_ascii_case(word)
        })
    }

    /// The bytes of a run of tokens.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        span_of(self.tokens, tokens)
    }

    /// The tokens that stand in these bytes.
    pub(crate) fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = (self.tokens).partition_point(|token| token.span.end <= span.start);
        let end = (self.tokens).partition_point(|token| token.span.start < span.end);
        start..end.max(start)
    }

    /// The tokens of a sentence.
    pub(crate) fn sentence(&self, sentence: u32) -> Range<usize> {
        self.syntax.sentence(sentence)
    }

    /// A group by its index.
    pub(crate) fn group(&self, group: u32) -> &Group {
        &self.syntax.groups[group as usize]
    }

    /// Indices of the mentions that overlap these bytes.
    pub(crate) fn mentions_in(&self, span: Span) -> Range<usize> {
        let start = (self.mentions).partition_point(|mention| mention.span.end <= span.start);
        let end = (self.mentions).partition_point(|mention| mention.span.start < span.end);
        start..end.max(start)
    }

    /// The entity that a noun group names: that of the name or office at its head, of the name
    /// before it (`Biden administration` is a name of its own; `Russian officials` names nobody),
    /// or what its pronoun stands for.
    pub(crate) fn entity_of(&self, noun: u32) -> Option<u32> {
        let group = self.group(noun);
        let head = self.tokens.get(group.head as usize)?.span;
        if let Some(mention) = self.mentions_in(head).map(|at| &self.mentions[at]).next()
            && mention.label != Label::Norp
        {
            return Some(stands_for(mention));
        }
        let reference =
            (self.references).partition_point(|reference| reference.span.end <= head.start);
        (self.references.get(reference))
            .filter(|reference| reference.span.start < head.end)
            .filter(|reference| reference.link.kind != LinkKind::Name)
            .map(|reference| reference.entity)
    }
}

/// The entity that a mention stands for in its place: for a metonym the country, for an office
/// the only one who holds it, else its own.
pub(crate) fn stands_for(mention: &Mention) -> u32 {
    match (mention.metonym_of, mention.holders.as_slice()) {
        (Some(country), _) => country,
        (None, &[holder]) => holder,
        _ => mention.entity,
    }
}
