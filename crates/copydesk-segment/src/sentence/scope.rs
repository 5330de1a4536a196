//! Quotes and brackets around a possible sentence end.
//!
//! Why: `He teaches (He worked there once. He left.) at the school` is one sentence. But a bracket or
//! quote that is never closed must not swallow the article, so the scope is short: it counts
//! only where it closes within a bounded distance of the terminator, on the same line.
//!
//! Known misses: several sentences in one long pair of brackets are split.

use super::Context;

/// How far a closing bracket may stand from the terminator, in bytes.
const AHEAD: usize = 60;
/// How far back an opening bracket may stand, in bytes.
const BEHIND: usize = 120;

/// Whether a bracket opened before the terminator closes soon after it.
pub(super) fn closes_soon(context: &Context<'_>, terminator: usize, after: usize) -> bool {
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

/// Whether straight quotes are open, counted lazily from the start of the sentence: each byte
/// is looked at once however often it is asked.
#[derive(Clone, Debug)]
pub(super) struct QuoteParity {
    upto: usize,
    double: bool,
    single: bool,
}

impl QuoteParity {
    /// Nothing is open at the start of a sentence.
    pub(super) fn from(start: usize) -> Self {
        Self {
            upto: start,
            double: false,
            single: false,
        }
    }

    /// Whether a `"` is open at a byte.
    pub(super) fn double_open(&mut self, bytes: &[u8], at: usize) -> bool {
        self.advance(bytes, at);
        self.double
    }

    /// Whether a free-standing `'` or `''` is open at a byte.
    pub(super) fn single_open(&mut self, bytes: &[u8], at: usize) -> bool {
        self.advance(bytes, at);
        self.single
    }

    fn advance(&mut self, bytes: &[u8], at: usize) {
        while self.upto < at {
            match bytes[self.upto] {
                b'"' => self.double = !self.double,
                b'\'' => {
                    // Apostrophes touch letters on the left; quotes that open do not.
                    let opens = self.upto == 0 || !bytes[self.upto - 1].is_ascii_alphanumeric();
                    if opens && bytes.get(self.upto.wrapping_sub(1)) != Some(&b'\'') {
                        self.single = !self.single;
                    }
                }
                _ => {}
            }
            self.upto += 1;
        }
    }
}
