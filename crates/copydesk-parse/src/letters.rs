//! What a character is: the answers of the standard library, without its tables for the letters
//! and marks that nearly all pages are made of.

use std::sync::LazyLock;

/// [`char::is_alphanumeric`].
#[inline]
pub(crate) fn is_alphanumeric(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        _ => is_known_letter(letter).unwrap_or_else(|| match known(letter) {
            Some(known) => known.alphanumeric,
            None => letter.is_alphanumeric(),
        }),
    }
}

/// [`char::is_alphabetic`].
#[inline]
pub(crate) fn is_alphabetic(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphabetic(),
        _ => is_known_letter(letter).unwrap_or_else(|| match known(letter) {
            Some(known) => known.alphabetic,
            None => letter.is_alphabetic(),
        }),
    }
}

/// Whether a character beyond ASCII is a letter, where that is known at once; none of those is
/// a digit.
#[inline]
fn is_known_letter(letter: char) -> Option<bool> {
    match letter {
        '\u{d7}' | '\u{f7}' => Some(false),
        '\u{c0}'..='\u{24f}'
        | '\u{400}'..='\u{481}'
        | '\u{48a}'..='\u{52f}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' => Some(true),
        '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b1}' | '\u{bb}' => Some(false),
        '\u{2000}'..='\u{206f}' => Some(false),
        _ => None,
    }
}

/// [`char::is_uppercase`].
#[inline]
pub(crate) fn is_uppercase(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_uppercase(),
        '\u{d7}' | '\u{df}'..='\u{ff}' | '\u{2000}'..='\u{20ff}' => false,
        '\u{c0}'..='\u{de}' | '\u{400}'..='\u{42f}' => true,
        '\u{430}'..='\u{45f}' => false,
        _ => match known(letter) {
            Some(known) => known.uppercase,
            None => letter.is_uppercase(),
        },
    }
}

/// Calls `take` with each character of [`char::to_lowercase`].
#[inline]
pub(crate) fn lower(letter: char, mut take: impl FnMut(char)) {
    let offset = match letter {
        'A'..='Z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{de}' | '\u{410}'..='\u{42f}' => 0x20,
        '\0'..='\u{bf}' | '\u{d7}' | '\u{df}'..='\u{ff}' => 0,
        '\u{400}'..='\u{40f}' => 0x50,
        '\u{430}'..='\u{45f}' | '\u{2000}'..='\u{20ff}' | '\u{3000}'..='\u{9fff}' => 0,
        _ => {
            return match TABLE.get(letter as usize) {
                Some(Known { lower, .. }) if *lower != '\0' => take(*lower),
                _ => letter.to_lowercase().for_each(take),
            };
        }
    };
    take(char::from_u32(letter as u32 + offset).unwrap_or(letter));
}

/// What the standard library says of a character.
#[derive(Clone, Copy, Debug)]
struct Known {
    alphanumeric: bool,
    alphabetic: bool,
    uppercase: bool,
    /// In lower case; 0 where that is more than one character.
    lower: char,
}

/// Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic: looked up in one step, where the standard
/// library takes several. It is made when the first such letter is met.
static TABLE: LazyLock<Vec<Known>> = LazyLock::new(|| {
    ('\0'..='\u{6ff}')
        .map(|letter| {
            let mut lower = letter.to_lowercase();
            let single = lower.len() == 1;
            Known {
                alphanumeric: letter.is_alphanumeric(),
                alphabetic: letter.is_alphabetic(),
                uppercase: letter.is_uppercase(),
                lower: lower.next().filter(|_| single).unwrap_or_default(),
            }
        })
        .collect()
});

fn known(letter: char) -> Option<Known> {
    TABLE.get(letter as usize).copied()
}

/// The letters and digits of ASCII in lower case, and 0 for all other bytes.
pub(crate) static LOWER: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0u8;
    while byte < 0x80 {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

/// What the hash of an empty word is.
pub(crate) const SEED: u32 = 0x811c_9dc5;

/// A step of FNV-1a, with a character of any size.
#[inline]
pub(crate) fn mix(hash: u32, letter: u32) -> u32 {
    (hash ^ letter).wrapping_mul(0x0100_0193)
}

/// Calls `take` with the hash of each word in lower case and whether it has digits of ASCII.
#[inline]
pub(crate) fn word_hashes(text: &str, mut take: impl FnMut(u32, bool)) {
    let bytes = text.as_bytes();
    let (mut hash, mut has_digits) = (SEED, false);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let plain = LOWER[usize::from(byte)];
        if plain != 0 {
            hash = mix(hash, plain.into());
            has_digits |= byte.is_ascii_digit();
            at += 1;
            continue;
        }
        let mut len = 1;
        if byte >= 0x80
            && let Some(letter) = text[at..].chars().next()
        {
            len = letter.len_utf8();
            if is_alphanumeric(letter) {
                lower(letter, |letter| hash = mix(hash, letter.into()));
                at += len;
                continue;
            }
        }
        if hash != SEED {
            take(hash, has_digits);
        }
        (hash, has_digits) = (SEED, false);
        at += len;
    }
    if hash != SEED {
        take(hash, has_digits);
    }
}

#[cfg(test)]
mod tests {
    use super::{is_alphabetic, is_alphanumeric, is_uppercase, lower, word_hashes};

    #[test]
    fn words_are_hashed_without_case_and_marks() {
        let of = |text: &str| {
            let mut words = vec![];
            word_hashes(text, |hash, has_digits| words.push((hash, has_digits)));
            words
        };
        assert_eq!(
            of("\u{c9}t\u{e9} 2024 \u{2013} RAIN!"),
            of("\u{e9}t\u{e9}, 2024; rain")
        );
        assert_eq!(
            of("a 7b").iter().map(|word| word.1).collect::<Vec<_>>(),
            [false, true]
        );
        assert_eq!(of(" -- "), []);
    }

    #[test]
    fn as_the_standard_library_says() {
        for letter in '\0'..=char::MAX {
            assert_eq!(
                is_alphanumeric(letter),
                letter.is_alphanumeric(),
                "{letter:?}"
            );
            assert_eq!(is_alphabetic(letter), letter.is_alphabetic(), "{letter:?}");
            assert_eq!(is_uppercase(letter), letter.is_uppercase(), "{letter:?}");
            let mut found = vec![];
            lower(letter, |letter| found.push(letter));
            assert!(letter.to_lowercase().eq(found), "{letter:?}");
        }
    }
}
