//! From the text to items: lines, wrapped paragraphs, bullets, cut marks.
//!
//! *What*: every line that is not blank becomes an item. Where the whole text is wrapped at a
//! fixed width, the lines of a paragraph are joined, the line break becoming a blank. A bullet
//! is left out of the item, a word divided by a soft hyphen is joined, and a cut mark at the end
//! of a line is an item of its own.
//! *Why*: extractors write one paragraph a line; mail and agency copy is wrapped.
//! *Example*: `… has not yet been... [+1187 chars]` → a paragraph and a cut mark.
//! *Known misses*: wrapped text of which a tenth of the lines is over 100 characters long;
//! words divided at the line end by a plain hyphen keep it.

use copydesk_core::SourceSpan;

use super::item::{Item, ends_sentence};
use crate::{draft::Run, lexicon::is_invisible};

/// A longer line is no wrapped one.
const WIDEST: usize = 100;
/// A narrower text is a list of short lines.
const NARROWEST: usize = 45;

#[derive(Clone, Copy, Debug)]
struct Line {
    start: usize,
    end: usize,
    number: u32,
    after_blank: bool,
    /// Characters in it.
    width: usize,
    /// Whether it ends with a soft hyphen within a word.
    divided: bool,
}

/// The items of the text, in order.
pub(super) fn items(text: &str) -> Vec<Item> {
    let lines = lines(text);
    let width = wrap_width(text, &lines);
    let mut items: Vec<Item> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let first = at;
        at += 1;
        while at < lines.len()
            && (is_one_word(text, lines[at - 1], lines[at])
                || width.is_some_and(|width| continues(text, lines[at - 1], lines[at], width)))
        {
            at += 1;
        }
        push_item(text, &lines[first..at], &mut items);
    }
    bullets(&mut items);
    items
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut number = 0;
    let mut after_blank = true;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let begin = start;
        start += line.len();
        // A carriage return or a line separator inside ends a line as well.
        let mut piece_start = begin;
        for piece in line.split_inclusive(['\r', '\u{2028}', '\u{2029}', '\u{85}']) {
            let from = piece_start;
            piece_start += piece.len();
            if piece == "\n" && from > begin {
                continue; // the second half of CR LF
            }
            number += 1;
            let blank = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
            let left = piece.trim_start_matches(blank);
            let inner = left.trim_end_matches(blank);
            if inner.is_empty() {
                after_blank = true;
                continue;
            }
            let start = from + piece.len() - left.len();
            lines.push(Line {
                start,
                end: start + inner.len(),
                number,
                after_blank,
                width: inner.chars().count(),
                divided: left[inner.len()..].starts_with('\u{ad}')
                    && inner.ends_with(char::is_alphabetic),
            });
            after_blank = false;
        }
    }
    lines
}

/// The width at which the text is wrapped, where it is.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let wide = lines.iter().filter(|line| line.width > WIDEST).count();
    if lines.len() < 4 || wide * 10 > lines.len() {
        return None;
    }
    let width = lines
        .iter()
        .map(|line| line.width)
        .filter(|&width| width <= WIDEST)
        .max()?;
    if width < NARROWEST {
        return None;
    }
    // Breaks inside paragraphs that the width forced, and those that go on in lower case.
    let (mut breaks, mut forced, mut lower) = (0, 0, 0);
    for pair in lines.windows(2) {
        if pair[1].after_blank {
            continue;
        }
        breaks += 1;
        forced += usize::from(is_forced(text, pair[0], pair[1], width));
        lower += usize::from(text[pair[1].start..].starts_with(char::is_lowercase));
    }
    (breaks >= 3 && forced * 10 >= breaks * 6 && lower * 10 >= breaks * 3).then_some(width)
}

/// Whether the first word of `next` had no room at the end of `line`.
fn is_forced(text: &str, line: Line, next: Line, width: usize) -> bool {
    let word = text[next.start..next.end]
        .split_whitespace()
        .next()
        .map_or(0, |word| word.chars().count());
    line.width + 1 + word + 4 > width
}

