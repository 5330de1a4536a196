//! Text in lines: wrapped to a width in columns, with colours.

use unicode_width::UnicodeWidthChar;

use crate::{
    safe::{self, safe},
    style::{Ink, Style},
};

/// A blank at which no line is broken.
const GLUE: char = '\u{a0}';

/// Text with inks, to be broken into lines.
#[derive(Debug, Default)]
pub(crate) struct Text {
    letters: Vec<(char, Ink)>,
}

impl Text {
    pub(crate) fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// Appends words of a page or of our own, made safe.
    pub(crate) fn push(&mut self, ink: Ink, words: &str) -> &mut Self {
        self.letters
            .extend(safe(words).chars().map(|letter| (letter, ink)));
        self
    }

    /// Appends words that stay in one line, and with what stands before them.
    pub(crate) fn glued(&mut self, ink: Ink, words: &str) -> &mut Self {
        let letters = safe(words);
        let letters = letters.chars();
        let letters = letters.map(|letter| if letter == ' ' { GLUE } else { letter });
        self.letters.extend(letters.map(|letter| (letter, ink)));
        self
    }

    /// Appends one letter of a page.
    pub(crate) fn letter(&mut self, ink: Ink, letter: char) {
        let mut shown = String::new();
        safe::push(&mut shown, letter);
        self.letters
            .extend(shown.chars().map(|letter| (letter, ink)));
    }

    /// The text in lines that end at column `width`, each with a line break behind it; the first
    /// begins at column `start`, behind what the caller has written, all others behind `hang` blanks.
    ///
    /// Lines are broken at blanks, between the parts of an address and behind ideographs; a word that
    /// is longer than a line is cut.
    pub(crate) fn lines(&self, style: Style, width: usize, start: usize, hang: usize) -> String {
        let mut out = String::new();
        let room = |indent: usize| width.saturating_sub(indent).max(8);
        for (index, line) in self.breaks(room(start), room(hang)).into_iter().enumerate() {
            if index > 0 {
                out.push_str(&" ".repeat(hang));
            }
            let mut rest = &self.letters[line];
            while let Some(&(_, ink)) = rest.first() {
                let same = rest.iter().take_while(|(_, other)| *other == ink).count();
                let (run, behind) = rest.split_at(same);
                let run: String = run
                    .iter()
                    .map(|&(letter, _)| if letter == GLUE { ' ' } else { letter })
                    .collect();
                out.push_str(&style.paint(ink, &run));
                rest = behind;
            }
            out.push('\n');
        }
        out
    }

    fn breaks(&self, first: usize, room: usize) -> Vec<std::ops::Range<usize>> {
        let letters = &self.letters;
        let mut lines = Vec::new();
        let (mut start, mut used) = (0, 0);
        // Where the line may end, and where the next one would begin.
        let mut place: Option<(usize, usize)> = None;
        let (mut before, mut last) = (0, ' ');
        for (at, &(letter, _)) in letters.iter().enumerate() {
            let columns = column(letter, before);
            let room = if lines.is_empty() { first } else { room };
            if letter != ' ' && used + columns > room {
                let (end, next) = place.filter(|&(end, _)| end > start).unwrap_or((at, at));
                lines.push(start..end);
                start = next;
                used = columns_of(letters[start..at].iter().map(|(letter, _)| *letter));
                place = None;
            }
            used += columns;
            if letter == ' ' {
                // The first blank of several ends the line.
                let end = match place {
                    Some((end, next)) if next == at => end,
                    _ => at,
                };
                place = Some((end, at + 1));
            } else {
                let next = letters.get(at + 1).map(|(letter, _)| *letter);
                let wide = columns == 2 || columns == 0 && place == Some((at, at));
                let part = letter == '/' && last.is_alphanumeric();
                if wide && !next.is_some_and(closes)
                    || part && next.is_some_and(char::is_alphanumeric)
                {
                    place = Some((at + 1, at + 1));
                }
            }
            (before, last) = (columns, letter);
        }
        let blanks = letters[start..].iter().rev();
        let blanks = blanks.take_while(|(letter, _)| *letter == ' ').count();
        lines.push(start..letters.len() - blanks);
        lines
    }
}

/// Whether no line begins with a letter: marks that close something among ideographs.
fn closes(letter: char) -> bool {
    "、。，．：；！？」』）］｝〉》】〕ー々".contains(letter)
}

/// Columns that a letter takes behind one of `before` columns.
fn column(letter: char, before: usize) -> usize {
    match letter {
        // Makes an emoji of what may be narrow alone.
        '\u{fe0f}' => usize::from(before == 1),
        _ => letter.width().unwrap_or(0),
    }
}

fn columns_of(letters: impl Iterator<Item = char>) -> usize {
    let mut before = 0;
    letters.fold(0, |sum, letter| {
        before = column(letter, before);
        sum + before
    })
}

