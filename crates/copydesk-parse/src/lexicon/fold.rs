//! The folded form of a line, in which furniture is compared with the lexicon.
//!
//! *What*: lower case; curly quotes straight; no-break and other spaces one blank; invisible
//! characters gone; Cyrillic and Greek look-alikes inside Latin words become Latin.
//! *Why*: spun pages write `Sh\u{430}re` with a Cyrillic letter so that filters miss it, and
//! extractors leave zero-width characters in labels.
//! *Example*: `L\u{435}av\u{435} a  Reply` → `leave a reply`.
//! *Known misses*: a word made only of look-alikes in a line that is mostly Cyrillic stays
//! Cyrillic, because there it is far more often a real word (`\u{43e}\u{440}`).

use std::borrow::Cow;

use crate::letters;

/// Folds `line`; looks at no more than `limit` characters.
pub(crate) fn fold(line: &str, limit: usize) -> String {
    if line.is_ascii() {
        return fold_ascii(&line[..line.len().min(limit)]);
    }
    let mut latin_line = None;
    let mut is_latin = || *latin_line.get_or_insert_with(|| is_latin_line(line, limit));
    let bytes = line.as_bytes();
    let mut out = String::with_capacity(line.len().min(limit * 2));
    let mut pending_blank = false;
    // Whether the word at the end of `out` has Cyrillic or Greek letters.
    let mut foreign = false;
    let (mut at, mut left) = (0, limit);
    while at < bytes.len() && left > 0 {
        if !pending_blank && bytes[at].is_ascii() {
            let run = plain_run(&bytes[at..bytes.len().min(at + left)], !foreign);
            let from = out.len();
            out.push_str(&line[at..at + run]);
            out[from..].make_ascii_lowercase();
            (at, left) = (at + run, left - run);
        }
        let Some(letter) = line[at..].chars().next().filter(|_| left > 0) else {
            break;
        };
        if !pending_blank && is_plain_letter(letter) {
            letters::lower(letter, |letter| out.push(letter));
            foreign |= is_cyrillic_or_greek(letter);
        } else if letter.is_whitespace() {
            pending_blank = true;
        } else if !is_invisible(letter) {
            if pending_blank {
                if foreign {
                    fold_word(&mut out, is_latin());
                }
                if !out.is_empty() {
                    out.push(' ');
                }
                (pending_blank, foreign) = (false, false);
                if letter.is_ascii_graphic() {
                    continue; // begins the next run
                }
            }
            push_folded(&mut out, letter);
            foreign |= is_cyrillic_or_greek(letter);
        }
        (at, left) = (at + letter.len_utf8(), left - 1);
    }
    if foreign {
        fold_word(&mut out, is_latin());
    }
    out
}

/// Letters beyond ASCII of which only the case is folded, as far as that is known at once.
fn is_plain_letter(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{481}' | '\u{620}'..='\u{64A}' | '\u{3041}'..='\u{3096}'
        | '\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

/// Bytes that fold to themselves, but for their case: visible ASCII, and with `blanks` single
/// ones between it.
fn plain_run(bytes: &[u8], blanks: bool) -> usize {
    let plain = |byte: u8, next: u8| {
        byte.is_ascii_graphic() | ((byte == b' ') & blanks & next.is_ascii_graphic())
    };
    let mut at = 0;
    // A blank is none of the run where it begins it. As long as nothing else turns up, many bytes
    // at a time.
    if bytes.first().is_some_and(u8::is_ascii_graphic) {
        while let Some(bytes) = bytes[at..].first_chunk::<{ STEP + 1 }>() {
            let pairs = bytes.iter().zip(&bytes[1..]);
            if !pairs.fold(true, |all, (byte, next)| all & plain(*byte, *next)) {
                break;
            }
            at += STEP;
        }
    }
    while let Some(&byte) = bytes.get(at) {
        let next = bytes.get(at + 1).copied().unwrap_or_default();
        if !plain(byte, next) || at == 0 && byte == b' ' {
            break;
        }
        at += 1;
    }
    at
}

/// Bytes that are looked at together.
const STEP: usize = 16;

fn push_folded(out: &mut String, letter: char) {
    match letter {
        '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{2032}' | '\u{B4}' => {
            out.push('\'');
        }
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{2033}' => out.push('"'),
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2014}' | '\u{2212}' => {
            out.push('-');
        }
        '\u{2026}' => out.push_str("..."),
        _ => letters::lower(letter, |letter| out.push(letter)),
    }
}

