//! List markers at the start of a sentence, and the items of a list written in one line.
//!
//! Why: `1) wash the rice 2) boil it` has no full stops, and yet each item is a sentence. Only
//! a sentence that starts with a marker is searched, and only for the marker that comes next.
//!
//! Example: `a. First b. Second` → `a. First`, `b. Second`.
//!
//! Known misses: Roman numerals; markers in the middle of an ordinary sentence.

use core::ops::Range;

use crate::chars::{char_at, is_bullet};

/// A marker such as `1.`, `1.)`, `1)`, `(1)`, `a.`, `•` or `• 9.`.
#[derive(Clone, Debug)]
pub(super) struct ListMarker {
    /// One past the marker.
    pub(super) end: usize,
    bullet: Option<char>,
    /// Number or letter (`a` is 1), and whether it is a letter.
    ordinal: Option<(u32, bool)>,
    /// What closes it: `.`, `.)` or `)`.
    tail: &'static str,
}

impl ListMarker {
    /// The marker at a byte, if there is one.
    pub(super) fn at(text: &str, start: usize) -> Option<Self> {
        if text.as_bytes().get(start)?.is_ascii_uppercase() {
            return None;
        }
        let first = char_at(text, start)?;
        if is_bullet(first) {
            let mut inner = start + first.len_utf8();
            if char_at(text, inner) == Some(' ') {
                inner += 1;
            }
            return Some(match Self::numbered(text, inner) {
                Some(marker) => Self {
                    bullet: Some(first),
                    ..marker
                },
                None => Self {
                    end: start + first.len_utf8(),
                    bullet: Some(first),
                    ordinal: None,
                    tail: "",
                },
            });
        }
        Self::numbered(text, start)
    }

    /// `12.`, `12)`, `b.` at a byte, with a space after it.
    fn numbered(text: &str, start: usize) -> Option<Self> {
        let rest = text.as_bytes().get(start..)?;
        let digits = rest
            .iter()
            .take(4)
            .take_while(|b| b.is_ascii_digit())
            .count();
        let (ordinal, len) = if (1..=3).contains(&digits) {
            (
                rest[..digits]
                    .iter()
                    .fold(0, |n, b| n * 10 + u32::from(b - b'0')),
                digits,
            )
        } else if rest.first().is_some_and(u8::is_ascii_lowercase) {
            (u32::from(rest[0] - b'a') + 1, 1)
        } else {
            return None;
        };
        let after = &rest[len..];
        let tail = [".)", ".", ")"]
            .into_iter()
            .find(|tail| after.starts_with(tail.as_bytes()))?;
        if after.get(tail.len()) != Some(&b' ') {
            return None;
        }
        Some(Self {
            end: start + len + tail.len(),
            bullet: None,
            ordinal: Some((ordinal, digits == 0)),
            tail,
        })
    }

    /// The marker of the next item of the same list, if it starts before `end`.
    pub(super) fn next_item(&self, text: &str, end: usize) -> Option<Range<usize>> {
        let bytes = text.as_bytes();
        if let Some(bullet) = self.bullet {
            let found = text[self.end..end].find(bullet);
            crate::work::count(found.unwrap_or(end - self.end));
            let found = found? + self.end;
            let next = Self::at(text, found)?;
            return bytes[found - 1]
                .is_ascii_whitespace()
                .then_some(found..next.end);
        }
        let (ordinal, letter) = self.ordinal?;
        // A lone `a.` is also an abbreviation and `1.` a number: the next marker must look
        // exactly the same and count one up.
        let mut from = self.end;
        while let Some(found) = memchr::memchr(b' ', &bytes[from..end]) {
            crate::work::count(found + 1);
            let at = from + found + 1;
            let digit = bytes.get(at).is_some_and(|b| {
                if letter {
                    b.is_ascii_lowercase()
                } else {
                    b.is_ascii_digit()
                }
            });
            if digit
                && let Some(next) = Self::numbered(text, at)
                && next.ordinal == Some((ordinal + 1, letter))
                && next.tail == self.tail
            {
                return Some(at..next.end);
            }
            from = at;
        }
        None
    }
}
