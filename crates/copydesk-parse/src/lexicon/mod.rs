//! Lines that are furniture of the page, known by their words.
//!
//! *What*: [`classify`] says whether a whole line is boilerplate and of which kind;
//! [`classify_near`] also takes words that may be a heading (`Contact`, `Next`) and is for
//! lines that stand beside other furniture.
//! *Why*: share bars, comment forms and the like are the same few hundred phrases on all
//! pages. A look-up in a table is faster than patterns, and the table can be read.
//! *Example*: `Leave a Reply` → [`DropReason::Comments`].
//! *Known misses*: languages other than English, German, French, Spanish, Italian, Portuguese
//! and Russian; calls to action in free words.
//!
//! The phrases are in `phrases.txt`, what is known by its shape (`#tag #tag`, a phone number)
//! is in `shape.rs`. Work per line is one pass and one look-up per word.

mod fold;
mod notice;
mod prefixes;
mod shape;

use std::{str::FromStr, sync::LazyLock};

use copydesk_core::record::DropReason;
use rustc_hash::{FxHashMap, FxHashSet};

pub(crate) use fold::{fold, is_invisible};
use notice::ByFirstByte;
use prefixes::Prefixes;

use crate::letters::is_alphanumeric;

/// A longer line is prose, except the notices in [`long_notice`].
const LONGEST_LINE: usize = 200;

/// How much of a long line is looked at.
const LONGEST_NOTICE: usize = 600;

/// Words of a line that begins with a `head` phrase, at most.
const HEAD_WORDS: usize = 8;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Match {
    Line,
    Weak,
    Head,
    Start,
    In,
}

#[derive(Debug)]
struct Phrase {
    text: &'static str,
    kind: Match,
    reason: DropReason,
}

#[derive(Debug, Default)]
struct Lexicon {
    /// Whole lines, without outer punctuation.
    lines: FxHashMap<&'static str, (DropReason, Match)>,
    /// The first words of those.
    openers: FxHashSet<&'static str>,
    opener_prefixes: Prefixes,
    /// Phrases that begin a line, by their first word; longest first.
    starts: FxHashMap<&'static str, Vec<Phrase>>,
    start_prefixes: Prefixes,
    /// Bytes of the longest of those.
    longest_start: usize,
    /// Phrases that may stand anywhere, likewise.
    inside: FxHashMap<&'static str, Vec<Phrase>>,
    inside_prefixes: Prefixes,
    inside_pairs: Pairs,
    /// The same phrases by their first byte.
    inside_by_byte: ByFirstByte,
    /// Likewise those that begin a line of any length.
    starts_by_byte: ByFirstByte,
    /// Bytes of the longest whole line.
    longest: usize,
}

/// The first two bytes of phrases: for each first one a bit for each letter behind it.
#[derive(Debug)]
struct Pairs([u32; 256]);

impl Default for Pairs {
    fn default() -> Self {
        Self([0; 256])
    }
}

impl Pairs {
    fn insert(&mut self, phrase: &str) {
        if let &[first, second, ..] = phrase.as_bytes() {
            self.0[usize::from(first)] |= Self::bits(second);
        }
    }

    /// Whether a phrase may begin with these bytes, in either case.
    #[inline]
    fn may_begin(&self, first: u8, second: Option<u8>) -> bool {
        let bits = self.0[usize::from(first.to_ascii_lowercase())];
        bits & second.map_or(u32::MAX, Self::bits) != 0
    }

    /// What is not a letter of ASCII may be anything.
    fn bits(second: u8) -> u32 {
        match (second | 0x20).wrapping_sub(b'a') {
            letter @ 0..26 => 1 << letter,
            _ => u32::MAX,
        }
    }
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("phrases.txt")));

