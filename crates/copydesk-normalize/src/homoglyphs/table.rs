//! Letters that look like Latin ones, by script, after the confusables of Unicode's Technical
//! Standard 39 (Unicode-3.0 licence). Strict: only letters that read as the Latin letter in
//! running text, not all that the standard lists (`\u{3b1}` is alpha in `TNF\u{3b1}`, not an
//! `a`), and some that it does not (`\u{43a}`, whose capital it lists).

/// The Latin letter that a letter passes for.
pub(super) const fn latin(letter: char) -> Option<char> {
    match letter as usize {
        ..DENSE_START => None,
        code @ DENSE_START..DENSE_END => DENSE[code - DENSE_START],
        _ => look_up(letter),
    }
}

/// Greek, Cyrillic and Armenian, which nearly all look-alikes are of, have a place each.
const DENSE_START: usize = 0x370;
const DENSE_END: usize = 0x590;
static DENSE: [Option<char>; DENSE_END - DENSE_START] = {
    let mut table = [None; DENSE_END - DENSE_START];
    let mut at = 0;
    while at < table.len() {
        if let Some(letter) = char::from_u32((at + DENSE_START) as u32) {
            table[at] = look_up(letter);
        }
        at += 1;
    }
    table
};

#[expect(
    clippy::match_same_arms,
    reason = "the table is kept by script, not by what a letter passes for"
)]
const fn look_up(letter: char) -> Option<char> {
    let latin = match letter {
        // Cyrillic, small.
        '\u{430}' => 'a',
        '\u{435}' => 'e',
        '\u{43e}' => 'o',
        '\u{440}' => 'p',
        '\u{441}' => 'c',
        '\u{443}' | '\u{4af}' => 'y',
        '\u{461}' => 'w',
        '\u{4bd}' => 'e',
        '\u{a647}' => 'i',
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
        '\u{4d1}' => '\u{103}',
        '\u{4d3}' => '\u{e4}',
        '\u{4d7}' => '\u{115}',
        '\u{4e7}' => '\u{f6}',
        '\u{4f1}' => '\u{ff}',
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
        '\u{4d0}' => '\u{102}',
        '\u{4d2}' => '\u{c4}',
        '\u{4d6}' => '\u{114}',
        '\u{4e6}' => '\u{d6}',
        '\u{4f0}' => '\u{178}',
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
        // Coptic.
        '\u{2c85}' => 'r',
        '\u{2c8e}' => 'H',
        '\u{2c92}' => 'I',
        '\u{2c94}' => 'K',
        '\u{2c98}' => 'M',
        '\u{2c9a}' => 'N',
        '\u{2c9e}' => 'O',
        '\u{2c9f}' => 'o',
        '\u{2ca2}' => 'P',
        '\u{2ca3}' => 'p',
        '\u{2ca4}' => 'C',
        '\u{2ca5}' => 'c',
        '\u{2ca6}' => 'T',
        '\u{2ca8}' => 'Y',
        '\u{2cac}' => 'X',
        '\u{2cd0}' => 'L',
        // Armenian.
        '\u{585}' => 'o',
        '\u{57d}' => 'u',
        '\u{570}' => 'h',
        '\u{578}' => 'n',
        '\u{581}' => 'g',
        '\u{563}' | '\u{566}' => 'q',
        '\u{561}' => 'w',
        '\u{584}' => 'f',
        '\u{555}' => 'O',
        '\u{54d}' => 'U',
        '\u{54f}' => 'S',
        // Cherokee.
        '\u{13a0}' => 'D',
        '\u{13a1}' | '\u{13d2}' => 'R',
        '\u{13a2}' => 'T',
        '\u{13a5}' | '\u{ab75}' => 'i',
        '\u{13a9}' | '\u{13bd}' => 'Y',
        '\u{13aa}' => 'A',
        '\u{13ab}' => 'J',
        '\u{13ac}' => 'E',
        '\u{13b3}' | '\u{13d4}' => 'W',
        '\u{13b7}' => 'M',
        '\u{13bb}' => 'H',
        '\u{13c0}' | '\u{13f3}' => 'G',
        '\u{13c2}' => 'h',
        '\u{13c3}' => 'Z',
        '\u{13cf}' => 'b',
        '\u{13d5}' | '\u{13da}' => 'S',
        '\u{13d9}' => 'V',
        '\u{13de}' => 'L',
        '\u{13df}' => 'C',
        '\u{13e2}' => 'P',
        '\u{13e6}' => 'K',
        '\u{13e7}' => 'd',
        '\u{13f4}' => 'B',
        '\u{ab81}' => 'r',
        '\u{ab83}' => 'w',
        '\u{ab93}' => 'z',
        '\u{aba9}' => 'v',
        '\u{abaa}' => 's',
        '\u{abaf}' => 'c',
        // Lisu.
        '\u{a4d0}' => 'B',
        '\u{a4d1}' => 'P',
        '\u{a4d2}' => 'd',
        '\u{a4d3}' => 'D',
        '\u{a4d4}' => 'T',
        '\u{a4d6}' => 'G',
        '\u{a4d7}' => 'K',
        '\u{a4d9}' => 'J',
        '\u{a4da}' => 'C',
        '\u{a4dc}' => 'Z',
        '\u{a4dd}' => 'F',
        '\u{a4df}' => 'M',
        '\u{a4e0}' => 'N',
        '\u{a4e1}' => 'L',
        '\u{a4e2}' => 'S',
        '\u{a4e3}' => 'R',
        '\u{a4e6}' => 'V',
        '\u{a4e7}' => 'H',
        '\u{a4ea}' => 'W',
        '\u{a4eb}' => 'X',
        '\u{a4ec}' => 'Y',
        '\u{a4ee}' => 'A',
        '\u{a4f0}' => 'E',
        '\u{a4f2}' => 'I',
        '\u{a4f3}' => 'O',
        '\u{a4f4}' => 'U',
        // Canadian syllabics.
        '\u{142f}' => 'V',
        '\u{144c}' => 'U',
        '\u{146d}' => 'P',
        '\u{146f}' => 'd',
        '\u{1472}' | '\u{15af}' => 'b',
        '\u{148d}' => 'J',
        '\u{14aa}' => 'L',
        '\u{1541}' | '\u{157d}' | '\u{166e}' => 'x',
        '\u{157c}' => 'H',
        '\u{1587}' => 'R',
        '\u{15b4}' => 'F',
        '\u{15c5}' => 'A',
        '\u{15de}' | '\u{15ea}' => 'D',
        '\u{15f0}' => 'M',
        '\u{15f7}' => 'B',
        '\u{166d}' => 'X',
        // Georgian.
        '\u{10e7}' => 'y',
        // Runes.
        '\u{16b7}' => 'X',
        '\u{16c1}' => 'l',
        '\u{16d5}' => 'K',
        '\u{16d6}' => 'M',
        // Tifinagh.
        '\u{2d38}' => 'V',
        '\u{2d39}' => 'E',
        '\u{2d4f}' => 'l',
        '\u{2d54}' => 'O',
        '\u{2d55}' => 'Q',
        '\u{2d5d}' => 'X',
        // Lycian, Carian, Old Italic.
        '\u{10282}' | '\u{102a1}' | '\u{10301}' => 'B',
        '\u{10286}' => 'E',
        '\u{10287}' | '\u{102a5}' => 'F',
        '\u{1028a}' | '\u{10309}' => 'l',
        '\u{10290}' | '\u{102b4}' | '\u{10317}' => 'X',
        '\u{10292}' | '\u{102ab}' => 'O',
        '\u{10295}' => 'P',
        '\u{10296}' => 'S',
        '\u{10297}' | '\u{102b1}' | '\u{10315}' => 'T',
        '\u{102a0}' => 'A',
        '\u{102a2}' | '\u{10302}' => 'C',
        '\u{102b0}' | '\u{10311}' => 'M',
        '\u{102b2}' => 'Y',
        '\u{102cf}' => 'H',
        '\u{102f5}' => 'Z',
        // Deseret.
        '\u{10404}' => 'O',
        '\u{10415}' => 'C',
        '\u{1041b}' => 'L',
        '\u{10420}' => 'S',
        '\u{1042c}' => 'o',
        '\u{1043d}' => 'c',
        '\u{10448}' => 's',
        // Osage.
        '\u{104b4}' => 'R',
        '\u{104c2}' => 'O',
        '\u{104ce}' => 'U',
        '\u{104ea}' => 'o',
        '\u{104f6}' => 'u',
        // Elbasan.
        '\u{10513}' => 'N',
        '\u{10516}' => 'O',
        '\u{10518}' => 'K',
        '\u{1051c}' => 'C',
        '\u{1051d}' => 'V',
        '\u{10525}' => 'F',
        '\u{10526}' => 'L',
        '\u{10527}' => 'X',
        // Warang Citi.
        '\u{118a0}' => 'V',
        '\u{118a2}' | '\u{118c2}' => 'F',
        '\u{118a3}' | '\u{118b2}' => 'L',
        '\u{118a4}' => 'Y',
        '\u{118a6}' | '\u{118ae}' => 'E',
        '\u{118a9}' => 'Z',
        '\u{118b5}' => 'O',
        '\u{118b8}' => 'U',
        '\u{118bc}' => 'T',
        '\u{118c0}' => 'v',
        '\u{118c1}' => 's',
        '\u{118c3}' => 'i',
        '\u{118c4}' => 'z',
        '\u{118c8}' | '\u{118d7}' => 'o',
        '\u{118d8}' => 'u',
        '\u{118dc}' => 'y',
        _ => return None,
    };
    Some(latin)
}

/// The Latin letter that a small Cyrillic letter is a rough likeness of: it passes where the rest
/// of a word leaves no doubt.
pub(super) const fn rough_latin(letter: char) -> Option<char> {
    let latin = match letter {
        '\u{432}' | '\u{44c}' => 'b',
        '\u{433}' => 'r',
        '\u{43c}' => 'm',
        '\u{43d}' => 'h',
        '\u{43f}' => 'n',
        '\u{442}' => 't',
        _ => return None,
    };
    Some(latin)
}

/// The Latin letter that a small Greek letter passes for between small Latin letters, and
/// only there: elsewhere it is a symbol.
pub(super) const fn latin_inside_word(letter: char) -> Option<char> {
    let latin = match letter {
        '\u{3b1}' | '\u{3ac}' => 'a',
        '\u{3b3}' => 'y',
        '\u{3c3}' => 'o',
        '\u{3c7}' => 'x',
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
