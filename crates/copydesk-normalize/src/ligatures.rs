//! **What** Letters that were put into one character for typesetting come apart: Latin and
//! Armenian ligatures, the digraphs of Croatian and Dutch, `\u{149}`. Arabic letters in the forms that
//! they take in a word become the letters.
//!
//! **Why** Text of PDF files holds what was drawn, not what was meant; no dictionary has it.
//!
//! **Example** `\u{fb01}nance` becomes `finance`; `\u{1c8}udi` becomes `Ljudi`.
//!
//! What is a letter of its own stays: `\u{e6}`, `\u{153}`, `\u{df}`. So do the words and phrases that Arabic
//! has in one character.
//!
//! **Known misses** Arabic presentation forms of which only the shape is known (U+FB50 to
//! U+FDFF) stay; the search preset folds them (NFKC).

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::rewrite::{Rewrite, Runs};

/// Whether a character is one that this rule replaces.
pub(crate) const fn is_suspect(letter: char) -> bool {
    matches!(
        letter,
        '\u{132}' | '\u{133}' | '\u{149}' | '\u{1c4}'..='\u{1cc}' | '\u{1f1}'..='\u{1f3}'
            | '\u{fb00}'..='\u{fb06}' | '\u{fb13}'..='\u{fb17}' | '\u{fe80}'..='\u{fefc}'
    )
}

pub(crate) fn separate(text: &str) -> Option<Rewrite> {
    let normalizer = ComposingNormalizerBorrowed::new_nfkc();
    let mut runs = Runs::new(text);
    for (at, letters) in text.match_indices(is_suspect) {
        let place = at..at + letters.len();
        if letters == "\u{149}" {
            runs.replace(place, "\u{2019}n");
        } else {
            runs.replace(place, &normalizer.normalize(letters));
        }
    }
    runs.finish()
}

#[cfg(test)]
mod tests {
    use super::separate;

    fn check(input: &str, expected: &str) {
        let output = separate(input).map_or_else(|| input.to_owned(), |rewrite| rewrite.text);
        assert_eq!(output, expected, "{input:?}");
    }

    #[test]
    fn separates() {
        check("e\u{fb03}cient \u{fb02}ow \u{fb06}", "efficient flow st");
        check(
            "\u{1c8}udi, kori\u{161}te\u{1cc}em, \u{1c4}",
            "Ljudi, kori\u{161}tenjem, D\u{17d}",
        );
        check("\u{149} \u{133}s", "\u{2019}n ijs");
        check("\u{fb13}", "\u{574}\u{576}");
        check(
            "\u{fee3}\u{fea4}\u{fee4}\u{fe94} \u{fefb}",
            "\u{645}\u{62d}\u{645}\u{629} \u{644}\u{627}",
        );
    }

    #[test]
    fn leaves() {
        check(
            "c\u{153}ur \u{e6}r\u{f8} Stra\u{df}e \u{fdfa} \u{17f}",
            "c\u{153}ur \u{e6}r\u{f8} Stra\u{df}e \u{fdfa} \u{17f}",
        );
    }
}
