//! The verdict on a run of terminators: what it is made of, what closes after it, and how the
//! text goes on. The other rules are asked from here.
//!
//! Example: `… the issues. ”` ends after the quote; `“Stop!” he said` does not end, and neither
//! does `I wanted ... well`.
//!
//! Known misses: `Father Came Too! is a film`-like titles before an upper-case word; `“Yes!”
//! Osei left` where the verb after the name is none of saying is two sentences, as it should,
//! but so is `“Yes!” Osei laughed`.

use super::closers::{Closed, closers};
use super::next_word::{self, Opening};
use super::{Context, Verdict, careless, full_stop, line_break, lost_space, plain, scope};
use crate::abbreviations::EXCLAIMED;
use crate::bytes::at as byte_at;
use crate::chars::{
    char_at, is_bullet, is_closer, is_kana, is_unspaced_terminator, is_wide_terminator,
};

/// A run of terminators, such as `?!` or `. . .`.
pub(super) struct Run {
    /// First byte.
    pub(super) start: usize,
    /// One past the last.
    pub(super) end: usize,
    /// Full stops in it.
    dots: usize,
    /// Whether it holds `…` or more than one full stop.
    ellipsis: bool,
    /// Whether it holds a mark other than a full stop or an ellipsis.
    strong: bool,
    /// Whether it holds a mark after which no space is written.
    unspaced: bool,
}

/// Judges the terminator at a byte.
#[inline]
pub(super) fn judge(context: &mut Context<'_>, at: usize) -> Verdict {
    plain::judge(context, at).unwrap_or_else(|| judge_fully(context, at))
}

/// Judges the terminator at a byte by all evidence.
#[inline(never)]
pub(super) fn judge_fully(context: &mut Context<'_>, at: usize) -> Verdict {
    let text = context.text;
    // `3.5`, `example.org`
    let next = byte_at(context.bytes, at + 1);
    if context.bytes[at] == b'.' && (next.is_ascii_lowercase() || next.is_ascii_digit()) {
        return Verdict::Resume(at + 1);
    }
    let run = run_from(text, at);
    if run.ellipsis && run.start == context.body {
        // `... and so on`, and what `omission` has cut off.
        return Verdict::Resume(run.end);
    }
    if omission(text, at, &run) {
        return Verdict::End(at + 1);
    }
    if run.ellipsis && text[..at].ends_with(['[', '(']) && text[run.end..].starts_with([']', ')']) {
        // `[...]` marks words left out, inside a sentence as often as between two.
        return Verdict::Resume(run.end);
    }
    let closed = closers(context, run.end);
    if !matches!(context.bytes.get(closed.end), Some(b' ' | b'\n')) {
        let Some(after) = char_at(text, closed.end) else {
            return Verdict::End(text.len());
        };
        if !crate::chars::is_blank(after) {
            return glued(context, &run, &closed, after);
        }
    }
    let gap = line_break::gap(text, closed.end);
    if gap.ends_paragraph() || (gap.lines > 0 && context.break_lines) || gap.end >= text.len() {
        return Verdict::End(closed.end);
    }
    if ends(context, &run, &closed, gap.end) {
        return Verdict::End(closed.end);
    }
    if gap.lines > 0 {
        return line_break::judge(context, closed.end, !run.is_full_stop());
    }
    Verdict::Resume(closed.end)
}

/// `left. . . . The`: a full stop that touches its word and an ellipsis of three spaced dots, which
/// says that words are left out before the next sentence.
fn omission(text: &str, at: usize, run: &Run) -> bool {
    let bytes = text.as_bytes();
    run.dots == 4
        && !run.strong
        && bytes[at..run.end] == *b". . . ."
        && at > 0
        && bytes[at - 1].is_ascii_alphanumeric()
        && byte_at(bytes, run.end) == b' '
        && char_at(text, run.end + 1).is_some_and(char::is_uppercase)
}

impl Run {
    /// Whether the run is one full stop.
    fn is_full_stop(&self) -> bool {
        self.dots == 1 && !self.strong && !self.ellipsis
    }
}

