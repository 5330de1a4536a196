//! Quotation marks.
//!
//! *What*: the runs of text that stand in marks (curly, straight, single, guillemets, `„…“`),
//! paragraph by paragraph, with what is nested in them. A run that is not closed goes on in the
//! next paragraph where that opens with a mark again, else it ends with its paragraph.
//! *Known misses*: a single mark at the end of a plural (`the workers' house`) inside single
//! marks may close them.

use copydesk_core::Span;

/// A run of text in marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// From the opening mark to past the closing one.
    pub(super) whole: Span,
    /// What stands between the marks; one span a paragraph.
    pub(super) parts: Vec<Span>,
    /// How many runs it stands in.
    pub(super) depth: u32,
    /// Whether it has its closing mark.
    pub(super) closed: bool,
}

impl Run {
    /// From the first word to the last.
    pub(super) fn inner(&self) -> Span {
        let first = self.parts.first().copied().unwrap_or_default();
        let last = self.parts.last().copied().unwrap_or_default();
        Span::new(first.start, last.end)
    }
}

/// So many runs may stand in one another.
const DEEPEST: usize = 4;

struct Open {
    mark: char,
    start: usize,
    inner: usize,
    parts: Vec<Span>,
}

/// Finds the runs of a text, in order of their start.
pub(super) fn read(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut at = 0;
    let mut single_closes_from = 0;
    while let Some(found) = text.as_bytes()[at..]
        .iter()
        .position(|&byte| may_be_mark(byte))
    {
        at += found;
        let letter = text[at..].chars().next().unwrap_or('\n');
        let before = text[..at].chars().next_back().unwrap_or('\n');
        let next = at + letter.len_utf8();
        let after = text[next..].chars().next().unwrap_or('\n');
        if letter == '\n' {
            paragraph(text, at, &mut open, &mut runs);
            // The marks that open a paragraph anew.
            if let Some(last) = open.last_mut() {
                let rest = &text[at..];
                let blank = rest.len() - rest.trim_start().len();
                let mark = rest[blank..].chars().next().unwrap_or('\n');
                at += blank + mark.len_utf8();
                last.inner = at;
                continue;
            }
        }
        let opens = opens(letter, before, after);
        let closes = open
            .last()
            .is_some_and(|last| closes(last.mark, letter, before, after));
        let single = matches!(letter, '‘' | '’' | '\'');
        if closes && !(single && at < single_closes_from) {
            if let Some(last) = open.pop() {
                push(last, at, next, open.len(), true, &mut runs);
            }
        } else if opens && open.len() < DEEPEST {
            let close = if single {
                single_close(text, next)
            } else {
                Some(0)
            };
            if let Some(close) = close {
                if single {
                    single_closes_from = close;
                }
                open.push(Open {
                    mark: letter,
                    start: at,
                    inner: next,
                    parts: Vec::new(),
                });
            }
        }
        at = next;
    }
    paragraph(text, text.len(), &mut open, &mut runs);
    runs.sort_by_key(|run| (run.whole.start, run.depth));
    runs
}

/// Whether a mark or the end of a line may begin with a byte.
fn may_be_mark(byte: u8) -> bool {
    matches!(byte, b'\n' | b'"' | b'\'' | 0xc2 | 0xe2)
}

fn push(open: Open, end: usize, past: usize, depth: usize, closed: bool, runs: &mut Vec<Run>) {
    let mut parts = open.parts;
    if open.inner < end {
        parts.push(Span::new(open.inner as u32, end as u32));
    }
    if parts.is_empty() {
        return;
    }
    runs.push(Run {
        whole: Span::new(open.start as u32, past as u32),
        parts,
        depth: depth as u32,
        closed,
    });
}

/// The end of a paragraph: what is open ends, unless the next one opens with the same mark.
fn paragraph(text: &str, at: usize, open: &mut Vec<Open>, runs: &mut Vec<Run>) {
    let rest = text[at..].trim_start();
    let goes_on = open.len() == 1 && rest.starts_with(open[0].mark) && open[0].mark != '\'';
    if goes_on {
        let last = &mut open[0];
        if last.inner < at {
            last.parts.push(Span::new(last.inner as u32, at as u32));
        }
        return;
    }
    while let Some(last) = open.pop() {
        let end = last.inner + text[last.inner..at.max(last.inner)].trim_end().len();
        push(last, end, end, open.len(), false, runs);
    }
}

