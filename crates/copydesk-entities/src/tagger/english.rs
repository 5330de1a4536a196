//! Whether a text is English, which is all that the model has seen.
//!
//! *What*: the share of small words that English has and its neighbours do not.
//! *Why*: of German nouns, which have capitals all over, the model makes places by the dozen; the
//! lists and rules alone find less there, and less nonsense.
//! *Example*: `Die Bank sprach mit ihren Kunden` has none of them.
//! *Known misses*: texts of two languages; a text of fewer than thirty words counts as English.

use copydesk_core::{Token, TokenClass};

use super::sheet::Sheet;
use crate::shapes::Shapes;

/// Words that tell English from the other languages of Latin letters.
const WORDS: [&str; 24] = [
    "the", "of", "and", "to", "that", "with", "for", "by", "from", "his", "her", "said", "has",
    "have", "were", "their", "this", "which", "would", "is", "are", "been", "they", "it",
];

/// Fewer words say nothing.
const ENOUGH: usize = 30;

/// So many words tell it where the whole text is not needed.
const SAMPLE: usize = 400;

/// Of so many words one is among them at least; in English prose it is one of four.
const ONE_OF: usize = 12;

impl Sheet<'_> {
    /// Whether the text is English, as far as that can be told.
    pub(super) fn is_english(&self) -> bool {
        let words = (0..self.words.len()).filter(|&at| self.words[at].is_word);
        are_english(words.map(|at| self.surface(at)))
    }
}

/// Whether a text is English, as far as that can be told from its first words.
pub(crate) fn is_english(text: &str, tokens: &[Token]) -> bool {
    let words = (tokens.iter())
        .filter(|token| token.class == TokenClass::Word)
        .map(|token| token.span.of(text));
    are_english(words.take(SAMPLE))
}

fn are_english<'a>(words: impl Iterator<Item = &'a str>) -> bool {
    static SHAPES: Shapes = Shapes::of(&WORDS);
    let (mut all, mut english) = (0, 0);
    for word in words {
        all += 1;
        let known = |known: &&str| word.eq_ignore_ascii_case(known);
        english += usize::from(SHAPES.may_hold(word) && WORDS.iter().any(known));
    }
    all < ENOUGH || english * ONE_OF >= all
}

#[cfg(test)]
mod tests {
    use copydesk_core::{Span, Token, TokenClass};

    use super::{super::sheet::Sheet, ENOUGH};
    use crate::gazetteer::Gazetteer;

    fn check(text: &str, expected: bool) {
        let text = text.repeat(ENOUGH);
        let mut at = 0;
        let tokens: Vec<Token> = text
            .split_inclusive(' ')
            .map(|word| {
                let span = Span::at(at, at + word.trim_end().len());
                at += word.len();
                Token {
                    span,
                    class: TokenClass::Word,
                }
            })
            .collect();
        let sheet = Sheet::new(&text, &[], &tokens, None, &Gazetteer::shared().words);
        assert_eq!(sheet.is_english(), expected, "{text}");
    }

    #[test]
    fn small_words_tell() {
        check("The bank spoke to its customers on Friday. ", true);
        check("THE BANK SPOKE TO ITS CUSTOMERS ON FRIDAY. ", true);
        check("Die Bank sprach am Freitag mit ihren Kunden. ", false);
        check("La banque a parlé à ses clients vendredi. ", false);
        check("Банк говорил с клиентами. ", false);
    }
}
