//! What each word is to become, by what its own letters, its line and the document say.

use super::{
    survey::{Letters, Survey, Word, as_latin},
    table, words,
};
use crate::scripts::{Script, script};

/// How many words that are disguised beyond doubt prove that the document is.
const DISGUISED: u32 = 3;
/// And one in how many of all words they are at least.
const SHARE: u32 = 50;
/// How many Latin letters a line needs before a word in it is judged by a list alone.
const LONG_LINE: u32 = 8;
/// The longest word that is looked up.
const LONGEST: usize = 40;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Keep,
    Latin,
    Cyrillic,
}

/// Words that are decided beyond doubt, of a line or of the document.
#[derive(Clone, Copy, Debug, Default)]
struct Proof {
    /// Latin words that hold foreign letters, by the place of the script.
    latin: [u32; Script::FOREIGN],
    /// Of them those with small Greek letters.
    greek: u32,
    /// Words of small Greek letters that could be symbols.
    symbols: u32,
    /// Cyrillic words that hold Latin letters.
    cyrillic: u32,
}

impl Proof {
    fn count(&mut self, word: &Word, verdict: Verdict) {
        match verdict {
            Verdict::Latin => {
                self.latin[word.script.place()] += 1;
                self.greek += u32::from(word.greek);
            }
            Verdict::Cyrillic => self.cyrillic += 1,
            Verdict::Keep => self.symbols += u32::from(word.greek && word.latin_with_edges),
        }
    }

    fn all_latin(&self) -> u32 {
        self.latin.iter().sum()
    }
}

/// The verdict on each word of a survey. In those that become Latin small Greek letters count at
/// the edges from now on.
pub(super) fn decide(text: &str, survey: &mut Survey) -> Vec<Verdict> {
    let mut lines = vec![Proof::default(); survey.lines.len()];
    let mut whole = Proof {
        symbols: survey.symbols,
        ..Proof::default()
    };
    let mut verdicts = Vec::with_capacity(survey.words.len());
    for word in &survey.words {
        let spelling = &text[word.start..word.end];
        let verdict = if word.greek && text[..word.start].ends_with(|it: char| it.is_ascii_digit())
        {
            // A small Greek letter behind a digit is one of a gene or a formula: `IL2R\u{3b3}c`.
            Verdict::Keep
        } else {
            mixed_verdict(word, spelling, survey.lines[word.line], survey.document)
        };
        lines[word.line].count(word, verdict);
        whole.count(word, verdict);
        verdicts.push(verdict);
    }
    for (word, verdict) in survey.words.iter().zip(&verdicts) {
        let line = &mut survey.lines[word.line];
        let len = (word.end - word.start) as u32;
        match verdict {
            Verdict::Latin => line.latin += len,
            Verdict::Cyrillic => line.foreign += len / 2,
            Verdict::Keep => {}
        }
    }
    let judge = Judge {
        text,
        words: &survey.words,
        letters: &survey.lines,
        lines: &lines,
        document: whole,
        all_words: survey.all_words,
    };
    for (at, verdict) in verdicts.iter_mut().enumerate() {
        if *verdict == Verdict::Keep {
            *verdict = judge.undecided(at);
        }
    }
    for (word, verdict) in survey.words.iter_mut().zip(&verdicts) {
        word.edges |= *verdict == Verdict::Latin;
    }
    verdicts
}

