//! **What** Primes become straight quotes, two in a row a double one. Off by default.
//!
//! **Why** As for quotes: feet, inches and minutes of arc are typed with the keys for quotes.
//!
//! **Example** `6\u{2032}2\u{2033} tall` becomes `6'2" tall`.
//!
//! **Known misses** Triple primes become a double and a single quote; reversed primes stay.

use memchr::memmem;

use crate::{
    ellipses::PUNCTUATION,
    rewrite::{Rewrite, Rewriter},
};

const PRIME: char = '\u{2032}';

pub(crate) fn fold(text: &str) -> Option<Rewrite> {
    let mut rewriter = Rewriter::new(text);
    let mut done = 0;
    for at in memmem::find_iter(text.as_bytes(), &PUNCTUATION) {
        if at < done {
            continue;
        }
        done = at + 3;
        let with = match text.as_bytes()[at + 2] {
            0xb2 if text[done..].starts_with(PRIME) => {
                done += 3;
                "\""
            }
            0xb2 => "'",
            0xb3 => "\"",
            0xb4 => "\"'",
            _ => continue,
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
