//! Counts over the characters of a block or line, which the learned scorers see.
//!
//! *Why so:* the classes of the characters are written down first, one byte each. Over them the
//! counts are sums without a branch, which the compiler does many bytes at a time.

use crate::letters::{is_alphanumeric, is_uppercase};

/// Characters that are looked at.
const LONGEST: usize = 2_000;

/// Letters behind which a word is no short one.
const LONG: usize = 4;

/// What a character is; white space is 0.
const LETTER: u8 = 1;
const CAPITAL: u8 = 1 << 1;
const DIGIT: u8 = 1 << 2;
const COMMA: u8 = 1 << 3;
const STOP: u8 = 1 << 4;
const MARK: u8 = 1 << 5;

/// Counts over the first 2,000 characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// All that were looked at.
    pub(crate) characters: u32,
    /// Letters and digits.
    pub(crate) letters: u32,
    /// Runs of those.
    pub(crate) words: u32,
    /// Words that begin with a capital.
    pub(crate) capitals: u32,
    /// Words of up to three letters.
    pub(crate) short: u32,
    /// Digits of ASCII.
    pub(crate) digits: u32,
    pub(crate) commas: u32,
    /// Full stops, question marks and exclamation marks.
    pub(crate) stops: u32,
    /// What is neither letter nor white space nor counted above.
    pub(crate) marks: u32,
}

/// The class of a character of ASCII; without a branch, so that many are asked at once.
const fn ascii_class(byte: u8) -> u8 {
    let digit = byte.is_ascii_digit();
    let capital = byte.is_ascii_uppercase();
    let letter = digit | capital | byte.is_ascii_lowercase();
    let comma = byte == b',';
    let stop = matches!(byte, b'.' | b'!' | b'?');
    let blank = matches!(byte, b' ' | b'\t'..=b'\r');
    let mark = !(letter | comma | stop | blank);
    (letter as u8 * LETTER)
        | (capital as u8 * CAPITAL)
        | (digit as u8 * DIGIT)
        | (comma as u8 * COMMA)
        | (stop as u8 * STOP)
        | (mark as u8 * MARK)
}

/// The classes of ASCII.
static CLASSES: [u8; 128] = {
    let mut classes = [0; 128];
    let mut byte = 0u8;
    while byte < 128 {
        classes[byte as usize] = ascii_class(byte);
        byte += 1;
    }
    classes
};

/// The class of a character beyond ASCII.
fn class(letter: char) -> u8 {
    match letter {
        _ if is_alphanumeric(letter) => LETTER | (u8::from(is_uppercase(letter)) * CAPITAL),
        '\u{3001}' | '\u{ff0c}' => COMMA,
        '\u{3002}' => STOP,
        _ if letter.is_whitespace() => 0,
        _ => MARK,
    }
}

impl Counts {
    pub(crate) fn of(words: &str) -> Self {
        // In front of the classes and behind them stands white space.
        let mut classes = [0; LONG + LONGEST + 1];
        let end = LONG + write_classes(words, &mut classes[LONG..LONG + LONGEST]);
        let mut shape = Self {
            characters: (end - LONG) as u32,
            ..Self::default()
        };
        // Sums of so few fit into a byte; one step more ends the last word.
        let mut from = LONG;
        while from <= end {
            let to = (from + 128).min(end + 1);
            shape.add(&classes[from - LONG..to]);
            from = to;
        }
        shape
    }

    /// Adds the characters of which the classes are given, behind those of the four before them.
    fn add(&mut self, classes: &[u8]) {
        let now = &classes[LONG..];
        let before = |back: usize| classes[LONG - back..].iter();
        let sum = |class: u8| -> u32 {
            let sum: u8 = now.iter().map(|now| u8::from(now & class != 0)).sum();
            sum.into()
        };
        self.letters += sum(LETTER);
        self.digits += sum(DIGIT);
        self.commas += sum(COMMA);
        self.stops += sum(STOP);
        self.marks += sum(MARK);
        let starts = now.iter().zip(before(1));
        let words: u8 = starts.clone().map(|(now, one)| now & !one & LETTER).sum();
        self.words += u32::from(words);
        let capitals: u8 = starts
            .map(|(now, one)| (now >> 1) & now & !one & LETTER)
            .sum();
        self.capitals += u32::from(capitals);
        let ends = now.iter().zip(before(1)).zip(before(2)).zip(before(3));
        let short: u8 = ends
            .zip(before(4))
            .map(|((((now, one), two), three), four)| !now & one & !(two & three & four) & LETTER)
            .sum();
        self.short += u32::from(short);
    }
}

/// Writes the classes of the first characters; says how many there are.
fn write_classes(words: &str, out: &mut [u8]) -> usize {
    let bytes = words.as_bytes();
    let (mut at, mut len) = (0, 0);
    while at < bytes.len() && len < out.len() {
        while let Some(chunk) = bytes[at..].first_chunk::<STEP>()
            && let Some(places) = out[len..].first_chunk_mut::<STEP>()
            && chunk.is_ascii()
        {
            for (place, &byte) in places.iter_mut().zip(chunk) {
                *place = ascii_class(byte);
            }
            (at, len) = (at + STEP, len + STEP);
        }
        let run = out[len..].iter_mut().zip(&bytes[at..]);
        let plain = run
            .map_while(|(place, &byte)| Some((place, CLASSES.get(usize::from(byte))?)))
            .map(|(place, class)| *place = *class)
            .count();
        (at, len) = (at + plain, len + plain);
        if let Some(letter) = words[at..].chars().next()
            && let Some(place) = out.get_mut(len)
        {
            *place = class(letter);
            at += letter.len_utf8();
            len += 1;
        }
    }
    len
}

/// Characters of ASCII of which the classes are written together.
const STEP: usize = 16;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Counts, LONGEST};

    /// Letter by letter.
    fn expected(words: &str) -> Counts {
        let mut shape = Counts::default();
        let mut length = 0;
        for letter in words.chars().take(LONGEST) {
            shape.characters += 1;
            if letter.is_alphanumeric() {
                if length == 0 {
                    shape.words += 1;
                    shape.capitals += u32::from(letter.is_uppercase());
                }
                length += 1;
                shape.letters += 1;
                shape.digits += u32::from(letter.is_ascii_digit());
                continue;
            }
            shape.short += u32::from((1..=3).contains(&length));
            length = 0;
            match letter {
                ',' | '\u{3001}' | '\u{ff0c}' => shape.commas += 1,
                '.' | '!' | '?' | '\u{3002}' => shape.stops += 1,
                _ if letter.is_whitespace() => {}
                _ => shape.marks += 1,
            }
        }
        shape.short += u32::from((1..=3).contains(&length));
        shape
    }

    #[test]
    fn long_texts_are_cut() {
        for words in ["ab, \u{c9}t\u{e9}. ".repeat(400), "a".repeat(3_000)] {
            assert_eq!(Counts::of(&words), expected(&words));
        }
    }

    proptest! {
        #[test]
        fn counts_are_those_of_the_letters(words in "([a-zA-D0-9 ,.!\u{e9}\u{c9}\u{3001}\u{3002}\u{2019}]|\\PC){0,300}") {
            prop_assert_eq!(Counts::of(&words), expected(&words));
        }
    }
}
