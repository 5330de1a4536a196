//! Writing a repaired text while keeping account of what became what.

use std::ops::Range;

use copydesk_core::{OffsetMap, OffsetMapBuilder, Span};

/// What one rule made of a text.
#[derive(Debug)]
pub(crate) struct Rewrite {
    /// The text as the rule leaves it.
    pub(crate) text: String,
    /// `text` to the text that the rule was given.
    pub(crate) map: OffsetMap,
    /// The repaired pieces of the text that the rule was given, from left to right.
    pub(crate) pieces: Vec<Span>,
}

/// Writes a [`Rewrite`] from left to right; nothing is allocated before the first change.
#[derive(Debug)]
pub(crate) struct Rewriter<'t> {
    text: &'t str,
    /// The text is dealt with up to here.
    at: usize,
    out: String,
    map: OffsetMapBuilder,
    pieces: Vec<Span>,
}

impl<'t> Rewriter<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            out: String::new(),
            map: OffsetMap::builder(),
            pieces: Vec::new(),
        }
    }

    /// Replaces `range` and notes it as one repaired piece. An equal replacement does nothing.
    pub(crate) fn replace(&mut self, range: Range<usize>, with: &str) {
        if self.substitute(range.clone(), with) {
            self.note(range);
        }
    }

    /// Replaces `range` without noting a piece: the caller notes a larger one. Says whether
    /// anything changed.
    pub(crate) fn substitute(&mut self, range: Range<usize>, with: &str) -> bool {
        if &self.text[range.clone()] == with {
            return false;
        }
        if self.out.capacity() == 0 {
            self.out.reserve(self.text.len());
        }
        self.out.push_str(&self.text[self.at..range.start]);
        self.map.copy((range.start - self.at) as u32);
        self.out.push_str(with);
        self.map.replace(with.len() as u32, range.len() as u32);
        self.at = range.end;
        true
    }

    /// Replaces `range` by one character and notes it.
    pub(crate) fn replace_char(&mut self, range: Range<usize>, with: char) {
        self.replace(range, with.encode_utf8(&mut [0; 4]));
    }

    /// Removes `range` and notes it, joined to a piece that ends where it starts.
    pub(crate) fn delete(&mut self, range: Range<usize>) {
        if self.substitute(range.clone(), "") {
            match self.pieces.last_mut() {
                Some(last) if last.end as usize == range.start => last.end = range.end as u32,
                _ => self.note(range),
            }
        }
    }

    /// Notes `range` as one repaired piece.
    pub(crate) fn note(&mut self, range: Range<usize>) {
        self.pieces.push(Span::at(range.start, range.end));
    }

    /// The last character written or passed before `at`, where the text between the last
    /// change and `at` stays as it is.
    pub(crate) fn previous(&self, at: usize) -> Option<char> {
        let kept = self.text[self.at..at].chars().next_back();
        kept.or_else(|| self.out.chars().next_back())
    }

    /// The finished text; `None` where nothing changed.
    pub(crate) fn finish(mut self) -> Option<Rewrite> {
        if self.pieces.is_empty() {
            return None;
        }
        self.out.push_str(&self.text[self.at..]);
        self.map.copy((self.text.len() - self.at) as u32);
        Some(Rewrite {
            text: self.out,
            map: self.map.finish(),
            pieces: self.pieces,
        })
    }
}

/// A [`Rewriter`] for replacements of single characters: those that touch are one piece, so that
/// a word is one edit, while each character keeps its own segment of the map.
#[derive(Debug)]
pub(crate) struct Runs<'t> {
    rewriter: Rewriter<'t>,
    run: Option<Range<usize>>,
}

impl<'t> Runs<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            rewriter: Rewriter::new(text),
            run: None,
        }
    }

    /// Replaces `range`. An equal replacement does nothing.
    pub(crate) fn replace(&mut self, range: Range<usize>, with: &str) {
        if !self.rewriter.substitute(range.clone(), with) {
            return;
        }
        match &mut self.run {
            Some(run) if run.end == range.start => run.end = range.end,
            run => {
                if let Some(done) = run.replace(range) {
                    self.rewriter.note(done);
                }
            }
        }
    }

    /// The finished text; `None` where nothing changed.
    pub(crate) fn finish(mut self) -> Option<Rewrite> {
        if let Some(run) = self.run.take() {
            self.rewriter.note(run);
        }
        self.rewriter.finish()
    }
}
