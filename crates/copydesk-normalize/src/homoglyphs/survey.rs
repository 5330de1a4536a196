//! The words of a text in which letters of another script stand, and what their lines hold.

use memchr::{memchr, memchr2, memrchr};

use super::{
    table,
    traits::{
        FOREIGN, LATIN, LIKE_NOTHING, LOOKS_LATIN, MARK, ONLY_LATIN, ROUGH, SMALL_GREEK, script_of,
        traits, traits_at,
    },
};
use crate::{
    beyond_ascii::first_beyond_ascii,
    scripts::{Script, script},
};

/// The longest Latin word that is looked at for Cyrillic text spelt with Latin letters only.
const LONGEST_PLAIN: u32 = 12;

/// Room for the words of a few lines.
const USUAL: usize = 64;

/// A word that may be spelt with letters of the wrong script.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The place of its line among those that are kept.
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
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// The words of the lines in which a word may be spelt with the wrong letters.
    pub(super) words: Vec<Word>,
    /// What these lines hold.
    pub(super) lines: Vec<Letters>,
    /// What all lines hold.
    pub(super) document: Letters,
    /// Words of small Greek letters that could be symbols, in the other lines.
    pub(super) symbols: u32,
    pub(super) all_words: u32,
}

/// Finds the words with foreign letters, and counts the letters of the others by line.
pub(super) fn survey(text: &str) -> Survey {
    let bytes = text.as_bytes();
    let mut survey = Survey::default();
    survey.words.reserve(USUAL);
    let mut start = 0;
    while let Some(ahead) = first_beyond_ascii(&bytes[start..]) {
        // All lines before the one with a character beyond ASCII are counted at once.
        let rough = start + ahead;
        let line = memrchr(b'\n', &bytes[start..rough]).map_or(start, |at| start + at + 1);
        survey.count_ascii(&bytes[start..line]);
        start = memchr(b'\n', &bytes[rough..]).map_or(bytes.len(), |at| rough + at + 1);
        survey.look_at(text, line, start);
    }
    survey.count_ascii(&bytes[start..]);
    survey
}

impl Survey {
    /// Counts the words of lines of ASCII.
    fn count_ascii(&mut self, bytes: &[u8]) {
        /// As many bytes as a counter of one byte is safe for.
        const STEP: usize = 128;
        let mut inside = false;
        for step in bytes.chunks(STEP) {
            let is_letter = |byte: &u8| byte.is_ascii_alphabetic();
            let letters: u8 = step.iter().map(|byte| u8::from(is_letter(byte))).sum();
            let pairs = step.iter().zip(&step[1..]);
            let starts: u8 = pairs
                .map(|(before, byte)| u8::from(is_letter(byte) & !is_letter(before)))
                .sum();
            let begins = step.first().is_some_and(is_letter) && !inside;
            inside = step.last().is_some_and(is_letter);
            self.document.latin += u32::from(letters);
            self.all_words += u32::from(starts) + u32::from(begins);
        }
    }

    /// Looks at the words of a line.
    fn look_at(&mut self, text: &str, start: usize, end: usize) {
        let bytes = &text.as_bytes()[..end];
        let first = self.words.len();
        let mut letters = Letters::default();
        let (mut mixed, mut plain) = (false, false);
        // The first bytes of the letters from U+0400 to U+047F.
        let has_cyrillic = memchr2(0xd0, 0xd1, &bytes[start..]).is_some();
        let mut at = start;
        while let Some(found) = next_word(bytes, at) {
            at = found.end;
            self.all_words += 1;
            let len = (found.end - found.start) as u32;
            let word = if found.any & FOREIGN == 0 {
                let is_plain = has_cyrillic
                    && found.any & (ONLY_LATIN | MARK) == 0
                    && len <= LONGEST_PLAIN
                    && bytes[found.start..found.end].is_ascii();
                if !is_plain {
                    letters.latin += len;
                    continue;
                }
                plain = true;
                Word {
                    script: Script::Latin,
                    latin_letters: len,
                    ..NOTHING
                }
            } else if found.is_only_foreign() {
                letters.foreign += len / 2;
                letters.foreign_words += 1;
                ONLY_FOREIGN
            } else if found.is_surely_latin() {
                mixed = true;
                surely_latin(found.any)
            } else {
                let word = describe(&text[found.start..found.end]);
                if !word.mixed && !word.latin {
                    letters.foreign += len / 2;
                    letters.foreign_words += 1;
                }
                mixed |= word.mixed;
                word
            };
            self.words.push(Word {
                start: found.start,
                end: found.end,
                line: self.lines.len(),
                number: self.all_words,
                ..word
            });
        }
        self.document.latin += letters.latin;
        self.document.foreign += letters.foreign;
        if self.words.len() == first {
            return;
        }
        if letters.foreign > letters.latin {
            // Here a Latin word may have a case ending.
            let words = self.words[first..].iter_mut();
            for word in words.filter(|word| word.mixed && word.latin) {
                *word = Word {
                    start: word.start,
                    end: word.end,
                    line: word.line,
                    number: word.number,
                    ..describe(&text[word.start..word.end])
                };
            }
        }
        // Where nothing else is proof, words become Latin in Latin lines only, and Latin ones
        // something else in foreign lines.
        let may_change = mixed
            || letters.latin > letters.foreign
            || plain && letters.foreign > 4 * letters.latin;
        if may_change {
            self.lines.push(letters);
        } else {
            let symbols = self.words.drain(first..);
            let symbols = symbols.filter(|word| word.greek && word.latin_with_edges);
            self.symbols += symbols.count() as u32;
        }
    }
}

