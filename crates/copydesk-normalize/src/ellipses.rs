//! **What** The ellipsis and the two-dot leader become full stops. Off by default.
//!
//! **Why** As for quotes: to compare with copy that was typed in ASCII.
//!
//! **Example** `wait\u{2026}` becomes `wait...`.
//!
//! **Known misses** The midline ellipsis of mathematics and the ideographic full stops stay; so
//! do full stops that are set apart (`. . .`).

use memchr::memmem;

use crate::rewrite::{Rewrite, Rewriter};

/// What the marks of general punctuation start with in UTF-8.
pub(crate) const PUNCTUATION: [u8; 2] = [0xe2, 0x80];

pub(crate) fn fold(text: &str) -> Option<Rewrite> {
    let mut rewriter = Rewriter::new(text);
    for at in memmem::find_iter(text.as_bytes(), &PUNCTUATION) {
        let dots = match text.as_bytes()[at + 2] {
            0xa5 => "..",
            0xa6 => "...",
            _ => continue,
        };
        rewriter.replace(at..at + 3, dots);
    }
    rewriter.finish()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds() {
        let rewrite = fold("wait\u{2026} 1\u{2025}2").expect("something changes");
        assert_eq!(rewrite.text, "wait... 1..2");
        assert!(fold("wait...").is_none());
    }
}
