//! **What** Latin letters in forms that only differ in looks become plain ones: ligatures, pairs
//! of letters in one character,
//! fullwidth letters and marks, mathematical letters used as bold or script type. Part of the
//! `homoglyphs` switch.
//!
//! **Why** PDF text has ligatures, wire copy from East Asia has fullwidth letters, and
//! headlines are set in mathematical alphabets to look bold where no markup is allowed.
//!
//! **Example** `\u{fb01}nance` becomes `finance`; `\u{ff35}\u{ff2e}` becomes `UN`.
//!
//! Fullwidth forms stay in lines with East Asian letters, where they are ordinary typography.
//! A mathematical letter that stands alone is mathematics and stays, unless words of the same
//! kind stand in its line.
//!
//! **Known misses** Circled, squared and small-capital letters stay; superscripts and
//! fractions always do, because `10\u{2075}` is not 105.

use crate::{
    rewrite::{Rewrite, Rewriter},
    scripts::is_cjk,
};

/// Whether a character is one that this rule may replace.
pub(crate) const fn is_suspect(letter: char) -> bool {
    matches!(
        letter,
        '\u{132}' | '\u{133}' | '\u{149}' | '\u{1c4}'..='\u{1cc}' | '\u{1f1}'..='\u{1f3}' | '\u{fb00}'..='\u{fb06}' | '\u{ff01}'..='\u{ff5e}' | '\u{1d400}'..='\u{1d6a3}' | '\u{1d7ce}'..='\u{1d7ff}'
    )
}

pub(crate) fn plain(text: &str) -> Option<Rewrite> {
    let mut rewriter = Rewriter::new(text);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if !line.is_ascii() {
            plain_line(&mut rewriter, start, line);
        }
        start += line.len();
    }
    rewriter.finish()
}

fn plain_line(rewriter: &mut Rewriter<'_>, start: usize, line: &str) {
    let east_asian = line.chars().any(is_cjk);
    let words = has_mathematical_word(line);
    // One piece per run, so that a word is one edit.
    let mut run: Option<(usize, usize)> = None;
    for (at, letter) in line.char_indices() {
        let with = match letter {
            '\u{fb00}'..='\u{fb06}' => LIGATURES[letter as usize - 0xfb00],
            '\u{ff01}'..='\u{ff5e}' if !east_asian => ascii(letter as u32 - 0xff01 + 0x21),
            '\u{132}' | '\u{133}' | '\u{149}' | '\u{1c4}'..='\u{1cc}' | '\u{1f1}'..='\u{1f3}' => {
                digraph(letter)
            }
            _ if words => mathematical(letter).map_or("", ascii),
            _ => "",
        };
        if with.is_empty() {
            continue;
        }
        let place = start + at..start + at + letter.len_utf8();
        rewriter.substitute(place.clone(), with);
        run = match run {
            Some((from, to)) if to == place.start => Some((from, place.end)),
            _ => {
                if let Some((from, to)) = run {
                    rewriter.note(from..to);
                }
                Some((place.start, place.end))
            }
        };
    }
    if let Some((from, to)) = run {
        rewriter.note(from..to);
    }
}

const LIGATURES: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

/// The letters of a pair that an old charset had as one character. Nobody types these; they come
/// from conversions.
const fn digraph(letter: char) -> &'static str {
    match letter {
        '\u{132}' => "IJ",
        '\u{133}' => "ij",
        '\u{149}' => "\u{2bc}n",
        '\u{1c4}' => "D\u{17d}",
        '\u{1c5}' => "D\u{17e}",
        '\u{1c6}' => "d\u{17e}",
        '\u{1c7}' => "LJ",
        '\u{1c8}' => "Lj",
        '\u{1c9}' => "lj",
        '\u{1ca}' => "NJ",
        '\u{1cb}' => "Nj",
        '\u{1cc}' => "nj",
        '\u{1f1}' => "DZ",
        '\u{1f2}' => "Dz",
        '\u{1f3}' => "dz",
        _ => "",
    }
}

/// Whether two mathematical letters stand side by side.
fn has_mathematical_word(line: &str) -> bool {
    let mut before = false;
    line.chars().any(|letter| {
        let now = mathematical(letter).is_some_and(|plain| plain >= u32::from(b'A'));
        std::mem::replace(&mut before, now) && now
    })
}

/// The ASCII code of a mathematical letter or digit.
fn mathematical(letter: char) -> Option<u32> {
    let code = letter as u32;
    match letter {
        '\u{1d400}'..='\u{1d6a3}' => {
            let at = (code - 0x1d400) % 52;
            Some(if at < 26 { 0x41 + at } else { 0x61 + at - 26 })
        }
        '\u{1d7ce}'..='\u{1d7ff}' => Some(0x30 + (code - 0x1d7ce) % 10),
        _ => HOLES
            .iter()
            .find(|&&(hole, _)| hole == letter)
            .map(|&(_, plain)| u32::from(plain)),
    }
}

/// Letters of the mathematical alphabets that had a code point before these were encoded.
const HOLES: [(char, u8); 24] = [
    ('\u{210e}', b'h'),
    ('\u{212c}', b'B'),
    ('\u{2130}', b'E'),
    ('\u{2131}', b'F'),
    ('\u{210b}', b'H'),
    ('\u{2110}', b'I'),
    ('\u{2112}', b'L'),
    ('\u{2133}', b'M'),
    ('\u{211b}', b'R'),
    ('\u{212f}', b'e'),
    ('\u{210a}', b'g'),
    ('\u{2134}', b'o'),
    ('\u{212d}', b'C'),
    ('\u{210c}', b'H'),
    ('\u{2111}', b'I'),
    ('\u{211c}', b'R'),
    ('\u{2128}', b'Z'),
    ('\u{2102}', b'C'),
    ('\u{210d}', b'H'),
    ('\u{2115}', b'N'),
    ('\u{2119}', b'P'),
    ('\u{211a}', b'Q'),
    ('\u{211d}', b'R'),
    ('\u{2124}', b'Z'),
];

/// The ASCII character with a code, as a string.
fn ascii(code: u32) -> &'static str {
    const ALL: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    let at = code as usize - 0x21;
    &ALL[at..=at]
}

#[cfg(test)]
mod tests {
    use super::plain;

    fn check(input: &str, expected: &str) {
        let output = plain(input).map_or_else(|| input.to_owned(), |rewrite| rewrite.text);
        assert_eq!(output, expected, "{input:?}");
    }

    #[test]
    fn replaces() {
        check("e\u{fb03}cient \u{fb02}ow", "efficient flow");
        check("\u{ff23}\u{ff25}\u{ff2f}\u{ff08}1\u{ff09}", "CEO(1)");
        check("\u{1d5e1}\u{1d5fc} \u{1d5ee}", "No a");
        check("t\u{210e}e \u{1d47b}\u{210e}\u{1d486}", "the The");
    }

    #[test]
    fn leaves() {
        check("let \u{1d465} be \u{211d}", "let \u{1d465} be \u{211d}");
        check(
            "\u{6771}\u{4eac}\u{ff08}\u{ff2e}\u{ff09}",
            "\u{6771}\u{4eac}\u{ff08}\u{ff2e}\u{ff09}",
        );
        check("10\u{2075} m\u{b2} \u{2163}", "10\u{2075} m\u{b2} \u{2163}");
    }
}
