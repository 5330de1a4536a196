//! What the learned scorer knows of a line alone, before it is seen among the others.
//!
//! *What*: counts of its characters, flags of its shape, and its words as small numbers, so that
//! words of two lines can be compared without a look at the text again.
//! *Known misses*: two words with one number; one word in a few hundred pairs.

use crate::{byline, counts::Counts, dates};

use super::{item::Item, lines::number_length, title::is_slogan};

/// Words of a line that are compared with others, at most.
const MOST_WORDS: usize = 48;

/// A shorter word, in characters, says nothing of the subject.
const SHORTEST: usize = 4;

/// The number of a word: its hash, cut to this many bits.
pub(super) const WORD_BITS: u32 = 14;

/// A line alone.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    pub(super) counts: Counts,
    /// Letters in upper case.
    pub(super) upper: u32,
    /// Words that speak of those who write or read: `I`, `your`.
    pub(super) personal: u32,
    /// With what it begins and ends, as in [`start`] and [`end`].
    pub(super) start: u8,
    pub(super) end: u8,
    pub(super) numbered: bool,
    pub(super) separated: bool,
    pub(super) addressed: bool,
    pub(super) dated: bool,
    pub(super) named: bool,
    pub(super) slogan: bool,
    /// A hash of all its words.
    pub(super) hash: u64,
    /// Where its words end in [`Words`]; they begin where those of the line before end.
    pub(super) words_end: u32,
}

/// The numbers of the words of all lines.
pub(super) type Words = Vec<u16>;

impl Marks {
    /// Reads an item; its words go to the end of `words`.
    pub(super) fn of(item: &Item, words: &mut Words) -> Self {
        let text = item.text.as_str();
        let mut marks = Self {
            counts: Counts::of(text),
            start: start(text),
            end: end(text),
            numbered: number_length(text) > 0,
            separated: text.contains(['|', '\u{BB}', '\u{203A}', '\u{B7}', '\u{2192}']),
            addressed: text.len() < 400
                && (text.contains('@') || text.contains("http") || text.contains("www.")),
            dated: text.len() <= 80 && dates::date_line(text).is_some(),
            named: text.len() <= 80 && (byline::is_bare_name(text) || byline::is_byline(text)),
            slogan: text.len() <= 120 && is_slogan(text),
            ..Self::default()
        };
        marks.words(text, words);
        marks.words_end = words.len() as u32;
        marks
    }

    fn words(&mut self, text: &str, words: &mut Words) {
        let mut hash = START;
        let mut length = 0;
        let mut count = 0;
        for letter in text.chars().take(MOST_WORDS * 12).chain([' ']) {
            if letter.is_alphanumeric() {
                self.upper += u32::from(letter.is_uppercase());
                if letter.is_ascii() {
                    hash = mix(hash, letter.to_ascii_lowercase());
                } else {
                    hash = letter.to_lowercase().fold(hash, mix);
                }
                length += 1;
                continue;
            }
            if length == 0 {
                continue;
            }
            self.hash = (self.hash ^ hash)
                .wrapping_mul(0x9E37_79B9_7F4A_7C15)
                .rotate_left(23);
            if length <= 5 && PERSONAL.contains(&hash) {
                self.personal += 1;
            }
            if length >= SHORTEST && count < MOST_WORDS {
                words.push(((hash ^ (hash >> 32)) & ((1 << WORD_BITS) - 1)) as u16);
                count += 1;
            }
            hash = START;
            length = 0;
        }
    }
}

/// With what a line begins: 0 an upper-case letter, 1 one in lower case, 2 a digit, 3 a quote,
/// 4 anything else.
fn start(text: &str) -> u8 {
    match text.chars().next() {
        Some(c) if c.is_lowercase() => 1,
        Some(c) if c.is_alphabetic() => 0,
        Some(c) if c.is_numeric() => 2,
        Some('"' | '\'' | '\u{201C}' | '\u{2018}' | '\u{201E}' | '\u{AB}') => 3,
        _ => 4,
    }
}

/// With what a line ends: 0 a full stop, 1 another mark of a sentence, 2 a colon, 3 a letter or
/// digit, 4 a comma, 5 anything else. Quotes and brackets behind do not count.
fn end(text: &str) -> u8 {
    let inner = text.trim_end_matches(|c: char| {
        c.is_whitespace() || "\"'\u{201D}\u{2019}\u{201C}\u{BB})]\u{300D}*".contains(c)
    });
    match inner.chars().next_back() {
        Some('.' | '\u{3002}' | '\u{964}') => 0,
        Some('!' | '?' | '\u{2026}' | '\u{FF01}' | '\u{FF1F}') => 1,
        Some(':') => 2,
        Some(c) if c.is_alphanumeric() => 3,
        Some(',' | ';') => 4,
        _ => 5,
    }
}

const START: u64 = 0xCBF2_9CE4_8422_2325;

const fn mix(hash: u64, letter: char) -> u64 {
    (hash ^ letter as u64).wrapping_mul(0x0100_0000_01B3)
}

/// Hashes of the first and second persons of the languages of the lexicon, where the word is no
/// other one as well.
static PERSONAL: [u64; 24] = hashes([
    "i", "my", "we", "our", "us", "you", "your", "ich", "mein", "wir", "uns", "euch", "nous",
    "notre", "vous", "votre", "mi", "tu", "nos", "noi", "você", "мы", "вы", "нас",
]);

const fn hashes<const N: usize>(words: [&str; N]) -> [u64; N] {
    let mut out = [0; N];
    let mut at = 0;
    while at < N {
        let bytes = words[at].as_bytes();
        let (mut hash, mut byte) = (START, 0);
        while byte < bytes.len() {
            // One or two bytes a letter: all that these words have.
            let first = bytes[byte] as u32;
            let code = if first < 0x80 {
                first
            } else {
                byte += 1;
                ((first & 0x1F) << 6) | (bytes[byte] as u32 & 0x3F)
            };
            hash = (hash ^ code as u64).wrapping_mul(0x0100_0000_01B3);
            byte += 1;
        }
        out[at] = hash;
        at += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Marks;
    use crate::plain::lines::items;

    #[track_caller]
    fn marks(line: &str) -> (Marks, Vec<u16>) {
        let mut words = Vec::new();
        let marks = Marks::of(&items(line)[0], &mut words);
        (marks, words)
    }

    #[test]
    fn persons_of_a_line() {
        assert_eq!(marks("You and your boat").0.personal, 2);
        assert_eq!(marks("Мы и вы").0.personal, 2);
        assert_eq!(marks("Harbours and boats").0.personal, 0);
    }

    #[test]
    fn words_are_compared_without_case() {
        let (one, other) = (
            marks("Boats in the HARBOUR"),
            marks("boats, in the harbour."),
        );
        assert_eq!(one.1, other.1);
        assert_eq!(one.1.len(), 2, "short words say nothing of the subject");
        assert_eq!(one.0.hash, other.0.hash);
        assert_ne!(one.0.hash, marks("harbour in the boats").0.hash);
    }

    #[test]
    fn how_a_line_begins_and_ends() {
        let ends = |line: &str| (marks(line).0.start, marks(line).0.end);
        assert_eq!(ends("The boats (all of them.)"), (0, 0));
        assert_eq!(ends("and why?"), (1, 1));
        assert_eq!(ends("3 boats:"), (2, 2));
        assert_eq!(ends("“No boats”"), (3, 3));
    }
}