/// The verdict on a word that holds letters of several scripts.
fn mixed_verdict(word: &Word, spelling: &str, line: Letters, document: Letters) -> Verdict {
    if !word.mixed {
        return Verdict::Keep;
    }
    // A Latin name with a case ending, in a text that inflects it so.
    let line_is_foreign =
        line.foreign > line.latin && (line.foreign_words > 1 || word.abbreviation);
    let is_english =
        || word.latin && reading(spelling).is_some_and(|reading| words::is_english(&reading));
    if word.inflected && line_is_foreign && !is_english() {
        return Verdict::Keep;
    }
    let latin = word.latin || word.latin_with_edges && word.sure_edges;
    match (latin, word.cyrillic) {
        (true, false) => Verdict::Latin,
        (false, true) if word.inflected => Verdict::Keep,
        (false, true)
            if word.rough
                && line.latin > line.foreign
                && rough_reading(spelling).is_some_and(|reading| words::is_english(&reading)) =>
        {
            Verdict::Latin
        }
        (false, true) if word.ornament && line.latin >= line.foreign => Verdict::Keep,
        (false, true) => Verdict::Cyrillic,
        (true, true) => {
            let decides = if line.latin == line.foreign {
                document
            } else {
                line
            };
            if decides.foreign > decides.latin {
                Verdict::Cyrillic
            } else {
                Verdict::Latin
            }
        }
        (false, false) if word.rough && word.enclosed => Verdict::Latin,
        (false, false) => Verdict::Keep,
    }
}

/// A word in the Latin letters that it passes for; `None` where it is too long for a word.
fn reading(spelling: &str) -> Option<String> {
    (spelling.len() <= LONGEST).then(|| {
        as_latin(spelling, true)
            .map(|(_, letter, latin)| latin.unwrap_or(letter))
            .collect()
    })
}

/// The same for a word with rough look-alikes.
fn rough_reading(spelling: &str) -> Option<String> {
    (spelling.len() <= LONGEST).then(|| spelling.chars().map(roughly).collect())
}

/// The Latin letter that a letter is like, or the letter itself.
pub(super) fn roughly(letter: char) -> char {
    let latin = table::latin(letter).or_else(|| table::rough_latin(letter));
    latin.unwrap_or(letter)
}

/// Judges the words that their letters alone do not decide.
struct Judge<'t> {
    text: &'t str,
    words: &'t [Word],
    letters: &'t [Letters],
    lines: &'t [Proof],
    document: Proof,
    all_words: u32,
}

