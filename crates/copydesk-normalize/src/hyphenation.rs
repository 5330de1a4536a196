//! **What** Joins words that were divided at a line end: at soft hyphens always, at plain
//! hyphens (`hard_hyphenation`, off by default) where nothing speaks for a compound.
//!
//! **Why** Text of PDF files and of old wire services comes in lines with divided words, which
//! no search and no dictionary knows.
//!
//! **Example** `exam\u{ad}\nple` becomes `example`; with the option, so does `exam-\nple`.
//!
//! A soft hyphen says that the word goes on, also where the lines were joined by a blank
//! (`exam\u{ad} ple`). A plain one may belong to a compound, so the word
//! is joined only between small letters, two or more on each side, and not where
//! - the text writes the compound on one line elsewhere (`mother-in-law`, `re-elected`);
//! - either part is one that compounds are made of (`well-known`, `US-based`, `dit-il`), unless
//!   the text has the joined word elsewhere;
//! - both parts are words of the text, or a prefix ends with the vowel that follows;
//! - another hyphen stands in the word, or the second part is `and` or `or`.
//!
//! The line break goes with the hyphen: the two lines become one.
//!
//! **Known misses** A compound of two plain words that stands nowhere else in the text is joined
//! (`bread-\nmaker`). Words divided before a capital or a digit stay, and words divided over a
//! blank line.

use std::{
    hash::{BuildHasher, Hash, Hasher},
    ops::Range,
};

use copydesk_core::Span;
use memchr::{memchr3_iter, memmem};
use rustc_hash::{FxBuildHasher, FxHashSet};

use crate::{
    rewrite::{Rewrite, Rewriter},
    whitespace::is_blank,
};

const SOFT_HYPHEN: char = '\u{ad}';
/// The second of its two bytes.
const LAST_BYTE: u8 = 0xad;

/// First parts of compounds.
const FIRST: [&str; 78] = [
    "all", "anti", "arch", "attorney", "back", "best", "better", "brand", "broad", "centre",
    "cross", "double", "eco", "eight", "eighth", "eighty", "ever", "ex", "far", "fast", "fifth",
    "fifty", "first", "five", "forty", "four", "fourth", "front", "full", "half", "hard", "high",
    "highest", "hundred", "ill", "large", "left", "long", "low", "lowest", "mid", "million",
    "multi", "nine", "ninety", "ninth", "no", "non", "old", "one", "part", "post", "pro", "quasi",
    "right", "same", "second", "self", "seven", "seventh", "seventy", "short", "single", "six",
    "sixth", "sixty", "small", "so", "tenth", "third", "thirty", "thousand", "three", "top",
    "twenty", "two", "well", "worst",
];

/// Second parts of compounds, and the pronouns that French puts behind its verbs.
const SECOND: [&str; 92] = [
    "aged",
    "and",
    "armed",
    "autonomous",
    "backed",
    "based",
    "born",
    "bound",
    "called",
    "capable",
    "ce",
    "cent",
    "controlled",
    "day",
    "defence",
    "designate",
    "dominated",
    "driven",
    "effective",
    "efficient",
    "elect",
    "elle",
    "elles",
    "en",
    "era",
    "flagged",
    "fold",
    "free",
    "friendly",
    "funded",
    "general",
    "grade",
    "held",
    "hit",
    "il",
    "ils",
    "je",
    "known",
    "language",
    "largest",
    "law",
    "led",
    "level",
    "like",
    "long",
    "made",
    "mail",
    "majority",
    "making",
    "minded",
    "moi",
    "month",
    "moving",
    "nous",
    "off",
    "old",
    "on",
    "or",
    "oriented",
    "out",
    "owned",
    "party",
    "producing",
    "ranging",
    "ranking",
    "rate",
    "related",
    "rich",
    "rights",
    "round",
    "ruled",
    "run",
    "scale",
    "seeded",
    "sex",
    "sharing",
    "sized",
    "speaking",
    "state",
    "style",
    "term",
    "thirds",
    "time",
    "torn",
    "tu",
    "up",
    "vous",
    "week",
    "wide",
    "wing",
    "year",
    "years",
];

