//! Where the next mark of a kind stands, remembered from one sentence to the next.
//!
//! Why: at each full stop it is asked whether a bracket closes soon and whether a quotation is
//! open. Most often neither is near, and one search tells so for many sentences. No byte is
//! searched twice for the same marks.

/// The next closing bracket and the next straight quotation mark.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    brackets: Next,
    quotes: Next,
}

impl Marks {
    /// The first `)`, `]` or `}` at or after a byte, or the end.
    #[inline]
    pub(super) fn bracket(&mut self, bytes: &[u8], from: usize) -> usize {
        self.brackets.at(bytes, from, |bytes| {
            memchr::memchr3(b')', b']', b'}', bytes)
        })
    }

    /// The first `"` or `'` at or after a byte, or the end.
    #[inline]
    pub(super) fn quote(&mut self, bytes: &[u8], from: usize) -> usize {
        self.quotes
            .at(bytes, from, |bytes| memchr::memchr2(b'"', b'\'', bytes))
    }
}

/// Between these two bytes stands no mark; at the second there is one, or the text ends.
#[derive(Clone, Copy, Debug, Default)]
struct Next {
    from: usize,
    found: usize,
}

impl Next {
    #[inline]
    fn at(&mut self, bytes: &[u8], from: usize, search: impl Fn(&[u8]) -> Option<usize>) -> usize {
        if !(self.from..=self.found).contains(&from) || self.found == 0 {
            let known = (from < self.from).then_some((self.from, self.found));
            let (until, otherwise) = known.unwrap_or((bytes.len(), bytes.len()));
            let rest = bytes.get(from..until).unwrap_or_default();
            let found = search(rest);
            crate::work::count(found.unwrap_or(rest.len()));
            self.found = found.map_or(otherwise, |found| from + found);
            self.from = from;
        }
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;

    #[test]
    fn marks_are_found_in_any_order() {
        let text = b"\"a) b' c) d\" e";
        let mut marks = Marks::default();
        for from in [0, 1, 4, 2, 0, 9, 3, 12, 14, 5, 13, 0] {
            let next = |of: &[u8]| {
                let found = text[from..].iter().position(|byte| of.contains(byte));
                found.map_or(text.len(), |found| from + found)
            };
            assert_eq!(marks.bracket(text, from), next(b")"), "{from}");
            assert_eq!(marks.quote(text, from), next(b"\"'"), "{from}");
        }
    }
}
