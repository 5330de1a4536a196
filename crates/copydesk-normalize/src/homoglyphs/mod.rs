//! **What** Latin words that are spelt with letters of other scripts which look alike become
//! Latin; Cyrillic words spelt with Latin look-alikes become Cyrillic.
//!
//! **Why** Spun and evasive copy swaps letters so that no search and no duplicate detection
//! finds it; optical character recognition and keyboard slips do the same by accident.
//!
//! **Example** `North Kor\u{435}a` becomes `North Korea`.
//!
//! # What counts as a look-alike
//! A table by script after the confusables of Unicode's Technical Standard 39: Cyrillic, Greek,
//! Armenian, Cherokee, Lisu, Coptic and rarer ones. It is stricter than the standard, which
//! serves to compare identifiers and folds `0` to `O` and `m` to `rn`: only letters that read as
//! the Latin one in running text are in it. Letters of the Latin script are never look-alikes of
//! each other. Most small Greek letters are symbols in Latin text (`TNF\u{3b1}`,
//! `\u{3bd}\u{2091}`), so they count between small letters only.
//!
//! # How a word is decided
//! A word is a run of letters of these scripts. Three kinds of evidence are asked in turn.
//!
//! 1. **The word itself.** No language mixes two scripts in a word. A word with letters of
//!    several scripts becomes Latin where every foreign letter is a look-alike, and Cyrillic
//!    where every Latin letter is one; where both are so, the script that the other letters of
//!    the line have decides, then that of the document. A word with a letter that is no
//!    look-alike either way stays, with one exception: letters that are only roughly alike
//!    (`\u{442}` and `t`) count in a known English word or where the line proves it. So stay `K\u{42f}AFT`, `\u{3bc}Torrent`. So do Latin words with a
//!    case ending in a Russian sentence (`Facebook\u{435}`), and words in capitals with one
//!    Cyrillic ornament in a Latin line.
//! 2. **The pieces beside it.** A look-alike that hangs on a Latin word belongs to it: `it\u{2019}\u{455}`,
//!    `\u{421}\u{2019}est`, `U.\u{405}.`, `P&\u{421}`; and in a line without foreign words a single
//!    letter that a hyphen, a stroke or a digit joins to one (`\u{415}-mail`).
//! 3. **The line and the document.** A word that consists of look-alikes only (`\u{430}\u{441}\u{435}`)
//!    says nothing by itself. It becomes Latin in a line of more Latin than foreign letters
//!    - where the line has a word that was decided by 1, or at least three words and one in fifty
//!      of the document were, unless it is a known Slavic word of that form (`\u{441}\u{43e}\u{43a}`,
//!      juice; an English reading such as `a` outweighs that, and so does a
//!      line without other foreign words where it has but two letters) or stands between two words that
//!      can only be foreign;
//!    - without such proof only where it is a known English word and no Slavic one, in running
//!      text: not in quotes or brackets, where foreign words are named.
//!
//!    A small Greek letter at the edge of a word (`\u{3b9}n`) or alone counts where the line holds
//!    another word that swaps small Greek letters, or the document three of them and no more
//!    words that may be symbols; without proof in known English words, and before three small
//!    letters if it is `\u{3bd}` or `\u{3b9}`. A Latin word in a Cyrillic line (`i`, `ce`) becomes
//!    Cyrillic where mixed words prove it and it is a known Slavic word or a single letter.
//!
//! # Limits
//! - A document or line in which nothing but whole words is swapped is repaired in the words
//!   that are listed only, as are headlines of one word.
//! - A Slavic word that is also English when it is read so, `\u{441}\u{43e}\u{440}` (litter, `cop`), is
//!   taken for English where the line proves to be disguised.
//! - A symbol such as `\u{3b1}` alone in a line whose words swap Greek letters is taken for `a`.
//! - Greek and Armenian text spelt with Latin letters is left alone.
//! - `\u{421}-300` becomes `C-300`, the letter that it looks like, not the one that it stands for.
//!
//! The module is public for this text; it has no items of its own.
//!
//! How far the document as a whole was disguised is told by [`Disguise`](crate::Disguise).

mod decide;
mod survey;
mod table;
mod traits;
mod words;

use crate::{
    rewrite::{Rewrite, Rewriter},
    scripts::{Script, script},
};
use decide::{Verdict, decide};
use survey::{Word, as_latin, survey};

/// What was repaired, for the diagnostics.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    /// Letters that stood for Latin ones, by the place of the script.
    pub(crate) to_latin: [u32; Script::FOREIGN],
    /// Latin letters that stood for Cyrillic ones.
    pub(crate) to_cyrillic: u32,
    /// Words repaired.
    pub(crate) words: u32,
    /// Words of the document.
    pub(crate) all_words: u32,
}

/// Whether a letter of another script reads as a Latin one.
pub(crate) fn reads_as_latin(letter: char) -> bool {
    table::latin(letter).is_some()
}

pub(crate) fn repair(text: &str, tally: &mut Tally) -> Option<Rewrite> {
    let mut survey = survey(text);
    let verdicts = decide(text, &mut survey);
    let mut rewriter = Rewriter::new(text);
    for (word, &verdict) in survey.words.iter().zip(&verdicts) {
        if verdict == Verdict::Keep {
            continue;
        }
        respell(&mut rewriter, text, word, verdict, tally);
        tally.words += 1;
    }
    tally.all_words = tally.all_words.max(survey.all_words);
    rewriter.finish()
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
    let mut put = |at: usize, letter: char, with: Option<char>| {
        let Some(with) = with else { return };
        let from = word.start + at;
        rewriter.substitute(
            from..from + letter.len_utf8(),
            with.encode_utf8(&mut [0; 4]),
        );
        if verdict == Verdict::Latin {
            tally.to_latin[script(letter).place()] += 1;
        } else {
            tally.to_cyrillic += 1;
        }
    };
    match verdict {
        Verdict::Keep => {}
        Verdict::Cyrillic => {
            for (at, letter) in spelling.char_indices() {
                put(at, letter, table::cyrillic(letter));
            }
        }
        // What small Greek letters pass for depends on their neighbours.
        Verdict::Latin if word.greek => {
            for (at, letter, latin) in as_latin(spelling, word.edges) {
                put(at, letter, latin);
            }
        }
        Verdict::Latin => {
            for (at, letter) in spelling.char_indices() {
                if letter.is_ascii() {
                    continue;
                }
                let latin = decide::roughly(letter);
                put(at, letter, (latin != letter).then_some(latin));
            }
        }
    }
    rewriter.note(word.start..word.end);
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
            "a \u{3bd}e beam, TNF\u{3b1}, \u{3bc}m, k\u{3a9}, \u{394}H, IL2R\u{3b3}cKO mice",
            "\u{438}\u{437} Facebook\u{435} \u{432} \u{433}\u{43e}\u{440}\u{43e}\u{434}",
            "SMS\u{43a}\u{438} \u{438} PR\u{43e}\u{43c}",
            "\u{41e}\u{420}\u{415}\u{425}",
            "K\u{44f}aft",
        ] {
            check(sound, sound);
        }
    }
}
