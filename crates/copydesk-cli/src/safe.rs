//! Text of a page made fit for a terminal.

use std::fmt::Write as _;

/// `text` as one line without anything that steers a terminal or turns the direction of writing.
///
/// White space is a blank, other control characters are shown by their pictures, and what is not
/// seen by its number: ESC as `␛`, CSI (U+009B) as `⟨U+009B⟩`, a bidi override as `⟨U+202E⟩`. The
/// joiners of Persian, of Indic scripts and of emoji stay: they move nothing but their neighbours.
pub(crate) fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        push(&mut out, letter);
    }
    out
}

/// Appends one letter as [`safe`] does.
pub(crate) fn push(out: &mut String, letter: char) {
    match letter {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
            out.push(' ');
        }
        '\0'..='\u{1f}' => out.extend(char::from_u32(0x2400 + u32::from(letter))),
        '\u{7f}' => out.push('\u{2421}'),
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => {
            let _ = write!(out, "\u{27e8}U+{:04X}\u{27e9}", u32::from(letter));
        }
        _ => out.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn what_steers_a_terminal_is_shown_as_a_picture() {
        let check = |text: &str, expected: &str| assert_eq!(safe(text), expected, "{text:?}");
        check("a\u{1b}[31mb\u{7}", "a\u{241b}[31mb\u{2407}");
        check(
            "\u{9b}31m \u{7f}\0",
            "\u{27e8}U+009B\u{27e9}31m \u{2421}\u{2400}",
        );
        check(
            "\u{202e}cod.exe\u{2066}",
            "\u{27e8}U+202E\u{27e9}cod.exe\u{27e8}U+2066\u{27e9}",
        );
        check("one\r\n\ttwo\u{2028}", "one   two ");
        check(
            "caf\u{e9} e\u{301} \u{645}\u{200c}\u{6cc}",
            "caf\u{e9} e\u{301} \u{645}\u{200c}\u{6cc}",
        );
    }

    #[test]
    fn no_control_character_is_left() {
        let all: String = (0..=0x10_ffff).filter_map(char::from_u32).collect();
        let shown = safe(&all);
        assert!(!shown.contains(char::is_control));
        let turns = [
            '\u{202a}', '\u{202e}', '\u{2066}', '\u{2069}', '\u{200f}', '\u{61c}',
        ];
        assert!(!shown.contains(turns));
    }
}