/// Joins divided words outside of the spans `layout`, which are in order.
pub(crate) fn join(text: &str, hard: bool, layout: &[Span]) -> Option<Rewrite> {
    let mut rewriter = Rewriter::new(text);
    let mut words = None;
    let mut done = 0;
    let bytes = text.as_bytes();
    let (mut all, mut soft);
    let candidates: &mut dyn Iterator<Item = usize> = if hard {
        all = memchr3_iter(b'\n', b'\r', LAST_BYTE, bytes);
        &mut all
    } else {
        soft = memmem::find_iter(bytes, "\u{ad}").map(|at| at + 1);
        &mut soft
    };
    for at in candidates {
        if at < done {
            continue;
        }
        let Some(division) = Division::at(text, at) else {
            continue;
        };
        done = division.gap.end;
        let from = layout.partition_point(|span| span.end as usize <= division.gap.start);
        if layout
            .get(from)
            .is_some_and(|span| (span.start as usize) < division.gap.end)
        {
            continue;
        }
        if division.soft || hard && division.joins(words.get_or_insert_with(|| Words::of(text))) {
            rewriter.delete(division.gap);
        }
    }
    rewriter.finish()
}

/// A hyphen at a line end between two parts of what may be one word.
struct Division<'t> {
    /// From the hyphen to the first letter of the next line.
    gap: Range<usize>,
    /// Whether the hyphen is a soft one.
    soft: bool,
    left: &'t str,
    right: &'t str,
    /// Whether another hyphen stands before the left part or behind the right one.
    compound: bool,
}

impl<'t> Division<'t> {
    /// The division at the byte `at`: a line break behind a hyphen, or the end of a soft hyphen.
    fn at(text: &'t str, at: usize) -> Option<Self> {
        let soft = text.as_bytes()[at] == LAST_BYTE;
        let (head, tail) = if soft {
            let head = text.get(..at - 1)?;
            // The first of a run is looked at, so that a flood is read once.
            if head.ends_with(SOFT_HYPHEN) {
                return None;
            }
            let rest = text.get(at + 1..)?.trim_start_matches(SOFT_HYPHEN);
            (text.as_bytes()[at - 1] == 0xc2).then_some(())?;
            let line = rest.trim_start_matches(is_blank);
            let tail = after_break(line).unwrap_or(line);
            // Inside of a word it divides nothing.
            (tail.len() < rest.len()).then_some((head, tail))?
        } else {
            let line = text[..at].trim_end_matches(is_blank);
            let head = line.strip_suffix(['-', '\u{2010}', '\u{ac}'])?;
            (head, after_break(&text[at..])?)
        };
        let tail = tail.trim_start_matches(is_blank);
        let left = last_letters(head);
        let right = first_letters(tail);
        let (before, after) = (left.chars().next_back()?, right.chars().next()?);
        // A capital goes on a word in capitals only.
        if after.is_uppercase() && !before.is_uppercase() {
            return None;
        }
        let around = (
            head[..head.len() - left.len()].chars().next_back(),
            tail[right.len()..].chars().next(),
        );
        Some(Self {
            gap: head.len()..text.len() - tail.len(),
            soft,
            left,
            right,
            compound: is_hyphen(around.0)
                || is_hyphen(around.1)
                || around.0.is_some_and(char::is_numeric)
                || around.1.is_some_and(char::is_numeric),
        })
    }

    /// Whether a plain hyphen divides one word.
    fn joins(&self, words: &Words) -> bool {
        let small = |part: &str| part.chars().all(char::is_lowercase);
        let mut left = self.left.chars();
        left.next();
        let shape = left.as_str().chars().next().is_some()
            && small(left.as_str())
            && self.right.chars().nth(1).is_some()
            && small(self.right);
        if !shape || self.compound || words.compound(self.left, self.right) {
            return false;
        }
        let left = self.left.to_lowercase();
        words.joined(self.left, self.right)
            || FIRST.binary_search(&left.as_str()).is_err()
                && SECOND.binary_search(&self.right).is_err()
                && !is_prefixed(&left, self.right)
                && !words.both(self.left, self.right)
    }
}

/// Whether a prefix is set apart from a word that starts with the vowel it ends with, as in
/// `re-elected`.
fn is_prefixed(left: &str, right: &str) -> bool {
    matches!(left, "anti" | "co" | "de" | "micro" | "pre" | "re" | "semi")
        && left.chars().next_back() == right.chars().next()
}

/// What follows the line break that a text starts with.
fn after_break(text: &str) -> Option<&str> {
    text.strip_prefix("\r\n")
        .or_else(|| text.strip_prefix(['\n', '\r']))
}

fn is_hyphen(letter: Option<char>) -> bool {
    matches!(letter, Some('-' | '\u{2010}' | '\u{2011}'))
}

/// The letters that a text ends with; 32 at most, so that no flood is read twice.
fn last_letters(text: &str) -> &str {
    let mut letters = text.char_indices().rev();
    let mut start = text.len();
    for (at, letter) in letters.by_ref().take(32) {
        if !letter.is_alphabetic() {
            break;
        }
        start = at;
    }
    &text[start..]
}

