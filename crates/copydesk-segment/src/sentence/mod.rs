//! Sentences: a fast scan for the marks that can end one, then local evidence.
//!
//! The scan compares many bytes at once and stops only at terminators, line breaks and the marks of
//! what stands for a lost line break. Each stop is judged by what stands within a bounded distance around it, so that the whole is
//! linear in the text and a stray quote or bracket can never swallow the rest of an article.

mod careless;
mod closers;
mod colon;
mod dotted;
mod full_stop;
mod heading;
mod line_break;
mod list_marker;
mod lost_space;
mod marks;
mod next_word;
mod plain;
mod ruler;
mod salutation;
mod scan;
mod scope;
mod stamp;
mod terminator;
mod thai;
mod words;

use copydesk_core::{SegmentOptions, Span};

use crate::chars::{char_at, char_before, is_blank};
use list_marker::ListMarker;
use marks::Marks;
use scan::{Scan, Stop};
use scope::QuoteParity;

/// The sentences of a text, one after the other, without allocation.
///
/// ```
/// use copydesk_core::SegmentOptions;
/// use copydesk_segment::SentenceIter;
///
/// let text = "Gen. Ama Osei spoke at 5 p.m. in Accra. Nobody answered.";
/// let found: Vec<&str> = SentenceIter::new(text, &SegmentOptions::default()).map(|s| s.of(text)).collect();
/// assert_eq!(found, ["Gen. Ama Osei spoke at 5 p.m. in Accra.", "Nobody answered."]);
/// ```
#[derive(Clone, Debug)]
pub struct SentenceIter<'t> {
    context: Context<'t>,
    /// Where the search for the next sentence starts.
    at: usize,
    /// A sentence found already that an inline list cuts into items: its end.
    list_end: Option<usize>,
    scan: Scan,
    /// Sentences for which the writer is still held to care little for case.
    informal: u8,
}

/// The sentence under way: what the rules may look at.
#[derive(Clone, Debug)]
struct Context<'t> {
    text: &'t str,
    bytes: &'t [u8],
    /// First byte of the sentence.
    start: usize,
    /// End of the list marker that the sentence starts with, or `start`.
    body: usize,
    break_lines: bool,
    quotes: QuoteParity,
    marks: Marks,
    /// Whether the sentence starts in lower case: its writer cares little for case, so a
    /// lower-case word after a terminator may start the next one.
    informal: bool,
}

/// What a rule says about a stop of the scan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Verdict {
    /// The sentence ends before this byte.
    End(usize),
    /// It does not; the scan goes on from this byte.
    Resume(usize),
}

/// How many sentences after one that starts in lower case are held to be by a careless writer.
const INFORMAL: u8 = 8;

impl<'t> SentenceIter<'t> {
    /// The sentences of `text`.
    ///
    /// ```
    /// use copydesk_core::SegmentOptions;
    /// use copydesk_segment::SentenceIter;
    /// let text = "It rained. Nobody came.";
    /// let mut sentences = SentenceIter::new(text, &SegmentOptions::default());
    /// assert_eq!(sentences.next().map(|span| span.of(text)), Some("It rained."));
    /// ```
    pub fn new(text: &'t str, options: &SegmentOptions) -> Self {
        Self {
            context: Context {
                text,
                bytes: text.as_bytes(),
                start: 0,
                body: 0,
                break_lines: options.line_breaks_end_sentences,
                quotes: QuoteParity::from(0),
                marks: Marks::default(),
                informal: false,
            },
            at: 0,
            list_end: None,
            scan: Scan::default(),
            informal: 0,
        }
    }

    /// The end of the sentence that starts at `start`, its marker, if any, before `body`.
    #[inline]
    fn end(&mut self, start: usize, body: usize) -> usize {
        let text = self.context.text;
        if self.informal > 0
            || !text.as_bytes()[body..]
                .first()
                .is_some_and(u8::is_ascii_uppercase)
        {
            self.informal = self.care(start, body);
        }
        if let Some(end) = self.list_end.take_if(|end| *end > start) {
            return end;
        }
        self.context.start = start;
        self.context.body = body;
        self.context.quotes = QuoteParity::from(start);
        self.context.informal = self.informal > 0;
        salutation::end(text, start)
            .or_else(|| (self.at == 0).then(|| heading::end(text, start))?)
            .unwrap_or_else(|| sentence_end(&mut self.scan, &mut self.context))
    }

