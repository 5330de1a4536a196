//! **What** Latin letters in forms that only differ in looks become plain ones: ligatures,
//! fullwidth letters and marks, mathematical alphabets, small capitals, letters in circles and
//! squares, raised letters, the one-letter Roman numerals. Part of the `homoglyphs` switch.
//!
//! **Why** PDF text has ligatures, wire copy from East Asia has fullwidth letters, and
//! headlines and posts are set in other alphabets to look bold where no markup is allowed, or
//! to keep a word from being found.
//!
//! **Example** `\u{fb01}nance` becomes `finance`; `\u{ff35}\u{ff2e}` becomes `UN`;
//! `\u{1d04}\u{1d07}\u{1d0f}` becomes `ceo`.
//!
//! Fullwidth forms stay in lines with East Asian letters or brackets, where they are ordinary typography.
//! All other forms also have an honest use, so a word of the line must prove that they are
//! decoration there; the others of the kind follow it:
//!
//! - mathematical: three side by side, or two that are not italic; one inside a plain word; one
//!   before three small letters; one of an alphabet that formulas do not use beside a letter.
//!   `let \u{1d465} be in \u{211d}` and `d\u{1d465}` stay.
//! - small capitals: in a word without any other letter, and of two letters with one that the
//!   phonetic alphabet does not have, of small capitals throughout, or beside four plain letters.
//! - in circles and squares: two side by side, or one in a word of three letters. `\u{24d0}` as
//!   the number of a list item stays, and so do emoji.
//! - raised: a word of four, or two words of two, that hang on nothing: `1\u{2e2}\u{1d57}` stays.
//! - Roman numerals and the phonetic `\u{261}`: inside a word or before three small letters.
//!
//! **Known misses** Letters in circles with blanks between them. Mathematical Greek. Superscript
//! digits and fractions always stay, because `10\u{2075}` is not 105.

mod forms;

use crate::{
    rewrite::{Rewrite, Rewriter},
    scripts::is_cjk,
};
use forms::{Form, form};

