//! **What** Latin words that are spelt with Cyrillic, Greek, Armenian or Cherokee look-alikes
//! become Latin; Cyrillic words spelt with Latin look-alikes become Cyrillic.
//!
//! **Why** Spun and evasive copy swaps letters so that no search and no duplicate detection
//! finds it; optical character recognition and keyboard slips do the same by accident.
//!
//! **Example** `North Kor\u{435}a` becomes `North Korea`.
//!
//! A word is changed where it mixes scripts and all letters of one of them are look-alikes of
//! the other; where both ways are open, the line and then the document decide. A word that
//! consists of look-alikes only (`s\u{435}\u{435}` spelt wholly in Cyrillic) is changed where
//! the document mixes that script into Latin words and no real word of that script stands
//! beside it. See [`table`] for what counts as a look-alike.
//!
//! Most small Greek letters are symbols in Latin text (`TNF\u{3b1}`, `\u{3bd}\u{2091}`), so they
//! count between small letters only, whether these are Latin or pass for it. At the edge of a
//! word (`\u{3b9}n`) they count where the word holds a look-alike of another script as well, or
//! where [`DISGUISED`] words of the document have proved that it swaps Greek letters.
//!
//! **Known misses** A document in which only whole words are swapped. Names with a capital of
//! another script used as an ornament are kept unless that capital is a look-alike.

mod table;

use crate::{
    rewrite::{Rewrite, Rewriter},
    scripts::{Script, script},
};

/// How many words with Greek letters swapped in prove that the document swaps them: one or two
/// may be slips, and the symbols beside them real.
const DISGUISED: usize = 3;

/// What was repaired, for the diagnostics.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    /// Letters that stood for Latin ones, by script: Cyrillic, Greek, Armenian, Cherokee.
    pub(crate) to_latin: [u32; 4],
    /// Latin letters that stood for Cyrillic ones.
    pub(crate) to_cyrillic: u32,
    /// Words repaired.
    pub(crate) words: u32,
    /// Words of the document.
    pub(crate) all_words: u32,
}

/// A word with at least one letter of a foreign script.
#[derive(Clone, Copy, Debug)]
struct Word {
    start: usize,
    end: usize,
    line: usize,
    /// Its place among all words of the document, to know its neighbours.
    number: u32,
    /// The foreign script; the last one where there are several.
    script: Script,
    /// Whether a letter is Greek.
    greek: bool,
    /// Whether it holds letters of several scripts.
    mixed: bool,
    /// Whether small Greek letters count at its edges.
    edges: bool,
    /// Whether all foreign letters pass for Latin ones, and all Latin ones for Cyrillic.
    latin: bool,
    cyrillic: bool,
    /// Whether it is a Latin word of two letters or more with a foreign ending, or an
    /// abbreviation in Latin capitals with a small foreign ending.
    inflected: bool,
}

/// Letters in words that cannot be the other script.
#[derive(Clone, Copy, Debug, Default)]
struct Letters {
    latin: u32,
    foreign: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Keep,
    Latin,
    Cyrillic,
}

pub(crate) fn repair(text: &str, tally: &mut Tally) -> Option<Rewrite> {
    let (mut words, lines, all_words) = survey(text);
    let mut document = Letters::default();
    for line in &lines {
        document.latin += line.latin;
        document.foreign += line.foreign;
    }
    let verdict = |word: &Word| mixed_verdict(word, lines[word.line], document);
    let mut verdicts: Vec<Verdict> = words.iter().map(verdict).collect();
    let greek = words
        .iter()
        .zip(&verdicts)
        .filter(|&(word, &verdict)| word.greek && verdict == Verdict::Latin);
    if greek.count() >= DISGUISED {
        for (word, decided) in words.iter_mut().zip(&mut verdicts) {
            if !word.greek || !word.mixed || *decided != Verdict::Keep {
                continue;
            }
            let Some(again) = describe(&text[word.start..word.end], true) else {
                continue;
            };
            *word = Word {
                start: word.start,
                end: word.end,
                line: word.line,
                number: word.number,
                ..again
            };
            *decided = verdict(word);
        }
    }
    let mixes = |script| {
        words
            .iter()
            .zip(&verdicts)
            .any(|(word, &verdict)| verdict == Verdict::Latin && word.script == script)
    };
    let mixed_in = [
        Script::Cyrillic,
        Script::Greek,
        Script::Armenian,
        Script::Cherokee,
    ]
    .map(mixes);
    let mut rewriter = Rewriter::new(text);
    for (at, (word, &verdict)) in words.iter().zip(&verdicts).enumerate() {
        let whole = !word.mixed
            && word.latin
            && mixed_in[place(word.script)]
            && lines[word.line].latin > 4 * lines[word.line].foreign
            && !beside_real_word(&words, at);
        let verdict = if whole { Verdict::Latin } else { verdict };
        if verdict == Verdict::Keep {
            continue;
        }
        respell(&mut rewriter, text, word, verdict, tally);
        tally.words += 1;
    }
    tally.all_words = tally.all_words.max(all_words);
    rewriter.finish()
}

