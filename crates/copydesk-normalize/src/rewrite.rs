//! Writing a repaired text while keeping account of what became what.

use std::ops::Range;

use memchr::{memchr, memrchr};

use copydesk_core::{OffsetMap, OffsetMapBuilder, SegmentKind, Span};

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

/// The lines, with their line breaks, that hold the `places`, which are in order.
pub(crate) fn lines(
    text: &str,
    places: impl Iterator<Item = usize>,
) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut done = 0;
    places.filter_map(move |place| {
        let behind = bytes.get(done..place)?;
        let start = memrchr(b'\n', behind).map_or(done, |at| done + at + 1);
        done = memchr(b'\n', &bytes[place..]).map_or(text.len(), |at| place + at + 1);
        Some(start..done)
    })
}

/// Applies a rule that looks at one line at a time to the lines that hold the `places`, which
/// are in order; to the whole text, where there are none.
pub(crate) fn by_line(
    text: &str,
    places: Option<impl Iterator<Item = usize>>,
    rule: impl Fn(&str) -> Option<Rewrite>,
) -> Option<Rewrite> {
    let Some(places) = places else {
        return rule(text);
    };
    let mut rewriter = Rewriter::new(text);
    for line in lines(text, places) {
        if let Some(part) = rule(&text[line.clone()]) {
            rewriter.splice(line.start, &part);
        }
    }
    rewriter.finish()
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
        self.make_room();
        self.out.push_str(&self.text[self.at..range.start]);
        self.map.copy((range.start - self.at) as u32);
        self.out.push_str(with);
        self.map.replace(with.len() as u32, range.len() as u32);
        self.at = range.end;
        true
    }

    /// Allocates before the first change.
    fn make_room(&mut self) {
        const USUAL: usize = 16;
        if self.out.capacity() == 0 {
            self.out.reserve(self.text.len());
            self.pieces.reserve(USUAL);
            self.map.reserve(2 * USUAL);
        }
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

    /// Replaces what `part` was made from, which starts at `start`, by what it became.
    pub(crate) fn splice(&mut self, start: usize, part: &Rewrite) {
        self.make_room();
        self.out.push_str(&self.text[self.at..start]);
        self.map.copy((start - self.at) as u32);
        self.out.push_str(&part.text);
        for segment in part.map.segments() {
            match segment.kind {
                SegmentKind::Copy => self.map.copy(segment.text.len()),
                _ => self.map.replace(segment.text.len(), segment.source.len()),
            }
        }
        self.at = start + part.map.source_len() as usize;
        let pieces = part.pieces.iter();
        self.pieces.extend(
            pieces.map(|piece| Span::new(piece.start + start as u32, piece.end + start as u32)),
        );
    }

    /// The last character written or passed before `at`, where the text between the last
    /// change and `at` stays as it is.
    pub(crate) fn previous(&self, at: usize) -> Option<char> {
        let kept = self.text[self.at..at].chars().next_back();
        kept.or_else(|| self.out.chars().next_back())
    }

    /// The finished text; `None` where nothing changed.
    pub(crate) fn finish(mut self) -> Option<Rewrite> {
        // A piece may be noted in which nothing had to be changed after all.
        if self.pieces.is_empty() || self.map.source_len() == 0 {
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
