//! The text as the tagger sees it: words with their sentence and shape.

use copydesk_core::{Span, Token, TokenClass, characters::is_uppercase};

use crate::gazetteer::{Words, capitalised};

/// One token with what its letters and its place say.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_field_names, reason = "`word` alone would say nothing")]
pub(super) struct Word {
    pub(super) span: Span,
    /// Index of the sentence.
    pub(super) sentence: u32,
    /// A word, and not a number or a mark.
    pub(super) is_word: bool,
    /// Starts with an upper-case letter.
    pub(super) capital: bool,
    /// Upper-case letters and digits only, at least two letters.
    pub(super) all_capitals: bool,
    /// The first word of its sentence: its capital says nothing.
    pub(super) first: bool,
    /// In a headline, where nearly every word has a capital.
    pub(super) headline: bool,
    /// Follows the token before it without a blank.
    pub(super) glued: bool,
}

/// A text and its words.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    pub(super) text: &'a str,
    pub(super) words: Vec<Word>,
    /// The nouns of the language have capitals, so that shape makes no name.
    pub(super) nouns_have_capitals: bool,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(
        text: &'a str,
        sentences: &[Span],
        tokens: &[Token],
        title: Option<Span>,
        known: &Words,
    ) -> Self {
        let mut sheet = Self {
            text,
            words: Vec::with_capacity(tokens.len()),
            nouns_have_capitals: false,
        };
        let mut sentence = 0;
        let mut end = u32::MAX;
        // Sentence of the last word: looking back for it is quadratic on a run of marks.
        let mut last_word = None;
        for token in tokens {
            while sentence + 1 < sentences.len()
                && sentences[sentence + 1].start <= token.span.start
            {
                sentence += 1;
            }
            let surface = token.span.of(text);
            let is_word = token.class == TokenClass::Word;
            // A quotation mark or bullet before the first word does not count.
            let first = is_word && last_word != Some(sentence);
            if is_word {
                last_word = Some(sentence);
            }
            sheet.words.push(Word {
                span: token.span,
                sentence: sentence as u32,
                is_word,
                capital: is_word && capitalised(surface),
                all_capitals: is_word && all_capitals(surface),
                first,
                headline: false,
                glued: end == token.span.start,
            });
            end = token.span.end;
        }
        sheet.mark_headlines(title, known);
        sheet
    }

    /// The letters of word `at`; empty past the end.
    pub(super) fn surface(&self, at: usize) -> &'a str {
        self.words
            .get(at)
            .map_or("", |word| word.span.of(self.text))
    }

    /// The word before `at` in the same sentence.
    pub(super) fn before(&self, at: usize) -> &'a str {
        match at.checked_sub(1) {
            Some(before) if self.same_sentence(before, at) => self.surface(before),
            _ => "",
        }
    }

    /// The word `at`, if it is in the same sentence as `from`.
    pub(super) fn after(&self, from: usize, at: usize) -> &'a str {
        if self.same_sentence(from, at) {
            self.surface(at)
        } else {
            ""
        }
    }

    pub(super) fn same_sentence(&self, a: usize, b: usize) -> bool {
        match (self.words.get(a), self.words.get(b)) {
            (Some(a), Some(b)) => a.sentence == b.sentence,
            _ => false,
        }
    }

    /// The span of the words from `first` up to `end`.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        self.words[first].span.cover(self.words[end - 1].span)
    }

    /// The word that ends at byte `end`, as the index after it.
    pub(super) fn word_end(&self, from: usize, end: usize) -> Option<usize> {
        let after =
            from + self.words[from..].partition_point(|word| (word.span.end as usize) < end);
        let word = self.words.get(after)?;
        // A full stop that belongs to the phrase may be a token of its own, or part of one.
        (word.span.end as usize == end
            || word.span.end as usize == end + 1 && self.text.as_bytes()[end] == b'.')
            .then_some(after + 1)
    }

    /// Marks the words of sentences in which capitals mean nothing: at least four words of
    /// four and more letters, and of these at least three in four with a capital. The title
    /// needs two such words only.
    fn mark_headlines(&mut self, title: Option<Span>, known: &Words) {
        let mut start = 0;
        while start < self.words.len() {
            let sentence = self.words[start].sentence;
            let len = self.words[start..].partition_point(|word| word.sentence == sentence);
            let end = start + len;
            let (mut long, mut capital, mut common) = (0, 0, 0);
            for word in &self.words[start..end] {
                if word.is_word && word.span.len() >= 4 {
                    long += 1;
                    capital += u32::from(word.capital);
                    common += u32::from(
                        word.capital && !word.first && known.is_common(word.span.of(self.text)),
                    );
                }
            }
            let in_title = title.is_some_and(|title| title.contains(self.words[start].span));
            let least = if in_title { 2 } else { 4 };
            // A sentence of names (`Kim Jong Un met Vladimir Putin`) has no common words with
            // capitals, so it is no headline however many capitals it has.
            let headline = long >= least && capital * 4 >= long * 3 && common > 0;
            for word in &mut self.words[start..end] {
                word.headline = headline;
            }
            start = end;
        }
    }
}

fn all_capitals(word: &str) -> bool {
    let mut letters = 0;
    for letter in word.chars() {
        if is_uppercase(letter) {
            letters += 1;
        } else if !letter.is_ascii_digit() && letter != '.' && letter != '&' {
            return false;
        }
    }
    letters >= 2
}