/// Columns that a text without control characters takes.
pub(crate) fn columns(text: &str) -> usize {
    columns_of(text.chars())
}

/// `text` with blanks behind it, to be `width` columns wide.
pub(crate) fn padded(text: &str, width: usize) -> String {
    let blanks = width.saturating_sub(columns(text));
    format!("{text}{}", " ".repeat(blanks))
}

/// One line of at most `width` columns, made safe.
pub(crate) fn clip(text: &str, width: usize) -> String {
    // More letters than columns are of no use, but for those that take none.
    let start: String = text.chars().take(4 * width + 4).collect();
    let mut line = safe(&start);
    if columns(&line) <= width && start.len() == text.len() {
        return line;
    }
    while columns(&line) >= width && line.pop().is_some() {}
    line.truncate(line.trim_end().len());
    line.push('\u{2026}');
    line
}

#[cfg(test)]
mod tests {
    use super::{Text, clip, columns};
    use crate::style::{BOLD, Colour, Ink, NONE, Style};

    fn wrapped(text: &str, width: usize) -> Vec<String> {
        let mut laid = Text::default();
        laid.push(NONE, text);
        let lines = laid.lines(Style::plain(), width, 0, 0);
        lines.lines().map(str::to_owned).collect()
    }

    #[test]
    fn lines_break_at_blanks() {
        let check = |text: &str, width, expected: &[&str]| {
            assert_eq!(wrapped(text, width), expected, "{text}");
        };
        check("one two  three", 8, &["one two", "three"]);
        check("eight888 x ", 8, &["eight888", "x"]);
        check("", 8, &[""]);
    }

    #[test]
    fn words_longer_than_a_line_are_cut() {
        let url = "see https://press.example/a/very/long/address now";
        assert_eq!(
            wrapped(url, 16),
            [
                "see",
                "https://press.ex",
                "ample/a/very/",
                "long/address now"
            ]
        );
    }

    #[test]
    fn ideographs_take_two_columns_and_marks_none() {
        assert_eq!(
            wrapped(
                "\u{6771}\u{4eac}\u{3067}\u{4f1a}\u{8ac7}\u{3057}\u{305f}",
                9
            ),
            [
                "\u{6771}\u{4eac}\u{3067}\u{4f1a}",
                "\u{8ac7}\u{3057}\u{305f}"
            ]
        );
        // A full stop begins no line.
        assert_eq!(
            wrapped("\u{6771}\u{4eac}\u{3067}\u{4f1a}\u{3002}", 8),
            ["\u{6771}\u{4eac}\u{3067}", "\u{4f1a}\u{3002}"]
        );
        // A mark stays with its letter.
        assert_eq!(
            wrapped(
                "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301} e\u{301}",
                8
            )
            .len(),
            2
        );
        let off = "\u{304b}\u{3099}".repeat(6);
        for line in wrapped(&off, 8) {
            assert!(
                !line.starts_with('\u{3099}') && columns(&line) <= 8,
                "{line}"
            );
        }
        assert_eq!(columns("\u{1f6f3}\u{fe0f} ship"), 7);
    }

    #[test]
    fn every_line_fits() {
        let text = "The \u{1f6f3}\u{fe0f} envoys of \u{65e5}\u{672c}\u{653f}\u{5e9c} met \
                    at https://press.example/2024/06/19/arctic-summit?ref=front on \u{27e8}day\u{27e9}";
        for width in 8..60 {
            for line in wrapped(text, width) {
                assert!(columns(&line) <= width, "{width}: {line}");
            }
        }
    }

    #[test]
    fn a_label_stays_behind_its_name_and_colours_end_with_the_line() {
        let mut text = Text::default();
        text.push(NONE, "said ")
            .push(BOLD, "Mensah")
            .glued(NONE, " [PERSON]");
        assert_eq!(
            text.lines(Style::plain(), 20, 2, 2),
            "said\n  Mensah [PERSON]\n"
        );
        let mut text = Text::default();
        text.push(Ink::of(Colour::Green), "aaaa bbbb");
        assert_eq!(
            text.lines(Style::coloured(), 8, 0, 0),
            "\x1b[38;5;29maaaa\x1b[0m\n\x1b[38;5;29mbbbb\x1b[0m\n"
        );
    }

    #[test]
    fn clipped_lines_have_no_controls() {
        assert_eq!(clip("a\x1b[31mb", 20), "a\u{241b}[31mb");
        assert_eq!(clip("abcdef", 4), "abc\u{2026}");
        assert_eq!(
            clip("\u{6771}\u{4eac}\u{3067}", 5),
            "\u{6771}\u{4eac}\u{2026}"
        );
        assert_eq!(clip("abcd", 4), "abcd");
    }
}
