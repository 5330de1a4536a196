//! Colours for terminals, and wrapping.

use std::io::{IsTerminal, stdout};

use copydesk::record::Label;

/// Escape sequences, or nothing where the output is no terminal or `NO_COLOR` is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    on: bool,
}

pub(crate) const BOLD: &str = "1";
pub(crate) const DIM: &str = "2";
pub(crate) const RED: &str = "31";
pub(crate) const YELLOW: &str = "33";

impl Style {
    /// The style for standard output.
    pub(crate) fn for_stdout() -> Self {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self {
            on: stdout().is_terminal() && !refused,
        }
    }

    /// No colours.
    pub(crate) fn plain() -> Self {
        Self { on: false }
    }

    /// `text` with an attribute.
    pub(crate) fn paint(self, attribute: &str, text: &str) -> String {
        if self.on && !attribute.is_empty() {
            format!("\x1b[{attribute}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }

    /// Whether colours are shown.
    pub(crate) fn is_on(self) -> bool {
        self.on
    }
}

/// The attribute of a label, and the name of its group in the legend.
pub(crate) fn label_style(label: Label) -> (&'static str, &'static str) {
    match label {
        Label::Person => ("1;35", "person"),
        Label::Gpe | Label::Loc | Label::Fac => ("1;32", "place"),
        Label::Org => ("1;34", "organisation"),
        Label::Norp | Label::Language => ("36", "group"),
        Label::Title => ("35", "office"),
        Label::Date | Label::Time => ("33", "date"),
        Label::Event | Label::Law => ("31", "event"),
        _ => ("4", "other"),
    }
}

/// Columns of the terminal, between 40 and 100.
pub(crate) fn width() -> usize {
    std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok())
        .unwrap_or(100)
        .clamp(40, 100)
}

/// The ranges of the lines into which `text` breaks at blanks, `width` columns each. A line
/// break of the text is kept. A column is a code point: good enough to wrap, not to align.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<std::ops::Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut blank = None;
    let mut columns = 0;
    for (at, letter) in text.char_indices() {
        if letter == '\n' {
            lines.push(start..at);
            (start, blank, columns) = (at + 1, None, 0);
            continue;
        }
        if letter == ' ' {
            blank = Some(at);
        }
        columns += 1;
        if columns > width
            && let Some(break_at) = blank.take()
        {
            lines.push(start..break_at);
            start = break_at + 1;
            // The break may be the letter just read.
            columns = text[break_at..at].chars().count();
        }
    }
    lines.push(start..text.len());
    lines
}

/// One line of at most `columns` code points, control characters and line breaks shown as blanks.
pub(crate) fn clip(text: &str, columns: usize) -> String {
    let mut line: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .take(columns + 1)
        .collect();
    if line.chars().count() > columns {
        line.pop();
        line.pop();
        line.push('…');
    }
    line
}

#[cfg(test)]
mod tests {
    use super::{clip, wrap};

    #[test]
    fn lines_break_at_blanks() {
        let check = |text: &str, width, expected: &[&str]| {
            let lines: Vec<_> = wrap(text, width)
                .into_iter()
                .map(|line| &text[line])
                .collect();
            assert_eq!(lines, expected, "{text}");
        };
        check("one two three", 7, &["one two", "three"]);
        check("one\n\ntwo", 20, &["one", "", "two"]);
        check("abcdefghij", 4, &["abcdefghij"]);
        check("", 4, &[""]);
    }

    #[test]
    fn clipped_lines_have_no_controls() {
        assert_eq!(clip("a\x1b[31mb", 20), "a [31mb");
        assert_eq!(clip("abcdef", 4), "abc…");
    }
}
