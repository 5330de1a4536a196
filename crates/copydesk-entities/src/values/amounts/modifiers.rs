//! What qualifies a number: `over`, `at least`, `up to`, `nearly`.
//!
//! *What*: the words before a number that move it up or down. *Why*: `over 1,000` is not
//! 1,000. *Example*: `more than 40 ships` → more than. *Known misses*: what follows a number,
//! such as `or so`.

use copydesk_core::record::Modifier;

use super::super::{atoms::Atoms, lexicon::Lex};

/// Unlisted words that open a modifier.
pub(super) fn opens(atoms: &Atoms<'_>, i: usize) -> bool {
    matches!(
        atoms.surface(i),
        "up" | "Up" | "as" | "As" | "no" | "No" | "upwards" | "above" | "Above" | "close"
    )
}

/// The atom after the modifier at `i`, and where and what it is.
pub(super) fn read(atoms: &Atoms<'_>, i: usize) -> (usize, Option<(usize, Modifier)>) {
    let found = |next, modifier| (next, Some((i, modifier)));
    let than = |at: usize| atoms.lex(at) == Lex::Than;
    match atoms.lex(i) {
        Lex::Over => found(i + 1, Modifier::MoreThan),
        Lex::Under => found(i + 1, Modifier::LessThan),
        Lex::Approximate => found(i + 1, Modifier::Approximate),
        Lex::More if than(i + 1) => found(i + 2, Modifier::MoreThan),
        Lex::Less if than(i + 1) => found(i + 2, Modifier::LessThan),
        Lex::At if atoms.is_word(i + 1, "least") => found(i + 2, Modifier::AtLeast),
        Lex::At if atoms.is_word(i + 1, "most") => found(i + 2, Modifier::AtMost),
        Lex::Other => {
            let word = |word| atoms.is_word(i, word);
            if word("up") && atoms.is_word(i + 1, "to") {
                found(i + 2, Modifier::AtMost)
            } else if word("as")
                && matches!(atoms.surface(i + 1), "many" | "much")
                && atoms.is_word(i + 2, "as")
                || word("no") && atoms.lex(i + 1) == Lex::More && than(i + 2)
            {
                found(i + 3, Modifier::AtMost)
            } else if word("no") && atoms.lex(i + 1) == Lex::Less && than(i + 2) {
                found(i + 3, Modifier::AtLeast)
            } else if word("upwards") && atoms.lex(i + 1) == Lex::Of {
                found(i + 2, Modifier::MoreThan)
            } else if word("above") {
                found(i + 1, Modifier::MoreThan)
            } else {
                (i, None)
            }
        }
        _ => (i, None),
    }
}
