//! **What** `\r\n`, `\r`, form feeds, the next-line control (U+0085, where `mojibake` does not make
//! it the ellipsis that it is in windows-1252) and Unicode line separators become `\n`; no-break, thin,
//! ideographic and other spaces and tabs become a space; runs of blanks become one; blanks at
//! the start and end of a line go; more than one blank line becomes one; blank lines at either
//! end of the text go.
//!
//! **Why** Offsets, sentence splitting and comparison of copies should not depend on how a
//! page was typeset.
//!
//! **Example** `10\u{a0}000\u{2009}people \r\n` becomes `10 000 people\n`.
//!
//! Where white space is layout, as in code, only line ends are repaired, and the blanks beside
//! it go.
//!
//! **Known misses** Tables and verse that were laid out with blanks lose their layout, unless the
//! caller knows where they are. An ideographic space between ideographs stays (it is punctuation there), one per run.

use std::ops::Range;

use copydesk_core::Span;

use crate::{
    rewrite::{Rewrite, Rewriter},
    scripts::is_cjk,
};

/// Whether a character is a blank of any width, a line break excluded.
pub(crate) const fn is_blank(blank: char) -> bool {
    matches!(
        blank,
        ' ' | '\t' | '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Line breaks that a character stands for.
pub(crate) const fn line_breaks(mark: char) -> u8 {
    match mark {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' => 1,
        '\u{2029}' => 2,
        _ => 0,
    }
}

/// Repairs a text in which white space is layout in the spans `layout`, which are in order. Only
/// the runs of blanks at the `places` are looked at, which are in order too; all, where there
/// are none.
pub(crate) fn repair(
    text: &str,
    layout: &[Span],
    places: Option<impl Iterator<Item = usize>>,
) -> Option<Rewrite> {
    let mut rewriter = Rewriter::new(text);
    let mut done = 0;
    if let Some(places) = places {
        for place in places {
            if place < done {
                continue;
            }
            if layout.is_empty() && is_lone_space(text.as_bytes(), place) {
                done = place + '\u{a0}'.len_utf8();
                rewriter.replace(place..done, " ");
            } else {
                let start = start_of_run(text, done, place);
                done = repair_at(&mut rewriter, text, start, layout);
            }
        }
    } else {
        while done < text.len() {
            done = if may_need_repair(text.as_bytes(), done) {
                repair_at(&mut rewriter, text, done, layout)
            } else {
                done + 1
            };
        }
    }
    rewriter.finish()
}

/// Whether a no-break space stands between two visible characters of ASCII, as nearly all do.
fn is_lone_space(bytes: &[u8], at: usize) -> bool {
    at > 0
        && bytes[at - 1].is_ascii_graphic()
        && matches!(bytes[at..], [0xc2, 0xa0, next, ..] if next.is_ascii_graphic())
}

/// Where the run of blanks starts that `place` is in, at or behind `done`.
fn start_of_run(text: &str, done: usize, place: usize) -> usize {
    let blanks = text[done..place].chars().rev();
    let blanks = blanks.take_while(|&mark| is_blank(mark) || line_breaks(mark) > 0);
    place - blanks.map(char::len_utf8).sum::<usize>()
}

/// Whether there may be blanks at `at` that do not stay as they are: nearly all are single ones
/// between words.
fn may_need_repair(bytes: &[u8], at: usize) -> bool {
    let next = |ahead: usize| bytes.get(at + ahead).copied();
    match bytes[at] {
        b' ' => at == 0 || !next(1).is_some_and(|next| next.is_ascii_graphic()),
        b'\t'..=b'\r' => true,
        0xc2 => matches!(next(1), Some(0x85 | 0xa0)),
        0xe1 => next(1) == Some(0x9a),
        0xe2 => matches!(next(1), Some(0x80 | 0x81)),
        0xe3 => next(1) == Some(0x80),
        _ => false,
    }
}

/// Repairs the run of blanks at `start`, if there is one. Returns where to go on.
fn repair_at(rewriter: &mut Rewriter<'_>, text: &str, start: usize, layout: &[Span]) -> usize {
    let mut chars = text[start..].chars();
    let (mut end, mut breaks) = (start, 0);
    let mut last = None;
    let mut after = None;
    for mark in chars.by_ref() {
        let more = usize::from(line_breaks(mark));
        if more == 0 && !is_blank(mark) {
            after = Some(mark);
            break;
        }
        // `\r\n` is one break.
        breaks += more - usize::from(last == Some('\r') && mark == '\n');
        end += mark.len_utf8();
        last = Some(mark);
    }
    if end == start {
        return start + after.map_or(1, char::len_utf8);
    }
    let run = start..end;
    let from = layout.partition_point(|span| span.end as usize <= start);
    if layout
        .get(from)
        .is_some_and(|span| (span.start as usize) < end)
    {
        repair_layout(rewriter, text, run, &layout[from..]);
        return end;
    }
    let before = text[..start].chars().next_back();
    let (Some(before), Some(after)) = (before, after) else {
        let quota = if before.is_some() { breaks.min(1) } else { 0 };
        keep_breaks(rewriter, text, run, quota);
        return end;
    };
    if breaks > 0 {
        keep_breaks(rewriter, text, run, breaks.min(2));
    } else {
        let ideographic = last == Some('\u{3000}')
            && text[start..].starts_with('\u{3000}')
            && (is_east_asian(before) || is_east_asian(after));
        keep_blank(rewriter, text, run, ideographic);
    }
    end
}

/// Whether a character is an ideograph or the like, or a mark of its typography.
fn is_east_asian(letter: char) -> bool {
    is_cjk(letter) || matches!(letter, '\u{3001}'..='\u{303f}' | '\u{ff01}'..='\u{ff65}')
}

/// Repairs a run of which the first of the spans `layout` is a part.
fn repair_layout(rewriter: &mut Rewriter<'_>, text: &str, run: Range<usize>, layout: &[Span]) {
    let mut at = run.start;
    for span in layout {
        let inside = at.max(span.start as usize)..run.end.min(span.end as usize);
        if inside.is_empty() {
            break;
        }
        beside_layout(rewriter, text, at..inside.start);
        let mut chars = text[inside.clone()].char_indices().peekable();
        while let Some((offset, mark)) = chars.next() {
            let place = inside.start + offset..inside.start + offset + mark.len_utf8();
            if mark == '\r' && chars.peek().is_some_and(|&(_, next)| next == '\n') {
                rewriter.delete(place);
            } else if line_breaks(mark) > 0 {
                rewriter.replace(place, "\n");
            }
        }
        at = inside.end;
    }
    beside_layout(rewriter, text, at..run.end);
}

/// Leaves the line breaks of a run between layout and words, or between two pieces of layout.
fn beside_layout(rewriter: &mut Rewriter<'_>, text: &str, run: Range<usize>) {
    let breaks = text[run.clone()]
        .chars()
        .map(|mark| usize::from(line_breaks(mark)));
    let quota = breaks.sum::<usize>().min(2);
    keep_breaks(rewriter, text, run, quota);
}

/// Leaves `quota` line breaks of a run and removes all else.
fn keep_breaks(rewriter: &mut Rewriter<'_>, text: &str, run: Range<usize>, mut quota: usize) {
    let mut chars = text[run.clone()].char_indices().peekable();
    while let Some((at, mark)) = chars.next() {
        let place = run.start + at..run.start + at + mark.len_utf8();
        let paired = mark == '\r' && chars.peek().is_some_and(|&(_, next)| next == '\n');
        let breaks = usize::from(line_breaks(mark)).min(quota);
        if breaks == 0 || paired {
            rewriter.delete(place);
        } else {
            rewriter.replace(place, &"\n\n"[..breaks]);
            quota -= breaks;
        }
    }
}

/// Leaves one blank of a run: a plain one where there is one, so that it is copied.
fn keep_blank(rewriter: &mut Rewriter<'_>, text: &str, run: Range<usize>, ideographic: bool) {
    let piece = &text[run.clone()];
    let kept = if ideographic {
        0
    } else {
        piece.find(' ').unwrap_or(0)
    };
    for (at, blank) in piece.char_indices() {
        let place = run.start + at..run.start + at + blank.len_utf8();
        if at != kept {
            rewriter.delete(place);
        } else if !ideographic {
            rewriter.replace(place, " ");
        }
    }
}

#[cfg(test)]
mod tests {
    /// Every run of blanks is looked at.
    const WHOLE: Option<std::iter::Empty<usize>> = None;

    use copydesk_core::Span;

    use super::repair;

    fn check(input: &str, expected: &str) {
        let output =
            repair(input, &[], WHOLE).map_or_else(|| input.to_owned(), |rewrite| rewrite.text);
        assert_eq!(output, expected, "{input:?}");
    }

    #[test]
    fn lines_and_paragraphs() {
        check("one\r\ntwo\rthree\u{c}four", "one\ntwo\nthree\nfour");
        check("one\n\ntwo", "one\n\ntwo");
        check("one \n \n\t\n two", "one\n\ntwo");
        check("one\u{2029}two\u{2028}three", "one\n\ntwo\nthree");
        check("\n\n one\n\n", "one\n");
        check(" \n ", "");
    }

    #[test]
    fn layout_stays() {
        // Code between two paragraphs, and the tab between two cells.
        let check = |input: &str, layout: &str, expected: &str| {
            let start = input.find(layout).expect("the layout is in the input");
            let layout = [Span::at(start, start + layout.len())];
            let output =
                repair(input, &layout, WHOLE).map_or_else(|| input.to_owned(), |it| it.text);
            assert_eq!(output, expected, "{input:?}");
            assert!(input != output || repair(input, &layout, WHOLE).is_none());
        };
        check(
            "a  b\n\n  c\r\n\td\n\n\ne  f\n\ng  h",
            "  c\r\n\td\n\n\ne  f",
            "a b\n\n  c\n\td\n\n\ne  f\n\ng h",
        );
        check("a\u{a0}\t b\tc", "\t", "a\tb c");
        check("  a  b", "  a  b", "  a  b");
    }

    #[test]
    fn blanks() {
        check("a  b\tc\u{a0} d\u{2009}e", "a b c d e");
        check("12\u{202f}000", "12 000");
        check("\u{6771}\u{3000}\u{4eac}", "\u{6771}\u{3000}\u{4eac}");
        check("a\u{3000}b", "a b");
        for blank in ('\u{2000}'..='\u{200a}').chain("\u{a0}\u{1680}\u{202f}\u{205f}".chars()) {
            check(&format!("a{blank}b{blank}{blank}c"), "a b c");
        }
    }

    #[test]
    fn typography_of_languages() {
        // French sets a no-break space before marks: it stays a space.
        check(
            "\u{ab}\u{a0}Oui\u{a0}\u{bb}, dit-il\u{202f}; vrai\u{a0}? 10\u{a0}%",
            "\u{ab} Oui \u{bb}, dit-il ; vrai ? 10 %",
        );
        // The ideographic space is punctuation between ideographs and their marks, one a run; it
        // is an indent at the start of a line.
        check(
            "\u{300d}\u{3000}\u{3000}\u{300c}",
            "\u{300d}\u{3000}\u{300c}",
        );
        check(
            "\u{ff01}\u{3000}\u{6b21} \u{d55c} \u{ad6d}",
            "\u{ff01}\u{3000}\u{6b21} \u{d55c} \u{ad6d}",
        );
        check(
            "\u{3000}\u{6771}\u{3000}\n\u{3000}\u{4eac}",
            "\u{6771}\n\u{4eac}",
        );
    }

    #[test]
    fn line_separators() {
        check("a\u{b}b\u{c}c\u{2028}d", "a\nb\nc\nd");
        check("a\u{85}b \u{85}\u{85} c", "a\nb\n\nc");
        check("a\u{2029}b\u{2028}\u{2028}\u{2028}c", "a\n\nb\n\nc");
        check("a \u{a0}\u{2028}\u{2003}b", "a\nb");
        check("a\r\r\nb\n\rc", "a\n\nb\n\nc");
        check("end \t\u{a0}\n", "end\n");
    }
}