    /// For how many sentences more the writer is held to care little for case.
    fn care(&self, start: usize, body: usize) -> u8 {
        let text = self.context.text;
        if is_lowercase_at(text, body) {
            INFORMAL
        } else if self.informal > 0 && bytes_hold_blank_line(&text.as_bytes()[self.at..start]) {
            0
        } else {
            self.informal.saturating_sub(1)
        }
    }
}

impl Iterator for SentenceIter<'_> {
    type Item = Span;

    #[inline]
    fn next(&mut self) -> Option<Span> {
        let text = self.context.text;
        let start = skip_blank(text, self.at);
        let first = *text.as_bytes().get(start)?;
        let mut end;
        if first.is_ascii_uppercase() {
            end = self.end(start, start);
            self.list_end = None;
        } else {
            let marker = ListMarker::at(text, start);
            end = self.end(start, marker.as_ref().map_or(start, |marker| marker.end));
            self.list_end = None;
            if let Some(item) = marker.and_then(|marker| marker.next_item(text, end)) {
                // An item that holds nothing yet goes on behind the end found.
                self.list_end = (item.end < end).then_some(end);
                end = item.start;
            }
        }
        self.at = end;
        Some(Span::at(start, trim_end(text, start, end)))
    }
}

/// The end of the sentence that starts at `context.start`.
fn sentence_end(scan: &mut Scan, context: &mut Context<'_>) -> usize {
    let bytes = context.bytes;
    let mut at = context.body.max(context.start);
    while let Some((found, stop)) = scan.next(bytes, at) {
        at = found;
        let verdict = match stop {
            Stop::None => Verdict::Resume(at + 1),
            Stop::Terminator => terminator::judge(context, at),
            Stop::Line if bytes[at..].starts_with(b"\n\n") => Verdict::End(at),
            Stop::Line => line_break::judge(context, at, true),
            Stop::Colon => colon::judge(context, at),
            Stop::Ruler => ruler::judge(context, at),
            Stop::Wide => match char_at(context.text, at) {
                Some(c) if crate::chars::is_thai(c) => thai::judge(context, at),
                Some(c) if crate::chars::is_emoji(c) => emoji(context, at + c.len_utf8()),
                Some('\u{2028}' | '\u{2029}' | '\u{85}') => line_break::judge(context, at, true),
                Some(c) if crate::chars::is_wide_terminator(c) => terminator::judge(context, at),
                Some(c) => Verdict::Resume(at + c.len_utf8()),
                None => Verdict::Resume(at + 1),
            },
        };
        match verdict {
            Verdict::End(end) => return end,
            Verdict::Resume(next) => at = next.max(at + 1),
        }
    }
    bytes.len()
}

/// Whether a lower-case letter stands at a byte.
fn is_lowercase_at(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_lowercase(),
        _ => char_at(text, at).is_some_and(char::is_lowercase),
    }
}

/// Whether white space holds more than one line feed: another paragraph, another writer.
fn bytes_hold_blank_line(blank: &[u8]) -> bool {
    memchr::memchr_iter(b'\n', blank).nth(1).is_some()
}

/// Judges a smiling face or the like that ends before a byte: `I love her 😻 She is old`, but
/// `🔥 Hot deals`.
fn emoji(context: &Context<'_>, end: usize) -> Verdict {
    let mut begun = context.text[context.start..end].chars().take(8);
    if context.bytes.get(end) == Some(&b' ')
        && begun.any(char::is_alphanumeric)
        && colon::starts_anew(context, end)
    {
        Verdict::End(end)
    } else {
        Verdict::Resume(end)
    }
}

/// The first byte at or after `at` that is no white space.
#[inline]
fn skip_blank(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while matches!(bytes.get(at), Some(b' ' | b'\n')) {
        at += 1;
    }
    if bytes.get(at).is_some_and(u8::is_ascii_graphic) {
        return at;
    }
    skip_any_blank(text, at)
}

/// The same for white space of any kind.
#[inline(never)]
fn skip_any_blank(text: &str, mut at: usize) -> usize {
    while let Some(c) = char_at(text, at) {
        if !is_blank(c) {
            break;
        }
        at += c.len_utf8();
    }
    at
}

/// The end of the last character before `end` that is no white space.
#[inline]
fn trim_end(text: &str, start: usize, end: usize) -> usize {
    if end > start && text.as_bytes()[end - 1].is_ascii_graphic() {
        return end;
    }
    trim_any_end(text, start, end)
}

/// The same where the last character is no mark or letter of ASCII.
#[inline(never)]
fn trim_any_end(text: &str, start: usize, mut end: usize) -> usize {
    while end > start {
        match char_before(text, end) {
            Some(c) if is_blank(c) => end -= c.len_utf8(),
            _ => break,
        }
    }
    end
}
