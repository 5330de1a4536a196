//! The words of a text in which letters of another script stand, and what their lines hold.

use memchr::memchr2;

use super::table;
use crate::scripts::{Script, script};

/// The longest Latin word that is looked at for Cyrillic text spelt with Latin letters only.
const LONGEST_PLAIN: usize = 12;

/// A word that may be spelt with letters of the wrong script.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) line: usize,
    /// Its place among all words of the document, to know its neighbours.
    pub(super) number: u32,
    /// The foreign script; the last one where there are several. Latin in a word that could be
    /// Cyrillic spelt with Latin letters only.
    pub(super) script: Script,
    /// Whether it holds letters of several scripts.
    pub(super) mixed: bool,
    /// Whether it holds small Greek letters that are symbols elsewhere.
    pub(super) greek: bool,
    /// Whether small Greek letters count at its edges.
    pub(super) edges: bool,
    /// Whether all foreign letters pass for Latin ones; whether they do where edges count.
    pub(super) latin: bool,
    pub(super) latin_with_edges: bool,
    /// Whether a small Greek letter at its edge can hardly be a symbol.
    pub(super) sure_edges: bool,
    /// Whether all foreign letters are look-alikes or rough ones, and one is rough.
    pub(super) rough: bool,
    /// Whether all Latin letters pass for Cyrillic ones.
    pub(super) cyrillic: bool,
    /// Whether it is a Latin word of two letters or more with a foreign ending, or an
    /// abbreviation in Latin capitals with a small foreign ending.
    pub(super) inflected: bool,
    /// Of these the abbreviation.
    pub(super) abbreviation: bool,
    /// Whether its first and last letters are Latin.
    pub(super) enclosed: bool,
    /// Whether it is in capitals of which hardly one is Cyrillic beyond doubt: an ornament.
    pub(super) ornament: bool,
    /// How many letters are Latin.
    pub(super) latin_letters: u32,
}

/// What a line holds, or the document.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Letters {
    /// Letters in words that cannot be the other script.
    pub(super) latin: u32,
    pub(super) foreign: u32,
    /// Words that can only be foreign.
    pub(super) foreign_words: u32,
}

/// What there is to decide on.
#[derive(Debug)]
pub(super) struct Survey {
    pub(super) words: Vec<Word>,
    pub(super) lines: Vec<Letters>,
    pub(super) all_words: u32,
}

/// Finds the words with foreign letters, and counts the letters of the others by line.
pub(super) fn survey(text: &str) -> Survey {
    let (mut words, mut lines) = (Vec::new(), Vec::new());
    let mut number = 0;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let mut letters = Letters::default();
        // The first bytes of the letters from U+0400 to U+047F.
        let has_cyrillic = memchr2(0xd0, 0xd1, line.as_bytes()).is_some();
        let mut at = 0;
        while let Some((from, to)) = next_word(line, at) {
            at = to;
            number += 1;
            let (spelling, len) = (&line[from..to], (to - from) as u32);
            let word = if !spelling.is_ascii() {
                describe(spelling)
            } else if has_cyrillic && spelling.len() <= LONGEST_PLAIN {
                plain(spelling)
            } else {
                None
            };
            match word {
                None => letters.latin += len,
                Some(mut word) => {
                    (word.start, word.end) = (start + from, start + to);
                    (word.line, word.number) = (lines.len(), number);
                    if !word.mixed && !word.latin {
                        letters.foreign += len / 2;
                        letters.foreign_words += 1;
                    }
                    words.push(word);
                }
            }
        }
        start += line.len();
        lines.push(letters);
    }
    Survey {
        words,
        lines,
        all_words: number,
    }
}

/// The next word at or behind a place: where it starts and ends.
fn next_word(line: &str, at: usize) -> Option<(usize, usize)> {
    let bytes = line.as_bytes();
    // The end of the letter at a place; `None` where no letter is.
    let letter_end = |at: usize| {
        let byte = *bytes.get(at)?;
        if byte.is_ascii() {
            return byte.is_ascii_alphabetic().then_some(at + 1);
        }
        let letter = line[at..].chars().next()?;
        is_letter(letter).then(|| at + letter.len_utf8())
    };
    let mut start = at;
    let mut end = loop {
        match letter_end(start) {
            Some(end) => break end,
            None if start >= bytes.len() => return None,
            None => start += 1,
        }
        while !line.is_char_boundary(start) {
            start += 1;
        }
    };
    while let Some(next) = letter_end(end) {
        end = next;
    }
    Some((start, end))
}

/// Whether a character is part of a word: letters of the scripts that are compared, and marks.
fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || !letter.is_ascii()
            && (script(letter) != Script::Other || matches!(letter, '\u{300}'..='\u{36f}'))
}

const NOTHING: Word = Word {
    start: 0,
    end: 0,
    line: 0,
    number: 0,
    script: Script::Other,
    mixed: false,
    greek: false,
    edges: false,
    latin: true,
    latin_with_edges: true,
    sure_edges: false,
    rough: false,
    cyrillic: true,
    inflected: false,
    abbreviation: false,
    enclosed: false,
    ornament: false,
    latin_letters: 0,
};

/// A Latin word of which each letter passes for a Cyrillic one.
fn plain(spelling: &str) -> Option<Word> {
    let cyrillic = spelling
        .chars()
        .all(|letter| table::cyrillic(letter).is_some());
    cyrillic.then_some(Word {
        script: Script::Latin,
        latin_letters: spelling.len() as u32,
        ..NOTHING
    })
}

