//! The words that the lists know: what parts of speech each may be.
//!
//! *What*: a table from a word in lower case to its tags and, for forms of verbs and nouns, its
//! lemma. Words that are not in it get the tags that their ending and capital allow.
//! *Why*: two words of three have one tag only, and need no model.

use copydesk_core::TokenClass;
use rustc_hash::FxHashMap;

use super::tag::{Tag, Tags};

/// What the table knows of a word.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// The tags it may have.
    pub tags: Tags,
    /// Its lemma as a verb, empty where it is none.
    pub lemma: &'static str,
}

/// The table.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: FxHashMap<&'static str, Known>,
}

/// The longest word that is looked up, in bytes.
pub(super) const LONGEST: usize = 32;

impl Lexicon {
    /// Reads rows of a word in lower case, a tab, its tags with blanks between, a tab, and its
    /// lemma as a verb.
    pub fn read(rows: &'static str) -> Self {
        let mut words = FxHashMap::default();
        words.reserve(rows.len() / 20);
        for row in rows.lines() {
            let mut cells = row.split('\t');
            let (Some(word), Some(tags)) = (cells.next(), cells.next()) else {
                continue;
            };
            let tags = tags.split(' ').map(Tag::of);
            let known = Known {
                tags: tags.fold(Tags::default(), Tags::with),
                lemma: cells.next().unwrap_or_default(),
            };
            words.insert(word, known);
        }
        Self { words }
    }

    /// What is known of a word in lower case.
    pub fn get(&self, lower: &str) -> Option<Known> {
        self.words.get(lower).copied()
    }
}

/// The tags that a word which no list knows may have.
pub(crate) fn guess(surface: &str, class: TokenClass, first: bool) -> Tags {
    const NAME: Tags = Tags::of(&[Tag::Nnp]);
    const PLURAL_NAME: Tags = Tags::of(&[Tag::Nnp, Tag::Nnps]);
    match class {
        TokenClass::Word => {}
        TokenClass::Number => return Tags::of(&[Tag::Cd]),
        TokenClass::Currency => return Tags::of(&[Tag::Cd]),
        TokenClass::Symbol if surface == "%" => return Tags::of(&[Tag::Nn]),
        TokenClass::Punctuation | TokenClass::Symbol => return Tags::of(&[Tag::Mark]),
        _ => return NAME,
    }
    let capital = surface.chars().next().is_some_and(char::is_uppercase);
    if capital && !first {
        return if surface.ends_with('s') {
            PLURAL_NAME
        } else {
            NAME
        };
    }
    if surface.bytes().any(|byte| byte.is_ascii_digit()) {
        return Tags::of(&[Tag::Cd, Tag::Jj, Tag::Nn]);
    }
    let mut tags = if surface.contains('-') && !surface.ends_with("ing") {
        Tags::of(&[Tag::Jj, Tag::Nn, Tag::Nns, Tag::Vbn])
    } else if surface.ends_with("ing") {
        Tags::of(&[Tag::Vbg, Tag::Nn, Tag::Jj])
    } else if surface.ends_with("ed") {
        Tags::of(&[Tag::Vbd, Tag::Vbn, Tag::Jj])
    } else if surface.ends_with("ly") {
        Tags::of(&[Tag::Rb, Tag::Jj])
    } else if surface.ends_with("ss") {
        Tags::of(&[Tag::Nn, Tag::Jj])
    } else if surface.ends_with('s') {
        Tags::of(&[Tag::Nns, Tag::Vbz])
    } else if ["ous", "ful", "able", "ible", "ive", "ish", "less"]
        .iter()
        .any(|ending| surface.ends_with(ending))
    {
        Tags::of(&[Tag::Jj, Tag::Nn])
    } else if ["tion", "ment", "ness", "ity", "ism", "ship", "ance", "ence"]
        .iter()
        .any(|ending| surface.ends_with(ending))
    {
        Tags::of(&[Tag::Nn])
    } else {
        Tags::of(&[Tag::Nn, Tag::Jj, Tag::Vb, Tag::Vbp])
    };
    if capital {
        tags = tags.with(Tag::Nnp);
        if surface.ends_with('s') {
            tags = tags.with(Tag::Nnps);
        }
    }
    tags
}