/// Finds the words with foreign letters, and counts the letters of the others by line.
fn survey(text: &str) -> (Vec<Word>, Vec<Letters>, u32) {
    let (mut words, mut lines) = (Vec::new(), Vec::new());
    let mut number = 0;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let mut letters = Letters::default();
        let mut chars = line.char_indices();
        while let Some((from, first)) = chars.next() {
            if !is_letter(first) {
                continue;
            }
            let rest = &line[from..];
            let len = rest.find(|letter| !is_letter(letter)).unwrap_or(rest.len());
            number += 1;
            let spelling = &rest[..len];
            let latin_only = spelling.is_ascii();
            let word = (!latin_only)
                .then(|| describe(spelling, false))
                .flatten()
                .map(|word| Word {
                    start: start + from,
                    end: start + from + len,
                    line: lines.len(),
                    number,
                    ..word
                });
            match word {
                None => letters.latin += len as u32,
                Some(word) => {
                    if !word.mixed && !word.latin {
                        letters.foreign += len as u32 / 2;
                    }
                    words.push(word);
                }
            }
            while chars.offset() < from + len {
                chars.next();
            }
        }
        start += line.len();
        lines.push(letters);
    }
    (words, lines, number)
}

/// Whether a character is part of a word: letters of the scripts that are compared, and marks.
fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || !letter.is_ascii()
            && (script(letter) != Script::Other || matches!(letter, '\u{300}'..='\u{36f}'))
}

/// What a spelling is made of; `None` where no letter is foreign. `edges` says that small Greek
/// letters count at its edges whatever else is in it.
fn describe(spelling: &str, edges: bool) -> Option<Word> {
    let mut word = Word {
        start: 0,
        end: 0,
        line: 0,
        number: 0,
        script: Script::Other,
        greek: false,
        mixed: false,
        edges,
        latin: true,
        cyrillic: true,
        inflected: false,
    };
    let (mut latin, mut changes) = (0, 0);
    let mut before: Option<Script> = None;
    let mut only_capitals = true;
    let mut small_end = false;
    for letter in spelling.chars() {
        let now = script(letter);
        if now == Script::Latin {
            latin += 1;
            word.cyrillic &= table::cyrillic(letter).is_some();
            only_capitals &= letter.is_uppercase();
        } else if now != Script::Other {
            word.mixed |= word.script != Script::Other && word.script != now;
            word.script = now;
            word.greek |= now == Script::Greek;
            word.edges |= now == Script::Cyrillic && table::latin(letter).is_some();
        }
        let switch =
            before.is_some_and(|before| (before == Script::Latin) != (now == Script::Latin));
        changes += u32::from(switch && now != Script::Other);
        before = Some(now);
        small_end = letter.is_lowercase();
    }
    word.latin = as_latin(spelling, word.edges)
        .all(|(_, letter, latin)| !script(letter).is_foreign() || latin.is_some());
    // Two foreign scripts in one word are no language: `\u{3b9}\u{441}\u{435}` is `ice`.
    word.mixed |= latin > 0;
    word.cyrillic &= word.script == Script::Cyrillic && !word.greek;
    let starts_latin = spelling.chars().next().map(script) == Some(Script::Latin);
    word.inflected = starts_latin
        && changes == 1
        && latin >= 2
        && (!word.cyrillic || only_capitals && small_end);
    (word.script != Script::Other).then_some(word)
}

