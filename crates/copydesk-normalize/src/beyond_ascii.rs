//! The characters of a text that are not ASCII, with their places; the rest is passed over
//! without a look at each character.

pub(crate) fn beyond_ascii(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let rest = &text.as_bytes()[end..];
        let at = end + rest.iter().position(|byte| !byte.is_ascii())?;
        let letter = text[at..].chars().next()?;
        end = at + letter.len_utf8();
        Some((at, letter))
    })
}

#[cfg(test)]
mod tests {
    use super::beyond_ascii;

    #[test]
    fn finds_all() {
        let text = "\u{e9}ab\u{1f600}\u{2019}c";
        let found: Vec<_> = beyond_ascii(text).collect();
        let all = text.char_indices().filter(|(_, letter)| !letter.is_ascii());
        assert_eq!(found, all.collect::<Vec<_>>());
    }
}
