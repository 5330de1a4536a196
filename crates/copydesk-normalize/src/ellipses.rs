//! **What** The ellipsis and the two-dot leader become full stops. Off by default.
//!
//! **Why** As for quotes: to compare with copy that was typed in ASCII.
//!
//! **Example** `wait\u{2026}` becomes `wait...`.
//!
//! **Known misses** The midline ellipsis of mathematics and the ideographic full stops stay; so
//! do full stops that are set apart (`. . .`).

use crate::rewrite::{Rewrite, Rewriter};

pub(crate) fn fold(text: &str) -> Option<Rewrite> {
    let mut rewriter = Rewriter::new(text);
    for (at, mark) in text.match_indices(['\u{2025}', '\u{2026}']) {
        let dots = if mark == "\u{2025}" { ".." } else { "..." };
        rewriter.replace(at..at + mark.len(), dots);
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
