//! What the words of a sentence do: parts of speech, groups of words, clauses.
//!
//! *What*: every token gets a Penn Treebank tag ([`Tag`]), most by a table, the rest by a small
//! model ([`model`]); nouns and verbs are joined into groups (`the Russian foreign minister`,
//! `has repeatedly called`), and each verb group gets a clause with its subject, objects and
//! complement ([`clauses`]).
//! *Why*: who said what, and what happened to whom, are told by these.
//! *Known misses*: one left-to-right look without a parse: a subject far from its verb, behind
//! several inserted clauses, is lost or wrong.

mod clauses;
mod groups;
pub(crate) mod lemma;
pub(crate) mod lexicon;
pub(crate) mod model;
mod tag;
pub(crate) mod words;

use std::{ops::Range, sync::OnceLock};

pub(crate) use clauses::{Clause, ClauseKind};
use copydesk_core::{Span, Token};
pub(crate) use groups::{Group, GroupKind, VerbForm};
use lexicon::Lexicon;
pub use tag::{Tag, Tags};
pub(crate) use words::Word;

/// The first bytes of the file of the model.
pub const MAGIC: [u8; 4] = *b"CDS1";

/// The table of words and the weights, as `cargo xtask train syntax` writes them.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) lexicon: Lexicon,
    weights: &'static [u8; model::WEIGHTS],
}

impl Model {
    /// Reads the file: the magic bytes, the length of the rows of the lexicon as `u32` in little
    /// endian, the rows, and the weights, an `i8` each. Nothing if it is not such a file.
    pub(crate) fn read(bytes: &'static [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(&MAGIC)?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let (rows, weights) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        Some(Self {
            lexicon: Lexicon::read(std::str::from_utf8(rows).ok()?),
            weights: weights.try_into().ok()?,
        })
    }

    /// The one that ships with the crate.
    pub(crate) fn shared() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        static NOTHING: [u8; model::WEIGHTS] = [0; model::WEIGHTS];
        MODEL.get_or_init(|| {
            Self::read(include_bytes!("../../models/syntax.bin")).unwrap_or_else(|| Self {
                lexicon: Lexicon::default(),
                weights: &NOTHING,
            })
        })
    }

    fn weight(&self, slot: usize) -> i32 {
        i32::from(self.weights[slot % model::WEIGHTS].cast_signed())
    }
}

/// The words, groups and clauses of a text.
#[derive(Debug, Default)]
pub(crate) struct Syntax {
    /// One for each token.
    pub(crate) words: Vec<Word>,
    /// Noun groups, verb groups and what stands between, in order.
    pub(crate) groups: Vec<Group>,
    /// One for each verb group, in order of the verbs.
    pub(crate) clauses: Vec<Clause>,
    /// For each sentence its first token, or that of the next with any.
    starts: Vec<u32>,
    /// For each group its clause, `u32::MAX` where it is no verb.
    of_verb: Vec<u32>,
    /// For each token the number of clauses whose verb stands before it.
    clauses_before: Vec<u32>,
    /// For each group whether it is the subject of a clause.
    subjects: Vec<bool>,
}

/// A name that is known to stand in the text: its words are nouns of one group.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name {
    pub(crate) span: Span,
    /// A people or creed, which may be an adjective as well.
    pub(crate) is_people: bool,
    /// A temporal expression or a number.
    pub(crate) is_time: bool,
    /// A date or a time, which no other name goes on: `Last Wednesday Sudan`.
    pub(crate) is_date: bool,
}

impl Syntax {
    /// Reads a text. `sentences`, `tokens` and `names` are in order; `title` is where the
    /// headline stands, whose capitals say nothing.
    #[inline(never)] // a row of `cargo xtask profile`
    pub(crate) fn read(
        text: &str,
        sentences: &[Span],
        tokens: &[Token],
        names: &[Name],
        title: Option<Span>,
    ) -> Self {
        let model = Model::shared();
        let words = words::read(text, sentences, tokens, names, title, model);
        let groups = groups::read(text, tokens, &words, names);
        let mut syntax = Self {
            words,
            groups,
            ..Self::default()
        };
        for (at, group) in syntax.groups.iter().enumerate() {
            for word in &mut syntax.words[group.tokens()] {
                word.group = at as u32;
            }
        }
        (syntax.clauses, syntax.of_verb) = clauses::read(text, tokens, &syntax);
        syntax.index();
        syntax
    }

    /// Notes where what is asked for often stands.
    fn index(&mut self) {
        for (token, word) in self.words.iter().enumerate() {
            while self.starts.len() <= word.sentence as usize {
                self.starts.push(token as u32);
            }
        }
        self.clauses_before.reserve(self.words.len());
        self.subjects.resize(self.groups.len(), false);
        for (at, clause) in self.clauses.iter().enumerate() {
            let head = self.groups[clause.verb as usize].head as usize;
            while self.clauses_before.len() <= head {
                self.clauses_before.push(at as u32);
            }
            if let Some(subject) = clause.subject {
                self.subjects[subject as usize] = true;
            }
        }
    }

    /// The tokens of a sentence.
    pub(crate) fn sentence(&self, sentence: u32) -> Range<usize> {
        let start = |sentence: usize| {
            (self.starts.get(sentence)).map_or(self.words.len(), |&start| start as usize)
        };
        start(sentence as usize)..start(sentence as usize + 1)
    }

    /// The index of the clause of a verb group.
    pub(crate) fn clause_of(&self, verb: u32) -> Option<usize> {
        (self.of_verb.get(verb as usize))
            .filter(|&&at| at != u32::MAX)
            .map(|&at| at as usize)
    }

    /// The tag of a token.
    pub(crate) fn tag(&self, token: usize) -> Tag {
        self.words.get(token).map_or(Tag::Mark, |word| word.tag)
    }

    /// The group that a token is part of.
    pub(crate) fn group_of(&self, token: usize) -> Option<&Group> {
        self.groups.get(self.words.get(token)?.group as usize)
    }

    /// The lemma of a verb; of other words, the word in lower case where the lexicon knows it.
    pub(crate) fn lemma(&self, token: usize) -> &'static str {
        self.words.get(token).map_or("", |word| word.lemma)
    }

    /// The clauses whose verb stands in these tokens.
    pub(crate) fn clauses_in(&self, tokens: Range<usize>) -> &[Clause] {
        let before = |token: usize| {
            (self.clauses_before.get(token)).map_or(self.clauses.len(), |&clauses| clauses as usize)
        };
        let (first, end) = (before(tokens.start), before(tokens.end));
        &self.clauses[first..end.max(first)]
    }
}

/// The bytes of a run of tokens; empty for none.
pub(crate) fn span_of(tokens: &[Token], run: Range<usize>) -> Span {
    match tokens.get(run) {
        Some([first, .., last]) => Span::new(first.span.start, last.span.end),
        Some([one]) => one.span,
        _ => Span::default(),
    }
}