fn starts_after(before: char) -> bool {
    before.is_whitespace()
        || matches!(
            before,
            '(' | '[' | '{' | '—' | '–' | '-' | '/' | '“' | '"' | '‘' | '\'' | ':' | '«' | '„'
        )
}

fn opens(letter: char, before: char, after: char) -> bool {
    match letter {
        '“' | '„' | '«' | '‟' => !after.is_whitespace(),
        '"' => starts_after(before) && !after.is_whitespace(),
        '‘' => starts_after(before) && after.is_alphanumeric(),
        '\'' => starts_after(before) && after.is_alphabetic(),
        _ => false,
    }
}

fn closes(open: char, letter: char, before: char, after: char) -> bool {
    match open {
        '“' | '‟' => letter == '”' || letter == '"' && !starts_after(before),
        '„' => matches!(letter, '“' | '”'),
        '«' => letter == '»',
        '"' => {
            letter == '"' && (!starts_after(before) || !after.is_alphanumeric()) || letter == '”'
        }
        '‘' | '\'' => {
            matches!(letter, '’' | '\'') && !before.is_whitespace() && !after.is_alphanumeric()
        }
        _ => false,
    }
}

/// Where a single mark that opens at `from` closes, if it does so in its paragraph: behind
/// punctuation, else behind the first word that no apostrophe can stand behind.
fn single_close(text: &str, from: usize) -> Option<usize> {
    let mut before = ' ';
    let mut first = None;
    for (at, letter) in text[from..].char_indices().take(300) {
        if letter == '\n' {
            break;
        }
        let after = text[from + at + letter.len_utf8()..]
            .chars()
            .next()
            .unwrap_or('\n');
        if matches!(letter, '’' | '\'') && !before.is_whitespace() && !after.is_alphanumeric() {
            if matches!(before, ',' | '.' | '!' | '?' | '…') || before != 's' {
                return Some(
                    first
                        .filter(|_| before.is_alphanumeric())
                        .unwrap_or(from + at),
                );
            }
            first = first.or(Some(from + at));
        }
        if at > 0 && opens(letter, before, after) && first.is_some() {
            break;
        }
        before = letter;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(text: &str) -> Vec<(String, u32)> {
        let runs = read(text).into_iter();
        runs.map(|run| (run.inner().of(text).to_owned(), run.depth))
            .collect()
    }

    fn list(expected: &[(&str, u32)]) -> Vec<(String, u32)> {
        let expected = expected.iter();
        expected
            .map(|&(run, depth)| (run.to_owned(), depth))
            .collect()
    }

    #[test]
    fn marks_of_all_kinds_open_and_close() {
        for text in [
            "He said “it is so” today",
            "He said \"it is so\" today",
            "He said ‘it is so’ today",
            "He said 'it is so' today",
            "He said «it is so» today",
            "He said „it is so“ today",
        ] {
            assert_eq!(runs(text), list(&[("it is so", 0)]), "{text}");
        }
    }

    #[test]
    fn apostrophes_are_no_marks() {
        assert!(runs("The workers' union didn't say it's Kim’s, nor in the '90s").is_empty());
    }

    #[test]
    fn marks_in_marks_are_nested() {
        assert_eq!(
            runs("\"He told me, 'Those were Kim's cows.' So,\" she said"),
            list(&[
                ("He told me, 'Those were Kim's cows.' So,", 0),
                ("Those were Kim's cows.", 1),
            ])
        );
    }

    #[test]
    fn a_paragraph_that_opens_again_goes_on_with_the_words() {
        assert_eq!(
            runs("“It is ours.\n\n“It stays ours.”\n\nNo more."),
            list(&[("It is ours.\n\n“It stays ours.", 0)])
        );
    }

    #[test]
    fn what_is_not_closed_ends_with_its_paragraph() {
        assert_eq!(
            runs("He said “it is ours.\n\nNo more."),
            list(&[("it is ours.", 0)])
        );
    }
}
