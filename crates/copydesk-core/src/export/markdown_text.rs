//! Words in Markdown: nothing in them may be read as markup.

use super::blocks::BLANKS;

/// Appends one line of a paragraph, of which it is the first or a later one.
pub(super) fn line(out: &mut String, line: &str) {
    let line = line.trim_matches(BLANKS);
    let bytes = line.as_bytes();
    let mut rest = line;
    let marked = match bytes.first() {
        // A heading, but no hashtag.
        Some(b'#') => {
            let level = run(bytes, b'#');
            bytes.get(level).is_none_or(u8::is_ascii_whitespace)
        }
        // An item, a rule, or the line under a heading.
        Some(&mark @ (b'-' | b'+')) => bytes
            .get(1)
            .is_none_or(|&next| next.is_ascii_whitespace() || next == mark),
        // The line under a heading.
        Some(b'=') => run(bytes, b'=') == bytes.len(),
        // A quotation.
        Some(b'>') => true,
        // The line under the header of a table.
        Some(b':') => bytes.get(1) == Some(&b'-'),
        // An item with a number.
        Some(b'0'..=b'9') => {
            let digits = bytes
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            if matches!(bytes.get(digits), Some(b'.' | b')')) {
                out.push_str(&line[..digits]);
                rest = &line[digits..];
                bytes.get(digits + 1).is_none_or(u8::is_ascii_whitespace)
            } else {
                false
            }
        }
        _ => false,
    };
    if marked {
        out.push('\\');
        out.push_str(&rest[..1]);
        rest = &rest[1..];
    }
    words(out, rest);
}

/// Appends the words of a heading, which has one line.
pub(super) fn heading(out: &mut String, text: &str) {
    let start = out.len();
    words(out, text);
    // Hash marks at the end are taken for the end of the heading.
    let written = &out[start..];
    let before = written.trim_end_matches('#');
    if before.len() < written.len() && (before.is_empty() || before.ends_with(' ')) {
        out.insert(start + before.len(), '\\');
    }
}

/// Appends words that stand inside a line.
pub(super) fn words(out: &mut String, text: &str) {
    let mut before = ' ';
    let mut rest = text.chars();
    while let Some(letter) = rest.next() {
        let marked = match letter {
            '\\' | '`' | '*' | '[' | '<' | '|' | '~' => true,
            // Inside a word it is no emphasis.
            '_' => {
                let after = rest.as_str().chars().next().unwrap_or(' ');
                !(before.is_alphanumeric() && after.is_alphanumeric())
            }
            '&' => is_reference(rest.as_str().as_bytes()),
            _ => false,
        };
        if marked {
            out.push('\\');
        }
        match letter {
            '\0' => out.push('\u{fffd}'),
            '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' => out.push(' '),
            _ => out.push(letter),
        }
        before = letter;
    }
}

/// Whether what stands behind `&` could make it a character reference.
fn is_reference(rest: &[u8]) -> bool {
    let name = rest
        .iter()
        .take(40)
        .take_while(|&&byte| byte.is_ascii_alphanumeric() || byte == b'#')
        .count();
    name > 0 && rest.get(name) == Some(&b';')
}

fn run(bytes: &[u8], byte: u8) -> usize {
    bytes.iter().take_while(|&&next| next == byte).count()
}

#[cfg(test)]
mod tests {
    use super::{heading, line};

    fn check(text: &str, expected: &str) {
        let mut out = String::new();
        line(&mut out, text);
        assert_eq!(out, expected, "{text:?}");
    }

    #[test]
    fn markup_is_escaped_and_prose_is_not() {
        check(
            "a*b*, `c`, <d>, [e](f) | \\g",
            r"a\*b\*, \`c\`, \<d>, \[e](f) \| \\g",
        );
        check("AT&T, &amp; &#38; &", r"AT&T, \&amp; \&#38; &");
        check("snake_case, _a_", r"snake_case, \_a\_");
        check(
            "Mr. Smith (5) paid $5 - not 6!",
            "Mr. Smith (5) paid $5 - not 6!",
        );
    }

    #[test]
    fn the_start_of_a_line() {
        check("# a", r"\# a");
        check("#a", "#a");
        check("- a", r"\- a");
        check("---", r"\---");
        check("-5 degrees", "-5 degrees");
        check("1. a", r"1\. a");
        check("2) a", r"2\) a");
        check("1.5 million", "1.5 million");
        check("2024.", r"2024\.");
        check("> a", r"\> a");
        check("===", r"\===");
        check(":-:", r"\:-:");
        check("    a", "a");
    }

    #[test]
    fn the_end_of_a_heading() {
        let check = |text: &str, expected: &str| {
            let mut out = String::new();
            heading(&mut out, text);
            assert_eq!(out, expected, "{text:?}");
        };
        check("We are ##", r"We are \##");
        check("C#", "C#");
        check("#", r"\#");
    }
}