/// A word, before it is known whether it matters.
struct Found {
    start: usize,
    end: usize,
    /// The traits that any of its letters has.
    any: u16,
}

impl Found {
    /// Whether a word with foreign letters is all of one script and has a letter that is like no
    /// Latin one: nothing else is to be said of it.
    fn is_only_foreign(&self) -> bool {
        let scripts = self.any & FOREIGN;
        self.any & LATIN == 0 && self.any & LIKE_NOTHING != 0 && scripts.is_power_of_two()
    }

    /// Whether a word with letters of one foreign script can only be Latin, unless it is one with
    /// a foreign ending: one of its Latin letters is like no other, and its foreign ones are like Latin ones.
    fn is_surely_latin(&self) -> bool {
        let scripts = self.any & FOREIGN;
        self.any & ONLY_LATIN != 0
            && self.any & (LIKE_NOTHING | ROUGH | SMALL_GREEK) == 0
            && scripts.is_power_of_two()
    }
}

/// The next word at or behind a place.
#[inline]
fn next_word(bytes: &[u8], at: usize) -> Option<Found> {
    let mut start = at;
    let (traits, mut end) = loop {
        let (traits, end) = traits_at(bytes, start)?;
        if traits != 0 {
            break (traits, end);
        }
        start = end;
    };
    let mut any = traits;
    while let Some((traits, next)) = traits_at(bytes, end)
        && traits != 0
    {
        any |= traits;
        end = next;
    }
    Some(Found { start, end, any })
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

/// A word that can only be foreign.
const ONLY_FOREIGN: Word = Word {
    latin: false,
    latin_with_edges: false,
    cyrillic: false,
    ..NOTHING
};

/// A word of which the letters have these traits, and which [is surely
/// Latin](Found::is_surely_latin).
fn surely_latin(any: u16) -> Word {
    let script = script_of(any);
    Word {
        script,
        mixed: true,
        edges: script != Script::Greek,
        cyrillic: false,
        ..NOTHING
    }
}

/// What a spelling with foreign letters is made of.
fn describe(spelling: &str) -> Word {
    let mut word = NOTHING;
    let (mut changes, mut only_cyrillic, mut small_greek) = (0, 0, 0);
    let (mut first, mut before) = (None, None);
    let mut only_capitals = true;
    let mut all_capitals = true;
    let mut after_small = false;
    let mut camel_case = false;
    let (mut looks_latin, mut looks_rough) = (true, true);
    for letter in spelling.chars() {
        let traits = traits(letter);
        let is_latin = traits & LATIN != 0;
        if is_latin {
            word.latin_letters += 1;
            word.cyrillic &= traits & ONLY_LATIN == 0;
            only_capitals = only_capitals && letter.is_uppercase();
            camel_case |= after_small && letter.is_ascii_uppercase();
        } else if traits & FOREIGN != 0 {
            let now = script(letter);
            word.mixed |= word.script != Script::Other && word.script != now;
            word.script = now;
            let looks = traits & LOOKS_LATIN != 0;
            small_greek += u32::from(traits & SMALL_GREEK != 0);
            word.edges |= now != Script::Greek && looks;
            only_cyrillic += u32::from(!looks);
            looks_latin &= looks;
            looks_rough &= looks || traits & ROUGH != 0;
        }
        let switch = before.is_some_and(|before| before != is_latin);
        changes += u32::from(switch && traits & MARK == 0);
        first = first.or(Some(is_latin));
        before = Some(is_latin);
        all_capitals = all_capitals && letter.is_uppercase();
        after_small = letter.is_ascii_lowercase();
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
    let starts_latin = first == Some(true);
    word.enclosed = starts_latin && before == Some(true);
    let abbreviation = only_capitals && spelling.ends_with(char::is_lowercase);
    word.inflected = starts_latin
        && changes == 1
        && word.latin_letters >= 2
        && (!word.cyrillic || camel_case || abbreviation);
    word.abbreviation = word.inflected && abbreviation;
    word
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