/// The letters of a word with their places and the Latin letters that the foreign ones pass for
/// between their neighbours.
fn as_latin(spelling: &str, edges: bool) -> impl Iterator<Item = (usize, char, Option<char>)> {
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
            at == 0 && after.is_some() || small(letter)
        });
        let goes_on = after.map_or(edges, small);
        let alone = before.is_none() && after.is_none();
        before = Some((at, letter));
        let latin = table::latin(letter)
            .or_else(|| table::latin_inside_word(letter).filter(|_| begun && goes_on && !alone));
        Some((at, letter, latin))
    })
}

fn mixed_verdict(word: &Word, line: Letters, document: Letters) -> Verdict {
    let line_is_foreign = line.foreign > line.latin;
    // A Latin name with a case ending, in a text that inflects it so.
    if !word.mixed || word.inflected && line_is_foreign {
        return Verdict::Keep;
    }
    match (word.latin, word.cyrillic) {
        (true, false) => Verdict::Latin,
        (false, true) if word.inflected => Verdict::Keep,
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
        (false, false) => Verdict::Keep,
    }
}

/// Whether the word before or behind is one that can only be foreign.
fn beside_real_word(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let neighbours = [at.checked_sub(1), Some(at + 1)];
    neighbours
        .into_iter()
        .flatten()
        .filter_map(|near| words.get(near))
        .any(|near| {
            near.number.abs_diff(word.number) == 1
                && near.line == word.line
                && !near.mixed
                && !near.latin
        })
}

/// Rewrites the letters of a word, each by itself, and notes the word as one piece.
fn respell(
    rewriter: &mut Rewriter<'_>,
    text: &str,
    word: &Word,
    verdict: Verdict,
    tally: &mut Tally,
) {
    let spelling = &text[word.start..word.end];
    for (at, letter, latin) in as_latin(spelling, word.edges) {
        let home = script(letter);
        let with = match verdict {
            Verdict::Latin if home.is_foreign() => latin,
            Verdict::Cyrillic if home == Script::Latin => table::cyrillic(letter),
            _ => None,
        };
        let Some(with) = with else { continue };
        let from = word.start + at;
        rewriter.substitute(
            from..from + letter.len_utf8(),
            with.encode_utf8(&mut [0; 4]),
        );
        if verdict == Verdict::Latin {
            tally.to_latin[place(home)] += 1;
        } else {
            tally.to_cyrillic += 1;
        }
    }
    rewriter.note(word.start..word.end);
}

/// The place of a foreign script in the arrays above.
const fn place(script: Script) -> usize {
    match script {
        Script::Greek => 1,
        Script::Armenian => 2,
        Script::Cherokee => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Tally, repair};

    fn check(input: &str, expected: &str) {
        let output = repair(input, &mut Tally::default())
            .map_or_else(|| input.to_owned(), |rewrite| rewrite.text);
        assert_eq!(output, expected, "{input:?}");
    }

    #[test]
    fn to_latin() {
        check("Gh\u{430}n\u{430} v\u{43e}tes", "Ghana votes");
        check(
            "\u{41d}arare, \u{3a4}unis, \u{531}\u{585}",
            "Harare, Tunis, \u{531}\u{585}",
        );
        check("w\u{3b9}nter", "winter");
        check(
            "the \u{3b9}\u{441}\u{435} of Arct\u{3b9}\u{441} M\u{3b9}ners",
            "the ice of Arctic Miners",
        );
        check(
            "w\u{3b9}nter \u{3b9}n a b\u{3b9}g s\u{3b9}lo",
            "winter in a big silo",
        );
        check("Th\u{435}y s\u{435}t \u{430} date", "They set a date");
    }

    #[test]
    fn to_cyrillic() {
        check(
            "\u{433}opo\u{434} \u{41a}ue\u{432}",
            "\u{433}\u{43e}\u{440}\u{43e}\u{434} \u{41a}ue\u{432}",
        );
    }

    #[test]
    fn leaves() {
        for sound in [
            "Gomel (\u{413}\u{43e}\u{43c}\u{435}\u{43b}\u{44c})",
            "a \u{3bd}e beam, TNF\u{3b1}, \u{3bc}m, k\u{3a9}, \u{394}H",
            "\u{438}\u{437} Facebook\u{435} \u{432} \u{433}\u{43e}\u{440}\u{43e}\u{434}",
            "SMS\u{43a}\u{438} \u{438} PR\u{43e}\u{43c}",
            "\u{41e}\u{420}\u{415}\u{425}",
            "K\u{44f}aft",
        ] {
            check(sound, sound);
        }
    }
}