/// The letters that a text starts with; 32 at most.
fn first_letters(text: &str) -> &str {
    let mut end = 0;
    for (at, letter) in text.char_indices().take(32) {
        if !letter.is_alphabetic() {
            break;
        }
        end = at + letter.len_utf8();
    }
    &text[..end]
}

/// Which words a text has on one line, as hashes.
struct Words(FxHashSet<u64>);

impl Words {
    fn of(text: &str) -> Self {
        let mut words = FxHashSet::default();
        // The second part of a divided word is no word of the text.
        let mut divided = false;
        for token in text.split(|letter: char| !letter.is_alphabetic() && letter != '-') {
            // Of a longer compound, each pair.
            let mut before: Option<&str> = None;
            for part in token.split('-') {
                if let Some(before) = before
                    && !before.is_empty()
                    && !part.is_empty()
                {
                    words.insert(hash([before, "-", part]));
                }
                before = Some(part);
            }
            if token.is_empty() {
                continue;
            }
            if !divided && !token.contains('-') {
                words.insert(hash([token]));
            }
            divided = token.ends_with('-');
        }
        Self(words)
    }

    fn joined(&self, left: &str, right: &str) -> bool {
        self.0.contains(&hash([left, right]))
    }

    /// Whether both parts are words of the text.
    fn both(&self, left: &str, right: &str) -> bool {
        self.0.contains(&hash([left])) && self.0.contains(&hash([right]))
    }

    fn compound(&self, left: &str, right: &str) -> bool {
        self.0.contains(&hash([left, "-", right]))
    }
}

/// A hash of the lower case of `parts` in a row.
fn hash<const N: usize>(parts: [&str; N]) -> u64 {
    let mut hasher = FxBuildHasher.build_hasher();
    for letter in parts.iter().flat_map(|part| part.chars()) {
        for lower in letter.to_lowercase() {
            lower.hash(&mut hasher);
        }
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use copydesk_core::Span;

    use super::{FIRST, SECOND, join};

    fn output(input: &str, hard: bool) -> String {
        join(input, hard, &[]).map_or_else(|| input.to_owned(), |rewrite| rewrite.text)
    }

    #[test]
    fn soft_hyphens() {
        assert_eq!(output("exam\u{ad}\nple", false), "example");
        assert_eq!(output("EXAM\u{ad}\u{ad} \r\n  PLE", false), "EXAMPLE");
        assert_eq!(output("exam\u{ad} ple", false), "example");
        assert_eq!(
            output("\u{43c}\u{43e}\u{ad}\n\u{440}\u{435}", false),
            "\u{43c}\u{43e}\u{440}\u{435}"
        );
        for text in [
            "exam\u{ad}\n\nple",
            "end\u{ad}\nNext",
            "\u{ad}\nple",
            "3\u{ad}\n4",
            "exam-\nple",
            "ex\u{ad}ample",
            "a \u{2b5}\u{2d}",
            "\u{ad}",
            "\u{202d} a",
        ] {
            assert_eq!(output(text, false), text);
        }
    }

    #[test]
    fn hard_hyphens() {
        for (input, expected) in [
            ("for exam-\nple it", "for example it"),
            ("the Presi-\r\n dent", "the President"),
            ("Ver-\nfassung \u{fc}ber-\nall", "Verfassung \u{fc}berall"),
            ("a non-\nsense of nonsense", "a nonsense of nonsense"),
        ] {
            assert_eq!(output(input, true), expected);
        }
    }

    #[test]
    fn compounds_stay() {
        for text in [
            "a well-\nknown man",
            "a mother-\nin-law",
            "state-of-the-\nart",
            "he was re-\nelected, as re-elected men are",
            "a London-\nbased firm",
            "a COVID-\nfree island",
            "two-\nand three-year terms",
            "a 10-\nyear plan and F-\nsixteen",
            "Alsace-\nLorraine",
            "dit-\nil",
            "list:\n-\nitem",
            "twenty-\none",
            "the oil flows to the poor, in the oil-\npoor land",
            "he was re-\nelected",
            "a -\nb",
        ] {
            assert_eq!(output(text, true), text);
        }
    }

    #[test]
    fn floods_are_read_once() {
        // Quadratic time would not end here.
        for flood in ["\u{ad}", "\u{ad}\n", "-\n", "a-\n", "\u{ad} ", "a\u{ad}\nb"] {
            let text = flood.repeat(300_000);
            join(&text, true, &[]);
            join(&text, false, &[]);
        }
    }

    #[test]
    fn layout_stays() {
        let text = "exam\u{ad}\nple";
        assert!(join(text, true, &[Span::at(0, text.len())]).is_none());
    }

    #[test]
    fn lists_are_sorted() {
        assert!(FIRST.is_sorted() && SECOND.is_sorted());
    }
}
