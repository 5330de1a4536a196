//! The characters of a text that are not ASCII, with their places; the rest is passed over
//! without a look at each character.

pub(crate) fn beyond_ascii(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let at = end + first_beyond_ascii(&text.as_bytes()[end..])?;
        let letter = text[at..].chars().next()?;
        end = at + letter.len_utf8();
        Some((at, letter))
    })
}

/// Where the first byte beyond ASCII is. Eight bytes are looked at in one step.
#[inline]
pub(crate) fn first_beyond_ascii(bytes: &[u8]) -> Option<usize> {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let (words, rest) = bytes.as_chunks::<8>();
    for (at, word) in words.iter().enumerate() {
        let high = u64::from_le_bytes(*word) & HIGH;
        if high != 0 {
            return Some(8 * at + (high.trailing_zeros() / 8) as usize);
        }
    }
    let at = rest.iter().position(|byte| !byte.is_ascii())?;
    Some(8 * words.len() + at)
}

#[cfg(test)]
mod tests {
    use super::{beyond_ascii, first_beyond_ascii};

    #[test]
    fn finds_the_first() {
        for len in 0..20 {
            let ascii = "x".repeat(len);
            assert_eq!(first_beyond_ascii(ascii.as_bytes()), None);
            let text = ascii + "\u{e9}yyyyyyyyy\u{e9}";
            assert_eq!(first_beyond_ascii(text.as_bytes()), Some(len));
        }
    }

    #[test]
    fn finds_all() {
        let text = "\u{e9}ab\u{1f600}\u{2019}c";
        let found: Vec<_> = beyond_ascii(text).collect();
        let all = text.char_indices().filter(|(_, letter)| !letter.is_ascii());
        assert_eq!(found, all.collect::<Vec<_>>());
    }
}
