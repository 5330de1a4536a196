//! Copies of a text in capitals and in small letters, as headlines and messages are written.

/// The capital of a letter, where it is one character.
pub(crate) fn upper(letter: char) -> char {
    only(letter.to_uppercase()).unwrap_or(letter)
}

/// The small form of a letter, where it is one character.
pub(crate) fn lower(letter: char) -> char {
    only(letter.to_lowercase()).unwrap_or(letter)
}

fn only(mut letters: impl Iterator<Item = char>) -> Option<char> {
    letters.next().filter(|_| letters.next().is_none())
}
