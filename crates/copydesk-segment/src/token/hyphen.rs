//! Hyphens: a compound is cut at its hyphens, an affix is not cut off.
//!
//! Why: English UD cuts `high-ranking` into three but keeps `non-human`, `e-mail` and
//! `vice-president` whole: what stands before the hyphen is not a word of its own there.
//!
//! Example: `state-owned` → `state`, `-`, `owned`; `pre-war` stays.
//!
//! Known misses: compounds whose first word equals a prefix (`cross-river`); longer words that
//! a speaker broke off (`belie- believe`).

use crate::chars::char_at;

/// Whether the hyphen at `mark` belongs to the word; `part` is where the part before it starts.
pub(super) fn joins(text: &str, start: usize, part: usize, mark: usize) -> bool {
    let bytes = text.as_bytes();
    let width = char_at(text, mark).map_or(1, char::len_utf8);
    let after = char_at(text, mark + width);
    if !after.is_some_and(char::is_alphanumeric) {
        // A sound broken off, as in speech, or a prefix that waits: `pre- and post-war`.
        let broken = mark <= part + 2 || is_prefix(&bytes[part..mark]);
        return part == start && after.is_none_or(|c| c == ' ') && broken;
    }
    let end = crate::bytes::word_end(bytes, mark + width);
    if part == start && is_prefix(&bytes[part..mark]) {
        // `over-the-counter` is made of words.
        return !(bytes[part..mark].eq_ignore_ascii_case(b"over") && bytes.get(end) == Some(&b'-'));
    }
    is_suffix(&bytes[mark + width..end]) && bytes[part..mark].iter().all(u8::is_ascii_alphabetic)
}

fn is_prefix(part: &[u8]) -> bool {
    const LONGEST: usize = 7;
    if part.is_empty() || part.len() > LONGEST {
        return false;
    }
    let mut buffer = [0; LONGEST];
    let lower = &mut buffer[..part.len()];
    lower.copy_from_slice(part);
    lower.make_ascii_lowercase();
    PREFIXES
        .binary_search_by(|prefix| prefix.as_bytes().cmp(lower))
        .is_ok()
}

fn is_suffix(part: &[u8]) -> bool {
    SUFFIXES
        .iter()
        .any(|suffix| suffix.as_bytes().eq_ignore_ascii_case(part))
}

static PREFIXES: &[&str] = &[
    "ante", "anti", "arch", "auto", "bi", "bio", "co", "counter", "cross", "cyber", "de", "e",
    "eco", "ex", "extra", "hyper", "inter", "intra", "macro", "mega", "meta", "micro", "mid",
    "mini", "mis", "mono", "multi", "nano", "neo", "non", "omni", "over", "pan", "para", "poly",
    "post", "pre", "pro", "proto", "pseudo", "quasi", "re", "semi", "sub", "super", "tele",
    "trans", "tri", "ultra", "un", "uni", "vice",
];

static SUFFIXES: &[&str] = &[
    "esque", "fold", "ish", "ism", "ist", "itis", "less", "ness", "wide",
];

#[cfg(test)]
mod tests {
    #[test]
    fn prefixes_are_sorted() {
        assert!(super::PREFIXES.is_sorted());
    }
}
