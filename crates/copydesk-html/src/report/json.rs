//! JSON in a page: strings that can neither end the element that they stand in nor begin another.

/// Appends `text` as a JSON string. `<`, `>` and `&` are written by their numbers, so that no
/// `</script>` and no `<!--` stands in it, and so are the line ends of JavaScript and controls.
pub(super) fn string(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '<' | '>' | '&' | '\0'..='\u{1f}' | '\u{7f}' | '\u{2028}' | '\u{2029}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(letter)));
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}