impl Lexicon {
    fn read(table: &'static str) -> Self {
        let mut lexicon = Self::default();
        let mut section = None;
        for line in table.lines() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(header) = line.strip_prefix('[') {
                section = section_of(header.trim_end_matches(']'));
                continue;
            }
            let Some((reason, kind)) = section else {
                continue;
            };
            if matches!(kind, Match::Line | Match::Weak) {
                let bare = bare(line);
                lexicon.longest = lexicon.longest.max(bare.len());
                lexicon.lines.entry(bare).or_insert((reason, kind));
                let opener = bare.split(' ').next().unwrap_or(bare);
                lexicon.openers.insert(opener);
                lexicon.opener_prefixes.insert(opener);
            } else {
                let phrase = Phrase {
                    text: line,
                    kind,
                    reason,
                };
                let (words, prefixes) = if kind == Match::In {
                    lexicon.inside_pairs.insert(line);
                    lexicon.inside_by_byte.insert(line);
                    (&mut lexicon.inside, &mut lexicon.inside_prefixes)
                } else {
                    if kind == Match::Start {
                        lexicon.starts_by_byte.insert(line);
                    }
                    lexicon.longest_start = lexicon.longest_start.max(line.len());
                    (&mut lexicon.starts, &mut lexicon.start_prefixes)
                };
                prefixes.insert(line);
                words.entry(first_word(line)).or_default().push(phrase);
            }
        }
        for phrases in lexicon
            .starts
            .values_mut()
            .chain(lexicon.inside.values_mut())
        {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.text.len()));
        }
        lexicon
    }

    /// What the table of whole lines says; see [`bare`].
    fn line(&self, bare: &str) -> Option<(DropReason, Match)> {
        if bare.len() > self.longest {
            return None;
        }
        self.lines.get(bare).copied()
    }

    /// The phrase with which the line begins, punctuation aside.
    fn start(&self, line: &str, long: bool) -> Option<&Phrase> {
        let inner = line.trim_start_matches(|c: char| !is_alphanumeric(c));
        let inner = (inner.len() < line.len()).then_some(inner);
        [Some(line), inner].into_iter().flatten().find_map(|line| {
            if !self.start_prefixes.may_begin(line.as_bytes()) {
                return None;
            }
            let phrases = self.starts.get(first_word(line))?;
            phrases.iter().find(|phrase| {
                let fits =
                    phrase.kind == Match::Start || (!long && line.split(' ').count() <= HEAD_WORDS);
                fits && starts_with_phrase(line, phrase.text)
            })
        })
    }

    /// Whether a phrase that may stand anywhere may begin so.
    fn may_begin_inside(&self, rest: &[u8]) -> bool {
        let first = rest.first().copied().unwrap_or_default();
        self.inside_pairs.may_begin(first, rest.get(1).copied())
            && self.inside_prefixes.may_begin(rest)
    }

    fn phrase(&self, line: &str, long: bool) -> Option<DropReason> {
        if let Some(phrase) = self.start(line, long) {
            return Some(phrase.reason);
        }
        let bytes = line.as_bytes();
        let mut before = b' ';
        for (at, &byte) in bytes.iter().enumerate() {
            if std::mem::replace(&mut before, byte) != b' ' {
                continue;
            }
            // Nearly every word begins with a letter, and as no phrase does.
            let begins_word = byte.is_ascii_alphanumeric() || byte >= 0xC0;
            if begins_word && !self.may_begin_inside(&bytes[at..]) {
                continue;
            }
            let rest = line[at..].trim_start_matches(|c: char| !is_alphanumeric(c));
            if self.may_begin_inside(rest.as_bytes())
                && let Some(phrases) = self.inside.get(first_word(rest))
                && let Some(phrase) = phrases
                    .iter()
                    .find(|phrase| starts_with_phrase(rest, phrase.text))
            {
                return Some(phrase.reason);
            }
        }
        None
    }
}

/// Why the whole line is boilerplate, where it is and needs no context to say so.
pub(crate) fn classify(line: &str) -> Option<DropReason> {
    classify_as(line, false)
}

/// What the words of a line say of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Furniture {
    /// What [`classify`] says.
    pub(crate) reason: Option<DropReason>,
    /// Whether [`classify_near`] says anything.
    pub(crate) near: bool,
}

/// Both answers of [`classify`] and [`classify_near`] for the work of one: on a page, every
/// block is asked for both.
pub(crate) fn furniture(line: &str) -> Furniture {
    let sure = |reason: Option<DropReason>| Furniture {
        reason,
        near: reason.is_some(),
    };
    let line = line.trim();
    if line.is_empty() {
        return Furniture::default();
    }
    if is_long(line) {
        return sure(long_notice(line));
    }
    let folded = fold(line, LONGEST_LINE);
    let by_shape = shape::classify(&folded, false);
    if by_shape.is_some() {
        return sure(by_shape);
    }
    let mut near = shape::is_weak(&folded);
    let folded = fold::fold_digits(folded.trim_start_matches(is_bullet));
    let bare = bare(&folded);
    let lexicon = &*LEXICON;
    match lexicon.line(bare) {
        Some((reason, Match::Line)) => return sure(Some(reason)),
        Some(_) => near = true,
        None => {}
    }
    let reason = lexicon
        .phrase(&folded, false)
        .or_else(|| joined(lexicon, &folded, bare));
    Furniture {
        reason,
        near: near || reason.is_some(),
    }
}

