//! Which language a text is in.
//!
//! *What*: the script first, by Unicode block, and where several languages share it, a linear model
//! over hashed sequences of letters and words. *Why*: a text is routed by its language, so a sentence
//! must do, and a language that is not known must not pass for one that is. *Example*: `Regjeringen
//! la fram budsjettet` is `nb`, `Regeringen fremlagde budgettet` is `da`. *Known misses*: a headline
//! of nothing but names; Bosnian and Montenegrin pass for Croatian or Serbian; a text of two languages
//! is given the one that it has more of, with less confidence.

mod model;
mod sample;
mod score;
mod script;
mod words;

use script::SCRIPTS;

pub use model::{MAGIC, Table};
pub use script::Script;
pub use words::{Detail, words};

static MODEL: &[u8] = include_bytes!("../../models/language.bin");

/// A guess that is less sure is none.
pub const LEAST_CONFIDENCE: f32 = 0.3;

/// Fewer letters say nothing.
const LEAST_LETTERS: u32 = 2;

/// The language of a text, and how sure that is.
///
/// ```
/// use copydesk_segment::{LEAST_CONFIDENCE, language};
/// let guess = language("Die Minister trafen sich in der Hauptstadt.").expect("plain German");
/// assert_eq!(guess.code, "de");
/// assert!(guess.confidence > LEAST_CONFIDENCE);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct LanguageGuess {
    /// ISO 639-1 code.
    pub code: &'static str,
    /// How likely it is right, over [`LEAST_CONFIDENCE`] and at most 1.
    pub confidence: f32,
}

/// The language of a text, where that can be told: not of numbers, of names alone, or of a language
/// that is not among [`languages`].
///
/// Of a text of more than 2,048 bytes four pieces are looked at, from its beginning to its end. Case
/// does not matter, and web addresses and handles are passed over.
///
/// ```
/// use copydesk_segment::language;
///
/// let guess = language("Regjeringen la fram et nytt budsjett.").expect("plain Norwegian");
/// assert_eq!(guess.code, "nb");
/// assert_eq!(language("3:2 (1:1)"), None);
/// ```
#[inline(never)] // a row of `cargo xtask profile`
pub fn language(text: &str) -> Option<LanguageGuess> {
    let pieces = sample::pieces(text);
    let (script, share) = script_of(pieces.clone())?;
    let (code, confidence) = match script.language() {
        Some(code) => (code, 1.0),
        None => score::best(pieces, script)?,
    };
    let confidence = confidence * share;
    (confidence >= LEAST_CONFIDENCE).then_some(LanguageGuess { code, confidence })
}

/// The codes of the languages that are told, each once.
///
/// ```
/// use copydesk_segment::languages;
/// assert_eq!(languages().count(), 69);
/// assert!(languages().any(|code| code == "uk"));
/// ```
pub fn languages() -> impl Iterator<Item = &'static str> {
    let learned = Table::all(MODEL)
        .filter(|table| table.lanes > 1)
        .flat_map(|table| {
            (0..table.labels())
                .map(move |lane| table.label(lane))
                .filter(move |label| {
                    // Serbian is in two tables.
                    !label.starts_with('?')
                        && (*label != "sr" || table.script == Script::Latin as u8)
                })
        });
    learned.chain(script::ALL.iter().filter_map(|script| script.language()))
}

/// The script that most of the text is in, and its share. Addresses and handles do not count.
fn script_of<'a>(pieces: impl Iterator<Item = &'a str>) -> Option<(Script, f32)> {
    let mut weights = [0_u32; SCRIPTS];
    for piece in pieces {
        let mut chars = piece.chars();
        // The letters of the word so far that are of one script, which may turn out to be of a token.
        let mut word: Option<(Script, u32)> = None;
        while let Some(char) = chars.next() {
            if let Some(script) = Script::of(char) {
                weights[script as usize] += script.weight();
                let before = word.filter(|it| it.0 == script).map_or(0, |it| it.1);
                word = Some((script, before + script.weight()));
            } else if words::begins_token(char, chars.as_str()) {
                if let Some((script, weight)) = word.take()
                    && !script.is_unspaced()
                {
                    weights[script as usize] -= weight;
                }
                chars = words::after_token(chars.as_str()).chars();
            } else if !words::is_mark(char) {
                word = None;
            }
        }
    }
    let all: u32 = weights.iter().sum();
    let script = (script::ALL.iter().copied()).max_by_key(|script| weights[*script as usize])?;
    let most = weights[script as usize];
    (most >= LEAST_LETTERS).then(|| (script, most as f32 / all as f32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Option<&'static str> {
        language(text).map(|guess| guess.code)
    }

    #[test]
    fn addresses_and_handles_have_no_script() {
        let long = "https://news.example/politics/2024/05/a-story-with-a-very-long-name.html";
        for token in [long, "@somebody_with_a_very_long_name", "a@b.example"] {
            let text = format!("Η κυβέρνηση {token}");
            let guess = language(&text).expect("plain Greek");
            assert_eq!((guess.code, guess.confidence), ("el", 1.0), "{text}");
        }
        assert_eq!(language(long), None);
    }

    #[test]
    fn a_hashtag_ends_where_words_need_no_spaces() {
        let text = "昨日の地震で東京の電車が止まりました。";
        assert_eq!(code(text), Some("ja"));
        assert_eq!(code(&format!("#{text}")), Some("ja"));
        assert_eq!(code(&format!("速報#NHK{text}")), Some("ja"));
        assert_eq!(code("#ข่าวด่วนวันนี้"), Some("th"));
    }
}
