//! What words of names are compared by: without accents, case and marks, and by their sound.
//!
//! *Why*: `Sergei` and `Sergey`, `Kadyrov` and `Qadirov`, `Mohammed` and `Muhammad` are one name
//! in different transliterations. Sound alone says little, so callers ask for more evidence.
//! *Known misses*: vowels put between consonants (`Dmitri`, `Dimitri`), letters that a scheme
//! leaves out (`Gorbachev`, `Gorbachyov` is found, `Khadafi`, `Gaddafi` is not).

use copydesk_core::without_stroke;
use icu_normalizer::DecomposingNormalizerBorrowed;

/// A word in lower case, without accents, hyphens, apostrophes and full stops.
pub(super) fn plain(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    if word.is_ascii() {
        let kept = word
            .bytes()
            .filter(|byte| !matches!(byte, b'-' | b'\'' | b'.'));
        out.extend(kept.map(|byte| char::from(byte.to_ascii_lowercase())));
        return out;
    }
    let mut push = |letter: char| {
        if !matches!(
            letter,
            '-' | '\'' | '.' | '\u{2019}' | '\u{2010}' | '\u{2011}'
        ) {
            out.extend(letter.to_lowercase());
        }
    };
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(word);
    for letter in decomposed.chars() {
        if ('\u{300}'..='\u{36f}').contains(&letter) {
            continue;
        }
        match without_stroke(letter) {
            Some(plain) => plain.chars().for_each(&mut push),
            None => push(letter),
        }
    }
    out
}

/// Pairs of letters that stand for one sound.
const PAIRS: [(&[u8; 2], char); 12] = [
    (b"ch", 'c'),
    (b"ck", 'k'),
    (b"cz", 'c'),
    (b"dh", 'd'),
    (b"gh", 'g'),
    (b"kh", 'h'),
    (b"ph", 'f'),
    (b"sh", 's'),
    (b"th", 't'),
    (b"ts", 'z'),
    (b"tz", 'z'),
    (b"zh", 'z'),
];

/// The consonants of a plain word, one letter a sound.
pub(super) fn skeleton(word: &str) -> String {
    let bytes = word.as_bytes();
    let mut out = String::with_capacity(word.len());
    let mut at = 0;
    while let Some(&letter) = bytes.get(at) {
        let pair = PAIRS
            .iter()
            .find(|(pair, _)| bytes[at..].starts_with(pair.as_slice()));
        let sound = match letter {
            _ if pair.is_some() => {
                at += 1;
                pair.map_or('k', |&(_, sound)| sound)
            }
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' if at > 0 => {
                at += 1;
                continue;
            }
            b'a' | b'e' => 'a',
            b'i' | b'y' | b'j' => 'i',
            b'o' | b'u' => 'u',
            b'q' | b'c' => 'k',
            b'w' => 'v',
            _ => char::from(letter),
        };
        at += 1;
        if !out.ends_with(sound) {
            out.push(sound);
        }
    }
    out
}

/// Whether two plain words may be one name in two spellings.
pub(super) fn sounds_like(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    if !one.is_ascii() || !other.is_ascii() || skeleton(one) != skeleton(other) {
        return false;
    }
    let (one, other) = (vowels(one), vowels(other));
    if one.len() != other.len() {
        return false;
    }
    one.iter()
        .zip(&other)
        .all(|(one, other)| one == other || matches!((one, other), (b'a', b'e') | (b'e', b'a')))
        && one.last() == other.last()
        || one == other
}

/// The vowels of a word, one for each run: that which the run ends with, with `y` as `i` and `u`
/// as `o`, and a 0 at the end of words that end with a consonant.
fn vowels(word: &str) -> Vec<u8> {
    let mut runs = Vec::new();
    let mut in_run = false;
    for letter in word.bytes() {
        let vowel = match letter {
            b'y' => b'i',
            b'u' => b'o',
            b'a' | b'e' | b'i' | b'o' => letter,
            _ => {
                in_run = false;
                continue;
            }
        };
        if in_run {
            if let Some(last) = runs.last_mut() {
                *last = vowel;
            }
        } else {
            runs.push(vowel);
        }
        in_run = true;
    }
    if !in_run {
        runs.push(0);
    }
    runs
}

/// Whether one letter was changed, added, left out or two neighbours changed places.
pub(super) fn one_letter_apart(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one.as_bytes(), other.as_bytes())
    } else {
        (other.as_bytes(), one.as_bytes())
    };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => {
            let (short, long) = (&short[same..], &long[same..]);
            match (short, long) {
                ([a, b, rest @ ..], [c, d, other @ ..]) if a == d && b == c && rest == other => {
                    true
                }
                ([_, rest @ ..], [_, other @ ..]) => rest == other,
                _ => false,
            }
        }
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{one_letter_apart, plain, sounds_like};

    #[test]
    fn transliterations_sound_alike_and_other_names_do_not() {
        for (one, other) in [
            ("Sergei", "Sergey"),
            ("Kadyrov", "Qadirov"),
            ("Mohammed", "Muhammad"),
            ("Sun", "Son"),
            ("Zelensky", "Zelenskyy"),
            ("Nguy\u{1ec5}n", "Nguyen"),
        ] {
            assert!(sounds_like(&plain(one), &plain(other)), "{one} {other}");
        }
        for (one, other) in [
            ("Maria", "Mario"),
            ("Daniel", "Daniela"),
            ("Un", "Il"),
            ("Jin", "Jun"),
            ("Eric", "Erica"),
        ] {
            assert!(!sounds_like(&plain(one), &plain(other)), "{one} {other}");
        }
    }

    #[test]
    fn a_slip_of_one_letter_is_seen() {
        assert!(one_letter_apart("reid", "ried") && one_letter_apart("gadhafi", "gadafi"));
        assert!(one_letter_apart("rajin", "najin"));
        assert!(!one_letter_apart("reid", "reed-x") && !one_letter_apart("same", "same"));
    }
}
