//! Finds the longest phrase of the lists at a place in a text.

use super::{Gazetteer, words::is_word_char};

/// A curly apostrophe.
const APOSTROPHE: &[u8] = "\u{2019}".as_bytes();

/// Bytes of a word that are looked at; the first words of phrases are shorter, which `compile` sees to.
/// In scripts without blanks each token would look for the end of the whole line.
pub(super) const LOOKED_AT: usize = 64;

/// A blank that does not break the line.
const HARD_BLANK: &[u8] = "\u{a0}".as_bytes();

impl Gazetteer {
    /// The phrases that stand at byte `start` of `text`, longest first, as entry and end.
    ///
    /// Curly apostrophes count as straight ones, runs of blanks as one blank, case as written.
    /// The end is the end of a word, or of a full stop that belongs to the phrase.
    pub(crate) fn matches<'a>(
        &'a self,
        text: &'a str,
        start: usize,
    ) -> impl Iterator<Item = (u32, usize)> + 'a {
        let rest = &text[start..];
        let word = first_word(&rest[..rest.floor_char_boundary(LOOKED_AT)]);
        let after = start + word.len();
        let text = &text[after..];
        self.table
            .find(word.as_bytes())
            .into_iter()
            .flat_map(|key| key.phrases(second_byte(text.as_bytes())))
            .filter_map(move |(entry, rest)| Some((entry, after + match_len(text, rest)?)))
    }
}

/// The letters and digits that `text` starts with: the key of the phrases.
pub(super) fn first_word(text: &str) -> &str {
    let ascii = text
        .bytes()
        .position(|letter| !letter.is_ascii_alphanumeric())
        .unwrap_or(text.len());
    let end = match text.as_bytes().get(ascii) {
        Some(letter) if !letter.is_ascii() => text[ascii..]
            .find(|letter| !is_word_char(letter))
            .map_or(text.len(), |end| ascii + end),
        _ => ascii,
    };
    &text[..end]
}

/// The byte that is second in every phrase of two bytes or more that `text` starts with.
fn second_byte(text: &[u8]) -> Option<u8> {
    let first = match blanks(text) {
        0 if text.starts_with(APOSTROPHE) => APOSTROPHE.len(),
        0 => 1,
        blanks => blanks,
    };
    let text = text.get(first..)?;
    Some(match *text.first()? {
        _ if blanks(text) > 0 => b' ',
        _ if text.starts_with(APOSTROPHE) => b'\'',
        byte => byte,
    })
}

/// How many bytes of blanks `text` starts with.
fn blanks(text: &[u8]) -> usize {
    let mut rest = text;
    loop {
        rest = match rest {
            [b' ' | b'\n', after @ ..] => after,
            _ => match rest.strip_prefix(HARD_BLANK) {
                Some(after) => after,
                None => return text.len() - rest.len(),
            },
        }
    }
}

/// How many bytes of `text` the phrase takes, if `text` starts with it.
fn match_len(text: &str, phrase: &[u8]) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    for &letter in phrase {
        let rest = bytes.get(at..)?;
        at += match letter {
            b' ' => {
                let blanks = blanks(rest);
                // A blank line ends a paragraph, and no name reaches over it.
                if blanks == 0 || rest[..blanks].windows(2).any(|pair| pair == b"\n\n") {
                    return None;
                }
                blanks
            }
            b'\'' if rest.starts_with(APOSTROPHE) => APOSTROPHE.len(),
            _ if rest.first() == Some(&letter) => 1,
            _ => return None,
        };
    }
    let next = text.get(at..)?.chars().next();
    (!next.is_some_and(is_word_char)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::{first_word, match_len, second_byte};

    #[test]
    fn phrases_match_whole_words() {
        let check = |text, phrase: &str, expected| {
            assert_eq!(match_len(text, phrase.as_bytes()), expected, "{text}");
            let second = phrase.as_bytes().get(1).copied();
            if expected.is_some() && second.is_some() {
                assert_eq!(second_byte(text.as_bytes()), second, "{text}");
            }
        };
        check(" Zealand won", " Zealand", Some(8));
        check("  Zealand", " Zealand", Some(9));
        check("\u{a0}\nZealand", " Zealand", Some(10));
        check("\n\nZealand", " Zealand", None);
        check("\u{2019} Party", "' Party", Some(9));
        check(",\u{a0}D.C.", ", D.C.", Some(7));
        check(" \u{2019}s", " 's", Some(5));
        check("·Équipe", "·Équipe", Some(9));
        check("town", "", None);
        check("", "", Some(0));
        check(".S. officials", ".S.", Some(3));
    }

    #[test]
    fn words_end_before_what_is_no_letter() {
        for (text, word) in [
            ("Oslo-based", "Oslo"),
            ("Zürich.", "Zürich"),
            ("日本 x", "日本"),
            ("'Ali", ""),
            ("F16", "F16"),
            ("Lyon\u{2019}s", "Lyon"),
        ] {
            assert_eq!(first_word(text), word);
        }
    }
}
