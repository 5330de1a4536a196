//! Counts over the characters of a block or line, which the learned scorers see.

/// Characters that are looked at: what is longer is prose.
const MOST: usize = 2_000;

/// Counts over the first [`MOST`] characters of a block or line.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    pub(crate) characters: u32,
    pub(crate) letters: u32,
    pub(crate) words: u32,
    pub(crate) capitals: u32,
    pub(crate) short: u32,
    pub(crate) digits: u32,
    pub(crate) commas: u32,
    pub(crate) stops: u32,
    pub(crate) marks: u32,
}

impl Counts {
    pub(crate) fn of(words: &str) -> Self {
        let mut counts = Self::default();
        let mut length = 0;
        for letter in words.chars().take(MOST) {
            counts.characters += 1;
            if letter.is_alphanumeric() {
                if length == 0 {
                    counts.words += 1;
                    counts.capitals += u32::from(letter.is_uppercase());
                }
                length += 1;
                counts.letters += 1;
                counts.digits += u32::from(letter.is_ascii_digit());
                continue;
            }
            counts.short += u32::from((1..=3).contains(&length));
            length = 0;
            match letter {
                ',' | '\u{3001}' | '\u{ff0c}' => counts.commas += 1,
                '.' | '!' | '?' | '\u{3002}' => counts.stops += 1,
                _ if letter.is_whitespace() => {}
                _ => counts.marks += 1,
            }
        }
        counts.short += u32::from((1..=3).contains(&length));
        counts
    }
}
