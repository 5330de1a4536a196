//! **What** Full case folding, as Unicode defines it for comparison without case. Off by
//! default.
//!
//! **Why** An index should find `NATO` for `nato` and `STRASSE` for `Stra\u{df}e`.
//!
//! **Example** `Stra\u{df}e \u{39f}\u{394}\u{39f}\u{3a3}` becomes `strasse \u{3bf}\u{3b4}\u{3bf}\u{3c3}`.
//!
//! **Known misses** The dotted and dotless i of Turkish are not told apart by language: `I`
//! becomes `i` everywhere.
//!
//! The mappings are those of the standard library: the lower case of the upper case of the
//! lower case is the folding of each character but for Cherokee, which folds to its capitals,
//! and the dotless i, which stays. (Compared with all code points of `CaseFolding.txt`.) A
//! folding that only takes a letter apart (`\u{1f0}`) is left out: NFC would put it together.

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::rewrite::{Rewrite, Runs};

pub(crate) fn fold(text: &str) -> Option<Rewrite> {
    let composer = ComposingNormalizerBorrowed::new_nfc();
    let mut runs = Runs::new(text);
    let mut folded = String::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    // Small letters of ASCII are passed over without a look at each.
    let may_fold = |byte: &u8| !byte.is_ascii() || byte.is_ascii_uppercase();
    while let Some(ahead) = bytes[at..].iter().position(may_fold) {
        at += ahead;
        if bytes[at].is_ascii() {
            let lower = char::from(bytes[at].to_ascii_lowercase());
            runs.replace(at..at + 1, lower.encode_utf8(&mut [0; 4]));
            at += 1;
            continue;
        }
        let Some(letter) = text[at..].chars().next() else {
            break;
        };
        folded.clear();
        folding(letter, &mut folded);
        let end = at + letter.len_utf8();
        if folded != text[at..end] {
            let composed = composer.normalize(&folded);
            runs.replace(at..end, &composed);
        }
        at = end;
    }
    runs.finish()
}

/// Appends what `letter` folds to.
fn folding(letter: char, out: &mut String) {
    match letter {
        '\u{131}' | '\u{13a0}'..='\u{13f5}' => out.push(letter),
        '\u{13f8}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => out.extend(letter.to_uppercase()),
        _ => {
            let upper = letter.to_lowercase().flat_map(char::to_uppercase);
            out.extend(upper.flat_map(char::to_lowercase));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    fn check(input: &str, expected: &str) {
        let output = fold(input).map_or_else(|| input.to_owned(), |rewrite| rewrite.text);
        assert_eq!(output, expected, "{input:?}");
    }

    #[test]
    fn folds() {
        check("NATO said No", "nato said no");
        check("Stra\u{df}e STRA\u{1e9e}E", "strasse strasse");
        check(
            "\u{39f}\u{394}\u{39f}\u{3a3} \u{3c2}",
            "\u{3bf}\u{3b4}\u{3bf}\u{3c3} \u{3c3}",
        );
        check("\u{130}I\u{131}", "i\u{307}i\u{131}");
        check("\u{13a0}\u{ab70}", "\u{13a0}\u{13a0}");
        check(
            "\u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430}",
            "\u{43c}\u{43e}\u{441}\u{43a}\u{432}\u{430}",
        );
    }

    #[test]
    fn what_composes_again_stays() {
        check("\u{390} \u{1f0}", "\u{390} \u{1f0}");
        check("\u{1fb7}", "\u{1fb6}\u{3b9}");
    }

    #[test]
    fn a_run_is_one_piece() {
        let rewrite = fold("in NATO").expect("something changes");
        assert_eq!(rewrite.pieces, [copydesk_core::Span::new(3, 7)]);
    }
}
