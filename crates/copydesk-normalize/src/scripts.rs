//! Which script a letter belongs to, as coarsely as the rules need it.
//!
//! Tables and ranges instead of property look-ups: words are asked for each of their letters.

/// The scripts that can stand for one another, and the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    Cyrillic,
    Greek,
    Armenian,
    Cherokee,
    Lisu,
    Coptic,
    /// Scripts of few texts that have letters like Latin ones: Canadian syllabics, Georgian,
    /// Tifinagh, runes, Deseret, Osage, Elbasan, Warang Citi, Lycian, Carian, Old Italic.
    Rare,
    /// Any other script, and whatever is no letter.
    Other,
}

impl Script {
    /// How many scripts have letters that can pass for Latin ones.
    pub(crate) const FOREIGN: usize = 7;

    /// The foreign scripts in their places.
    pub(crate) const BY_PLACE: [Self; Self::FOREIGN] = [
        Self::Cyrillic,
        Self::Greek,
        Self::Armenian,
        Self::Cherokee,
        Self::Lisu,
        Self::Coptic,
        Self::Rare,
    ];

    /// The place of a foreign script among these.
    pub(crate) const fn place(self) -> usize {
        match self {
            Self::Greek => 1,
            Self::Armenian => 2,
            Self::Cherokee => 3,
            Self::Lisu => 4,
            Self::Coptic => 5,
            Self::Rare => 6,
            _ => 0,
        }
    }

    /// Whether letters of the script can pass for Latin ones.
    pub(crate) const fn is_foreign(self) -> bool {
        !matches!(self, Self::Latin | Self::Other)
    }
}

/// The script of a letter.
pub(crate) const fn script(letter: char) -> Script {
    let code = letter as usize;
    if code < DENSE {
        SCRIPTS[code]
    } else {
        look_up(letter)
    }
}

/// Latin, Greek, Cyrillic and Armenian have a place each.
const DENSE: usize = 0x590;
static SCRIPTS: [Script; DENSE] = {
    let mut table = [Script::Other; DENSE];
    let mut code = 0;
    while code < DENSE {
        if let Some(letter) = char::from_u32(code as u32) {
            table[code] = look_up(letter);
        }
        code += 1;
    }
    table
};

#[expect(
    clippy::match_same_arms,
    reason = "exceptions stand before the range that they are in"
)]
const fn look_up(letter: char) -> Script {
    match letter {
        'A'..='Z' | 'a'..='z' | '\u{aa}' | '\u{ba}' => Script::Latin,
        '\u{d7}' | '\u{f7}' => Script::Other,
        '\u{c0}'..='\u{2af}' | '\u{1e00}'..='\u{1eff}' | '\u{2c60}'..='\u{2c7f}' => Script::Latin,
        '\u{37e}' | '\u{375}' | '\u{384}' | '\u{385}' | '\u{387}' | '\u{378}' | '\u{379}' => {
            Script::Other
        }
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Script::Greek,
        '\u{482}'..='\u{489}' => Script::Other,
        '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{a640}'..='\u{a66e}' => {
            Script::Cyrillic
        }
        '\u{531}'..='\u{556}' | '\u{561}'..='\u{587}' => Script::Armenian,
        '\u{13a0}'..='\u{13ff}' | '\u{ab70}'..='\u{abbf}' => Script::Cherokee,
        '\u{a4d0}'..='\u{a4f7}' => Script::Lisu,
        '\u{2c80}'..='\u{2ce3}' => Script::Coptic,
        '\u{10a0}'..='\u{10fa}'
        | '\u{1401}'..='\u{166c}'
        | '\u{166f}'..='\u{167f}'
        | '\u{16a0}'..='\u{16ea}'
        | '\u{2d30}'..='\u{2d67}'
        | '\u{10280}'..='\u{1031f}'
        | '\u{10400}'..='\u{1044f}'
        | '\u{104b0}'..='\u{10527}'
        | '\u{118a0}'..='\u{118df}' => Script::Rare,
        _ => Script::Other,
    }
}

/// Whether a character is an ideograph, kana, bopomofo or Hangul.
pub(crate) const fn is_cjk(letter: char) -> bool {
    matches!(
        letter,
        '\u{2e80}'..='\u{2fdf}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3040}'..='\u{30ff}'
            | '\u{3100}'..='\u{312f}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}'
            | '\u{20000}'..='\u{323af}'
    )
}

/// Whether a letter is written from right to left.
pub(crate) const fn is_right_to_left(letter: char) -> bool {
    matches!(
        letter,
        '\u{5d0}'..='\u{5f2}'
            | '\u{620}'..='\u{64a}'
            | '\u{66e}'..='\u{6d3}'
            | '\u{6d5}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdcf}'
            | '\u{fdf0}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}

/// Whether a character belongs to a script whose letters join, stack or form clusters, so that
/// a joiner between them is spelling.
pub(crate) const fn is_joining(letter: char) -> bool {
    matches!(
        letter,
        '\u{600}'..='\u{e7f}'
            | '\u{e80}'..='\u{109f}'
            | '\u{1700}'..='\u{18af}'
            | '\u{1900}'..='\u{1cff}'
            | '\u{a800}'..='\u{a95f}'
            | '\u{a980}'..='\u{aaff}'
            | '\u{abc0}'..='\u{abff}'
            | '\u{fb50}'..='\u{fdcf}'
            | '\u{fe70}'..='\u{fefc}'
            | '\u{10a00}'..='\u{10fff}'
            | '\u{11000}'..='\u{11fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}

/// Whether a character belongs to a script of South-East Asia or Tibet that is written without
/// spaces: a zero-width space is the word boundary there.
pub(crate) const fn is_unspaced(letter: char) -> bool {
    matches!(
        letter,
        '\u{e01}'..='\u{fff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{1900}'..='\u{19ff}'
            | '\u{1a20}'..='\u{1aaf}'
            | '\u{1b00}'..='\u{1bff}'
            | '\u{a930}'..='\u{a9df}'
            | '\u{a9e0}'..='\u{aadf}'
    )
}