/// Like [`classify`], for a line that stands beside other furniture: also single words that
/// may be a heading elsewhere, and bare numbers.
pub(crate) fn classify_near(line: &str) -> Option<DropReason> {
    classify_as(line, true)
}

fn classify_as(line: &str, near: bool) -> Option<DropReason> {
    let line = line.trim();
    if line.is_empty() {
        return None;
    }
    if is_long(line) {
        return long_notice(line);
    }
    let folded = fold(line, LONGEST_LINE);
    if let Some(reason) = shape::classify(&folded, near) {
        return Some(reason);
    }
    let folded = fold::fold_digits(folded.trim_start_matches(is_bullet));
    let bare = bare(&folded);
    let lexicon = &*LEXICON;
    if let Some((reason, kind)) = lexicon.line(bare)
        && (near || kind == Match::Line)
    {
        return Some(reason);
    }
    lexicon
        .phrase(&folded, false)
        .or_else(|| joined(lexicon, &folded, bare))
}

fn is_long(line: &str) -> bool {
    line.len() > LONGEST_LINE
        && (line.len() > LONGEST_LINE * 2 || line.chars().count() > LONGEST_LINE)
}

/// Whether the line is nothing but phrases of the lexicon in a row, with or without separators:
/// `Share Tweet Send`, `Terms of use | About us | Careers`, `Facebook Twitter WhatsApp`. `line` is
/// the folded line without outer punctuation.
fn joined(lexicon: &Lexicon, folded: &str, line: &str) -> Option<DropReason> {
    const MOST_WORDS: usize = 24;
    const LONGEST_PHRASE: usize = 5;
    if !lexicon.opener_prefixes.may_begin(line.as_bytes()) {
        return None;
    }
    let opener = line.split([' ', ',', '|', '/']).next().unwrap_or_default();
    if !lexicon.openers.contains(opener) {
        return None;
    }
    let mut reason = None;
    let mut parts = 0;
    let words: Vec<&str> = folded
        .split(|c: char| c == ' ' || is_separator(c))
        .filter(|word| word.contains(|c: char| is_alphanumeric(c)))
        .take(MOST_WORDS + 1)
        .collect();
    if words.len() < 2 || words.len() > MOST_WORDS {
        return None;
    }
    let mut at = 0;
    while at < words.len() {
        let longest = LONGEST_PHRASE.min(words.len() - at);
        let found = (1..=longest).rev().find_map(|count| {
            let phrase = words[at..at + count].join(" ");
            let (found, _) = lexicon.line(bare(&phrase))?;
            Some((found, count))
        });
        let (found, count) = found?;
        reason.get_or_insert(found);
        parts += 1;
        at += count;
    }
    // Two common words in a row may be a heading: `Business Contacts`. Two names of networks
    // or two long phrases are none.
    let marked = folded.contains(is_separator) || reason == Some(DropReason::Share);
    (parts > 2 || marked).then_some(reason?)
}

/// Notices about cookies and copyright and comment forms are known at any length.
fn long_notice(line: &str) -> Option<DropReason> {
    if LEXICON.may_be_notice(line) {
        folded_notice(line)
    } else {
        None
    }
}

fn folded_notice(line: &str) -> Option<DropReason> {
    let folded = fold(line, LONGEST_NOTICE);
    let folded = fold::fold_digits(&folded);
    let reason = LEXICON.phrase(&folded, true).or_else(|| {
        let copyright = folded.starts_with('\u{A9}') && line.len() < 2 * LONGEST_NOTICE;
        copyright.then_some(DropReason::Copyright)
    })?;
    let at_any_length = match reason {
        DropReason::Cookies | DropReason::Comments | DropReason::SiteFurniture => true,
        DropReason::Copyright => line.len() < 2 * LONGEST_NOTICE,
        _ => false,
    };
    at_any_length.then_some(reason)
}

fn section_of(header: &str) -> Option<(DropReason, Match)> {
    let (reason, kind) = header.rsplit_once(' ')?;
    let kind = match kind {
        "line" => Match::Line,
        "weak" => Match::Weak,
        "head" => Match::Head,
        "start" => Match::Start,
        "in" => Match::In,
        _ => return None,
    };
    Some((DropReason::from_str(reason).ok()?, kind))
}

