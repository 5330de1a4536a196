//! **What** Joins words that are set with a blank between all letters. Off by default.
//!
//! **Why** Headlines and letterheads are spaced out for looks, and some text is spaced out to
//! hide words from filters; either way no search finds the word.
//!
//! **Example** `B R E A K I N G  N E W S` becomes `BREAKING  NEWS`.
//!
//! A row of single letters is taken for words where it has four letters or more, a vowel and a
//! consonant, three different letters, and capitals as words have them. Within the row, the
//! wider gaps are those between words.
//!
//! Left alone are letters in alphabetical order (`A B C D E`), rows of the letters of grades,
//! notes and bases (A to G, A C G T), results (`W D L L W` has no vowel), and more than twenty
//! letters without a wider gap, which would be several words.
//!
//! **Known misses** Words that are set without wider gaps between them are joined into one. A row
//! of initials that looks like a word is taken for one (`Y M C A`), and so are the variables of a
//! formula that was taken apart. Letters of scripts other than Latin, Cyrillic and Greek stay.

use std::ops::Range;

use crate::{
    rewrite::{Rewrite, Rewriter},
    scripts::{Script, script},
    whitespace::is_blank,
};

/// Letters that make a row.
const LEAST: usize = 4;
/// Letters of one word.
const MOST: usize = 20;

/// A letter that stands alone, and how many blanks stand before it.
#[derive(Clone, Copy)]
struct Lone {
    at: usize,
    letter: char,
    gap: usize,
}

pub(crate) fn join(text: &str) -> Option<Rewrite> {
    let mut rewriter = Rewriter::new(text);
    let mut row: Vec<Lone> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let (mut before, mut gap) = (None, 0);
    while let Some((at, letter)) = chars.next() {
        if is_blank(letter) {
            gap += if letter == '\t' { 4 } else { 1 };
            before = Some(letter);
            continue;
        }
        let after = chars.peek().map(|&(_, next)| next);
        let alone = is_spelling(letter)
            && before.is_none_or(opens)
            && after.is_none_or(|next| is_blank(next) || closes(next));
        if !row.is_empty() && (!alone || gap == 0) {
            join_row(&mut rewriter, &row);
            row.clear();
        }
        if alone {
            row.push(Lone { at, letter, gap });
        }
        (before, gap) = (Some(letter), 0);
    }
    join_row(&mut rewriter, &row);
    rewriter.finish()
}

fn is_spelling(letter: char) -> bool {
    letter.is_alphabetic() && (script(letter) != Script::Other)
}

/// What a row may follow.
fn opens(before: char) -> bool {
    is_blank(before)
        || matches!(
            before,
            '\n' | '\r' | '"' | '\'' | '(' | '[' | '\u{2018}' | '\u{201c}' | '\u{ab}' | '\u{2014}'
        )
}

/// What a row may end before.
fn closes(after: char) -> bool {
    matches!(
        after,
        '\n' | '\r'
            | '"'
            | ')'
            | ']'
            | '.'
            | ','
            | ':'
            | ';'
            | '!'
            | '?'
            | '\u{201d}'
            | '\u{bb}'
            | '\u{2014}'
            | '\u{2026}'
    )
}

fn join_row(rewriter: &mut Rewriter<'_>, row: &[Lone]) {
    if row.len() < LEAST || !is_language(row) {
        return;
    }
    let narrow = row[1..].iter().map(|lone| lone.gap).min().unwrap_or(1);
    let words = || row.chunk_by(|_, next| next.gap == narrow);
    if !words().all(is_word) {
        return;
    }
    for word in words().filter(|word| word.len() > 1) {
        let end = |lone: &Lone| lone.at + lone.letter.len_utf8();
        for pair in word.windows(2) {
            rewriter.substitute(end(&pair[0])..pair[1].at, "");
        }
        if let [first, .., last] = word {
            rewriter.note(first.at..end(last));
        }
    }
}

/// Whether letters are likely to spell something.
fn is_language(row: &[Lone]) -> bool {
    let letters = || row.iter().map(|lone| lower(lone.letter));
    let vowels = letters().filter(|&letter| is_vowel(letter)).count();
    let first = lower(row[0].letter);
    let other = letters().find(|&letter| letter != first);
    let different = letters().any(|letter| letter != first && Some(letter) != other);
    vowels > 0
        && vowels < row.len()
        && different
        && !letters().is_sorted()
        && !letters().all(|letter| matches!(letter, 'a'..='g'))
        && !letters().all(|letter| matches!(letter, 'a' | 'c' | 'g' | 't' | 'u' | 'n'))
}

/// Whether the capitals are those of a word, and its letters of one script.
fn is_word(word: &[Lone]) -> bool {
    let of = script(word[0].letter);
    let upper = |range: Range<usize>| word[range].iter().all(|lone| !lone.letter.is_lowercase());
    let lower = || word[1..].iter().all(|lone| !lone.letter.is_uppercase());
    word.len() <= MOST
        && word.iter().all(|lone| script(lone.letter) == of)
        && (lower() || upper(0..word.len()))
}

fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

fn is_vowel(letter: char) -> bool {
    const VOWELS: &str = "aeiouy\u{e0}\u{e1}\u{e2}\u{e3}\u{e4}\u{e5}\u{e6}\u{e8}\u{e9}\u{ea}\u{eb}\u{ec}\u{ed}\u{ee}\u{ef}\u{f2}\u{f3}\u{f4}\u{f5}\u{f6}\u{f8}\u{f9}\u{fa}\u{fb}\u{fc}\u{fd}\u{153}\
\u{430}\u{435}\u{451}\u{438}\u{43e}\u{443}\u{44b}\u{44d}\u{44e}\u{44f}\u{456}\u{457}\u{454}\u{3b1}\u{3b5}\u{3b7}\u{3b9}\u{3bf}\u{3c5}\u{3c9}\u{3ac}\u{3ad}\u{3ae}\u{3af}\u{3cc}\u{3cd}\u{3ce}";
    VOWELS.contains(letter)
}

#[cfg(test)]
mod tests {
    use super::join;

    fn check(input: &str, expected: &str) {
        let output = join(input).map_or_else(|| input.to_owned(), |rewrite| rewrite.text);
        assert_eq!(output, expected, "{input:?}");
    }

    #[test]
    fn joins() {
        check("B R E A K I N G", "BREAKING");
        check("B R E A K I N G  N E W S\nmore", "BREAKING  NEWS\nmore");
        check("I T  I S  O N", "IT  IS  ON");
        check("so (h e a d l i n e) ends", "so (headline) ends");
        check("\u{a0}W\u{a0}i\u{a0}r\u{a0}e.", "\u{a0}Wire.");
        check(
            "\u{41f} \u{420} \u{410} \u{412} \u{414} \u{410}",
            "\u{41f}\u{420}\u{410}\u{412}\u{414}\u{410}",
        );
        check("a D A I L Y", "a D A I L Y");
    }

    #[test]
    fn leaves() {
        for text in [
            "A B C D E",
            "vitamins A B D E K",
            "form W D L L W",
            "A C G T A C",
            "G E D A",
            "J. R. R. Moe",
            "J R R T",
            "a I o u",
            "x y z",
            "A E I O U",
            "t h i s i s n o t o n e w o r d b u t s e v e r a l",
            "plan a b and c",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn a_word_is_one_piece() {
        let rewrite = join("W I R E").expect("something changes");
        assert_eq!(rewrite.pieces, [copydesk_core::Span::new(0, 7)]);
        assert_eq!(
            rewrite.map.to_source(copydesk_core::Span::new(1, 2)).start,
            2
        );
    }
}
