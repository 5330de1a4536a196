//! What begins with a colon and can end a sentence: an emoticon, and the marks of a time stamp or
//! a web address, which often stand where a line break was lost.
//!
//! Example: `See https://example.org/a The rest is there`, `Thank you :) The rest is there` and
//! `Osei 04/26/2001 07:17 AM The rest is there` part before `The`; `Note: The rest` does not.
//!
//! Known misses: a name as the first word after an address.

use super::next_word::{self, Opening};
use super::{Context, Verdict, stamp};
use crate::bytes::at as byte_at;

/// Judges the colon or semicolon at a byte.
pub(super) fn judge(context: &Context<'_>, at: usize) -> Verdict {
    let bytes = context.bytes;
    let next = byte_at(bytes, at + 1);
    if next == b' ' {
        return Verdict::Resume(at + 1);
    }
    if next == b'/' && byte_at(bytes, at + 2) == b'/' {
        return address(context, at + 3);
    }
    if next.is_ascii_digit() {
        return stamp::judge(context, at).unwrap_or(Verdict::Resume(at + 1));
    }
    let mouth = at + 1 + usize::from(matches!(next, b'-' | b'\''));
    if matches!(byte_at(bytes, mouth), b')' | b'(' | b'D' | b'P')
        && (at == context.start || bytes[at - 1] == b' ')
        && byte_at(bytes, mouth + 1) == b' '
        && starts_anew(context, mouth + 1)
    {
        return Verdict::End(mouth + 1);
    }
    Verdict::Resume(at + 1)
}

/// Whether a sentence starts after an emoticon or emoji, which is never part of a name.
pub(super) fn starts_anew(context: &Context<'_>, end: usize) -> bool {
    let next = super::skip_blank(context.text, end);
    let word = next_word::at(context.text, next);
    next > end
        && match word.opening {
            Opening::Upper => true,
            Opening::Lower => context.informal && word.is_careless_starter(),
            _ => false,
        }
}

/// The rest of a web address from `from`, behind its `://`.
fn address(context: &Context<'_>, from: usize) -> Verdict {
    let bytes = context.bytes;
    let mut end = from
        + bytes[from..]
            .iter()
            .take_while(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b'<' | b'>'))
            .count();
    crate::work::count(end - from);
    while end > from && !(bytes[end - 1].is_ascii_alphanumeric() || bytes[end - 1] == b'/') {
        end -= 1;
    }
    let next = super::skip_blank(context.text, end);
    let word = next_word::at(context.text, next);
    let starts = word.is_starter() || matches!(word.word, "http" | "https");
    if next > end && word.start < bytes.len() && !word.opened && starts {
        Verdict::End(end)
    } else {
        Verdict::Resume(end)
    }
}