/// The line without outer punctuation; all of it where nothing else is in it.
fn bare(line: &str) -> &str {
    let inner = line.trim_matches(|c: char| !is_alphanumeric(c));
    if inner.is_empty() { line } else { inner }
}

/// The first word without the punctuation behind it.
fn first_word(text: &str) -> &str {
    let mut letters = text.chars();
    letters.next();
    let rest = letters
        .as_str()
        .trim_start_matches(|c: char| is_alphanumeric(c) || c == '\'');
    &text[..text.len() - rest.len()]
}

fn starts_with_phrase(line: &str, phrase: &str) -> bool {
    let Some(rest) = line.strip_prefix(phrase) else {
        return false;
    };
    let open = phrase.ends_with(|c: char| !is_alphanumeric(c));
    open || !rest.starts_with(|c: char| is_alphanumeric(c))
}

fn is_bullet(letter: char) -> bool {
    letter == ' ' || !is_alphanumeric(letter) && !"#@+([\u{A9}$\"'".contains(letter)
}

pub(crate) fn is_separator(letter: char) -> bool {
    matches!(
        letter,
        '|' | '/' | '\u{2022}' | '\u{B7}' | '\u{BB}' | '\u{203A}' | '>' | ',' | ';' | '\u{2013}'
    )
}

#[cfg(test)]
mod tests {
    use copydesk_core::record::DropReason::{self, *};
    use proptest::prelude::*;

    use super::{Furniture, LEXICON, classify, classify_near, furniture, section_of};

    #[track_caller]
    fn check(line: &str, expected: Option<DropReason>) {
        assert_eq!(classify(line), expected, "{line:?}");
    }

    #[test]
    fn the_table_is_read_whole() {
        for line in include_str!("phrases.txt").lines() {
            if let Some(header) = line.strip_prefix('[').filter(|line| line.ends_with(']')) {
                let header = header.trim_end_matches(']');
                assert!(section_of(header).is_some(), "{header}");
            }
            if !line.starts_with('#') {
                assert_eq!(line, line.to_lowercase(), "phrases are folded");
            }
        }
        assert!(LEXICON.lines.len() > 900);
    }

    #[test]
    fn lines_of_furniture() {
        check("Share to:", Some(Share));
        check("Share this article on WhatsApp", Some(Share));
        check("Sh\u{430}r\u{435} this:", Some(Share));
        check("Share Tweet Send", Some(Share));
        check("Facebook Twitter WhatsApp Telegram", Some(Share));
        check("Partager cet article", Some(Share));
        check("Leave a Reply", Some(Comments));
        check("27 Comments", Some(Comments));
        check(
            "3 thoughts on “Harbour reopens after storm”",
            Some(Comments),
        );
        check(
            "Your email address will not be published. Required fields are marked *",
            Some(Comments),
        );
        check("Schreibe einen Kommentar", Some(Comments));
        check("Related Posts", Some(Related));
        check("Read more: Five ways to cook an eel", Some(Related));
        check("Читайте также: мост закрыт", Some(Related));
        check("Photo Credit: Harbour Gazette", Some(Credit));
        check("Generic filters", Some(Widget));
        check("• 12 min read", Some(Widget));
        check("Terms of use | About us | Careers", Some(SiteFurniture));
        check("Tags: eels, weather, harbour", Some(Tags));
        check(
            "The post “Eels” appeared first on Harbour Gazette.",
            Some(Truncation),
        );
        check(
            "© 2023 Harbour Gazette - All Rights Reserved.",
            Some(Copyright),
        );
    }

    #[test]
    fn prose_is_not_furniture() {
        check(
            "Shares of the harbour company fell by two percent on Monday.",
            None,
        );
        check("Photographs of the bridge were shown in court.", None);
        check("Comments by the minister angered the fishermen.", None);
        check("Read more slowly and you will understand it.", None);
        check("Contact", None);
        check("Next steps for the bank", None);
        check("Conclusion", None);
        check("The world of business", None);
        assert_eq!(classify_near("Contact"), Some(Contact));
        assert_eq!(classify_near("Conclusion"), None);
    }

    proptest! {
        #[test]
        fn any_line_is_safe(line in "\\PC{0,300}") {
            let both = Furniture {
                reason: classify(&line),
                near: classify_near(&line).is_some(),
            };
            prop_assert_eq!(furniture(&line), both);
        }
    }
}
