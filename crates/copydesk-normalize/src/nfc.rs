//! **What** Canonical composition (Unicode NFC).
//!
//! **Why** `e` with a combining acute and `\u{e9}` are the same letter; search, dictionaries
//! and comparison of copies must see it once.
//!
//! **Example** `Nguye\u{302}\u{303}n` becomes `Nguy\u{1ec5}n`.
//!
//! **Known misses** None by design: the output is exactly NFC. What NFC itself leaves apart
//! (compatibility forms such as `\u{fb01}`) is the business of `letterforms`.

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::{clusters::Form, rewrite::Rewrite};

/// Whether a character may make a text differ from its NFC: marks, singletons, and all blocks
/// that hold any. The normalizer has the last word.
pub(crate) const fn is_suspect(letter: char) -> bool {
    !matches!(
        letter,
        ..'\u{300}'
            | '\u{370}'..='\u{373}'
            | '\u{375}'..='\u{37d}'
            | '\u{37f}'..='\u{386}'
            | '\u{388}'..='\u{482}'
            | '\u{48a}'..='\u{590}'
            | '\u{5d0}'..='\u{60f}'
            | '\u{620}'..='\u{64a}'
            | '\u{660}'..='\u{66f}'
            | '\u{2002}'..='\u{20cf}'
            | '\u{2100}'..='\u{2125}'
            | '\u{2190}'..='\u{2328}'
            | '\u{2500}'..='\u{27ff}'
            | '\u{3000}'..='\u{3029}'
            | '\u{3041}'..='\u{3096}'
            | '\u{309b}'..='\u{30ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'..='\u{ffff}'
            | '\u{1f000}'..='\u{1faff}'
    )
}

pub(crate) fn compose(text: &str) -> Option<Rewrite> {
    Form::new(ComposingNormalizerBorrowed::new_nfc(), |_| false).compose(text)
}

#[cfg(test)]
mod tests {
    use icu_normalizer::ComposingNormalizerBorrowed;
    use proptest::prelude::*;

    use super::compose;

    proptest! {
        #[test]
        fn is_exactly_nfc(text in "[\\PC\\u{300}-\\u{345}\\u{1100}-\\u{11ff}ae\\u{ac00}\\u{9c7}\\u{9be}\\u{f71}-\\u{f80}]{0,24}") {
            let expected = ComposingNormalizerBorrowed::new_nfc().normalize(&text).into_owned();
            let output = compose(&text).map_or_else(|| text.clone(), |rewrite| rewrite.text);
            prop_assert_eq!(output, expected);
        }
    }

    #[test]
    fn pieces_lie_in_one_line() {
        let rewrite = compose("a\n\u{301}\u{323}").expect("something changes");
        assert_eq!(rewrite.text, "a\n\u{323}\u{301}");
        assert_eq!(rewrite.pieces, [copydesk_core::Span::new(2, 6)]);
    }

    #[test]
    fn only_changed_clusters_are_pieces() {
        let rewrite = compose("Nguye\u{302}\u{303}n and caf\u{e9}").expect("something changes");
        assert_eq!(rewrite.text, "Nguy\u{1ec5}n and caf\u{e9}");
        assert_eq!(rewrite.pieces, [copydesk_core::Span::new(4, 9)]);
    }
}
