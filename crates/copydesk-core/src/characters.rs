//! What a character is: the answers of the standard library, without its tables for the letters
//! and marks that nearly all documents are made of.

use std::sync::LazyLock;

/// [`char::is_alphanumeric`].
#[inline]
pub fn is_alphanumeric(letter: char) -> bool {
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
pub fn is_alphabetic(letter: char) -> bool {
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
pub fn is_uppercase(letter: char) -> bool {
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
pub fn lower(letter: char, mut take: impl FnMut(char)) {
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

#[cfg(test)]
mod tests {
    use super::{is_alphabetic, is_alphanumeric, is_uppercase, lower};

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
