//! The words of a text, cut so that forms of one word are equal.
//!
//! *What*: runs of letters in lower case without the commonest English endings: `strikes`,
//! `striking` and `strike` are `strik`. Digits with marks between are a number: `1,300` is `1300`.
//! Scripts without spaces give pairs of characters.
//!
//! *Why so crude*: whether two articles tell of one event hangs on rare words and names, which have
//! few forms. On pages of two events of each kind the endings gave one point.
//!
//! *Known misses*: irregular forms (`won`, `win`) and the endings of other languages stay apart.

/// A word longer than this is cut: it is a path or a key, not a word.
const LONGEST: usize = 40;

/// What a text is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A word without its ending.
    Word(&'a str),
    /// A number without marks between its digits.
    Number(&'a str),
}

/// Hands the words and numbers of a text on, with the byte at which each begins, until told to
/// stop.
pub(super) fn pieces(text: &str, mut take: impl FnMut(usize, Piece<'_>) -> bool) {
    let mut word = String::new();
    let mut begin = 0;
    let mut digits = false;
    let mut pair: Option<(usize, char)> = None;
    let mut chars = text.char_indices().peekable();
    let mut go_on = true;
    while let Some((at, letter)) = chars.next() {
        if unspaced(letter) {
            if !word.is_empty() {
                go_on = flush(&mut word, begin, digits, &mut take);
                digits = false;
            }
            if let Some((from, first)) = pair.filter(|_| go_on) {
                word.extend([first, letter]);
                go_on = take(from, Piece::Word(&word));
                word.clear();
            }
            pair = Some((at, letter));
        } else if letter.is_alphanumeric() {
            pair = None;
            if word.is_empty() {
                begin = at;
            }
            digits |= letter.is_numeric();
            if word.len() < LONGEST {
                word.extend(letter.to_lowercase());
            }
        } else {
            pair = None;
            let between = digits
                && matches!(letter, ',' | '.')
                && chars.peek().is_some_and(|(_, next)| next.is_ascii_digit())
                && word.ends_with(|last: char| last.is_ascii_digit());
            if between {
                if letter == '.' {
                    word.push('.');
                }
            } else if !word.is_empty() {
                go_on = flush(&mut word, begin, digits, &mut take);
                digits = false;
            }
        }
        if !go_on {
            return;
        }
    }
    if !word.is_empty() {
        flush(&mut word, begin, digits, &mut take);
    }
}

fn flush(
    word: &mut String,
    begin: usize,
    digits: bool,
    take: &mut impl FnMut(usize, Piece<'_>) -> bool,
) -> bool {
    let go_on = if digits {
        take(begin, Piece::Number(word))
    } else {
        cut(word);
        // The `s` and `t` behind an apostrophe.
        word.len() < 2 || take(begin, Piece::Word(word))
    };
    word.clear();
    go_on
}

/// Takes the ending off a word in lower case.
fn cut(word: &mut String) {
    if !word.is_ascii() {
        return;
    }
    let (ends, length) = (|end: &str| word.ends_with(end), word.len());
    if length > 5 && ends("ies") {
        word.truncate(length - 3);
        word.push('y');
        return;
    }
    if length > 4 && ends("sses") {
        word.truncate(length - 2);
        return;
    }
    if length > 3 && ends("s") && !ends("ss") && !ends("us") && !ends("is") {
        word.truncate(length - 1);
    }
    let length = word.len();
    if length > 5 && word.ends_with("ing") {
        word.truncate(length - 3);
    } else if length > 4 && word.ends_with("ed") {
        word.truncate(length - 2);
    }
    let bytes = word.as_bytes();
    let length = bytes.len();
    if length > 3
        && bytes[length - 1] == bytes[length - 2]
        && !matches!(bytes[length - 1], b'l' | b's' | b'z')
    {
        word.truncate(length - 1);
    }
    if word.len() > 4 && word.ends_with('e') {
        word.truncate(word.len() - 1);
    }
}

/// Whether a letter is of a script that is written without spaces between words.
fn unspaced(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        pieces(text, |_, piece| {
            found.push(match piece {
                Piece::Word(word) => word.to_owned(),
                Piece::Number(number) => format!("#{number}"),
            });
            true
        });
        found
    }

    #[test]
    fn forms_of_a_word_are_equal() {
        assert_eq!(of("strikes striking Strike"), ["strik"; 3]);
        assert_eq!(of("ministries ministry"), ["ministry"; 2]);
        assert_eq!(of("killed killing kills"), ["kill"; 3]);
        assert_eq!(of("Ghana’s port’s"), ["ghana", "port"]);
    }

    #[test]
    fn numbers_lose_what_groups_their_digits() {
        assert_eq!(
            of("1,300 of 5.6, in 2024."),
            ["#1300", "of", "#5.6", "in", "#2024"]
        );
        assert_eq!(of("MH370 x 1,"), ["#mh370", "#1"]);
    }

    #[test]
    fn scripts_without_spaces_give_pairs() {
        assert_eq!(of("東京都, a東 b"), ["東京", "京都"]);
    }

    #[test]
    fn a_word_is_cut_and_the_scan_can_stop() {
        assert_eq!(of(&"x".repeat(100_000))[0].len(), LONGEST - 1);
        let mut seen = 0;
        pieces(&"word ".repeat(1000), |_, _| {
            seen += 1;
            seen < 10
        });
        assert_eq!(seen, 10);
    }
}
