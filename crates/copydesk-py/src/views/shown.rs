//! How values look in a `repr`.

/// Characters of text that a `repr` shows.
const SHOWN: usize = 40;

/// Characters of a message.
const MESSAGE: usize = 120;

/// `text` in quotation marks, cut to a length that fits a line.
pub(crate) fn quoted(text: &str) -> String {
    format!("'{}'", cut(text, SHOWN))
}

/// `text` without quotation marks, likewise cut: a value that is no words of a page.
pub(crate) fn bare(text: &str) -> String {
    cut(text, SHOWN)
}

/// A message, which may be longer.
pub(crate) fn message(text: &str) -> String {
    cut(text, MESSAGE)
}

/// The start of a text. What is not seen, or would begin a line or turn the direction of writing,
/// is escaped as Python does it.
fn cut(text: &str, most: usize) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    for letter in letters.by_ref().take(most) {
        match letter {
            '\'' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if is_unseen(letter) => out += &escaped(letter.into()),
            _ => out.push(letter),
        }
    }
    if letters.next().is_some() {
        out.push('\u{2026}');
    }
    out
}

fn escaped(code: u32) -> String {
    match code {
        ..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    }
}

/// Controls, blanks other than the space, and format characters.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || letter.is_whitespace() && letter != ' '
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A score as a Python float that prints as it does in JSON: 0.9 and not 0.8999999761581421.
pub(crate) fn tidy(score: f32) -> f64 {
    score
        .to_string()
        .parse()
        .unwrap_or_else(|_| f64::from(score))
}