fn continues(text: &str, line: Line, next: Line, width: usize) -> bool {
    if next.after_blank || line.width > WIDEST {
        return false;
    }
    let (before, words) = (&text[line.start..line.end], &text[next.start..next.end]);
    if bullet_length(words) > 0 || number_length(words) > 0 {
        return false;
    }
    is_forced(text, line, next, width)
        || (words.starts_with(char::is_lowercase)
            && !ends_sentence(before)
            && line.width * 2 > width)
}

/// Whether a soft hyphen divides a word between two lines.
fn is_one_word(text: &str, line: Line, next: Line) -> bool {
    line.divided && !next.after_blank && text[next.start..].starts_with(char::is_lowercase)
}

fn push_item(text: &str, lines: &[Line], items: &mut Vec<Item>) {
    let mut runs = Vec::with_capacity(lines.len() * 2 - 1);
    let mut words = String::new();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            let before = lines[index - 1];
            if !is_one_word(text, before, *line) {
                runs.push(Run::Replace(SourceSpan::at(before.end, line.start), ' '));
                words.push(' ');
            }
        }
        runs.push(Run::Copy(SourceSpan::at(line.start, line.end)));
        words.push_str(&text[line.start..line.end]);
    }
    let first = lines[0];
    let last = lines[lines.len() - 1];
    let mark = cut_mark(&text[last.start..last.end]).map(|at| last.start + at);
    if let Some(mark) = mark
        && (mark > last.start || lines.len() > 1)
    {
        // The paragraph ends before the mark.
        let body = text[last.start..mark].trim_end();
        let cut = last.end - (last.start + body.len());
        words.truncate(words.len() - cut);
        runs.pop();
        if body.is_empty() {
            runs.pop();
            words.truncate(words.trim_end().len());
        } else {
            runs.push(Run::Copy(SourceSpan::at(
                last.start,
                last.start + body.len(),
            )));
        }
        let mut item = Item::new(words, runs, first.number);
        item.after_blank = first.after_blank;
        items.push(item);
        let run = Run::Copy(SourceSpan::at(mark, last.end));
        items.push(Item::new(
            text[mark..last.end].to_owned(),
            vec![run],
            last.number,
        ));
        return;
    }
    let mut item = Item::new(words, runs, first.number);
    item.after_blank = first.after_blank;
    items.push(item);
}

/// Where `[+1234 chars]` and the dots before it begin, if the line ends with it.
fn cut_mark(line: &str) -> Option<usize> {
    let inner = line.strip_suffix([']', ')'])?;
    let at = inner.rfind(['[', '('])?;
    let count = inner[at + 1..].strip_prefix('+')?;
    let unit = count.trim_start_matches(|c: char| c.is_ascii_digit());
    if unit.len() == count.len() || !matches!(unit.trim(), "chars" | "characters" | "words") {
        return None;
    }
    Some(
        line[..at]
            .trim_end_matches([' ', '.', '\u{2026}', '\u{A0}'])
            .len(),
    )
}

/// Takes the bullets off. A hyphen or star is one only beside another: dialogue and notes
/// begin with them too. A number stays: `3. It is over` says that it is the third point.
fn bullets(items: &mut [Item]) {
    let lengths: Vec<usize> = items.iter().map(|item| bullet_length(&item.text)).collect();
    for at in 0..items.len() {
        let length = lengths[at];
        if length == 0 {
            continue;
        }
        let weak = items[at].text.starts_with(['-', '*']);
        let beside =
            (at > 0 && lengths[at - 1] > 0) || lengths.get(at + 1).is_some_and(|&next| next > 0);
        if weak && !beside {
            continue;
        }
        let item = &mut items[at];
        let Some(Run::Copy(span)) = item.runs.first().copied() else {
            continue;
        };
        if (span.len() as usize) <= length {
            continue;
        }
        let mut runs = std::mem::take(&mut item.runs);
        runs[0] = Run::Copy(SourceSpan::new(span.start + length as u32, span.end));
        let mut without = Item::new(item.text[length..].to_owned(), runs, item.line);
        without.after_blank = item.after_blank;
        without.bullet = true;
        *item = without;
    }
}

