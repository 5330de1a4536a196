//! Line breaks: a blank line always ends a sentence, a single line break where the next line
//! starts like a new item.
//!
//! Why: paragraphs of an article are separated by a blank line, but the items of one list and
//! the rows of one table by a single line break, and they rarely end with a full stop.
//!
//! Example: `Opening hours\nMonday to Friday` are two; `the Ministry of\nDefence` is one.
//!
//! Known misses: hard-wrapped text whose line ends before a name.

use super::list_marker::ListMarker;
use super::next_word::{self, Opening};
use super::words::UNFINISHED;
use super::{Context, Verdict};
use crate::chars::{char_at, char_before, is_blank, is_bullet};

/// White space and the line breaks in it.
pub(super) struct Gap {
    pub(super) end: usize,
    pub(super) lines: u32,
    paragraph: bool,
}

impl Gap {
    /// Whether it holds a blank line.
    pub(super) fn ends_paragraph(&self) -> bool {
        self.lines > 1 || self.paragraph
    }
}

/// The white space at a byte.
pub(super) fn gap(text: &str, from: usize) -> Gap {
    let mut gap = Gap {
        end: from,
        lines: 0,
        paragraph: false,
    };
    let bytes = text.as_bytes();
    if bytes.get(from) == Some(&b' ') && bytes.get(from + 1).is_some_and(u8::is_ascii_graphic) {
        gap.end += 1;
        return gap;
    }
    let mut carriage = false;
    loop {
        match bytes.get(gap.end) {
            Some(b'\n') if carriage => {}
            Some(b'\n' | b'\r' | 0xB | 0xC) => gap.lines += 1,
            Some(byte) if byte.is_ascii_graphic() => break,
            Some(byte) if byte.is_ascii() => {}
            _ => match char_at(text, gap.end) {
                Some(c) if is_blank(c) => {
                    gap.lines += u32::from(matches!(c, '\u{85}' | '\u{2028}'));
                    gap.paragraph |= c == '\u{2029}';
                    gap.end += c.len_utf8() - 1;
                }
                _ => break,
            },
        }
        carriage = bytes[gap.end] == b'\r';
        gap.end += 1;
    }
    gap
}

/// Judges the line break at or after a byte. `capital_counts` is false where a full stop
/// before it was found to be part of an abbreviation.
pub(super) fn judge(context: &Context<'_>, at: usize, capital_counts: bool) -> Verdict {
    let text = context.text;
    let gap = gap(text, at);
    let ends = gap.ends_paragraph()
        || context.break_lines
        || gap.end >= text.len()
        || starts_item(text, gap.end)
        || (capital_counts && starts_line(text, gap.end) && !goes_on(text, context.start, at));
    if ends {
        Verdict::End(at)
    } else {
        Verdict::Resume(gap.end)
    }
}

/// Whether a list item or the row of a drawn table starts here.
fn starts_item(text: &str, at: usize) -> bool {
    char_at(text, at).is_some_and(is_bullet)
        || ListMarker::at(text, at).is_some()
        || ["- ", "* ", "|"]
            .iter()
            .any(|mark| text[at..].starts_with(mark))
}

/// Whether the line starts as a sentence or heading does.
fn starts_line(text: &str, at: usize) -> bool {
    matches!(
        next_word::at(text, at).opening,
        Opening::Upper | Opening::Number | Opening::Symbol
    )
}

/// Whether the line before the break is unfinished: a comma or dash, or a small word that
/// something must follow.
fn goes_on(text: &str, start: usize, end: usize) -> bool {
    let end = super::trim_end(text, start, end);
    let Some(last) = char_before(text, end) else {
        return false;
    };
    if matches!(
        last,
        ',' | '-' | '\u{2013}' | '\u{2014}' | '&' | '/' | '(' | '[' | '\u{201C}'
    ) {
        return true;
    }
    let word = text[..end]
        .bytes()
        .rev()
        .take(8)
        .take_while(u8::is_ascii_alphabetic)
        .count();
    // `built-in` is no `in`.
    let whole = char_before(text, end - word).is_none_or(is_blank);
    whole && UNFINISHED.contains(&&text[end - word..end])
}
