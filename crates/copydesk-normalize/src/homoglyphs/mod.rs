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

mod decide;
mod survey;
mod table;
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
            tally.to_latin[home.place()] += 1;
        } else {
            tally.to_cyrillic += 1;
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