/// Whether a character is one that this rule may replace.
pub(crate) const fn is_suspect(letter: char) -> bool {
    matches!(letter, '\u{fb00}'..='\u{fb06}' | '\u{ff01}'..='\u{ff5e}') || forms::is_form(letter)
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
    let east_asian = line.chars().any(|letter| {
        is_cjk(letter) || matches!(letter, '\u{3001}' | '\u{3002}' | '\u{3008}'..='\u{3011}')
    });
    let proof = Proof::of(line);
    // One piece per run, so that a word is one edit.
    let mut run: Option<(usize, usize)> = None;
    let mut word_end = 0;
    let mut word = Word::default();
    for (at, letter) in line.char_indices() {
        if letter.is_ascii() {
            continue;
        }
        if at >= word_end && form(letter).is_some() {
            let rest = &line[at..];
            let from = line[..at]
                .rfind(|letter| !is_part(letter))
                .map_or(0, |before| {
                    before + line[before..].chars().next().map_or(1, char::len_utf8)
                });
            word_end = at + rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
            word = Word::of(line, from, word_end);
        }
        let mut plain = [0; 4];
        let with = match letter {
            '\u{fb00}'..='\u{fb06}' => LIGATURES[letter as usize - 0xfb00],
            '\u{ff01}'..='\u{ff5e}' if !east_asian => {
                char::from((letter as u32 - 0xff01 + 0x21) as u8).encode_utf8(&mut plain)
            }
            _ => match form(letter) {
                Some((kind, to)) if proof.covers(kind, &word) => to.encode_utf8(&mut plain),
                _ => continue,
            },
        };
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

/// Whether a character is part of a word: a letter, a digit or a form of one, a mark, an emoji
/// selector.
fn is_part(letter: char) -> bool {
    if letter.is_ascii() {
        letter.is_ascii_alphanumeric()
    } else {
        letter.is_alphanumeric()
            || form(letter).is_some()
            || matches!(letter, '\u{fe0f}' | '\u{300}'..='\u{36f}')
    }
}

/// What a word is made of that has a letterform in it.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    ascii: u32,
    mathematical: bool,
    small_capitals: u32,
    /// Of these the ones that are no phonetic letters.
    sure_small_capitals: u32,
    enclosed: u32,
    emoji: bool,
    raised: u32,
    digits: bool,
    /// Letters beyond ASCII that are no forms, and selectors.
    other: u32,
    /// Whether a numeral or phonetic letter is inside a plain word, or begins one.
    inside: bool,
    /// Whether the word begins with a plain capital.
    capital: bool,
    /// Whether the word stands in slashes or brackets, as sounds do.
    transcribed: bool,
    /// Whether it follows a blank or begins the line.
    free: bool,
}

impl Word {
    fn of(line: &str, start: usize, end: usize) -> Self {
        let mut word = Self::default();
        let before = line[..start].chars().next_back();
        let after = line[end..].chars().next();
        word.transcribed = matches!(before, Some('/' | '[')) || matches!(after, Some('/' | ']'));
        word.capital = line[start..end].starts_with(|first: char| first.is_ascii_uppercase());
        word.free = before.is_none_or(char::is_whitespace);
        // The run of mathematical letters up to here, and whether an italic one is in it.
        let mut run = (0, false);
        let mut last: Option<char> = None;
        let mut letters = line[start..end].char_indices();
        while let Some((at, letter)) = letters.next() {
            let after_letter = last.is_some_and(|last| last.is_ascii_alphabetic());
            let rest = letters.as_str().bytes();
            let small = rest.take(3).take_while(u8::is_ascii_lowercase).count();
            let next_letter = letters
                .as_str()
                .starts_with(|next: char| next.is_ascii_alphabetic());
            let inside = after_letter && next_letter || at == 0 && small == 3;
            let kind = form(letter).map(|(kind, plain)| (kind, plain.is_ascii_alphabetic()));
            match kind {
                Some((
                    Form::Mathematical {
                        in_formulas,
                        italic,
                    },
                    true,
                )) => {
                    run = (run.0 + 1, run.1 || italic);
                    word.mathematical |= run.0 > 2
                        || run.0 > 1 && !run.1
                        || inside
                        || !in_formulas && (after_letter || next_letter);
                }
                Some((Form::SmallCapital { phonetic }, _)) => {
                    word.small_capitals += 1;
                    word.sure_small_capitals += u32::from(!phonetic);
                }
                Some((Form::Enclosed { emoji }, _)) => {
                    word.enclosed += 1;
                    word.emoji |= emoji;
                }
                Some((Form::Raised, _)) => word.raised += 1,
                Some((Form::Numeral | Form::PhoneticG, _)) => word.inside |= inside,
                Some((Form::Mathematical { .. }, false)) => {}
                None if letter.is_ascii_alphabetic() => word.ascii += 1,
                None if letter.is_ascii_digit() => word.digits = true,
                None => word.other += 1,
            }
            if !matches!(kind, Some((Form::Mathematical { .. }, _))) {
                run = (0, false);
            }
            last = Some(letter);
        }
        word
    }

    /// Whether the small capitals in it can only be decoration.
    const fn is_small_capitals(&self) -> bool {
        self.other == 0
            && (self.sure_small_capitals > 0 && self.small_capitals + self.ascii > 1
                || !self.transcribed
                    && self.small_capitals > 0
                    && (self.small_capitals > 2 && self.ascii == 0
                        || self.ascii > 3
                        || self.ascii > 1 && self.capital))
    }

    const fn is_enclosed(&self) -> bool {
        self.other == 0
            && (self.enclosed > 1 && (!self.emoji || self.enclosed > 2)
                || self.enclosed > 0 && self.enclosed + self.ascii > 2)
    }

    const fn is_raised(&self) -> bool {
        self.free && self.raised > 0 && self.other == 0 && self.ascii == 0 && !self.digits
    }
}

/// Which forms are decoration in a line.
#[derive(Clone, Copy, Debug, Default)]
struct Proof {
    mathematical: bool,
    /// Words in small capitals and such with letters in circles.
    small_capitals: u32,
    enclosed: u32,
    /// Whether raised words are long enough, or so many.
    raised: bool,
}

impl Proof {
    fn of(line: &str) -> Self {
        let mut proof = Self::default();
        let mut raised = 0;
        let mut at = 0;
        while let Some(from) = line[at..].find(is_part) {
            let start = at + from;
            let rest = &line[start..];
            let end = start + rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
            at = end;
            if line[start..end].is_ascii() {
                continue;
            }
            let word = Word::of(line, start, end);
            proof.mathematical |= word.mathematical;
            proof.small_capitals += u32::from(word.is_small_capitals());
            proof.enclosed += u32::from(word.is_enclosed());
            if word.is_raised() {
                raised += u32::from(word.raised > 1);
                proof.raised |= word.raised > 3 || raised > 1;
            }
        }
        proof
    }

    /// Whether a letter of a kind in a word is decoration.
    const fn covers(&self, kind: Form, word: &Word) -> bool {
        match kind {
            Form::Mathematical { .. } => self.mathematical,
            Form::SmallCapital { .. } => {
                word.is_small_capitals()
                    || self.small_capitals > 0 && word.other == 0 && !word.transcribed
            }
            Form::Enclosed { .. } => {
                word.is_enclosed()
                    || self.enclosed > 1
                        && word.other == 0
                        && !(word.emoji && word.enclosed == 1 && word.ascii == 0)
            }
            Form::Raised => self.raised && word.is_raised(),
            Form::Numeral => word.inside,
            Form::PhoneticG => word.inside && word.other == 0 && !word.transcribed,
        }
    }
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
        check(
            "th\u{1d5f2} \u{1d5f3}or \u{1d401}reaking \u{210c}ello",
            "the for Breaking Hello",
        );
        check(
            "B\u{280}\u{1d07}\u{1d00}\u{1d0b} \u{26a}\u{274} \u{29c}\u{26a}\u{262}\u{29c}",
            "Break in high",
        );
        check(
            "\u{24c3}\u{24d4}\u{24e6} \u{1f13d}\u{1f134}\u{1f146} \u{24b7}reaking",
            "New NEW Breaking",
        );
        check(
            "\u{1d40}\u{2b0}\u{1d49} \u{207f}\u{1d49}\u{2b7}\u{2e2}",
            "The news",
        );
        check("\u{216d}hina \u{216f}arch \u{261}reat", "China March great");
        check("t\u{210e}e \u{1d47b}\u{210e}\u{1d486}", "the The");
    }

    #[test]
    fn leaves() {
        for sound in [
            "let \u{1d465} be \u{211d}, d\u{1d465}, sin\u{1d465}, E = \u{1d45a}\u{1d450}\u{b2}, an \u{1d45b}th",
            "[k\u{26a}t] and /\u{280}/, \u{26a} or \u{28f}",
            "\u{24d0} one, \u{24d1} two, \u{1f170}\u{fe0f} and \u{1f17f}\u{fe0f}",
            "1\u{2e2}\u{1d57}, M\u{2e1}\u{2e1}\u{1d49}, t\u{2b0}, x\u{207f}, N\u{1d52}",
            "the \u{2169}th, \u{2169}\u{2168}e, \u{2174}b",
            "/\u{261}et/ [\u{261}\u{259}]",
        ] {
            check(sound, sound);
        }
        check(
            "\u{6771}\u{4eac}\u{ff08}\u{ff2e}\u{ff09}",
            "\u{6771}\u{4eac}\u{ff08}\u{ff2e}\u{ff09}",
        );
        check("10\u{2075} m\u{b2} \u{2163}", "10\u{2075} m\u{b2} \u{2163}");
    }
}
