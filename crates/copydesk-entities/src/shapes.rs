//! A quick look at a word before a list is searched for it.

/// The shapes of the words of a list: for each first and last letter their lengths, a bit each.
/// Most words are told by them to be in no list. ASCII letters are the same in both cases.
#[derive(Clone, Debug)]
pub(crate) struct Shapes([u32; ROWS]);

const ROWS: usize = 256;

impl Default for Shapes {
    fn default() -> Self {
        Self([0; ROWS])
    }
}

impl Shapes {
    /// The shapes of the words of a list.
    pub(crate) const fn of(words: &[&str]) -> Self {
        let mut shapes = Self([0; ROWS]);
        let mut at = 0;
        while at < words.len() {
            shapes.insert(words[at]);
            at += 1;
        }
        shapes
    }

    /// The shapes of the words of a list with a value for each.
    pub(crate) const fn of_rows<T>(rows: &[(&str, T)]) -> Self {
        let mut shapes = Self([0; ROWS]);
        let mut at = 0;
        while at < rows.len() {
            shapes.insert(rows[at].0);
            at += 1;
        }
        shapes
    }

    /// The shapes of words that are read from a table.
    pub(crate) fn of_all<'w>(words: impl Iterator<Item = &'w &'w str>) -> Self {
        words.fold(Self::default(), |mut shapes, word| {
            shapes.insert(word);
            shapes
        })
    }

    /// Adds the shape of a word.
    pub(crate) const fn insert(&mut self, word: &str) {
        if let (Some(first), Some(last)) = (word.as_bytes().first(), word.as_bytes().last()) {
            self.0[Self::row(*first, *last)] |= Self::bit(word.len());
        }
    }

    const fn row(first: u8, last: u8) -> usize {
        (first & 31) as usize * 8 + (last & 7) as usize
    }

    const fn bit(length: usize) -> u32 {
        1 << if length < 31 { length } else { 31 }
    }

    /// Whether the list may hold a word.
    #[inline]
    pub(crate) fn may_hold(&self, word: impl AsRef<[u8]>) -> bool {
        let word = word.as_ref();
        match (word.first(), word.last()) {
            (Some(&first), Some(&last)) => {
                self.0[Self::row(first, last)] & Self::bit(word.len()) != 0
            }
            _ => false,
        }
    }

    /// Whether the list may hold a word or what stands before its ending, `s` or `es`.
    #[inline]
    pub(crate) fn may_hold_form(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        self.may_hold(bytes)
            || matches!(bytes, [.., b's' | b'S'])
                && (self.may_hold(&bytes[..bytes.len() - 1])
                    || self.may_hold(&bytes[..bytes.len().saturating_sub(2)]))
    }
}

#[cfg(test)]
mod tests {
    use super::Shapes;

    #[test]
    fn words_of_the_list_are_never_ruled_out() {
        let long = "a-word-that-is-longer-than-any-other-word";
        let shapes = Shapes::of(&["claim", "“", "a", long]);
        for word in ["claim", "CLAIM", "Cream", "“", "A", long] {
            assert!(shapes.may_hold(word), "{word}");
        }
        for word in ["claims", "", "blame", "cheap"] {
            assert!(!shapes.may_hold(word), "{word}");
        }
        assert!(shapes.may_hold_form("Claims") && shapes.may_hold_form("CLAIMES"));
        assert!(!shapes.may_hold_form("claimed") && !shapes.may_hold_form(""));
    }
}