/// What a spelling is made of; `None` where no letter is foreign.
fn describe(spelling: &str) -> Option<Word> {
    let mut word = NOTHING;
    let (mut changes, mut only_cyrillic, mut small_greek) = (0, 0, 0);
    let mut before: Option<Script> = None;
    let mut only_capitals = true;
    let mut all_capitals = true;
    let mut after_small = false;
    let mut camel_case = false;
    let (mut looks_latin, mut looks_rough) = (true, true);
    for letter in spelling.chars() {
        let now = script(letter);
        if now == Script::Latin {
            word.latin_letters += 1;
            word.cyrillic = word.cyrillic && table::cyrillic(letter).is_some();
            only_capitals = only_capitals && letter.is_uppercase();
            camel_case |= after_small && letter.is_ascii_uppercase();
        } else if now != Script::Other {
            word.mixed |= word.script != Script::Other && word.script != now;
            word.script = now;
            let looks = table::latin(letter).is_some();
            small_greek += u32::from(table::latin_inside_word(letter).is_some());
            word.edges |= now != Script::Greek && looks;
            only_cyrillic += u32::from(!looks);
            looks_latin &= looks;
            looks_rough &= looks || table::rough_latin(letter).is_some();
        }
        let switch =
            before.is_some_and(|before| (before == Script::Latin) != (now == Script::Latin));
        changes += u32::from(switch && now != Script::Other);
        before = Some(now);
        all_capitals = all_capitals && letter.is_uppercase();
        after_small = letter.is_ascii_lowercase();
    }
    if word.script == Script::Other {
        return None;
    }
    word.greek = small_greek > 0;
    word.rough = looks_rough && !looks_latin;
    word.latin = looks_latin || word.greek && passes(spelling, word.edges);
    word.latin_with_edges = word.latin || word.greek && passes(spelling, true);
    // Two foreign scripts in one word are no language: `\u{3b9}\u{441}\u{435}` is `ice`.
    word.mixed |= word.latin_letters > 0;
    word.cyrillic &= word.script == Script::Cyrillic && small_greek == 0;
    word.ornament = all_capitals && only_cyrillic < 2.max(word.latin_letters);
    word.sure_edges = word.greek && has_sure_edges(spelling, small_greek);
    let starts_latin = spelling.chars().next().map(script) == Some(Script::Latin);
    word.enclosed = starts_latin && before == Some(Script::Latin);
    let abbreviation = only_capitals && spelling.ends_with(char::is_lowercase);
    word.inflected = starts_latin
        && changes == 1
        && word.latin_letters >= 2
        && (!word.cyrillic || camel_case || abbreviation);
    word.abbreviation = word.inflected && abbreviation;
    Some(word)
}

fn passes(spelling: &str, edges: bool) -> bool {
    as_latin(spelling, edges)
        .all(|(_, letter, latin)| !script(letter).is_foreign() || latin.is_some())
}

/// Whether a word begins with `\u{3bd}` or `\u{3b9}` and goes on with three small Latin letters,
/// or both begins and ends in small Greek letters around two: no symbol is written so.
fn has_sure_edges(spelling: &str, small_greek: u32) -> bool {
    let small = |letter: char| letter.is_ascii_lowercase();
    let mut letters = spelling.chars();
    let first = letters.next();
    let rest = letters.as_str();
    let begins = matches!(first, Some('\u{3bd}' | '\u{3b9}'))
        && rest.chars().take(3).filter(|&letter| small(letter)).count() == 3;
    let both = small_greek >= 2
        && first.is_some_and(|first| table::latin_inside_word(first).is_some())
        && letters
            .next_back()
            .is_some_and(|last| table::latin_inside_word(last).is_some())
        && letters.filter(|&letter| small(letter)).count() >= 2;
    begins || both
}

/// The letters of a word with their places and the Latin letters that the foreign ones pass for
/// between their neighbours. `edges` says that small Greek letters count at its edges too.
pub(super) fn as_latin(
    spelling: &str,
    edges: bool,
) -> impl Iterator<Item = (usize, char, Option<char>)> {
    let small = |letter: char| {
        letter.is_ascii_lowercase()
            || table::latin(letter).is_some_and(char::is_lowercase)
            || table::latin_inside_word(letter).is_some()
    };
    let mut before: Option<(usize, char)> = None;
    let mut letters = spelling.char_indices().peekable();
    std::iter::from_fn(move || {
        let (at, letter) = letters.next()?;
        let after = letters.peek().map(|&(_, letter)| letter);
        // A capital counts as the first letter of the word only: `TNF\u{3b1}` is none.
        let begun = before.map_or(edges, |(at, letter)| {
            at == 0 && (after.is_some() || edges) || small(letter)
        });
        // `Yo\u{3c5}Tube` where it is proved that small Greek letters are swapped.
        let camel_case = edges && before.is_some_and(|(_, letter)| letter.is_ascii_lowercase());
        let goes_on = after.map_or(edges, |after| {
            small(after) || camel_case && after.is_ascii_uppercase()
        });
        before = Some((at, letter));
        let latin = table::latin(letter)
            .or_else(|| table::latin_inside_word(letter).filter(|_| begun && goes_on));
        Some((at, letter, latin))
    })
}
