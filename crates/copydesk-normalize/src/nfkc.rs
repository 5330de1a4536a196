//! **What** Compatibility composition (Unicode NFKC). Off by default.
//!
//! **Why** An index should find what was written in circled digits, superscripts, presentation
//! forms of Arabic letters, half-width katakana or Roman numeral characters.
//!
//! **Example** `\u{2460} \u{ff76}\u{ff9e} \u{2167}` becomes `1 \u{30ac} VIII`.
//!
//! **Known misses** It loses meaning on purpose: `10\u{2075}` becomes `105`, `2\u{bd}` becomes
//! `21\u{2044}2`, `\u{2122}` becomes `TM`. That is why only the search preset has it.
//!
//! As in `nfc`, only clusters that change are rewritten.

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::{
    CodePointMapData, CodePointMapDataBorrowed,
    props::{CanonicalCombiningClass, GeneralCategory},
};

use crate::rewrite::{Rewrite, Rewriter};

pub(crate) fn compose(text: &str) -> Option<Rewrite> {
    let normalizer = ComposingNormalizerBorrowed::new_nfkc();
    let boundaries = Boundaries {
        class: CodePointMapData::<CanonicalCombiningClass>::new(),
        category: CodePointMapData::<GeneralCategory>::new(),
    };
    let mut rewriter = Rewriter::new(text);
    let mut done = 0;
    while done < text.len() {
        let hit = text.len() - normalizer.split_normalized(&text[done..]).1.len();
        if hit == text.len() {
            break;
        }
        let cluster = boundaries.cluster(text, done, hit);
        done = cluster.end;
        rewriter.replace(cluster.clone(), &normalizer.normalize(&text[cluster]));
    }
    rewriter.finish()
}

/// Character properties that tell where a cluster starts.
struct Boundaries {
    class: CodePointMapDataBorrowed<'static, CanonicalCombiningClass>,
    category: CodePointMapDataBorrowed<'static, GeneralCategory>,
}

impl Boundaries {
    /// The cluster around the character at `hit`, not before `from`.
    fn cluster(&self, text: &str, from: usize, hit: usize) -> std::ops::Range<usize> {
        let mut before = text[from..hit].char_indices().rev();
        let starts_at_hit = text[hit..].starts_with(|letter| self.starts(letter));
        let start = if starts_at_hit {
            hit
        } else {
            let start = before.find(|&(_, letter)| self.starts(letter));
            start.map_or(from, |(at, _)| from + at)
        };
        let mut after = text[hit..].char_indices().skip(1);
        let end = after.find(|&(_, letter)| self.starts(letter));
        start..end.map_or(text.len(), |(at, _)| hit + at)
    }

    /// Whether nothing before `letter` can change with it, nor with what it becomes.
    fn starts(&self, letter: char) -> bool {
        if letter < '\u{300}' {
            return true;
        }
        // Vowels and finals of Hangul, of Kirat Rai, those of the compatibility and half-width
        // blocks, and the half-width voicing marks of kana are letters that attach.
        if matches!(
            letter,
            '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7ff}' | '\u{16d63}'..='\u{16d6a}'
                | '\u{3131}'..='\u{318e}' | '\u{ff9e}'..='\u{ffdc}'
        ) {
            return false;
        }
        self.class.get(letter) == CanonicalCombiningClass::NotReordered
            && !matches!(
                self.category.get(letter),
                GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark
            )
    }
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
