//! Options of a check, chosen by the last bytes of its input.

use std::borrow::Cow;

/// Choices that are left in an input, the last byte first.
pub(crate) struct Choices<'a>(&'a [u8]);

impl<'a> Choices<'a> {
    pub(crate) fn of(input: &'a [u8]) -> Self {
        Self(input)
    }

    /// The next byte; 0 where there is none.
    pub(crate) fn byte(&mut self) -> u8 {
        let Some((last, rest)) = self.0.split_last() else {
            return 0;
        };
        self.0 = rest;
        *last
    }

    /// One of some.
    pub(crate) fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::from(self.byte()) % of.len()]
    }

    pub(crate) fn yes(&mut self) -> bool {
        self.byte() & 1 == 1
    }
}

/// An input as text.
pub(crate) fn text(input: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(input)
}
