//! Finds the longest phrase of the lists at a place in a text.

use super::{Gazetteer, Phrase, words::is_word_char};

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
        let key = first_word(&text[start..]);
        let phrases: &[Phrase] = self.phrases.get(key).map_or(&[], Vec::as_slice);
        phrases.iter().filter_map(move |phrase| {
            let len = match_len(&text[start..], phrase.surface)?;
            Some((phrase.entry, start + len))
        })
    }
}

/// The letters and digits that `text` starts with: the key of the phrases.
pub(super) fn first_word(text: &str) -> &str {
    let end = text
        .char_indices()
        .find(|&(_, letter)| !is_word_char(letter))
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// How many bytes of `text` the phrase takes, if `text` starts with it.
fn match_len(text: &str, surface: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    for letter in surface.chars() {
        match letter {
            ' ' => {
                let rest = text[at..].trim_start_matches([' ', '\u{a0}', '\n']);
                let blanks = text.len() - at - rest.len();
                // A blank line ends a paragraph, and no name reaches over it.
                if blanks == 0 || text[at..at + blanks].contains("\n\n") {
                    return None;
                }
                at += blanks;
            }
            '\'' if text[at..].starts_with('\u{2019}') => at += '\u{2019}'.len_utf8(),
            _ if letter.is_ascii() => {
                if bytes.get(at) != Some(&(letter as u8)) {
                    return None;
                }
                at += 1;
            }
            _ => {
                if !text[at..].starts_with(letter) {
                    return None;
                }
                at += letter.len_utf8();
            }
        }
    }
    let next = text[at..].chars().next();
    (!next.is_some_and(is_word_char)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::match_len;

    #[test]
    fn phrases_match_whole_words() {
        let check =
            |text, phrase, expected| assert_eq!(match_len(text, phrase), expected, "{text}");
        check("New Zealand won", "New Zealand", Some(11));
        check("New  Zealand", "New Zealand", Some(12));
        check("New\n\nZealand", "New Zealand", None);
        check("Workers\u{2019} Party", "Workers' Party", Some(16));
        check("Chinatown", "China", None);
        check("U.S. officials", "U.S.", Some(4));
    }
}
