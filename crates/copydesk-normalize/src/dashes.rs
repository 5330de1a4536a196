//! **What** Hyphens, dashes, bars and the minus sign become the ASCII hyphen. Off by default.
//!
//! **Why** As for quotes: to compare with copy that was typed in ASCII.
//!
//! **Example** `2019\u{2013}2021` becomes `2019-2021`.
//!
//! **Known misses** A dash between words is set without spaces in English: the result reads
//! like a compound (`now\u{2014}or` becomes `now-or`).

use crate::{
    beyond_ascii::beyond_ascii,
    rewrite::{Rewrite, Rewriter},
};

/// Whether a character is a dash of any length.
pub(crate) const fn is_dash(dash: char) -> bool {
    matches!(
        dash,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}'
    )
}

pub(crate) fn fold(text: &str) -> Option<Rewrite> {
    let mut rewriter = Rewriter::new(text);
    for (at, dash) in beyond_ascii(text) {
        if is_dash(dash) {
            rewriter.replace_char(at..at + dash.len_utf8(), '-');
        }
    }
    rewriter.finish()
}
