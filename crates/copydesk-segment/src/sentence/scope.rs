//! Quotes and brackets around a possible sentence end.
//!
//! Why: `He teaches (He worked there once. He left.) at the school` is one sentence. But a bracket or
//! quote that is never closed must not swallow the article, so the scope is short: it counts
//! only where it closes within a bounded distance of the terminator, on the same line.
//!
//! Known misses: several sentences in one long pair of brackets are split.

use super::Context;
use super::marks::Marks;
use crate::bytes::at as byte_at;

/// How far a closing bracket may stand from the terminator, in bytes.
const AHEAD: usize = 60;
/// How far back an opening bracket may stand, in bytes.
const BEHIND: usize = 120;
/// How far ahead the end of a quotation may stand, in bytes.
const QUOTED: usize = 150;

/// Whether a bracket opened before the terminator closes soon after it.
#[inline]
pub(super) fn closes_soon(context: &mut Context<'_>, terminator: usize, after: usize) -> bool {
    let bytes = context.bytes;
    context.marks.bracket(bytes, after) < bytes.len().min(after + AHEAD)
        && bracketed(context, terminator, after)
}

/// The same where a bracket closes soon: whether it is one that was opened before the terminator.
#[inline(never)]
fn bracketed(context: &Context<'_>, terminator: usize, after: usize) -> bool {
    let bytes = context.bytes;
    let ahead = &bytes[after..bytes.len().min(after + AHEAD)];
    let mut depth = 0_i32;
    let mut closer = 0;
    for &byte in ahead {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' if depth == 0 => {
                closer = byte;
                break;
            }
            b')' | b']' | b'}' => depth -= 1,
            b'\n' => return false,
            _ => {}
        }
    }
    if closer == 0 {
        return false;
    }
    let floor = context.start.max(terminator.saturating_sub(BEHIND));
    let mut depth = 0_i32;
    for &byte in bytes[floor..terminator].iter().rev() {
        match byte {
            b')' | b']' | b'}' => depth += 1,
            b'(' | b'[' | b'{' if depth == 0 => {
                return matches!((byte, closer), (b'(', b')') | (b'[', b']') | (b'{', b'}'));
            }
            b'(' | b'[' | b'{' => depth -= 1,
            _ => {}
        }
    }
    false
}

/// Whether a quotation that was opened inside the sentence holds the terminator, and the sentence
/// goes on in lower case behind it: `He said "I came. I saw" and left`.
#[inline]
pub(super) fn quotes_on(context: &mut Context<'_>, terminator: usize, after: usize) -> bool {
    let bytes = context.bytes;
    // Most sentences hold no straight quotation mark.
    context.marks.quote(bytes, context.start) < terminator
        && quotation_goes_on(context, terminator, after)
}

/// The same for a sentence with a straight quotation mark in it.
#[inline(never)]
fn quotation_goes_on(context: &mut Context<'_>, terminator: usize, after: usize) -> bool {
    let bytes = context.bytes;
    context
        .quotes
        .advance(&mut context.marks, bytes, terminator);
    let (mark, opened) = match (context.quotes.double, context.quotes.single) {
        (Some(opened), _) => (b'"', opened),
        (None, Some(opened)) => (b'\'', opened),
        (None, None) => return false,
    };
    // `and the like '' .` ends with a mark that was taken for an opening one.
    let just_closed = bytes[context.start..terminator]
        .trim_ascii_end()
        .ends_with(&[mark]);
    if opened == context.body || just_closed {
        return false;
    }
    let until = bytes.len().min(after + QUOTED);
    crate::work::count(until - after);
    for at in memchr::memchr2_iter(mark, b'\n', &bytes[after..until]).map(|found| after + found) {
        if bytes[at] == b'\n' {
            return false;
        }
        if mark == b'\'' && bytes[at - 1].is_ascii_alphanumeric() {
            continue;
        }
        let next = at + 1 + usize::from(byte_at(bytes, at + 1) == mark);
        return byte_at(bytes, next) == b' ' && byte_at(bytes, next + 1).is_ascii_lowercase();
    }
    false
}

/// Which straight quotes are open, counted lazily from the start of the sentence: each byte is
/// looked at once however often it is asked.
#[derive(Clone, Debug)]
pub(super) struct QuoteParity {
    upto: usize,
    /// Where the open `"` stands.
    double: Option<usize>,
    /// Where the open free-standing `'` or `''` stands.
    single: Option<usize>,
    /// Whether there was one.
    seen_single: bool,
}

impl QuoteParity {
    /// Nothing is open at the start of a sentence.
    pub(super) fn from(start: usize) -> Self {
        Self {
            upto: start,
            double: None,
            single: None,
            seen_single: false,
        }
    }

    /// Whether a `"` is open at a byte.
    pub(super) fn double_open(&mut self, marks: &mut Marks, bytes: &[u8], at: usize) -> bool {
        self.advance(marks, bytes, at);
        self.double.is_some()
    }

    /// Whether a free-standing `'` or `''` is open at a byte.
    pub(super) fn single_open(&mut self, marks: &mut Marks, bytes: &[u8], at: usize) -> bool {
        self.advance(marks, bytes, at);
        self.single.is_some()
    }

    /// Whether a free-standing `'` or `''` stood before the byte that was asked about last.
    pub(super) fn seen_single(&self) -> bool {
        self.seen_single
    }

    fn advance(&mut self, marks: &mut Marks, bytes: &[u8], at: usize) {
        while self.upto < at {
            let mark = marks.quote(bytes, self.upto);
            if mark >= at {
                self.upto = at;
                return;
            }
            if bytes[mark] == b'"' {
                self.double = self.double.is_none().then_some(mark);
            } else {
                // Apostrophes touch letters on the left; quotes that open do not.
                let before = mark.checked_sub(1).map_or(b' ', |before| bytes[before]);
                if !before.is_ascii_alphanumeric() && before != b'\'' {
                    self.single = self.single.is_none().then_some(mark);
                    self.seen_single = true;
                }
            }
            self.upto = mark + 1;
        }
    }
}