impl Judge<'_> {
    fn undecided(&self, at: usize) -> Verdict {
        let word = &self.words[at];
        let letters = self.letters[word.line];
        if word.script == Script::Latin {
            return self.plain(word, letters);
        }
        if word.rough && (!word.mixed || !word.cyrillic) {
            let latin = self.rough(at) && letters.latin + word.latin_letters > letters.foreign;
            return if latin { Verdict::Latin } else { Verdict::Keep };
        }
        let decided = word.latin_with_edges
            && letters.latin + word.latin_letters > letters.foreign
            && match (word.mixed, word.latin) {
                (true, _) => self.greek_swapped(word),
                (false, true) => self.whole(at),
                (false, false) => self.whole_greek(at),
            };
        if decided {
            Verdict::Latin
        } else {
            Verdict::Keep
        }
    }

    /// A Latin word in Cyrillic text that can be a Cyrillic one.
    fn plain(&self, word: &Word, letters: Letters) -> Verdict {
        let proved = self.lines[word.line].cyrillic > 0 || self.many(self.document.cyrillic);
        let spelling = &self.text[word.start..word.end];
        let numeral = spelling.bytes().all(|letter| b"IXCM".contains(&letter));
        let single = matches!(
            spelling,
            "a" | "o" | "c" | "y" | "k" | "i" | "e" | "A" | "O" | "B" | "K" | "Y"
        );
        if proved
            && letters.foreign > 4 * letters.latin
            && (single || !numeral && words::is_slavic(spelling) || spelling == "C")
        {
            Verdict::Cyrillic
        } else {
            Verdict::Keep
        }
    }

    /// Whether a word that has rough look-alikes is Latin.
    fn rough(&self, at: usize) -> bool {
        let word = &self.words[at];
        let line = self.lines[word.line].all_latin();
        let strong = line > 1 || self.many(self.document.all_latin());
        let english = || {
            rough_reading(self.spelling(word)).is_some_and(|reading| words::is_english(&reading))
        };
        if word.mixed {
            strong || line > 0 && !word.inflected || english()
        } else {
            strong && self.real_neighbours(at) == 0 && english()
        }
    }

    /// Whether so many words prove it that it is no accident.
    fn many(&self, words: u32) -> bool {
        words >= DISGUISED && words * SHARE >= self.all_words
    }

    /// Whether the line or the document swaps small Greek letters for Latin ones.
    fn greek_swapped(&self, word: &Word) -> bool {
        let line = &self.lines[word.line];
        let proved = self.greek_proved(word) || line.all_latin() >= 2;
        let letters = self.spelling(word).chars().count();
        let english = || {
            self.reading(word)
                .is_some_and(|reading| words::is_english(&reading))
        };
        // `H\u{3b1}` is a spectral line, `I\u{3b7}` is `In`.
        let enough = if proved {
            letters > 2
        } else {
            self.is_attached(word)
        };
        enough || (proved || letters > 2) && english()
    }

    fn greek_proved(&self, word: &Word) -> bool {
        let whole = &self.document;
        self.lines[word.line].greek > 0 || whole.greek >= DISGUISED && whole.greek >= whole.symbols
    }

    /// Whether a word that consists of letters which always pass for Latin ones is Latin.
    fn whole(&self, at: usize) -> bool {
        let word = &self.words[at];
        if self.is_attached(word) {
            return true;
        }
        let Some(reading) = self.reading(word) else {
            return false;
        };
        let english = words::is_english(&reading);
        // No Slavic language has these, or none has them beside the others.
        let foreign_to_slavic = word.script != Script::Cyrillic
            || self.spelling(word).chars().any(|letter| {
                matches!(
                    letter,
                    '\u{405}'
                        | '\u{455}'
                        | '\u{475}'
                        | '\u{4bb}'
                        | '\u{4cf}'
                        | '\u{501}'
                        | '\u{51b}'
                        | '\u{51d}'
                )
            });
        let line = &self.lines[word.line];
        let in_line = line.latin[word.script.place()] > 0;
        if in_line || self.many(self.document.latin[word.script.place()]) {
            // A Slavic word of one or two letters does not stand without others.
            let alone = reading.len() < 3 && self.letters[word.line].foreign_words == 0;
            let likely = english || alone || self.is_joined(word) || !words::is_slavic(&reading);
            return match self.real_neighbours(at) {
                0 => likely && (in_line || english || foreign_to_slavic),
                1 => likely && in_line,
                _ => false,
            };
        }
        let letters = self.letters[word.line];
        if self.is_prefix(word) {
            return true;
        }
        if letters.latin < LONG_LINE {
            return false;
        }
        if reading.chars().count() == 1 {
            return letters.foreign == 0 && self.is_joined(word);
        }
        english
            && self.real_neighbours(at) < 2
            && (foreign_to_slavic && word.script == Script::Cyrillic
                || reading.len() > 2 && !words::is_slavic(&reading) && self.is_running_text(word))
    }

    /// Whether a word with small Greek letters, and no other than Greek ones, is Latin.
    fn whole_greek(&self, at: usize) -> bool {
        let word = &self.words[at];
        let Some(reading) = self.reading(word) else {
            return false;
        };
        if self.is_attached(word) {
            return true;
        }
        self.greek_proved(word)
            && (reading.len() > 1 || reading == "a" && !self.is_joined(word))
            && match self.real_neighbours(at) {
                0 => true,
                1 => words::is_english(&reading),
                _ => false,
            }
    }

    fn spelling(&self, word: &Word) -> &str {
        &self.text[word.start..word.end]
    }

    fn reading(&self, word: &Word) -> Option<String> {
        reading(self.spelling(word))
    }

    /// The characters on both sides of a word.
    fn around(&self, word: &Word) -> (Option<char>, Option<char>) {
        let before = self.text[..word.start].chars().next_back();
        (before, self.text[word.end..].chars().next())
    }

    /// Whether a word is one piece with a Latin word or a number: `e-mail`, `4K`, `AI/ML`.
    fn is_joined(&self, word: &Word) -> bool {
        let joins = |letters: &mut dyn Iterator<Item = char>| {
            let near = letters.next();
            near.is_some_and(|near| near.is_ascii_digit())
                || matches!(
                    near,
                    Some('-' | '\u{2010}'..='\u{2013}' | '/' | '.' | '_' | '+')
                ) && letters.next().is_some_and(|letter| {
                    letter.is_ascii_digit() || script(letter) == Script::Latin
                })
        };
        joins(&mut self.text[..word.start].chars().rev())
            || joins(&mut self.text[word.end..].chars())
    }

    /// Whether a small word is one with the small Latin one behind its hyphen: `co-founder`.
    fn is_prefix(&self, word: &Word) -> bool {
        let mut ahead = self.text[word.end..].chars();
        matches!(ahead.next(), Some('-' | '\u{2010}' | '\u{2011}'))
            && ahead.take(3).filter(char::is_ascii_lowercase).count() == 3
            && self.spelling(word).chars().all(char::is_lowercase)
    }

    /// Whether a word stands between blanks, or before a mark: quotes, brackets and equals signs
    /// name a word of another language.
    fn is_running_text(&self, word: &Word) -> bool {
        let (before, after) = self.around(word);
        before.is_none_or(char::is_whitespace)
            && after.is_none_or(|letter| {
                letter.is_whitespace() || matches!(letter, '.' | ',' | ';' | ':' | '?' | '!')
            })
    }

    /// Whether a word belongs to the Latin one beside it: `it's`, `l'express`, `U.S.`, `P&C`.
    fn is_attached(&self, word: &Word) -> bool {
        let latin =
            |letter: Option<char>| letter.is_some_and(|letter| script(letter) == Script::Latin);
        let apostrophe = |letter| matches!(letter, Some('\'' | '\u{2019}'));
        let spelling = self.spelling(word);
        // The longest clitic has two letters, of four bytes at most.
        if spelling.len() > 8 {
            return false;
        }
        let mut behind = self.text[..word.start].chars().rev();
        let mut ahead = self.text[word.end..].chars();
        let (before, after) = (behind.next(), ahead.next());
        let (before_that, after_that) = (behind.next(), ahead.next());
        let reading: String = as_latin(spelling, true)
            .map(|(_, letter, latin)| latin.unwrap_or(letter))
            .collect();
        let single = reading.chars().count() == 1;
        let clitic = matches!(
            &*reading,
            "s" | "S" | "d" | "t" | "T" | "m" | "M" | "ve" | "re" | "ll"
        );
        let elision = single && "cdjlnostCDJLMNOST".contains(&*reading);
        let capital = single && reading.chars().all(char::is_uppercase);
        // In quotes on both sides it is named, not used.
        let named = apostrophe(before) && apostrophe(after);
        clitic && !named && apostrophe(before) && latin(before_that)
            || elision && !named && apostrophe(after) && latin(after_that)
            || capital && before == Some('.') && latin(before_that)
            || capital && after == Some('.') && latin(after_that)
            || capital && before == Some('&') && latin(before_that)
            || capital && after == Some('&') && latin(after_that)
    }

    /// How many of the words before and behind can only be foreign.
    fn real_neighbours(&self, at: usize) -> usize {
        let word = &self.words[at];
        let neighbours = [at.checked_sub(1), Some(at + 1)];
        neighbours
            .into_iter()
            .flatten()
            .filter_map(|near| self.words.get(near))
            .filter(|near| {
                near.number.abs_diff(word.number) == 1
                    && near.line == word.line
                    && !near.mixed
                    && !near.latin
                    && !(near.greek && near.latin_with_edges)
            })
            .count()
    }
}
