//! **What** Primes become straight quotes, two in a row a double one. Off by default.
//!
//! **Why** As for quotes: feet, inches and minutes of arc are typed with the keys for quotes.
//!
//! **Example** `6\u{2032}2\u{2033} tall` becomes `6'2" tall`.
//!
//! **Known misses** Triple primes become a double and a single quote; reversed primes stay.

use crate::rewrite::{Rewrite, Rewriter};

const PRIME: char = '\u{2032}';

pub(crate) fn fold(text: &str) -> Option<Rewrite> {
    let mut rewriter = Rewriter::new(text);
    let mut done = 0;
    for (at, prime) in text.match_indices(['\u{2032}', '\u{2033}', '\u{2034}']) {
        if at < done {
            continue;
        }
        let next = at + prime.len();
        done = next;
        let with = match prime {
            "\u{2033}" => "\"",
            "\u{2034}" => "\"'",
            _ if text[next..].starts_with(PRIME) => {
                done = next + PRIME.len_utf8();
                "\""
            }
            _ => "'",
        };
        rewriter.replace(at..done, with);
    }
    rewriter.finish()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds() {
        let rewrite =
            fold("6\u{2032}2\u{2033} 5\u{2032}\u{2032} f\u{2034}").expect("something changes");
        assert_eq!(rewrite.text, "6'2\" 5\" f\"'");
        assert!(fold("6'2\"").is_none());
    }
}
