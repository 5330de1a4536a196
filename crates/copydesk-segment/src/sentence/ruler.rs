//! Drawn lines: `=========`, `-----`, `*****`.
//!
//! Why: they part the sections of a mail or a text file, and where line breaks were lost they
//! are what is left of them.
//!
//! Example: `Bye ====== This mail is private.` is three; `a f***** mess` is one, and so is a
//! gap to fill in, `I, ________, agree`.
//!
//! Known misses: lines of mixed marks.

use super::{Context, Verdict};
use crate::bytes::at as byte_at;

/// The fewest marks of a line.
const LEAST: usize = 5;

/// Judges the mark at a byte.
pub(super) fn judge(context: &Context<'_>, at: usize) -> Verdict {
    let bytes = context.bytes;
    let mark = bytes[at];
    if byte_at(bytes, at + 1) != mark {
        return Verdict::Resume(at + 1);
    }
    let end = at + bytes[at..].iter().take_while(|b| **b == mark).count();
    crate::work::count(end - at);
    let free_before = at == context.start || bytes[at - 1].is_ascii_whitespace();
    let free_after = byte_at(bytes, end).is_ascii_whitespace();
    if end - at < LEAST || !(free_before || free_after) {
        return Verdict::Resume(end);
    }
    if at > context.start && free_before {
        return Verdict::End(at);
    }
    // `*****NOTICE*****` ends where its second line does, unless that hides a word.
    let closes = free_after && (free_before || byte_at(bytes, context.start) == mark);
    if closes {
        Verdict::End(end)
    } else {
        Verdict::Resume(end)
    }
}
