//! **What** Latin and Greek letters lose their accents and strokes; Russian loses its stress
//! marks and the dots of `\u{451}`. Off by default.
//!
//! **Why** An index should find `Malm\u{f6}`, `\u{141}\u{f3}d\u{17a}` and `Nguy\u{1ec5}n` when they were typed
//! on a keyboard without these letters.
//!
//! **Example** `\u{141}\u{f3}d\u{17a} caf\u{e9}s` becomes `Lodz cafes`.
//!
//! Marks of other scripts are vowels and consonants, not accents: Hebrew, Arabic, the scripts of
//! India and Thai keep theirs, and Cyrillic keeps `\u{439}`, `\u{457}` and `\u{45e}`, which are letters of
//! the alphabet.
//!
//! **Known misses** `\u{e5}` becomes `a`, not `aa`; `\u{fc}` becomes `u`, not `ue`: which one is
//! meant depends on the language. Thorn and eth stay.

use icu_normalizer::DecomposingNormalizerBorrowed;

use crate::{
    beyond_ascii::beyond_ascii,
    rewrite::{Rewrite, Runs},
    scripts::{Script, script},
};

pub(crate) fn strip(text: &str) -> Option<Rewrite> {
    let decomposer = DecomposingNormalizerBorrowed::new_nfd();
    let mut runs = Runs::new(text);
    // The script of the letter that marks stand on.
    let mut base = Script::Other;
    let mut end = 0;
    for (at, letter) in beyond_ascii(text) {
        if at > end {
            base = script(char::from(text.as_bytes()[at - 1]));
        }
        end = at + letter.len_utf8();
        let place = at..end;
        if is_accent(letter) {
            let stress = matches!(letter, '\u{300}' | '\u{301}');
            if matches!(base, Script::Latin | Script::Greek) || base == Script::Cyrillic && stress {
                runs.replace(place, "");
            }
            continue;
        }
        base = script(letter);
        if let Some(plain) = without_stroke(letter) {
            runs.replace(place, plain);
        } else if matches!(base, Script::Latin | Script::Greek) {
            let decomposed = decomposer.normalize(&text[place.clone()]);
            let mut parts = decomposed.chars();
            if let Some(first) = parts.next()
                && parts.all(is_accent)
            {
                let mut buffer = [0; 4];
                let first: &str = first.encode_utf8(&mut buffer);
                runs.replace(place, without_stroke_str(first).unwrap_or(first));
            }
        }
    }
    runs.finish()
}

fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}')
}

fn without_stroke_str(letter: &str) -> Option<&'static str> {
    without_stroke(letter.chars().next()?)
}

/// The plain form of a letter that Unicode does not take apart, and of Cyrillic ones that it does.
fn without_stroke(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{401}' => "\u{415}",
        '\u{451}' => "\u{435}",
        '\u{400}' => "\u{415}",
        '\u{450}' => "\u{435}",
        '\u{40d}' => "\u{418}",
        '\u{45d}' => "\u{438}",
        _ => return copydesk_core::without_stroke(letter),
    })
}

#[cfg(test)]
mod tests {
    use super::strip;

    fn check(input: &str, expected: &str) {
        let output = strip(input).map_or_else(|| input.to_owned(), |rewrite| rewrite.text);
        assert_eq!(output, expected, "{input:?}");
    }

    #[test]
    fn strips() {
        check("\u{141}\u{f3}d\u{17a} caf\u{e9}s", "Lodz cafes");
        check(
            "Nguy\u{1ec5}n \u{110}\u{1ea1}i S\u{f8}ren \u{1fd}",
            "Nguyen Dai Soren ae",
        );
        check("x\u{304}\u{323}", "x");
        check(
            "\u{3bb}\u{3cc}\u{3b3}\u{3bf}\u{3c2} \u{1f00}\u{3c1}\u{3c7}\u{1f74}",
            "\u{3bb}\u{3bf}\u{3b3}\u{3bf}\u{3c2} \u{3b1}\u{3c1}\u{3c7}\u{3b7}",
        );
        check(
            "\u{432}\u{435}\u{441}\u{451}\u{43b}\u{430}\u{301}\u{44f}",
            "\u{432}\u{435}\u{441}\u{435}\u{43b}\u{430}\u{44f}",
        );
    }

    #[test]
    fn keeps() {
        for text in [
            "\u{43a}\u{440}\u{430}\u{439} \u{457} \u{45e}",
            "\u{5e9}\u{5b8}\u{5dc}",
            "\u{e19}\u{e49}\u{e33}",
            "\u{928}\u{92e}\u{938}\u{94d}\u{924}\u{947}",
            "\u{30ac} 3\u{301} \u{b4}",
        ] {
            check(text, text);
        }
    }
}