/// [`fold`] for the lines that most pages are made of; there, only case and blanks differ.
fn fold_ascii(line: &str) -> String {
    let line = line.trim();
    let bytes = line.as_bytes();
    // Without early exits, so that both tests are done many bytes at a time.
    let odd = bytes
        .iter()
        .fold(false, |odd, byte| odd | matches!(byte, b'\t'..=b'\r'));
    let doubled = bytes
        .iter()
        .zip(bytes.iter().skip(1))
        .fold(false, |doubled, (&one, &next)| {
            doubled || (one == b' ' && next == b' ')
        });
    if !odd && !doubled {
        return line.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(line.len());
    for word in line.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.make_ascii_lowercase();
    out
}

/// Writes every run of digits as one `0`, so that `3 Comments` and `27 Comments` are one phrase.
pub(super) fn fold_digits(folded: &str) -> Cow<'_, str> {
    let bytes = folded.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let next_digit = |from: usize| (from..bytes.len()).find(|&at| is_digit(at));
    let Some(mut digit) = next_digit(0) else {
        return Cow::Borrowed(folded);
    };
    let mut out = String::with_capacity(folded.len());
    let mut from = 0;
    loop {
        out.push_str(&folded[from..digit]);
        out.push('0');
        from = digit + 1;
        // A group separator between digits belongs to the number: `1,204 views`.
        while is_digit(from) || matches!(bytes.get(from), Some(b',' | b'.')) && is_digit(from + 1) {
            from += 1;
        }
        match next_digit(from) {
            Some(next) => digit = next,
            None => break,
        }
    }
    out.push_str(&folded[from..]);
    Cow::Owned(out)
}

/// Whether a character shows nothing: zero-width, soft hyphen, bidirectional marks, BOM.
pub(crate) fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
            | '\u{FE0F}'
    )
}

/// Folds the look-alikes of the word at the end of `out` where the word is meant as Latin.
fn fold_word(out: &mut String, latin_line: bool) {
    let start = out.rfind(' ').map_or(0, |blank| blank + 1);
    let word = &out[start..];
    let has_latin = word.chars().any(is_latin);
    if !has_latin && !latin_line {
        return;
    }
    if !has_latin
        && word
            .chars()
            .any(|c| is_cyrillic_or_greek(c) && latin_twin(c).is_none())
    {
        return; // a real word of the other script quoted in a Latin line
    }
    let folded: String = word.chars().map(|c| latin_twin(c).unwrap_or(c)).collect();
    out.truncate(start);
    out.push_str(&folded);
}

fn is_latin_line(line: &str, limit: usize) -> bool {
    let (mut latin, mut other) = (0usize, 0usize);
    for letter in line.chars().take(limit) {
        if is_latin(letter) {
            latin += 1;
        } else if is_cyrillic_or_greek(letter) && latin_twin_any_case(letter).is_none() {
            other += 1;
        }
    }
    latin > 2 * other
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || matches!(letter, '\u{C0}'..='\u{24F}')
}

fn is_cyrillic_or_greek(letter: char) -> bool {
    matches!(letter, '\u{370}'..='\u{3FF}' | '\u{400}'..='\u{52F}')
}

fn latin_twin_any_case(letter: char) -> Option<char> {
    let mut twin = None;
    letters::lower(letter, |letter| twin = twin.or_else(|| latin_twin(letter)));
    twin
}

/// The Latin letter that a lower-case Cyrillic or Greek letter looks like, in either case:
/// `\u{432}` is no `b`, but its capital `\u{412}` is a `B`.
fn latin_twin(letter: char) -> Option<char> {
    Some(match letter {
        '\u{430}' | '\u{3B1}' => 'a',
        '\u{432}' | '\u{3B2}' => 'b',
        '\u{441}' | '\u{3F2}' => 'c',
        '\u{435}' | '\u{3B5}' => 'e',
        '\u{43D}' | '\u{3B7}' => 'h',
        '\u{456}' | '\u{3B9}' => 'i',
        '\u{458}' => 'j',
        '\u{43A}' | '\u{3BA}' => 'k',
        '\u{43C}' | '\u{3BC}' => 'm',
        '\u{3BD}' => 'n',
        '\u{43E}' | '\u{3BF}' => 'o',
        '\u{440}' | '\u{3C1}' => 'p',
        '\u{455}' => 's',
        '\u{442}' | '\u{3C4}' => 't',
        '\u{445}' | '\u{3C7}' => 'x',
        '\u{443}' | '\u{3C5}' => 'y',
        '\u{3B6}' => 'z',
        '\u{501}' => 'd',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{fold, fold_digits};

    #[track_caller]
    fn check(line: &str, expected: &str) {
        assert_eq!(fold(line, 400), expected);
    }

    #[test]
    fn folds_spelling_not_words() {
        check("  Share\u{A0} This ", "share this");
        check("L\u{435}av\u{435} a R\u{435}ply", "leave a reply");
        check("\u{200B}Don\u{2019}t mi\u{AD}ss", "don't miss");
        // Real Russian stays Russian, also as a quoted word in a Latin line.
        check("Поделиться в", "поделиться в");
        check("The word правда means truth", "the word правда means truth");
        check("\u{420}\u{43E}st c\u{43E}mment", "post comment");
    }

    #[test]
    fn numbers_are_one_digit() {
        assert_eq!(fold_digits("1,204 views, 3 shares"), "0 views, 0 shares");
        assert_eq!(fold_digits("in 2024, the"), "in 0, the");
    }
}
