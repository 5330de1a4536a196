//! Text made safe for HTML.

/// Appends `before`, which is markup, `text`, which is not, and `after`, which is markup.
pub(crate) fn push(out: &mut String, before: &str, text: &str, after: &str) {
    out.push_str(before);
    escape(out, text);
    out.push_str(after);
}

/// Appends `text` so that it is only text, between tags and in quoted attributes alike.
///
/// Control characters are shown by their pictures, and what turns the direction of writing by
/// its number: a page must not be able to reorder what stands around it.
pub fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(letter),
            '\0'..=' ' if letter != ' ' => {
                out.extend(char::from_u32(0x2400 + u32::from(letter)));
            }
            '\u{7f}'..='\u{9f}' => out.push('\u{fffd}'),
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{ad}' => out.push_str(&format!("\u{27e8}U+{:04X}\u{27e9}", u32::from(letter))),
            _ => out.push(letter),
        }
    }
}