/// Bytes of the bullet and the blanks behind it; 0 where there is none.
fn bullet_length(line: &str) -> usize {
    let rest = line.trim_start_matches([
        '\u{2022}', '\u{B7}', '\u{25AA}', '\u{25CF}', '\u{25E6}', '\u{2023}', '\u{25BA}',
        '\u{2043}', '-', '*',
    ]);
    let length = line.len() - rest.len();
    let inner = rest.trim_start();
    let single = line.chars().next().is_some_and(|c| c.len_utf8() == length);
    let spaced = inner.len() < rest.len() || line.starts_with(['\u{2022}', '\u{25CF}', '\u{25AA}']);
    if single && spaced && !inner.is_empty() {
        line.len() - inner.len()
    } else {
        0
    }
}

/// Bytes of `12. ` or `3) ` at the beginning of a line; 0 where there is none.
pub(super) fn number_length(line: &str) -> usize {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - rest.len();
    if !(1..=2).contains(&digits) {
        return 0;
    }
    let Some(behind) = rest.strip_prefix(['.', ')']) else {
        return 0;
    };
    let inner = behind.trim_start();
    if inner.len() < behind.len() && !inner.is_empty() {
        line.len() - inner.len()
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::items;
    use crate::draft::{Draft, Run};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let items = items(text);
        let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn one_paragraph_a_line() {
        check(
            "\u{FEFF}One\r\n\r\n  two  \nthree",
            &["One", "two", "three"],
        );
        check("• one\n• two", &["one", "two"]);
        check("- one\n- two\nend", &["one", "two", "end"]);
        check("- No, she said.", &["- No, she said."]);
        check("1. It is over", &["1. It is over"]);
        check(
            "and has not yet been... [+1187 chars]",
            &["and has not yet been", "... [+1187 chars]"],
        );
    }

    #[test]
    fn divided_words() {
        check(
            "the govern\u{ad}\nment\u{ad} \r\nal plan",
            &["the governmental plan"],
        );
        check("the govern\u{ad}\n\nment", &["the govern", "ment"]);
        check("it ends\u{ad}\nAnd begins", &["it ends", "And begins"]);
        check("the exam-\nple", &["the exam-", "ple"]);
    }

    #[test]
    fn wrapped_paragraphs() {
        let text = "The old lighthouse on the northern pier was switched off\n\
                    for good on Sunday, after a hundred and thirty years in\n\
                    which it had failed only twice, both times because of a\n\
                    swan.\n\nIts keeper, who is eighty, said that she would miss the\n\
                    noise of the lamp more than the light. The port has not\n\
                    decided what to do with the tower.\n";
        let items = items(text);
        assert_eq!(items.len(), 2);
        assert!(items[0].text.contains("off for good"));
        assert!(items[0].text.ends_with("swan."));
        // A menu is not wrapped text.
        check(
            "Home\nWorld\nBusiness\nSports\nWeather",
            &["Home", "World", "Business", "Sports", "Weather"],
        );
    }

    proptest! {
        #[test]
        fn runs_hold_the_words(text in "([a-zé•\\-*1-9.) ]{0,70}(\n|\r\n|\n\n)?(\\[\\+12 chars\\])?){0,12}") {
            let mut end = 0;
            for item in items(&text) {
                let source = item.source();
                prop_assert!(source.start >= end);
                end = source.end;
                for run in &item.runs {
                    let Run::Copy(span) = run else { continue };
                    prop_assert!(span.get(&text).is_some());
                }
                let words = item.text.clone();
                let draft: Draft = item.into_draft(None);
                prop_assert_eq!(draft.text(&text), words);
            }
        }
    }
}
