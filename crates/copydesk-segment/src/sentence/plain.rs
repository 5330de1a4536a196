//! The ordinary end of a sentence, known from a few bytes: a word that is no abbreviation, its
//! mark, perhaps a closing quote, one blank and a capital.
//!
//! Why: nine stops of ten are of this kind, or plainly no end, and gathering all evidence for each
//! was most of the time of the stage. What is said here is what [`super::terminator`] would say;
//! whatever is not plain is left to it.
//!
//! Example: `It rained. The pump broke.”\n\nNobody came.` ends where `rained. The`, `broke.”\n\n`
//! tell; `3.5`, `example.org` and `Inc., a` go on; `Gen. Osei` and `rained. (The` are not plain.

use super::{Context, Verdict, scope};
use crate::abbreviations;
use crate::bytes::{at as byte_at, leading_letters};

/// Judges the ASCII terminator at a byte where that is plain.
#[inline]
pub(super) fn judge(context: &mut Context<'_>, at: usize) -> Option<Verdict> {
    let bytes = context.bytes;
    let [mark, rest @ ..] = *bytes.get(at..)?.first_chunk::<4>()?;
    let end = match rest {
        [b' ' | b'\n', ..] => at + 1,
        [b'a'..=b'z' | b'0'..=b'9' | b',', ..] if mark == b'.' => {
            return Some(Verdict::Resume(at + 1));
        }
        [b'"' | b')', ..] if mark == b'.' => at + 2,
        [0xE2, 0x80, 0x9D] if mark == b'.' => at + 4,
        _ => return None,
    };
    let gap = byte_at(bytes, end);
    let next = byte_at(bytes, end + 1);
    if gap == b'\n' && next == b'\n' {
        return Some(Verdict::End(end));
    }
    if !matches!(gap, b' ' | b'\n') || !opens(bytes, end + 1, next) || !is_ordinary(context, at) {
        return None;
    }
    let inside = scope::closes_soon(context, at, end)
        || (end == at + 1 && scope::quotes_on(context, at, end));
    if !inside {
        Some(Verdict::End(end))
    } else if gap == b' ' {
        Some(Verdict::Resume(end))
    } else {
        None
    }
}

/// Whether a capital stands at a byte, perhaps behind one opening quote.
#[inline]
fn opens(bytes: &[u8], at: usize, first: u8) -> bool {
    let capital = match first {
        b'A'..=b'Z' => return true,
        b'"' => at + 1,
        0xE2 if bytes[at..].starts_with("\u{201C}".as_bytes()) => at + 3,
        _ => return false,
    };
    byte_at(bytes, capital).is_ascii_uppercase()
}

/// Whether the word before a byte is certainly neither an abbreviation nor a name with a mark of
/// its own: long and in lower case, or of two letters and more and not in the lists.
#[inline]
fn is_ordinary(context: &Context<'_>, at: usize) -> bool {
    let Some(tail) = context.bytes[..at].last_chunk::<8>() else {
        return false;
    };
    // The last letter is the lowest byte.
    let tail = u64::from_be_bytes(*tail);
    let letters = leading_letters(tail);
    if letters < 2 || context.start + letters > at {
        return false;
    }
    if letters == 8 {
        const LOWER: u64 = 0x2020_2020_2020_2020;
        return tail & LOWER == LOWER;
    }
    let before = (tail >> (8 * letters)) as u8;
    if matches!(before, b'.' | b'_' | b'&' | b'0'..=b'9') && context.start + letters < at {
        return false;
    }
    !abbreviations::may_be_listed(tail, letters)
}

#[cfg(test)]
mod tests {
    use copydesk_core::SegmentOptions;
    use proptest::prelude::*;

    use super::super::scope::QuoteParity;
    use super::super::{Context, SentenceIter, Verdict, terminator};
    use super::judge;

    /// Compares with all evidence at each terminator, the sentence started at any of a few places.
    fn check(text: &str) -> usize {
        let mut plain = 0;
        for break_lines in [false, true] {
            let mut options = SegmentOptions::default();
            options.line_breaks_end_sentences = break_lines;
            let stops = text.match_indices(['.', '?', '!']).map(|(at, _)| at);
            for at in stops {
                let starts = text.char_indices().map(|(start, _)| start);
                for start in starts.filter(|start| *start <= at).step_by(3) {
                    let context = || Context {
                        start,
                        body: start,
                        quotes: QuoteParity::from(start),
                        ..SentenceIter::new(text, &options).context
                    };
                    if let Some(found) = judge(&mut context(), at) {
                        plain += 1;
                        let expected = terminator::judge_fully(&mut context(), at);
                        assert_eq!(found, expected, "{text:?} from {start} at {at}");
                    }
                }
            }
        }
        plain
    }

    #[test]
    fn ordinary_ends_are_plain() {
        let text =
            "It rained. The pump broke.\u{201D} Osei left.\n\nWhy? \u{201C}So.\" (It cost 3.5.)";
        for (at, end) in [(9, 10), (25, 29), (39, 40), (45, 46)] {
            let mut context = SentenceIter::new(text, &SegmentOptions::default()).context;
            assert_eq!(judge(&mut context, at), Some(Verdict::End(end)), "{at}");
        }
        assert!(check(text) > 20);
    }

    #[test]
    fn abbreviations_are_not_plain() {
        for text in [
            "Go to Gen. Osei now",
            "It is Yahoo! Osei said",
            "In the U.S. Osei left",
            "Mr. J. Osei",
            "No. It",
        ] {
            let at = text.find(['.', '!']).unwrap_or_default();
            let mut context = SentenceIter::new(text, &SegmentOptions::default()).context;
            assert_eq!(judge(&mut context, at), None, "{text}");
        }
    }

    const PIECES: &[&str] = &[
        "rained",
        "broke",
        "Osei",
        "Gen",
        "Inc",
        "vice-pres",
        "etc",
        "Yahoo",
        "U.S",
        "p.m",
        "it's",
        "a",
        "I",
        "B",
        "5",
        "12",
        "caf\u{E9}",
        "\u{E9}tat",
        "R&D",
        "snake_case",
        "http://a.b",
        "understanding",
        "Jeopardy",
        "etc-Inc",
        ".",
        ".",
        "?",
        "!",
        "...",
        "\u{2026}",
        "\"",
        "'",
        "''",
        "(",
        ")",
        "[1]",
        "\u{201C}",
        "\u{201D}",
        "\u{2019}",
        ",",
        " ",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "  ",
        " The ",
        ". The ",
        ".\u{201D} The ",
        ".\" It ",
        "said",
        "and",
        "*",
        "-",
        "\u{2014}",
    ];

    proptest! {
        #[test]
        fn what_is_plain_is_what_all_evidence_says(
            pieces in proptest::collection::vec(proptest::sample::select(PIECES), 1..24),
        ) {
            check(&pieces.concat());
        }
    }
}
