//! **What** Curly quotes, low quotes and the modifier apostrophe become straight ones. Off by
//! default.
//!
//! **Why** Some readers of the text compare it with copy that was typed in ASCII.
//!
//! **Example** `\u{201c}It\u{2019}s over\u{201d}` becomes `"It's over"`.
//!
//! **Known misses** Guillemets, corner brackets and accents used as quotes stay: they are not
//! variants of the ASCII marks. Primes are folded by `primes`.

use crate::{
    beyond_ascii::beyond_ascii,
    rewrite::{Rewrite, Rewriter},
};

/// The straight form of a quote.
pub(crate) const fn straight(quote: char) -> Option<char> {
    match quote {
        '\u{2bc}' | '\u{2018}'..='\u{201b}' => Some('\''),
        '\u{201c}'..='\u{201f}' => Some('"'),
        _ => None,
    }
}

pub(crate) fn fold(text: &str) -> Option<Rewrite> {
    let mut rewriter = Rewriter::new(text);
    for (at, quote) in beyond_ascii(text) {
        if let Some(with) = straight(quote) {
            rewriter.replace_char(at..at + quote.len_utf8(), with);
        }
    }
    rewriter.finish()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds() {
        let rewrite = fold("\u{201e}It\u{2019}s\u{201c} \u{201a}c\u{2bc}h\u{2018}")
            .expect("something changes");
        assert_eq!(rewrite.text, "\"It's\" 'c'h'");
        assert!(fold("\u{ab}Oui\u{bb} 6\u{2032} Qur\u{2be}\u{101}n").is_none());
    }
}
