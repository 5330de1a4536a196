//! **What** Compatibility composition (Unicode NFKC). Off by default.
//!
//! **Why** An index should find what was written in circled digits, superscripts, presentation
//! forms of Arabic letters, half-width katakana or Roman numeral characters.
//!
//! **Example** `\u{2460} \u{ff76}\u{ff9e} \u{2167}` becomes `1 \u{30ac} VIII`.
//!
//! **Known misses** It loses meaning on purpose: `10\u{2075}` becomes `105`, `2\u{bd}` becomes
//! `21\u{2044}2`, `\u{2122}` becomes `TM`. That is why only the search preset has it.

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::{clusters::Form, rewrite::Rewrite};

pub(crate) fn compose(text: &str) -> Option<Rewrite> {
    Form::new(ComposingNormalizerBorrowed::new_nfkc(), attaches).compose(text)
}

/// Letters of the compatibility and half-width blocks of Hangul and the half-width voicing marks
/// of kana become letters that attach.
fn attaches(letter: char) -> bool {
    matches!(letter, '\u{3131}'..='\u{318e}' | '\u{ff9e}'..='\u{ffdc}')
}

#[cfg(test)]
mod tests {
    use icu_normalizer::ComposingNormalizerBorrowed;
    use proptest::prelude::*;

    use super::compose;

    fn output(text: &str) -> String {
        compose(text).map_or_else(|| text.to_owned(), |rewrite| rewrite.text)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn is_exactly_nfkc(text in "[\\PC\\u{300}-\\u{345}\\u{1100}-\\u{11ff}\\u{3131}-\\u{318e}\\u{ff61}-\\u{ffdc}ae\\u{fe70}-\\u{fe7f}\\u{a8}\\u{b4}]{0,24}") {
            let expected = ComposingNormalizerBorrowed::new_nfkc().normalize(&text).into_owned();
            prop_assert_eq!(output(&text), expected);
        }
    }

    #[test]
    fn every_character_alone() {
        let normalizer = ComposingNormalizerBorrowed::new_nfkc();
        for letter in '\0'..=char::MAX {
            let text = format!("a{letter}b");
            assert_eq!(output(&text), normalizer.normalize(&text), "{letter:?}");
        }
    }

    #[test]
    fn composes() {
        assert_eq!(
            output("\u{2460} \u{ff76}\u{ff9e} \u{2167}"),
            "1 \u{30ac} VIII"
        );
        assert_eq!(output("10\u{2075} caf\u{e9}"), "105 caf\u{e9}");
        assert!(compose("caf\u{e9} 10\u{a5}").is_none());
    }
}
