//! Letters that look like Latin ones, by script. Strict: only letters that read as the Latin
//! letter in running text, not all that Unicode's confusables list (`\u{3b1}` is alpha in
//! `TNF\u{3b1}`, not an `a`).

/// The Latin letter that a letter passes for.
#[expect(
    clippy::match_same_arms,
    reason = "the table is kept by script, not by what a letter passes for"
)]
pub(super) const fn latin(letter: char) -> Option<char> {
    let latin = match letter {
        // Cyrillic, small.
        '\u{430}' => 'a',
        '\u{435}' => 'e',
        '\u{43e}' => 'o',
        '\u{440}' => 'p',
        '\u{441}' => 'c',
        '\u{443}' | '\u{4af}' => 'y',
        '\u{445}' => 'x',
        '\u{43a}' => 'k',
        '\u{455}' => 's',
        '\u{456}' => 'i',
        '\u{458}' => 'j',
        '\u{475}' => 'v',
        '\u{4bb}' => 'h',
        '\u{4cf}' => 'l',
        '\u{501}' => 'd',
        '\u{51b}' => 'q',
        '\u{51d}' => 'w',
        '\u{450}' => '\u{e8}',
        '\u{451}' => '\u{eb}',
        '\u{457}' => '\u{ef}',
        // Cyrillic, capital.
        '\u{410}' => 'A',
        '\u{412}' => 'B',
        '\u{415}' => 'E',
        '\u{41a}' => 'K',
        '\u{41c}' => 'M',
        '\u{41d}' => 'H',
        '\u{41e}' => 'O',
        '\u{420}' => 'P',
        '\u{421}' => 'C',
        '\u{422}' => 'T',
        '\u{423}' | '\u{4ae}' => 'Y',
        '\u{425}' => 'X',
        '\u{405}' => 'S',
        '\u{406}' | '\u{4c0}' => 'I',
        '\u{408}' => 'J',
        '\u{474}' => 'V',
        '\u{50c}' => 'G',
        '\u{51a}' => 'Q',
        '\u{51c}' => 'W',
        '\u{400}' => '\u{c8}',
        '\u{401}' => '\u{cb}',
        '\u{407}' => '\u{cf}',
        // Greek, small: omicron, lunate sigma, yot. The others are used as symbols.
        '\u{3bf}' => 'o',
        '\u{3f2}' => 'c',
        '\u{3f3}' => 'j',
        '\u{3cc}' => '\u{f3}',
        // Greek, capital.
        '\u{391}' => 'A',
        '\u{392}' => 'B',
        '\u{395}' => 'E',
        '\u{396}' => 'Z',
        '\u{397}' => 'H',
        '\u{399}' => 'I',
        '\u{39a}' => 'K',
        '\u{39c}' => 'M',
        '\u{39d}' => 'N',
        '\u{39f}' => 'O',
        '\u{3a1}' => 'P',
        '\u{3a4}' => 'T',
        '\u{3a5}' => 'Y',
        '\u{3a7}' => 'X',
        '\u{3f9}' => 'C',
        '\u{37f}' => 'J',
        // Armenian.
        '\u{585}' => 'o',
        '\u{57d}' => 'u',
        '\u{570}' => 'h',
        '\u{578}' => 'n',
        '\u{581}' => 'g',
        '\u{566}' => 'q',
        '\u{555}' => 'O',
        '\u{54d}' => 'U',
        '\u{54f}' => 'S',
        // Cherokee.
        '\u{13a0}' => 'D',
        '\u{13a1}' => 'R',
        '\u{13a2}' => 'T',
        '\u{13a5}' => 'i',
        '\u{13aa}' => 'A',
        '\u{13ab}' => 'J',
        '\u{13ac}' => 'E',
        '\u{13b3}' => 'W',
        '\u{13b7}' => 'M',
        '\u{13bb}' => 'H',
        '\u{13c0}' => 'G',
        '\u{13c3}' => 'Z',
        '\u{13cf}' => 'b',
        '\u{13d2}' => 'R',
        '\u{13d4}' => 'W',
        '\u{13d5}' | '\u{13da}' => 'S',
        '\u{13d9}' => 'V',
        '\u{13de}' => 'L',
        '\u{13df}' => 'C',
        '\u{13e2}' => 'P',
        '\u{13e6}' => 'K',
        '\u{13f4}' => 'B',
        _ => return None,
    };
    Some(latin)
}

/// The Latin letter that a small Greek letter passes for between small Latin letters, and
/// only there: elsewhere it is a symbol.
pub(super) const fn latin_inside_word(letter: char) -> Option<char> {
    let latin = match letter {
        '\u{3b1}' | '\u{3ac}' => 'a',
        '\u{3b5}' | '\u{3ad}' => 'e',
        '\u{3b7}' => 'n',
        '\u{3b9}' | '\u{3af}' => 'i',
        '\u{3ba}' => 'k',
        '\u{3bd}' => 'v',
        '\u{3c1}' => 'p',
        '\u{3c4}' => 't',
        '\u{3c5}' => 'u',
        '\u{3c9}' => 'w',
        _ => return None,
    };
    Some(latin)
}

/// The Cyrillic letter that a Latin one passes for. Without those that only Macedonian and
/// Serbian have: in other languages a Latin `s` in a Cyrillic word is an abbreviation.
pub(super) const fn cyrillic(letter: char) -> Option<char> {
    let cyrillic = match letter {
        'a' => '\u{430}',
        'e' => '\u{435}',
        'o' => '\u{43e}',
        'p' => '\u{440}',
        'c' => '\u{441}',
        'y' => '\u{443}',
        'x' => '\u{445}',
        'k' => '\u{43a}',
        'i' => '\u{456}',
        'A' => '\u{410}',
        'B' => '\u{412}',
        'E' => '\u{415}',
        'K' => '\u{41a}',
        'M' => '\u{41c}',
        'H' => '\u{41d}',
        'O' => '\u{41e}',
        'P' => '\u{420}',
        'C' => '\u{421}',
        'T' => '\u{422}',
        'Y' => '\u{423}',
        'X' => '\u{425}',
        'I' => '\u{406}',
        '\u{eb}' => '\u{451}',
        '\u{cb}' => '\u{401}',
        '\u{ef}' => '\u{457}',
        '\u{cf}' => '\u{407}',
        _ => return None,
    };
    Some(cyrillic)
}
