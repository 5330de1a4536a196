//! What a piece of a name or text is compared by.
//!
//! The foldings are those of the rules `case` and `accents` of `copydesk-normalize`, for one
//! piece instead of a text: accents go from Latin and Greek letters, Russian loses its stress
//! marks and the dots of `\u{451}`; marks of other scripts are letters and stay.

use copydesk_core::without_stroke;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::pieces::is_mark;

/// What does not count when two names are compared. The order is from strict to lenient.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fold {
    pub(super) accents: bool,
    pub(super) case: bool,
}

impl Fold {
    /// What `piece` is compared by: itself, or what is written to `out`.
    pub(super) fn apply<'a>(self, piece: &'a str, out: &'a mut String) -> &'a str {
        if piece.is_ascii() {
            if !self.case || !piece.bytes().any(|byte| byte.is_ascii_uppercase()) {
                return piece;
            }
            out.clear();
            out.push_str(piece);
            out.make_ascii_lowercase();
            return out;
        }
        match piece {
            "\u{2019}" => return "'",
            "\u{2010}" | "\u{2011}" => return "-",
            _ => {}
        }
        out.clear();
        if self.accents {
            self.without_accents(piece, out);
        } else {
            let composed = ComposingNormalizerBorrowed::new_nfc().normalize(piece);
            composed
                .chars()
                .for_each(|letter| self.push_letter(letter, out));
        }
        out
    }

    fn without_accents(self, piece: &str, out: &mut String) {
        let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(piece);
        // The letter that marks stand on.
        let mut base = ' ';
        for letter in decomposed.chars() {
            if is_mark(letter) {
                if !is_accent(base, letter) {
                    self.push_letter(letter, out);
                }
                continue;
            }
            base = letter;
            match without_stroke(letter) {
                Some(plain) => plain.chars().for_each(|plain| self.push_letter(plain, out)),
                None => self.push_letter(letter, out),
            }
        }
    }

    /// Full case folding as `CaseFolding.txt` has it, but for Cherokee: the lower case of the
    /// upper case of the lower case. The dotless i stays.
    fn push_letter(self, letter: char, out: &mut String) {
        if !self.case || letter == '\u{131}' {
            out.push(letter);
            return;
        }
        for lower in letter.to_lowercase() {
            for upper in lower.to_uppercase() {
                out.extend(upper.to_lowercase());
            }
        }
    }
}

/// Whether a mark on the letter `base` is an accent, and not part of a letter of the alphabet.
fn is_accent(base: char, mark: char) -> bool {
    match base {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => true,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => true,
        '\u{415}' | '\u{435}' if mark == '\u{308}' => true,
        '\u{400}'..='\u{4ff}' => matches!(mark, '\u{300}' | '\u{301}'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Fold;

    fn check(piece: &str, case: bool, accents: bool, expected: &str) {
        let mut out = String::new();
        let folded = Fold { accents, case }.apply(piece, &mut out);
        assert_eq!(folded, expected, "{piece}");
    }

    #[test]
    fn pieces_are_compared_in_nfc() {
        check("Malmo\u{308}", false, false, "Malm\u{f6}");
        check("ACME", false, false, "ACME");
        check("\u{2019}", false, false, "'");
        check("\u{2011}", true, true, "-");
    }

    #[test]
    fn case_folds_fully() {
        check("ACME", true, false, "acme");
        check("STRA\u{df}E", true, false, "strasse");
        check(
            "\u{39f}\u{394}\u{39f}\u{3a3}",
            true,
            false,
            "\u{3bf}\u{3b4}\u{3bf}\u{3c3}",
        );
        check("MALM\u{d6}", true, false, "malm\u{f6}");
    }

    #[test]
    fn accents_go_where_they_are_accents() {
        check("\u{141}\u{f3}d\u{17a}", false, true, "Lodz");
        check("Nguy\u{1ec5}n", true, true, "nguyen");
        check("S\u{d8}REN", true, true, "soren");
        check(
            "\u{436}\u{451}\u{43b}",
            false,
            true,
            "\u{436}\u{435}\u{43b}",
        );
        check(
            "\u{43a}\u{440}\u{430}\u{439}",
            false,
            true,
            "\u{43a}\u{440}\u{430}\u{438}\u{306}",
        );
    }
}
