//! Which words of the article are names.
//!
//! *What*: counts, for every word of the paragraphs, how often it stands with a capital inside
//! a sentence and how often without.
//! *Why*: in a line of three words nothing says which of them are names; the article does.
//! *Known misses*: German, where every noun has a capital: the caller sees that from
//! [`Names::capitals_are_rare`].

use std::collections::HashMap;

use copydesk_core::record::BlockKind;

use super::item::Item;
use crate::lexicon::fold;

/// Words counted, at most: the names of an article are all in its first part.
const MOST_WORDS: usize = 6000;

/// How often a word stands capitalised inside a sentence, capitalised at its beginning, and in
/// lower case.
type Count = (u32, u32, u32);

/// Words of the article with their spelling.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// By the folded word.
    counts: HashMap<String, Count>,
    words: usize,
    capitals: usize,
}

impl Names {
    /// Reads the paragraphs.
    pub(super) fn read(items: &[Item]) -> Self {
        let mut names = Self::default();
        for item in items.iter().filter(|item| item.prose && item.kept()) {
            if names.words > MOST_WORDS {
                break;
            }
            names.paragraph(&item.text);
        }
        // The headline knows words too, but its capitals say nothing.
        for item in items.iter().filter(|item| item.kind == BlockKind::Title) {
            for word in item.text.split_whitespace().map(bare) {
                names.count(word).1 += 1;
            }
        }
        names
    }

    /// The count of a word; a word in plain lower case, as most are, is not copied to find it.
    fn count(&mut self, word: &str) -> &mut Count {
        let plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
        if plain && self.counts.contains_key(word) {
            return self.counts.get_mut(word).expect("the key was found");
        }
        self.counts.entry(fold(word, 60)).or_default()
    }

    fn paragraph(&mut self, text: &str) {
        let mut first = true;
        for token in text.split_whitespace() {
            for part in token.split(['-', '\u{2013}', '/']) {
                let word = bare(part);
                if !word.is_empty() {
                    let capital = starts_capital(word);
                    let entry = self.count(word);
                    if !capital {
                        entry.2 += 1;
                    } else if first {
                        entry.1 += 1;
                    } else {
                        entry.0 += 1;
                    }
                    self.words += 1;
                    self.capitals += usize::from(capital && !first);
                }
                first = false;
            }
            let closed = token.trim_end_matches(['"', '\u{201D}', ')', '\u{2019}']);
            first = closed.ends_with(['.', '!', '?', ':']);
        }
    }

    /// Whether the article names something with this word.
    pub(super) fn is_name(&self, word: &str) -> bool {
        if !starts_capital(word) {
            return false;
        }
        match self.counts.get(&fold(word, 60)) {
            Some(&(inside, first, lower)) => inside > lower || (first > 1 && lower == 0),
            None => false,
        }
    }

    /// Whether the article has the word at all, in the singular or the plural.
    pub(super) fn knows(&self, word: &str) -> bool {
        let folded = fold(word, 60);
        let other = match folded.strip_suffix('s') {
            Some(stem) => stem.to_owned(),
            None => format!("{folded}s"),
        };
        self.counts.contains_key(&folded) || self.counts.contains_key(&other)
    }

    /// Whether capitals mark names in the language of the article.
    pub(super) fn capitals_are_rare(&self) -> bool {
        self.capitals * 4 < self.words
    }
}

/// The word without punctuation and without a possessive.
pub(super) fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.strip_suffix("'s")
        .or_else(|| word.strip_suffix("\u{2019}s"))
        .unwrap_or(word)
}

pub(super) fn starts_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
