//! Words of any script as hashes, without a string of each.

pub(crate) use copydesk_core::characters::{is_alphabetic, is_alphanumeric, is_uppercase, lower};

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
    use super::word_hashes;

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
}
