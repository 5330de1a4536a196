//! Facts about letters that more than one stage needs.

/// The plain form of a Latin letter that Unicode does not take apart, `None` for all others.
///
/// ```
/// use copydesk_core::without_stroke;
///
/// assert_eq!(without_stroke('\u{142}'), Some("l"));
/// assert_eq!(without_stroke('\u{c6}'), Some("AE"));
/// assert_eq!(without_stroke('l'), None);
/// ```
pub fn without_stroke(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{d8}' => "O",
        '\u{f8}' => "o",
        '\u{110}' => "D",
        '\u{111}' => "d",
        '\u{141}' => "L",
        '\u{142}' => "l",
        '\u{126}' => "H",
        '\u{127}' => "h",
        '\u{166}' => "T",
        '\u{167}' => "t",
        '\u{197}' => "I",
        '\u{268}' => "i",
        '\u{131}' => "i",
        '\u{c6}' => "AE",
        '\u{e6}' => "ae",
        '\u{152}' => "OE",
        '\u{153}' => "oe",
        _ => return None,
    })
}
