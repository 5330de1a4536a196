//! The words of one script in a text, as hashed sequences of letters.
//!
//! *What*: a word gives its sequences of two to four letters, its beginning and end counted as one
//! more letter, and itself; of a script without spaces, single signs and pairs of them. *Why*: these
//! are what a language is told by, and a hash needs no table of them. *Example*: `og` gives `_o`,
//! `og`, `g_`, `_og`, `og_`, `_og_` and the word. Case is folded; web and mail addresses, handles
//! and hashtags are passed over, to the next space or letter of a script without spaces. *Known misses*: letters with marks of their own (`e` and U+0301)
//! count without them.

use super::script::Script;

/// Letters of a word that are looked at; a longer one is cut into several.
const LONGEST: usize = 32;

/// Hashes that a word gives at most.
pub(super) const MOST_HASHES: usize = 3 * (LONGEST + 1) + 1;

/// Stands for the beginning and the end of a word.
const EDGE: u64 = 0x5F;

/// Spreads keys over all bits: 2^64 divided by the golden ratio.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// Which sequences of letters a word gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Two to four letters, which tell most languages.
    Coarse,
    /// Four or five, which tell those of one family.
    Fine,
}

/// Hands the hashes of each word of `script` in a text to `each`, a word at a time.
pub fn words(text: &str, script: Script, detail: Detail, mut each: impl FnMut(&[u32])) {
    let mut word = Word::new(script != Script::Han, detail);
    let mut rest = text;
    let mut chars = rest.chars();
    while let Some(char) = chars.next() {
        if Script::of(char) == Some(script) {
            if word.letters == LONGEST {
                word.end(&mut each);
            }
            word.push(fold(char));
        } else if begins_token(char, chars.as_str()) {
            if script.is_unspaced() {
                word.end(&mut each);
            } else {
                word.clear();
            }
            rest = after_token(chars.as_str());
            chars = rest.chars();
        } else if !is_mark(char) {
            word.end(&mut each);
        }
    }
    word.end(&mut each);
}

/// Whether a sign and the word before it are part of what says nothing about the language:
/// `https://…`, `name@host`, `@name`, `#word`.
#[inline]
pub(super) fn begins_token(char: char, behind: &str) -> bool {
    matches!(char, '@' | '#') || char == ':' && behind.starts_with("//")
}

/// Marks on a letter and invisible signs inside of words.
pub(super) fn is_mark(char: char) -> bool {
    matches!(
        char,
        '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200D}' | '\u{2060}'
    )
}

/// What comes behind the token: the next space, or a letter of a script that needs none.
pub(super) fn after_token(text: &str) -> &str {
    let ends =
        |char: char| char.is_whitespace() || Script::of(char).is_some_and(Script::is_unspaced);
    &text[text.find(ends).unwrap_or(text.len())..]
}

#[inline]
fn fold(char: char) -> u64 {
    let folded = if char.is_ascii() {
        char.to_ascii_lowercase()
    } else {
        char.to_lowercase().next().unwrap_or(char)
    };
    u64::from(u32::from(folded)) & 0xFFFF
}

#[inline]
fn hash(key: u64) -> u32 {
    (key.wrapping_mul(SPREAD) >> 32) as u32
}

/// The word that is being read.
struct Word {
    spaced: bool,
    detail: Detail,
    letters: usize,
    /// The last four letters, 16 bits each.
    last: u64,
    whole: u64,
    hashes: [u32; MOST_HASHES],
    len: usize,
}

impl Word {
    fn new(spaced: bool, detail: Detail) -> Self {
        Self {
            spaced,
            detail,
            letters: 0,
            last: if spaced { EDGE } else { 0 },
            whole: 0,
            hashes: [0; MOST_HASHES],
            len: 0,
        }
    }

    fn clear(&mut self) {
        self.letters = 0;
        self.len = 0;
        self.last = if self.spaced { EDGE } else { 0 };
        self.whole = 0;
    }

    #[inline]
    fn emit(&mut self, key: u64) {
        self.hashes[self.len] = hash(key);
        self.len += 1;
    }

    #[inline]
    fn push(&mut self, letter: u64) {
        self.letters += 1;
        if self.spaced {
            self.whole = (self.whole.rotate_left(5) ^ letter).wrapping_mul(SPREAD);
            self.sequences(letter);
        } else {
            self.last = self.last << 16 | letter;
            self.emit(letter);
            if self.letters > 1 {
                self.emit(self.last & 0xFFFF_FFFF);
            }
        }
    }

    /// The sequences that end with this letter.
    #[inline]
    fn sequences(&mut self, letter: u64) {
        let before = self.last;
        self.last = before << 16 | letter;
        if self.detail == Detail::Coarse {
            self.emit(self.last & 0xFFFF_FFFF);
            if self.last >> 32 != 0 {
                self.emit(self.last & 0xFFFF_FFFF_FFFF);
            }
        }
        if self.last >> 48 != 0 {
            self.emit(self.last);
            if self.detail == Detail::Fine && before >> 48 != 0 {
                self.emit(self.last ^ (before >> 48).rotate_right(8).wrapping_mul(SPREAD));
            }
        }
    }

    fn end(&mut self, each: &mut impl FnMut(&[u32])) {
        if self.letters == 0 {
            return;
        }
        if self.spaced {
            self.sequences(EDGE);
            self.emit(self.whole);
        }
        each(&self.hashes[..self.len]);
        self.clear();
    }
}