/// The run of terminators at a byte; marks of an ellipsis or of `! ! !` may be spaced.
fn run_from(text: &str, start: usize) -> Run {
    let bytes = text.as_bytes();
    let mut run = Run {
        start,
        end: start,
        dots: 0,
        ellipsis: false,
        strong: false,
        unspaced: false,
    };
    // Nearly every terminator stands alone before a space.
    let alone = matches!(byte_at(bytes, start + 1), b' ' | b'\n')
        && !matches!(byte_at(bytes, start + 2), b'.' | b'!' | b'?');
    if alone && bytes[start].is_ascii() {
        run.end += 1;
        run.dots = usize::from(bytes[start] == b'.');
        run.strong = run.dots == 0;
        return run;
    }
    loop {
        match char_at(text, run.end) {
            Some('.') => {
                run.dots += 1;
                run.end += 1;
            }
            Some('!' | '?') => {
                run.strong = true;
                run.end += 1;
            }
            Some('\u{2026}') => {
                run.ellipsis = true;
                run.end += 3;
            }
            Some(c) if is_wide_terminator(c) => {
                run.strong = true;
                run.unspaced |= is_unspaced_terminator(c);
                run.end += c.len_utf8();
            }
            _ => {
                // `. . .`, `! ! !` and `? ...`, but not `left .NET` or `5 . ?`.
                let spaced = byte_at(bytes, run.end) == b' '
                    && matches!(byte_at(bytes, run.end + 1), b'.' | b'!' | b'?')
                    && matches!(
                        byte_at(bytes, run.end + 2),
                        b' ' | b'.' | b'!' | b'?' | b'\n' | b'\r' | b'"' | b'\'' | b')' | 0x80..
                    );
                if !spaced {
                    break;
                }
                run.end += 1;
            }
        }
    }
    crate::work::count(run.end - start);
    run.ellipsis |= run.dots > 1;
    run
}

/// A terminator that something other than white space follows.
fn glued(context: &Context<'_>, run: &Run, closed: &Closed, after: char) -> Verdict {
    let ends = if run.unspaced {
        // 「…。」と言った goes on; 。 alone ends.
        !(closed.any && (is_kana(after) || matches!(after, '\u{3001}' | '\u{FF0C}')))
    } else if is_closer(after) {
        false
    } else if run.ellipsis {
        run.dots > 2 && lost_space::ends(context, run.start, run.end, closed.end)
    } else {
        is_bullet(after) || lost_space::ends(context, run.start, run.end, closed.end)
    };
    if ends {
        Verdict::End(closed.end)
    } else {
        Verdict::Resume(closed.end.max(run.end))
    }
}

/// Whether the sentence ends after a run of terminators when `next` is the next character
/// that is no white space.
fn ends(context: &mut Context<'_>, run: &Run, closed: &Closed, next: usize) -> bool {
    if run.unspaced {
        return true;
    }
    let word = next_word::at(context.text, next);
    match word.opening {
        Opening::Lower => {
            return !closed.any
                && !run.ellipsis
                && careless::ends(context, run.start, run.strong, &word);
        }
        Opening::Punctuation => return false,
        // `U.S. - China relations`, `“Stop!” - he said`
        Opening::Dash if closed.quote => return false,
        Opening::Dash | Opening::Upper | Opening::Number | Opening::Uncased | Opening::Symbol => {}
    }
    if run.is_full_stop() && !full_stop::ends(context, run.start, &word) {
        return false;
    }
    if run.ellipsis && !closed.any && word.is_pronoun_i() {
        return false;
    }
    if run.strong
        && !closed.any
        && run.end == run.start + 1
        && full_stop::word_before(context, run.start)
            .is_some_and(|w| EXCLAIMED.iter().any(|name| name.as_bytes() == w))
        && !word.is_starter()
    {
        return false;
    }
    if closed.quote && run.strong && word.is_speaker(context.text) {
        return false;
    }
    !scope::closes_soon(context, run.start, closed.end)
        && (closed.any || run.ellipsis || !scope::quotes_on(context, run.start, closed.end))
}
