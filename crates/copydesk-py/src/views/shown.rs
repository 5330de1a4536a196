//! How values look in a `repr`.

/// Characters of text that a `repr` shows.
const SHOWN: usize = 40;

/// `text` in quotation marks, cut to a length that fits a line, control characters escaped.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("'");
    let mut letters = text.chars();
    for letter in letters.by_ref().take(SHOWN) {
        match letter {
            '\'' | '\\' => out.extend(['\\', letter]),
            _ if letter.is_control() => out.extend(letter.escape_default()),
            _ => out.push(letter),
        }
    }
    if letters.next().is_some() {
        out.push('\u{2026}');
    }
    out.push('\'');
    out
}

/// A score as a Python float that prints as it does in JSON: 0.9 and not 0.8999999761581421.
pub(crate) fn tidy(score: f32) -> f64 {
    score
        .to_string()
        .parse()
        .unwrap_or_else(|_| f64::from(score))
}
