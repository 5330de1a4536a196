//! Which language a text is in, where the page does not say.

/// Bytes of text that are looked at: language identification runs at 13–20 MB/s, a hundredth
/// of the speed of the other stages, so it sees a prefix only.
const PREFIX_BYTES: usize = 2_000;

/// The ISO 639-1 code of the language of `text`, where that is clear.
pub(crate) fn detect(text: &str) -> Option<&'static str> {
    let mut end = PREFIX_BYTES.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let prefix = &text[..end];
    let info = whatlang::detect(prefix)?;
    if !info.is_reliable() {
        return None;
    }
    iso_639_1(info.lang().code())
}

/// The two-letter code of a three-letter one, for the languages that whatlang knows.
fn iso_639_1(code: &str) -> Option<&'static str> {
    CODES
        .iter()
        .find(|(three, _)| *three == code)
        .map(|&(_, two)| two)
}

const CODES: &[(&str, &str)] = &[
    ("afr", "af"),
    ("aka", "ak"),
    ("amh", "am"),
    ("ara", "ar"),
    ("aze", "az"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cmn", "zh"),
    ("cym", "cy"),
    ("dan", "da"),
    ("deu", "de"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("guj", "gu"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ind", "id"),
    ("ita", "it"),
    ("jav", "jv"),
    ("jpn", "ja"),
    ("kan", "kn"),
    ("kat", "ka"),
    ("khm", "km"),
    ("kor", "ko"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("mkd", "mk"),
    ("mya", "my"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nob", "nb"),
    ("ori", "or"),
    ("pan", "pa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("sna", "sn"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tel", "te"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("yid", "yi"),
    ("zul", "zu"),
];

#[cfg(test)]
mod tests {
    use super::detect;

    #[test]
    fn common_languages() {
        let check = |text, expected| assert_eq!(detect(text), expected, "{text}");
        check(
            "The ministers met in the capital to talk about the price of grain and the harbour.",
            Some("en"),
        );
        check(
            "Die Minister trafen sich in der Hauptstadt, um über den Preis des Getreides zu reden.",
            Some("de"),
        );
        check("", None);
    }
}
