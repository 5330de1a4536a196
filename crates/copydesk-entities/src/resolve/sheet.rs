//! The text as the resolver sees it: tokens with their sentence.

use copydesk_core::{Span, Token};

/// A text and its tokens.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    pub(super) text: &'a str,
    tokens: &'a [Token],
    /// Sentence of each token.
    sentences: Vec<u32>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(text: &'a str, sentences: &[Span], tokens: &'a [Token]) -> Self {
        let mut sentence = 0;
        let sentences = tokens.iter().map(|token| {
            while sentence + 1 < sentences.len()
                && sentences[sentence + 1].start <= token.span.start
            {
                sentence += 1;
            }
            sentence as u32
        });
        Self {
            text,
            tokens,
            sentences: sentences.collect(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The letters of token `at`; empty past the end.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.of(self.text))
    }

    /// The first byte of token `at`; 0 past the end.
    pub(super) fn first_byte(&self, at: usize) -> u8 {
        (self.tokens.get(at))
            .and_then(|token| self.text.as_bytes().get(token.span.start as usize))
            .map_or(0, |&byte| byte)
    }

    pub(super) fn sentence(&self, at: usize) -> u32 {
        self.sentences.get(at).copied().unwrap_or(u32::MAX)
    }

    /// The token `steps` before `at`, if it is in the same sentence.
    pub(super) fn before(&self, at: usize, steps: usize) -> &'a str {
        match at.checked_sub(steps) {
            Some(before) if self.sentence(before) == self.sentence(at) => self.word(before),
            _ => "",
        }
    }

    /// The token `at`, if it is in the same sentence as `from`.
    pub(super) fn after(&self, from: usize, at: usize) -> &'a str {
        if self.sentence(at) == self.sentence(from) {
            self.word(at)
        } else {
            ""
        }
    }

    /// The span of the tokens from `first` up to `end`.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        self.tokens[first]
            .span
            .cover(self.tokens[end.max(first + 1) - 1].span)
    }

    /// The tokens that share letters with `span`: the first, and the one after the last.
    pub(super) fn tokens_of(&self, span: Span) -> (usize, usize) {
        let first = self
            .tokens
            .partition_point(|token| token.span.end <= span.start);
        let rest = &self.tokens[first..];
        (
            first,
            first + rest.partition_point(|token| token.span.start < span.end),
        )
    }
}
