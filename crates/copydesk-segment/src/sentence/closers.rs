//! What belongs to the sentence after its terminator: closing quotes and brackets, also after a
//! space, and references to notes.
//!
//! Why: `… on the issues. ”` and `… of rights. [4]` end after the mark, and a mark left over
//! would start the next sentence.
//!
//! Example: `“Stop.” ‘Go!’ (He left.) Then [2]` closes before each space.
//!
//! Known misses: an opening quote with a space on both sides, `back. \' But not …`, is taken for
//! a closing one unless the next one closes.

use super::{Context, full_stop, next_word};
use crate::bytes::at as byte_at;
use crate::chars::{char_at, is_closer, is_opener, is_quote};

/// What was taken in after the terminators.
pub(super) struct Closed {
    /// One past it.
    pub(super) end: usize,
    /// Whether there was a quotation mark.
    pub(super) quote: bool,
    /// Whether there was anything.
    pub(super) any: bool,
}

/// Takes in closing quotes and brackets, also after a space, and footnote references.
pub(super) fn closers(context: &mut Context<'_>, from: usize) -> Closed {
    let text = context.text;
    let bytes = context.bytes;
    let mut closed = Closed {
        end: from,
        quote: false,
        any: false,
    };
    let next = byte_at(bytes, from);
    if next == b'\n' || (next == b' ' && byte_at(bytes, from + 1).is_ascii_alphabetic()) {
        return closed;
    }
    while let Some(c) = char_at(text, closed.end) {
        if is_closer(c)
            || (matches!(c, '"' | '\'' | '`' | '\u{201C}') && closes(context, closed.end, c))
        {
            closed.quote |= is_quote(c);
            closed.end += c.len_utf8();
        } else if c == '['
            && let Some(end) = footnote(bytes, closed.end)
        {
            closed.end = end;
        } else if c == ' '
            && let Some(end) = note_number(text, closed.end)
            && !full_stop::is_abbreviated(context, from - 1)
        {
            closed.end = end;
        } else if c == ' '
            && let Some(end) = spaced_closer(context, closed.end, !closed.any)
        {
            closed.quote = true;
            closed.end = end;
        } else if c == '.' && closed.any {
            // A full stop after the closing quote: `required.".`
            closed.end += 1;
        } else {
            break;
        }
        closed.any = true;
    }
    closed
}

/// Whether a quotation mark that touches the terminator closes.
fn closes(context: &mut Context<'_>, at: usize, mark: char) -> bool {
    match char_at(context.text, at + mark.len_utf8()) {
        Some(next) if next.is_alphanumeric() => {
            mark == '"'
                && context
                    .quotes
                    .double_open(&mut context.marks, context.bytes, at)
        }
        _ => true,
    }
}

/// A closing quote or footnote reference after one space.
fn spaced_closer(context: &mut Context<'_>, space: usize, first: bool) -> Option<usize> {
    let (text, bytes) = (context.text, context.bytes);
    let at = space + 1;
    let mark = char_at(text, at)?;
    if mark == '[' {
        return footnote(bytes, at);
    }
    let end = if bytes[at..].starts_with(b"''") {
        at + 2
    } else {
        at + mark.len_utf8()
    };
    let free = char_at(text, end).is_none_or(|c| !c.is_alphanumeric() && !is_opener(c));
    // In running text only a closing mark has a space on both sides; in tokenized text, where
    // the full stop has a space before it too, either may.
    let spaced = first && byte_at(bytes, end) == b' ';
    let running = spaced && touches(bytes, space);
    let closes = |open: bool, seen: bool| {
        open || (spaced
            && match ahead(bytes, end, bytes[at]) {
                Ahead::Closing => false,
                Ahead::Unclear => running,
                // `Why ? \'\' Osei left`: no pair before it, and nothing that it could open.
                Ahead::Nothing => running || !seen,
            })
    };
    let open = match mark {
        '\u{201D}' | '\u{BB}' => true,
        '"' => closes(
            context.quotes.double_open(&mut context.marks, bytes, at),
            true,
        ),
        '\'' => {
            let open = context.quotes.single_open(&mut context.marks, bytes, at);
            closes(open, context.quotes.seen_single())
        }
        ')' | ']' => return free.then_some(end),
        _ => false,
    };
    (free && open).then_some(end)
}

/// What the next quotation mark of a kind is.
enum Ahead {
    /// One that closes: `said,' he` or `said ? ' he`.
    Closing,
    Unclear,
    Nothing,
}

/// How far ahead the mark is looked for that a quotation mark would open for, in bytes.
const AHEAD: usize = 300;

/// The next mark from a byte, apostrophes left out.
fn ahead(bytes: &[u8], from: usize, mark: u8) -> Ahead {
    let until = bytes.len().min(from + AHEAD);
    crate::work::count(until - from);
    for at in memchr::memchr_iter(mark, &bytes[from..until]).map(|found| from + found) {
        let (before, after) = (bytes[at - 1], byte_at(bytes, at + 1));
        if mark == b'\'' && before.is_ascii_alphanumeric() {
            continue;
        }
        let ends = |byte: u8| matches!(byte, b'.' | b',' | b'!' | b'?');
        let goes_on = || after == b' ' && byte_at(bytes, at + 2).is_ascii_lowercase();
        return if ends(before) || (before == b' ' && ends(bytes[at - 2]) && goes_on()) {
            Ahead::Closing
        } else {
            Ahead::Unclear
        };
    }
    Ahead::Nothing
}

/// Whether the terminators before a byte touch the word they end.
fn touches(bytes: &[u8], end: usize) -> bool {
    let run = bytes[..end]
        .iter()
        .rev()
        .take(4)
        .take_while(|b| matches!(b, b'.' | b'!' | b'?'))
        .count();
    run < 4 && end > run && bytes[end - run - 1] != b' '
}

/// The end of a note number that lost its raised position: `of rights. 4 Even so`. A sentence
/// that starts with a number goes on in lower case.
fn note_number(text: &str, space: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits = bytes[space + 1..]
        .iter()
        .take(3)
        .take_while(|b| b.is_ascii_digit())
        .count();
    let end = space + 1 + digits;
    ((1..=2).contains(&digits)
        && byte_at(bytes, end) == b' '
        && byte_at(bytes, end + 1).is_ascii_uppercase()
        && next_word::at(text, end + 1).is_starter())
    .then_some(end)
}

/// The end of a footnote reference such as `[12]` or `[a]`.
fn footnote(bytes: &[u8], open: usize) -> Option<usize> {
    let inner = bytes.get(open + 1..bytes.len().min(open + 6))?;
    let close = inner.iter().position(|&b| b == b']')?;
    let inner = &inner[..close];
    if matches!(inner, b"..." | [0xE2, 0x80, 0xA6]) {
        // `[...]`: what was left out belongs to the sentence that it follows.
        return Some(open + close + 2);
    }
    let number = !inner.is_empty()
        && inner
            .iter()
            .all(|b| b.is_ascii_digit() || *b == b',' || *b == b'-');
    (number || (inner.len() == 1 && inner[0].is_ascii_lowercase())).then_some(open + close + 2)
}
