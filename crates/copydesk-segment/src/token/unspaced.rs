//! Words of scripts written without spaces: Thai, Lao, Khmer, Myanmar, Han and kana.
//!
//! Only a dictionary knows where their words end: those of `icu_segmenter`, which are compiled in
//! (3 MB). They are asked for runs of these scripts and nothing else, so other text pays nothing.
//! Its LSTM model needs 0.5 MB less, but cut Thai at 0.6 MB/s and the dictionary at 46 (one core of
//! a shared machine, 2026-11-28). A run is cut in pieces of a bounded length; the last word of a piece, which the cut may
//! have gone through, is looked at again with the next one.
//!
//! Example: `水位上升` → `水位`, `上升`; `น้ำท่วมเมือง` → `น้ำ`, `ท่วม`, `เมือง`.
//!
//! Known misses: names that no dictionary holds.

use std::sync::LazyLock;

use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed, options::WordBreakInvariantOptions};

use crate::chars::{char_at, is_extender, is_ideograph, is_kana, is_southeast_asian};

/// Scripts whose runs are cut together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Script {
    SoutheastAsian,
    /// Han, hiragana and katakana.
    EastAsian,
}

/// The script of a letter, if it is one of those written without spaces.
#[inline]
pub(super) fn script_of(c: char) -> Option<Script> {
    if c < '\u{E00}' {
        None
    } else if is_southeast_asian(c) {
        Some(Script::SoutheastAsian)
    } else if is_ideograph(c) || is_kana(c) {
        Some(Script::EastAsian)
    } else {
        None
    }
}

/// The most bytes that are cut at once.
const PIECE: usize = 1536;

static DICTIONARIES: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

/// Ends of the words of the piece under way.
#[derive(Clone, Debug, Default)]
pub(super) struct Ends {
    /// In the order in which they are taken, reversed.
    ends: Vec<usize>,
    /// Where the next word starts.
    start: usize,
}

impl Ends {
    /// The end of the word that starts with a letter of a script.
    pub(super) fn word_end(&mut self, text: &str, start: usize, script: Script) -> usize {
        if self.start != start || self.ends.is_empty() {
            self.cut(text, start, script);
        }
        let first = char_at(text, start).map_or(1, char::len_utf8);
        let end = self.ends.pop().unwrap_or(start + first);
        self.start = end;
        end
    }

    /// Cuts the piece that starts at a byte into words.
    fn cut(&mut self, text: &str, start: usize, script: Script) {
        let mut end = start;
        let mut whole = true;
        while let Some(c) = char_at(text, end) {
            if script_of(c) != Some(script) && !(is_extender(c) && end > start) {
                break;
            }
            if end - start >= PIECE {
                whole = false;
                break;
            }
            end += c.len_utf8();
        }
        crate::work::count(end - start);
        self.ends.clear();
        let breaks = DICTIONARIES.segment_str(&text[start..end]);
        self.ends
            .extend(breaks.filter(|at| *at > 0).map(|at| start + at));
        if !whole && self.ends.len() > 1 {
            self.ends.pop();
        }
        self.ends.reverse();
    }
}
